import Audit
import Disk
import Pipeline
import Wording

/// `verify DIR`: checks a published folder again.
extension Command {
  func verify() throws -> Program.Status {
    let view = try openViewInSpiteOfLists()
    let path = arguments.operands[0]
    let verification: Verification
    do {
      verification = try view.verify(path)
    } catch let error as DiskError where [.notFound, .wrongKind].contains(error.code) {
      throw FileProblem.cannotOpen(path)
    }
    if terminal.speaksJSON {
      try terminal.say(json: VerificationJSON(verification, terminal.words.language))
    } else {
      for line in AuditWording(terminal.words.language).lines(of: verification) { try terminal.say(line) }
    }
    return verification.report.holds ? .allWell : .findings
  }

  /// Also where the Outbox has lists that the journal does not know: they are named.
  func openViewInSpiteOfLists() throws -> View {
    let view = try View(workspace, toleratesLists: true)
    if !view.unknownLists.isEmpty {
      Terminal.complain(terminal.words.answersWithout(lists: view.unknownLists))
    }
    return view
  }
}

extension AuditWording {
  /// Cases of one property that are listed on the terminal.
  private static let listed = 20

  fileprivate func lines(of verification: Verification) -> [String] {
    var lines: [String] = []
    if !verification.unit.isEmpty {
      lines.append(
        title(
          unit: verification.unit, round: verification.round, official: verification.official,
          number: verification.number))
    }
    var broken = 0
    for property in AuditProperty.allCases {
      guard let examined = verification.report.examined[property] else { continue }
      let faults = verification.report.faults(of: property)
      broken += faults.isEmpty ? 0 : 1
      lines.append(
        "  "
          + line(
            property, examined: examined, broken: faults.count,
            ofBothOutcomes: verification.report.ofBothOutcomes.contains(property)))
      lines += faults.prefix(AuditWording.listed).map { "       " + text($0) }
      if faults.count > AuditWording.listed {
        lines.append("       " + more(faults.count - AuditWording.listed))
      }
    }
    lines += verification.limits.map { "  " + text($0) }
    return lines + [conclusion(broken: broken)]
  }

  private func text(_ limit: Verification.Limit) -> String {
    switch limit {
    case .noLedger: noLedger
    case .otherLedger: otherLedger
    case .noTables: noTables
    case .purged: purged
    case .otherProgram: otherProgram
    case .otherSchemas: otherSchemas
    }
  }
}

/// A check as programs read it.
struct VerificationJSON: Encodable {
  struct Property: Encodable {
    var id: String
    var code: String
    var property: String
    var examined: Int
    /// Both outcomes of ties left to the council were examined.
    var bothOutcomes: Bool
    var violations: [Case]
  }

  struct Case: Encodable {
    var file: String
    var line: Int?
    var about: String
    var says: String
    var expected: String
  }

  var unit: String
  var round: String
  var official: Bool
  var number: Int
  var holds: Bool
  var notChecked: [String]
  var properties: [Property]

  init(_ verification: Verification, _ language: Language) {
    (unit, round) = (verification.unit, verification.round)
    (official, number) = (verification.official, verification.number)
    holds = verification.report.holds
    notChecked = verification.limits.map(\.rawValue)
    properties = AuditProperty.allCases.compactMap { property in
      guard let examined = verification.report.examined[property] else { return nil }
      return Property(
        id: property.id, code: property.rawValue, property: AuditWording(language).sentence(property),
        examined: examined, bothOutcomes: verification.report.ofBothOutcomes.contains(property),
        violations: verification.report.faults(of: property).map { fault in
          Case(
            file: fault.file, line: fault.line > 0 ? fault.line : nil, about: fault.about, says: fault.says,
            expected: fault.expected)
        })
    }
  }
}
