import Foundation

/// Whether the tests that take minutes are asked for (`./run.sh test --long`).
public let isLong = ProcessInfo.processInfo.environment["TUYENSINH_LONG"] != nil
