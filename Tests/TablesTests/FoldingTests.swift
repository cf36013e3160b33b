import Tables
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Nguyễn Thị Ánh Đào", "nguyen thi anh dao"),
    ("TRƯỜNG THPT LÊ QUÝ ĐÔN", "truong thpt le quy don"),
    // The same, decomposed.
    ("Nguye\u{302}\u{303}n Thi\u{323} A\u{301}nh", "nguyen thi anh"),
    // Half decomposed, as Windows-1258 has it.
    ("Nguyê\u{303}n", "nguyen"),
    // Both places of the tone mark.
    ("hoà", "hoa"), ("hòa", "hoa"),
    // Icelandic eth for đ.
    ("Ðông ðông", "dong dong"),
    ("  Số \t định\u{A0}danh\r\ncá  nhân ", "so dinh danh ca nhan"),
    ("zero\u{200B}width\u{FEFF}", "zerowidth"),
    ("", ""), (" \u{A0} ", ""),
    ("straße ЖЖ", "straße жж"),
  ])
  func folds(text: String, expected: String) {
    #expect(folded(text) == expected)
    #expect(folded(Array(text.utf8)) == Array(expected.utf8))
  }

  @Test func everyVowelFoldsToItsBase() {
    for (base, spellings) in [
      ("a", "àảãáạăằẳẵắặâầẩẫấậÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ"), ("e", "èẻẽéẹêềểễếệÈẺẼÉẸÊỀỂỄẾỆ"), ("i", "ìỉĩíịÌỈĨÍỊ"),
      ("o", "òỏõóọôồổỗốộơờởỡớợÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ"), ("u", "ùủũúụưừửữứựÙỦŨÚỤƯỪỬỮỨỰ"), ("y", "ỳỷỹýỵỲỶỸÝỴ"),
      ("d", "đĐ"),
    ] {
      for character in spellings { #expect(folded(String(character)) == base) }
    }
  }

  @Test func bytesThatAreNotTextDoNotCrash() {
    #expect(folded([0x41, 0xFF, 0x42]) == Array("a\u{FFFD}b".utf8))
  }

  @Test func foldingTwiceChangesNothing() {
    for text in ["Đỗ  Thị\u{A0}Ngọc Ánh", "A-b (*) :", "ÆØ ß"] {
      #expect(folded(folded(text)) == folded(text))
    }
  }
}
