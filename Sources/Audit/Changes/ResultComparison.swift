import Tables

extension Move.Cause {
  /// The program whose rules are others; nil of other causes.
  fileprivate var programPath: String? {
    guard case .programRules(let path, _) = self else { return nil }
    return path
  }
}

extension ResultPicture.Child {
  /// Where it is seated, or has a seat kept while nothing is decided.
  fileprivate var taken: Set<String> {
    Set(wishes.filter { $0.isTied || $0.isAwaited }.map(\.place.path)).union(place.map { [$0.path] } ?? [])
  }
}

/// Two results side by side.
struct ResultComparison {
  private let old: ResultPicture
  private let new: ResultPicture
  /// By child of the newer result: the same child in the older one.
  private var before: [Int?] = []
  private var gone: [Int] = []
  private let oldPrograms: [String: ResultPicture.Program]
  private let newPrograms: [String: ResultPicture.Program]
  /// By path: who is seated there, or has a seat kept while nothing is decided.
  private var takenNow: [String: [Int]] = [:]
  /// By path: who was seated there before, or had a seat kept.
  private var takenBefore: [String: [Int]] = [:]
  /// By path: the minutes by which the council has concluded since of children there.
  private var minutes: [String: [String]] = [:]

  init(_ old: ResultPicture, _ new: ResultPicture) {
    self.old = old
    self.new = new
    oldPrograms = Dictionary(old.programs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    newPrograms = Dictionary(new.programs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var known: [[String]: Int] = [:]
    for (index, child) in old.children.enumerated() {
      for (kind, id) in child.ids.enumerated() where !id.isEmpty { known[[String(kind), id]] = index }
    }
    var found: Set<Int> = []
    for child in new.children {
      // One identifier in common is enough; the strongest tells.
      let match = child.ids.enumerated().lazy.compactMap { kind, id in
        id.isEmpty ? nil : known[[String(kind), id]]
      }.first { !found.contains($0) }
      if let match { found.insert(match) }
      before.append(match)
    }
    gone = old.children.indices.filter { !found.contains($0) }
    for (index, child) in old.children.enumerated() {
      for path in child.taken { takenBefore[path, default: []].append(index) }
    }
    for (index, child) in new.children.enumerated() {
      for path in child.taken { takenNow[path, default: []].append(index) }
      let rulings = before[index].map { Set(old.children[$0].wishes.map(\.conclusion)) } ?? []
      for wish in child.wishes where !wish.ruling.isEmpty && !rulings.contains(wish.conclusion) {
        minutes[wish.place.path, default: []].append(wish.minutes)
      }
    }
  }

  var moves: [Move] {
    var moves = new.children.enumerated().compactMap { index, child -> Move? in
      let earlier = before[index].map { old.children[$0] }
      guard earlier?.status != child.status || earlier?.place != child.place else { return nil }
      return Move(
        ids: child.ids, name: child.name, statusBefore: earlier?.status ?? "", statusNow: child.status,
        placeBefore: earlier?.place, placeNow: child.place, direction: direction(earlier, child),
        causes: earlier.map { causes($0, child) } ?? [.arrived])
    }
    moves += gone.map { index in
      let child = old.children[index]
      return Move(
        ids: child.ids, name: child.name, statusBefore: child.status, statusNow: "", placeBefore: child.place,
        placeNow: nil, direction: .other, causes: [.left])
    }
    return moves
  }

  private func direction(_ earlier: ResultPicture.Child?, _ now: ResultPicture.Child) -> Move.Direction {
    guard let earlier, earlier.wishes.map(\.place) == now.wishes.map(\.place) else { return .other }
    // Who was not decided has lost nothing and got nothing by having no place.
    if earlier.place == nil, now.place == nil, [earlier.status, now.status].contains("held") {
      return .other
    }
    func standing(_ child: ResultPicture.Child) -> Int {
      guard let place = child.place else {
        return now.wishes.count + (["waiting": 0, "not-admitted": 1, "ineligible": 2][child.status] ?? 1)
      }
      return now.wishes.firstIndex { $0.place == place } ?? now.wishes.count
    }
    let (a, b) = (standing(earlier), standing(now))
    return b < a ? .better : b > a ? .worse : .other
  }

  private func causes(_ earlier: ResultPicture.Child, _ now: ResultPicture.Child) -> [Move.Cause] {
    // Nobody else has moved it.
    if let departure = now.departure, earlier.departure != departure { return [.departed(departure)] }
    if let place = now.place, place.wish == nil { return [.assigned] }
    if let place = earlier.place, place.wish == nil, now.place == nil { return [.unassigned] }
    let (own, behind) = rows(earlier, now)
    let categories = categories(earlier, now)
    var causes = own + categories + decisions(earlier, now)
    // What a claim may count for is told of those whom it made otherwise.
    let changed = changes(from: old.rules, to: new.rules).filter { change in
      !change.rule.isOfClaims || behind.contains(change)
        || (change.rule == .verifiedOnly && !categories.isEmpty)
    }
    if !changed.isEmpty { causes.append(.roundRules(changed)) }
    // The seats that it lost, and those that it got.
    let told = causes.compactMap(\.programPath)
    causes += (rules(at: earlier.place, isLost: true) + rules(at: now.place, isLost: false)).filter { cause in
      cause.programPath.map { !told.contains($0) } ?? true
    }
    if Set([earlier.status, now.status]) == ["waiting", "not-admitted"] { causes += reserves(now) }
    causes = causes.enumerated().filter { causes.firstIndex(of: $1) == $0 }.map(\.element)
    return causes.isEmpty ? others(earlier, now) : causes
  }

  /// What the rules of a place did that it lost or got: fewer seats or a higher cut-off put nobody in, nor more
  /// and a lower one anybody out.
  private func rules(at place: ResultPicture.Place?, isLost: Bool) -> [Move.Cause] {
    guard let place, let wish = place.wish else { return [] }
    let path = place.path
    guard let before = oldPrograms[path], let after = newPrograms[path] else {
      return [.programRules(path: path, [])]
    }
    var causes: [Move.Cause] = []
    if isLost ? after.quota < before.quota : after.quota > before.quota {
      causes.append(.quota(path: path, before: before.quota, now: after.quota))
    }
    let (old, new) = (before.cutoffs[wish], after.cutoffs[wish])
    let scores = [old, new].map { $0.flatMap { Exact(parsing: $0.utf8) } }
    let isHarder = zip(scores[0], scores[1]).map { $0 < $1 }
    if old != new, isHarder.map({ $0 == isLost }) ?? true {
      causes.append(.cutoff(path: path, wish: wish, before: old, now: new))
    }
    // What asks something of a wish touches whose own wish it makes otherwise, and others by the seats it left.
    let changed = changes(from: before.rules, to: after.rules).filter(\.rule.isOfOrder)
    if !changed.isEmpty { causes.append(.programRules(path: path, changed)) }
    return causes
  }

  /// Of a child without a place the programs where more or fewer may wait.
  private func reserves(_ child: ResultPicture.Child) -> [Move.Cause] {
    child.wishes.compactMap { isAskedOtherwise(for: .reserve, at: $0.place.path) }
  }

  /// What others did.
  private func others(_ earlier: ResultPicture.Child, _ now: ResultPicture.Child) -> [Move.Cause] {
    var causes: [Move.Cause] = []
    if let lost = earlier.place?.path, earlier.place != now.place, direction(earlier, now) != .better {
      let pushers = newcomers(at: lost)
      if !pushers.isEmpty { causes.append(.pushed(path: lost, by: pushers)) }
    }
    if let got = now.place?.path, earlier.place != now.place, direction(earlier, now) != .worse {
      let leavers = leavers(from: got)
      let taken = (takenBefore[got] ?? []).count
      if !leavers.isEmpty {
        causes.append(.madeRoom(path: got, by: leavers))
      } else if let quota = oldPrograms[got]?.quota, taken < quota {
        causes.append(.freeSeat(path: got))
      }
    }
    if causes.isEmpty, old.seed != new.seed { return [.drawn] }
    return causes.isEmpty ? [.others] : causes
  }

  /// What its own rows say otherwise, and what programs and the round ask of them.
  private func rows(
    _ earlier: ResultPicture.Child, _ now: ResultPicture.Child
  ) -> (causes: [Move.Cause], ofRound: [RuleChange]) {
    let inForce = changes(from: old.rules, to: new.rules)
    guard earlier.wishes.map(\.place) == now.wishes.map(\.place) else { return ([.ownRows([0])], inForce) }
    let hasSameRows = earlier.ownRows != nil && earlier.ownRows == now.ownRows
    var (own, perhaps): ([Int], [Int]) = ([], [])
    var ofRound: [RuleChange] = []
    var causes: [Move.Cause] = []
    for (before, after) in zip(earlier.wishes, now.wishes)
    where before.verdict != after.verdict || before.facts != after.facts
      || before.isDeclined != after.isDeclined
    {
      let path = after.place.path
      if before.isDeclined || after.isDeclined, !after.isOutFirst || before.verdict == after.verdict {
        // What it lacks or has besides is no cause of its own.
        if let cause = declined(before, after, earlier, now) { causes.append(cause) }
        continue
      }
      let (asked, asks) = (oldPrograms[path], newPrograms[path])
      let behind = JudgedOtherwise(
        before, after,
        asked: asked.flatMap { asked in asks.map { changes(from: asked.rules, to: $0.rules) } } ?? [],
        inForce: inForce, hasSameRows: hasSameRows)
      ofRound += behind.ofRound
      if !behind.ofProgram.isEmpty { causes.append(.programRules(path: path, behind.ofProgram)) }
      guard asked != nil, asks != nil, let number = after.place.wish else { continue }
      switch behind.own {
      case .no: break
      case .perhaps: perhaps.append(number)
      case .yes where before.isRefusedForDocuments != after.isRefusedForDocuments: causes.append(.reviewed)
      case .yes: own.append(number)
      }
    }
    if !own.isEmpty { return ([.ownRows(own)] + causes, ofRound) }
    return (causes + (perhaps.isEmpty ? [] : [.ownRowsPerhaps(perhaps)]), ofRound)
  }

  /// Of a wish whose school the child has declined, before or now; nil where that moved nothing, or the newer
  /// table cannot say that it was taken back: of a child with a place elsewhere it says only what was decided,
  /// and of a wish that is kept out before anybody asks whether it was declined, only by what.
  private func declined(
    _ before: ResultPicture.Wish, _ after: ResultPicture.Wish, _ earlier: ResultPicture.Child,
    _ now: ResultPicture.Child
  ) -> Move.Cause? {
    let path = after.place.path
    guard !after.isDeclined else {
      let isNew =
        !before.isDeclined
        || (earlier.status != now.status && !now.wishes.contains { $0.verdict == "eligible" })
      return isNew ? .declinedSchool(path: path, isTakenBack: false) : nil
    }
    let school = path.prefix { $0 != "/" }
    guard !after.isOutFirst else { return nil }
    let canTell =
      now.place.map { $0.path.prefix { $0 != "/" } == school }
      ?? (now.departure == nil && now.status != "held")
    return canTell ? .declinedSchool(path: path, isTakenBack: true) : nil
  }

  /// What the council, the lottery or the review of documents has decided of it.
  private func decisions(_ earlier: ResultPicture.Child, _ now: ResultPicture.Child) -> [Move.Cause] {
    guard earlier.wishes.map(\.place) == now.wishes.map(\.place) else { return [] }
    var causes: [Move.Cause] = []
    let wishes = Array(zip(earlier.wishes, now.wishes))
    let own = wishes.filter { $0.ruling != $1.ruling }.map { $1.ruling.isEmpty ? $0.minutes : $1.minutes }
    if !own.isEmpty {
      causes.append(.ruled(minutes: Set(own).sorted()))
    } else if earlier.isTied, !now.isTied {
      let own = earlier.wishes.filter(\.isTied).flatMap { minutes[$0.place.path] ?? [] }
      // Its place may have hung on a tie of others.
      let concluded = own.isEmpty ? minutes.values.flatMap(\.self) : own
      if !concluded.isEmpty { causes.append(.ruled(minutes: Set(concluded).sorted())) }
      if old.seed != new.seed { causes.append(.drawn) }
    }
    for (before, after) in wishes {
      // Where documents are asked for no more, nobody has reviewed any.
      let asked = isAskedOtherwise(for: .documents, at: after.place.path)
      if before.isAwaited, now.place == after.place { causes.append(asked ?? .reviewed) }
      if after.isAwaited, earlier.place == before.place { causes += [asked, .unreviewed].compactMap(\.self) }
    }
    return causes
  }

  /// Another rule of a program; nil where it is the same.
  private func isAskedOtherwise(for rule: RuleChange.Rule, at path: String) -> Move.Cause? {
    guard let before = oldPrograms[path], let after = newPrograms[path] else { return nil }
    let changed = changes(from: before.rules, to: after.rules).filter { $0.rule == rule }
    return changed.isEmpty ? nil : .programRules(path: path, changed)
  }

  /// Whose seats a wish competes for is the child's own matter, too.
  private func categories(_ earlier: ResultPicture.Child, _ now: ResultPicture.Child) -> [Move.Cause] {
    zip(earlier.wishes, now.wishes).compactMap { before, after in
      guard before.place == after.place, let own = before.categories, let others = after.categories,
        own != others
      else { return nil }
      return .categories(
        path: after.place.path, left: own.filter { !others.contains($0) },
        joined: others.filter { !own.contains($0) })
    }
  }

  /// Who is seated there now, or has a seat kept, and did not have it before, nor was as open then as now.
  private func newcomers(at path: String) -> [[String]] {
    (takenNow[path] ?? []).filter { index in
      guard let earlier = before[index].map({ old.children[$0] }) else { return true }
      let now = Set(new.children[index].wishes.filter { $0.place.path == path }.map(\.undecided))
      return earlier.place?.path != path
        && !earlier.wishes.contains { wish in
          wish.place.path == path && (wish.keepsSeat || (wish.isTied && now.contains(wish.undecided)))
        }
    }.map { new.children[$0].ids }
  }

  /// Who was seated there before, or had a seat kept, and has none now.
  private func leavers(from path: String) -> [[String]] {
    let staying = Set((takenNow[path] ?? []).compactMap { before[$0] })
    return (takenBefore[path] ?? []).filter { !staying.contains($0) }.map { old.children[$0].ids }
  }
}
