import Foundation

/// The bytes of a file in `Tests/Fixtures/Sheets`; its README says who wrote it.
func fixture(_ name: String) throws -> [UInt8] {
  var tests = URL(fileURLWithPath: #filePath)
  while tests.lastPathComponent != "Tests" { tests.deleteLastPathComponent() }
  return Array(
    try Data(contentsOf: tests.appendingPathComponent("Fixtures/Sheets").appendingPathComponent(name)))
}
