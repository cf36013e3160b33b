import Sample
import Sheets
import TableSchema
import Tables
import Wording

/// Writes one large table, and reads it back as a workbook and as a CSV.
struct LargeBench {
  let table: LargeTable
  let peer: BenchSpec.Peer?
  let repeats: Int
  let schemas: SchemaSet
  let watch: Stopwatch

  private var isFull: Bool { table.rows == BenchSpec.fullTable }

  /// - Parameters:
  ///   - peakMemory: the most memory that the process has held, in bytes.
  ///   - forgetPeak: lets it begin anew.
  func measures(peakMemory: () -> Int, forgetPeak: () -> Void) throws(BenchError) -> [BenchMeasure] {
    var measures: [BenchMeasure] = []
    let book = write(peakMemory, &measures)
    try read(book, peakMemory, forgetPeak, &measures)
    try readText(peakMemory, &measures)
    return measures
  }

  private func write(_ peakMemory: () -> Int, _ measures: inout [BenchMeasure]) -> [UInt8] {
    var seconds: [Double] = []
    var bytes: [UInt8] = []
    var size = 0
    for _ in 0..<repeats {
      bytes = []
      let timed = watch.time { book.written() }
      seconds.append(timed.seconds)
      (bytes, size) = (timed.result.bytes, timed.result.xmlSize)
    }
    measures.append(
      BenchMeasure(
        .writeLarge, rows: table.rows, bytes: size, seconds: median(seconds), bareSeconds: peer?.seconds,
        bar: peer != nil && isFull ? .ratio(1.0 / 3) : nil, fileBytes: bytes.count, peakMemory: peakMemory()))
    if let peer {
      measures.append(
        BenchMeasure(
          .writeLargePeer, rows: table.rows, seconds: peer.seconds, fileBytes: peer.bytes,
          peakMemory: peakMemory()))
    }
    return bytes
  }

  private func read(
    _ bytes: [UInt8], _ peakMemory: () -> Int, _ forgetPeak: () -> Void, _ measures: inout [BenchMeasure]
  ) throws(BenchError) {
    var (bare, both): ([Double], [Double]) = ([], [])
    var (size, more) = (0, 0)
    do {
      for _ in 0..<repeats {
        let timed = try watch.time { () throws(ReadingError) in try bareXLSXPass(bytes) }
        bare.append(timed.seconds)
        size = timed.result
        forgetPeak()
        let before = peakMemory()
        both.append(try watch.time { () throws(ReadingError) in try validate(readWorkbook(bytes)) }.seconds)
        more = max(more, peakMemory() - before)
      }
    } catch {
      throw .unreadable("XLSX")
    }
    measures.append(
      BenchMeasure(
        .readLarge, rows: table.rows, bytes: size, seconds: median(both), bareSeconds: median(bare),
        bar: isFull ? .ratio(1.5) : nil, peakMemory: peakMemory()))
    measures.append(
      BenchMeasure(
        .memoryLarge, rows: table.rows, seconds: median(both), bar: isFull ? .moreMegabytes(150) : nil,
        peakMemory: peakMemory(), moreMemory: more))
  }

  private func readText(_ peakMemory: () -> Int, _ measures: inout [BenchMeasure]) throws(BenchError) {
    let bytes = text
    var seconds: [Double] = []
    do {
      for _ in 0..<repeats {
        seconds.append(
          try watch.time { () throws(ReadingError) in try validate(readWorkbook(bytes)) }.seconds)
      }
    } catch {
      throw .unreadable("CSV")
    }
    measures.append(
      BenchMeasure(
        .readLargeText, rows: table.rows, bytes: bytes.count, seconds: median(seconds),
        bar: isFull ? .megabytesPerSecond(150) : nil, peakMemory: peakMemory()))
  }

  private func validate(_ workbook: Workbook) -> Int {
    var isCSV = false
    if case .csv = workbook.format { isCSV = true }
    return readTables(workbook.grids, isCSV: isCSV, schemas: schemas).reduce(0) {
      $0 + ($1.table?.rowCount ?? 0)
    }
  }

  // MARK: The table as files

  var book: BookSpec {
    let table = table
    let columns = LargeTable.labels.map { label in
      let kind: ColumnSpec.Kind =
        switch label {
        case "STT": .ordinal
        case "Ngày sinh": .date
        case "Toán 9": .decimal(places: nil)
        default: .text
        }
      return ColumnSpec(label, width: 15, kind: kind)
    }
    return BookSpec(sheets: [
      SheetSpec(name: "Lớp 9", form: .flat, columns: columns) { sink in
        table.forEach { value in
          switch value {
          case .number(let number): sink.integer(number)
          case .day(let serial): sink.date(day(serial))
          case .tenths(let tenths): sink.decimal(Exact(raw: tenths * 1_000_000_000))
          case .text(let text): sink.text(text[...])
          case .end: sink.endRow()
          }
        }
      }
    ])
  }

  var text: [UInt8] {
    var csv = CSVWriter(guardsFormulas: false)
    for label in LargeTable.labels { csv.text(label) }
    csv.endRow()
    table.forEach { value in
      switch value {
      case .number(let number): csv.integer(number)
      case .day(let serial): csv.date(day(serial))
      case .tenths(let tenths): csv.decimal(Exact(raw: tenths * 1_000_000_000))
      case .text(let text): csv.text(text[...])
      case .end: csv.endRow()
      }
    }
    return csv.bytes
  }
}

/// The day of a spreadsheet's serial number, after 1 March 1900.
private func day(_ serial: Int) -> Day { Day(number: Int32(serial - 25_569)) }
