import Disk
import Tables

/// What files were called that were taken. In a name there may be a child's, and what stands in the journal
/// stays there: it has only seals, and the names stand beside it, in a file from which a purge can remove them.
///
/// A line for each: `salt TAB name LF`, both in hexadecimal digits. The seal is the SHA-256 of the two, so a line
/// that is not what was written belongs to no arrival; and without its line nobody finds a name by its seal.
struct Names {
  static let file: FileName = "names"
  private static let draft: FileName = "names-new"

  private var names: [String: Line] = [:]
  /// The bytes of all whole lines, and of all.
  private var length: Int64 = 0
  private var size: Int64 = 0

  private struct Line {
    var name: FileName
    var bytes: ArraySlice<UInt8>
  }

  /// Nobody sent anything yet.
  init() {}

  /// Those of a ledger; none where there is no such file.
  init(in ledger: Handle, on disk: any Disk) throws {
    let bytes =
      try nilIf(.notFound) { try disk.readAll(try disk.openFile(Names.file, in: ledger)) } ?? []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    size = Int64(bytes.count)
    length = size - Int64(lines.last?.count ?? 0)
    let whole = lines.dropLast()
    let stretches = stride(from: 0, to: whole.count, by: Names.stretch).map { start in
      whole[start..<min(start + Names.stretch, whole.count)]
    }
    for read in inParallel(stretches, jobs: disk.lanes, { $0.compactMap(Names.read) }) {
      for (seal, line) in read { names[seal] = line }
    }
  }

  /// So many lines are read by one thread before it asks for more.
  private static let stretch = 256

  private static func read(_ line: ArraySlice<UInt8>) -> (String, Line)? {
    let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
      FileName(hexText: $0)
    }
    guard fields.count == 2, let salt = fields[0], let name = fields[1] else { return nil }
    return (seal(name, salt.bytes), Line(name: name, bytes: line))
  }

  private static func seal(_ name: FileName, _ salt: [UInt8]) -> String {
    SHA256.hex(salt + name.bytes)
  }

  /// How many there are.
  var count: Int { names.count }

  /// The name of a seal; nil if it was removed or is lost.
  func name(of seal: String) -> FileName? { names[seal]?.name }

  /// Writes names down, and returns their seals when they will survive a crash.
  mutating func add(_ new: [FileName], to ledger: Handle, on disk: any Disk) throws -> [String] {
    var seals: [String] = []
    var bytes: [UInt8] = []
    for name in new {
      let salt = disk.random(16)
      let line = Array("\(hexText(salt))\t\(hexText(name.bytes))".utf8)
      seals.append(Names.seal(name, salt))
      names[seals[seals.count - 1]] = Line(name: name, bytes: line[...])
      bytes += line + [0x0A]
    }
    let file = try disk.openLog(Names.file, in: ledger)
    // A line that was cut off while it was written would spoil the next one.
    if size > length { try disk.cut(file, to: length) }
    try disk.write(bytes[...], to: file)
    try disk.sync(file)
    if length == 0 { try disk.sync(ledger) }
    length += Int64(bytes.count)
    size = length
    return seals
  }

  /// Removes the names of all seals but these, durably.
  mutating func keep(only seals: [String], in ledger: Handle, on disk: any Disk) throws {
    let wanted = Set(seals)
    let kept = names.filter { wanted.contains($0.key) }
    guard kept.count < names.count || size > length else { return }
    let bytes = kept.sorted { $0.key < $1.key }.flatMap { $0.value.bytes + [0x0A] }
    let file = try disk.freshFile(Names.draft, in: ledger)
    try disk.write(bytes[...], to: file)
    try disk.sync(file)
    try disk.replace(Names.file, in: ledger, by: Names.draft, in: ledger)
    try disk.sync(ledger)
    names = kept
    length = Int64(bytes.count)
    size = length
  }
}
