import Tables

/// The relationships of one part to others (ISO/IEC 29500-2, 9.3).
final class Relationships: XMLVisitor {
  struct Relationship {
    let id: String
    /// The last component of the type: `worksheet`, `styles`; equal in the
    /// transitional and the strict form.
    let kind: String
    /// The name of the part it points at; nil outside the workbook.
    let part: String?
  }

  private(set) var all: [Relationship] = []
  /// The folder of the part that the relationships belong to, with its `/`.
  private let folder: String

  /// The relationships of the part called `part`; of the whole package if empty.
  init(of part: String, limits: ReadingLimits) {
    folder = Relationships.folder(of: part)
    super.init(limits: limits)
  }

  /// The name of the part that holds the relationships of `part`.
  static func partName(of part: String) -> String {
    let folder = folder(of: part)
    return folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
  }

  private static func folder(of part: String) -> String {
    part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
  }

  override func start(_ element: XMLElement, depth: Int) {
    if depth == 1, !element.isNamed("Relationships") { return fail(.damaged(.xml)) }
    guard depth == 2, element.isNamed("Relationship"), let type = element.text("Type"),
      let target = element.text("Target")
    else { return }
    guard all.count < limits.entries else { return fail(.over(.entries, limits)) }
    let external = element.bytes("TargetMode").map { $0.elementsEqual("External".utf8) } ?? false
    all.append(
      Relationship(
        id: element.text("Id") ?? "", kind: type.split(separator: "/").last.map(String.init) ?? "",
        part: external ? nil : resolve(target)))
  }

  /// The name of the part that a target, relative or absolute, means.
  private func resolve(_ target: String) -> String? {
    let target = ZipIndex.partName(target.utf8)
    var path: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where step != "." {
      if step != ".." {
        path.append(step)
      } else if path.popLast() == nil {
        return nil
      }
    }
    return path.joined(separator: "/")
  }
}
