import Foundation

/// The types whose cells are JSON, by their shape alone.
enum JSONShape: Sendable {
  case object, array
  /// A geographic point as `[lon, lat]`, or as `{"lon": …, "lat": …}`.
  case pointArray, pointObject
  case geojson, topojson

  func value(of text: some Collection<UInt8>) -> JSONValue? {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text)), fits(value) else {
      return nil
    }
    return value
  }

  func fits(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.object, .object), (.array, .array): true
    case (.pointArray, .array(let items)):
      items.count == 2 && Self.isPoint(items[0].number, items[1].number)
    case (.pointObject, .object(let members)):
      members.count == 2 && Self.isPoint(members["lon"]?.number, members["lat"]?.number)
    case (.geojson, .object(let members)): Self.isGeoJSON(members)
    case (.topojson, .object(let members)): Self.isTopology(members)
    default: false
    }
  }

  /// A longitude and a latitude.
  static func isPoint(_ lon: Double?, _ lat: Double?) -> Bool {
    guard let lon, let lat else { return false }
    return abs(lon) <= 180 && abs(lat) <= 90
  }

  /// The members that RFC 7946 requires of each type; what is inside coordinates is not looked at.
  private static func isGeoJSON(_ members: [String: JSONValue]) -> Bool {
    guard case .string(let type) = members["type"] else { return false }
    switch type {
    case "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon":
      return members["coordinates"]?.isArray == true
    case "GeometryCollection":
      return members["geometries"]?.all { isGeoJSON($0) } == true
    case "Feature":
      guard let geometry = members["geometry"], let properties = members["properties"] else { return false }
      return isNullOr(geometry) { isGeoJSON($0) } && isNullOr(properties) { _ in true }
    case "FeatureCollection":
      return members["features"]?.all { feature in
        if case .string("Feature") = feature["type"] { return isGeoJSON(feature) }
        return false
      } == true
    default: return false
    }
  }

  private static func isTopology(_ members: [String: JSONValue]) -> Bool {
    guard case .string("Topology") = members["type"], case .object = members["objects"] else { return false }
    return members["arcs"]?.isArray == true
  }

  private static func isNullOr(_ value: JSONValue, _ test: ([String: JSONValue]) -> Bool) -> Bool {
    switch value {
    case .null: true
    case .object(let members): test(members)
    default: false
    }
  }

  /// What such a cell looks like.
  var example: String {
    switch self {
    case .object: #"{"a": 1}"#
    case .array: "[1, 2]"
    case .pointArray: "[106.41, 10.53]"
    case .pointObject: #"{"lon": 106.41, "lat": 10.53}"#
    case .geojson: #"{"type": "Point", "coordinates": [106.41, 10.53]}"#
    case .topojson: #"{"type": "Topology", "objects": {}, "arcs": []}"#
    }
  }
}

extension JSONValue {
  fileprivate var number: Double? {
    switch self {
    case .int(let whole): Double(whole)
    case .double(let fraction): fraction
    default: nil
    }
  }

  fileprivate var isArray: Bool {
    if case .array = self { return true }
    return false
  }

  /// A list of objects that all pass.
  fileprivate func all(_ test: ([String: JSONValue]) -> Bool) -> Bool {
    guard case .array(let items) = self else { return false }
    return items.allSatisfy { item in
      if case .object(let members) = item { return test(members) }
      return false
    }
  }
}
