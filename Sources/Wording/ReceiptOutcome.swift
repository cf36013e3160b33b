/// What became of a file: the last part of its receipt's name.
public enum ReceiptOutcome: String, Sendable, CaseIterable {
  /// All of it is in force.
  case accepted = "nhan"
  /// All but the held rows is in force.
  case partly = "nhan-mot-phan"
  /// Nothing of it is in force until somebody says so.
  case held = "cho-xac-nhan"
  /// It cannot be used.
  case refused = "tu-choi"
}
