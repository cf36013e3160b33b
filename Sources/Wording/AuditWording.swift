public import Audit

/// What `verify` says.
public struct AuditWording: Sendable {
  private let language: Language

  /// The words in a language.
  public init(_ language: Language) { self.language = language }

  func say(_ vi: String, _ en: String) -> String { language.say(vi, en) }

  /// What is checked, in one sentence.
  public func sentence(_ property: AuditProperty) -> String {
    switch property {
    case .files:
      say(
        "Đủ các tệp, đúng mã băm ghi trong MANIFEST.json, không có tệp lạ.",
        "Every file is there with the hash that MANIFEST.json gives, and no other.")
    case .tables:
      say(
        "Mọi bảng đọc được, mọi ô đúng kiểu.",
        "Every table can be read, and each cell is what its column says.")
    case .people:
      say(
        "Hai bảng kết quả và giải trình có cùng những học sinh, mỗi em một lần, đúng thứ tự.",
        "The same people stand in both tables, each once and in order.")
    case .agreement:
      say(
        "Kết quả và lý do của từng em khớp với phần giải trình của em.",
        "The result of each child, and the reason told, are what its explanation says.")
    case .quota:
      say(
        "Không chương trình nào nhận quá chỉ tiêu; chỉ vượt khi lấy cả nhóm bằng nhau ở chỗ cuối cùng.",
        "No program seats more than its quota, except by keeping those equal to the last one in.")
    case .eligibility:
      say(
        "Ai trúng tuyển, xếp hạng hay chờ đều đủ điều kiện; ai không đủ đều có mã lý do.",
        "Whoever is seated, ranked or waiting is eligible; the others have a code that says why not.")
    case .nobodyPassedOver:
      say(
        "Không ai bị bỏ qua: không có người xếp sau được nhận, không có chỗ bỏ trống, khi người xếp trước còn muốn vào.",
        "Nobody is passed over: no one behind is seated, and no seat stays free, while someone before wants it."
      )
    case .cutoffs:
      say(
        "Mốc so sánh ghi ở từng dòng giải trình tách đúng người trúng tuyển với người không trúng tuyển.",
        "The cut-off written in each row parts those seated from those turned away.")
    case .cutoffTable:
      say(
        "Bảng điểm chuẩn đúng với giải trình.",
        "The table of cut-offs follows from the explanations.")
    case .ties:
      say(
        "Những người bằng nhau hoàn toàn được xử lý như nhau, theo đúng quy định của đợt.",
        "Those exactly equal are treated alike, as the round's rules say.")
    case .reservations:
      say(
        "Chỗ dành riêng được xếp cho đúng đối tượng, không đối tượng nào quá số tối đa.",
        "Reserved seats go to their categories, and no category has more than it may.")
    case .phases:
      say(
        "Không ai được nhận ở lượt xét sau mà lẽ ra đã được nhận ở lượt trước.",
        "Nobody is seated in a later phase who could have been seated in an earlier one.")
    case .onePlace:
      say("Mỗi học sinh có nhiều nhất một chỗ.", "Nobody has two places.")
    case .everyoneAccounted:
      say(
        "Học sinh nào cũng có đúng một kết quả, phù hợp với phần còn lại.",
        "Every child has one status, and it follows from the rest.")
    case .waitingLists:
      say(
        "Danh sách chờ xếp đúng thứ tự và không sót ai; em đã từ chối trường thì không đứng ở đó.",
        "Those who wait stand in the right order, and nobody is left out but who has declined the school.")
    case .ranks:
      say("Thứ hạng theo đúng thứ tự xét.", "Ranks follow the order of the keys.")
    case .lottery:
      say(
        "Bốc thăm lại từ mã thăm và số khởi tạo cho đúng kết quả đã công bố.",
        "The lottery drawn again from the tickets and the seed gives what was published.")
    case .statement:
      say(
        "kiem-chung.json nói mọi điều kiểm chứng đều đúng.",
        "kiem-chung.json says that everything that was checked holds.")
    case .published:
      say(
        "Sổ nhận có ghi lần công bố này, đúng mã băm.",
        "The ledger knows this publication, with this hash.")
    case .inputs:
      say(
        "Các tệp đầu vào còn nguyên trong sổ nhận, và đúng là những tệp đã dùng.",
        "The inputs are in the ledger as they were, and are those that stood in force.")
    case .decidedAgain:
      say(
        "Xét lại từ đầu bằng một chương trình viết riêng cho cùng kết quả.",
        "Decided again by a second implementation, the result is the same.")
    case .sameBytes:
      say(
        "Lập lại các tệp từ đầu vào cho đúng từng byte.",
        "Made again from the inputs, every file has the same bytes.")
    }
  }

  /// Whose folder it is.
  public func title(unit: String, round: String, official: Bool, number: Int) -> String {
    let kind =
      official
      ? say("chính thức lần \(number)", "official \(number)")
      : say("dự kiến lần \(number)", "provisional \(number)")
    return say(
      "Danh sách \(kind) của đơn vị «\(unit)», đợt «\(round)».",
      "The \(kind) lists of the unit «\(unit)», round «\(round)».")
  }

  /// A line of the report: how often it was examined, and how often it does not hold.
  ///
  /// - Parameter ofBothOutcomes: ties are left to the council, and both outcomes were examined.
  public func line(
    _ property: AuditProperty, examined: Int, broken: Int, ofBothOutcomes: Bool = false
  ) -> String {
    let both = ofBothOutcomes ? say(", cả hai lần xét", ", both decisions") : ""
    let verdict =
      broken == 0
      ? say("ĐÚNG (\(examined) lượt kiểm\(both))", "HOLDS (\(examined) examined\(both))")
      : say(
        "SAI (\(broken) trong \(examined) lượt kiểm\(both))",
        "BROKEN (\(broken) of \(examined) examined\(both))")
    return "\(property.id) \(verdict): \(sentence(property))"
  }

  /// One case: the file, the line, and what differs. No child is named.
  public func text(_ fault: Fault) -> String {
    var parts: [String] = []
    if !fault.file.isEmpty {
      parts.append(
        fault.line > 0
          ? say("\(fault.file) dòng \(fault.line)", "\(fault.file) line \(fault.line)") : fault.file)
    }
    if !fault.about.isEmpty { parts.append(fault.about) }
    if !fault.says.isEmpty { parts.append(say("ghi «\(fault.says)»", "says «\(fault.says)»")) }
    if !fault.expected.isEmpty {
      parts.append(say("đúng ra là «\(fault.expected)»", "should be «\(fault.expected)»"))
    }
    return parts.isEmpty
      ? say("không tính lại được", "cannot be counted again") : parts.joined(separator: ", ")
  }

  /// Cases that are not listed.
  public func more(_ count: Int) -> String {
    say("… và \(count) chỗ khác (xem --json)", "… and \(count) more (see --json)")
  }

  /// The last line.
  public func conclusion(broken: Int) -> String {
    broken == 0
      ? say("Kết luận: mọi điều kiểm được đều đúng.", "Conclusion: everything that could be checked holds.")
      : say(
        "Kết luận: có \(broken) điều không đúng. Đừng dùng thư mục này; hãy so với bản trong Outbox của Sở.",
        "Conclusion: \(broken) properties do not hold. Do not use this folder; compare it with the one in the Outbox."
      )
  }
}
