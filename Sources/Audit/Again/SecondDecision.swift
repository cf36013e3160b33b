import Tables

/// A round decided a second time, straight from the text of contract.md 4: slowly, and with nothing
/// shared with the program that decided first.
public struct SecondDecision: Sendable {
  /// By child: what was decided.
  var children: [Decided] = []
  /// The rules, as they were asked.
  let asked: AskedRound
  /// By program: its reservations.
  var reserved: [[ReservedRows.Row]] = []
  /// Whether the documents of a person at a program are still to be reviewed.
  private(set) var documents: DocumentReview?
  /// A sum or a product left the range of numbers: nothing is decided.
  public private(set) var overflows = false

  struct Decided: Sendable {
    /// Its number among the people.
    var person: Int
    var ids: [String]
    var status = "ineligible"
    /// A position in `wishes`; nil for none.
    var place: Int?
    var kept = false
    /// It has left the place that it had, and competes no more.
    var hasLeft = false
    /// The program of the place that it has declined in `xét bổ sung`, or did not come to, and with it all of that
    /// school; nil where there is none.
    var refused: Int?
    /// A row of its own is held, whether or not a wish can be read from it.
    var isHeld = false
    /// The program that it is assigned to if it gets no place by the decision; nil for none.
    var assigned: String?
    /// Between which two places a tie leaves the child; nil unless it does.
    var tied: (out: Int?, stay: Int?)?
    /// The wish whose seat is kept for it until its documents are reviewed.
    var awaited: Int?
    /// The row of the reservations on whose seat it is kept; nil for an open seat.
    var keptRow: Int?
    /// The row on whose seat it is, and if a tied group comes in; nil for an open seat.
    var row: Int?
    var rowIn: Int?
    var ticket = ""
    var wishes: [Wish] = []
  }

  struct Wish: Sendable {
    var program: Int
    var number: Int
    var special: Bool
    var refusals: Set<String>
    var direct: Bool
    var tier: Int64?
    var score: Exact
    var rank: Int?
    var waiting: Int?
    /// The child has declined the school since the result was fixed.
    var isDeclined = false
    /// It did not come to the school, for which it does not compete.
    var isAbsent = false
    /// Compared in the newest run of the rules.
    var takesPart = true
    /// The rows of the program's reservations that the child belongs to.
    var rows: [Int] = []
    var key: [Int64] = []
    var isEligible: Bool { refusals.isEmpty }
    /// The words for it that are true: of several reasons any, but that the child does not take it only alone.
    func isTold(as verdict: String) -> Bool {
      PublishedRound.notTaken.contains(verdict)
        ? refusals == [verdict] : refusals.contains(verdict)
    }
  }

  /// Decides the round.
  public init(_ asked: AskedRound) {
    self.asked = asked
    let gathered = Gathered(asked)
    let judging = Judging(asked, gathered)
    var positions: [String: Int] = [:]
    for (position, program) in asked.programs.enumerated() {
      positions[program.published.path.lowercased()] = position
    }
    let settled = SettledPeople(asked, gathered, positions)
    do throws(Exact.Overflow) {
      for (index, person) in gathered.people.enumerated() {
        if let child = try child(index, person, judging, positions, settled) {
          children.append(child)
        }
      }
    } catch {
      overflows = true
      return
    }
    reserved = judging.reserved.ofProgram
    documents = judging.documents
    drawLots()
    rank()
    hear(CouncilRulings(asked, gathered))
    nameAssigned(gathered, positions)
    seatAll()
    fillWaitingLists()
    settle()
    if let supplement = asked.supplement { run(supplement, gathered, positions) }
    assign()
  }

