import Admission
import Rounds
import Tables

/// What a held child is waiting for.
extension TerminalWording {
  /// A wish of a child that nothing is decided of yet: whether it could end there.
  func open(_ wish: WishExplanation, _ applicant: Int, in round: DecidedRound) -> String {
    // What it would have come to there matters no more.
    if wish.reason == .schoolDeclined { return conclude(wish, isAdmitted: false) }
    let number = Int32(applicant)
    let decided = say("Kết quả: chưa quyết định. ", "Result: not decided yet. ")
    let tied = round.outcome.tiedPlaces[number]
    let (taken, left) = (tied.map { Int($0.groupIn) } ?? -1, tied.map { Int($0.groupOut) } ?? -1)
    let awaited = round.outcome.unreviewed[number].map { Int($0) } ?? -1
    let draws = round.leavesTiesToLots
    // Its place may also hang on a tie of others.
    let isEqual = taken >= 0 && round.isTiedWithAnother(taken)
    if taken == wish.wish {
      if draws {
        return decided
          + (isEqual
            ? say("Em vào đây nếu bốc thăm được chỗ.", "The child is in if the lottery gives it a seat.")
            : say(
              "Em vào đây nếu mọi em bằng nhau ở nơi khác đều bốc thăm được chỗ.",
              "The child is in if the lottery takes all who are equal elsewhere."))
      }
      return decided
        + (isEqual
          ? say("Em vào đây nếu hội đồng nhận em.", "The child is in if the council takes it.")
          : say(
            "Em vào đây nếu hội đồng nhận cả nhóm bằng nhau đang chờ kết luận ở nơi khác.",
            "The child is in if the council takes all who are equal elsewhere."))
    }
    if left == wish.wish {
      if draws {
        return decided
          + (isEqual
            ? say(
              "Em vào đây nếu bốc thăm không được chỗ ở nguyện vọng trước.",
              "The child is in here if the lottery gives it no seat at the earlier wish.")
            : say(
              "Em vào đây nếu không em nào trong nhóm bằng nhau ở nơi khác bốc thăm được chỗ.",
              "The child is in here if the lottery takes none of those who are equal elsewhere."))
      }
      return decided
        + (isEqual
          ? say(
            "Em vào đây nếu hội đồng không nhận em ở nguyện vọng trước.",
            "The child is in here if the council does not take it at the earlier wish.")
          : say(
            "Em vào đây nếu hội đồng không nhận em nào trong nhóm bằng nhau đang chờ kết luận ở nơi khác.",
            "The child is in here if the council takes none of those who are equal elsewhere."))
    }
    if awaited == wish.wish {
      return decided
        + say(
          "Chỗ ở đây được giữ cho em đến khi trường duyệt xong hồ sơ.",
          "The seat is kept until the school has reviewed the documents.")
    }
    let first = [taken, left, awaited].filter { $0 >= 0 }.min()
    guard let first, first > wish.wish else {
      return decided
        + say("Chỉ xét đến nếu em không vào nguyện vọng trên.", "It counts if the child is not in before it.")
    }
    return say(
      "Kết quả: chưa trúng tuyển ở đây, những người khác xếp trước.",
      "Result: not admitted here; others stand before.")
  }

  /// What has to happen before a held child is decided; nil for reasons that hold nobody.
  func heldRemedy(_ reason: ReasonCode, in round: DecidedRound) -> String? {
    switch reason {
    case .draw where round.tables.state.isOfficial, .tie where round.tables.state.isOfficial:
      say(
        "Đợt đã chốt khi việc này chưa xong: Sở phải mở lại đợt, \(reason == .draw ? "bốc thăm" : "lấy kết luận của hội đồng") rồi chốt lại; gia đình không cần nộp thêm gì.",
        "The round was finalized before that was settled: the department has to reopen it, \(reason == .draw ? "draw lots" : "take the council's rulings") and finalize again; nothing is needed of the family."
      )
    case .heldRow:
      say(
        "Dòng của em trong tệp đã nộp có lỗi. Gia đình hãy hỏi trường hoặc nơi nộp hồ sơ; sửa và gửi lại thì em được xét.",
        "A row about the child has an error. Ask the school, or where the application was made: corrected and sent again it is decided."
      )
    case .personDisagrees:
      say(
        "Mã định danh của em ghi ở hai nơi không khớp nhau. Trường hoặc nơi nộp hồ sơ cần kiểm tra và gửi lại mã đúng.",
        "The child's identifiers do not agree in two places. The right ones have to be sent again.")
    case .differentWishes:
      say(
        "Gia đình hãy báo nơi nộp hồ sơ biết giữ hồ sơ nào; hồ sơ kia cần được rút.",
        "The family tells which application stands; the other one is to be withdrawn.")
    case .twoSourceSchools:
      say(
        "Hai trường cần thống nhất em là học sinh của trường nào.",
        "The two schools have to agree whose leaver the child is.")
    case .unreviewed:
      say(
        "Gia đình không cần nộp thêm gì nếu hồ sơ đã đủ; trường đang duyệt.",
        "Nothing is needed if the documents are complete; the school is reviewing them.")
    case .draw:
      say(
        "Sau khi khóa nhận hồ sơ sẽ bốc thăm; gia đình không cần nộp thêm gì.",
        "Lots are drawn once the round is closed; nothing is needed of the family.")
    case .tie:
      say(
        "Hội đồng tuyển sinh sẽ kết luận; gia đình không cần nộp thêm gì.",
        "The council will decide; nothing is needed of the family.")
    default: nil
    }
  }
}
