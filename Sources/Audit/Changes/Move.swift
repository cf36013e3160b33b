/// A child whose result is another one now.
public struct Move: Sendable {
  /// personalId, moetId, examNo, applicationNo.
  public var ids: [String]
  /// As the newer result has it, else the older.
  public var name: String
  /// The status before; empty for somebody new.
  public var statusBefore: String
  /// The status now; empty for somebody gone.
  public var statusNow: String
  /// The place before; nil for none.
  public var placeBefore: ResultPicture.Place?
  /// The place now; nil for none.
  public var placeNow: ResultPicture.Place?
  /// Whether it is better or worse off.
  public var direction: Direction
  /// Why, as far as the two results tell; never empty.
  public var causes: [Cause]

  /// Compared by the child's own order of wishes.
  public enum Direction: String, Sendable, CaseIterable { case better, worse, other }

  /// Why a child moved.
  public enum Cause: Hashable, Sendable {
    /// It is in the newer result alone.
    case arrived
    /// It is in the older result alone.
    case left
    /// It has left the place that it had, of itself.
    case departed(ResultPicture.Departure)
    /// It was assigned a place, over and above the decision.
    case assigned
    /// The place that it was assigned is not given any more.
    case unassigned
    /// Its own rows changed: the numbers of the wishes, or 0 for the list of wishes itself.
    case ownRows([Int])
    /// At a program where some seats are for some it belongs to others of them now.
    case categories(path: String, left: [ResultPicture.Category], joined: [ResultPicture.Category])
    /// The rules of the round.
    case roundRules
    /// The seats of a program.
    case quota(path: String, before: Int, now: Int)
    /// Other rules of a program, or that it is new or gone.
    case programRules(path: String)
    /// Others took the seats: those seated there now and not before.
    case pushed(path: String, by: [[String]])
    /// Others gave up seats: those seated there before and not now.
    case madeRoom(path: String, by: [[String]])
    /// Neither of these: somebody who waits stands otherwise.
    case others
  }
}

/// Who moved between two results, in the order of the newer one; those who are gone last.
public func moves(from old: ResultPicture, to new: ResultPicture) -> [Move] {
  ResultComparison(old, new).moves
}

private struct ResultComparison {
  private let old: ResultPicture
  private let new: ResultPicture
  /// By child of the newer result: the same child in the older one.
  private var before: [Int?] = []
  private var gone: [Int] = []
  private let oldPrograms: [String: ResultPicture.Program]
  private let newPrograms: [String: ResultPicture.Program]
  /// By path: who is seated there, by the identity of a child.
  private var seatedBefore: [String: [Int]] = [:]
  private var seatedNow: [String: [Int]] = [:]

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
      if let place = child.place { seatedBefore[place.path, default: []].append(index) }
    }
    for (index, child) in new.children.enumerated() {
      if let place = child.place { seatedNow[place.path, default: []].append(index) }
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
    if let place = earlier.place, place.wish == nil { return [.unassigned] }
    var causes: [Move.Cause] = []
    if earlier.wishes.map(\.place) != now.wishes.map(\.place) {
      causes.append(.ownRows([0]))
    } else {
      let changed = zip(earlier.wishes, now.wishes).filter {
        $0.verdict != $1.verdict || $0.facts != $1.facts
      }.compactMap { $1.place.wish }
      if !changed.isEmpty { causes.append(.ownRows(changed)) }
    }
    causes += categories(earlier, now)
    if old.rules != new.rules { causes.append(.roundRules) }
    // The seats that it lost, and those that it got.
    let paths = [earlier.place?.path, now.place?.path].compactMap { $0 }
    for path in paths {
      let (before, after) = (oldPrograms[path], newPrograms[path])
      if let before, let after {
        if before.quota != after.quota {
          causes.append(.quota(path: path, before: before.quota, now: after.quota))
        }
        if before.rules != after.rules { causes.append(.programRules(path: path)) }
      } else {
        causes.append(.programRules(path: path))
      }
    }
    guard causes.isEmpty else { return causes }
    if let lost = earlier.place?.path, earlier.place != now.place, direction(earlier, now) != .better {
      let pushers = newcomers(at: lost)
      if !pushers.isEmpty { causes.append(.pushed(path: lost, by: pushers)) }
    }
    if let got = now.place?.path, earlier.place != now.place, direction(earlier, now) != .worse {
      let leavers = leavers(from: got)
      if !leavers.isEmpty { causes.append(.madeRoom(path: got, by: leavers)) }
    }
    return causes.isEmpty ? [.others] : causes
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

  /// Who is seated there now and was not before.
  private func newcomers(at path: String) -> [[String]] {
    (seatedNow[path] ?? []).filter { index in
      before[index].map { old.children[$0].place?.path != path } ?? true
    }.map { new.children[$0].ids }
  }

  /// Who was seated there before and is not now.
  private func leavers(from path: String) -> [[String]] {
    let staying = Set((seatedNow[path] ?? []).compactMap { before[$0] })
    return (seatedBefore[path] ?? []).filter { !staying.contains($0) }.map { old.children[$0].ids }
  }
}
