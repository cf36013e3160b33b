import TableSchema
import Tables

extension TableJudging {
  /// Whose leavers the rows are. A blank is the sender, except on a row that
  /// wishes for the sender and has no class; free text such as `Ngoài tỉnh`
  /// stays. A school's rows are its own leavers or wish for it, an authority's
  /// likewise for its schools (tables.md, Who may send what).
  mutating func judgeSourceSchool(
    _ rows: [Int32], _ names: RoundNames, _ sender: Unit, _ isWished: [Bool]
  ) {
    if let column = position("sourceSchool") {
      judge(column, rows) { text, judging in
        switch names.schools.resolve(text) {
        case .code(let code): return (.canonical(judging.number(code)), named: nil)
        case .name(let code):
          let named = NamedCode(code: code, asDeclared: names.schools.isDeclared(text))
          return (.canonical(judging.number(code)), named: named)
        case .unknown: return (.asWritten, named: nil)
        case .ambiguous(let candidates):
          // A school knows which of two of the same name it is.
          if candidates.contains(sender.code) {
            let named = NamedCode(code: sender.code, asDeclared: names.schools.isDeclared(text))
            return (.canonical(judging.number(sender.code)), named: named)
          }
          let facts = [
            "kind": Field.Reference.school.rawValue, "candidates": candidates.joined(separator: "; "),
          ]
          return (.failed(.ambiguousName, facts), named: nil)
        }
      }
    }
    guard sender.role == .school || sender.role == .authority else { return }
    let own = number(sender.code)
    let classes = position("sourceClass")
    let given = position("sourceSchool")
    let column = addedPosition("sourceSchool", .code)
    for row in rows {
      let row = Int(row)
      if text(column, row).isEmpty, sender.role == .school {
        let hasClass = classes.map { !text($0, row).isEmpty } ?? false
        if !isWished[row] || hasClass { write(own, column, row) }
      }
      if isWished[row] || names.isOwn(string(column, row), sender) { continue }
      if table.held[row], text(column, row).isEmpty { continue }
      hold(row, .notOurChild, given, key: "sourceSchool", value: string(column, row))
    }
  }

  /// tables.md: a child with no identifier gets an application number from us:
  /// the sender's code and 8 hex digits of SHA-256 over the folded name, the
  /// birth date (`yyyy-mm-dd`) and the folded guardian, a line each. Two rows
  /// that would get the same one may be twins: both are held.
  mutating func giveNumbers(_ rows: [Int32], _ sender: Unit) {
    let identifiers = Schema.identifierKeys.compactMap { position($0) }
    let nameless = rows.filter { row in identifiers.allSatisfy { text($0, Int(row)).isEmpty } }
    guard !nameless.isEmpty else { return }
    let name = position("fullName")
    let birth = position("birthDate").map { table.columns[$0] }
    let guardian = position("guardian")
    let sheetColumn = position("applicationNo")
    let column = addedPosition("applicationNo", .code)
    var first: [String: Int] = [:]
    for row in nameless {
      let row = Int(row)
      let day = birth?.number(row).flatMap { Int32(exactly: $0) }.map { Day(number: $0).iso } ?? ""
      guard let name, !text(name, row).isEmpty, !day.isEmpty else {
        // Without name and birth date nothing tells this child from another; the row is held for that.
        if !table.held[row] { hold(row, .personMissing, key: Schema.identifierKeys[0]) }
        continue
      }
      let lines = [folded(text(name, row)), Array(day.utf8), guardian.map { folded(text($0, row)) } ?? []]
      let digest = SHA256.hex(Array(lines.joined(separator: [UInt8(ascii: "\n")])))
      let given = sender.code + "-" + digest.prefix(8)
      if let other = first[given] {
        for (row, other) in [(other, row), (row, other)] {
          let facts = ["otherRow": String(table.rowNumbers[other])]
          hold(row, .duplicateRow, sheetColumn, key: "applicationNo", facts: facts)
        }
        continue
      }
      first[given] = row
      write(number(given), column, row)
      add(
        .numberGiven, .repair, row, sheetColumn, key: "applicationNo",
        facts: ["applicationNo": given])
    }
  }
}
