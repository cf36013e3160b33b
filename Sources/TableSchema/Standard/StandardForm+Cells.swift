import Tables

extension StandardForm {
  /// What a cell of a sheet means.
  enum CellValue {
    case value(StandardValue)
    /// A number where a text belongs, read as it is spelled.
    case reread(StandardValue)
    case wrong(TypeFault?)
  }

  /// The value of a cell. A workbook's own numbers, dates and truth values count as
  /// such, whatever the field's format says about texts.
  func value(of kind: Grid.Kind, _ text: UnsafeBufferPointer<UInt8>, epoch1904: Bool) -> CellValue {
    switch kind {
    case .text: value(of: Array(text)).map(CellValue.value) ?? .wrong(nil)
    case .number: number(text)
    case .date, .dateTime, .time:
      Self.serial(text, epoch1904: epoch1904).map { moment($0, kind) } ?? .wrong(nil)
    case .isoDate: isoDate(Array(text))
    case .boolean: flag(text.first == UInt8(ascii: "1"))
    case .error, .formulaWithoutValue: .wrong(nil)
    }
  }

  private func number(_ text: UnsafeBufferPointer<UInt8>) -> CellValue {
    guard let spelled = SpelledNumber(text) else { return .wrong(nil) }
    switch self {
    case .any: return .value(.number(spelled.number))
    case .number(let form):
      return spelled.isWhole || !form.isInteger ? .value(.number(spelled.number)) : .wrong(nil)
    case .text: return value(of: spelled.plain).map(CellValue.reread) ?? .wrong(nil)
    default: return value(of: spelled.plain).map(CellValue.value) ?? .wrong(nil)
    }
  }

  private func flag(_ isTrue: Bool) -> CellValue {
    switch self {
    case .flag, .any: .value(.flag(isTrue))
    default: .wrong(nil)
    }
  }

  /// A date has no time of day; a time has no day.
  private func moment(_ moment: Moment, _ kind: Grid.Kind) -> CellValue {
    let (day, second) = (moment.seconds / 86_400, moment.seconds % 86_400)
    switch self {
    case .any: return .value(.moment(moment))
    case .date where kind != .time && second == 0 && moment.fraction.isEmpty: return .value(.date(day))
    case .moment where kind != .time: return .value(.moment(moment))
    case .time where kind == .time: return .value(.time(Moment(seconds: second, fraction: moment.fraction)))
    case .text, .number: return .wrong(.date)
    default: return .wrong(nil)
    }
  }

  private func isoDate(_ text: [UInt8]) -> CellValue {
    let isDay = TimeForm.standard.date(text) != nil
    guard let moment = TimeForm.standard.moment(isDay ? text + "T00:00:00".utf8 : text) else {
      return .wrong(nil)
    }
    return self.moment(moment, .dateTime)
  }

  /// The moment of a serial number, to the millisecond; of a mere time, on the first day of 1970.
  private static func serial(_ text: UnsafeBufferPointer<UInt8>, epoch1904: Bool) -> Moment? {
    guard let serial = Double(String(decoding: text, as: UTF8.self)), serial >= 0, serial < 3_000_000 else {
      return nil
    }
    let milliseconds = Int((serial.truncatingRemainder(dividingBy: 1) * 86_400_000).rounded())
    let (carry, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    let whole = Int(serial) + carry
    let day =
      whole == 0 && !epoch1904 ? 0 : Day(excelSerial: whole, epoch1904: epoch1904).map { Int($0.number) }
    guard let day else { return nil }
    var fraction = Array(String(rest % 1000 + 1000).utf8.dropFirst())
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    return Moment(seconds: day * 86_400 + rest / 1000, fraction: fraction)
  }
}
