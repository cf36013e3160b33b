import Foundation
import FoundationXML
import Tables

@testable import Sheets

/// What Excel asks of a worksheet part (CT_Worksheet and what its parts may hold).
struct SheetJudge {
  struct Limits {
    let styles: Int
    let texts: Int
  }

  let root: Markup
  let limits: Limits
  private(set) var faults: [String] = []

  init(root: Markup, limits: Limits) {
    self.root = root
    self.limits = limits
  }

  private static let order = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks",
    "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties",
    "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "tableParts",
    "extLst",
  ]

  private mutating func expect(_ holds: Bool, _ fault: String) { if !holds { faults.append(fault) } }

  mutating func judge() {
    expect(root.isOrdered(Self.order), "order \(root.names)")
    judgeRows()
    var last = 0
    for column in root.only("cols").elements("col") {
      let (first, end) = (Int(column.value("min")) ?? 0, Int(column.value("max")) ?? 0)
      expect(first > last && end >= first && end <= 16_384, "column \(first)")
      expect(Int(column.value("style")) ?? 0 < limits.styles, "the style of column \(first)")
      last = end
    }
    let merges = root.only("mergeCells")
    let ranges = merges.elements("mergeCell").map { $0.value("ref") }
    expect(ranges.isEmpty || Int(merges.value("count")) == ranges.count, "count of merges")
    for (index, one) in ranges.enumerated() {
      expect(!ranges[..<index].contains { overlap($0, one) }, "merge \(one) overlaps")
    }
    judgeValidations()
    let margins = root.only("headerFooter").elements().map { $0.stringValue ?? "" }
    expect(margins.allSatisfy { $0.utf16.count <= 255 }, "footer too long")
  }

  private mutating func judgeRows() {
    var lastRow = 0
    for row in root.only("sheetData").elements("row") {
      let number = Int(row.value("r")) ?? 0
      expect(number > lastRow && number <= 1_048_576, "row \(number) after \(lastRow)")
      lastRow = number
      var lastColumn = -1
      for cell in row.elements("c") {
        let name = cell.value("r")
        let place = address(name)
        expect(place.row == number && place.column > lastColumn, "cell \(name)")
        lastColumn = place.column
        expect(Int(cell.value("s")) ?? 0 < limits.styles, "the style of \(name)")
        judgeValue(cell, name)
      }
    }
  }

  private mutating func judgeValue(_ cell: Markup, _ name: String) {
    let value = cell.only("v").stringValue ?? ""
    expect(cell.elements("f").isEmpty, "\(name) is a formula")
    guard !cell.elements("v").isEmpty else { return expect(cell.value("t").isEmpty, "\(name) has no value") }
    switch cell.value("t") {
    case "", "n": expect(Double(value)?.isFinite ?? false, "\(name) is no number: \(value)")
    case "s": expect((0..<limits.texts).contains(Int(value) ?? -1), "\(name) shows no text")
    case "b": expect(value == "0" || value == "1", "\(name) is neither true nor false")
    case "e": expect(ErrorValue(rawValue: value) != nil, "\(name) is no error")
    default: expect(false, "\(name) has the type \(cell.value("t"))")
    }
  }

  private mutating func judgeValidations() {
    let validations = root.only("dataValidations")
    let all = validations.elements("dataValidation")
    expect(all.isEmpty || Int(validations.value("count")) == all.count, "count of validations")
    for validation in all {
      expect(validation.value("promptTitle").utf16.count <= 32, "title of a prompt")
      expect(validation.value("prompt").utf16.count <= 255, "prompt")
      expect(!validation.value("sqref").isEmpty, "a validation of nothing")
      guard validation.value("type") == "list" else { continue }
      let formula = validation.only("formula1").stringValue ?? ""
      expect(
        formula.hasPrefix("\"") ? formula.utf16.count <= 257 : formula.contains("!$"), "the list \(formula)")
    }
  }

  private func address(_ name: String) -> (row: Int, column: Int) {
    let bytes = Array(name.utf8)
    return bytes.withUnsafeBufferPointer { Address($0).map { ($0.row, $0.column) } ?? (-1, -1) }
  }

  private func overlap(_ one: String, _ other: String) -> Bool {
    func corners(_ range: String) -> [(row: Int, column: Int)] {
      range.split(separator: ":").map { address(String($0)) }
    }
    guard let a = corners(one).first, let b = corners(one).last, let c = corners(other).first,
      let d = corners(other).last
    else { return true }
    return a.row <= d.row && c.row <= b.row && a.column <= d.column && c.column <= b.column
  }
}
