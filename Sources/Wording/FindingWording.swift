import Rounds
public import Tables

/// The sentence of a finding: where, what is wrong, and what to do.
///
/// `Ô D17 (Ngày sinh): «31/02/2010» không phải là một ngày …`
public func sentence(for finding: Finding, in language: Language) -> String {
  let (place, body) = (placeText(finding.place, in: language), statement(of: finding, in: language))
  return place.isEmpty ? body : place + ": " + body
}

/// The same without the place, for where that is seen: what is wrong, and what to do.
public func statement(of finding: Finding, in language: Language) -> String {
  let finding = finding.inBrief
  let sentence =
    switch language {
    case .vi: vietnameseSentence(finding)
    case .en: englishSentence(finding)
    }
  return sentence + others(finding.facts["more"] ?? "", in: language)
}

/// The beginning of a text that is longer than a sentence can hold.
public func clipped(_ text: String) -> String {
  text.utf8.count > 100 && text.count > 100 ? text.prefix(99) + "…" : text
}

extension Finding {
  /// Without more of a value than a sentence can hold.
  fileprivate var inBrief: Finding {
    var brief = self
    brief.value = clipped(value)
    for name in Self.quoted where facts[name] != nil { brief.facts[name] = facts[name].map(clipped) }
    // The name of a file is needed whole.
    if code == .twoVersions { brief.facts["other"] = facts["other"] }
    return brief
  }

  /// The facts that are values or labels as somebody wrote them.
  private static let quoted = [
    "code", "flag", "item", "key", "label", "near", "other", "otherValue", "person", "repaired", "sample",
    "says", "school", "suggestion", "wish",
  ]
}

/// How many cells more of the column are told by this sentence alone.
private func others(_ count: String, in language: Language) -> String {
  guard !count.isEmpty else { return "" }
  return language.say(
    " Cột này còn \(count) ô nữa cũng vậy, chỉ đếm chứ không nêu từng ô.",
    " There are \(count) more such cells in this column, only counted here.")
}

private func placeText(_ place: Finding.Place, in language: Language) -> String {
  var parts: [String] = []
  if !place.sheet.isEmpty {
    parts.append(language == .vi ? "Trang «\(place.sheet)»" : "Sheet «\(place.sheet)»")
  }
  if let cell = place.cell {
    let label = place.label.isEmpty ? "" : " (\(clipped(oneLine(place.label))))"
    parts.append((language == .vi ? "ô " : "cell ") + cell + label)
  } else {
    if place.row > 0 { parts.append((language == .vi ? "dòng " : "row ") + String(place.row)) }
    // Beside a row: a column that the sheet does not have.
    if !place.label.isEmpty {
      parts.append((language == .vi ? "cột " : "column ") + "«\(clipped(oneLine(place.label)))»")
    }
  }
  let text = parts.joined(separator: ", ")
  guard let first = text.first else { return "" }
  return first.uppercased() + text.dropFirst()
}

/// The day of a moment as people read it, `15:30 01/06/2025`: the minute is the receipt's own.
func dayText(_ moment: String) -> String { String(moment.split(separator: " ").last ?? "") }

/// What is added in brackets; nothing for an empty text.
func bracketed(_ text: String) -> String { text.isEmpty ? "" : " (\(text))" }

private func oneLine(_ label: String) -> String {
  label.split(whereSeparator: \.isNewline).joined(separator: " ")
}

/// Where another row about the same child stands: of another unit the unit alone, of the reader's own
/// the file and the sheet where they are others.
func ofPlace(_ facts: [String: String], in language: Language) -> String {
  let say = language.say
  if let unit = facts["unit"], !unit.isEmpty { return say(" của đơn vị \(unit)", " of the unit \(unit)") }
  var place = ""
  if let file = facts["file"] { place += say(" của tệp «\(file)»", " of the file «\(file)»") }
  if let sheet = facts["sheet"] {
    place += (place.isEmpty ? "" : ",") + say(" trang «\(sheet)»", " sheet «\(sheet)»")
  }
  return place
}

