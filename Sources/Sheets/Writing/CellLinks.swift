/// Where a cell leads when it is clicked.
struct CellLink {
  /// Position among the sheets of the book.
  let sheet: Int
  /// Its address there.
  let cell: String
}

/// A cell with a link.
struct PlacedLink {
  let cell: String
  let target: CellLink
}

extension SheetTail {
  /// Links within the workbook: a location, and no relationship.
  func addLinks(to xml: inout XMLBytes) {
    let known = links.filter { sheetNames.indices.contains($0.target.sheet) }
    guard !known.isEmpty else { return }
    xml.add("<hyperlinks>")
    for link in known {
      xml.add("<hyperlink")
      xml.attribute(" ref", link.cell)
      xml.attribute(" location", quoted(sheetNames[link.target.sheet]) + "!" + link.target.cell)
      xml.add("/>")
    }
    xml.add("</hyperlinks>")
  }
}
