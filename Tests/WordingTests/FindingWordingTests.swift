import Rounds
import TableSchema
import Tables
import Testing
import Wording

/// Every code that can reach a person is a sentence in both languages.
@Suite struct FindingWordingTests {
  /// Facts for every code: what is free is marked, what has a vocabulary takes its word.
  private func finding(
    _ code: FindingCode, _ severity: Finding.Severity = .error, _ words: [String: String] = [:]
  ) -> Finding {
    var facts: [String: String] = [:]
    for name in [
      "label", "other", "suggestion", "held", "rows", "candidates", "folder", "removed", "inForce",
      "received",
      "round", "words", "form", "minimum", "maximum", "otherRow", "school", "unit", "code", "repaired",
      "count",
      "wish", "seq", "applicationNo", "age", "grade", "program", "phases", "part",
      "kept", "sheets", "range", "constraint", "checked", "length", "parts", "mean", "programs", "sample",
      "list", "headerRow",
    ] { facts[name] = "§" }
    facts["kind"] = TableKind.tieBreaks.rawValue
    facts["state"] = RoundState.finalized.rawValue
    facts["limit"] = FileLimit.cellCharacters.rawValue
    facts["detail"] = FileDamage.missingPart.rawValue
    facts["format"] = "xls"
    facts["type"] = ValueType.flag.rawValue
    facts["role"] = Unit.Role.school.rawValue
    switch code {
    case .setup: facts["reason"] = SetupReason.unknownField.rawValue
    case .setupUnusual: facts["reason"] = SetupReason.phasesSkip.rawValue
    case .orderRefused: facts["reason"] = OrderRefusal.seedStands.rawValue
    case .foreignKey, .ambiguousName: facts["kind"] = Field.Reference.school.rawValue
    case .unmatchedHeader: facts["labels"] = "§"
    default: break
    }
    return Finding(code, severity, value: "§", facts: facts.merging(words) { $1 })
  }

  /// A word of code in a sentence: two words joined by a hyphen or by a capital.
  private func holdsCode(_ sentence: String) -> Bool {
    let known = [
      "bo-sung", "thay-the", "UTF-8", "CHƯƠNG-TRÌNH", "SCHOOL/PROGRAM", "tie-breaks", "cut-off", "cut-offs",
    ]
    let text = known.reduce(sentence) { $0.replacing($1, with: "") }
    return text.contains(/[a-z]-[a-z]/) || text.contains(/\b[a-z]+[A-Z][a-z]/)
  }

  @Test(arguments: Language.allCases)
  func everyCodeIsASentence(language: Language) {
    var seen: [String: FindingCode] = [:]
    for code in FindingCode.allCases {
      let text = sentence(for: finding(code), in: language)
      #expect(text.hasSuffix(".") || text.hasSuffix("?"), "\(code): \(text)")
      #expect(!text.contains("()") && !text.contains("«»") && !text.contains("  "), "\(code): \(text)")
      #expect(!holdsCode(text), "\(code): \(text)")
      #expect(!text.contains("««"), "\(code): \(text)")
      #expect(seen.updateValue(code, forKey: text) == nil, "\(code): \(text)")
    }
  }

  /// Two rows are alike also where one of them tells no gender; and a row sent before is named as its sender sees it.
  @Test func whatIsSaidOfTwoRowsIsTrueOfThem() {
    let facts = [["otherRow": "3"], ["otherRow": "3", "file": "1.xlsx", "sheet": "A"]]
    for facts in facts {
      let alike = Finding(.alikeWithoutId, .note, facts: facts)
      #expect(!statement(of: alike, in: .vi).contains("giới tính"))
      #expect(!statement(of: alike, in: .en).contains("gender"))
    }
    let before = statement(of: Finding(.namedBefore, .note, facts: facts[1]), in: .vi)
    #expect(before.contains("Dòng 3 của tệp «1.xlsx», trang «A» đã gửi trước còn ghi số khác"))
  }

  /// Whatever stands in a cell, a sentence has no more of it than its beginning.
  @Test(arguments: Language.allCases)
  func longValuesAreCut(language: Language) {
    let long = "ả" + String(repeating: "á", count: 400)
    let quoted = ["label", "other", "suggestion", "school", "code", "repaired", "wish", "sample"]
    for code in FindingCode.allCases {
      for severity in [Finding.Severity.error, .note] {
        var one = finding(code, severity)
        one.value = long
        for name in quoted { one.facts[name] = long }
        if code == .twoVersions { one.facts["other"] = "§" }
        one.place = .init(row: 2, column: 1, label: long)
        let text = sentence(for: one, in: language)
        #expect(!text.contains(String(repeating: "á", count: 99)), "\(code): \(text)")
      }
    }
    let short = String(repeating: "á", count: 100)
    let differs = Finding(.duplicateLabel, .error, value: short, facts: ["other": "B", "otherValue": long])
    let text = sentence(for: differs, in: .vi)
    #expect(text.contains("«\(short)»") && text.contains("«ả\(String(repeating: "á", count: 98))…»"))
  }

