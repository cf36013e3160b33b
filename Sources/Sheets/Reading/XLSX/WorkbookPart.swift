import Tables

/// The list of sheets, and from when dates count.
final class WorkbookPart: XMLVisitor {
  struct Sheet {
    let name: String
    let visibility: Grid.Visibility
    /// The relationship that leads to its part.
    let relationship: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var epoch1904 = false
  /// Formulas are to be calculated when it is opened: what stands beside them is not what they come to.
  private(set) var awaitsCalculation = false
  private var inSheets = false

  override func start(_ element: XMLElement, depth: Int) {
    switch depth {
    case 1:
      if !element.isNamed("workbook") || !element.isSpreadsheet { fail(.damaged(.xml)) }
    case 2:
      inSheets = element.isNamed("sheets") && element.isSpreadsheet
      if element.isNamed("calcPr") { awaitsCalculation = element.flag("fullCalcOnLoad") }
      if element.isNamed("workbookPr") { epoch1904 = element.flag("date1904") }
    case 3 where inSheets && element.isNamed("sheet") && element.isSpreadsheet:
      let visibility: Grid.Visibility =
        switch element.text("state") {
        case "hidden": .hidden
        case "veryHidden": .veryHidden
        default: .visible
        }
      guard sheets.count < limits.entries else { return fail(.over(.entries, limits)) }
      sheets.append(
        Sheet(
          name: unescaped(element.text("name") ?? ""), visibility: visibility,
          relationship: element.text("id", in: Namespace.relationships) ?? ""))
    default: break
    }
  }
}
