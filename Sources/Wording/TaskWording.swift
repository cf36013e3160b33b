public import Rounds

/// What `VIEC-CAN-LAM.xlsx` says: what a unit still owes, its files with errors, its newest lists.
public struct TaskWording: Sendable {
  private let language: Language

  /// The words in a language.
  public init(_ language: Language) { self.language = language }

  private func say(_ vi: String, _ en: String) -> String { language.say(vi, en) }

  /// Something that a unit owes.
  public enum Task: Hashable, Sendable {
    /// A school, or the portal, has sent no list for an open round.
    case roster
    /// So many of those under an authority, or of all, have sent none: some of them by name.
    case missingRosters(Int, [String])
    /// An admitting school has not said who confirmed.
    case enrolments
    /// Nor, of so many who got their places later, whether they take them.
    case newcomers(Int)
    /// Nor which classes there will be.
    case classes
    /// Nor whose documents it accepts.
    case decisions
    /// Nobody has declared any seats.
    case programs
    /// The setup of a round has so many errors.
    case setup(Int)
    /// So many cells of the setup name what nobody has declared, and nothing stands that could be meant.
    case undeclared(Int)
    /// The kept contents of so many files that a round needs are lost: some of them by name.
    case contentsLost(Int, [String])
    /// What the round has settled is lost.
    case recordLost
    /// An official result would be another for so many children, of these programs: it stands.
    case decidedOtherwise(Int, programs: String)
    /// So many files came when the round was closed to them: some of them by name.
    case late(Int, [String])
    /// The round waits for something of others that is lost.
    case waits
    /// So many people are held until somebody corrects a row.
    case held(Int)
    /// So many are equal at a last seat, which a draw of lots will part, or the council.
    case tied(Int, awaitsDraw: Bool, isOfficial: Bool)
    /// So many have results that a conversion table lacks.
    case unconverted(Int)
    /// A seat is kept for so many until their documents are reviewed.
    case unreviewed(Int)
    /// The round's result breaks a property, and is withheld.
    case violated(BrokenProperty)
    /// A round is closed and not finalized.
    case finalize
  }

  /// A result that breaks a property: nothing of it is published.
  private func violated(_ broken: BrokenProperty) -> String {
    let sentence =
      switch broken.property {
      case .admission(let property): propertySentence(property, in: language)
      case .classes(let property): propertySentence(property, in: language)
      }
    let cases = broken.cases.map { one in
      [one.path, one.person].filter { !$0.isEmpty }.joined(separator: " – ")
    }.filter { !$0.isEmpty }
    let listed =
      cases.isEmpty ? "" : say(" Các trường hợp: ", " Cases: ") + listed(cases, of: broken.count) + "."
    return say(
      "Kết quả của đợt không qua được kiểm chứng \(broken.id), \(broken.count) trường hợp, nên không công bố gì. Điều phải đúng là: \(sentence)\(listed) Hãy gửi tệp này cho người phụ trách chương trình; các đợt khác vẫn chạy.",
      "The round's result fails the check \(broken.id) in \(broken.count) cases, and nothing of it is published. What must hold: \(sentence)\(listed) Send this file to whoever maintains the program; the other rounds go on."
    )
  }

  /// The name of the file, in every language: it is looked for by it.
  public static let fileName = "VIEC-CAN-LAM.xlsx"
  /// The name of its sheet.
  public var sheet: String { say("Việc cần làm", "To do") }
  /// Above everything.
  public var title: String { say("VIỆC CẦN LÀM", "TO DO") }
  /// That nobody has to do anything with the file itself.
  public var about: String {
    say(
      "Tệp này được làm mới sau mỗi lượt xử lý; chỉ để xem, không phải gửi lại.",
      "This file is made anew after each pass; it is to be read, not to be sent.")
  }
  /// The word before page numbers.
  public var page: String { say("Trang", "Page") }

