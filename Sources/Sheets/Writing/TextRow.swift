/// A row of texts outside the table: a title, a note, a closing count.
public struct TextRow: Hashable, Sendable {
  /// From left to right; none for an empty row. The blocks share the sheet's
  /// width evenly: two of them stand left and right.
  public var blocks: [TextBlock]

  /// A row of these blocks.
  public init(_ blocks: TextBlock...) { self.blocks = blocks }

  /// An empty row.
  public static let blank = TextRow()
}

/// A text over one or several columns, merged into one cell.
public struct TextBlock: Hashable, Sendable {
  /// What it says; line breaks are kept.
  public var text: String
  /// The columns it covers, from 0; nil for its share of the sheet.
  public var columns: ClosedRange<Int>?
  /// In heavy letters.
  public var bold: Bool
  /// In slanted letters.
  public var italic: Bool
  /// In points.
  public var size: Int
  /// Where it stands within its columns.
  public var alignment: CellStyle.Alignment
  /// Its colours, by what they say.
  public var tone: CellStyle.Tone

  /// A text in ordinary letters in the middle, unless said otherwise.
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
  /// As what they sign: `HIỆU TRƯỞNG`.
  public var role: String
  /// In italics below the role: `(Ký, ghi rõ họ tên)`; blank for none.
  public var hint: String
  /// Below the room to sign; blank to be written by hand.
  public var name: String

  /// One who signs, by role.
  public init(place: String = "", role: String, hint: String = "", name: String = "") {
    self.place = place
    self.role = role
    self.hint = hint
    self.name = name
  }
}
