public import Tables

/// What templates say beside the labels and descriptions of the schema files.
public struct TemplateWording: Sendable {
  private let language: Language

  /// The sentences in a language.
  public init(_ language: Language) { self.language = language }

  /// Stands in the STT of the example row: readers know it by this word in
  /// every language.
  public static let exampleMark = "VÍ DỤ"
  /// What is offered for yes and no; readers know them in every language.
  public static let flagWords = ["có", "không"]
  /// The label of the first column, in every language.
  public static let ordinalLabel = "STT"

  private func say(_ vi: String, _ en: String) -> String { language.say(vi, en) }

  /// The word before page numbers.
  public var page: String { say("Trang", "Page") }

  /// On the STT's header: the example row may stay.
  public var exampleRow: String {
    say(
      "Dòng có chữ \(TemplateWording.exampleMark) chỉ để làm mẫu, không được tính; có thể để lại hoặc xóa đi.",
      "The row marked \(TemplateWording.exampleMark) is an example and does not count; keep or delete it."
    )
  }

  /// Of a column that must be filled in.
  public var required: String { say("Phải điền.", "Must be filled in.") }

  /// Of a column that need not.
  public var optional: String {
    say("Không bắt buộc; có thể bỏ cột này.", "Optional; the column may be left out.")
  }

  /// Whether a column, with others beside it, names the person that a row is about.
  public enum Identifying: Sendable {
    case nobody
    /// One of them must be filled in.
    case required
    /// One of them should be filled in.
    case wanted
  }

  /// Whether one of the columns that name a person must be filled in; nil for another column.
  public func need(_ identifying: Identifying) -> String? {
    switch identifying {
    case .nobody: nil
    case .required:
      say(
        "Phải có ít nhất một trong bốn cột mã học sinh.", "At least one of the pupil's numbers must be there."
      )
    case .wanted:
      say(
        "Nên có ít nhất một trong bốn cột mã học sinh.",
        "At least one of the pupil's numbers should be there.")
    }
  }

  /// How a value of a type is written.
  public func form(of type: ValueType) -> String {
    switch type {
    case .text: say("Chữ.", "Text.")
    case .integer: say("Số nguyên.", "A whole number.")
    case .decimal: say("Số, viết 8,5 hay 8.5 đều được.", "A number, written 8,5 or 8.5.")
    case .date: say("Ngày/tháng/năm, năm đủ bốn chữ số.", "Day/month/year, the year in four digits.")
    case .flag: say("Ghi có hoặc không; để trống là không.", "có (yes) or không (no); blank is no.")
    case .code:
      say(
        "Ghi đúng như đã cấp, kể cả số 0 ở đầu.",
        "Exactly as it was given, leading zeros too.")
    case .list:
      say(
        "Nhiều mục thì cách nhau bằng dấu chấm phẩy (;).",
        "Several items are separated by semicolons (;).")
    case .choice: say("Chọn một trong danh sách.", "One of the list.")
    }
  }

  /// Of a column with names to choose from.
  public var chooseOrWrite: String {
    say("Chọn tên trong danh sách, hoặc ghi mã.", "Choose a name from the list, or write a code.")
  }

  /// One of the words that may be written.
  public func oneOf(_ words: [String]) -> String {
    say("Chọn một trong: ", "Choose one of: ") + words.joined(separator: "; ") + "."
  }

  /// The words that may be written.
  public func words(_ words: [String]) -> String {
    say("Các giá trị: ", "Values: ") + words.joined(separator: "; ") + "."
  }

  /// An example of a value.
  public func example(_ example: String) -> String {
    say("Ví dụ: ", "Example: ") + example
  }
}
