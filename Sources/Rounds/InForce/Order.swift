import Tables

/// A row of an orders table that waits to be carried out.
public struct Order: Hashable, Sendable {
  /// Its code.
  public var round: String
  /// What is to be done.
  public var kind: Kind
  /// The code of the unit that it is about; empty for the whole round.
  public var unit: String
  /// Who gives it: its code and role.
  public var sender: String
  /// See ``sender``.
  public var role: Unit.Role
  /// Of a lottery.
  public var seed: String
  /// `chốt` may go ahead though people are held.
  public var acceptHeld: Bool
  /// The arrival.
  public var seq: Int
  /// The table's position in its file, and the sheet row.
  public var table: Int
  /// See ``table``.
  public var row: Int

  /// The words of tables.md, orders, as the schema file calls them.
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    case close, lottery, ask, `return`, finalize, reopen, supplement, fixClasses
  }

  /// Where it stands.
  public var place: OrderPlace { OrderPlace(seq: seq, table: table, row: row) }

  /// contract.md 4: an authority or a school that names no unit means itself.
  public var subject: String { unit.isEmpty && role != .department ? sender : unit }
}

/// Why an order is not carried out: the fact `reason` of ``FindingCode/orderRefused``.
public enum OrderRefusal: String, Hashable, Sendable, CaseIterable {
  /// `khóa nhận hồ sơ` of a round that is not open.
  case alreadyClosed = "already-closed"
  /// `chốt` of a finalized round, or of schools that are fixed.
  case alreadyFinalized = "already-finalized"
  /// `mở lại` of an open round, or of schools that are not fixed.
  case notClosed = "not-closed"
  /// Another seed stands until `mở lại`.
  case seedStands = "seed-stands"
  /// A lottery without a seed.
  case seedMissing = "seed-missing"
  /// A lottery while applications are still taken.
  case seedTooEarly = "seed-too-early"
  /// `chốt` of a round without programs or applicants.
  case notReady = "not-ready"
  /// `chốt` of a round that its setup stops.
  case setupStopped = "setup-stopped"
  /// An order that waited for what is lost, until the round was opened again.
  case reopenedBefore = "reopened-before"
  /// `chốt` of a result that breaks a property.
  case propertyViolated = "property-violated"
  /// `chốt` while people are held, and nobody accepted it.
  case peopleHeld = "people-held"
  /// The same, and some of them are equal and wait for a lottery that has no seed yet.
  case lotsUndrawn = "lots-undrawn"
  /// `chốt` while a file that came before it is not settled.
  case settling
  /// Not one of the orders that this sender may give.
  case notAllowed = "not-allowed"
  /// An authority's order in a round that the department approves.
  case notApprover = "not-approver"
  /// The unit is neither the sender nor one of its schools.
  case notOwn = "not-own"
  /// An order about one school that names none.
  case unitMissing = "unit-missing"
  /// An order about the whole round that names a unit.
  case unitGiven = "unit-given"
  /// The unit has no programs in the round, and no schools that have.
  case notAdmitting = "not-admitting"
  /// `xét bổ sung`, or `chốt lớp`, before `chốt`.
  case notFinalized = "not-finalized"
  /// `chốt lớp` where nobody has a class.
  case noClasses = "no-classes"
  /// `mở lại`, `xét bổ sung` or `chốt lớp` of a round of which a purge removed what it was decided from.
  case inputsPurged = "inputs-purged"
}

extension RoundTables {
  /// The codes of the admitting schools, in order; those of a unit: itself, or the schools below it.
  public func admittingSchools(of unit: String = "") -> [String] {
    let schools = Set(programs.map(\.school)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if unit.isEmpty || unit.lowercased() == department.lowercased() { return schools }
    return schools.filter { school in
      school.lowercased() == unit.lowercased() || units[school]?.parent.lowercased() == unit.lowercased()
    }
  }

  /// The schools whose results are official.
  public var officialSchools: Set<String> { state.isOfficial ? Set(admittingSchools()) : fixed }

  /// Why an order cannot be carried out in the state in which the round is; nil if it can.
  public func refusal(of order: Order) -> OrderRefusal? {
    if let refusal = rightsRefusal(of: order) { return refusal }
    // Its programs have gone too, so this comes before all that asks for them.
    if isPurged, [.reopen, .supplement, .fixClasses].contains(order.kind) { return .inputsPurged }
    let schools = admittingSchools(of: order.subject)
    let isWhole = order.subject.isEmpty
    if !isWhole, schools.isEmpty { return .notAdmitting }
    let official = officialSchools
    switch order.kind {
    case .close: return state == .open ? nil : .alreadyClosed
    case .finalize:
      return (isWhole ? state.isOfficial : official.isSuperset(of: schools)) ? .alreadyFinalized : nil
    case .reopen: return (isWhole ? state == .open : official.isDisjoint(with: schools)) ? .notClosed : nil
    case .lottery:
      if order.seed.isEmpty { return .seedMissing }
      if state == .open { return .seedTooEarly }
      if state.isOfficial { return .alreadyFinalized }
      return seedIsOpen || round.seed == order.seed ? nil : .seedStands
    case .ask, .return: return official.isSuperset(of: schools) ? .alreadyFinalized : nil
    case .supplement: return state.isOfficial ? nil : .notFinalized
    case .fixClasses: return official.isSuperset(of: schools) ? nil : .notFinalized
    }
  }

  /// Whether the sender may give the order, about that unit.
  private func rightsRefusal(of order: Order) -> OrderRefusal? {
    let isOwn = { (unit: String) in
      unit.lowercased() == order.sender.lowercased()
        || (order.role == .authority && units[unit]?.parent.lowercased() == order.sender.lowercased())
    }
    switch order.role {
    case .department: break
    case .authority:
      guard [.finalize, .reopen, .return, .fixClasses].contains(order.kind) else { return .notAllowed }
      guard round.approver == .authority else { return .notApprover }
      guard isOwn(order.subject) else { return .notOwn }
    case .school:
      guard order.kind == .ask else { return .notAllowed }
      guard isOwn(order.subject) else { return .notOwn }
    case .portal, .finance: return .notAllowed
    }
    switch order.kind {
    case .close, .lottery, .supplement: return order.unit.isEmpty ? nil : .unitGiven
    case .ask, .return: return order.subject.isEmpty ? .unitMissing : nil
    case .finalize, .reopen, .fixClasses: return nil
    }
  }
}
