import Disk
public import Ledger
public import Wording

extension InboxItem {
  /// What becomes of it, in a word.
  public var word: InboxWord {
    switch state {
    case .ignored(let reason): reason.word
    case .settling: .settling
    // The reasons are those that we gave to the ledger (``KnownFolders``).
    case .waiting(let reason): InboxWord(rawValue: reason) ?? .unknownUnit
    case .unreadable: .unreadable
    case .tooLarge: .tooLarge
    case .taken: .taken
    case .ready: .ready
    }
  }
}

extension InboxItem {
  /// Why it is settling or unreadable; nil where the word says all.
  public var reason: InboxReason? {
    switch state {
    case .settling(.changing): .changing
    case .settling(.empty): .empty
    case .settling(.unfinished): .unfinished
    case .settling(.open): .open
    case .settling(.leftOpen): .leftOpen
    case .unreadable(let error): error.code == .denied ? .denied : .failed
    case .ignored, .waiting, .tooLarge, .taken, .ready: nil
    }
  }
}

extension InboxItem.Ignored {
  fileprivate var word: InboxWord {
    switch self {
    case .hidden: .hidden
    case .temporary: .temporary
    case .owner: .owner
    case .mark: .mark
    case .system: .system
    case .guide: .guide
    case .link: .link
    case .notAFile: .notAFile
    case .outsideUnit: .outsideUnit
    case .tooDeep: .tooDeep
    }
  }
}

extension RoundReport.Standing {
  /// The word for it in JSON.
  public var code: String {
    switch self {
    case .notReady: "not-ready"
    case .purged: "purged"
    case .stopped: "stopped"
    case .violated: "violated"
    case .decided: "decided"
    }
  }
}
