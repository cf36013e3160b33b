import Foundation
import Tables
import Testing

/// What a workspace took, pass by pass, to be sent again to another one that nobody disturbs.
struct Passes {
  private struct Arrival: Decodable {
    var pass: Int
    var hash: String
    /// In hexadecimal digits.
    var folders: [String]
    /// What stands for its name.
    var seal: String
  }

  /// The bytes that such digits stand for.
  private static func bytes(_ digits: some StringProtocol) -> [UInt8] {
    stride(from: 0, to: digits.utf8.count, by: 2).compactMap { start in
      UInt8(String(decoding: Array(digits.utf8)[start..<(start + 2)], as: UTF8.self), radix: 16)
    }
  }

  /// Where an arrival lay in the Inbox.
  private func place(of arrival: Arrival) throws -> String {
    let name = try #require(names[arrival.seal])
    return (arrival.folders.map { Passes.bytes($0) } + [name]).map {
      String(decoding: $0, as: UTF8.self)
    }
    .joined(separator: "/")
  }

  /// By their seals.
  private let names: [String: [UInt8]]
  private let work: Workdir
  private let passes: [[Arrival]]

  /// Those of a workspace, by its journal.
  init(of work: Workdir) throws {
    self.work = work
    let lines = try work.text(".ledger/names").split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map { Passes.bytes($0) }
    }
    names = Dictionary(lines.map { (SHA256.hex($0[0] + $0[1]), $0[1]) }) { first, _ in first }
    let arrivals = try work.text(".ledger/journal").split(separator: "\n").compactMap {
      line -> Arrival? in
      let fields = line.split(separator: "\t")
      guard fields.count > 3, fields[2] == "received" else { return nil }
      return try JSONDecoder().decode(Arrival.self, from: Data(fields[3].utf8))
    }
    passes = Dictionary(grouping: arrivals, by: \.pass).sorted { $0.key < $1.key }.map(\.value)
    #expect(arrivals.count > 10, "there is something to be sent again")
  }

  var count: Int { passes.count }

  /// Sends to a new workspace what each pass took, and lets one pass take it.
  func replay(in other: Workdir) throws {
    try other.run("run")
    for pass in passes {
      for arrival in pass {
        try other.drop(
          place(of: arrival), try Data(contentsOf: work.path(".ledger/objects/" + arrival.hash)))
      }
      let result = try other.run("run", "--quiet")
      #expect(result.status < 2, "\(result)")
    }
    #expect(other.files("Inbox").isEmpty)
  }
}

/// What a season came to, but for the times at which it happened: every receipt, and each unit's newest lists.
struct Came {
  private var receipts: [String: Data] = [:]
  private var lists: [String: Data] = [:]

  init(to work: Workdir) throws {
    let folders = Dictionary(grouping: work.files("Outbox").filter { $0.contains("/du-kien-") }) {
      name in
      name.split(separator: "/").prefix(2).joined(separator: "/")
    }
    for (place, names) in folders {
      // By its number: the hundredth follows the ninety-ninth, though not in the order of letters.
      let newest = try #require(
        names.compactMap { $0.split(separator: "/").dropFirst(2).first }
          .max { ($0.count, $0) < ($1.count, $1) })
      for name in names
      where name.hasPrefix("\(place)/\(newest)/") && !name.hasSuffix("/MANIFEST.json") {
        lists[place + name.dropFirst(place.count + newest.count + 1)] = try Data(
          contentsOf: work.path("Outbox/" + name))
      }
    }
    for name in work.files("Outbox") where name.contains("/bien-nhan/may-doc/") {
      let receipt = try #require(
        try JSONSerialization.jsonObject(with: Data(contentsOf: work.path("Outbox/" + name)))
          as? [String: Any])
      let findings = receipt["findings"] as? [[String: Any]] ?? []
      // The sentence about bytes that came before says when.
      let told = findings.map {
        [$0["code"], $0["row"], $0["column"]].map { $0.map { "\($0)" } ?? "" }
      }
      receipts[name] = try JSONSerialization.data(
        withJSONObject: [
          "tables": receipt["tables"] ?? [], "told": told, "sha256": receipt["sha256"] ?? "",
        ],
        options: .sortedKeys)
    }
    #expect(!receipts.isEmpty && !lists.isEmpty)
  }

  /// The receipts and lists that are others, in order.
  func differing(from other: Came) -> [String] {
    let (own, others) = (receipts.merging(lists) { $1 }, other.receipts.merging(other.lists) { $1 })
    return Set(own.keys).union(others.keys).filter { own[$0] != others[$0] }.sorted()
  }
}
