import Tables

/// The seats through which a wish competed, where some of a program's are for some.
struct ReasonSeats {
  private let round: PublishedRound
  private let reading: SeatReading

  init(_ round: PublishedRound, _ reading: SeatReading) {
    self.round = round
    self.reading = reading
  }

  /// Why an eligible wish has no seat at such a program: what its row is compared with says through which
  /// seats it competed. Where it says none, there were none for it.
  ///
  /// - Parameter parting: what parts it from the last one in, whose score is the same.
  func reason(
    _ wish: PublishedRound.Wish, worstRank: Int, lastKept: Int?,
    parting: (PublishedRound.Wish, PublishedRound.Wish?) -> ToldReason.Parting
  ) -> ToldReason.Part {
    let asked = round.rules.programs[wish.program]
    guard let number = wish.cutoffRow else { return asked.quota == 0 ? .noSeats : .unknown }
    let row =
      number > 0 && asked.reservations.indices.contains(number - 1) ? asked.reservations[number - 1] : nil
    let here = seated(number, row, wish.program)
    let last = here.by.max { round.wishes[$0].rank ?? 0 < round.wishes[$1].rank ?? 0 }
    let next = reading.orders.first { $0.program == wish.program && $0.row == number }.flatMap { order in
      reading.next(
        before: wish, seated: order.seated, seats: order.seats, last: last.map { round.wishes[$0] }, in: round
      )
    }
    func told(behindKept: Bool) -> ToldReason.Part? {
      if let next { return next }
      guard let before = last ?? (behindKept ? lastKept : nil) else { return .nobodyOnThese }
      return round.lacking(
        wish, behind: round.wishes[before], parting: { parting(wish, last.map { round.wishes[$0] }) })
    }
    if row?.isCap == true { return .seats(.categoryFull, row, told(behindKept: false)) }
    if round.rules.tiePolicy == .allOut, !here.isFull, wish.key == wish.cutoff { return .tiedOut }
    guard wish.rank ?? 0 > worstRank else { return .seats(.reservedForOthers, row, told(behindKept: false)) }
    return .seats(.behind, row, told(behindKept: true))
  }

  /// Who sits on them by the key, in the order of the rows, and whether they are all taken.
  private func seated(
    _ number: Int, _ row: PublishedRules.Reserved?, _ program: Int
  ) -> (by: [Int], isFull: Bool) {
    let decided = reading.seated[program].filter { ["", "documents"].contains(round.wishes[$0].undecided) }
    guard let row, row.isCap else {
      let order = reading.orders.first { $0.program == program && $0.row == number }
      let isFull = order.map { $0.seated.count >= $0.seats } ?? true
      return (decided.filter { round.wishes[$0].seat == number }, isFull)
    }
    func isOfIt(_ wish: Int) -> Bool { round.wishes[wish].rows.contains(number) }
    let inside = decided.filter(isOfIt)
    return (inside, reading.kept[program].count(where: isOfIt) + inside.count >= row.seats)
  }
}
