import Foundation
import Sample
import Testing

/// Each ready-made setup, written by `sample`, carried to its official lists and checked again.
@Suite struct SampleProfileTests {
  @Test(arguments: SampleProfile.allCases)
  func aReadyMadeSetupIsCarriedToItsEnd(_ profile: SampleProfile) throws {
    let work = try Workdir()
    defer { work.remove() }
    let folder = try work.carry(profile)
    let statuses = Set(try work.rows(folder + "/ket-qua.csv").map { $0["status"] ?? "" })
    #expect(statuses.isSuperset(of: ["admitted", profile == .hoChiMinhCity ? "not-admitted" : "waiting"]))
    let verified = try work.run("verify", work.path(folder).path)
    #expect(verified.status == 0, "\(verified)")
  }

  @Test func aProfileThatIsNotThereIsNamed() throws {
    let work = try Workdir()
    defer { work.remove() }
    let result = try work.run("sample", work.path("mau").path, "--profile", "ha-noi-1925")
    #expect(
      result.status == 2 && result.errors.contains("ha-noi-1925") && result.errors.contains("ha-noi-2025"))
    #expect(work.files("mau") == [])
  }
}

extension Workdir {
  /// A ready-made setup from `sample` to its official lists; their folder.
  func carry(_ profile: SampleProfile) throws -> String {
    try useQuickSettings()
    let written = try run("sample", path("mau").path, "--profile", profile.rawValue)
    #expect(written.status == 0 && written.errors.isEmpty, "\(written)")
    let files = files("mau/Inbox")
    #expect(files.count >= 2 && files.allSatisfy { $0.contains("/\(profile.round)/") }, "\(files)")
    for file in files { try drop(file, Data(contentsOf: path("mau/Inbox/\(file)"))) }
    let taken = try run("run")
    #expect(taken.status == 0, "\(taken)")
    if [.grade1, .kindergarten].contains(profile) {
      // The number of the lottery comes by order, after the last file.
      try drop(
        "so/\(profile.round)/thao-tac.csv",
        "Thao tác,Số khởi tạo\r\nkhóa nhận hồ sơ,\r\nbốc thăm,572913\r\n")
      #expect(try run("run").status == 0)
    }
    let done = try run("finalize", profile.round, "--accept-held")
    #expect(done.status == 0, "\(done)")
    return "Outbox/so/\(profile.round)/chinh-thuc-01"
  }
}
