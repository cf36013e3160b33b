/// A wish, and the rank by which it is compared.
struct Standing: BitwiseCopyable, Sendable {
  let wish: Int32
  /// 0 where it is not eligible.
  let rank: Int32
}

/// Wishes of a stretch of applicants as they are met, and how many there are of each program.
struct MetStandings: Sendable {
  private(set) var counts: [Int]
  private var met: [(program: Int32, standing: Standing)] = []

  init(programs: Int) { counts = Array(repeating: 0, count: programs) }

  mutating func add(_ standing: Standing, at program: Int32) {
    counts[Int(program)] += 1
    met.append((program, standing))
  }

  /// Those of all stretches, program by program.
  static func grouped(_ parts: [MetStandings], programs: Int, jobs: Int) -> Grouped<Standing> {
    Grouped(counts: parts.map(\.counts), programs: programs, jobs: jobs) { stretch, places in
      for (program, standing) in parts[stretch].met {
        places.put(standing, at: Int(program))
      }
    }
  }
}
