import Tables

/// The texts that are ordinary in a column, such as the names of ethnicities.
struct KnownTexts {
  /// What a text is told as that is none of them.
  let code: FindingCode
  private let known: Set<[UInt8]>
  /// A text may say more, and end with one of them.
  private let isEnding: Bool
  private var memo = WordMemo()
  private var told: Set<[UInt8]> = []

  init(_ constraints: Field.Constraints) {
    known = constraints.knownKeys
    switch constraints.knownAs {
    case .ethnicity: (code, isEnding) = (.unknownEthnicity, false)
    case .province: (code, isEnding) = (.unknownProvince, true)
    }
  }

  /// Texts in the form in which they are compared.
  static func keys(_ texts: [String]) -> Set<[UInt8]> { Set(texts.map { words($0.utf8).joined() }) }

  /// True once for each text that is none of them.
  mutating func isUnheardOf(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    !isKnown(text) && told.insert(folded(text)).inserted
  }

  mutating func isKnown(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let (known, isEnding) = (known, isEnding)
    return memo.value(text) {
      let words = Self.words(text)
      let starts = isEnding ? words.indices : words.indices.prefix(1)
      return starts.contains { known.contains(words[$0...].joined()) } ? 1 : 0
    } == 1
  }

  /// Folded, without signs between them.
  private static func words(_ text: some Collection<UInt8>) -> [[UInt8]] {
    folded(text).split { " .,;:-/()'".utf8.contains($0) }.map(Array.init)
  }
}

extension Collection<[UInt8]> {
  fileprivate func joined() -> [UInt8] { reduce(into: []) { $0 += $1 } }
}
