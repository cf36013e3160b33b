import Foundation
import Tables
import Testing

@Suite struct VietnameseOrderTests {
  @Test func givenNameThenFamilyThenMiddle() {
    let ordered = [
      "An", "Bùi An", "Đặng Văn An", "Lê An", "Lê Thị An", "Lê Văn An", "Nguyễn An", "Trần Văn Ân",
      "Lê Văn Bình",
      "Lê Văn Cường", "Võ Dũng", "Bùi Đạt", "Nguyễn Thị Em", "Lê Hoa", "Nguyễn Hoa", "Bùi Hòa", "Bùi Hóa",
      "Lê Oanh", "Lê Ô", "Lê Ơn", "Lê Uyên", "Lê Ưng", "Lê Vy", "Lê Xuân", "Lê Yến",
    ]
    for seed in 0..<20 {
      var names = ordered
      var random = SeededRandom(seed: UInt64(seed))
      random.shuffle(&names)
      #expect(names.sorted { NameSortKey(fullName: $0) < NameSortKey(fullName: $1) } == ordered)
    }
  }

  @Test func tonesInOrder() {
    let ordered = ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mằ", "mẳ", "mẵ", "mắ", "mặ", "mâ", "mầ"]
    expectIncreasing(ordered.map { NameSortKey(fullName: $0) })
    // A tone decides only between words whose letters are equal.
    #expect(NameSortKey(fullName: "Ạa") < NameSortKey(fullName: "ab"))
  }

  @Test func lowerBeforeUpperLast() {
    expectIncreasing(
      ["lê an", "Lê an", "lê An", "LÊ AN", "lê bình"].map { NameSortKey(fullName: $0) })
  }

  @Test func decomposedTextHasTheSameKey() {
    for name in ["Nguyễn Thị Ánh Đào", "Trương Mỹ Lệ", "Vũ Hoài Thương", "Đỗ Ưng Phước", "Hồ Ngọc Ẩn"] {
      #expect(
        NameSortKey(fullName: name.decomposedStringWithCanonicalMapping) == NameSortKey(fullName: name))
    }
  }

  @Test func partsAndWholeAgree() {
    #expect(
      NameSortKey(family: "Nguyễn  Văn", given: "An") == NameSortKey(fullName: "  Nguyễn Văn\u{A0}An "))
    #expect(nameParts("Nguyễn Văn  An") == ("Nguyễn Văn", "An"))
    #expect(nameParts("An") == ("", "An"))
    #expect(nameParts(" ") == ("", ""))
  }

  @Test func oddNamesHaveKeys() {
    for name in ["", "\u{301}", "José Nguyễn", "李 明", "O'Neil-Trần 2", "Lê \u{301}A"] {
      let key = NameSortKey(fullName: name)
      #expect(!(key < key))
    }
  }

  /// A naive reference: the alphabet written out, each letter under its tones.
  @Test func agreesWithTheAlphabetWrittenOut() {
    let alphabet = [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h", "iìỉĩíị", "j", "k",
      "l",
      "m", "n", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ", "ưừửữứự", "v", "w", "x",
      "yỳỷỹýỵ",
      "z",
    ].map { Array($0) }
    func levels(_ word: String) -> [[Int]] {
      let positions = word.map { character in
        let letter = alphabet.firstIndex { $0.contains(Character(character.lowercased())) } ?? -1
        return (letter, alphabet[letter].firstIndex(of: Character(character.lowercased())) ?? -1)
      }
      return [positions.map { $0.0 }, positions.map { $0.1 }, word.map { $0.isUppercase ? 1 : 0 }]
    }
    let letters = alphabet.flatMap { $0 } + Array("AÁĂÂĐÊÔƠƯỴ")
    var random = SeededRandom(seed: 9)
    for _ in 0..<3000 {
      let words = (0..<2).map { _ in
        String((0..<random.within(1...3)).map { _ in letters[random.below(letters.count)] })
      }
      let (a, b) = (levels(words[0]), levels(words[1]))
      let expected = zip(a, b).first { $0 != $1 }.map { $0.lexicographicallyPrecedes($1) } ?? false
      let actual =
        NameSortKey(family: "", given: words[0]) < NameSortKey(family: "", given: words[1])
      #expect(actual == expected, "\(words)")
    }
  }

  private func expectIncreasing(_ keys: [NameSortKey], sourceLocation: SourceLocation = #_sourceLocation) {
    for (a, b) in zip(keys, keys.dropFirst()) { #expect(a < b, sourceLocation: sourceLocation) }
  }
}
