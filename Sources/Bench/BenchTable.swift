import Sheets
public import Wording

extension BenchReport {
  /// The report as a table for a terminal.
  public func lines(in language: Language) -> [String] {
    let words = BenchWording(language)
    let rows = [words.columns] + measures.map { $0.cells(words) }
    let widths = words.columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let title = words.title(
      children: children, rosters: rosters, megabytes: megabytes(fileBytes), jobs: jobs,
      memory: megabytes(memoryBefore))
    let written = measures.first { $0.stage == .writeLarge }?.fileBytes
    let packing = written.map { bytes in
      let peer = measures.first { $0.stage == .writeLargePeer }?.fileBytes
      return words.packing(level: compressionLevel, bytes: megabytes(bytes), peer: peer.map(megabytes))
    }
    return [title, packing ?? ""] + (packing == nil ? [] : [""])
      + rows.map { row in
        row.indices.map { column in
          let space = String(repeating: " ", count: widths[column] - row[column].count)
          return column == 0 ? row[column] + space : space + row[column]
        }.joined(separator: "  ")
      }
      + (match.map { round in
        [
          "",
          words.largeRound(
            children: round.children, wishes: round.wishes, programs: round.programs, seats: round.seats),
        ]
      } ?? [])
  }
}

extension BenchMeasure {
  fileprivate func cells(_ words: BenchWording) -> [String] {
    func optional(_ value: Double?, places: Int) -> String {
      value.map { words.number($0, places: places) } ?? ""
    }
    let bar: String =
      switch self.bar {
      case .ratio(let most): words.bar(ratio: most)
      case .seconds(let most): words.bar(seconds: most)
      case .rowsPerMinute(let least): words.bar(rowsPerMinute: least)
      case .megabytesPerSecond(let least): words.bar(megabytesPerSecond: least)
      case .moreMegabytes(let most): words.bar(moreMegabytes: most, measured: moreMemory.map(megabytes) ?? 0)
      case nil: ""
      }
    return [
      words.name(stage), words.number(rows), optional(bytes.map(megabytes), places: 1),
      words.number(seconds, places: 3), words.number(rowsPerSecond, places: 0),
      optional(bytesPerSecond.map { $0 / 1e6 }, places: 1), optional(bareSeconds, places: 3),
      optional(ratio, places: 2), bar, holds.map(words.verdict) ?? "",
      words.number(megabytes(peakMemory), places: 0),
    ]
  }
}

private func megabytes(_ bytes: Int) -> Double { Double(bytes) / 1e6 }
