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
  /// By program: a wish whose key is the cut-off, or −1; with reservations that of the open seats.
  var cutoff: [Int32]
  /// By child seated by a row of reservations: which row.
  var reservedSeats: [Int32: Int] = [:]
  /// By program with reservations, by row: a wish whose key is its cut-off, or −1.
  var reservationCutoffs: [Int32: [Int32]] = [:]
  /// By program with reservations: the parts without a seat to give (``Outcome/partsWithoutSeats``).
  var partsWithoutSeats: [Int32: [Int]] = [:]
}

/// The choosers of each program, by rank, while its cut-off rises (contract.md
/// 4, Cut-offs).
///
/// Every chooser stands in the list of its slot (``Slots``), so raising a
/// cut-off walks once over the slots that it passes; a round looks only at the
/// children turned away in the last one and the programs that they went to.
struct Competition: ~Copyable {
  private let input: Input
  private let rank: [Int32]
  private let kept: [Int32]
  private var seating: Seating
  private var groups = GroupTreatment.stayOut
  private var hasRun = false
  /// By program: its first slot.
  private var start: Cells<Int32>
  /// Seats not kept.
  private var seats: Cells<Int32>
  /// How many slots, from the best, the cut-off leaves open; 0 outside the
  /// phase; within it −1 for programs with reservations.
  private var open: Cells<Int32>
  private var choosers: Cells<Int32>
  /// By slot: who chooses it.
  private var chosen: Cells<SlotChoosers>
  private var children: Cells<Chooser>
  /// Children turned away in this round, and those in the last one.
  private var turnedAway: [Int32] = []
  private var choosing: [Int32] = []
  /// Programs with more choosers than seats.
  private var crowded: [Int32] = []
  private var isCrowded: [Bool]
  /// Programs with reservations, and by program which of them it is, or −1.
  private var reserved: [ReservedSeats] = []
  private var reservedNumber: [Int]
  private let memberships: Memberships
  /// The rows whose seats kept children keep.
  private var keptRows: [Int32: Int] = [:]
  private let tier: ByWish<Int32>
  /// What children turned away look at next.
  private var offers: Cells<Offer>

  /// What is looked at of a child, side by side.
  private struct Chooser: BitwiseCopyable {
    /// The wish that it chooses now.
    var choice: Int32 = -1
    /// Where its wishes end.
    var end: Int32 = 0
    /// The child before it in the list of its slot.
    var before: Int32 = -1
  }

  private struct Offer {
    /// −1 where the child has no acceptable wish left.
    var wish: Int32 = -1
    var program: Int32 = 0
    var rank: Int32 = 0
    /// What its slot held: read for many at once, so that it is at hand when the child comes.
    var fetched = SlotChoosers.none
  }

  init(_ input: Input, _ judged: Outcome, _ slots: consuming Slots, kept: [Int32]) {
    let programs = input.programs.count
    self.input = input
    rank = judged.rank
    tier = judged.tier
    memberships = Memberships(input)
    reservedNumber = Array(repeating: -1, count: programs)
    self.kept = kept
    seating = Seating(place: [], cutoff: [])
    start = Cells(repeating: 0, count: programs + 1)
    for (program, slot) in slots.start.enumerated() { start[program] = Int32(truncatingIfNeeded: slot) }
    var left = input.programs.map(\.quota)
    for wish in kept where wish >= 0 { left[Int(input.wishProgram[Int(wish)])] -= 1 }
    seats = Cells(repeating: 0, count: programs)
    for program in 0..<programs { seats[program] = Int32(clamping: max(0, left[program])) }
    open = Cells(repeating: 0, count: programs)
    choosers = Cells(repeating: 0, count: programs)
    chosen = slots.words.reused(repeating: .none)
    children = Cells(repeating: Chooser(), count: kept.count)
    for child in kept.indices { children[child].end = input.wishStart[child + 1] }
    isCrowded = Array(repeating: false, count: programs)
    offers = Cells(repeating: Offer(), count: 256)
    for (program, asked) in input.programs.enumerated() where !asked.reservations.isEmpty {
      reservedNumber[program] = reserved.count
      reserved.append(ReservedSeats(asked))
    }
    if !reserved.isEmpty { keepReserved() }
  }

  /// Kept children take seats of the rows that seated them.
  private mutating func keepReserved() {
    for child in kept.indices where kept[child] >= 0 {
      let program = input.wishProgram[Int(kept[child])]
      let number = reservedNumber[Int(program)]
      guard number >= 0 else { continue }
      let row = input.keptRow(of: child)
      if let row { keptRows[Int32(truncatingIfNeeded: child)] = row }
      reserved[number].keep(onRow: row, of: memberships.rows(ofKept: child, at: program))
    }
  }

  /// Seats everybody, one phase after another.
  mutating func run(groups: GroupTreatment) -> Seating {
    self.groups = groups
    seating = Seating(place: kept, cutoff: Array(repeating: -1, count: open.count))
    seating.reservedSeats = keptRows
    if hasRun {
      for slot in 0..<chosen.count { chosen[slot] = .none }
      for program in 0..<open.count { choosers[program] = 0 }
    }
    hasRun = true
    for number in reserved.indices { reserved[number].clear() }
    for phase in Set(input.programs.map(\.phase)).sorted() { run(phase: phase) }
    for program in 0..<open.count where reservedNumber[program] >= 0 {
      let parts = reserved[reservedNumber[program]]
      for seat in parts.seatsOnRows { seating.reservedSeats[seat.child] = Int(seat.row) }
      seating.cutoff[program] = parts.cutoffs[parts.cutoffs.count - 1]
      seating.reservationCutoffs[Int32(truncatingIfNeeded: program)] = parts.cutoffs.dropLast()
      seating.partsWithoutSeats[Int32(truncatingIfNeeded: program)] = parts.withoutSeats
    }
    return seating
  }

