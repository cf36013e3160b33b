/// What the council concluded about an applicant at a program (tables.md,
/// rulings). It parts only those who are equal in everything before.
public enum Ruling: Hashable, Sendable {
  /// `nhận`: before those of whom nothing is said; of several the smaller order
  /// first, and those without one last.
  case admit(order: Int32?)
  /// `không nhận`: behind those of whom nothing is said.
  case refuse

  /// The last part of a key where the council decides; smaller is better.
  static func code(_ ruling: Ruling?) -> Int64 {
    switch ruling {
    case .admit(let order?): Int64(order)
    case .admit(nil): Int64(Int32.max) + 1
    case nil: Int64(Int32.max) + 2
    case .refuse: Int64(Int32.max) + 3
    }
  }
}
