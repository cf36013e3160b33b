/// What a file is, by its first bytes, and in a ZIP container by what is in it.
/// Text that is nothing else is a CSV.
public func sniff(_ bytes: [UInt8]) -> FileType {
  bytes.withUnsafeBufferPointer { sniff($0) }
}

private func sniff(_ bytes: UnsafeBufferPointer<UInt8>) -> FileType {
  guard !bytes.isEmpty else { return .empty }
  if bytes.starts(with: [0x50, 0x4B]) { return container(bytes) }
  // A file of one byte that begins a container may be a container's beginning.
  if bytes.count == 1, bytes[0] == 0x50 { return .xlsx }
  for (signature, offset, type) in signatures where bytes.has(signature, at: offset) { return type }
  if bytes.has([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return compoundFile(bytes) }
  return text(bytes)
}

private let signatures: [(signature: [UInt8], offset: Int, type: FileType)] = [
  (Array("%PDF-".utf8), 0, .pdf), (Array("{\\rtf".utf8), 0, .rtf),
  ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, .png), ([0xFF, 0xD8, 0xFF], 0, .jpg),
  (Array("GIF87a".utf8), 0, .gif), (Array("GIF89a".utf8), 0, .gif),
  ([0x49, 0x49, 0x2A, 0x00], 0, .tif), ([0x4D, 0x4D, 0x00, 0x2A], 0, .tif),
  (Array("WEBP".utf8), 8, .webp), (Array("ftyphei".utf8), 4, .heic), (Array("ftypmif1".utf8), 4, .heic),
  (Array("Rar!".utf8) + [0x1A, 0x07], 0, .rar), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, .sevenZip),
  ([0x1F, 0x8B, 0x08], 0, .gz), (Array("BZh".utf8) + [0x31, 0x41, 0x59, 0x26], 0, .bz2),
  ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], 0, .xz), (Array("ustar".utf8), 257, .tar),
  // Workbooks of Excel 2 to 4: a bare stream that begins with its BOF record.
  ([0x09, 0x00, 0x04, 0x00], 0, .xls), ([0x09, 0x02, 0x06, 0x00], 0, .xls),
  ([0x09, 0x04, 0x06, 0x00], 0, .xls),
]

/// An OLE2 compound file: its directory holds the streams' names in UTF-16, each at
/// the beginning of an entry of 128 bytes.
private func compoundFile(_ bytes: UnsafeBufferPointer<UInt8>) -> FileType {
  let entries = stride(from: 512, to: bytes.count, by: 128)
  func holds(_ stream: String) -> Bool {
    let name: [UInt8] = stream.utf8.flatMap { [$0, 0] } + [0, 0]
    return entries.contains { bytes[$0] == name[0] && bytes.has(name, at: $0) }
  }
  if holds("EncryptedPackage") { return .encryptedWorkbook }
  if holds("PowerPoint Document") { return .ppt }
  // A workbook may have a document of Word in it.
  return holds("WordDocument") && !holds("Workbook") ? .doc : .xls
}

private func container(_ bytes: UnsafeBufferPointer<UInt8>) -> FileType {
  // Too short to tell, or the beginning of a part: as if it were the format that we read.
  let begins = bytes.count < 4 ? [0x50, 0x4B, 0x03].starts(with: bytes) : bytes[2] == 3 && bytes[3] == 4
  guard begins else { return bytes.count >= 4 && bytes[2] == 5 && bytes[3] == 6 ? .zip : text(bytes) }
  let names = ZipIndex.names(bytes)
  func any(under folder: String) -> Bool { names.contains { $0.hasPrefix(folder) } }
  if names.contains("xl/workbook.bin") { return .xlsb }
  if any(under: "xl/") { return names.contains("xl/vbaproject.bin") ? .xlsm : .xlsx }
  if any(under: "word/") { return .docx }
  if any(under: "ppt/") { return .pptx }
  if names.contains("index/document.iwa") || names.contains("index.zip") { return .numbers }
  if names.first == "mimetype" {
    // By rule the first part, stored: its text stands right behind its name.
    if bytes.has(Array("application/vnd.oasis.opendocument.spreadsheet".utf8), at: 38) { return .ods }
    if bytes.has(Array("application/vnd.oasis.opendocument.text".utf8), at: 38) { return .odt }
  }
  return names.isEmpty || names.contains("[content_types].xml") || any(under: "_rels/")
    || any(under: "docprops/") ? .xlsx : .zip
}

private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> FileType {
  if UTF16Order(bytes) != nil {
    guard bytes.count > 2 else { return .empty }
    // Enough of it to tell, as if its characters had one byte.
    return text(of: Array(bytes.dropFirst(2).prefix(8_192)).filter { $0 != 0 })
  }
  let hasMark = bytes.has([0xEF, 0xBB, 0xBF])
  guard bytes.count > (hasMark ? 3 : 0) else { return .empty }
  return text(of: bytes.dropFirst(hasMark ? 3 : 0))
}

private func text(of bytes: some RandomAccessCollection<UInt8>) -> FileType {
  let rest = bytes.drop(while: isTextBlank)
  return rest.prefix(4_096).map(lowercased).withUnsafeBufferPointer { head in
    guard head.first == UInt8(ascii: "<") else {
      if head.has(Array("mime-version:".utf8)) { return .mht }
      // A page may begin with what a program had to say before it.
      return [["table"], ["tr"], ["td", "th"]].allSatisfy { holdsTag(head, $0) } ? .html : .csv
    }
    if markup.contains(where: { head.has(Array($0.utf8)) }) { return .html }
    if holds(head, "<office:document") || holds(head, "opendocument:xmlns:office") { return .ods }
    if head.has(Array("<?xml".utf8)) || head.has(Array("<workbook".utf8)) {
      return holds(head, "<html") && !holds(head, "office:spreadsheet") ? .html : .xmlSpreadsheet
    }
    // Whatever else a page may begin with, a script too.
    let more = rest.prefix(1 << 16).map(lowercased)
    return more.withUnsafeBufferPointer { holdsTag($0, ["html", "table", "tr"]) } ? .html : .csv
  }
}

/// What pages begin with, and nothing else does; a comment too.
private let markup = [
  "<!doctype html", "<!--", "<html", "<head>", "<body", "<table", "<meta", "<style", "<div", "<center",
]

private func holds(_ text: UnsafeBufferPointer<UInt8>, _ word: String) -> Bool {
  text.contains(Array(word.utf8))
}

/// Whether one of these tags begins anywhere: `<tr>` or `<tr class=a>`, and not `<trường>`.
private func holdsTag(_ text: UnsafeBufferPointer<UInt8>, _ names: [String]) -> Bool {
  names.contains { name in [">", " ", "\n", "\r", "\t"].contains { holds(text, "<" + name + $0) } }
}
