import TableSchema
import Tables

/// A table whose references are being judged: which rows are held, and which
/// cells are written anew in canonical form.
struct TableJudging {
  let schema: Schema
  private(set) var table: Table
  /// The canonical texts, each once.
  private var pool: [[UInt8]] = []
  private var numbers: [String: Int32] = [:]
  /// By column: the number of each row's new text, −1 for the cell as it is; empty for no change.
  private var rewrites: [[Int32]]
  /// By column: cells in which a name stands for its code.
  private var named: [(asDeclared: [CellRepairs], otherwise: CellRepairs)] = []
  /// The cells of which nothing can be said but that they cannot be read, which has been told.
  private var unreadable: Set<SheetCell> = []

  private struct SheetCell: Hashable {
    var row: Int
    var column: Int
  }

  init(_ table: Table, _ schema: Schema) {
    self.table = table
    self.schema = schema
    rewrites = Array(repeating: [], count: table.columns.count)
    for finding in table.findings where [.errorCell, .formulaWithoutValue].contains(finding.code) {
      unreadable.insert(SheetCell(row: finding.place.row, column: finding.place.column))
    }
  }

  /// Whether a cell holds an error value, or a formula instead of a value.
  func isUnreadable(_ column: Int, _ row: Int) -> Bool {
    !unreadable.isEmpty
      && unreadable.contains(
        SheetCell(row: Int(table.rowNumbers[row]), column: table.columns[column].sheetColumn))
  }

  /// The position of a key's column, or nil.
  func position(_ key: String) -> Int? { table.columns.firstIndex { $0.key == key } }

  /// The position of a key's column, which is added blank if the sheet has none.
  mutating func addedPosition(_ key: String, _ type: ValueType) -> Int {
    if let position = position(key) { return position }
    var texts = TextColumn()
    texts.reserve(rows: table.rowCount, bytes: 0)
    for _ in 0..<table.rowCount { texts.append("") }
    let label = schema.field(key).map { $0.field.label($0.number) } ?? key
    table.columns.append(Column(key: key, label: label, sheetColumn: -1, type: type, texts: texts))
    rewrites.append([])
    return table.columns.count - 1
  }

  /// The cell as it will stand.
  func text(_ column: Int, _ row: Int) -> ArraySlice<UInt8> {
    if !rewrites[column].isEmpty, rewrites[column][row] >= 0 { return pool[Int(rewrites[column][row])][...] }
    return table.columns[column].texts[row]
  }

  func string(_ column: Int, _ row: Int) -> String { String(decoding: text(column, row), as: UTF8.self) }

  // MARK: Writing anew

  /// The number of a canonical text.
  mutating func number(_ text: String) -> Int32 {
    if let number = numbers[text] { return number }
    let number = Int32(pool.count)
    numbers[text] = number
    pool.append(Array(text.utf8))
    return number
  }

  /// Writes the text of a number into a cell.
  mutating func write(_ number: Int32, _ column: Int, _ row: Int) {
    if rewrites[column].isEmpty { rewrites[column] = Array(repeating: -1, count: table.rowCount) }
    rewrites[column][row] = number
  }

  /// The number of the text written into a cell; −1 where it is as it was.
  func written(_ column: Int, _ row: Int) -> Int32 {
    rewrites[column].isEmpty ? -1 : rewrites[column][row]
  }

  /// The table with everything written.
  consuming func finished() -> Table {
    tellNames()
    for column in rewrites.indices where !rewrites[column].isEmpty {
      let old = table.columns[column].texts
      var new = TextColumn()
      new.reserve(rows: old.count, bytes: old.bytes.count)
      for row in 0..<old.count {
        let number = rewrites[column][row]
        if number >= 0 { new.append(pool[Int(number)]) } else { new.append(old[row]) }
      }
      table.columns[column].texts = new
    }
    return table
  }

  // MARK: Findings

  /// An error on a cell, or on the row: it is held.
  mutating func hold(
    _ row: Int, _ code: FindingCode, _ column: Int? = nil, key: String = "", value: String = "",
    facts: [String: String] = [:]
  ) {
    table.held[row] = true
    add(code, .error, row, column, key: key, value: value, facts: facts)
  }

