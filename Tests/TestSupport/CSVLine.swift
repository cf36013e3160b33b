/// The cells of a line of our own CSV, in which no cell holds a quote.
public func cells(ofLine line: String) -> [String] {
  var cells = [""]
  var quoted = false
  for character in line {
    switch character {
    case "\"": quoted.toggle()
    case "," where !quoted: cells.append("")
    default: cells[cells.count - 1].append(character)
    }
  }
  return cells
}
