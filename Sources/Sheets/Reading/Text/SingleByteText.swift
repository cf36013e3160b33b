import Tables

/// A text that is not UTF-8, in the one encoding of a byte a character that makes
/// Vietnamese of it.
///
/// The evidence is in its words beyond ASCII: nearly all of them are Vietnamese
/// syllables in one encoding, and fewer in every other that reads them otherwise.
struct SingleByteText {
  let bytes: [UInt8]
  /// Nil for the encodings of old fonts: their characters are left as they are,
  /// to be understood where the header is.
  let encoding: OldEncoding?

  private enum Candidate: CaseIterable {
    case windows1258, windows1252, tcvn3, vni

    /// In old fonts a single word of another language may look Vietnamese.
    var leastSyllables: Int { self == .tcvn3 || self == .vni ? 2 : 1 }

    /// Nil for those that are understood later.
    var encoding: OldEncoding? {
      switch self {
      case .windows1258: .windows1258
      case .windows1252: .windows1252
      case .tcvn3, .vni: nil
      }
    }

    /// The text of a line; nil if it cannot be in this encoding.
    func text(_ line: some Sequence<UInt8>) -> String? {
      switch self {
      case .windows1258: CodePage.windows1258.text(line)
      case .windows1252: CodePage.windows1252.text(line)
      case .tcvn3: CodePage.windows1252.text(line).flatMap(Grid.Script.tcvn3.unicode)
      case .vni: CodePage.windows1252.text(line).flatMap(Grid.Script.vni.unicode)
      }
    }
  }

  /// `declared` decides where the bytes do not.
  init?(_ file: [UInt8], declared: OldEncoding? = nil) {
    let lines = SingleByteText.sample(file)
    var best: (candidate: Candidate, syllables: Int, texts: [String?])?
    let asDeclared = Candidate.allCases.first { $0.encoding == declared && declared != nil }
    for candidate in [asDeclared].compactMap({ $0 }) + Candidate.allCases.filter({ $0 != asDeclared }) {
      let texts = lines.map { candidate.text($0) }
      // A line that cannot be in this encoding speaks against it with all its words.
      let counts = zip(lines, texts).map { line, text in
        text.map { SyllableCount($0) } ?? SyllableCount(CodePage.windows1252.text(line) ?? "")
      }
      let words = counts.reduce(0) { $0 + $1.words }
      let syllables = zip(counts, texts).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0.syllables) }
      let isProved = syllables * 5 >= words * 4 && syllables >= candidate.leastSyllables
      guard isProved || (candidate == asDeclared && best == nil) else { continue }
      if let before = best {
        if before.texts == texts { continue }
        // Two readings of equal weight: nobody can say.
        if before.syllables == syllables, before.candidate != asDeclared { return nil }
        if before.syllables >= syllables { continue }
      }
      best = (candidate, syllables, texts)
    }
    guard let best else { return nil }
    let whole = best.candidate == .windows1258 ? CodePage.windows1258 : .windows1252
    guard let text = whole.text(file) else { return nil }
    bytes = Array(text.utf8)
    encoding = best.candidate.encoding
  }

  /// Lines with more than ASCII, the first 64 KiB of them.
  private static func sample(_ file: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var size = 0
    var start = 0
    while start < file.count, size < 1 << 16 {
      let end = file[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? file.count
      let line = file[start..<end].prefix(1 << 14)
      if line.contains(where: { $0 >= 0x80 }) {
        lines.append(line)
        size += line.count
      }
      start = end + 1
    }
    return lines
  }
}
