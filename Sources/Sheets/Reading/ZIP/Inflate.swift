internal import CZlib
import Tables

/// Hands the content of a part to `take` piece by piece, at most 64 KiB each.
///
/// Throws `format-error` if the part is not deflated data that ends where the
/// directory says. `take` decides how much is too much.
func inflate(
  _ entry: ZipIndex.Entry, of file: UnsafeBufferPointer<UInt8>,
  _ take: (UnsafeBufferPointer<UInt8>) throws(ReadingError) -> Void
) throws(ReadingError) {
  let content = UnsafeBufferPointer(rebasing: file[entry.data])
  let pieceSize = 1 << 16
  guard entry.deflated else {
    for start in stride(from: 0, to: content.count, by: pieceSize) {
      try take(UnsafeBufferPointer(rebasing: content[start..<min(start + pieceSize, content.count)]))
    }
    return
  }
  let damaged = ReadingError.damaged(.container, part: entry.name)
  var stream = z_stream()
  guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
    throw damaged
  }
  defer { inflateEnd(&stream) }
  let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: pieceSize)
  defer { piece.deallocate() }
  // `zlib` takes the input as mutable and does not change it.
  stream.next_in = UnsafeMutablePointer(mutating: content.baseAddress)
  stream.avail_in = UInt32(clamping: content.count)
  var status = Z_OK
  while status != Z_STREAM_END {
    stream.next_out = piece.baseAddress
    stream.avail_out = UInt32(pieceSize)
    status = CZlib.inflate(&stream, Z_NO_FLUSH)
    guard status == Z_OK || status == Z_STREAM_END else { throw damaged }
    let made = pieceSize - Int(stream.avail_out)
    guard made > 0 || status == Z_STREAM_END else { throw damaged }
    try take(UnsafeBufferPointer(rebasing: piece[..<made]))
  }
  guard stream.avail_in == 0 else { throw damaged }
}

/// CRC-32 of what came before, continued by `piece`.
func checksum(_ before: UInt32, _ piece: UnsafeBufferPointer<UInt8>) -> UInt32 {
  UInt32(truncatingIfNeeded: crc32(UInt(before), piece.baseAddress, UInt32(piece.count)))
}
