internal import CapnProtoSyntax

/// What is in the brackets of a text, in the order in which they open.
///
/// A list is built with its length, and a text of any size cannot be kept as a tree until that is
/// known: so it is passed over once to count, and then once more to build.
final class TextBrackets: BracketNotes {
  private let brackets: SpooledArray<Bracket>
  private let faults: FirstFault
  private let progress: SpoolProgress?

  /// Why no more could be noted.
  private(set) var failure: CapnProtoError?

  init(memoryBytes: Int, _ faults: FirstFault, _ progress: SpoolProgress?) {
    brackets = SpooledArray(memoryBytes: memoryBytes)
    self.faults = faults
    self.progress = progress
  }

  subscript(number: Int) -> Bracket { brackets[number] }

  func open() -> Int {
    do throws(CapnProtoError) {
      try brackets.append(Bracket(count: 0, isSingle: false, hasSuffixes: false))
    } catch {
      failure = failure ?? error
      faults.isStopped = true
    }
    return brackets.count - 1
  }

  func close(_ number: Int, _ bracket: Bracket) {
    if brackets.count > number, number >= 0 { brackets[number] = bracket }
  }

  func reach(_ place: Int) { progress?.reach(place) }
}
