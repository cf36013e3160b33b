import Tables

/// The names by which people call things that have codes (tables.md, Names for codes).
public struct Catalogue: Sendable {
  private var codes: [[UInt8]: String] = [:]
  /// By folded name, the codes that bear it, in the order of the entries.
  private var names: [[UInt8]: [String]] = [:]
  /// What a suggestion is chosen from: the names, which people know, then the codes, in the order of the entries.
  private var spellings: [String] = []
  /// All codes and names in lower case.
  private var declared: Set<String> = []
  /// The same as names are compared.
  private var spellingParts: [NameParts] = []

  /// Things and their names; the same code may come several times.
  public init(_ entries: some Sequence<(code: String, names: [String])>) {
    var ordered: [String] = []
    for entry in entries {
      let key = Self.codeKey(entry.code.utf8)
      let code = codes[key] ?? entry.code
      declared.formUnion((entry.names + [code]).lazy.map { $0.lowercased() })
      if codes.updateValue(code, forKey: key) == nil { ordered.append(code) }
      for name in entry.names where !name.isEmpty {
        let key = nameKey(name.utf8)
        guard !key.isEmpty, !(names[key]?.contains(code) ?? false) else { continue }
        names[key, default: []].append(code)
        addSpelling(name)
      }
    }
    for code in ordered { addSpelling(code) }
  }

  /// Whether a text is a code or a name to the letter but for its case, as lists offer them.
  public func isDeclared(_ text: String) -> Bool { declared.contains(text.lowercased()) }

  /// There is nothing in it that could be named.
  public var isEmpty: Bool { codes.isEmpty }

  private mutating func addSpelling(_ text: String) {
    spellings.append(text)
    spellingParts.append(NameParts(text.utf8))
  }

  /// What a text turned out to be.
  public enum Match: Hashable, Sendable {
    /// It is a code; as it was declared.
    case code(String)
    /// It is a name of this code alone.
    case name(String)
    /// A name of several, in the order of the entries.
    case ambiguous([String])
    /// Neither; the code or name that comes nearest.
    case unknown(suggestion: String?)
  }

  /// Codes compare without case; names folded, without spaces, and however the
  /// type of a school is written. A code stands before a name.
  public func resolve(_ text: String) -> Match {
    if let code = codes[Self.codeKey(text.utf8)] { return .code(code) }
    switch names[nameKey(text.utf8)] ?? [] {
    case let bearers where bearers.isEmpty:
      return .unknown(suggestion: suggestion(for: text))
    case let bearers where bearers.count == 1: return .name(bearers[0])
    case let bearers: return .ambiguous(bearers)
    }
  }

  /// What comes nearest: of a school's name by what is its own, those of its type before others.
  private func suggestion(for text: String) -> String? {
    // What somebody added in brackets is no part of a name.
    if let bracket = text.firstIndex(of: "("), bracket > text.startIndex {
      let plain = String(text[..<bracket])
      let key = nameKey(plain.utf8)
      return spellings.indices.first { spellingParts[$0].key == key }.map { spellings[$0] }
        ?? suggestion(for: plain)
    }
    let wanted = NameParts(text.utf8)
    // A code is no name.
    let isName = text.contains(" ") || text.contains("\u{A0}")
    if isName, wanted.types.isEmpty, let namesake = namesake(of: wanted.own) { return namesake }
    guard !wanted.types.isEmpty, isName else {
      return nearest(to: wanted.key, among: spellingParts.lazy.map(\.key)).map { spellings[$0] }
    }
    guard !wanted.own.isEmpty else { return nil }
    let alike = spellingParts.indices.filter { spellingParts[$0].types == wanted.types }
    if let place = nearest(to: wanted.own, among: alike.lazy.map { spellingParts[$0].own }) {
      return spellings[alike[place]]
    }
    return nearest(to: wanted.own, among: spellingParts.lazy.map(\.own)).map { spellings[$0] }
  }

  /// The school that is called so and has a type, if only one is.
  private func namesake(of own: [UInt8]) -> String? {
    let namesakes = spellingParts.indices.filter {
      !own.isEmpty && !spellingParts[$0].types.isEmpty && spellingParts[$0].own == own
    }
    guard let first = namesakes.first, Set(namesakes.map { spellingParts[$0].types }).count == 1 else {
      return nil
    }
    return spellings[first]
  }

  private static func codeKey(_ code: some Collection<UInt8>) -> [UInt8] { folded(code) }
}
