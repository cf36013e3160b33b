import Disk
import Tables

/// As it is written down.
extension Identity {
  static let numberCount = 5

  var numbers: [Int64] { [Int64(bitPattern: device), Int64(bitPattern: inode), size, modified, changed] }

  /// The first ``numberCount`` of some numbers.
  init(_ numbers: ArraySlice<Int64>) {
    let first = numbers.startIndex
    self.init(
      device: UInt64(bitPattern: numbers[first]), inode: UInt64(bitPattern: numbers[first + 1]),
      size: numbers[first + 2], modified: numbers[first + 3], changed: numbers[first + 4])
  }
}

extension ByteWriter {
  mutating func add(_ identity: Identity) {
    for number in identity.numbers { add(Int(number)) }
  }
}

extension ByteReader {
  mutating func identity() throws(Misfit) -> Identity {
    var numbers: [Int64] = []
    for _ in 0..<Identity.numberCount { numbers.append(Int64(try number())) }
    return Identity(numbers[...])
  }
}