  /// What holds a row, a table or a file says what to do about it.
  @Test func whatHoldsSomethingSaysWhatToDo() {
    let unheld: Set<FindingCode> = [
      .sheetIgnored, .hiddenSheet, .unknownLabel, .alreadyReceived, .keptAgain, .hiddenRows, .noRows,
      .nameForCode, .leadingZero,
      .recomposed, .converted, .transcoded, .hiddenCharacters, .reread, .mergedFilled, .wishFilled,
      .numberGiven,
      .idBirthDate, .idGender, .ageGrade, .unknownCommune,
      .unknownProvince, .lengthOutlier, .averageParts,
      .unknownEthnicity, .unknownProfile, .notApplicant, .assignmentIdle, .rulingIdle, .unconfirmedKept,
      .unconfirmedLeft,
      .tiesPassed,
      .personDiffers,
      .wishRepeated,
      .overruled, .overrules, .setupUnusual, .headingRow, .columnNumbers, .linesParted, .monthFirst,
      .alikeWithoutId,
    ]
    let remedies = ["Hãy", "hãy", "cần", "cho đến khi", "chờ đến khi", "chỉ gửi", "chỉ được có"]
    for code in FindingCode.allCases where !unheld.contains(code) {
      let text = sentence(for: finding(code), in: .vi)
      #expect(remedies.contains { text.contains($0) }, "\(code): \(text)")
    }
  }

  @Test(arguments: Language.allCases)
  func everyWordOfAFactIsSaid(language: Language) {
    func said(_ code: FindingCode, _ fact: String, _ words: [String]) {
      let texts = words.map { sentence(for: finding(code, .error, [fact: $0]), in: language) }
      for (word, text) in zip(words, texts) { #expect(!holdsCode(text), "\(word): \(text)") }
      #expect(Set(texts).count == texts.count, "\(texts)")
    }
    said(.formatError, "detail", FileDamage.allCases.map(\.rawValue))
    said(.unfinished, "reason", FileCut.allCases.map(\.rawValue) + [""])
    said(.sheetIgnored, "content", SheetContent.allCases.map(\.rawValue) + [""])
    said(.unreadTable, "kind", UnreadTable.allCases.map(\.rawValue))
    said(.foreignKey, "undeclared", Undeclared.allCases.map(\.rawValue) + [""])
    said(.tooManyErrors, "undeclared", [Undeclared.round.rawValue, ""])
    said(.converted, "encoding", OldEncoding.allCases.map(\.rawValue))
    said(.typeError, "reason", TypeFault.allCases.map(\.rawValue))
    said(.notAllowed, "kind", TableKind.allCases.map(\.rawValue))
    said(
      .unsupportedFormat, "format",
      ["xls", "xlsb", "ods", "numbers", "mht", "pdf", "image", "archive", "document", "binary", "page"])
    said(.orderRefused, "reason", OrderRefusal.allCases.map(\.rawValue))
    said(.setup, "reason", SetupReason.allCases.map(\.rawValue))
    said(.roundClosed, "state", ["closed", "finalized"])
    let closed = [[:], ["purged": "true"]].map { ["state": "finalized"].merging($0) { $1 } }
    #expect(Set(closed.map { sentence(for: finding(.roundClosed, .error, $0), in: language) }).count == 2)
    for type in ValueType.allCases {
      #expect(!holdsCode(sentence(for: finding(.typeError, .error, ["type": type.rawValue]), in: language)))
    }
    let lists = ["", ValueType.integer.rawValue].map { ["type": ValueType.list.rawValue, "items": $0] }
    #expect(Set(lists.map { sentence(for: finding(.typeError, .error, $0), in: language) }).count == 2)
    for limit in FileLimit.allCases {
      #expect(!holdsCode(sentence(for: finding(.tooLarge, .error, ["limit": limit.rawValue]), in: language)))
    }
    for kind in Field.Reference.allCases {
      #expect(!holdsCode(sentence(for: finding(.foreignKey, .error, ["kind": kind.rawValue]), in: language)))
    }
  }

  /// What a Table Schema of somebody's own finds is said in other words than what our kinds find.
  @Test(arguments: Language.allCases)
  func findingsOfAStandardSchemaAreSaid(language: Language) {
    let variants: [(FindingCode, [String: String])] = [
      (.duplicateLabel, ["at": "A1"]), (.duplicateLabel, ["says": "§"]), (.duplicateLabel, ["whose": "cha"]),
      (.duplicateLabel, ["whose": "cha;mẹ"]), (.duplicateLabel, ["lists": "beside"]),
      (.duplicateLabel, ["flag": "Nữ"]),
      (.headingRow, ["reason": "prefilled"]), (.headingRow, ["reason": "prefilled", "count": "3"]),
      (.headingRow, ["reason": "example"]), (.headingRow, ["reason": "below-example"]),
      (.foreignKey, ["labels": "b"]), (.primaryKey, ["reason": "blank"]),
      (.primaryKey, [:]), (.blankRow, ["rows": "1"]), (.missingLabel, ["suggestion": ""]),
      (.recomposed, ["letter": "Đ"]), (.converted, ["count": ""]),
      (.unknownLabel, ["suggestion": "", "sample": "1,5"]), (.overruled, ["otherRow": "7"]),
      (.formulaWithoutValue, ["reason": "text"]), (.columnNumbers, ["reason": "data"]),
      (.columnNumbers, ["count": ""]), (.missingLabel, ["beside": "table"]),
      (.unsupportedConstraint, ["pattern": "(?i)x"]), (.encodingError, ["line": "7"]),
      (.encodingError, ["line": "7", "near": "An"]),
      (.roundUnclear, ["closed": "§", "finalized": "§"]),
      (.roundUnclear, ["closed": "§", "candidates": "§"]),
      (.minLength, ["of": "items"]), (.maxLength, ["of": "items"]), (.extraCell, ["reason": "ragged"]),
      (.extraCell, ["reason": "parted"]), (.aboveLabels, ["otherRow": "7"]),
    ]
    for (code, facts) in variants {
      let text = sentence(for: finding(code, .error, facts), in: language)
      #expect(!holdsCode(text) && !text.contains("«»") && !text.contains("  "), "\(text)")
      #expect(!text.contains("««"), "\(text)")
      #expect(code == .primaryKey || text != sentence(for: finding(code), in: language), "\(text)")
    }
    let more = sentence(for: finding(.leadingZero, .repair, ["more": "250"]), in: language)
    #expect(
      more.hasPrefix(sentence(for: finding(.leadingZero, .repair), in: language)) && more.contains("250"))
    var seen: Set<String> = []
    for kind in StandardKind.allCases {
      for example in ["", "§§"] {
        let text = sentence(
          for: finding(.typeError, .error, ["type": kind.rawValue, "example": example]), in: language)
        #expect(!holdsCode(text) && text.contains("§§") == !example.isEmpty && text.hasSuffix("."), "\(text)")
        #expect(seen.insert(text).inserted, "\(text)")
      }
    }
  }