  /// Above what is owed.
  public func owed(_ count: Int) -> String {
    count == 0
      ? say("1. Không còn việc gì phải nộp.", "1. Nothing is owed.")
      : say("1. Còn phải làm (\(count))", "1. Still owed (\(count))")
  }
  /// Above the files with errors.
  public func files(_ count: Int) -> String {
    count == 0
      ? say("2. Không có tệp nào phải sửa.", "2. No file has to be corrected.")
      : say(
        "2. Tệp cần sửa, xác nhận hoặc đang chờ (\(count))",
        "2. Files to correct or confirm, or that wait (\(count))")
  }
  /// Above the newest lists.
  public func lists(_ count: Int) -> String {
    count == 0
      ? say("3. Chưa có danh sách nào được gửi đến.", "3. No lists have been sent yet.")
      : say("3. Danh sách mới nhất (\(count))", "3. Newest lists (\(count))")
  }

  /// The headers of what is owed: round, what, by when, where the form is.
  public var owedLabels: [String] {
    switch language {
    case .vi: ["Thuộc đợt", "Việc phải làm", "Hạn chót", "Biểu mẫu, thư mục"]
    case .en: ["Of round", "What to do", "By", "Form, folder"]
    }
  }
  /// The headers of the files: round, file, what became of it, where its receipt is.
  public var fileLabels: [String] {
    switch language {
    case .vi: ["Thuộc đợt", "Tệp đã gửi", "Tình trạng", "Xem biên nhận"]
    case .en: ["Of round", "File sent", "State", "See the receipt"]
    }
  }
  /// The headers of the lists: round, which, the how manieth, where.
  public var listLabels: [String] {
    switch language {
    case .vi: ["Thuộc đợt", "Danh sách", "Lần gửi", "Ở thư mục"]
    case .en: ["Of round", "Lists", "Number", "In folder"]
    }
  }

