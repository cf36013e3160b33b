import Tables

extension PublishedRound {
  /// The reason of each child in `ket-qua.csv` says what follows from the tables.
  ///
  /// - Parameter texts: a reason in the words of the folder; one of them has to fit.
  func checkReasons(
    _ readings: [SeatReading], _ texts: (ToldReason) -> [ToldText], _ report: inout AuditReport
  ) {
    guard let reasons = PublishedReasons(self, readings) else { return }
    for child in children {
      let told = reasons.readings(of: child)
      guard !told.isEmpty else { continue }
      let right = told.contains { texts($0).contains { $0.fits(child.reason) } }
      report.examine(
        .agreement, right,
        Fault(.agreement, PublishedRound.resultFile, line: child.line, about: "reason"))
    }
  }
}

/// Why children have no place, from the tables of a folder.
struct PublishedReasons {
  private let round: PublishedRound
  /// As they were decided; with given cut-offs nobody competes for seats.
  private let reading: SeatReading?
  /// By program: of those admitted there the worst rank; of a kept child that would not be eligible now, none
  /// is worse.
  private var worstRank: [Int]
  /// By program: the wish of the last one admitted by its key, nil for none.
  private var lastIn: [Int?]
  /// The same of those kept.
  private var lastKept: [Int?]
  /// Programs at which the council has concluded of somebody.
  private let ruled: Set<Int>
  /// Programs at which a seat is kept for somebody.
  private let undecided: Set<Int>
  private let cutoffs: [[Int]: PublishedRound.CutoffLine]

