import Glibc

/// The disk could not do what was asked: facts only, the sentence is made by `Wording`.
public struct DiskError: Error, Hashable, Sendable {
  /// What kind of refusal it is.
  public var code: Code
  /// The system call that failed, such as `openat`.
  public var systemCall: String
  /// The system's error number.
  public var number: Int32
  /// The printable form of the name that it was about; may be empty.
  public var name: String
  /// How many bytes more than there are would let it go on, where that is known.
  public var needed: Int64?

  /// The kinds of refusal that callers tell apart.
  public enum Code: String, Sendable {
    case notFound, exists, notEmpty
    /// EACCES, EPERM or a read-only file system: no right to do this.
    case denied
    /// No space or no quota left: try again later.
    case full
    /// Too many open descriptors, no memory.
    case exhausted
    /// In use by somebody who does not let go of it.
    case busy
    /// A symbolic link where a file was expected.
    case link
    /// A folder where a file was expected, or the other way round.
    case wrongKind
    case invalidName
    /// Two names on two file systems.
    case otherDevice
    /// The file system cannot do this.
    case unsupported
    /// The device failed, or anything that no other code names.
    case failed
  }

  /// The error of a system call that left `number` in errno.
  public init(_ systemCall: String, number: Int32, name: FileName) {
    self.systemCall = systemCall
    self.number = number
    self.name = name.escaped
    code =
      switch number {
      case ENOENT: .notFound
      case EEXIST: .exists
      case ENOTEMPTY: .notEmpty
      case EACCES, EPERM, EROFS: .denied
      case ENOSPC, EDQUOT: .full
      case EMFILE, ENFILE, ENOMEM: .exhausted
      case EBUSY, ETXTBSY: .busy
      case ELOOP: .link
      case EISDIR, ENOTDIR: .wrongKind
      case ENAMETOOLONG: .invalidName
      case EXDEV: .otherDevice
      case EINVAL, ENOSYS, EOPNOTSUPP: .unsupported
      default: .failed
      }
  }
}
