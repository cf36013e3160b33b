import Foundation
import Tables
import TestSupport

/// A copy of a published folder in which one thing is changed, its manifest made to fit.
struct SpoiltFolder {
  let path: String
  var header: [String: [String]] = [:]
  var tables: [String: [[String: String]]] = [:]

  init(_ season: Season, copyOf folder: String) throws {
    path = season.path + "/ban-sao-" + UUID().uuidString
    try FileManager.default.copyItem(atPath: season.path + "/" + folder, toPath: path)
    for file in ["ket-qua.csv", "giai-trinh.csv", "diem-chuan.csv", "boc-tham.csv"] {
      guard let bytes = FileManager.default.contents(atPath: path + "/" + file) else { continue }
      let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
        .dropLast()
        .map(cells(ofLine:))
      header[file] = lines.first ?? []
      tables[file] = lines.dropFirst().map { row in
        Dictionary(uniqueKeysWithValues: zip(header[file] ?? [], row))
      }
    }
  }

  /// Changes the first row that fits; false if there is none.
  mutating func change(
    _ file: String, where fits: ([String: String]) -> Bool, _ change: (inout [String: String]) -> Void
  ) -> Bool {
    guard let index = tables[file]?.firstIndex(where: fits) else { return false }
    change(&tables[file, default: []][index])
    return true
  }

  /// Writes the tables, and a manifest with their hashes.
  func write() throws {
    for file in tables.keys {
      try Data(bytes(of: file)).write(to: URL(fileURLWithPath: path + "/" + file))
    }
    try rehash()
  }

  /// A table as we write it.
  func bytes(of file: String) -> [UInt8] {
    let header = header[file] ?? []
    let lines = [header] + (tables[file] ?? []).map { row in header.map { row[$0] ?? "" } }
    let text = lines.map { $0.map(SpoiltFolder.quoted).joined(separator: ",") + "\r\n" }.joined()
    return [0xEF, 0xBB, 0xBF] + text.utf8
  }

  private static func quoted(_ cell: String) -> String {
    cell.contains { ",\"".contains($0) } ? "\"\(cell)\"" : cell
  }

  /// Changes a JSON file in place.
  func edit(_ file: String, _ change: (inout [String: Any]) -> Void) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    var object = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any] ?? [:]
    change(&object)
    try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]).write(to: url)
  }

  func rehash() throws {
    try edit("MANIFEST.json") { manifest in
      let files = manifest["files"] as? [[String: Any]] ?? []
      manifest["files"] = files.map { file in
        var file = file
        let bytes = FileManager.default.contents(atPath: path + "/\(file["path"] ?? "")") ?? Data()
        file["sha256"] = SHA256.hex([UInt8](bytes))
        if let name = file["path"] as? String, let rows = tables[name] { file["rows"] = rows.count }
        return file
      }
    }
  }
}
