public import Sheets
import Tables
import Wording

/// A file of a published folder.
public struct OutputFile: Sendable {
  /// From the folder: `tai-chinh/khoan-thu.xlsx`.
  public var path: String
  /// The whole file.
  public let bytes: [UInt8]
  /// Of ``bytes``, in hex: told once, where the file is made.
  public let sha256: String
  /// Rows of data in it; header and titles do not count.
  public var rows: Int
  /// Cells whose text was changed so that it can stand in the file: an
  /// apostrophe before what a spreadsheet would run as a formula, or cut at the
  /// length that a cell can hold. `E17`, with the sheet before it in a workbook.
  public var altered: [String] = []

  /// A file of bytes.
  ///
  /// - Parameter sha256: of them, where it is known.
  public init(_ path: String, bytes: [UInt8], rows: Int, sha256: String? = nil) {
    self.path = path
    self.bytes = bytes
    self.rows = rows
    self.sha256 = sha256 ?? SHA256.hex(bytes)
  }

  /// Whether it follows from the decided result. Who has not applied yet changes with every
  /// roster while a round is open, and decides nothing; nor does what is still to be reviewed.
  public var tellsResult: Bool {
    path != ListWording.List.notApplied.fileName && path != SchoolForm.decisions.rawValue
  }

  /// A workbook.
  public init(_ path: String, _ book: BookSpec) {
    let written = book.written()
    self.init(path, bytes: written.bytes, rows: written.sheets.reduce(0) { $0 + $1.rows })
    altered = written.cuts.map { $0.sheet + "!" + $0.cell }
  }

  /// A CSV whose first row is its header.
  init(_ path: String, _ csv: CSVWriter, sha256: String? = nil) {
    self.init(path, bytes: csv.bytes, rows: csv.rows - 1, sha256: sha256)
    altered = csv.guarded.map { cellAddress(column: $0.column, row: $0.row) }
  }

  /// A CSV of which `jobs` threads write some rows each at a time, while what was written before is hashed.
  /// The bytes are the same for any number of threads.
  init(
    _ path: String, header: CSVWriter, of items: Int, jobs: Int, _ rows: @Sendable (Range<Int>) -> CSVWriter
  ) {
    enum Piece { case rows(CSVWriter), hashed(SHA256) }
    var csv = header
    var hasher = SHA256()
    csv.bytes.withUnsafeBytes { hasher.update($0) }
    var unhashed: [CSVWriter] = []
    var next = 0
    while next < items || !unhashed.isEmpty {
      var works: [Range<Int>?] = [nil]
      while next < items, works.count <= OutputFile.pieces * jobs {
        works.append(next..<min(next + OutputFile.itemsInPiece, items))
        next += OutputFile.itemsInPiece
      }
      let (before, hashedBefore) = (unhashed, hasher)
      unhashed = []
      let done = inParallel(works, jobs: jobs) { work -> Piece in
        if let work { return .rows(rows(work)) }
        var hasher = hashedBefore
        for piece in before { piece.bytes.withUnsafeBytes { hasher.update($0) } }
        return .hashed(hasher)
      }
      for piece in done {
        switch piece {
        case .hashed(let further): hasher = further
        case .rows(let rows):
          csv.append(rows)
          unhashed.append(rows)
        }
      }
    }
    self.init(path, csv, sha256: hexText(hasher.finalize()))
  }

  /// So many items are written by one thread before it looks for more work.
  private static let itemsInPiece = 1024
  /// So many such pieces are written by each thread before they are put together.
  private static let pieces = 4
}
