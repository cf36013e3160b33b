import Bench
import Disk
import Ledger
import Pipeline
import TableSchema
import Wording

/// What stopped a command, in a sentence with what to do.
func sentence(for error: any Error, _ words: TerminalWording) -> String {
  switch error {
  case let problem as Arguments.Problem: sentence(for: problem, words)
  case let error as BenchError: error.text(in: words.language)
  case let error as LedgerError: sentence(for: error, words)
  case Command.FileProblem.cannotOpen(let path): words.cannotOpen(path)
  case Command.FileProblem.alreadyThere(let path): words.alreadyThere(path)
  case let problem as Configuration.Problem:
    words.badSchema("Schemas/" + problem.file, key: problem.key, problem.fault)
  case let error as SchemaError: words.badSchema(error.file, key: error.key, SchemaFault(error.problem))
  case let error as DiskError: sentence(for: error, words)
  default: words.diskTrouble(String(describing: error))
  }
}

private func sentence(for error: DiskError, _ words: TerminalWording) -> String {
  let what = "\(error.systemCall) \(error.name) (\(error.number))"
  return switch error.code {
  case .full: words.diskFull(needs: error.needed)
  case .exhausted: words.exhausted(what)
  case .denied where error.systemCall == "fchown": words.cannotGiveGroup(what)
  // What we are making has this name in the Outbox, and in the Inbox where a folder is made for a unit.
  case .denied where error.name.hasPrefix(".making-"): words.cannotWrite(what)
  case .denied: words.lacksRights(what)
  default: words.diskTrouble(what)
  }
}

private func sentence(for problem: Arguments.Problem, _ words: TerminalWording) -> String {
  switch problem {
  case .unknownCommand(let word, let suggestion): words.unknownCommand(word, suggestion: suggestion)
  case .unknownOption(let word, let suggestion): words.unknownOption(word, suggestion: suggestion)
  case .missingValue(let option): words.missingValue(option)
  case .badValue(let option, let value): words.badValue(option, value)
  case .operands(let command): words.operands(command)
  }
}

private func sentence(for error: LedgerError, _ words: TerminalWording) -> String {
  switch error {
  case .busy(let holder): words.busy(holder)
  case .damaged(let line): words.ledgerDamaged(line: line)
  case .newer: words.ledgerNewer
  case .lost: words.ledgerLost
  case .shortened(let lists): words.ledgerShortened(lists: lists)
  case .contentsLost: words.contentsLost
  case .openToOthers: words.ledgerOpen
  case .missing(let folder), .replaced(let folder): words.folderReplaced(folder)
  case .linked(let folder): words.folderIsLink(folder)
  case .lockLost: words.lockLost
  case .objectMissing(let hash), .objectDamaged(let hash): words.objectDamaged(String(hash.prefix(12)))
  case .arrivalLost(let lost, let others):
    words.arrivalLost(
      seq: lost.seq, unit: lost.unit,
      others: others.map { TerminalWording.NumberedFile($0) })
  case .taken(let path): words.nameTaken(path)
  case .notAFolder(let path): words.notAFolder(path)
  case .stopped: words.diskTrouble("journal")
  }
}
