import Tables

/// Which rows below the header are data.
///
/// Blank rows are none, nor are rows in which only the running number stands,
/// subtotals, the example of our templates, the ``ColumnNumbers`` that many forms have under
/// their labels, the labels again, ``PartHeadings`` of a list of persons, and remarks below
/// the list. A row of signatures, or of place and date, ends the list; the labels again begin another. What
/// looks like data between the two is data of which that has to be asked, and so is what stands below labels in
/// another order.
struct DataRows {
  /// Positions in ``Grid/rows``.
  private(set) var rows: [Int32] = []
  /// Rows of data that are hidden: positions in ``rows``.
  private(set) var hidden: [Int] = []
  /// Rows that are headings: positions in ``Grid/rows``, and of their only cell in ``Grid/cells``.
  private(set) var headings: [(row: Int, cell: Int)] = []
  /// Rows that were filled in before anybody was: as ``headings``, with the first cell.
  private(set) var prefilled: [(row: Int, cell: Int)] = []
  /// Rows that show how the table is filled in, and are not those of our templates: as ``prefilled``.
  private(set) var examples: [(row: Int, cell: Int, isMarked: Bool)] = []
  /// Rows of data below the signatures: positions in ``rows``, and of their first cell in ``Grid/cells``.
  private(set) var belowSignatures: [(row: Int, cell: Int)] = []
  /// Rows of data below labels in another order: positions in ``rows``, of their first cell in ``Grid/cells``,
  /// and the sheet row of those labels.
  private(set) var belowOtherLabels: [(row: Int, cell: Int, labels: Int32)] = []

  /// Rows that number the columns: positions in ``Grid/rows``.
  private(set) var columnNumbers: [Int] = []
  /// Rows of data that look like those: positions in ``rows``, and of their first cell in ``Grid/cells``.
  private(set) var likeColumnNumbers: [(row: Int, cell: Int)] = []

  private let view: CellView
  /// By sheet column: it means something in this kind.
  private let known: [Bool]
  private let ordinalColumn: Int?
  /// Nil in a table that is not about persons.
  private let partHeadings: PartHeadings?
  /// By sheet column: it may be filled in before anybody is, as a row with a class and a `không` says nothing of
  /// anybody. None where no column is.
  private let filledBeforehand: [Bool]

