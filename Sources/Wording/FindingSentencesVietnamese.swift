import TableSchema
import Tables

/// One sentence for each code, for a school clerk: what is wrong with the value
/// and what to do about it.
func vietnameseSentence(_ finding: Finding) -> String {
  let facts = finding.facts
  func fact(_ name: String) -> String { facts[name] ?? "" }
  func hint(_ name: String = "suggestion") -> String {
    guard let text = facts[name], !text.isEmpty else { return "" }
    return " Có phải là «\(text)»?"
  }
  let value = "«\(finding.value)»"
  return switch finding.code {
  // The file
  case .formatError:
    "Không đọc được tệp: \(damageText(fact("detail"), in: .vi)). Hãy mở tệp bằng Excel, lưu lại rồi gửi lại."
  case .encodingError where !fact("line").isEmpty:
    "Không xác định được bảng mã của tệp: dòng \(fact("line")) có chữ không đọc được\(behind(fact("near"), in: .vi)), có thể cả những dòng sau. Hãy sửa chỗ đó, hoặc lưu lại dạng Excel (.xlsx) hay «CSV UTF-8», rồi gửi lại."
  case .encodingError:
    "Không xác định được bảng mã của tệp. Hãy lưu lại dạng Excel (.xlsx) hoặc «CSV UTF-8» rồi gửi lại."
  case .unsupportedFormat: formatSentence(fact("format"), in: .vi)
  case .passwordProtected: "Tệp có mật khẩu. Hãy lưu lại không đặt mật khẩu rồi gửi lại."
  case .emptyFile: "Tệp rỗng, không có dữ liệu. Hãy kiểm tra và gửi lại."
  case .tooLarge:
    "Tệp vượt giới hạn cho phép (\(limitText(fact("limit"), fact("maximum"), in: .vi))). \(limitRemedy(fact("limit"), in: .vi))"
  case .forbiddenContent:
    "Tệp chứa nội dung không được phép (khai báo DOCTYPE\(facts["part"].map { " trong \($0)" } ?? "")). Hãy lưu lại bằng Excel rồi gửi lại."
  case .deadlyContent:
    "Chương trình đã hai lần dừng đột ngột trong lúc đọc tệp này nên để riêng tệp, không đọc nữa; các tệp khác không bị ảnh hưởng. Hãy mở tệp bằng Excel, lưu thành một tệp .xlsx mới rồi gửi tệp mới đó."
  case .unfinished where finding.severity == .note:
    "Dòng cuối của tệp không có dấu xuống dòng; đã đọc đủ các ô của dòng này. Hãy kiểm tra tệp có bị thiếu dòng không."
  case .unfinished: cutSentence(fact("reason"), in: .vi)
  case .rowsInACell:
    "Ô này có nhiều dòng, với dấu phân cách như các dòng của bảng. Nếu thừa dấu ngoặc kép thì những dòng sau đã bị gộp vào ô này: hãy bỏ dấu thừa rồi gửi lại. Nếu đúng là nội dung của một ô thì không phải làm gì."
  // The table
  case .noTable:
    "Không tìm thấy dòng tiêu đề nào quen thuộc trong 30 dòng đầu. Hãy dùng biểu mẫu, giữ nguyên tên các cột."
  case .unreadTable: unreadTableSentence(fact("kind"), in: .vi)
  case .sheetIgnored: sheetIgnoredSentence(fact("content"), in: .vi)
  case .hiddenSheet: "Trang bị ẩn nên được bỏ qua. Nếu cần gửi, hãy bỏ ẩn trang này."
  case .missingLabel:
    "Thiếu cột bắt buộc «\(fact("label"))».\(foundInstead(fact("suggestion"), in: .vi))\(orRemoved(fact("beside"), in: .vi))"
  case .duplicateLabel where facts["at"] != nil:
    "Tên cột \(value) đã có ở ô \(fact("at")). Mỗi cột cần một tên riêng; hãy sửa hoặc bỏ một cột."
  case .duplicateLabel where facts["says"] != nil:
    "Ngày sinh nằm dưới «Nam» hay «Nữ» cho biết giới tính, mà dòng này cho cả «\(fact("says"))» lẫn \(value). Hãy chỉ ghi ngày sinh ở một cột, đúng với giới tính."
  case .duplicateLabel where facts["flag"] != nil:
    "Dòng này đánh dấu cả «\(fact("flag"))» lẫn \(value). Hãy chỉ đánh dấu một cột."
  case .duplicateLabel where facts["lists"] != nil:
    "\(value) khác với \(otherColumn(facts, in: .vi)) trên cùng dòng: hai danh sách đặt cạnh nhau trên một trang. Hãy chuyển danh sách bên phải xuống dưới danh sách bên trái, hoặc sang trang riêng, rồi gửi lại. Nếu cột này là của cha, mẹ hay người khác, hãy ghi rõ trong tiêu đề."
  case .duplicateLabel:
    "\(value) khác với \(otherColumn(facts, in: .vi)) trên cùng dòng, tuy hai cột cùng một nội dung. Hãy ghi giống nhau hoặc chỉ giữ một cột\(ofParents(facts, finding.place.label, in: .vi))."
  case .blankHeader:
    "Dòng 1 trống. Tên các cột phải nằm ở dòng 1; hãy bỏ các dòng trống và dòng tiêu đề phía trên."
  case .unmatchedHeader:
    "Không cột nào có tên như quy định (\(fact("labels"))). Hãy ghi đúng tên cột ở dòng 1."
  case .extraLabel: "Cột \(value) không có trong quy định của bảng.\(hint()) Hãy bỏ cột này hoặc sửa tên."
  case .blankLabel where facts["count"] != nil:
    "Cột này không có tên nên được bỏ qua (\(fact("count")) ô có dữ liệu, như \(value)). Nếu cần dùng, hãy ghi tên cột ở dòng tiêu đề."
  case .blankLabel: "Cột này chưa có tên. Hãy ghi «\(fact("label"))» vào ô tiêu đề."
  case .incorrectLabel:
    "Tên cột là \(value), đúng ra ở vị trí này là «\(fact("label"))». Hãy sửa tên hoặc xếp lại thứ tự các cột."
  case .unsupportedConstraint where !fact("pattern").isEmpty:
    "Chưa kiểm tra được mẫu «\(fact("pattern"))» của cột này: mẫu quá lớn, hoặc có những gì biểu thức chính quy của XML Schema không có, như (?i), (?=…), \\b, \\1. Các yêu cầu khác vẫn được kiểm tra. Hãy viết lại mẫu trong tệp quy định, ví dụ [Aa] thay cho (?i)a, hoặc tự kiểm tra cột này."
  case .unsupportedConstraint:
    "Không kiểm tra được yêu cầu «\(fact("constraint"))» của bảng này; các yêu cầu khác vẫn được kiểm tra. Hãy tự kiểm tra yêu cầu đó."
  case .otherSheet:
    "Trang này chưa được kiểm tra, chỉ kiểm tra trang «\(fact("checked"))». Nếu cần, hãy tách trang thành tệp riêng."
  case .unknownLabel where !fact("reason").isEmpty:
    "Tên cột \(value) bị hỏng dấu nên không đọc được; cột được bỏ qua. Hãy gõ lại tên cột theo biểu mẫu rồi gửi lại.\(hint())"
  case .unknownLabel where !fact("suggestion").isEmpty:
    "Cột \(value) không có trong biểu mẫu nên được bỏ qua.\(hint()) Nếu phải, hãy sửa tên cột rồi gửi lại."
  case .unknownLabel where !fact("sample").isEmpty:
    "Cột \(value) không có trong biểu mẫu nên được bỏ qua (trong cột có «\(fact("sample"))»). Nếu cần cho việc xét tuyển, hãy chuyển sang cột của biểu mẫu rồi gửi lại."
  case .splitName:
    "Họ tên có vẻ nằm ở hai cột: cột «\(fact("label"))» (như «\(fact("other"))») và cột này (như \(value)). Nếu đúng, hãy đặt tên hai cột là \(fact("parts")); nếu không, hãy ghi đúng tên cột này hoặc xóa cột, rồi gửi lại."
  case .unknownLabel: "Cột \(value) không có trong biểu mẫu nên được bỏ qua; không phải làm gì."
  case .tooManyErrors where finding.awaitsSetup:
    "Bảng chưa được dùng vì đợt này chưa khai báo đủ những gì bảng nhắc đến (xem các ô tô màu). Không phải sửa hay gửi lại: khi khai báo xong, bảng được xét lại và có biên nhận mới. Nếu cần gấp, hãy hỏi Sở."
  case .tooManyErrors:
    "Có \(fact("held")) trên \(fact("rows")) dòng bị lỗi, quá mức cho phép; cả bảng chưa được nhận. Hãy sửa các ô tô màu rồi gửi lại."
  case .unknownUnit:
    "Thư mục \(value) chưa phải của đơn vị nào. Tệp được giữ chờ đến khi đơn vị được khai báo."
  case .notAllowed:
    "Đơn vị không được gửi bảng «\(tableName(fact("kind"), in: .vi))»; bảng không được dùng. Nếu cần thay đổi, hãy đề nghị Sở hoặc cơ quan quản lý."
  case .roundUnclear where finding.isForAClosedRound:
    "Hiện không đợt nào nhận tệp này; có lẽ tệp dành cho đợt đã đóng (\(closedText(finding, in: .vi))). Tệp được giữ lại, chưa có hiệu lực. Hãy liên hệ Sở nếu cần mở lại đợt; khi đợt mở lại, tệp được đọc, không phải gửi lại. Nếu tệp dành cho đợt khác, hãy chép vào thư mục con của đợt đó."
  case .roundUnclear where facts["closed"] != nil || facts["finalized"] != nil:
    "Hiện không đợt nào nhận tệp này, và chưa rõ tệp thuộc đợt nào\(bracketed(closedText(finding, in: .vi))). Tệp được giữ lại, chưa có hiệu lực. Hãy chép tệp vào thư mục con của đúng đợt, và liên hệ Sở để mở lại đợt đó; khi đợt mở lại, tệp được đọc."
  case .roundUnclear:
    "Chưa rõ tệp thuộc đợt tuyển sinh nào\(bracketed(fact("candidates"))). Hãy chép tệp vào thư mục con của đúng đợt, hoặc thêm cột «Mã đợt»."
  case .unknownRound where facts["declared"] != nil:
    "Đợt \(value) chưa có hiệu lực vì dòng khai báo đợt đó còn lỗi. Bảng này chờ cho đến khi bảng Đợt tuyển sinh được sửa và gửi lại."
  case .unknownRound: "Không có đợt tuyển sinh \(value).\(hint()) Hãy sửa lại mã đợt."
  case .roundDiffers: "Mã đợt \(value) khác với đợt của thư mục («\(fact("folder"))»). Hãy sửa cho khớp."
  case .twoVersions:
    "Cùng lúc có hai tệp thay thế nhau (tệp kia: «\(fact("other"))»). Cả hai đang được giữ lại. Hãy chỉ gửi lại tệp đúng, đừng gửi lại tệp kia."
  case .wouldRemove: removalSentence(fact("removed"), fact("inForce"), fact("unit"))
  case .keptUnread:
    "Trang \(fact("sheets")) chưa đọc được nên không ai bị bỏ khỏi danh sách: \(fact("kept")) \(fact("unit") == "rows" ? "dòng" : "học sinh") đã gửi trước mà các trang đọc được không nhắc đến vẫn giữ nguyên. Hãy sửa trang ấy (hoặc xóa, nếu không phải danh sách cần gửi) rồi gửi lại cả tệp."
  case .partialReplacement:
    "Bảng này nằm trong «thay-the» nên thay toàn bộ bảng đã gửi, mà trang \(fact("sheets")) chưa đọc được: những gì chỉ có ở trang ấy có thể bị bỏ. Vì vậy các trang của bảng này chưa được dùng, bảng đã gửi trước vẫn giữ nguyên. Hãy sửa trang ấy (hoặc xóa, nếu không phải danh sách cần gửi) rồi gửi lại cả tệp vào «thay-the»."
  case .alreadyReceived:
    "Nội dung này đã được nhận ngày \(dayText(fact("received"))) (biên nhận số \(fact("seq"))) và đang có hiệu lực; không có gì thay đổi, không cần gửi lại."
  case .keptAgain:
    "Nội dung này đã được nhận ngày \(dayText(fact("received"))) (biên nhận số \(fact("seq"))), nhưng bản lưu bị mất hoặc hỏng. Nhờ tệp này, bản lưu đã được khôi phục; không có gì khác thay đổi: danh sách mới hơn, nếu có, vẫn có hiệu lực, thao tác không thực hiện lần nữa. Nếu muốn danh sách này có hiệu lực trở lại, hoặc thao tác được thực hiện lần nữa, hãy gửi tệp này thêm một lần."
  case .roundClosed where facts["purged"] != nil: purgedRoundSentence(facts, in: .vi)
  case .roundClosed:
    "Đợt «\(fact("round"))» \(stateText(fact("state"), in: .vi)); tệp được giữ lại, chưa có hiệu lực. Hãy liên hệ Sở nếu cần mở lại đợt."
  case .hiddenRows: hiddenRowsSentence(facts, in: .vi)
  case .noRows:
    "Bảng này mới có tiêu đề, chưa có dòng dữ liệu nào. Nếu cần gửi, hãy điền từ dòng ngay dưới tiêu đề."
  case .headingRow: headingRowSentence(facts, value: value, in: .vi)
  case .columnNumbers where fact("reason") == "data":
    "Dòng này trông như dòng đánh số các cột, nhưng đọc được như một dòng dữ liệu nên vẫn được tính\(fact("count").isEmpty ? "" : " (có \(fact("count")) dòng như vậy)"). Nếu chỉ để đánh số các cột, hãy xóa dòng này rồi gửi lại."
  case .columnNumbers:
    "Dòng đánh số các cột dưới tiêu đề không phải dữ liệu nên được bỏ qua\(fact("count").isEmpty ? "" : " (có \(fact("count")) dòng như vậy)")."
  case .belowOtherLabels: belowOtherLabelsSentence(facts, in: .vi)
  case .aboveLabels: aboveLabelsSentence(facts, isError: finding.severity == .error, in: .vi)
  case .belowSignature:
    "Dòng này nằm dưới dòng ký tên nên chưa được dùng. Nếu là dữ liệu, hãy chuyển lên trên dòng ký tên rồi gửi lại; nếu không, hãy xóa dòng này."
  // The row and the cell
  case .extraCell where fact("reason") == "ragged": raggedSentence(value, in: .vi)
  case .minLength where fact("of") == "items":
    "\(value) có ít hơn \(fact("minimum")) phần tử. Hãy kiểm tra lại."
  case .maxLength where fact("of") == "items":
    "\(value) có nhiều hơn \(fact("maximum")) phần tử. Hãy kiểm tra lại."
  case .typeError where facts["example"] != nil && facts["reason"] == nil:
    typeSentence(value, facts["type"].flatMap(StandardKind.init), example: fact("example"), in: .vi)
  case .typeError:
    typeSentence(value, facts, in: .vi) + leftBlank(finding, in: .vi)
  case .required: "Ô này bắt buộc phải có giá trị. Hãy điền vào."
  case .expectedValue:
    "\(fact("label")) là «\(fact("words"))» mà ô này để trống, nên được tính là không có mục nào. Nếu có, hãy ghi vào đây và gửi lại."
  case .enumeration:
    "\(value) không thuộc các giá trị cho phép: \(fact("words")). Hãy chọn một trong số đó.\(hint())"
  case .pattern: "\(value) không đúng dạng: \(fact("form")). Hãy kiểm tra và ghi lại cho đúng."
  case .minimum: "\(value) nhỏ hơn mức cho phép. Hãy ghi giá trị từ \(fact("minimum")) trở lên."
  case .maximum: "\(value) lớn hơn mức cho phép. Hãy ghi giá trị không quá \(fact("maximum"))."
  case .exclusiveMinimum: "\(value) quá nhỏ. Hãy ghi giá trị lớn hơn \(fact("minimum"))."
  case .exclusiveMaximum: "\(value) quá lớn. Hãy ghi giá trị nhỏ hơn \(fact("maximum"))."
  case .categories:
    "\(value) không thuộc các nhóm đã khai báo: \(fact("words")). Hãy chọn một trong số đó.\(hint())"
  case .blankRow where fact("rows") == "1": "Dòng này trống. Hãy xóa dòng hoặc điền dữ liệu."
  case .blankRow: "Từ đây có \(fact("rows")) dòng trống liền nhau. Hãy xóa các dòng trống."
  case .missingCell where finding.severity == .note:
    "Có \(fact("rows")) dòng ít ô hơn dòng tiêu đề (dòng này có \(fact("count")) ô); các ô cuối được tính là trống. Nếu thiếu một ô ở giữa thì các giá trị sau đó đã lệch cột. Hãy kiểm tra lại."
  case .missingCell:
    "Dòng này thiếu ô ở cột này (dòng chỉ có \(fact("count")) ô). Hãy kiểm tra dấu phân cách và thêm ô còn thiếu."
  case .extraCell where finding.severity == .note: surplusSentence(facts, in: .vi)
  case .extraCell where fact("reason") == "parted": partedSentence(value, facts, in: .vi)
  case .extraCell:
    "\(finding.value.isEmpty ? "Một ô trống" : value) nằm ngoài các cột có tên. Hãy xóa ô này hoặc đặt tên cho cột."
  case .primaryKey where fact("reason") == "blank":
    "Ô này là khóa chính của bảng nên không được để trống. Hãy điền vào."
  case .primaryKey:
    "Khóa chính \(value) trùng với dòng \(fact("otherRow")). Hãy chỉ giữ một dòng hoặc sửa lại mã."
  case .minLength: "\(value) quá ngắn. Hãy ghi đủ, ít nhất \(fact("minimum")) ký tự."
  case .maxLength: "\(value) quá dài. Hãy rút gọn còn tối đa \(fact("maximum")) ký tự."
  case .errorCell: "Ô đang báo lỗi \(value). Hãy sửa công thức hoặc nhập giá trị."
  case .formulaWithoutValue where fact("reason") == "text":
    "\(value) là công thức ghi thành chữ, chưa phải giá trị. Hãy ghi thẳng giá trị vào ô rồi gửi lại; nếu là tệp CSV, có thể mở tệp gốc bằng Excel và lưu lại dạng Excel (.xlsx)."
  case .formulaWithoutValue: "Công thức chưa có giá trị. Hãy mở tệp bằng Excel, lưu lại rồi gửi lại."
  case .mergedCells:
    "\(value) nằm trong ô gộp \(fact("range")) nên không rõ là của dòng nào, cột nào. Hãy bỏ gộp (Unmerge) rồi điền từng dòng."
  case .digitsLost:
    "\(value) đã mất chữ số do Excel đổi sang dạng số mũ. Hãy định dạng cột là Văn bản (Text) và nhập lại."
  case .lettersLost:
    "\(value) bị mất chữ có dấu (thành dấu hỏi) khi lưu tệp. Hãy lưu lại từ tệp gốc dạng Excel (.xlsx) hoặc «CSV UTF-8» rồi gửi lại."
  case .runOfMarks:
    "\(value) có hàng chục dấu chồng lên một chữ: nội dung ô đã hỏng. Hãy gõ lại ô này rồi gửi lại."
  case .oldEncoding: oldTextSentence(value, facts, hint("sample"), in: .vi)
  case .uniqueError:
    "\(repeatedKey(finding)) trùng với dòng \(fact("otherRow"))\(facts["otherSheet"].map { " của trang «\($0)»" } ?? ""). Mỗi giá trị chỉ được có một dòng; hãy bỏ dòng thừa hoặc sửa lại."
  case .foreignKey where facts["labels"] != nil:
    "\(value) không có trong cột «\(fact("labels"))» của bảng này. Hãy kiểm tra lại hoặc bổ sung dòng còn thiếu."
  case .foreignKey where fact("undeclared") == Undeclared.standing.rawValue:
    awaitedSentence(fact("kind"), facts["item"].map { "«\($0)»" } ?? value, in: .vi)
  case .foreignKey where finding.awaitsSetup:
    "Đợt này chưa khai báo \(fact("kind") == Field.Reference.program.rawValue ? "chỉ tiêu" : referenceName(fact("kind"), in: .vi)) nào nên chưa hiểu được \(facts["item"].map { "«\($0)»" } ?? value). Không phải sửa ô này; hãy chờ (hoặc gửi) bảng khai báo, dòng sẽ được xét lại và có biên nhận mới."
  case .foreignKey where fact("undeclared") == Undeclared.school.rawValue:
    "\(value) không có chỉ tiêu trong đợt này. Hãy chọn trường khác trong danh sách chọn của biểu mẫu; nếu trường này có tuyển, cần có dòng chỉ tiêu của trường (hãy hỏi Sở)."
  case .foreignKey where fact("of") == "roster":
    "Danh sách học sinh không có cột nào tên là \(value).\(hint()) Hãy ghi đúng tên một cột của biểu mẫu Danh sách học sinh."
  case .foreignKey:
    "Không có \(referenceName(fact("kind"), in: .vi)) \(facts["item"].map { "«\($0)»" } ?? value).\(hint()) \(referenceRemedy(fact("kind"), in: .vi))\(leftBlank(finding, in: .vi))"
  case .ambiguousName:
    "\(value) trùng tên với nhiều \(referenceName(fact("kind"), in: .vi)): \(fact("candidates")). Hãy ghi mã thay cho tên."
  case .otherSchool: "Dòng này nói về trường khác (\(fact("school"))). Mỗi trường chỉ gửi dữ liệu của mình."
  case .notOurChild:
    "Học sinh này không học tại trường và cũng không có nguyện vọng vào trường. Hãy xóa dòng hoặc sửa cột trường, nguyện vọng."
  case .personMissing:
    "Thiếu định danh học sinh. Hãy điền Số định danh cá nhân, Mã định danh Bộ GD&ĐT, Số báo danh hoặc Mã hồ sơ."
  case .personDisagrees:
    "Các mã định danh trên dòng này thuộc về hai học sinh khác nhau (\(facts["otherRow"].map { "xem dòng \($0)\(ofPlace(facts, in: .vi))" } ?? fact("other"))). Hãy kiểm tra từng mã."
  case .sharedIdentifier:
    "\(value) khác với dòng \(fact("otherRow"))\(ofPlace(facts, in: .vi)), tuy cùng mã định danh. Nếu là hai học sinh, hãy sửa mã; nếu là một, hãy sửa cho giống nhau rồi gửi lại."
  case .wishNumber: "Đợt này chỉ có \(fact("maximum")) nguyện vọng. Hãy bỏ nguyện vọng này."
  case .wishUnclear:
    "\(value) có nhiều chương trình: \(fact("candidates")). Hãy ghi rõ dạng TRƯỜNG/CHƯƠNG-TRÌNH."
  case .duplicateRow: duplicateSentence(finding, in: .vi)
  case .differentWishes:
    "Học sinh này có hai hồ sơ với nguyện vọng khác nhau (dòng \(fact("otherRow"))\(ofPlace(facts, in: .vi))). Hai bên cần thống nhất rồi gửi lại."
  case .orderRefused: "Không thực hiện được thao tác này. " + (refusal(finding, in: .vi) ?? "")
  // Repairs
  case .nameForCode: "\(value) được hiểu là mã \(fact("code"))."
  case .leadingZero: "\(value) bị mất số 0 ở đầu; đã hiểu là \(fact("repaired"))."
  case .recomposed where !fact("letter").isEmpty:
    "Chữ «Ð» của tiếng nước ngoài đã được thay bằng «Đ» của tiếng Việt\(inCells(fact("count"), in: .vi)): \(value) thành «\(fact("repaired"))»."
  case .recomposed:
    "Dấu của chữ được lưu rời khỏi chữ\(inCells(fact("count"), in: .vi)), nay đã ghép lại; nhìn vẫn như cũ."
  case .converted where fact("count").isEmpty:
    "Chữ \(encodingText(fact("encoding"), in: .vi)) đã được chuyển sang Unicode: \(value) thành «\(fact("repaired"))»."
  case .converted:
    "Chữ \(encodingText(fact("encoding"), in: .vi)) đã được chuyển sang Unicode ở \(fact("count")) ô của cột này, ví dụ \(value) là «\(fact("repaired"))»."
  case .linesParted:
    "Mỗi dòng đang dồn cả vào một ô (thường do mở tệp CSV rồi lưu lại khi các cột chưa tách); đã tách lại thành các cột."
  case .transcoded: transcodedSentence(finding, in: .vi)
  case .hiddenCharacters:
    "Đã bỏ ký tự ẩn hoặc thay dấu cách đặc biệt\(inCells(fact("count"), in: .vi)); nhìn vẫn như cũ."
  case .reread: rereadSentence(finding.value, fact("repaired"), count: fact("count"))
  case .mergedFilled:
    "Giá trị của ô gộp \(fact("range")) được tính cho từng dòng\(inCells(fact("count"), in: .vi)): ô này là «\(fact("repaired"))»."
  case .wishFilled: "Chưa có nguyện vọng; theo phân tuyến, NV1 được ghi là \(fact("wish"))."
  case .numberGiven: "Học sinh chưa có mã; đã cấp Mã hồ sơ \(fact("applicationNo"))."
  // Notes
  case .idBirthDate:
    "Số định danh \(value) là của người sinh năm \(fact("year")), không khớp với ngày sinh trên dòng này. Hãy đối chiếu giấy khai sinh."
  case .idGender:
    "Số định danh \(value) là của \(fact("gender") == "female" ? "nữ" : "nam"), không khớp với giới tính trên dòng này. Hãy đối chiếu giấy khai sinh."
  case .ageGrade: "Tuổi (\(fact("age"))) khác thường so với lớp \(fact("grade")). Hãy kiểm tra ngày sinh."
  case .unknownCommune: "\(value) chưa có trong phân tuyến.\(hint()) Hãy kiểm tra tên xã/phường."
  case .unknownEthnicity: "\(value) không có trong danh mục dân tộc.\(hint()) Hãy kiểm tra lại cách ghi."
  case .unknownProfile:
    "Chưa có mẫu tệp nhập cho phần mềm \(value) nên đơn vị này nhận tệp theo mẫu «qlgd». Các mẫu hiện có: \(fact("known")).\(hint())"
  case .unconfirmedLeft:
    "Học sinh chưa xác nhận nhập học trong thời hạn, không còn giữ chỗ, theo trường (số em): \(fact("schools")). Nếu bảng của trường ghi sót em nào, có thể trả chỗ cho em đó bằng bảng Phân bổ, điều chuyển."
  case .unconfirmedKept:
    "Các trường chưa gửi bảng Xác nhận nhập học sau hạn, hoặc chưa gửi từ khi công bố các em mới trúng tuyển, nên học sinh chưa xác nhận vẫn được giữ chỗ: \(fact("schools"))."
  case .tiesPassed:
    "Có học sinh bằng điểm đang chờ hội đồng ở \(fact("programs")), mà xét bổ sung chỉ xét những em trong danh sách chờ nên chỗ trống ở đó đã dành cho các em này. Nếu muốn hội đồng xét trước, hãy gửi thao tác «mở lại» và bảng Kết luận của hội đồng, rồi chốt lại."
  case .rulingIdle where fact("reason") == "no-council":
    "Đợt này không để hội đồng xét những em bằng điểm nên kết luận của hội đồng không thay đổi gì."
  case .rulingIdle:
    "Không có ai bằng điểm với học sinh này ở chương trình đó nên kết luận của hội đồng không thay đổi gì."
  case .assignmentIdle:
    "Học sinh này đã trúng tuyển theo nguyện vọng nên giữ chỗ đó; dòng phân bổ này không dùng."
  case .unknownProvince: "\(value) không có tên tỉnh, thành phố nào (cũ hay mới).\(hint()) Hãy kiểm tra lại."
  case .monthFirst where !fact("reason").isEmpty:
    "Cột này có ngày chỉ đọc được khi tháng đứng trước (như «\(fact("sample"))»). Có thể cả cột ghi tháng trước ngày, khi đó \(fact("count")) ngày khác đã bị đọc sai. Hãy kiểm tra, ghi lại theo ngày/tháng/năm rồi gửi lại."
  case .monthFirst:
    "Trong cột này, \(fact("count")) ô kiểu ngày đều có ngày từ 12 trở xuống, còn các ô kiểu chữ (như «\(fact("sample"))») đều có ngày trên 12. Có thể phần mềm đã đổi chỗ ngày và tháng của các ô kiểu ngày. Hãy so với hồ sơ gốc; nếu bị đổi, sửa rồi gửi lại."
  case .alikeWithoutId where !ofPlace(facts, in: .vi).isEmpty:
    "Học sinh này và dòng \(fact("otherRow"))\(ofPlace(facts, in: .vi)) cùng họ tên và ngày sinh, nhưng một bên không có số định danh. Nếu là cùng một em, hãy ghi số định danh vào dòng còn thiếu rồi gửi lại."
  case .alikeWithoutId:
    "Dòng này và dòng \(fact("otherRow")) cùng họ tên và ngày sinh, nhưng một dòng không có số định danh. Nếu là cùng một em, hãy gộp thành một dòng rồi gửi lại."
  case .lengthOutlier:
    "\(value) có số chữ số khác thường: hầu hết các dòng khác có \(fact("length")) chữ số. Hãy kiểm tra lại."
  case .averageParts:
    "Điểm trung bình \(value) khác xa \(fact("parts")) (trung bình của chúng là \(withComma(fact("mean")))). Hãy kiểm tra lại."
  case .notApplicant:
    "Học sinh này chưa có trong danh sách dự tuyển của đợt; dòng được dùng khi có hồ sơ của em."
  case .namedBefore:
    "Không danh sách nào có số ghi ở dòng này nên dòng chưa tính cho ai. Dòng \(fact("otherRow"))\(ofPlace(facts, in: .vi)) đã gửi trước còn ghi số khác, nay không còn hiệu lực. Hãy đối chiếu họ tên: nếu là cùng một em, ghi số đó vào dòng này (thay số đang có, nếu cùng cột) rồi gửi lại; nếu là em khác thì sửa số của dòng này."
  case .personDiffers: "\(value) khác với dòng \(fact("otherRow"))\(ofUnit(fact("unit"))). Hãy kiểm tra lại."
  case .wishRepeated: "Nguyện vọng \(value) ghi hai lần; lần sau được bỏ qua."
  case .overruled, .overrules: rulingSentence(finding, in: .vi)
  // Setup
  case .setup: stopping(finding, in: .vi)
  case .setupUnusual: "Lưu ý về cấu hình. " + (setup(finding, in: .vi) ?? "")
  }
}

