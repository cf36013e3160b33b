import Tables

/// Tells a label about a father, a mother, a guardian or a teacher from one about whoever the row is about. The words
/// stand in a schema file.
struct OtherPersons: Sendable {
  /// Phrases that name another person wherever they stand in a label.
  private var anywhere: [String] = []
  /// Phrases that do so only where nothing else stands in a label: they have other meanings.
  private var alone: [String] = []
  /// All words that may stand in a label that names a person and nothing else.
  private var words: Set<Substring> = []
  /// How those phrases begin, in the form in which labels are compared.
  private var beginnings: Set<ArraySlice<UInt8>> = []

  /// - Parameter around: what may stand beside such a phrase: `Họ tên`, `Thông tin về`.
  init(anywhere: [String] = [], alone: [String] = [], around: [String] = []) {
    self.anywhere = anywhere.map(Self.phrase)
    self.alone = alone.map(Self.phrase)
    words = Set((self.anywhere + self.alone + around.map(Self.phrase)).flatMap { $0.split(separator: " ") })
    beginnings = Set(
      (self.anywhere + self.alone).compactMap { $0.split(separator: " ").first.map { folded($0.utf8)[...] } })
  }

  /// In the order of `schemas` the first that has words.
  init(_ schemas: [Schema]) {
    self = schemas.first { !$0.otherPersons.words.isEmpty }?.otherPersons ?? OtherPersons()
  }

  /// Whether a label names another person and says nothing else, as one over several columns does: `Cha`,
  /// `Thông tin về mẹ`. A sentence above a table is none.
  func areMeant(by label: [UInt8]) -> Bool {
    guard label.count <= 100, mayName(label) else { return false }
    let phrase = Self.phrase(String(decoding: label, as: UTF8.self))
    return !label.contains(UInt8(ascii: ":")) && phrase.split(separator: " ").allSatisfy(words.contains)
      && (anywhere + alone).contains { phrase.contains($0) }
  }

  /// Whether a label is about another person: `Số CCCD cha` as well.
  func areNamed(in label: String) -> Bool {
    guard mayName(label.utf8) else { return false }
    let phrase = Self.phrase(label)
    return anywhere.contains { phrase.contains($0) } || areMeant(by: Array(label.utf8))
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

  /// The words of a text in lower case, with their diacritics (`mã` is not `má`), a space around each.
  private static func phrase(_ text: String) -> String {
    " " + text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
  }
}

extension OtherPersons {
  /// Reads `otherPersons` of a schema file.
  init(_ node: JSONNode) throws(SchemaError) {
    try node.allow(["anywhere", "alone", "around"])
    self.init(
      anywhere: try node["anywhere"]?.strings() ?? [], alone: try node["alone"]?.strings() ?? [],
      around: try node["around"]?.strings() ?? [])
  }
}

extension Schema {
  /// Dates, and parts of them, that are not about whoever a row is about: what is there already, right of a column
  /// about another person (`Họ tên cha | Năm sinh`), and some parts without the others beside a whole date. They are
  /// left out like columns that nobody knows.
  func withoutOthersDates(_ columns: [Header.Column], _ others: OtherPersons) -> [Header.Column] {
    var columns = columns
    for (index, date) in fields.enumerated() where date.type == .date && date.whole == nil {
      let parts = fields.indices.filter { fields[$0].whole == date.name }
      guard !parts.isEmpty else { continue }
      var isRight = false
      var seen: Set<Int> = []
      for place in columns.indices {
        if others.areNamed(in: columns[place].label) { isRight = true }
        guard let field = ([index] + parts).first(where: { columns[place].means($0) }),
          columns[place].says == nil
        else { continue }
        let isThere = seen.contains(field) || seen.contains(index) || (field == index && !seen.isEmpty)
        if isThere, isRight { columns[place].targets = [] } else { seen.insert(field) }
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
