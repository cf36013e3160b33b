import Disk
import Foundation
import Ledger
import TableSchema
import Tables
import Testing

@testable import Pipeline

/// What was read once is kept as bytes, and comes back the same or not at all.
@Suite struct ContentFormTests {
  private func contents() throws -> (Configuration, [FileContent]) {
    let season = try Season()
    let configuration = try season.workspace.configuration()
    let texts = [
      "Mã đơn vị,Tên đơn vị,Vai trò\r\nA,THPT An Bình,Trường\r\n,,Sai\r\n",
      "Số định danh cá nhân,Họ và tên,Ngày sinh,Lớp,ĐTB 9,NV1\r\n"
        + "080207000017,Lê Văn Bình,05/09/2007,9A1,\"8,5\",A\r\n8,Trần Văn Cường,32/13/2007,9A1,x,\r\n",
      "không,phải,bảng\r\n1,2,3\r\n", "",
      "<html><table><tr><td>Mã hồ sơ<td>Họ và tên<td>Ngày sinh<td>Lớp"
        + "<tr><td>H1<td>Lê Văn An<td>05/09/2007<td rowspan=2>9A1"
        + "<tr><td>H2<td>Lê Văn Bình<td>06/09/2007</table></html>",
    ]
    return (configuration, texts.map { FileContent(Array($0.utf8), configuration) })
  }

  @Test func everythingButTheCellsComesBack() throws {
    let contents = try contents().1
    #expect(contents.contains { !$0.tables.isEmpty } && contents.contains { !$0.findings.isEmpty })
    #expect(contents.contains { $0.tables.contains { !$0.copied.isEmpty } })
    for content in contents {
      let bytes = ContentForm.bytes(of: content)
      let back = try #require(ContentForm.content(bytes))
      #expect(back.isCSV == content.isCSV && back.fileExtension == content.fileExtension)
      #expect(back.findings == content.findings)
      #expect(back.tables.count == content.tables.count && back.refused.count == content.refused.count)
      for (a, b) in zip(back.tables + back.refused, content.tables + content.refused) {
        #expect(a.kind == b.kind && a.sheet == b.sheet && a.headerRow == b.headerRow)
        #expect(a.rowNumbers == b.rowNumbers && a.held == b.held && a.findings == b.findings)
        #expect(a.columns.count == b.columns.count && a.copied == b.copied)
        for (x, y) in zip(a.columns, b.columns) {
          #expect(x.key == y.key && x.label == y.label && x.sheetColumn == y.sheetColumn && x.type == y.type)
          #expect(x.texts.bytes == y.texts.bytes && x.texts.ends == y.texts.ends && x.numbers == y.numbers)
        }
      }
      #expect(ContentForm.bytes(of: back) == bytes)
    }
  }

  @Test func noOtherBytesAreAContent() throws {
    for content in try contents().1 {
      let bytes = ContentForm.bytes(of: content)
      for length in 0..<bytes.count { #expect(ContentForm.content(Array(bytes.prefix(length))) == nil) }
      #expect(ContentForm.content(bytes + [0]) == nil)
      // Whatever is changed, nothing traps; the seal of the shelf keeps such bytes away.
      for index in bytes.indices {
        var changed = bytes
        changed[index] = ~changed[index]
        _ = ContentForm.content(changed)
      }
    }
  }

  /// A property that is added to one of these must be written too.
  @Test func everyPropertyIsKnown() throws {
    func names(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label).sorted() }
    let table = Table(kind: .units, sheet: "", headerRow: 1)
    #expect(
      names(table)
        == ["columns", "copied", "findings", "headerRow", "held", "kind", "rowNumbers", "sheet"])
    let column = Column(key: "", label: "", sheetColumn: 0, type: .text)
    #expect(names(column) == ["key", "label", "numbers", "sheetColumn", "texts", "type"])
    #expect(names(TextColumn()) == ["bytes", "ends"])
    let finding = Finding(.emptyFile, .error)
    #expect(names(finding) == ["code", "facts", "place", "severity", "value"])
    #expect(names(finding.place) == ["column", "label", "row", "sheet"])
    #expect(
      names(try contents().1[0])
        == ["fileExtension", "findings", "grids", "isCSV", "isLost", "refused", "tables"])
  }
}
