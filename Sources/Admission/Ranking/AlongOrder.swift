extension CommonOrder {
  /// The rank by wish: 1 + the number of better keys among those eligible there.
  func ranks(_ input: Input) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: input.wishProgram.count)
    rankEach(programs: input.programs.count, of: { _ in true }, at: { _, _ in true }) { wish, _, rank in
      ranks[wish] = rank
    }
    return ranks
  }

  /// Goes along the order and tells, of each eligible wish, its program and its rank
  /// there among those who take part: 1 + how many of them have better keys. Nobody is
  /// eligible twice at a program (``Input``).
  ///
  /// - Parameters:
  ///   - takesPart: whether an applicant does.
  ///   - takesPartAt: whether one who does takes part at a program.
  @inline(__always)
  func rankEach(
    programs count: Int, of takesPart: (_ applicant: Int) -> Bool,
    at takesPartAt: (_ applicant: Int, _ program: Int) -> Bool,
    _ body: (_ wish: Int, _ program: Int, _ rank: Int32) -> Void
  ) {
    var met = Cells<Int32>(repeating: 0, count: count)
    var reading = ShelfReading(self)
    let (turns, groups) = (turns.span, groups.span)
    var place = 0
    while place < turns.count {
      let group = place..<place + Int(groups[place])
      // One alone is ranked and counted in one pass, the third. Equal ones are all ranked
      // in the first before any of them is counted in the second.
      for pass in group.count == 1 ? 2...2 : 0...1 {
        for place in group {
          let turn = turns[place]
          guard takesPart(Int(turn.applicant)) else { continue }
          let programs = reading.programs(at: place, turn)
          for number in programs.indices where programs[number] >= 0 {
            let program = Int(programs[number])
            guard takesPartAt(Int(turn.applicant), program) else { continue }
            if pass != 1 { body(Int(turn.wish(number)), program, met[program] + 1) }
            if pass != 0 { met[program] += 1 }
          }
        }
      }
      place = group.upperBound
    }
  }
}
