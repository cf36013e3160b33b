import Foundation

/// The layout of an import file of a target system: `Schemas/exports/<profile>.json`.
public struct ExportProfile: Sendable {
  public var name: String
  public var sheet: String
  public var columns: [Column]

  /// A column of the import file.
  public struct Column: Sendable {
    public var label: String
    public var value: Value
    public var width: Double
  }

  /// What a column holds: something about the child, or a constant.
  public enum Value: Sendable, Hashable {
    case ordinal
    /// A roster key, as text.
    case roster(String)
    case familyName, givenName, fullName
    case birthDateText, birthDate, gender, school, schoolName, className, grade, schoolYear, studentCode, score
    case constant(String)
  }

  /// Why a profile cannot be used.
  public struct Problem: Error, Hashable, Sendable {
    public var key: String
  }

  /// Reads `{"sheet": …, "columns": [{"label": …, "value": …, "width": …}]}`;
  /// a value is the name of one of ``Value``, `roster:<key>` or `constant:<text>`.
  public init(name: String, json: [UInt8]) throws(Problem) {
    let object: Any
    do { object = try JSONSerialization.jsonObject(with: Data(json)) } catch { throw Problem(key: "") }
    guard let root = object as? [String: Any] else { throw Problem(key: "") }
    guard let list = root["columns"] as? [[String: Any]] else { throw Problem(key: "columns") }
    self.name = name
    sheet = root["sheet"] as? String ?? name
    var columns: [Column] = []
    for (index, entry) in list.enumerated() {
      guard let label = entry["label"] as? String, let text = entry["value"] as? String,
        let value = Value(text)
      else { throw Problem(key: "columns[\(index)]") }
      columns.append(Column(label: label, value: value, width: (entry["width"] as? NSNumber)?.doubleValue ?? 14))
    }
    self.columns = columns
  }
}

extension ExportProfile.Value {
  private static let words: [String: ExportProfile.Value] = [
    "ordinal": .ordinal, "familyName": .familyName, "givenName": .givenName, "fullName": .fullName,
    "birthDateText": .birthDateText, "birthDate": .birthDate, "gender": .gender, "school": .school,
    "schoolName": .schoolName, "class": .className, "grade": .grade, "schoolYear": .schoolYear,
    "studentCode": .studentCode, "score": .score,
  ]

  init?(_ text: String) {
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
