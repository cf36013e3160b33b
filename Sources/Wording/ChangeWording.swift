public import Audit
import Tables

/// What `diff` and `simulate` say of who moved, and why. Nobody is named by name
/// unless that was asked for.
public struct ChangeWording: Sendable {
  let language: Language
  /// Names are shown beside the identifiers.
  let showsNames: Bool

  /// The words in a language.
  public init(_ language: Language, showsNames: Bool) {
    self.language = language
    self.showsNames = showsNames
  }

  func say(_ vi: String, _ en: String) -> String { language.say(vi, en) }

  /// A status with its figures before and now.
  public func count(_ status: String, before: Int, now: Int) -> String {
    let change = now == before ? "" : now > before ? " (+\(now - before))" : " (−\(before - now))"
    return "\(name(ofStatus: status)): \(before) → \(now)\(change)"
  }

  private func name(ofStatus status: String) -> String {
    switch status {
    case "admitted": say("trúng tuyển", "admitted")
    case "waiting": say("chờ xét bổ sung", "waiting")
    case "not-admitted": say("không trúng tuyển", "not admitted")
    case "ineligible": say("không đủ điều kiện", "ineligible")
    case "held": say("đang giữ lại", "held")
    default: status
    }
  }

  /// Other seats of a program.
  public func quota(_ path: String, before: Int?, now: Int?) -> String {
    switch (before, now) {
    case (let before?, let now?):
      say("Chỉ tiêu \(path): \(before) → \(now)", "Seats of \(path): \(before) → \(now)")
    case (nil, _): say("Chương trình mới: \(path)", "New program: \(path)")
    default: say("Không còn chương trình: \(path)", "Program gone: \(path)")
    }
  }

  /// The rules of the round are others.
  public var rulesChanged: String {
    say("Quy định của đợt đã khác.", "The rules of the round are others.")
  }

  /// Nobody moved.
  public var nobody: String { say("Không ai thay đổi kết quả.", "Nobody moves.") }

  /// How many moved, and which way.
  public func moved(_ moves: [Move]) -> String {
    let better = moves.count { $0.direction == .better }
    let worse = moves.count { $0.direction == .worse }
    return say(
      "\(moves.count) em thay đổi kết quả: \(better) em được tốt hơn, \(worse) em kém hơn trước, \(moves.count - better - worse) em khác.",
      "\(moves.count) children move: \(better) to a better result, \(worse) to a worse one, \(moves.count - better - worse) otherwise."
    )
  }

  /// A child that moved: its identifier, from where to where, and why.
  public func line(_ move: Move) -> String {
    let from = result(move.statusBefore, move.placeBefore)
    let to = result(move.statusNow, move.placeNow)
    let name = showsNames && !move.name.isEmpty ? " (\(move.name))" : ""
    return "\(identifier(move.ids))\(name): \(from) → \(to) – "
      + move.causes.map(cause).joined(separator: "; ")
  }

  private func identifier(_ ids: [String]) -> String { ids.first { !$0.isEmpty } ?? "?" }

  private func result(_ status: String, _ place: ResultPicture.Place?) -> String {
    if status.isEmpty { return say("(không có hồ sơ)", "(no application)") }
    guard let place else { return name(ofStatus: status) }
    guard let wish = place.wish else { return place.path + say(" (phân bổ)", " (assigned)") }
    return place.path + " " + ListWording(language).wish(number: wish, special: place.special)
  }

