import Tables

/// Reads every worksheet of an XLSX workbook.
func readXLSX(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Workbook {
  try bytes.withUnsafeBufferPointer { file throws(ReadingError) in
    var contents = try ZipContents(file, limits: limits)
    let map = try PackageMap(&contents)
    var formats: [NumberFormat] = []
    var scripts: [Grid.Script] = []
    if let part = map.styles {
      let styles = CellStyles(limits: limits)
      try contents.parse(part, styles)
      formats = styles.formats
      scripts = styles.scripts
    }
    var shared = SharedTexts()
    if let part = map.sharedTexts {
      let texts = SharedTextsPart(limits: limits)
      try contents.parse(part, texts)
      shared = texts.texts
    }
    var grids: [Grid] = []
    var size = SheetSize()
    for sheet in map.sheets {
      let context = SheetContext(
        name: sheet.name, visibility: sheet.visibility, epoch1904: map.epoch1904,
        awaitsCalculation: map.awaitsCalculation, formats: formats,
        scripts: scripts, shared: shared, before: size, limits: limits)
      let grid: Grid
      (grid, size) = try readSheet(sheet.part, context, &contents)
      grids.append(grid)
    }
    try contents.refuseDoctypesInUnreadParts()
    return Workbook(format: .xlsx, grids: grids, notes: map.notes)
  }
}

private func readSheet(
  _ part: ZipIndex.Entry, _ context: SheetContext, _ contents: inout ZipContents
) throws(ReadingError) -> (grid: Grid, size: SheetSize) {
  let sheet = SheetPart(context, bytes: min(Int(clamping: part.size), context.limits.partBytes))
  do throws(ReadingError) {
    try contents.parse(part, sheet)
    return try sheet.finish()
  } catch {
    var error = error
    error.place.sheet = context.name
    throw error
  }
}
