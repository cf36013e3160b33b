/// What a file is, told from its content alone.
public enum FileType: Sendable, Hashable, CaseIterable {
  /// Zero bytes, or nothing but a byte order mark.
  case empty
  case xlsx, xlsm, csv
  /// An encrypted workbook: it opens with a password only.
  case encryptedWorkbook
  case xls, xlsb, ods, numbers, xmlSpreadsheet, html
  /// A page with all that belongs to it in one file.
  case mht
  case pdf, rtf, doc, docx, ppt, pptx, odt
  case png, jpg, gif, bmp, tif, webp, heic
  case zip, rar, sevenZip, gz, bz2, xz, tar

  /// The extension that such a file carries, without the point.
  public var fileExtension: String {
    switch self {
    case .empty: "txt"
    case .encryptedWorkbook: "xlsx"
    case .xmlSpreadsheet: "xml"
    case .sevenZip: "7z"
    default: String(describing: self)
    }
  }

  /// The fact `format` of an `unsupported-format` finding.
  var format: String {
    switch self {
    case .png, .jpg, .gif, .bmp, .tif, .webp, .heic: "image"
    case .zip, .rar, .sevenZip, .gz, .bz2, .xz, .tar: "archive"
    case .rtf, .doc, .docx, .ppt, .pptx, .odt: "document"
    default: fileExtension
    }
  }
}
