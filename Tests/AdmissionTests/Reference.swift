import Admission
import Tables

/// contract.md 4, Key, Cut-offs and Reservations, written out word by word. It
/// takes from the outcome only what was found out about each wish before ranking.
struct Reference {
  /// The open seats of a program (row −1), or a row of its reservations.
  struct Part: Hashable {
    var program: Int
    var row: Int
  }

  let input: Input
  let judged: Outcome
  let allIn: Bool
  private(set) var place: [Int32]
  /// By applicant seated by a row of reservations: the row.
  private(set) var rows: [Int: Int] = [:]
  /// c; none is −∞.
  private(set) var cutoff: [Part: [Int128]] = [:]
  /// c = ∞: without seats nobody is admitted.
  private(set) var closed: Set<Part> = []
  private var kept: [Int] = []
  /// By wish.
  private var keys: [[Int128]] = []

  init(_ input: Input, _ judged: Outcome, allIn: Bool) {
    self.input = input
    self.judged = judged
    self.allIn = allIn
    place = Array(repeating: -1, count: input.applicantCount)
    keys = input.wishProgram.indices.map { writtenKey($0) }
    for i in place.indices where input.kept[i] >= 0 {
      let p = input.kept[i]
      place[i] = Int32(input.wishes(of: i).first { input.wishProgram[$0] == p } ?? -1)
      kept.append(i)
      let reservations = input.programs[Int(p)].reservations
      if let row = input.keptSeats[Int32(i)], row < reservations.count, reservations[row].kind == .reserved {
        rows[i] = row
      }
    }
    for phase in Set(input.programs.map(\.phase)).sorted() { decide(phase) }
  }

  /// ``rows``, as ``Outcome/reservedSeats`` has them.
  var seatsOnRows: [Int32: Int] { Dictionary(uniqueKeysWithValues: rows.map { (Int32($0), $1) }) }

  private mutating func decide(_ phase: Int) {
    let children = place.indices.filter { place[$0] < 0 }
    let programs = input.programs.indices.filter { input.programs[$0].phase == phase }
    var chosen: [Int: [Int]] = [:]
    for p in programs { seat([], at: p) }
    while true {
      let before = (cutoff, closed)
      chosen = [:]
      for i in children {
        let first = input.wishes(of: i).first { wish in
          programs.contains(Int(input.wishProgram[wish])) && judged.verdict[wish] == .eligible
            && accepts(wish)
        }
        if let first { chosen[Int(input.wishProgram[first]), default: []].append(first) }
      }
      for p in programs { seat(chosen[p] ?? [], at: p) }
      if before == (cutoff, closed) { break }
    }
    for wishes in chosen.values {
      for wish in wishes { place[input.applicant(ofWish: wish)] = Int32(wish) }
    }
  }

  /// By every cap of its categories, and by one reserved row of them or the open seats.
  private func accepts(_ wish: Int) -> Bool {
    let p = Int(input.wishProgram[wish])
    var some = accepts(wish, Part(program: p, row: -1))
    for (row, reservation) in input.programs[p].reservations.enumerated() where isMember(wish, reservation) {
      let taken = accepts(wish, Part(program: p, row: row))
      if reservation.kind == .atMost, !taken { return false }
      if reservation.kind == .reserved, taken { some = true }
    }
    return some
  }

  private func accepts(_ wish: Int, _ part: Part) -> Bool {
    guard !closed.contains(part) else { return false }
    guard let c = cutoff[part] else { return true }
    return isLess(c, key(wish)) || (allIn && c == key(wish))
  }

  private mutating func seat(_ choosers: [Int], at p: Int) {
    let reservations = input.programs[p].reservations
    let here = kept.filter { Int(input.kept[$0]) == p }
    var inside = choosers
    for (row, cap) in reservations.enumerated() where cap.kind == .atMost {
      let keptHere = here.filter { isMember(Int(place[$0]), cap) }.count
      let best = take(choosers.filter { isMember($0, cap) }, Part(program: p, row: row), cap.seats - keptHere)
      inside.removeAll { isMember($0, cap) && !best.contains($0) }
    }
    var open = input.programs[p].quota - here.filter { rows[$0] == nil }.count
    for wish in choosers { rows[input.applicant(ofWish: wish)] = nil }
    for (row, reserved) in reservations.enumerated() where reserved.kind == .reserved {
      let part = Part(program: p, row: row)
      let keptHere = here.filter { rows[$0] == row }.count
      let best = take(inside.filter { isMember($0, reserved) }, part, reserved.seats - keptHere)
      inside.removeAll { best.contains($0) }
      for wish in best { rows[input.applicant(ofWish: wish)] = row }
      let isSet = cutoff[part] != nil || closed.contains(part)
      open -= isSet ? reserved.seats : min(reserved.seats, best.count + keptHere)
    }
    _ = take(inside, Part(program: p, row: -1), open)
  }

