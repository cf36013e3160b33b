import Tables

/// Reads every worksheet of a workbook of Excel 97 to 2003 (BIFF8 in an OLE2
/// compound file). Older ones are named as such, encrypted ones too.
func readXLS(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Workbook {
  let stream = try bytes.withUnsafeBufferPointer { file throws(ReadingError) in
    let file = try CompoundFile(file)
    if let stream = try file.stream("Workbook") { return stream }
    // Excel 5 and 95 called it so.
    guard try file.stream("Book") != nil else {
      // Some other program's compound file.
      throw ReadingError(.unsupportedFormat, facts: ["format": "binary"])
    }
    throw ReadingError(.unsupportedFormat, facts: ["format": "xls"])
  }
  return try stream.withUnsafeBufferPointer { stream throws(ReadingError) in
    let globals = try XLSGlobals(stream, limits: limits)
    var grids: [Grid] = []
    var size = SheetSize()
    var readBytes = 0
    for sheet in globals.sheets {
      let (grid, sizeSoFar, end) = try readSheet(sheet, globals, stream, before: size, limits)
      size = sizeSoFar
      grids.append(grid)
      // Sheets that share their records could be read again and again.
      readBytes += end - sheet.start
      guard readBytes <= stream.count else { throw .damaged(.overlap) }
    }
    return Workbook(format: .xls, grids: grids, notes: globals.notes)
  }
}

private func readSheet(
  _ sheet: XLSGlobals.Sheet, _ globals: XLSGlobals, _ stream: UnsafeBufferPointer<UInt8>, before: SheetSize,
  _ limits: ReadingLimits
) throws(ReadingError) -> (grid: Grid, size: SheetSize, end: Int) {
  do throws(ReadingError) {
    return try XLSSheet(sheet, globals, in: stream, before: before, limits: limits)
      .read(from: sheet.start)
  } catch {
    var error = error
    error.place.sheet = sheet.name
    throw error
  }
}
