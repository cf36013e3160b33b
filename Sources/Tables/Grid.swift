/// The cells of one sheet as a reader found them: only the cells that hold
/// something, row by row, their text in one arena.
///
/// Nothing here knows what the cells mean; a million styled empty cells cost
/// nothing.
public struct Grid: Sendable {
  /// The sheet's name; empty for a CSV.
  public var name: String
  /// Whether a person who opens the workbook sees the sheet: only then is it read as a table.
  public var visibility: Visibility
  /// Rows with at least one cell, in sheet order.
  public var rows: [Row]
  /// The cells of all rows, one row after the other, each row by column.
  public var cells: [Cell]
  /// UTF-8 text of cells whose `inShared` is false.
  public var bytes: [UInt8]
  /// UTF-8 text shared by the sheets of a workbook (copy on write, one buffer).
  public var sharedBytes: [UInt8]
  /// Ranges merged into one cell, as read (`A1:C2` is rows 1…2, columns 0…2).
  public var merges: [Merge]
  /// Dates count from 1904.
  public var epoch1904: Bool
  /// Some cell has a ``Cell/script`` other than Unicode.
  public var hasOldFonts = false
  /// Cells whose text was brought to Unicode, and what they were before.
  public var conversions: [Conversion] = []
  /// Cells, by their position, of which so many marks followed each other that some were left out.
  public var overmarked: [Int32] = []

  /// How numbers are shown that ``pattern(of:)`` knows.
  public var patterns: [NumberPattern] = []
  /// Some text is a formula that was written down, and not what it comes to: it begins with `=`.
  public var hasFormulaTexts = false
  /// Some text may have characters as a page spells them: `&#7877;`. What is known to have no `&` says so.
  public var mayHaveEntities = true
  /// Of a CSV, what stands between its fields; 0 of a workbook.
  public var separator: UInt8 = 0
  /// Of a CSV, how many records it has, those at its end without any value too; 0 of a workbook.
  public var recordCount: Int32 = 0
  /// Of a CSV, the records whose fields are all blank, which have no row. A line without a field is none of them.
  public var blankRecords: [BlankRecords] = []

  /// More of them than a sheet of a workbook has rows are not made of blanks: that many are told one by one at most.
  public static let mostBlankRecords = 1_048_576

  /// Records one below the other that have equally many fields, all of them blank.
  public struct BlankRecords: Sendable {
    /// The first one's number, from 1.
    public var first: Int32
    /// How many they are.
    public var count: Int32
    /// How many fields each has.
    public var fieldCount: UInt16

    /// So many of them, one below the other.
    public init(first: Int32, count: Int32, fieldCount: UInt16) {
      self.first = first
      self.count = count
      self.fieldCount = fieldCount
    }
  }

  /// As the workbook says; a very hidden sheet can be shown only by a program.
  public enum Visibility: Sendable { case visible, hidden, veryHidden }

  /// A row that holds something.
  public struct Row: Sendable {
    /// The row's number in the sheet, from 1.
    public var number: Int32
    /// Hidden, by a filter or by hand.
    public var hidden: Bool
    /// Index of the row's first cell in `cells`; the row ends where the next begins.
    public var firstCell: Int32
    /// How many fields its record has, blank ones too; 0 where rows are no records, as in a workbook.
    public var fieldCount: UInt16

    /// A row whose cells begin at `firstCell` and are appended next.
    public init(number: Int32, hidden: Bool, firstCell: Int32, fieldCount: UInt16 = 0) {
      self.number = number
      self.hidden = hidden
      self.firstCell = firstCell
      self.fieldCount = fieldCount
    }
  }

  /// A cell: its column, what kind of value it is, and where its text lies.
  public struct Cell: Sendable {
    /// Where its text begins, in bytes.
    public var start: UInt32
    /// How many bytes of text it has.
    public var length: UInt32
    /// The column, from 0.
    public var column: UInt16
    /// How the text is to be understood.
    public var kind: Kind
    /// ``inShared`` in the lowest bit, ``script`` in two bits above it, then ``zeros`` or, from 20 on, ``patternIndex``:
    /// millions of cells are kept.
    @usableFromInline var flags: UInt8

    /// The text lies in `sharedBytes`.
    @inlinable public var inShared: Bool {
      get { flags & 1 == 1 }
      set { flags = flags & ~1 | (newValue ? 1 : 0) }
    }

    /// What the cell's font makes of its characters.
    @inlinable public var script: Script {
      get { Script(rawValue: flags >> 1 & 3) ?? .unicode }
      set { flags = flags & ~6 | newValue.rawValue << 1 }
    }

