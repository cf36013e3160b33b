public import Tables

/// A finding of the deciding, with the arrival whose sender is told.
public struct LocatedFinding: Hashable, Sendable {
  /// The arrival; 0 where the finding is about no row.
  public var seq: Int
  /// Its file's name; empty where the finding is about no row.
  public var file: String
  /// What was found, and where in the file.
  public var finding: Finding

  /// Set where it says that something is lost for which the round waits: `contentLost` or `recordLost`.
  public var loss: SetupReason? {
    finding.setupReason.flatMap { [.contentLost, .recordLost].contains($0) ? $0 : nil }
  }

  /// Set where it says that an official result would be another (``RoundResult/asSettled``): of how many
  /// children, and some of the programs.
  public var decidedOtherwise: (count: Int, programs: String)? {
    guard finding.setupReason == .decidedOtherwise, let count = finding.facts["count"].flatMap({ Int($0) })
    else {
      return nil
    }
    return (count, finding.facts["programs"] ?? "")
  }

  /// A finding of one arrival.
  public init(seq: Int = 0, file: String = "", _ finding: Finding) {
    self.seq = seq
    self.file = file
    self.finding = finding
  }
}

extension [LocatedFinding] {
  /// That of the first which says so.
  public var decidedOtherwise: (count: Int, programs: String)? { lazy.compactMap(\.decidedOtherwise).first }
}

extension Layer {
  /// A finding about a row of this layer, or about one cell of it.
  func finding(
    _ code: FindingCode, _ severity: Finding.Severity, row: Int32, key: String? = nil, value: String = "",
    facts: [String: String] = [:]
  ) -> LocatedFinding {
    var place = Finding.Place(sheet: table.sheet, row: Int(table.rowNumbers[Int(row)]))
    if let key {
      let column = table.column(key)
      place.column = column?.sheetColumn ?? -1
      place.label = column?.label ?? ""
    }
    return LocatedFinding(
      seq: seq, file: file, Finding(code, severity, at: place, value: value, facts: facts))
  }
}
