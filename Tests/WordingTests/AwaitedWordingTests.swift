import TableSchema
import Tables
import Testing
import Wording

/// Who names what stands in a row with an error of its own is sent to the table in which it stands.
@Suite struct AwaitedWordingTests {
  @Test(arguments: [
    (Field.Reference.school, "Đơn vị"), (.unit, "Đơn vị"), (.member, "Đơn vị"), (.program, "Chỉ tiêu"),
    (.conversion, "Bảng quy đổi"), (.priority, "Diện tuyển thẳng"), (.document, "Danh mục hồ sơ"),
  ])
  func theTableIsNamed(_ kind: Field.Reference, _ table: String) {
    let finding = Finding(
      .foreignKey, .error, value: "A",
      facts: ["kind": kind.rawValue, "undeclared": Undeclared.standing.rawValue])
    let text = statement(of: finding, in: .vi)
    #expect(text.contains("«A»") && text.contains(table) && text.contains("Không phải sửa ô này"), "\(text)")
    #expect(statement(of: finding, in: .en).contains("need not be changed"))
  }

  /// What its sender is to declare itself, a file does not wait for idly.
  @Test(arguments: Language.allCases)
  func whoDeclaresIsToldSo(_ language: Language) {
    let words = TaskWording(language)
    let idle = words.state(.partly, errors: 0, waits: true)
    #expect(words.state(.partly, errors: 0, waits: true, isOwn: true) != idle)
    #expect(words.task(.undeclared(3)).contains("3") && words.task(.undeclared(3)) != words.task(.setup(3)))
  }
}
