import Tables

/// The soft hyphens of a text: in TCVN3 the letter `ư`, and elsewhere nothing that anybody sees.
struct SoftHyphens {
  static let value: UInt32 = 0xAD

  /// Whether they may be letters, as the whole is Vietnamese with them.
  let mayBeLetters: Bool

  init(in text: String) {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: { $0.value == SoftHyphens.value }) else {
      mayBeLetters = false
      return
    }
    // Among digits it is none, nor beside a letter that is taken for another.
    var isAlone = scalars.contains { $0 == "Ð" || $0 == "ð" }
    var (before, isWaiting) = (false, false)
    for scalar in scalars {
      if scalar.value == SoftHyphens.value {
        isWaiting = isWaiting || !before
      } else {
        let isLetter = scalar.value >= 0xA1 || scalar.properties.isAlphabetic
        isAlone = isAlone || isWaiting && !isLetter
        (before, isWaiting) = (isLetter, false)
      }
    }
    mayBeLetters = !(isAlone || isWaiting) && OldTextDoubts.reading(of: text, in: .tcvn3) != nil
  }
}
