/// How many words of a text are written with more than ASCII, and how many of
/// those can be Vietnamese: the evidence for what an old text is written in.
public struct SyllableCount: Hashable, Sendable {
  /// Words with a character beyond ASCII.
  public private(set) var words = 0
  /// Those that are Vietnamese syllables.
  public private(set) var syllables = 0

  /// There are such words, and all of them are Vietnamese.
  public var isVietnamese: Bool { words > 0 && syllables == words }

  /// Counts the words of a text in composed Unicode.
  public init(_ text: some StringProtocol) {
    var word: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if SyllableCount.isInWord(scalar) { word.append(scalar) } else { count(&word) }
    }
    count(&word)
  }

  private mutating func count(_ word: inout [Unicode.Scalar]) {
    if word.contains(where: { $0.value >= 0x80 }) {
      words += 1
      if isSyllable(word) { syllables += 1 }
    }
    word.removeAll(keepingCapacity: true)
  }

  /// Letters, and all that is no letter and could be one in an old encoding.
  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xA1, 0x2000...0x206F: false
    default: true
    }
  }
}

/// Whether a word can be a Vietnamese syllable: its letters are Vietnamese, at
/// most one has a tone, and they are a beginning and a rhyme.
private func isSyllable(_ word: [Unicode.Scalar]) -> Bool {
  var letters: [UInt8] = []
  var tones = 0
  for scalar in word {
    if scalar.value < 0x80 {
      letters.append(UInt8(scalar.value) | 0x20)
    } else if let vowel = VietnameseVowel(scalar.value) {
      if vowel.hasTone { tones += 1 }
      letters.append(baseLetter(scalar.value) ?? 0)
    } else if scalar == "đ" || scalar == "Đ" {
      letters.append(UInt8(ascii: "d"))
    } else {
      return false
    }
  }
  guard tones <= 1 else { return false }
  return beginnings.contains { letters.starts(with: $0) && rhymes.contains(Array(letters[$0.count...])) }
}

private func words(_ list: String) -> [[UInt8]] { list.split(separator: " ").map { Array($0.utf8) } }

/// What a syllable can begin with, and nothing.
private let beginnings: [[UInt8]] =
  [[]] + words("b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")

/// What can follow, without diacritics.
private let rhymes = Set(
  words(
    "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep "
      + "iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi "
      + "om on ong oong ooc op ot u ua uan uang uat uay uc ue uech uen uenh ui um un ung uo uoc uoi uom uon uong "
      + "uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu uyn uyp y ych yem yen yet yeu yn ynh yt"))
