import Dispatch
import Rounds
import Sample
import Sheets
import TableSchema
import Tables

/// Reads the rosters of the made-up province, and measures it beside the least that it can cost.
struct ReadingBench {
  let files: [SampleFile]
  let schemas: SchemaSet
  let watch: Stopwatch

  /// One round through all files, each carried from bytes to tables before the next.
  struct Result {
    var bytes = 0
    var bareSeconds = 0.0
    var readSeconds = 0.0
    var validateSeconds = 0.0
    var tables: [[Table]] = []
  }

  func run() throws(BenchError) -> Result {
    var result = Result()
    for file in files {
      do {
        result.bytes += try watch.add(to: &result.bareSeconds) { () throws(ReadingError) in
          try bareXLSXPass(file.bytes)
        }
        let workbook = try watch.add(to: &result.readSeconds) { () throws(ReadingError) in
          try readWorkbook(file.bytes)
        }
        let tables = watch.add(to: &result.validateSeconds) {
          readTables(workbook.grids, isCSV: false, schemas: schemas).compactMap(\.table)
        }
        guard !tables.isEmpty else { throw BenchError.unreadable(file.path) }
        result.tables.append(tables)
      } catch {
        throw .unreadable(file.path)
      }
    }
    return result
  }

  /// The seconds of reading and validating with so many threads; what is read is thrown away.
  func parallel(jobs: Int) -> Double {
    let (files, schemas) = (files, schemas)
    return watch.time {
      DispatchQueue.concurrentPerform(iterations: jobs) { job in
        for index in stride(from: job, to: files.count, by: jobs) {
          guard let workbook = try? readWorkbook(files[index].bytes) else { continue }
          _ = readTables(workbook.grids, isCSV: false, schemas: schemas)
        }
      }
    }.seconds
  }

  /// The files as the ledger would hand them over, with their tables.
  func arrivals(_ tables: [[Table]]) -> [Arrival] {
    zip(files, tables).enumerated().map { index, entry in
      let (file, tables) = entry
      let parts = file.path.split(separator: "/").map(String.init)
      return Arrival(
        seq: index + 1, pass: 1, unit: parts.first ?? "", roundFolder: parts.count > 2 ? parts[1] : nil,
        file: parts.last ?? "", sha256: SHA256.hex(file.bytes), received: "", tables: tables)
    }
  }
}
