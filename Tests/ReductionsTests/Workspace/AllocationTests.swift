import AllocationCounter
import Reductions
import Testing

/// Reading, predicting and learning take no memory for each example.
///
/// The promise is one of the optimizer, so this says nothing in a debug build:
/// `swift test -c release --filter AllocationTests`.
@Suite(
  .enabled(if: Counting.isOptimized, "only an optimized build keeps values off the heap"),
  .enabled(if: Counting.isAvailable, "malloc cannot be counted here"))
struct AllocationTests {
  @Test(arguments: ["[]", #"[[{"Name": "f"}, {"Name": "g"}]]"#])
  func examplesTakeNoMemory(_ interactions: String) throws {
    var workspace = try Workspace(
      config: #"{"globalConfig": {"interactions": \#(interactions)}, "#
        + #""entryReduction": {"typename": "Coin"}}"#)
    let parser = try workspace.createParser(.vwText)
    let lines = (0..<20).map { Array("1.5 |f a\($0) b:0.25 |g c:-\($0).5 d:0.1234567890123".utf8) }
    var list = ExampleList()
    var sum: Float = 0
    func pass() throws {
      list.removeAll()
      for line in lines { try parser.parse(line.span, 0..<line.count, addingTo: &list) }
      for index in 0..<list.count {
        if case .scalar(let made) = try workspace.predict(list, index) { sum += made.prediction }
        try workspace.learn(list, index)
      }
    }
    try pass()
    alloc_counter_start()
    try pass()
    let counts = alloc_counter_stop()
    #expect(counts.allocations == 0)
    #expect(sum.isFinite)
  }
}
