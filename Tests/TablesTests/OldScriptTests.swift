import Tables
import Testing

/// What Vietnamese was written in before Unicode, and what became of Unicode on the way.
@Suite struct OldScriptTests {
  @Test(arguments: [
    ("TiÕng ViÖt", "Tiếng Việt"), ("M\u{AD}êng Kh\u{AD}\u{AC}ng", "Mường Khương"),
    ("NguyÔn V¨n ¸nh", "Nguyễn Văn ánh"),
    ("§Æng ThÞ Ngäc BÝch", "Đặng Thị Ngọc Bích"), ("Hä vµ tªn", "Họ và tên"),
    ("Lª V\u{A8}n – 9A1", "Lê Văn – 9A1"),
  ])
  func tcvn3(_ old: String, _ text: String) {
    #expect(Grid.Script.tcvn3.unicode(old) == text)
    #expect(Grid.Script.tcvn3Capitals.unicode(old) == text.uppercased())
  }

  @Test(arguments: [
    ("Tieáng Vieät raát hay", "Tiếng Việt rất hay"), ("Xin chaøo caùc baïn", "Xin chào các bạn"),
    ("Nguyeãn Vaên Ñöùc", "Nguyễn Văn Đức"), ("TRAÀN THÒ MYÕ LEÄ", "TRẦN THỊ MỸ LỆ"),
    ("Hoï vaø teân", "Họ và tên"), ("Lôùp", "Lớp"), ("Lyù", "Lý"), ("Vuõ Ngoïc Kyø", "Vũ Ngọc Kỳ"),
    ("Quyønh", "Quỳnh"),
    ("Löông ÔÛ", "Lương Ở"), ("maáy nghæ mó", "mấy nghỉ mĩ"),
  ])
  func vni(_ old: String, _ text: String) {
    #expect(Grid.Script.vni.unicode(old) == text)
  }

  /// What is Unicode already has letters for which the old scripts have no place.
  @Test(arguments: ["Nguyễn", "Hà", "Đỗ", "Ưng", "日本"])
  func whatIsUnicodeStays(_ text: String) {
    #expect(Grid.Script.tcvn3.unicode(text) == nil)
    #expect(Grid.Script.vni.unicode(text) == nil)
  }

  @Test func evidence() {
    #expect(SyllableCount("Nguyễn Thị Quỳnh, Đoàn Trang 9A1") == counted(4, of: 4))
    #expect(SyllableCount("NguyÔn V¨n ¸nh Tr­¬ng") == counted(0, of: 4))
    #expect(SyllableCount("Nguyeãn Vaên Ñöùc") == counted(0, of: 3))
    #expect(SyllableCount("Müller Zoë François") == counted(0, of: 3))
    #expect(SyllableCount("plain text - 12").words == 0)
  }

  private func counted(_ syllables: Int, of words: Int) -> SyllableCount {
    // Made from texts that are surely one or the other.
    SyllableCount(
      (Array(repeating: "ạ", count: syllables) + Array(repeating: "ßß", count: words - syllables))
        .joined(separator: " "))
  }

  @Test(arguments: [
    ("Nguyá»…n VÄƒn", "Nguyễn Văn"), ("HÃ ", "Hà"), ("Ä\u{90}á»— Æ¯ng", "Đỗ Ưng"), ("LÃª", "Lê"), ("ÃŠ", "Ê"),
    ("NguyÃ¡Â»â€¦n", "Nguyễn"), ("NgÃ¡Â»\u{C2}\u{8D}c", "Ngọc"), ("NguyÃ¡Â»â€¦n VÄƒn E", "Nguyễn Văn E"),
  ])
  func mangled(_ wrong: String, _ text: String) {
    #expect(unmangled(wrong.replacing("HÃ ", with: "HÃ\u{A0}")) == text)
  }

  /// As ISO 8859-1 has it: each byte is the character of its number.
  @Test(arguments: ["Nguyễn Văn Đức", "Đỗ Ưng", "Lớp học", "Giới tính", "“Ấp 3”"])
  func mangledByteForByte(_ text: String) {
    func bytewise(_ text: String) -> String {
      String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
    }
    #expect(unmangled(bytewise(text)) == text)
    #expect(unmangled(bytewise(bytewise(text))) == text)
  }

  @Test(arguments: [
    "Nguyễn", "Lê Hà", "An", "", "É", "Müller", "Ã", "Ãa", "á»", "NguyÔn", "Ba   na", "Nguyễn VÄƒn",
    "NguyÃ¡Â»n VÄƒn",
  ])
  func whatIsNotMangledStays(_ text: String) { #expect(unmangled(text) == nil) }

  @Test func whatCannotBeUndoneExactly() {
    #expect(isPartlyMangled("Nguyá» n"))
    #expect(isPartlyMangled("Ä‘?"))
    #expect(isPartlyMangled("Ä\u{91}?"))
    #expect(isPartlyMangled("NguyÃ¡Â»n"))
    #expect(!isPartlyMangled("Nguyễn Á Đ Æ Ä"))
  }
}
