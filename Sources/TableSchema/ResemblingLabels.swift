import Tables

extension Field {
  /// Of labels that nobody knows, the one that may be meant for this field: nearly the same as one of
  /// its own, or all words of one are in the other. To ask, never to use. Of a family it is about one number.
  public func resembling(_ number: Int? = nil, among labels: [String]) -> String? {
    let own = self.labels(number ?? numbers.lowerBound)
    let labels = labels.prefix(mostComparedLabels)
    let bare = Set(own.map { bareKey($0.utf8) })
    if let same = labels.first(where: { bare.contains(bareKey($0.utf8)) }) { return same }
    for label in own { if let index = nearest(to: label, among: labels) { return labels[index] } }
    let wanted = own.map { words(of: $0) }
    return labels.first { label in
      let words = words(of: label)
      return wanted.contains { known in
        min(known.count, words.count) > 1 && (known.isSubset(of: words) || words.isSubset(of: known))
      }
    }
  }

  /// `HS` as what it stands for: `Tên HS`, `Mã HS`.
  private func words(of label: String) -> Set<ArraySlice<UInt8>> {
    let words = folded(label.utf8).split { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: false
      default: true
      }
    }
    return Set(
      words.flatMap { word in
        word.elementsEqual("hs".utf8) ? [Array("hoc".utf8)[...], Array("sinh".utf8)[...]] : [word]
      })
  }
}

extension Schema {
  /// Labels of a row that was not taken for a header: how many of them are columns of this kind, and which
  /// resemble one.
  public func likeness(of labels: [String]) -> (known: Int, resembling: [(label: String, title: String)]) {
    var known = 0
    var resembling: [(label: String, title: String)] = []
    var taken: Set<String> = []
    let keys = Set(
      fields.flatMap { field in field.numbers.flatMap { field.labels($0) } }.map { labelKey($0.utf8) })
    for label in labels {
      if keys.contains(labelKey(label.utf8)) {
        known += 1
        continue
      }
      let like = fields.first { field in
        field.use == .stored && !taken.contains(field.name) && field.resembling(among: [label]) != nil
      }
      guard let like else { continue }
      taken.insert(like.name)
      resembling.append((label, like.label(like.numbers.lowerBound)))
    }
    return (known, resembling)
  }
}
