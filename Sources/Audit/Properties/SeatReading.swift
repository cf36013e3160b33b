/// One reading of a published result: who sits where. A tie left to the council
/// has two readings, with the tied groups out and with them in; any other result has one.
struct SeatReading {
  /// By child: a row of `giai-trinh.csv`, or −1.
  let place: [Int]
  /// Equal keys at the last seat stay in, beyond the quota.
  let groupsStayIn: Bool
  /// The cut-offs are those of this reading.
  let hasCutoffs: Bool
  /// By program: rows of those seated by their keys.
  private(set) var seated: [[Int]]
  /// By program: eligible rows of those who would rather sit there, of the same phase or without a place.
  private(set) var turnedAway: [[Int]]
  /// By program: the same, and rows that took no part in the newest run.
  private(set) var notTaken: [[Int]]
  /// The same of those seated in a later phase.
  private(set) var turnedAwayEarlier: [[Int]]
  /// By program: the seats that are not kept.
  let seats: [Int]
  /// By program: rows of those kept there, or for whom a seat is.
  private(set) var kept: [[Int]]
  /// The same seats, as they are given by orders of keys.
  private(set) var orders: [SeatOrder] = []

  /// No reading of given cut-offs, where seats and keys do not count.
  static func all(_ round: PublishedRound) -> [SeatReading] {
    guard round.rules.method != .given else { return [] }
    let decided = round.children.map { child in
      child.wishes.first { round.wishes[$0].admitted || round.wishes[$0].undecided == "documents" } ?? -1
    }
    guard round.rules.leavesTies else {
      return [
        SeatReading(round, decided, groupsStayIn: round.rules.tiePolicy == .allIn, hasCutoffs: true)
      ]
    }
    func reading(_ mark: String) -> [Int] {
      zip(round.children, decided).map { child, place in
        place >= 0 ? place : child.wishes.first { round.wishes[$0].undecided == mark } ?? -1
      }
    }
    return [
      SeatReading(round, reading("out"), groupsStayIn: false, hasCutoffs: true),
      SeatReading(round, reading("in"), groupsStayIn: true, hasCutoffs: false),
    ]
  }

  private init(_ round: PublishedRound, _ place: [Int], groupsStayIn: Bool, hasCutoffs: Bool) {
    self.place = place
    self.groupsStayIn = groupsStayIn
    self.hasCutoffs = hasCutoffs
    let programs = round.rules.programs
    var seats = programs.map(\.quota)
    seated = programs.map { _ in [] }
    turnedAway = seated
    notTaken = seated
    turnedAwayEarlier = seated
    kept = seated
    for (child, own) in place.enumerated() {
      let ownPhase = own < 0 ? nil : programs[round.wishes[own].program].phase
      if own >= 0, round.wishes[own].kept {
        seats[round.wishes[own].program] -= 1
        kept[round.wishes[own].program].append(own)
        continue
      }
      if own >= 0, round.wishes[own].takesPart {
        seated[round.wishes[own].program].append(own)
      } else if own >= 0, round.wishes[own].undecided == "documents" {
        // Kept for it since before the newest run; who waits for the council since then keeps nothing.
        seats[round.wishes[own].program] -= 1
        kept[round.wishes[own].program].append(own)
      }
      for wish in round.children[child].wishes where wish != own && round.wishes[wish].isEligible {
        let program = round.wishes[wish].program
        let isEarlier = ownPhase.map { programs[program].phase < $0 } ?? false
        let isPreferred = ownPhase.map { programs[program].phase == $0 && wish < own } ?? true
        guard isEarlier || isPreferred else { continue }
        if !round.wishes[wish].takesPart {
          notTaken[program].append(wish)
        } else if isEarlier {
          turnedAwayEarlier[program].append(wish)
        } else {
          turnedAway[program].append(wish)
        }
      }
    }
    self.seats = seats.map { max(0, $0) }
    orders = SeatOrder.all(self, in: round)
  }

  /// On which row of the reservations somebody sits here, from 1; 0 for an open seat.
  func seat(_ wish: PublishedRound.Wish) -> Int? { hasCutoffs ? wish.seat : wish.seatIn }

  /// What stands next before a wish, of these seats: a group of equals that stays out whole, or a child
  /// for whom a seat is kept, behind the last one in; nil where it is that one.
  func next(
    before wish: PublishedRound.Wish, seated: [Int], seats: Int, last: PublishedRound.Wish?,
    in round: PublishedRound
  ) -> ToldReason.Part? {
    if round.rules.tiePolicy != .allIn, seated.count < seats, !wish.cutoff.isEmpty,
      stands(wish.cutoff, before: wish.key)
    {
      return round.rules.tiePolicy == .allOut ? .groupOut : .seatsHeld
    }
    let held = seated.filter { !round.wishes[$0].undecided.isEmpty }.compactMap { round.wishes[$0].rank }
      .max()
    guard let held, held < wish.rank ?? 0, held > last?.rank ?? 0 else { return nil }
    return .seatsHeld
  }
}
