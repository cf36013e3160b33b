import Tables

extension Schema {
  /// `Nam` and `Nữ`, each with its crosses: the first is a flag like the second, though without its marks a year (`Năm`)
  /// is called like it. Where day and month stand there and no other year, it is the year.
  func withChoiceFlags(_ columns: [Header.Column], of lines: Lines) -> [Header.Column] {
    var columns = columns
    for (flag, part) in fields.enumerated() where part.type == .flag {
      guard let whole = part.whole, let choices = fields.first(where: { $0.name == whole })?.choices,
        columns.contains(where: { $0.means(flag) && $0.says == nil })
      else { continue }
      for index in columns.indices where columns[index].says == nil && !completesADate(index, columns) {
        let column = lines.columns.first { $0.sheetColumn == columns[index].sheetColumn }
        let label = String(decoding: column?.group?.lower ?? Array(columns[index].label.utf8), as: UTF8.self)
        guard
          let choice = choices.first(where: { choice in
            choice.value != part.name && choice.words.contains { $0.lowercased() == label.lowercased() }
          })
        else { continue }
        let other = fields.firstIndex { $0.name == choice.value && $0.whole == whole }
        columns[index].targets = other.map { [KnownLabels.Target(field: Int16($0), number: 0)] } ?? []
      }
    }
    return columns
  }

  /// Whether a column is the only one of a part of a date whose other parts are there.
  private func completesADate(_ index: Int, _ columns: [Header.Column]) -> Bool {
    guard columns[index].targets.count == 1, let target = columns[index].targets.first,
      let whole = fields[Int(target.field)].whole, let date = fields.first(where: { $0.name == whole }),
      date.type == .date
    else { return false }
    return parts(of: date).allSatisfy { part in columns.count { $0.means(part.name, in: self) } == 1 }
  }
}
