import Rounds
import TableSchema
import Tables

// What the words in a finding's facts are called. A word that is none of ours, out
// of a journal that a newer version wrote, is left out rather than shown.

/// What a text was written in, before Unicode or by mistake.
func encodingText(_ encoding: String, in language: Language) -> String {
  switch OldEncoding(rawValue: encoding) {
  case .utf16: "UTF-16"
  case .windows1258: "Windows-1258"
  case .windows1252: "Windows-1252"
  case .tcvn3: "TCVN3 (ABC)"
  case .vni: "VNI"
  case .mangled: language.say("bị đọc sai bảng mã", "UTF-8 that was misread")
  case .entities: language.say("viết bằng mã của trang web (&#…;)", "the codes of web pages (&#…;)")
  case nil: language.say("mã cũ", "an old encoding")
  }
}

/// In what a file was written that is read like any other now.
func transcodedSentence(_ finding: Finding, in language: Language) -> String {
  let name = encodingText(finding.facts["encoding"] ?? "", in: language)
  return language.say(
    "Tệp được viết bằng bảng mã \(name); đã chuyển sang Unicode (UTF-8).",
    "The file was written in \(name); it was brought to UTF-8.")
}

/// In how many cells of a column something was mended; nothing for one alone.
func inCells(_ count: String, in language: Language) -> String {
  count.isEmpty ? "" : language.say(" ở \(count) ô của cột này", " in \(count) cells of this column")
}

/// A key that stands twice, with all its parts.
func repeatedKey(_ finding: Finding) -> String {
  guard let key = finding.facts["key"], !key.isEmpty else { return "«\(finding.value)»" }
  return "«\(key)»"
}

/// A limit with its number: `64 MB`, `20000000 ô`.
func limitText(_ limit: String, _ maximum: String, in language: Language) -> String {
  let say = language.say
  let megabytes = Int(maximum).map { String($0 >> 20) } ?? maximum
  let maximum = grouped(maximum, in: language)
  return switch FileLimit(rawValue: limit) {
  case .fileBytes: say("tối đa \(megabytes) MB", "at most \(megabytes) MB")
  case .inflatedBytes, .partBytes:
    say("nội dung sau khi giải nén tối đa \(megabytes) MB", "at most \(megabytes) MB unpacked")
  case .entries: say("tối đa \(maximum) phần bên trong", "at most \(maximum) parts inside")
  case .cells: say("tối đa \(maximum) ô", "at most \(maximum) cells")
  case .cellCharacters: say("mỗi ô tối đa \(maximum) ký tự", "at most \(maximum) characters a cell")
  case .xmlDepth: say("tối đa \(maximum) lớp lồng nhau", "at most \(maximum) levels inside one another")
  case .xmlAttributes:
    say(
      "mỗi phần tử bên trong tối đa \(maximum) thuộc tính", "at most \(maximum) attributes in one tag inside")
  case .xmlTagBytes:
    say("mỗi thẻ bên trong tối đa \(maximum) byte", "at most \(maximum) bytes in one tag inside")
  case .blankRecords:
    say("tối đa \(maximum) dòng không có giá trị nào", "at most \(maximum) rows without any value")
  case nil: maximum
  }
}

/// What to do about a file that is over a limit: of one that is only made in an odd way nothing is too much.
func limitRemedy(_ limit: String, in language: Language) -> String {
  let say = language.say
  return switch FileLimit(rawValue: limit) {
  case .fileBytes, .inflatedBytes, .partBytes, .cells, nil:
    say("Hãy chia thành nhiều tệp rồi gửi lại.", "Split it and send the parts.")
  case .blankRecords:
    say(
      "Từ dòng này trở đi không kiểm tra các dòng trống. Hãy xóa chúng rồi kiểm tra lại.",
      "From this row on, rows without a value were not checked. Remove them and check again.")
  case .cellCharacters:
    say("Hãy rút ngắn nội dung các ô quá dài rồi gửi lại.", "Shorten such cells and send it again.")
  case .entries, .xmlDepth, .xmlAttributes, .xmlTagBytes:
    say(
      "Hãy chép riêng bảng sang một tệp Excel mới (.xlsx) rồi gửi tệp đó.",
      "Copy the table alone into a new .xlsx file and send that.")
  }
}

/// The other of two columns for one thing: what stands there, where that is known, and its label.
func otherColumn(_ facts: [String: String], in language: Language) -> String {
  let column = "«\(facts["other"] ?? "")»"
  guard let value = facts["otherValue"] else { return language.say("cột \(column)", column) }
  let place = facts["otherCell"].map { language.say("ô \($0), ", "cell \($0), ") } ?? ""
  return language.say("«\(value)» (\(place)cột \(column))", "«\(value)», \(place)column \(column)")
}

