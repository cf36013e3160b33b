import Admission
public import TableSchema
public import Tables

/// Explains the wishes of a decided round (`explain`, `giai-trinh.csv`).
public struct Explanations: Sendable {
  private let round: DecidedRound
  private let reader: SetupReader
  private let lastIn: LastIn
  private let tiers: TierRows
  /// By program: the rows of the priorities that stand for it.
  private let priorities: [[SetupRow]]
  /// The rows of `diem-chuan.csv`, by program and wish number.
  private var cutoffs: [[Int]: CutoffRow] = [:]
  /// The same before `xét bổ sung`.
  private var cutoffsBefore: [[Int]: CutoffRow] = [:]
  /// The programs where somebody who is eligible is turned away.
  private var turningAway: Set<Int> = []

  /// Explains this round.
  public init(_ round: DecidedRound, schemas: SchemaSet) {
    self.round = round
    reader = SetupReader(tables: round.tables, schemas: schemas)
    lastIn = LastIn(round)
    tiers = TierRows(round, reader)
    priorities = reader.mostSpecificByCode(.priorities, for: ProgramDirectory(round.tables.programs))
    for row in round.cutoffsBefore { cutoffsBefore[[row.program, row.wish]] = row }
    for row in round.cutoffRows {
      cutoffs[[row.program, row.wish]] = row
      if row.cutoff != .none { turningAway.insert(row.program) }
    }
  }

  /// The wishes of an applicant in the order in which they are considered.
  public func explanation(of applicant: Int) -> [WishExplanation] {
    round.input.wishes(of: applicant).map { explanation($0, of: applicant) }
  }

  private func explanation(_ wish: Int, of applicant: Int) -> WishExplanation {
    let (input, outcome) = (round.input, round.outcome)
    let program = Int(input.wishProgram[wish])
    let asked = input.programs[program]
    let verdict = round.verdict(wish, of: applicant)
    let eligible = verdict == .eligible
    let part = eligible ? round.seatPart(ofWish: wish, of: applicant) : nil
    let cutoff =
      round.hasReservations(program) ? part?.cutoff ?? -1 : round.seats(atWish: wish).cutoff[program]
    let cutoffKey = cutoff < 0 ? [] : key(Int(cutoff))
    let key = eligible ? key(wish, of: applicant) : []
    let measure = eligible ? round.measureOfKept(wish, of: applicant) : nil
    var published = cutoffs[[program, Int(input.wishNumber[wish])]]
    // Those kept elsewhere are turned away no more: where nobody else is, no cut-off is published any longer.
    if let measure, measure.isOfBefore || published == nil || published?.cutoff == CutoffRow.Cutoff.none {
      published = cutoffsBefore[[program, Int(input.wishNumber[wish])]] ?? published
    }
    // Its part of the seats is measured as it was when it competed.
    let isOfPartBefore =
      eligible && round.hasReservations(program) && round.isBeforeKeptPlace(wish, of: applicant)
      && !round.tookPart(wish)
    if isOfPartBefore { published = cutoffsBefore[[program, Int(input.wishNumber[wish])]] ?? published }
    let given = input.rules.method == .given ? asked.givenCutoffs[Int(input.wishNumber[wish])] : nil
    let reason = round.reason(wish, of: applicant)
    // Who has left its place is measured by nobody from there on, not by itself either.
    let last =
      round.left[Int32(applicant)] != nil && !round.isBeforeKeptPlace(wish, of: applicant)
      ? nil : lastIn.wish(ofWish: wish, of: applicant, isBehindKept: reason == .belowCutoff)
    let lastKey = last.map { self.key($0) } ?? []
    let before =
      reason?.isOfKeys == true
      ? lastIn.before(ofWish: wish, of: applicant, isBehindKept: reason == .belowCutoff) : nil
    let beforeKey = before?.wish.map { self.key($0) }
    return WishExplanation(
      wish: wish, number: Int(input.wishNumber[wish]), special: input.wishSpecial[wish], program: program,
      verdict: verdict, reason: reason,
      kept: input.keeper(of: applicant) != nil && Int(outcome.place[applicant]) == wish,
      direct: outcome.direct[wish],
      tier: asked.zoned && outcome.tier[wish] > 0 ? Int(outcome.tier[wish]) : nil,
      parts: parts(of: applicant, program), priority: Exact(raw: outcome.priority[wish]),
      incentive: Exact(raw: outcome.incentive[wish]), score: Exact(raw: outcome.score[wish]), key: key,
      seats: part.map { part in part.row.map { .row(round.reservations[program][$0]) } ?? .open },
      cutoffKey: cutoffKey, turnsNobodyAway: cutoffKey.isEmpty && hasRoom(program, part),
      cutoff: published?.cutoff ?? .none, admitted: published?.admitted ?? 0,
      cutoffTier: published?.tier.map { Int($0) }, givenCutoff: given,
      rank: eligible ? Int(outcome.rank[wish]) : nil,
      waitingPlace: outcome.waitingPlace[wish] > 0 ? Int(outcome.waitingPlace[wish]) : nil,
      lastRank: last.map { Int(outcome.rank[$0]) }, lastKey: lastKey,
      lastMargin: last.flatMap { takenOff($0) }, margin: round.margin(ofWish: wish),
      unmet: unmet(wish, of: applicant),
      unseated: before?.why,
      gap: reason?.isOfKeys == true
        ? gap(
          key, beforeKey ?? (lastKey.isEmpty ? cutoffKey : lastKey), given: given,
          score: Exact(raw: outcome.score[wish]))
        : nil, reservePassed: round.reservePassed(by: wish, of: applicant),
      isBesideKept: input.kept.contains(Int32(truncatingIfNeeded: program)),
      isKeptElsewhere: input.keeper(of: applicant) != nil && round.isBeforeKeptPlace(wish, of: applicant),
      isOfBefore: measure?.isOfBefore == true || isOfPartBefore,
      isBeforePlaceLeft: round.left[Int32(applicant)] != nil && round.isBeforeKeptPlace(wish, of: applicant),
      uncounted: round.uncountedClaims(of: applicant, program, priorities[program]),
      tierBasis: tiers.basis(wish, of: applicant, in: round))
  }

