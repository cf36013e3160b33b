import Foundation

/// Whether the tests that take minutes are asked for (`./run.sh test --long`).
public let isLong = ProcessInfo.processInfo.environment["TUYENSINH_LONG"] != nil

/// Whether millions of rounds are asked for: where all the rest is long, and this is built for speed.
public var hasMillions: Bool {
  #if DEBUG
    false
  #else
    isLong
  #endif
}

/// Says what was counted, where counting takes minutes, and at once.
public func tell(_ count: String) {
  if hasMillions { FileHandle.standardOutput.write(Data((count + "\n").utf8)) }
}