  /// Rows of another table, rows that may be one, and rows without labels.
  @Test(arguments: Language.allCases)
  func rowsAboveTheLabels(language: Language) {
    let facts = ["rows": "2", "list": "3–4", "headerRow": "8"]
    let other = facts.merging(["otherRow": "2"]) { $1 }
    let texts = [
      Finding(.aboveLabels, .error, facts: other), Finding(.aboveLabels, .note, facts: other),
      Finding(.aboveLabels, .error, facts: facts),
    ].map { sentence(for: $0, in: language) }
    #expect(Set(texts).count == 3)
    #expect(texts.allSatisfy { $0.contains("3–4") && $0.contains("8") && $0.hasSuffix(".") })
  }

  /// Who is taken for a heading may be a child; each of two telephones is somebody's; long texts are cut.
  @Test(arguments: Language.allCases)
  func whatElseMayBeMeant(language: Language) {
    let heading = sentence(for: finding(.headingRow, .note), in: language)
    #expect(heading.contains(language == .vi ? "hãy điền đủ các cột" : "fill in its columns"))
    let place = Finding.Place(row: 2, column: 3, label: "Điện thoại")
    let two = sentence(
      for: Finding(.duplicateLabel, .error, at: place, value: "1", facts: ["whose": "cha;mẹ"]), in: language)
    #expect(two.contains("«Điện thoại cha», «Điện thoại mẹ»"))
    let long = String(repeating: "chữ ", count: 7_500)
    for facts in [["otherValue": long], ["otherValue": long, "lists": "beside"]] {
      let cut = statement(of: Finding(.duplicateLabel, .error, value: long, facts: facts), in: language)
      #expect(cut.count < 600 && cut.contains("…»"))
    }
  }