  /// Seats the children without a place at the programs of a phase.
  private mutating func run(phase: Int) {
    for program in 0..<open.count where input.programs[program].phase == phase {
      if reservedNumber[program] >= 0 {
        open[program] = -1
      } else if seats[program] > 0 {
        open[program] = start[program + 1] - start[program]
      }
    }
    for child in 0..<children.count where seating.place[child] < 0 {
      children[child].choice = input.wishStart[child] - 1
      turnedAway.append(Int32(truncatingIfNeeded: child))
    }
    choose()
    while !crowded.isEmpty {
      let crowd = crowded
      crowded.removeAll(keepingCapacity: true)
      for program in crowd {
        isCrowded[Int(program)] = false
        raise(Int(program))
      }
      choose()
    }
    for child in 0..<children.count where seating.place[child] < 0 {
      seating.place[child] = children[child].choice
    }
    for program in 0..<open.count { open[program] = 0 }
  }

  /// Those turned away choose among the wishes after their last choice. What
  /// they look at lies scattered over memory; fetched for many at once, before
  /// anything hangs on it, it is not waited for one by one.
  private mutating func choose() {
    swap(&choosing, &turnedAway)
    turnedAway.removeAll(keepingCapacity: true)
    for first in stride(from: 0, to: choosing.count, by: offers.count) {
      let some = 0..<min(offers.count, choosing.count - first)
      for number in some { offers[number].wish = children[Int(choosing[first + number])].choice + 1 }
      // The wish that each looks at first, if there is one.
      for number in some where Int(offers[number].wish) < rank.count {
        let wish = Int(offers[number].wish)
        (offers[number].program, offers[number].rank) = (input.wishProgram[wish], rank[wish])
      }
      for number in some {
        offers[number] = offer(to: Int(choosing[first + number]), from: Int(offers[number].wish))
      }
      for number in some where offers[number].wish >= 0 {
        offers[number].fetched = chosen[slot(of: offers[number])]
      }
      for number in some { take(offers[number], Int(choosing[first + number])) }
    }
  }

  /// The first wish from `first` on that is acceptable; whether one is at a
  /// program with reservations is found out when it is taken.
  private func offer(to child: Int, from first: Int) -> Offer {
    for wish in first..<max(first, Int(children[child].end)) {
      let (program, rank) = (input.wishProgram[wish], rank[wish])
      let open = open[Int(program)]
      if rank > 0, rank <= open || open < 0 {
        return Offer(wish: Int32(truncatingIfNeeded: wish), program: program, rank: rank)
      }
    }
    return Offer()
  }

  @inline(__always)
  private func slot(of offer: Offer) -> Int { Int(start[Int(offer.program)] + offer.rank - 1) }

  /// The child chooses what it is offered.
  private mutating func take(_ offer: Offer, _ child: Int) {
    children[child].choice = offer.wish
    guard offer.wish >= 0 else { return }
    let program = Int(offer.program)
    if open[program] < 0 {
      if !takeReserved(offer, child) { take(self.offer(to: child, from: Int(offer.wish) + 1), child) }
      return
    }
    let slot = slot(of: offer)
    children[child].before = chosen[slot].last
    chosen[slot] = SlotChoosers(Int32(truncatingIfNeeded: child), after: chosen[slot])
    choosers[program] += 1
    if choosers[program] > seats[program], !isCrowded[program] {
      isCrowded[program] = true
      crowded.append(offer.program)
    }
  }

  /// The same at a program with reservations, whose parts are looked at whenever somebody comes.
  @inline(never)
  private mutating func takeReserved(_ offer: Offer, _ child: Int) -> Bool {
    let program = Int(offer.program)
    let rows = memberships.rows(of: child, at: offer.program, tier: tier[Int(offer.wish)])
    let number = reservedNumber[program]
    guard reserved[number].take(child, offer.wish, rank: offer.rank, rows: rows) else { return false }
    if !isCrowded[program] {
      isCrowded[program] = true
      crowded.append(offer.program)
    }
    return true
  }

  /// Raises the cut-off of a program with more choosers than seats: to the
  /// first one out, or with groups staying in to the last one in.
  private mutating func raise(_ program: Int) {
    if open[program] < 0 {
      turnedAway += reserved[reservedNumber[program]].seat(groups)
      return
    }
    let start = Int(start[program])
    var slot = start + Int(open[program]) - 1
    while true {
      let excess = Int(choosers[program] - seats[program])
      while chosen[slot].isEmpty { slot -= 1 }
      if groups == .stayIn, isLarger(slot, than: excess) {
        seating.cutoff[program] = children[Int(chosen[slot].last)].choice
        open[program] = Int32(truncatingIfNeeded: slot - start + 1)
        return
      }
      let last = Int(chosen[slot].last)
      turnAway(slot, of: program)
      open[program] = Int32(truncatingIfNeeded: slot - start)
      if groups == .stayOut, choosers[program] <= seats[program] {
        seating.cutoff[program] = children[last].choice
        return
      }
    }
  }

  /// More children stand in the slot than `count`.
  private func isLarger(_ slot: Int, than count: Int) -> Bool {
    var rest = count
    var child = chosen[slot].last
    while child >= 0, rest >= 0 {
      rest -= 1
      child = children[Int(child)].before
    }
    return rest < 0
  }

  private mutating func turnAway(_ slot: Int, of program: Int) {
    var child = chosen[slot].last
    let areSeveral = chosen[slot].areSeveral
    chosen[slot] = .none
    while child >= 0 {
      choosers[program] -= 1
      turnedAway.append(child)
      child = areSeveral ? children[Int(child)].before : -1
    }
  }
}
