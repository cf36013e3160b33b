
/// The applicants of a round, each put together from the rows about it: a view
/// over the layers that copies nothing.
public struct Cohort: Sendable {
  /// One row of one layer.
  public struct RowRef: Hashable, Sendable {
    public var layer: Int32
    public var row: Int32

    public init(layer: Int32, row: Int32) {
      self.layer = layer
      self.row = row
    }
  }

  /// The roster layers that rows point into.
  public let layers: [Layer]
  /// By applicant: the row with the records (the source school's where there is
  /// one) and the row with the wishes; they are often the same.
  public var records: [RowRef]
  public var applications: [RowRef]
  /// By applicant: held, and why, for people whose rows cannot be used.
  public var keys: [PersonKey]
  /// People with a record and no application (for `chua-dang-ky.xlsx`).
  public var recordsOnly: [RowRef]
  /// Applicants that no source school knows.
  public var unknownToSource: [Int32]

  public init(layers: [Layer]) {
    self.layers = layers
    records = []
    applications = []
    keys = []
    recordsOnly = []
    unknownToSource = []
  }

  public var count: Int { keys.count }

  /// The text of a roster column for an applicant, in canonical form: records,
  /// route and priorities from the record where it gives them, wishes and
  /// contacts from the application, a blank filled from the other.
  public func text(_ key: String, of applicant: Int) -> String { "" }

  /// The number of a roster column (see ``Column/numbers``), likewise.
  public func number(_ key: String, of applicant: Int) -> Int64? { nil }
}
