import Tables

/// Tells a label about a father, a mother, a guardian or a teacher from one about whoever the row is about. The words
/// stand in a schema file.
struct OtherPersons: Sendable {
  private struct Phrase: Sendable {
    /// As the schema file has it.
    let text: String
    /// Its words in lower case, with their diacritics (`mã` is not `má`).
    let words: [Substring]

    init(_ text: String) {
      self.text = text
      words = OtherPersons.words(text)
    }
  }

  /// Phrases that name another person wherever they stand in a label.
  private var anywhere: [Phrase] = []
  /// Phrases that do so only where nothing else stands in a label: they have other meanings.
  private var alone: [Phrase] = []
  /// All words that may stand in a label that names a person and nothing else.
  private var words: Set<Substring> = []
  /// By a word without its diacritics: the words that it may be, in a sheet that has none.
  private var unmarked: [[UInt8]: Set<Substring>] = [:]
  /// How those phrases begin, in the form in which labels are compared.
  private var beginnings: Set<ArraySlice<UInt8>> = []

  /// - Parameters:
  ///   - around: what may stand beside such a phrase: `Họ tên`, `Thông tin về`.
  ///   - examples: some of those who may have a column of one content each.
  ///   - marked: words that without their diacritics are taken for others: `ma` is `mã`.
  init(
    anywhere: [String] = [], alone: [String] = [], around: [String] = [], examples: [String] = [],
    marked: [String] = []
  ) {
    example = examples.isEmpty ? nil : examples.joined(separator: ";")
    self.anywhere = anywhere.map(Phrase.init)
    self.alone = alone.map(Phrase.init)
    words = Set((self.anywhere + self.alone + around.map(Phrase.init)).flatMap(\.words))
    for word in words.subtracting(marked.flatMap(Self.words)) {
      unmarked[folded(word.utf8), default: []].insert(word)
    }
    beginnings = Set(
      (self.anywhere + self.alone).compactMap { $0.words.first.map { folded($0.utf8)[...] } })
  }

  /// In the order of `schemas` the first that has words.
  init(_ schemas: [Schema]) {
    self = schemas.first { !$0.otherPersons.words.isEmpty }?.otherPersons ?? OtherPersons()
  }

  /// Whether a label names another person and says nothing else, as one over several columns does: `Cha`,
  /// `Thông tin về mẹ`, `ME`. A sentence above a table is none.
  func areMeant(by label: [UInt8]) -> Bool {
    guard label.count <= 100, mayName(label), !label.contains(UInt8(ascii: ":")) else { return false }
    let label = Self.words(String(decoding: label, as: UTF8.self))
    return label.allSatisfy { words.contains($0) || !meanings(of: $0).isEmpty }
      && (anywhere + alone).contains { isNamed($0, in: label) }
  }

  /// Whether a label is about another person: `Số CCCD cha` as well.
  func areNamed(in label: String) -> Bool {
    guard mayName(label.utf8) else { return false }
    let words = Self.words(label)
    return anywhere.contains { isNamed($0, in: words) } || areMeant(by: Array(label.utf8))
  }

  /// The words for the person that a label is about: `mẹ` of `Họ tên mẹ`.
  func name(in label: String) -> String? {
    let words = Self.words(label)
    return (anywhere + alone).first { isNamed($0, in: words) }?.text
  }

  /// Some of the words for them, as examples, parted by `;`; nil for none.
  let example: String?

  private func isNamed(_ phrase: Phrase, in label: [Substring]) -> Bool {
    let starts = 0..<max(0, label.count - phrase.words.count + 1)
    return starts.contains { start in
      zip(label[start...], phrase.words).allSatisfy { $0 == $1 || meanings(of: $0).contains($1) }
    }
  }

  /// The words that one without diacritics may be.
  private func meanings(of word: Substring) -> Set<Substring> {
    word.utf8.allSatisfy { $0 < 0x80 } ? unmarked[Array(word.utf8)] ?? [] : []
  }

  /// The columns that stand below a label that means another person, each with that label, the others with none. A
  /// merged label ends where its cell does; in a row without any, one goes on to the next.
  func groups(of row: HeaderText.Row) -> [[UInt8]] {
    let isMerged = row.borrowed.contains(true)
    var group: [UInt8] = []
    return row.labels.map { label in
      if !label.isEmpty { group = areMeant(by: label) ? label : [] } else if isMerged { group = [] }
      return group
    }
  }

  /// False for a label without any of the words that matter. Cheap: every row that may be a header is asked.
  private func mayName(_ label: some Collection<UInt8>) -> Bool {
    let isLetter = { (byte: UInt8) in
      byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    return folded(label).split { !isLetter($0) }.contains { beginnings.contains($0) }
  }

  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}

extension OtherPersons {
  /// Reads `otherPersons` of a schema file.
  init(_ node: JSONNode) throws(SchemaError) {
    try node.allow(["anywhere", "alone", "around", "examples", "marked"])
    self.init(
      anywhere: try node["anywhere"]?.strings() ?? [], alone: try node["alone"]?.strings() ?? [],
      around: try node["around"]?.strings() ?? [], examples: try node["examples"]?.strings() ?? [],
      marked: try node["marked"]?.strings() ?? [])
  }
}

extension Schema {
  /// Dates, and parts of them, that are not about whoever a row is about: what is there already, right of a column
  /// about another person (`Họ tên cha | Năm sinh`), and some parts without the others beside a whole date. They are
  /// left out like columns that nobody knows.
  func withoutOthersDates(_ columns: [Header.Column], _ others: OtherPersons) -> [Header.Column] {
    let first = columns.firstIndex { others.areNamed(in: $0.label) } ?? columns.endIndex
    var columns = columns
    for (index, date) in fields.enumerated() where date.type == .date && date.whole == nil {
      let parts = fields.indices.filter { fields[$0].whole == date.name }
      guard !parts.isEmpty else { continue }
      var seen: Set<Int> = []
      for place in columns.indices {
        guard let field = ([index] + parts).first(where: { columns[place].means($0) }),
          columns[place].says == nil
        else { continue }
        let isThere = seen.contains(field) || seen.contains(index) || (field == index && !seen.isEmpty)
        if isThere, place >= first { columns[place].targets = [] } else { seen.insert(field) }
      }
      let isComplete = parts.allSatisfy { part in columns.contains { $0.means(part) } }
      guard !isComplete, columns.contains(where: { $0.means(index) }) else { continue }
      for place in columns.indices where parts.contains(where: { columns[place].means($0) }) {
        columns[place].targets = []
      }
    }
    return columns
  }
}
