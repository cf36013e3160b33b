/// Rows between others that are nobody, and were left out.
///
/// - Parameter value: what stands there, in its marks.
func headingRowSentence(_ facts: [String: String], value: String, in language: Language) -> String {
  let count = facts["count"] ?? ""
  let all =
    count.isEmpty ? "" : language.say(" (có \(count) dòng như vậy)", " (there are \(count) such rows)")
  return switch facts["reason"] {
  case "prefilled":
    language.say(
      "Dòng này không có họ tên, mã hay ngày sinh của ai nên được bỏ qua\(all).",
      "This row has nobody's name, number or birth date, and was left out\(all).")
  case "example":
    language.say(
      "Dòng có \(value) được ghi là ví dụ hay mẫu nên được bỏ qua, không tính là một học sinh. Nếu đây là một học sinh, hãy xóa chữ ghi như vậy, ghi đủ số thứ tự và họ tên rồi gửi lại.",
      "The row with \(value) is marked as an example and was left out. If it is a child, remove that mark, write its number and the name in full and send the file again."
    )
  case "below-example":
    language.say(
      "Dòng này nằm dưới dòng ghi là ví dụ hay mẫu và có họ tên kiểu «Nguyễn Văn A» nên được bỏ qua, không tính là một học sinh. Nếu đây là một học sinh, hãy xóa dòng ví dụ ở trên rồi gửi lại.",
      "This row stands below one that says that examples follow, and has a name such as «Nguyễn Văn A»: it was left out. If it is a child, remove the row above that says so and send the file again."
    )
  default:
    language.say(
      "Dòng chỉ có \(value) được hiểu là tiêu đề của một phần hay lời ghi thêm, không phải một học sinh, nên được bỏ qua. Nếu đây là một học sinh, hãy điền đủ các cột rồi gửi lại.",
      "A row with \(value) alone was taken for a heading or a remark, not for a child, and left out. If it is a child, fill in its columns and send the file again."
    )
  }
}
