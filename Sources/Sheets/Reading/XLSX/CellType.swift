/// What the attribute `t` of a cell says about its value.
enum CellType {
  case number, shared, text, boolean, error, isoDate

  /// A type that nobody has defined counts as text.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 1 else {
      self = .text
      return
    }
    switch bytes[0] {
    case UInt8(ascii: "s"): self = .shared
    case UInt8(ascii: "n"): self = .number
    case UInt8(ascii: "b"): self = .boolean
    case UInt8(ascii: "e"): self = .error
    case UInt8(ascii: "d"): self = .isoDate
    default: self = .text
    }
  }
}
