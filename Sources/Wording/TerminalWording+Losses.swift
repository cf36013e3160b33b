/// What is said of files by their numbers: of kept contents and names that are lost, and of second names.
extension TerminalWording {
  /// A file by its number, and whose it is.
  public struct NumberedFile: Hashable, Sendable {
    var seq: Int
    var unit: String

    /// A file of a unit.
    public init(seq: Int, unit: String) {
      self.seq = seq
      self.unit = unit
    }
  }

  /// So many stretches of numbers are named.
  private static let namedStretches = 100

  /// Files by their numbers: unit by unit where there are several.
  private func numbers(of files: [NumberedFile]) -> String {
    if files.count == 1, let file = files.first {
      return say("tệp số \(file.seq) (đơn vị \(file.unit))", "file \(file.seq) (unit \(file.unit))")
    }
    var stretches: [(unit: String, first: Int, last: Int)] = []
    for file in files.sorted(by: { ($0.unit, $0.seq) < ($1.unit, $1.seq) }) {
      if let last = stretches.indices.last, stretches[last].unit == file.unit,
        stretches[last].last + 1 == file.seq
      {
        stretches[last].last = file.seq
      } else {
        stretches.append((file.unit, file.seq, file.seq))
      }
    }
    var texts: [String] = []
    for (index, stretch) in stretches.prefix(TerminalWording.namedStretches).enumerated() {
      let text = stretch.first == stretch.last ? "\(stretch.first)" : "\(stretch.first)–\(stretch.last)"
      if index > 0, stretches[index - 1].unit == stretch.unit {
        texts[texts.count - 1] += ", " + text
      } else {
        texts.append(stretch.unit + ": " + text)
      }
    }
    if stretches.count > TerminalWording.namedStretches { texts.append("…") }
    let list = texts.joined(separator: "; ")
    return say(
      "\(files.count) tệp (\(list); ./run.sh status nêu từng tệp)",
      "\(files.count) files (\(list); ./run.sh status names each)")
  }

