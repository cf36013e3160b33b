import Tables

/// Which parts of a workbook's container hold what we read.
struct PackageMap {
  struct Sheet {
    let name: String
    let visibility: Grid.Visibility
    let part: ZipIndex.Entry
  }

  let epoch1904: Bool
  /// See ``WorkbookPart/awaitsCalculation``.
  let awaitsCalculation: Bool
  /// The worksheets in the order of their tabs.
  let sheets: [Sheet]
  /// Charts, dialogs and macros that everybody sees as sheets, each as a note.
  let notes: [Finding]
  let sharedTexts: ZipIndex.Entry?
  let styles: ZipIndex.Entry?

  init(_ contents: inout ZipContents) throws(ReadingError) {
    // Its content types tell us nothing, but a DOCTYPE is refused there too.
    if let types = contents.index["[content_types].xml"] {
      try contents.parse(types, XMLVisitor(limits: contents.limits))
    }
    let root = try PackageMap.relationships(of: "", &contents)
    guard let name = root.first(where: { $0.kind == "officeDocument" })?.part,
      let part = contents.index.target(name)
    else { throw .damaged(.missingPart) }
    let book = WorkbookPart(limits: contents.limits)
    try contents.parse(part, book)
    let targets = try PackageMap.relationships(of: name, &contents)
    let byID = Dictionary(targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var sheets: [Sheet] = []
    var notes: [Finding] = []
    var seen: Set<String> = []
    // Without a relationship nothing of a sheet is in the file but its name:
    // programs leave old macro modules so.
    for sheet in book.sheets where !sheet.relationship.isEmpty {
      let missing = ReadingError.damaged(.missingPart, at: .init(sheet: sheet.name))
      guard let relationship = byID[sheet.relationship] else { throw missing }
      guard relationship.kind == "worksheet" else {
        if sheet.visibility == .visible {
          notes.append(.withoutCells(sheet: sheet.name, SheetContent(relationship: relationship.kind)))
        }
        continue
      }
      // A part shown twice would be read twice, as often as the file likes.
      guard let name = relationship.part, seen.insert(name).inserted, let part = contents.index.target(name)
      else {
        throw missing
      }
      sheets.append(Sheet(name: sheet.name, visibility: sheet.visibility, part: part))
    }
    epoch1904 = book.epoch1904
    awaitsCalculation = book.awaitsCalculation
    self.sheets = sheets
    self.notes = notes
    let index = contents.index
    func target(_ kind: String) -> ZipIndex.Entry? {
      targets.first { $0.kind == kind }?.part.flatMap { index.target($0) }
    }
    sharedTexts = target("sharedStrings")
    styles = target("styles")
  }

  private static func relationships(
    of part: String, _ contents: inout ZipContents
  ) throws(ReadingError) -> [Relationships.Relationship] {
    let name = Relationships.partName(of: part)
    guard let entry = contents.index[name] else { throw .damaged(.missingPart, part: name) }
    let relationships = Relationships(of: part, limits: contents.limits)
    try contents.parse(entry, relationships)
    return relationships.all
  }
}

extension SheetContent {
  /// By the last part of a relationship's type; nil for one that nobody knows.
  fileprivate init?(relationship kind: String) {
    switch kind {
    case "chartsheet": self = .chart
    case "dialogsheet": self = .dialog
    case "xlMacrosheet", "xlIntlMacrosheet": self = .macros
    default: return nil
    }
  }
}

extension Finding {
  /// A sheet that is no table, whatever is in it: it is left out, and the others are read.
  static func withoutCells(sheet: String, _ content: SheetContent?) -> Finding {
    let facts = content.map { ["content": $0.rawValue] } ?? [:]
    return Finding(.sheetIgnored, .note, at: .init(sheet: sheet), facts: facts)
  }
}
