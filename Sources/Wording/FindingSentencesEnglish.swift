import TableSchema
import Tables

/// The same sentences for an English-speaking operator.
func englishSentence(_ finding: Finding) -> String {
  let facts = finding.facts
  func fact(_ name: String) -> String { facts[name] ?? "" }
  func hint(_ name: String = "suggestion") -> String {
    guard let text = facts[name], !text.isEmpty else { return "" }
    return " Did you mean «\(text)»?"
  }
  let value = "«\(finding.value)»"
  return switch finding.code {
  // The file
  case .formatError:
    "The file cannot be read: \(damageText(fact("detail"), in: .en)). Open it in Excel, save it and send it again."
  case .encodingError where !fact("line").isEmpty:
    "The text encoding cannot be told: line \(fact("line")) cannot be read\(behind(fact("near"), in: .en)), nor perhaps what follows. Correct that place, or save as .xlsx or «CSV UTF-8», and send it again."
  case .encodingError: "The text encoding cannot be told. Save as .xlsx or «CSV UTF-8» and send it again."
  case .unsupportedFormat: formatSentence(fact("format"), in: .en)
  case .passwordProtected: "The file has a password. Save it without one and send it again."
  case .emptyFile: "The file is empty. Check it and send it again."
  case .tooLarge:
    "The file is over a limit (\(limitText(fact("limit"), fact("maximum"), in: .en))). \(limitRemedy(fact("limit"), in: .en))"
  case .forbiddenContent:
    "The file holds forbidden content (a DOCTYPE\(facts["part"].map { " in \($0)" } ?? "")). Save it with Excel and send it again."
  case .deadlyContent:
    "The program ended abruptly twice while it read this file, which is set aside and not read any more; other files are not concerned. Open it in Excel, save it as a new .xlsx file and send that one."
  case .unfinished where finding.severity == .note:
    "The last row has no line end; all its cells were read. Check that no row is missing."
  case .unfinished: cutSentence(fact("reason"), in: .en)
  case .rowsInACell:
    "This cell has several lines, with delimiters like those of rows of the table. If a quote is one too many, the rows that follow have become part of the cell: remove it and send the file again. If it is the text of one cell, there is nothing to do."
  // The table
  case .noTable: "No known header in the first 30 rows. Use the template and keep the column names."
  case .unreadTable: unreadTableSentence(fact("kind"), in: .en)
  case .sheetIgnored: sheetIgnoredSentence(fact("content"), in: .en)
  case .hiddenSheet: "A hidden sheet was left out. Unhide it if it is meant to be read."
  case .missingLabel:
    "The required column «\(fact("label"))» is missing.\(foundInstead(fact("suggestion"), in: .en))\(orRemoved(fact("beside"), in: .en))"
  case .duplicateLabel where facts["at"] != nil:
    "The label \(value) stands in \(fact("at")) already. Give each column a name of its own."
  case .duplicateLabel where facts["says"] != nil:
    "Where the date stands says one thing and the row another: «\(fact("says"))» and \(value). Write the date in one column only, the right one."
  case .duplicateLabel where facts["flag"] != nil:
    "This row has a mark under both «\(fact("flag"))» and \(value). Mark one only."
  case .duplicateLabel where facts["lists"] != nil:
    "Two lists stand side by side (here \(value), and \(otherColumn(facts, in: .en))). Move the right one below the left one, or to a sheet of its own, and send it again. If this column is about a parent or somebody else, say so in its label."
  case .duplicateLabel:
    "Two columns for one thing disagree (the other: \(otherColumn(facts, in: .en))). Write the same in both or keep one\(ofParents(facts, finding.place.label, in: .en))."
  case .blankHeader: "Row 1 is blank. The labels have to stand in row 1: remove what is above them."
  case .unmatchedHeader:
    "No column is named as the schema has it (\(fact("labels"))). Write those names into row 1."
  case .extraLabel: "The schema has no column \(value).\(hint()) Remove it or correct its name."
  case .blankLabel where facts["count"] != nil:
    "This column has no label and was left out (\(fact("count")) cells, such as \(value)). Give it a label if it is needed."
  case .blankLabel: "This column has no label. Write «\(fact("label"))» there."
  case .incorrectLabel:
    "The label is \(value) where the schema has «\(fact("label"))». Correct it or the order of the columns."
  case .unsupportedConstraint where !fact("pattern").isEmpty:
    "The pattern «\(fact("pattern"))» of this column was not checked: it is too large, or has what regular expressions of XML Schema have not, such as (?i), (?=…), \\b, \\1. Everything else was checked. Write it otherwise in the schema, such as [Aa] for (?i)a, or check the column by hand."
  case .unsupportedConstraint:
    "«\(fact("constraint"))» of the schema cannot be checked; everything else was. Check it by hand."
  case .otherSheet:
    "This sheet was not checked, only «\(fact("checked"))» was. Save it as a file of its own to check it."
  case .unknownLabel where !fact("reason").isEmpty:
    "The letters of the label \(value) are damaged: the column is left out. Type its label as in the template and send it again.\(hint())"
  case .unknownLabel where !fact("suggestion").isEmpty:
    "The template has no column \(value): left out.\(hint()) If so, correct the label and send it again."
  case .unknownLabel where !fact("sample").isEmpty:
    "The template has no column \(value): left out (it holds «\(fact("sample"))»). If it matters for admission, move it to a column of the template and send it again."
  case .splitName:
    "The name seems to stand in two columns: «\(fact("label"))» (such as «\(fact("other"))») and this one (such as \(value)). If so, label the two \(fact("parts")); if not, label this one as what it is, or remove it, and send it again."
  case .unknownLabel: "The template has no column \(value): left out; nothing needs to be done."
  case .tooManyErrors where finding.awaitsSetup:
    "The table is not used, because the round has not declared yet what it names (see the coloured cells). Nothing needs to be sent again: it is judged anew, with another receipt, once it has."
  case .tooManyErrors:
    "\(fact("held")) of \(fact("rows")) rows have errors, more than allowed: the table is not taken. Correct the coloured cells and send it again."
  case .unknownUnit: "The folder \(value) is no unit's. Its files wait until the unit is declared."
  case .notAllowed:
    "This unit may not send the table «\(tableName(fact("kind"), in: .en))». The unit in charge has to send it."
  case .roundUnclear where finding.isForAClosedRound:
    "No round takes this file now; it is probably for one that is over (\(closedText(finding, in: .en))): held, and read without being sent again once the department reopens that. If it is for another round, put it into the folder of that."
  case .roundUnclear where facts["closed"] != nil || facts["finalized"] != nil:
    "No round takes this file now, and it is not clear which one it belongs to\(bracketed(closedText(finding, in: .en))): it is held. Put it into the folder of its round, and ask the department to reopen that: it is read then."
  case .roundUnclear:
    "It is not clear which round this belongs to\(bracketed(fact("candidates"))). Put it into the round's folder or add the column «Mã đợt»."
  case .unknownRound where facts["declared"] != nil:
    "The round \(value) does not stand yet, because the row that declares it has an error. This table waits until that row is corrected and sent again."
  case .unknownRound: "There is no round \(value).\(hint()) Correct the round's code."
  case .roundDiffers: "The round \(value) differs from the folder's («\(fact("folder"))»). Make them agree."
  case .twoVersions:
    "Two files of one pass replace one another (the other: «\(fact("other"))»). Both are held; send the right one again, and not the other."
  case .wouldRemove:
    "It would remove \(fact("removed")) of \(fact("inForce")) \(fact("unit")) in force and is held. Put it into «bo-sung» to add, or into «thay-the» to replace everything."
  case .keptUnread:
    "Sheet \(fact("sheets")) was not read, so nobody is removed: \(fact("kept")) \(fact("unit") == "rows" ? "rows" : "students") sent before, which the other sheets do not name, stay as they are. Correct that sheet, or remove it if it is no list to send, and send the whole file again."
  case .partialReplacement:
    "The table lies in «thay-the», where it takes the place of all that was sent of it, and sheet \(fact("sheets")) was not read: what stands there alone might be removed. So the sheets of this table are not used, and what was sent before stays. Correct that sheet, or remove it if it is no list to send, and put the whole file into «thay-the» again."
  case .alreadyReceived:
    "The same content came on \(dayText(fact("received"))) (receipt \(fact("seq"))) and is in force: nothing changes, nothing to send."
  case .keptAgain:
    "The same content came on \(dayText(fact("received"))) (receipt \(fact("seq"))), and what was kept of it was lost or damaged. This file has brought it back; nothing else changes: a newer list, if there is one, stays in force, and an order is not carried out again. To put this list in force again, or to have the order carried out again, send the file once more."
  case .roundClosed where facts["purged"] != nil: purgedRoundSentence(facts, in: .en)
  case .roundClosed:
    "The round «\(fact("round"))» is \(stateText(fact("state"), in: .en)): held until it is reopened."
  case .hiddenRows: hiddenRowsSentence(facts, in: .en)
  case .noRows:
    "There is a header and no row yet. If there is something to send, fill it in right below the header."
  case .headingRow: headingRowSentence(facts, value: value, in: .en)
  case .columnNumbers where fact("reason") == "data":
    "This row looks like numbers of the columns, but it reads as a row of data and is counted\(fact("count").isEmpty ? "" : " (there are \(fact("count")) such rows)"). If it only numbers the columns, remove it and send the table again."
  case .columnNumbers:
    "The row that numbers the columns is no data: left out\(fact("count").isEmpty ? "" : " (there are \(fact("count")) such rows)")."
  case .belowOtherLabels: belowOtherLabelsSentence(facts, in: .en)
  case .aboveLabels: aboveLabelsSentence(facts, isError: finding.severity == .error, in: .en)
  case .belowSignature:
    "This row stands below the signatures and was not used. If it is data, move it above them and send the table again; if not, remove it."
  // The row and the cell
  case .extraCell where fact("reason") == "ragged": raggedSentence(value, in: .en)
  case .minLength where fact("of") == "items": "\(value) has fewer than \(fact("minimum")) items. Check it."
  case .maxLength where fact("of") == "items": "\(value) has more than \(fact("maximum")) items. Check it."
  case .typeError where facts["example"] != nil && facts["reason"] == nil:
    typeSentence(value, facts["type"].flatMap(StandardKind.init), example: fact("example"), in: .en)
  case .typeError:
    typeSentence(value, facts, in: .en) + leftBlank(finding, in: .en)
  case .required: "A value is required here. Fill it in."
  case .expectedValue:
    "\(fact("label")) is “\(fact("words"))” and nothing is named here, so nothing is counted. If there is something, name it and send the table again."
  case .enumeration: "\(value) is not one of: \(fact("words")).\(hint())"
  case .pattern: "\(value) is not of the form \(fact("form")). Look it up and write it so."
  case .minimum: "\(value) is too small. Write \(fact("minimum")) or more."
  case .maximum: "\(value) is too large. Write \(fact("maximum")) or less."
  case .exclusiveMinimum: "\(value) is too small. Write a value above \(fact("minimum"))."
  case .exclusiveMaximum: "\(value) is too large. Write a value below \(fact("maximum"))."
  case .categories: "\(value) is not one of the categories: \(fact("words")). Choose one.\(hint())"
  case .blankRow where fact("rows") == "1": "This row is blank. Remove it or fill it in."
  case .blankRow: "\(fact("rows")) blank rows from here. Remove them."
  case .missingCell where finding.severity == .note:
    "\(fact("rows")) rows have fewer cells than the header (this one \(fact("count"))); those at the end count as blank. If one is missing in the midst, all behind it have shifted. Check them."
  case .missingCell:
    "The row ends before this column: it has only \(fact("count")) cells. Check the separators and add what is missing."
  case .extraCell where finding.severity == .note: surplusSentence(facts, in: .en)
  case .extraCell where fact("reason") == "parted": partedSentence(value, facts, in: .en)
  case .extraCell:
    "\(finding.value.isEmpty ? "A blank" : value) stands beyond the labelled columns. Remove it or give the column a label."
  case .primaryKey where fact("reason") == "blank": "The primary key must not be blank. Fill it in."
  case .primaryKey: "The primary key \(value) stands on row \(fact("otherRow")) already. Keep one row."
  case .minLength: "\(value) is too short. Write at least \(fact("minimum")) characters."
  case .maxLength: "\(value) is too long. Shorten it to at most \(fact("maximum")) characters."
  case .errorCell: "The cell shows the error \(value). Mend the formula or type the value."
  case .formulaWithoutValue where fact("reason") == "text":
    "\(value) is a formula that was written down, and no value. Write the value into the cell and send it again; of a CSV the original may be saved as a workbook (.xlsx) instead."
  case .formulaWithoutValue: "The formula has no value. Open the file in Excel, save it and send it again."
  case .mergedCells:
    "\(value) stands in cells merged into one (\(fact("range"))), so nobody can tell which row or column it is for. Unmerge them and fill in each row."
  case .digitsLost:
    "\(value) has lost digits to scientific notation. Format the column as text and type it again."
  case .lettersLost:
    "\(value) has lost letters: question marks stand in their places. Save the original as .xlsx or «CSV UTF-8» and send it again."
  case .runOfMarks:
    "\(value) has dozens of marks on one letter: the text is damaged. Type it again and send the file again."
  case .oldEncoding: oldTextSentence(value, facts, hint("sample"), in: .en)
  case .uniqueError:
    "\(repeatedKey(finding)) stands on row \(fact("otherRow"))\(facts["otherSheet"].map { " of sheet «\($0)»" } ?? "") already. Keep one row."
  case .foreignKey where facts["labels"] != nil:
    "\(value) does not stand in «\(fact("labels"))» of this table. Check it or add the missing row."
  case .foreignKey where fact("undeclared") == Undeclared.standing.rawValue:
    awaitedSentence(fact("kind"), facts["item"].map { "«\($0)»" } ?? value, in: .en)
  case .foreignKey where finding.awaitsSetup:
    "The round has declared no \(fact("kind") == Field.Reference.program.rawValue ? "seats" : referenceName(fact("kind"), in: .en)) yet, so nobody knows what \(facts["item"].map { "«\($0)»" } ?? value) is. The cell need not be changed: send the declaration, or wait for it, and for another receipt."
  case .foreignKey where fact("undeclared") == Undeclared.school.rawValue:
    "\(value) has no seats in this round. Choose another school as the form offers it; if this one takes children in, its seats must be declared (ask the department)."
  case .foreignKey where fact("of") == "roster":
    "A roster has no column \(value).\(hint()) Write the label of a column of the roster's form."
  case .foreignKey:
    "There is no \(referenceName(fact("kind"), in: .en)) \(facts["item"].map { "«\($0)»" } ?? value).\(hint()) \(referenceRemedy(fact("kind"), in: .en))\(leftBlank(finding, in: .en))"
  case .ambiguousName: "\(value) is the name of several: \(fact("candidates")). Write the code."
  case .otherSchool: "This row is about another school (\(fact("school"))). A school sends only its own."
  case .notOurChild: "The child neither leaves this school nor wishes for it. Remove the row or correct it."
  case .personMissing:
    "No identifier. Fill in the personal id, the ministry's id, the examination or the application number."
  case .personDisagrees:
    "The identifiers on this row belong to two children (\(facts["otherRow"].map { "see row \($0)\(ofPlace(facts, in: .en))" } ?? fact("other"))). Check each."
  case .sharedIdentifier:
    "\(value) differs from row \(fact("otherRow"))\(ofPlace(facts, in: .en)), which has the same identifier. Correct the identifier if they are two children, else what differs, and send it again."
  case .wishNumber: "The round has only \(fact("maximum")) wishes. Remove this one."
  case .wishUnclear: "\(value) has several programs: \(fact("candidates")). Write SCHOOL/PROGRAM."
  case .duplicateRow: duplicateSentence(finding, in: .en)
  case .differentWishes:
    "The child has two applications with different wishes (row \(fact("otherRow"))\(ofPlace(facts, in: .en))). Agree on one and send it again."
  case .orderRefused: "The order cannot be carried out. " + (refusal(finding, in: .en) ?? "")
  // Repairs
  case .nameForCode: "\(value) was taken for the code \(fact("code"))."
  case .leadingZero: "\(value) had lost its leading zero: read as \(fact("repaired"))."
  case .recomposed where !fact("letter").isEmpty:
    "The foreign letter «Ð» was replaced by the Vietnamese «Đ»\(inCells(fact("count"), in: .en)): \(value) is «\(fact("repaired"))»."
  case .recomposed:
    "Marks that were stored apart from their letters\(inCells(fact("count"), in: .en)) were put together: nothing looks different."
  case .converted where fact("count").isEmpty:
    "Text in \(encodingText(fact("encoding"), in: .en)) was brought to Unicode: \(value) is «\(fact("repaired"))»."
  case .converted:
    "Text in \(encodingText(fact("encoding"), in: .en)) was brought to Unicode in \(fact("count")) cells of this column: \(value) is «\(fact("repaired"))»."
  case .linesParted:
    "Each row stood in one cell, as when a CSV was opened in one column and saved again; it was cut into columns."
  case .transcoded: transcodedSentence(finding, in: .en)
  case .hiddenCharacters:
    "Hidden characters or unusual spaces were mended\(inCells(fact("count"), in: .en)): nothing looks different."
  case .reread where !fact("count").isEmpty && fact("count") != "1":
    "\(value) was read as \(fact("repaired")). \(fact("count")) cells of this column were read so."
  case .reread: "\(value) was read as \(fact("repaired"))."
  case .mergedFilled:
    "The value of the merged cells \(fact("range")) counts for each row\(inCells(fact("count"), in: .en)): this cell is «\(fact("repaired"))»."
  case .wishFilled: "No wish was given: by the zone, NV1 is \(fact("wish"))."
  case .numberGiven: "The child had no number: the application number \(fact("applicationNo")) was given."
  // Notes
  case .idBirthDate:
    "The id \(value) is of somebody born in \(fact("year")), and the birth date says otherwise. Check both."
  case .idGender:
    "The id \(value) is of a \(fact("gender") == "female" ? "girl" : "boy"), and the gender says otherwise. Check both."
  case .ageGrade: "The age (\(fact("age"))) is unusual for grade \(fact("grade")). Check the birth date."
  case .unknownCommune: "No zone names \(value).\(hint()) Check the commune's name."
  case .unknownEthnicity: "\(value) is not in the list of ethnicities.\(hint())"
  case .unknownProfile:
    "No export is laid out for \(value), so this unit's import files are those of «qlgd». There are: \(fact("known")).\(hint())"
  case .unconfirmedLeft:
    "Children who had not confirmed in time and keep their places no longer, by school (how many): \(fact("schools")). Whom a school's table left out can be given a place again by the table Phân bổ, điều chuyển."
  case .unconfirmedKept:
    "These schools have sent no enrolments after the last day, or none since their newcomers were published, so their unconfirmed children keep their places: \(fact("schools"))."
  case .tiesPassed:
    "Children equal in everything wait for the council at \(fact("programs")); a supplementary round runs over the waiting lists alone, so free seats there have gone to those on them. To have the council decide first, send the order «mở lại» and its conclusions, then «chốt» again."
  case .rulingIdle where fact("reason") == "no-council":
    "This round leaves no ties to the council, so its conclusion changes nothing."
  case .rulingIdle: "Nobody equals this child at that program, so the council's conclusion changes nothing."
  case .assignmentIdle: "The child is admitted by a wish and keeps that place; this row is not used."
  case .unknownProvince: "\(value) names no province, old or new.\(hint()) Check it."
  case .monthFirst where !fact("reason").isEmpty:
    "Some dates of this column can only be read with the month first (such as «\(fact("sample"))»). If the whole column is written so, \(fact("count")) others were read wrongly. Check them, write day/month/year and send it again."
  case .monthFirst:
    "In this column all \(fact("count")) date cells have a day up to 12, and all texts (such as «\(fact("sample"))») a day beyond 12. A program may have exchanged days and months of the date cells. Compare with the papers; if so, correct them and send it again."
  case .alikeWithoutId where !ofPlace(facts, in: .en).isEmpty:
    "This child and row \(fact("otherRow"))\(ofPlace(facts, in: .en)) have the same name and birth date, and one of the two has no id. If it is one child, write its id into the row that lacks it and send it again."
  case .alikeWithoutId:
    "This row and row \(fact("otherRow")) have the same name and birth date, and one of them has no id. If they are one child, make one row of them and send it again."
  case .lengthOutlier:
    "\(value) is of unusual length: almost all others have \(fact("length")) digits. Check it."
  case .averageParts:
    "The average \(value) is far from \(fact("parts")) (their mean is \(fact("mean"))). Check them."
  case .notApplicant: "The child is not among the applicants of the round."
  case .namedBefore:
    "No list has the number on this row, so it counts for nobody yet. Row \(fact("otherRow"))\(ofPlace(facts, in: .en)), sent before, gave another number too and is no longer in force. Compare the names: if it is the same child, write that number into this row (instead of the one in the same column) and send it again; if it is another, correct this row's number."
  case .personDiffers: "\(value) differs from row \(fact("otherRow"))\(ofUnit(fact("unit"))). Check it."
  case .wishRepeated: "The wish \(value) stands twice: the later was dropped."
  case .overruled, .overrules: rulingSentence(finding, in: .en)
  // Setup
  case .setup: stopping(finding, in: .en)
  case .setupUnusual: "About the setup. " + (setup(finding, in: .en) ?? "")
  }
}

private func ofUnit(_ unit: String) -> String { unit.isEmpty ? "" : " of the unit \(unit)" }
