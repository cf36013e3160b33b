import Sheets
import Tables

/// What libFuzzer calls with each input that it makes up: `./run.sh test --long`.
///
/// The first byte says how the rest is meant. `P`: parts of a workbook, parted by
/// lines of `----`, are put into a container whose checksums are right, because no
/// mutation would find those; anything else is a file as it is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReading(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  let file = input.first == UInt8(ascii: "P") ? workbook(ofParts: input.dropFirst()) : input
  let limits = ReadingLimits(
    fileBytes: 1 << 20, inflatedBytes: 16 << 20, partBytes: 8 << 20, cells: 100_000)
  // Refused is well; what is read must hang together.
  if let workbook = try? readWorkbook(file, limits: limits) {
    for grid in workbook.grids { check(grid, limits) }
  }
  _ = sniff(file)
  _ = FileEnding(head: Array(file.prefix(4096)), tail: Array(file.suffix(65_557)), size: Int64(file.count))
  return 0
}

/// Ends the process if a grid is none: rows and cells ascend, and every text is there and is UTF-8.
private func check(_ grid: Grid, _ limits: ReadingLimits) {
  precondition(grid.cells.count <= limits.cells)
  precondition(grid.rows.first.map { $0.firstCell == 0 } ?? grid.cells.isEmpty)
  for row in grid.rows.indices {
    if row > 0 { precondition(grid.rows[row - 1].number < grid.rows[row].number) }
    let cells = grid.cells[grid.cellRange(ofRow: row)]
    precondition(!cells.isEmpty)
    for (one, next) in zip(cells, cells.dropFirst()) { precondition(one.column < next.column) }
    for cell in cells {
      let text = grid.text(of: cell)
      precondition(String(validating: text, as: UTF8.self) != nil)
    }
  }
}

private let paths = [
  "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
]

private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/// The parts that an input leaves out.
private let ordinary = [
  "", "<sst xmlns='\(main)'/>", "<styleSheet xmlns='\(main)'/>",
  "<workbook xmlns='\(main)' xmlns:r='\(office)'><sheets><sheet name='A' r:id='a'/></sheets></workbook>",
  """
  <Relationships><Relationship Id='a' Type='\(office)/worksheet' Target='worksheets/sheet1.xml'/>\
  <Relationship Id='b' Type='\(office)/sharedStrings' Target='sharedStrings.xml'/>\
  <Relationship Id='c' Type='\(office)/styles' Target='styles.xml'/></Relationships>
  """,
]

private func workbook(ofParts input: ArraySlice<UInt8>) -> [UInt8] {
  let separator = Array("----".utf8)
  var parts: [[UInt8]] = [[]]
  for line in input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if line.elementsEqual(separator) { parts.append([]) } else { parts[parts.count - 1] += line + [10] }
  }
  var entries = [
    (
      "_rels/.rels",
      Array(
        "<Relationships><Relationship Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
          .utf8)
    )
  ]
  for (index, path) in paths.enumerated() {
    entries.append((path, index < parts.count ? parts[index] : Array(ordinary[index].utf8)))
  }
  return container(entries)
}

/// A container with its parts stored.
private func container(_ parts: [(path: String, content: [UInt8])]) -> [UInt8] {
  func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  var file: [UInt8] = []
  var directory: [UInt8] = []
  for (path, content) in parts {
    let size = number(content.count, 4)
    let common =
      number(20, 2) + number(0, 8) + number(Int(checksum(content)), 4) + size + size
      + number(path.utf8.count, 2)
    directory += [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 12) + number(file.count, 4)
    directory += Array(path.utf8)
    file += [0x50, 0x4B, 3, 4] + common + number(0, 2) + Array(path.utf8) + content
  }
  let start = file.count
  file += directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
  return file + number(directory.count, 4) + number(start, 4) + number(0, 2)
}

private func checksum(_ content: [UInt8]) -> UInt32 {
  var sum: UInt32 = 0xFFFF_FFFF
  for byte in content {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
  return ~sum
}
