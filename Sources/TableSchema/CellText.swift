import Foundation
import Tables

/// The texts of a grid's cells, without a copy; valid while the grid's bytes are held.
struct CellView {
  let cells: UnsafeBufferPointer<Grid.Cell>
  private let own: UnsafeBufferPointer<UInt8>
  private let shared: UnsafeBufferPointer<UInt8>
  private let patterns: UnsafeBufferPointer<NumberPattern>

  /// Calls `body` with a view of `grid`.
  static func of<Result>(_ grid: Grid, _ body: (CellView) -> Result) -> Result {
    grid.cells.withUnsafeBufferPointer { cells in
      grid.bytes.withUnsafeBufferPointer { own in
        grid.sharedBytes.withUnsafeBufferPointer { shared in
          grid.patterns.withUnsafeBufferPointer { patterns in
            body(CellView(cells: cells, own: own, shared: shared, patterns: patterns))
          }
        }
      }
    }
  }

  /// The bytes of a cell's text; none for a cell that points outside its arena.
  @inline(__always)
  func text(_ cell: Grid.Cell) -> UnsafeBufferPointer<UInt8> {
    let arena = cell.inShared ? shared : own
    let start = Int(cell.start)
    let end = start + Int(cell.length)
    guard end <= arena.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: arena[start..<end])
  }

  /// A number of a cell as a person sees it there, behind zeros or among signs; nil where it is seen as it is.
  func shown(_ number: SpelledNumber, in cell: Grid.Cell) -> [UInt8]? {
    guard number.isWhole else { return nil }
    guard let index = cell.patternIndex, index < patterns.count else {
      return cell.zeros > 0 ? number.shown(withZeros: cell.zeros) : nil
    }
    return patterns[index].text(of: number.plain)
  }
}

/// Whether a text has a character of Latin-1 that Vietnamese in Unicode has not,
/// as every text of more than a word has in the old encodings. Bytes alone.
func hasForeignLetters(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  for index in text.indices.dropLast() {
    if text[index] == 0xC2 { return true }
    if text[index] == 0xC3, ByteKinds.isForeign(text[index + 1]) { return true }
  }
  return false
}

/// A text as a table keeps it, and what was done to it.
struct CleanedText {
  var bytes: [UInt8]
  /// Letters were put together from their parts.
  var isRecomposed = false
  /// A letter of another language was replaced by the Vietnamese one that looks like it.
  var hadForeignD = false
  /// It was UTF-8 read as Windows-1252.
  var isUnmangled = false
  /// Something invisible was in it, or a space of another kind.
  var hadHidden = false
}

/// A text in NFC, `Ð` (eth) as the `Đ` that it was meant to be, UTF-8 that was
/// read as Windows-1252 as it was before, no-break spaces as spaces, nothing of
/// zero width, trimmed; with `collapsing`, one space for each run of spaces and
/// line breaks.
///
/// The soft hyphen stays where it may be a letter, as it is in TCVN3.
func cleaned(_ text: UnsafeBufferPointer<UInt8>, collapsing: Bool) -> CleanedText {
  var cleaned = CleanedText(bytes: [])
  guard !isClean(text, collapsing: collapsing) else {
    cleaned.bytes = Array(text)
    return cleaned
  }
  var original = String(decoding: text, as: UTF8.self)
  if let before = unmangled(original), RunsOfMarks.areNone(in: before) {
    original = before
    cleaned.isUnmangled = true
  }
  let composed = original.precomposedStringWithCanonicalMapping
  cleaned.isRecomposed = !composed.unicodeScalars.elementsEqual(original.unicodeScalars)
  var result = String.UnicodeScalarView()
  var spaceDue = false
  let softHyphens = SoftHyphens(in: composed)
  for scalar in composed.unicodeScalars {
    var scalar = scalar
    if scalar.value == 0xD0 || scalar.value == 0xF0 {
      scalar = scalar.value == 0xD0 ? "Đ" : "đ"
      cleaned.hadForeignD = true
    }
    if isInvisible(scalar.value), scalar.value != SoftHyphens.value || !softHyphens.mayBeLetters {
      cleaned.hadHidden = true
      continue
    }
    if isSpace(scalar.value) {
      if scalar.value >= 0x80 { cleaned.hadHidden = true }
      if collapsing {
        spaceDue = true
      } else {
        result.append(scalar.value == 0xA0 ? " " : scalar)
      }
      continue
    }
    if spaceDue, !result.isEmpty { result.append(" ") }
    spaceDue = false
    result.append(scalar)
  }
  while let last = result.last, isSpace(last.value) { result.removeLast() }
  let trimmed = result.drop { isSpace($0.value) }
  cleaned.bytes = Array(String(trimmed).utf8)
  return cleaned
}