  /// What is to be done.
  public func task(_ task: Task) -> String {
    switch task {
    case .roster:
      say(
        "Nộp danh sách học sinh: điền biểu mẫu bên, hoặc gửi tệp đang có.",
        "Send the roster: fill in the form, or send the file that there is.")
    case .missingRosters(let count, let names):
      say(
        "\(count) trường chưa nộp danh sách học sinh: \(listed(names, of: count)).",
        "\(count) schools have sent no roster: \(listed(names, of: count)).")
    case .enrolments:
      say(
        "Xác nhận nhập học: điền cột «Trạng thái» của tệp bên rồi gửi lại.",
        "Say who has confirmed: fill in «Trạng thái» in the file and send it.")
    case .newcomers(let count):
      say(
        "Xác nhận nhập học của \(count) em mới trúng tuyển ở danh sách sau: điền cột «Trạng thái» của tệp bên rồi gửi lại.",
        "Say whether \(count) children whom a later list admitted have confirmed: fill in «Trạng thái» in the file and send it."
      )
    case .classes:
      say(
        "Gửi kế hoạch lớp để xếp lớp: điền trang «Kế hoạch lớp».",
        "Send the classes that there will be: fill in the sheet «Kế hoạch lớp».")
    case .decisions:
      say(
        "Duyệt hồ sơ: điền cột «Kết quả» của tệp bên rồi gửi lại.",
        "Review the documents: fill in «Kết quả» in the file and send it.")
    case .programs:
      say(
        "Chưa có chỉ tiêu: gửi bảng «Chỉ tiêu» để xét được đợt.",
        "There are no seats yet: send the table «Chỉ tiêu».")
    case .setup(let count):
      say(
        "Sửa \(count) lỗi trong khai báo đợt: đợt chưa xét được.",
        "Correct \(count) errors in the setup: the round cannot be decided.")
    case .undeclared(let count):
      say(
        "Gửi bảng khai báo còn thiếu: \(count) ô trong khai báo đợt nhắc đến mục chưa được khai báo (xem ô tô màu trong biên nhận; ô nào ghi nhầm thì sửa). Đợt chưa xét được.",
        "Send what is still to be declared: \(count) cells of the setup name what is not (see the receipts; correct a cell that is mistaken). The round cannot be decided."
      )
    case .contentsLost(let count, let names):
      say(
        "Bản lưu của \(count) tệp bị mất hoặc hỏng, đợt tạm dừng: \(listed(names, of: count)). Nhờ đơn vị gửi lại đúng tệp đó vào đúng thư mục cũ; nếu không ai còn tệp đó, gửi danh sách mới, đầy đủ, vào thư mục thay-the (đợt đã khóa thì mở lại trước); hoặc khôi phục .ledger từ bản sao lưu.",
        "The kept contents of \(count) files are lost and the round waits: \(listed(names, of: count)). Have the same files sent again into the same folders; if nobody has one any more, a new and whole list into thay-the (reopen the round first if it is closed); or restore .ledger from a backup."
      )
    case .recordLost:
      say(
        "Kết quả đã chốt của đợt, cất trong .ledger, bị mất hoặc hỏng, đợt tạm dừng: khôi phục .ledger từ bản sao lưu.",
        "What was settled for the round is gone from .ledger or damaged, and the round waits: restore .ledger from a backup."
      )
    case .decidedOtherwise(let count, let programs):
      Wording.decidedOtherwise(count, programs, in: language)
    case .late(let count, let names):
      say(
        "\(count) tệp đến khi đợt đã khóa nhận hồ sơ hoặc đã chốt, đang chờ và chưa được tính: \(listed(names, of: count)). Nếu cần tính thì mở lại đợt; nếu không thì không phải làm gì.",
        "\(count) files came when the round was closed or finalized; they wait and do not count: \(listed(names, of: count)). Reopen the round if they are to count; else nothing is to be done."
      )
    case .waits:
      say(
        "Đợt đang tạm dừng, chờ khôi phục dữ liệu đã lưu; riêng việc đó đơn vị không phải gửi lại gì. Việc khác vẫn làm như thường: tệp còn lỗi thì sửa và gửi lại, tệp chưa gửi thì gửi đúng hạn. Tệp đã gửi và gửi thêm đều được cất giữ; biên nhận sẽ có khi đợt tiếp tục.",
        "The round waits until kept data is there again; for that you need send nothing again. All else is done as always: correct files with errors, send in time what was not sent. What you have sent, and what you send now, is kept: the receipts come when the round goes on."
      )
    case .held(let count):
      say(
        "\(count) học sinh đang bị giữ lại vì dữ liệu còn lỗi: xem danh sách, liên hệ đơn vị gửi.",
        "\(count) people are held: see the lists, ask who sent them.")
    case .tied(let count, let awaitsDraw, let isOfficial):
      tied(count, awaitsDraw: awaitsDraw, isOfficial: isOfficial)
    case .unconverted(let count):
      say(
        "\(count) học sinh có kết quả mà bảng quy đổi của đợt không có nên chưa tính được điểm: xem danh sách, bổ sung bảng «Bảng quy đổi».",
        "\(count) people have results that the conversion table lacks, so they have no score: see the lists, and add to the table."
      )
    case .unreviewed(let count):
      say(
        "\(count) học sinh có chỗ nhưng hồ sơ chưa duyệt: nhắc trường gửi bảng «Kết quả duyệt hồ sơ».",
        "\(count) people have seats and unreviewed documents: ask the schools for their decisions.")
    case .violated(let broken): violated(broken)
    case .finalize:
      say(
        "Đợt đã đóng: xem danh sách dự kiến rồi chốt.", "The round is closed: see its lists and finalize it.")
    }
  }

