import CZlib
import Dispatch
import Tables

/// Raw deflate of a part that comes piece by piece, with its CRC and size.
///
/// The level is fixed, because it decides the bytes.
///
/// What is added later is packed on another thread, in the order in which it was
/// added, so that the bytes are the same; whatever asks for the result waits.
final class Deflation: @unchecked Sendable {
  private let stream: UnsafeMutablePointer<z_stream>
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private(set) var packed: [UInt8] = []
  private(set) var size: UInt64 = 0
  private(set) var crc: UInt = crc32(0, nil, 0)
  /// Made with the first piece that is packed later; small parts need none.
  private var later: (thread: SideThread, room: DispatchSemaphore)?
  /// Pieces that may wait to be packed.
  private static let mostWaiting = 8

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
    wait()
    // zlib counts its input in 32 bits.
    var start = 0
    while start < bytes.count {
      let end = min(start + 1 << 30, bytes.count)
      add(bytes[start..<end], flush: Z_NO_FLUSH)
      start = end
    }
  }

  /// The same on another thread where there is one, after all that was added before.
  func addLater(_ bytes: [UInt8]) {
    later = later ?? SideThread().map { ($0, DispatchSemaphore(value: Deflation.mostWaiting)) }
    guard let (thread, room) = later else { return add(bytes) }
    room.wait()
    thread.add { [self] in
      add(bytes[...], flush: Z_NO_FLUSH)
      room.signal()
    }
  }

  /// Ends the stream; nothing may be added after it.
  func finish() {
    wait()
    add([], flush: Z_FINISH)
  }

  /// Until everything that was added later is packed.
  private func wait() {
    later?.thread.finish()
    later = nil
  }

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

/// How hard zlib tries, from 1 to 9.
public var compressionLevel: Int { Int(Deflation.level) }

/// The version of zlib in use: with another one the same sheets may give other bytes.
public var zlibVersion: String { String(cString: CZlib.zlibVersion()) }