  /// - Parameter couldBeData: of a row that seems to number the columns, by its position in ``Grid/rows``; nil where
  ///   there is no such row.
  /// - Parameter areExamplesSought: else those of our templates alone are left out.
  init(
    _ grid: Grid, view: CellView, below labels: Header, _ columns: SheetColumns, _ schema: Schema,
    couldBeData: ((Int) -> Bool)?, areExamplesSought: Bool
  ) {
    let first = labels.firstDataRow
    self.view = view
    known = columns.known
    ordinalColumn = columns.ordinal
    let areOfPersons = schema.person != .none
    partHeadings =
      areOfPersons
      ? PartHeadings(
        view: view, known: known, ordinalColumn: ordinalColumn, naming: columns.naming, names: columns.names,
        identifiers: columns.identifiers, worded: columns.worded(schema), numbers: columns.numbers) : nil
    let beforehand = areOfPersons ? columns.prefilled(schema) : []
    filledBeforehand = beforehand.isEmpty ? [] : known.indices.map(beforehand.contains)
    guard first < grid.rows.count else { return }
    rows.reserveCapacity(grid.rows.count - first)
    let header = RepeatedHeader(
      grid, view: view, above: first, count: Int(labels.lastRow - labels.firstRow) + 1)
    let numbers = ColumnNumbers(
      grid, view: view, known: known, ordinalColumn: ordinalColumn, areOfPersons: areOfPersons)
    // The same row below the same labels is the same on every page.
    var answers: [[UInt16]: Bool] = [:]
    var isBelowLabels = true
    var isBelowSignatures = false
    var isBelowExample = false
    var otherLabels: Int32?
    for index in first..<grid.rows.count {
      let range = grid.cellRange(ofRow: index)
      var isLikeNumbers = false
      if isBelowLabels, let couldBeData, numbers.mayStand(inRow: index) {
        let columns = numbers.columns(ofRow: index)
        let isData = answers[columns] ?? (!numbers.areCertain(inRow: index) && couldBeData(index))
        answers[columns] = isData
        guard isData else {
          columnNumbers.append(index)
          continue
        }
        isLikeNumbers = true
      }
      guard let firstCell = range.first(where: { !isBlank(view.cells[$0]) }) else { continue }
      isBelowLabels = header.isRepeated(range, first: firstCell)
      let areOther = !isBelowLabels && header.areLabels(range)
      if isBelowLabels || areOther {
        otherLabels = areOther ? grid.rows[index].number : nil
        isBelowSignatures = false
        isBelowExample = false
        continue
      }
      let ordinal = ordinal(range).flatMap { mayBeSpecial(view.cells[$0]) ? $0 : nil }
      if let ordinal, isOurExample(view.text(view.cells[ordinal])) { continue }
      if areExamplesSought, headsExamples(range, first: firstCell) {
        isBelowExample = true
        headings.append((index, firstCell))
        continue
      }
      if areExamplesSought, let ordinal,
        marksExample(view.text(view.cells[ordinal]), isMadeUp: { partHeadings?.isMadeUp(range) == true })
      {
        examples.append((index, ordinal, true))
        continue
      }
      if isBelowSignatures {
        guard isLikeData(range), !isSignature(range), !isSubtotal(range, first: firstCell) else { continue }
        belowSignatures.append((rows.count, firstCell))
        rows.append(Int32(index))
        continue
      }
      // An enumerated heading stands alone.
      if mayBeSpecial(view.cells[firstCell]) || range.count == 1 {
        if isSignature(range) {
          isBelowSignatures = true
          continue
        }
        if isSubtotal(range, first: firstCell) || isRemark(range, first: firstCell) { continue }
        if let heading = heading(range, first: firstCell) {
          isBelowExample = false
          headings.append((index, heading))
          continue
        }
      }
      guard range.contains(where: { isKnown(view.cells[$0]) && !isBlank(view.cells[$0]) }) else { continue }
      if isPrefilled(range) {
        prefilled.append((index, firstCell))
        continue
      }
      if isBelowExample, partHeadings?.isMadeUp(range) == true {
        examples.append((index, firstCell, false))
        continue
      }
      isBelowExample = false
      if isLikeNumbers { likeColumnNumbers.append((rows.count, firstCell)) }
      if let otherLabels { belowOtherLabels.append((rows.count, firstCell, otherLabels)) }
      rows.append(Int32(index))
      if grid.rows[index].hidden { hidden.append(rows.count - 1) }
    }
  }

  /// The cell that is a heading of a part of the list.
  private func heading(_ range: Range<Int>, first: Int) -> Int? {
    guard let partHeadings else { return nil }
    func filled(after cell: Int) -> Int? { range[(cell + 1)...].first { !isBlank(view.cells[$0]) } }
    guard let second = filled(after: first) else { return partHeadings.heading(first, nil) }
    // No heading has more cells.
    return filled(after: second) == nil ? partHeadings.heading(first, second) : nil
  }

  private func headsExamples(_ range: Range<Int>, first: Int) -> Bool {
    guard let partHeadings, range.allSatisfy({ $0 == first || isBlank(view.cells[$0]) }) else { return false }
    return partHeadings.headsExamples(view.cells[first])
  }

  private func ordinal(_ range: Range<Int>) -> Int? {
    ordinalColumn.flatMap { column in range.first { Int(view.cells[$0].column) == column } }
  }

  private func isPrefilled(_ range: Range<Int>) -> Bool {
    guard !filledBeforehand.isEmpty else { return false }
    return range.allSatisfy { index in
      let cell = view.cells[index]
      return !isKnown(cell) || filledBeforehand[Int(cell.column)] || isBlank(cell)
    }
  }

  private func isKnown(_ cell: Grid.Cell) -> Bool {
    let column = Int(cell.column)
    return column < known.count && known[column]
  }

  private func isBlank(_ cell: Grid.Cell) -> Bool {
    if cell.kind == .error || cell.kind == .formulaWithoutValue { return false }
    let text = view.text(cell)
    // A letter or a digit first: most cells.
    if let first = text.first,
      (first > 0x20 && first < 0x7F) || (0xC3...0xC6).contains(first) || first == 0xE1
    {
      return false
    }
    return cleaned(text, collapsing: false).bytes.isEmpty
  }

  // MARK: Rows that are no data

  /// Such rows begin with a letter or a bracket, in a text that is not long.
  private func mayBeSpecial(_ cell: Grid.Cell) -> Bool {
    guard cell.kind == .text, cell.length < 120, let first = view.text(cell).first else { return false }
    return !isDigit(first)
  }

