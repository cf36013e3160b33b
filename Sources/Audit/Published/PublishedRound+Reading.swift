import Tables

extension PublishedRound {
  /// The bytes of the tables.
  struct Bytes {
    var results: [UInt8]
    var explanations: [UInt8]
    var cutoffs: [UInt8]
    var draws: [UInt8]?
  }

  /// Reads the tables; nil, with faults, if one of them cannot be used at all.
  init?(_ bytes: Bytes, _ rules: PublishedRules, _ report: inout AuditReport) {
    self.rules = rules
    let ids = ["personalId", "moetId", "examNo", "applicationNo"]
    let results = CSVTable(
      PublishedRound.resultFile, bytes.results,
      columns: ids + [
        "fullName", "birthDate", "sourceSchool", "status", "school", "program", "wish", "score", "tier",
        "rank", "ticket", "reason",
      ],
      &report)
    let explanations = CSVTable(
      PublishedRound.explanationFile, bytes.explanations,
      columns: ids + [
        "school", "program", "wish", "special", "verdict", "direct", "tier", "score", "priority", "incentive",
        "margin", "ties", "draw", "rank", "waiting", "admitted", "kept", "undecided", "part", "ruling",
        "cutoffDirect", "cutoffTier",
        "cutoffWish",
        "cutoffScore", "cutoffMargin", "cutoffTies", "cutoffDraw", "cutoffRuling", "rows", "seat", "seatIn",
        "cutoffRow", "left", "minutes", "declined",
      ], &report)
    let cutoffs = CSVTable(
      PublishedRound.cutoffFile, bytes.cutoffs,
      columns: [
        "school", "program", "wish", "quota", "applicants", "admitted", "cutoff", "tier", "last",
      ], &report)
    guard let results, let explanations, let cutoffs else { return nil }
    children = (0..<results.count).map { row in
      Child(
        line: results.line(row), ids: ids.map { results.text($0, row) },
        name: results.text("fullName", row), born: PublishedRound.day(results.text("birthDate", row)),
        sourceSchool: results.text("sourceSchool", row), status: results.text("status", row),
        school: results.text("school", row), program: results.text("program", row),
        wish: results.text("wish", row), score: results.text("score", row), tier: results.text("tier", row),
        rank: results.text("rank", row), ticket: results.text("ticket", row),
        reason: results.text("reason", row))
    }
    for row in 0..<results.count {
      let born = results.text("birthDate", row)
      report.examine(
        .tables, PublishedRound.isDay(born),
        Fault(.tables, PublishedRound.resultFile, line: results.line(row), about: "birthDate", says: born))
    }
    let positions = Dictionary(
      rules.programs.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    let childOf = Dictionary(
      children.enumerated().map { ($1.ids, $0) }, uniquingKeysWith: { first, _ in first })
    readWishes(explanations, ids, positions, childOf, &report)
    for (index, wish) in wishes.enumerated() where wish.child >= 0 {
      children[wish.child].wishes.append(index)
    }
    readCutoffs(cutoffs, positions, &report)
    if let bytes = bytes.draws { readDraws(bytes, &report) }
  }

  private mutating func readWishes(
    _ table: CSVTable, _ ids: [String], _ positions: [String: Int], _ childOf: [[String]: Int],
    _ report: inout AuditReport
  ) {
    var limits = Limits()
    for row in 0..<table.count {
      let path = table.text("school", row) + "/" + table.text("program", row)
      checkForms(table, row, &report)
      guard let program = positions[path], let number = Int(table.text("wish", row)) else {
        report.examine(.tables, false, Fault(.tables, table.file, line: table.line(row), about: path))
        continue
      }
      var wish = Wish(
        line: table.line(row), child: childOf[ids.map { table.text($0, row) }] ?? -1, program: program,
        number: number, special: table.text("special", row) == "1", verdict: table.text("verdict", row),
        admitted: table.text("admitted", row) == "1", kept: table.text("kept", row) == "1",
        undecided: table.text("undecided", row), takesPart: table.text("part", row) != "0")
      wish.left = table.text("left", row)
      wish.declining = table.text("declined", row)
      (wish.ruling, wish.minutes) = (table.text("ruling", row), table.text("minutes", row))
      wish.priority = exact(table.text("priority", row))
      wish.incentive = exact(table.text("incentive", row))
      wish.marginText = table.text("margin", row)
      wish.own = PublishedRound.joined(
        ["direct", "tier", "wish", "score", "margin", "ties", "draw", "ruling"], table, row)
      let against = PublishedRound.joined(
        [
          "cutoffDirect", "cutoffTier", "cutoffWish", "cutoffScore", "cutoffMargin", "cutoffTies",
          "cutoffDraw",
          "cutoffRuling",
        ], table, row)
      wish.against = limits.texts[against] ?? against
      limits.texts[against] = wish.against
      wish.direct = table.text("direct", row) == "1"
      wish.tier = Int(table.text("tier", row))
      wish.score = exact(table.text("score", row))
      wish.margin = exact(table.text("margin", row)) ?? .zero
      wish.ties = ties(table.text("ties", row), of: program)
      wish.draw = Int(table.text("draw", row))
      wish.rank = Int(table.text("rank", row))
      wish.waiting = Int(table.text("waiting", row))
      wish.rows = table.text("rows", row).split(separator: ";").compactMap { Int($0) }
      wish.seat = Int(table.text("seat", row))
      wish.seatIn = Int(table.text("seatIn", row))
      wish.cutoffRow = Int(table.text("cutoffRow", row))
      if wish.isEligible {
        let key = self.key(
          direct: wish.direct, tier: wish.tier, number: number, score: wish.score, margin: wish.margin,
          ties: wish.ties, draw: wish.draw, program, ruling: table.text("ruling", row))
        wish.key = key ?? []
        report.examine(.tables, key != nil, Fault(.tables, table.file, line: wish.line, about: path))
      }
      readCutoff(of: &wish, table, row, &limits, &report)
      wishes.append(wish)
    }
  }

  /// What rows are compared with, each once: most rows of a program are compared with the same.
  private struct Limits {
    var texts: [String: String] = [:]
    /// By program and text.
    var keys: [Limit: [Int64]] = [:]

    struct Limit: Hashable {
      var program: Int
      var text: String
    }
  }

  private static func joined(_ columns: [String], _ table: CSVTable, _ row: Int) -> String {
    columns.map { table.text($0, row) }.joined(separator: "|")
  }

  private func readCutoff(
    of wish: inout Wish, _ table: CSVTable, _ row: Int, _ limits: inout Limits, _ report: inout AuditReport
  ) {
    let score = exact(table.text("cutoffScore", row))
    if rules.method == .given {
      wish.given = score
    } else if score != nil {
      let limit = Limits.Limit(program: wish.program, text: wish.against)
      if let known = limits.keys[limit] {
        wish.cutoff = known
        return
      }
      let key = self.key(
        direct: table.text("cutoffDirect", row) == "1", tier: Int(table.text("cutoffTier", row)),
        number: Int(table.text("cutoffWish", row)) ?? 0, score: score,
        margin: exact(table.text("cutoffMargin", row)) ?? .zero,
        ties: ties(table.text("cutoffTies", row), of: wish.program), draw: Int(table.text("cutoffDraw", row)),
        wish.program, ruling: table.text("cutoffRuling", row))
      wish.cutoff = key ?? []
      if key != nil { limits.keys[limit] = wish.cutoff }
      report.examine(
        .tables, key != nil, Fault(.tables, table.file, line: wish.line, about: path(wish)))
    }
  }

  /// contract.md 4, Key, with every part turned so that larger is first; nil where a part cannot be read.
  private func key(
    direct: Bool, tier: Int?, number: Int, score: Exact?, margin: Exact, ties: [String], draw: Int?,
    _ program: Int, ruling: String
  ) -> [Int64]? {
    let asked = rules.programs[program]
    guard let score, let compared = try? score.minus(margin), ties.count == asked.tiesDescend.count else {
      return nil
    }
    var key: [Int64] = [
      direct ? 1 : 0, -Int64(asked.zoned ? tier ?? 0 : 1), rules.method == .sequential ? -Int64(number) : 0,
      compared.raw,
    ]
    for (text, descends) in zip(ties, asked.tiesDescend) {
      guard !text.isEmpty else {
        key.append(.min)
        continue
      }
      guard let value = tieValue(text) else { return nil }
      key.append(descends ? value : -value)
    }
    if rules.tiePolicy == .lottery, !rules.seed.isEmpty {
      guard let draw else { return nil }
      key.append(-Int64(draw))
    }
    if rules.leavesTies {
      switch ruling {
      case "": key.append(PublishedRound.noRuling)
      case "admit": key.append(PublishedRound.noRuling + 1)
      case "refuse": key.append(PublishedRound.noRuling - 1)
      default:
        guard let order = Int64(ruling) else { return nil }
        key.append(-order)
      }
    }
    return key
  }

  /// A number, or a date `dd/mm/yyyy`.
  private func tieValue(_ text: String) -> Int64? {
    exact(text)?.raw ?? PublishedRound.day(text).map { Int64($0.number) }
  }

  /// `dd/mm/yyyy`.
  static func day(_ text: String) -> Day? {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    return parts.count == 3 ? Day(year: parts[2], month: parts[1], day: parts[0]) : nil
  }

  /// Behind those whom the council admits, before those whom it does not.
  private static let noRuling = Int64(Int32.min) - 1

  private func ties(_ text: String, of program: Int) -> [String] {
    guard !rules.programs[program].tiesDescend.isEmpty else { return [] }
    return text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
  }

  private mutating func readCutoffs(
    _ table: CSVTable, _ positions: [String: Int], _ report: inout AuditReport
  ) {
    for row in 0..<table.count {
      let path = table.text("school", row) + "/" + table.text("program", row)
      let (program, wish) = (positions[path], Int(table.text("wish", row)))
      report.examine(
        .tables, program != nil && wish != nil,
        Fault(.tables, table.file, line: table.line(row), about: path))
      guard let program, let wish else { continue }
      cutoffs.append(
        CutoffLine(
          line: table.line(row), program: program, wish: wish, quota: table.text("quota", row),
          applicants: table.text("applicants", row), admitted: table.text("admitted", row),
          cutoff: table.text("cutoff", row), tier: table.text("tier", row), last: table.text("last", row)))
    }
  }

  private mutating func readDraws(_ bytes: [UInt8], _ report: inout AuditReport) {
    guard
      let table = CSVTable(
        PublishedRound.drawFile, bytes, columns: ["ticket", "draw", "order"], &report)
    else { return }
    for row in 0..<table.count {
      let order = table.text("order", row)
      report.examine(
        .tables, PublishedRound.isNumber(order),
        Fault(.tables, table.file, line: table.line(row), about: "order", says: order))
    }
    draws = (0..<table.count).map { row in
      DrawLine(
        line: table.line(row), ticket: table.text("ticket", row), draw: table.text("draw", row),
        order: Int(table.text("order", row)) ?? 0)
    }
  }
}

/// A number with a point; nil for anything else.
func exact(_ text: String) -> Exact? { Exact(parsing: text.utf8, maxFraction: 10) }
