import Sheets
import Tables
import Testing

@testable import Sample

@Suite struct SampleFilesTests {
  /// Made once: half the default, with every way of sending.
  static let sample = makeSample(SampleSpec(seed: 2022, children: 2000))

  private var paths: [[String]] { SampleFilesTests.sample.waves.map { $0.map(\.path) } }

  @Test func oneSeedMakesOneProvince() {
    let again = makeSample(SampleSpec(seed: 2022, children: 2000))
    #expect(again.waves == SampleFilesTests.sample.waves)
    #expect(
      makeSample(SampleSpec(seed: 1, children: 300)).waves
        != makeSample(SampleSpec(seed: 2, children: 300)).waves)
  }

  @Test func threeWavesWithPathsOfTheirOwn() {
    #expect(paths.count == 3)
    for wave in paths {
      #expect(Set(wave).count == wave.count)
      #expect(wave.allSatisfy { !$0.contains("//") && $0.split(separator: "/").count >= 2 })
    }
    #expect(paths[2] == ["so/Khóa sổ và chốt.xlsx"])
    #expect(SampleFilesTests.sample.waves.joined().allSatisfy { !$0.bytes.isEmpty })
  }

  @Test(arguments: [0, 1, 7, 40, 301])
  func anySizeCanBeMade(children: Int) {
    let sample = makeSample(SampleSpec(children: children))
    #expect(sample.waves[0].contains { $0.path == "so/Thiết lập tuyển sinh 2022-2023.xlsx" })
  }

  @Test func everyUnitSends() {
    let senders = Set(paths[0].map { String($0.prefix { $0 != "/" }) })
    for unit in ["so", "cong", "PTC-TINH", "PGD-CANGIUOC", "THPT-TANTRU", "THCS-NHUTTAO", "MG-HOAMI"] {
      #expect(senders.contains(unit), "\(unit)")
    }
  }

  @Test func theWrongFilesAreThere() {
    #expect(paths[0].contains { $0.hasSuffix("/lop10-2022/Lớp 9A9.xlsx") })
    #expect(paths[0].contains { $0.hasSuffix("/Chỉ tiêu xin thêm.xlsx") })
    #expect(paths[0].contains { $0.hasSuffix("/lop10-2022/Lớp 9A8 (gõ tay).xlsx") })
    #expect(paths[1].contains { $0.hasSuffix("/lop10-2022/Lớp 9A8 (đã sửa).xlsx") })
    #expect(paths[1].contains { $0.hasSuffix("(bản mới).xlsx") })
    #expect(paths[1].contains { $0.contains("/bo-sung/") })
    #expect(paths[1].contains { $0.contains("Danh sách gửi lại") })
  }

  @Test func theNewerTablesAreThere() throws {
    let wave = SampleFilesTests.sample.waves[0]
    #expect(paths[0].contains { $0.hasSuffix("/lop10-2022/Kết quả duyệt hồ sơ.xlsx") })
    #expect(paths[0].contains("so/lop6-2022/Diện đã thẩm định.xlsx"))
    let setup = try #require(wave.first { $0.path.hasPrefix("so/Thiết lập") })
    let names = try readWorkbook(setup.bytes, limits: .standard).grids.map(\.name)
    for name in ["Biểu mẫu hồ sơ", "Danh mục hồ sơ", "Chỉ tiêu theo đối tượng"] {
      #expect(names.contains(name), "\(names)")
    }
  }

  @Test func measuringTakesOneRosterASchool() {
    let sample = makeSample(SampleSpec(children: 1000, rosters: 50))
    #expect(sample.waves.count == 1)
    #expect(sample.waves[0].count == 51)
    #expect(Set(sample.waves[0].map(\.path)).count == 51)
  }
}
