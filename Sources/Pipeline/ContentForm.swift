import Tables

/// The tables of a file as bytes, beside the file itself: what was read and
/// checked once is not read again. All but its cells (``FileContent/grids``).
enum ContentForm {
  static func bytes(of content: FileContent) -> [UInt8] {
    var writer = ByteWriter()
    writer.add(content.isCSV)
    writer.add(content.fileExtension)
    writer.add(content.findings, ContentForm.write)
    writer.add(content.tables, ContentForm.write)
    writer.add(content.refused, ContentForm.write)
    return writer.bytes
  }

  /// Nil if these are not the bytes of a content.
  static func content(_ bytes: [UInt8]) -> FileContent? {
    var reader = ByteReader(bytes)
    do throws(ByteReader.Misfit) {
      let content = FileContent(
        isCSV: try reader.flag(), fileExtension: try reader.text(),
        findings: try reader.items(ContentForm.finding), tables: try reader.items(ContentForm.table),
        refused: try reader.items(ContentForm.table))
      return reader.isAtEnd ? content : nil
    } catch {
      return nil
    }
  }

  // MARK: Tables

  static func write(_ writer: inout ByteWriter, _ table: Table) {
    writer.add(table.kind.rawValue)
    writer.add(table.sheet)
    writer.add(Int(table.headerRow))
    writer.add(numbers: table.rowNumbers)
    writer.add(table.held.map { $0 ? 1 : 0 } as [UInt8])
    writer.add(table.findings, ContentForm.write)
    writer.add(table.copied) { writer, copy in
      for number in [Int(copy.row), Int(copy.column), Int(copy.origin), Int(copy.originColumn)] {
        writer.add(number)
      }
    }
    writer.add(table.columns) { writer, column in
      writer.add(column.key)
      writer.add(column.label)
      writer.add(column.sheetColumn)
      writer.add(column.type.rawValue)
      writer.add(column.texts.bytes)
      writer.add(numbers: column.texts.ends)
      writer.add(numbers: column.numbers)
    }
  }

  private static func table(_ reader: inout ByteReader) throws(ByteReader.Misfit) -> Table {
    let kind = TableKind(rawValue: try reader.text())
    let sheet = try reader.text()
    let header = Int32(exactly: try reader.number())
    guard let kind, let header else { throw ByteReader.Misfit() }
    var table = Table(kind: kind, sheet: sheet, headerRow: header)
    table.rowNumbers = try reader.numbers(Int32.self)
    table.held = try reader.raw().map { $0 == 1 }
    table.findings = try reader.items(ContentForm.finding)
    table.copied = try reader.items(ContentForm.copy)
    table.columns = try reader.items(ContentForm.column)
    let rows = table.rowCount
    guard table.held.count == rows, table.columns.allSatisfy({ $0.texts.count == rows }) else {
      throw ByteReader.Misfit()
    }
    return table
  }

  private static func copy(_ reader: inout ByteReader) throws(ByteReader.Misfit) -> Grid.Copy {
    let (row, column) = (Int32(exactly: try reader.number()), UInt16(exactly: try reader.number()))
    let (origin, first) = (Int32(exactly: try reader.number()), UInt16(exactly: try reader.number()))
    guard let row, let column, let origin, let first else { throw ByteReader.Misfit() }
    return Grid.Copy(row: row, column: column, origin: origin, originColumn: first)
  }

  private static func column(_ reader: inout ByteReader) throws(ByteReader.Misfit) -> Column {
    let (key, label) = (try reader.text(), try reader.text())
    let place = try reader.number()
    let type = ValueType(rawValue: try reader.text())
    let bytes = try reader.raw()
    let texts = TextColumn(bytes: bytes, ends: try reader.numbers(UInt32.self))
    let numbers = try reader.numbers(Int64.self)
    guard let type, let texts, numbers.isEmpty || numbers.count == texts.count else {
      throw ByteReader.Misfit()
    }
    return Column(key: key, label: label, sheetColumn: place, type: type, texts: texts, numbers: numbers)
  }

  // MARK: Findings

  static func write(_ writer: inout ByteWriter, _ finding: Finding) {
    writer.add(finding.code.rawValue)
    writer.add(finding.severity.rawValue)
    writer.add(finding.place.sheet)
    writer.add(finding.place.row)
    writer.add(finding.place.column)
    writer.add(finding.place.label)
    writer.add(finding.value)
    writer.add(finding.facts.sorted { $0.key < $1.key }) { writer, fact in
      writer.add(fact.key)
      writer.add(fact.value)
    }
  }

  static func finding(_ reader: inout ByteReader) throws(ByteReader.Misfit) -> Finding {
    let code = FindingCode(rawValue: try reader.text())
    let severity = Finding.Severity(rawValue: try reader.text())
    guard let code, let severity else { throw ByteReader.Misfit() }
    let place = Finding.Place(
      sheet: try reader.text(), row: try reader.number(), column: try reader.number(),
      label: try reader.text())
    let value = try reader.text()
    let facts = try reader.items { reader throws(ByteReader.Misfit) in (try reader.text(), try reader.text())
    }
    return Finding(
      code, severity, at: place, value: value,
      facts: Dictionary(facts, uniquingKeysWith: { first, _ in first }))
  }
}

extension FileContent {
  /// A content without its cells.
  fileprivate init(
    isCSV: Bool, fileExtension: String, findings: [Finding], tables: [Table], refused: [Table]
  ) {
    self.isCSV = isCSV
    self.fileExtension = fileExtension
    self.findings = findings
    self.tables = tables
    self.refused = refused
  }
}
