import TableSchema
import Tables

extension TableJudging {
  /// What the value of a reservation names depends on its category: a priority, a tier, or a source school.
  mutating func judgeCategories(_ rows: [Int32], _ names: RoundNames) {
    guard let column = position("value") else { return }
    var distinct = Interner()
    for row in rows.map({ Int($0) }) {
      let text = string(column, row)
      guard !text.isEmpty, let category = schema.choice("category", in: table, row: row) else { continue }
      let found: RoundNames.Named
      switch category {
      case "priority": found = names.find(text, in: names.priorities, kind: .priority)
      case "sourceSchool": found = names.find(text, in: names.schools, kind: .school)
      default:
        if let tier = Int32(text), tier > 0 {
          found = .code(String(tier), byName: false)
        } else {
          found = .failed(.typeError, ["type": ValueType.integer.rawValue])
        }
      }
      switch found {
      case .code(let code, let byName):
        write(number(code), column, row)
        if byName {
          let declared = category == "priority" ? names.priorities : names.schools
          let named = NamedCode(code: code, asDeclared: declared.isDeclared(text))
          addName(row, column, text, named, spelling: Int(distinct.number(Array(text.utf8))))
        }
      case .failed(let code, let facts): hold(row, code, column, value: text, facts: facts)
      }
    }
  }

  /// The documents of a school are its own: a blank school means the sender, and of an authority none.
  mutating func fillOwnSchool(_ rows: [Int32], _ sender: Unit) {
    guard sender.role == .school || sender.role == .authority else { return }
    let column = addedPosition("school", .code)
    for row in rows.map({ Int($0) }) where text(column, row).isEmpty {
      if sender.role == .school {
        write(number(sender.code), column, row)
      } else {
        hold(row, .required, column, key: "school")
      }
    }
  }
}
