/// A row of texts outside the table: a title, a note, a closing count.
public struct TextRow: Hashable, Sendable {
  /// From left to right; none for an empty row. The blocks share the sheet's
  /// width evenly: two of them stand left and right.
  public var blocks: [TextBlock]

  public init(_ blocks: TextBlock...) { self.blocks = blocks }

  /// An empty row.
  public static let blank = TextRow()
}

/// A text over one or several columns, merged into one cell.
public struct TextBlock: Hashable, Sendable {
  public var text: String
  /// The columns it covers, from 0; nil for its share of the sheet.
  public var columns: ClosedRange<Int>?
  public var bold: Bool
  public var italic: Bool
  public var size: Int
  public var alignment: CellStyle.Alignment
  public var tone: CellStyle.Tone

  public init(
    _ text: String, columns: ClosedRange<Int>? = nil, bold: Bool = false, italic: Bool = false,
    size: Int = CellStyle.ordinarySize, alignment: CellStyle.Alignment = .centre,
    tone: CellStyle.Tone = .plain
  ) {
    self.text = text
    self.columns = columns
    self.bold = bold
    self.italic = italic
    self.size = size
    self.alignment = alignment
    self.tone = tone
  }
}

/// One who signs a list: a line above, the role, a hint, room to sign, a name.
public struct Signature: Hashable, Sendable {
  /// Place and date, in italics above the role; blank for none.
  public var place: String
  public var role: String
  /// In italics below the role: `(Ký, ghi rõ họ tên)`; blank for none.
  public var hint: String
  /// Below the room to sign; blank to be written by hand.
  public var name: String

  public init(place: String = "", role: String, hint: String = "", name: String = "") {
    self.place = place
    self.role = role
    self.hint = hint
    self.name = name
  }
}