  private func tied(_ count: Int, awaitsDraw: Bool, isOfficial: Bool) -> String {
    // After `chốt` neither is taken.
    let (reopen, reopenFirst) = isOfficial ? ("đợt đã chốt, hãy mở lại, ", "reopen the round, ") : ("", "")
    return awaitsDraw
      ? say(
        "\(count) học sinh bằng nhau ở chỗ cuối, chờ bốc thăm: \(reopen)sau khi khóa nhận hồ sơ, hãy gửi thao tác «bốc thăm» với số khởi tạo\(isOfficial ? ", rồi chốt lại" : "").",
        "\(count) people are equal at a last seat: \(reopenFirst)once the round is closed, send the order «bốc thăm» with its seed\(isOfficial ? ", and finalize again" : "")."
      )
      : say(
        "\(count) học sinh bằng nhau ở chỗ cuối, chờ hội đồng: \(reopen)xem danh sách rồi gửi bảng «Kết luận của hội đồng»\(isOfficial ? ", rồi chốt lại" : "").",
        "\(count) people are equal at a last seat: \(reopenFirst)see the lists, and send the council's rulings\(isOfficial ? ", and finalize again" : "")."
      )
  }

  private func listed(_ names: [String], of count: Int) -> String {
    names.joined(separator: "; ") + (names.count < count ? "; …" : "")
  }

  /// Of a file that is kept, and cannot be judged while its round waits for what is lost.
  public var kept: String {
    say(
      "đã nhận và cất giữ; biên nhận sẽ có khi đợt tiếp tục",
      "received and kept: the receipt comes when the round goes on")
  }

  /// What became of a file, and how many places are to be corrected.
  ///
  /// - Parameters:
  ///   - waits: none is: what it names is still to be declared.
  ///   - isOwn: by whoever sent it.
  public func state(_ outcome: ReceiptOutcome, errors: Int, waits: Bool = false, isOwn: Bool = false)
    -> String
  {
    if waits, isOwn {
      return say(
        "chưa dùng hết: chờ bảng khai báo còn thiếu hoặc phải sửa (xem phần 1)",
        "not wholly in use: it waits for what is to be declared or corrected (see part 1)")
    }
    if waits {
      return say(
        "chưa dùng hết: chờ khai báo của đợt, không phải sửa gì",
        "not wholly in use: it waits for the setup of the round, nothing is to be corrected")
    }
    let places = errors == 0 ? "" : say("; \(errors) chỗ phải sửa", "; \(errors) to correct")
    return switch outcome {
    case .accepted: say("đã nhận đủ", "accepted")
    case .partly: say("nhận một phần", "partly accepted") + places
    case .held: say("chờ xác nhận", "waiting for confirmation")
    case .refused: say("bị từ chối", "refused") + places
    }
  }

  /// Why a file in the Inbox is not taken until its unit does something.
  public enum NotTaken: Hashable, Sendable {
    /// Somebody has left it open; the mark beside it says so, empty where the machine does.
    case open(mark: String)
    /// It lies in a folder of the unit that is no round's.
    case astray(unit: String)
  }

  /// Why, and what is to be done.
  public func notTaken(_ why: NotTaken) -> String {
    switch why {
    case .open(let mark): language.leftOpen(openMark: mark)
    case .astray(let unit):
      say(
        "chưa được nhận: thư mục này không phải của đợt nào. Hãy chuyển tệp vào Inbox/\(unit)/<mã đợt>/ của đúng đợt, hoặc vào Inbox/\(unit)/; nếu đây là thư mục của một đợt sắp mở thì tệp chờ đến khi đợt được khai báo",
        "not taken: the folder is no round's. Move the file into Inbox/\(unit)/<round>/, or into Inbox/\(unit)/; if a round of this name is still to be declared, it waits for that"
      )
    }
  }

  /// Which lists.
  public func lists(official: Bool) -> String {
    official ? say("Chính thức", "Official") : say("Dự kiến, chưa công bố", "Provisional")
  }

  /// Which of the lists of a round.
  public func number(_ number: Int) -> String { say("Lần \(number)", "No. \(number)") }
}
