import Foundation
import Reductions
import Stowage
import Testing

/// `stow plot` draws what is in a model.
struct PlotTests {
  @Test func spatialPoolers() throws {
    let run = try Run.stow(["plot", Fixtures.nupic("sp_cpp_global/sp.bin")])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.hasPrefix("<svg ") && run.text.hasSuffix("</svg>\n"))
    for title in [
      "Permanences of 19521 synapses", "Duty cycles", "Boost factors",
      "Potential pools: 205 of 256 inputs",
    ] { #expect(run.text.contains(title), "\(title)") }
    let one = try Run.stow(
      ["plot", Fixtures.nupic("sp_cpp_global/sp.bin"), "--what", "columns"]
    ).text
    #expect(one.contains("Duty cycles") && !one.contains("Potential pools"))
  }

  @Test func temporalMemories() throws {
    let run = try Run.stow(["plot", Fixtures.htm("memory.text")])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains("Segments per cell") && run.text.contains("Synapses per segment"))
  }

  @Test(arguments: [
    ("model_temporal_anomaly/model.packed.bin", "SP", "TM"),
    ("network_sp-cpp_tm-tm_cpp_cl-cpp/network.packed.bin", "SP", "TM"),
  ])
  func partsOfModels(_ path: String, _ pooler: String, _ memory: String) throws {
    let run = try Run.stow(["plot", Fixtures.nupic(path)])
    #expect(run.code == 0, "\(run.errors)")
    for title in ["\(pooler): Potential pools", "\(memory): Segments per cell"] {
      #expect(run.text.contains(title), "\(title)")
    }
  }

  @Test(arguments: ["packed", "binary", "json", "text"]) func partsOfOurFiles(_ format: String)
    throws
  {
    for (name, pooler, memory) in [
      ("detector", "pooler", "memory"), ("network", "SP", "TM"), ("model", "SP", "TM"),
    ] {
      let run = try Run.stow(["plot", Fixtures.htm("\(name).\(format)")])
      #expect(run.code == 0, "\(run.errors)")
      for title in ["\(pooler): Potential pools", "\(memory): Segments per cell"] {
        #expect(run.text.contains(title), "\(name): \(title)")
      }
    }
  }

  @Test func numbersByTheirPath() throws {
    let folder = try TemporaryFolder()
    let output = folder.url("boost.svg")
    let run = try Run.stow([
      "plot", Fixtures.nupic("sp_cpp_global/sp.bin"), "--path", "permanences.rows[].values[].value",
      "-o", output.path,
    ])
    #expect(run.code == 0 && run.output.isEmpty, "\(run.errors)")
    let text = try String(contentsOf: output, encoding: .utf8)
    #expect(text.contains("permanences.rows[].values[].value: 19521 numbers"))
    let wrong = try Run.stow(
      ["plot", Fixtures.nupic("sp_cpp_global/sp.bin"), "--path", "permanence.rows"])
    #expect(
      wrong.code == 1 && wrong.errors.contains("did you mean permanences?"), "\(wrong.errors)")
  }

  @Test func tensorsOfAValue() throws {
    let numbers = (0..<1000).map { Float($0 % 37) / 37 }
    let value: Value = ["layers": [["weights": .tensor(try Tensor(numbers, shape: [10, 100]))]]]
    let data = try serialize(value, format: .packed)
    let run = try Run.stow(["plot", "-"], input: data)
    #expect(run.code == 0 && run.text.contains("layers[0].weights: 1000 numbers"), "\(run.errors)")
    let path = try Run.stow(["plot", "-", "--path", "layers[0].weights"], input: data)
    #expect(path.code == 0 && path.text.contains("In their order"))
  }

  @Test func weightsOfAWorkspace() throws {
    var workspace = try Workspace(config: Configuration(entryReduction: .coin()))
    let parser = try workspace.createParser(.vwText)
    for row in 0..<50 { try workspace.learn(parser.parse("\(row % 3) |f a\(row):1 b:\(row)")) }
    for format in [Format.packed, .json] {
      let run = try Run.stow(["plot", "-"], input: Stowage.serialize(workspace, format: format))
      #expect(run.code == 0, "\(run.errors)")
      // 50 names of its own each, the name of all, and the constant.
      #expect(run.text.contains("Weights: 52 features"))
      #expect(run.text.contains("betting on them: 52 features"))
      #expect(!run.text.contains("states"))
    }
  }

  @Test func nothingToDraw() throws {
    let run = try Run.stow(["plot", Fixtures.golden("scalars.packed")])
    #expect(run.code == 1 && run.errors.contains("nothing of that kind to draw"))
    #expect(run.output.isEmpty)
  }
}
