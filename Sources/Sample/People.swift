import Tables

/// Makes children up, no two with one id.
struct People {
  private var random: SeededRandom
  private var taken: Set<UInt64> = []

  init(_ random: SeededRandom) { self.random = random }

  /// A child born in a year, who lives in or near a commune.
  mutating func child(bornIn year: Int, near home: Home, source: Int?) -> Child {
    let girl = random.chance(49)
    let name = Names.pick(girl: girl, &random)
    let birth = Day(number: day(year, 1, 1).number + Int32(random.below(365)))
    let province = random.chance(94) ? 80 : [79, 72, 82, 1][random.below(4)]
    let moved = random.chance(14)
    return Child(
      personalId: personalId(province: province, girl: girl, year: year), family: name.family,
      given: name.given, girl: girl, birth: birth, ethnicity: Names.ethnicities.pick(&random),
      birthPlace: People.provinceNames[province] ?? "", permanent: home,
      current: moved ? People.elsewhere(than: home, &random) : home, phone: phone(),
      guardian: guardian(of: name.family), source: source, sourceClass: "",
      disability: random.below(150) == 0,
      submitted: Day(number: day(2022, 7, 1).number + Int32(random.below(19))))
  }

  private static let provinceNames = [
    80: "Long An", 79: "TP. Hồ Chí Minh", 72: "Tây Ninh", 82: "Tiền Giang", 1: "Hà Nội",
  ]

  /// Province of the birth's registration, century and gender, year, six digits.
  private mutating func personalId(province: Int, girl: Bool, year: Int) -> String {
    let century = (year / 100 - 19) * 2 + (girl ? 1 : 0)
    let prefix = (province * 10 + century) * 100 + year % 100
    var number: UInt64
    repeat {
      number = UInt64(prefix) * 1_000_000 + UInt64(random.below(1_000_000))
    } while !taken.insert(number).inserted
    let digits = String(number)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }

  private mutating func phone() -> String {
    let prefixes = [
      "032", "033", "034", "035", "037", "038", "039", "070", "077", "079", "081", "090", "091", "093", "097",
      "098",
    ]
    let digits = String(random.below(10_000_000))
    return prefixes[random.below(prefixes.count)] + String(repeating: "0", count: 7 - digits.count) + digits
  }

  /// A parent: a father has the child's family name, a mother her own.
  private mutating func guardian(of family: String) -> String {
    let mother = random.chance(55)
    let name = Names.pick(girl: mother, &random)
    guard !mother, let own = family.split(separator: " ").first else { return "\(name.family) \(name.given)" }
    let middle = name.family.split(separator: " ").dropFirst().joined(separator: " ")
    return "\(own) \(middle) \(name.given)"
  }

  /// A home near a school: most often in its commune.
  static func home(near school: School, _ random: inout SeededRandom) -> Home {
    let hamlet = random.within(1...Places.hamletsPerCommune)
    let communes = Places.districts[school.district].communes
    switch random.below(100) {
    case 0..<62: return Home(district: school.district, commune: school.commune, hamlet: hamlet)
    case 62..<95:
      return Home(district: school.district, commune: communes[random.below(communes.count)], hamlet: hamlet)
    default:
      let district = random.below(3)
      let others = Places.districts[district].communes
      return Home(district: district, commune: others[random.below(others.count)], hamlet: hamlet)
    }
  }

  private static func elsewhere(than home: Home, _ random: inout SeededRandom) -> Home {
    let communes = Places.districts[home.district].communes
    return Home(
      district: home.district, commune: communes[random.below(communes.count)],
      hamlet: random.within(1...Places.hamletsPerCommune))
  }
}
