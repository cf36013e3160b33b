import Admission
import Audit
import Ledger
public import Rounds
import TableSchema
public import Tables

/// What if: how a round would end if something about it were otherwise.
public struct WhatIf: Sendable {
  /// Other seats, by `SCHOOL/PROGRAM` as somebody wrote it.
  public var quotas: [(program: String, seats: Int)] = []
  /// A word of `Cách xét`; nil: as it is.
  public var method: String?
  /// A word of `Bằng điểm`; nil: as it is.
  public var ties: String?
  /// `Chênh lệch`, NV1 first; nil: as it is.
  public var margins: [Exact]?
  /// Arrivals as if they had never come: their numbers or names.
  public var without: [String] = []
  /// As if the round had been opened again: what was held since then counts.
  public var reopened = false

  /// As it is.
  public init() {}

  /// What cannot be imagined.
  public enum Problem: Error, Hashable, Sendable {
    /// No such program; the ones that there are.
    case noSuchProgram(String, known: [String])
    /// A word that the round's table does not know; the ones that it does.
    case noSuchWord(String, known: [String])
    /// No such arrival.
    case noSuchFile(String)
    /// Several arrivals have the name: their numbers.
    case severalFiles(String, numbers: [Int])
  }
}

/// A round as it is, and as it would be.
public struct Simulation: Sendable {
  /// Both results side by side; nil where one of them cannot be decided.
  public var change: ResultChange?
  /// By program and wish: what it takes as it is, and as it would.
  public var cutoffs: [Cutoff] = []
  /// The same if the round were opened again and all decided anew, nobody kept; nil where that is not asked, or
  /// is what is shown already.
  public var anew: Anew?
  /// Why the round as it is, or as it would be, cannot be decided.
  public var refused: RoundResult?
  /// What was asked for and changes nothing, or not what one might think.
  public var notes: [Note] = []

  /// Something that was asked for in vain.
  public enum Note: String, Sendable, CaseIterable {
    /// The method knows no margins.
    case unusedMargins = "unused-margins"
    /// With given cut-offs seats do not count.
    case unusedQuota = "unused-quota"
    /// With given cut-offs nobody is turned away for being equal.
    case unusedTies = "unused-ties"
    /// Without a key and a seed a lottery is decided as `Để hội đồng xét`.
    case noLottery = "no-lottery"
    /// Whoever has an official place keeps it: the others alone can move.
    case keepsPlaces = "keeps-places"

    init?(_ what: WhatIf, _ note: Note, in tables: RoundTables) {
      let round = tables.round
      let isGiven = round.method == .given
      let holds =
        switch note {
        case .unusedMargins: what.margins != nil && round.method != .margin
        case .unusedQuota: !what.quotas.isEmpty && isGiven
        case .unusedTies: what.ties != nil && isGiven
        case .noLottery:
          what.ties != nil && !isGiven && round.tiePolicy == .lottery
            && (round.seed.isEmpty || round.lotteryKey.isEmpty)
        case .keepsPlaces: !tables.settled.kept.isEmpty || tables.settled.supplement != nil
        }
      guard holds else { return nil }
      self = note
    }
  }

  /// What would be if nobody kept its place.
  public struct Anew: Sendable {
    /// Beside the result as it is.
    public var change: ResultChange
    /// See ``Simulation/cutoffs``.
    public var cutoffs: [Cutoff]
  }

  /// What it takes to be admitted to a program by a wish.
  public struct Cutoff: Sendable {
    /// `SCHOOL/PROGRAM`.
    public var path: String
    /// The number of the wish.
    public var wish: Int
    /// Of the columns NV chuyên.
    public var special = false
    /// How many are admitted.
    public var admittedBefore: Int
    /// The same as it would be.
    public var admittedNow: Int
    /// The score; nil where nobody is turned away, `-` where all are.
    public var before: String?
    /// The same as it would be.
    public var now: String?
  }
}

extension View {
  /// Decides a round as it would be. Nothing is written.
  public func simulate(_ tables: RoundTables, _ what: WhatIf) throws -> Simulation {
    var simulation = Simulation()
    if tables.isPurged {
      simulation.refused = decide(tables)
      return simulation
    }
    var imagined = try imagine(tables, what)
    simulation.notes = Simulation.Note.allCases.compactMap { Simulation.Note(what, $0, in: imagined) }
    // Margins that no method uses are no other rule.
    if simulation.notes.contains(.unusedMargins) { imagined.round.margins = tables.round.margins }
    // Draws of no key would be those of another lottery.
    if simulation.notes.contains(.noLottery) { imagined.round.seed = "" }
    let real = decide(tables)
    guard case .decided(let before) = real else {
      simulation.refused = real
      return simulation
    }
    let imaginedResult = SimulatedDeclines(imagined, before) { result(of: $0) }
    guard case .decided(let now) = imaginedResult.result else {
      simulation.refused = imaginedResult.result
      return simulation
    }
    let picture = ResultPicture(before)
    simulation.change = ResultChange(picture, imaginedResult.picture(now, beside: picture))
    simulation.cutoffs = cutoffs(before, now)
    if what.reopened { simulation.anew = anew(imagined, before) }
    return simulation
  }

