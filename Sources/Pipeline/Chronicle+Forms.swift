extension Chronicle.Kind {
  static let forms = "forms"
  static let tasks = "tasks"
}

extension Chronicle {
  /// Forms that were given for a round, or lists of what is to be done (of no round).
  struct Forms: Codable {
    struct Given: Codable {
      var unit: String
      /// Stands for what they show.
      var digest: String
    }

    var round: String
    var units: [Given]
  }

  mutating func add(_ given: Forms) {
    for unit in given.units { formDigests[given.round, default: [:]][unit.unit] = unit.digest }
  }

  /// What stands for the forms that a unit has of a round; nil for none. Without a round: for its list of
  /// what is to be done.
  func forms(unit: String, round: String = "") -> String? { formDigests[round]?[unit] }
}
