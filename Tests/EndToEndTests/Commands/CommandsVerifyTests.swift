import Foundation
import Testing

/// `verify DIR`: its exit statuses and what it says.
@Suite struct CommandsVerifyTests {
  @Test func aFolderIsCheckedWithTheLedgerWithoutItAndAfterItWasChanged() throws {
    try withRound { round in
      let work = round.work
      try round.declare(rules: [("Gửi kết quả dự kiến cho trường", "có")])
      try round.applications("a", fourChildren)
      try work.run("run")
      let folder = work.path("Outbox/so/r1/du-kien-01").path
      let here = try work.run("verify", folder)
      #expect(here.status == 0 && here.errors.isEmpty, "\(here)")
      #expect(here.output.contains("V21 ĐÚNG") && here.output.contains("V22 ĐÚNG"), "\(here)")
      let english = try work.run("verify", folder, "--lang", "en")
      #expect(english.status == 0 && !english.output.contains("ĐÚNG"), "\(english)")

      let school = try work.run("verify", work.path("Outbox/S1/r1/du-kien-01").path)
      #expect(
        school.status == 0 && school.output.contains("V22") && !school.output.contains("V21"), "\(school)")

      let elsewhere = try Workdir()
      defer { elsewhere.remove() }
      let before = elsewhere.files("")
      let alone = try elsewhere.run("verify", folder)
      #expect(alone.status == 0 && !alone.output.contains("V21"), "\(alone)")
      #expect(elsewhere.files("") == before, "nothing is made")
      #expect(try elsewhere.run("verify", work.path("nowhere").path).status == 2)
      #expect(try elsewhere.run("verify").status == 2)

      let result = work.path("Outbox/so/r1/du-kien-01/ket-qua.csv")
      let text = String(decoding: try Data(contentsOf: result), as: UTF8.self)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: result.path)
      try Data(text.replacingOccurrences(of: ",admitted,S1,", with: ",admitted,S2,").utf8).write(to: result)
      for workdir in [work, elsewhere] {
        let spoilt = try workdir.run("verify", folder)
        #expect(spoilt.status == 1 && spoilt.output.contains("ket-qua.csv"), "\(spoilt)")
        #expect(!spoilt.output.contains("Lê"), "no child is named")
        let json = try object(try workdir.run("verify", folder, "--json"))
        #expect(json["holds"] as? Bool == false)
        let properties = json["properties"] as? [[String: Any]] ?? []
        let broken = properties.filter { !(($0["violations"] as? [Any])?.isEmpty ?? true) }
        #expect(broken.compactMap { $0["code"] as? String }.contains("files"), "\(json)")
        #expect(broken.compactMap { $0["code"] as? String }.contains("agreement"), "\(json)")
        #expect(!"\(json)".contains("Lê"))
      }
    }
  }
}
