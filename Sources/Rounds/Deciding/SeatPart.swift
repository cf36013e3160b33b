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
  /// How many of them are not given; of a cap, how many more of its category it may have.
  public var free: Int
  /// All of them are given; of a cap, it has as many of its category as it may.
  public var isFull: Bool { free <= 0 }
  /// The wish with the worst key that is on it and was admitted by its key, or −1.
  public var last: Int32
}

extension SeatPart {
  /// The parts of the seats of each program with reservations, as a result of the whole round gives them.
  static func all(_ input: Input, _ outcome: Outcome) -> [Int32: [SeatPart]] {
    guard !outcome.reservationCutoffs.isEmpty else { return [:] }
    let memberships = Memberships(input)
    var parts = outcome.reservationCutoffs.mapValues { $0.map(SeatPart.init) }
    var taken = outcome.reservationCutoffs.mapValues { [Int](repeating: 0, count: $0.count + 1) }
    for program in outcome.reservationCutoffs.keys {
      parts[program]?.append(SeatPart(outcome.cutoff[Int(program)]))
    }
    for applicant in outcome.place.indices {
      let number = Int32(applicant)
      let wish = outcome.unreviewed[number] ?? outcome.place[applicant]
      guard wish >= 0, parts[input.wishProgram[Int(wish)]] != nil else { continue }
      let program = input.wishProgram[Int(wish)]
      let kinds = input.programs[Int(program)].reservations.map(\.kind)
      let isKept = input.keeper(of: applicant) != nil
      let rows =
        isKept
        ? memberships.rows(ofKept: applicant, at: program)
        : memberships.rows(of: applicant, at: program, tier: outcome.tier[Int(wish)])
      let caps = rows.map(Int.init).filter { kinds[$0] == .atMost }
      for part in caps + [outcome.reservedSeats[number] ?? kinds.count] {
        taken[program]?[part] += 1
        let last = parts[program]?[part].last ?? -1
        if !isKept, last < 0 || outcome.rank[Int(wish)] > outcome.rank[Int(last)] {
          parts[program]?[part].last = wish
        }
      }
    }
    for (program, taken) in taken {
      let rows = input.programs[Int(program)].reservations
      var open = input.programs[Int(program)].quota
      for (row, reservation) in rows.enumerated() {
        parts[program]?[row].row = row
        parts[program]?[row].free = reservation.seats - taken[row]
        guard reservation.kind == .reserved else { continue }
        // A seat that a row has lost to a tie is not passed on.
        let isSet = outcome.reservationCutoffs[program]?[row] ?? -1 >= 0 || taken[row] >= reservation.seats
        open -= isSet ? reservation.seats : taken[row]
      }
      parts[program]?[rows.count].free = open - taken[rows.count]
      for empty in outcome.partsWithoutSeats[program] ?? [] { parts[program]?[empty].hasSeats = false }
    }
    return parts
  }

  /// Whom to stand before in order to be in: the last one in, or where nobody is, the first one out.
  fileprivate var measure: Int32 { last >= 0 ? last : cutoff }

  private init(_ cutoff: Int32) {
    self.init(row: nil, cutoff: cutoff, hasSeats: true, free: 1, last: -1)
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

  /// Who was last on a part of the seats; where it has left it since, the last of those who came after, if it
  /// stands before the wish. Nil for nobody.
  func lastStaying(on part: SeatPart, before wish: Int) -> Int? {
    guard part.last >= 0, left[Int32(input.applicant(ofWish: Int(part.last)))] != nil
    else { return part.last < 0 ? nil : Int(part.last) }
    let now = seats.parts[input.wishProgram[wish]]?.first { $0.row == part.row }?.last ?? -1
    return now >= 0 && outcome.rank[Int(now)] < outcome.rank[wish] ? Int(now) : nil
  }

  /// Whoever sat last on the seats through which a wish competed has left since, and the newest run, in which
  /// it took no part, gave them to nobody before it.
  func isPastItsSeats(_ wish: Int, of applicant: Int) -> Bool {
    guard hasReservations(Int(input.wishProgram[wish])), !tookPart(wish),
      let part = seatPart(ofWish: wish, of: applicant), part.last >= 0,
      let now = seats.parts[input.wishProgram[wish]]?.first(where: { $0.row == part.row })
    else { return false }
    return !now.isFull && lastStaying(on: part, before: wish) == nil
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
    let openToIt = rows.filter { kinds[$0] == .reserved }.map { parts[$0] } + [open]
    let cap = rows.first { kinds[$0] == .atMost && !passes(wish, parts[$0]) }
    if cap == nil, let taking = openToIt.first(where: { passes(wish, $0) }) {
      return PartedStanding(part: taking, isReached: true)
    }
    // A cap that has room again, because those whom it took found no seat, turns nobody away.
    if let cap, parts[cap].isFull { return PartedStanding(part: parts[cap], isReached: false) }
    let nearest = openToIt.filter { $0.measure >= 0 }.max { a, b in
      outcome.rank[Int(a.measure)] < outcome.rank[Int(b.measure)]
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