  /// Nobody is turned away from a program, or from a part of its seats where they are parted.
  private func hasRoom(_ program: Int, _ part: SeatPart?) -> Bool {
    round.hasReservations(program) ? part?.hasSeats == true : !turningAway.contains(program)
  }

  private func takenOff(_ wish: Int) -> WishExplanation.TakenOff? {
    let margin = round.margin(ofWish: wish)
    guard margin != .zero else { return nil }
    return WishExplanation.TakenOff(
      score: Exact(raw: round.outcome.score[wish]), margin: margin,
      number: Int(round.input.wishNumber[wish]))
  }

  private func unmet(_ wish: Int, of applicant: Int) -> WishExplanation.Unmet? {
    let program = Int(round.input.wishProgram[wish])
    switch round.outcome.verdict[wish] {
    case .age:
      let plan = round.tables.programs[program]
      let exempt = plan.ageExempt.map { code in
        priorities[program].first { $0.code("code") == loweredCode(code) }?.text("name") ?? code
      }
      return .age(born: round.born(applicant), exempt: exempt)
    case .outOfZone: return .zone(ZoneFacts(round, reader, of: applicant, program))
    case .documentsLacking, .documentsFailed:
      return round.lackingPapers(ofWish: wish, of: applicant).map { .papers($0) }
    default: return nil
    }
  }

  private func parts(of applicant: Int, _ program: Int) -> [WishExplanation.ScorePart] {
    let input = round.input
    guard input.programScores[Int32(program)] == nil, let recipe = input.programs[program].recipe else {
      return []
    }
    return input.recipes[recipe].terms.map { term in
      WishExplanation.ScorePart(
        field: round.fieldLabels[term.field],
        value: content(term.field, of: applicant),
        words: (round.fieldWords[term.field] ?? []).map { round.cohort.column($0).text(applicant) },
        coefficient: term.coefficient, above: term.above)
    }
  }

  private func content(_ field: Int, of applicant: Int) -> WishExplanation.FieldContent {
    WishExplanation.FieldContent(round.input.fields[field][applicant], isDay: round.fieldsAreDays[field])
  }

  /// The key of another child: what the council wrote about it is for nobody else to read.
  private func key(_ wish: Int) -> [WishExplanation.KeyPart] {
    key(wish, of: round.input.applicant(ofWish: wish)).map { part in
      guard case .ruling(var ruling?) = part else { return part }
      ruling.reason = ""
      return .ruling(ruling)
    }
  }

  private func key(_ wish: Int, of applicant: Int) -> [WishExplanation.KeyPart] {
    let (input, outcome) = (round.input, round.outcome)
    let asked = input.programs[Int(input.wishProgram[wish])]
    let number = Int(input.wishNumber[wish])
    var key: [WishExplanation.KeyPart] = [.direct(outcome.direct[wish])]
    if asked.zoned { key.append(.tier(Int(outcome.tier[wish]))) }
    if input.rules.method == .sequential { key.append(.wishNumber(number)) }
    key.append(.score(score(wish)))
    for criterion in asked.tieChain.map({ input.tieChains[$0] }) ?? [] {
      switch criterion.source {
      case .wishNumber: key.append(.tieBreakByWish(number, descending: criterion.descending))
      case .field(let field):
        key.append(
          .tieBreak(
            field: round.fieldLabels[field], content(field, of: applicant),
            descending: criterion.descending))
      }
    }
    if input.rules.tiePolicy == .lottery {
      key.append(.draw(round.lottery.draw(applicant), place: round.lottery.place(applicant) ?? 0))
    }
    if let rulings = round.rulings[input.wishProgram[wish]] {
      key.append(.ruling(rulings[Int32(applicant)]))
    }
    return key
  }

  /// The score that is compared: after the margin of an ordinary wish.
  private func score(_ wish: Int) -> Exact {
    let own = Exact(raw: round.outcome.score[wish])
    // Deciding has made the same difference, within its range.
    return (try? own.minus(round.margin(ofWish: wish))) ?? own
  }

  private func gap(
    _ key: [WishExplanation.KeyPart], _ needed: [WishExplanation.KeyPart], given: Exact?, score: Exact
  ) -> Exact? {
    if let given { return try? given.minus(score) }
    for (own, other) in zip(key, needed) {
      if case .score(let score) = own, case .score(let needed) = other {
        guard score <= needed else { return nil }
        return score < needed ? try? needed.minus(score) : .zero
      }
      guard own == other else { return nil }
    }
    return nil
  }
}

extension DecidedRound {
  /// What is lacking of the papers of a child that is kept out of a program by them; nil where nothing is.
  public func lackingPapers(ofWish wish: Int, of applicant: Int) -> LackingPapers? {
    papers[input.wishProgram[wish]]?[Int32(applicant)]
  }

  /// The day of birth of an applicant; nil if not known.
  public func born(_ applicant: Int) -> Day? {
    input.birthDays.isEmpty ? nil : input.birthDays[applicant].map(Day.init(number:))
  }

  /// What `chênh lệch` takes off the score at a wish.
  public func margin(ofWish wish: Int) -> Exact { input.margin(ofWish: wish) }
}
