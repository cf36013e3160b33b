/// `cân bằng`: children with a disability, then girls, then boys, each spread
/// over the classes in proportion to their sizes, and dealt like cards from the
/// best score down, to and fro.
extension Placing {
  /// Places everybody. Classes that share a student deal together.
  mutating func balance(_ seats: inout Seats) {
    for classes in components() {
      deal(byScore.filter { classes.contains(fitting[kindOf[$0]][0]) }, to: classes, &seats)
    }
  }

  private mutating func deal(_ students: [Int], to classes: [Int], _ seats: inout Seats) {
    var girls = [Int](repeating: 0, count: seats.sizes.count)
    var disabled = girls
    var forward = true
    for (isDisabled, isGirl) in [(true, true), (true, false), (false, true), (false, false)] {
      let stratum = students.filter {
        input.students[$0].disability == isDisabled && input.students[$0].female == isGirl
      }
      let shares = shares(
        of: stratum.count, among: classes, evening: isDisabled ? disabled : girls, seats)
      snake(stratum, over: classes, shares, &forward, &seats)
      for student in stratum where classOf[student] >= 0 {
        if isGirl { girls[Int(classOf[student])] += 1 }
        if isDisabled { disabled[Int(classOf[student])] += 1 }
      }
    }
  }

  /// How many of `count` children each class takes, so that what it `has` grows
  /// in proportion to its size (A. Sainte-Laguë's method).
  private func shares(
    of count: Int, among classes: [Int], evening has: [Int], _ seats: Seats
  ) -> [Int] {
    var shares = [Int](repeating: 0, count: has.count)
    for _ in 0..<count {
      let open = classes.filter { seats.fixedSizes[$0] + shares[$0] < seats.sizes[$0] }
      let next = open.min { a, b in
        let left = (2 * (has[a] + shares[a]) + 1) * seats.sizes[b]
        let right = (2 * (has[b] + shares[b]) + 1) * seats.sizes[a]
        let filled = (seats.fixedSizes[a] + shares[a], seats.fixedSizes[b] + shares[b])
        return (left, filled.0, a) < (right, filled.1, b)
      }
      guard let next else { break }
      shares[next] += 1
    }
    return shares
  }

  /// Deals one stratum: in each pass every class with a share left takes one
  /// child, the next pass goes the other way.
  private mutating func snake(
    _ stratum: [Int], over classes: [Int], _ shares: [Int], _ forward: inout Bool, _ seats: inout Seats
  ) {
    var left = shares
    var served = [Bool](repeating: false, count: shares.count)
    for student in stratum {
      if !classes.contains(where: { left[$0] > 0 && !served[$0] }) {
        for place in classes { served[place] = false }
        forward.toggle()
      }
      let order = forward ? classes : classes.reversed()
      let wanted =
        order.filter { left[$0] > 0 && !served[$0] } + order.filter { left[$0] > 0 && served[$0] }
        + order.filter { left[$0] <= 0 }
      if let place = wanted.first(where: { settle(student, in: $0, &seats) }) {
        left[place] -= 1
        served[place] = true
      }
    }
    if !stratum.isEmpty { forward.toggle() }
  }

  /// Sets of classes that no student connects with another set, in class order.
  private func components() -> [[Int]] {
    var leader = Array(input.classes.indices)
    var seen = [Bool](repeating: false, count: fitting.count)
    for student in byScore where !seen[kindOf[student]] {
      seen[kindOf[student]] = true
      let joined = Set(fitting[kindOf[student]].map { leader[$0] })
      let least = joined.min() ?? 0
      for place in leader.indices where joined.contains(leader[place]) { leader[place] = least }
    }
    return leader.indices.filter { leader[$0] == $0 }
      .map { first in leader.indices.filter { leader[$0] == first } }
  }
}
