import Tables

/// A name as names are compared: folded, without spaces and punctuation, and
/// with the type of a school as its abbreviation: `Trường Trung học phổ thông
/// Tân Trụ`, `THPT Tân Trụ` and `thpt tân trụ` are one.
func nameKey(_ name: some Collection<UInt8>) -> [UInt8] { NameParts(name).key }

/// The same in its parts: that two schools are both `THPT` makes neither of them like the other.
struct NameParts {
  /// The types of a school, as abbreviations.
  private(set) var types: [String] = []
  /// What is its own.
  let own: [UInt8]

  init(_ name: some Collection<UInt8>) {
    var words = folded(name).split(whereSeparator: isSeparator).map { String(decoding: $0, as: UTF8.self) }
    if words.count > 1, words.first == "truong" { words.removeFirst() }
    while let type = schoolTypes.first(where: { words.starts(with: $0.words) }) {
      types.append(type.abbreviation)
      words.removeFirst(type.words.count)
      // `Tiểu học và Trung học cơ sở`; `THCS & THPT` lost its sign above.
      if words.first == "va", schoolTypes.contains(where: { words.dropFirst().starts(with: $0.words) }) {
        words.removeFirst()
      }
    }
    own = Array(words.joined().utf8)
  }

  var key: [UInt8] { Array(types.joined().utf8) + own }
}

private func isSeparator(_ byte: UInt8) -> Bool { separators.contains(byte) }

private let separators = Set(" .,;:-_&/+()'\"".utf8)

/// Longer spellings before those that they begin with.
private let schoolTypes: [(words: [String], abbreviation: String)] = [
  ("pho thong dan toc noi tru", "ptdtnt"), ("pho thong dan toc ban tru", "ptdtbt"),
  ("trung hoc pho thong", "thpt"), ("trung hoc co so", "thcs"), ("tieu hoc", "th"),
  ("mau giao", "mg"), ("mam non", "mn"), ("nha tre", "nt"), ("dtnt", "ptdtnt"), ("ptdtnt", "ptdtnt"),
  ("ptdtbt", "ptdtbt"), ("thpt", "thpt"), ("thcs", "thcs"), ("th", "th"), ("mg", "mg"), ("mn", "mn"),
  ("nt", "nt"),
].map { ($0.0.split(separator: " ").map(String.init), $0.1) }
