import Admission
import Tables

/// A small round to be written down in a test.
struct World {
  var rules = Rules(method: .simultaneous, tiePolicy: .allOut)
  var programs: [Program] = []
  var children: [Child] = []
  /// Fields are the marks of the children, in order.
  var recipes: [Recipe] = [Recipe(terms: [.init(field: 0, coefficient: exact("1"))], usesExam: false)]
  var tieChains: [[TieCriterion]] = []
  var priorities: [Int32: PriorityGrant] = [:]
  var zones: [ZoneRow] = []
  var programScores: [Int32: [Int32: Exact]] = [:]
  var drawOrder: [Int32]?

  /// Programs with these quotas, scored by the first mark.
  init(quotas: [Int], children: [Child] = []) {
    programs = quotas.enumerated().map { number, quota in
      var program = Program(school: Int32(number), quota: quota)
      program.recipe = 0
      program.priorityTable = 0
      return program
    }
    self.children = children
  }

  /// Programs of one seat that rank children as listed, the best first, and take no others.
  init(wishes: [[Int]], rankings: [[Int]]) {
    self.init(
      quotas: rankings.map { _ in 1 },
      children: wishes.map { list in
        var child = Child()
        child.wishes = list
        return child
      })
    for (program, ranking) in rankings.enumerated() {
      programScores[Int32(program)] = Dictionary(
        uniqueKeysWithValues: ranking.enumerated().map { place, child in
          (Int32(child), Exact(raw: Int64(ranking.count - place)))
        })
    }
  }

  var input: Input {
    var input = Input(
      rules: rules, programs: programs, states: children.map(\.state), wishStart: [0], wishProgram: [],
      wishNumber: [], wishSpecial: [])
    for child in children {
      for (special, list) in [(true, child.specialWishes), (false, child.wishes)] {
        for (column, program) in list.enumerated() {
          guard let program else { continue }
          input.wishProgram.append(Int32(program))
          input.wishNumber.append(UInt8(column + 1))
          input.wishSpecial.append(special)
        }
      }
      input.wishStart.append(Int32(input.wishProgram.count))
    }
    input.recipes = recipes
    input.tieChains = tieChains
    input.priorityTables = [priorities]
    input.zones = zones
    input.programScores = programScores
    input.drawOrder = drawOrder
    input.fields = (0..<max(3, children.map(\.marks.count).max() ?? 0)).map { field in
      children.map { field < $0.marks.count ? $0.marks[field] : FieldValue.missing }
    }
    input.claimSets = children.map(\.claims)
    input.claims = children.indices.map { Int32($0) }
    input.birthDays = children.map { $0.born?.number }
    input.residences = children.map(\.residence)
    input.violations = children.map(\.violated)
    input.kept = children.map { Int32($0.kept ?? -1) }
    for (number, child) in children.enumerated() {
      input.keptSeats[Int32(number)] = child.keptSeat
      for (program, ruling) in child.rulings {
        input.rulings[Int32(program), default: [:]][Int32(number)] = ruling
      }
      for (program, found) in child.documents {
        input.documents[Int32(program), default: [:]][Int32(number)] = found
      }
    }
    return input
  }
}

/// A child of a small round.
struct Child {
  /// NV1, NV2, …; nil is a column left empty.
  var wishes: [Int?]
  var specialWishes: [Int?] = []
  /// ``Exact/raw``, or a mark of ``FieldValue``.
  var marks: [Int64]
  var state = ApplicantState.competes
  var claims: [Int32] = []
  var born: Day?
  var residence = Residence()
  var violated = false
  var kept: Int?
  /// The row of reservations whose seat it keeps.
  var keptSeat: Int?
  /// By program.
  var rulings: [Int: Ruling] = [:]
  var documents: [Int: DocumentDecision] = [:]

  init(_ wishes: Int?..., marks: String...) {
    self.wishes = wishes
    self.marks = marks.map { exact($0).raw }
  }
}

/// The number that the text spells; 0 for a text that is none, which no test writes.
func exact(_ text: String) -> Exact { Exact(parsing: text.utf8, maxFraction: 6) ?? .zero }

extension Outcome {
  /// By applicant: the program, or nil.
  func programs(_ input: Input) -> [Int?] {
    place.map { $0 < 0 ? nil : Int(input.wishProgram[Int($0)]) }
  }
}

/// The properties that a result breaks.
func broken(_ input: Input, _ outcome: Outcome) -> [Property] {
  verify(input, outcome).filter { !$0.violations.isEmpty }.map(\.property)
}
