import Audit
import Disk
import Exports
import Foundation
import Tables

/// A published folder as it lies somewhere: the Outbox, or a copy that somebody was given.
struct PublishedFolder {
  /// By path below the folder.
  private(set) var files: [String: [UInt8]] = [:]
  /// Nil where it is missing or no manifest.
  private(set) var manifest: Manifest?

  static let manifestName = "MANIFEST.json"

  init(_ path: String, on disk: any Disk) throws {
    try read(try disk.openFolder(path: FileName(path)), below: "", disk)
    manifest = files[PublishedFolder.manifestName].flatMap { bytes in
      try? JSONDecoder().decode(Manifest.self, from: Data(bytes))
    }
  }

  private mutating func read(_ folder: Handle, below path: String, _ disk: any Disk) throws {
    for name in try disk.names(in: folder) {
      let inner = path + name.escaped
      switch try disk.status(of: name, in: folder).kind {
      case .folder: try read(try disk.openFolder(name, in: folder), below: inner + "/", disk)
      case .file: files[inner] = try disk.readAll(try disk.openFile(name, in: folder))
      // A link may lead anywhere: what we publish has none.
      case .link, .other: files[inner] = []
      }
    }
  }

  /// Every file of the manifest is there with its hash, and no other.
  func checkFiles(_ report: inout AuditReport) {
    guard let manifest else {
      report.examine(.files, false, Fault(.files, PublishedFolder.manifestName))
      return
    }
    var listed: Set<String> = [PublishedFolder.manifestName]
    for file in manifest.files {
      listed.insert(file.path)
      let hash = files[file.path].map { SHA256.hex($0) }
      report.examine(
        .files, hash == file.sha256,
        Fault(
          .files, file.path, says: hash.map { String($0.prefix(12)) } ?? "",
          expected: String(file.sha256.prefix(12))))
      if file.path.hasSuffix(".csv"), let bytes = files[file.path] {
        // Where a text of a person holds a line break, it is more.
        let lines = bytes.count { $0 == UInt8(ascii: "\n") } - 1
        report.examine(
          .files, lines >= file.rows,
          Fault(.files, file.path, says: String(lines), expected: String(file.rows)))
      }
    }
    for path in files.keys.sorted() where !listed.contains(path) {
      report.examine(.files, false, Fault(.files, path, says: path))
    }
  }

  /// The tables of the department's folder; nil in the folders of other units, which have none.
  func tables(_ report: inout AuditReport) -> PublishedTables? {
    let names = ["ket-qua.csv", "giai-trinh.csv", "diem-chuan.csv", "kiem-chung.json"]
    guard names.contains(where: { files[$0] != nil }) else { return nil }
    var bytes: [[UInt8]] = []
    for name in names {
      guard let file = files[name] else {
        report.examine(.tables, false, Fault(.tables, name))
        continue
      }
      bytes.append(file)
    }
    guard bytes.count == names.count else { return nil }
    guard let statement = try? JSONDecoder().decode(CheckReport.self, from: Data(bytes[3])) else {
      report.examine(.tables, false, Fault(.tables, names[3]))
      return nil
    }
    return PublishedTables(
      results: bytes[0], explanations: bytes[1], cutoffs: bytes[2], draws: files["boc-tham.csv"],
      rules: PublishedRules(statement))
  }
}

extension PublishedRules {
  fileprivate init(_ statement: CheckReport) {
    let rules = statement.rules
    self.init(
      method: Method(rawValue: rules.method) ?? .simultaneous,
      tiePolicy: TiePolicy(rawValue: rules.tiePolicy) ?? .council,
      margins: rules.margins.map { Exact(parsing: $0.utf8) ?? .zero }, seed: statement.seed ?? "",
      programs: rules.programs.map { program in
        var rules = Program(
          school: program.school, program: program.program, quota: program.quota, phase: program.phase,
          special: program.special, zoned: program.zoned, wishes: program.wishes, reserve: program.reserve,
          tiesDescend: program.tieBreaks.map(\.descending))
        rules.name = program.name
        rules.tieFields = program.tieBreaks.map(\.field)
        rules.minimum = program.minimum.flatMap { Exact(parsing: $0.utf8) }
        rules.scoring = program.scoring
        (rules.scored, rules.noPriority) = (program.scored, program.noPriority)
        (rules.bornFrom, rules.bornTo) = (program.bornFrom.flatMap(day), program.bornTo.flatMap(day))
        rules.exemptsFromAge = !program.ageExempt.isEmpty
        rules.reviewsDocuments = program.documents ?? true
        rules.reservations = program.reservations.map {
          Reserved(
            isCap: $0.kind == "atMost", seats: $0.seats, category: $0.category, value: $0.value,
            name: $0.name)
        }
        rules.digests = program.digests?.texts ?? [:]
        return rules
      },
      stated: (statement.admission + statement.classes).map { ($0.code, $0.violations) },
      holds: statement.holds)
    priorityCap = rules.priorityCap.flatMap { Exact(parsing: $0.utf8) }
    wishes = rules.wishes
    (supplementary, language) = (rules.supplementary, statement.language)
    reopened = rules.reopened ?? false
    verifiedOnly = rules.verifiedOnly
  }
}

/// A day as we print it; nil for anything else.
private func day(_ text: String) -> Day? {
  let parts = text.split(separator: "/").compactMap { Int($0) }
  return parts.count == 3 ? Day(year: parts[2], month: parts[1], day: parts[0]) : nil
}
