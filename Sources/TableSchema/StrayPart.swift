import Tables

/// A column without a label, right of one whose field has parts, that is filled in like the last part:
/// `Họ và tên` centred over two columns, and the given names in the second. Also the column of that part with
/// its label, beside a whole that lacks it. Nothing says that the two belong together, and half a name is none:
/// to ask.
struct StrayPart {
  let place: ColumnPlace
  /// What it is a part of.
  let whole: Field
  private let value: String
  private let facts: [String: String]

  init?(_ header: Header, schema: Schema, _ grid: Grid, view: CellView, rows: [Int32]) {
    for column in header.columns {
      guard column.targets.count == 1, let target = column.targets.first else { continue }
      let whole = schema.fields[Int(target.field)]
      let parts = schema.parts(of: whole).filter { !$0.isOptionalPart }
      guard whole.type == .text, whole.use == .stored, parts.count == 2, let last = parts.last else {
        continue
      }
      let beside = column.sheetColumn + 1
      let label = header.columns.first { $0.sheetColumn == beside }
      if let label {
        guard label.targets.count == 1, label.targets[0].names(last, in: schema),
          !header.columns.contains(where: { $0.targets.contains { $0.names(parts[0], in: schema) } })
        else { continue }
      }
      let pairs = Self.pairs(grid, view, rows, column: column.sheetColumn)
      let filled = pairs.filter { !$0.first.isEmpty }
      let parted = filled.filter { Self.isPart($0.second, of: $0.first) }
      guard let sample = parted.first, 10 * parted.count >= 9 * filled.count,
        !parted.allSatisfy({ pair in schema.isChoice(pair.second) }),
        label != nil || Self.areNames(parted.map(\.second))
      else { continue }
      place = ColumnPlace(label: label?.label ?? "", sheetColumn: beside)
      self.whole = whole
      value = sample.second
      facts = [
        "label": column.label, "other": sample.first,
        "parts": parts.map { "«\($0.title)»" }.joined(separator: ", "),
      ]
      return
    }
    return nil
  }

  func tell(headerRow: Int32, _ findings: inout FindingList) {
    findings.add(.splitName, .error, headerRow: headerRow, column: place, value: value, facts: facts)
  }

  /// The texts of a column and of the one right of it, row by row.
  private static func pairs(
    _ grid: Grid, _ view: CellView, _ rows: [Int32], column: Int
  ) -> [(first: String, second: String)] {
    // Enough to know, from all of a list that may be sorted by name.
    stride(from: 0, to: rows.count, by: rows.count / 1_000 + 1).map { rows[$0] }.map { row in
      var pair = (first: "", second: "")
      for cell in grid.cellRange(ofRow: Int(row)).lazy.map({ view.cells[$0] }) where cell.kind == .text {
        let number = Int(cell.column)
        guard number == column || number == column + 1 else { continue }
        let text = String(decoding: cleaned(view.text(cell), collapsing: true).bytes, as: UTF8.self)
        if number == column { pair.first = text } else { pair.second = text }
      }
      return pair
    }
  }

  /// Not a few words again and again, as the names of ethnicities are: in a class there are many given names.
  private static func areNames(_ texts: [String]) -> Bool {
    let sample = stride(from: 0, to: texts.count, by: texts.count / 30 + 1).map { folded(texts[$0].utf8) }
    return sample.count < 3 || 3 * Set(sample).count > sample.count
  }

  /// Some letters and nothing else, and not what the other text ends with.
  private static func isPart(_ text: String, of whole: String) -> Bool {
    guard text.count > 1, text.allSatisfy({ $0.isLetter || $0 == " " || $0 == "'" || $0 == "-" }) else {
      return false
    }
    let (words, last) = ([UInt8(ascii: " ")] + folded(whole.utf8), [UInt8(ascii: " ")] + folded(text.utf8))
    return !words.suffix(last.count).elementsEqual(last)
  }
}

extension KnownLabels.Target {
  fileprivate func names(_ part: Field, in schema: Schema) -> Bool {
    schema.fields[Int(field)].name == part.name
  }
}

extension Schema {
  /// Whether a text is a word of one of the choices: `Nam` without a label is a gender.
  fileprivate func isChoice(_ text: String) -> Bool {
    fields.contains { $0.type == .choice && $0.choice(spelled: text.utf8) != nil }
  }
}
