import Tables
import Testing

@testable import Sheets

/// Large parts are inflated on another thread: nothing else may change.
@Suite struct InflateAheadTests {
  private let sheet = "xl/worksheets/sheet1.xml"

  /// A sheet over the size from which on a part is inflated ahead.
  private func large(_ middle: String = "", rows: Int = 60_000) -> Container {
    let text = { (number: Int) in
      "<row><c t=\"str\"><v>Học sinh lớp chín, số \(number)</v></c><c><v>\(number)</v></c></row>"
    }
    var file = book("")
    file[sheet].content = Array(
      sheetPart((0..<rows / 2).map(text).joined() + middle + (rows / 2..<rows).map(text).joined()).utf8)
    file[sheet].deflated = bareDeflate(of: file[sheet].content)
    #expect(file[sheet].content.count > InflateAhead.leastSize)
    return file
  }

  @Test func theSameCells() throws {
    let grid = try #require(try readWorkbook(large().bytes).grids.first)
    #expect(grid.cells.count == 120_000)
    #expect(grid.string(of: grid.cells[119_998]) == "Học sinh lớp chín, số 59999")
  }

  @Test func anErrorInTheMiddleEndsBothThreads() {
    #expect(refusal(large("<row><c r='XFE1'/></row>")).hasPrefix("format-error A30001 detail=address"))
    #expect(refusal(large("<!DOCTYPE x>")).hasPrefix("format-error detail=xml"))
    #expect(refusal(large(), limits: .init(partBytes: 3 << 20)).hasPrefix("too-large limit=partBytes"))
    #expect(refusal(large(), limits: .init(cells: 10)).hasPrefix("too-large A6 limit=cells"))
  }

  @Test func damageThatOnlyInflatingSees() {
    var file = large()
    file[sheet].deflated = file[sheet].deflated.map { Array($0.prefix($0.count / 2)) }
    #expect(refusal(file).hasPrefix("format-error"))
    file = large()
    file[sheet].deflated = file[sheet].deflated.map { $0 + [0] }
    #expect(refusal(file) == "format-error detail=container part=\(sheet)")
    file = large()
    file[sheet].claimedChecksum = 7
    #expect(refusal(file) == "format-error detail=checksum part=\(sheet)")
    // Room is made for no more cells than a part may have.
    file = large()
    file[sheet].claimedSize = .max - 1
    #expect(refusal(file) == "format-error detail=size part=\(sheet)")
  }

  @Test func manyAtOnce() async throws {
    let bytes = large().bytes
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<12 { group.addTask { try readWorkbook(bytes).grids[0].cells.count } }
      for try await count in group { #expect(count == 120_000) }
    }
  }
}
