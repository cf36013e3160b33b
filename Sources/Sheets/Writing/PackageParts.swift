import Tables

/// The parts that say what belongs to a workbook and how it hangs together.
struct PackageParts {
  let title: String
  let sheets: [BookParts.FinishedSheet]

  private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  /// All parts in the order in which they stand in the file.
  func entries(texts: ZipEntry, styles: ZipEntry) -> [ZipEntry] {
    var entries = [
      contentTypes(),
      relations(
        path: "_rels/.rels",
        [
          ("officeDocument", "xl/workbook.xml"),
          ("metadata/core-properties", "docProps/core.xml"),
          ("extended-properties", "docProps/app.xml"),
        ]),
      workbook(),
      relations(
        path: "xl/_rels/workbook.xml.rels",
        sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
          + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]),
    ]
    entries += sheets.map(\.entry)
    var block = 1
    for notes in sheets.compactMap(\.notes) {
      entries.append(notes.drawing(firstBlock: block))
      entries.append(notes.comments())
      entries.append(
        relations(
          path: "xl/worksheets/_rels/sheet\(notes.index).xml.rels",
          [
            ("vmlDrawing", "../drawings/vmlDrawing\(notes.index).vml"),
            ("comments", "../comments\(notes.index).xml"),
          ]))
      block += notes.shapeBlocks
    }
    return entries + [texts, styles] + properties()
  }

  private func contentTypes() -> ZipEntry {
    var xml = XMLBytes.part()
    xml.add("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
    xml.add("<Default Extension=\"rels\"")
    xml.add(" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
    xml.add("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
    if sheets.contains(where: { $0.notes != nil }) {
      xml.add("<Default Extension=\"vml\"")
      xml.add(" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>")
    }
    func add(_ path: String, _ type: String) {
      xml.add("<Override")
      xml.attribute(" PartName", "/" + path)
      xml.attribute(" ContentType", type)
      xml.add("/>")
    }
    add("xl/workbook.xml", PackageParts.types + "sheet.main+xml")
    for sheet in sheets { add(sheet.entry.path, PackageParts.types + "worksheet+xml") }
    for notes in sheets.compactMap(\.notes) { add(notes.commentsPath, PackageParts.types + "comments+xml") }
    add("xl/styles.xml", PackageParts.types + "styles+xml")
    add("xl/sharedStrings.xml", PackageParts.types + "sharedStrings+xml")
    add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
    xml.add("</Types>")
    return ZipEntry(path: "[Content_Types].xml", xml)
  }

  /// A part of relationships, numbered rId1, rId2, … in order.
  private func relations(path: String, _ relations: [(type: String, target: String)]) -> ZipEntry {
    var xml = XMLBytes.part()
    xml.add("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">")
    for (index, relation) in relations.enumerated() {
      // The core properties alone belong to the package's own vocabulary.
      let base =
        relation.type.hasPrefix("metadata/")
        ? "http://schemas.openxmlformats.org/package/2006/relationships" : PackageParts.relationships
      xml.add("<Relationship")
      xml.attribute(" Id", "rId\(index + 1)")
      xml.attribute(" Type", base + "/" + relation.type)
      xml.attribute(" Target", relation.target)
      xml.add("/>")
    }
    xml.add("</Relationships>")
    return ZipEntry(path: path, xml)
  }

  private func workbook() -> ZipEntry {
    var xml = XMLBytes.part()
    xml.add("<workbook")
    xml.attribute(" xmlns", PackageParts.main)
    xml.attribute(" xmlns:r", PackageParts.relationships)
    xml.add("><workbookPr/><bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"24000\"")
    xml.add(" windowHeight=\"12000\"/></bookViews><sheets>")
    for (index, sheet) in sheets.enumerated() {
      xml.add("<sheet")
      xml.attribute(" name", sheet.name)
      xml.attribute(" sheetId", index + 1)
      if sheet.isHidden { xml.add(" state=\"hidden\"") }
      xml.attribute(" r:id", "rId\(index + 1)")
      xml.add("/>")
    }
    xml.add("</sheets>")
    if sheets.contains(where: { $0.filter != nil || $0.printTitles != nil }) {
      xml.add("<definedNames>")
      for (index, sheet) in sheets.enumerated() {
        if let filter = sheet.filter {
          xml.add("<definedName name=\"_xlnm._FilterDatabase\"")
          xml.attribute(" localSheetId", index)
          xml.add(" hidden=\"1\">")
          xml.text(quoted(sheet.name) + "!" + filter.absoluteReference)
          xml.add("</definedName>")
        }
        if let titles = sheet.printTitles {
          xml.add("<definedName name=\"_xlnm.Print_Titles\"")
          xml.attribute(" localSheetId", index)
          xml.add(">")
          xml.text(titles.reference(on: sheet.name))
          xml.add("</definedName>")
        }
      }
      xml.add("</definedNames>")
    }
    xml.add("</workbook>")
    return ZipEntry(path: "xl/workbook.xml", xml)
  }

  /// Without times: they would be all that differs between two writings.
  private func properties() -> [ZipEntry] {
    var core = XMLBytes.part()
    core.add("<cp:coreProperties")
    core.add(" xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"")
    core.add(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">")
    if !title.isEmpty {
      core.add("<dc:title>")
      core.text(title)
      core.add("</dc:title>")
    }
    core.add("</cp:coreProperties>")
    var app = XMLBytes.part()
    app.add("<Properties")
    app.add(" xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">")
    app.add("<Application>tuyensinh</Application></Properties>")
    return [ZipEntry(path: "docProps/core.xml", core), ZipEntry(path: "docProps/app.xml", app)]
  }
}

extension CellRange {
  /// `$A$1:$C$2`.
  fileprivate var absoluteReference: String {
    let first = "$\(columnLetters(columns.lowerBound))$\(rows.lowerBound)"
    return first + ":$\(columnLetters(columns.upperBound))$\(rows.upperBound)"
  }
}
