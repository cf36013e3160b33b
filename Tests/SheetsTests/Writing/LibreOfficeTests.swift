import Foundation
import Tables
import Testing

@testable import Sheets

/// LibreOffice opens what we write, and we read what it writes.
@Suite struct LibreOfficeTests {
  static let program = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Files converted in a folder of their own, with a profile of its own; nil where it fails.
  private func converted(_ files: [String: [UInt8]], to format: String) throws -> [String: [UInt8]] {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("lo-\(UUID().uuidString)")
    let output = place.appendingPathComponent("out")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    var paths: [String] = []
    for (name, bytes) in files {
      let path = place.appendingPathComponent(name)
      try Data(bytes).write(to: path)
      paths.append(path.path)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program ?? "/nowhere")
    process.arguments =
      [
        "-env:UserInstallation=file://\(place.path)/profile", "--headless", "--convert-to", format,
        "--outdir",
        output.path,
      ] + paths.sorted()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    var result: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: output.path) {
      result[name] = [UInt8](try Data(contentsOf: output.appendingPathComponent(name)))
    }
    return result
  }

  /// To its own XLSX and back to us: all the texts that XML 1.0 can hold and that it does not trim.
  @Test(
    .enabled(if: program != nil, "skipped: soffice (LibreOffice) is not installed here"),
    .timeLimit(.minutes(5)))
  func opensWhatWeWriteAndIsReadByUs() throws {
    let files = [
      "texts.xlsx": RoundTripTests.book.bytes,
      "list.xlsx": BookSpec(sheets: [sampleList(rows: 3)]).written().bytes,
    ]
    let results = try converted(files, to: "xlsx:Calc MS Excel 2007 XML")
    let texts = try #require(try readWorkbook(results["texts.xlsx"] ?? []).grids.first)
    #expect(texts.name == "=1+1 & <b>")
    let isPlain = { (text: String) in text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0xFFFE }
    }
    let seen = Set(texts.cells.map { texts.string(of: $0) })
    // LibreOffice takes an escaped escape for one that is meant to be decoded.
    for text in hostileTexts where isPlain(text) && !text.contains("_x00") {
      #expect(seen.contains(text), "\(text.debugDescription)")
    }
    #expect(texts.cells.allSatisfy { $0.kind == .text })

    let list = try #require(try readWorkbook(results["list.xlsx"] ?? []).grids.first)
    let row = shown(list).filter { $0.prefix { $0 != "=" }.hasSuffix("10") }
    #expect(
      row == [
        "A10=number 1", "B10=080207010000", "C10=Nguyễn Thị Ánh 0", "D10=date 39110", "E10=Nữ",
        "F10=number 8.25", "G10=number 9.125", "H10=number 1500000",
      ])
  }
}
