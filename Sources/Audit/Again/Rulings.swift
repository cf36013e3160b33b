/// What the council concluded, as the last part of a key, larger first (contract.md 4, Cut-offs).
struct CouncilRulings {
  private struct Line {
    var person: Int
    var school: String
    var program: String
    var part: Int64
  }

  private var lines: [Line] = []

  init(_ asked: AskedRound, _ gathered: Gathered) {
    for row in asked.rows("rulings") where !row.isHeld {
      guard let person = gathered.person(row.ids) else { continue }
      // nhận by order, then without one, then those of whom nothing is said, then không nhận.
      let admits = row.choice("ruling") == "admit"
      let part = admits ? row.number("order").map { -$0 } ?? CouncilRulings.last : CouncilRulings.refused
      lines.append(Line(person: person, school: row.code("school"), program: row.code("program"), part: part))
    }
  }

  private static let last = -Int64(Int32.max) - 1
  static let none = -Int64(Int32.max) - 2
  private static let refused = -Int64(Int32.max) - 3

  var isEmpty: Bool { lines.isEmpty }

  /// The part of a wish of a person; one that names no program is about the wish at its school that a
  /// tie holds.
  func part(of person: Int, at program: PublishedRules.Program, isHeld: Bool) -> Int64 {
    let line = lines.last { line in
      line.person == person && line.school == program.school.lowercased()
        && (line.program.isEmpty ? isHeld : line.program == program.program.lowercased())
    }
    return line?.part ?? CouncilRulings.none
  }
}

extension SecondDecision {
  /// Hears the council: decides without it first, to see which wishes a tie holds.
  mutating func hear(_ rulings: CouncilRulings) {
    guard leavesTies, !rulings.isEmpty else { return }
    seatAll()
    for index in children.indices {
      let held = [children[index].tied?.stay, children[index].tied?.out].compactMap { $0 }
      for wish in children[index].wishes.indices {
        let own = children[index].wishes[wish]
        let program = asked.programs[own.program].published
        // Of two places at the school, the one if the tied group comes in.
        let first = held.first { other in
          asked.programs[children[index].wishes[other].program].published.school == program.school
        }
        let part = rulings.part(of: children[index].person, at: program, isHeld: first == wish)
        children[index].wishes[wish].key.append(part)
      }
      children[index].tied = nil
      if !children[index].kept { children[index].place = nil }
    }
    rank()
  }
}
