import Tables

extension ColumnReader {
  /// Flags and choices: a few words, compared folded and without spaces.
  mutating func readWords(_ block: ColumnBlock, _ findings: inout FindingList) {
    let words = foldedWords()
    var memo = WordMemo()
    swap(&memo, &self.memo)
    defer { swap(&memo, &self.memo) }
    var plain = PlainRows(from: block.rows.lowerBound)
    for row in block.rows {
      guard let cell = plainCell(block[row]) else { continue }
      if cell.kind == .text, case let text = view.text(cell), !text.isEmpty, isClean(text, collapsing: true),
        case let index = memo.value(text, compute: { words.index(of: text) }), index >= 0
      {
        numbers.append(Int64(index))
        plain.bytes += text.count
        continue
      }
      take(&plain, before: row, of: block)
      switch cell.kind {
      case .text, .boolean, .number:
        withText(of: cell, row: row) { reader, text in
          if text.isEmpty { return reader.addBlank() }
          let index = memo.value(text) { words.index(of: text) }
          if index >= 0 { return reader.add(text, Int64(index)) }
          if let rest = withoutApostrophe(text), words.index(of: rest) >= 0 {
            reader.countReread(row: row, cell: cell, as: Array(rest))
            return reader.add(rest, Int64(words.index(of: rest)))
          }
          reader.refuseWord(text, cell: cell, row: row, &findings)
        }
      default:
        if !refusesBroken(cell, row: row, &findings) { refuseType(row: row, cell: cell, &findings) }
      }
    }
    take(&plain, before: block.rows.upperBound, of: block)
  }

  private mutating func foldedWords() -> FoldedWords {
    let result = words ?? FoldedWords(field)
    words = result
    return result
  }

  private mutating func refuseWord(
    _ text: UnsafeBufferPointer<UInt8>, cell: Grid.Cell, row: Int, _ findings: inout FindingList
  ) {
    guard field.type == .choice else { return refuseType(row: row, cell: cell, &findings) }
    refuse(.enumeration, row: row, cell: cell, facts: field.wordFacts(text), &findings)
  }

  /// Lists: the items trimmed, without the empty ones, joined by `;`; items that
  /// are choices as the values that the code gives them.
  mutating func readLists(_ block: ColumnBlock, _ findings: inout FindingList) {
    let words = foldedWords()
    for row in block.rows {
      guard let cell = cell(block[row]) else { continue }
      switch cell.kind {
      case .text:
        withText(of: cell, row: row) { reader, text in
          reader.readList(text, cell: cell, row: row, words: words, &findings)
        }
      case .number:
        guard let number = SpelledNumber(view.text(cell)) else {
          refuseType(row: row, cell: cell, &findings)
          continue
        }
        let seen = field.choices.isEmpty ? view.shown(number, in: cell) : nil
        let item = seen ?? number.plain
        item.withUnsafeBufferPointer { readList($0, cell: cell, row: row, words: words, &findings) }
      default:
        if !refusesBroken(cell, row: row, &findings) { refuseType(row: row, cell: cell, &findings) }
      }
    }
  }

  private mutating func readList(
    _ text: UnsafeBufferPointer<UInt8>, cell: Grid.Cell, row: Int, words: FoldedWords,
    _ findings: inout FindingList
  ) {
    if isErrorValue(text) { return refuse(.errorCell, row: row, cell: cell, &findings) }
    if let rest = withoutApostrophe(text) {
      countReread(row: row, cell: cell, as: Array(rest))
      return readList(rest, cell: cell, row: row, words: words, &findings)
    }
    var items: [[UInt8]] = []
    for part in text.split(separator: UInt8(ascii: ";")) {
      let item = UnsafeBufferPointer(rebasing: part)
      let bytes = cleaned(item, collapsing: true).bytes
      guard !bytes.isEmpty else { continue }
      if !field.choices.isEmpty {
        let index = bytes.withUnsafeBufferPointer { words.index(of: $0) }
        guard index >= 0 else {
          let facts = bytes.withUnsafeBufferPointer { field.wordFacts($0) }
          return refuse(.enumeration, row: row, cell: cell, facts: facts, &findings)
        }
        items.append(Array(field.choices[index].value.utf8))
      } else {
        let fits = bytes.withUnsafeBufferPointer { field.itemType.spells($0) }
        guard fits else {
          return refuse(
            .typeError, row: row, cell: cell, facts: ["type": "list", "items": field.itemType.rawValue],
            &findings)
        }
        items.append(bytes)
      }
    }
    Array(items.joined(separator: [UInt8(ascii: ";")])).withUnsafeBufferPointer { texts.append($0) }
  }
}

extension ValueType {
  fileprivate func spells(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .integer: wholeNumber(text) != nil
    case .decimal: Exact(parsing: text) != nil
    default: true
    }
  }
}

extension Field {
  /// The facts of `enum`: what is allowed, and what was probably meant.
  fileprivate func wordFacts(_ text: UnsafeBufferPointer<UInt8>) -> [String: String] {
    let offered = choices.compactMap(\.words.first)
    let facts = ["words": offered.joined(separator: "; ")]
    return facts.merging(suggestion(for: text, among: offered)) { first, _ in first }
  }
}

/// The words of a flag or a choice by their folded spelling.
struct FoldedWords {
  private var indices: [[UInt8]: Int] = [:]

  init(_ field: Field) {
    if field.type == .flag {
      for word in ["co", "x", "1"] { indices[Array(word.utf8)] = 1 }
      for word in ["khong", "0"] { indices[Array(word.utf8)] = 0 }
    }
    for (index, choice) in field.choices.enumerated() {
      for word in choice.words { indices[Self.key(word.utf8)] = index }
    }
  }

  private static func key(_ word: some Collection<UInt8>) -> [UInt8] {
    folded(word).filter { $0 != UInt8(ascii: " ") }
  }

  /// The position of the choice, 1 or 0 of a flag; −1 for another word.
  func index(of text: UnsafeBufferPointer<UInt8>) -> Int { indices[Self.key(text)] ?? -1 }
}
