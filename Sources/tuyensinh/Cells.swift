import Exports
import Sheets
import Tables
import Wording

/// `cells FILE`: what a reader sees, for whoever wants to compare.
extension Command {
  func cells() throws -> Program.Status {
    let bytes = try content(of: arguments.operands[0])
    let workbook: Workbook
    do throws(ReadingError) {
      workbook = try readWorkbook(bytes)
    } catch {
      Terminal.complain(sentence(for: error.finding, in: terminal.words.language))
      return .findings
    }
    let wanted = arguments.values["sheet"]
    let index =
      wanted.flatMap { name in
        workbook.grids.firstIndex { $0.name == name } ?? Int(name).map { $0 - 1 }
      } ?? 0
    guard workbook.grids.indices.contains(index) else {
      throw Arguments.Problem.badValue("--sheet", value: wanted ?? "1")
    }
    terminal.say(cellsJSON(workbook, sheet: index))
    return .allWell
  }
}
