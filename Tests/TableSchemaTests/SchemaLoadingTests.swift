import TableSchema
import Tables
import Testing

@Suite struct SchemaLoadingTests {
  @Test func everyKindHasItsFile() throws {
    let schemas = try ProjectSchemas.schemas.get()
    #expect(schemas.schemas.map(\.kind) == TableKind.allCases)
    #expect(schemas[.roster]?.replaces == .sourceClass)
    #expect(schemas[.studentCodes]?.adds == true)
    #expect(schemas[.scores]?.subjects == true)
    #expect(schemas[.roster]?.senders == [.department, .authority, .school, .portal])
    #expect(schemas[.rounds]?.senders == [.department])
    for schema in schemas.schemas { #expect(schema.fields.allSatisfy { !$0.description.isEmpty }) }
  }

  @Test func fieldsAreFoundByKey() throws {
    let roster = try #require(try ProjectSchemas.schemas.get()[.roster])
    #expect(roster.field("wish12")?.number == 12)
    #expect(roster.field("wish12")?.field.label(12) == "NV12")
    #expect(roster.field("wish0") == nil)
    #expect(roster.field("wish01") == nil)
    #expect(roster.field("wish21") == nil)
    #expect(roster.field("language9")?.number == 0)
    #expect(roster.field("birthDate")?.field.title == "Ngày sinh")
  }

  private func error(_ file: String, _ json: String) -> SchemaError? {
    do {
      _ = try SchemaSet(files: [file: Array(json.utf8)])
      return nil
    } catch {
      return error
    }
  }

  private func fields(_ fields: String) -> String {
    #"{"title": "T", "senders": ["department"], "fields": [\#(fields)]}"#
  }

  @Test(arguments: [
    (
      #"{"name": "a", "title": "A", "type": "strang"}"#, "fields[0].type",
      SchemaError.Problem.unknownValue("strang")
    ),
    (#"{"name": "a", "type": "string"}"#, "fields[0].title", .missing),
    (
      #"{"name": "a", "title": "A", "type": "string", "alias": []}"#, "fields[0].alias",
      .unknownValue("alias")
    ),
    (
      #"{"name": "a", "title": "A", "type": "string"}, {"name": "a", "title": "B", "type": "string"}"#,
      "fields[1].name", .repeated("a")
    ),
    (
      #"{"name": "a", "title": "A", "type": "string"}, {"name": "b", "title": "á", "type": "string"}"#,
      "fields",
      .repeated("á")
    ),
    (
      #"{"name": "a", "title": "A", "type": "string", "partOf": "b"}"#, "fields[0].partOf", .unknownField("b")
    ),
    (
      #"{"name": "a", "title": "A", "type": "string", "constraints": {"pattern": "["}}"#,
      "fields[0].constraints.pattern", .brokenPattern("[")
    ),
    (
      #"{"name": "a", "title": "A", "type": "string", "numbered": 21}"#, "fields[0].numbered",
      .outOfRange(value: "21", range: "1…20")
    ),
    (#"{"name": 1, "title": "A", "type": "string"}"#, "fields[0].name", .wrongType(expected: "string")),
  ])
  func errorsNameTheKey(_ json: String, _ key: String, _ problem: SchemaError.Problem) {
    #expect(error("fees", fields(json)) == SchemaError(file: "tables/fees.json", key: key, problem: problem))
  }

  @Test func unknownKindsAndBrokenFilesAreRefused() {
    #expect(error("feees", "{}")?.problem == .unknownValue("feees"))
    guard case .notJSON = error("fees", "{")?.problem else {
      Issue.record("a broken file was read")
      return
    }
  }
}
