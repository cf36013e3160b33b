/// Seats that are given by one order of keys: all of a program, or where some are for some those of a
/// row of the reservations, or the open ones.
struct SeatOrder {
  let program: Int
  /// The row of the reservations, from 1, and 0 for the open seats; nil where there are none.
  let row: Int?
  /// Those that are not kept.
  let seats: Int
  /// Rows of those who sit here by their keys.
  let seated: [Int]
  /// Rows of those who may sit here, would rather, and do not: of the same phase, or without a place,
  /// or on a later part of the program's seats.
  let turnedAway: [Int]
  /// The same of those seated in a later phase.
  let turnedAwayEarlier: [Int]

  /// The worst key seated; nil where nobody is.
  func last(in round: PublishedRound) -> [Int64]? { SeatOrder.worst(seated, in: round) }

  static func worst(_ wishes: [Int], in round: PublishedRound) -> [Int64]? {
    wishes.map { round.wishes[$0].key }.max { stands($0, before: $1) }
  }

  /// The orders of all programs.
  static func all(_ reading: SeatReading, in round: PublishedRound) -> [SeatOrder] {
    round.rules.programs.indices.flatMap { program in
      guard round.rules.programs[program].reservations.isEmpty else {
        return parted(program, reading, in: round)
      }
      return [
        SeatOrder(
          program: program, row: nil, seats: reading.seats[program], seated: reading.seated[program],
          turnedAway: reading.turnedAway[program], turnedAwayEarlier: reading.turnedAwayEarlier[program])
      ]
    }
  }

  /// contract.md 4, Reservations: the rows in order, each with the best of its category, then the open
  /// seats. A seat that a row loses to a tie is not passed on: then it has its full number.
  private static func parted(
    _ program: Int, _ reading: SeatReading, in round: PublishedRound
  ) -> [SeatOrder] {
    let rows = round.rules.programs[program].reservations
    let capped = refusedByCaps(program, reading, in: round)
    let turnedAway = reading.turnedAway[program].filter { !capped.contains($0) }
    let earlier = reading.turnedAwayEarlier[program].filter { !capped.contains($0) }
    var orders: [SeatOrder] = []
    var later = reading.seated[program]
    var open =
      round.rules.programs[program].quota - reading.kept[program].count { round.wishes[$0].seat ?? 0 == 0 }
    for (index, row) in rows.enumerated() where !row.isCap {
      let number = index + 1
      let kept = reading.kept[program].count { round.wishes[$0].seat == number }
      let seated = later.filter { reading.seat(round.wishes[$0]) == number }
      later.removeAll { reading.seat(round.wishes[$0]) == number }
      func mayHave(_ wish: Int) -> Bool { round.wishes[wish].rows.contains(number) }
      let order = SeatOrder(
        program: program, row: number, seats: max(0, row.seats - kept), seated: seated,
        turnedAway: (later + turnedAway).filter(mayHave), turnedAwayEarlier: earlier.filter(mayHave))
      let isFull = order.seats == 0 || !order.turnedAway.isEmpty || !order.turnedAwayEarlier.isEmpty
      open -= isFull ? row.seats : min(row.seats, kept + seated.count)
      orders.append(order)
    }
    orders.append(
      SeatOrder(
        program: program, row: 0, seats: max(0, open), seated: later, turnedAway: turnedAway,
        turnedAwayEarlier: earlier))
    return orders
  }

  /// Rows of those whom a `tối đa` row keeps out: behind all of its category who sit there, where these
  /// fill it, or where the first group behind them is too large for what is left and stays out whole.
  private static func refusedByCaps(
    _ program: Int, _ reading: SeatReading, in round: PublishedRound
  ) -> Set<Int> {
    var refused: Set<Int> = []
    for (index, cap) in round.rules.programs[program].reservations.enumerated() where cap.isCap {
      func isOfIt(_ wish: Int) -> Bool { round.wishes[wish].rows.contains(index + 1) }
      let inside = reading.seated[program].filter(isOfIt)
      let last = worst(inside, in: round)
      let behind = (reading.turnedAway[program] + reading.turnedAwayEarlier[program])
        .filter { wish in
          isOfIt(wish) && last.map { stands($0, before: round.wishes[wish].key) } ?? true
        }.sorted { stands(round.wishes[$0].key, before: round.wishes[$1].key) }
      let free = cap.seats - reading.kept[program].count(where: isOfIt) - inside.count
      if free <= 0 {
        refused.formUnion(behind)
      } else if !reading.groupsStayIn {
        var start = 0
        for position in behind.indices {
          if round.wishes[behind[position]].key != round.wishes[behind[start]].key { start = position }
          guard position - start >= free else { continue }
          refused.formUnion(behind[start...])
          break
        }
      }
    }
    return refused
  }
}
