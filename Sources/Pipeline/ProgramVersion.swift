/// The version of this program, for manifests.
let programVersion = "tuyensinh 1.0"
