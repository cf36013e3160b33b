import Foundation

/// The formats of strings.
enum TextForm: String, Sendable, CaseIterable {
  case standard = "default"
  case email, uri, binary, uuid

  /// Whether a text has the form.
  func fits(_ text: String) -> Bool {
    switch self {
    case .standard: true
    case .email: Self.isEmail(text)
    case .uri: Self.isURI(Array(text.utf8))
    case .binary: Data(base64Encoded: text.filter { !$0.isWhitespace }) != nil
    case .uuid: Self.isUUID(text)
    }
  }

  /// What a text of this form looks like.
  var example: String {
    switch self {
    case .standard: ""
    case .email: "ten@truong.edu.vn"
    case .uri: "https://truong.edu.vn/lop-10"
    case .binary: "VHV54buDbiBzaW5o"
    case .uuid: "5f0c7a52-2f8a-4b6e-9c1d-3e7a41b0c9d8"
    }
  }

  /// 32 hexadecimal digits, with hyphens where they belong or with none.
  private static func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (parts.count == 1 || parts.map(\.count) == [8, 4, 4, 4, 12])
      && parts.joined().utf8.count == 32 && parts.allSatisfy { $0.utf8.allSatisfy(isHex) }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  /// A dotted name of allowed characters, `@`, and a domain of at least two parts (or an address in brackets).
  private static func isEmail(_ text: String) -> Bool {
    guard let at = text.lastIndex(of: "@") else { return false }
    let (local, domain) = (text[..<at], text[text.index(after: at)...])
    guard (1...64).contains(local.utf8.count), domain.utf8.count <= 255 else { return false }
    let atoms = local.split(separator: ".", omittingEmptySubsequences: false)
    let marks = "!#$%&'*+-/=?^_`{|}~"
    guard
      atoms.allSatisfy({ atom in
        !atom.isEmpty && atom.allSatisfy { $0.isLetter || $0.isNumber || marks.contains($0) }
      })
    else { return false }
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      } && labels.last?.contains { $0.isLetter } == true
  }

  /// RFC 3986 with a scheme: only characters that are allowed, escapes with two hexadecimal digits.
  private static func isURI(_ text: [UInt8]) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return false }
    let isLetter = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
    let isDigit = { (byte: UInt8) in byte &- UInt8(ascii: "0") < 10 }
    guard isLetter(text[0]),
      text[..<colon].allSatisfy({ isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) })
    else { return false }
    let rest = text[(colon + 1)...]
    for (index, byte) in zip(rest.indices, rest) {
      if byte == UInt8(ascii: "%") {
        guard index + 2 < text.count, isHex(text[index + 1]), isHex(text[index + 2]) else { return false }
      } else if !isLetter(byte), !isDigit(byte), !"-._~:/?#[]@!$&'()*+,;=".utf8.contains(byte) {
        return false
      }
    }
    return rest.filter { $0 == UInt8(ascii: "#") }.count <= 1
  }
}
