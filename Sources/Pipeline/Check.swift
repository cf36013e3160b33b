import Disk
public import Exports
import Ledger
import Rounds
import TableSchema
import Tables

/// A file that is to be looked at as if it had been sent.
public struct CheckedFile: Sendable {
  /// The name it would have in the Inbox.
  public var name: String
  /// Its content.
  public var bytes: [UInt8]
  /// Who would have sent it; empty: the department.
  public var unit: String
  /// The round's subfolder it would lie in; empty for none.
  public var round: String

  /// A file in hand; empty texts stand for «not told».
  public init(name: String, bytes: [UInt8], unit: String, round: String) {
    self.name = name
    self.bytes = bytes
    self.unit = unit
    self.round = round
  }
}

extension View {
  /// What the receipts of these files would say, if they came together in the next pass.
  public func check(_ files: [CheckedFile]) throws -> [ReceiptContent] {
    let pass = (arrivals.last?.pass ?? 0) + 1
    let first = (arrivals.last?.seq ?? 0) + 1
    let configuration = configuration
    let contents = inParallel(files, jobs: workspace.jobs) { FileContent($0.bytes, configuration) }
    var all = arrivals
    for (index, file) in files.enumerated() {
      all.append(
        Arrival(
          seq: first + index, pass: pass,
          unit: file.unit.isEmpty ? configuration.settings.department : file.unit,
          roundFolder: file.round.isEmpty ? nil : file.round, file: file.name, sha256: SHA256.hex(file.bytes),
          received: "", isCSV: contents[index].isCSV, tables: contents[index].tables,
          fileFindings: contents[index].findings))
    }
    var standing = try configuration.standing(all, chronicle, ledger?.objects, pass: pass, now: nil)
    standing.tell(standing.rounds.map { decide($0) })
    return files.indices.map { index in
      configuration.receipt(
        standing.outcomes[arrivals.count + index], contents[index], file: files[index].name,
        sha256: all[arrivals.count + index].sha256, received: "")
    }
  }
}
