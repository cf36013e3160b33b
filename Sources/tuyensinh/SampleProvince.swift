import Sample
import Wording

/// `sample [FOLDER]`: the files of a made-up province, wave by wave as they are sent.
extension Command {
  func sample() throws -> Program.Status {
    let folder = arguments.operands.first ?? "mau"
    let waves = try makeProvince().enumerated()
    for (index, wave) in waves {
      for file in wave { try write(file.bytes, to: place(of: index, in: folder) + file.path) }
    }
    try terminal.say(names: waves.map { place(of: $0.offset, in: folder) })
    return .allWell
  }

  private func place(of wave: Int, in folder: String) -> String { "\(folder)/dot-gui-\(wave + 1)/Inbox/" }

  func makeProvince() throws -> [[SampleFile]] {
    let standard = SampleSpec()
    return makeSample(
      SampleSpec(
        seed: UInt64(try arguments.number("seed", in: 0...Int.max, standard: Int(standard.seed))),
        children: try arguments.number("children", in: 100...5_000_000, standard: standard.children))
    ).waves
  }
}
