import Glibc

/// A file's name as the bytes that the disk holds.
///
/// Never a `String` key: two names that differ only in Unicode normalisation
/// are two files, and a name need not be valid UTF-8.
public struct FileName: Hashable, Sendable, Comparable {
  /// As the directory holds them.
  public let bytes: [UInt8]

  /// The name of these bytes.
  public init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The name of a text of ours, in UTF-8.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// The name as text, or nil if it is not valid UTF-8.
  public var text: String? { String(validating: bytes, as: UTF8.self) }

  /// In byte order.
  public static func < (a: FileName, b: FileName) -> Bool { order(a, b) < 0 }

  /// Below 0 if `a` comes before `b` in byte order, above if after, and 0 if they are the same.
  public static func order(_ a: FileName, _ b: FileName) -> Int {
    let (first, second) = (a.bytes.count, b.bytes.count)
    let common = a.bytes.withUnsafeBufferPointer { a in
      b.bytes.withUnsafeBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return Int32(0) }
        return memcmp(a, b, min(first, second))
      }
    }
    return common == 0 ? first - second : Int(common)
  }

  /// All bytes at once: names are looked up by the thousand.
  public func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    hasher.combine(bytes.count)
  }

  /// Whether the bytes begin with those of `prefix`.
  public func hasPrefix(_ prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }

  /// Whether the bytes end with those of `suffix`.
  public func hasSuffix(_ suffix: String) -> Bool {
    bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}

extension FileName: ExpressibleByStringLiteral {
  /// The name that stands in our code.
  public init(stringLiteral text: String) { self.init(text) }
}

extension FileName: CustomStringConvertible {
  /// The printable form: ``escaped``.
  public var description: String { escaped }

  /// The name for people: letters as they are; control, format and other
  /// invisible characters as `\u{…}`, bytes that are not UTF-8 as `\xNN`.
  public var escaped: String {
    var text = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      var source = rest.makeIterator()
      var parser = UTF8.ForwardParser()
      switch parser.parseScalar(from: &source) {
      case .valid(let encoded):
        append(UTF8.decode(encoded), to: &text)
        rest = rest.dropFirst(encoded.count)
      case .error(let length):
        for byte in rest.prefix(length) {
          text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        rest = rest.dropFirst(length)
      case .emptyInput:
        rest = []
      }
    }
    return text
  }

  private func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default:
      if scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
  }
}
