/// What became of a file: the last part of its receipt's name.
public enum ReceiptOutcome: String, Sendable, CaseIterable, Codable {
  /// All of it is in force.
  case accepted = "nhan"
  /// All but the held rows is in force.
  case partly = "nhan-mot-phan"
  /// Nothing of it is in force until somebody says so.
  case held = "cho-xac-nhan"
  /// It cannot be used.
  case refused = "tu-choi"
}

/// Whether a sender has to do something about a file.
public enum ReceiptNeed: Sendable, CaseIterable {
  /// Nothing.
  case nothing
  /// Fill it in: no table of it has any rows yet, and it changed nothing.
  case fill
  /// Mend what is marked, and send it again.
  case correct
  /// Say which of several things was meant.
  case confirm
  /// Nothing: others have to act, and then it comes in force.
  case waiting
}
