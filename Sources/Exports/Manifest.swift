import Foundation
public import Rounds
import Tables

/// What `MANIFEST.json` says about a published folder (contract.md 5).
public struct Manifest: Codable, Hashable, Sendable {
  /// A file of the folder.
  public struct File: Codable, Hashable, Sendable {
    /// From the folder.
    public var path: String
    /// In hex.
    public var sha256: String
    /// Rows of data.
    public var rows: Int
    /// See ``OutputFile/altered``; left out where there is nothing.
    public var altered: [String]?
  }

  /// Something that the result was made from.
  public struct Source: Codable, Hashable, Sendable {
    /// The arrival's number; for a schema its file.
    public var name: String
    /// In hex.
    public var sha256: String

    /// A named source.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// Whose folder it is.
  public var unit: String
  /// The round's code.
  public var round: String
  /// `chinh-thuc`, or `du-kien`.
  public var official: Bool
  /// Of the folder, from 1.
  public var number: Int
  /// In the order in which they were made.
  public var files: [File]
  /// The arrivals in force, in order.
  public var inputs: [Source]
  /// What had happened to the round, in order: `closed`, `finalized`, `reopened`, `seed 572913`.
  public var events: [String]
  /// The schema files.
  public var schemas: [Source]
  /// The program and its version.
  public var program: String
  /// The version of zlib, on which the bytes of workbooks depend.
  public var zlib: String

  /// The manifest of a folder with these files.
  public init(
    unit: String, round: String, official: Bool, number: Int, files: [OutputFile], inputs: [Source],
    events: [RoundEvent], schemas: [Source], program: String, zlib: String
  ) {
    self.unit = unit
    self.round = round
    self.official = official
    self.number = number
    self.files = files.map { file in
      File(
        path: file.path, sha256: file.sha256, rows: file.rows,
        altered: file.altered.isEmpty ? nil : file.altered)
    }
    self.inputs = inputs
    self.events = events.map(\.change.word)
    self.schemas = schemas
    self.program = program
    self.zlib = zlib
  }

  /// The bytes of the file.
  public func json() -> [UInt8] { jsonBytes(self) }
}

extension RoundEvent.Change {
  /// What happened, in a word.
  fileprivate var word: String {
    switch self {
    case .closed: "closed"
    case .finalized: "finalized"
    case .reopened: "reopened"
    case .seed(let seed): "seed \(seed)"
    case .fixed(let schools): "fixed " + schools.joined(separator: " ")
    case .reopenedSchools(let schools, _, _): "reopened " + schools.joined(separator: " ")
    case .supplemented: "supplemented"
    case .classesFixed(let schools): "classes fixed " + schools.joined(separator: " ")
    case .approvalAsked(let school): "approval asked \(school)"
    case .returned(let school): "returned \(school)"
    }
  }
}

/// JSON with sorted keys, for people and programs alike.
func jsonBytes(_ value: some Encodable) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  // Values of ours hold no infinite numbers, the only thing that cannot be encoded.
  let data = (try? encoder.encode(value)) ?? Data()
  return [UInt8](data) + [UInt8(ascii: "\n")]
}
