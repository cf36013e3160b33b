/// How a cell looks and what its number means.
public struct CellStyle: Hashable, Sendable {
  /// What the number in the cell is shown as.
  public var format: Format
  /// In heavy letters.
  public var bold: Bool
  /// In slanted letters.
  public var italic: Bool
  /// In points.
  public var size: Int
  /// From left to right; vertically always the middle.
  public var alignment: Alignment
  /// Long texts go on in a second line.
  public var wraps: Bool
  /// A thin line on all sides.
  public var bordered: Bool
  /// Its colours, by what they say.
  public var tone: Tone

  /// The size of body cells, in points.
  public static let ordinarySize = 11

  /// A style that differs from the ordinary one in what is given.
  public init(
    format: Format = .general, bold: Bool = false, italic: Bool = false,
    size: Int = CellStyle.ordinarySize, alignment: Alignment = .natural, wraps: Bool = false,
    bordered: Bool = false, tone: Tone = .plain
  ) {
    self.format = format
    self.bold = bold
    self.italic = italic
    self.size = size
    self.alignment = alignment
    self.wraps = wraps
    self.bordered = bordered
    self.tone = tone
  }

  /// What the number in the cell is shown as.
  public enum Format: Hashable, Sendable {
    case general
    /// Text, whatever is typed into it.
    case text
    case integer
    /// A whole number with at least so many digits, zeros in front: 6 shows 123 as 000123.
    case digits(Int)
    /// A number in the format with this code.
    case pattern(String)
    /// A whole number with thousands marks.
    case amount
    /// With so many decimals.
    case decimal(Int)
    /// dd/mm/yyyy.
    case date
    /// dd/mm/yyyy hh:mm.
    case dateTime
    /// hh:mm:ss.
    case time
  }

  /// `natural`: texts left, numbers right.
  public enum Alignment: Hashable, Sendable { case natural, left, centre, right }

  /// What the colour of a cell says.
  public enum Tone: Hashable, Sendable {
    case plain
    /// A header cell.
    case header
    /// Must be corrected.
    case error
    /// Was mended.
    case repair
    /// Worth knowing.
    case note
    /// All is well.
    case good
    /// A warning in red letters, without a fill.
    case warning
    /// Of less weight: grey letters.
    case faint
    /// Leads elsewhere: blue and underlined.
    case link
  }
}

extension ColumnSpec {
  /// The style of the column's body cells.
  func style(bordered: Bool) -> CellStyle {
    var style = CellStyle(wraps: wraps, bordered: bordered)
    switch kind {
    case .text, .code: style.format = .text
    case .integer: style.format = .integer
    case .amount: style.format = .amount
    case .decimal(.some(let places)): style.format = .decimal(places)
    case .decimal(nil): style.format = .general
    case .date:
      style.format = .date
      style.alignment = .centre
    case .ordinal: style.alignment = .centre
    }
    return style
  }
}
