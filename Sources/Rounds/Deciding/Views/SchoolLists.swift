import Admission

/// The lists of the admitting schools: each sees the wishes into it and nothing else.
public struct SchoolLists: Sendable {
  /// An applicant at one of its wishes.
  public struct Entry: Hashable, Sendable {
    /// Who.
    public var applicant: Int32
    /// The position among all wishes; −1 for a child that was assigned.
    public var wish: Int32
    /// The position among the round's programs.
    public var program: Int32
    /// Why it has no place there; nil if it has one or waits for one.
    public var reason: ReasonCode?
  }

  /// The children of one school.
  public struct List: Sendable {
    /// All who wish for the school, by program, then in the order of applicants.
    public var applicants: [Entry] = []
    /// By program, then by rank.
    public var admitted: [Entry] = []
    /// By program, then by the place on its waiting list.
    public var waiting: [Entry] = []
    /// Neither admitted to the school nor waiting there, by program.
    public var refused: [Entry] = []
    /// Not decided yet, by program.
    public var held: [Entry] = []
  }

  /// The unit codes of schools with programs, in byte order.
  public let schools: [String]
  private let round: DecidedRound
  private let programsOf: [String: [Int]]
  /// `wishes[start[p]..<start[p + 1]]` point at program p, in the order of applicants.
  private let start: [Int32]
  private let wishes: [Int32]
  private let applicants: [Int32]
  /// By program: those assigned to it, in the order of applicants.
  private let assigned: [Int32: [Int32]]

  /// The lists of all schools of a round.
  public init(_ round: DecidedRound) {
    self.round = round
    programsOf = Dictionary(grouping: round.tables.programs.indices) { round.tables.programs[$0].school }
    schools = programsOf.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let input = round.input
    var start = [Int32](repeating: 0, count: input.programs.count + 1)
    for program in input.wishProgram { start[Int(program) + 1] += 1 }
    for program in input.programs.indices { start[program + 1] += start[program] }
    var next = start
    var wishes = [Int32](repeating: 0, count: input.wishProgram.count)
    var applicants = wishes
    for applicant in 0..<input.applicantCount {
      for wish in input.wishes(of: applicant) {
        let program = Int(input.wishProgram[wish])
        wishes[Int(next[program])] = Int32(wish)
        applicants[Int(next[program])] = Int32(applicant)
        next[program] += 1
      }
    }
    assigned = Dictionary(grouping: round.assigned.keys.sorted()) { round.assigned[$0]?.program ?? -1 }
    self.start = start
    self.wishes = wishes
    self.applicants = applicants
  }

  /// The programs of a school, as positions in the round's programs.
  public func programs(ofSchool school: String) -> [Int] { programsOf[school] ?? [] }

  /// The wishes for one program, in the order of applicants.
  public func entries(ofProgram program: Int) -> [Entry] {
    (Int(start[program])..<Int(start[program + 1])).map { position in
      let (applicant, wish) = (Int(applicants[position]), Int(wishes[position]))
      let waits = round.outcome.waitingPlace[wish] > 0
      return Entry(
        applicant: Int32(applicant), wish: Int32(wish), program: Int32(program),
        reason: waits ? nil : round.reason(wish, of: applicant))
    }
  }

  /// The lists of one school.
  public func list(ofSchool school: String) -> List {
    let outcome = round.outcome
    let own = Set(programs(ofSchool: school))
    var list = List()
    for program in programs(ofSchool: school) {
      let entries = entries(ofProgram: program)
      list.applicants += entries
      let admitted = entries.filter { outcome.place[Int($0.applicant)] == $0.wish }
      list.admitted += admitted.sorted { outcome.rank[Int($0.wish)] < outcome.rank[Int($1.wish)] }
      list.admitted += (assigned[Int32(program)] ?? []).map {
        Entry(applicant: $0, wish: -1, program: Int32(program), reason: nil)
      }
      let waiting = entries.filter { outcome.waitingPlace[Int($0.wish)] > 0 }
      list.waiting += waiting.sorted {
        outcome.waitingPlace[Int($0.wish)] < outcome.waitingPlace[Int($1.wish)]
      }
      list.held += entries.filter { outcome.status[Int($0.applicant)] == .held }
      list.refused += entries.filter { entry in
        guard entry.reason != nil, outcome.status[Int(entry.applicant)] != .held else { return false }
        return round.program(of: Int(entry.applicant)).map { !own.contains($0) } ?? true
      }
    }
    return list
  }
}

extension CohortNames {
  /// Entries in Vietnamese order of names, equal names in the order of applicants.
  public func sorted(_ entries: [SchoolLists.Entry]) -> [SchoolLists.Entry] {
    if let first = entries.first, place(Int(first.applicant)) != nil {
      let placed = entries.map { (place: place(Int($0.applicant)) ?? 0, entry: $0) }
      return placed.sorted { ($0.place, $0.entry.wish) < ($1.place, $1.entry.wish) }.map(\.entry)
    }
    let keyed = entries.map { (key: sortKey(Int($0.applicant)), entry: $0) }
    return keyed.sorted { a, b in
      a.key == b.key ? (a.entry.applicant, a.entry.wish) < (b.entry.applicant, b.entry.wish) : a.key < b.key
    }.map(\.entry)
  }
}
