/// Where each part of a key stands, so that a key is as few 64-bit words as it
/// needs; mostly one. Words compare as the key does, but smaller is better.
struct KeyLayout {
  /// What stands in one stretch of a word: the source's value without its
  /// lowest `dropped` bits. Of a value that goes on from the word before, the
  /// bits that stand there fall off the top.
  struct Part {
    var source: Source
    var dropped: UInt64
    var shift: UInt64
  }

  /// What a part is made from.
  enum Source {
    case direct, tier, sequentialWish, score, firstWishFirst, lastWishFirst
    /// A criterion or the draw: index into ``Keys/tieCodes``.
    case tieCode(Int)
    /// What the council concluded.
    case ruling
  }

  /// The parts of each word, the most important word first; at least one word.
  private(set) var words: [[Part]]

  /// `parts` in order of importance, each with the largest value it takes. A
  /// part that is the same for everybody takes no room, and the lowest
  /// `reserved` bits (less than 64) of each word stay 0.
  init(_ parts: [(source: Source, largest: UInt64)], reserved: UInt64) {
    words = [[]]
    var room = 64 - reserved
    // Parts are laid from the top of a word downward, and go on at the top of the next.
    for part in parts {
      var left = UInt64(64 - part.largest.leadingZeroBitCount)
      while left > 0 {
        if room == 0 {
          words.append([])
          room = 64 - reserved
        }
        let width = min(left, room)
        left -= width
        room -= width
        words[words.count - 1].append(Part(source: part.source, dropped: left, shift: reserved + room))
      }
    }
  }
}
