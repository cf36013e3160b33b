import Foundation
import Rounds

/// What official results and `chốt lớp` have settled, as the ledger keeps it among its objects:
/// later decisions go back to it. The journal names nobody, so it has the hashes alone.
enum RoundRecords {
  /// A child, and what is said of it.
  private struct Said<Value: Codable>: Codable {
    var personalId: String
    var moetId: String
    var examNo: String
    var applicationNo: String
    var value: Value

    /// The identifiers, in the order of `ket-qua.csv`.
    var identifiers: [String] { [personalId, moetId, examNo, applicationNo] }
  }

  private struct Supplement: Codable {
    var kept: [Said<String>]
    var left: [Said<LeavingReason>]
    var waiting: [Said<[String]>]
    /// Nil in records of an earlier version.
    var awaited: [Said<String>]?
    var tied: [Said<Settled.TiedPaths>]?
    var leftAt: [Said<String>]?

    init(_ supplement: Settled.Supplement) {
      kept = list(supplement.kept)
      left = list(supplement.left)
      waiting = list(supplement.waiting)
      awaited = list(supplement.awaited)
      tied = list(supplement.tied)
      leftAt = list(supplement.leftAt)
    }

    var children: Settled.Supplement {
      var children = Settled.Supplement(
        kept: people(kept), left: people(left), waiting: people(waiting))
      children.awaited = people(awaited ?? [])
      children.tied = people(tied ?? [])
      children.leftAt = people(leftAt ?? [])
      return children
    }
  }

  private struct Record: Codable {
    var admitted: [Said<String>]
    var kept: [Said<String>]
    var left: [Said<LeavingReason>]
    var seats: [Said<String>]
    var supplement: Supplement?
    /// Nil in records of an earlier version.
    var leftAt: [Said<String>]?
    var newcomers: [Said<Settled.Newcomer>]?
    var turnedAway: [Said<[String]>]?
    var declined: [Said<[String]>]?
    var absent: [Said<[String]>]?
    var waiting: [Said<[String: Int]>]?
  }

  /// The same bytes for the same record.
  static func bytes(_ record: RoundRecord) throws -> [UInt8] {
    let settled = record.settled
    return try encoded(
      Record(
        admitted: list(record.admitted), kept: list(settled.kept), left: list(settled.left),
        seats: list(settled.seats),
        supplement: settled.supplement.map(Supplement.init), leftAt: list(settled.leftAt),
        newcomers: list(settled.newcomers), turnedAway: list(settled.turnedAway),
        declined: list(settled.declined), absent: list(settled.absent),
        waiting: record.waiting.map { list($0) }))
  }

  /// The record that was written.
  static func record(_ bytes: [UInt8]) throws -> RoundRecord {
    let record = try JSONDecoder().decode(Record.self, from: Data(bytes))
    var settled = Settled(
      kept: people(record.kept), left: people(record.left), supplement: record.supplement?.children)
    settled.seats = people(record.seats)
    settled.leftAt = people(record.leftAt ?? [])
    settled.newcomers = people(record.newcomers ?? [])
    settled.turnedAway = people(record.turnedAway ?? [])
    settled.declined = people(record.declined ?? [])
    settled.absent = people(record.absent ?? [])
    var found = RoundRecord(settled: settled, admitted: people(record.admitted))
    found.waiting = record.waiting.map { people($0) }
    return found
  }

  /// Whether bytes are what this program itself has kept of a round, so that nobody can have sent them.
  static func areOwn(_ bytes: [UInt8]) -> Bool {
    switch bytes.first {
    case UInt8(ascii: "{"): (try? record(bytes)) != nil
    case UInt8(ascii: "["): (try? classes(bytes))?.isEmpty == false
    default: false
    }
  }

  /// Who sits in which class.
  static func bytes(classes: [PersonKey: String]) throws -> [UInt8] { try encoded(list(classes)) }

  /// The classes that were written.
  static func classes(_ bytes: [UInt8]) throws -> [PersonKey: String] {
    people(try JSONDecoder().decode([Said<String>].self, from: Data(bytes)))
  }

  private static func encoded(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }

  private static func list<Value: Codable>(_ people: [PersonKey: Value]) -> [Said<Value>] {
    let list = people.map { key, value in
      Said(
        personalId: key.personalId, moetId: key.moetId, examNo: key.examNo, applicationNo: key.applicationNo,
        value: value)
    }
    return list.sorted { a, b in
      for (x, y) in zip(a.identifiers, b.identifiers) where x != y {
        return x.utf8.lexicographicallyPrecedes(y.utf8)
      }
      return false
    }
  }

  private static func people<Value: Codable>(_ list: [Said<Value>]) -> [PersonKey: Value] {
    Dictionary(
      list.map { said in
        let key = PersonKey(
          personalId: said.personalId, moetId: said.moetId, examNo: said.examNo,
          applicationNo: said.applicationNo)
        return (key, said.value)
      }, uniquingKeysWith: { first, _ in first })
  }
}
