public import Tables

/// A sheet with its texts in old encodings brought to Unicode, where that is certain.
///
/// Certain it is by the cell's font, and by the header: where more of its labels
/// are known after conversion than before, the whole sheet was written so.
/// Characters that a page spells by number or name are what they are. ``Grid/conversions`` remembers what each cell
/// was before. What is in Unicode
/// already has letters that the old scripts lack, and is left alone.
public func inUnicode(_ grid: Grid, schemas: SchemaSet) -> Grid {
  inUnicode(withoutRunsOfMarks(withoutEntities(grid))) { schemas.search.knownColumns(of: $0) }
}

extension StandardSchema {
  /// The same beside a Table Schema of somebody's own, whose fields stand in row 1.
  public func inUnicode(_ grid: Grid) -> Grid {
    let names = Set(fields.map(\.name))
    return TableSchema.inUnicode(withoutRunsOfMarks(grid)) { grid in
      guard grid.rows.first?.number == 1 else { return 0 }
      return grid.cells[grid.cellRange(ofRow: 0)].count { names.contains(grid.string(of: $0)) }
    }
  }
}

/// `knownColumns`: of how many labels something is known.
private func inUnicode(_ grid: Grid, knownColumns: (Grid) -> Int) -> Grid {
  var result = grid
  if grid.hasOldFonts { result.convertByFont() }
  if let script = result.script(proved: knownColumns) { result.convert(from: script) }
  return result
}

extension Grid {
  fileprivate mutating func convertByFont() {
    for index in cells.indices where cells[index].script != .unicode && cells[index].kind == .text {
      let script = cells[index].script
      guard let text = script.unicode(string(of: cells[index])) else { continue }
      replace(index, by: text, from: script.encoding)
    }
    hasOldFonts = false
  }

  /// All texts that can be in this script and are not plain.
  fileprivate mutating func convert(from script: Script) {
    var columnsWithUnicode: Set<UInt16> = []
    for cell in cells where cell.kind == .text {
      let text = text(of: cell)
      guard text.contains(where: { $0 >= 0x80 }) else { continue }
      if script.unicode(String(decoding: text, as: UTF8.self)) == nil {
        columnsWithUnicode.insert(cell.column)
      }
    }
    for index in cells.indices where cells[index].kind == .text {
      let before = string(of: cells[index])
      guard before.utf8.contains(where: { $0 >= 0x80 }), let text = script.unicode(before) else { continue }
      // Beside texts in Unicode, what is good Vietnamese as it stands was not written in the old script.
      if columnsWithUnicode.contains(cells[index].column) {
        let count = SyllableCount(before)
        if count.syllables == count.words { continue }
      }
      replace(index, by: text, from: script.encoding)
    }
  }

  mutating func replace(_ index: Int, by text: String, from encoding: OldEncoding) {
    let before = cells[index]
    cells[index].script = .unicode
    guard !text.utf8.elementsEqual(self.text(of: before)), bytes.count + text.utf8.count < UInt32.max else {
      return
    }
    cells[index].inShared = false
    cells[index].start = UInt32(bytes.count)
    cells[index].length = UInt32(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
    conversions.append(Conversion(cell: Int32(index), before: before, encoding: encoding))
  }
}

extension Grid.Script {
  fileprivate var encoding: OldEncoding { self == .vni ? .vni : .tcvn3 }
}

extension Grid {
  /// The script that the header proves; nil where it says nothing.
  fileprivate func script(proved knownColumns: (Grid) -> Int) -> Script? {
    guard mayHaveOldHeader else { return nil }
    let top = top
    var best: (script: Script?, count: Int)?
    for script in [Script.tcvn3, .vni] {
      var converted = top
      converted.convert(from: script)
      guard !converted.conversions.isEmpty else { continue }
      // What is known as it stands is counted only when there is something to compare.
      let before = best ?? (nil, knownColumns(top))
      let count = knownColumns(converted)
      best = count > before.count ? (script, count) : before
    }
    return best?.script
  }
}

extension Grid {
  /// Whether there is anything to try; nearly always there is not.
  fileprivate var mayHaveOldHeader: Bool {
    let depth = rows.firstIndex { $0.number > HeaderText.depth } ?? rows.count
    guard depth > 0 else { return false }
    let count = cellRange(ofRow: depth - 1).upperBound
    return CellView.of(self) { view in
      view.cells.prefix(count).contains { $0.kind == .text && hasForeignLetters(view.text($0)) }
    }
  }

  /// The rows in which a header is looked for, as a sheet of their own.
  fileprivate var top: Grid {
    var top = Grid(name: name)
    top.merges = merges
    for (index, row) in rows.enumerated() {
      guard row.number <= HeaderText.depth else { break }
      var row = row
      row.firstCell = Int32(top.cells.count)
      top.rows.append(row)
      for cell in cells[cellRange(ofRow: index)] {
        var copy = cell
        copy.start = UInt32(top.bytes.count)
        copy.inShared = false
        top.bytes.append(contentsOf: text(of: cell))
        top.cells.append(copy)
      }
    }
    return top
  }
}
