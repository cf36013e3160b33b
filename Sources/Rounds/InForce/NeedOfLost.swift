public import TableSchema
import Tables

/// What hangs on an arrival whose content is lost.
public struct NeedOfLost {
  private let history: History
  private let standing: InForce
  private let schemas: SchemaSet
  /// Arrivals whose contents are lost.
  private let lost: Set<Int>
  /// What the receipts said, of those that have one.
  private let answers: [Int: ArrivalOutcome.Result]

  /// - Parameter standing: the fold without what is lost.
  public init(
    _ history: History, _ standing: InForce, _ schemas: SchemaSet, lost: Set<Int>,
    answers: [Int: ArrivalOutcome.Result]
  ) {
    self.history = history
    self.standing = standing
    self.schemas = schemas
    self.lost = lost
    self.answers = answers
  }

  /// The rounds that need it; nil if everything may hang on it.
  ///
  /// What it held is known from where its rows belonged, and from what was judged. Most tables concern their
  /// rounds alone. Others say which rounds, units and programs there are, by which every file is told its round,
  /// once and for all. What was refused or waits may stand yet: it is needed by the rounds that it may be for.
  public func rounds(of seq: Int) -> Set<String>? {
    guard let own = history.arrival(seq) else { return [] }
    let verdicts = history.facts.verdicts.filter { $0.seq == seq }
    let judged = Set(verdicts.map(ArrivalPlace.init))
    let waiting = Set(verdicts.filter { !$0.isUsed }.map(ArrivalPlace.init))
    let places = places(of: own, judged)
    var rounds: Set<String> = []
    for place in places {
      let isJudged = judged.contains(place.withoutScope)
      if waiting.contains(place.withoutScope), isOvertaken(place, of: own) { continue }
      guard isNeeded(place, of: own, isJudged: isJudged) else { continue }
      if isJudged, TableKind(rawValue: place.kind).map(NeedOfLost.isOfRoundAlone) != true { return nil }
      if place.round.isEmpty {
        rounds.formUnion(roundsOpen(to: own).filter { !isSettled(ArrivalPlace(place.kind, $0), of: own) })
      } else {
        rounds.insert(place.round)
      }
    }
    return rounds
  }

  /// Where its rows belonged; where nobody has noted that, what was told of it, and anywhere if none was used.
  private func places(of own: Arrival, _ judged: Set<ArrivalPlace>) -> [ArrivalPlace] {
    if let noted = history.places[own.seq] {
      let known = Set(noted.map(\.withoutScope))
      return noted + judged.filter { !known.contains($0) }
    }
    let told = history.facts.told.filter { $0.seq == own.seq }.map { ArrivalPlace($0.kind, $0.round) }
    let isUsed = answers[own.seq] == .taken || answers[own.seq] == .partly
    return Array(judged.union(told)) + (isUsed ? [] : [ArrivalPlace("", "")])
  }

  private func isNeeded(_ place: ArrivalPlace, of own: Arrival, isJudged: Bool) -> Bool {
    if place.kind == TableKind.orders.rawValue {
      // An order is an event: what it did stands, and one that was refused is over.
      if answers[own.seq] == .refused { return false }
      if answers[own.seq] != nil, history.facts.orders.contains(where: { $0.seq == own.seq }) { return false }
    }
    if place.round.isEmpty {
      return maySend(place, own) && !isSettled(place, of: own.seq) && !isSentAnew(place, of: own)
    }
    if !isJudged, let mayStand = place.mayStand {
      // A table of the setup stops its round while nothing newer stands in its place.
      let stops = TableKind(rawValue: place.kind).map { RoundTables.setupKinds.contains($0) } ?? true
      return (stops || mayStand) && !isOvertaken(place, of: own)
    }
    return !isReplaced(place, of: own, isJudged: isJudged)
  }

  /// Whether its sender may send such a table, as the units stand now: of one that he may not nothing is used.
  private func maySend(_ place: ArrivalPlace, _ own: Arrival) -> Bool {
    guard let schema = TableKind(rawValue: place.kind).flatMap({ schemas[$0] }), let sender = sender(of: own)
    else { return true }
    return schema.allows(sender.role)
  }

  private func sender(of own: Arrival) -> Unit? {
    let unit = own.unit.lowercased()
    return standing.units.values.first { $0.code.lowercased() == unit }
  }

  /// A pass has found that it was sent again, or that it says nothing.
  private func isSettled(_ place: ArrivalPlace, of seq: Int) -> Bool {
    history.facts.told.contains { $0.seq == seq && $0.kind == place.kind && $0.round.isEmpty }
  }

