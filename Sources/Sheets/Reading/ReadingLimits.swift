import Tables

/// How much of a file is read before it is refused: the one place for it.
///
/// Each limit is held while the bytes stream past, so that no number which a
/// file claims about itself is believed. ``FileLimit`` has the same names.
public struct ReadingLimits: Hashable, Sendable {
  /// Bytes of the file as it was sent.
  public let fileBytes: Int
  /// Bytes of all parts of a workbook that were read, inflated; and of the texts
  /// of all cells, each counted wherever it is shown.
  public let inflatedBytes: Int
  /// Bytes of one part of a workbook, inflated.
  public let partBytes: Int
  /// Parts in the container of a workbook.
  public let entries: Int
  /// Cells of a file that hold something.
  public let cells: Int
  /// Characters of one cell, counted as spreadsheet programs do (UTF-16 units).
  public let cellCharacters: Int
  /// Elements open at once in an XML part.
  public let xmlDepth: Int
  /// Attributes and namespaces of one element: a parser compares each with each.
  public let xmlAttributes: Int
  /// Bytes of one tag, comment or CDATA section of an XML part.
  public let xmlTagBytes: Int

  /// Limits with the defaults of guarantee F47. Byte counts are capped at 1 GiB
  /// and cells at 2³⁰, so that positions in a ``Grid`` always fit their fields.
  public init(
    fileBytes: Int = 64 << 20, inflatedBytes: Int = 512 << 20, partBytes: Int = 256 << 20,
    entries: Int = 4_096, cells: Int = 20_000_000, cellCharacters: Int = 32_767, xmlDepth: Int = 256,
    xmlAttributes: Int = 256, xmlTagBytes: Int = 256 << 10
  ) {
    let most = 1 << 30
    self.fileBytes = min(fileBytes, most)
    self.inflatedBytes = min(inflatedBytes, most)
    self.partBytes = min(partBytes, most)
    self.entries = entries
    self.cells = min(cells, most)
    self.cellCharacters = min(cellCharacters, most / 8)
    self.xmlDepth = xmlDepth
    self.xmlAttributes = xmlAttributes
    self.xmlTagBytes = xmlTagBytes
  }

  /// The defaults.
  public static let standard = ReadingLimits()

  func maximum(_ name: FileLimit) -> Int {
    switch name {
    case .fileBytes: fileBytes
    case .inflatedBytes: inflatedBytes
    case .partBytes: partBytes
    case .entries: entries
    case .cells: cells
    case .cellCharacters: cellCharacters
    case .xmlDepth: xmlDepth
    case .xmlAttributes: xmlAttributes
    case .xmlTagBytes: xmlTagBytes
    case .blankRecords: Grid.mostBlankRecords
    }
  }
}
