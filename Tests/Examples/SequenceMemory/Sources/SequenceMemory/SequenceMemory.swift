import Foundation
import HTM

/// Learns a song by heart, saves what it learnt, and goes on from the files as if nothing happened.
@main
enum SequenceMemory {
  static func main() throws {
    let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? ".")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var listener = try Listener()
    let song = Song(notes: 60, length: 100, seed: 7)

    print("A song of \(song.notes.count) notes, \(Song.rounds) times over:")
    var chart = AnomalyChart(roundLength: song.notes.count)
    var progress = ProgressBar(total: Song.rounds * song.notes.count)
    for round in 1...Song.rounds {
      for note in song.notes {
        chart.append(try listener.hear(song.input(note)))
        progress.advance("round \(round), anomaly \(percent(chart.meanOfLastRound))")
      }
    }
    progress.finish()
    print(
      "  the first time it was surprised by \(percent(chart.mean(ofRound: 0))) of what it heard,")
    print("  the last time by \(percent(chart.meanOfLastRound)).")
    print("  \(listener.memory.connections.numSegments) segments, ", terminator: "")
    print("\(listener.memory.connections.numSynapses) synapses")

    let wrong = [27, 55, 83]
    for (place, note) in song.notes.enumerated() {
      let isWrong = wrong.contains(place)
      let heard = isWrong ? song.otherNote(than: note) : note
      chart.append(try listener.hear(song.input(heard)), isSurprise: isWrong)
    }

    print("\nSaved, and loaded again:")
    var restored = try saveAndLoad(listener, folder)
    for step in 0..<100 {
      let input = song.input(song.notes[step % song.notes.count])
      let (expected, found) = (try listener.hear(input), try restored.hear(input))
      guard expected == found, listener.outputs == restored.outputs else {
        throw DemoError("the loaded models went another way at step \(step)")
      }
    }
    print("  the next 100 outputs are equal: active columns, active cells, winners, predictions")

    let picture = folder.appending(path: "anomaly.svg")
    try Data(chart.svg.utf8).write(to: picture, options: .atomic)
    print("\nThe song once more, with \(wrong.count) wrong notes:")
    print("  \(chart.sparkline)")
    print("  the whole picture: \(picture.path())")
  }

  private static func saveAndLoad(_ listener: Listener, _ folder: URL) throws -> Listener {
    let poolerFile = folder.appending(path: "pooler.bin")
    let memoryFile = folder.appending(path: "memory.bin")
    let clock = ContinuousClock()
    print("                     bytes   saved in  loaded in")
    let savedPooler = try clock.measure { try listener.pooler.writeToFile(poolerFile) }
    var pooler = listener.pooler
    let loadedPooler = try clock.measure { pooler = try SpatialPooler.readFromFile(poolerFile) }
    try report("spatial pooler", poolerFile, savedPooler, loadedPooler)
    let savedMemory = try clock.measure { try listener.memory.writeToFile(memoryFile) }
    var memory = listener.memory
    let loadedMemory = try clock.measure { memory = try TemporalMemory.readFromFile(memoryFile) }
    try report("temporal memory", memoryFile, savedMemory, loadedMemory)
    return Listener(pooler: pooler, memory: memory)
  }

  private static func report(
    _ name: String, _ file: URL, _ saved: Duration, _ loaded: Duration
  ) throws {
    let size = try Data(contentsOf: file).count
    let columns = [
      name + String(repeating: " ", count: 16 - name.count), right("\(size)", 10),
      right(milliseconds(saved), 11), right(milliseconds(loaded), 11),
    ]
    print("  " + columns.joined())
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func milliseconds(_ duration: Duration) -> String {
    duration.formatted(.units(allowed: [.milliseconds], fractionalPart: .show(length: 1)))
  }

  private static func percent(_ part: Double) -> String { "\(Int((part * 100).rounded())) %" }
}

/// Why the demo ends before its end.
struct DemoError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
