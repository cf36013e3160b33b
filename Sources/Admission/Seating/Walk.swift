import Tables

/// Seats everybody in one walk along an order that all programs share: whoever
/// comes takes the first of its wishes where a seat is left.
///
/// It is the same as the rising of cut-offs (``Competition``). Whoever comes
/// later has a worse key at every program, so nobody who has a seat can lose it:
/// each program's cut-off is where it was full, and each child chose what lies
/// before its own place. Equal keys come together.
struct Walk: ~Copyable {
  private let input: Input
  private let order: CommonOrder
  private let kept: [Int32]
  private let groups: GroupTreatment
  private var seating: Seating
  /// Seats not kept, by program.
  private let seats: [Int32]
  /// By program: seats left; −1 outside its phase, and where there was none from the start.
  private var left: Cells<Int32>
  /// By program: the wish that was seated last, and how many of the group choose it.
  private var lastIn: Cells<Int32>
  private var choosers: Cells<Int32>

  init(_ input: Input, _ order: CommonOrder, kept: [Int32], groups: GroupTreatment) {
    self.input = input
    self.order = order
    self.kept = kept
    self.groups = groups
    var left = input.programs.map(\.quota)
    for wish in kept where wish >= 0 { left[Int(input.wishProgram[Int(wish)])] -= 1 }
    seats = left.map { Int32(clamping: max(0, $0)) }
    self.left = Cells(repeating: -1, count: seats.count)
    lastIn = Cells(repeating: -1, count: seats.count)
    choosers = Cells(repeating: 0, count: seats.count)
    seating = Seating(place: kept, cutoff: Array(repeating: -1, count: seats.count))
  }

  /// Seats everybody, one phase after another.
  consuming func run() -> Seating {
    var areSeated = kept.contains { $0 >= 0 }
    for phase in Set(input.programs.map(\.phase)).sorted() {
      for program in seats.indices {
        let isOpen = input.programs[program].phase == phase && seats[program] > 0
        left[program] = isOpen ? seats[program] : -1
      }
      walk(someAreSeated: areSeated)
      areSeated = true
    }
    return seating
  }

  /// - Parameter someAreSeated: by now. Where nobody is, nobody needs to be looked at.
  private mutating func walk(someAreSeated: Bool) {
    let order = order
    let (turns, groups) = (order.turns.span, order.groups.span)
    var reading = ShelfReading(order)
    for place in turns.indices {
      if groups[place] == 1 {
        let turn = turns[place]
        if someAreSeated, seating.place[Int(turn.applicant)] >= 0 { continue }
        let programs = reading.programs(at: place, turn)
        for number in programs.indices where programs[number] >= 0 {
          if mayTake(turn.wish(number), at: Int(programs[number])) {
            take(turn.wish(number), at: Int(programs[number]), Int(turn.applicant))
            break
          }
        }
      } else if groups[place] > 1 {
        let group = order.turns[place..<place + Int(groups[place])]
        seat(group.filter { seating.place[Int($0.applicant)] < 0 })
      }
    }
  }

  /// A seat is left for an eligible wish; where none is, somebody is refused.
  @inline(__always)
  private mutating func mayTake(_ wish: Int32, at program: Int) -> Bool {
    if left[program] == 0, seating.cutoff[program] < 0 {
      seating.cutoff[program] = groups == .stayIn ? lastIn[program] : wish
    }
    return left[program] > 0
  }

  @inline(__always)
  private mutating func take(_ wish: Int32, at program: Int, _ child: Int) {
    seating.place[child] = wish
    lastIn[program] = wish
    left[program] -= 1
  }

  /// Children whose keys are equal: with groups staying in, all who choose a
  /// program that has a seat left; with groups staying out, none where they are
  /// more than the seats, and these choose again.
  private mutating func seat(_ children: [CommonOrder.Turn]) {
    var choices: [Choice] = []
    var choosing = children.map { Choice(turn: $0) }
    while !choosing.isEmpty {
      for var choice in choosing where look(&choice) {
        choices.append(choice)
        choosers[choice.program] += 1
      }
      choosing = groups == .stayOut ? choices.filter { choosers[$0.program] > left[$0.program] } : []
      choices.removeAll { groups == .stayOut && choosers[$0.program] > left[$0.program] }
      for refused in choosing {
        // From now on the program refuses everybody.
        seating.cutoff[refused.program] = refused.wish
        (left[refused.program], choosers[refused.program]) = (0, 0)
      }
    }
    for choice in choices {
      choosers[choice.program] = 0
      take(choice.wish, at: choice.program, Int(choice.turn.applicant))
    }
    for choice in choices where left[choice.program] < 0 {
      // More than the seats, and all of them in.
      left[choice.program] = 0
      seating.cutoff[choice.program] = lastIn[choice.program]
    }
  }

  /// Looks for the child's next choice.
  private mutating func look(_ choice: inout Choice) -> Bool {
    while choice.next < Int(choice.turn.count) {
      choice.program = Int(order.programs[Int(choice.turn.cell) + choice.next])
      choice.wish = choice.turn.wish(choice.next)
      choice.next += 1
      if choice.program >= 0, mayTake(choice.wish, at: choice.program) { return true }
    }
    return false
  }

  private struct Choice {
    let turn: CommonOrder.Turn
    /// Which of its wishes to look at next, from 0.
    var next = 0
    var wish: Int32 = -1
    var program = -1
  }
}
