import Synchronization

/// An open file or folder; closed when the last reference goes.
public final class Handle: Sendable {
  /// The descriptor, meaningful to the disk that opened it.
  public let descriptor: Int32
  /// The name under which it was opened, for error messages.
  public let name: FileName
  private let close: @Sendable (Int32) -> Void
  /// Whether the names in this folder were read before: then it is no longer at its beginning.
  let wasListed = Atomic(false)

  /// For the disk that opened it: `close` is called once.
  public init(_ descriptor: Int32, name: FileName, close: @escaping @Sendable (Int32) -> Void) {
    self.descriptor = descriptor
    self.name = name
    self.close = close
  }

  deinit { close(descriptor) }
}
