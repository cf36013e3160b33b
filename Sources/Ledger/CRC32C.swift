/// The CRC-32C (Castagnoli, RFC 3720) of bytes: tells a torn or altered line.
func crc32c(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var crc = UInt32.max
  for byte in bytes { crc = crc32cTable[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc &>> 8) }
  return ~crc
}

private let crc32cTable: [UInt32] = (0..<256).map { index in
  var value = UInt32(index)
  for _ in 0..<8 { value = value & 1 == 1 ? 0x82F6_3B78 ^ (value &>> 1) : value &>> 1 }
  return value
}
