import Sheets
import Tables
import Testing

@testable import Exports

@Suite struct OutputFileTests {
  /// Enough rows for several rounds of work, of which some are guarded.
  private func file(jobs: Int) -> OutputFile {
    var header = CSVWriter(guardsFormulas: true)
    header.text("number")
    header.text("name")
    header.endRow()
    return OutputFile("a.csv", header: header, of: 30_000, jobs: jobs) { numbers in
      var csv = CSVWriter(piece: true)
      for number in numbers {
        csv.integer(Int64(number))
        csv.text(number % 9000 == 17 ? "=Hồ Em" : "Nguyễn, Ân")
        csv.endRow()
      }
      return csv
    }
  }

  @Test func rowsOfManyThreadsStandInOrder() {
    let alone = file(jobs: 1)
    #expect(alone.rows == 30_000)
    #expect(alone.altered == ["B19", "B9019", "B18019", "B27019"])
    let lines = String(decoding: alone.bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    #expect(
      lines[0] == "number,name" && lines[18] == "17,\"'=Hồ Em\"" && lines[30_000] == "29999,\"Nguyễn, Ân\"")
    for jobs in [2, 5] {
      let together = file(jobs: jobs)
      #expect(together.bytes == alone.bytes && together.altered == alone.altered)
      #expect(together.sha256 == alone.sha256)
    }
  }

  @Test func everyFileKnowsItsHash() {
    let made = file(jobs: 2)
    #expect(made.sha256 == SHA256.hex(made.bytes))
    #expect(OutputFile("b", bytes: [1, 2, 3], rows: 0).sha256 == SHA256.hex([1, 2, 3]))
    #expect(
      OutputFile("c", header: CSVWriter(guardsFormulas: true), of: 0, jobs: 2) { _ in
        CSVWriter(piece: true)
      }.sha256 == SHA256.hex([0xEF, 0xBB, 0xBF]))
  }
}
