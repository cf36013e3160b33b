import Tables

/// What is too large to compute the scores of a program, or to compare them after a margin.
public struct Overflow: Hashable, Sendable {
  /// The position among the programs.
  public var program: Int
  /// Terms of its recipe of which one child's mark leaves the range by itself; none where only a sum, or a
  /// difference, does.
  public var terms: [Int]

  /// Of a program; no terms where only a sum is too large.
  public init(program: Int, terms: [Int]) {
    (self.program, self.terms) = (program, terms)
  }
}

/// All that ``decide(_:jobs:)`` would throw ``DecisionError/overflow(applicant:program:)`` for, by program.
public func overflows(_ input: Input) -> [Overflow] {
  var judge = Judge(input)
  var programs = [Bool](repeating: false, count: input.programs.count)
  for applicant in 0..<input.applicantCount {
    for wish in input.wishes(of: applicant) where !programs[Int(input.wishProgram[wish])] {
      do throws(DecisionError) {
        let judgement = try judge.judge(wish, of: applicant)
        guard judgement.verdict == .eligible else { continue }
        let score = Exact(raw: judgement.score)
        guard (try? score.minus(input.margin(ofWish: wish))) == nil else { continue }
      } catch {}
      programs[Int(input.wishProgram[wish])] = true
    }
  }
  return programs.indices.filter { programs[$0] }.map { program in
    let recipe = input.programs[program].recipe.map { input.recipes[$0] }
    let terms = recipe?.terms.indices.filter { term in
      guard let recipe else { return false }
      return input.fields[recipe.terms[term].field].contains { value in
        value > FieldValue.unconvertible
          && (try? Exact(raw: value).times(recipe.terms[term].coefficient)) == nil
      }
    }
    return Overflow(program: program, terms: terms ?? [])
  }
}
