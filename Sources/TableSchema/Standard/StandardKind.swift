/// The types of the standard Table Schema.
public enum StandardKind: String, Sendable, CaseIterable {
  case string, number, integer, boolean, object, array, list, datetime, date, time, year, yearmonth, duration
  case geopoint, geojson, any

  /// What can be ordered, and so can have bounds.
  var isOrdered: Bool {
    switch self {
    case .number, .integer, .datetime, .date, .time, .year, .yearmonth, .duration: true
    case .string, .boolean, .object, .array, .list, .geopoint, .geojson, .any: false
    }
  }

  /// What has a length: characters, items or members.
  var hasLength: Bool {
    switch self {
    case .string, .array, .object, .list: true
    default: false
    }
  }
}
