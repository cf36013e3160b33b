public import Tables

/// One column that a kind of table can have, or a family of numbered columns.
public struct Field: Sendable {
  /// The key; for a family what stands before the number (`wish` of `wish1`).
  public var name: String
  /// The label that templates write; `{n}` stands for the number in a family.
  public var title: String
  /// How its cells are read.
  public var type: ValueType
  /// What a school needs to know to fill it in, in the language of the schema files.
  public var description = ""
  /// A cell as somebody would write it.
  public var example = ""
  /// Other labels: `{n}` is a number in digits, `{i}` in Roman numerals.
  public var aliases: [String] = []
  /// Labels that it shares with another field; the content of the cells decides.
  public var sharedAliases: [String] = []
  /// The highest number of a family; 0 for a single column.
  public var numbered = 0
  /// Of a family: the numbers that templates offer.
  public var offered: [Int] = []
  /// What becomes of it.
  public var use = Use.stored
  /// What its values must satisfy.
  public var constraints = Constraints()
  /// The words of a choice, or of the items of a list; empty where any text will do.
  public var choices: [Choice] = []
  /// Of the items of a list: text, integer or decimal.
  public var itemType = ValueType.text
  /// What a text here names.
  public var reference: Reference?
  /// The field that it is a part of can be put together without it.
  var isOptionalPart = false
  /// Anything may be written, a date or a truth value too.
  public var isFree = false
  /// A count that a cell merged over several rows may be meant to share among them.
  public var isUnshared = false
  /// The kind of number by which it names somebody.
  public var identifier: Identifier?

  /// A single optional column without aliases.
  public init(name: String, title: String, type: ValueType) {
    self.name = name
    self.title = title
    self.type = type
  }

  /// What becomes of a column.
  public enum Use: Hashable, Sendable {
    /// It stands in the table under its key.
    case stored
    /// It stands in the table under `check:` and its key, to be compared with a roster; it never holds a row.
    case checked
    /// One of the columns that another field, of this name, can be put together
    /// from; `checked` as above.
    case part(of: String, checked: Bool)
    /// The running number of a row: left out.
    case ordinal
    /// Ordinary in such a table and of no use: left out without a note. It does
    /// not count as known when the kind is told.
    case leftOut
  }

  /// A value that is written in one of several ways.
  public struct Choice: Hashable, Sendable {
    /// What the code calls it.
    public var value: String
    /// What people write; the first is the one that templates offer.
    public var words: [String]

    /// A value and its words.
    public init(value: String, words: [String]) {
      self.value = value
      self.words = words
    }
  }

  /// What a column names, by code or by name.
  public enum Reference: String, Sendable, CaseIterable {
    case school, program, priority, conversion, field, round, wish, combo, `class`, document
    /// An authority, or the department.
    case unit
    /// Any school or authority of the round, or the department.
    case member
  }

  /// Whether what it names goes by a name as well as by a code.
  var hasNames: Bool {
    switch reference {
    case .school, .unit, .member, .program, .priority, .conversion, .wish, .document: true
    case .field, .round, .combo, .class, nil: false
    }
  }

  /// Numbers that name somebody: never computed with, and easily damaged by a spreadsheet.
  public enum Identifier: String, Sendable, CaseIterable {
    /// Twelve digits with century, gender and year of birth.
    case personal
    /// Ten digits.
    case moet
    case phone
    /// Of no structure that we know.
    case other

    /// How many digits it has; nil for one of no known structure.
    var digitCount: Int? {
      switch self {
      case .personal: 12
      case .moet, .phone: 10
      case .other: nil
      }
    }
  }

  /// Frictionless constraints, checked on the value.
  public struct Constraints: Sendable {
    /// A blank holds the row, and a missing column the table.
    public var required = false
    /// Required in rows where the field `field` has the value `value`.
    public var requiredWhen: (field: String, value: String)?
    /// Likewise; a blank is taken as it stands, with a note.
    public var expectedWhen: (field: String, value: String)?
    /// Of numbers, as in ``Column/numbers``.
    public var minimum: Int64?
    /// The greatest allowed, likewise.
    public var maximum: Int64?
    /// Of texts, in characters.
    public var minLength: Int?
    /// The greatest length, likewise.
    public var maxLength: Int?
    /// A regular expression that the whole text matches.
    public var pattern: String?
    /// The pattern in a few words, for the person who missed it.
    public var form = ""
    /// Texts that are refused, folded.
    public var reserved: [String] = []
    /// Texts that are ordinary; any other gets a note.
    public private(set) var known: [String] = []
    /// The same as they are compared: made once, and not for every sheet.
    private(set) var knownKeys: Set<[UInt8]> = []
    /// What they are.
    public var knownAs = Known.ethnicity
    /// Of an average: the keys of marks that it is made of, `{n}` for the number of the family.
    public var averageOf: [String] = []
    /// How many points an average may be away from the mean of those marks.
    public var averageWithin = 0
    /// Of a mark: what says in its place that somebody did not come.
    var absenceWords: [String] = []
    /// How many decimals a decimal may have.
    public var fraction = 4

    /// Says which texts are ordinary.
    mutating func know(_ texts: [String]) {
      known = texts
      knownKeys = KnownTexts.keys(texts)
    }
  }

  /// What a list of ordinary texts is of, with the names of old and new.
  public enum Known: String, Sendable, CaseIterable {
    case ethnicity
    /// Provinces; a text that ends with the name of one is ordinary, too.
    case province
  }

  /// The key of number `n` of a family; the key itself otherwise.
  public func key(_ n: Int = 0) -> String { numbered > 0 ? name + String(n) : name }

  /// The label of number `n` of a family; the label itself otherwise.
  public func label(_ n: Int = 0) -> String {
    numbered > 0 ? replacing("{n}", in: title, by: String(n)) : title
  }
}
