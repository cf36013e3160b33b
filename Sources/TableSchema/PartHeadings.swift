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
  /// The sheet columns with names of persons, and those with numbers by which they are known.
  let names: Set<Int>
  let identifiers: Set<Int>
  /// The sheet columns in which a text is what may stand there: a choice, a remark, an address.
  let worded: Set<Int>
  /// The sheet columns of numbers, in which a word may say that there is none.
  let numbers: Set<Int>

  /// The cell that is the heading.
  ///
  /// - Parameters:
  ///   - first: the first cell of a row that is not blank.
  ///   - second: the only other one.
  func heading(_ first: Int, _ second: Int?) -> Int? {
    guard known.count(where: { $0 }) > 2 else { return nil }
    guard let second else { return isHeading(view.cells[first]) ? first : nil }
    // `II` where the running number of a child would be.
    let number = view.cells[first]
    guard Int(number.column) == ordinalColumn, number.kind == .text, isPartNumber(text(number)),
      isHeading(view.cells[second], isNumbered: true)
    else { return nil }
    return second
  }

  private func text(_ cell: Grid.Cell) -> String {
    String(decoding: cleaned(view.text(cell), collapsing: true).bytes, as: UTF8.self)
  }

  private func isHeading(_ cell: Grid.Cell, isNumbered: Bool = false) -> Bool {
    let column = Int(cell.column)
    guard cell.kind == .text, cell.length < 120, !naming.contains(column) else { return false }
    let written = text(cell)
    if worded.contains(column) {
      return written.hasPrefix("DANH SÁCH ") || parted(written.lowercased()).enumerator == .roman
        || namesPart(written)
    }
    if identifiers.contains(column), written.contains(where: \.isNumber) {
      return namesPart(written) || written.lowercased().hasPrefix("khối ")
    }
    if isCalled(written, column: column, isNumbered: isNumbered) { return true }
    // Nobody is named in another column, and what has several words is no value that was filled in beforehand.
    guard !names.contains(column), !numbers.contains(column), written.contains(where: \.isLetter) else {
      return false
    }
    let isKnown = isKnown(column)
    return written.contains(" ") ? isKnown || isNumbered || column == ordinalColumn : isNumbered && !isKnown
  }

  /// `Lớp 9A2`: alone in its row that is of nobody, whatever the column. `Khối 5` is a place, too.
  private func namesPart(_ written: String) -> Bool {
    written.contains(where: \.isNumber)
      && ["danh sách ", "lớp ", "phòng thi "].contains(where: written.lowercased().hasPrefix)
  }

  private func isKnown(_ column: Int) -> Bool { known.indices.contains(column) && known[column] }

  /// Whether no child is called so, whatever the column. With their marks: Trương and Tô are names.
  ///
  /// - Parameter isNumbered: what numbers a part stands left of it.
  private func isCalled(_ written: String, column: Int, isNumbered: Bool) -> Bool {
    let isKnown = isKnown(column)
    let (name, enumerator) = parted(written.lowercased())
    let isPart = isNumbered || enumerator != .none
    if isPart, ["trong ", "ngoài "].contains(where: name.hasPrefix) { return true }
    switch enumerator {
    case .none: break
    case .roman: return true
    case .initial where !isKnown: return true
    // One letter may be of a name, and a number before a name is a child's.
    case .initial, .other: if !names.contains(column), isSentence(written) { return true }
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
    "lớp ", "lop ", "lớp:", "khối ", "khối:", "trường:", "điểm trường ", "phòng thi ", "cơ sở ", "phân hiệu ",
    "danh sách ", "danh sach ", "học sinh ", "hoc sinh ", "hs ", "thí sinh ", "thi sinh ", "trẻ ",
    "diện ", "đối tượng ", "ưu tiên ", "tuyển thẳng", "nguyện vọng ", "tuyến ", "bán trú", "nội trú",
    "khu vực ", "khu phố ", "thị trấn ", "phường ", "xã ", "ấp ", "thôn ", "dân tộc ", "khuyết tật", "mồ côi",
    "con thương binh", "con bệnh binh", "con liệt sĩ", "con em ", "hộ nghèo", "hộ cận nghèo",
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