  /// A newer file of its name has come into the same folder, with a table of that kind: one that nobody could
  /// tell the round of is settled by it.
  private func isSentAnew(_ place: ArrivalPlace, of own: Arrival) -> Bool {
    newer(than: own).contains { later, places in
      !later.bringsBack && later.mode != .supplement && later.file == own.file
        && (own.roundFolder == nil || own.roundFolder == later.roundFolder)
        && (place.kind.isEmpty || places.contains { $0.kind == place.kind })
    }
  }

  /// A full list that came in force stands in the place of one that was refused.
  private func isOvertaken(_ place: ArrivalPlace, of own: Arrival) -> Bool {
    newer(than: own).contains { later, places in
      later.mode != .supplement && isTaken(later.seq, place) && places.contains { $0.overlaps(place) }
    }
  }

  /// Lists in `thay-the` stand in the place of all that it can have held there: without the guard, so nobody
  /// need know how many they have removed.
  private func isReplaced(_ place: ArrivalPlace, of own: Arrival, isJudged: Bool) -> Bool {
    let lists = newer(than: own).filter { later, _ in
      later.mode == .replace && (!isJudged || isTaken(later.seq, place))
    }
    return ArrivalPlace.cover(lists.flatMap(\.places), place)
  }

  /// Of rows that nobody could tell the round of: a list of their kind in `thay-the` has come in force in it.
  private func isSettled(_ place: ArrivalPlace, of own: Arrival) -> Bool {
    newer(than: own).contains { later, places in
      later.mode == .replace && isTaken(later.seq, place) && places.contains { $0.withoutScope == place }
    }
  }

  /// What its sender sent later, with where the rows belong that were not refused.
  private func newer(than own: Arrival) -> [(arrival: Arrival, places: [ArrivalPlace])] {
    zip(history.arrivals, standing.outcomes).compactMap { later, outcome in
      guard later.seq > own.seq, isOfSender(later, own) else { return nil }
      let places = lost.contains(later.seq) ? history.places[later.seq] ?? [] : outcome.places
      return (
        later,
        places.filter { place in
          place.mayStand == nil
            && !outcome.tables.contains { $0.kind.rawValue == place.kind && $0.result == .refused }
        }
      )
    }
  }

  /// It came in force, or what it says was in force already and all there was.
  private func isTaken(_ seq: Int, _ place: ArrivalPlace) -> Bool {
    func isOne(_ verdict: JudgedFacts.Verdict) -> Bool {
      verdict.seq == seq && verdict.kind == place.kind && verdict.round == place.round && verdict.isUsed
    }
    return history.facts.verdicts.contains(where: isOne) || standing.newFacts.verdicts.contains(where: isOne)
  }

  /// The rounds that a file may be for whose rows tell none: that of its folder, else all of its sender.
  private func roundsOpen(to own: Arrival) -> [String] {
    let sender = sender(of: own)
    return standing.rounds.filter { round in
      if let folder = own.roundFolder { return folded(round.round.code.utf8) == folded(folder.utf8) }
      guard let sender, sender.role != .department else { return true }
      return round.units[sender.code] != nil
    }.map(\.round.code)
  }

  private func isOfSender(_ a: Arrival, _ b: Arrival) -> Bool { a.unit.lowercased() == b.unit.lowercased() }

  private static func isOfRoundAlone(_ kind: TableKind) -> Bool {
    ![.orders, .rounds, .units, .programs].contains(kind)
  }

  /// Whether an arrival that newer ones had overtaken may stand again: because one that came after it into its
  /// place is refused by now, or declares a round with an error.
  public func mayStandAgain(_ seq: Int) -> Bool {
    guard let own = history.arrival(seq) else { return false }
    func places(_ seq: Int) -> Set<ArrivalPlace> {
      Set(history.facts.verdicts.lazy.filter { $0.seq == seq }.map(ArrivalPlace.init))
    }
    let lostFrom = places(seq)
    return zip(history.arrivals, standing.outcomes).contains { later, outcome in
      later.seq > seq && isOfSender(later, own)
        && outcome.tables.contains { $0.result == .refused || ($0.kind == .rounds && $0.held > 0) }
        && !places(later.seq).isDisjoint(with: lostFrom)
    }
  }
}

extension ArrivalPlace {
  fileprivate init(_ verdict: JudgedFacts.Verdict) { self.init(verdict.kind, verdict.round) }

  fileprivate var withoutScope: ArrivalPlace { ArrivalPlace(kind, round) }
}

extension JudgedFacts.Verdict {
  fileprivate var isUsed: Bool {
    switch judged {
    case .taken, .alreadyReceived: true
    case .wouldRemove, .twoVersions: false
    }
  }
}

extension JudgedFacts {
  /// The rounds that a file was judged for, in order.
  public func rounds(of seq: Int) -> [String] {
    let found = verdicts.filter { $0.seq == seq }.map(\.round) + told.filter { $0.seq == seq }.map(\.round)
    return Set(found).subtracting([""]).sorted()
  }
}
