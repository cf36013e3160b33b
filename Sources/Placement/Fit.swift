/// Which classes can take a student, and by which of its ranked combos.
struct Fit {
  /// A class that takes the student whatever its combos: language and boarding.
  /// A child that chose no language fits any.
  private static func takes(_ student: PlacementStudent, _ place: PlacementClass) -> Bool {
    (place.language < 0 || student.language < 0 || place.language == student.language)
      && (place.boarding ?? student.boarding) == student.boarding
  }

  /// By distinct set of classes (a kind): the classes, in order.
  private(set) var classesOfKind: [[Int]] = []
  /// By student, by ranked combo: the kind of those classes that teach it (a
  /// class for any combo teaches each). One entry for a child without combos.
  private(set) var kindsOfStudent: [[Int]] = []

  init(_ input: PlacementInput) {
    var kinds: [[Int]: Int] = [:]
    kindsOfStudent.reserveCapacity(input.students.count)
    for student in input.students {
      let takers = input.classes.indices.filter { Fit.takes(student, input.classes[$0]) }
      let ranked: [[Int]] =
        student.combos.isEmpty
        ? [takers]
        : student.combos.map { combo in
          takers.filter { input.classes[$0].combo < 0 || input.classes[$0].combo == combo }
        }
      kindsOfStudent.append(
        ranked.map { classes in
          if let kind = kinds[classes] { return kind }
          kinds[classes] = classesOfKind.count
          classesOfKind.append(classes)
          return classesOfKind.count - 1
        })
    }
  }
}
