import Tables

/// Whether the content ends as a complete file does, for a file that may still
/// be on its way into the folder.
///
/// An XLSX: its directory is at the end, and everything it lists lies inside
/// the file. A CSV: it ends with a line end and has no NUL. Anything else but
/// an empty file counts as finished, because it will be refused as it is.
public func looksFinished(_ bytes: [UInt8], limits: ReadingLimits = .standard) -> Bool {
  switch sniff(bytes) {
  case .empty: return false
  case .csv:
    return (bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r")) && !bytes.contains(0)
  case .xlsx, .xlsm, .zip, .ods, .numbers, .xlsb, .docx, .pptx, .odt:
    do throws(ReadingError) {
      _ = try bytes.withUnsafeBufferPointer { file throws(ReadingError) in
        try ZipIndex(file, limits: limits)
      }
      return true
    } catch {
      return error.code != .unfinished
    }
  default: return true
  }
}
