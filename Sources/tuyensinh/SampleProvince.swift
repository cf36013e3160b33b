import Sample
import Wording

/// `sample [FOLDER]`: the files of a made-up province, wave by wave as they are sent.
extension Command {
  func sample() throws -> Program.Status {
    let folder = arguments.operands.first ?? "mau"
    for (index, wave) in try makeProvince().enumerated() {
      let place = "\(folder)/dot-gui-\(index + 1)/Inbox/"
      for file in wave { try write(file.bytes, to: place + file.path) }
      terminal.say(place)
    }
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
