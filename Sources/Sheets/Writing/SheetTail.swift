import Tables

/// What follows a sheet's rows, in the order that spreadsheet programs insist on.
struct SheetTail {
  let plan: SheetPlan
  let merges: [CellRange]
  /// The last body row, or the header's last row without any.
  let lastBodyRow: Int
  /// The last row of the sheet that holds anything.
  let lastRow: Int
  /// The notes' drawing is the part's only relationship besides the notes.
  let hasNotes: Bool
  /// Long lists, by their words: `DanhMuc!$A$1:$A$40`.
  let longLists: [[String]: String]
  /// Cells that lead to others.
  let links: [PlacedLink]
  /// The names of the sheets that links lead to.
  let sheetNames: [String]

  private var spec: SheetSpec { plan.spec }

  func add(to xml: inout XMLBytes) {
    if let filter {
      xml.add("<autoFilter")
      xml.attribute(" ref", filter.reference)
      xml.add("/>")
    }
    let merges = merges + (spec.form == .flat ? [] : spec.merges)
    if !merges.isEmpty {
      xml.add("<mergeCells")
      xml.attribute(" count", merges.count)
      xml.add(">")
      for range in merges {
        xml.add("<mergeCell")
        xml.attribute(" ref", range.reference)
        xml.add("/>")
      }
      xml.add("</mergeCells>")
    }
    addValidations(to: &xml)
    addLinks(to: &xml)
    if spec.form != .flat { addPage(to: &xml) }
    if !textRanges.isEmpty {
      xml.add("<ignoredErrors><ignoredError")
      xml.attribute(" sqref", textRanges.map(\.reference).joined(separator: " "))
      xml.add(" numberStoredAsText=\"1\"/></ignoredErrors>")
    }
    if hasNotes { xml.add("<legacyDrawing r:id=\"rId1\"/>") }
  }

  /// Where the filter's buttons stand, and what they filter.
  var filter: CellRange? {
    guard spec.form == .list, plan.headerRows > 0 else { return nil }
    let header = plan.firstBodyRow - 1
    return CellRange(rows: header...max(header, lastBodyRow), columns: 0...(spec.columns.count - 1))
  }

  /// Body rows that may be filled in: to the end of the sheet where nothing stands below.
  private var bodyRows: ClosedRange<Int> {
    let last = plan.below.isEmpty ? Worksheet.lastRow : lastBodyRow
    return plan.firstBodyRow...max(plan.firstBodyRow, last)
  }

  /// Cells whose digits are meant to be text: no green triangles.
  private var textRanges: [CellRange] {
    if spec.form == .free {
      guard lastRow > 0 else { return [] }
      return [CellRange(rows: 1...lastRow, columns: 0...(Worksheet.columnLimit - 1))]
    }
    var ranges: [CellRange] = []
    for (index, column) in spec.columns.enumerated() where column.kind == .code || column.kind == .text {
      if let last = ranges.last, last.columns.upperBound == index - 1 {
        ranges[ranges.count - 1].columns = last.columns.lowerBound...index
      } else {
        ranges.append(CellRange(rows: bodyRows, columns: index...index))
      }
    }
    return ranges
  }

  private func addValidations(to xml: inout XMLBytes) {
    let columns = spec.columns.enumerated().filter { $1.choices != nil || $1.prompt != nil }
    guard spec.form != .free, !columns.isEmpty else { return }
    xml.add("<dataValidations")
    xml.attribute(" count", columns.count)
    xml.add(">")
    for (index, column) in columns {
      xml.add("<dataValidation")
      if let choices = column.choices {
        xml.add(" type=\"list\" allowBlank=\"1\"")
        if choices.isClosed { xml.add(" showErrorMessage=\"1\"") }
      }
      if let prompt = column.prompt {
        xml.add(" showInputMessage=\"1\"")
        xml.attribute(" promptTitle", prompt.title.shortened(toUTF16: 32))
        xml.attribute(" prompt", prompt.text.shortened(toUTF16: 255))
      }
      xml.attribute(" sqref", CellRange(rows: bodyRows, columns: index...index).reference)
      guard let choices = column.choices else {
        xml.add("/>")
        continue
      }
      xml.add("><formula1>")
      xml.text(choices.inline ?? longLists[choices.words] ?? "")
      xml.add("</formula1></dataValidation>")
    }
    xml.add("</dataValidations>")
  }

  /// Margins in inches; the order of these elements is fixed.
  private func addPage(to xml: inout XMLBytes) {
    xml.add("<printOptions horizontalCentered=\"1\"/>")
    xml.add("<pageMargins left=\"0.6\" right=\"0.4\" top=\"0.6\" bottom=\"0.7\"")
    xml.add(" header=\"0.3\" footer=\"0.3\"/>")
    xml.add("<pageSetup paperSize=\"9\"")
    xml.attribute(" orientation", spec.page.landscape ? "landscape" : "portrait")
    xml.attribute(" fitToWidth", plan.pagesWide)
    xml.add(" fitToHeight=\"0\"/>")
    var footer = ""
    if !spec.page.footer.isEmpty { footer += "&L" + doubled(spec.page.footer).shortened(toUTF16: 180) }
    if let word = spec.page.pageWord {
      footer += "&C" + doubled(word).shortened(toUTF16: 40) + (word.isEmpty ? "" : " ") + "&P/&N"
    }
    guard !footer.isEmpty else { return }
    xml.add("<headerFooter><oddFooter>")
    xml.text(footer)
    xml.add("</oddFooter></headerFooter>")
  }

  /// `&` begins a code in footers.
  private func doubled(_ text: String) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
  }
}

extension Choices {
  /// The list as it stands inside a validation; nil where it must be a range:
  /// over 255 characters, or words that a comma would part.
  var inline: String? {
    let isPlain = words.allSatisfy { word in
      !word.contains(",") && !word.contains("\"") && !word.contains("\n") && word.first != " "
        && word.last != " "
    }
    let list = words.joined(separator: ",")
    return isPlain && list.utf16.count <= 255 ? "\"" + list + "\"" : nil
  }
}
