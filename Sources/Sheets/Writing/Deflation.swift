import CZlib

/// Raw deflate of a part that comes piece by piece, with its CRC and size.
///
/// The level is fixed, because it decides the bytes.
final class Deflation {
  private let stream: UnsafeMutablePointer<z_stream>
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private(set) var packed: [UInt8] = []
  private(set) var size: UInt64 = 0
  private(set) var crc: UInt = crc32(0, nil, 0)

  static let level: Int32 = 4

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = deflateInit2_(
      stream, Deflation.level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    // The arguments are constants: only a machine without memory, or with
    // another zlib than the one built against, can refuse.
    precondition(status == Z_OK, "zlib refused to start")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  func add(_ bytes: [UInt8]) {
    // zlib counts its input in 32 bits.
    var start = 0
    while start < bytes.count {
      let end = min(start + 1 << 30, bytes.count)
      add(bytes[start..<end], flush: Z_NO_FLUSH)
      start = end
    }
  }

  /// Ends the stream; nothing may be added after it.
  func finish() { add([], flush: Z_FINISH) }

  private func add(_ bytes: ArraySlice<UInt8>, flush: Int32) {
    bytes.withUnsafeBufferPointer { input in
      size += UInt64(input.count)
      crc = crc32_z(crc, input.baseAddress, z_size_t(input.count))
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = uInt(input.count)
      repeat {
        let written = chunk.withUnsafeMutableBufferPointer { output in
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = uInt(output.count)
          deflate(stream, flush)
          return output.count - Int(stream.pointee.avail_out)
        }
        packed.append(contentsOf: chunk[..<written])
      } while stream.pointee.avail_out == 0
    }
  }
}

/// The bare cost of packing: deflate of the bytes as our writers do it, and
/// nothing else.
public func bareDeflate(of bytes: [UInt8]) -> [UInt8] {
  let deflation = Deflation()
  deflation.add(bytes)
  deflation.finish()
  return deflation.packed
}

/// The version of zlib in use: with another one the same sheets may give other bytes.
public var zlibVersion: String { String(cString: CZlib.zlibVersion()) }
