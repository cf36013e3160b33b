import Tables

/// Results of a child over the years, close to its ability, its school and its
/// own last year.
struct Marks {
  /// By school, what its children have more or less than others, in tenths.
  private let schoolOffset: Int

  init(school: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed).stream(school)
    schoolOffset = random.within(-5...5)
  }

  func years(_ grades: ClosedRange<Int>, _ random: inout SeededRandom) -> [YearResults] {
    // The sum of three dice of 21 faces: most children in the middle, 4.4 to 9.8.
    var ability = 44 + random.below(19) + random.below(19) + random.below(19) + schoolOffset
    let science = random.within(-6...6)
    let behaviour = random.below(100) + (ability - 70) / 2
    return grades.map { _ in
      ability += random.within(-4...4)
      let average = tenths(ability)
      let math = tenths(ability + science + random.within(-6...5))
      let literature = tenths(ability - science + random.within(-6...5))
      return YearResults(
        learning: learning(average, worst: min(math, literature)),
        conduct: conduct(behaviour + random.within(-8...8)), average: average, math: math,
        literature: literature)
    }
  }

  private func tenths(_ value: Int) -> Int { min(max(value, 20), 100) }

  /// Circular 58/2011: the average, and no subject too far below it.
  private func learning(_ average: Int, worst: Int) -> YearResults.Learning {
    switch (average, worst) {
    case (80..., 65...): .good
    case (65..., 50...): .fair
    case (50..., 35...): .average
    case (35..., 20...): .weak
    default: .poor
    }
  }

  private func conduct(_ behaviour: Int) -> YearResults.Conduct {
    switch behaviour {
    case 25...: .good
    case 8...: .fair
    case 0...: .average
    default: .weak
    }
  }
}