  private func cause(_ cause: Move.Cause) -> String {
    switch cause {
    case .arrived: say("hồ sơ mới", "a new application")
    case .left: say("hồ sơ không còn", "the application is gone")
    case .departed(.declined): say("em từ chối nhập học", "it declined the place")
    case .departed(.absent): say("em không đến nhập học", "it did not come")
    case .departed(.unconfirmed):
      say("em không xác nhận nhập học trong thời hạn", "it did not confirm in time")
    case .assigned: say("được phân bổ", "it was assigned a place")
    case .unassigned: say("không còn được phân bổ", "it is assigned no place any more")
    case .ownRows([0]): say("danh sách nguyện vọng của em đã đổi", "its own list of wishes changed")
    case .ownRows(let wishes):
      say(
        "dữ liệu dùng để xét em ở \(list(wishes)) đã đổi",
        "what decides about it at \(list(wishes)) changed in its own rows")
    case .ownRowsPerhaps(let wishes):
      say(
        "dữ liệu dùng để xét em ở \(list(wishes)) có thể cũng đã đổi",
        "what decides about it at \(list(wishes)) may have changed in its own rows, too")
    case .categories(let path, let left, let joined):
      categories(path, left: left, joined: joined)
    case .declinedSchool(let path, false):
      say(
        "em đã từ chối hoặc không đến nơi có \(path)",
        "it has declined, or not come to, the school of \(path)")
    case .declinedSchool(let path, true):
      say("em không còn từ chối nơi có \(path)", "it no longer declines the school of \(path)")
    case .ruled(let minutes):
      say(
        "hội đồng kết luận, biên bản số \(minutes.joined(separator: ", "))",
        "the council has concluded, minutes no. \(minutes.joined(separator: ", "))")
    case .reviewed: say("hồ sơ của em đã duyệt", "its documents have been reviewed")
    case .unreviewed: say("hồ sơ của em chờ duyệt", "its documents are to be reviewed")
    case .drawn: say("đã bốc thăm", "lots were drawn")
    case .cutoff(let path, let wish, let before, let now):
      say(
        "điểm chuẩn cho trước của \(path) NV\(wish) từ \(given(before)) thành \(given(now))",
        "the cut-off given for \(path) NV\(wish) went from \(given(before)) to \(given(now))")
    case .roundRules(let changes):
      say("quy định của đợt đã đổi", "the rules of the round changed") + which(changes)
    case .quota(let path, let before, let now):
      say("chỉ tiêu \(path) từ \(before) thành \(now)", "the seats of \(path) went from \(before) to \(now)")
    case .programRules(let path, let changes):
      say("quy định của \(path) đã đổi", "the rules of \(path) changed") + which(changes)
    case .pushed(let path, let others):
      say(
        "bị đẩy khỏi \(path) bởi \(names(of: others))", "pushed out of \(path) by \(names(of: others))")
    case .madeRoom(let path, let others):
      say("có chỗ ở \(path) do \(names(of: others)) rời đi", "a seat at \(path) left by \(names(of: others))")
    case .freeSeat(let path): say("vào chỗ còn trống ở \(path)", "a free seat at \(path)")
    case .others: say("do thay đổi của những em khác", "because others stand otherwise")
    }
  }

  func given(_ cutoff: String?) -> String {
    guard let cutoff, !cutoff.isEmpty else { return say("(không có)", "(none)") }
    return language == .vi ? cutoff.replacing(".", with: ",") : cutoff
  }

  private func categories(
    _ path: String, left: [ResultPicture.Category], joined: [ResultPicture.Category]
  ) -> String {
    let (gone, come) = (left.map(name).joined(separator: ", "), joined.map(name).joined(separator: ", "))
    var parts: [String] = []
    if !gone.isEmpty {
      parts.append(say("em không còn thuộc \(gone) ở \(path)", "it is no more of \(gone) at \(path)"))
    }
    if !come.isEmpty {
      parts.append(say("em thuộc thêm \(come) ở \(path)", "it is of \(come) now at \(path)"))
    }
    return parts.joined(separator: "; ")
  }

  private func name(_ category: ResultPicture.Category) -> String {
    switch category.kind {
    case .priority: say("diện \(category.name)", category.name)
    case .tier: say("tuyến \(category.name)", "tier \(category.name)")
    case .sourceSchool: say("học sinh \(category.name)", "the leavers of \(category.name)")
    }
  }

  private func list(_ wishes: [Int]) -> String { wishes.map { "NV\($0)" }.joined(separator: ", ") }

  /// So many are listed by their identifiers.
  private static let listed = 5

  private func names(of others: [[String]]) -> String {
    let named = others.prefix(ChangeWording.listed).map(identifier).joined(separator: ", ")
    let more = others.count - ChangeWording.listed
    return more > 0 ? say("\(named) và \(more) em khác", "\(named) and \(more) more") : named
  }
}

extension ChangeWording {
  /// What heads a simulation.
  public func simulationTitle(_ round: String) -> String {
    say(
      "Thử với đợt «\(round)»: kết quả hiện nay → kết quả nếu như vậy. Không có gì được ghi lại.",
      "The round «\(round)»: the result as it is → as it would be. Nothing is written.")
  }

