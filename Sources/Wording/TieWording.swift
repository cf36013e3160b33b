import Rounds

/// Why a child is held whom an exact tie, its own or of others, leaves between two places; nil for no place.
/// They are those of the whole group and of none of it: where some of it get a place, neither may come true.
///
/// - Parameter awaitsDraw: a lottery decides, else the council.
public func tieText(
  awaitsDraw: Bool, admittedTo taken: String?, elseTo left: String?, in language: Language
) -> String {
  let say = language.say
  let (all, none) = (taken ?? say("không có chỗ", "no place"), left ?? say("không có chỗ", "no place"))
  guard !awaitsDraw else {
    return reasonText(.draw, in: language)
      + say(
        " (nếu cả nhóm bằng nhau được nhận: \(all); nếu không em nào được: \(none); bốc được một số em thì có thể khác)",
        " (if the lottery takes all who are equal: \(all); if none: \(none); if some, it may be otherwise)")
  }
  return reasonText(.tie, in: language)
    + say(
      " (nếu hội đồng nhận cả nhóm bằng nhau: \(all); nếu không nhận em nào: \(none); nhận một số em thì có thể khác)",
      " (if the council takes all who are equal: \(all); if none: \(none); if some, it may be otherwise)")
}

/// Why a child is held that has declined a place between which and others nothing is decided, or that is kept for
/// it until its documents are reviewed.
///
/// - Parameters:
///   - declined: the places of which it may have none any more.
///   - open: the places that it may still have.
public func declinedWhileHeldText(_ declined: [String], open: [String], in language: Language) -> String {
  let say = language.say
  func list(_ places: [String], _ word: String) -> String { places.joined(separator: " " + word + " ") }
  let text = say(
    "Em đã từ chối hoặc không đến nhập học ở " + list(declined, "và"),
    "Has declined, or did not come to, " + list(declined, "and"))
  guard !open.isEmpty else { return text }
  return text
    + say(
      "; em có vào \(list(open, "hoặc")) hay không thì chưa quyết định",
      "; whether it gets \(list(open, "or")) is not decided yet")
}
