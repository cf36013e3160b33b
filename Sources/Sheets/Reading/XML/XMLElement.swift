internal import CLibXML2

/// The start of an element, as libxml2 hands it over: nothing copied, valid
/// during the call only.
struct XMLElement {
  /// Local name and namespace, interned in the parser's dictionary.
  let name: UnsafePointer<UInt8>
  let namespace: UnsafePointer<UInt8>?
  /// For each attribute local name, prefix, namespace, value and end of value.
  let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let attributeCount: Int

  /// Whether the local name is `name`. In hot paths compare interned pointers.
  func isNamed(_ name: StaticString) -> Bool { equal(self.name, name) }

  var isSpreadsheet: Bool { isIn(Namespace.spreadsheet) }

  func isIn(_ namespaces: [StaticString]) -> Bool {
    guard let namespace else { return false }
    return namespaces.contains { equal(namespace, $0) }
  }

  /// The attribute at `index`: its interned local name and its value.
  @inline(__always)
  func attribute(_ index: Int) -> (name: UnsafePointer<UInt8>, value: UnsafeBufferPointer<UInt8>)? {
    guard let attribute = attributes.map({ $0 + 5 * index }), attribute[2] == nil, let name = attribute[0],
      let start = attribute[3], let end = attribute[4]
    else { return nil }
    return (name, UnsafeBufferPointer(start: start, count: end - start))
  }

  /// The value of the attribute without a namespace called `name`.
  func bytes(_ name: StaticString, in namespaces: [StaticString] = []) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes else { return nil }
    for index in 0..<attributeCount {
      let attribute = attributes + 5 * index
      guard let local = attribute[0], equal(local, name), let start = attribute[3], let end = attribute[4]
      else { continue }
      if let namespace = attribute[2] {
        guard namespaces.contains(where: { equal(namespace, $0) }) else { continue }
      } else {
        guard namespaces.isEmpty else { continue }
      }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  /// The same as text.
  func text(_ name: StaticString, in namespaces: [StaticString] = []) -> String? {
    bytes(name, in: namespaces).map { String(decoding: plain($0), as: UTF8.self) }
  }

  /// The same as a boolean of XML Schema; `false` if there is none.
  func flag(_ name: StaticString) -> Bool {
    guard let bytes = bytes(name) else { return false }
    return isTrue(bytes)
  }
}

/// The namespaces of the transitional and of the strict form of OOXML.
enum Namespace {
  static let spreadsheet: [StaticString] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]
  static let relationships: [StaticString] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]
}

/// `1` or `true`.
func isTrue(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  bytes.count == 1 ? bytes[0] == UInt8(ascii: "1") : bytes.elementsEqual("true".utf8)
}

/// An attribute's value with its ampersands: without DTDs libxml2 leaves each
/// as `&#38;`, everything else is decoded.
private func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
  var text: [UInt8] = []
  var index = 0
  while index < bytes.count {
    text.append(bytes[index])
    index += bytes.has(Array("&#38;".utf8), at: index) ? 5 : 1
  }
  return text
}

private func equal(_ text: UnsafePointer<UInt8>, _ constant: StaticString) -> Bool {
  xmlStrEqual(text, constant.utf8Start) == 1
}
