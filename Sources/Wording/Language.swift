/// The languages that people are spoken to in.
public enum Language: String, Sendable, CaseIterable {
  case vi, en

  /// The same said in both, of which one is heard.
  func say(_ vi: String, _ en: String) -> String {
    switch self {
    case .vi: vi
    case .en: en
    }
  }
}
