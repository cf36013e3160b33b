import Rounds
import Tables

/// What is wrong with a round's setup, or unusual about it, and what to do.
///
/// - Parameter facts: see ``SetupReason``.
func setupSentence(_ reason: SetupReason, _ facts: [String: String], in language: Language) -> String {
  let say = language.say
  let program = facts["program"].map { "«\($0)»" } ?? ""
  let wish = facts["wish"] ?? ""
  return switch reason {
  case .unknownField:
    say(
      "Không bảng nào đang có hiệu lực mang cột này. Hãy ghi đúng tên cột, hoặc gửi bảng có cột đó.",
      "No table in force carries this field. Correct its name, or send the table that has it.")
  case .fieldNeedsConversion:
    say(
      "Cột này là chữ, không tính điểm trực tiếp được. Hãy ghi tên bảng quy đổi.",
      "The field holds words. Name the conversion table that gives their points.")
  case .conversionOfSum:
    say(
      "Bảng quy đổi chỉ dùng cho một cột hoặc một cặp cột. Hãy tách thành nhiều dòng.",
      "A conversion takes one field or a pair. Use several rows.")
  case .wishInSum:
    say(
      "«Nguyện vọng» chỉ đứng một mình, không cộng hoặc ghép cặp với cột khác. Hãy tách thành dòng riêng.",
      "The wish stands by itself, and in no sum or pair. Give it a row of its own.")
  case .fieldTwice:
    say(
      "Cột này đã có ở một dòng khác của cùng cách tính điểm, dưới một tên khác, nên sẽ được cộng hai lần. Hãy giữ một dòng với hệ số đúng.",
      "Another row of the same scoring reads this field by another of its names: it would count twice. Keep one row with the right coefficient."
    )
  case .wordsInTieBreak:
    say(
      "Cột này là chữ, không so sánh khi bằng điểm được. Hãy chọn một cột số hoặc cột ngày.",
      "The field holds words, by which equal children cannot be compared. Choose one of numbers or days.")
  case .unknownConversion:
    say(
      "Không có bảng quy đổi này. Hãy ghi đúng tên bảng, hoặc gửi bảng quy đổi.",
      "There is no such conversion table. Correct its name, or send it.")
  case .conversionTwice:
    say(
      "Bảng quy đổi ghi hai mức điểm cho cùng một giá trị. Hãy giữ một dòng.",
      "The conversion table gives one value different points. Keep one row.")
  case .missingCutoff:
    say(
      "Chương trình \(program) thiếu điểm chuẩn cho nguyện vọng \(wish). Hãy bổ sung bảng Điểm chuẩn cho trước.",
      "No cut-off is given for wish \(wish) of the program \(program). Add it.")
  case .overflow:
    say(
      "Có số quá lớn, không tính được điểm \(program). Hãy kiểm tra hệ số, điểm quy đổi và điểm cộng.",
      "A number is too large to compute the score of \(program). Check coefficients and points.")
  case .keptProgramGone:
    say(
      "Chương trình \(program) đang giữ học sinh đã trúng tuyển nhưng không còn trong bảng Chỉ tiêu. Hãy khai lại.",
      "The program \(program) keeps admitted children and is no longer declared. Declare it again.")
  case .keptChildGone:
    say(
      "Một học sinh đã trúng tuyển vào \(program) không còn trong danh sách nào. Hãy kiểm tra các tệp đã gửi.",
      "A child admitted to \(program) has no row in force any more. Check the files that were sent.")
  case .contentLost:
    say(
      "Bản lưu của tệp này bị mất hoặc hỏng nên đợt tạm dừng. Nhờ đơn vị gửi lại đúng tệp đó vào đúng thư mục cũ; nếu không ai còn tệp đó, gửi danh sách mới, đầy đủ, vào thư mục thay-the (đợt đã khóa thì mở lại trước); hoặc khôi phục .ledger từ bản sao lưu.",
      "What was kept of this file is gone or damaged, and the round waits. Have the same file sent again into the same folder; if nobody has it any more, a new and whole list into thay-the (reopen the round first if it is closed); or restore .ledger from a backup."
    )
  case .recordLost:
    say(
      "Kết quả đã chốt của đợt, cất trong .ledger, bị mất hoặc hỏng nên đợt tạm dừng. Hãy khôi phục .ledger từ bản sao lưu.",
      "What was settled for this round is gone from .ledger or damaged, and the round waits. Restore .ledger from a backup."
    )
  case .decidedOtherwise:
    decidedOtherwise(Int(facts["count"] ?? "") ?? 0, facts["programs"] ?? "", in: language)
  case .reservedAboveQuota:
    say(
      "Tổng số chỗ dành riêng vượt chỉ tiêu của chương trình. Hãy giảm số chỗ hoặc tăng chỉ tiêu.",
      "More seats are reserved than the program's quota. Reserve fewer, or raise the quota.")
  case .capWithoutLottery:
    say(
      "«Tối đa» chỉ dùng được khi đợt xử lý bằng điểm bằng Bốc thăm. Hãy đổi cột Bằng điểm của đợt hoặc bỏ dòng này.",
      "A maximum needs ties to be parted by lot. Change the round's tie policy, or drop this row.")
  case .capCategories:
    say(
      "Chương trình có dòng «tối đa» thì mọi dòng phải cùng một loại đối tượng: Tuyến hoặc Trường cuối cấp. Hãy sửa cột Loại đối tượng.",
      "Where a program has a maximum, all its rows are of one category: tier or source school. Correct the category."
    )
  case .bornBackwards:
    say(
      "Chương trình \(program) có «Sinh từ ngày» sau «Sinh đến ngày» nên không ai đủ điều kiện về tuổi. Hãy sửa một trong hai ngày.",
      "The program \(program) takes those born from a day after the last one, which is nobody. Correct one of the two days."
    )
  case .wishesBeyond:
    say(
      "Chương trình \(program) nhận nguyện vọng \(facts["wishes"] ?? "") nhưng đợt chỉ có \(facts["maximum"] ?? "") nguyện vọng. Hãy kiểm tra nếu không cố ý.",
      "The program \(program) takes the wish \(facts["wishes"] ?? ""); the round has \(facts["maximum"] ?? "") only. Check whether that is meant."
    )
  case .unusedMargins:
    say("Có ghi chênh lệch nhưng cách xét của đợt không dùng.", "Margins are given; the method uses none.")
  case .unusedSeed:
    say(
      "Có ghi số bốc thăm nhưng đợt không bốc thăm.",
      "A lottery key or a seed is given; no lottery decides.")
  case .unusedVerified:
    say(
      "Có bảng Diện đã thẩm định nhưng đợt vẫn tính diện do học sinh khai. Muốn chỉ tính diện đã thẩm định, hãy ghi «có» ở cột «Chỉ tính diện đã thẩm định» của bảng Đợt tuyển sinh.",
      "Priorities were verified, but the round counts those claimed. To count the verified alone, write «có» under «Chỉ tính diện đã thẩm định» in the table of rounds."
    )
  case .phasesSkip:
    say(
      "Thứ tự xét bỏ trống một số (\(facts["phases"] ?? "")). Hãy kiểm tra nếu không cố ý.",
      "The numbers of the phases skip some (\(facts["phases"] ?? "")). Check whether that is meant.")
  case .quotaZero:
    say(
      "Chỉ tiêu của \(program) bằng 0: không ai trúng tuyển.",
      "The quota of \(program) is 0: nobody is admitted.")
  case .zonedWithoutRows:
    say(
      "Chương trình \(program) xét theo tuyến nhưng không có dòng phân tuyến nào: không ai đủ điều kiện.",
      "The program \(program) is zoned and no zone names it: nobody is eligible.")
  case .tierWithoutZones:
    say(
      "Chương trình \(program) không xét theo tuyến nên mọi em đều được coi là Tuyến 1: dòng này không phân biệt em nào. Hãy kiểm tra nếu không cố ý.",
      "The program \(program) is not zoned, and everybody there is of tier 1: this row tells nobody apart. Check whether that is meant."
    )
  case .noScoring:
    program.isEmpty
      ? say(
        "Đợt không có cách tính điểm: chỉ xét theo tuyến và tiêu chí phụ.",
        "The round has no scoring: zones and tie-breaks decide.")
      : say(
        "Chương trình \(program) không có cách tính điểm: chỉ xét theo tuyến và tiêu chí phụ.",
        "The program \(program) has no scoring: zones and tie-breaks decide.")
  }
}

