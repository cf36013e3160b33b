import Exports
import Ledger
import Rounds
import Wording

extension Pass {
  /// Tells every unit what it still has to do, where that has changed.
  mutating func giveTasks(_ standing: InForce, _ decisions: [Decision]) throws {
    let lists = TaskLists(
      standing, decisions.map(\.report), chronicle, ledger.arrival, receiptGiven: ledger.receiptGiven,
      left: report.left, configuration)
    var files: [OutboxFile] = []
    var given = Chronicle.Forms(round: "", units: [])
    for folders in standing.foldersWanted where !inTheWay.blocks(folders.unit) {
      let list = lists.list(for: folders.unit)
      let digest = list.digest(in: configuration.language, version: programVersion)
      guard chronicle.forms(unit: folders.unit) != digest else { continue }
      files.append(
        OutboxFile(
          path: [folders.unit, TaskWording.fileName], bytes: list.workbook(in: configuration.language),
          replaces: true, access: configuration.outboxAccess(for: folders.unit, on: workspace.disk)))
      given.units.append(.init(unit: folders.unit, digest: digest))
    }
    guard !files.isEmpty else { return }
    try ledger.write(files)
    try ledger.append([try Entry.Draft(Chronicle.Kind.tasks, given)])
    chronicle.add(given)
  }
}
