import Disk
import Exports
import Ledger
import Rounds
import TableSchema
import Wording

extension Pass {
  /// Tells every unit what it still has to do, where that has changed.
  mutating func giveTasks(_ standing: InForce, _ decisions: [Decision]) throws {
    let lists = TaskLists(
      standing, decisions.map(\.report), chronicle, ledger.arrival, receiptGiven: ledger.receiptGiven,
      left: report.left, configuration)
    report.late = lists.lateFiles
    try give(
      standing.foldersWanted.map(\.unit).filter { !inTheWay.blocks($0) }.map { ($0, lists.list(for: $0)) })
  }

  private mutating func give(_ lists: [(unit: String, list: TaskList)]) throws {
    var files: [OutboxFile] = []
    var given = Chronicle.Forms(round: "", units: [])
    for (unit, list) in lists {
      let digest = list.digest(in: configuration.language, version: programVersion)
      guard chronicle.forms(unit: unit) != digest else { continue }
      files.append(
        OutboxFile(
          path: [unit, TaskWording.fileName], bytes: list.workbook(in: configuration.language),
          replaces: true, access: configuration.outboxAccess(for: unit, on: workspace.disk)))
      given.units.append(.init(unit: unit, digest: digest))
    }
    guard !files.isEmpty else { return }
    try ledger.write(files)
    try ledger.append([try Entry.Draft(Chronicle.Kind.tasks, given)])
    chronicle.add(given)
  }

  /// While everything waits for what is lost: whoever has sent something since reads that it is kept, and whose
  /// files are lost, and the department, what to send again.
  mutating func giveTasksWhileStopped(by error: LedgerError) throws {
    guard case .arrivalLost(let first, let others) = error else { return }
    let lost = ([first] + others).compactMap { ledger.arrival($0.seq) }
    let lostSeqs = Set(lost.map(\.seq))
    let kept = ledger.received.filter {
      chronicle.unjudged.contains($0.seq) && chronicle.receipts[$0.seq] == nil && !lostSeqs.contains($0.seq)
    }
    let department = configuration.settings.department
    for unit in Set((lost + kept).map(\.destination.unit)).union([department]).sorted() {
      let own = unit == department ? lost : lost.filter { $0.destination.unit == unit }
      let names = own.prefix(TaskLists.namedFiles).map {
        "\($0.destination.unit)/\(configuration.called($0))"
      }
      var list = TaskList(unit: unit)
      list.owed = [TaskList.Owed(round: "", task: own.isEmpty ? .waits : .contentsLost(own.count, names))]
      list.files = kept.filter { $0.destination.unit == unit }.map {
        TaskList.File(rounds: [], name: configuration.called($0), outcome: .held, errors: 0, receipt: "")
      }
      for round in chronicle.formDigests.keys.sorted() where !round.isEmpty {
        list.lists += chronicle.newestLists(of: round, called: round, for: unit)
      }
      // Who cannot be told now is told by a later pass.
      do { try give([(unit, list)]) } catch let error as DiskError
        where [.denied, .wrongKind].contains(error.code)
      {} catch LedgerError.notAFolder {}
    }
  }
}

extension Chronicle {
  /// Where the newest lists of a round lie that a unit has: the official ones, if it has any.
  func newestLists(of round: String, called name: String, for unit: String) -> [TaskList.Lists] {
    for official in [true, false] {
      guard let folder = newest(unit: unit, round: round, official: official) else { continue }
      let path = OutboxFolder.path(unit: unit, round: round, official: official, number: folder.number)
      return [
        TaskList.Lists(
          round: name, official: official, number: folder.number,
          folder: (["Outbox"] + path).joined(separator: "/"))
      ]
    }
    return []
  }
}
