import Sheets
import Testing

/// The content decides what a file is.
@Suite struct SniffTests {
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func stream(_ name: String) -> [UInt8] {
    compound + [UInt8](repeating: 7, count: 632) + name.utf8.flatMap { [$0, 0] } + [0, 0, 1]
  }

  private static func zip(_ names: String...) -> [UInt8] {
    Container(parts: names.map { .init($0, "x") }).bytes
  }

  private static func openDocument(_ type: String) -> [UInt8] {
    var mime = Container.Part("mimetype", "application/vnd.oasis.opendocument." + type)
    mime.method = 0
    return Container(parts: [mime, .init("content.xml", "<x/>")]).bytes
  }

  @Test("F46: what is no table is refused by its true type")
  func refusedByTheirTrueType() {
    let files: [(bytes: [UInt8], fileExtension: String, refusal: String)] = [
      (Self.stream("EncryptedPackage"), "xlsx", "password-protected"),
      (Self.stream("Workbook"), "xls", "format-error detail=container"),
      (Self.stream("PowerPoint Document"), "ppt", "unsupported-format format=document"),
      (Self.stream("WordDocument"), "doc", "unsupported-format format=document"),
      ([9, 4, 6, 0, 0, 0], "xls", "unsupported-format format=xls"),
      (Self.zip("[Content_Types].xml", "xl/workbook.bin"), "xlsb", "unsupported-format format=xlsb"),
      (Self.zip("[Content_Types].xml", "word/document.xml"), "docx", "unsupported-format format=document"),
      (Self.zip("Index/Document.iwa"), "numbers", "unsupported-format format=numbers"),
      (Self.openDocument("spreadsheet"), "ods", "unsupported-format format=ods"),
      (Self.openDocument("text"), "odt", "unsupported-format format=document"),
      (Self.zip("9A1.xlsx", "9A2.xlsx"), "zip", "unsupported-format format=archive"),
      (Self.zip(), "zip", "unsupported-format format=archive"),
      (Array("%PDF-1.7".utf8), "pdf", "unsupported-format format=pdf"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "png", "unsupported-format format=image"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "jpg", "unsupported-format format=image"),
      (Array("Rar!".utf8) + [0x1A, 0x07, 0], "rar", "unsupported-format format=archive"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0], "7z", "unsupported-format format=archive"),
      ([0x1F, 0x8B, 8, 0], "gz", "unsupported-format format=archive"),
      (Array("\u{FEFF} \n<HTML><table>".utf8), "html", "unfinished reason=page"),
      (Array("<table><tr>".utf8), "html", "unfinished reason=page"),
      (Array("MIME-Version: 1.0\n".utf8), "mht", "unsupported-format format=mht"),
      (Array("<?xml version=\"1.0\"?><Workbook/>".utf8), "xml", "format-error detail=xml"),
      (
        Array("<?xml version='1.0'?><office:document xmlns:office='urn:x'/>".utf8), "ods",
        "unsupported-format format=ods"
      ),
      (
        Array("<html><body><form>Đăng nhập</form></body></html>".utf8), "html",
        "unsupported-format format=page"
      ),
      (Array("{\\rtf1".utf8), "rtf", "unsupported-format format=document"),
    ]
    for file in files {
      #expect(sniff(file.bytes).fileExtension == file.fileExtension)
      #expect(refusal(file.bytes) == file.refusal)
      #expect(isDone(file.bytes))
    }
  }

  @Test("F46: tables are read whatever they are called")
  func readWhateverTheyAreCalled() {
    #expect(sniff(book("").bytes) == .xlsx)
    #expect(sniff(Array("Mã,Tên\n".utf8)) == .csv)
    #expect(sniff(Array("PK,Tên\n".utf8)) == .csv)
    for text in ["<5,6\n", "<Trường>,<Thôn>\n", "<tên>,table\n", "Tên,<table>\nAn,<tr>\n", "<\n"] {
      #expect(sniff(Array(text.utf8)) == .csv, "\(text)")
    }
    var macros = book(#"<row><c><v>1</v></c></row>"#)
    macros.parts.append(.init("xl/vbaProject.bin", "x"))
    #expect(sniff(macros.bytes) == .xlsm)
    #expect(refusal(macros) == #"read: [["A1=number 1"]]"#)
  }
}
