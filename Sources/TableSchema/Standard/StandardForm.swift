import Tables

/// How the cells of a field are read: its type with the type's own properties.
indirect enum StandardForm: Sendable {
  case any
  case text(TextForm)
  case number(NumberForm)
  case flag(trueValues: [String], falseValues: [String])
  case date(TimeForm)
  case time(TimeForm)
  case moment(TimeForm)
  case year, month, duration
  /// A geographic point as `lon, lat`.
  case point
  case json(JSONShape)
  case list(delimiter: String, item: StandardForm)

  /// The value that a text means; nil for one that is not of the type.
  func value(of text: [UInt8]) -> StandardValue? {
    switch self {
    case .any: .text(Self.string(text))
    case .text(let form): Self.text(text, form)
    case .number(let form): form.value(of: text)
    case .flag(let trueValues, let falseValues): Self.flag(Self.string(text), trueValues, falseValues)
    case .date(let form): form.date(text).map { .date(Int($0.number)) }
    case .time(let form): form.time(text).map(StandardValue.time)
    case .moment(let form): form.moment(text).map(StandardValue.moment)
    case .year: Self.year(text)
    case .month: Self.month(text)
    case .duration: TimeSpan(text).map(StandardValue.duration)
    case .point: Self.point(text)
    case .json(let shape): shape.value(of: text).map(StandardValue.json)
    case .list(let delimiter, let item): Self.list(Self.string(text), delimiter, item)
    }
  }

  private static func string(_ text: [UInt8]) -> String { String(decoding: text, as: UTF8.self) }

  private static func text(_ text: [UInt8], _ form: TextForm) -> StandardValue? {
    let string = string(text)
    return form.fits(string) ? .text(string) : nil
  }

  private static func flag(_ text: String, _ yes: [String], _ no: [String]) -> StandardValue? {
    yes.contains(text) ? .flag(true) : no.contains(text) ? .flag(false) : nil
  }

  /// `2024`, `-0044`, `12024`, with or without a zone.
  private static func year(_ text: [UInt8]) -> StandardValue? {
    var scanner = MomentScanner(text)
    guard let year = scanner.year(), scanner.zone() != nil, scanner.isAtEnd else { return nil }
    return .number(DecimalNumber(year))
  }

  /// `2024-01`, with or without a zone.
  private static func month(_ text: [UInt8]) -> StandardValue? {
    var scanner = MomentScanner(text)
    guard let year = scanner.year(), scanner.take("-"), let month = scanner.digits(2...2),
      (1...12).contains(month), scanner.zone() != nil, scanner.isAtEnd
    else { return nil }
    return .month(year * 12 + month - 1)
  }

  private static func point(_ text: [UInt8]) -> StandardValue? {
    let numbers = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
      NumberForm().value(of: $0)
    }
    guard numbers.count == 2, case .number(let lon)? = numbers[0], case .number(let lat)? = numbers[1],
      lon <= DecimalNumber(180), lon >= DecimalNumber(-180), lat <= DecimalNumber(90),
      lat >= DecimalNumber(-90)
    else { return nil }
    return .list([.number(lon), .number(lat)])
  }

  private static func list(_ text: String, _ delimiter: String, _ item: StandardForm) -> StandardValue? {
    var items: [StandardValue] = []
    for part in split(Array(text.utf8), Array(delimiter.utf8)) {
      guard let value = item.value(of: part) else { return nil }
      items.append(value)
    }
    return .list(items)
  }

  /// The parts between delimiters; an empty text is one empty part.
  private static func split(_ text: [UInt8], _ delimiter: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    var index = 0
    while index < text.count {
      if !delimiter.isEmpty, text[index...].starts(with: delimiter) {
        parts.append([])
        index += delimiter.count
      } else {
        parts[parts.count - 1].append(text[index])
        index += 1
      }
    }
    return parts
  }

  /// What such a cell looks like, for somebody who missed it; empty where anything will do.
  var example: String {
    switch self {
    case .any: ""
    case .text(let form): form.example
    case .number(let form): form.example
    case .flag(let trueValues, let falseValues):
      (trueValues.prefix(1) + falseValues.prefix(1)).joined(separator: " / ")
    case .date(let form): form.example(.date)
    case .time(let form): form.example(.time)
    case .moment(let form): form.example(.datetime)
    case .year: "2024"
    case .month: "2024-01"
    case .duration: "P1Y2M3DT4H5M6S"
    case .point: "106.41, 10.53"
    case .json(let shape): shape.example
    case .list(let delimiter, let item):
      (item.example.isEmpty ? ["a", "b"] : [item.example, item.example]).joined(separator: delimiter)
    }
  }
}
