import TableSchema
import Testing

@Suite struct SettingsTests {
  @Test func theProjectsFileSaysTheDefaults() throws {
    let settings = try Settings(json: ProjectSchemas.bytes("settings.json"))
    let defaults = Settings()
    #expect(settings.department == "so")
    #expect(settings.language == "vi")
    #expect(settings.timeZone == "Asia/Ho_Chi_Minh")
    #expect(settings.settleSeconds == 2)
    #expect(settings.maxBadShare == 0.2)
    #expect(settings.removalGuard == defaults.removalGuard)
    #expect(settings.limits == defaults.limits)
    #expect(settings.limits.compressed == 64 * 1024 * 1024)
    #expect(settings.inbox == defaults.inbox)
    #expect(settings.outbox == defaults.outbox)
  }

  @Test func whatIsLeftOutKeepsItsDefault() throws {
    let settings = try Settings(
      json: Array(
        #"{"removalGuard": {"count": 9}, "modes": {"inbox": {"files": "600"}}, "groups": {"a": "g"}}"#.utf8))
    #expect(settings.removalGuard.count == 9)
    #expect(settings.removalGuard.share == 0.1)
    #expect(settings.inbox == Settings.Modes(folders: 0o2770, files: 0o600))
    #expect(settings.groups == ["a": "g"])
  }

  @Test(arguments: [
    (#"{"langauge": "vi"}"#, "langauge"), (#"{"language": "fr"}"#, "language"),
    (#"{"timeZone": "Mars/Base"}"#, "timeZone"), (#"{"maxBadShare": 2}"#, "maxBadShare"),
    (#"{"limits": {"cells": 0}}"#, "limits.cells"),
    (#"{"modes": {"inbox": {"files": "9"}}}"#, "modes.inbox.files"),
    (#"{"settleSeconds": "2"}"#, "settleSeconds"), (#"{"department": ""}"#, "department"), ("[]", ""),
  ])
  func errorsNameTheKey(_ json: String, _ key: String) {
    #expect(throws: SchemaError.self) { try Settings(json: Array(json.utf8)) }
    do throws(SchemaError) {
      _ = try Settings(json: Array(json.utf8))
    } catch {
      #expect(error.key == key)
      #expect(error.file == "settings.json")
    }
  }
}
