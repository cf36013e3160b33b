/// One column of a sheet.
public struct ColumnSpec: Sendable {
  public var label: String
  /// A heading over this column and its neighbours of the same heading; blank for none.
  public var group: String
  /// In characters of the ordinary font.
  public var width: Double
  public var kind: Kind
  /// Long texts go on in a second line instead of being cut off at the border.
  public var wraps: Bool
  /// A note on the header cell; blank for none.
  public var note: String
  /// The drop-down list of the body cells.
  public var choices: Choices?
  /// What is shown beside a body cell when it is entered.
  public var prompt: Prompt?

  /// What the column holds: decides format and alignment, for every cell of
  /// the column that may yet be filled in too.
  public enum Kind: Hashable, Sendable {
    case text
    /// Ids, phones, codes: text cells that a spreadsheet leaves alone.
    case code
    case integer
    /// Whole numbers shown with thousands marks: money.
    case amount
    /// With so many decimals shown, or with those that each number has.
    case decimal(places: Int?)
    /// Shown dd/mm/yyyy.
    case date
    /// Whole numbers counted down the sheet (STT).
    case ordinal
  }

  public init(
    _ label: String, group: String = "", width: Double, kind: Kind = .text, wraps: Bool = false,
    note: String = "", choices: Choices? = nil, prompt: Prompt? = nil
  ) {
    self.label = label
    self.group = group
    self.width = width
    self.kind = kind
    self.wraps = wraps
    self.note = note
    self.choices = choices
    self.prompt = prompt
  }
}

/// The words that a cell's drop-down list offers.
public struct Choices: Hashable, Sendable {
  public var words: [String]
  /// Anything else is refused by the spreadsheet program.
  public var isClosed: Bool

  public init(_ words: [String], isClosed: Bool = true) {
    self.words = words
    self.isClosed = isClosed
  }
}

/// A hint that a spreadsheet shows while a cell is being filled in; cut to 32
/// characters for the title and 255 for the text.
public struct Prompt: Hashable, Sendable {
  public var title: String
  public var text: String

  public init(title: String, text: String) {
    self.title = title
    self.text = text
  }
}
