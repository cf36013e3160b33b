import Tables

/// By row: the identifiers that it does not give itself, and that rows gave in whose place it stands.
///
/// A school that has named a child by two numbers may name it by one of them later. Who is told by a number
/// that no roster knows is told by these: else the newer row would take the place of the older, and be about
/// nobody.
public typealias TakenOver = [Int32: PersonKey]

extension PieceRows {
  /// What stands in the place of its older rows, and is no full list: who sends all anew names each child
  /// anew as well. Rosters say themselves who is there.
  var takesOver: Bool { adds && piece.kind != .roster && parts.contains { $0.identity.aboutPersons } }
}

extension PieceRows.Member {
  /// What a row gives, and what it has taken over.
  func identifiers(_ row: Int, _ takenOver: TakenOver) -> PersonKey {
    var key = PersonColumns(table).key(row)
    if let older = takenOver[Int32(row)] { key.fill(older) }
    return key
  }

  /// Notes what a row takes over of an older one; of several the first stands.
  func takeOver(_ older: PersonKey, of row: Int, into takenOver: inout TakenOver) {
    let own = PersonColumns(table).key(row)
    var key = takenOver[Int32(row)] ?? PersonKey()
    key.fill(older)
    key.remove(own)
    takenOver[Int32(row)] = key == PersonKey() ? nil : key
  }
}

extension PersonKey {
  private static var all: [WritableKeyPath<PersonKey, String>] {
    [\.personalId, \.moetId, \.examNo, \.applicationNo]
  }

  /// Takes what it lacks.
  fileprivate mutating func fill(_ other: PersonKey) {
    for path in PersonKey.all where self[keyPath: path].isEmpty { self[keyPath: path] = other[keyPath: path] }
  }

  /// Leaves out the kinds that `other` gives.
  fileprivate mutating func remove(_ other: PersonKey) {
    for path in PersonKey.all where !other[keyPath: path].isEmpty { self[keyPath: path] = "" }
  }
}
