import Tables

extension Grid.Script {
  /// What a font of this name makes of the characters: `.VnTime`, `.VnTimeH`, `VNI-Times`.
  init(fontName name: some Sequence<UInt8>) {
    let name = name.map(lowercased)
    if name.starts(with: ".vn".utf8) {
      self = name.last == UInt8(ascii: "h") ? .tcvn3Capitals : .tcvn3
    } else {
      self = name.starts(with: "vni-".utf8) ? .vni : .unicode
    }
  }
}

/// The fonts of a text whose parts have fonts of their own.
struct RunScripts {
  /// Its beginning has the font of the cell.
  private var beginsWithCells = false
  private var scripts: [Grid.Script] = []

  /// A part in a font; nil for the cell's own.
  mutating func add(_ script: Grid.Script?) {
    guard let script else { return beginsWithCells = true }
    if !scripts.contains(script) { scripts.append(script) }
  }

  /// The one script of the whole text in a cell of this font; `unicode`, which is
  /// what nobody is certain of, where its parts differ.
  func resolved(in cell: Grid.Script) -> Grid.Script {
    var all = scripts
    if beginsWithCells || all.isEmpty, !all.contains(cell) { all.append(cell) }
    return all.count == 1 ? all[0] : .unicode
  }
}