/// What else to do about a second column that may be about a father, a mother or somebody else: right of one about
/// them, or of a content that each of them may have.
func ofParents(_ facts: [String: String], _ label: String, in language: Language) -> String {
  guard let whose = facts["whose"] else { return "" }
  let left =
    facts["person"].map { language.say(" (cột «\($0)» ở bên trái)", " (as «\($0)» left of it)") } ?? ""
  let people = whose.split(separator: ";")
  let labels = people.map { "«\(label) \($0)»" }.joined(separator: ", ")
  if people.count > 1 {
    return language.say(
      "; nếu mỗi cột là của một người như cha, mẹ, hãy đổi tên các cột, ví dụ \(labels)",
      "; if each is of somebody, such as a parent, rename them, such as \(labels)")
  }
  return language.say(
    "; nếu là của cha, mẹ hay người khác\(left), hãy đổi tên cột, ví dụ \(labels)",
    "; if it is about a parent or somebody else\(left), rename it, such as \(labels)")
}

/// A value that is not of its column's type, and how it should be written.
func typeSentence(_ value: String, _ facts: [String: String], in language: Language) -> String {
  let say = language.say
  let suggestion = facts["suggestion"] ?? ""
  switch facts["reason"].flatMap(TypeFault.init) {
  case .twoDigitYear:
    return say(
      "\(value): năm phải đủ 4 chữ số. Hãy ghi dạng ngày/tháng/năm, ví dụ 05/09/2022.",
      "\(value): the year needs four digits. Write day/month/year, such as 05/09/2022.")
  case .noSuchDay:
    return say(
      "\(value) là ngày không có trong lịch. Hãy ghi lại ngày đúng theo giấy khai sinh hoặc hồ sơ.",
      "There is no such day as \(value). Check it."
    )
  case .otherDay: return otherDaySentence(value, facts["written"] ?? "", suggestion, in: language)
  case .incomplete:
    return say(
      "\(value) thiếu ngày, tháng hoặc năm. Hãy điền đủ, ví dụ 05/09/2022.",
      "\(value) lacks the day, the month or the year. Fill it in.")
  case .decimals:
    return say(
      "\(value) có quá nhiều chữ số thập phân. Hãy làm tròn theo quy định rồi ghi lại.",
      "\(value) has more decimals than allowed. Write it as the rules round it.")
  case .tooLarge:
    return say(
      "\(value) là số quá lớn. Hãy kiểm tra lại.", "\(value) is too large a number. Check it.")
  case .date:
    return say(
      "\(value) đã bị Excel đổi thành ngày. Hãy định dạng cột là Văn bản (Text) và nhập lại.",
      "\(value) was turned into a date by the spreadsheet. Format the column as text and type it again.")
  case .truth:
    return say(
      "\(value) là giá trị đúng/sai của Excel, không phải văn bản. Hãy định dạng cột là Văn bản (Text) và nhập lại.",
      "\(value) is a truth value of the spreadsheet, no text. Format the column as text and type it again.")
  case .absence:
    let label = facts["label"] ?? ""
    return say(
      "\(value) không phải là điểm. Nếu em vắng môn này, hãy để trống ô này và ghi «\(label)» vào cột «Vắng» trên cùng dòng (chưa có thì thêm cột «Vắng»; vắng tất cả các môn thì ghi x).",
      "\(value) is no mark. If the child was absent, leave the cell blank and write «\(label)» into the column «Vắng» of the row (add it where there is none; x means all subjects)."
    )
  case .bareNumber:
    let date =
      suggestion.isEmpty ? "" : say(" (nếu là ngày thì là \(suggestion))", " (as a date: \(suggestion))")
    return say(
      "\(value) là một số, ô không có định dạng ngày\(date). Hãy nhập lại ngày dạng ngày/tháng/năm, hoặc định dạng ô là Ngày (Date).",
      "\(value) is a number, and the cell has no date format\(date). Type the date again as day/month/year, or format the cell as a date."
    )
  case nil: break
  }
  return switch facts["type"].flatMap(ValueType.init) {
  case .list where facts["items"].flatMap(ValueType.init)?.isNumber == true:
    say(
      "\(value) không phải là các số. Hãy chỉ ghi số, cách nhau bằng dấu chấm phẩy (;), ví dụ 1; 2.",
      "\(value) are no numbers. Write numbers alone, separated by semicolons (;), such as 1; 2.")
  case .date:
    say(
      "\(value) không phải là một ngày đúng. Hãy ghi dạng ngày/tháng/năm đủ 4 chữ số năm, ví dụ 05/09/2022.",
      "\(value) is no date. Write day/month/year, such as 05/09/2022.")
  case .integer:
    say(
      "\(value) không phải là số nguyên. Hãy chỉ ghi chữ số.",
      "\(value) is no whole number. Write digits alone.")
  case .decimal:
    say("\(value) không phải là số. Hãy ghi số, ví dụ 8,5.", "\(value) is no number. Write one, such as 8.5.")
  case .flag:
    say(
      "\(value) không hiểu được. Hãy ghi «có» hoặc «không» (hoặc đánh dấu x).",
      "\(value) is neither yes nor no. Write «có» or «không» (or x).")
  case .text, .code, .list, .choice, nil:
    say(
      "\(value) không dùng được ở cột này. Hãy xóa và ghi lại bằng chữ.",
      "\(value) does not belong here. Clear the cell and write it as text.")
  }
}