    /// How many zeros the format of a number shows in front of it, up to 19: 3 for 123 shown as 000123.
    @inlinable public var zeros: UInt8 {
      get { flags >> 3 < 20 ? flags >> 3 : 0 }
      set { flags = flags & 7 | min(newValue, 19) << 3 }
    }

    /// Which of the sheet's ``patterns`` shows the number; nil for none.
    public internal(set) var patternIndex: Int? {
      get { flags >> 3 < 20 ? nil : Int(flags >> 3) - 20 }
      set { flags = flags & 7 | (newValue.map { UInt8(min($0, Cell.mostPatterns - 1)) + 20 } ?? 0) << 3 }
    }

    /// So many are left of five bits.
    static let mostPatterns = 12

    /// A cell whose text has been put into one of the two arenas.
    public init(
      start: UInt32, length: UInt32, column: UInt16, kind: Kind, inShared: Bool, script: Script = .unicode
    ) {
      self.start = start
      self.length = length
      self.column = column
      self.kind = kind
      flags = (inShared ? 1 : 0) | script.rawValue << 1
    }
  }

  /// Before Unicode, Vietnamese was written with fonts that draw its letters in
  /// the places of others: which, only the font says.
  public enum Script: UInt8, Sendable {
    case unicode
    /// TCVN3 (ABC): fonts called `.Vn…`.
    case tcvn3
    /// The same in a font that has capitals in the places of small letters: `.Vn…H`.
    case tcvn3Capitals
    /// VNI for Windows: fonts called `VNI-…`.
    case vni
  }

  /// A cell as it was before its text was brought to Unicode.
  public struct Conversion: Sendable {
    /// Position in `cells`.
    public var cell: Int32
    /// The cell with its former text, which is still in its arena.
    public var before: Cell
    /// What the text was written in.
    public var encoding: OldEncoding

    /// Of the cell at a position in `cells`.
    public init(cell: Int32, before: Cell, encoding: OldEncoding) {
      self.cell = cell
      self.before = before
      self.encoding = encoding
    }
  }

  /// What kind of value the cell's text spells.
  public enum Kind: UInt8, Sendable {
    /// The text itself.
    case text
    /// A number as the file spells it: `8.5`, `80207123456`, `8.3000000000000007`, `1E-3`.
    case number
    /// A number whose format shows a date, a time or both: an Excel serial.
    case date, time, dateTime
    /// An ISO 8601 date or date-time, as text.
    case isoDate
    /// `1` or `0`.
    case boolean
    /// An error value: `#N/A`.
    case error
    /// A formula that the writing program left without a value.
    case formulaWithoutValue
  }

  /// A merged range: both ends belong to it.
  public struct Merge: Hashable, Sendable {
    /// The upper row, as sheets number them, from 1.
    public var firstRow: Int32
    /// The lower row, from 1.
    public var lastRow: Int32
    /// The left column, from 0.
    public var firstColumn: UInt16
    /// The right column, from 0.
    public var lastColumn: UInt16

    /// The range between two corners.
    public init(firstRow: Int32, lastRow: Int32, firstColumn: UInt16, lastColumn: UInt16) {
      self.firstRow = firstRow
      self.lastRow = lastRow
      self.firstColumn = firstColumn
      self.lastColumn = lastColumn
    }
  }

  /// An empty sheet, to be filled row by row.
  public init(name: String, visibility: Visibility = .visible, epoch1904: Bool = false) {
    self.name = name
    self.visibility = visibility
    self.epoch1904 = epoch1904
    rows = []
    cells = []
    bytes = []
    sharedBytes = []
    merges = []
  }

  /// The cells of `rows[row]`, as indices into `cells`.
  public func cellRange(ofRow row: Int) -> Range<Int> {
    let end = row + 1 < rows.count ? Int(rows[row + 1].firstCell) : cells.count
    return Int(rows[row].firstCell)..<end
  }

  /// The bytes of a cell's text.
  @inlinable
  public func text(of cell: Cell) -> ArraySlice<UInt8> {
    let range = Int(cell.start)..<(Int(cell.start) + Int(cell.length))
    return cell.inShared ? sharedBytes[range] : bytes[range]
  }

  /// The cell's text as a string, for what a person will read.
  public func string(of cell: Cell) -> String { String(decoding: text(of: cell), as: UTF8.self) }
}

/// The address of a cell as people write it: column 3, row 17 is `D17`.
public func cellAddress(column: Int, row: Int) -> String { columnLetters(column) + String(row) }

/// The letters of a column counted from 0: `A`, `Z`, `AA`.
public func columnLetters(_ column: Int) -> String {
  var letters: [UInt8] = []
  var rest = column + 1
  while rest > 0 {
    rest -= 1
    letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
    rest /= 26
  }
  return String(decoding: letters.reversed(), as: UTF8.self)
}
