import Disk
import Exports
import Foundation
import Ledger

/// What the Outbox tells of arrivals and lists that the journal may have lost.
struct OutboxEvidence {
  struct Receipt: Decodable {
    var file: String
    var sha256: String
    var seq = 0
    var unit = ""

    private enum CodingKeys: CodingKey { case file, sha256 }
  }

  let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// Throws if a receipt has a number that a journal does not know, or a list of ours: it has lost its end, or an
  /// older one stands in its place. What it would decide is not to be believed, and no number is given twice.
  func check(lastSeq: Int, _ chronicle: Chronicle, unfinished: [Publishing]) throws {
    guard try self.lastSeq() <= lastSeq else { throw LedgerError.shortened() }
    let lists = try unknownLists(to: chronicle, unfinished: unfinished)
    guard lists.isEmpty else { throw LedgerError.shortened(lists: lists) }
  }

  /// The highest number that a receipt has.
  func lastSeq() throws -> Int {
    let disk = workspace.disk
    guard let outbox = try outbox() else { return 0 }
    var last = 0
    for unit in try disk.names(in: outbox) {
      guard let home = try? disk.openFolder(unit, in: outbox),
        let receipts = try? disk.openFolder("bien-nhan", in: home),
        let own = try? disk.openFolder("may-doc", in: receipts)
      else { continue }
      for name in try disk.names(in: own) { last = max(last, name.text.flatMap(receiptNumber) ?? 0) }
    }
    return last
  }

  /// The published folders of ours, from the workspace on, with higher numbers than a journal knows. A folder that
  /// somebody else made, or copied, has no manifest of its own name: it tells nothing.
  ///
  /// - Parameter unfinished: publications that were begun: some of their folders may stand already.
  func unknownLists(to chronicle: Chronicle, unfinished: [Publishing]) throws -> [String] {
    let disk = workspace.disk
    guard let outbox = try outbox() else { return [] }
    let begun = Set(unfinished.flatMap { $0.folders.map(\.path) })
    var unknown: [String] = []
    for unit in try disk.names(in: outbox) {
      guard let code = unit.text, let home = try? disk.openFolder(unit, in: outbox) else { continue }
      for round in try disk.names(in: home) {
        guard let name = round.text, name != "bien-nhan", let lists = try? disk.openFolder(round, in: home)
        else { continue }
        for folder in try disk.names(in: lists) {
          guard let list = folder.text.flatMap(PublishedName.init),
            list.number > chronicle.newest(unit: code, round: name, official: list.official)?.number ?? 0,
            !begun.contains([code, name, list.text]), isOurs(folder, list, of: code, name, in: lists)
          else { continue }
          unknown.append(["Outbox", code, name, list.text].joined(separator: "/"))
        }
      }
    }
    return unknown.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func isOurs(
    _ folder: FileName, _ list: PublishedName, of unit: String, _ round: String, in lists: Handle
  ) -> Bool {
    let disk = workspace.disk
    guard let place = try? disk.openFolder(folder, in: lists),
      let file = try? disk.openFile(FileName(PublishedFolder.manifestName), in: place),
      let bytes = try? disk.readAll(file),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes))
    else { return false }
    return manifest.unit == unit && manifest.round == round && manifest.official == list.official
      && manifest.number == list.number
  }

  private func outbox() throws -> Handle? {
    let disk = workspace.disk
    let root = try disk.openFolder(path: workspace.root)
    guard try disk.statusIfAny(of: "Outbox", in: root) != nil else { return nil }
    return try disk.openFolder("Outbox", in: root)
  }

  /// Of lists that a journal does not know, the newest of each unit and round, so that the next one has the next
  /// number. All others are as the journal knows them: nobody is given them again.
  func newest(of lists: [String]) -> [Chronicle.Announcement.Folder] {
    let folders = lists.compactMap { path -> Chronicle.Announcement.Folder? in
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count == 4, let list = PublishedName(parts[3]) else { return nil }
      return Chronicle.Announcement.Folder(
        unit: parts[1], round: parts[2], official: list.official, number: list.number, digest: "")
    }
    // The last one of each counts.
    return folders.sorted { $0.number < $1.number }
  }

  /// The receipts that programs read.
  func receipts(_ ledger: Ledger) throws -> [Receipt] {
    var found: [Receipt] = []
    for unit in try ledger.outboxNames([]) {
      let folder = [unit, "bien-nhan", "may-doc"]
      for name in try ledger.outboxNames(folder) {
        guard let seq = receiptNumber(name), let bytes = try ledger.outboxFile(folder + [name]),
          var receipt = try? JSONDecoder().decode(Receipt.self, from: Data(bytes))
        else { continue }
        receipt.seq = seq
        receipt.unit = unit
        found.append(receipt)
      }
    }
    return found
  }
}

/// The name of a published folder: `chinh-thuc-01`.
struct PublishedName: Hashable {
  var official: Bool
  var number: Int

  init(official: Bool, number: Int) {
    self.official = official
    self.number = number
  }

  /// Nil for a name that we give to no folder.
  init?(_ text: String) {
    guard let official = [true, false].first(where: { text.hasPrefix(PublishedName.prefix($0)) }),
      let number = Int(text.dropFirst(PublishedName.prefix(official).count)),
      1...PublishedName.highest ~= number
    else { return nil }
    self.init(official: official, number: number)
    guard self.text == text else { return nil }
  }

  /// As it stands in the Outbox.
  var text: String { PublishedName.prefix(official) + (number < 10 ? "0" : "") + String(number) }

  /// A higher number is a person's.
  private static let highest = 999_999

  private static func prefix(_ official: Bool) -> String { official ? "chinh-thuc-" : "du-kien-" }
}
