import TableSchema
import Testing

@Suite struct CatalogueTests {
  private static let entries: [(code: String, names: [String])] = [
    ("THPT-TANTRU", ["Trường THPT Tân Trụ", "Cấp 3 Tân Trụ"]),
    ("THCS-TT", ["Trường THCS Tân Trụ"]),
    ("TH-HOA", ["Trường Tiểu học Hoà Bình"]),
    ("TH-HOA-2", ["Trường TH Hòa Bình"]),
    ("LC", ["Trường THCS&THPT Long Cang"]),
    ("MG-1", ["Trường Mẫu giáo Sơn Ca"]),
    ("001", ["Nguyễn Trung Trực"]),
  ]
  private let schools = Catalogue(Self.entries)

  @Test(arguments: ["THPT-TANTRU", "thpt-tantru", " THPT-Tantru "])
  func codesHaveNoCase(_ text: String) {
    #expect(schools.resolve(text) == .code("THPT-TANTRU"))
  }

  @Test(arguments: [
    "Trường THPT Tân Trụ", "THPT Tân Trụ", "THPT TÂN  TRỤ", "Trung học phổ thông Tân Trụ",
    "trường trung học phổ thông tan tru", "THPT Ta\u{0302}n Tru\u{0323}", "Trường THPT. Tân Trụ",
    "Cấp 3 Tân Trụ",
  ])
  func namesFold(_ text: String) {
    #expect(schools.resolve(text) == .name("THPT-TANTRU"))
  }

  @Test(arguments: [
    "THCS & THPT Long Cang", "THCS-THPT Long Cang", "Trường THCS và THPT Long Cang",
    "Trung học cơ sở và Trung học phổ thông Long Cang",
  ])
  func schoolsOfTwoLevels(_ text: String) {
    #expect(schools.resolve(text) == .name("LC"))
  }

  @Test func typesPartSchools() {
    #expect(schools.resolve("THCS Tân Trụ") == .name("THCS-TT"))
    #expect(schools.resolve("MG Sơn Ca") == .name("MG-1"))
    #expect(schools.resolve("001") == .code("001"))
    #expect(schools.resolve("1") == .unknown(suggestion: nil))
  }

  @Test func severalBearersAreNamed() {
    #expect(schools.resolve("Tiểu học Hòa Bình") == .ambiguous(["TH-HOA", "TH-HOA-2"]))
  }

  @Test func theNearestIsSuggested() {
    #expect(schools.resolve("THPT Tân Trũi") == .unknown(suggestion: "Trường THPT Tân Trụ"))
    #expect(schools.resolve("Trường THPT Tân Trụu") == .unknown(suggestion: "Trường THPT Tân Trụ"))
    #expect(schools.resolve("Ngoài tỉnh") == .unknown(suggestion: nil))
    #expect(schools.resolve("") == .unknown(suggestion: nil))
  }

  /// That both are of one type makes no school like another.
  @Test func whatIsASchoolsOwnIsCompared() {
    let entries: [(code: String, names: [String])] = [
      ("A", ["Trường THPT A"]), ("L1", ["Trường THCS Long An"]), ("L2", ["Trường THPT Long Ân B"]),
    ]
    let few = Catalogue(entries)
    #expect(few.resolve("THPT Hoà") == .unknown(suggestion: nil))
    #expect(few.resolve("trường THPT") == .unknown(suggestion: nil))
    #expect(few.resolve("THPT Long Am") == .unknown(suggestion: "Trường THPT Long Ân B"))
    #expect(few.resolve("TH Long An") == .unknown(suggestion: "Trường THCS Long An"))
  }

  /// Without its type, or with a remark in brackets: asked about, if only one is called so.
  @Test func namesWithoutATypeAndWithRemarks() {
    let catalogue = Catalogue([
      (code: "T1", names: ["Trường THPT Tân Trụ", "THPT Tân Trụ"]),
      (code: "T2", names: ["THPT Nguyễn Thông"]),
      (code: "T3", names: ["THCS Nguyễn Thông"]),
    ])
    #expect(catalogue.resolve("Tân Trụ") == .unknown(suggestion: "Trường THPT Tân Trụ"))
    #expect(catalogue.resolve("Nguyễn Thông") == .unknown(suggestion: nil))
    #expect(catalogue.resolve("THPT Nguyễn Thông (Châu Thành)") == .unknown(suggestion: "THPT Nguyễn Thông"))
    #expect(catalogue.resolve("Tan Tru (huyện)") == .unknown(suggestion: "Trường THPT Tân Trụ"))
    #expect(catalogue.resolve("(không)") == .unknown(suggestion: nil))
  }

  /// "THPT Nguyen Thogn": was THPT Nguyễn Thông meant?
  @Test(arguments: [
    "THPT Nguyen Thogn", "Trường Trung học phổ thông Nguyễn Thôn", "truong thpt nguyen thon g.",
    "THPT NGUYEN TONG",
  ])
  func aSuggestionLooksThroughTheTypeOfSchool(_ text: String) {
    let catalogue = Catalogue([
      (code: "T1", names: ["Trường THPT Nguyễn Trung Trực"]), (code: "T2", names: ["THPT Nguyễn Thông"]),
    ])
    guard case .unknown(let suggestion) = catalogue.resolve(text) else {
      #expect(catalogue.resolve(text) == .name("T2"))
      return
    }
    #expect(suggestion == "THPT Nguyễn Thông", "\(text)")
  }
}
