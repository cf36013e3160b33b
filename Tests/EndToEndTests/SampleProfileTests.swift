import Foundation
import Sample
import Testing

/// Each ready-made setup, written by `sample`, carried to its official lists and checked again.
@Suite struct SampleProfileTests {
  @Test(arguments: SampleProfile.allCases)
  func aReadyMadeSetupIsCarriedToItsEnd(_ profile: SampleProfile) throws {
    let work = try Workdir()
    defer { work.remove() }
    try work.useQuickSettings()
    let written = try work.run("sample", work.path("mau").path, "--profile", profile.rawValue)
    #expect(written.status == 0 && written.errors.isEmpty, "\(written)")
    let files = work.files("mau/Inbox")
    #expect(files.count >= 2 && files.allSatisfy { $0.contains("/\(profile.round)/") }, "\(files)")
    for file in files { try work.drop(file, Data(contentsOf: work.path("mau/Inbox/\(file)"))) }
    let taken = try work.run("run")
    #expect(taken.status == 0, "\(taken)")
    if [.grade1, .kindergarten].contains(profile) {
      // The number of the lottery comes by order, after the last file.
      try work.drop(
        "so/\(profile.round)/thao-tac.csv",
        "Thao tác,Số khởi tạo\r\nkhóa nhận hồ sơ,\r\nbốc thăm,572913\r\n")
      #expect(try work.run("run").status == 0)
    }
    let done = try work.run("finalize", profile.round, "--accept-held")
    #expect(done.status == 0, "\(done)")
    let folder = "Outbox/so/\(profile.round)/chinh-thuc-01"
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
