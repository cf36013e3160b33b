/// The seventh property: what each mode asks.
extension PlacementVerifier {
  func mode() -> PlacementCheck {
    let broken =
      switch input.mode {
      case .balanced: unevenlySpread()
      case .byScore: outOfOrder { input.students[$0].score > input.students[$1].score }
      case .lottery: outOfOrder { input.students[$0].draw < input.students[$1].draw }
      case .byName: outOfOrder { input.students[$0].nameOrder < input.students[$1].nameOrder }
      case .keepSourceClass: tornApart()
      }
    return PlacementCheck(
      property: .modeKept, counted: input.classes.count, broken: broken.map(Int32.init))
  }

  /// Classes with a child who could change places with one of an earlier class that comes after it.
  private func outOfOrder(_ comesBefore: (Int, Int) -> Bool) -> [Int] {
    input.classes.indices.filter { later in
      (0..<later).contains { earlier in
        members[later].contains { child in
          mayMove(child, earlier)
            && members[earlier].contains { comesBefore(child, $0) && mayMove($0, later) }
        }
      }
    }
  }

  /// Of classes open to the same children and to no others, and equal in size,
  /// those that have fewer girls, or fewer children with a disability, by two or
  /// more than another.
  private func unevenlySpread() -> [Int] {
    let places = input.classes.indices
    return places.filter { place in
      places.contains { other in
        guard members[place].count == members[other].count, alike(place, other) else { return false }
        return count(other, \.female) - count(place, \.female) > 1
          || count(other, \.disability) - count(place, \.disability) > 1
      }
    }
  }

  /// True if all who sit in these classes, and in those that they could move to,
  /// could sit in each of them and in no other, and nobody else could.
  private func alike(_ a: Int, _ b: Int) -> Bool {
    let open = input.classes.indices.filter { place in members[a].contains { mayMove($0, place) } }
    guard open.contains(a), open.contains(b) else { return false }
    return classOf.indices.allSatisfy { child in
      guard classOf[child] >= 0 else { return true }
      let inside = open.contains(classOf[child])
      return input.classes.indices.allSatisfy { place in
        let isOpen = open.contains(place)
        return inside
          ? mayMove(child, place) == isOpen && (rank(child, place) != nil) == isOpen
          : !isOpen || rank(child, place) == nil
      }
    }
  }

  private func count(_ place: Int, _ trait: KeyPath<PlacementStudent, Bool>) -> Int {
    members[place].count { input.students[$0][keyPath: trait] }
  }

  /// Classes with a part of a source class that another of its parts has room for.
  private func tornApart() -> [Int] {
    input.classes.indices.filter { place in
      groups(in: place).contains { part in
        let source = input.students[part[0]].sourceClass
        return source >= 0
          && input.classes.indices.contains { other in
            other != place && canTake(other, part)
              && members[other].contains { input.students[$0].sourceClass == source }
          }
      }
    }
  }
}
