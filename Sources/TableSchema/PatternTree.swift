/// A regular expression of XML Schema as a tree: what it repeats, in which order, and what it chooses from.
///
/// What a single character may be is left as it is written: ``PatternAtom`` judges it.
indirect enum PatternTree {
  /// Position in ``PatternParser/atoms``.
  case character(Int)
  case sequence([PatternTree])
  case choice([PatternTree])
  /// Without `most` as often as there is.
  case repeated(PatternTree, least: Int, most: Int?)

  /// How many steps a machine for it has, at most `limit` + 1.
  func size(limit: Int) -> Int {
    let size =
      switch self {
      case .character: 1
      case .sequence(let parts): parts.reduce(0) { min($0 + $1.size(limit: limit), limit + 1) }
      case .choice(let parts): parts.reduce(parts.count) { min($0 + $1.size(limit: limit), limit + 1) }
      case .repeated(let part, let least, let most):
        (part.size(limit: limit) + 1).multipliedReportingOverflow(by: most ?? least + 1).partialValue
      }
    return min(size, limit + 1)
  }
}

/// Reads a regular expression that libxml2 has taken for one.
struct PatternParser {
  /// What single characters may be, as it is written: `[a-z]`, `\d`, `ế`.
  private(set) var atoms: [String] = []
  private var numbers: [String: Int] = [:]
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  private static let deepest = 100
  /// No text is longer, so that no count need be.
  private static let greatestCount = 100_000

  private init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  /// Nil for what cannot be read, or is nested too deeply.
  static func tree(of pattern: String) -> (tree: PatternTree, atoms: [String])? {
    var parser = PatternParser(pattern)
    guard let tree = parser.choice(), parser.next == nil else { return nil }
    return (tree, parser.atoms)
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func choice() -> PatternTree? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    var options: [PatternTree] = []
    repeat {
      guard let option = sequence() else { return nil }
      options.append(option)
    } while skip("|")
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence() -> PatternTree? {
    var parts: [PatternTree] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      guard let part = piece() else { return nil }
      parts.append(part)
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func piece() -> PatternTree? {
    guard let part = skip("(") ? group() : character() else { return nil }
    if skip("*") { return .repeated(part, least: 0, most: nil) }
    if skip("+") { return .repeated(part, least: 1, most: nil) }
    if skip("?") { return .repeated(part, least: 0, most: 1) }
    guard skip("{") else { return part }
    guard let least = count() else { return nil }
    if skip("}") { return .repeated(part, least: least, most: least) }
    guard skip(",") else { return nil }
    if skip("}") { return .repeated(part, least: least, most: nil) }
    guard let most = count(), least <= most, skip("}") else { return nil }
    return .repeated(part, least: least, most: most)
  }

  private mutating func group() -> PatternTree? {
    guard let tree = choice(), skip(")") else { return nil }
    return tree
  }

  private mutating func count() -> Int? {
    let start = index
    var count = 0
    while let scalar = next, ("0"..."9").contains(scalar) {
      count = min(count * 10 + Int(scalar.value - 48), Self.greatestCount)
      index += 1
    }
    return index > start ? count : nil
  }

  private mutating func character() -> PatternTree? {
    let start = index
    guard let first = next else { return nil }
    index += 1
    switch first {
    case "[": if !skipClass() { return nil }
    case "\\":
      guard let letter = next else { return nil }
      index += 1
      if letter == "p" || letter == "P" {
        guard let end = scalars[index...].firstIndex(of: "}") else { return nil }
        index = end + 1
      }
    case "*", "+", "?", ")", "]": return nil
    default: break
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<index])
    let atom = String(text)
    let number = numbers[atom] ?? atoms.count
    if number == atoms.count { atoms.append(atom) }
    numbers[atom] = number
    return .character(number)
  }

  /// To the end of a class that has begun; in it only a class that is taken away begins another.
  private mutating func skipClass() -> Bool {
    var open = 1
    while open > 0, let scalar = next {
      index += scalar == "\\" ? 2 : 1
      if scalar == "[" { open += 1 }
      if scalar == "]" { open -= 1 }
    }
    return open == 0 && index <= scalars.count
  }
}
