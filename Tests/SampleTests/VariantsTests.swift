import Foundation
import Tables
import Testing

@testable import Sample

/// Every way of sending a list is there, and says what it should.
@Suite struct VariantsTests {
  private let province = Province(SampleSpec(seed: 2022, children: 1200))

  @Test func everyLayoutIsUsedInGradeTen() {
    let used = province.schools.leaving(.grade10).indices.map { Rosters.layout($0, .grade10) }
    #expect(
      Set(RosterLayout.all).subtracting(
        ChildrenTests.province.schools.leaving(.grade10).indices.map {
          Rosters.layout($0, .grade10)
        }
      ).isEmpty)
    #expect(used.contains { $0.split == .filePerClass })
  }

  private func table(_ layout: RosterLayout) throws -> SampleTable {
    let round = try #require(province.round(.grade10))
    let columns = Rosters(province).columns(.grade10, layout, withWishes: true)
    return RosterColumns.table("x", columns, Array(round.children.filter(\.applies).prefix(20)))
  }

  private func cells(_ table: SampleTable, _ label: String) throws -> [Cell] {
    let column = try #require(table.labels.firstIndex(of: label))
    return table.rows.map { $0[column] }
  }

  @Test func datesInEachForm() throws {
    let dates = try [RosterLayout.Dates.real, .slashes, .iso].map {
      try cells(table(RosterLayout(dates: $0)), "Ngày sinh")
    }
    for row in dates[0].indices {
      guard case .date(let day) = dates[0][row] else {
        Issue.record("no date")
        return
      }
      let (year, month, number) = day.components
      #expect(dates[1][row] == .text("\(number)/\(month)/\(year)"))
      #expect(dates[2][row] == .text(day.iso))
    }
    let columns = try table(RosterLayout(dates: .threeColumns))
    #expect(columns.labels.contains("Tháng"))
    #expect(!columns.labels.contains("Ngày sinh"))
  }

  @Test func anIdThatLostItsZero() throws {
    let texts = try cells(table(RosterLayout()), "Số định danh cá nhân")
    let numbers = try cells(table(RosterLayout(ids: .number)), "Số định danh cá nhân")
    for (text, number) in zip(texts, numbers) {
      guard case .text(let id) = text, case .number(let spelled) = number else {
        Issue.record("\(text) \(number)")
        return
      }
      #expect(spelled.utf8.count < 12)
      #expect(id.hasSuffix(spelled))
    }
  }

  @Test func decomposedTextHasMarksOfItsOwn() throws {
    let composed = try cells(table(RosterLayout()), "Họ và tên")
    let decomposed = try cells(table(RosterLayout(decomposed: true)), "Họ và tên")
    #expect(
      zip(composed, decomposed).contains { a, b in
        guard case .text(let a) = a, case .text(let b) = b else { return false }
        return Array(a.utf8) != Array(b.utf8) && a == b
      })
  }

  @Test func decomposingFollowsUnicode() {
    let letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĐƯỢNG ÁNH ẶỆỘ x-1"
    #expect(
      Array(letters.decomposedVietnamese.utf8) == Array(letters.decomposedStringWithCanonicalMapping.utf8))
  }

  @Test func commasInMarks() throws {
    let marks = try cells(table(RosterLayout(decimalComma: true)), "ĐTB 9")
    #expect(marks.contains { if case .text(let text) = $0 { text.contains(",") } else { false } })
  }

  @Test func delimitedTextIsQuoted() {
    let table = SampleTable(
      "x", ["a", "b;c"], [[.text("d\"e"), .integer(7)], [.date(day(2016, 2, 1)), .blank]])
    #expect(
      String(decoding: table.delimited(by: ";", byteOrderMark: false), as: UTF8.self)
        == "a;\"b;c\"\r\n\"d\"\"e\";7\r\n01/02/2016;\r\n")
    #expect(table.delimited().starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test func theMatrixIsWhole() {
    let rows = ScoringTables(province).conversions.rows
    #expect(rows.count == 40)
    #expect(Set(rows).count == 40)
    #expect(rows.contains { $0.dropFirst(2) == [.text("G"), .text("T"), .number("10")] })
    #expect(rows.contains { $0.dropFirst(2) == [.text("Yếu"), .text("Tốt"), .number("5")] })
  }

  @Test func everyPilotSchoolIsAUnit() {
    #expect(pilotSchools.count == 20)
    let schools = province.schools.all
    #expect(Set(schools.map(\.code)).count == schools.count)
    #expect(schools.prefix(20).allSatisfy { $0.code.utf8.count <= 32 })
    #expect(schools[4].code == "THCSTHPT-LUONGHOA")
  }
}
