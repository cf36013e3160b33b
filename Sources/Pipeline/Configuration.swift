import Disk
public import Exports
import Ledger
public import Sheets
public import TableSchema
import Tables
public import Wording

/// `Schemas/`: what the tables mean, how target systems want their files, and
/// the settings; with the hash of each file, for manifests.
public struct Configuration: Sendable {
  /// `settings.json`, with the defaults for what it leaves out.
  public var settings: Settings
  /// `tables/`: one schema for each kind of table.
  public var schemas: SchemaSet
  /// `exports/`: the layouts of target systems, by name.
  public var profiles: [String: ExportProfile]
  /// By path below Schemas, in byte order.
  public var sources: [Manifest.Source]
  /// Only the settings were made out, and of all else which files there are.
  var isBare = false

  /// A file of Schemas that cannot be used, and where in it.
  public struct Problem: Error, Hashable, Sendable {
    /// The file, from Schemas.
    public var file: String
    /// The key in it; empty for the file itself.
    public var key: String
    /// What is wrong there.
    public var fault: SchemaFault
  }
}

extension Workspace {
  /// Reads the Schemas of the workspace; what it has not (settings, tables or exports) is the project's.
  public func configuration() throws -> Configuration { try configuration { _ in false } }

  /// The same, but bare where that is enough for whoever asks: he knows its ``Configuration/key`` as that of Schemas
  /// of which everything could be made out.
  func configuration(bareIf isEnough: (Configuration) -> Bool) throws -> Configuration {
    var sources: [Manifest.Source] = []
    func file(_ path: String, _ name: FileName, in place: Handle) throws -> [UInt8] {
      let bytes = try disk.readAll(try disk.openFile(name, in: place))
      sources.append(Manifest.Source(name: path, sha256: SHA256.hex(bytes)))
      return bytes
    }
    func files(_ name: String) throws -> [String: [UInt8]] {
      guard let folder = try schemasFolder(with: FileName(name)) else { return [:] }
      let place = try disk.openFolder(FileName(name), in: folder)
      var files: [String: [UInt8]] = [:]
      for entry in try disk.names(in: place) {
        guard let text = entry.text, text.hasSuffix(".json") else { continue }
        files[String(text.dropLast(".json".count))] = try file("\(name)/\(text)", entry, in: place)
      }
      return files
    }
    var settings = Settings()
    if let folder = try schemasFolder(with: "settings.json") {
      settings = try configured("settings.json") {
        try Settings(json: file("settings.json", "settings.json", in: folder))
      }
    }
    for (unit, group) in settings.groups.sorted(by: { $0.key < $1.key })
    where disk.groupNumber(of: group) == nil {
      throw Configuration.Problem(
        file: "settings.json", key: "groups." + unit, fault: .noSuchGroup(group))
    }
    let (tables, exports) = (try files("tables"), try files("exports"))
    if tables.isEmpty { throw Configuration.Problem(file: "tables", key: "", fault: .noFile) }
    var configuration = Configuration(
      settings: settings, schemas: SchemaSet([]), profiles: [:],
      sources: sources.sorted { $0.name < $1.name },
      isBare: true)
    if isEnough(configuration) { return configuration }
    configuration.schemas = try configured("tables") { try SchemaSet(files: tables, jobs: jobs) }
    for (name, json) in exports.sorted(by: { $0.key < $1.key }) {
      configuration.profiles[name] = try configured("exports/\(name).json") {
        try ExportProfile(name: name, json: json)
      }
    }
    configuration.isBare = false
    return configuration
  }

  /// `Schemas/README.md`, made from the schema files.
  public func guide() throws -> String {
    guard let folder = try schemasFolder(with: "guide.json") else {
      throw Configuration.Problem(file: "guide.json", key: "", fault: .noFile)
    }
    let words = try disk.readAll(try disk.openFile("guide.json", in: folder))
    return schemaGuide(
      try configuration().schemas, words: try configured("guide.json") { try GuideWords(json: words) })
  }

  /// The workspace's own Schemas if it has this part of them, else the project's; nil if neither has.
  private func schemasFolder(with part: FileName) throws -> Handle? {
    for place in [root, home] {
      guard let folder = try folderIfAny({ try disk.openFolder(path: place) }),
        let schemas = try folderIfAny({ try disk.openFolder("Schemas", in: folder) }),
        try disk.statusIfAny(of: part, in: schemas) != nil
      else { continue }
      return schemas
    }
    return nil
  }

  private func folderIfAny(_ open: () throws -> Handle) throws -> Handle? {
    do { return try open() } catch let error as DiskError where error.code == .notFound { return nil }
  }

  private func configured<Value>(_ file: String, _ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch let error as SchemaError {
      throw Configuration.Problem(file: error.file, key: error.key, fault: SchemaFault(error.problem))
    } catch let problem as ExportProfile.Problem {
      throw Configuration.Problem(file: file, key: problem.key, fault: .unusable)
    }
  }
}

extension SchemaFault {
  /// What is wrong with a schema, in the words of the terminal.
  public init(_ problem: SchemaError.Problem) {
    self =
      switch problem {
      case .notJSON: .notJSON
      case .missing: .missing
      case .wrongType(let expected): .wrongType(expected: expected)
      case .unknownValue(let value), .unknownField(let value): .unknown(value)
      case .outOfRange(let value, let range): .outOfRange(value: value, range: range)
      case .brokenPattern(let value): .brokenPattern(value)
      case .repeated(let value): .repeated(value)
      }
  }
}

extension Configuration {
  /// The language of what schools and offices read.
  public var language: Language { Language(rawValue: settings.language) ?? .vi }

  /// The limits of reading, as the reader takes them.
  public var readingLimits: ReadingLimits {
    let limits = settings.limits
    return ReadingLimits(
      fileBytes: limits.compressed, inflatedBytes: limits.inflated, partBytes: limits.part,
      entries: limits.entries,
      cells: limits.cells, cellCharacters: limits.characters, xmlDepth: limits.depth,
      xmlAttributes: limits.attributes,
      xmlTagBytes: limits.tag)
  }

  /// The rights of what we make in the Outbox for a unit.
  func outboxAccess(for unit: String, on disk: any Disk) -> Access {
    access(settings.outbox, for: unit, on: disk)
  }

  /// The rights of the folders we make in the Inbox for a unit.
  func inboxAccess(for unit: String, on disk: any Disk) -> Access {
    access(settings.inbox, for: unit, on: disk)
  }

  private func access(_ modes: Settings.Modes, for unit: String, on disk: any Disk) -> Access {
    Access(
      folder: UInt32(modes.folders), file: UInt32(modes.files),
      group: settings.groups[unit].flatMap { disk.groupNumber(of: $0) })
  }
}
