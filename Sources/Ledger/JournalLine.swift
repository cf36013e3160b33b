import Tables

/// How an entry stands in the journal:
/// `seq TAB utc TAB kind TAB json TAB previous TAB crc32c LF`, where `previous`
/// is the SHA-256 of the line before (without its LF; zeros before the first), so that
/// no line can be changed without all that follow, and the CRC is of
/// everything before its TAB.
enum JournalLine {
  static let noneBefore = String(repeating: "0", count: 64)

  static func bytes(of entry: Entry, after previous: String) -> [UInt8] {
    var line = Array("\(entry.seq)\t\(entry.utc)\t\(entry.kind)\t".utf8)
    line += entry.payload
    line += Array("\t\(previous)".utf8)
    return line + Array("\t\(checksum(line))".utf8)
  }

  /// The entry of a line, or nil if the line is not what was written there.
  ///
  /// - Parameter isProven: the next line tells this one's hash: then the checksum proves nothing more.
  static func entry(
    of line: ArraySlice<UInt8>, seq: Int, after previous: String, isProven: Bool = false
  ) -> Entry? {
    // The places before each field, and the end.
    var bounds = [line.startIndex - 1]
    bounds.reserveCapacity(fieldCount + 1)
    line.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] == 0x09 { bounds.append(line.startIndex + index) }
    }
    guard bounds.count == fieldCount else { return nil }
    bounds.append(line.endIndex)
    func field(_ number: Int) -> ArraySlice<UInt8> { line[(bounds[number] + 1)..<bounds[number + 1]] }
    guard field(4).elementsEqual(previous.utf8), field(0).elementsEqual(String(seq).utf8),
      isProven || field(5).elementsEqual(checksum(line[..<bounds[5]]).utf8)
    else { return nil }
    return Entry(
      seq: seq, utc: String(decoding: field(1), as: UTF8.self),
      kind: String(decoding: field(2), as: UTF8.self),
      payload: Array(field(3)))
  }

  private static let fieldCount = 6

  private static func checksum(_ bytes: some Sequence<UInt8>) -> String {
    let digits = String(crc32c(bytes), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
