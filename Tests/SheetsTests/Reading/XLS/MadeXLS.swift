/// An XLS workbook made by hand, record by record, so that a test can make it wrong in one place.
struct MadeXLS {
  /// Of the globals, between their beginning and the list of sheets.
  var globals: [(type: UInt16, content: [UInt8])] = []
  /// Of the one sheet, between beginning and end.
  var cells: [(type: UInt16, content: [UInt8])] = []
  var sheetKind: UInt8 = 0
  var version: UInt16 = 0x0600
  var streamName = "Workbook"
  /// The table of sectors as it should not be: which sector follows which.
  var links: [Int: UInt32] = [:]
  /// The stream is shorter than 4096 bytes and lies in the sectors of 64 bytes.
  var small = false

  var stream: [UInt8] {
    func record(_ type: UInt16, _ content: [UInt8]) -> [UInt8] {
      le(type, 2) + le(content.count, 2) + content
    }
    let beginning = le(version, 2) + le(5, 2) + le(0, 12)
    let head = record(0x0809, beginning) + globals.flatMap { record($0.type, $0.content) }
    // The sheet is called A: 13 bytes for the list of sheets, 4 for the end.
    let start = head.count + 13 + 4
    var result = head + record(0x0085, le(start, 4) + [0, sheetKind] + [1, 0, 0x41]) + record(0x000A, [])
    result += record(0x0809, beginning) + cells.flatMap { record($0.type, $0.content) } + record(0x000A, [])
    return small ? result : result + [UInt8](repeating: 0, count: max(0, 4096 - result.count))
  }

  /// Header, sector table (one sector), directory (one), the stream, and for a small one its table.
  var bytes: [UInt8] {
    let stream = stream
    let endOfChain: UInt32 = 0xFFFF_FFFE
    let sectors = (stream.count + 511) / 512
    var next = [UInt32](repeating: 0xFFFF_FFFF, count: 128)
    next[0] = 0xFFFF_FFFD
    next[1] = endOfChain
    for index in 0..<sectors { next[2 + index] = index == sectors - 1 ? endOfChain : UInt32(3 + index) }
    if small { next[2 + sectors] = endOfChain }
    for (index, link) in links { next[index] = link }
    let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let miniTable = small ? UInt32(2 + sectors) : endOfChain
    var file = joined(
      signature, le(0, 16), le(0x3E, 2), le(3, 2), le(0xFFFE, 2), le(9, 2), le(6, 2), le(0, 10), le(1, 4),
      le(1, 4), le(0, 4), le(4096, 4), le(miniTable, 4), le(small ? 1 : 0, 4), le(endOfChain, 4), le(0, 4),
      le(0, 4), [UInt8](repeating: 0xFF, count: 4 * 108))
    for link in next { file += le(link, 4) }
    file += entry(
      "Root Entry", type: 5, child: 1, start: small ? 2 : endOfChain, size: small ? stream.count : 0)
    file += entry(streamName, type: 2, child: 0xFFFF_FFFF, start: small ? 0 : 2, size: stream.count)
    file += [UInt8](repeating: 0, count: 256)
    file += stream + [UInt8](repeating: 0, count: sectors * 512 - stream.count)
    if small {
      let minis = (stream.count + 63) / 64
      let table = (0..<minis).map { $0 == minis - 1 ? endOfChain : UInt32($0 + 1) }
      for link in table { file += le(link, 4) }
      file += [UInt8](repeating: 0xFF, count: 4 * (128 - minis))
    }
    return file
  }

  private func entry(_ name: String, type: UInt8, child: UInt32, start: UInt32, size: Int) -> [UInt8] {
    let name = twoBytes(name) + [0, 0]
    let padding = [UInt8](repeating: 0, count: 64 - name.count)
    let nobody: UInt32 = 0xFFFF_FFFF
    return joined(
      name, padding, le(name.count, 2), [type, 1], le(nobody, 4), le(nobody, 4), le(child, 4), le(0, 36),
      le(start, 4), le(size, 8))
  }
}

/// A text with its length in front, one byte a character.
func narrow(_ text: String) -> [UInt8] { le(text.utf8.count, 2) + [0] + Array(text.utf8) }

/// The same with two bytes a character.
func wide(_ text: String) -> [UInt8] { joined(le(text.utf16.count, 2), [1], twoBytes(text)) }

/// UTF-16 in little-endian order.
func twoBytes(_ text: String) -> [UInt8] { text.utf16.reduce(into: []) { $0 += le($1, 2) } }

func joined(_ parts: [UInt8]...) -> [UInt8] { Array(parts.joined()) }

/// Row, column (both from 0) and style, with which every cell begins.
func at(_ row: Int, _ column: Int, style: Int = 0) -> [UInt8] { le(row, 2) + le(column, 2) + le(style, 2) }
