import TableSchema
import Tables

extension TableJudging {
  /// Judges the programs that rows name, each within its school. A blank means
  /// `thuong` in programs, what the bare school means as a wish in programScores
  /// and cutoffs, and all programs elsewhere (tables.md, Names for codes).
  mutating func judgePrograms(_ rows: [Int32], _ names: RoundNames) {
    switch schema.kind {
    case .programs: fillOrdinary(rows)
    case .programScores, .cutoffs, .reservations, .assignments: judgePrograms(rows, names, blankIsBare: true)
    default:
      if schema.field("program")?.field.reference == .program {
        judgePrograms(rows, names, blankIsBare: false)
      }
    }
  }

  private mutating func fillOrdinary(_ rows: [Int32]) {
    let column = addedPosition("program", .code)
    let ordinary = number(RoundNames.ordinary)
    for row in rows where text(column, Int(row)).isEmpty { write(ordinary, column, Int(row)) }
  }

  private mutating func judgePrograms(_ rows: [Int32], _ names: RoundNames, blankIsBare: Bool) {
    guard names.programs != nil else { return }
    if !blankIsBare, position("program") == nil { return }
    let column = addedPosition("program", .code)
    let school = position("school")
    var distinct = Interner()
    var meanings: [(meaning: Meaning, named: NamedCode?)] = []
    var pair: [UInt8] = []
    for row in rows {
      let row = Int(row)
      let text = table.columns[column].texts[row]
      if text.isEmpty, !blankIsBare { continue }
      let own = school.map { self.text($0, row) } ?? []
      pair.removeAll(keepingCapacity: true)
      pair += own
      pair.append(0)
      pair += text
      let number = Int(distinct.number(pair[...]))
      if number == meanings.count {
        let value = String(decoding: text, as: UTF8.self)
        let found = programNamed(value, school: String(decoding: own, as: UTF8.self), names)
        switch found {
        case .code(let code, let byName):
          let asDeclared = names.programsAnywhere.isDeclared(value)
          let named = byName ? NamedCode(code: code, asDeclared: asDeclared) : nil
          meanings.append((.canonical(self.number(code)), named))
        case .failed(let code, let facts): meanings.append((.failed(code, facts), nil))
        case nil: meanings.append((.asWritten, nil))
        }
      }
      if let named = meanings[number].named {
        addName(row, column, String(decoding: text, as: UTF8.self), named, spelling: number)
      }
      switch meanings[number].meaning {
      case .canonical(let new): write(new, column, row)
      case .asWritten: break
      case .failed(let code, let facts):
        // A blank means something by the school beside it.
        let told = text.isEmpty ? school ?? column : column
        hold(row, code, told, value: table.columns[told].texts.string(row), facts: facts)
      }
    }
  }

  /// Nil where the school is at fault, and was told.
  private func programNamed(_ text: String, school: String, _ names: RoundNames) -> RoundNames.Named? {
    if school.isEmpty {
      return text.isEmpty ? nil : RoundNames.find(text, in: names.programsAnywhere, kind: .program)
    }
    guard names.units[school] != nil else { return nil }
    if !text.isEmpty { return names.program(text, of: school) }
    switch names.bareWish(school, byName: false) {
    case .program(let plan, _): return .code(plan.program, byName: false)
    case .byBirth(let programs, _, _):
      let (code, facts) = RoundNames.unclear(programs)
      return .failed(code, facts)
    case .failed(let code, let facts, _): return .failed(code, facts)
    }
  }
}
