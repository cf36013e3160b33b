import Tables

extension SecondDecision {
  /// The council decides ties.
  var leavesTies: Bool { PublishedRules.leavesTies(asked.method, asked.tiePolicy, seed: asked.seed) }

  /// Seats everybody.
  mutating func seatAll() {
    if asked.method == .given {
      seatByGivenCutoffs()
      return awaitDocuments()
    }
    guard leavesTies else {
      let seated = seats(groupsStayIn: asked.tiePolicy == .allIn)
      for child in children.indices {
        children[child].place = seated.place[child]
        children[child].row = seated.row[child]
      }
      return awaitDocuments()
    }
    let (out, stay) = (seats(groupsStayIn: false), seats(groupsStayIn: true))
    for child in children.indices {
      children[child].row = out.row[child]
      children[child].rowIn = stay.row[child]
      if out.place[child] == stay.place[child] {
        children[child].place = out.place[child]
      } else {
        children[child].tied = (out.place[child], stay.place[child])
      }
    }
    awaitDocuments()
  }

  /// Whoever is seated where its documents are still to be reviewed is held, and the seat is kept.
  private mutating func awaitDocuments() {
    for child in children.indices where !children[child].kept {
      guard let place = children[child].place,
        documents?.isAwaited(of: children[child].person, at: children[child].wishes[place].program) == true
      else { continue }
      children[child].awaited = place
      children[child].place = nil
    }
  }

  /// Who sits where.
  struct Seated {
    /// By child the wish, nil for none.
    var place: [Int?]
    /// By child the row of the reservations on whose seat it is.
    var row: [Int: Int] = [:]
  }

  /// contract.md 4, Cut-offs, to the letter.
  func seats(groupsStayIn: Bool) -> Seated {
    var place = children.map { $0.kept ? $0.place : nil }
    var row: [Int: Int] = [:]
    for (index, child) in children.enumerated() where child.kept { row[index] = child.keptRow }
    var seats = asked.programs.map(\.published.quota)
    for child in children where child.kept {
      if let own = child.place { seats[child.wishes[own].program] -= 1 }
    }
    for phase in Set(asked.programs.map(\.published.phase)).sorted() {
      // c[p] as a rank, smaller is better: `.max` stands for −∞.
      var cutoff = asked.programs.map { _ in Int.max }
      var parts = partSeating(groupsStayIn: groupsStayIn)
      func accepts(_ wish: Wish) -> Bool {
        let program = asked.programs[wish.program].published
        if !reserved[wish.program].isEmpty {
          guard wish.takesPart, let rank = wish.rank, program.phase == phase else { return false }
          return parts[wish.program]?.accepts(rank: rank, rows: wish.rows) ?? false
        }
        guard wish.takesPart, let rank = wish.rank, program.phase == phase, seats[wish.program] > 0 else {
          return false
        }
        let limit = cutoff[wish.program]
        return limit == .max || rank < limit || (groupsStayIn && rank == limit)
      }
      let free = children.indices.filter { place[$0] == nil }
      var choice: [Int: Int] = [:]
      var changed = true
      while changed {
        changed = false
        var choosers = asked.programs.map { _ in [Int]() }
        var reserving: [Int: [ReservedSeating.Chooser]] = [:]
        for child in free {
          choice[child] = children[child].wishes.firstIndex(where: accepts)
          if let wish = choice[child], let rank = children[child].wishes[wish].rank {
            let own = children[child].wishes[wish]
            if !reserved[own.program].isEmpty {
              reserving[own.program, default: []].append(
                ReservedSeating.Chooser(child: child, rank: rank, rows: own.rows))
              continue
            }
            choosers[children[child].wishes[wish].program].append(rank)
          }
        }
        for program in asked.programs.indices where reserving[program] != nil {
          let before = parts[program]?.cutoffs
          for (child, own) in parts[program]?.seat(reserving[program] ?? []) ?? [:] { row[child] = own }
          if parts[program]?.cutoffs != before { changed = true }
        }
        for program in asked.programs.indices where choosers[program].count > max(0, seats[program]) {
          let keys = choosers[program].sorted()
          let raised = groupsStayIn ? keys[seats[program] - 1] : keys[seats[program]]
          if raised != cutoff[program] { changed = true }
          cutoff[program] = raised
        }
      }
      for child in free {
        place[child] = choice[child]
        // Its last choice may have no rows, where an earlier one had.
        let isParted = choice[child].map { !reserved[children[child].wishes[$0].program].isEmpty } ?? false
        if !isParted { row[child] = nil }
      }
    }
    return Seated(place: place, row: row)
  }

  /// The parts of programs with reservations, with the seats that kept children take.
  private func partSeating(groupsStayIn: Bool) -> [Int: ReservedSeating] {
    var parts: [Int: ReservedSeating] = [:]
    for (program, rows) in reserved.enumerated() where !rows.isEmpty {
      parts[program] = ReservedSeating(
        rows, quota: asked.programs[program].published.quota, groupsStayIn: groupsStayIn)
    }
    for child in children where child.kept {
      guard let place = child.place else { continue }
      parts[child.wishes[place].program]?.keep(on: child.keptRow, of: child.wishes[place].rows)
    }
    return parts
  }

  /// The first wish where the child is eligible and is a direct admission or reaches the cut-off given;
  /// after `xét bổ sung` of those that take part.
  private mutating func seatByGivenCutoffs() {
    var given: [[String]: Exact] = [:]
    for row in asked.rows("cutoffs") where !row.isHeld {
      guard let wish = row.number("wish"), let score = row.exact("score") else { continue }
      given[[row.code("school"), row.code("program"), String(wish)]] = score
    }
    for child in children.indices where !children[child].kept {
      children[child].place = children[child].wishes.firstIndex { wish in
        guard wish.isEligible, wish.takesPart else { return false }
        let program = asked.programs[wish.program].published
        let least = given[[program.school.lowercased(), program.program.lowercased(), String(wish.number)]]
        return wish.direct || least.map { wish.score >= $0 } ?? false
      }
    }
  }

  /// The first `reserve`, by key, of those eligible there who are admitted nowhere and have not declined it since.
  mutating func fillWaitingLists() {
    guard asked.method != .given else { return }
    let waits = children.map {
      $0.place == nil && $0.tied == nil && $0.awaited == nil && $0.assigned == nil && !$0.hasLeft
    }
    for program in asked.programs.indices {
      let list = all { $0.program == program && $0.isEligible }.filter {
        waits[$0.child] && !children[$0.child].wishes[$0.wish].isDeclined
      }
      var number = 1
      for (position, place) in list.enumerated() {
        if position > 0, key(place) != key(list[position - 1]) { number = position + 1 }
        guard number <= asked.programs[program].published.reserve ?? .max else { break }
        children[place.child].wishes[place.wish].waiting = number
      }
    }
  }

  /// Admitted, else held, else waiting, else not admitted (eligible for a wish, or only because the child has
  /// declined the school not), else ineligible.
  mutating func settle() {
    for child in children.indices {
      let decided = children[child]
      children[child].status =
        if decided.place != nil {
          "admitted"
        } else if decided.hasLeft {
          "not-admitted"
        } else if decided.isHeld || decided.tied != nil || decided.awaited != nil {
          "held"
        } else if decided.wishes.contains(where: { $0.waiting != nil }) {
          "waiting"
        } else if decided.wishes.contains(where: { $0.isEligible || $0.refusals == ["school-declined"] }) {
          "not-admitted"
        } else {
          "ineligible"
        }
    }
  }
}
