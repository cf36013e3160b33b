/// The bytes of an XML part while it is being put together.
struct XMLBytes {
  var bytes: [UInt8] = []

  /// A part begins with its declaration.
  static func part() -> XMLBytes {
    var xml = XMLBytes()
    xml.add("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    return xml
  }

  /// Markup of our own, as it is.
  mutating func add(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// A whole number.
  mutating func add(_ number: Int) { bytes.appendDigits(of: Int64(number)) }

  /// ` name="number"`; the name with its leading space.
  mutating func attribute(_ name: StaticString, _ number: Int) {
    add(name)
    add("=\"")
    add(number)
    add("\"")
  }

  /// ` name="text"`, escaped. Control characters other than line breaks are left out.
  mutating func attribute(_ name: StaticString, _ text: String) {
    add(name)
    add("=\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: ">"): add("&gt;")
      case UInt8(ascii: "\""): add("&quot;")
      case UInt8(ascii: "\n"): add("&#10;")
      case 0..<0x20: break
      default: bytes.append(byte)
      }
    }
    add("\"")
  }

  /// The text of an element, escaped for XML and for spreadsheets: what XML
  /// cannot hold is written `_xHHHH_`, and what looks like that already gets
  /// an escaped underscore (ISO 29500-1, 22.9.2.19).
  mutating func text(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: ">"): add("&gt;")
      case UInt8(ascii: "_") where XMLBytes.isEscape(text[index...]): add("_x005F_")
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"): bytes.append(byte)
      case 0..<0x20:
        add("_x00")
        bytes.append(XMLBytes.hexDigits[Int(byte >> 4)])
        bytes.append(XMLBytes.hexDigits[Int(byte & 15)])
        add("_")
      case 0xEF where text[index...].starts(with: [0xEF, 0xBF, 0xBE]):
        add("_xFFFE_")
        index += 2
      case 0xEF where text[index...].starts(with: [0xEF, 0xBF, 0xBF]):
        add("_xFFFF_")
        index += 2
      default: bytes.append(byte)
      }
      index += 1
    }
  }

  mutating func text(_ string: String) { text(Array(string.utf8)[...]) }

  /// `<t>` with the text in it, spaces kept.
  mutating func textElement(_ content: ArraySlice<UInt8>) {
    if XMLBytes.isSpace(content.first) || XMLBytes.isSpace(content.last) {
      add("<t xml:space=\"preserve\">")
    } else {
      add("<t>")
    }
    text(content)
    add("</t>")
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static func isSpace(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
  }

  /// The text begins with `_xHHHH_`.
  private static func isEscape(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 7 else { return false }
    let start = text.startIndex
    guard text[start + 1] == UInt8(ascii: "x"), text[start + 6] == UInt8(ascii: "_") else { return false }
    return text[(start + 2)..<(start + 6)].allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
        UInt8(ascii: "a")...UInt8(ascii: "f"):
        true
      default: false
      }
    }
  }
}
