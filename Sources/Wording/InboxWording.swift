/// What becomes of a name in the Inbox; the raw value is what programs read (`status --json`).
public enum InboxWord: String, Codable, Sendable, CaseIterable {
  case ready, settling, taken, unreadable
  case tooLarge = "too-large"
  case unknownUnit = "unknown-unit"
  case unknownRound = "unknown-round"
  case hidden = "ignored-hidden"
  case temporary = "ignored-temporary"
  case owner = "ignored-owner"
  case mark = "ignored-mark"
  case system = "ignored-system"
  case guide = "ignored-guide"
  case link = "ignored-link"
  case notAFile = "ignored-not-a-file"
  case outsideUnit = "ignored-outside-unit"
  case tooDeep = "ignored-too-deep"
}

extension InboxWord {
  /// The four things that can become of a name: every one is in exactly one of them.
  public enum Group: String, Codable, Sendable, CaseIterable {
    /// Not yet: it may still be written, or waits for its unit or round.
    case settling
    /// Kept; its name could not be removed.
    case taken
    /// Not as it is now.
    case refused
    /// Nobody's file.
    case ignored
  }

  /// What becomes of it, in one of four words.
  public var group: Group {
    switch self {
    case .ready, .settling, .unknownUnit, .unknownRound: .settling
    case .taken: .taken
    case .unreadable, .tooLarge: .refused
    case .hidden, .temporary, .owner, .mark, .system, .guide, .link, .notAFile, .outsideUnit, .tooDeep:
      .ignored
    }
  }
}

/// Why a name is settling or unreadable; the raw value is what programs read.
public enum InboxReason: String, Codable, Sendable, CaseIterable {
  case changing, empty, unfinished, open
  case leftOpen = "left-open"
  case denied, failed
}

extension TerminalWording {
  /// Why a name is settling or unreadable, and what to do about it.
  ///
  /// - Parameter openMark: the mark beside it that says that it is open, where there is one.
  public func inboxReason(_ reason: InboxReason, openMark: String = "") -> String {
    switch reason {
    case .changing:
      say("mới thay đổi, có thể còn đang chép", "changed a moment ago, perhaps still being copied")
    case .empty: say("chưa có nội dung, có thể còn đang chép", "empty so far, perhaps still being copied")
    case .unfinished:
      say(
        "chưa có phần cuối; có thể còn đang chép, hoặc bản chép bị đứt",
        "its end is missing: still being copied, or cut off")
    case .open:
      say("đang mở trong phần mềm bảng tính; ", "open in a spreadsheet program: ")
        + language.closeOrDelete(openMark: openMark)
    case .leftOpen: language.leftOpen(openMark: openMark)
    case .denied:
      say("không có quyền đọc; hãy sửa quyền của tệp", "no right to read it: mend its permissions")
    case .failed: say("ổ đĩa báo lỗi khi đọc", "the disk fails to read it")
    }
  }

  /// What becomes of a name in the Inbox.
  public func inboxState(_ word: InboxWord) -> String {
    switch word {
    case .ready: say("sẽ được nhận ở lượt tới", "will be taken by the next pass")
    case .settling:
      say(
        "đang chép hoặc đang mở, chờ lượt sau (settling)",
        "settling: being written or open, left for the next pass")
    case .taken:
      say("đã nhận, nhưng không xóa được khỏi Inbox", "taken, and could not be removed from the Inbox")
    case .unknownUnit:
      say("chưa có đơn vị mang mã này (unknown-unit)", "unknown-unit: waits until the unit is declared")
    case .unknownRound:
      say("chưa có đợt mang mã này (unknown-round)", "unknown-round: waits until the round is declared")
    case .unreadable: say("không đọc được, sẽ thử lại", "cannot be read, will be tried again")
    case .tooLarge: say("quá lớn, không nhận", "too large, not taken")
    case .hidden: say("bỏ qua: tên bắt đầu bằng dấu chấm", "ignored: its name begins with a dot")
    case .temporary, .owner: say("bỏ qua: tệp tạm", "ignored: a temporary file")
    case .mark:
      say(
        "bỏ qua: dấu báo tệp bên cạnh đã chép xong", "ignored: says that the file beside it is complete")
    case .system: say("bỏ qua: tệp của hệ thống", "ignored: left by a system")
    case .guide: say("bỏ qua: tờ hướng dẫn", "ignored: the guide")
    case .link: say("bỏ qua: liên kết, không phải tệp", "ignored: a link")
    case .notAFile: say("bỏ qua: không phải tệp thường", "ignored: not a regular file")
    case .outsideUnit:
      say("bỏ qua: nằm ngoài thư mục của các đơn vị", "ignored: outside the folders of the units")
    case .tooDeep: say("bỏ qua: thư mục nằm quá sâu", "ignored: a folder too deep down")
    }
  }
}

extension Language {
  /// What is to be done with a file that somebody has open.
  fileprivate func closeOrDelete(openMark: String) -> String {
    let mark = openMark.isEmpty ? say("~$…» (hoặc «.~lock…", "~$…» (or «.~lock…") : openMark
    return say(
      "hãy đóng tệp. Nếu không còn ai mở, hãy xóa tệp «\(mark)» nằm cạnh nó",
      "close it there. If nobody has it open, delete the file «\(mark)» beside it")
  }

  /// Why a file is not taken that somebody has had open for ten minutes.
  ///
  /// - Parameter openMark: empty where nothing but the machine itself says that it is open.
  func leftOpen(openMark: String) -> String {
    if openMark.isEmpty {
      return say(
        "hơn 10 phút nay vẫn có chương trình đang ghi vào tệp, nên chưa nhận được; hãy chép cho xong hoặc đóng chương trình đó",
        "for over 10 minutes some program has had it open for writing, so it cannot be taken yet: finish the copy, or close the program"
      )
    }
    return say(
      "đã mở hơn 10 phút trong phần mềm bảng tính, nên chưa nhận được; ",
      "open in a spreadsheet program for over 10 minutes, so it cannot be taken yet: ")
      + closeOrDelete(openMark: openMark)
  }
}
