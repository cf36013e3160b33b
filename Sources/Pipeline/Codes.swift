public import Ledger

extension InboxItem {
  /// The state as programs read it (`status --json`).
  public var stateCode: String {
    switch state {
    case .ignored(let reason): "ignored-" + reason.rawValue
    case .settling: "settling"
    case .waiting(let reason): reason
    case .unreadable: "unreadable"
    case .tooLarge: "too-large"
    case .taken: "taken"
    case .ready: "ready"
    }
  }
}

extension RoundReport.Standing {
  /// The word for it in JSON.
  public var code: String {
    switch self {
    case .notReady: "not-ready"
    case .stopped: "stopped"
    case .violated: "violated"
    case .decided: "decided"
    }
  }
}
