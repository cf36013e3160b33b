public import Rounds

/// What `run`, `finalize` and `status` say of files and rounds.
extension TerminalWording {
  /// What the files of a pass came to, in numbers.
  public func filesLine(taken: Int, partly: Int, pending: Int, refused: Int) -> String {
    say(
      "Tệp: \(taken) nhận đủ, \(partly) nhận một phần, \(pending) chờ xác nhận, \(refused) từ chối.",
      "Files: \(taken) taken, \(partly) taken in part, \(pending) held, \(refused) refused.")
  }
  /// So many files wait until their round is opened again.
  public func lateFiles(_ count: Int) -> String {
    say(
      "Đến trễ: \(count) tệp đến khi đợt đã khóa nhận hồ sơ hoặc đã chốt, đang chờ và chưa được tính; VIEC-CAN-LAM.xlsx của Sở nêu từng tệp. Nếu cần tính thì mở lại đợt.",
      "Late: \(count) files came when their round was closed or finalized; they wait and do not count. The department's VIEC-CAN-LAM.xlsx names them. Reopen the round if they are to count."
    )
  }
  /// A pass that found nothing to take.
  public var nothingNew: String { say("Không có tệp mới.", "Nothing new.") }
  /// `watch` has begun.
  public var watching: String {
    say(
      "Đang theo dõi Inbox; tệp chép xong sẽ được xử lý ngay. Dừng bằng Ctrl-C.",
      "Watching the Inbox; files are taken once they have settled. Stop with Ctrl-C.")
  }
  /// `watch` was asked to end.
  public var watchEnded: String { say("Đã dừng theo dõi.", "Stopped watching.") }
  /// Above the names in the Inbox.
  public func inboxTitle(_ count: Int) -> String {
    count == 0 ? say("Inbox: trống.", "Inbox: empty.") : say("Inbox: \(count) tên.", "Inbox: \(count) names.")
  }
  /// Above the files that were taken.
  public func filesTitle(_ count: Int) -> String { say("Đã nhận \(count) tệp:", "\(count) files taken:") }
  /// Behind a file of which nothing stands any more.
  public var superseded: String { say("  (đã được thay thế)", "  (superseded)") }
  /// Schools that are finalized by themselves.
  public func fixed(_ list: String) -> String {
    say("Đã chốt riêng: \(list)", "Finalized by themselves: \(list)")
  }
  /// What a school asked of its approver, or was answered.
  public func approval(_ approval: Approval, of school: String) -> String {
    switch approval {
    case .asked: say("\(school) đề nghị duyệt", "\(school) asks for approval")
    case .returned: say("\(school) được trả lại để sửa", "\(school) was returned to be corrected")
    }
  }
  /// Behind a file whose receipt could not be written.
  public var withoutReceipt: String {
    say(
      "  (chưa trao biên nhận: lượt chạy sau sẽ trao; nếu chạy rồi mà vẫn vậy, hãy xem quyền ghi và chỗ trống của Outbox)",
      "  (no receipt given yet: the next run gives it; if it did not, look at the rights and the space of the Outbox)"
    )
  }
  /// Behind a file whose sender is left out because something is in the way.
  public func receiptBlocked(by path: String) -> String {
    say("  (chưa trao biên nhận: vướng «\(path)»)", "  (no receipt given yet: «\(path)» is in the way)")
  }
  /// Behind a file whose receipt waits until the kept bytes of others are there again.
  public func receiptWaits(for seqs: [Int]) -> String {
    let list = seqs.map(String.init).joined(separator: ", ")
    return say(
      "  (chưa trao biên nhận: chờ khôi phục bản lưu của tệp số \(list))",
      "  (no receipt given yet: it waits until what was kept of file \(list) is there again)")
  }
  /// Behind a file whose kept bytes are gone or damaged.
  ///
  /// - Parameter told: by a pass: before that what is sent again would count as new.
  public func contentIsLost(told: Bool, needed: Bool) -> String {
    if !told {
      return say(
        "  (bản lưu bị mất hoặc hỏng: hãy gõ ./run.sh trước, lượt chạy sẽ cho biết có cần gửi lại tệp này không)",
        "  (what was kept of it is gone or damaged: type ./run.sh first, the pass tells whether to send it again)"
      )
    }
    if !needed {
      return say(
        "  (bản lưu bị mất hoặc hỏng; không đợt nào chờ tệp này)",
        "  (what was kept of it is gone or damaged; no round waits for it)")
    }
    return say(
      "  (bản lưu bị mất hoặc hỏng: nhờ đơn vị gửi lại đúng tệp này vào đúng thư mục cũ)",
      "  (what was kept of it is gone or damaged: have the same file sent again into the same folder)")
  }
  /// A file that a round waits for: its number, and whose it is.
  public func lostFile(_ seq: Int, _ whose: String) -> String {
    "\(language.file(seq)) (\(whose))"
  }
  /// A round that waits for kept bytes, or for what it had settled.
  ///
  /// - Parameter told: by a pass: before that what is sent again would count as new.
  public func roundWaits(for files: [String], told: Bool = true, record: Bool) -> String {
    let list = files.joined(separator: ", ")
    var lines: [String] = []
    if !files.isEmpty, !told {
      lines.append(
        say(
          "bản lưu của \(list) bị mất hoặc hỏng, hãy gõ ./run.sh trước, lượt chạy sẽ cho biết phải làm gì",
          "what was kept of \(list) is gone or damaged, type ./run.sh first: the pass tells what to do"))
    } else if !files.isEmpty {
      lines.append(
        say(
          "bản lưu của \(list) bị mất hoặc hỏng, nhờ đơn vị gửi lại đúng tệp đó vào đúng thư mục cũ",
          "what was kept of \(list) is gone or damaged, have the same file sent again into the same folder"))
    }
    if record {
      lines.append(
        say(
          "kết quả đã chốt bị mất hoặc hỏng, hãy khôi phục .ledger từ bản sao lưu",
          "what was settled is gone or damaged, restore .ledger from a backup"))
    }
    return say("tạm dừng: ", "waits: ") + lines.joined(separator: "; ")
  }
  /// The orders that wait as long as their round.
  public func ordersWait(_ list: String) -> String {
    say(
      "Thao tác đang chờ, sẽ tính theo lúc đã gửi: \(list)",
      "Orders that wait, and will count from when they were sent: \(list)")
  }
  /// One of them.
  public func waitingOrder(_ order: Order.Kind, of unit: String, seq: Int) -> String {
    word(of: order) + (unit.isEmpty ? "" : " " + unit) + " (" + language.file(seq) + ")"
  }
  private func word(of order: Order.Kind) -> String {
    switch order {
    case .close: say("khóa nhận hồ sơ", "close")
    case .lottery: say("bốc thăm", "lottery")
    case .ask: say("đề nghị duyệt", "ask for approval")
    case .return: say("trả lại", "return")
    case .finalize: say("chốt", "finalize")
    case .reopen: say("mở lại", "reopen")
    case .supplement: say("xét bổ sung", "supplement")
    case .fixClasses: say("chốt lớp", "fix classes")
    }
  }
  /// Behind a file whose bytes are not kept any longer.
  public var purged: String { say("  (đã xóa theo thời hạn lưu giữ)", "  (removed: its time was over)") }
  /// Who has sent a roster.
  public func sent(_ list: String) -> String { say("Đã gửi: \(list)", "Sent: \(list)") }
  /// Which schools have sent none.
  public func missing(_ list: String) -> String {
    say("Chưa gửi danh sách: \(list)", "No roster yet: \(list)")
  }
  /// A name in the Inbox and its state.
  public func inboxName(_ name: String, _ state: String) -> String { "  \(name): \(state)" }
  /// The same with a reason, which may be empty.
  public func inboxName(_ name: String, _ parts: [String]) -> String {
    inboxName(name, parts.filter { !$0.isEmpty }.joined(separator: ": "))
  }
  /// A round, its name and its state.
  public func roundTitle(_ code: String, _ name: String, _ state: RoundState) -> String {
    "\(code) – \(name) (\(stateText(state, in: language)))"
  }
  /// What a decided round came to, in numbers.
  public func roundCounts(
    applicants: Int, seats: Int, admitted: Int, waiting: Int, notAdmitted: Int, ineligible: Int, held: Int
  ) -> String {
    say(
      "\(applicants) đăng ký, \(seats) chỉ tiêu: \(admitted) trúng tuyển, \(waiting) chờ xét bổ sung, \(notAdmitted) không trúng tuyển, \(ineligible) không đủ điều kiện, \(held) đang giữ lại",
      "\(applicants) applicants, \(seats) seats: \(admitted) admitted, \(waiting) waiting, \(notAdmitted) not admitted, \(ineligible) ineligible, \(held) held"
    )
  }
  /// A round without programs or applicants.
  public var roundNotReady: String {
    say("chưa đủ chỉ tiêu hoặc hồ sơ để xét", "not ready: no programs or no applicants")
  }
  /// A round that its setup stops.
  public func roundStopped(_ count: Int) -> String {
    say(
      "dừng: cấu hình có \(count) lỗi, chưa xét ai",
      "stopped: \(count) errors in its setup, nobody was ranked")
  }
  /// A round whose official result would be another now (``decidedOtherwise(_:_:in:)``).
  public func roundStands(_ count: Int, _ programs: String) -> String {
    decidedOtherwise(count, programs, in: language)
  }
  /// A round whose result is withheld: the numbers of the properties it fails.
  public func roundViolated(_ broken: [BrokenProperty]) -> String {
    // The terminal, and whatever keeps what it said, names no child.
    let properties = broken.map { property in
      let path = property.cases.first { !$0.path.isEmpty }.map { " (" + $0.path + ")" } ?? ""
      return property.id + path
    }.joined(separator: ", ")
    return roundViolated(properties: properties)
  }
  /// The same with the properties as they were named.
  public func roundViolated(properties: String) -> String {
    say(
      "KHÔNG công bố: kết quả không qua được phép kiểm chứng \(properties); xem VIEC-CAN-LAM.xlsx của sở",
      "NOT published: the result fails the check of \(properties); see the department's VIEC-CAN-LAM.xlsx")
  }
  /// A folder that appeared in the Outbox.
  public func published(_ folder: String) -> String { say("Đã công bố: \(folder)", "Published: \(folder)") }
  /// Above the folders worth opening.
  public var whereToLook: String { say("Xem kết quả:", "Where to look:") }
  /// A shared folder that everybody on the machine can read, and how many more there are.
  public func worldReadable(_ folder: String, others: Int) -> String {
    say(
      "Lưu ý: thư mục \(folder)\(alsoVi(others)) cho mọi người đọc; nên giới hạn quyền (dữ liệu trẻ em).",
      "Note: \(folder)\(alsoEn(others)) can be read by everybody; consider closing it (children's data).")
  }
  /// A shared folder in which everybody on the machine can change files, and how many more there are.
  public func worldWritable(_ folder: String, others: Int) -> String {
    say(
      "Lưu ý: thư mục \(folder)\(alsoVi(others)) cho mọi người ghi và xóa tệp; hãy giới hạn quyền.",
      "Note: in \(folder)\(alsoEn(others)) everybody can write and delete files; close it.")
  }
  private func alsoVi(_ others: Int) -> String { others > 0 ? " và \(others) thư mục khác" : "" }
  private func alsoEn(_ others: Int) -> String { others > 0 ? " and \(others) more" : "" }
  /// `status` before the first pass.
  public var newWorkspace: String {
    say("Thư mục làm việc mới: chưa có lượt chạy nào.", "A new workspace: nothing has been run yet.")
  }
  /// What a table of a checked file would change.
  public func changed(added: Int, removed: Int, altered: Int) -> String {
    say(
      "So với bản đang có hiệu lực: thêm \(added), bỏ \(removed), sửa \(altered).",
      "Against what is in force: \(added) added, \(removed) removed, \(altered) altered.")
  }
  /// Behind the findings of a group that are told in full: how many more, and where.
  public func andMore(_ count: Int, _ places: String) -> String {
    let rest = places.isEmpty ? "" : ": " + places
    return say("và \(count) chỗ nữa\(rest)", "and \(count) more\(rest)")
  }
  /// What a pass is doing, beside the progress bar.
  public func step(_ step: PassStep) -> String {
    switch step {
    case .reading: say("đọc tệp", "reading files")
    case .deciding: say("xét tuyển", "deciding rounds")
    case .receipts: say("ghi biên nhận", "writing receipts")
    case .publishing: say("ghi danh sách", "writing lists")
    case .forms: say("ghi biểu mẫu", "writing forms")
    }
  }
}

/// The steps of a pass that take time.
public enum PassStep: Sendable, CaseIterable { case reading, deciding, receipts, publishing, forms }
