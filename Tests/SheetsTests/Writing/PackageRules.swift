import Foundation
import FoundationXML

@testable import Sheets

/// An element of a part, as Foundation reads it.
typealias Markup = FoundationXML.XMLElement

/// What Excel asks of a package beyond well-formed XML, and answers with
/// "unreadable content" where it is missing (ISO/IEC 29500-1 and -2).
struct PackageRules {
  let zip: Unzip
  private(set) var faults: [String] = []

  init(_ bytes: [UInt8]) throws {
    zip = try Unzip(bytes)
    try judge()
  }

  private mutating func judge() throws {
    let paths = zip.entries.map(\.path)
    expect(Set(paths.map { $0.lowercased() }).count == paths.count, "a part stands twice")
    expect(zip.entries.allSatisfy { $0.flags & 8 == 0 }, "data descriptors")
    expect(Set(zip.entries.map(\.stamp)) == [0x21_0000], "stamps")
    try judgeTypes(paths)
    try judgeRelationships(paths)
    let styles = try root("xl/styles.xml")
    judgeStyles(styles)
    let texts = try root("xl/sharedStrings.xml")
    judgeTexts(texts)
    let book = try root("xl/workbook.xml")
    judgeBook(book)
    let limits = SheetJudge.Limits(
      styles: styles.only("cellXfs").elements("xf").count, texts: texts.elements("si").count)
    for path in paths where path.hasPrefix("xl/worksheets/sheet") {
      var sheet = SheetJudge(root: try root(path), limits: limits)
      sheet.judge()
      faults += sheet.faults.map { "\(path): \($0)" }
    }
  }

  private mutating func expect(_ holds: Bool, _ fault: String) { if !holds { faults.append(fault) } }

  private func root(_ path: String) throws -> Markup {
    guard let entry = zip.entries.first(where: { $0.path == path }),
      let root = try XMLDocument(data: Data(entry.content)).rootElement()
    else { throw Unzip.Flaw(what: "no \(path)") }
    return root
  }

  /// Every part has a type, and every type a part.
  private mutating func judgeTypes(_ paths: [String]) throws {
    let types = try root("[Content_Types].xml")
    let extensions = Set(types.elements("Default").map { $0.value("Extension") })
    let overridden = types.elements("Override").map { $0.value("PartName") }
    expect(Set(overridden).count == overridden.count, "a type stands twice")
    for name in overridden { expect(paths.contains(String(name.dropFirst())), "\(name) has a type alone") }
    for path in paths where path != "[Content_Types].xml" && !overridden.contains("/" + path) {
      let ending = path.split(separator: ".").last.map(String.init) ?? ""
      expect(ending != "xml" && extensions.contains(ending), "\(path) has no type")
    }
  }

  /// Every target is there, and every `r:id` has one of the right kind.
  private mutating func judgeRelationships(_ paths: [String]) throws {
    let kinds = [
      "sheet": "worksheet", "legacyDrawing": "vmlDrawing", "hyperlink": "hyperlink", "drawing": "drawing",
    ]
    for path in paths where path.hasSuffix(".rels") {
      let links = try root(path).elements("Relationship")
      let ids = links.map { $0.value("Id") }
      expect(Set(ids).count == ids.count, "\(path): an id stands twice")
      let folder = path.split(separator: "/").dropLast(2).map(String.init)
      for link in links where link.value("TargetMode") != "External" {
        var target = folder
        for step in link.value("Target").split(separator: "/") {
          if step == ".." { target.removeLast() } else { target.append(String(step)) }
        }
        expect(paths.contains(target.joined(separator: "/")), "\(path): \(link.value("Target")) is not there")
      }
      guard path != "_rels/.rels" else { continue }
      let owner = (folder + [String(path.split(separator: "/").last?.dropLast(5) ?? "")]).joined(
        separator: "/")
      for element in try root(owner).withAll() where !element.value("r:id").isEmpty {
        let link = links.first { $0.value("Id") == element.value("r:id") }
        let kind = link?.value("Type").split(separator: "/").last.map(String.init)
        expect(
          kind == kinds[element.name ?? ""], "\(owner): \(element.name ?? "") leads to \(kind ?? "nothing")")
      }
    }
  }

