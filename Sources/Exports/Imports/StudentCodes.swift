import Rounds

/// The codes that a school's target systems gave back, by applicant: the newest
/// row of the school, or of whoever stands above it, decides.
func studentCodes(of school: String, in round: DecidedRound) -> [Int: String] {
  var byIdentifier: [[UInt8]: String] = [:]
  for layer in round.tables.layers[.studentCodes] ?? [] where layer.sender == school || layer.role != .school {
    let table = layer.table
    for row in layer.rows.map(Int.init) where !table.held[row] {
      for (kind, key) in identifierKeys.enumerated() {
        let text = table.text(key, row)
        if !text.isEmpty { byIdentifier[[UInt8(kind)] + text.lowercased().utf8] = table.text("code", row) }
      }
    }
  }
  guard !byIdentifier.isEmpty else { return [:] }
  var codes: [Int: String] = [:]
  for applicant in round.admitted(to: school) {
    for kind in identifierKeys.indices {
      let identifier = round.cohort.identifier(kind, of: applicant)
      guard !identifier.isEmpty else { continue }
      let key = [UInt8(kind)] + String(decoding: identifier, as: UTF8.self).lowercased().utf8
      if let code = byIdentifier[key] { codes[applicant] = code }
      if codes[applicant] != nil { break }
    }
  }
  return codes
}

private let identifierKeys = ["personalId", "moetId", "examNo", "applicationNo"]
