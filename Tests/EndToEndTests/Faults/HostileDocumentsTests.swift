import Foundation
import Testing

/// No document makes the program open another file, or the network.
@Suite struct HostileDocumentsTests {
  /// Each asks for `secret` in its own way.
  private func documents(_ secret: String) -> [String: [UInt8]] {
    let entity =
      "<!DOCTYPE x [<!ENTITY a SYSTEM \"file://\(secret)\"><!ENTITY % b SYSTEM \"http://127.0.0.1:9/b\"> %b;]>"
    let rows = [["STT", "Họ và tên", "Ngày sinh"], ["1", "Nguyễn Văn Một", "01/02/2011"]]
    var entities = MadeWorkbook("Lớp", rows)
    entities.prologue = entity
    var included = MadeWorkbook("Lớp", rows)
    included.prologue =
      "<?xml-stylesheet type=\"text/xsl\" href=\"file://\(secret)\"?><?xml-model href=\"http://127.0.0.1:9/m\"?>"
    let cells = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    let page = """
      <!DOCTYPE html SYSTEM "file://\(secret)"><html><head><link rel=stylesheet href="file://\(secret)">
      <base href="http://127.0.0.1:9/"><style>@import url("file://\(secret)"); td {font-family:url(http://127.0.0.1:9/f)}</style>
      <meta http-equiv=refresh content="0; url=http://127.0.0.1:9/"></head><body>
      <iframe src="file://\(secret)"></iframe><img src="http://127.0.0.1:9/i"><object data="file://\(secret)"></object>
      <table>\(cells)</table></body></html>
      """
    let main = "urn:schemas-microsoft-com:office:spreadsheet"
    let old = { (prologue: String, inside: String) in
      """
      <?xml version="1.0"?>\(prologue)<Workbook xmlns="\(main)" xmlns:ss="\(main)" xmlns:xi="http://www.w3.org/2001/XInclude">
      <Worksheet ss:Name="L"><Table><Row><Cell><Data ss:Type="String">\(inside)</Data></Cell></Row></Table></Worksheet></Workbook>
      """
    }
    return [
      "entities.xlsx": entities.bytes, "included.xlsx": included.bytes, "page.xls": Array(page.utf8),
      "xhtml.xls": Array(
        ("<?xml version=\"1.0\"?>" + entity.replacing("x [", with: "html [")
          + "<html><body><table><tr><td>&a;</td></tr></table></body></html>").utf8),
      "entities.xml": Array(old(entity.replacing("x [", with: "Workbook ["), "&a;").utf8),
      "included.xml": Array(old("", "<xi:include href=\"file://\(secret)\" parse=\"text\"/>").utf8),
      "external.xml": Array(old("<!DOCTYPE Workbook SYSTEM \"file://\(secret)\">", "a").utf8),
    ]
  }

  @Test("F48: no document opens a file or the network")
  func noDocumentOpensAFileOrTheNetwork() throws {
    try withWorkdir { work in
      guard try work.can("command -v strace && strace -o /dev/null true", else: "strace is missing") else {
        return
      }
      let secret = work.path("secret.txt").path
      try Data("TOP-SECRET".utf8).write(to: URL(fileURLWithPath: secret))
      _ = try work.run("run")
      let documents = documents(secret)
      var paths: [String] = []
      for (name, bytes) in documents.sorted(by: { $0.key < $1.key }) {
        try Data(bytes).write(to: work.path(name))
        paths.append("\"$W/\(name)\"")
      }
      let traced = try work.shell(
        "strace -f -qq -s 4096 -o calls -e trace=%network,%file \"$T\" check \(paths.joined(separator: " ")) --workspace \"$W\""
      )
      #expect(traced.status < 2, "\(traced)")
      let calls = try work.text("calls").split(separator: "\n")
      // Each document was opened, and that is seen here.
      for name in documents.keys {
        #expect(calls.contains { $0.contains("open") && $0.contains(name) }, "\(name)")
      }
      #expect(!calls.contains { $0.contains("secret.txt") })
      let network = ["socket(", "connect(", "sendto(", "getaddrinfo", "resolv.conf"]
      #expect(!calls.contains { call in network.contains { call.contains($0) } })
      #expect(!traced.output.contains("TOP-SECRET"))
      for name in ["entities.xlsx", "entities.xml", "external.xml"] {
        let receipt = try object(try work.run("check", work.path(name).path, "--json"))
        let codes = (receipt["findings"] as? [[String: Any]])?.map { $0["code"] as? String }
        #expect(codes == ["forbidden-content"], "\(name)")
      }
      // What only asks to be fetched is no reason not to read the table.
      for name in ["included.xlsx", "page.xls"] {
        let receipt = try object(try work.run("check", work.path(name).path, "--json"))
        let tables = receipt["tables"] as? [[String: Any]]
        #expect(tables?.first?["rows"] as? Int == 1, "\(name): \(receipt)")
      }
    }
  }
}
