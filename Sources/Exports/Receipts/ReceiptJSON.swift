import Foundation
import Tables
import Wording

extension ReceiptContent {
  /// The receipt for machines: always the same keys, `null` where a place is
  /// not known, keys in the order of their names. Only where findings are left
  /// out there is one more, `moreFindings`: how many.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try Array(encoder.encode(MachineReceipt(content: self))) + [UInt8(ascii: "\n")]
  }
}

private struct MachineReceipt: Encodable {
  let content: ReceiptContent

  private enum Key: String, CodingKey {
    case file, sha256, received, outcome, round, tables, findings, moreFindings
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(content.file, forKey: .file)
    try object.encode(content.sha256, forKey: .sha256)
    try object.encode(content.receivedISO, forKey: .received)
    try object.encode(content.outcome.rawValue, forKey: .outcome)
    try object.encode(content.round.isEmpty ? nil : content.round, forKey: .round)
    try object.encode(content.tables.map(MachineTable.init), forKey: .tables)
    let all = content.findings
    let listed = all.count > ReceiptContent.listedFindings ? content.listed : all
    try object.encode(listed.map(MachineFinding.init), forKey: .findings)
    let rest = content.rest(beyond: listed.count)
    if rest > 0 { try object.encode(rest, forKey: .moreFindings) }
  }
}

private struct MachineTable: Encodable {
  let kind: String?
  let sheet: String
  let rows: Int
  let accepted: Int
  let held: Int

  init(_ table: ReceiptContent.Table) {
    kind = table.kind?.rawValue
    sheet = table.sheet
    rows = table.rows
    accepted = table.accepted
    held = table.held
  }
}

private struct MachineFinding: Encodable {
  let remark: ReceiptContent.Remark

  private enum Key: String, CodingKey { case code, severity, sheet, row, column, cell, value, message }

  func encode(to encoder: any Encoder) throws {
    let finding = remark.finding
    let place = finding.place
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(finding.code.rawValue, forKey: .code)
    try object.encode(finding.severity.rawValue, forKey: .severity)
    try object.encode(place.sheet, forKey: .sheet)
    try object.encode(place.row > 0 ? place.row : nil, forKey: .row)
    try object.encode(place.label, forKey: .column)
    try object.encode(place.cell, forKey: .cell)
    try object.encode(finding.value, forKey: .value)
    try object.encode(remark.message, forKey: .message)
  }
}