  /// Other margins, where the method knows none.
  public var unusedMargins: String {
    say(
      "Lưu ý: cách xét của đợt không dùng chênh lệch nên --margin không có tác dụng; hãy thêm --method \"chênh lệch\".",
      "Note: the round's method uses no margins, so --margin changes nothing; add --method \"chênh lệch\".")
  }

  /// Other seats, where given cut-offs decide.
  public var unusedQuota: String {
    say(
      "Lưu ý: đợt xét theo điểm chuẩn cho trước, không theo chỉ tiêu, nên --quota không có tác dụng.",
      "Note: the round goes by given cut-offs and no quota, so --quota changes nothing.")
  }

  /// Another tie policy, where given cut-offs decide.
  public var unusedTies: String {
    say(
      "Lưu ý: đợt xét theo điểm chuẩn cho trước, không có trường hợp bằng điểm phải xử lý, nên --ties không có tác dụng.",
      "Note: the round goes by given cut-offs, where nobody is turned away for a tie, so --ties changes nothing."
    )
  }

  /// A lottery that cannot be drawn.
  public var noLottery: String {
    say(
      "Lưu ý: đợt chưa có khóa số hoặc số khởi tạo bốc thăm nên chưa bốc thăm được; các em bằng điểm được xét như «Để hội đồng xét».",
      "Note: the round has no lottery key or no seed, so nothing can be drawn; who is equal is left as «Để hội đồng xét» leaves it."
    )
  }

  /// Places that are kept, whatever was asked.
  public var keepsPlaces: String {
    say(
      "Lưu ý: em nào đã có chỗ chính thức thì được giữ nguyên chỗ đó, nên chỉ những em khác có thể thay đổi.",
      "Note: whoever has an official place keeps it, so the others alone can move.")
  }

  /// What heads the second picture of a round that is opened again.
  public var simulatedAnew: String {
    say(
      "Nếu xét lại tất cả, không giữ chỗ của em nào (Sau công bố: «xét lại»):",
      "If all were decided anew, and nobody kept its place («xét lại»):")
  }

  /// What it takes to be admitted, as it is and as it would be.
  public func cutoff(
    _ path: String, wish: Int, special: Bool, before: String?, now: String?, admittedBefore: Int,
    admittedNow: Int
  ) -> String {
    let name = path + " " + ListWording(language).wish(number: wish, special: special)
    return say(
      "\(name): điểm chuẩn \(cutoff(before)) → \(cutoff(now)), nhận \(admittedBefore) → \(admittedNow)",
      "\(name): cut-off \(cutoff(before)) → \(cutoff(now)), admits \(admittedBefore) → \(admittedNow)"
    )
  }

  private func cutoff(_ text: String?) -> String {
    switch text {
    case nil: say("không có (không ai bị loại)", "none (nobody is turned away)")
    case "-": say("không có (không ai trúng tuyển bằng điểm)", "none (nobody is admitted by its score)")
    case let text?: language == .vi ? text.replacing(".", with: ",") : text
    }
  }

  /// A program that the round does not have.
  public func noSuchProgram(_ name: String, known: [String]) -> String {
    say(
      "Đợt này không có chương trình «\(name)». Có: \(known.joined(separator: ", ")).",
      "The round has no program «\(name)». It has: \(known.joined(separator: ", ")).")
  }

  /// A word that the rounds table does not know.
  public func noSuchWord(_ word: String, known: [String]) -> String {
    say(
      "Không hiểu «\(word)». Hãy dùng một trong: \(known.joined(separator: " · ")).",
      "«\(word)» is no such word. Use one of: \(known.joined(separator: " · ")).")
  }

  /// A file that never came.
  public func noSuchFile(_ name: String) -> String {
    say(
      "Không có tệp nào tên «\(name)» đã nhận. Xem ./run.sh status.",
      "No file «\(name)» was taken. See ./run.sh status.")
  }

  /// A name that several files have.
  public func severalFiles(_ name: String, numbers: [Int]) -> String {
    let list = numbers.map { String($0) }.joined(separator: ", ")
    return say(
      "Có nhiều tệp tên «\(name)»: hãy ghi số thứ tự nhận, một trong \(list).",
      "Several files are called «\(name)»: give the number, one of \(list).")
  }

  /// A folder without a result.
  public func noResult(_ fault: String) -> String {
    say("Không đọc được kết quả: \(fault).", "There is no result to be read: \(fault).")
  }
}
