import Foundation
import Rounds
import Tables
import Testing

@testable import Exports

@Suite struct ResultFilesTests {
  @Test func resultsStandInTheOrderOfIdentifiers() throws {
    let files = try SampleRound().files()
    let bytes = try files.file("ket-qua.csv", for: "so").bytes
    #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(
      try files.lines("ket-qua.csv") == [
        "personalId,moetId,examNo,applicationNo,fullName,birthDate,sourceSchool,status,school,program,wish,score,"
          + "tier,rank,ticket,class,reason",
        "080207000002,,,,Lê Văn Bình,03/04/2007,S,admitted,A,thuong,1,8.5,,2,,10A2,",
        "080207000003,,,,Trần Đăng,05/06/2007,S,admitted,B,thuong,2,8.5,,3,,,",
        "080207000005,,,,Phạm Dũng,09/10/2007,S,not-admitted,,,,,,,,,"
          + "\"NV1: Điểm xét 6,75 dưới điểm chuẩn 8,5 (ngoài danh sách chờ, chỉ gồm 1 em); "
          + "NV2: Điểm xét 6,75 dưới điểm chuẩn 8,5 (ngoài danh sách chờ, chỉ gồm 1 em)\"",
        "080207000006,,,,\"'=Hồ Em\",11/12/2007,S,ineligible,,,,,,,,,Thiếu kết quả học tập hoặc điểm dùng để xét",
        "080207000009,,,,Đỗ Giang,01/09/2007,S,ineligible,,,,,,,,,Thiếu kết quả học tập hoặc điểm dùng để xét",
        "080307000001,,,,Nguyễn Thị Ân,01/02/2007,S,admitted,A,thuong,1,9.25,,1,,10A1,",
        "080307000004,,,,Võ Thị Chi,07/08/2007,S,waiting,A,thuong,1,7,,1,,,"
          + "\"NV1: Điểm xét 7 dưới điểm chuẩn 8,5; NV2: Điểm xét 7 dưới điểm chuẩn 8,5\"",
        "",
      ])
    #expect(try files.file("ket-qua.csv", for: "so").altered == ["E5"])
  }

  @Test func cutoffsNameTheLastOneInByItsKeyAlone() throws {
    #expect(
      try SampleRound().files().lines("diem-chuan.csv") == [
        "school,program,wish,quota,applicants,admitted,cutoff,tier,last",
        "A,thuong,1,2,6,2,8.5,,/8.5/03/04/2007", "A,thuong,2,2,0,0,,,",
        "B,thuong,1,1,1,0,,,", "B,thuong,2,1,5,1,8.5,,/8.5/05/06/2007", "",
      ])
  }

  @Test func explanationsGiveTheKeyAndTheCutoffOfEachWish() throws {
    let lines = try SampleRound().files().lines("giai-trinh.csv")
    #expect(lines.count == 14)
    #expect(
      lines[0]
        == "personalId,moetId,examNo,applicationNo,school,program,wish,special,verdict,direct,tier,score,priority,"
        + "incentive,margin,ties,draw,rank,waiting,admitted,kept,undecided,part,ruling,cutoffDirect,cutoffTier,cutoffWish,"
        + "cutoffScore,cutoffMargin,cutoffTies,cutoffDraw,cutoffRuling,rows,seat,seatIn,cutoffRow,left,minutes,declined"
    )
    #expect(
      lines[3]
        == "080207000003,,,,A,thuong,1,0,eligible,0,,8.5,0,0,0,05/06/2007,,3,,0,0,,1,,0,,1,8.5,0,05/06/2007,,,,,,,,,"
    )
    #expect(
      lines.contains(
        "080207000006,,,,A,thuong,1,0,missing-mark,,,,,,,,,,,0,0,,1,,0,,1,8.5,0,05/06/2007,,,,,,,,,"))
  }

  @Test func givenCutoffsAreWhatAScoreWasComparedWith() throws {
    var sample = SampleRound()
    sample.tables.round.method = .given
    sample.add(
      "so",
      """
      Mã trường|Mã chương trình|Nguyện vọng|Điểm chuẩn
      A|thuong|1|8
      A|thuong|2|9
      B|thuong|1|8
      B|thuong|2|7
      """)
    let files = try sample.files()
    let lines = try files.lines("giai-trinh.csv")
    #expect(
      lines.contains {
        $0.hasPrefix("080307000004,,,,B,thuong,2,0,eligible") && $0.hasSuffix(",0,,1,,,,,7,,,,,,,,,,,")
      })
    #expect(
      try files.lines("ket-qua.csv").contains {
        $0.hasSuffix("\"NV1: Điểm xét 6,75 dưới điểm chuẩn 8; NV2: Điểm xét 6,75 dưới điểm chuẩn 7\"")
      })
  }

  @Test func aTierIsComparedWithTheLastOneAdmittedByAnyWish() throws {
    var sample = SampleRound()
    sample.tables.programs[1].zoned = true
    sample.tables.programs[1].quota = 2
    sample.add("so", "Căn cứ|Xã/Phường|Mã trường|Tuyến\nthường trú|Gần|B|1\nthường trú|Xa|B|2")
    let rows = ["10|Gần|9|B/thuong|", "11|Gần|8|B/thuong|", "12|Xa|10|A/thuong|B/thuong", "13||10|B/thuong|"]
    sample.tables.layers[.roster] = []
    sample.tables.programs[0].quota = 0
    sample.add(
      "S",
      "Số định danh cá nhân|Họ và tên|Ngày sinh|Lớp|Xã/Phường thường trú|ĐTB 9|NV1|NV2\n"
        + rows.map { "0802070000" + $0.replacing("|", with: "|Lê An|01/02/2007|9A|", maxReplacements: 1) }
        .joined(separator: "\n"))
    let lines = try sample.files().lines("ket-qua.csv")
    #expect(
      lines[3].hasSuffix("\"NV1: Chương trình không có chỉ tiêu; NV2: Thuộc tuyến 2, chỉ nhận đến tuyến 1\""))
    #expect(lines[4].hasSuffix(",Không thuộc tuyến tuyển sinh của trường"))
  }

  @Test func aLotteryIsPublishedWithoutNames() throws {
    var sample = SampleRound()
    #expect(try !sample.files().files(for: "so").contains { $0.path == "boc-tham.csv" })
    sample.tables.round.tiePolicy = .lottery
    sample.tables.round.lotteryKey = "khoa"
    #expect(try !sample.files().files(for: "so").contains { $0.path == "boc-tham.csv" })
    sample.tables.round.seed = "2022"
    let files = try sample.files()
    let checks = String(decoding: try files.file("kiem-chung.json", for: "so").bytes, as: UTF8.self)
    #expect(checks.contains(#""seed" : "2022""#) && !checks.contains("khoa"))
    let rows = try files.lines("boc-tham.csv").dropLast().map { $0.components(separatedBy: ",") }
    #expect(rows[0] == ["ticket", "draw", "order"])
    #expect(rows.dropFirst().map { $0[2] } == (1...7).map { String($0) })
    let draws = rows.dropFirst().map { $0[1] }
    #expect(draws == draws.sorted())
    for row in rows.dropFirst() { #expect(row[1] == SHA256.hex(Array("2022\n\(row[0])".utf8))) }
    let tickets = try files.lines("ket-qua.csv").dropFirst().dropLast().map {
      $0.components(separatedBy: ",")[14]
    }
    #expect(tickets.sorted() == rows.dropFirst().map { $0[0] }.sorted())
    #expect(tickets[0] == String(SHA256.hex(Array("khoa\n080207000002".utf8)).prefix(12)))
  }

  @Test func everyPropertyIsNamedWithWhatWasCounted() throws {
    struct Report: Decodable {
      struct Line: Decodable {
        var id: String
        var property: String
        var counted: Int
        var counts: String
        var violations: Int
      }
      var round: String
      var holds: Bool
      var admission: [Line]
      var classes: [Line]
    }
    let file = try SampleRound().files().file("kiem-chung.json", for: "so")
    let report = try JSONDecoder().decode(Report.self, from: Data(file.bytes))
    #expect(report.round == "l10" && report.holds)
    #expect(report.admission.map(\.id) == (1...11).map { "P\($0)" })
    #expect(report.admission[0].counted == 2 && report.admission[0].counts == "chương trình")
    #expect(report.admission[7].counted == 7)
    #expect(report.classes.map(\.id) == (1...7).map { "Q\($0)" })
    #expect(report.classes[1].counted == 2)
    #expect(
      (report.admission + report.classes).allSatisfy { $0.violations == 0 && $0.property.hasSuffix(".") })
  }

  @Test func filesAreTheSameEachTime() throws {
    let (first, second) = (try SampleRound().files(), try SampleRound().files())
    #expect(first.units == ["A", "B", "S", "so"])
    for unit in first.units {
      #expect(first.files(for: unit).map(\.bytes) == second.files(for: unit).map(\.bytes))
    }
  }
}
