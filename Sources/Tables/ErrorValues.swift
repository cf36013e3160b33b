/// What spreadsheet programs show in a cell whose formula failed or has no value yet.
///
/// As a text file has it, and a workbook too: programs that do not know an error write it as a text.
public enum ErrorValues {
  /// All of them, in capitals.
  public static let all = ofExcel + ofLibreOffice

  private static let ofExcel = [
    "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
    "#BLOCKED!", "#UNKNOWN!", "#CONNECT!", "#BUSY!", "#GETTING_DATA", "#EXTERNAL!", "#PYTHON!", "#TIMEOUT!",
    "#ERROR!",
  ]

  /// Those that have a number and no name there.
  private static let ofLibreOffice = (500...599).map { "ERR:\($0)" }
}