  /// What was kept of a file is lost that says which rounds, units or programs there are.
  ///
  /// - Parameter others: of which it is lost too.
  public func arrivalLost(seq: Int, unit: String, others: [NumberedFile] = []) -> String {
    let text = say(
      "Bản lưu của tệp số \(seq) (đơn vị \(unit)) bị mất hoặc hỏng. Tệp này khai báo đợt, đơn vị hoặc chỉ tiêu nên mọi đợt đều tạm dừng; tệp gửi đến vẫn được nhận và cất giữ. Nhờ đơn vị gửi lại đúng tệp đó vào đúng thư mục cũ; nếu không ai còn tệp đó, gửi bản khai báo mới, đầy đủ, vào thư mục thay-the; hoặc khôi phục .ledger từ bản sao lưu.",
      "What was kept of file \(seq) (unit \(unit)) is gone or damaged. It declares rounds, units or seats, so all rounds wait; files that come are taken and kept. Have the same file sent again into the same folder; if nobody has it any more, a new and whole declaration into thay-the; or restore .ledger from a backup."
    )
    guard !others.isEmpty else { return text }
    let list = numbers(of: others)
    return text
      + say(
        " Bản lưu của \(list) cũng bị mất hoặc hỏng: nên nhờ gửi lại cùng lúc.",
        " What was kept of \(list) is gone or damaged too: have that sent again at the same time.")
  }
  /// What was kept of some files is not what its hash says, or is gone.
  public func contentLost(_ files: [NumberedFile]) -> String {
    let list = numbers(of: files)
    return say(
      "Bản lưu của \(list) bị mất hoặc hỏng: đợt nào cần tệp này thì tạm dừng, các đợt khác vẫn tiếp tục. Nhờ đơn vị gửi lại đúng tệp đó vào đúng thư mục cũ (bản lưu được khôi phục, danh sách đang có hiệu lực không đổi); nếu không ai còn tệp đó, gửi danh sách mới, đầy đủ, vào thư mục thay-the (đợt đã khóa thì mở lại trước); hoặc khôi phục .ledger từ bản sao lưu.",
      "What was kept of \(list) is gone or damaged: rounds that need it wait, others go on. Have the same sent again into the same folder (it is kept again, and what is in force stays); if nobody has it any more, a new and whole list into thay-the (reopen the round first if it is closed); or restore .ledger from a backup."
    )
  }
  /// The same of a file that declares rounds, before a pass has told of it: what is sent until then counts as new.
  public func untoldLoss(seq: Int, unit: String) -> String {
    say(
      "Bản lưu của tệp số \(seq) (đơn vị \(unit)) bị mất hoặc hỏng, mọi đợt đều tạm dừng. Hãy gõ ./run.sh trước, lượt chạy sẽ cho biết phải làm gì.",
      "What was kept of file \(seq) (unit \(unit)) is gone or damaged, and all rounds wait. Type ./run.sh first: the pass tells what to do."
    )
  }
  /// The same of files that no round waits for.
  public func unneededLost(_ files: [NumberedFile]) -> String {
    let list = numbers(of: files)
    return say(
      "Bản lưu của \(list) bị mất hoặc hỏng; không đợt nào chờ tệp này, mọi việc vẫn tiếp tục. Để bản lưu lại đầy đủ, hãy khôi phục .ledger từ bản sao lưu, hoặc nhờ đơn vị, nếu còn, gửi lại đúng tệp đó vào đúng thư mục cũ (danh sách đang có hiệu lực không đổi).",
      "What was kept of \(list) is gone or damaged; no round waits for it, and all goes on. To have everything kept again restore .ledger from a backup, or have the same, if anybody has it, sent again into the same folder (what is in force stays)."
    )
  }
  /// Of so many files it is not known any more what they were called.
  ///
  /// - Parameter needed: those of them of which that matters: a newer file of the same name would settle them.
  public func namesLost(_ count: Int, needed: [NumberedFile] = []) -> String {
    let text = say(
      "Lưu ý: tên của \(count) tệp đã nhận không còn biết được, vì tệp .ledger/names bị mất hoặc hỏng. Nội dung và kết quả vẫn nguyên vẹn; có bản sao lưu của tệp đó thì hãy nối nội dung bản sao vào cuối tệp hiện có, đừng ghi đè.",
      "Note: it is not known any more what \(count) received files were called, because .ledger/names is gone or damaged. Their contents and all results are whole; if there is a backup of that file, append it to the one that is there, and replace nothing."
    )
    guard !needed.isEmpty else { return text }
    let list = numbers(of: needed)
    return text
      + say(
        " Trong đó \(list) chưa rõ thuộc đợt nào, và bản sửa cùng tên không nhận ra được nữa: nhờ đơn vị gửi lại đúng tệp đó vào thư mục của đợt.",
        " The round of \(list) is not known, and a correction of the same name would not be recognised: have the same file sent again into the folder of its round."
      )
  }
  /// Of so many files it was lost what they were called, and it is known again.
  public func namesFound(_ count: Int) -> String {
    say(
      "Lưu ý: tệp .ledger/names bị mất hoặc hỏng; tên của \(count) tệp đã được đọc lại từ biên nhận trong Outbox.",
      "Note: .ledger/names was gone or damaged; what \(count) files were called was read again from the receipts in the Outbox."
    )
  }
  /// What was written into these files after they were taken cannot be put back into the Inbox.
  public func cannotComeBack(_ files: [NumberedFile]) -> String {
    let list = numbers(of: files)
    return say(
      "\(list) được ghi tiếp sau khi đã nhận, nhưng chưa trả lại được vào Inbox: thư mục của đơn vị đang khóa, không phải thư mục hoặc không đọc được. Hãy mở lại thư mục đó; bản mới nằm ở .ledger/tmp và sẽ được nhận ở lượt sau.",
      "\(list) was written on after it had been taken, and cannot be put back into the Inbox: the folder of its unit is closed, no folder, or unreadable. Open it; the newer version lies in .ledger/tmp and is taken by the next pass."
    )
  }
  /// Files that were taken have other names on the machine: what is written there is not read.
  public func hasOtherNames(_ files: [NumberedFile]) -> String {
    let list = numbers(of: files)
    return say(
      "Lưu ý: \(list) còn có tên khác trên máy này (liên kết cứng). Bản đã nhận được chép riêng: sửa dưới tên kia không làm đổi gì; bản sửa phải được gửi vào Inbox.",
      "Note: there is another name on this machine (a hard link) for \(list). What was taken is a copy: what is changed under that name changes nothing here; corrections have to come into the Inbox."
    )
  }
}
