import Foundation
import Tables

/// What `MANIFEST.json` says about a published folder (contract.md 5).
public struct Manifest: Codable, Hashable, Sendable {
  /// A file of the folder.
  public struct File: Codable, Hashable, Sendable {
    /// From the folder.
    public var path: String
    /// Of its bytes, in hex.
    public var sha256: String
    /// Rows of data; header and titles do not count.
    public var rows: Int
  }

  /// Something that the result was made from.
  public struct Source: Codable, Hashable, Sendable {
    /// The arrival's number; for a schema its file.
    public var name: String
    /// Of its bytes, in hex.
    public var sha256: String

    /// A source by name and hash.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// Whose folder it is.
  public var unit: String
  /// The round's code.
  public var round: String
  /// Whether it is official; else provisional.
  public var official: Bool
  /// nn of the folder's name.
  public var number: Int
  /// Every other file of the folder.
  public var files: [File]
  /// The arrivals in force, in order.
  public var inputs: [Source]
  /// The files of Schemas, by name.
  public var schemas: [Source]
  /// The version of this program.
  public var program: String
  /// The version of zlib, which the bytes of a workbook depend on.
  public var zlib: String

  /// What is to be said about these files.
  public init(
    unit: String, round: String, official: Bool, number: Int, files: [OutputFile], inputs: [Source],
    schemas: [Source],
    program: String, zlib: String
  ) {
    self.unit = unit
    self.round = round
    self.official = official
    self.number = number
    self.files = files.map { File(path: $0.path, sha256: SHA256.hex($0.bytes), rows: $0.rows) }
    self.inputs = inputs
    self.schemas = schemas
    self.program = program
    self.zlib = zlib
  }

  /// The bytes of the file.
  public func json() -> [UInt8] { jsonBytes(self) }
}

/// JSON with sorted keys, for people and programs alike.
func jsonBytes(_ value: some Encodable) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  // Values of ours hold no infinite numbers, the only thing that cannot be encoded.
  let data = (try? encoder.encode(value)) ?? Data()
  return [UInt8](data) + [UInt8(ascii: "\n")]
}
