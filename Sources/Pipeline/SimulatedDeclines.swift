import Admission
import Audit
import Rounds

/// Who has declined a school since the official result stays where that left it: no other seats, and no other
/// rules, give it a place there that it has said it does not take.
struct SimulatedDeclines {
  /// The round as it would be.
  private(set) var result: RoundResult
  /// The schools for which children do not compete as it would be, and do as it is.
  private(set) var declined: [PersonKey: [String]] = [:]

  /// - Parameter before: the round as it is.
  init(_ imagined: RoundTables, _ before: DecidedRound, decide: (RoundTables) -> RoundResult) {
    var asked = imagined
    result = decide(asked)
    while asked.state.isOfficial, case .decided(let now) = result {
      var isMore = false
      for (applicant, school) in SimulatedDeclines.seated(now, before)
      where declined[applicant]?.contains(school) != true {
        isMore = true
        declined[applicant, default: []].append(school)
        asked.settled.declined[applicant, default: []].append(school)
      }
      guard isMore else { break }
      result = decide(asked)
    }
  }

  /// Who has a place at a school that it has declined, and has none there as it is. All others compete as they do
  /// as it is: that somebody stands in a group of equals counts there, too.
  private static func seated(_ now: DecidedRound, _ before: DecidedRound) -> [PersonKey: String] {
    let places = before.admittedPlaces
    var found: [PersonKey: String] = [:]
    for applicant in now.input.declinedSince.keys {
      guard let place = now.place(of: Int(applicant)),
        now.input.hasDeclinedSince(Int(applicant), Int(now.input.wishProgram[place]))
      else { continue }
      let (key, school) = (now.cohort.key(of: Int(applicant)), now.plan(ofWish: place).school)
      if places[key].map(schoolCode(ofPath:)) != school { found[key] = school }
    }
    return found
  }

  /// The picture of the round as it would be; who has declined is there as it is.
  func picture(_ now: DecidedRound, beside before: ResultPicture) -> ResultPicture {
    var picture = ResultPicture(now)
    if declined.isEmpty { return picture }
    let known = Dictionary(before.children.map { ($0.ids, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, child) in picture.children.enumerated() {
      guard let schools = declined[now.cohort.key(of: index)], let earlier = known[child.ids],
        earlier.status != "held", earlier.wishes.map(\.place) == child.wishes.map(\.place)
      else { continue }
      for (wish, own) in earlier.wishes.enumerated()
      where schools.contains(schoolCode(ofPath: own.place.path)) {
        picture.children[index].wishes[wish] = own
      }
    }
    return picture
  }
}
