/// The address of a cell in a sheet: column from 0, row from 1.
struct Address: Equatable {
  var column: Int
  var row: Int

  /// The last column and the last row that a sheet can have (XFD1048576).
  static let lastColumn = 16_383
  static let lastRow = 1_048_576

  /// Reads `B17`; nil for anything else and outside the sheet.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var letters = 0
    var index = 0
    while index < bytes.count, index < 3, case let letter = bytes[index] & 0xDF, letter >= 0x41,
      letter <= 0x5A
    {
      letters = letters &* 26 &+ Int(letter &- 0x40)
      index &+= 1
    }
    guard index > 0, letters <= Address.lastColumn + 1,
      let row = Address.row(UnsafeBufferPointer(rebasing: bytes[index...]))
    else { return nil }
    column = letters - 1
    self.row = row
  }

  /// Reads the number of a row.
  @inline(__always)
  static func row(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count >= 1, bytes.count <= 7 else { return nil }
    var row = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      row = row &* 10 &+ Int(byte &- 0x30)
    }
    return row >= 1 && row <= lastRow ? row : nil
  }
}
