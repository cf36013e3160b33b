public import TableSchema
import Tables

/// The applicants of a round, each put together from the rows about it: a view
/// over the layers that copies nothing.
///
/// Applicants stand in the order of `ket-qua.csv`: byte order of personalId
/// (blank first), moetId, examNo, applicationNo; it does not depend on the order
/// in which files came.
public struct Cohort: Sendable {
  /// One row of one layer.
  public struct RowRef: Hashable, Sendable {
    /// A position in ``Cohort/layers``.
    public var layer: Int32
    /// A row of its table, from 0.
    public var row: Int32

    /// A row of a layer.
    public init(layer: Int32, row: Int32) {
      self.layer = layer
      self.row = row
    }
  }

  /// The roster layers that rows point into.
  public let layers: [Layer]
  /// Of rosters.
  public let schema: Schema
  /// By applicant: the row with the records (the source school's where there is
  /// one); often that with the wishes.
  public internal(set) var records: [RowRef] = []
  /// By applicant: the row with the wishes.
  public internal(set) var applications: [RowRef] = []
  /// By applicant: the record is the source school's own.
  public internal(set) var recordIsOwn: [Bool] = []
  /// By applicant: its position among all people that the rosters name.
  var persons: [Int32] = []
  /// Why an applicant is held, for those who are.
  public internal(set) var heldBecause: [Int32: ReasonCode] = [:]
  /// The NV1 that the zone filled in, as a position among the programs, for applicants without a wish.
  public internal(set) var filled: [Int32: Int32] = [:]
  /// People with a record and no application (for `chua-dang-ky.xlsx`), in the same order.
  public internal(set) var recordsOnly: [RowRef] = []
  /// Applicants that no source school knows, in a round to which some source school sent rows.
  public internal(set) var unknownToSource: [Int32] = []
  let people: People

  init(layers: [Layer], schema: Schema, people: People) {
    self.layers = layers
    self.schema = schema
    self.people = people
  }

  /// How many applicants.
  public var count: Int { records.count }

  /// One of ``Schema/identifierKeys`` of an applicant, from whichever row gave it.
  public func identifier(_ kind: Int, of applicant: Int) -> ArraySlice<UInt8> {
    let number = people.numbers[Identifiers.kinds * Int(persons[applicant]) + kind]
    return people.identifiers.text(kind, number)
  }

  /// The identifiers of an applicant.
  public func key(of applicant: Int) -> PersonKey {
    let texts = (0..<Identifiers.kinds).map { String(decoding: identifier($0, of: applicant), as: UTF8.self) }
    return PersonKey(personalId: texts[0], moetId: texts[1], examNo: texts[2], applicationNo: texts[3])
  }

  /// The identifier that the lottery and the orders by code go by: personalId,
  /// else moetId, else examNo, else applicationNo.
  public func strongestIdentifier(of applicant: Int) -> ArraySlice<UInt8> {
    for kind in 0..<Identifiers.kinds {
      let text = identifier(kind, of: applicant)
      if !text.isEmpty { return text }
    }
    return []
  }

  /// Whether an identifier is that of somebody with a record and no application.
  public func hasRecordOnly(_ id: String) -> Bool {
    let wanted = folded(id.utf8)
    return recordsOnly.contains { record in
      let table = layers[Int(record.layer)].table
      return Schema.identifierKeys.contains { key in
        table.column(key).map { folded($0.texts[Int(record.row)]) == wanted } ?? false
      }
    }
  }

  /// The source school of a record: who sent it, if that is a school, else what it says in the
  /// column `sourceSchool`.
  public func sourceSchool(at ref: RowRef, _ named: CohortColumn) -> String {
    let layer = layers[Int(ref.layer)]
    return layer.role == .school ? layer.sender : named.text(at: ref)
  }

  /// A roster column of the applicants; see ``CohortColumn``.
  public func column(_ key: String) -> CohortColumn { CohortColumn(key, of: self) }

  /// The text of a roster column for an applicant, in canonical form. For more than a few
  /// applicants, keep the ``column(_:)``.
  public func text(_ key: String, of applicant: Int) -> String { column(key).text(applicant) }

  /// The number of a roster column (see ``Column/numbers``), likewise.
  public func number(_ key: String, of applicant: Int) -> Int64? { column(key).number(applicant) }
}
