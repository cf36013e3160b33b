import Synchronization

/// A regular expression that reads a text once, whatever the expression: it is in all of its states at the
/// same time, and never goes back.
///
/// libxml2 says what a regular expression is, and which characters a part of it stands for. It would also
/// match a whole text, but tries one way after the other, and loses count where several ways begin alike:
/// `(a|aa)+b` beside a cell of a few hundred letters never ends. Here a character costs at most a step for each state, and mostly a look into what is remembered.
final class PatternMachine: Sendable {
  /// More states than this are refused: with the longest cell they bound what a cell can cost.
  static let mostStates = 4_000
  /// More sets of states than this are forgotten, and found again.
  private static let mostSets = 512

  private enum State {
    case take(atom: Int, next: Int)
    case fork(Int, Int)
    case end
  }

  private let states: [State]
  private let start: Int
  private let atoms: [PatternAtom]
  private let memory: Mutex<Memory>

  /// Nil for what is no regular expression of XML Schema, or too large a one.
  init?(_ pattern: String) {
    guard CompiledPattern(pattern) != nil, let (tree, written) = PatternParser.tree(of: pattern),
      tree.size(limit: Self.mostStates) <= Self.mostStates
    else { return nil }
    var atoms: [PatternAtom] = []
    for text in written {
      guard let atom = PatternAtom(text) else { return nil }
      atoms.append(atom)
    }
    var builder = Builder()
    let start = builder.build(tree, before: Builder.end)
    self.atoms = atoms
    self.start = start
    states = builder.states
    memory = Mutex(Memory())
  }

  /// Whether the whole text is one of those that the expression means.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    memory.withLock { memory in
      if memory.sets.count > Self.mostSets { memory = Memory() }
      var set = memory.first ?? memory.number(of: closure(of: [start]))
      memory.first = set
      var scalars = String(decoding: text, as: UTF8.self).unicodeScalars.makeIterator()
      while !memory.sets[set].states.isEmpty, let scalar = scalars.next() {
        set = step(set, scalar, &memory)
      }
      return memory.sets[set].isEnd && scalars.next() == nil
    }
  }

  private func step(_ set: Int, _ scalar: Unicode.Scalar, _ memory: inout Memory) -> Int {
    let known = scalar.value < 0x80 ? memory.sets[set].ascii[Int(scalar.value)] : Memory.unknown
    if known != Memory.unknown { return Int(known) }
    var nexts: [Int] = []
    for state in memory.sets[set].states {
      if case .take(let atom, let next) = states[state], atoms[atom].matches(scalar) { nexts.append(next) }
    }
    let found = closure(of: nexts)
    let isFull = memory.sets.count > Self.mostSets
    if isFull { memory = Memory() }
    let number = memory.number(of: found)
    if scalar.value < 0x80, !isFull { memory.sets[set].ascii[Int(scalar.value)] = Int32(number) }
    return number
  }

  /// The states that take a character or are the end, and are reached from these without one.
  private func closure(of first: [Int]) -> [Int] {
    var seen = [Bool](repeating: false, count: states.count)
    var open = first
    var found: [Int] = []
    while let state = open.popLast() {
      if seen[state] { continue }
      seen[state] = true
      if case .fork(let one, let other) = states[state] { open += [one, other] } else { found.append(state) }
    }
    return found.sorted()
  }

  // MARK: What is remembered

  /// Sets of states by number, and where each character leads.
  private struct Memory {
    struct StateSet {
      let states: [Int]
      let isEnd: Bool
      var ascii = [Int32](repeating: Memory.unknown, count: 128)
    }

    static let unknown: Int32 = -1
    var sets: [StateSet] = []
    /// In which every text begins.
    var first: Int?
    private var numbers: [[Int]: Int] = [:]

    mutating func number(of states: [Int]) -> Int {
      if let number = numbers[states] { return number }
      numbers[states] = sets.count
      sets.append(StateSet(states: states, isEnd: states.first == Builder.end))
      return sets.count - 1
    }
  }

  // MARK: Building

  /// States from the end to the beginning; the end is the first.
  private struct Builder {
    var states: [State] = [.end]
    static let end = 0

    /// The state in which `tree` begins, where `next` follows it.
    mutating func build(_ tree: PatternTree, before next: Int) -> Int {
      switch tree {
      case .character(let atom): return add(.take(atom: atom, next: next))
      case .sequence(let parts): return parts.reversed().reduce(next) { build($1, before: $0) }
      case .choice(let options):
        let starts = options.map { build($0, before: next) }
        return starts.dropLast().reversed().reduce(starts.last ?? next) { add(.fork($1, $0)) }
      case .repeated(let part, let least, let most):
        var start = next
        if let most {
          for _ in least..<most { start = add(.fork(build(part, before: start), next)) }
        } else {
          start = add(.fork(next, next))
          states[start] = .fork(build(part, before: start), next)
        }
        for _ in 0..<least { start = build(part, before: start) }
        return start
      }
    }

    private mutating func add(_ state: State) -> Int {
      states.append(state)
      return states.count - 1
    }
  }
}

/// What a single character may be.
struct PatternAtom: Sendable {
  /// For ASCII, a bit for each.
  private var ascii: (UInt64, UInt64) = (0, 0)
  private let compiled: CompiledPattern

  /// Nil for what is no regular expression of XML Schema.
  init?(_ text: String) {
    guard let compiled = CompiledPattern(text) else { return nil }
    self.compiled = compiled
    for value in 1..<UInt8(128) where compiled.matches(Unicode.Scalar(value)) {
      if value < 64 { ascii.0 |= 1 << UInt64(value) } else { ascii.1 |= 1 << UInt64(value - 64) }
    }
  }

  func matches(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value < 128 else { return compiled.matches(scalar) }
    return (scalar.value < 64 ? ascii.0 >> UInt64(scalar.value) : ascii.1 >> UInt64(scalar.value - 64)) & 1
      == 1
  }
}
