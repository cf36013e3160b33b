/// A number as a workbook spells it (`8.5`, `8.3000000000000007`, `8.0207E+10`),
/// at the 15 significant digits that spreadsheet programs compute with.
struct SpelledNumber {
  private(set) var number: DecimalNumber
  /// More digits were spelled than can be trusted.
  let wasRounded: Bool

  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard var number = DecimalNumber(text) else { return nil }
    wasRounded = number.round(to: 15)
    self.number = number
  }

  var isWhole: Bool { number.isWhole }

  /// Digits with a point and without an exponent: `8.3`, `80207000000`.
  var plain: [UInt8] { number.plain }

  /// The same behind the zeros that its cell shows: `000123`.
  func shown(withZeros zeros: UInt8) -> [UInt8] {
    [UInt8](repeating: UInt8(ascii: "0"), count: Int(zeros)) + plain
  }
}
