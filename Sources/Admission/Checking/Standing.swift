/// A wish, and the rank by which it is compared.
struct Standing: BitwiseCopyable, Sendable {
  let wish: Int32
  /// 0 where it is not eligible.
  let rank: Int32
}

/// Wishes of a stretch of applicants as they are met, and how many there are of each program.
struct MetStandings: Sendable {
  private(set) var counts: [Int]
  private var programs: [Int32] = []
  private var standings: [Standing] = []

  init(programs: Int) { counts = Array(repeating: 0, count: programs) }

  mutating func add(_ standing: Standing, at program: Int32) {
    counts[Int(program)] += 1
    programs.append(program)
    standings.append(standing)
  }

  /// Those of all stretches, program by program.
  static func grouped(_ parts: [MetStandings], programs: Int, jobs: Int) -> Grouped<Standing> {
    Grouped(counts: parts.map(\.counts), programs: programs, jobs: jobs) { stretch, places in
      for (program, standing) in zip(parts[stretch].programs, parts[stretch].standings) {
        places.put(standing, at: Int(program))
      }
    }
  }
}
