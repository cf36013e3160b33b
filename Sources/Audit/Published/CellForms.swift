import Tables

// What may stand in a cell, as we write it.

extension PublishedRound {
  /// Every cell of a row of `giai-trinh.csv` is written as we write its column.
  func checkForms(_ table: CSVTable, _ row: Int, _ report: inout AuditReport) {
    for (columns, fits) in PublishedRound.forms {
      for column in columns {
        let text = table.text(column, row)
        report.examine(
          .tables, fits(text),
          Fault(.tables, table.file, line: table.line(row), about: column, says: text))
      }
    }
  }

  private static let forms: [([String], @Sendable (String) -> Bool)] = [
    (["special", "admitted", "kept", "part"], { ["0", "1"].contains($0) }),
    (["direct", "cutoffDirect"], { ["", "0", "1"].contains($0) }),
    (["wish"], { isNumber($0) }),
    (
      [
        "tier", "draw", "rank", "waiting", "cutoffTier", "cutoffWish", "cutoffDraw", "seat", "seatIn",
        "cutoffRow",
      ], { $0.isEmpty || isNumber($0) }
    ),
    (
      ["score", "priority", "incentive", "margin", "cutoffScore", "cutoffMargin"],
      { $0.isEmpty || exact($0)?.text == $0 }
    ),
    (["rows"], { $0.isEmpty || $0.split(separator: ";").allSatisfy { isNumber(String($0)) } }),
    (["undecided"], { ["", "out", "in", "documents"].contains($0) }),
    (["declined"], { ["", "1", "declined", "absent"].contains($0) }),
    (["left"], { ["", "declined", "absent", "unconfirmed"].contains($0) }),
    (["ruling"], { ["", "admit", "refuse"].contains($0) || Int($0).map { String($0) } == $0 }),
  ]

  /// A number that counts something.
  static func isNumber(_ text: String) -> Bool {
    guard let number = Int(text) else { return false }
    return number >= 0 && String(number) == text
  }

  /// `dd/mm/yyyy`, or a blank.
  static func isDay(_ text: String) -> Bool { text.isEmpty || day(text)?.text == text }
}
