/// Where each part of a key stands, so that a key is as few 64-bit words as it
/// needs; mostly one. Words compare as the key does, but smaller is better.
struct KeyLayout {
  /// One part of a word.
  struct Part {
    var source: Source
    var shift: UInt64
  }

  /// What a part is made from.
  enum Source {
    case direct, tier, sequentialWish, score, firstWishFirst, lastWishFirst
    /// A criterion or the draw: index into ``Keys/tieCodes``.
    case tieCode(Int)
  }

  /// The parts of each word, the most important word first; at least one word.
  private(set) var words: [[Part]]

  /// `parts` in order of importance, each with the largest value it takes. A
  /// part that is the same for everybody takes no room.
  init(_ parts: [(source: Source, largest: UInt64)]) {
    words = [[]]
    var room: UInt64 = 64
    // Parts are laid from the top of a word downward; what is left below stays 0.
    for part in parts where part.largest > 0 {
      let width = UInt64(64 - part.largest.leadingZeroBitCount)
      if width > room {
        words.append([])
        room = 64
      }
      room -= width
      words[words.count - 1].append(Part(source: part.source, shift: room))
    }
  }
}
