import TableSchema
import Tables

extension TableJudging {
  /// Judges the rows of a roster for one round.
  mutating func judgeRoster(_ rows: [Int32], _ names: RoundNames, _ sender: Unit) {
    var isWished = [Bool](repeating: false, count: table.rowCount)
    for special in [false, true] {
      let group = wishColumns(special: special)
      refuseNumbers(group, rows, maximum: names.round.wishes)
      var wishes = WishReader(names: names, sender: sender)
      for (column, _) in group { judgeWishes(column, rows, &wishes, &isWished) }
      dropRepeated(group.map(\.column), rows)
    }
    if let route = position("route") { judgeRoute(route, rows, names) }
    if let priorities = position("priorities") {
      judgeList(priorities, rows, in: names.priorities, .priority, of: names)
    }
    judgeSourceSchool(rows, names, sender, isWished)
    requireFields(names.requiredFields, rows)
    noteUnusual(rows, names)
    giveNumbers(rows, sender)
  }

  /// The wish columns of a group, by number.
  private func wishColumns(special: Bool) -> [(column: Int, number: Int)] {
    let name = special ? "specialWish" : "wish"
    let columns: [(column: Int, number: Int)] = table.columns.enumerated().compactMap { position, column in
      guard let (field, number) = schema.field(column.key), field.name == name, number > 0 else { return nil }
      return (position, number)
    }
    return columns.sorted { $0.number < $1.number }
  }

  /// tables.md: a wish number beyond the round's, each group for itself, is an error on the row.
  private mutating func refuseNumbers(
    _ group: [(column: Int, number: Int)], _ rows: [Int32], maximum: Int
  ) {
    for (column, number) in group where number > maximum {
      for row in rows where !text(column, Int(row)).isEmpty {
        hold(
          Int(row), .wishNumber, column, value: string(column, Int(row)), facts: ["maximum": String(maximum)])
      }
    }
  }

  /// The texts of a group of wish columns, each distinct one read once.
  private struct WishReader {
    let names: RoundNames
    let sender: Unit
    var distinct = Interner()
    var meanings: [WishMeaning] = []
    /// By distinct text: the number of the canonical text, −1 where it depends on the row.
    var numbers: [Int32] = []
    /// By distinct text: the code, where it is a name.
    var named: [NamedCode?] = []
    var isOwn: [Bool] = []
  }

  private mutating func judgeWishes(
    _ column: Int, _ rows: [Int32], _ wishes: inout WishReader, _ isWished: inout [Bool]
  ) {
    let texts = table.columns[column].texts
    let births = position("birthDate").map { table.columns[$0] }
    for row in rows {
      let row = Int(row)
      let text = texts[row]
      if text.isEmpty { continue }
      if isUnreadable(column, row) {
        // It may have been a wish for the sender.
        isWished[row] = true
        continue
      }
      let wish = Int(wishes.distinct.number(text))
      if wish == wishes.meanings.count { read(texts.string(row), &wishes) }
      if wishes.isOwn[wish] { isWished[row] = true }
      if let named = wishes.named[wish] { addName(row, column, texts.string(row), named, spelling: wish) }
      if wishes.numbers[wish] >= 0 {
        write(wishes.numbers[wish], column, row)
        continue
      }
      switch wishes.meanings[wish] {
      case .program: break
      case .byBirth(let programs, _, _):
        if let plan = programs.fitting(births?.number(row)) {
          write(number(plan.path), column, row)
        } else {
          let (code, facts) = RoundNames.unclear(programs)
          hold(row, code, column, value: texts.string(row), facts: facts)
        }
      case .failed(let code, let facts, _):
        hold(row, code, column, value: texts.string(row), facts: facts)
      }
    }
  }

  /// Finds what a text that was not seen before means.
  private mutating func read(_ text: String, _ wishes: inout WishReader) {
    let meaning = wishes.names.wish(text)
    wishes.meanings.append(meaning)
    wishes.isOwn.append(meaning.school.map { wishes.names.isOwn($0, wishes.sender) } ?? false)
    var (number, code) = (Int32(-1), String?.none)
    switch meaning {
    case .program(let plan, let byName):
      number = self.number(plan.path)
      if byName { code = plan.path }
    case .byBirth(_, let school, let byName):
      if byName { code = school }
    case .failed: break
    }
    wishes.numbers.append(number)
    wishes.named.append(
      code.map { NamedCode(code: $0, asDeclared: wishes.names.isDeclaredWish(text)) })
  }

  /// tables.md: the same program twice in one list: the later is dropped, with a note.
  private mutating func dropRepeated(_ columns: [Int], _ rows: [Int32]) {
    guard columns.count > 1 else { return }
    let blank = number("")
    for row in rows {
      let row = Int(row)
      for later in 1..<columns.count {
        let wish = written(columns[later], row)
        if wish < 0 || wish == blank { continue }
        if columns[..<later].contains(where: { written($0, row) == wish }) {
          let value = table.columns[columns[later]].texts.string(row)
          add(.wishRepeated, .note, row, columns[later], value: value)
          write(blank, columns[later], row)
        }
      }
    }
  }

  /// The programs that a source school routes the child to, as `SCHOOL/PROGRAM` joined by `;`.
  private mutating func judgeRoute(_ column: Int, _ rows: [Int32], _ names: RoundNames) {
    let texts = table.columns[column].texts
    var distinct = Interner()
    var routes: [[RouteMeaning]] = []
    for row in rows {
      let row = Int(row)
      if texts[row].isEmpty { continue }
      let route = Int(distinct.number(texts[row]))
      if route == routes.count { routes.append(listItems(texts.string(row)).map { names.route($0) }) }
      var paths: [String] = []
      for meaning in routes[route] {
        switch meaning {
        case .programs(let plans): paths += plans.map(\.path)
        case .failed(let code, let facts): hold(row, code, column, value: texts.string(row), facts: facts)
        }
      }
      write(number(paths.joined(separator: ";")), column, row)
    }
  }
}
