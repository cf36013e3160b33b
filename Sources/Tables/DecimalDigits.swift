extension UnsafeMutablePointer<UInt8> {
  /// Writes a number in decimal digits, 20 at most; how many they are.
  @inlinable
  public func writeDigits(of number: UInt64) -> Int {
    var count = 1
    var bound: UInt64 = 10
    while count < 20, number >= bound { (count, bound) = (count + 1, bound &* 10) }
    writeDigits(of: number, count: count)
    return count
  }

  /// Writes the last `count` digits of a number, with zeros before it.
  @inlinable
  func writeDigits(of number: UInt64, count: Int) {
    var rest = number
    var place = count
    while place > 0 {
      place -= 1
      self[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