  /// The choice that whoever opens a round again has: to keep those who have a place, or to decide all anew.
  private func anew(_ imagined: RoundTables, _ before: DecidedRound) -> Simulation.Anew? {
    guard !imagined.settled.kept.isEmpty else { return nil }
    var anew = imagined
    anew.settled = Settled()
    anew.fixed = []
    guard case .decided(let now) = result(of: anew) else { return nil }
    return Simulation.Anew(
      change: ResultChange(ResultPicture(before), ResultPicture(now)), cutoffs: cutoffs(before, now))
  }

  private func imagine(_ tables: RoundTables, _ what: WhatIf) throws -> RoundTables {
    var imagined = tables
    if !what.without.isEmpty || what.reopened {
      imagined = try refold(tables, what)
    }
    let paths = imagined.programs.map(\.path)
    for (name, seats) in what.quotas {
      let path = imagined.program(named: name)?.path
      guard let index = imagined.programs.firstIndex(where: { $0.path == path }) else {
        throw WhatIf.Problem.noSuchProgram(name, known: paths)
      }
      imagined.programs[index].quota = seats
    }
    if let word = what.method { imagined.round.method = try meant(word, "method", Round.Method.init) }
    if let word = what.ties { imagined.round.tiePolicy = try meant(word, "tiePolicy", Round.TiePolicy.init) }
    if let margins = what.margins { imagined.round.margins = margins }
    return imagined
  }

  /// What a word of a choice column of the rounds table means.
  private func meant<Value>(_ word: String, _ key: String, _ value: (String) -> Value?) throws -> Value {
    let choices = configuration.schemas[.rounds]?.field(key)?.field.choices ?? []
    let plain = { (text: String) in folded(text).filter { $0 != " " } }
    let choice = choices.first { choice in
      ([choice.value] + choice.words).contains { plain($0) == plain(word) }
    }
    guard let meant = choice.flatMap({ value($0.value) }) else {
      throw WhatIf.Problem.noSuchWord(word, known: choices.compactMap(\.words.first))
    }
    return meant
  }

  /// The round folded again from other arrivals, or other events.
  private func refold(_ tables: RoundTables, _ what: WhatIf) throws -> RoundTables {
    var left = arrivals
    for name in what.without {
      let fitting = arrivals.filter { arrival in
        String(arrival.seq) == name || arrival.file == name || arrival.unit + "/" + arrival.file == name
      }
      guard let first = fitting.first else { throw WhatIf.Problem.noSuchFile(name) }
      guard fitting.count == 1 else {
        throw WhatIf.Problem.severalFiles(name, numbers: fitting.map(\.seq))
      }
      left.removeAll { $0.seq == first.seq }
    }
    var chronicle = chronicle
    let pass = (arrivals.last?.pass ?? 0) + 1
    if what.reopened, tables.state != .open {
      chronicle.add(RoundEvent(round: tables.round.code, pass: pass - 1, change: .reopened))
    }
    let standing = try configuration.standing(
      left, lost: lost, chronicle, ledger?.objects, pass: pass, day: nil)
    return standing.rounds.first { $0.round.code == tables.round.code } ?? tables
  }

  private func cutoffs(_ before: DecidedRound, _ now: DecidedRound) -> [Simulation.Cutoff] {
    struct Key: Hashable {
      var path: String
      var wish: Int
    }
    func rows(_ round: DecidedRound) -> [(Key, CutoffRow)] {
      round.cutoffRows.map { row in
        (Key(path: round.tables.programs[row.program].path, wish: row.wish), row)
      }
    }
    let rowsNow = rows(now)
    let old = Dictionary(rows(before), uniquingKeysWith: { first, _ in first })
    let new = Dictionary(rowsNow, uniquingKeysWith: { first, _ in first })
    return rowsNow.compactMap { key, row in
      let (a, b) = (old[key], new[key])
      guard a?.cutoff != b?.cutoff || a?.admitted != b?.admitted else { return nil }
      return Simulation.Cutoff(
        path: key.path, wish: key.wish, special: now.tables.programs[row.program].special,
        admittedBefore: a?.admitted ?? 0, admittedNow: b?.admitted ?? 0,
        before: a?.cutoff.text, now: b?.cutoff.text)
    }
  }
}

extension CutoffRow.Cutoff {
  fileprivate var text: String? {
    switch self {
    case .none: nil
    case .all: "-"
    case .score(let score): score.text
    }
  }
}