  private mutating func judgeStyles(_ styles: Markup) {
    let order = [
      "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles",
      "colors", "extLst",
    ]
    expect(styles.isOrdered(order), "styles: order \(styles.names)")
    for list in styles.elements() where list.value("count") != "" {
      expect(Int(list.value("count")) == list.elements().count, "styles: count of \(list.name ?? "")")
    }
    let fills = styles.only("fills").elements("fill").map { $0.only("patternFill").value("patternType") }
    expect(Array(fills.prefix(2)) == ["none", "gray125"], "styles: the first two fills")
    let normal = styles.only("cellStyles").elements("cellStyle").first
    expect(normal?.value("builtinId") == "0" && normal?.value("xfId") == "0", "styles: Normal")
    let sizes = ["fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"]
    let own = Set(styles.only("numFmts").elements("numFmt").map { $0.value("numFmtId") })
    expect(own.allSatisfy { Int($0) ?? 0 >= 164 }, "styles: a built-in format is redefined")
    for xf in styles.only("cellXfs").elements("xf") {
      for (name, list) in sizes {
        expect(Int(xf.value(name)) ?? -1 < styles.only(list).elements().count, "styles: \(name) out of range")
      }
      let format = xf.value("numFmtId")
      expect(Int(format) ?? 999 < 50 || own.contains(format), "styles: format \(format)")
      expect(format == "0" || xf.value("applyNumberFormat") == "1", "styles: format \(format) is not applied")
    }
  }

  private mutating func judgeTexts(_ texts: Markup) {
    let items = texts.elements("si")
    expect(Int(texts.value("uniqueCount")) == items.count, "texts: uniqueCount")
    var uses = 0
    for entry in zip.entries where entry.path.hasPrefix("xl/worksheets/sheet") {
      uses += entry.text.components(separatedBy: " t=\"s\"").count - 1
    }
    expect(Int(texts.value("count")) == uses, "texts: count")
    for item in items {
      let text = item.only("t").stringValue ?? ""
      expect(text.utf16.count <= 8 * 32_767, "texts: too long")
      let hasEdge = [" ", "\n", "\t"].contains { text.hasPrefix($0) || text.hasSuffix($0) }
      expect(!hasEdge || item.only("t").value("xml:space") == "preserve", "texts: spaces are lost")
    }
  }

  private mutating func judgeBook(_ book: Markup) {
    let order = [
      "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
      "functionGroups", "externalReferences", "definedNames", "calcPr",
    ]
    expect(book.isOrdered(order), "workbook: order \(book.names)")
    let sheets = book.only("sheets").elements("sheet")
    let names = sheets.map { $0.value("name") }
    expect(Set(names.map { $0.lowercased() }).count == names.count, "workbook: a name stands twice")
    expect(sheets.contains { $0.value("state").isEmpty }, "workbook: every sheet is hidden")
    for name in names {
      let isValid =
        !name.isEmpty && name.utf16.count <= 31 && !name.hasPrefix("'") && !name.hasSuffix("'")
        && !name.contains { "[]:*?/\\".contains($0) }
      expect(isValid, "workbook: the name \(name)")
    }
    for name in book.only("definedNames").elements("definedName") {
      expect(Int(name.value("localSheetId")) ?? -1 < sheets.count, "workbook: a name of no sheet")
    }
  }
}

extension Markup {
  func elements(_ name: String? = nil) -> [Markup] {
    (children ?? []).compactMap { $0 as? Markup }.filter { name == nil || $0.name == name }
  }

  /// The child of that name; an empty element where there is none.
  func only(_ name: String) -> Markup { elements(name).first ?? Markup(name: name) }

  func value(_ name: String) -> String { (attributes ?? []).first { $0.name == name }?.stringValue ?? "" }

  var names: [String] { elements().map { $0.name ?? "" } }

  func withAll() -> [Markup] { [self] + elements().flatMap { $0.withAll() } }

  /// The children are of these names, each at most once, in this order.
  func isOrdered(_ order: [String]) -> Bool {
    let places = names.map { order.firstIndex(of: $0) ?? -1 }
    return !places.contains(-1) && zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
  }
}
