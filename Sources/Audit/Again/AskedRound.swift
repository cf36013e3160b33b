public import Tables

/// A round as its tables stand in force: what the second decision is made from.
/// Names in it are codes already, as `TableSchema` and what stands in force made them.
public struct AskedRound: Sendable {
  /// `Cách xét`, in the words of ``PublishedRules/Method``.
  public var method: PublishedRules.Method
  /// `Bằng điểm`.
  public var tiePolicy: PublishedRules.TiePolicy
  /// By wish number, NV1 first.
  public var margins: [Exact] = []
  /// The most that priority points may give; nil for no limit.
  public var priorityCap: Exact?
  /// Of the tickets; secret.
  public var lotteryKey = ""
  /// Of the draws; empty for none.
  public var seed = ""
  /// Which of several applications stands.
  public var duplicates: Duplicates = .lastSubmitted
  /// What wishes point at.
  public var programs: [Program] = []
  /// The tables in force by the word of their kind, in order of arrival.
  public var tables: [String: [TableInForce]] = [:]
  /// The columns that a roster may have.
  public var rosterColumns: [RosterColumn] = []
  /// By school, in lower case: the authority above it.
  public var parents: [String: String] = [:]
  /// Claims count only where they were verified.
  public var verifiedOnly = false
  /// Children that an earlier result keeps, by their identifiers: `SCHOOL/PROGRAM`.
  public var kept: [[String]: String] = [:]
  /// Of children kept on a seat of a reservation: its category and value, parted by a space.
  public var keptSeats: [[String]: String] = [:]
  /// Children who have left the place that they had, and compete no more.
  public var left: Set<[String]> = []
  /// Of those: who has declined its place or did not come, and which place that was: `SCHOOL/PROGRAM`.
  public var leftAt: [[String]: String] = [:]
  /// The schools whose own result stands while the round is not finalized as a whole.
  public var fixedSchools: Set<String> = []
  /// The schools that children had declined when the result was fixed.
  public var declined: [[String]: [String]] = [:]
  /// Of those schools: the ones to which they did not come.
  public var absent: [[String]: [String]] = [:]
  /// The round is finalized: nobody leaves before `xét bổ sung`.
  public var isFinal = false
  /// The newest `xét bổ sung`; nil for none.
  public var supplement: Supplement?

  /// Who takes part in `xét bổ sung`, by identifiers.
  public struct Supplement: Sendable {
    /// Who stays where it is: `SCHOOL/PROGRAM`.
    public var kept: [[String]: String]
    /// Who has left.
    public var left: Set<[String]>
    /// Of those: who has declined its place or did not come, and which place that was.
    public var refused: [[String]: String] = [:]
    /// Who was waiting, and the programs on whose list it stood.
    public var waiting: [[String]: [String]]
    /// For whom a seat is kept until its documents are reviewed, and where.
    public var awaited: [[String]: String] = [:]
    /// Whom a tie leaves to the council: where it is if the tied group stays out, and if it comes in;
    /// empty for nowhere.
    public var tied: [[String]: (out: String, stay: String)] = [:]
    /// Of those: the reservations on whose seats they are there, named as in ``AskedRound/keptSeats``.
    public var tiedSeats: [[String]: (out: String?, stay: String?)] = [:]

    /// The children of one `xét bổ sung`.
    public init(kept: [[String]: String], left: Set<[String]>, waiting: [[String]: [String]]) {
      self.kept = kept
      self.left = left
      self.waiting = waiting
    }
  }

  /// `Khi trùng hồ sơ`.
  public enum Duplicates: Sendable { case lastSubmitted, sourceSchool, portal, hold }

  /// A round without tables.
  public init(method: PublishedRules.Method, tiePolicy: PublishedRules.TiePolicy) {
    self.method = method
    self.tiePolicy = tiePolicy
  }

