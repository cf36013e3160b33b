/// What was asked for on the command line.
struct Arguments: Equatable {
  var command = "run"
  var operands: [String] = []
  /// Options with a value: `--unit U`.
  var values: [String: String] = [:]
  /// Options without: `--json`.
  var flags: Set<String> = []

  /// Why the command line cannot be carried out.
  enum Problem: Error, Equatable {
    case unknownOption(String, suggestion: String?)
    case missingValue(String)
    case badValue(String, value: String)
    case unknownCommand(String, suggestion: String?)
    case operands(command: String)
  }

  /// What a command takes: how many operands, and which options beyond the common ones.
  struct Shape {
    var operands: ClosedRange<Int>
    var values: Set<String> = []
    var flags: Set<String> = []
  }

  static let commands: [String: Shape] = [
    "run": Shape(operands: 0...0),
    "check": Shape(operands: 1...Int.max, values: ["unit", "round"]),
    "status": Shape(operands: 0...0),
    "finalize": Shape(operands: 1...1, flags: ["accept-held"]),
    "reopen": Shape(operands: 1...1),
    "explain": Shape(operands: 2...2),
    "template": Shape(operands: 1...1, values: ["output"]),
    "sample": Shape(operands: 0...1, values: ["seed", "children"]),
    "cells": Shape(operands: 1...1, values: ["sheet"]),
    "bench": Shape(operands: 0...0, values: ["size"]),
    "demo": Shape(operands: 0...0),
    "schemas": Shape(operands: 0...0),
    "help": Shape(operands: 0...0),
  ]

  static let commonValues: Set<String> = ["workspace", "lang", "jobs"]
  static let commonFlags: Set<String> = ["json", "quiet", "wait", "help"]

  /// Reads `words`, the program's name left out. Options may stand before or
  /// after the operands; `--` ends them; no command is `run`.
  init(_ words: [String]) throws(Problem) {
    var rest = words[...]
    var onlyOperands = false
    var named = false
    while let word = rest.popFirst() {
      if onlyOperands || !word.hasPrefix("--") {
        if named {
          operands.append(word)
        } else {
          command = word
          named = true
        }
      } else if word == "--" {
        onlyOperands = true
      } else {
        try take(option: String(word.dropFirst(2)), from: &rest)
      }
    }
    guard let shape = Arguments.commands[command] else {
      throw .unknownCommand(
        command, suggestion: Arguments.nearest(command, among: Arguments.commands.keys.sorted()))
    }
    guard shape.operands.contains(operands.count) else { throw .operands(command: command) }
    let known = shape.values.union(Arguments.commonValues).union(shape.flags).union(Arguments.commonFlags)
    for option in flags.union(values.keys).sorted() where !known.contains(option) {
      throw .unknownOption(
        "--" + option, suggestion: Arguments.nearest(option, among: known.sorted()).map { "--" + $0 })
    }
  }

  private mutating func take(option: String, from rest: inout ArraySlice<String>) throws(Problem) {
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let takesValue =
      Arguments.commonValues.contains(name)
      || Arguments.commands.values.contains { $0.values.contains(name) }
    guard takesValue else {
      flags.insert(option)
      return
    }
    guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
      throw .missingValue("--" + name)
    }
    values[name] = value
  }

  /// A whole number in `range`, or `standard` where the option was not given.
  func number(_ name: String, in range: ClosedRange<Int>, standard: Int) throws(Problem) -> Int {
    guard let text = values[name] else { return standard }
    guard let number = Int(text), range.contains(number) else { throw .badValue("--" + name, value: text) }
    return number
  }

  private static func nearest(_ word: String, among names: [String]) -> String? {
    names.first { $0.hasPrefix(word) || word.hasPrefix($0) }
  }
}
