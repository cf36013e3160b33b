import Tables

/// A note on a cell.
struct CellNote {
  let row: Int
  let column: Int
  let text: String
}

/// The two parts that notes need: their texts, and the boxes they are shown in.
struct NoteParts {
  let notes: [CellNote]
  /// From 1, as the parts are numbered.
  let index: Int
  /// Of the sheet's columns, in characters.
  let widths: [Double]

  var commentsPath: String { "xl/comments\(index).xml" }
  var drawingPath: String { "xl/drawings/vmlDrawing\(index).vml" }

  /// Ids of shapes come in blocks of 1,024, none shared by two sheets.
  var shapeBlocks: Int { notes.count / 1024 + 1 }

  func comments() -> ZipEntry {
    var xml = XMLBytes.part()
    xml.add("<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
    xml.add("<authors><author></author></authors><commentList>")
    for note in notes {
      xml.add("<comment")
      xml.attribute(" ref", cellAddress(column: note.column, row: note.row))
      xml.add(" authorId=\"0\"><text><r><rPr><sz val=\"10\"/><color indexed=\"81\"/>")
      xml.add("<rFont val=\"Tahoma\"/><family val=\"2\"/></rPr><t xml:space=\"preserve\">")
      xml.text(note.text.shortened(toUTF16: TextPool.longestText))
      xml.add("</t></r></text></comment>")
    }
    xml.add("</commentList></comments>")
    return ZipEntry(path: commentsPath, xml)
  }

  func drawing(firstBlock: Int) -> ZipEntry {
    let blocks = (firstBlock..<(firstBlock + shapeBlocks)).map(String.init).joined(separator: ",")
    var xml = XMLBytes()
    xml.add(
      "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"")
    xml.add(" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">")
    xml.add("<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\"")
    xml.attribute(" data", blocks)
    xml.add("/></o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\"")
    xml.add(" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>")
    xml.add("<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>")
    for (index, note) in notes.enumerated() {
      xml.add("<v:shape id=\"_x0000_s")
      xml.add(firstBlock * 1024 + 1 + index)
      xml.add("\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\"")
      xml.add(" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>")
      xml.add("<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>")
      xml.add("<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"/></v:textbox>")
      xml.add("<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>")
      addAnchor(of: note, to: &xml)
      xml.add("</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>")
      xml.add(note.row - 1)
      xml.add("</x:Row><x:Column>")
      xml.add(note.column)
      xml.add("</x:Column></x:ClientData></v:shape>")
    }
    xml.add("</xml>")
    return ZipEntry(path: drawingPath, xml)
  }

  /// Beside the cell, some forty characters wide however narrow the columns there are, and as high as
  /// the text needs: left column and offset, top row and offset, right column and offset, bottom row
  /// and offset.
  private func addAnchor(of note: CellNote, to xml: inout XMLBytes) {
    let top = max(note.row - 2, 0)
    let lines = TextLayout.lineCount(of: note.text, width: 38, bold: false)
    var right = note.column + 1
    var rest = 15 + NoteParts.boxWidth
    while rest > pixels(right), right < note.column + 60 {
      rest -= pixels(right)
      right += 1
    }
    let numbers = [
      note.column + 1, 15, top, 10, right, rest, top + min(max(lines, 2), 20) + 1, 4,
    ]
    for (index, number) in numbers.enumerated() {
      if index > 0 { xml.add(", ") }
      xml.add(number)
    }
  }

  /// Of a box, in pixels.
  private static let boxWidth = 285

  /// How wide a column is on the screen.
  private func pixels(_ column: Int) -> Int {
    column < widths.count ? Int(min(max(widths[column], 1), 250) * 7) + 5 : 64
  }
}
