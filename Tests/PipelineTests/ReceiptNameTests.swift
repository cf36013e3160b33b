import Testing
import Wording

@testable import Pipeline

@Suite struct ReceiptNameTests {
  @Test(arguments: [
    ("Danh sách 9A1.xlsx", 1, "000017-danh-sach-9a1-nhan"),
    ("Danh sách 9A1.xlsx", 2, "000017-danh-sach-9a1-2-nhan"),
    ("../../etc/passwd", 1, "000017-nhan"), (".xlsx", 1, "000017-xlsx-nhan"), ("", 1, "000017-nhan"),
    ("Đợt – 1 (mới).tar.gz", 1, "000017-dot-1-moi-tar-nhan"),
    (
      String(repeating: "a b", count: 40), 1,
      "000017-" + String(String(repeating: "a-b", count: 40).prefix(40)) + "-nhan"
    ),
  ])
  func nothingOfTheSendersNameButLettersAndDigits(file: String, revision: Int, expected: String) {
    #expect(receiptName(seq: 17, file: file, revision: revision, outcome: .accepted) == expected)
  }

  @Test func longNumbersStayWhole() {
    #expect(receiptName(seq: 1_234_567, file: "a.csv", revision: 1, outcome: .refused) == "1234567-a-tu-choi")
  }
}
