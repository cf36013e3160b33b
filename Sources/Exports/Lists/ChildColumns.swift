import Rounds
import Sheets
import Wording

/// The columns that say who a child is.
extension RoundContent {
  /// The running number, identifiers, name, birth date and gender.
  func introduction(_ listed: [Child]) -> [ListColumn] {
    [ordinal(listed.count)] + identifiers(listed) + [
      ListColumn(words.label(.fullName), of: listed) { .text(children.fullName($0)) },
      ListColumn(words.label(.birthDate), .date, of: listed) { ListValue(children.birthDate($0)) },
      ListColumn(words.label(.gender), centred: true, of: listed) { child in
        .text(children.isFemale(child).map { $0 ? words.female : words.male } ?? "")
      },
    ]
  }

  /// The source school and the class there, where somebody comes from one.
  func origin(_ listed: [Child], _ classLabel: ListWording.Label = .formerClass) -> [ListColumn] {
    [
      ListColumn(words.label(.sourceSchool), of: listed) { .text(children.sourceSchool($0)) },
      sourceClass(listed, classLabel),
    ].filter(\.saysSomething)
  }

  /// The class at the source school, which calls it its own.
  func sourceClass(_ listed: [Child], _ label: ListWording.Label = .sourceClass) -> ListColumn {
    ListColumn(words.label(label), .code, centred: true, of: listed) {
      .text(children.sourceClass($0))
    }
  }

  func phone(_ listed: [Child]) -> ListColumn {
    ListColumn(words.label(.phone), .code, of: listed) { .text(children.phone($0)) }
  }

  func address(_ listed: [Child]) -> ListColumn {
    ListColumn(words.label(.address), of: listed) { .text(children.address($0)) }
  }

  private func ordinal(_ count: Int) -> ListColumn {
    ListColumn(words.label(.number), .ordinal, Array(repeating: .ordinal, count: count))
  }

  /// Each kind of identifier that somebody on the list has; the first in any case.
  private func identifiers(_ listed: [Child]) -> [ListColumn] {
    let labels: [ListWording.Label] = [.personalId, .moetId, .examNo, .applicationNo]
    return labels.enumerated().compactMap { kind, label in
      let texts = listed.map { children.identifier(kind, $0) }
      guard kind == 0 || texts.contains(where: { !$0.isEmpty }) else { return nil }
      return ListColumn(words.label(label), .code, texts.map(ListValue.text))
    }
  }
}
