import Tables
import Testing

@testable import TableSchema

/// Vietnamese from before Unicode, and Unicode that was misread: mended where it is certain, asked where not.
@Suite struct OldTextTests {
  @Test func theHeaderProvesTCVN3() throws {
    let sheet = SheetLiteral(
      """
      STT|Hä vµ tªn|Ngµy sinh|Giíi tÝnh
      1|NguyÔn V¨n ¸nh|01/02/2011|Nam
      2|TrÇn ThÞ Lª|05/09/2011|N÷
      3|Lª Kh\u{AD}\u{AC}ng|06/09/2011|Nam
      """)
    let table = try sheet.table()
    #expect(texts("fullName", table) == ["Nguyễn Văn ánh", "Trần Thị Lê", "Lê Khương"])
    #expect(texts("gender", table) == ["Nam", "Nữ", "Nam"])
    #expect(table.held == [false, false, false])
    // Each cell before and after, and at the first of a column how many there are.
    #expect(
      try sheet.told(facts: ["count", "encoding", "repaired"]) == [
        "B1 repair converted count=4 encoding=tcvn3 repaired=Họ và tên",
        "C1 repair converted encoding=tcvn3 repaired=Ngày sinh",
        "D1 repair converted count=2 encoding=tcvn3 repaired=Giới tính",
        "B2 repair converted encoding=tcvn3 repaired=Nguyễn Văn ánh",
        "B3 repair converted encoding=tcvn3 repaired=Trần Thị Lê",
        "D3 repair converted encoding=tcvn3 repaired=Nữ",
        "B4 repair converted encoding=tcvn3 repaired=Lê Khương",
      ])
    #expect(try sheet.reading().findings.last?.value == "Lª Kh\u{AD}\u{AC}ng")
  }

  @Test func theHeaderProvesVNI() throws {
    let sheet = SheetLiteral(
      """
      STT|Hoï vaø teân|Ngaøy sinh|Giôùi tính
      1|Nguyeãn Vaên Ñöùc|01/02/2011|Nam
      2|TRAÀN THÒ LEÄ|05/09/2011|Nöõ
      """)
    #expect(texts("fullName", try sheet.table()) == ["Nguyễn Văn Đức", "TRẦN THỊ LỆ"])
    #expect(try sheet.told(facts: ["encoding"]).allSatisfy { $0.hasSuffix("encoding=vni") })
  }

  /// Beside names in Unicode, what is good as it stands is left alone.
  @Test func bothInOneColumn() throws {
    let sheet = SheetLiteral(
      """
      STT|Hä vµ tªn|Ngµy sinh|Líp
      1|NguyÔn V¨n An|01/02/2011|9A
      2|Nguyễn Văn Bé|05/09/2011|9A
      3|Lê Sơ|05/09/2011|9A
      4|Lê Cao|05/09/2011|9A
      """)
    #expect(
      texts("fullName", try sheet.table()) == ["Nguyễn Văn An", "Nguyễn Văn Bé", "Lê Sơ", "Lê Cao"])
  }

  @Test func theFontProvesIt() throws {
    var sheet = SheetLiteral(
      """
      Họ và tên|Ngày sinh|Lớp
      nguyÔn v¨n lª|01/02/2011|9a
      Nguyeãn Vaên Leâ|01/02/2011|9A
      Lê Văn Lê|01/02/2011|9A
      """, isCSV: false)
    let scripts: [Int: Grid.Script] = [3: .tcvn3Capitals, 5: .tcvn3Capitals, 6: .vni, 9: .tcvn3]
    for (index, script) in scripts { sheet.grid.cells[index].script = script }
    sheet.grid.hasOldFonts = true
    let table = try sheet.table()
    // A name in Unicode stays, whatever its font.
    #expect(texts("fullName", table) == ["NGUYỄN VĂN LÊ", "Nguyễn Văn Lê", "Lê Văn Lê"])
    #expect(texts("sourceClass", table) == ["9A", "9A", "9A"])
    let converted = inUnicode(sheet.grid, schemas: try ProjectSchemas.schemas.get())
    #expect(converted.conversions.map(\.cell) == [3, 5, 6])
    #expect(converted.string(of: converted.conversions[0].before) == "nguyÔn v¨n lª")
    #expect(
      try sheet.told(facts: ["count"]) == [  // Each script is counted for itself.
        "A2 repair converted", "C2 repair converted", "A3 repair converted",
      ])
  }

  /// Nothing proves it: each is asked about, with what it may be, and counted at the first; its row is held.
  @Test func whatNothingProvesIsAsked() throws {
    let sheet = roster("Nơi sinh", ["Hà Nội", "B¾c Giang", "H¶i D\u{AD}\u{AC}ng", "Hà Nam"])
    #expect(
      try sheet.told(facts: ["encoding", "sample", "count"]) == [
        "C3 error old-encoding encoding=tcvn3 sample=Bắc Giang count=2",
        "C4 error old-encoding encoding=tcvn3 sample=Hải Dương",
      ])
    #expect(try sheet.table().held == [false, true, true, false])
    // Instead of a finding for each cell.
    let gender = roster("Giới tính", ["N÷", "N÷", "Nam"])
    #expect(try gender.told() == ["C2 error old-encoding", "C3 error old-encoding"])
    #expect(try gender.table().held == [true, true, false])
  }

  /// Some of them are made of letters that Vietnamese has as well: once it is known that there are such texts, those go
  /// through no more. Good names in Unicode beside them do.
  @Test func oneOfThemGivesAwayTheOthers() throws {
    let old = ["NguyÔn V¨n §øc", "Vâ ThÕ Tõ", "Vâ TÕ", "Lç Tõ"]
    let mixed = roster("Người giám hộ", old + ["Nguyễn Thị Mai", "Lê Hà", "Trí", "An"])
    let told = try mixed.told(facts: ["sample", "count"])
    #expect(
      told == [
        "C2 error old-encoding sample=Nguyễn Văn Đức count=4", "C3 error old-encoding sample=Võ Thế Từ",
        "C4 error old-encoding sample=Võ Tế", "C5 error old-encoding sample=Lỗ Từ",
      ])
    #expect(
      try mixed.table().held == [true, true, true, true, false, false, false, false])
    // Where nothing is in Unicode, what may be either is not taken for it.
    let all = roster("Người giám hộ", old + ["TÊ", "Tõ", "An"])
    #expect(try all.table().held == [true, true, true, true, true, true, false])
  }

  @Test(arguments: ["Zoë Müller", "François Gül", "Ñuñoa", "Ångström Ø", "Straße", "30° ± ½"])
  func foreignNamesAreNoQuestion(_ name: String) throws {
    let sheet = roster("Nơi ở hiện tại", [name, name])
    #expect(try sheet.told() == [])
    #expect(texts("currentAddress", try sheet.table()) == [name, name])
  }

  @Test func misreadUTF8IsUndone() throws {
    let sheet = SheetLiteral(
      "Há»\u{8D} vÃ\u{A0} tÃªn|NgÃ\u{A0}y sinh|NÆ¡i sinh\nNguyá»…n VÄƒn An|01/02/2011|HÃ\u{A0} Ná»™i")
    let table = try sheet.table()
    #expect(texts("fullName", table) == ["Nguyễn Văn An"])
    #expect(texts("birthPlace", table) == ["Hà Nội"])
    #expect(
      try sheet.told(facts: ["encoding", "repaired", "count"]) == [
        "A1 repair converted encoding=mangled repaired=Họ và tên",
        "B1 repair converted encoding=mangled repaired=Ngày sinh",
        "C1 repair converted encoding=mangled repaired=Nơi sinh",
        "A2 repair converted encoding=mangled repaired=Nguyễn Văn An",
        "C2 repair converted encoding=mangled repaired=Hà Nội",
      ])
    let two = roster("Nơi sinh", ["HÃ\u{A0} Ná»™i", "Hà Nam", "Háº£i PhÃ²ng"])
    #expect(
      try two.told(facts: ["repaired", "count"]) == [
        "C2 repair converted repaired=Hà Nội count=2", "C4 repair converted repaired=Hải Phòng",
      ])
    // A byte is gone for good.
    let broken = roster("Nơi sinh", ["Háº£i PhÃ²ng", "Ná» i"])
    #expect(
      try broken.told(facts: ["encoding"]) == [
        "C2 repair converted encoding=mangled", "C3 error old-encoding encoding=mangled",
      ])
  }

  /// A letter that looks like `Đ` is another one there: no repair is told of what nobody can read.
  @Test func aLetterOfAnOldEncodingIsNoForeignD() throws {
    let sheet = SheetLiteral(
      """
      Họ và tên|Ngày sinh
      1️⃣NguyÔn V¨n An|01/02/2011
      TrÇn ThÞ BÐ|02/02/2011
      2️⃣Ðặng Văn An|03/02/2011
      """)
    #expect(
      try sheet.told() == ["1 error old-encoding", "A3 error old-encoding", "2 repair recomposed"])
  }

  /// A column that is too long to name each of its cells is counted whole.
  @Test func ofVeryManyTheRestIsCounted() throws {
    let most = FindingList.mostAlike
    let lines = (0...most).map { "Hs \($0)|01/02/2011|B\u{E5}" }
    let sheet = SheetLiteral((["Hä vµ tªn|Ngµy sinh|N¬i sinh"] + lines).joined(separator: "\n"))
    let told = try sheet.reading().findings.filter { $0.code == .converted && $0.place.column == 2 }
    #expect(told.count == most && told.first?.facts["count"] == String(most + 2))
    #expect(told.first?.facts["more"] == "2")
  }

  /// What a page spells by number or name, in labels and names; what is no such thing stays.
  @Test func charactersOfAPage() throws {
    let sheet = SheetLiteral(
      """
      H&#7885; v&agrave; t&ecirc;n | Ngày sinh | Nơi sinh
      Nguy&#7877;n V&#x103;n &#193;n | 01/02/2011 | A &amp; B
      Lê Bé | 01/02/2011 | A & B; &#0; &nothing; &#128; &#xD800; &#; &
      """)
    let table = try sheet.table()
    #expect(texts("fullName", table) == ["Nguyễn Văn Án", "Lê Bé"])
    #expect(texts("birthPlace", table) == ["A & B", "A & B; &#0; &nothing; &#128; &#xD800; &#; &"])
    #expect(
      try sheet.told(facts: ["encoding", "repaired", "count"]).filter { $0.contains("repair ") } == [
        "A1 repair converted encoding=entities repaired=Họ và tên count=2",
        "A2 repair converted encoding=entities repaired=Nguyễn Văn Án",
        "C2 repair converted encoding=entities repaired=A & B",
      ])
    // Spelled twice over it is undone once, however often the sheet is looked at; far below in a long list it is found.
    let twice = inUnicode(roster("Nơi sinh", ["&amp;#7877;"]).grid, schemas: try ProjectSchemas.schemas.get())
    #expect(inUnicode(twice, schemas: try ProjectSchemas.schemas.get()).conversions.count == 1)
    let long = roster("Nơi sinh", Array(repeating: "R&D; A & B", count: 30_000) + ["H&#224; N&#7897;i"])
    #expect(texts("birthPlace", try long.table()).last == "Hà Nội")
    // What it spells may be a formula, which is no value.
    let formula = roster("Nơi sinh", ["&#61;A1"])
    #expect(try formula.told().contains("C2 error formula-without-value"))
  }

  @Test func hiddenCharactersAreTakenOut() throws {
    let sheet = roster("Nơi sinh", ["Hà\u{A0}Nội", "Hà\u{200B} Nam\u{FEFF}", "Bắc Ninh"])
    #expect(texts("birthPlace", try sheet.table()) == ["Hà Nội", "Hà Nam", "Bắc Ninh"])
    #expect(
      try sheet.told(facts: ["count", "repaired"]) == [
        "C2 repair hidden-characters count=2 repaired=Hà Nội", "C3 repair hidden-characters repaired=Hà Nam",
      ])
  }

  /// A soft hyphen in an id, twice, is no old encoding, and in a name in Unicode no letter.
  @Test func softHyphensAreTakenOut() throws {
    let ids = ["0802118\u{AD}90030", "080211890\u{AD}031"]
    let sheet = roster("Số định danh cá nhân", ids)
    #expect(texts("personalId", try sheet.table()) == ["080211890030", "080211890031"])
    #expect(try sheet.told() == ["C2 repair hidden-characters", "C3 repair hidden-characters"])
    let places = roster("Nơi sinh", ["Hà N\u{AD}ội", "Hà Nam"])
    #expect(texts("birthPlace", try places.table()) == ["Hà Nội", "Hà Nam"])
    #expect(try places.told() == ["C2 repair hidden-characters"])
  }

  @Test func lostLettersCannotBeMended() throws {
    let sheet = SheetLiteral(
      "Họ và tên|Ngày sinh|Nơi ở hiện tại\nNguy?n V?n An|01/02/2011|?\nLê Bé?|01/02/2011|a?b\nT\u{FFFD}|01/02/2011|x"
    )
    #expect(try sheet.told() == ["A2 error letters-lost", "A4 error letters-lost"])
    #expect(try sheet.table().held == [true, false, true])
  }

  /// Both ways of placing a tone are one word when compared, and stay as they were written.
  @Test func tonePlacement() throws {
    let sheet = roster("Nơi sinh", ["Hoà Bình", "Hòa Bình", "Thuỷ Nguyên", "Thủy Nguyên"])
    #expect(texts("birthPlace", try sheet.table()) == ["Hoà Bình", "Hòa Bình", "Thuỷ Nguyên", "Thủy Nguyên"])
    for (old, new) in [("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("HOẠ", "họa")] {
      #expect(folded(old) == folded(new))
    }
  }
}
