/// The package manager gives a program's `main` a name of its own, so that libFuzzer's
/// is not found: it is called from here.
@main struct Main {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exitStatus = runDriver(&count, &arguments, fuzzReading)
  }

  /// libFuzzer ends the process itself when it is done.
  private static nonisolated(unsafe) var exitStatus: CInt = 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