  /// Nil where the seats cannot be read.
  init?(_ round: PublishedRound, _ readings: [SeatReading]) {
    self.round = round
    reading = readings.first { $0.hasCutoffs }
    guard reading != nil || round.rules.method == .given else { return nil }
    worstRank = round.rules.programs.map { _ in 0 }
    lastIn = round.rules.programs.map { _ in nil }
    lastKept = lastIn
    func isLater(_ rank: Int, than last: Int?) -> Bool { rank > last.flatMap { round.wishes[$0].rank } ?? 0 }
    for (index, wish) in round.wishes.enumerated() where wish.admitted {
      worstRank[wish.program] = max(worstRank[wish.program], wish.rank ?? .max)
      guard let rank = wish.rank else { continue }
      if wish.kept, isLater(rank, than: lastKept[wish.program]) { lastKept[wish.program] = index }
      if !wish.kept, isLater(rank, than: lastIn[wish.program]) { lastIn[wish.program] = index }
    }
    ruled = Set(round.wishes.filter { !$0.ruling.isEmpty }.map(\.program))
    undecided = Set(round.wishes.filter { !$0.undecided.isEmpty }.map(\.program))
    cutoffs = Dictionary(
      round.cutoffs.map { ([$0.program, $0.wish], $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What may be told of a child; nothing of one that was admitted by its wish. Where those kept have all seats
  /// of a round that was opened again, no table says whether it competed with them when they got them.
  func readings(of child: PublishedRound.Child) -> [ToldReason] {
    let behind = child.wishes.filter { isBehindKept(round.wishes[$0]) }
    let (known, untold) = (behind.prefix(PublishedReasons.most), Set(behind.dropFirst(PublishedReasons.most)))
    let readings = (0..<1 << known.count).map { number in
      Set(known.enumerated().filter { number >> $0.offset & 1 == 1 }.map(\.element))
    }
    return readings.compactMap { reason(of: child, BehindKept(barred: $0, untold: untold)) }
  }

  /// Of more wishes of one child than so many, those behind the first may be told in any words.
  private static let most = 6

  /// Of the wishes that stand behind those kept: at which no key would have been enough, and of which that is
  /// not asked.
  private struct BehindKept {
    var barred: Set<Int>
    var untold: Set<Int>
  }

  private func isBehindKept(_ wish: PublishedRound.Wish) -> Bool {
    let asked = round.rules.programs[wish.program]
    guard let reading, round.rules.reopened, wish.isEligible, wish.takesPart else { return false }
    return asked.quota > 0 && asked.reservations.isEmpty && reading.seats[wish.program] == 0
  }

  private func reason(of child: PublishedRound.Child, _ behind: BehindKept) -> ToldReason? {
    if child.isAssigned { return .assigned }
    guard child.status != "admitted" else { return nil }
    let own = child.wishes.map { round.wishes[$0] }
    let (taken, left) = (own.first { $0.undecided == "in" }, own.first { $0.undecided == "out" })
    if child.status == "held" {
      let open = own.filter { !$0.undecided.isEmpty }
      if open.contains(where: \.isDeclined) {
        return .declinedWhileHeld(
          open.filter(\.isDeclined).map(place), open: open.filter { !$0.isDeclined }.map(place))
      }
      if taken != nil || left != nil { return .tie(taken: taken.map(place), left: left.map(place)) }
      return own.contains { $0.undecided == "documents" } ? .whole(.code("unreviewed")) : .held
    }
    let code = child.left(in: round)
    if !code.isEmpty { return .whole(.left(code)) }
    guard let first = own.first else { return nil }
    if first.verdict == "withdrawn" { return .whole(.code("withdrawn")) }
    return .wishes(
      child.wishes.map { (round.wishes[$0].number, round.wishes[$0].special, part($0, child, behind)) })
  }

  private func place(_ wish: PublishedRound.Wish) -> ToldReason.Place {
    ToldReason.Place(
      name: round.rules.programs[wish.program].name, number: wish.number, special: wish.special)
  }

  private func part(_ index: Int, _ child: PublishedRound.Child, _ behind: BehindKept) -> ToldReason.Part {
    let wish = round.wishes[index]
    let asked = round.rules.programs[wish.program]
    switch wish.verdict {
    case "eligible" where wish.isDeclined: return .code("school-declined")
    case "school-declined": return .left(wish.declining)
    case "eligible":
      if behind.untold.contains(index) { return .unknown }
      let part = behind.barred.contains(index) ? .seatsKept : competing(index)
      guard wish.waiting == nil, round.rules.method != .given, let reserve = asked.reserve
      else { return part }
      // What is told by no table may end in any words.
      if case .unknown = part { return part }
      return .beyondReserve(part, reserve: reserve)
    case "age": return .age(born: child.born, from: asked.bornFrom, to: asked.bornTo)
    case "wish-not-taken": return .takes(asked.wishes, special: asked.special)
    case "documents-lacking", "documents-failed": return .papers(wish.verdict)
    case "below-minimum":
      return zip(wish.score, asked.minimum).map { .belowMinimum(own: $0, minimum: $1) } ?? .unknown
    default: return .code(wish.verdict)
    }
  }

  private func competing(_ index: Int) -> ToldReason.Part {
    let wish = round.wishes[index]
    let asked = round.rules.programs[wish.program]
    guard let reading else { return below(wish) }
    // What was compared before the newest run is not counted again here.
    guard wish.takesPart else {
      return worstRank[wish.program] == 0 && asked.quota > 0 ? .notConsidered : .unknown
    }
    if !asked.reservations.isEmpty {
      // Those kept have all seats, and may have had them before others came.
      if round.rules.reopened, asked.quota > 0, reading.seats[wish.program] == 0 { return .seatsKept }
      return ReasonSeats(round, reading).reason(
        wish, worstRank: worstRank[wish.program], lastKept: lastKept[wish.program], parting: parting)
    }
    let seats = reading.seats[wish.program]
    if wish.cutoff.isEmpty, seats > 0 { return .otherWish }
    if round.rules.tiePolicy == .allOut, !wish.cutoff.isEmpty, wish.key == wish.cutoff,
      reading.seated[wish.program].count < seats
    {
      return .tiedOut
    }
    if seats > 0 { return below(wish) }
    if asked.quota == 0 { return .noSeats }
    return wish.rank ?? 0 > worstRank[wish.program] ? below(wish) : .seatsKept
  }

  /// What was lacking to the last one in.
  private func below(_ wish: PublishedRound.Wish) -> ToldReason.Part {
    guard let own = wish.score else { return .unknown }
    let cutoff = cutoffs[[wish.program, wish.number]].flatMap { exact($0.cutoff) }
    if round.rules.method == .given {
      return cutoff.flatMap { own < $0 ? .score(own: own, cutoff: $0) : nil } ?? .behind
    }
    if let unseated = unseated(wish) { return unseated }
    guard let last = lastIn[wish.program] ?? lastKept[wish.program] else { return .behind }
    let lacking = round.lacking(
      wish, behind: round.wishes[last], parting: { parting(wish, self.last(in: wish.program)) },
      isCutoff: { $0 == cutoff })
    return lacking ?? .behind
  }

  /// Of a wish next before which stand children who are not admitted, or nobody, though there are seats.
  private func unseated(_ wish: PublishedRound.Wish) -> ToldReason.Part? {
    guard let reading else { return nil }
    let seated = reading.seated[wish.program]
    if let next = reading.next(
      before: wish, seated: seated, seats: reading.seats[wish.program], last: last(in: wish.program),
      in: round)
    {
      return next
    }
    guard lastIn[wish.program] == nil, lastKept[wish.program] == nil else { return nil }
    if undecided.contains(wish.program) { return .seatsHeld }
    return round.rules.tiePolicy == .allOut ? .groupOut : nil
  }

  private func last(in program: Int) -> PublishedRound.Wish? { lastIn[program].map { round.wishes[$0] } }

  private func parting(_ wish: PublishedRound.Wish, _ last: PublishedRound.Wish?) -> ToldReason.Parting {
    guard let last,
      round.rules.method == .margin || last.score == wish.score, last.ties == wish.ties
    else { return .chain }
    if wish.draw != nil { return .lottery }
    guard ruled.contains(wish.program) else { return .chain }
    return .council(minutes: wish.ruling.isEmpty ? last.minutes : wish.minutes)
  }
}
