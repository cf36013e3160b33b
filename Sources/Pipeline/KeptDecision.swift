import Foundation
import Ledger
import Rounds
import Tables

/// What deciding a round came to, on the shelf: while nothing that it is decided from changes, it is not
/// decided again, whatever else is new.
struct KeptDecision {
  /// The lists that a unit would get.
  struct Lists {
    var unit: String
    var official: Bool
    /// As the journal has it of those that were published.
    var digest: String
  }

  /// What was found, which receipts tell.
  var findings: [LocatedFinding]
  /// Nil for a round that was not ready.
  var counts: RoundCounts?
  var lists: [Lists]

  /// Where they stand on the shelf.
  static let prefix = "round-"

  private static func name(_ round: String) -> String { prefix + SHA256.hex(Array(round.utf8)).prefix(32) }

  /// Of a round of these inputs; nil where none was left.
  init?(_ round: String, inputs: String, on shelf: Shelf) {
    guard let bytes = shelf.get(KeptDecision.name(round)),
      let found = try? KeptDecision(bytes, inputs: inputs)
    else { return nil }
    self = found
  }

  init(findings: [LocatedFinding], counts: RoundCounts?, lists: [Lists]) {
    self.findings = findings
    self.counts = counts
    self.lists = lists
  }

  private init(_ bytes: [UInt8], inputs: String) throws {
    var reader = ByteReader(bytes)
    guard try reader.text() == inputs else { throw ByteReader.Misfit() }
    counts = try reader.flag() ? JSONDecoder().decode(RoundCounts.self, from: Data(try reader.raw())) : nil
    findings = try reader.items { reader throws(ByteReader.Misfit) in
      LocatedFinding(seq: try reader.number(), file: try reader.text(), try ContentForm.finding(&reader))
    }
    lists = try reader.items { reader throws(ByteReader.Misfit) in
      Lists(unit: try reader.text(), official: try reader.flag(), digest: try reader.text())
    }
    guard reader.isAtEnd else { throw ByteReader.Misfit() }
  }

  /// Leaves it to the next pass.
  func save(_ round: String, inputs: String, on shelf: Shelf) {
    var writer = ByteWriter()
    writer.add(inputs)
    writer.add(counts != nil)
    if let counts {
      guard let json = try? JSONEncoder().encode(counts) else { return }
      writer.add([UInt8](json))
    }
    writer.add(findings) { writer, found in
      writer.add(found.seq)
      writer.add(found.file)
      ContentForm.write(&writer, found.finding)
    }
    writer.add(lists) { writer, lists in
      writer.add(lists.unit)
      writer.add(lists.official)
      writer.add(lists.digest)
    }
    shelf.put(writer.bytes, as: KeptDecision.name(round))
  }
}
