/// What becomes of the group of equal keys that the last seat falls into.
enum GroupTreatment {
  /// `Không lấy cả nhóm`, and where no keys are equal.
  case stayOut
  /// `Lấy cả nhóm`.
  case stayIn
}

/// Where everybody is seated, and what it took.
struct Seating {
  /// By applicant: a wish, or −1.
  var place: [Int32]
  /// By program: a wish whose key is the cut-off, or −1.
  var cutoff: [Int32]
}

/// Seats by cut-offs, one phase after another (contract.md 4, Cut-offs).
func compete(
  _ input: Input, _ rank: [Int32], _ slots: Slots, kept: [Int32], groups: GroupTreatment
) -> Seating {
  var competition = Competition(input, rank, slots, kept: kept, groups: groups)
  for phase in Set(input.programs.map(\.phase)).sorted() { competition.run(phase: phase) }
  return competition.seating
}

/// The choosers of each program, by rank, while its cut-off rises.
///
/// Every chooser stands in the list of its slot (``Slots``), so raising a
/// cut-off walks once over the slots that it passes; a round looks only at the
/// children turned away in the last one and the programs that they went to.
private struct Competition: ~Copyable {
  private(set) var seating: Seating
  private let input: Input
  private let rank: [Int32]
  private let slots: Slots
  private let groups: GroupTreatment
  /// Seats not kept.
  private var seats: [Int]
  /// How many slots, from the best, the cut-off leaves open; 0 outside the phase.
  private var open: Cells<Int32>
  private var choosers: Cells<Int>
  /// By slot: the last child who chose it; by child: the one before it there.
  private var last: Cells<Int32>
  private var before: Cells<Int32>
  /// By child: the wish that it chooses now.
  private var choice: Cells<Int32>
  /// Children turned away in this round.
  private var turnedAway: [Int32] = []
  /// Programs with more choosers than seats.
  private var crowded: [Int32] = []
  private var isCrowded: [Bool]

  init(_ input: Input, _ rank: [Int32], _ slots: Slots, kept: [Int32], groups: GroupTreatment) {
    let programs = input.programs.count
    seating = Seating(place: kept, cutoff: Array(repeating: -1, count: programs))
    self.input = input
    self.rank = rank
    self.slots = slots
    self.groups = groups
    seats = input.seatsLeft
    open = Cells(repeating: 0, count: programs)
    choosers = Cells(repeating: 0, count: programs)
    last = Cells(repeating: -1, count: slots.start[programs])
    before = Cells(repeating: -1, count: kept.count)
    choice = Cells(repeating: -1, count: kept.count)
    isCrowded = Array(repeating: false, count: programs)
  }

  /// Seats the children without a place at the programs of a phase.
  mutating func run(phase: Int) {
    for program in 0..<open.count where input.programs[program].phase == phase && seats[program] > 0 {
      open[program] = Int32(truncatingIfNeeded: slots.start[program + 1] - slots.start[program])
    }
    for child in 0..<choice.count where seating.place[child] < 0 {
      choose(child, from: Int(input.wishStart[child]))
    }
    while !crowded.isEmpty {
      let crowd = crowded
      crowded.removeAll(keepingCapacity: true)
      for program in crowd {
        isCrowded[Int(program)] = false
        raise(Int(program))
      }
      let children = turnedAway
      turnedAway.removeAll(keepingCapacity: true)
      for child in children { choose(Int(child), from: Int(choice[Int(child)]) + 1) }
    }
    for child in 0..<choice.count where seating.place[child] < 0 {
      seating.place[child] = choice[child]
    }
    for program in 0..<open.count { open[program] = 0 }
  }

  /// The child chooses its first acceptable wish from `first` on.
  private mutating func choose(_ child: Int, from first: Int) {
    let end = Int(input.wishStart[child + 1])
    var wish = first
    while wish < end {
      let program = Int(input.wishProgram[wish])
      let rank = rank[wish]
      if rank > 0, rank <= open[program] {
        let slot = slots.start[program] + Int(rank) - 1
        before[child] = last[slot]
        last[slot] = Int32(truncatingIfNeeded: child)
        choice[child] = Int32(truncatingIfNeeded: wish)
        choosers[program] += 1
        if choosers[program] > seats[program], !isCrowded[program] {
          isCrowded[program] = true
          crowded.append(Int32(truncatingIfNeeded: program))
        }
        return
      }
      wish += 1
    }
    choice[child] = -1
  }

  /// Raises the cut-off of a program with more choosers than seats: to the
  /// first one out, or with groups staying in to the last one in.
  private mutating func raise(_ program: Int) {
    let start = slots.start[program]
    var slot = start + Int(open[program]) - 1
    while true {
      let excess = choosers[program] - seats[program]
      if groups == .stayOut, excess <= 0 { return }
      while last[slot] < 0 { slot -= 1 }
      if groups == .stayIn, isLarger(slot, than: excess) {
        seating.cutoff[program] = choice[Int(last[slot])]
        open[program] = Int32(truncatingIfNeeded: slot - start + 1)
        return
      }
      if groups == .stayOut { seating.cutoff[program] = choice[Int(last[slot])] }
      turnAway(slot, of: program)
      open[program] = Int32(truncatingIfNeeded: slot - start)
    }
  }

  /// More children stand in the slot than `count`.
  private func isLarger(_ slot: Int, than count: Int) -> Bool {
    var rest = count
    var child = last[slot]
    while child >= 0, rest >= 0 {
      rest -= 1
      child = before[Int(child)]
    }
    return rest < 0
  }

  private mutating func turnAway(_ slot: Int, of program: Int) {
    var child = last[slot]
    last[slot] = -1
    while child >= 0 {
      choosers[program] -= 1
      turnedAway.append(child)
      child = before[Int(child)]
    }
  }
}
