import Exports
import Pipeline
import TableSchema
import Tables
import Wording

/// `template KIND` and `schemas`: what a table is to look like.
extension Command {
  func template() throws -> Program.Status {
    let configuration = try workspace.configuration()
    let wanted = arguments.operands[0]
    guard let kind = TableKind(rawValue: wanted), let schema = configuration.schemas[kind] else {
      Terminal.complain(
        terminal.words.noSuchKind(wanted, known: configuration.schemas.schemas.map(\.kind.rawValue)))
      return .unusable
    }
    let path = arguments.values["output"] ?? wanted + ".xlsx"
    try write(TemplateBook(schema).workbook(in: configuration.language), to: path)
    terminal.say(path)
    return .allWell
  }

  func schemas() throws -> Program.Status {
    terminal.say(try workspace.guide())
    return .allWell
  }
}
