import Tables

/// The parts of a ZIP container, each checked to be what the directory says,
/// to lie inside the file and apart from every other.
///
/// Names are compared as spreadsheet programs do: without case, `\` as `/`.
struct ZipIndex {
  struct Entry {
    let name: String
    /// The content is deflated; otherwise stored.
    let deflated: Bool
    let checksum: UInt32
    /// The bytes the content takes in the file.
    let data: Range<Int>
    /// The size that it claims to have when inflated.
    let size: UInt64
  }

  private var entries: [String: Entry] = [:]

  subscript(name: String) -> Entry? { entries[name] }

  /// The part that a relationship names, which may write what is no letter as `%20`.
  func target(_ name: String) -> Entry? {
    if let entry = entries[name] { return entry }
    guard name.contains("%") else { return nil }
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return entries[ZipIndex.partName(bytes)]
  }

  /// Every part, in the order of their names.
  var inOrder: [Entry] { entries.values.sorted { $0.name < $1.name } }

  init(_ file: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) throws(ReadingError) {
    let tail = try ZipTail(file)
    guard tail.entryCount <= UInt64(limits.entries) else { throw .over(.entries, limits) }
    var taken: [Range<Int>] = []
    var position = tail.directory.lowerBound
    while position < tail.directory.upperBound {
      guard let record = ZipRecord(file, at: position, before: tail.directory.upperBound) else {
        throw .damaged(.container)
      }
      position = record.end
      guard taken.count < limits.entries else { throw .over(.entries, limits) }
      let name = ZipIndex.partName(record.name)
      let (start, entry) = try ZipIndex.entry(record, name, in: file, before: tail.directory.lowerBound)
      taken.append(start..<entry.data.upperBound)
      guard ZipIndex.isInside(name) else { throw .damaged(.partName, part: name) }
      guard entries.updateValue(entry, forKey: name) == nil else { throw .damaged(.twoParts, part: name) }
    }
    guard UInt64(taken.count) == tail.entryCount else { throw .damaged(.container) }
    taken.sort { $0.lowerBound < $1.lowerBound }
    for (one, next) in zip(taken, taken.dropFirst()) where one.upperBound > next.lowerBound {
      throw .damaged(.overlap)
    }
  }

  private static let localSignature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let localHeaderSize = 30

  private static func entry(
    _ record: ZipRecord, _ name: String, in file: UnsafeBufferPointer<UInt8>, before limit: Int
  ) throws(ReadingError) -> (start: Int, entry: Entry) {
    guard !record.isEncrypted else { throw ReadingError(.passwordProtected, facts: ["part": name]) }
    guard record.method == 0 || record.method == 8 else { throw .damaged(.packing, part: name) }
    guard let start = Int(exactly: record.localOffset), start <= limit,
      let length = Int(exactly: record.compressedSize), length <= limit
    else { throw ReadingError(.unfinished, facts: ["part": name]) }
    guard file.has(localSignature, at: start) else {
      // A copy that has its full length already, but not yet all of its bytes.
      if file.has([0, 0, 0, 0], at: start) { throw .cut(.zeros, part: name) }
      throw .damaged(.container, part: name)
    }
    guard let flags = file.number(at: start + 6, width: 2),
      let method = file.number(at: start + 8, width: 2),
      let checksum = file.number(at: start + 14, width: 4),
      let compressedSize = file.number(at: start + 18, width: 4),
      let size = file.number(at: start + 22, width: 4),
      let nameLength = file.number(at: start + 26, width: 2),
      let extraLength = file.number(at: start + 28, width: 2)
    else { throw .damaged(.container, part: name) }
    let absent: UInt64 = 0xFFFF_FFFF
    guard flags & 1 == 0, method == record.method,
      file.has(Array(record.name), at: start + localHeaderSize),
      nameLength == UInt64(record.name.count),
      record.hasDescriptor
        || (checksum == UInt64(record.checksum)
          && (compressedSize == record.compressedSize || compressedSize == absent)
          && (size == record.size || size == absent))
    else { throw .damaged(.container, part: name) }
    let data = start + localHeaderSize + Int(nameLength) + Int(extraLength)
    guard data <= limit, length <= limit - data else { throw .damaged(.container, part: name) }
    return (
      start,
      Entry(
        name: name, deflated: record.method == 8, checksum: record.checksum,
        data: data..<(data + length), size: record.size)
    )
  }

  /// A name in the form in which names are compared. One that is not UTF-8 is
  /// taken byte by byte: two such names must not become equal.
  static func partName(_ bytes: some Sequence<UInt8>) -> String {
    let name = bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : lowercased($0) }
    return String(validating: name, as: UTF8.self)
      ?? String(String.UnicodeScalarView(name.map { Unicode.Scalar($0) }))
  }

  /// Neither absolute, nor upwards, nor with a drive.
  private static func isInside(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.utf8.contains(UInt8(ascii: ":")) && !name.utf8.contains(0)
      && !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
  }

  /// The names of the parts, unchecked, to tell what a container holds; those
  /// at its beginning where the directory is missing.
  static func names(_ file: UnsafeBufferPointer<UInt8>) -> [String] {
    var names: [String] = []
    let most = ReadingLimits.standard.entries
    if let tail = try? ZipTail(file) {
      var position = tail.directory.lowerBound
      while names.count < most,
        let record = ZipRecord(file, at: position, before: tail.directory.upperBound)
      {
        names.append(partName(record.name))
        position = record.end
      }
      return names
    }
    var position = 0
    while names.count < most, file.has(localSignature, at: position),
      let length = file.number(at: position + 18, width: 4),
      let nameLength = file.number(at: position + 26, width: 2),
      let extraLength = file.number(at: position + 28, width: 2),
      file.count - position - localHeaderSize >= Int(nameLength)
    {
      let name = position + localHeaderSize
      names.append(partName(file[name..<(name + Int(nameLength))]))
      position = name + Int(nameLength) + Int(extraLength) + Int(length)
    }
    return names
  }
}
