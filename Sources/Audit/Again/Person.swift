import Tables

/// A child of the round: the rows about it, and what stands of them (tables.md, One child, several rows).
struct Person {
  /// By kind of identifier, the first spelling in byte order; empty for none.
  var ids: [String]
  /// Roster rows, by sender, then by their place.
  var rows: [RosterRow]
  /// The row with the records; the row with the wishes, nil for none.
  var record: RosterRow
  var application: RosterRow?
  var isHeld = false
  var isWithdrawn = false

  /// In lower case: the schools that it leaves, or wishes for, by any of its rows.
  var schools: [String] {
    rows.flatMap { row in
      [row.isOwn ? row.sender : row.row.code("sourceSchool")]
        + row.wishes.compactMap { $0.path.lowercased().split(separator: "/").first.map(String.init) }
    }
  }

  /// The strongest identifier, by which the lottery goes.
  var strongest: String { ids.first { !$0.isEmpty } ?? "" }

  /// The value of a roster column for the child: the row that gives it.
  func row(_ key: String) -> AskedRow? {
    if key.hasPrefix("wish") || key.hasPrefix("specialWish") {
      return application.flatMap { $0.row.text(key).isEmpty ? nil : $0.row }
    }
    let contacts = [
      "permanent", "current", "phone", "email", "guardian", "combo", "language", "boarding", "submitted",
      "channel", "note",
    ]
    let isContact = key != "language9" && contacts.contains { key.hasPrefix($0) }
    let order = isContact ? [application, record] : [record, application]
    return order.compactMap { $0?.row }.first { !$0.text(key).isEmpty }
  }

  func text(_ key: String) -> String {
    // The record of a source school names it by who sent it.
    if key == "sourceSchool", record.isOwn { return record.row.table.sender }
    return row(key)?.text(key) ?? ""
  }
}

/// A roster row and what it is.
struct RosterRow {
  let row: AskedRow
  /// Its place among all roster rows.
  let position: Int
  /// Its sender is the source school of the child.
  let isOwn: Bool
  /// The wishes as they stand: specialised ones first, each group by number.
  let wishes: [(special: Bool, number: Int, path: String)]
  let isWithdrawn: Bool

  init(_ row: AskedRow, position: Int) {
    self.row = row
    self.position = position
    var wishes: [(special: Bool, number: Int, path: String)] = []
    for column in row.table.table.columns {
      let special = column.key.hasPrefix("specialWish")
      guard special || column.key.hasPrefix("wish"),
        let number = Int(column.key.dropFirst(special ? "specialWish".count : "wish".count))
      else { continue }
      let path = row.text(column.key)
      if !path.isEmpty { wishes.append((special, number, path)) }
    }
    self.wishes = wishes.sorted { ($0.special ? 0 : 1, $0.number) < ($1.special ? 0 : 1, $1.number) }
    isWithdrawn = row.number("withdrawn") == 1
    let sender = row.table.sender.lowercased()
    if row.table.role != "school" {
      isOwn = false
    } else if !row.text("sourceSchool").isEmpty {
      isOwn = row.code("sourceSchool") == sender
    } else {
      let wishesForSender = wishes.contains { wish in
        wish.path.split(separator: "/").first.map { $0.lowercased() } == sender
      }
      isOwn = !row.text("sourceClass").isEmpty || !wishesForSender
    }
  }

  var sender: String { row.table.sender.lowercased() }

  /// What a cell says, however it is spelt; nil for a blank.
  func value(_ key: String) -> String? {
    if let number = row.number(key) { return String(number) }
    let text = row.text(key)
    return text.isEmpty ? nil : folded(text)
  }

  /// A withdrawal here withdraws the child, not only the application.
  var speaksForChild: Bool { isOwn || ["department", "authority", "portal"].contains(row.table.role) }

  func sameWishes(_ other: RosterRow) -> Bool {
    wishes.count == other.wishes.count
      && zip(wishes, other.wishes).allSatisfy {
        $0.special == $1.special && $0.number == $1.number && $0.path.lowercased() == $1.path.lowercased()
      }
  }
}