/// The same child stands on another row too: of another unit, of the sender's own with another value in
/// this cell, or of its own and nothing speaks against one of them.
func duplicateSentence(_ finding: Finding, in language: Language) -> String {
  let (row, value) = (finding.facts["otherRow"] ?? "", "«\(finding.value)»")
  let (place, say) = (ofPlace(finding.facts, in: language), language.say)
  if finding.facts["unit"] != nil, !finding.value.isEmpty {
    return say(
      "\(value) khác với dòng \(row)\(place) về cùng học sinh này. Hai đơn vị cần thống nhất rồi gửi lại.",
      "\(value) differs from row \(row)\(place) about the same child. Agree with that unit and send it again."
    )
  }
  if finding.facts["unit"] != nil {
    return say(
      "Học sinh này cũng có ở dòng \(row)\(place). Hai đơn vị cần thống nhất em thuộc nơi nào.",
      "The child stands on row \(row)\(place) too. Agree with that unit whose child it is.")
  }
  guard finding.value.isEmpty else {
    return say(
      "\(value) khác với dòng \(row)\(place), tuy cùng một học sinh. Hãy chỉ giữ dòng đúng rồi gửi lại.",
      "\(value) differs from row \(row)\(place), about the same child. Keep the right row and send it again.")
  }
  return say(
    "Học sinh này trùng với dòng \(row)\(place). Hãy chỉ giữ một dòng.",
    "The same child stands on row \(row)\(place). Keep the right one.")
}

/// Of two rows about one thing one stands: another unit's, or one of the sender's own about the same child.
func rulingSentence(_ finding: Finding, in language: Language) -> String {
  let (row, value) = (finding.facts["otherRow"] ?? "", "«\(finding.value)»")
  let (place, say) = (ofPlace(finding.facts, in: language), language.say)
  if finding.facts["newer"] != nil {
    return say(
      "Dòng \(row)\(place), gửi sau, cũng về nội dung này và đang được áp dụng; dòng này không dùng, không phải làm gì. Nếu dòng này mới đúng, hãy gửi riêng nó trong một tệp mới.",
      "Row \(row)\(place), which came later, is about the same thing and is used instead of this one: there is nothing to do. If this one is right, send it alone in a new file."
    )
  }
  guard let unit = finding.facts["unit"] else {
    if finding.code == .overrules {
      return say(
        "Học sinh này còn ở dòng \(row)\(place); dòng ở đây được áp dụng, không phải làm gì.",
        "The child stands on row \(row)\(place) too; this row is used.")
    }
    return finding.value.isEmpty
      ? say(
        "Học sinh này còn ở dòng \(row)\(place); dòng đó được áp dụng, dòng này không dùng. Nếu dòng này mới đúng, hãy bỏ dòng kia rồi gửi lại.",
        "The child stands on row \(row)\(place) too, which is used instead of this one. If this one is right, remove the other and send it again."
      )
      : say(
        "\(value) khác với dòng \(row)\(place) về cùng học sinh này; dòng đó được áp dụng. Nếu \(value) mới đúng, hãy sửa dòng kia rồi gửi lại.",
        "\(value) differs from row \(row)\(place) about the same child, which is used. If \(value) is right, correct that row and send it again."
      )
  }
  if finding.code == .overrules {
    return say(
      "Đơn vị \(unit) cũng gửi dòng về cùng nội dung này; dòng ở đây được áp dụng, không phải làm gì.",
      "The unit \(unit) has sent a row about the same thing; this one stands.")
  }
  return finding.value.isEmpty
    ? say(
      "Đơn vị \(unit) cũng gửi dòng về cùng nội dung này; dòng của đơn vị đó được áp dụng. Nếu dòng ở đây mới đúng, hãy báo đơn vị đó.",
      "A row of \(unit) about the same thing stands before this one.")
    : say(
      "\(value) khác với dòng \(row)\(place) về cùng học sinh này; dữ liệu của đơn vị đó được áp dụng. Nếu \(value) mới đúng, hãy báo đơn vị đó.",
      "\(value) differs from row \(row)\(place) about the same child; what that unit says is used. If \(value) is right, tell that unit."
    )
}

/// What setup is said to be wrong, or unusual.
func setup(_ finding: Finding, in language: Language) -> String? {
  finding.setupReason.map { setupSentence($0, finding.facts, in: language) }
}

/// What stops a round: mostly that its setup is wrong.
func stopping(_ finding: Finding, in language: Language) -> String {
  let title = language.say("Cấu hình đợt tuyển sinh chưa đúng. ", "The round's setup is wrong. ")
  return (finding.setupReason?.isOfSetup == false ? "" : title) + (setup(finding, in: language) ?? "")
}

/// Why an order is said to be refused.
func refusal(_ finding: Finding, in language: Language) -> String? {
  finding.facts["reason"].flatMap(OrderRefusal.init).map { refusalSentence($0, in: language) }
}
