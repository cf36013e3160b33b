import Sheets
public import Tables
public import Wording

/// A blank workbook to fill in: the columns of one kind of table, a note on
/// each header cell, lists to choose from, and an example row.
public struct TemplateBook: Sendable {
  /// What people call the kind: `Danh sách học sinh`.
  public var name: String
  /// Its columns in order; the STT before them is added.
  public var columns: [Column]
  /// What stands above the table once for all rows, by label.
  var filledIn: [(label: String, value: String)] = []

  /// A template of these columns.
  public init(name: String, columns: [Column]) {
    self.name = name
    self.columns = columns
  }

  /// What a template says of a column.
  public struct Column: Sendable {
    /// The label that readers know.
    public var label: String
    /// What its cells hold.
    public var type: ValueType
    /// It must be there and filled in.
    public var isRequired: Bool
    /// The words allowed, for choices and lists of them; none for any.
    public var words: [String]
    /// What to know to fill it in.
    public var description: String
    /// A cell as somebody would write it; blank for none.
    public var example: String
    /// What is offered to choose from, where anything else may be written too.
    var suggestions: [String] = []
    /// The name of the person that a row is about.
    var isName = false
    /// One of several columns that name a person.
    var identifies = TemplateWording.Identifying.nobody

    /// A column of a template.
    public init(
      label: String, type: ValueType, isRequired: Bool = false, words: [String] = [],
      description: String = "",
      example: String = ""
    ) {
      self.label = label
      self.type = type
      self.isRequired = isRequired
      self.words = words
      self.description = description
      self.example = example
    }
  }

  /// The workbook. Labels of required columns carry the mark `(*)`, which
  /// readers leave out.
  public func workbook(in language: Language) -> [UInt8] {
    BookSpec(title: name, sheets: [sheet(TemplateWording(language))]).written().bytes
  }

  /// The table's sheet, with what stands above it.
  func sheet(_ wording: TemplateWording, head: [TextRow] = []) -> SheetSpec {
    let ordinal = ColumnSpec(
      TemplateWording.ordinalLabel, width: 8, kind: .ordinal, note: wording.exampleRow)
    return SheetSpec(
      name: name, columns: [ordinal] + columns.map { $0.spec(wording) }, above: head,
      page: PageSpec(landscape: true, pageWord: wording.page), frozenColumns: frozenColumns
    ) { sink in
      sink.style(
        CellStyle(format: .text, italic: true, alignment: .centre, bordered: true, tone: .faint))
      sink.text(TemplateWording.exampleMark)
      for column in columns { column.writeExample(to: &sink) }
      sink.endRow()
    }
  }
}

extension TemplateBook {
  /// In a wide form the name stays in sight while the rest of the row is filled in.
  private var frozenColumns: Int {
    guard columns.count > TemplateBook.seenAtOnce, let name = columns.firstIndex(where: \.isName) else {
      return 0
    }
    return name + 2
  }

  /// So many columns are about what a screen shows.
  private static let seenAtOnce = 15
}

extension TemplateBook.Column {
  fileprivate func spec(_ wording: TemplateWording) -> ColumnSpec {
    let longest = ([example] + (type == .list ? [] : words) + suggestions).map(\.count).max() ?? 0
    // A header may take two lines.
    let width = min(max(Double(label.count) * 0.7 + 3, Double(longest) + 3, 10), 36)
    return ColumnSpec(
      label + (isRequired ? " (*)" : ""), width: width, kind: kind, note: note(wording), choices: choices,
      prompt: prompt(wording))
  }

  /// Beside the cell, for values that are easily written otherwise.
  private func prompt(_ wording: TemplateWording) -> Prompt? {
    switch type {
    case .date, .decimal, .list: Prompt(title: label, text: wording.form(of: type))
    case .text, .integer, .flag, .code, .choice: nil
    }
  }

  private var kind: ColumnSpec.Kind {
    switch type {
    case .integer: .integer
    case .decimal: .decimal(places: nil)
    case .date: .date
    case .code: .code
    case .text, .flag, .list, .choice: .text
    }
  }

  /// One word of several is chosen from a list; several cannot be.
  private var choices: Choices? {
    if !suggestions.isEmpty { return Choices(suggestions, isClosed: false) }
    if type == .flag { return Choices(TemplateWording.flagWords, isClosed: false) }
    return words.isEmpty || type == .list ? nil : Choices(words, isClosed: type == .choice)
  }

  private func note(_ wording: TemplateWording) -> String {
    var lines = [need(wording) ?? wording.optional, explanation(wording)]
    if !example.isEmpty { lines.append(wording.example(example)) }
    return lines.joined(separator: "\n")
  }

  /// Whether it must be filled in; nil where it need not.
  func need(_ wording: TemplateWording) -> String? {
    isRequired ? wording.required : wording.need(identifies)
  }

  /// What to know to fill it in.
  func explanation(_ wording: TemplateWording) -> String {
    var lines = description.isEmpty ? [] : [description]
    if !suggestions.isEmpty {
      lines.append(wording.chooseOrWrite)
    } else if type == .choice, !words.isEmpty {
      lines.append(wording.oneOf(words))
    } else {
      // That a text is a text need not be said beside what it is to be.
      if type != .text || lines.isEmpty { lines.append(wording.form(of: type)) }
      if !words.isEmpty { lines.append(wording.words(words)) }
    }
    return lines.joined(separator: "\n")
  }

  fileprivate func writeExample(to sink: inout RowSink) {
    var style = CellStyle(format: .text, italic: true, bordered: true, tone: .faint)
    switch type {
    case .integer:
      style.format = .integer
      sink.style(style)
      if let number = Int64(example) { sink.integer(number) } else { sink.text(example) }
    case .decimal:
      style.format = .general
      sink.style(style)
      if let number = Exact(parsing: example.utf8, maxFraction: 6) {
        sink.decimal(number)
      } else {
        sink.text(example)
      }
    case .date:
      style.format = .date
      style.alignment = .centre
      sink.style(style)
      if let day = Day(example: example) { sink.date(day) } else { sink.text(example) }
    case .text, .flag, .code, .list, .choice:
      sink.style(style)
      sink.text(example)
    }
  }
}

extension Day {
  /// Reads `dd/mm/yyyy`, as our schema files write their examples.
  fileprivate init?(example: String) {
    let parts = example.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
