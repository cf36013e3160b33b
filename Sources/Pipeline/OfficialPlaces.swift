import Foundation
import Rounds

/// Where an official result admitted children, as the ledger keeps it among its
/// objects: `mở lại` goes back to it. The journal names nobody, so it has the hash alone.
enum OfficialPlaces {
  private struct Place: Codable {
    var personalId: String
    var moetId: String
    var examNo: String
    var applicationNo: String
    var program: String

    /// The identifiers, in the order of `ket-qua.csv`.
    var key: [String] { [personalId, moetId, examNo, applicationNo] }
  }

  /// The same bytes for the same places.
  static func bytes(_ places: SchoolPlaces) throws -> [UInt8] {
    let list = places.map { key, program in
      Place(
        personalId: key.personalId, moetId: key.moetId, examNo: key.examNo, applicationNo: key.applicationNo,
        program: program)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](
      try encoder.encode(
        list.sorted { a, b in
          for (x, y) in zip(a.key, b.key) where x != y { return x.utf8.lexicographicallyPrecedes(y.utf8) }
          return false
        }))
  }

  /// The places that were written.
  static func places(_ bytes: [UInt8]) throws -> SchoolPlaces {
    let list = try JSONDecoder().decode([Place].self, from: Data(bytes))
    return SchoolPlaces(
      list.map { place in
        let key = PersonKey(
          personalId: place.personalId, moetId: place.moetId, examNo: place.examNo,
          applicationNo: place.applicationNo)
        return (key, place.program)
      }, uniquingKeysWith: { first, _ in first })
  }
}
