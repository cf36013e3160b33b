/// A row of a program's reservations, as people call it.
public struct NamedReservation: Hashable, Sendable {
  /// `tối đa`; else `dành riêng`.
  public var isCap: Bool
  /// `Loại đối tượng`.
  public var category: Category
  /// `Giá trị`: the code of a priority or a school, the number of a tier.
  public var value: String
  /// The name of what it is for; of a tier its number.
  public var name: String
  /// `Số chỗ`.
  public var seats: Int

  /// What it goes by when children are kept on its seats.
  var key: String { category.rawValue + " " + loweredCode(value) }

  /// A row.
  public init(isCap: Bool, category: Category, value: String, name: String, seats: Int) {
    self.isCap = isCap
    self.category = category
    self.value = value
    self.name = name
    self.seats = seats
  }

  /// What the value names.
  public enum Category: String, Sendable, CaseIterable { case priority, tier, sourceSchool }
}
