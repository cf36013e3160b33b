import Foundation
import Sheets
import TableSchema
import Tables
import Wording

/// What a file holds: its cells, and the tables they make.
struct FileContent: Sendable {
  var grids: [Grid] = []
  var isCSV = false
  var tables: [Table] = []
  /// The sheets with a header that we know and without a column that they need: no table, and no rows.
  var refused: [Table] = []
  /// What was found about the file and the sheets that gave no table.
  var findings: [Finding] = []
  /// The extension of its true type, for a file that gives no table: `pdf`.
  var fileExtension: String

  /// The first sheet of a receipt, which comes back with the rest when a receipt is corrected and sent again.
  private static let ownSheets = Set(Language.allCases.map { ReceiptWording($0).sheetName })

  /// Bytes to cells to tables. Never fails: what cannot be read is a finding.
  init(_ bytes: [UInt8], _ configuration: Configuration) {
    fileExtension = sniff(bytes).fileExtension
    do throws(ReadingError) {
      let workbook = try readWorkbook(bytes, limits: configuration.readingLimits)
      grids = workbook.grids
      if case .csv = workbook.format { isCSV = true }
      findings = workbook.notes
      if workbook.isEmpty {
        findings.append(Finding(.emptyFile, .error))
        return
      }
      for reading in readTables(grids, isCSV: isCSV, schemas: configuration.schemas) {
        if let table = reading.table {
          tables.append(table)
        } else if !FileContent.ownSheets.contains(reading.sheet) {
          findings += reading.refusal
          guard let kind = reading.kind else { continue }
          let row = reading.refusal.map(\.place.row).max() ?? 0
          refused.append(Table(kind: kind, sheet: reading.sheet, headerRow: Int32(clamping: row)))
        }
      }
    } catch {
      findings = [error.finding]
    }
  }
}

/// `transform` of every item, on `jobs` threads at a time; the results in the order of the items.
func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ transform: @escaping @Sendable (Item) -> Result
) -> [Result] {
  guard jobs > 1, items.count > 1 else { return items.map(transform) }
  let results = Slots<Result>(count: items.count)
  let next = Counter()
  DispatchQueue.concurrentPerform(iterations: min(jobs, items.count)) { _ in
    while let index = next.take(below: items.count) { results.set(index, transform(items[index])) }
  }
  return results.all
}

private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var value = 0

  func take(below limit: Int) -> Int? {
    lock.withLock {
      guard value < limit else { return nil }
      value += 1
      return value - 1
    }
  }
}

private final class Slots<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Value?]

  init(count: Int) { values = Array(repeating: nil, count: count) }

  func set(_ index: Int, _ value: Value) { lock.withLock { values[index] = value } }

  var all: [Value] { lock.withLock { values.compactMap(\.self) } }
}