  /// A child with its wishes; nil for somebody who is no applicant.
  private func child(
    _ index: Int, _ person: Person, _ judging: Judging, _ positions: [String: Int], _ settled: SettledPeople
  ) throws(Exact.Overflow) -> Decided? {
    var named: [(special: Bool, number: Int, program: Int)] = []
    for wish in person.application?.wishes ?? [] {
      guard let program = positions[wish.path.lowercased()] else { continue }
      let again = named.contains { $0.program == program && $0.special == wish.special }
      if !again { named.append((wish.special, wish.number, program)) }
    }
    var isApplicant = person.application != nil
    if !isApplicant, !person.isHeld, !person.isWithdrawn,
      let program = filled(index, person, judging, positions)
    {
      named = [(asked.programs[program].published.special, 1, program)]
      isApplicant = true
    }
    var decided = Decided(person: index, ids: person.ids)
    decided.hasLeft = settled.left.contains(index)
    if settled.all.contains(index) { isApplicant = true }
    let keeper = settled.keepers[index]
    if let keeper {
      decided.kept = !person.isWithdrawn && !decided.hasLeft
      if !named.contains(where: { $0.program == keeper }) {
        named.insert((asked.programs[keeper].published.special, 1, keeper), at: 0)
      }
    }
    guard isApplicant else { return nil }
    var competing = person
    if keeper != nil { competing.isHeld = false }
    decided.isHeld = competing.isHeld
    for wish in named {
      let judged = try judging.judge((wish.special, wish.number), program: wish.program, of: index, competing)
      let school =
        settled.hasDeclined ? asked.programs[judged.program].published.school.lowercased() : ""
      var refusals = judged.refusals
      if settled.declined[index]?.contains(school) == true {
        refusals.insert("school-declined")
      } else if decided.hasLeft {
        refusals.insert("left-elsewhere")
      }
      var key: [Int64] = [
        judged.direct ? 1 : 0, -(judged.tier ?? 1), asked.method == .sequential ? -Int64(wish.number) : 0,
        try compared(judged).raw,
      ]
      key += judged.ties
      var own =
        Wish(
          program: judged.program, number: judged.number, special: judged.special, refusals: refusals,
          direct: judged.direct, tier: judged.tier, score: judged.score, rows: judged.rows, key: key)
      own.isAbsent = settled.absent[index]?.contains(school) == true
      own.isDeclined = settled.declinedSince[index]?.contains(school) == true
      decided.wishes.append(own)
    }
    if decided.kept, let keeper {
      let own = decided.wishes.firstIndex {
        $0.program == keeper && $0.special == asked.programs[keeper].published.special
      }
      decided.place = own ?? decided.wishes.firstIndex { $0.program == keeper }
      decided.keptRow = settled.seats[index].flatMap { name in
        judging.reserved.ofProgram[keeper].firstIndex { !$0.isCap && $0.name == name }
      }
    }
    return decided
  }

  /// score − margin[k] if `chênh lệch`, none for specialised wishes.
  private func compared(_ wish: JudgedWish) throws(Exact.Overflow) -> Exact {
    guard asked.method == .margin, !wish.special, asked.margins.indices.contains(wish.number - 1) else {
      return wish.score
    }
    return try wish.score.minus(asked.margins[wish.number - 1])
  }

  /// With no wish in any file, in a round all of whose programs are zoned: the only route, else the
  /// only tier-1 program that the age fits.
  private func filled(_ index: Int, _ person: Person, _ judging: Judging, _ positions: [String: Int]) -> Int?
  {
    guard !asked.programs.isEmpty, asked.programs.allSatisfy(\.published.zoned) else { return nil }
    let claims = judging.claims(of: index, person)
    func onlyFitting(_ programs: some Sequence<Int>) -> Int? {
      let fitting = Set(programs).filter { judging.fits(asked.programs[$0], person, claims) }
      return fitting.count == 1 ? fitting.first : nil
    }
    let route = judging.zones.route(of: person).compactMap { positions[$0] }
    if route.count == 1 { return route[0] }
    // A route to a school with several programs is read as a wish for that school is.
    if Set(route.map { asked.programs[$0].published.school.lowercased() }).count == 1 {
      if let ordinary = route.first(where: { asked.programs[$0].published.program == "thuong" }) {
        return ordinary
      }
      if let only = onlyFitting(route) { return only }
    }
    let nearest = asked.programs.indices.filter { judging.zones.lowest(of: person, $0) ?? 2 <= 1 }
    return onlyFitting(route + nearest)
  }

  /// Tickets, and with a seed the draws as the last part of each key.
  private mutating func drawLots() {
    guard asked.tiePolicy == .lottery else { return }
    for index in children.indices {
      let id = children[index].ids.first { !$0.isEmpty } ?? ""
      children[index].ticket = String(SHA256.hex(Array((asked.lotteryKey + "\n" + id).utf8)).prefix(12))
    }
    guard !asked.seed.isEmpty else { return }
    let draws = children.map { SHA256.hex(Array((asked.seed + "\n" + $0.ticket).utf8)) }
    let order = Dictionary(
      draws.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    for (index, draw) in draws.enumerated() {
      for wish in children[index].wishes.indices {
        children[index].wishes[wish].key.append(-Int64(order[draw] ?? 0))
      }
    }
  }

  /// 1 + the number of better keys among those eligible at the program.
  mutating func rank() {
    for program in asked.programs.indices {
      var rank = 1
      let eligible = all { $0.program == program && $0.isEligible }
      for (position, place) in eligible.enumerated() {
        if position > 0, key(place) != key(eligible[position - 1]) { rank = position + 1 }
        children[place.child].wishes[place.wish].rank = rank
      }
    }
  }

  struct Place {
    var child: Int
    var wish: Int
  }

  func key(_ place: Place) -> [Int64] { children[place.child].wishes[place.wish].key }

  /// Wishes of a kind, the best key first.
  func all(_ isWanted: (Wish) -> Bool) -> [Place] {
    var places: [Place] = []
    for (child, decided) in children.enumerated() {
      for (wish, own) in decided.wishes.enumerated() where isWanted(own) {
        places.append(Place(child: child, wish: wish))
      }
    }
    return places.sorted { stands(key($0), before: key($1)) }
  }
}
