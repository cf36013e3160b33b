import Tables

extension Field {
  /// Of labels that nobody knows, the one that may be meant for this field: nearly the same as one of
  /// its own, or all words of one are in the other. To ask, never to use.
  func resembling(among labels: [String]) -> String? {
    let own = numbers.prefix(1).flatMap { self.labels($0) }
    for label in own { if let index = nearest(to: label, among: labels) { return labels[index] } }
    let wanted = own.map { words(of: $0) }
    return labels.first { label in
      let words = words(of: label)
      return wanted.contains { known in
        min(known.count, words.count) > 1 && (known.isSubset(of: words) || words.isSubset(of: known))
      }
    }
  }

  private func words(of label: String) -> Set<ArraySlice<UInt8>> {
    Set(
      folded(label.utf8).split { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: false
        default: true
        }
      })
  }
}