  private func isSignature(_ range: Range<Int>) -> Bool {
    let isOfPersons = partHeadings != nil
    var (isCertain, isBehindSigner) = (false, false)
    let areAll = range.allSatisfy { index in
      let cell = view.cells[index]
      if isBlank(cell) { return true }
      guard mayBeSpecial(cell) else { return false }
      let text = folded(cleaned(view.text(cell), collapsing: true).bytes)
      if isBehindSigner, isSignersName(text) {
        isBehindSigner = false
        return true
      }
      isBehindSigner = isOfPersons && namesSigner(text)
      let opens = isBehindSigner || isSignatureText(text)
      isCertain = isCertain || opens
      return opens || (isOfPersons && standsBesideSigner(text))
    }
    return areAll && isCertain
  }

  /// Whether a row below the signatures says something of several columns, and that is no names of those who
  /// sign: a number or a date is among it.
  private func isLikeData(_ range: Range<Int>) -> Bool {
    var filled = 0
    var hasDigits = false
    for cell in range.lazy.map({ view.cells[$0] }) where !isBlank(cell) {
      let isNumber = cell.kind != .text || isDigit(view.text(cell).first)
      guard isKnown(cell) || (isNumber && Int(cell.column) == ordinalColumn) else { continue }
      filled += 1
      hasDigits = hasDigits || isNumber
    }
    return filled > 3 || (filled > 1 && hasDigits)
  }

  private func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  private func isSubtotal(_ range: Range<Int>, first: Int) -> Bool {
    let written = view.text(view.cells[first])
    // Cheap: most names begin with other letters, and have no colon.
    guard let letter = written.first.map({ $0 | 0x20 }),
      " tcda-+*".utf8.contains(letter) || letter > 0x7F
        || letter == UInt8(ascii: "n") && written.contains(UInt8(ascii: ":"))
    else { return false }
    var text = String(decoding: cleaned(written, collapsing: true).bytes, as: UTF8.self).lowercased()
    text = String(text.drop { "-+* ".contains($0) })
    // Nobody is called so, whatever stands beside it.
    let openings = ["tổng cộng", "tổng số", "tổng:", "trong đó:", "nữ:", "nam:"]
    if openings.contains(where: text.hasPrefix) || text == "trong đó" { return true }
    if isSum(text) {
      // Nor is anybody of whom nothing but numbers is known; an id or a birth date is of somebody.
      return range.allSatisfy { index in
        let cell = view.cells[index]
        return index == first || isBlank(cell) || cell.kind == .number && !isId(view.text(cell))
          || cell.kind == .text && isCount(view.text(cell)) && !isId(view.text(cell))
      }
    }
    let closing = ["danh sach nay co", "danh sach co", "an dinh danh sach"]
    let key = folded(written)
    return closing.contains { key.starts(with: $0.utf8) }
  }

  /// `Cộng`, `Tổng: 35 học sinh`, `TONG CONG`; not the surname Tống, nor Công, nor either of them without marks
  /// before a name.
  private func isSum(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let first = words.first, let word = first.split(separator: ":").first,
      ["tổng", "cộng", "tong", "cong"].contains(word)
    else { return false }
    guard first == word, words.count > 1 else { return true }
    let next = words[1]
    return next.first?.isLetter == false
      || ["số", "so", "cộng", "cong", "lớp", "lop", "khối", "khoi", "toàn", "toan", "chung"].contains(next)
  }

  /// Ten or twelve digits, or eleven of which a spreadsheet program dropped the zero.
  private func isId(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    (10...12).contains(text.count) && text.allSatisfy(isDigit)
  }

  /// `Ghi chú: …` in a cell alone.
  private func isRemark(_ range: Range<Int>, first: Int) -> Bool {
    guard range.allSatisfy({ $0 == first || isBlank(view.cells[$0]) }) else { return false }
    let text = folded(cleaned(view.text(view.cells[first]), collapsing: true).bytes)
    return ["ghi chu", "luu y", "chu thich", "chu y"].contains { isWord($0, atStartOf: text) }
  }

  /// The words begin the text, and no letter follows them.
  private func isWord(_ words: String, atStartOf text: [UInt8]) -> Bool {
    guard text.starts(with: words.utf8) else { return false }
    guard let next = text.dropFirst(words.utf8.count).first else { return true }
    return next == UInt8(ascii: " ") || next == UInt8(ascii: ":")
  }

  /// Digits, points and commas.
  private func isCount(_ text: some Collection<UInt8>) -> Bool {
    text.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: ",")
    }
  }
}
