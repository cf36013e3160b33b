import Tables

/// How one unit fills in its lists.
struct RosterLayout: Hashable {
  enum Format: Hashable {
    case workbook
    case delimited(Character, byteOrderMark: Bool)
  }

  enum Split: Hashable { case oneFile, filePerClass, sheetPerClass }
  enum Dates: Hashable { case real, slashes, dashes, iso, threeColumns }
  enum Ids: Hashable { case text, number, missing }

  var format = Format.workbook
  var split = Split.oneFile
  /// The header on row 10 under the national title, and signatures below; else on row 1.
  var official = false
  var splitNames = false
  var dates = Dates.real
  var ids = Ids.text
  /// Gender as a column `Nữ` with an x.
  var girlColumn = false
  var decimalComma = false
  /// `HL6` and `G` rather than `Học lực 6` and `Giỏi`.
  var short = false
  /// Text with its marks as characters of their own.
  var decomposed = false
  /// Schools by name rather than by code.
  var namesSchools = false
  /// A column for the school that the child should go to.
  var route = false

  /// The ways in turn.
  static let all: [RosterLayout] = [
    RosterLayout(),
    RosterLayout(
      split: .filePerClass, official: true, splitNames: true, dates: .threeColumns, girlColumn: true,
      short: true),
    RosterLayout(format: .delimited(",", byteOrderMark: true), dates: .slashes, namesSchools: true),
    RosterLayout(
      format: .delimited(";", byteOrderMark: false), dates: .dashes, decimalComma: true, short: true),
    RosterLayout(official: true, dates: .slashes, decomposed: true, namesSchools: true),
    RosterLayout(ids: .number, namesSchools: true, route: true),
    RosterLayout(format: .delimited("\t", byteOrderMark: true), splitNames: true, dates: .iso),
    RosterLayout(split: .sheetPerClass, official: true, decimalComma: true, route: true),
  ]

  var fileExtension: String { format == .workbook ? "xlsx" : "csv" }
}
