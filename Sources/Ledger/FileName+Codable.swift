public import Disk
import Tables

extension FileName: Codable {
  /// Written as hexadecimal digits: any bytes survive, and nobody reads a
  /// sender's words in the journal.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexText(bytes))
  }

  /// Reads what ``encode(to:)`` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let name = FileName(hexText: try container.decode(String.self).utf8) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not hexadecimal")
    }
    self = name
  }

  /// The bytes of small hexadecimal digits; nil if anything else is among them.
  init?(hexText digits: some Collection<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x57
      default: return nil
      }
      if let first = high { bytes.append(first << 4 | value) }
      high = high == nil ? value : nil
    }
    guard high == nil else { return nil }
    self.init(bytes)
  }
}
