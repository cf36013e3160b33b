internal import CZlib
import Tables

/// The content of a part, inflated piece by piece.
final class Inflater {
  /// How large a piece is at most.
  static let pieceSize = 1 << 16

  private let content: UnsafeBufferPointer<UInt8>
  private let name: String
  /// Nil for a part that is stored as it is. It must not be moved: `zlib` keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>?
  private var hasEnded = false
  private var storedBytes = 0

  init(_ entry: ZipIndex.Entry, of file: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
    content = UnsafeBufferPointer(rebasing: file[entry.data])
    name = entry.name
    guard entry.deflated else {
      stream = nil
      return
    }
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      stream.deallocate()
      throw .damaged(.container, part: entry.name)
    }
    // `zlib` takes the input as mutable and does not change it.
    stream.pointee.next_in = UnsafeMutablePointer(mutating: content.baseAddress)
    stream.pointee.avail_in = UInt32(clamping: content.count)
    self.stream = stream
  }

  deinit {
    guard let stream else { return }
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Fills a buffer with what comes next, and returns how much that is: 0 at the end.
  ///
  /// Throws `format-error` if the part is not deflated data that ends where the
  /// directory says. Who calls it decides how much is too much.
  func fill(_ piece: UnsafeMutableBufferPointer<UInt8>) throws(ReadingError) -> Int {
    guard let stream else {
      let rest = content[storedBytes...].prefix(piece.count)
      _ = piece.update(fromContentsOf: rest)
      storedBytes += rest.count
      return rest.count
    }
    guard !hasEnded else { return 0 }
    stream.pointee.next_out = piece.baseAddress
    stream.pointee.avail_out = UInt32(clamping: piece.count)
    let status = inflate(stream, Z_NO_FLUSH)
    guard status == Z_OK || status == Z_STREAM_END else { throw .damaged(.container, part: name) }
    hasEnded = status == Z_STREAM_END
    let made = piece.count - Int(stream.pointee.avail_out)
    guard hasEnded ? stream.pointee.avail_in == 0 : made > 0 else { throw .damaged(.container, part: name) }
    return made
  }
}

/// CRC-32 of what came before, continued by `piece`.
func checksum(_ before: UInt32, _ piece: UnsafeBufferPointer<UInt8>) -> UInt32 {
  UInt32(truncatingIfNeeded: crc32(UInt(before), piece.baseAddress, UInt32(piece.count)))
}
