import Tables

/// Reads the cells of a workbook (XLSX, XLS or the XML of Excel 2003), of a page
/// with tables or of a CSV. The content decides which it is, never a name.
///
/// What cannot be read completely and with certainty is refused: a workbook
/// that was read has every cell that the file holds.
///
/// - Parameter firstRow: the labels that a CSV may have, where nothing stands above them: what parts its fields stands
///   among them, and in none. Its values are then what is written, as those who wrote the schema mean it.
public func readWorkbook(
  _ bytes: [UInt8], limits: ReadingLimits = .standard, firstRow labels: [String]? = nil
) throws(ReadingError) -> Workbook {
  guard bytes.count <= limits.fileBytes else { throw .over(.fileBytes, limits) }
  let type = sniff(bytes)
  switch type {
  case .xlsx, .xlsm: return try readXLSX(bytes, limits: limits)
  case .xls where bytes.first == 0xD0: return try readXLS(bytes, limits: limits)
  case .xmlSpreadsheet: return try readXMLSpreadsheet(bytes, limits: limits)
  case .html: return try readHTML(bytes, limits: limits)
  case .csv: return try readCSV(bytes, limits: limits, firstRow: labels)
  case .empty: throw ReadingError(.emptyFile)
  case .encryptedWorkbook: throw ReadingError(.passwordProtected)
  default: throw ReadingError(.unsupportedFormat, facts: ["format": type.format])
  }
}
