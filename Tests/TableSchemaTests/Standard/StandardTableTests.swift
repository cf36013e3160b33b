import Tables
import Testing

@testable import TableSchema

/// Headers, keys and rows by the standard.
@Suite struct StandardTableTests {
  /// What is found in a CSV of `rows`: the cell or the row, the code, and a fact.
  private func told(_ schema: String, _ rows: [[String]], fact: String = "") throws -> [String] {
    let schema = try StandardSchema(file: "s.json", json: Array(schema.utf8))
    return schema.check(sheet(rows)).findings.map { finding in
      let place = finding.place
      let at = place.cell ?? (place.row > 0 ? String(place.row) : place.label)
      return ([at, finding.code.rawValue] + (finding.facts[fact].map { [$0] } ?? [])).joined(separator: " ")
    }
  }

  private func fields(_ match: String = #""exact""#, _ more: String = "") -> String {
    #"{"fields": [{"name": "id"}, {"name": "tên"}, {"name": "lớp"}], "fieldsMatch": \#(match)\#(more)}"#
  }

  @Test(arguments: [
    (["id", "tên", "lớp"], []),
    ([" id ", "te\u{302}n", "lớp"], []),
    (["id", "tên"], ["1 missing-label lớp"]),
    (["id", "tên", "lớp", "x"], ["D1 extra-label"]),
    (["tên", "id", "lớp"], ["A1 incorrect-label id", "B1 incorrect-label tên"]),
    (["id", "ten", "lớp"], ["B1 incorrect-label tên"]),
    (["id", "id", "lớp"], ["B1 duplicate-label"]),
    (["id", "", "lớp"], ["B1 blank-label tên"]),
  ])
  func columnsInOrder(_ labels: [String], _ expected: [String]) throws {
    #expect(try told(fields(#""exact""#), [labels, ["1", "2"]], fact: "label") == expected)
  }

  /// A record that ends too early lacks cells, which is not the same as blank ones; a workbook has no records.
  @Test func aShortRecordLacksCells() throws {
    let json =
      #"{"fields": [{"name": "id"}, {"name": "tên", "constraints": {"required": true}}, {"name": "lớp"}]}"#
    let schema = try StandardSchema(file: "s.json", json: Array(json.utf8))
    var grid = sheet([["id", "tên", "lớp"], ["1"], ["2", "An", ""], ["3", "Bé"], ["", "Ân"]])
    for (row, count) in [3, 1, 3, 2, 3].enumerated() { grid.rows[row].fieldCount = UInt16(count) }
    let told = { (grid: Grid) in
      schema.check(grid).findings.map {
        "\($0.place.cell ?? "") \($0.code.rawValue) \($0.facts["count"] ?? "")"
      }
    }
    #expect(told(grid) == ["B2 missing-cell 1", "C2 missing-cell 1", "C4 missing-cell 2"])
    #expect(schema.check(grid).held == [true, false, true, false])
    for row in grid.rows.indices { grid.rows[row].fieldCount = 0 }
    #expect(told(grid) == ["B2 required "])
  }

