/// What spreadsheet programs show in a cell whose formula failed or has no value yet.
///
/// As a text file has it, and a workbook too: programs that do not know an error write it as a text.
public enum ErrorValues {
  /// All of them, in capitals.
  public static let all = [
    "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
    "#BLOCKED!", "#UNKNOWN!", "#CONNECT!", "#BUSY!", "#GETTING_DATA", "#EXTERNAL!", "#PYTHON!", "#TIMEOUT!",
    "#ERROR!",
  ]
}
