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
