import Foundation
import Stowage

/// Teaches a model, writes it to a file, reads it back, and shows that the copy goes on alike.
@main
enum ModelFile {
  static func main() throws {
    var original = SpatialPooler(inputCount: 40, columnCount: 12, seed: 42)
    original.notes = "after 200 inputs"
    for _ in 0..<200 { _ = original.compute(original.nextInput(), learn: true) }

    let file = FileManager.default.temporaryDirectory
      .appending(path: "spatial-pooler-\(UUID().uuidString).bin")
    defer { try? FileManager.default.removeItem(at: file) }
    try original.writeToFile(file)
    var restored = try SpatialPooler.readFromFile(file)

    let size = try Data(contentsOf: file).count
    print("A spatial pooler of 12 columns over 40 inputs, \(restored.notes).")
    print("Written to a packed file of \(size) bytes, and read back:")
    print()
    show(restored)
    print()

    let input = original.nextInput()
    _ = restored.nextInput()
    print("The next input activates these columns:")
    print("  in the original", original.compute(input, learn: false))
    print("  in the copy    ", restored.compute(input, learn: false))
    guard original == restored else { fatalError("the copy is not what was saved") }
    print("The copy is equal to the original, the state of its random generator included.")
  }

  private static func show(_ pooler: SpatialPooler) {
    print("  column  connected  permanences")
    let bars = Array("▁▂▃▄▅▆▇█")
    for (index, column) in pooler.columns.enumerated() {
      let connected = column.permanences.count(where: SpatialPooler.isConnected)
      let graph = String(column.permanences.map { bars[min(7, Int($0 * 8))] })
      let columns = [
        pad("\(index)", 8), pad("\(connected)/\(column.inputs.count)", 11), "  " + graph,
      ]
      print(columns.joined())
    }
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
