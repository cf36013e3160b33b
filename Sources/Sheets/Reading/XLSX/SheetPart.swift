import Tables

/// One worksheet on its way from XML to a ``Grid``: which element means what.
///
/// This is where a workbook's reading time goes: names are compared as
/// pointers, and nothing is made per cell.
final class SheetPart: XMLVisitor {
  @exclusivity(unchecked) private var builder: GridBuilder
  @exclusivity(unchecked) private var names = Names()
  @exclusivity(unchecked) private var position = Position()
  /// Of the open part of a text, what its own font makes of it.
  @exclusivity(unchecked) private var runFont: Grid.Script?

  private struct Names {
    var transitional, strict: UnsafePointer<UInt8>?
    var row, cell, value, formula, inline, text, run, font: UnsafePointer<UInt8>?
    var r, s, t, hidden: UnsafePointer<UInt8>?
  }

  /// What is open.
  private struct Position {
    var inData = false
    var inMerges = false
    var inRow = false
    var inCell = false
    var inInline = false
    var inRun = false
    /// Text is the cell's value.
    var collects = false
  }

  /// How large the part says that it is.
  private let partBytes: Int

  /// - Parameter bytes: how large the part says that it is.
  init(_ context: SheetContext, bytes: Int) {
    partBytes = bytes
    builder = GridBuilder(context)
    super.init(limits: context.limits)
  }

  /// The cells, once the part has been parsed.
  func finish() throws(ReadingError) -> (grid: Grid, size: SheetSize) { try builder.finish() }

  override func begin(_ names: XMLNames) {
    self.names = Names(
      transitional: names.intern(Namespace.spreadsheet[0]), strict: names.intern(Namespace.spreadsheet[1]),
      row: names.intern("row"), cell: names.intern("c"), value: names.intern("v"),
      formula: names.intern("f"), inline: names.intern("is"), text: names.intern("t"),
      run: names.intern("r"), font: names.intern("rFont"), r: names.intern("r"), s: names.intern("s"),
      t: names.intern("t"),
      hidden: names.intern("hidden"))
  }

  override func start(_ element: XMLElement, depth: Int) {
    guard element.namespace == names.transitional || element.namespace == names.strict else {
      if depth == 1 { fail(.damaged(.xml)) }
      return
    }
    switch depth {
    case 5 where position.inCell: startInCell(element)
    case 4 where position.inRow && element.name == names.cell:
      position.inCell = true
      startCell(element)
    case 3 where position.inData && element.name == names.row:
      position.inRow = true
      startRow(element)
    case 6 where position.inInline:
      position.collects = element.name == names.text
      position.inRun = element.name == names.run
    case 7 where position.inRun: position.collects = element.name == names.text
    case 8 where position.inRun && element.name == names.font:
      runFont = element.bytes("val").map { Grid.Script(fontName: $0) }
    case 3 where position.inMerges && element.isNamed("mergeCell"):
      guard let range = element.bytes("ref") else { return }
      attempt { builder throws(ReadingError) in try builder.merge(range) }
    case 2:
      position.inData = element.isNamed("sheetData")
      position.inMerges = element.isNamed("mergeCells")
    case 1: if !element.isNamed("worksheet") { fail(.damaged(.xml)) }
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if position.collects { builder.collect(bytes) }
  }

  override func end(depth: Int) {
    switch depth {
    case 5:
      position.collects = false
      position.inInline = false
    case 4:
      guard position.inCell else { return }
      position.inCell = false
      attempt { builder throws(ReadingError) in try builder.finishCell() }
    case 3: position.inRow = false
    case 6, 7:
      position.collects = false
      if depth == 6, position.inRun {
        position.inRun = false
        builder.addRun(in: runFont)
        runFont = nil
      }
    case 2:
      position.inData = false
      position.inMerges = false
    default: break
    }
  }

  private func startRow(_ element: XMLElement) {
    var number: UnsafeBufferPointer<UInt8>?
    var hidden = false
    for index in 0..<element.attributeCount {
      guard let (name, value) = element.attribute(index) else { continue }
      if name == names.r { number = value } else if name == names.hidden { hidden = isTrue(value) }
    }
    attempt { builder throws(ReadingError) in try builder.startRow(number: number, hidden: hidden) }
    builder.makeRoom(read: readBytes, of: partBytes)
  }

  private func startCell(_ element: XMLElement) {
    var address: UnsafeBufferPointer<UInt8>?
    var type = CellType.number
    var style = 0
    for index in 0..<element.attributeCount {
      guard let (name, value) = element.attribute(index) else { continue }
      if name == names.r {
        address = value
      } else if name == names.t {
        type = CellType(value)
      } else if name == names.s {
        for byte in value.prefix(9) { style = style &* 10 &+ Int(byte & 0x0F) }
      }
    }
    attempt { builder throws(ReadingError) in
      try builder.startCell(at: address, type: type, style: style)
    }
  }

  private func startInCell(_ element: XMLElement) {
    if element.name == names.value {
      position.collects = true
      builder.cell.hasValue = true
    } else if element.name == names.formula {
      builder.cell.hasFormula = true
    } else if element.name == names.inline {
      position.inInline = true
      builder.startInline()
    }
  }

  @inline(__always)
  private func attempt(_ step: (inout GridBuilder) throws(ReadingError) -> Void) {
    do throws(ReadingError) { try step(&builder) } catch { fail(error) }
  }
}
