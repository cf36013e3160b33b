import Foundation
import Testing

/// `check FILE --schema S.json`: by a Table Schema of somebody's own.
@Suite struct CommandsSchemaTests {
  private let schema = #"""
    {"fields": [
      {"name": "mã", "type": "string", "constraints": {"pattern": "[0-9]{3}", "unique": true}},
      {"name": "ngày", "type": "date", "format": "%d/%m/%Y"},
      {"name": "điểm", "type": "number", "decimalChar": ",", "constraints": {"minimum": 0, "maximum": 10}}
    ], "primaryKey": "mã"}
    """#

  private func found(_ result: Workdir.Result) throws -> [String] {
    let findings = try #require(try object(result)["findings"] as? [[String: Any]])
    return findings.map { finding in
      let place = finding["cell"] as? String ?? finding["sheet"] as? String ?? ""
      return "\(place) \(finding["code"] as? String ?? "")"
    }
  }

  @Test func aFileIsHeldAgainstIt() throws {
    try withWorkdir { (work) throws in
      try Data(schema.utf8).write(to: work.path("s.json"))
      let schema = ["--schema", work.path("s.json").path]
      try Data("mã;ngày;điểm\n001;01/02/2011;8,5\n002;1/2/2011;\n".utf8).write(to: work.path("a.csv"))
      let good = try work.run(["check", work.path("a.csv").path, "--json"] + schema)
      #expect(good.status == 0, "\(good)")
      let receipt = try object(good)
      #expect(receipt["outcome"] as? String == "nhan")
      let table = try #require((receipt["tables"] as? [[String: Any]])?.first)
      #expect(table["rows"] as? Int == 2 && table["accepted"] as? Int == 2 && table["kind"] is NSNull?)

      try Data("mã;ngày;điểm\n01;31/02/2011;8.5\n002;2011-02-01;10,5\n002;;\n".utf8).write(
        to: work.path("b.csv"))
      let bad = try work.run(["check", work.path("b.csv").path, "--json"] + schema)
      #expect(bad.status == 1)
      #expect(
        try found(bad) == [
          "A2 pattern", "B2 type-error", "C2 type-error", "B3 type-error", "C3 maximum", "A4 unique-error",
          "A4 primary-key",
        ])
      // A person is told the cell, the value and how to write it.
      let shown = try work.run(["check", work.path("b.csv").path] + schema)
      #expect(shown.status == 1 && shown.output.contains("B3 (ngày)  «2011-02-01»"), "\(shown)")
      #expect(shown.output.contains("26/01/2024"))
      // Nothing was made.
      #expect(
        work.files("").filter { !$0.hasPrefix("Schemas/") } == ["a.csv", "b.csv", "s.json"])
    }
  }

  /// As frictionless has it: a row of blanks is told wherever it stands, and what parts the fields parts the labels.
  @Test(arguments: [
    ("", "a,b\n1,2\n,\n", ["3 blank-row"]),
    ("", "a,b\n1,2\n\n,\n", ["3 blank-row"]),
    ("", "a,b\n,\n", ["2 blank-row"]),
    ("", "a,b\n,\n1,2\n", ["2 blank-row"]),
    (#", "missingValues": []"#, "a,b\n1,2\n,\n", ["A3 type-error"]),
    (#", "missingValues": []"#, "a,b\n,\n1,2\n,\n\n", ["A2 type-error", "A4 type-error", "5 blank-row"]),
    (#", "missingValues": []"#, "a,b\n\"\"\n", ["A2 type-error", "B2 missing-cell"]),
    ("list", "a\n1;2\n1\n1;x\n", ["A3 min-length", "A4 type-error"]),
    ("list", "sep=;\na\n1\n", ["A2 min-length"]),
    ("", "a,b\n=\"1\",x\n\"=\"\"2\"\"\",x\n3,=1+1\n", ["A2 type-error", "A3 type-error"]),
  ])
  func rowsOfBlanksAndOneColumn(_ more: String, _ text: String, _ expected: [String]) throws {
    let list =
      #"{"name": "a", "type": "list", "itemType": "integer", "delimiter": ";", "constraints": {"minLength": 2}}"#
    let schema =
      more == "list"
      ? #"{"fields": [\#(list)]}"#
      : #"{"fields": [{"name": "a", "type": "integer"}, {"name": "b"}]\#(more)}"#
    try withWorkdir { (work) throws in
      try Data(schema.utf8).write(to: work.path("s.json"))
      try Data(text.utf8).write(to: work.path("a.csv"))
      let result = try work.run([
        "check", work.path("a.csv").path, "--json", "--schema", work.path("s.json").path,
      ])
      let findings = try #require(try object(result)["findings"] as? [[String: Any]])
      let told = findings.map { finding in
        let place = finding["cell"] as? String ?? (finding["row"] as? Int).map { String($0) } ?? ""
        return "\(place) \(finding["code"] as? String ?? "")"
      }
      #expect(told == expected, "\(text)")
    }
  }

  @Test func oneSheetOfAWorkbookIsChecked() throws {
    try withWorkdir { (work) throws in
      try Data(schema.utf8).write(to: work.path("s.json"))
      let book = MadeWorkbook([
        MadeWorkbook.Sheet(name: "Ẩn", rows: [["x"]], isHidden: true),
        MadeWorkbook.Sheet(name: "Một", rows: [["mã", "ngày", "điểm"], ["001", "01/02/2011", "#8.5"]]),
        MadeWorkbook.Sheet(name: "Hai", rows: [["mã"]]),
      ])
      try Data(book.bytes).write(to: work.path("a.xlsx"))
      let result = try work.run(
        "check", work.path("a.xlsx").path, "--json", "--schema", work.path("s.json").path)
      #expect(result.status == 0, "\(result)")
      #expect(try found(result).sorted() == ["Hai other-sheet", "Ẩn hidden-sheet"].sorted())
    }
  }

  @Test func aSchemaThatCannotBeUsedIsNamed() throws {
    try withWorkdir { (work) throws in
      try Data("a\n1\n".utf8).write(to: work.path("a.csv"))
      try Data(#"{"fields": [{"name": "a", "type": "so"}]}"#.utf8).write(to: work.path("s.json"))
      let result = try work.run("check", work.path("a.csv").path, "--schema", work.path("s.json").path)
      #expect(
        result.status == 2 && result.output.isEmpty && result.errors.contains("«fields[0].type»"), "\(result)"
      )
      let missing = try work.run("check", work.path("a.csv").path, "--schema", work.path("t.json").path)
      #expect(missing.status == 2 && missing.errors.contains("t.json"), "\(missing)")
    }
  }
}
