import Tables

/// The texts that the sheets of a workbook share, end to end in one arena.
struct SharedTexts {
  var bytes: [UInt8] = []
  /// Where each text ends.
  var ends: [UInt32] = []
  /// Texts over the limit, which are refused where a cell shows them.
  var overlong: Set<Int> = []
  /// See ``Grid/hasFormulaTexts``.
  var hasFormulas = false
  /// Of the texts whose parts have fonts of their own.
  var runs: [Int: RunScripts] = [:]

  var count: Int { ends.count }

  func range(_ index: Int) -> Range<UInt32> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }
}

/// The part with the shared texts. Phonetic runs are not text.
final class SharedTextsPart: XMLVisitor {
  @exclusivity(unchecked) private(set) var texts = SharedTexts()
  @exclusivity(unchecked) private var names = Names()
  @exclusivity(unchecked) private var inItem = false
  @exclusivity(unchecked) private var collects = false
  @exclusivity(unchecked) private var inRun = false
  /// The fonts of the open text's parts, and of the open part.
  @exclusivity(unchecked) private var runs: RunScripts?
  @exclusivity(unchecked) private var runFont: Grid.Script?
  private let limit: Int

  private struct Names {
    var item, text, run, font: UnsafePointer<UInt8>?
  }

  override init(limits: ReadingLimits) {
    limit = limits.cellCharacters
    super.init(limits: limits)
  }

  override func begin(_ names: XMLNames) {
    self.names = Names(
      item: names.intern("si"), text: names.intern("t"), run: names.intern("r"), font: names.intern("rFont"))
  }

  override func start(_ element: XMLElement, depth: Int) {
    switch depth {
    case 1: if !element.isNamed("sst") || !element.isSpreadsheet { fail(.damaged(.xml)) }
    case 2: inItem = element.name == names.item
    case 3 where inItem:
      collects = element.name == names.text
      inRun = element.name == names.run
      runFont = nil
    case 4 where inRun: collects = element.name == names.text
    case 5 where inRun && element.name == names.font:
      collects = false
      runFont = element.bytes("val").map { Grid.Script(fontName: $0) }
    default: collects = false
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard collects else { return }
    // Enough of a text that is too long to know that it is.
    let start = texts.ends.last.map(Int.init) ?? 0
    guard texts.bytes.count - start <= limit * escapeLength else { return }
    texts.bytes.append(contentsOf: bytes)
  }

  override func end(depth: Int) {
    collects = false
    guard depth <= 3 else { return }
    if inRun {
      var fonts = runs ?? RunScripts()
      fonts.add(runFont)
      runs = fonts
    }
    inRun = false
    guard depth == 2, inItem else { return }
    inItem = false
    if let fonts = runs { texts.runs[texts.ends.count] = fonts }
    runs = nil
    let start = texts.ends.last.map(Int.init) ?? 0
    if texts.bytes.count > start { finish(from: start) }
    texts.ends.append(UInt32(texts.bytes.count))
  }

  private func finish(from start: Int) {
    decodeEscapes(in: &texts.bytes, from: start)
    if texts.bytes.count > start, texts.bytes[start] == FieldScanner.equals { texts.hasFormulas = true }
    guard texts.bytes.count - start > limit else { return }
    let tooLong = texts.bytes.withUnsafeBufferPointer {
      isLonger(UnsafeBufferPointer(rebasing: $0[start...]), than: limit)
    }
    if tooLong {
      texts.overlong.insert(texts.ends.count)
      texts.bytes.removeLast(texts.bytes.count - start)
    }
  }
}