  /// A blank beyond the labels is a cell of a record as any other.
  @Test func aLongRecordHasACellTooMany() throws {
    let schema = try StandardSchema(
      file: "s.json", json: Array(#"{"fields": [{"name": "id"}, {"name": "tên"}]}"#.utf8))
    var grid = sheet([["id", "tên"], ["1", "An"], ["2", "Bé"], ["3", "Ân", "x"]])
    for (row, count) in [2, 2, 3, 4].enumerated() { grid.rows[row].fieldCount = UInt16(count) }
    let told = schema.check(grid).findings.map { "\($0.place.cell ?? "") \($0.code.rawValue) \($0.value)" }
    #expect(told == ["C3 extra-cell ", "C4 extra-cell x"])
  }

  /// Labels that are the schema's only after conversion prove the old encoding, and so does a font.
  @Test func oldTextIsBroughtToUnicodeWhereThatIsCertain() throws {
    let json = #"{"fields": [{"name": "tên"}, {"name": "lớp"}]}"#
    let schema = try StandardSchema(file: "s.json", json: Array(json.utf8))
    let told = { (grid: Grid) in
      schema.check(schema.inUnicode(grid)).findings.map {
        "\($0.place.cell ?? "") \($0.severity.rawValue) \($0.code.rawValue) \($0.facts["repaired"] ?? "")"
      }
    }
    #expect(
      told(sheet([["tªn", "líp"], ["NguyÔn", "9A"]])) == [
        "A1 repair converted tên", "B1 repair converted lớp", "A2 repair converted Nguyễn",
      ])
    var grid = sheet([["tên", "lớp"], ["Nguyeãn", "9A"]])
    #expect(told(grid) == [])
    grid.cells[2].script = .vni
    grid.hasOldFonts = true
    #expect(told(grid) == ["A2 repair converted Nguyễn"])
  }

  @Test func aColumnWithValuesAndWithoutLabel() throws {
    #expect(try told(fields(#""exact""#), [["id", "tên"], ["1", "2", "3"]]) == ["C1 blank-label"])
    #expect(
      try told(fields(#""exact""#), [["id", "tên"], ["1", "2", "", "4"]]) == [
        "C1 blank-label", "D2 extra-cell",
      ])
  }

  @Test(arguments: [
    (#""equal""#, ["lớp", "id", "tên"], []),
    (#""equal""#, ["lớp", "id"], ["1 missing-label"]),
    (#""equal""#, ["lớp", "id", "tên", "x"], ["D1 extra-label"]),
    (#""subset""#, ["x", "lớp", "id", "tên"], []),
    (#""subset""#, ["x", "id", "tên"], ["1 missing-label"]),
    (#""superset""#, ["tên"], []),
    (#""superset""#, ["tên", "x"], ["B1 extra-label"]),
    (#""partial""#, ["x", "lớp"], []),
    (#""partial""#, ["x", "y"], ["1 unmatched-header"]),
    (#"["partial"]"#, ["x", "lớp"], []),
    (#""equal""#, ["id", "tên", "lớp", "id"], ["D1 duplicate-label"]),
  ])
  func columnsByName(_ match: String, _ labels: [String], _ expected: [String]) throws {
    #expect(try told(fields(match), [labels, labels.indices.map(String.init)]) == expected)
  }

  @Test func whatIsRequiredIsMissedInEveryMatch() throws {
    let schema =
      #"{"fields": [{"name": "a"}, {"name": "b", "constraints": {"required": true}}, {"name": "c"}], "primaryKey": "c", "fieldsMatch": "partial"}"#
    #expect(try told(schema, [["a"], ["1"]], fact: "label") == ["1 missing-label b", "1 missing-label c"])
  }

  @Test func aMissingColumnNamesTheOneThatResemblesIt() throws {
    #expect(
      try told(fields(#""subset""#), [["id", "Tên ", "Lop"], ["1", "2", "3"]], fact: "suggestion") == [
        "1 missing-label Tên", "1 missing-label Lop",
      ])
  }

  @Test func valuesGoByNameOrByPlace() throws {
    let schema = { (match: String) in
      #"{"fields": [{"name": "a", "type": "integer"}, {"name": "b", "type": "date"}], "fieldsMatch": "\#(match)"}"#
    }
    #expect(try told(schema("equal"), [["b", "a"], ["2024-01-01", "x"]]) == ["B2 type-error"])
    #expect(
      try told(schema("exact"), [["x", "b"], ["1", "y"]]) == ["A1 incorrect-label", "B2 type-error"])
  }

  @Test func theHeaderStandsInRowOne() throws {
    #expect(try told(fields(), [["", ""], ["id", "tên", "lớp"]].map { $0 }) == ["1 blank-header"])
  }

  @Test func blankRowsAreToldOnceARun() throws {
    let rows = [["id", "tên", "lớp"], ["1", "a", "b"], [], [], [], ["2", "c", "d"], [], ["3", "e", "f"]]
    #expect(try told(fields(), rows, fact: "rows") == ["3 blank-row 3", "7 blank-row 1"])
  }

  @Test func aRowOfMissingValuesIsBlank() throws {
    let schema =
      #"{"fields": [{"name": "a", "constraints": {"required": true}}, {"name": "b"}], "missingValues": ["", "-"]}"#
    #expect(try told(schema, [["a", "b"], ["-", "-"], ["-", "1"]]) == ["2 blank-row", "A3 required"])
  }

  @Test func withoutMissingValuesABlankIsAText() throws {
    let schema =
      #"{"fields": [{"name": "a"}, {"name": "b", "type": "integer"}, {"name": "c", "type": "string"}], "missingValues": []}"#
    #expect(try told(schema, [["a", "b", "c"], ["1", "", ""]]) == ["B2 type-error"])
  }

  // MARK: Keys

  private let key = #"{"fields": [{"name": "a", "type": "integer"}, {"name": "b", "type": "string"}], "#

  @Test func primaryKeys() throws {
    let rows = [["a", "b"], ["1", "x"], ["01", "x"], ["", "x"], ["z", "x"], ["1", "y"]]
    #expect(
      try told(key + #""primaryKey": "a"}"#, rows, fact: "otherRow") == [
        "A3 primary-key 2", "A4 primary-key", "A5 type-error", "A6 primary-key 2",
      ])
    #expect(
      try told(key + #""primaryKey": ["a", "b"]}"#, rows, fact: "otherRow") == [
        "A3 primary-key 2", "A4 primary-key", "A5 type-error",
      ])
    // Each value as it stands in the sheet.
    let schema = try StandardSchema(file: "s.json", json: Array((key + #""primaryKey": ["a", "b"]}"#).utf8))
    #expect(schema.check(sheet(rows)).findings.map(\.value) == ["01 + x", "", "z"])
  }

  @Test func uniqueValuesAndKeysLeaveBlanksOut() throws {
    let rows = [["a", "b"], ["1", "x"], ["", "x"], ["", "x"], ["1", "x"], ["2", "y"]]
    #expect(try told(key + #""uniqueKeys": [["a", "b"]]}"#, rows, fact: "otherRow") == ["A5 unique-error 2"])
    let unique =
      #"{"fields": [{"name": "a", "type": "integer", "constraints": {"unique": true}}, {"name": "b"}]}"#
    #expect(try told(unique, rows, fact: "otherRow") == ["A5 unique-error 2"])
  }

  @Test(arguments: [#"{"fields": ["b"]}"#, #"{"resource": "", "fields": "b"}"#])
  func foreignKeysIntoTheSameTable(_ reference: String) throws {
    let schema =
      #"{"fields": [{"name": "a"}, {"name": "b"}], "foreignKeys": [{"fields": "a", "reference": \#(reference)}]}"#
    #expect(
      try told(schema, [["a", "b"], ["2", "1"], ["", "2"], ["3", "9"]], fact: "labels") == [
        "A4 foreign-key b"
      ])
  }

  @Test func whatCannotBeCheckedIsNamed() throws {
    let schema =
      #"{"fields": [{"name": "a", "type": "object", "constraints": {"jsonSchema": {}, "minimum": 1}}, {"name": "b", "type": "string", "format": "wkt"}], "foreignKeys": [{"fields": ["b"], "reference": {"resource": "trường", "fields": ["x"]}}]}"#
    #expect(
      try told(schema, [["a", "b"], ["{}", "x"]], fact: "constraint") == [
        " unsupported-constraint foreignKeys: trường", "A1 unsupported-constraint jsonSchema",
        "A1 unsupported-constraint minimum", "B1 unsupported-constraint format: wkt",
      ])
  }

  @Test(arguments: [
    "a(?=b)", #"\\bx"#, #"(a)\\1"#, "(?i)a", "(?<!a)b", "a^b", "(a$)b", "([a-z]{1000}){1000}",
  ])
  func aPatternThatXMLSchemaDoesNotHaveIsNamed(_ pattern: String) throws {
    let schema =
      #"{"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "\#(pattern)", "maxLength": 2}}]}"#
    #expect(try told(schema, [["a"], ["x"], ["xyz"]]) == ["A1 unsupported-constraint", "A3 max-length"])
    let named = try told(schema, [["a"], ["x"]], fact: "pattern").map {
      $0.split(separator: " ").count
    }
    #expect(named == [3], "the pattern itself")
  }

  /// A pattern that no language has is a fault of the schema.
  @Test(arguments: ["(a", "a)", "[a-", "*a", "a|+b", #"a\\"#])
  func aBrokenPatternIsAFaultOfTheSchema(_ pattern: String) {
    let schema = #"{"fields": [{"name": "a", "constraints": {"pattern": "\#(pattern)"}, "type": "string"}]}"#
    let written = pattern.replacing(#"\\"#, with: #"\"#)
    #expect(
      throws: SchemaError(
        file: "s", key: "fields[0].constraints.pattern", problem: .brokenPattern(written))
    ) { try StandardSchema(file: "s", json: Array(schema.utf8)) }
  }

  /// A reference that is blank in one part has to be found like any other; wholly blank it is none.
  @Test func referencesThatAreBlankInPart() throws {
    let schema =
      #"{"fields": [{"name": "a"}, {"name": "b"}, {"name": "c"}, {"name": "d"}], "foreignKeys": [{"fields": ["a", "b"], "reference": {"resource": "", "fields": ["c", "d"]}}]}"#
    let rows = [
      ["a", "b", "c", "d"], ["", "", "1", "2"], ["1", "2", "3", ""], ["1", "", "", ""], ["3", "", "", ""],
    ]
    #expect(try told(schema, rows, fact: "labels") == ["A4 foreign-key c + d"])
  }

  /// Items, not characters, and what is allowed as JSON has it.
  @Test func structuresAreCountedAndShownAsSuch() throws {
    let fields = [
      #"{"name": "l", "type": "list", "constraints": {"minLength": 2}}"#,
      #"{"name": "j", "type": "array", "constraints": {"enum": [[1, "a"], [{"k": null}]], "maxLength": 3}}"#,
    ]
    let schema = try StandardSchema(
      file: "s", json: Array(#"{"fields": [\#(fields.joined(separator: ","))]}"#.utf8))
    let sheet = SheetLiteral("l|j\na|[1,2]")
    let findings = schema.check(sheet.grid).findings
    #expect(findings.map(\.code) == [.minLength, .enumeration])
    #expect(findings[0].facts == ["of": "items", "minimum": "2"])
    #expect(findings[1].facts["words"] == #"[1, "a"]; [{"k": null}]"#)
  }

  // MARK: Schemas

  @Test(arguments: [
    (#"{}"#, "fields", SchemaError.Problem.missing),
    (#"{"fields": [{}]}"#, "fields[0].name", .missing),
    (#"{"fields": [{"name": "a", "type": "chuỗi"}]}"#, "fields[0].type", .unknownValue("chuỗi")),
    (
      #"{"fields": [{"name": "a", "type": "date", "format": "dd/mm/yyyy"}]}"#, "fields[0].format",
      .unknownValue("dd/mm/yyyy")
    ),
    (
      #"{"fields": [{"name": "a", "type": "date", "format": "%Y-%U"}]}"#, "fields[0].format",
      .unknownValue("%Y-%U")
    ),
    (
      #"{"fields": [{"name": "a", "type": "date", "constraints": {"minimum": "hôm nay"}}]}"#,
      "fields[0].constraints.minimum", .unknownValue("hôm nay")
    ),
    (
      #"{"fields": [{"name": "a", "type": "integer", "constraints": {"enum": [1, "x"]}}]}"#,
      "fields[0].constraints.enum[1]", .unknownValue("x")
    ),
    (
      #"{"fields": [{"name": "a", "type": "list", "itemType": "geojson"}]}"#, "fields[0].itemType",
      .unknownValue("geojson")
    ),
    (#"{"fields": [{"name": "a"}], "primaryKey": ["b"]}"#, "primaryKey[0]", .unknownField("b")),
    (#"{"fields": [{"name": "a"}], "fieldsMatch": "some"}"#, "fieldsMatch", .unknownValue("some")),
    (
      #"{"fields": [{"name": "a"}], "fieldsMatch": ["exact", "equal"]}"#, "fieldsMatch",
      .wrongType(expected: "string")
    ),
  ])
  func aSchemaThatCannotBeUsedNamesTheKey(_ json: String, _ key: String, _ problem: SchemaError.Problem) {
    #expect(throws: SchemaError(file: "s.json", key: key, problem: problem)) {
      try StandardSchema(file: "s.json", json: Array(json.utf8))
    }
  }

  /// Version 1 allowed a name twice.
  @Test func fieldsOfOneName() throws {
    let schema =
      #"{"fields": [{"name": "a", "type": "integer"}, {"name": "a", "type": "date"}], "fieldsMatch": "equal"}"#
    #expect(try told(schema, [["a", "a"], ["1", "x"]]) == ["B2 type-error"])
  }

  /// Schemas of our own kinds are real ones.
  @Test func ourOwnSchemasAreOfTheStandard() throws {
    for kind in TableKind.allCases {
      _ = try StandardSchema(
        file: kind.rawValue, json: try ProjectSchemas.bytes("tables/\(kind.rawValue).json"))
    }
    let roster = try StandardSchema(file: "roster", json: try ProjectSchemas.bytes("tables/roster.json"))
    let rows = [
      ["fullName", "birthDate", "gender"], ["Lê An", "31/12/2007", "Nam"], ["Lê Bình", "2007-12-31", "nam"],
    ]
    #expect(roster.check(sheet(rows)).findings.map(\.code) == [.typeError, .enumeration])
  }

  // MARK: Workbooks

  @Test func eachNumberThatWasReadAsATextIsShown() throws {
    let schema = try StandardSchema(
      file: "s",
      json: Array(#"{"fields": [{"name": "s", "type": "string"}, {"name": "t", "type": "string"}]}"#.utf8))
    let grid = SheetLiteral("s|t\n#12.0|#1\nx|#7.0\n#13.0|#8", isCSV: false).grid
    let found = schema.check(grid).findings
    #expect(found.map { $0.place.cell } == ["A2", "B3", "A4"] && found.allSatisfy { $0.code == .reread })
    #expect(found.map { $0.facts["repaired"] } == ["12", "7", "13"])
    #expect(found.map { $0.facts["count"] } == ["2", nil, nil])
  }

  @Test func cellsOfAWorkbookHaveTypesOfTheirOwn() throws {
    let fields = [
      #"{"name": "s", "type": "string"}"#, #"{"name": "i", "type": "integer"}"#,
      #"{"name": "n", "type": "number"}"#,
      #"{"name": "d", "type": "date", "format": "%d/%m/%Y"}"#, #"{"name": "t", "type": "datetime"}"#,
      #"{"name": "h", "type": "time"}"#, #"{"name": "b", "type": "boolean"}"#,
      #"{"name": "y", "type": "year"}"#,
      #"{"name": "m", "type": "string", "missingValues": ["-1"], "constraints": {"required": true}}"#,
    ]
    let schema = try StandardSchema(
      file: "s", json: Array(#"{"fields": [\#(fields.joined(separator: ","))]}"#.utf8))
    let good = SheetLiteral(
      """
      s|i|n|d|t|h|b|y|m
      x|#5|#8.3000000000000007|@40425|@40425.5|^0.25|?1|#2024|a
      #12.0|5|8.3|~2010-09-04|~2010-09-04T01:02:03|06:00:00|#0|2024|b
      """, isCSV: false)
    #expect(schema.check(good.grid).findings.map(\.code) == [.reread])
    let bad = SheetLiteral(
      """
      s|i|n|d|t|h|b|y|m
      @40425|#5.5|@40425|@40425.5|#40425|@40425|?1|#20|#-1
      !#N/A|=?|?1|#40425|^0.5|#0.5|#2|@40425|c
      """, isCSV: false)
    #expect(
      schema.check(bad.grid).findings.map(\.code.rawValue) == [
        "type-error", "type-error", "type-error", "type-error", "type-error", "type-error", "type-error",
        "required",
        "error-cell", "formula-without-value", "type-error", "type-error", "type-error", "type-error",
        "type-error",
        "type-error",
      ])
  }

  @Test func boundsHoldForDatesOfAWorkbook() throws {
    let schema = try StandardSchema(
      file: "s",
      json: Array(
        #"{"fields": [{"name": "t", "type": "datetime", "constraints": {"minimum": "2010-09-04T12:00:00", "maximum": "2010-09-04T12:00:00"}}]}"#
          .utf8))
    let book = SheetLiteral("t\n@40425.5\n@40425.4999\n@40425.50001", isCSV: false)
    #expect(schema.check(book.grid).findings.map(\.code) == [.minimum, .maximum])
    let other = SheetLiteral("t\n@38963.5", isCSV: false, epoch1904: true)
    #expect(schema.check(other.grid).findings.isEmpty)
  }
}
