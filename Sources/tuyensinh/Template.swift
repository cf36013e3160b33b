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
      let known = configuration.schemas.schemas.map(\.kind.rawValue)
      let suggestion = nearest(to: wanted, among: known).map { known[$0] }
      Terminal.complain(terminal.words.noSuchKind(wanted, known: known, suggestion: suggestion))
      return .unusable
    }
    let path = arguments.values["output"] ?? wanted + ".xlsx"
    try write(TemplateBook(schema).workbook(in: configuration.language), to: path)
    try terminal.say(names: [path])
    return .allWell
  }

  func schemas() throws -> Program.Status {
    try terminal.say(try workspace.guide())
    return .allWell
  }
}