  /// Signs and words for nothing stand in columns that may be blank.
  @Test func whoHasNothingLeavesTheCellBlank() {
    func said(_ value: String, _ code: FindingCode, _ facts: [String: String]) -> String {
      statement(of: Finding(code, .error, value: value, facts: facts), in: .vi)
    }
    for value in ["-", "–", "không", "Không có", "x", "X", "ko"] {
      #expect(
        said(value, .typeError, ["type": "decimal"]).hasSuffix("Nếu không có, hãy để trống ô này."),
        "\(value)")
      #expect(
        said(value, .foreignKey, ["kind": "school"]).hasSuffix("Nếu không có, hãy để trống ô này."),
        "\(value)")
    }
    #expect(!said("8.5.5", .typeError, ["type": "decimal"]).contains("để trống"))
    #expect(!said("-", .typeError, ["type": "date"]).contains("để trống"))
    #expect(!said("THPT X", .foreignKey, ["kind": "school"]).contains("để trống"))
    #expect(
      said("Lạ", .foreignKey, ["kind": "field", "of": "roster"]).hasPrefix("Danh sách học sinh không có cột"))
  }

  /// Another row is named by the unit alone, of one's own by file and sheet.
  @Test func anotherRowAboutTheSameChildIsNamedByItsPlace() {
    func said(_ facts: [String: String], _ value: String = "", _ code: FindingCode = .duplicateRow) -> String
    {
      statement(of: Finding(code, .error, value: value, facts: facts), in: .vi)
    }
    #expect(said(["otherRow": "3"]) == "Học sinh này trùng với dòng 3. Hãy chỉ giữ một dòng.")
    #expect(said(["otherRow": "3", "sheet": "9A2"]).contains("dòng 3 trang «9A2»."))
    #expect(said(["otherRow": "3", "file": "b.xlsx", "sheet": "9A2"]).contains("tệp «b.xlsx», trang «9A2»."))
    #expect(said(["otherRow": "3", "unit": "thcs"]).contains("dòng 3 của đơn vị thcs. Hai đơn vị"))
    #expect(said(["otherRow": "3"], "8,5").hasPrefix("«8,5» khác với dòng 3, tuy cùng một học sinh."))
    #expect(
      said(["otherRow": "3", "unit": "thcs"], "An", .sharedIdentifier).hasPrefix("«An» khác với dòng 3"))
  }

  /// Of two rows of one sender nobody speaks of a unit.
  @Test func oneOfTheSendersOwnRowsStands() {
    func said(_ code: FindingCode, _ facts: [String: String], _ value: String = "") -> String {
      statement(of: Finding(code, .note, value: value, facts: facts), in: .vi)
    }
    #expect(
      said(.overrules, ["otherRow": "2"])
        == "Học sinh này còn ở dòng 2; dòng ở đây được áp dụng, không phải làm gì.")
    #expect(
      said(.overruled, ["otherRow": "4", "file": "x.csv"]).hasPrefix(
        "Học sinh này còn ở dòng 4 của tệp «x.csv»; dòng đó được áp dụng, dòng này không dùng."))
    #expect(said(.overruled, ["otherRow": "4"], "A").hasPrefix("«A» khác với dòng 4 về cùng học sinh này;"))
    for code in [FindingCode.overruled, .overrules] {
      #expect(!said(code, ["otherRow": "4"]).lowercased().contains("đơn vị"))
      #expect(said(code, ["otherRow": "4", "unit": "thcs-a"]).hasPrefix("Đơn vị thcs-a cũng gửi"))
    }
  }

  /// A journal of a newer version may hold words that are not ours.
  @Test(arguments: Language.allCases)
  func aWordThatIsNoneOfOursIsNotShown(language: Language) {
    for (code, fact) in [
      (FindingCode.setup, "reason"), (.setupUnusual, "reason"), (.orderRefused, "reason"),
      (.formatError, "detail"),
      (.tooLarge, "limit"), (.notAllowed, "kind"), (.unreadTable, "kind"), (.foreignKey, "kind"),
      (.typeError, "type"),
      (.roundClosed, "state"),
    ] {
      #expect(!sentence(for: finding(code, .error, [fact: "of-tomorrow"]), in: language).contains("tomorrow"))
    }
  }

  @Test func aSentenceSaysWhereAndHowToMendIt() {
    let place = Finding.Place(sheet: "9A1", row: 17, column: 3, label: "Ngày\nsinh")
    let finding = Finding(
      .typeError, .error, at: place, value: "5/9/08",
      facts: ["type": "date", "reason": TypeFault.twoDigitYear.rawValue])
    #expect(
      sentence(for: finding, in: .vi)
        == "Trang «9A1», ô D17 (Ngày sinh): «5/9/08»: năm phải đủ 4 chữ số. "
        + "Hãy ghi dạng ngày/tháng/năm, ví dụ 05/09/2022.")
  }
}
