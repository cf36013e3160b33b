public import Tables

/// Why a file cannot be read: a finding that holds the whole file.
public struct ReadingError: Error, Hashable, Sendable {
  /// One of `format-error`, `encoding-error`, `unsupported-format`,
  /// `password-protected`, `empty-file`, `too-large`, `forbidden-content`,
  /// `letters-lost` and `unfinished`.
  public var code: FindingCode
  /// The sheet, row and column, as far as the fault has any.
  public var place: Finding.Place
  /// The facts that ``FindingCode`` names. Besides, where they are known: `part`
  /// (the part of the workbook) and `line` (in that part, from 1);
  /// for `encoding-error` `encoding`, if one was recognised.
  public var facts: [String: String]
  /// What stands there, where it is a word.
  public var value: String

  init(
    _ code: FindingCode, at place: Finding.Place = .init(), value: String = "", facts: [String: String] = [:]
  ) {
    self.code = code
    self.place = place
    self.value = value
    self.facts = facts
  }

  /// The same as a finding.
  public var finding: Finding { Finding(code, .error, at: place, value: value, facts: facts) }

  static func damaged(
    _ damage: FileDamage, part: String? = nil, at place: Finding.Place = .init()
  ) -> ReadingError {
    var facts = ["detail": damage.rawValue]
    facts["part"] = part
    return ReadingError(.formatError, at: place, facts: facts)
  }

  static func cut(_ cut: FileCut, part: String? = nil, at place: Finding.Place = .init()) -> ReadingError {
    var facts = ["reason": cut.rawValue]
    facts["part"] = part
    return ReadingError(.unfinished, at: place, facts: facts)
  }

  static func over(
    _ limit: FileLimit, _ limits: ReadingLimits, at place: Finding.Place = .init()
  ) -> ReadingError {
    ReadingError(
      .tooLarge, at: place,
      facts: ["limit": limit.rawValue, "maximum": String(limits.maximum(limit))])
  }
}
