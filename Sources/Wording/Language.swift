/// The languages that people are spoken to in.
public enum Language: String, Sendable, CaseIterable {
  case vi, en

  /// What a file is called where it is not known what its sender called it.
  public func file(_ seq: Int) -> String { say("tệp số \(seq)", "file \(seq)") }

  /// The same said in both, of which one is heard.
  func say(_ vi: String, _ en: String) -> String {
    switch self {
    case .vi: vi
    case .en: en
    }
  }
}
