public import Rounds

/// What was lacking at a wish, with numbers as they are printed.
public enum Shortfall: Hashable, Sendable {
  /// The own score is below what it took.
  case score(own: String, cutoff: String)
  /// The last one admitted stands in a nearer tier.
  case tier(own: Int, last: Int)
  /// The score is that of the last one admitted, and something after it decided; nil where nothing is scored.
  case tieBreaks(score: String?, by: Decisive)
  /// What it took at this wish, where that is not what is published as its cut-off.
  case needed(own: String, needed: String)
  /// That much, and something after it decided.
  case equal(score: String, by: Decisive)
  /// Direct admissions have all seats.
  case direct
  /// `lần lượt`: nobody was admitted at this wish by its score.
  case nobodyAtWish
  /// Nobody is admitted here at all.
  case unseated(LastIn.Unseated)
  /// Where some seats are for some: through which the child competed, and what was lacking there.
  indirect case part(NamedReservation?, Shortfall?)
  /// Born outside of the days taken; nil for no limit.
  case born(String, from: String?, to: String?)
  /// The wishes that the program takes, as they are called.
  case takes([String])
  /// Papers, by name.
  case papers([String])
}

/// What decided between equal scores.
public enum Decisive: Hashable, Sendable {
  case tieBreaks, lottery
  /// By the minutes of this number.
  case council(minutes: String)
}

/// Why somebody has no place, or no place here, in a parent's words.
///
/// - Parameter shortfall: what was lacking, where others stood before or the score is too low.
public func reasonText(_ reason: ReasonCode, _ shortfall: Shortfall? = nil, in language: Language) -> String {
  let say = language.say
  return switch reason {
  case .withdrawn: say("Đã rút hồ sơ", "The application was withdrawn")
  case .wishNotTaken: wishNotTaken(shortfall, say)
  case .wrongGroup:
    say("Nguyện vọng ghi nhầm nhóm (chuyên hoặc thường)", "The wish stands in the wrong group of columns")
  case .schoolDeclined:
    say(
      "Em đã từ chối hoặc không đến nhập học ở trường này", "Has declined this school, or did not come to it")
  case .age: age(shortfall, language)
  case .outOfZone: say("Không thuộc tuyến tuyển sinh của trường", "Outside the school's zones")
  case .documentsLacking:
    say("Thiếu hồ sơ phải có trước xét tuyển", "A document required before admission is missing")
      + named(shortfall)
  case .documentsFailed: say("Hồ sơ không đạt", "The documents were refused") + named(shortfall)
  case .missingMark:
    say("Thiếu kết quả học tập hoặc điểm dùng để xét", "A mark needed for the score is missing")
  case .noConversion:
    say(
      "Kết quả học tập, rèn luyện không có trong bảng quy đổi",
      "The conversion table lacks the record's words")
  case .absent: say("Vắng thi", "Absent from a paper")
  case .failingMark: say("Có bài bị điểm liệt", "A mark at or below the failing mark")
  case .violation: say("Vi phạm quy chế thi", "Broke the rules of the examination")
  case .noProgramScore: say("Trường không chấm điểm xét cho hồ sơ này", "The school gave no points")
  case .belowMinimum: belowMinimum(shortfall, say)
  case .belowCutoff: belowCutoff(shortfall, language)
  case .tiedOut:
    say(
      "Bằng nhau hoàn toàn ở những chỗ cuối cùng, số chỗ còn lại không đủ cho cả nhóm nên không lấy cả nhóm",
      "Equal in everything at the last seats, which are too few for the whole group: the group is not taken")
  case .noSeats: say("Chương trình không có chỉ tiêu", "The program has no seats")
  case .seatsKept:
    say("Không còn chỗ: người đã trúng tuyển được giữ", "No seat is left: those admitted before are kept")
  case .reservedForOthers:
    reservedForOthers(shortfall, language)
  case .categoryFull: categoryFull(shortfall, language)
  case .otherWish: say("Đã trúng tuyển ở nguyện vọng khác", "Admitted at another wish")
  case .leftElsewhere:
    say(
      "Em đã có chỗ ở nguyện vọng khác và đã rời chỗ đó nên không xét ở đây",
      "Had a place at another wish and has left it, so was not considered here")
  case .assigned:
    say("Đã được phân bổ chỗ học nên không xét bổ sung", "Has a place by assignment, so was not considered")
  case .notConsidered: say("Chưa được xét bổ sung lần này", "Not considered when free seats were filled")
  case .declined: say("Đã từ chối nhập học", "Enrolment was declined")
  case .notCome: say("Không đến nhập học", "Did not come to enrol")
  case .unconfirmed:
    say("Không xác nhận nhập học trong thời hạn", "The place was not confirmed in time")
  case .heldRow: say("Hồ sơ có lỗi đang chờ sửa", "A row of the application has an error")
  case .personDisagrees:
    say("Các mã định danh chỉ hai học sinh khác nhau", "The identifiers name two children")
  case .differentWishes:
    say("Hai hồ sơ có nguyện vọng khác nhau, chờ thống nhất", "Two applications with different wishes")
  case .twoSourceSchools:
    say("Hai trường cùng nhận là học sinh của mình", "Two schools name the child their own")
  case .sharedIdentifier:
    say(
      "Một mã định danh có hai họ tên, ngày sinh hoặc giới tính khác nhau, chờ kiểm tra",
      "One identifier with two names, birth dates or genders")
  case .repeatedRow:
    say("Hai dòng về em khác nhau, chờ thống nhất", "Two rows about the child differ")
  case .unreviewed:
    say(
      "Hồ sơ chưa duyệt; chỗ được giữ đến khi duyệt xong",
      "The documents are not reviewed yet; the seat is kept until they are")
  case .tie:
    say(
      "Có em bằng nhau ở chỗ cuối cùng, chờ hội đồng xét",
      "An exact tie at the last seat, left to the council")
  case .draw:
    say("Có em bằng nhau ở chỗ cuối cùng, chờ bốc thăm", "An exact tie at the last seat, left to a lottery")
  }
}

