/// What is wrong with a file of `Schemas/`.
public enum SchemaFault: Hashable, Sendable {
  /// Neither the workspace nor the project has it.
  case noFile
  case notJSON
  /// The key must be there.
  case missing
  /// It should be a text, a number, a list, …: the word of the schema.
  case wrongType(expected: String)
  /// Not one of the keys or values that are known.
  case unknown(String)
  case outOfRange(value: String, range: String)
  /// No regular expression.
  case brokenPattern(String)
  case repeated(String)
  /// The machine knows no group of that name.
  case noSuchGroup(String)
  /// A part that cannot be used, named by its key alone.
  case unusable
}

extension TerminalWording {
  /// A file of Schemas that cannot be used: which, where in it, and why.
  public func badSchema(_ file: String, key: String, _ fault: SchemaFault) -> String {
    let place = key.isEmpty ? file : say("\(file), khóa «\(key)»", "\(file), key «\(key)»")
    let what =
      switch fault {
      case .noFile: say("không có tệp này", "there is no such file")
      case .notJSON: say("không phải JSON đúng dạng", "not well-formed JSON")
      case .missing: say("thiếu khóa này", "the key is missing")
      case .wrongType(let expected): say("phải là \(expected)", "it must be of type \(expected)")
      case .unknown(let value):
        say("«\(value)» không phải là giá trị hay khóa dùng được ở đây", "«\(value)» is not known here")
      case .outOfRange(let value, let range):
        say("«\(value)» nằm ngoài khoảng cho phép (\(range))", "«\(value)» is out of range (\(range))")
      case .brokenPattern(let value):
        say(
          "mẫu «\(value)» không phải là biểu thức chính quy mà XML Schema hiểu được; hãy xem lại các dấu ngoặc, dấu * + ? và \\",
          "the pattern «\(value)» is no regular expression of XML Schema; look at its brackets, its * + ? and its \\"
        )
      case .repeated(let value): say("«\(value)» ghi hai lần", "«\(value)» stands there twice")
      case .noSuchGroup(let group):
        say(
          "máy này không có nhóm người dùng «\(group)»; hãy tạo nhóm (groupadd) hoặc sửa tên",
          "this machine has no group «\(group)»: make it (groupadd), or correct the name")
      case .unusable: say("không dùng được", "it cannot be used")
      }
    return "\(place): \(what)."
  }
}
