import HTM

/// A sequence in which each note occurs again and again, with others before and after it.
///
/// No note is the same as the one before: how long a note is held is not what a temporal memory tells.
struct Song {
  static let rounds = 12

  let notes: [Int]
  private let inputs: [[Int]]

  init(notes kinds: Int, length: Int, seed: UInt64) {
    var random = Random(seed: seed)
    var notes = [0]
    while notes.count < length {
      let note = Int.random(in: 0..<kinds, using: &random)
      if note != notes[notes.count - 1] { notes.append(note) }
    }
    self.notes = notes
    inputs = (0..<kinds).map { _ in random.sample(Array(0..<1024), 20) }
  }

  /// The inputs that are on when a note sounds.
  func input(_ note: Int) -> [Int] { inputs[note] }

  func otherNote(than note: Int) -> Int { (note + 1) % inputs.count }
}
