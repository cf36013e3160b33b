import Testing

@testable import Sheets

@Suite struct SheetNamesTests {
  @Test(arguments: [
    ("10A1", "10A1"), ("9/1", "9-1"), ("[a]:*?\\", "-a-----"), ("'quoted'", "quoted"), ("o'clock", "o'clock"),
    ("", "Sheet"), ("  ", "Sheet"), ("History", "SheetHistory"), ("a\u{1}b", "a b"),
    ("Danh sách học sinh trúng tuyển lớp 10", "Danh sách học sinh trúng tuyển"),
    (String(repeating: "😀", count: 20), String(repeating: "😀", count: 15)),
  ])
  func becomesValid(wish: String, name: String) {
    var names = SheetNames()
    #expect(names.take(wish) == name)
    #expect(name.utf16.count <= 31)
  }

  @Test func becomesUniqueWithoutRegardToCase() {
    var names = SheetNames()
    let long = String(repeating: "x", count: 31)
    #expect(names.take("lớp 10A") == "lớp 10A")
    #expect(names.take("LỚP 10a") == "LỚP 10a (2)")
    #expect(names.take("lớp 10a (2)") == "lớp 10a (2) (2)")
    #expect(names.take("lớp 10A") == "lớp 10A (3)")
    #expect(names.take(long) == long)
    #expect(names.take(long) == String(repeating: "x", count: 27) + " (2)")
  }
}
