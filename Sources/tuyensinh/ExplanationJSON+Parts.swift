import Admission
import Rounds
import Tables

extension ExplanationJSON {
  /// One part of a key; no value where it is missing.
  struct KeyPart: Encodable {
    /// `direct`, `tier`, `wish`, `score`, `tieBreak`, `draw` or `ruling`.
    var part: String
    var value: String?
    /// Of a tie-break: as it was declared.
    var field: String?
    /// Of a tie-break: the larger or later comes first.
    var descending: Bool?
    /// Of a draw: its place among all.
    var place: Int?

    init(_ part: WishExplanation.KeyPart) {
      switch part {
      case .direct(let direct): (self.part, value) = ("direct", direct ? "1" : "0")
      case .tier(let tier): (self.part, value) = ("tier", String(tier))
      case .wishNumber(let number): (self.part, value) = ("wish", String(number))
      case .score(let score): (self.part, value) = ("score", score.text)
      case .tieBreak(let field, let content, let descends):
        (self.part, value) = ("tieBreak", content.text)
        (self.field, descending) = (field, descends)
      case .tieBreakByWish(let number, let descends):
        (self.part, value) = ("tieBreak", String(number))
        (field, descending) = ("wish", descends)
      case .draw(let draw, let place):
        (self.part, value) = ("draw", draw)
        self.place = place
      case .ruling(let ruling): (self.part, value) = ("ruling", ruling.map(Ruling.word))
      }
    }
  }

  /// What the council concluded.
  struct Ruling: Encodable {
    var ruling: String
    var order: Int?
    var minutes: String
    var reason: String

    init(_ ruling: CouncilRuling) {
      self.ruling = Ruling.word(ruling)
      if case .admit(order: let order?) = ruling.ruling { self.order = Int(order) }
      (minutes, reason) = (ruling.minutes, ruling.reason)
    }

    static func word(_ ruling: CouncilRuling) -> String {
      switch ruling.ruling {
      case .admit: "admit"
      case .refuse: "refuse"
      }
    }
  }

  /// What gives the tier; the commune, the hamlet and the source school as its row has them.
  struct Basis: Encodable {
    /// `permanent`, `current`, `both`, `sourceSchool`, `route` or `everybody`.
    var basis: String
    var commune: String?
    var hamlet: String?
    var sourceSchool: String?

    init(_ tier: TierBasis) {
      func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
      basis = tier.basis.rawValue
      (commune, hamlet) = (filled(tier.commune), filled(tier.hamlet))
      sourceSchool = filled(tier.sourceSchool)
    }
  }

  /// Claims that add less than they are worth.
  struct Uncounted: Encodable {
    /// `unverified`, `noneAdded` or `capped`.
    var why: String
    var names: [String]
    /// Of the one that is capped: what it is worth, and what counts at most.
    var points: String?
    var cap: String?

    init(_ claims: UncountedClaims) {
      switch claims {
      case .unverified(let names): (why, self.names) = ("unverified", names)
      case .noneAdded(let names): (why, self.names) = ("noneAdded", names)
      case .capped(let name, let points, let cap):
        (why, names) = ("capped", [name])
        (self.points, self.cap) = (points.text, cap.text)
      }
    }
  }

  /// What keeps a child out besides a score, and what it has.
  struct Unmet: Encodable {
    var born: String?
    var bornFrom: String?
    var bornTo: String?
    var ageExempt: [String]?
    var residences: Residences?
    var areas: [Area]?
    var missing: [String]?
    var note: String?

    struct Residences: Encodable {
      var permanentCommune: String
      var permanentHamlet: String
      var currentCommune: String
      var currentHamlet: String
      var sourceSchool: String
    }

    struct Area: Encodable {
      var tier: Int
      var basis: String
      var commune: String
      var hamlets: [String]
      var sourceSchool: String
    }

    init(_ unmet: WishExplanation.Unmet, _ plan: ProgramPlan) {
      switch unmet {
      case .age(let born, let exempt):
        self.born = born?.text
        (bornFrom, bornTo, ageExempt) = (plan.bornFrom?.text, plan.bornTo?.text, exempt)
      case .zone(let zone):
        residences = Residences(
          permanentCommune: zone.permanent.commune, permanentHamlet: zone.permanent.hamlet,
          currentCommune: zone.current.commune, currentHamlet: zone.current.hamlet,
          sourceSchool: zone.sourceSchool)
        areas = zone.areas.map {
          Area(
            tier: $0.tier, basis: $0.basis.rawValue, commune: $0.commune, hamlets: $0.hamlets,
            sourceSchool: $0.sourceSchool)
        }
      case .papers(let papers): (missing, note) = (papers.names, papers.note)
      }
    }
  }
}

extension WishExplanation.FieldContent {
  /// Nil where it is missing.
  var text: String? {
    switch self {
    case .value(let value): value.text
    case .day(let day): day.text
    case .missing, .absent, .unconvertible: nil
    }
  }
}