  /// A column that is not there holds them all, and is told once.
  mutating func hold(all rows: [Int32], missing field: Field, _ number: Int) {
    guard !rows.isEmpty else { return }
    for row in rows { table.held[Int(row)] = true }
    let label = field.label(number)
    let place = Finding.Place(sheet: table.sheet, row: Int(table.headerRow), label: label)
    var facts = ["label": label, "kind": schema.kind.rawValue]
    let unknown = table.findings.filter { $0.code == .unknownLabel }.map(\.value)
    facts["suggestion"] = field.resembling(number, among: unknown)
    table.findings.append(Finding(.missingLabel, .error, at: place, facts: facts))
  }

  /// Of a cell that cannot be read nothing else is said.
  mutating func add(
    _ code: FindingCode, _ severity: Finding.Severity, _ row: Int, _ column: Int? = nil, key: String = "",
    value: String = "", facts: [String: String] = [:]
  ) {
    if let column, isUnreadable(column, row) { return }
    let label = schema.field(key).map { $0.field.label($0.number) } ?? key
    var place = Finding.Place(sheet: table.sheet, row: Int(table.rowNumbers[row]), label: label)
    if let column {
      place.column = table.columns[column].sheetColumn
      place.label = table.columns[column].label
    }
    table.findings.append(Finding(code, severity, at: place, value: value, facts: facts))
  }
}

extension TableJudging {
  /// A code that was named.
  struct NamedCode {
    var code: String
    /// The name is spelled as it was declared.
    var asDeclared: Bool
  }

  /// What a text in a cell comes to.
  enum Meaning {
    /// It is written like this.
    case canonical(Int32)
    /// It stays as it is.
    case asWritten
    case failed(FindingCode, [String: String])
  }

  /// Judges the cells of a column, each distinct text once; blanks are left alone.
  mutating func judge(
    _ column: Int, _ rows: [Int32],
    meaning: (_ text: String, _ judging: inout TableJudging) -> (Meaning, named: NamedCode?)
  ) {
    var distinct = Interner()
    var meanings: [(meaning: Meaning, named: NamedCode?)] = []
    let texts = table.columns[column].texts
    // As people write a list.
    let isList = table.columns[column].type == .list
    func shown(_ text: String) -> String { isList ? listItems(text).joined(separator: "; ") : text }
    for row in rows {
      let row = Int(row)
      let text = texts[row]
      if text.isEmpty { continue }
      let number = Int(distinct.number(text))
      if number == meanings.count {
        var (meaning, named) = meaning(texts.string(row), &self)
        if let code = named?.code { named?.code = shown(code) }
        meanings.append((meaning, named))
      }
      if let named = meanings[number].named {
        addName(row, column, shown(texts.string(row)), named, spelling: number)
      }
      switch meanings[number].meaning {
      case .canonical(let new): write(new, column, row)
      case .asWritten: break
      case .failed(let code, let facts):
        hold(row, code, column, value: shown(texts.string(row)), facts: facts)
      }
    }
  }

  /// A name was taken for its code: each cell that is spelled otherwise than the name was declared is told. What our
  /// own lists offer to choose from is told once for each name in a column, with how often it stands there: nobody
  /// should be frightened by what he was asked for.
  ///
  /// - Parameter spelling: the number of the text among those of the column.
  mutating func addName(
    _ row: Int, _ column: Int, _ value: @autoclosure () -> String, _ named: NamedCode, spelling: Int
  ) {
    while self.named.count <= column { self.named.append(([], CellRepairs(.nameForCode))) }
    guard named.asDeclared else {
      return self.named[column].otherwise.add(row: row, value: value(), facts: ["code": named.code])
    }
    while self.named[column].asDeclared.count <= spelling {
      self.named[column].asDeclared.append(CellRepairs(.nameForCode, most: 1))
    }
    self.named[column].asDeclared[spelling].add(row: row, value: value(), facts: ["code": named.code])
  }

  private mutating func tellNames() {
    for (position, names) in named.enumerated() {
      let column = table.columns[position]
      for repairs in names.asDeclared + [names.otherwise] {
        table.findings += repairs.findings { row in
          Finding.Place(
            sheet: table.sheet, row: Int(table.rowNumbers[row]), column: column.sheetColumn,
            label: column.label)
        }
      }
    }
  }
}
