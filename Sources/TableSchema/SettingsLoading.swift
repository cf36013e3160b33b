import Foundation

extension Settings {
  /// Reads `settings.json`; what it leaves out keeps its default.
  public init(json: [UInt8]) throws(SchemaError) {
    let node = try JSONNode(file: "settings.json", bytes: json)
    self.init()
    try node.allow([
      "department", "language", "timeZone", "settleSeconds", "maxBadShare", "removalGuard", "limits",
      "modes", "groups", "retention",
    ])
    if let value = node["department"] {
      department = try value.string()
      guard !department.isEmpty else { throw value.error(.missing) }
    }
    if let value = node["language"] {
      language = try value.string()
      guard ["vi", "en"].contains(language) else { throw value.error(.unknownValue(language)) }
    }
    if let value = node["timeZone"] {
      timeZone = try value.string()
      guard TimeZone(identifier: timeZone) != nil else { throw value.error(.unknownValue(timeZone)) }
    }
    settleSeconds = try node["settleSeconds"]?.int(0...3600) ?? settleSeconds
    maxBadShare = try node["maxBadShare"]?.number(0...1) ?? maxBadShare
    if let value = node["removalGuard"] { removalGuard = try RemovalGuard(value) }
    if let value = node["limits"] { limits = try Limits(value) }
    if let value = node["modes"] {
      try value.allow(["inbox", "outbox"])
      if let modes = value["inbox"] { inbox = try Modes(modes, default: inbox) }
      if let modes = value["outbox"] { outbox = try Modes(modes, default: outbox) }
    }
    if let value = node["retention"] { retention = try Retention(value) }
    if let value = node["groups"] {
      for unit in try value.keys() { groups[unit] = try value.required(unit).string() }
    }
  }
}

extension Settings.RemovalGuard {
  fileprivate init(_ node: JSONNode) throws(SchemaError) {
    try node.allow(["share", "count"])
    self.init()
    share = try node["share"]?.number(0...1) ?? share
    count = try node["count"]?.int(0...1_000_000_000) ?? count
  }
}

extension Settings.Retention {
  fileprivate init(_ node: JSONNode) throws(SchemaError) {
    try node.allow(["refusedDays", "finalizedDays", "outboxDays"])
    self.init()
    refusedDays = try node["refusedDays"]?.int(0...36_500) ?? refusedDays
    finalizedDays = try node["finalizedDays"]?.int(0...36_500)
    outboxDays = try node["outboxDays"]?.int(0...36_500)
  }
}

extension Settings.Limits {
  fileprivate init(_ node: JSONNode) throws(SchemaError) {
    try node.allow([
      "compressed", "inflated", "part", "entries", "cells", "characters", "depth", "attributes", "tag",
    ])
    self.init()
    // A reader counts in 32 bits: more could not be kept.
    compressed = try node["compressed"]?.int(1...4_000_000_000) ?? compressed
    inflated = try node["inflated"]?.int(1...4_000_000_000) ?? inflated
    part = try node["part"]?.int(1...4_000_000_000) ?? part
    entries = try node["entries"]?.int(1...1_000_000) ?? entries
    cells = try node["cells"]?.int(1...1_000_000_000) ?? cells
    characters = try node["characters"]?.int(1...1_000_000) ?? characters
    depth = try node["depth"]?.int(8...10_000) ?? depth
    attributes = try node["attributes"]?.int(64...10_000) ?? attributes
    tag = try node["tag"]?.int(16_384...10_000_000) ?? tag
  }
}

extension Settings.Modes {
  fileprivate init(_ node: JSONNode, default modes: Settings.Modes) throws(SchemaError) {
    try node.allow(["folders", "files"])
    self = modes
    if let mode = node["folders"] { folders = try Self.octal(mode) }
    if let mode = node["files"] { files = try Self.octal(mode) }
  }

  private static func octal(_ node: JSONNode) throws(SchemaError) -> Int {
    let text = try node.string()
    guard let mode = Int(text, radix: 8), (0...0o7777).contains(mode) else {
      throw node.error(.unknownValue(text))
    }
    return mode
  }
}
