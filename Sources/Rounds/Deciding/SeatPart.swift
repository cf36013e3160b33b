import Admission

/// Seats of a program with reservations that are given by one order of keys: those of a row, or the
/// open ones; or a cap, which all of its category must pass.
public struct SeatPart: Hashable, Sendable {
  /// The row of the program's reservations; nil for the open seats.
  public var row: Int?
  /// A wish whose key is its cut-off (``Outcome/cutoff``), or −1.
  public var cutoff: Int32
  /// It has seats to give.
  public var hasSeats: Bool
  /// All of them are given: of equals at the last one nobody stayed out.
  public var isFull: Bool
}

extension SeatPart {
  /// The parts of the seats of each program with reservations.
  ///
  /// - Parameter whole: the same outcome, its wishes counted as those of the whole round.
  static func all(_ input: Input, _ outcome: Outcome, cutoffsOf whole: Outcome) -> [Int32: [SeatPart]] {
    guard !whole.reservationCutoffs.isEmpty else { return [:] }
    var taken = whole.reservationCutoffs.mapValues { [Int](repeating: 0, count: $0.count + 1) }
    for applicant in outcome.place.indices {
      let number = Int32(applicant)
      let wish = outcome.unreviewed[number] ?? outcome.place[applicant]
      guard wish >= 0, let rows = whole.reservationCutoffs[input.wishProgram[Int(wish)]] else { continue }
      taken[input.wishProgram[Int(wish)]]?[outcome.reservedSeats[number] ?? rows.count] += 1
    }
    var parts: [Int32: [SeatPart]] = [:]
    for (program, cutoffs) in whole.reservationCutoffs {
      let rows = input.programs[Int(program)].reservations
      let empty = outcome.partsWithoutSeats[program] ?? []
      let taken = taken[program] ?? []
      // A seat that a row has lost to a tie is not passed on.
      let lost = rows.indices.filter { cutoffs[$0] >= 0 || empty.contains($0) }
        .reduce(0) { $0 + (rows[$1].kind == .reserved ? max(0, rows[$1].seats - taken[$1]) : 0) }
      let free = input.programs[Int(program)].quota - lost - taken.reduce(0, +)
      parts[program] = rows.indices.map { row in
        SeatPart(
          row: row, cutoff: cutoffs[row], hasSeats: !empty.contains(row),
          isFull: rows[row].kind == .atMost || taken[row] >= rows[row].seats)
      }
      parts[program]?.append(
        SeatPart(
          row: nil, cutoff: whole.cutoff[Int(program)], hasSeats: !empty.contains(rows.count),
          isFull: free <= 0))
    }
    return parts
  }
}

/// How a wish stands at a program with reservations.
struct PartedStanding {
  /// The part through which it competed: on whose seat it is; else the cap that turned it away; else of
  /// those open to it (the rows of its categories, and the open seats) the first that would take it,
  /// or if none would, the one that it is nearest to. Nil where none of them has a seat.
  var part: SeatPart?
  /// It is seated there, or would be if it came to this wish.
  var isReached: Bool
}

extension DecidedRound {
  /// Seats of the program are for some, and not given in the order of the keys alone.
  func hasReservations(_ program: Int) -> Bool {
    input.rules.method != .given && !input.programs[program].reservations.isEmpty
  }

  /// The rows of the program's reservations that a wish belongs to.
  public func reservationRows(ofWish wish: Int, of applicant: Int) -> [Int] {
    let program = input.wishProgram[wish]
    guard !input.programs[Int(program)].reservations.isEmpty else { return [] }
    let rows =
      input.keeper(of: applicant) != nil && Int(outcome.place[applicant]) == wish
      ? memberships.rows(ofKept: applicant, at: program)
      : memberships.rows(of: applicant, at: program, tier: outcome.tier[wish])
    return rows.map(Int.init)
  }

  /// The part of the program's seats through which an eligible wish competed; nil at programs without
  /// reservations.
  public func seatPart(ofWish wish: Int, of applicant: Int) -> SeatPart? {
    partedStanding(wish, of: applicant).part
  }

  func partedStanding(_ wish: Int, of applicant: Int) -> PartedStanding {
    let program = input.wishProgram[wish]
    guard let parts = seats(atWish: wish).parts[program], let open = parts.last else {
      return PartedStanding(part: nil, isReached: false)
    }
    let number = Int32(applicant)
    let seat = outcome.tiedPlaces[number]?.groupOut ?? outcome.unreviewed[number] ?? outcome.place[applicant]
    if Int(seat) == wish {
      return PartedStanding(part: outcome.reservedSeats[number].map { parts[$0] } ?? open, isReached: true)
    }
    let rows = reservationRows(ofWish: wish, of: applicant)
    let kinds = input.programs[Int(program)].reservations.map(\.kind)
    if let cap = rows.first(where: { kinds[$0] == .atMost && !passes(wish, parts[$0]) }) {
      return PartedStanding(part: parts[cap], isReached: false)
    }
    let openToIt = rows.filter { kinds[$0] == .reserved }.map { parts[$0] } + [open]
    if let taking = openToIt.first(where: { passes(wish, $0) }) {
      return PartedStanding(part: taking, isReached: true)
    }
    let nearest = openToIt.filter { $0.cutoff >= 0 }.reversed().max { a, b in
      outcome.rank[Int(a.cutoff)] < outcome.rank[Int(b.cutoff)]
    }
    return PartedStanding(part: nearest, isReached: false)
  }

  /// The part takes a key as good as the wish's.
  private func passes(_ wish: Int, _ part: SeatPart) -> Bool {
    guard part.hasSeats else { return false }
    guard part.cutoff >= 0 else { return true }
    let (own, limit) = (outcome.rank[wish], outcome.rank[Int(part.cutoff)])
    return own < limit || (input.rules.tiePolicy == .allIn && own == limit)
  }
}
