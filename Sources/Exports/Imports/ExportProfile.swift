import Foundation

/// The layout of an import file of a target system: `Schemas/exports/<profile>.json`.
public struct ExportProfile: Sendable {
  /// The file's name without its ending; the import is `nhap-<name>.xlsx`.
  public var name: String
  /// The name of the sheet.
  public var sheet: String
  /// From the left.
  public var columns: [Column]

  /// A column of the import file.
  public struct Column: Sendable {
    /// What the header says.
    public var label: String
    /// What the cells hold.
    public var value: Value
    /// In characters.
    public var width: Double
  }

  /// What a column holds: something about the child, or a constant.
  public enum Value: Sendable, Hashable {
    /// The running number within the class.
    case ordinal
    /// A roster key, as text in its canonical form.
    case roster(String)
    case familyName, givenName, fullName
    /// The date as text dd/mm/yyyy, and as a real date.
    case birthDateText, birthDate
    /// The new school's code and name, the class there, and what the round says of them.
    case school, schoolName, className, grade, schoolYear
    /// Given by the new school's system.
    case studentCode
    /// The own score where the child is admitted.
    case score
    case constant(String)
  }

  /// Why a profile cannot be used.
  public struct Problem: Error, Hashable, Sendable {
    /// Where in the file: `columns[3]`; empty for the whole.
    public var key: String
  }

  /// Reads `{"sheet": …, "columns": [{"label": …, "value": …, "width": …}]}`;
  /// a value is the name of one of ``Value``, `roster:<key>` or `constant:<text>`.
  public init(name: String, json: [UInt8]) throws(Problem) {
    let layout: Layout
    do { layout = try JSONDecoder().decode(Layout.self, from: Data(json)) } catch {
      throw Problem(key: ExportProfile.place(of: error))
    }
    self.name = name
    sheet = layout.sheet ?? name
    var columns: [Column] = []
    for (index, column) in layout.columns.enumerated() {
      guard let value = Value(column.value) else { throw Problem(key: "columns[\(index)].value") }
      columns.append(Column(label: column.label, value: value, width: column.width ?? 14))
    }
    self.columns = columns
  }

  private struct Layout: Decodable {
    var sheet: String?
    var columns: [Entry]

    struct Entry: Decodable {
      var label: String
      var value: String
      var width: Double?
    }
  }

  /// The key at which decoding failed.
  private static func place(of error: any Error) -> String {
    let path: [any CodingKey]
    switch error as? DecodingError {
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      path = context.codingPath
    default: path = []
    }
    return path.reduce("") { text, key in
      key.intValue.map { text + "[\($0)]" } ?? (text.isEmpty ? "" : text + ".") + key.stringValue
    }
  }
}

extension ExportProfile.Value {
  private static let words: [String: ExportProfile.Value] = [
    "ordinal": .ordinal, "familyName": .familyName, "givenName": .givenName, "fullName": .fullName,
    "birthDateText": .birthDateText, "birthDate": .birthDate, "school": .school, "schoolName": .schoolName,
    "class": .className, "grade": .grade, "schoolYear": .schoolYear, "studentCode": .studentCode,
    "score": .score,
  ]

  fileprivate init?(_ text: String) {
    if let value = ExportProfile.Value.words[text] {
      self = value
    } else if text.hasPrefix("roster:") {
      self = .roster(String(text.dropFirst("roster:".count)))
    } else if text.hasPrefix("constant:") {
      self = .constant(String(text.dropFirst("constant:".count)))
    } else {
      return nil
    }
  }
}
