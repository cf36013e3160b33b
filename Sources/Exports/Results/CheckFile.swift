import Admission
import Placement
import Rounds
import Wording

extension RoundContent {
  /// `kiem-chung.json`: each property of the result in words, with what was
  /// counted; those of the classes, of all groups placed together; the rules;
  /// and the seed with which anyone can draw the lottery again.
  func checkFile() -> OutputFile {
    let language = words.language
    let admission = round.checks.map { report in
      CheckedProperty(
        id: report.id, code: report.property.rawValue,
        property: propertySentence(report.property, in: language),
        counted: report.examined,
        counts: propertySubject(report.property, isCouncil: round.input.isCouncil, in: language),
        violations: report.violations.count)
    }
    let groups = Dictionary(grouping: round.classes.checks, by: \.property)
    let placement = PlacementProperty.allCases.compactMap { property -> CheckedProperty? in
      guard let checks = groups[property] else { return nil }
      return CheckedProperty(
        id: property.id, code: property.rawValue, property: propertySentence(property, in: language),
        counted: checks.reduce(0) { $0 + $1.counted }, counts: propertySubject(property, in: language),
        violations: checks.reduce(0) { $0 + $1.broken.count })
    }
    let report = CheckReport(
      round: round.tables.round.code, admission: admission, classes: placement,
      rules: PrintedRules(self),
      seed: round.input.drawOrder == nil ? nil : round.tables.round.seed, language: language.rawValue,
      holds: (admission + placement).allSatisfy { $0.violations == 0 })
    return OutputFile("kiem-chung.json", bytes: jsonBytes(report), rows: admission.count + placement.count)
  }
}
