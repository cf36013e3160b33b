import Tables

extension PartHeadings {
  /// Whether a cell that stands alone in its row says that examples follow: `Ví dụ:`, `MẪU GHI`. Nobody is called so.
  func headsExamples(_ cell: Grid.Cell) -> Bool {
    guard let label = exampleLabel(view.text(cell)) else { return false }
    return exampleMarks.contains(label) || label == "mẫu ghi" || label == "ví dụ" || label.hasPrefix("ví dụ ")
  }

  /// Whether a row below such a cell is about somebody whom forms call by a letter: `Nguyễn Văn A`. Of other names one
  /// cannot know whether they have been filled in; and `Y A`, `Giàng A` and `Nguyễn Như Ý` are names.
  func isMadeUp(_ row: Range<Int>) -> Bool {
    let name = row.map { view.cells[$0] }.filter { names.contains(Int($0.column)) && $0.kind == .text }
      .map { String(decoding: cleaned(view.text($0), collapsing: true).bytes, as: UTF8.self) }
    let words = name.flatMap { $0.split(separator: " ") }
    guard words.count > 2, let first = words.first, let last = words.last else { return false }
    return first.count > 1 && ["A", "B", "C", "D", "E", "X", "Z"].contains(last)
  }
}

/// Whether the example of our templates has this in the place of its running number.
func isOurExample(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  text.count < 12 && folded(text).elementsEqual("vi du".utf8)
}

/// Whether what stands in the place of a running number marks the row as an example of how to fill in the table: `VÍ DỤ`,
/// `Ví dụ 1:`, `(Mẫu)`. With a number the others may be what a list counts with, if somebody stands there: `VD1`.
func marksExample(_ text: UnsafeBufferPointer<UInt8>, isMadeUp: () -> Bool) -> Bool {
  guard var label = exampleLabel(text) else { return false }
  if exampleMarks.contains(label) { return true }
  label = String(label.reversed().drop { $0.isASCII && $0.isNumber }.drop { $0 == " " }.reversed())
  if ["vd", "mẫu"].contains(label) { return isMadeUp() }
  return label == "ví dụ" || folded(label.utf8).elementsEqual("vi du".utf8)
}

/// What says of a row, or of those below, that it is an example, and nothing else.
private let exampleMarks: Set<String> = ["vd", "mẫu", "dòng mẫu", "hàng mẫu"]

/// In lower case, without what stands around it; nil for what begins with another letter than those labels do.
private func exampleLabel(_ text: UnsafeBufferPointer<UInt8>) -> String? {
  let around = " ():.*-"
  guard text.count < 60, let first = text.first(where: { !around.utf8.contains($0) }),
    "vmdh".utf8.contains(first | 0x20)
  else { return nil }
  let label = String(decoding: cleaned(text, collapsing: true).bytes, as: UTF8.self).lowercased()
  return String(label.drop { around.contains($0) }.reversed().drop { around.contains($0) }.reversed())
}
