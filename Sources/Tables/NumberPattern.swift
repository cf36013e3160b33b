/// How a format shows whole numbers otherwise than by zeros in front alone: `000\-000` shows 12345 as 012-345, `"9A"0` shows 1
/// as 9A1. A person takes what is shown for the value.
public struct NumberPattern: Hashable, Sendable {
  /// What stands at one place.
  public enum Part: Hashable, Sendable {
    /// A digit, 0 where the number has none left.
    case digit
    /// A digit where the number has one left.
    case digitIfAny
    /// A byte of UTF-8 that stands there whatever the number is.
    case literal(UInt8)
  }

  private let parts: [Part]

  /// From left to right; nil where no more digits can be seen than the number has, or too many parts.
  public init?(_ parts: [Part]) {
    let places = parts.filter { $0.isPlace }
    guard parts.count <= 40, (1...20).contains(places.count) else { return nil }
    let showsDigits = parts.contains { if case .literal(0x30...0x39) = $0 { true } else { false } }
    guard showsDigits || places.dropLast().contains(.digit) else { return nil }
    self.parts = parts
  }

  /// What is shown of a whole number, given by its digits; nil where that is not certain.
  ///
  /// Where a number has too few digits programs may differ in what they show of a sign between two places without one,
  /// and of a place that needs none behind one that does.
  public func text(of number: some BidirectionalCollection<UInt8>) -> [UInt8]? {
    guard number.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    var rest = number.drop { $0 == 0x30 }
    let firstPlace = parts.firstIndex { $0.isPlace } ?? 0
    var shown: [UInt8] = []
    for (index, part) in parts.enumerated().reversed() {
      switch part {
      case .literal(let byte): shown.append(byte)
      case .digit: shown.append(rest.popLast() ?? 0x30)
      case .digitIfAny:
        if let digit = rest.popLast() {
          shown.append(digit)
        } else if parts[firstPlace..<index].contains(where: { $0 != .digitIfAny }) || isSign(behind: index) {
          return nil
        }
      }
      // The first place has all digits that are left.
      if index == firstPlace { while let digit = rest.popLast() { shown.append(digit) } }
    }
    return shown.reversed()
  }

  /// A sign stands there, and another place somewhere behind it.
  private func isSign(behind index: Int) -> Bool {
    guard index + 1 < parts.count, !parts[index + 1].isPlace else { return false }
    return parts[(index + 1)...].contains { $0.isPlace }
  }

  /// At least so many bytes are shown.
  public var length: Int { parts.count }

  /// It as the code of a format: `000"-"000`.
  public var formatCode: String {
    var code: [UInt8] = []
    var isQuoted = false
    for part in parts {
      if case .literal(let byte) = part, byte != UInt8(ascii: "\"") {
        if !isQuoted { code.append(UInt8(ascii: "\"")) }
        code.append(byte)
        isQuoted = true
        continue
      }
      if isQuoted { code.append(UInt8(ascii: "\"")) }
      isQuoted = false
      switch part {
      case .digit: code.append(UInt8(ascii: "0"))
      case .digitIfAny: code.append(UInt8(ascii: "#"))
      case .literal(let byte): code += [UInt8(ascii: "\\"), byte]
      }
    }
    if isQuoted { code.append(UInt8(ascii: "\"")) }
    return String(decoding: code, as: UTF8.self)
  }
}

extension NumberPattern.Part {
  fileprivate var isPlace: Bool { self == .digit || self == .digitIfAny }
}

extension Grid {
  /// What is shown of a number by more than its own digits and zeros in front.
  public func pattern(of cell: Cell) -> NumberPattern? {
    guard let index = cell.patternIndex, index < patterns.count else { return nil }
    return patterns[index]
  }

  /// Says how the last cell, a number, is shown. A sheet tells of twelve patterns at most; of a cell in another one its
  /// value is known alone.
  public mutating func showLastCell(in pattern: NumberPattern) {
    guard !cells.isEmpty else { return }
    let index = patterns.firstIndex(of: pattern) ?? patterns.count
    guard index < Cell.mostPatterns else { return }
    if index == patterns.count { patterns.append(pattern) }
    cells[cells.count - 1].patternIndex = index
  }
}
