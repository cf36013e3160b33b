import TableSchema
import Tables

extension TableJudging {
  /// contract.md 4, Setup: what a row says against itself or against its round. It is found in every row,
  /// whatever else is wrong with it or with its table, so that who mends it mends all at once.
  mutating func judgeContradictions(_ rows: [Int32], _ round: Round) {
    switch schema.kind {
    case .programs: judgeBirthDates(rows)
    case .reservations: judgeCaps(rows, round)
    case .scoring: judgeConverted(rows)
    default: break
    }
  }

  /// The first birth date of a program comes after the last one: nobody could be eligible.
  private mutating func judgeBirthDates(_ rows: [Int32]) {
    guard let from = position("bornFrom"), position("bornTo") != nil else { return }
    for row in rows.map({ Int($0) }) {
      guard let first = table.number("bornFrom", row), let last = table.number("bornTo", row), first > last
      else { continue }
      let program = position("program").map { string($0, row) } ?? ""
      let school = position("school").map { string($0, row) } ?? ""
      hold(row, .bornBackwards, from, ["program": program.isEmpty ? school : school + "/" + program])
    }
  }

  /// A cap needs the lottery; one on a priority would overlap others.
  private mutating func judgeCaps(_ rows: [Int32], _ round: Round) {
    for row in rows.map({ Int($0) }) where schema.choice("kind", in: table, row: row) == "atMost" {
      if round.tiePolicy != .lottery { hold(row, .capWithoutLottery, position("kind")) }
      if schema.choice("category", in: table, row: row) == "priority" {
        hold(row, .capCategories, position("category"))
      }
    }
  }

  /// A conversion takes one field or a pair.
  private mutating func judgeConverted(_ rows: [Int32]) {
    guard let field = position("field"), let conversion = position("conversion") else { return }
    for row in rows.map({ Int($0) }) where !string(conversion, row).isEmpty {
      if fieldParts(string(field, row)).count > 2 { hold(row, .conversionOfSum, field) }
    }
  }

  private mutating func hold(
    _ row: Int, _ reason: SetupReason, _ column: Int?, _ facts: [String: String] = [:]
  ) {
    let value = column.map { table.columns[$0].texts.string(row) } ?? ""
    hold(row, .setup, column, value: value, facts: facts.merging(["reason": reason.rawValue]) { $1 })
  }
}
