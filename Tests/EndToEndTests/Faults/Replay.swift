import Foundation
import Testing

/// What a workspace took, pass by pass, to be sent again to another one that nobody disturbs.
struct Passes {
  private struct Arrival: Decodable {
    struct Path: Decodable {
      /// In hexadecimal digits.
      var folders: [String]
      var name: String
    }
    var pass: Int
    var hash: String
    var path: Path

    var place: String {
      (path.folders + [path.name]).map { digits in
        let bytes = stride(from: 0, to: digits.utf8.count, by: 2).compactMap { start in
          UInt8(String(decoding: Array(digits.utf8)[start..<(start + 2)], as: UTF8.self), radix: 16)
        }
        return String(decoding: bytes, as: UTF8.self)
      }.joined(separator: "/")
    }
  }

  private let work: Workdir
  private let passes: [[Arrival]]

  /// Those of a workspace, by its journal.
  init(of work: Workdir) throws {
    self.work = work
    let arrivals = try work.text(".ledger/journal").split(separator: "\n").compactMap { line -> Arrival? in
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
        try other.drop(arrival.place, try Data(contentsOf: work.path(".ledger/objects/" + arrival.hash)))
      }
      let result = try other.run("run", "--quiet")
      #expect(result.status < 2, "\(result)")
    }
    #expect(other.files("Inbox").isEmpty)
  }
}

/// What a season came to, but for the times at which it happened: every receipt, and each unit's newest lists.
struct Came: Equatable {
  private var receipts: [String: Data] = [:]
  private var lists: [String: Data] = [:]

  init(to work: Workdir) throws {
    let folders = Dictionary(grouping: work.files("Outbox").filter { $0.contains("/du-kien-") }) { name in
      name.split(separator: "/").prefix(2).joined(separator: "/")
    }
    for (place, names) in folders {
      let newest = try #require(names.compactMap { $0.split(separator: "/").dropFirst(2).first }.max())
      for name in names where name.hasPrefix("\(place)/\(newest)/") && !name.hasSuffix("/MANIFEST.json") {
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
      let told = findings.map { [$0["code"], $0["row"], $0["column"]].map { $0.map { "\($0)" } ?? "" } }
      receipts[name] = try JSONSerialization.data(
        withJSONObject: ["tables": receipt["tables"] ?? [], "told": told, "sha256": receipt["sha256"] ?? ""],
        options: .sortedKeys)
    }
    #expect(!receipts.isEmpty && !lists.isEmpty)
  }
}
