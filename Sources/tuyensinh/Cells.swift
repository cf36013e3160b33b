import Exports
import Pipeline
import Sheets
import Tables
import Wording

/// `cells FILE`: what a reader sees, for whoever wants to compare.
extension Command {
  func cells() throws -> Program.Status {
    let bytes = try content(of: arguments.operands[0])
    // Without a workspace, or with settings that are wrong, the defaults.
    let limits = (try? workspace.configuration())?.readingLimits ?? .standard
    let workbook: Workbook
    do throws(ReadingError) {
      workbook = try readWorkbook(bytes, limits: limits)
    } catch {
      Terminal.complain(sentence(for: error.finding, in: terminal.words.language))
      return .findings
    }
    let wanted = arguments.values["sheet"]
    var index: Int?
    if let wanted { index = workbook.grids.firstIndex { $0.name == wanted } }
    guard let index = try index ?? sheetNumber(of: workbook) else {
      throw Arguments.Problem.badValue("--sheet", value: wanted ?? "1")
    }
    try terminal.say(cellsJSON(workbook, sheet: index))
    return .allWell
  }

  /// The sheet that a number from 1 names, the first without one; nil for none.
  private func sheetNumber(of workbook: Workbook) throws -> Int? {
    guard !workbook.grids.isEmpty else { return nil }
    return try arguments.number("sheet", in: 1...workbook.grids.count, standard: 1) - 1
  }
}
