import Tables

/// What was asked for on the command line.
struct Arguments: Equatable {
  var command = "run"
  var operands: [String] = []
  /// Options with a value: `--unit U`.
  var values: [String: String] = [:]
  /// Of options with a value: every value given, in order.
  var all: [String: [String]] = [:]
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
    "watch": Shape(operands: 0...0),
    "check": Shape(operands: 1...Int.max, values: ["unit", "round", "schema"]),
    "status": Shape(operands: 0...0),
    "finalize": Shape(operands: 1...1, flags: ["accept-held"]),
    "reopen": Shape(operands: 1...1),
    "explain": Shape(operands: 2...2),
    "verify": Shape(operands: 1...1),
    "diff": Shape(operands: 2...2, flags: ["names"]),
    "simulate": Shape(
      operands: 1...1, values: ["quota", "method", "ties", "margin", "without"], flags: ["reopened", "names"]),
    "template": Shape(operands: 1...1, values: ["output"]),
    "sample": Shape(operands: 0...1, values: ["seed", "children", "profile"]),
    "cells": Shape(operands: 1...1, values: ["sheet"]),
    "bench": Shape(operands: 0...0, values: ["size", "peer"]),
    "demo": Shape(operands: 0...0, values: ["seed", "children"]),
    "purge": Shape(operands: 0...0),
    "recover": Shape(operands: 0...0),
    "schemas": Shape(operands: 0...0),
    "help": Shape(operands: 0...1),
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
      if onlyOperands || !word.hasPrefix("-") || word == "-" {
        if named {
          operands.append(word)
        } else {
          command = word
          named = true
        }
      } else if word == "--" {
        onlyOperands = true
      } else if word == "-h" {
        flags.insert("help")
      } else if word.hasPrefix("--") {
        try take(option: String(word.dropFirst(2)), from: &rest)
      } else {
        throw .unknownOption(word, suggestion: nil)
      }
    }
    try check()
  }

  private func check() throws(Problem) {
    guard let shape = Arguments.commands[command] else {
      throw .unknownCommand(
        command, suggestion: Arguments.nearest(command, among: Arguments.commands.keys.sorted()))
    }
    let known = shape.values.union(Arguments.commonValues).union(shape.flags).union(Arguments.commonFlags)
    for option in flags.union(values.keys).sorted() where !known.contains(option) {
      throw .unknownOption(
        "--" + option, suggestion: Arguments.nearest(option, among: known.sorted()).map { "--" + $0 })
    }
    let isHelp = flags.contains("help")
    guard isHelp || shape.operands.contains(operands.count) else { throw .operands(command: command) }
  }

  private mutating func take(option: String, from rest: inout ArraySlice<String>) throws(Problem) {
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let takesValue =
      Arguments.commonValues.contains(name)
      || Arguments.commands.values.contains { $0.values.contains(name) }
    guard takesValue else {
      if parts.count > 1, Arguments.isFlag(name) { throw .badValue("--" + name, value: String(parts[1])) }
      flags.insert(name)
      return
    }
    if parts.count > 1 {
      values[name] = String(parts[1])
    } else if let value = rest.first, !value.hasPrefix("--") {
      values[name] = value
      rest.removeFirst()
    }
    guard let given = values[name], !given.isEmpty else { throw .missingValue("--" + name) }
    all[name, default: []].append(given)
  }

  /// A whole number in `range`, or `standard` where the option was not given.
  func number(_ name: String, in range: ClosedRange<Int>, standard: Int) throws(Problem) -> Int {
    guard let text = values[name] else { return standard }
    guard let number = Int(text), range.contains(number) else { throw .badValue("--" + name, value: text) }
    return number
  }

  private static func isFlag(_ name: String) -> Bool {
    commonFlags.contains(name) || commands.values.contains { $0.flags.contains(name) }
  }

  /// The name that was meant: mistyped, or not written out.
  private static func nearest(_ word: String, among names: [String]) -> String? {
    if let index = Tables.nearest(to: word, among: names) { return names[index] }
    return names.first { !word.isEmpty && ($0.hasPrefix(word) || word.hasPrefix($0)) }
  }
}