private func wishNotTaken(_ shortfall: Shortfall?, _ say: (String, String) -> String) -> String {
  guard case .takes(let wishes) = shortfall, !wishes.isEmpty else {
    return say("Chương trình không nhận nguyện vọng này", "The program does not take this wish")
  }
  let names = wishes.joined(separator: ", ")
  return say("Chương trình chỉ nhận \(names)", "The program takes \(names) only")
}

private func age(_ shortfall: Shortfall?, _ language: Language) -> String {
  let say = language.say
  guard case .born(let own, let from, let to) = shortfall,
    let days = bornText(from: from, to: to, in: language)
  else { return say("Ngày sinh không thuộc độ tuổi tuyển", "Born outside the years admitted") }
  return say("Sinh ngày \(own); nơi này tuyển em \(days)", "Born on \(own); taken are those \(days)")
}

/// The days of birth that a program takes; nil where it takes all.
func bornText(from: String?, to: String?, in language: Language) -> String? {
  let say = language.say
  return switch (from, to) {
  case (let from?, let to?): say("sinh từ \(from) đến \(to)", "born from \(from) to \(to)")
  case (let from?, nil): say("sinh từ \(from) trở đi", "born on or after \(from)")
  case (nil, let to?): say("sinh đến hết \(to)", "born on or before \(to)")
  case (nil, nil): nil
  }
}

private func named(_ shortfall: Shortfall?) -> String {
  guard case .papers(let names) = shortfall, !names.isEmpty else { return "" }
  return ": " + names.joined(separator: ", ")
}

private func belowMinimum(_ shortfall: Shortfall?, _ say: (String, String) -> String) -> String {
  guard case .score(let own, let minimum) = shortfall else {
    return say("Điểm xét dưới điểm sàn", "Below the minimum score")
  }
  return say("Điểm xét \(own) dưới điểm sàn \(minimum)", "The score \(own) is below the minimum \(minimum)")
}

/// What seats are called that are for some, or for nobody in particular.
public func seatsName(_ row: NamedReservation?, in language: Language) -> String {
  let say = language.say
  guard let row else {
    return say("chỗ chung (không dành riêng cho ai)", "the open seats, reserved for nobody")
  }
  let whom =
    switch row.category {
    case .priority: say("diện \(row.name)", "\(row.name)")
    case .tier: say("tuyến \(row.name)", "tier \(row.name)")
    case .sourceSchool: say("học sinh \(row.name)", "children of \(row.name)")
    }
  return row.isCap
    ? say("nhiều nhất \(row.seats) chỗ cho \(whom)", "the at most \(row.seats) seats for \(whom)")
    : say("\(row.seats) chỗ dành riêng cho \(whom)", "the \(row.seats) seats reserved for \(whom)")
}

private func reservedForOthers(_ shortfall: Shortfall?, _ language: Language) -> String {
  let sentence = language.say(
    "Chỗ còn lại dành riêng cho đối tượng khác", "The other seats are reserved for others")
  guard case .part(let row, let lacking) = shortfall, let lacking else { return sentence }
  return sentence + "; " + belowCutoff(.part(row, lacking), language)
}

private func categoryFull(_ shortfall: Shortfall?, _ language: Language) -> String {
  guard case .part(let row, let lacking) = shortfall else {
    return language.say(
      "Đối tượng của em đã đủ số tối đa", "The child's category has the most that it may have")
  }
  return belowCutoff(.part(row, lacking), language)
}

