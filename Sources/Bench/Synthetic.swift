import Admission
import Tables

/// A made-up round, the same for the same arguments, to measure by: demand is
/// skewed (a wish is the lower-numbered of two programs drawn, so that the first
/// are wished for by many, the last hardly), there are 5 % more children than
/// seats, spread evenly, four classes of priority, and a lottery.
///
/// - Parameters:
///   - wishes: how many each child makes, all different; at most `programs` and 63.
///   - commonScore: all programs weigh the marks alike; otherwise each in one of four ways.
func syntheticInput(
  children: Int, wishes: Int, programs: Int, seed: UInt64, commonScore: Bool
) -> Input {
  var chance = SeededRandom(seed: seed)
  let wishes = min(wishes, programs, 63)

  var wishProgram: [Int32] = []
  wishProgram.reserveCapacity(children * wishes)
  for _ in 0..<children {
    let start = wishProgram.count
    while wishProgram.count < start + wishes {
      // The smaller of two: the first programs are wished for most.
      let program = Int32(min(chance.below(programs), chance.below(programs)))
      if !wishProgram[start...].contains(program) { wishProgram.append(program) }
    }
  }

  let seats = children * 100 / 105
  let plans = (0..<programs).map { number in
    var program = Program(
      school: Int32(number), quota: seats / programs + (number < seats % programs ? 1 : 0))
    program.recipe = commonScore ? 0 : number % 4
    program.priorityTable = 0
    return program
  }
  var input = Input(
    rules: Rules(method: .simultaneous, tiePolicy: .lottery),
    programs: plans,
    states: Array(repeating: .competes, count: children),
    wishStart: (0...children).map { Int32($0 * wishes) },
    wishProgram: wishProgram,
    wishNumber: (0..<children).flatMap { _ in (0..<wishes).map { UInt8($0 + 1) } },
    wishSpecial: Array(repeating: false, count: wishProgram.count))

  // Three marks from 0 to 10 in steps of 0.25, the middle ones likelier.
  let step: Int64 = 2_500_000_000
  input.fields = (0..<3).map { _ in
    (0..<children).map { _ in Int64(chance.below(21) + chance.below(21)) * step }
  }
  input.recipes = (0..<4).map { way in
    let terms = (0..<3).map { field in
      Recipe.Term(field: field, coefficient: Exact(whole: way == field + 1 ? 2 : 1) ?? .zero)
    }
    return Recipe(terms: terms, usesExam: true)
  }
  input.priorityTables = [
    Dictionary(
      uniqueKeysWithValues: (1...3).map { code in
        (Int32(code), PriorityGrant(kind: .priority, points: Exact(raw: Int64(code) * 2 * step)))
      })
  ]
  input.claimSets = [[], [1], [2], [3]]
  input.claims = (0..<children).map { _ in Int32(max(0, chance.below(16) - 12)) }
  var draw = (0..<children).map { Int32($0) }
  chance.shuffle(&draw)
  input.drawOrder = draw
  return input
}
