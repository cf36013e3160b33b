/// A row of reservations: seats of a program for a category of children.
public struct Reservation: Hashable, Sendable {
  /// `Loại`.
  public enum Kind: Hashable, Sendable {
    /// `dành riêng`: the best of the category are seated here first; who finds no seat here competes on.
    case reserved
    /// `tối đa`: the program takes no more than these of the category.
    case atMost
  }

  /// `Loại đối tượng` and `Giá trị`.
  public enum Category: Hashable, Sendable {
    /// `Diện`: those who claim the code (``Input/claimSets``).
    case claim(Int32)
    /// `Tuyến`: those of the tier at the program; 1 where it is not zoned.
    case tier(Int32)
    /// `Trường cuối cấp`: those of the school (``Residence/sourceSchool``).
    case sourceSchool(Int32)
  }

  /// What the seats are for.
  public var kind: Kind
  /// Whom they are for.
  public var category: Category
  /// How many seats.
  public var seats: Int

  /// Seats of a program for a category.
  public init(_ kind: Kind, _ category: Category, seats: Int) {
    self.kind = kind
    self.category = category
    self.seats = seats
  }
}
