import Foundation
import Testing

/// `template`, `cells`, `sample`: files for people.
@Suite struct CommandsFilesTests {
  @Test func everyKindHasATemplateThatReadsAsEmpty() throws {
    try withWorkdir { (work) throws in
      let kinds = try FileManager.default.contentsOfDirectory(
        atPath: Workdir.project.appendingPathComponent("Schemas/tables").path
      ).filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
      #expect(kinds.count >= 15)
      for kind in kinds {
        let file = work.path("bieu-mau/\(kind).xlsx").path
        let made = try work.run("template", kind, "--output", file)
        #expect(made.status == 0 && made.output == file + "\n", "\(made)")
        let cells = try object(try work.run("cells", file))["cells"] as? [String: Any] ?? [:]
        #expect(cells["A1"] as? String == "STT" && cells["A2"] as? String == "VÍ DỤ", "\(kind)")
        // The example is nobody's row.
        let check = try object(try work.run("check", file, "--json"))
        let table = try #require((check["tables"] as? [[String: Any]])?.first)
        #expect(table["kind"] as? String == kind && table["rows"] as? Int == 0, "\(check)")
      }
      let again = try work.run("template", "roster", "--output", work.path("bieu-mau/roster.xlsx").path)
      #expect(again.status == 2 && again.errors.contains("không ghi đè"), "\(again)")
    }
  }

  @Test func cellsAreWhatTheContractSays() throws {
    try withWorkdir { (work) throws in
      try Data("STT;Họ và tên\r\n1;\"Lê \"\"An\"\"\"\r\n".utf8).write(to: work.path("a.csv"))
      let result = try work.run("cells", work.path("a.csv").path)
      let json = try object(result)
      #expect(Set(json.keys) == ["sheets", "sheet", "cells"])
      #expect(
        json["cells"] as? [String: String] == ["A1": "STT", "B1": "Họ và tên", "A2": "1", "B2": "Lê \"An\""])
      for sheet in ["2", "0", "x"] {
        let wrong = try work.run("cells", work.path("a.csv").path, "--sheet", sheet)
        #expect(wrong.status == 2 && wrong.output.isEmpty, "\(wrong)")
      }
      #expect(try work.run("cells", work.path("a.csv").path, "--sheet", "1").output == result.output)
      try Data("PK\u{3}\u{4}".utf8).write(to: work.path("b.xlsx"))
      #expect(try work.run("cells", work.path("b.xlsx").path).status == 1)
    }
  }

  /// Where several sheets were read, that which one finding is about is named.
  @Test func aFindingNamesItsSheet() throws {
    try withWorkdir { (work) throws in
      let list = [["Số CCCD", "Họ và tên", "Ngày sinh"], ["080207000001", "Lê An", "01/02/2007"]]
      let other = MadeWorkbook.Sheet(name: "Khác", rows: [["Lời ngỏ"], ["Kính gửi"]])
      try Data(MadeWorkbook([MadeWorkbook.Sheet(name: "9A1", rows: list), other]).bytes).write(
        to: work.path("a.xlsx"))
      let result = try work.run("check", work.path("a.xlsx").path)
      #expect(result.output.contains("    Khác  Trang này"), "\(result)")
    }
  }

  @Test func theSampleIsTheSeeds() throws {
    try withWorkdir { (work) throws in
      let sample = { (folder: String, seed: String) in
        try work.shell("\"$T\" sample \(folder) --seed \(seed) --children 150")
      }
      #expect(try sample("a", "7").output == "a/dot-gui-1/Inbox/\na/dot-gui-2/Inbox/\na/dot-gui-3/Inbox/\n")
      _ = try sample("b/../b", "7")
      _ = try sample("c", "8")
      #expect(try work.shell("diff -r a b").status == 0)
      #expect(try work.shell("diff -r a c").status == 1)
      let again = try sample("a", "7")
      #expect(again.status == 2 && again.errors.contains("không ghi đè"), "\(again)")
    }
  }
}