  /// The rows in force of one table.
  public struct TableInForce: Sendable {
    /// The unit code, and what it is: `department`, `authority`, `school`, `portal`, `finance`.
    public var sender: String
    /// See ``sender``.
    public var role: String
    /// The table as it was read.
    public var table: Table
    /// The rows that stand.
    public var rows: [Int32]
    /// Of a choice column, by key: what the code calls each word.
    public var choices: [String: [String]]

    /// Rows of a table.
    public init(
      sender: String, role: String, table: Table, rows: [Int32], choices: [String: [String]]
    ) {
      self.sender = sender
      self.role = role
      self.table = table
      self.rows = rows
      self.choices = choices
    }
  }

  /// A column of rosters.
  public struct RosterColumn: Sendable {
    /// `average9`.
    public var key: String
    /// What its values are.
    public var type: ValueType
    /// Everything that it is called.
    public var labels: [String]
    /// Of a choice column: the word for each value, as it is shown.
    public var words: [String]

    /// A column.
    public init(key: String, type: ValueType, labels: [String], words: [String]) {
      self.key = key
      self.type = type
      self.labels = labels
      self.words = words
    }
  }

  /// A row of programs.
  public struct Program: Sendable {
    /// What is published of it.
    public var published: PublishedRules.Program
    /// The least score, before any margin.
    public var minimum: Exact?
    /// Neither priority nor incentive counts.
    public var noPriority = false
    /// The first birth date.
    public var bornFrom: Day?
    /// The last birth date.
    public var bornTo: Day?
    /// Claims that may deviate from the age.
    public var ageExempt: [String] = []

    /// A program that asks for nothing; the rest is set afterwards.
    public init(_ published: PublishedRules.Program) { self.published = published }
  }
}

/// One row in force.
struct AskedRow {
  let table: AskedRound.TableInForce
  let row: Int

  var isHeld: Bool { table.table.held[row] }

  /// Trimmed, as it stands in the sheet or as a code; empty for a blank.
  func text(_ key: String) -> String { table.table.text(key, row) }

  /// A code as it is compared.
  func code(_ key: String) -> String { text(key).lowercased() }

  func number(_ key: String) -> Int64? { table.table.number(key, row) }

  func exact(_ key: String) -> Exact? { number(key).map { Exact(raw: $0) } }

  /// What the code calls the word in a choice column.
  func choice(_ key: String) -> String {
    guard let words = table.choices[key], let index = number(key), words.indices.contains(Int(index)) else {
      return ""
    }
    return words[Int(index)]
  }

  /// The parts of a list.
  func list(_ key: String) -> [String] {
    text(key).split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
  }

  /// personalId, moetId, examNo, applicationNo; empty also for what stands there and says nothing of anybody.
  var ids: [String] {
    ["personalId", "moetId", "examNo", "applicationNo"].map { key in
      let id = text(key)
      return id.isIdentifier ? id : ""
    }
  }
}

extension String {
  /// Not the blank of a formula without a value, an error value of a spreadsheet program, or digits that it lost.
  fileprivate var isIdentifier: Bool {
    switch utf8.first {
    case UInt8(ascii: " "): return false
    case UInt8(ascii: "#"), UInt8(ascii: "E"), UInt8(ascii: "e"):
      if ErrorValues.all.contains(uppercased()) { return false }
    default: break
    }
    // `9.12E+11`
    guard utf8.contains(UInt8(ascii: "+")) else { return true }
    let parts = uppercased().split(separator: "+", omittingEmptySubsequences: false)
    let (digits, power) = (parts[0].dropLast(), parts[1])
    let isLost =
      parts.count == 2 && parts[0].last == "E" && !digits.isEmpty && !power.isEmpty
      && digits.allSatisfy { "0123456789.,".contains($0) } && power.allSatisfy { "0123456789".contains($0) }
    return !isLost
  }
}

extension AskedRound {
  /// The rows of a kind, held ones too.
  func rows(_ kind: String) -> [AskedRow] {
    (tables[kind] ?? []).flatMap { table in table.rows.map { AskedRow(table: table, row: Int($0)) } }
  }
}

extension Substring {
  /// Without spaces at its ends.
  var trimmed: String {
    var rest = self.drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
