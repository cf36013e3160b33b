import Tables

extension PublishedRound {
  /// `diem-chuan.csv` counted again from `giai-trinh.csv` (contract.md 5): every row is right, and every
  /// wish that somebody named in the program's own group has one, and so has each that it takes; no other.
  func checkCutoffTable(_ readings: [SeatReading], _ report: inout AuditReport) {
    var seen: Set<[Int]> = []
    var named: [[Int]: [Int]] = [:]
    for (index, wish) in wishes.enumerated() where wish.special == rules.programs[wish.program].special {
      named[[wish.program, wish.number], default: []].append(index)
    }
    let turnedAway = wishesTurnedAway(readings)
    for line in cutoffs {
      let rows = named[[line.program, line.wish]] ?? []
      let expected = expectedLine(line, rows, turnedAway)
      report.examine(
        .cutoffTable, line == expected && seen.insert([line.program, line.wish]).inserted,
        Fault(
          .cutoffTable, PublishedRound.cutoffFile, line: line.line, about: rules.programs[line.program].path,
          says: line.figures, expected: expected.figures))
    }
    let wanted = taken.union(named.keys)
    for place in wanted.sorted(by: { $0.lexicographicallyPrecedes($1) }) where !seen.contains(place) {
      report.examine(
        .cutoffTable, false,
        Fault(
          .cutoffTable, PublishedRound.cutoffFile, about: rules.programs[place[0]].path, says: "",
          expected: "NV" + String(place[1])))
    }
    // A cut-off may also be given for a wish that is not taken.
    guard rules.method != .given else { return }
    for line in cutoffs {
      report.examine(
        .cutoffTable, wanted.contains([line.program, line.wish]),
        Fault(
          .cutoffTable, PublishedRound.cutoffFile, line: line.line, about: rules.programs[line.program].path,
          says: "NV" + String(line.wish)))
    }
  }

  /// The wishes that each program takes; where it takes all, up to the largest that anybody used in its group.
  private var taken: Set<[Int]> {
    func largest(special: Bool) -> Int { wishes.filter { $0.special == special }.map(\.number).max() ?? 0 }
    let (ordinary, special) = (largest(special: false), largest(special: true))
    return Set(
      rules.programs.enumerated().flatMap { program, asked in
        let all = Array(0..<(asked.special ? special : ordinary)).map { $0 + 1 }
        return (asked.wishes.isEmpty ? all : asked.wishes).map { [program, $0] }
      })
  }

  /// Rows of eligible children who were considered there and not taken: in every reading of a tie.
  private func wishesTurnedAway(_ readings: [SeatReading]) -> Set<Int> {
    if rules.method == .given {
      return Set(
        children.flatMap { child -> [Int] in
          guard !child.wishes.contains(where: { wishes[$0].kept }) else { return [] }
          let place = child.wishes.first { wishes[$0].admitted } ?? .max
          return child.wishes.filter { wishes[$0].isEligible && $0 < place }
        })
    }
    let sets = readings.map { Set(($0.turnedAway + $0.turnedAwayEarlier + $0.notTaken).joined()) }
    // Who has left a place of its own was turned away by nobody.
    return sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }.filter {
      wishes[$0].left.isEmpty
    }
  }

  private func expectedLine(_ line: CutoffLine, _ rows: [Int], _ turnedAway: Set<Int>) -> CutoffLine {
    let asked = rules.programs[line.program]
    let admitted = rows.filter { wishes[$0].admitted }
    let byScore = admitted.filter { wishes[$0].isEligible && !wishes[$0].direct }.map { wishes[$0] }
    let tier = byScore.compactMap { $0.tier ?? 1 }.max()
    let lowest = byScore.filter { ($0.tier ?? 1) == tier }.compactMap(\.score).min()
    var cutoff = ""
    if rules.method == .given {
      // It is given, and the rows that are compared with it say the same.
      cutoff = rows.first.map { wishes[$0].given?.text ?? "" } ?? line.cutoff
    } else if rows.contains(where: { turnedAway.contains($0) }) {
      cutoff = lowest?.text ?? "-"
    }
    let last = admitted.filter { wishes[$0].isEligible }.max { a, b in
      stands(wishes[a].key, before: wishes[b].key)
    }
    return CutoffLine(
      line: line.line, program: line.program, wish: line.wish, quota: String(asked.quota),
      applicants: String(rows.count), admitted: String(admitted.count), cutoff: cutoff,
      tier: asked.zoned ? tier.map { String($0) } ?? "" : "", last: last.map { lastIn($0) } ?? "")
  }

  /// `tier/score/tie values`.
  private func lastIn(_ index: Int) -> String {
    let wish = wishes[index]
    let tier = rules.programs[wish.program].zoned ? wish.tier.map { String($0) } ?? "" : ""
    return ([tier, wish.score?.text ?? ""] + wish.ties).joined(separator: "/")
  }
}

extension PublishedRound.CutoffLine {
  /// The figures as they are written.
  fileprivate var figures: String {
    ["NV" + String(wish), quota, applicants, admitted, cutoff, tier, last].joined(separator: " ")
  }
}
