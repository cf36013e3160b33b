import Sheets
import Tables
import Testing

/// Formats without checksums: a changed bit may be another letter. It is never a
/// crash, and never more cells than the bytes can hold.
@Suite struct ChangedBitsTests {
  private static let files: [[UInt8]] = [
    Array(
      "<html><table><tr><td rowspan=2>Ẩn</td><td x:num='1'>1E+5</td></tr><tr><td>b</td></tr></table></html>"
        .utf8),
    Array(
      """
      <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table><Row ss:Index="2">\
      <Cell ss:MergeAcross="1"><Data ss:Type="Number">8</Data></Cell></Row></Table></Worksheet></Workbook>
      """.utf8),
    Array("T".utf8) + [0xEA] + Array("n;Nguy".utf8) + [0xEA, 0xDE] + Array("n\n1;\"a\"\n".utf8),
    [0xFF, 0xFE] + Array("Tên;\"Đỗ\"\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
  ]

  @Test(arguments: files.indices)
  func changedBits(_ index: Int) {
    let file = Self.files[index]
    for bit in 0..<(file.count * 8) {
      var changed = file
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let workbook = try? readWorkbook(changed) else { continue }
      #expect(workbook.grids.reduce(0) { $0 + $1.cells.count } <= file.count)
    }
  }
}
