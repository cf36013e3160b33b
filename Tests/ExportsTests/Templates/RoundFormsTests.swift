import Rounds
import Sheets
import TableSchema
import Tables
import Testing
import Wording

@testable import Exports

@Suite struct RoundFormsTests {
  private func forms(_ tables: RoundTables, language: Language = .vi) -> RoundForms {
    RoundForms(tables, schemas: shippedSchemas, language: language, version: "1")
  }

  private func unit(_ role: Rounds.Unit.Role, _ code: String = "x") -> Rounds.Unit {
    var unit = Rounds.Unit(code: code, name: "Đơn vị thử", role: role)
    unit.parent = "so"
    return unit
  }

  /// Whoever gets it, in whatever language it is explained: each sheet is the table that it is meant for.
  @Test func everyFormIsReadAsItsKinds() throws {
    let tables = SampleRound().tables
    for language in Language.allCases {
      let forms = forms(tables, language: language)
      let choices = forms.choices
      for unit in [
        Rounds.Unit(code: "so", name: "", role: .department), unit(.authority), unit(.portal), unit(.finance),
        unit(.school, "S"), unit(.school, "A"),
      ] {
        let books = FormPlan.books(for: unit, admits: unit.code == "A", schemas: shippedSchemas)
        let files = forms.files(for: unit, choices)
        #expect((1...3).contains(files.count) && files.count == books.count)
        for (file, book) in zip(files, books) {
          let grids = try readWorkbook(file.bytes).grids
          let readings = readTables(grids, isCSV: false, schemas: shippedSchemas)
          let shown = readings.filter { reading in
            grids.first { $0.name == reading.sheet }?.visibility == .visible
              && reading.sheet != FormWording(language).guide
          }
          #expect(shown.map(\.kind) == book.kinds, "\(unit.code) \(file.path)")
          for reading in shown {
            #expect(reading.table?.rowCount == 0, "\(file.path) \(reading.sheet): \(reading.findings)")
            #expect(reading.findings.map(\.code) == [.noRows], "\(file.path) \(reading.findings)")
          }
        }
      }
    }
  }

  /// The example is a child of the age that the round is for.
  @Test(arguments: [
    ("THPT", "", "15/03/2009", "9A1", "080309001234"), ("THCS", "", "15/03/2013", "5A1", "080313001234"),
    ("THCS", "Lớp 7", "15/03/2012", "6A1", "080312001234"), ("TH", "", "15/03/2018", "", "080318001234"),
    ("MN", "", "15/03/2019", "", "080319001234"),
  ])
  func examplesAreOfTheRoundsAge(
    _ level: String, _ grade: String, _ born: String, _ lastClass: String, _ id: String
  ) throws {
    var tables = SampleRound().tables
    (tables.round.level, tables.round.grade, tables.round.schoolYear) = (level, grade, "2024-2025")
    let forms = forms(tables)
    let columns = FormColumns(
      tables: tables, unit: unit(.school, "S"), choices: forms.choices, required: [], admitting: ["A"],
      used: [])
    let form = columns.form(try #require(shippedSchemas[.roster]))
    func example(_ label: String) -> String? { form.columns.first { $0.label == label }?.example }
    #expect(example("Ngày sinh") == born && example("Lớp") == lastClass)
    #expect(example("Số định danh cá nhân") == id)
  }

  @Test func theColumnsAreThoseThatTheRoundAsksFor() throws {
    let tables = SampleRound().tables
    let forms = forms(tables)
    func labels(_ unit: Rounds.Unit) throws -> [String] {
      let grid = try readWorkbook(try #require(forms.files(for: unit, forms.choices).first).bytes).grids[0]
      return grid.cells.map { grid.string(of: $0) }
    }
    let source = try labels(unit(.school, "S"))
    // Two wishes; of the marks, the one that counts; the school is the sender.
    for label in ["NV1", "NV2", "ĐTB 9"] { #expect(source.contains(label)) }
    for label in ["NV3", "Học lực 6", "NV chuyên 1", "Trường cuối cấp"] { #expect(!source.contains(label)) }
    #expect(try labels(unit(.school, "A")).contains("Trường cuối cấp"))
  }

  /// Names, and codes where a name would not do.
  @Test func aChoiceIsWhatAReaderUnderstands() {
    var tables = SampleRound().tables
    #expect(NamedChoices(tables).wishes == ["Trường THPT Tân Trụ", "Trường THPT Thủ Thừa"])
    tables.units["C"] = unit(.school, "C")
    tables.units["C"]?.name = "Trường Trung học phổ thông Tân Trụ"
    tables.programs.append(ProgramPlan(school: "B", program: "song-ngu", quota: 1))
    let choices = NamedChoices(tables)
    #expect(choices.school("A") == "A" && choices.school("C") == "C")
    #expect(choices.wishes == ["A", "Trường THPT Thủ Thừa/song-ngu", "Trường THPT Thủ Thừa"])
  }

  @Test func anotherDigestMeansOtherForms() throws {
    let tables = SampleRound().tables
    let school = try #require(tables.units["S"])
    let first = forms(tables)
    #expect(forms(tables).digest(for: school) == first.digest(for: school))
    #expect(
      forms(tables).files(for: school, first.choices).map(\.bytes)
        == first.files(for: school, first.choices).map(\.bytes))
    var other = tables
    other.units["B"]?.name = "Trường THPT Khác"
    #expect(forms(other).digest(for: school) != first.digest(for: school))
    other = tables
    other.layers[.scoring] = []
    #expect(forms(other).digest(for: school) != first.digest(for: school))
    other = tables
    var own = Table(kind: .forms, sheet: "", headerRow: 1)
    own.rowNumbers = [2]
    own.held = [false]
    var fields = TextColumn()
    fields.append("phone")
    own.columns = [
      Column(key: "field", label: "Cột", sheetColumn: 0, type: .text, texts: fields),
      Column(key: "required", label: "Bắt buộc", sheetColumn: 1, type: .flag, numbers: [1]),
    ]
    other.layers[.forms] = [Layer(seq: 9, sender: "so", role: .department, file: "", table: own, rows: [0])]
    #expect(other.requiredFields == ["phone"])
    #expect(self.forms(other).digest(for: school) != first.digest(for: school))
    // Who has sent what is not in them.
    other = tables
    other.layers[.roster] = []
    #expect(forms(other).digest(for: school) == first.digest(for: school))
  }
}
