import Foundation

/// The files below a folder of a workspace and their bytes; of a receipt for
/// programs without the moment of arrival, in which alone two may differ. The
/// workbook beside it tells the same and carries that moment in its cells.
func outbox(_ work: Workdir, _ folder: String) throws -> [String: Data] {
  var contents: [String: Data] = [:]
  for name in work.files(folder) {
    let path = "\(folder)/\(name)"
    var bytes = try Data(contentsOf: work.path(path))
    if name.contains("/bien-nhan/") {
      if name.hasSuffix(".xlsx"), !name.contains("-goc.") {
        bytes = Data()
      } else if name.hasSuffix(".json"),
        var receipt = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
      {
        receipt["received"] = nil
        bytes = try JSONSerialization.data(withJSONObject: receipt, options: .sortedKeys)
      }
    }
    contents[path.hasPrefix(".demo/") ? String(path.dropFirst(6)) : path] = bytes
  }
  return contents
}

/// The paths at which two Outboxes differ.
func differences(_ a: [String: Data], _ b: [String: Data]) -> [String] {
  Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
}
