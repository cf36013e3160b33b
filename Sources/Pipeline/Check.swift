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
  /// The folders of the Inbox that it lies in, the unit's first; none: the department's.
  public var folders: [String]
  /// Who is to have sent it, whatever its folder.
  public var unit: String?
  /// The round's subfolder that it is to lie in, whatever its folder.
  public var round: String?

  /// A file in hand, and what is known of where it lies.
  public init(name: String, bytes: [UInt8], folders: [String] = [], unit: String? = nil, round: String? = nil)
  {
    self.name = name
    self.bytes = bytes
    self.folders = folders
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
    let known = configuration.knownFolders(inForce)
    for (index, file) in files.enumerated() {
      let place = known.destination(of: file.folders)
      all.append(
        Arrival(
          seq: first + index, pass: pass, unit: file.unit ?? place?.unit ?? configuration.settings.department,
          roundFolder: file.round ?? place?.round, mode: place.map { Arrival.Mode($0.mode) } ?? .normal,
          file: file.name, sha256: SHA256.hex(file.bytes), received: "", isCSV: contents[index].isCSV,
          tables: contents[index].tables, refused: contents[index].refused,
          fileFindings: contents[index].findings))
    }
    var standing = try configuration.standing(
      all, lost: lost, chronicle, ledger?.objects, pass: pass, day: nil)
    standing.tell(standing.rounds.map { decide($0) })
    return files.indices.map { index in
      configuration.receipt(
        standing.outcomes[arrivals.count + index], contents[index], file: files[index].name,
        sha256: all[arrivals.count + index].sha256, received: "",
        folder: (["Inbox"]
          + (files[index].folders.isEmpty ? [all[arrivals.count + index].unit] : files[index].folders))
          .joined(separator: "/"))
    }
  }
}

extension KnownFolders {
  /// What a folder says even if it is not known yet; nil for none.
  fileprivate func destination(of folders: [String]) -> IntakeRules.Destination? {
    guard let unit = folders.first else { return nil }
    switch placing(of: folders.map { FileName($0) }) {
    case .take(let destination): return destination
    case .wait: return IntakeRules.Destination(unit: unit)
    case .inspect(var destination, _):
      destination.round = destination.round ?? folders.dropFirst().first
      return destination
    }
  }
}
