/// `text` with every `part` in it replaced.
func replacing(_ part: String, in text: String, by value: String) -> String {
  var result: [UInt8] = []
  let part = Array(part.utf8)
  let bytes = Array(text.utf8)
  var index = 0
  while index < bytes.count {
    if bytes[index...].starts(with: part) {
      result += value.utf8
      index += part.count
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
}