/// What to do where somebody wrote a sign, or a word, for nothing, into a column of marks or of things that are
/// chosen; nothing of any other value.
func leftBlank(_ finding: Finding, in language: Language) -> String {
  let type = finding.facts["type"].flatMap(ValueType.init)
  guard finding.code == .foreignKey || type?.isNumber == true else { return "" }
  let value = String(decoding: folded(finding.value.utf8), as: UTF8.self)
  let nothing = [
    "-", "--", "---", "–", "—", "_", ".", "/", "x", "k", "ko", "khong", "khong co", "trong", "none", "n/a",
    "na", "null", "nil",
  ]
  guard nothing.contains(value.filter { $0 != " " }) || nothing.contains(value) else { return "" }
  return language.say(" Nếu không có, hãy để trống ô này.", " Where there is none, leave the cell blank.")
}

/// A value that is not of the type that a Table Schema asks for, and one that would be.
func typeSentence(_ value: String, _ kind: StandardKind?, example: String, in language: Language) -> String {
  let say = language.say
  let what =
    switch kind {
    case .string: say("văn bản đúng dạng", "text of this form")
    case .number: say("số", "a number")
    case .integer: say("số nguyên", "a whole number")
    case .boolean: say("giá trị đúng/sai", "a truth value")
    case .object: say("đối tượng JSON", "a JSON object")
    case .array: say("danh sách JSON", "a JSON array")
    case .list: say("danh sách", "a list")
    case .datetime: say("ngày giờ", "a date with a time")
    case .date: say("ngày", "a date")
    case .time: say("giờ", "a time")
    case .year: say("năm", "a year")
    case .yearmonth: say("tháng của năm", "a month of a year")
    case .duration: say("khoảng thời gian", "a duration")
    case .geopoint: say("tọa độ", "a geographic point")
    case .geojson: say("hình GeoJSON", "a GeoJSON object")
    case .any, nil: say("giá trị của cột", "a value of this column")
    }
  guard !example.isEmpty else {
    return say("\(value) không phải là \(what). Hãy kiểm tra lại.", "\(value) is not \(what). Check it.")
  }
  return say(
    "\(value) không phải là \(what). Hãy ghi theo dạng: \(example).",
    "\(value) is not \(what). Write it like this: \(example).")
}

/// What was found where a column is missing, and what to do.
func foundInstead(_ label: String, in language: Language) -> String {
  guard !label.isEmpty else {
    return language.say(" Hãy thêm cột này rồi gửi lại.", " Add it and send the file again.")
  }
  return language.say(
    " Có cột «\(label)»: có phải là cột này? Nếu phải, hãy sửa tên cột đó; nếu không, hãy thêm cột còn thiếu.",
    " There is «\(label)»: is it this one? If so, correct its label; if not, add the column.")
}

/// What stands before a place that cannot be read.
func behind(_ text: String, in language: Language) -> String {
  text.isEmpty ? "" : language.say(" (ngay sau «\(text)»)", " (right behind «\(text)»)")
}

/// Beside sheets that were read: this one need not be a list.
func orRemoved(_ beside: String, in language: Language) -> String {
  guard !beside.isEmpty else { return "" }
  return language.say(
    " Nếu trang này không phải danh sách cần gửi, hãy xóa trang rồi gửi lại tệp.",
    " If this sheet is no list to send, remove it and send the file again.")
}

/// A whole number with its thousands marked.
private func grouped(_ number: String, in language: Language) -> String {
  guard number.allSatisfy({ $0.isASCII && $0.isNumber }) else { return number }
  var text = ""
  for (index, digit) in number.enumerated() {
    if index > 0, (number.count - index).isMultiple(of: 3) { text += language.say(".", ",") }
    text.append(digit)
  }
  return text
}

/// The state of a round.
func stateText(_ state: RoundState, in language: Language) -> String {
  switch state {
  case .open: language.say("đang nhận hồ sơ", "open")
  case .closed: language.say("đã khóa nhận hồ sơ", "closed")
  case .finalized: language.say("đã chốt", "finalized")
  case .supplementary: language.say("đã chốt, đã xét bổ sung", "finalized, with a supplementary round")
  }
}

/// The same from a fact.
func stateText(_ state: String, in language: Language) -> String {
  RoundState(rawValue: state).map { stateText($0, in: language) } ?? ""
}

extension Finding {
  /// Of a file of which it is not clear what round it is for: one alone may be meant, and is closed to it.
  var isForAClosedRound: Bool {
    ["closed", "finalized"].compactMap { facts[$0] }.contains(facts["candidates"] ?? "")
  }
}

/// Which of the rounds that a file may be for are closed, and which are finalized.
func closedText(_ finding: Finding, in language: Language) -> String {
  [("closed", RoundState.closed), ("finalized", RoundState.finalized)].compactMap { name, state in
    finding.facts[name].map { "\($0): \(stateText(state, in: language))" }
  }.joined(separator: "; ")
}

extension ValueType {
  fileprivate var isNumber: Bool { self == .integer || self == .decimal }
}
