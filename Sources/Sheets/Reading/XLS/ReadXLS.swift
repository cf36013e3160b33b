import Tables

/// Reads every worksheet of a workbook of Excel 97 to 2003 (BIFF8 in an OLE2
/// compound file). Older ones are named as such, encrypted ones too.
func readXLS(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Workbook {
  let stream = try bytes.withUnsafeBufferPointer { file throws(ReadingError) in
    let file = try CompoundFile(file)
    if let stream = try file.stream("Workbook") { return stream }
    // Excel 5 and 95 called it so.
    guard try file.stream("Book") != nil else { throw ReadingError.damaged(.missingPart) }
    throw ReadingError(.unsupportedFormat, facts: ["format": "xls"])
  }
  return try stream.withUnsafeBufferPointer { stream throws(ReadingError) in
    let globals = try XLSGlobals(stream, limits: limits)
    var grids: [Grid] = []
    var cells = 0
    for sheet in globals.sheets {
      let grid = try readSheet(sheet, globals, stream, cellsBefore: cells, limits)
      cells += grid.cells.count
      grids.append(grid)
    }
    return Workbook(format: .xls, grids: grids, notes: [])
  }
}

private func readSheet(
  _ sheet: XLSGlobals.Sheet, _ globals: XLSGlobals, _ stream: UnsafeBufferPointer<UInt8>, cellsBefore: Int,
  _ limits: ReadingLimits
) throws(ReadingError) -> Grid {
  do throws(ReadingError) {
    return try XLSSheet(sheet, globals, in: stream, cellsBefore: cellsBefore, limits: limits)
      .read(from: sheet.start)
  } catch {
    var error = error
    error.place.sheet = sheet.name
    throw error
  }
}
