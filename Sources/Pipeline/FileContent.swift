import Disk
import Ledger
import Sheets
import TableSchema
import Tables
import Wording

/// What a file holds: its cells, and the tables they make.
struct FileContent: Sendable {
  var grids: [Grid] = []
  var isCSV = false
  var tables: [Table] = []
  /// The sheets with a header that we know and without a column that they need, as far as they were read: no row of
  /// them is used.
  var refused: [Table] = []
  /// What was found about the file and the sheets that gave no table.
  var findings: [Finding] = []
  /// The extension of its true type, for a file that gives no table: `pdf`.
  var fileExtension: String

  /// The kept bytes are missing, or not what was taken.
  private(set) var isLost = false

  /// Of a file whose bytes were removed.
  static let gone = FileContent()

  /// Of a file whose bytes were lost.
  static let lost: FileContent = {
    var content = FileContent()
    content.isLost = true
    return content
  }()

  private init() { fileExtension = "" }

  /// Of a file that has killed the program when it was read: nobody looks into it any more.
  ///
  /// - Parameter head: its first bytes, by which its type is told where its name is lost.
  static func deadly(_ received: Received, head: some Collection<UInt8> = []) -> FileContent {
    var content = FileContent()
    content.findings = [Finding(.deadlyContent, .error)]
    let parts = received.path.name.bytes.split(separator: 0x2E)
    if parts.count > 1, let last = parts.last, last.count < 6,
      last.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
    {
      content.fileExtension = String(decoding: last, as: UTF8.self).lowercased()
    } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      content.fileExtension = "xlsx"
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      content.fileExtension = "xls"
    } else {
      content.fileExtension = "bin"
    }
    return content
  }

  /// The first sheet of a receipt, which comes back with the rest when a receipt is corrected and sent again.
  private static let ownSheets = Set(Language.allCases.map { ReceiptWording($0).sheetName })

  /// The sheets of a form that are no table: the one that explains the others, by its name and its title,
  /// and the hidden one with names to choose from.
  private static func isOfAForm(_ grid: Grid) -> Bool {
    if isOfChoices(grid.name) { return grid.visibility != .visible }
    guard grid.visibility == .visible else { return false }
    return Language.allCases.map { FormWording($0) }.contains { words in
      grid.name == words.guide && grid.cells.first.map { grid.string(of: $0) } == words.guideTitle
    }
  }

  /// The sheet with names to choose from; a copy of it has a number behind its name: `DanhMuc (2)`.
  private static func isOfChoices(_ sheet: String) -> Bool {
    let (name, ours) = (sheet.lowercased(), BookSpec.choiceSheetName.lowercased())
    return name.hasPrefix(ours)
      && name.dropFirst(ours.count).allSatisfy { "0123456789 ()_".contains($0) }
  }

  /// Bytes to cells to tables. Never fails: what cannot be read is a finding.
  init(_ bytes: [UInt8], _ configuration: Configuration) {
    fileExtension = sniff(bytes).fileExtension
    do throws(ReadingError) {
      let workbook = try readWorkbook(bytes, limits: configuration.readingLimits)
      isCSV = workbook.hasTextsOnly
      findings = workbook.notes
      for grid in workbook.grids {
        let read = inUnicode(grid, schemas: configuration.schemas)
        let parted = configuration.parted(grid, readAs: read)
        grids.append(parted ?? read)
        if parted != nil { findings.append(Finding(.linesParted, .repair, at: .init(sheet: grid.name))) }
      }
      if workbook.isEmpty {
        findings.append(Finding(.emptyFile, .error))
        return
      }
      let sent = grids.filter { !FileContent.isOfAForm($0) }
      for reading in readTables(sent, isCSV: isCSV, schemas: configuration.schemas) {
        if let table = reading.table {
          tables.append(table)
        } else if let table = reading.refused {
          refused.append(table)
        } else if reading.kind == nil, FileContent.isOfChoices(reading.sheet) {
          // Somebody has looked at the names and left them shown.
          continue
        } else if !FileContent.ownSheets.contains(reading.sheet) {
          findings += reading.refusal
        }
      }
    } catch {
      findings = [error.finding]
    }
  }
}

extension Configuration {
  /// A sheet whose rows are lines of a CSV in one cell each, cut into cells, where that shows a header and the
  /// sheet as it stands has none.
  fileprivate func parted(_ grid: Grid, readAs read: Grid) -> Grid? {
    guard schemas.knownColumns(of: read) == 0, let parted = grid.partingLines(limits: readingLimits) else {
      return nil
    }
    let cells = inUnicode(parted, schemas: schemas)
    return schemas.knownColumns(of: cells) > 0 ? cells : nil
  }
}
