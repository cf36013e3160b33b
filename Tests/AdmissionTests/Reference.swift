import Admission
import Tables

/// contract.md 4, Key and Cut-offs, written out word by word. It takes from the
/// outcome only what was found out about each wish before ranking.
struct Reference {
  let input: Input
  let judged: Outcome
  private(set) var place: [Int32]
  /// c[p]; nil is −∞.
  private(set) var cutoff: [[Int128]?]

  init(_ input: Input, _ judged: Outcome, allIn: Bool) {
    self.input = input
    self.judged = judged
    place = Array(repeating: -1, count: input.applicantCount)
    cutoff = Array(repeating: nil, count: input.programs.count)
    var quota = input.programs.map(\.quota)
    for i in place.indices where input.kept[i] >= 0 {
      let p = input.kept[i]
      place[i] = Int32(input.wishes(of: i).first { input.wishProgram[$0] == p } ?? -1)
      quota[Int(p)] = max(0, quota[Int(p)] - 1)
    }
    for phase in Set(input.programs.map(\.phase)).sorted() { decide(phase, quota, allIn) }
  }

  private mutating func decide(_ phase: Int, _ quota: [Int], _ allIn: Bool) {
    let children = place.indices.filter { place[$0] < 0 }
    let programs = input.programs.indices.filter { input.programs[$0].phase == phase }
    var changed = true
    var chosen: [Int: [Int]] = [:]
    while changed {
      changed = false
      chosen = [:]
      for i in children {
        let first = input.wishes(of: i).first { wish in
          let p = Int(input.wishProgram[wish])
          guard programs.contains(p), judged.verdict[wish] == .eligible, quota[p] > 0 else { return false }
          guard let c = cutoff[p] else { return true }
          return isLess(c, key(wish)) || (allIn && c == key(wish))
        }
        if let first { chosen[Int(input.wishProgram[first]), default: []].append(first) }
      }
      for p in programs {
        let A = (chosen[p] ?? []).map { key($0) }.sorted { isLess($1, $0) }
        guard A.count > quota[p] else { continue }
        let raised = allIn ? A[quota[p] - 1] : A[quota[p]]
        if cutoff[p] != raised {
          cutoff[p] = raised
          changed = true
        }
      }
    }
    for wishes in chosen.values {
      for wish in wishes { place[input.applicant(ofWish: wish)] = Int32(wish) }
    }
  }

  /// (direct, −tier, −k, score − margin, t1 … tm, draw), larger first.
  func key(_ wish: Int) -> [Int128] {
    let i = input.applicant(ofWish: wish)
    let k = Int128(input.wishNumber[wish])
    let margins = input.rules.margins
    let hasMargin = input.rules.method == .margin && !input.wishSpecial[wish] && Int(k) <= margins.count
    var key: [Int128] = [
      judged.direct[wish] ? 1 : 0,
      -Int128(judged.tier[wish]),
      input.rules.method == .sequential ? -k : 0,
      Int128(judged.score[wish]) - (hasMargin ? Int128(margins[Int(k) - 1].raw) : 0),
    ]
    let chain = input.programs[Int(input.wishProgram[wish])].tieChain.map { input.tieChains[$0] } ?? []
    for criterion in chain {
      var value = k
      if case .field(let field) = criterion.source {
        let raw = input.fields[field][i]
        guard raw != FieldValue.missing, raw != FieldValue.absent, raw != FieldValue.unconvertible else {
          key.append(Int128.min)
          continue
        }
        value = Int128(raw)
      }
      key.append(criterion.descending ? value : -value)
    }
    if input.rules.tiePolicy == .lottery, let draw = input.drawOrder { key.append(-Int128(draw[i])) }
    return key
  }

  /// 1 + the number of better keys among those eligible there; 0 if not eligible.
  func rank(_ wish: Int) -> Int32 {
    guard judged.verdict[wish] == .eligible else { return 0 }
    let rivals = input.wishProgram.indices.filter {
      input.wishProgram[$0] == input.wishProgram[wish] && judged.verdict[$0] == .eligible
    }
    return Int32(1 + rivals.filter { isLess(key(wish), key($0)) }.count)
  }
}

/// From left to right, smaller first.
func isLess(_ a: [Int128], _ b: [Int128]) -> Bool { a.lexicographicallyPrecedes(b) }