/// Why an order is not carried out, and what to do.
func refusalSentence(_ refusal: OrderRefusal, in language: Language) -> String {
  let say = language.say
  return switch refusal {
  case .alreadyClosed:
    say(
      "Đợt đã khóa nhận hồ sơ từ trước; không phải làm gì thêm.",
      "The round is closed already; nothing needs to be done.")
  case .alreadyFinalized:
    say(
      "Đợt đã chốt. Muốn chốt lại, hãy mở lại đợt trước.", "The round is finalized already. Reopen it first.")
  case .notClosed:
    say("Đợt đang mở, không cần mở lại.", "The round is open already.")
  case .seedStands:
    say(
      "Đã có số khởi tạo bốc thăm khác. Muốn đổi, hãy mở lại đợt.",
      "Another seed stands. Reopen the round to change it.")
  case .seedTooEarly:
    say(
      "Đợt còn nhận hồ sơ nên chưa bốc thăm được: số khởi tạo chỉ công bố sau khi khóa, để không ai biết trước kết quả. Hãy gửi «khóa nhận hồ sơ», hoặc chờ hết ngày đóng, rồi gửi lại thao tác này.",
      "Applications are still taken, and the seed comes after closing, so that nobody knows the draw before. Close the round, or wait for its last day, and send this order again."
    )
  case .seedMissing:
    say(
      "Thiếu số khởi tạo bốc thăm. Hãy ghi vào cột Số khởi tạo.",
      "The seed is missing. Write it into its column.")
  case .notReady:
    say(
      "Đợt chưa có chỉ tiêu hoặc chưa có hồ sơ. Hãy gửi đủ rồi chốt.",
      "The round has no programs or no applicants yet. Send them first.")
  case .setupStopped:
    say(
      "Cấu hình đợt còn lỗi. Hãy sửa theo biên nhận rồi chốt.",
      "The round's setup has errors. Correct them as the receipts say.")
  case .reopenedBefore:
    say(
      "Bản lưu của một tệp bị mất hoặc hỏng nên thao tác này phải chờ, và đợt đã được mở lại trong lúc đó. Nếu vẫn cần, hãy gửi lại thao tác.",
      "What was kept of a file was lost, so this had to wait, and the round was opened again meanwhile. Give the order again if it is still wanted."
    )
  case .propertyViolated:
    say(
      "Kết quả không qua được kiểm chứng nên không công bố. Hãy báo người phụ trách chương trình.",
      "The result fails its check and is withheld. Tell whoever maintains the program.")
  case .peopleHeld:
    say(
      "Còn hồ sơ đang giữ lại. Hãy xử lý, hoặc ghi «có» ở cột Chấp nhận còn hồ sơ giữ lại.",
      "People are still held. Settle them, or accept it in the order.")
  case .lotsUndrawn:
    say(
      "Còn hồ sơ đang giữ lại, và có em bằng nhau đang chờ bốc thăm. Hãy khóa nhận hồ sơ, gửi thao tác «bốc thăm» với số khởi tạo rồi chốt; hoặc ghi «có» ở cột Chấp nhận còn hồ sơ giữ lại.",
      "People are still held, and some who are equal wait for a lottery. Close the round, send the order «bốc thăm» with its seed and then finalize; or accept it in the order."
    )
  case .notAllowed:
    say(
      "Đơn vị gửi không được ra thao tác này: trường chỉ gửi «đề nghị duyệt», cơ quan quản lý chỉ gửi «chốt», «mở lại», «trả lại», «chốt lớp».",
      "The sender may not give this order: a school may ask for approval, an authority may finalize, reopen, return and fix classes."
    )
  case .notApprover:
    say(
      "Đợt này do Sở chốt. Hãy đề nghị Sở thực hiện.",
      "The department finalizes this round. Ask the department to do it.")
  case .notOwn:
    say(
      "Đơn vị ghi trong dòng này không phải đơn vị gửi hoặc trường trực thuộc. Hãy sửa cột Mã đơn vị.",
      "The unit is neither the sender nor one of its schools. Correct it.")
  case .unitMissing:
    say(
      "Thao tác này nhắm tới một trường. Hãy ghi cột Mã đơn vị.",
      "The order is about one school. Name it in its column.")
  case .unitGiven:
    say(
      "Thao tác này áp dụng cho cả đợt. Hãy để trống cột Mã đơn vị.",
      "The order is about the whole round. Leave the unit blank.")
  case .notAdmitting:
    say(
      "Đơn vị này không tuyển sinh trong đợt và không có trường trực thuộc nào tuyển sinh. Hãy kiểm tra cột Mã đơn vị.",
      "The unit admits nobody in this round, nor do schools below it. Check it.")
  case .notFinalized:
    say(
      "Chưa chốt danh sách trúng tuyển. Hãy chốt trước.", "The result is not finalized. Finalize it first.")
  case .noClasses:
    say(
      "Chưa có lớp nào có học sinh. Hãy gửi Kế hoạch lớp rồi chốt lớp.",
      "No class has anybody in it. Send the class plan first.")
  case .inputsPurged:
    say(
      "Hồ sơ mà kết quả của đợt dựa vào đã được xóa theo thời hạn lưu giữ (retention.finalizedDays), nên không mở lại, xét bổ sung hay chốt lớp được nữa. Danh sách đã công bố vẫn giữ nguyên. Nếu phải xét lại, hãy khai báo một đợt mới có mã khác và gửi lại hồ sơ vào đợt đó.",
      "What the round was decided from was removed when its time was over (retention.finalizedDays), so it can be neither reopened nor supplemented, and no classes can be fixed. The published lists stay as they are. If it has to be decided again, declare a new round with another code and send everything into it."
    )
  case .settling:
    say(
      "Còn tệp đang chép dở trong Inbox. Hãy chờ chép xong rồi chốt.",
      "A file in the Inbox is still being written. Wait for it, then finalize.")
  }
}
