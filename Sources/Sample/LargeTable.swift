/// A roster of 16 columns as long as asked for, the same each time. What a row
/// holds is repeated in C, for another writer, in `Tests/BenchPeer`.
public struct LargeTable: Sendable {
  /// How many children.
  public let rows: Int

  /// A roster of so many children.
  public init(rows: Int) { self.rows = rows }

  /// The header.
  public static let labels = [
    "STT", "Số định danh cá nhân", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Nơi sinh",
    "Xã/Phường thường trú", "Ấp/Khu phố thường trú", "Điện thoại", "Trường cuối cấp", "Lớp", "Học lực 9",
    "Toán 9", "NV1", "NV2",
  ]
  private static let families = ["Nguyễn ", "Trần ", "Lê ", "Phạm ", "Huỳnh ", "Võ ", "Đặng ", "Bùi "].map(
    bytes)
  private static let middles = ["Thị ", "Văn ", "Hoàng ", "Ngọc ", "Thanh ", "Minh ", "Kim ", "Quốc "].map(
    bytes)
  private static let givens = [
    "Ánh", "Bình", "Châu", "Dũng", "Hạnh", "Khánh", "Linh", "Mai", "Nghĩa", "Oanh", "Phúc", "Quân", "Sơn",
    "Thảo", "Uyên", "Vy",
  ].map(bytes)
  private static let genders = ["Nữ", "Nam"].map(bytes)
  private static let communes = ["Phường Tân An", "Xã Bình Hòa", "Xã Mỹ Lộc", "Xã Khánh Hậu"].map(bytes)
  private static let learning = ["Giỏi", "Khá", "Trung bình", "Giỏi"].map(bytes)
  private static let kinh = bytes("Kinh")
  private static let province = bytes("Long An")
  private static let hamlets = (1...8).map { bytes("Ấp \($0)") }
  private static let sources = (1...32).map { bytes("thcs-\($0)") }
  private static let classes = (1...8).map { bytes("9A\($0)") }
  private static let wishes = (1...16).map { bytes("thpt-\($0)") }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// What stands in a cell.
  public enum Value {
    /// A whole number.
    case number(Int64)
    /// A day, by its number in spreadsheets.
    case day(Int)
    /// A mark, in tenths.
    case tenths(Int64)
    /// A text as UTF-8.
    case text([UInt8])
    /// The row ends.
    case end
  }

  /// Calls `put` with each cell, row by row.
  public func forEach(_ put: (Value) -> Void) {
    var state: UInt64 = 88_172_645_463_325_252
    for index in 0..<Int64(rows) {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let row = state
      func part(_ shift: UInt64, _ mask: UInt64) -> Int { Int(truncatingIfNeeded: row >> shift & mask) }
      put(.number(index + 1))
      let born = part(6, 1) == 0 ? 80_307_000_000 : 80_207_000_000
      put(.text(digits(Int64(born) + index, width: 12)))
      put(.text(Self.families[part(0, 7)] + Self.middles[part(3, 7)] + Self.givens[part(6, 15)]))
      put(.day(39_083 + part(10, 255)))
      put(.text(Self.genders[part(6, 1)]))
      put(.text(Self.kinh))
      put(.text(Self.province))
      put(.text(Self.communes[part(18, 3)]))
      put(.text(Self.hamlets[part(20, 7)]))
      put(.text(digits(900_000_000 + Int64(part(23, 0x3FF_FFFF)), width: 10)))
      put(.text(Self.sources[part(49, 31)]))
      put(.text(Self.classes[part(54, 7)]))
      put(.text(Self.learning[part(57, 3)]))
      put(.tenths(50 + Int64(part(40, 31))))
      put(.text(Self.wishes[part(59, 15)]))
      put(.text(Self.wishes[part(60, 15)]))
      put(.end)
    }
  }

  private func digits(_ number: Int64, width: Int) -> [UInt8] {
    var rest = number
    var digits = [UInt8](repeating: UInt8(ascii: "0"), count: width)
    for index in digits.indices.reversed() where rest > 0 {
      digits[index] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return digits
  }
}
