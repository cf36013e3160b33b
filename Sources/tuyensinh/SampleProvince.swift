import Sample
import Wording

/// `sample [FOLDER]`: the files of a made-up province, wave by wave as they are sent; with
/// `--profile` one of the ready-made setups.
extension Command {
  func sample() throws -> Program.Status {
    let folder = arguments.operands.first ?? "mau"
    if let name = arguments.values["profile"] { return try sample(profile: name, in: folder) }
    let waves = try makeProvince().enumerated()
    for (index, wave) in waves {
      for file in wave { try write(file.bytes, to: place(of: index, in: folder) + file.path) }
    }
    try terminal.say(names: waves.map { place(of: $0.offset, in: folder) })
    return .allWell
  }

  private func place(of wave: Int, in folder: String) -> String { "\(folder)/dot-gui-\(wave + 1)/Inbox/" }

  /// One of the ready-made setups.
  private func sample(profile name: String, in folder: String) throws -> Program.Status {
    guard let profile = SampleProfile(rawValue: name.lowercased()) else {
      Terminal.complain(
        terminal.words.noSuchProfile(name, known: SampleProfile.allCases.map(\.rawValue)))
      return .unusable
    }
    let files = makeProfile(profile).map { (path: "\(folder)/Inbox/\($0.path)", bytes: $0.bytes) }
    for file in files { try write(file.bytes, to: file.path) }
    try terminal.say(names: files.map(\.path))
    return .allWell
  }

  func makeProvince() throws -> [[SampleFile]] {
    let standard = SampleSpec()
    return makeSample(
      SampleSpec(
        seed: UInt64(try arguments.number("seed", in: 0...Int.max, standard: Int(standard.seed))),
        children: try arguments.number("children", in: 100...5_000_000, standard: standard.children))
    ).waves
  }
}