private func removalSentence(_ removed: String, _ inForce: String, _ unit: String) -> String {
  let what = unit == "rows" ? "dòng" : "học sinh"
  return
    "Tệp này sẽ bỏ đi \(removed) trên \(inForce) \(what) đang có hiệu lực nên được giữ lại chờ xác nhận. Nếu chỉ bổ sung, hãy chép tệp vào thư mục con «bo-sung»; nếu đúng là thay toàn bộ, vào thư mục con «thay-the», trong thư mục gửi của đơn vị."
}

/// A value that is shown as it was written was only stored as another type.
private func rereadSentence(_ value: String, _ repaired: String, count: String) -> String {
  // One cell is told of a column.
  let all = count.isEmpty || count == "1" ? "" : " Cột này có \(count) ô được đọc như vậy."
  let isNumber = repaired.allSatisfy { $0 == "." || $0 == "-" || ($0.isASCII && $0.isNumber) }
  let shown = isNumber ? withComma(repaired) : repaired
  guard value != repaired, value != shown else {
    return "Ô ghi «\(value)» khác kiểu của cột (số hay văn bản); đã đọc đúng, không cần sửa." + all
  }
  return "«\(value)» được đọc là \(shown)." + all
}

/// A number with the decimal comma that people write.
private func withComma(_ number: String) -> String { String(number.map { $0 == "." ? "," : $0 }) }

private func ofUnit(_ unit: String) -> String { unit.isEmpty ? "" : " của đơn vị \(unit)" }