  /// Of those that the part still accepts, the best: so many, and what the tie policy adds or takes.
  private mutating func take(_ wishes: [Int], _ part: Part, _ seats: Int) -> [Int] {
    let A = wishes.filter { accepts($0, part) }.map { key($0) }.sorted { isLess($1, $0) }
    if seats <= 0 {
      closed.insert(part)
      cutoff[part] = nil
    } else if A.count > seats {
      cutoff[part] = allIn ? A[seats - 1] : A[seats]
    }
    return wishes.filter { accepts($0, part) }
  }

  private func isMember(_ wish: Int, _ row: Reservation) -> Bool {
    let i = input.applicant(ofWish: wish)
    switch row.category {
    case .claim(let code): return input.claimSets[Int(input.claims[i])].contains(code)
    case .sourceSchool(let school): return input.residences[i].sourceSchool == school
    case .tier(let tier):
      let p = Int(input.wishProgram[wish])
      guard input.programs[p].zoned else { return tier == 1 }
      // The worlds drawn know zones by source school alone.
      let own = input.zones.filter {
        $0.school == Int32(p) && $0.sourceSchool == input.residences[i].sourceSchool
      }
      return own.map(\.tier).min() == tier
    }
  }

  func isReviewed(_ wish: Int) -> Bool {
    let p = input.wishProgram[wish]
    return !input.programs[Int(p)].reviewsDocuments
      || input.documents[p]?[Int32(input.applicant(ofWish: wish))] != nil
  }

  /// (direct, −tier, −k, score − margin, t1 … tm, draw or ruling), larger first.
  func key(_ wish: Int) -> [Int128] { keys[wish] }

  private func writtenKey(_ wish: Int) -> [Int128] {
    let i = input.applicant(ofWish: wish)
    let k = Int128(input.wishNumber[wish])
    let margins = input.rules.margins
    let hasMargin = input.rules.method == .margin && !input.wishSpecial[wish] && Int(k) <= margins.count
    var key: [Int128] = [
      judged.direct[wish] ? 1 : 0,
      -Int128(judged.tier[wish]),
      input.rules.method == .sequential ? -k : 0,
      Int128(judged.score[wish]) - (hasMargin ? Int128(margins[Int(k) - 1].raw) : 0),
    ]
    let chain = input.programs[Int(input.wishProgram[wish])].tieChain.map { input.tieChains[$0] } ?? []
    for criterion in chain {
      var value = k
      if case .field(let field) = criterion.source {
        let raw = input.fields[field][i]
        guard raw != FieldValue.missing, raw != FieldValue.absent, raw != FieldValue.unconvertible else {
          key.append(Int128.min)
          continue
        }
        value = Int128(raw)
      }
      key.append(criterion.descending ? value : -value)
    }
    if input.rules.tiePolicy == .lottery, let draw = input.drawOrder { key.append(-Int128(draw[i])) }
    if input.isCouncil {
      switch input.rulings[input.wishProgram[wish]]?[Int32(i)] {
      case .admit(let order?): key.append(100 - Int128(order))
      case .admit(nil): key.append(1)
      case nil: key.append(0)
      case .refuse: key.append(-1)
      }
    }
    return key
  }

  /// 1 + the number of better keys among those eligible there; 0 if not eligible.
  func rank(_ wish: Int) -> Int32 {
    guard judged.verdict[wish] == .eligible else { return 0 }
    let rivals = input.wishProgram.indices.filter {
      input.wishProgram[$0] == input.wishProgram[wish] && judged.verdict[$0] == .eligible
    }
    return Int32(1 + rivals.filter { isLess(key(wish), key($0)) }.count)
  }
}

/// From left to right, smaller first.
func isLess(_ a: [Int128], _ b: [Int128]) -> Bool { a.lexicographicallyPrecedes(b) }
