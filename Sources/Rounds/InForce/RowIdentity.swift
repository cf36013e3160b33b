import TableSchema
import Tables

/// 128 bits that stand for one identifier of a person, or for the key of a row.
struct IdKey: Hashable {
  var a: UInt64
  var b: UInt64

  /// An identifier, compared without case. Up to fifteen bytes stand in the key as they are.
  init(identifier bytes: ArraySlice<UInt8>, type: UInt8) {
    guard bytes.count <= 15 else {
      var mixer = KeyMixer()
      mixer.add(bytes)
      self = mixer.key
      b = b & 0x00FF_FFFF_FFFF_FFFF | UInt64(type | 0x80) << 56
      return
    }
    var words: (UInt64, UInt64) = (0, 0)
    var shift: UInt64 = 0
    for byte in bytes {
      let value = UInt64(lowered(byte))
      if shift < 64 { words.0 |= value << shift } else { words.1 |= value << (shift - 64) }
      shift += 8
    }
    a = words.0
    b = words.1 | UInt64(type) << 56
  }

  init(a: UInt64, b: UInt64) {
    self.a = a
    self.b = b
  }
}

/// Makes an ``IdKey`` of any bytes: two FNV-1a hashes with different seeds and a last mixing.
struct KeyMixer {
  private var a: UInt64 = 0xCBF2_9CE4_8422_2325
  private var b: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Takes a text without its case, and that it ends.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { step(lowered(byte)) }
    step(0)
  }

  mutating func add(_ number: Int64) {
    var rest = UInt64(bitPattern: number)
    for _ in 0..<8 {
      step(UInt8(rest & 0xFF))
      rest >>= 8
    }
  }

  private mutating func step(_ byte: UInt8) {
    a = (a ^ UInt64(byte)) &* 0x100_0000_01B3
    b = (b ^ UInt64(byte)) &* 0xC2B2_AE3D_27D4_EB4F
    b ^= b >> 29
  }

  var key: IdKey { IdKey(a: KeyMixer.mixed(a), b: KeyMixer.mixed(b)) }

  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// What the rows of one table are about: the same keys name the same person, or the same row.
struct RowIdentity {
  /// The table is about persons: a row has a key for each identifier it gives.
  let aboutPersons: Bool
  private var identifiers: [TextColumn?] = []
  /// The columns of the key beside the person.
  private var keyColumns: [Column?] = []

  init(_ table: Table, _ schema: Schema) {
    aboutPersons = schema.person != .none
    let unique = schema.uniqueKeys.first ?? []
    let own = unique.filter { $0 != "round" && !Schema.identifierKeys.contains($0) }
    keyColumns = own.map { table.column($0) }
    if aboutPersons {
      identifiers = Schema.identifierKeys.map { table.column($0)?.texts }
    } else if unique.isEmpty {
      keyColumns = table.columns.filter { $0.key != "round" }.sorted { $0.key < $1.key }.map { $0 }
    }
  }

  /// The keys of a row, none for a row about nobody.
  func keys(_ row: Int, into keys: inout [IdKey]) {
    keys.removeAll(keepingCapacity: true)
    let own = keyColumns.isEmpty ? IdKey(a: 0, b: 0) : ownKey(row)
    guard aboutPersons else {
      keys.append(own)
      return
    }
    for (type, column) in identifiers.enumerated() {
      guard let text = column?[row], !text.isEmpty, !isUnreadable(key: text) else { continue }
      var key = IdKey(identifier: text, type: UInt8(type + 1))
      key.a ^= own.a
      key.b ^= own.b & 0x00FF_FFFF_FFFF_FFFF
      keys.append(key)
    }
  }

  /// Whether every part of the key beside the person can be read.
  func isReadable(_ row: Int) -> Bool {
    !keyColumns.contains { $0.map { isUnreadable(key: $0.texts[row]) } ?? false }
  }

  private func ownKey(_ row: Int) -> IdKey {
    var mixer = KeyMixer()
    for column in keyColumns {
      if let column, !column.numbers.isEmpty {
        mixer.add(column.numbers[row])
      } else if let column {
        // A blank number and a missing column are the same blank.
        let text = column.texts[row]
        if text.isEmpty { mixer.add(Column.blank) } else { mixer.add(folded(text)) }
      } else {
        mixer.add(Column.blank)
      }
    }
    return mixer.key
  }
}

/// What the rows of one table say: rows with the same signature have the same content.
struct RowContent {
  private let columns: [(key: UInt64, column: Column)]

  init(_ table: Table) {
    columns = table.columns.filter { $0.key != "round" }.map { column in
      var mixer = KeyMixer()
      mixer.add(column.key.utf8)
      return (mixer.key.a, column)
    }
  }

  /// Independent of the order of the columns; blank cells do not count.
  func signature(_ row: Int) -> UInt64 {
    var sum: UInt64 = 0
    for (key, column) in columns {
      var mixer = KeyMixer()
      if let number = column.number(row) {
        mixer.add(number)
      } else {
        let text = column.texts[row]
        if text.isEmpty { continue }
        mixer.add(text)
      }
      sum &+= KeyMixer.mixed(key ^ mixer.key.a)
    }
    return sum
  }
}