private func belowCutoff(_ shortfall: Shortfall?, _ language: Language) -> String {
  let say = language.say
  return switch shortfall {
  case .part(let row, let lacking):
    say("Xét vào \(seatsName(row, in: language)): ", "For \(seatsName(row, in: language)): ")
      + partShortfall(lacking, language)
  case .score(let own, let cutoff):
    say("Điểm xét \(own) dưới điểm chuẩn \(cutoff)", "The score \(own) is below the cut-off \(cutoff)")
  case .tier(let own, let last):
    say("Thuộc tuyến \(own), chỉ nhận đến tuyến \(last)", "Of tier \(own); the last tier admitted is \(last)")
  case .tieBreaks(let score?, let decisive):
    say(
      "Điểm xét \(score) bằng điểm chuẩn, \(decisiveText(decisive, language))",
      "The score \(score) equals the cut-off; \(decisiveText(decisive, language))")
  case .tieBreaks(nil, let decisive):
    say(
      "Bằng nhau đến đây, \(decisiveText(decisive, language))",
      "Equal so far; \(decisiveText(decisive, language))"
    )
  case .needed(let own, let needed):
    say(
      "Điểm xét \(own), cần \(needed) mới bằng người trúng tuyển cuối cùng",
      "Score \(own); \(needed) would equal the last one admitted")
  case .equal(let score, let decisive):
    say(
      "Điểm xét \(score) vừa bằng người trúng tuyển cuối cùng, \(decisiveText(decisive, language))",
      "The score \(score) equals the last one admitted; \(decisiveText(decisive, language))")
  case .direct: say("Đã đủ chỉ tiêu với diện tuyển thẳng", "Direct admissions filled all seats")
  case .nobodyAtWish:
    say("Không còn chỉ tiêu cho nguyện vọng này", "No seat was left for this wish")
  case .unseated(let reason): unseatedText(reason, say)
  case .born, .takes, .papers, nil:
    say("Xếp sau người trúng tuyển cuối cùng", "Behind the last one admitted")
  }
}

private func unseatedText(_ reason: LastIn.Unseated, _ say: (String, String) -> String) -> String {
  switch reason {
  case .seatsHeld:
    say(
      "Xếp sau những em đang được giữ chỗ, chờ kết luận hoặc duyệt hồ sơ",
      "Behind children for whom the seats are kept until they are decided")
  case .groupOut:
    say(
      "Xếp sau những em bằng nhau mà số chỗ không đủ cho cả nhóm; cả nhóm đó cũng không được lấy",
      "Behind children who are equal and too many for the seats; none of that group is taken either")
  case .partEmpty:
    say("không nhận thêm em nào vào các chỗ này", "nobody more is taken on these seats")
  }
}

/// What is told of a child that neither has a place nor waits, where fewer may wait than are behind.
public func beyondReserveText(_ reserve: Int, in language: Language) -> String {
  reserve == 0
    ? language.say("nơi này không lập danh sách chờ", "no waiting list is kept here")
    : language.say(
      "ngoài danh sách chờ, chỉ gồm \(reserve) em", "not on the waiting list, which is of \(reserve)")
}

func lowerFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

private func decisiveText(_ decisive: Decisive, _ language: Language) -> String {
  let say = language.say
  return switch decisive {
  case .tieBreaks: say("xếp sau theo tiêu chí phụ", "tie-breaks decided")
  case .lottery: say("xếp sau theo kết quả bốc thăm", "the lottery decided")
  case .council(""): say("xếp sau theo kết luận của hội đồng", "the council decided")
  case .council(let minutes):
    say(
      "xếp sau theo kết luận của hội đồng (biên bản số \(minutes))",
      "the council decided (minutes no. \(minutes))")
  }
}

/// The same in the middle of a sentence, where the last one in is who has the last of these seats.
private func partShortfall(_ shortfall: Shortfall?, _ language: Language) -> String {
  let say = language.say
  return switch shortfall {
  case .score(let own, let last):
    say(
      "điểm xét \(own), cần \(last) mới bằng người cuối cùng được nhận",
      "score \(own); \(last) would equal the last one in"
    )
  case .tier(let own, let last):
    say("thuộc tuyến \(own), chỉ nhận đến tuyến \(last)", "of tier \(own), the last tier taken is \(last)")
  case .tieBreaks(let score?, let decisive):
    say(
      "điểm xét \(score) bằng người cuối cùng được nhận, \(decisiveText(decisive, language))",
      "score \(score) like the last one in; \(decisiveText(decisive, language))")
  case .tieBreaks(nil, let decisive): decisiveText(decisive, language)
  case .nobodyAtWish:
    say("đã đủ với người chọn trường ở nguyện vọng trước", "those who wished for it earlier filled them")
  case .unseated(let reason): lowerFirst(unseatedText(reason, say))
  case .direct: say("đã đủ với diện tuyển thẳng", "direct admissions filled them")
  case .part, .needed, .equal, .born, .takes, .papers, nil:
    say("xếp sau người cuối cùng được nhận", "behind the last one in")
  }
}
