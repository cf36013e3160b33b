import Tables

/// What the source schools are told of their own leavers.
public struct SourceSchoolLists: Sendable {
  /// A class of a source school.
  public struct SourceClass: Sendable {
    /// Empty where the roster has no classes.
    public var name: String
    /// In Vietnamese order of names.
    public var leavers: [Leaver]
  }

  /// A child whose record its source school sent.
  public struct Leaver: Hashable, Sendable {
    /// Its row in the school's roster.
    public var record: Cohort.RowRef
    /// −1 for a child that has not applied.
    public var applicant: Int32
  }

  /// The unit codes of schools that sent records, in byte order.
  public let schools: [String]
  private let leavers: [String: [Leaver]]
  private let notApplied: [String: [Cohort.RowRef]]
  private let unknown: [String: [Int32]]
  private let cohort: Cohort
  private let names: CohortNames
  private let sourceClass: CohortColumn

  /// The lists of all source schools of a round.
  public init(_ cohort: Cohort) {
    self.cohort = cohort
    names = cohort.names
    sourceClass = cohort.column("sourceClass")
    let sourceSchool = cohort.column("sourceSchool")
    var leavers: [String: [Leaver]] = [:]
    for applicant in 0..<cohort.count where cohort.recordIsOwn[applicant] {
      let record = cohort.records[applicant]
      leavers[cohort.layers[Int(record.layer)].sender, default: []].append(
        Leaver(record: record, applicant: Int32(applicant)))
    }
    let filled = Set(cohort.filled.keys.map { cohort.records[Int($0)] })
    var notApplied: [String: [Cohort.RowRef]] = [:]
    for record in cohort.recordsOnly {
      let layer = cohort.layers[Int(record.layer)]
      notApplied[cohort.sourceSchool(at: record, sourceSchool), default: []].append(record)
      if layer.role == .school, !filled.contains(record) {
        leavers[layer.sender, default: []].append(Leaver(record: record, applicant: -1))
      }
    }
    var unknown: [String: [Int32]] = [:]
    for applicant in cohort.unknownToSource {
      unknown[sourceSchool.text(Int(applicant)), default: []].append(applicant)
    }
    self.leavers = leavers
    self.notApplied = notApplied
    self.unknown = unknown
    schools = leavers.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The leavers of a school by class; `9A2` stands before `9A10`.
  public func classes(ofSchool school: String) -> [SourceClass] {
    let groups = Dictionary(grouping: leavers[school] ?? []) { sourceClass.text(at: $0.record) }
    return groups.keys.sorted(by: precedesNaturally).map { name in
      let keyed = (groups[name] ?? []).map { (key: NameSortKey(fullName: names.fullName(at: $0.record)), $0) }
      let sorted = keyed.sorted { a, b in
        a.key == b.key
          ? (a.1.record.layer, a.1.record.row) < (b.1.record.layer, b.1.record.row) : a.key < b.key
      }
      return SourceClass(name: name, leavers: sorted.map(\.1))
    }
  }

  /// Children with a record and no application, under the school that they come from.
  public func notApplied(ofSchool school: String) -> [Cohort.RowRef] { notApplied[school] ?? [] }

  /// Applicants who name the school as theirs, and whom it does not know.
  public func unknown(toSchool school: String) -> [Int32] { unknown[school] ?? [] }
}

/// Whether a name stands before another where runs of digits compare as numbers; equal ones by their bytes.
public func precedesNaturally(_ a: String, _ b: String) -> Bool {
  let (first, second) = (naturalKey(a), naturalKey(b))
  return first == second ? a.utf8.lexicographicallyPrecedes(b.utf8) : first.lexicographicallyPrecedes(second)
}

/// Folded bytes, each run of digits without its zeros in front and led by its length.
private func naturalKey(_ text: String) -> [UInt8] {
  var key: [UInt8] = []
  var digits: [UInt8] = []
  func flush() {
    guard !digits.isEmpty else { return }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    // A digit's own place in ASCII, so that numbers stand where digits do.
    key.append(UInt8(ascii: "0"))
    key.append(UInt8(clamping: significant.count))
    key += significant
    digits = []
  }
  for byte in folded(text.utf8) {
    if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      digits.append(byte)
    } else {
      flush()
      key.append(byte)
    }
  }
  flush()
  return key
}
