import Foundation
import Tables

/// The texts of a grid's cells, without a copy; valid while the grid's bytes are held.
struct CellView {
  let cells: UnsafeBufferPointer<Grid.Cell>
  private let own: UnsafeBufferPointer<UInt8>
  private let shared: UnsafeBufferPointer<UInt8>

  /// Calls `body` with a view of `grid`.
  static func of<Result>(_ grid: Grid, _ body: (CellView) -> Result) -> Result {
    grid.cells.withUnsafeBufferPointer { cells in
      grid.bytes.withUnsafeBufferPointer { own in
        grid.sharedBytes.withUnsafeBufferPointer { shared in
          body(CellView(cells: cells, own: own, shared: shared))
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
}

/// Whether a text is clean already: trimmed, composed, without invisible
/// characters, and with `collapsing` without runs of spaces.
///
/// Looks at bytes only, and errs on the side of no: what it suspects, ``cleaned(_:collapsing:)`` decides.
@inline(__always)
func isClean(_ text: UnsafeBufferPointer<UInt8>, collapsing: Bool) -> Bool {
  var afterSpace = true
  for index in text.indices {
    let byte = text[index]
    if byte > 0x20, byte < 0x7F {
      afterSpace = false
      continue
    }
    switch byte {
    case 0x20:
      if afterSpace, collapsing || index == 0 { return false }
      afterSpace = true
    case 0...0x1F, 0x7F: return false
    // U+0080–U+00BF, combining marks, general punctuation and spaces, U+3000, U+FEFF
    case 0xC2, 0xCC, 0xCD, 0xE2, 0xE3, 0xEF: return false
    // Ð and ð
    case 0xC3:
      afterSpace = false
      if index + 1 < text.count, text[index + 1] == 0x90 || text[index + 1] == 0xB0 { return false }
    default: afterSpace = false
    }
  }
  return !afterSpace || text.isEmpty
}

/// A text as a table keeps it: in NFC, `Ð` (eth) as the `Đ` that it was meant to
/// be, no-break spaces as spaces, nothing of zero width, trimmed; with
/// `collapsing`, one space for each run of spaces and line breaks.
///
/// `recomposed`: letters were put together or replaced. The soft hyphen stays:
/// in old Vietnamese encodings it is a letter.
func cleaned(
  _ text: UnsafeBufferPointer<UInt8>, collapsing: Bool
) -> (bytes: [UInt8], recomposed: Bool) {
  guard !isClean(text, collapsing: collapsing) else { return (Array(text), false) }
  let original = String(decoding: text, as: UTF8.self)
  let composed = original.precomposedStringWithCanonicalMapping
  var recomposed = !composed.unicodeScalars.elementsEqual(original.unicodeScalars)
  var result = String.UnicodeScalarView()
  var spaceDue = false
  for scalar in composed.unicodeScalars {
    var scalar = scalar
    if scalar.value == 0xD0 || scalar.value == 0xF0 {
      scalar = scalar.value == 0xD0 ? "Đ" : "đ"
      recomposed = true
    }
    if isInvisible(scalar.value), scalar.value != 0xAD { continue }
    if isSpace(scalar.value) {
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
  return (Array(String(trimmed).utf8), recomposed)
}
