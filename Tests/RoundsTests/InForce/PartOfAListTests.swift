import TableSchema
import Tables
import Testing

@testable import Rounds

/// A list of which a sheet could not be read is a part of one: nobody is missing from it.
@Suite struct PartOfAListTests {
  private static let without = "Số định danh cá nhân|Họ và tên|NV1"

  private func unclassed(_ numbers: ClosedRange<Int>) -> String {
    rosterOf(numbers.map { child($0, "") })
  }

  private func refused(_ numbers: ClosedRange<Int>) -> String {
    ([Self.without] + numbers.map { "\(id($0))|Nguyễn Văn \($0)|A" }).joined(separator: "\n")
  }

  @Test func whoStandsOnTheOtherSheetStays() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", unclassed(1...40), unclassed(41...44))
    world.pass()
    world.drop("S", "l10", file: "a.xlsx", unclassed(2...40), refused(41...44))
    world.pass()
    #expect(world.outcome()?.result == .partly)
    #expect(world.outcome()?.changes == Changes(added: 0, removed: 0, altered: 0))
    #expect(world.inForce(.roster, "personalId").count == 44)
    let told = world.outcome()?.findings.filter { $0.code == .keptUnread }
    #expect(told?.map(\.place.sheet) == ["Sheet1"])
    #expect(told?.first?.facts == ["kept": "5", "sheets": "«Sheet2»", "unit": "people"])
    // The whole list, mended, takes out who is not on it.
    world.drop("S", "l10", file: "a.xlsx", unclassed(2...40), unclassed(41...44))
    world.pass()
    #expect(world.inForce(.roster, "personalId").count == 43)
    #expect(world.codes().isEmpty)
  }

  @Test func itAddsAndUpdates() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", unclassed(1...3))
    world.pass()
    world.drop(
      "S", "l10", file: "a.xlsx", rosterOf([child(3, "", wishes: "B"), child(4, "")]), refused(1...2))
    world.pass()
    #expect(
      world.inForce(.roster, "wish1") == ["2:A/thuong", "2:A/thuong", "3:B/thuong", "3:A/thuong"])
    #expect(world.outcome()?.changes == Changes(added: 1, removed: 0, altered: 1))
    #expect(world.outcome()?.findings.first { $0.code == .keptUnread }?.facts["kept"] == "2")
  }

  /// Whoever means to replace everything has not sent everything: nothing changes until it comes whole.
  @Test func itReplacesNothing() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", unclassed(1...20))
    world.pass()
    world.drop("S", "l10", mode: .replace, file: "a.xlsx", unclassed(11...21), refused(1...2))
    world.pass()
    #expect(world.outcome()?.result == .refused)
    #expect(world.outcome()?.tables.map(\.accepted) == [0])
    #expect(world.inForce(.roster, "personalId").count == 20)
    let told = world.outcome()?.findings.filter { $0.code == .partialReplacement }
    #expect(told?.map(\.place.sheet) == ["Sheet1"])
    #expect(told?.first?.facts == ["sheets": "«Sheet2»"])
    // Without the sheet, or with it mended, it is the whole.
    world.drop("S", "l10", mode: .replace, file: "a.xlsx", unclassed(11...21))
    world.pass()
    #expect(world.outcome()?.result == .taken)
    #expect(world.inForce(.roster, "personalId").count == 11)
  }

  /// What is of another kind in the same workbook is used; of several sheets the first says it; and with too many errors
  /// beside it the roster is still held against what others sent.
  @Test func itIsSaidOnceAndOfItsKind() {
    var world = Setup.world()
    world.drop("T", "l10", file: "t.xlsx", unclassed(5...5))
    world.pass()
    let other = child(5, "", wishes: "X").replacing("Nguyễn Văn 5", with: "Ai Khác")
    world.drop(
      "S", "l10", mode: .replace, file: "a.xlsx", unclassed(1...2), rosterOf([other]), refused(3...4))
    world.drop(
      "so", "l10", mode: .replace, file: "b.xlsx", Setup.units, "Mã trường|Chỉ tiêu\nA|4",
      "Mã trường|Mã chương trình|Tên chương trình\nA||Lớp thường")
    world.pass()
    let told = world.outcome(3)?.findings.filter { $0.severity == .error && $0.place.sheet != "Sheet3" }
    #expect(
      Set(told?.map { "\($0.place.sheet) \($0.code.rawValue)" } ?? []) == [
        "Sheet1 too-many-errors", "Sheet2 too-many-errors", "Sheet1 partial-replacement",
        "Sheet2 foreign-key", "Sheet2 shared-identifier",
      ])
    #expect(world.outcome(4)?.result == .partly)
    #expect(world.outcome(4)?.tables.map(\.result) == [.taken, .refused])
  }

  /// A setup table that was to replace all and is not there: the round waits for it.
  @Test func setupThatReplacesNothing() {
    var world = Setup.world()
    world.drop(
      "so", "l10", mode: .replace, file: "b.xlsx", "Mã trường|Chỉ tiêu\nA|4\nB|9",
      "Mã trường|Mã chương trình|Tên chương trình\nA||Lớp thường")
    world.pass()
    #expect(world.outcome()?.result == .refused)
    #expect(world.round()?.setupFindings.map(\.finding.code) == [.partialReplacement])
  }

  @Test func aListWithoutLabelsThatWeKnow() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", unclassed(1...3), unclassed(4...5))
    world.pass()
    world.drop(
      "S", "l10", file: "a.xlsx", unclassed(1...3), "Một|Hai\n\(id(4))|x\n\(id(5))|y", "Ghi chú|x\n1|2")
    world.pass()
    #expect(world.inForce(.roster, "personalId").count == 5)
    let ignored = world.outcome()?.findings.filter { $0.code == .sheetIgnored }
    #expect(ignored?.map { $0.facts["content"] } == ["persons", nil])
    #expect(world.outcome()?.findings.first { $0.code == .keptUnread }?.facts["sheets"] == "«Sheet2»")
    world.drop(
      "S", "l10", mode: .replace, file: "a.xlsx", unclassed(1...3), "Một|Hai\n\(id(4))|x\n\(id(5))|y")
    world.pass()
    #expect(world.outcome()?.findings.contains { $0.code == .partialReplacement } == true)
    #expect(world.inForce(.roster, "personalId").count == 5)
    world.drop("S", "l10", mode: .replace, file: "a.xlsx", unclassed(1...3), "Ghi chú|x\n1|2")
    world.pass()
    #expect(world.inForce(.roster, "personalId").count == 3, "it takes the place of all")
  }

  /// Known by what stands in it under the labels of its neighbours, also where nobody has a personal id.
  @Test func aListByOtherNumbers() {
    var world = Setup.world()
    func room(_ numbers: ClosedRange<Int>, labels: Bool = true) -> String {
      ((labels ? ["Mã hồ sơ|Họ và tên|Ngày sinh|NV1"] : [])
        + numbers.map { "HS\(100 + $0)|Nguyễn Văn \($0)|02/03/2007|A" }).joined(separator: "\n")
    }
    world.drop("DVC", "l10", file: "a.xlsx", room(1...20), room(21...24))
    world.pass()
    world.drop("DVC", "l10", file: "a.xlsx", room(1...20), room(21...24, labels: false))
    world.pass()
    #expect(world.outcome()?.result == .partly)
    #expect(world.inForce(.roster, "applicationNo").count == 24)
    let told = world.outcome()?.findings.first { $0.code == .sheetIgnored }
    #expect(told?.severity == .error && told?.facts["content"] == "persons")
  }

  /// Statistics beside a list hold nobody.
  @Test(arguments: [
    "STT|Lớp|Sĩ số|Nữ|Dân tộc|Ghi chú\n1|9A1|30|12|1|\n2|9A2|31|14|0|",
    "Lớp|Sĩ số|Nam|Nữ\n9A1|30|18|12\n9A2|31|17|14\nCộng|61|35|26",
    "Lớp|Tổng số|Nam|Nữ|Dân tộc\n9A1|30|18|12|1\n9A2|31|17|14|0",
    "STT|Lớp|Họ tên GVCN|Sĩ số|Nữ\n1|9A1|Trần Thị Lan|30|12\n2|9A2|Lê Văn Ba|31|14",
    "Lớp|Học sinh|Nữ\n9A1|30|12\n9A2|31|14",
  ])
  func aSheetOfNumbersIsNoList(_ statistics: String) {
    var world = Setup.world()
    let other = "Lớp|Giỏi|Khá\n9A1|5|20\n9A2|6|21"
    world.drop("S", "l10", file: "a.xlsx", unclassed(1...20), statistics, other)
    world.pass()
    #expect(world.outcome()?.result == .taken)
    world.drop("S", "l10", file: "a.xlsx", unclassed(2...20), statistics, other)
    world.pass()
    #expect(world.outcome()?.result == .taken)
    #expect(world.inForce(.roster, "personalId").count == 19)
    world.drop("S", "l10", mode: .replace, file: "a.xlsx", unclassed(3...20), statistics)
    world.pass()
    #expect(world.outcome()?.result == .taken)
    #expect(world.inForce(.roster, "personalId").count == 18)
  }

  /// Who stands in it by name and birth date, under labels that resemble the right ones, is somebody.
  @Test(arguments: ["Tên các học sinh|Ngày sinh", "Học sinh|Lớp"])
  func aListWithOtherLabels(_ labels: String) {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", unclassed(1...20))
    world.pass()
    let second = labels.hasSuffix("Lớp") ? "9A1" : "02/03/2007"
    let list = "\(labels)|NV1\nNguyễn Văn 19|\(second)|A\nNguyễn Văn 20|\(second)|A"
    world.drop("S", "l10", file: "a.xlsx", unclassed(1...18), list)
    world.pass()
    #expect(world.outcome()?.result == .partly)
    #expect(world.inForce(.roster, "personalId").count == 20)
  }

  /// Nothing is said where there is nothing to say, and tables about nobody are told by their keys.
  @Test func onlyWhatIsKeptIsTold() {
    var world = Setup.world()
    world.drop("S", "l10", file: "a.xlsx", unclassed(1...3), refused(4...5))
    world.drop(
      "so", "l10", file: "b.xlsx", "Mã trường|Chỉ tiêu\nB|99",
      "Mã trường|Mã chương trình|Tên chương trình\nA||Lớp thường")
    world.pass()
    #expect(world.outcome(2)?.findings.contains { $0.code == .keptUnread } == false)
    #expect(world.round()?.programs.map(\.quota) == [5, 10, 99])
    #expect(
      world.outcome(3)?.findings.first { $0.code == .keptUnread }?.facts
        == ["kept": "2", "sheets": "«Sheet2»", "unit": "rows"])
  }
}
