import Rounds
import Sheets
import Tables
import Wording

extension RoundContent {
  /// `chua-dang-ky.xlsx` of a source school: its leavers with a record and no
  /// application, and applicants who name it and whom it does not know. Nil if there are neither.
  func notApplied(of school: Unit) -> OutputFile? {
    notAppliedBook(
      school, records: sources.notApplied(ofSchool: school.code),
      unknown: sources.unknown(toSchool: school.code), provisional: true)
  }

  /// The same for the department, of all schools.
  func notApplied(department: Unit, provisional: Bool) -> OutputFile? {
    notAppliedBook(
      department, records: round.cohort.recordsOnly, unknown: round.cohort.unknownToSource,
      provisional: provisional)
  }

  private func notAppliedBook(
    _ unit: Unit, records: [Cohort.RowRef], unknown: [Int32], provisional: Bool
  ) -> OutputFile? {
    guard !records.isEmpty || !unknown.isEmpty else { return nil }
    func sheet(_ listed: [Child], _ name: String, _ title: String) -> SheetSpec? {
      guard !listed.isEmpty else { return nil }
      // A source school knows its own name.
      let origin = unit.role == .school ? [sourceClass(listed)] : origin(listed, .sourceClass)
      return PrintedList(
        content: self, unit: unit, list: .notApplied, title: title, provisional: provisional,
        sheetName: name, columns: introduction(listed) + origin + [phone(listed)],
        closing: [closing(listed)]
      ).sheet
    }
    let sheets = [
      sheet(byOrigin(records), words.sheet(.notApplied), words.title(.notApplied)),
      sheet(
        names.sorted(unknown.map(Int.init)).map(Child.applicant), words.unknownToSource,
        words.unknownToSourceTitle),
    ]
    let list = ListWording.List.notApplied
    return OutputFile(list.fileName, BookSpec(title: words.title(list), sheets: sheets.compactMap(\.self)))
  }

  /// By source school and class, then by name.
  private func byOrigin(_ records: [Cohort.RowRef]) -> [Child] {
    let byName = children.sortedByName(records).map(Child.record)
    let keyed = byName.enumerated().map { position, child in
      (
        school: children.sourceSchool(child), className: children.sourceClass(child), position: position,
        child: child
      )
    }
    return keyed.sorted { a, b in
      if a.school != b.school { return a.school.utf8.lexicographicallyPrecedes(b.school.utf8) }
      if a.className != b.className { return precedesNaturally(a.className, b.className) }
      return a.position < b.position
    }.map(\.child)
  }
}
