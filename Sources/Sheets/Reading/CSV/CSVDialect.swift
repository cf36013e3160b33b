/// Which byte parts the fields of a CSV.
enum CSVDialect {
  /// A line `sep=;` at the beginning says it; otherwise the one of tab,
  /// semicolon, comma and bar that the first records agree on most. Where `labels` stand in the first row, one that
  /// it does not have is none, nor one that parts a label. Also returns where the records begin.
  static func tell(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, firstRow labels: [String]? = nil
  ) -> (delimiter: UInt8, start: Int) {
    if let told = separatorLine(text, from: start) { return told }
    let comma = UInt8(ascii: ",")
    var best = (delimiter: comma, score: 0)
    let all = [UInt8(ascii: "\t"), UInt8(ascii: ";"), comma, UInt8(ascii: "|")]
    let known = all.map { labelCount(among: labels ?? [], on: $0, text, from: start) }
    for (delimiter, count) in zip(all, known) where count == known.max() {
      let score = agreement(on: delimiter, text, from: start, labelsInFirstRow: labels != nil)
      if score > best.score { best = (delimiter, score) }
    }
    return (best.delimiter, start)
  }

  private static func entityLengthAfter(_ byte: UInt8, _ length: Int) -> Int {
    switch byte {
    case UInt8(ascii: "&"): 1
    case UInt8(ascii: "#") where length == 1: 2
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      (1..<10).contains(length) ? length + 1 : 0
    default: 0
    }
  }

  /// How many fields of the first row are one of some labels.
  private static func labelCount(
    among labels: [String], on delimiter: UInt8, _ text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    guard !labels.isEmpty else { return 0 }
    let line = text[start...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let known = Set(labels.map { Array($0.utf8) })
    let signs = Array(" \"".utf8)
    return line.prefix(1 << 16).split(separator: delimiter).count { field in
      known.contains(
        Array(field.drop { signs.contains($0) }.reversed().drop { signs.contains($0) }.reversed()))
    }
  }

  /// `sep=;` or `"sep=;"`, which spreadsheet programs do not show as a row.
  private static func separatorLine(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (delimiter: UInt8, start: Int)? {
    let end = text[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? text.count
    var line = text[start..<end]
    let quote = UInt8(ascii: "\"")
    if line.count == 7, line.first == quote, line.last == quote { line = line.dropFirst().dropLast() }
    guard line.count == 5, let delimiter = line.last, line.dropLast().map(lowercased) == Array("sep=".utf8),
      delimiter < 0x80, delimiter != quote
    else { return nil }
    let isPair = text.has(Array("\r\n".utf8), at: end)
    return (delimiter, min(end + (isPair ? 2 : 1), text.count))
  }

  /// How many delimiters stand in those of the first records that have the
  /// commonest number of them; none counts for nothing.
  private static func agreement(
    on delimiter: UInt8, _ text: UnsafeBufferPointer<UInt8>, from start: Int, labelsInFirstRow: Bool
  ) -> Int {
    var counts: [Int] = []
    var count = 0
    var inQuotes = false
    var atFieldStart = true
    // Of a character as a page spells it, up to its semicolon: `&#7877;`, `&amp;`.
    var entityLength = 0
    let quote = UInt8(ascii: "\"")
    for byte in text[start...].prefix(1 << 16) {
      let endsEntity = byte == UInt8(ascii: ";") && entityLength >= 4
      entityLength = entityLengthAfter(byte, entityLength)
      if inQuotes {
        inQuotes = byte != quote
      } else if byte == quote {
        // A quote elsewhere than at the start opens again only after it closed: a doubled one.
        inQuotes = atFieldStart
      } else if byte == delimiter, !endsEntity {
        count += 1
        atFieldStart = true
        continue
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        counts.append(count)
        count = 0
        atFieldStart = true
        continue
      } else {
        atFieldStart = false
      }
    }
    counts.append(count)
    if labelsInFirstRow, counts[0] == 0 { return 0 }
    var frequency: [Int: Int] = [:]
    for count in counts where count > 0 { frequency[count, default: 0] += 1 }
    return frequency.map { $0.key * $0.value }.max() ?? 0
  }
}
