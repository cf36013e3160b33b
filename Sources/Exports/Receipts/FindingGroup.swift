public import Tables
public import Wording

/// Findings of a receipt that are told together.
public struct FindingGroup: Sendable {
  /// How grave they are.
  public var severity: Finding.Severity
  /// The column that they are about, by its label; blank where they are about rows, or more.
  public var label: String
  /// The sheet column, from 0, where it has no label; −1 otherwise.
  public var unlabelled: Int
  /// They are about whole rows.
  public var isAboutRows: Bool
  /// In the order of the file.
  public var remarks: [ReceiptContent.Remark]
}

extension ReceiptContent {
  /// Findings of one weight about one column together, the gravest first; of one kind of finding, if
  /// `byCode`.
  public func groups(byCode: Bool = false) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var places: [String: Int] = [:]
    for remark in findings {
      let finding = remark.finding
      let place = finding.place
      let label = place.label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let unlabelled = label.isEmpty ? place.column : -1
      let isAboutRows = place.row > 0 && label.isEmpty && unlabelled < 0
      var key = "\(finding.severity.rawValue)\n\(isAboutRows)\n\(unlabelled)\n\(label)"
      if byCode { key += "\n\(finding.code.rawValue)\n\(finding.place.sheet)" }
      // A heading and an example are told in different words.
      if byCode, finding.code == .headingRow { key += "\n\(finding.facts["reason"] ?? "")" }
      if let place = places[key] {
        groups[place].remarks.append(remark)
      } else {
        places[key] = groups.count
        groups.append(
          FindingGroup(
            severity: finding.severity, label: label, unlabelled: unlabelled, isAboutRows: isAboutRows,
            remarks: [remark]))
      }
    }
    return Finding.Severity.inOrder.flatMap { severity in groups.filter { $0.severity == severity } }
  }

  /// Whether the sender has to do something, and what.
  public var need: ReceiptNeed {
    let found = findings.map(\.finding).filter { $0.severity == .error }
    let errors = found.map(\.code)
    let isPartly = outcome == .partly
    switch outcome {
    case .accepted:
      let isEmpty = !tables.isEmpty && tables.allSatisfy { $0.rows == 0 && $0.changes == nil }
      return isEmpty ? .fill : .nothing
    case .partly, .refused:
      if !found.isEmpty, found.allSatisfy(\.awaitsSetup) { return .waiting }
      let isForbidden = !errors.isEmpty && errors.allSatisfy { $0 == .notAllowed || $0 == .unreadTable }
      return isForbidden && !(isPartly && tables.contains { $0.held > 0 }) ? .nothing : .correct
    case .held:
      if !found.isEmpty, found.allSatisfy({ $0.facts["purged"] != nil }) { return .nothing }
      let waiting: Set<FindingCode> = [.roundClosed, .unknownUnit]
      return !errors.isEmpty && errors.allSatisfy { waiting.contains($0) } ? .waiting : .confirm
    }
  }

  /// What speaks against the file, or a table of it, as a whole.
  var reasons: [Remark] {
    findings.filter { remark in
      remark.finding.severity == .error
        && (remark.finding.place.row == 0 || remark.finding.refusesTable)
    }
  }
}

extension Finding {
  /// Whether an error at a place in the sheet is about the whole table.
  fileprivate var refusesTable: Bool {
    [.missingLabel, .splitName, .aboveLabels].contains(code)
      || (code == .extraCell && facts["reason"] == "parted")
  }
}

extension Finding.Severity {
  /// The gravest first: they are what must be done.
  static let inOrder: [Finding.Severity] = [.error, .repair, .note]
}
