import Tables

/// Which rows of a list of persons are headings of a part of it, or say something between the rows: `Lớp 9A2`,
/// `II. DANH SÁCH HỌC SINH NGOÀI TỈNH`, `A. Diện tuyển thẳng`, in a cell alone or beside a number that counts parts. They
/// are nobody. A name alone is somebody of whom the rest is missing.
struct PartHeadings {
  let view: CellView
  /// By sheet column: it means something in this kind.
  let known: [Bool]
  let ordinalColumn: Int?
  /// The sheet columns that name a school or a unit: what stands there alone is the name of one, whose row lacks the
  /// rest.
  let naming: Set<Int>
  /// The sheet columns with names of persons, and those with their identifiers.
  let names: Set<Int>
  let identifiers: Set<Int>
  /// The sheet columns that may be filled in before anybody is: a row with a class and a `không` says nothing of anybody.
  let prefilled: Set<Int>

  /// The cell that is the heading.
  ///
  /// - Parameter filled: the cells of a row that are not blank, from left to right.
  func heading(_ filled: [Int]) -> Int? {
    guard known.count(where: { $0 }) > 2, let first = filled.first, filled.count <= 2 else { return nil }
    if filled.count == 1 { return isHeading(view.cells[first]) ? first : nil }
    // `II` where the running number of a child would be.
    let (number, cell) = (view.cells[first], view.cells[filled[1]])
    guard Int(number.column) == ordinalColumn, number.kind == .text, cell.kind == .text,
      !naming.contains(Int(cell.column)), isPartNumber(text(number))
    else { return nil }
    return filled[1]
  }

  private func text(_ cell: Grid.Cell) -> String {
    String(decoding: cleaned(view.text(cell), collapsing: true).bytes, as: UTF8.self)
  }

  private func isHeading(_ cell: Grid.Cell) -> Bool {
    let column = Int(cell.column)
    guard cell.kind == .text, cell.length < 120, !naming.contains(column) else { return false }
    let written = text(cell)
    if isCalled(written, column: column) { return true }
    // Nobody is named in another column, and what has several words is no value that was filled in beforehand.
    guard written.contains(where: \.isLetter), written.contains(" ") else { return false }
    if identifiers.contains(column) { return !written.contains(where: \.isNumber) }
    return column == ordinalColumn
      || (known.indices.contains(column) && known[column] && !names.contains(column))
  }

  /// Whether no child is called so, whatever the column. With their marks: Trương and Tô are names.
  private func isCalled(_ written: String, column: Int) -> Bool {
    let isKnown = known.indices.contains(column) && known[column]
    let (name, enumerator) = parted(written.lowercased())
    switch enumerator {
    case .none: break
    case .roman: return true
    case .initial where !isKnown: return true
    // One letter may be of a name.
    case .initial, .other:
      if ["trong ", "ngoài "].contains(where: name.hasPrefix) || isSentence(written) { return true }
      if enumerator == .initial, written == written.uppercased(), name.split(separator: " ").count > 2 {
        return true
      }
    }
    if Self.openings.contains(where: name.hasPrefix) { return true }
    // Trường is what a child may be called, too.
    if name.hasPrefix("trường ") {
      let kinds = ["th", "ptdt", "tiểu ", "trung ", "phổ ", "dân ", "mầm ", "mẫu ", "liên cấp"]
      return !isKnown || kinds.contains { name.dropFirst("trường ".count).hasPrefix($0) }
    }
    return ["tổ ", "nhóm "].contains {
      name.hasPrefix($0) && name.dropFirst($0.count).first?.isNumber == true
    }
  }

  private static let openings = [
    "lớp ", "lớp:", "khối ", "khối:", "trường:", "danh sách ", "điểm trường ", "phòng thi ", "học sinh ",
    "hs ",
    "thí sinh ", "trẻ ", "diện ", "đối tượng ", "ưu tiên ", "tuyển thẳng", "khu vực ", "nguyện vọng ",
    "tuyến ",
    "khu phố ", "thị trấn ", "phường ", "xã ", "ấp ", "thôn ", "cơ sở ", "phân hiệu ", "hoc sinh ",
    "danh sach ",
    "lop ", "thi sinh ",
  ]

  /// `A. Diện tuyển thẳng`: behind what numbers it, a capital and no other. `A. Nguyễn Văn An` is a name.
  private func isSentence(_ written: String) -> Bool {
    let words = parted(written).name.split(separator: " ")
    guard words.count > 1, words[0].first?.isUppercase == true else { return false }
    return words.dropFirst().allSatisfy { $0.first?.isUppercase == false }
  }

  /// `initial`: a single letter that is a number, too.
  private enum Enumerator { case none, roman, initial, other }

  /// What stands behind `II.`, `A)` or `1.` at the beginning of a heading.
  private func parted(_ text: String) -> (name: Substring, enumerator: Enumerator) {
    guard let end = text.firstIndex(where: { ".)/".contains($0) }) else { return (text[...], .none) }
    let mark = text[..<end]
    let name = text[text.index(after: end)...].drop { $0 == " " }
    guard (1...4).contains(mark.count), !name.isEmpty else { return (text[...], .none) }
    if isRoman(mark) { return (name, mark.count > 1 ? .roman : .initial) }
    let isOne = mark.count == 1 && mark.allSatisfy { $0.isLetter && $0.isASCII }
    return isOne || mark.allSatisfy { $0.isASCII && $0.isNumber } ? (name, .other) : (text[...], .none)
  }

  private func isRoman(_ text: Substring) -> Bool { text.lowercased().allSatisfy { "ivx".contains($0) } }

  /// `II`, `B.`, `c)`.
  private func isPartNumber(_ text: String) -> Bool {
    let mark = text.last.map { ".)/:".contains($0) } == true ? text.dropLast() : text[...]
    return (1...4).contains(mark.count)
      && (isRoman(mark) || (mark.count == 1 && mark.allSatisfy { $0.isLetter && $0.isASCII }))
  }
}
