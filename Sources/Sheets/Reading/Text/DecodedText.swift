import Tables

/// The content of a text file in UTF-8, and what it was written in.
///
/// Which encoding it is, the bytes must prove; what they do not prove is
/// refused, as it would be read as wrong names.
struct DecodedText {
  /// UTF-8 without NUL.
  var bytes: [UInt8]
  /// Where the text begins, behind a byte order mark.
  var start = 0
  /// The UTF-8 began with a byte order mark.
  var hasMark = false
  /// False where no `&` is in it.
  var mayHaveEntities = true
  /// What is worth telling about the encoding.
  var note: Finding?

  /// `declared`: what a page says of itself, for where its bytes do not decide.
  init(_ file: [UInt8], declared: OldEncoding? = nil) throws(ReadingError) {
    if let order = UTF16Order(file) {
      bytes = try order.utf8(file)
      note = Finding(.transcoded, .note, facts: ["encoding": OldEncoding.utf16.rawValue])
      return
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    hasMark = file.starts(with: mark)
    start = hasMark ? mark.count : 0
    bytes = file
    let (fault, hasAmpersand) = try file.withUnsafeBufferPointer { text throws(ReadingError) in
      let found = signs(in: text)
      if found.zero { throw textWithZeros(text) }
      return (firstFault(text), found.ampersand)
    }
    mayHaveEntities = hasAmpersand
    guard let fault else { return }
    guard !hasMark, let found = SingleByteText(file, declared: declared) else {
      throw ReadingError(.encodingError, facts: place(of: fault, in: file))
    }
    bytes = found.bytes
    // A program that has only the letters of one code page puts question marks for the others.
    if let word = wordWithLostLetters(bytes) {
      throw ReadingError(.lettersLost, value: String(decoding: word, as: UTF8.self))
    }
    if let encoding = found.encoding {
      note = Finding(.transcoded, .repair, facts: ["encoding": encoding.rawValue])
    }
  }
}

/// Whether a zero is in a text, and whether an ampersand is; of a text with a zero only that is said.
private func signs(in text: UnsafeBufferPointer<UInt8>) -> (zero: Bool, ampersand: Bool) {
  guard let start = text.baseAddress else { return (false, false) }
  let wanted = ByteWord(repeating: UInt8(ascii: "&"))
  var index = 0
  var ampersands: UInt64 = 0
  while index + 4 * ByteWord.size <= text.count {
    var found: UInt64 = 0
    for word in 0..<4 {
      let bytes = ByteWord(start + index + word * ByteWord.size)
      found |= bytes.below(1)
      ampersands |= bytes.equal(to: wanted)
    }
    if found != 0 { return (true, false) }
    index += 4 * ByteWord.size
  }
  let rest = text[index...]
  return (rest.contains(0), ampersands != 0 || rest.contains(UInt8(ascii: "&")))
}

/// Zeros up to the end, or a long run of them, are a copy that has its full length
/// already, but not yet all of its bytes; others are no text at all.
private func textWithZeros(_ text: UnsafeBufferPointer<UInt8>) -> ReadingError {
  var run = 0
  var longest = 0
  for byte in text {
    run = byte == 0 ? run + 1 : 0
    longest = max(longest, run)
  }
  let isControl = { (byte: UInt8) in byte < 0x20 && byte != 0 && !(0x07...0x0D).contains(byte) && byte != 0x1A
  }
  let isWide = UTF16Order(text.dropLast(run)) != nil
  let isWiderStill = text.has([0xFF, 0xFE, 0, 0]) || text.has([0, 0, 0xFE, 0xFF])
  let isText = isWide || !text.prefix(1024).contains(where: isControl)
  return isText && !isWiderStill && (run > 0 || longest >= 512)
    ? .cut(.zeros) : ReadingError(.unsupportedFormat, facts: ["format": "binary"])
}

/// The first word with a question mark between two letters.
private func wordWithLostLetters(_ text: [UInt8]) -> ArraySlice<UInt8>? {
  func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
  func isInWord(_ byte: UInt8) -> Bool { isLetter(byte) || byte == UInt8(ascii: "?") }
  for index in text.indices.dropFirst().dropLast()
  where text[index] == UInt8(ascii: "?") && isLetter(text[index - 1]) && isLetter(text[index + 1]) {
    let start = text[..<index].lastIndex { !isInWord($0) }.map { $0 + 1 } ?? 0
    let end = text[index...].firstIndex { !isInWord($0) } ?? text.count
    return text[start..<end]
  }
  return nil
}

/// In which line something begins that is no UTF-8, and what stands before it there.
private func place(of offset: Int, in text: [UInt8]) -> [String: String] {
  var facts = ["line": String(text[..<offset].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 })]
  let line = text[..<offset].lastIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  let before = String(decoding: text[(line.map { $0 + 1 } ?? 0)..<offset], as: UTF8.self)
  if !before.isEmpty { facts["near"] = String(before.suffix(20)) }
  return facts
}

/// In which order UTF-16 has its bytes.
enum UTF16Order {
  case little, big

  /// By the mark at the beginning; without one, by the zeros beside the characters of ASCII.
  init?(_ file: some Collection<UInt8>) {
    let head = Array(file.prefix(1024))
    switch head {
    // UTF-32, in which nobody saves tables.
    case _ where head.starts(with: [0xFF, 0xFE, 0, 0]): return nil
    case _ where head.starts(with: [0xFF, 0xFE]): self = .little
    case _ where head.starts(with: [0xFE, 0xFF]): self = .big
    default:
      // Half of the characters of a table are digits, signs and letters of ASCII, on one side zeros.
      let pairs = head.count / 2
      let zeros = { (side: Int) in (0..<pairs).count { head[2 * $0 + side] == 0 } }
      let (first, second) = (zeros(0), zeros(1))
      guard pairs >= 2, (first == 0) != (second == 0), max(first, second) * 3 >= pairs else { return nil }
      self = first == 0 ? .little : .big
    }
  }

  /// The text without its mark. Half a character, a zero or half a pair is no text.
  func utf8(_ file: [UInt8]) throws(ReadingError) -> [UInt8] {
    guard file.count % 2 == 0 else { throw ReadingError(.unfinished) }
    var units: [UInt16] = []
    units.reserveCapacity(file.count / 2)
    var expectsTrail = false
    var line = 1
    for index in stride(from: 0, to: file.count, by: 2) {
      let (first, second) = (UInt16(file[index]), UInt16(file[index + 1]))
      let unit = self == .little ? second << 8 | first : first << 8 | second
      if index == 0, unit == 0xFEFF { continue }
      guard unit != 0 else { throw .cut(.zeros) }
      guard UTF16.isTrailSurrogate(unit) == expectsTrail else {
        throw ReadingError(
          .encodingError, facts: ["encoding": OldEncoding.utf16.rawValue, "line": String(line)])
      }
      expectsTrail = UTF16.isLeadSurrogate(unit)
      if unit == 0x0A { line += 1 }
      units.append(unit)
    }
    guard !expectsTrail else { throw ReadingError(.unfinished) }
    return utf8Bytes(units)
  }
}
