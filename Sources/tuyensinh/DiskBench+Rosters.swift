import Bench
import Disk
import Sample
import Sheets
import TableSchema
import Tables
import Wording

extension DiskBench {
  /// So many rosters are made up; the others are the same under other names.
  private static let differentRosters = 20
  private static let childrenOfARoster = 500

  /// The rosters of a whole province, from files to validated columns, by as many
  /// threads as there are. They have just been written: the disk itself is not waited for.
  func readRosters(_ schemas: SchemaSet) throws -> BenchMeasure {
    let folder = try folder(["rosters"])
    try writeRosters(in: folder)
    let disk = disk
    let start = disk.uptime()
    let rows = inParallel(Array(0..<Self.count), jobs: jobs) { index in
      guard let file = try? disk.openFile(FileName("\(index).xlsx"), in: folder),
        let bytes = try? disk.readAll(file), let workbook = try? readWorkbook(bytes)
      else { return 0 }
      return readTables(workbook.grids, isCSV: false, schemas: schemas).reduce(0) {
        $0 + ($1.table?.rowCount ?? 0)
      }
    }
    let seconds = Double(disk.uptime() - start) / 1e9
    guard !rows.contains(0) else { throw BenchError.unreadable("XLSX") }
    return BenchMeasure(
      .readFiles, rows: rows.reduce(0, +), seconds: seconds, bar: .rowsPerMinute(5_000_000),
      peakMemory: peakMemory())
  }

  private func writeRosters(in folder: Handle) throws {
    let spec = SampleSpec(
      seed: 2022, children: Self.differentRosters * Self.childrenOfARoster, rosters: Self.differentRosters)
    // The first is the department's setup.
    let rosters = Array((makeSample(spec).waves.first ?? []).dropFirst())
    guard !rosters.isEmpty else { return }
    for index in 0..<Self.count {
      let bytes = rosters[index % rosters.count].bytes
      try disk.write(bytes[...], to: try disk.createFile(FileName("\(index).xlsx"), in: folder))
    }
  }
}
