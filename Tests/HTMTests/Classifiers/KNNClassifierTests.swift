import Foundation
import HTM
import Stowage
import Testing

/// What NuPIC's classifier finds is found here, from the start and from files.
struct KNNClassifierTests {
  @Test(arguments: 0..<28)
  func runsAreEqual(_ number: Int) throws {
    let run = try Reference("runs_knn/runs-\(number / 14).json")[number % 14]
    let file = try #require(try Reference.file("runs_knn/knn_\(number)", packed: false))
    let theirs = try file.root(KNNClassifierProto.self)
    var classifier = try KNNClassifier(KNNClassifier.Parameters(run["params"]))
    var restored: KNNClassifier?
    var row = 0
    for action in try run["rows"].items {
      let isSaved = try row == run["savedAfter"].int && restored == nil
      if isSaved {
        let read = try KNNClassifier.read(theirs)
        #expect(read.categoryList == classifier.categoryList)
        let again = MessageBuilder()
        try classifier.write(again.initRoot(KNNClassifierProto.self))
        #expect(
          try Message(again.bytes()).root(KNNClassifierProto.self).canonicalBytes()
            == theirs.canonicalBytes())
        // What NuPIC's file loses decides which pattern goes first.
        restored = classifier.parameters.maxStoredPatterns > 0 ? classifier : read
      }
      if action.kind != "step" { row += 1 }
      try classifier.expect(action, "row \(row - 1)")
      if var copy = restored {
        try copy.expect(action, "row \(row - 1) after loading")
        restored = try deserialize(serialize(copy), as: KNNClassifier.self)
        #expect(restored == copy)
      }
    }
    #expect(restored != nil)
    for classifier in [classifier, restored ?? classifier] {
      #expect(classifier.categoryList == (try run["categoryList"].ints))
      #expect(classifier.categoryRecency == (try run["recency"].ints))
      #expect(
        classifier.partitionIDList
          == (try run["partitionIdList"].items.map { ($0.value as? NSNumber)?.intValue }))
    }
  }

  @Test(arguments: Reference.cases("knn_"), [true, false])
  func filesGoOn(_ name: String, _ packed: Bool) throws {
    let file = try #require(try Reference.file("\(name)/knn", packed: packed))
    let theirs = try file.root(KNNClassifierProto.self)
    let expected = try Reference("\(name)/expected.json")
    let inputs = try Reference("\(name)/inputs.json")["probe"].items
    let original = try KNNClassifier.read(theirs)
    let again = MessageBuilder()
    try original.write(again.initRoot(KNNClassifierProto.self))
    #expect(
      try Message(again.bytes()).root(KNNClassifierProto.self).canonicalBytes()
        == theirs.canonicalBytes())
    let state = try expected["state_after_load"]
    #expect(original.categoryList == (try state["_categoryList"].ints))
    #expect(original.numPatterns == (try state["_numPatterns"].int))
    let copy = try deserialize(serialize(original), as: KNNClassifier.self)
    // Components that were loaded are multiplied in single precision, in an order that a library of
    // linear algebra decides.
    let isReduced = name.contains("svd")
    for var classifier in [original, copy] {
      for (input, output) in zip(inputs, try expected["next_after_load"].items)
      where output.has("inference") {
        let found = try classifier.infer(input.floats)
        #expect(found.winner == (output.isNull("winner") ? nil : try output["winner"].int))
        #expect(
          found.inferenceResult == (try output["inference"].items.map { try $0.number }))
        let distances = try output["dist"].items.map { try $0.number }
        if isReduced {
          let pairs = zip(found.protoDistance, distances)
          #expect(found.protoDistance.count == distances.count)
          #expect(pairs.allSatisfy { abs($0 - $1) < 1e-7 })
        } else {
          #expect(found.protoDistance == distances)
          #expect(found.categoryDist == (try output["categoryDist"].floats))
        }
      }
    }
  }

  /// Components are NuPIC's but for signs and rounding, so distances are.
  @Test func componentsAreFound() throws {
    let expected = try Reference("knn_svd/expected.json")
    let inputs = try Reference("knn_svd/inputs.json")
    var classifier = try KNNClassifier(KNNClassifier.Parameters(expected["params"]))
    for sample in try inputs["train"].items {
      try classifier.learn(
        sample["pattern"].floats, category: sample["category"].int,
        partitionID: sample["partitionId"].int)
    }
    for (input, output) in zip(
      try inputs["probe"].items, try expected["next_never_saved"].items)
    {
      let found = try classifier.infer(input.floats)
      #expect(found.winner == (try output["winner"].int))
      for (ours, theirs) in zip(found.protoDistance, try output["dist"].items) {
        #expect(abs(ours - (try theirs.number)) < 1e-6)
      }
    }
    #expect(classifier.inputWidth == 20)
    #expect(classifier.getPattern(0)?.count == 5)
    #expect(try deserialize(serialize(classifier), as: KNNClassifier.self) == classifier)
  }

  @Test func adaptiveComponentsAreCounted() throws {
    for wide in [true, false] {
      var classifier = try KNNClassifier {
        $0.numSVDSamples = wide ? 4 : 9
        $0.numSVDDims = .adaptive
        $0.fractionOfMax = 0.1
      }
      // They differ in two directions.
      let patterns: [[Float]] = [
        [1, 0, 1, 0, 0.5], [0, 1, 1, 0, 0], [1, 0, 1, 0, 0.5], [0, 1, 1, 0, 1],
      ]
      for (index, pattern) in patterns.enumerated() {
        try classifier.learn(pattern, category: index % 3)
      }
      let found = try classifier.infer([1, 1, 0, 0, 0.3])
      #expect(classifier.parameters.numSVDDims == .count(2))
      // NuPIC finds these in single precision.
      for (ours, theirs) in zip(
        found.protoDistance, [0.73854894, 0.7719842, 0.73854894, 1.0])
      {
        #expect(abs(ours - theirs) < 1e-6)
      }
    }
  }

  @Test func patternsAreLookedAt() throws {
    var classifier = try KNNClassifier { $0.k = 2 }
    let patterns: [[Float]] = [
      [1, 0, 1, 0, 0.5], [0, 1, 1, 0, 0], [0, 1, 1, 0, 1], [0.3, 0.2, 0, 0.9, 0.05],
    ]
    for (index, pattern) in patterns.enumerated() {
      try classifier.learn(
        pattern, category: [2, 0, 0, 5][index], partitionID: [nil, 3, nil, 3][index])
    }
    // What the real NuPIC gives.
    let input: [Float] = [1, 0.25, 0.08, 0, 0.3]
    #expect(
      try classifier.getOverlaps(input) == [
        1.38000011444091797, 0.32999998331069946, 0.62999999523162842, 1.25,
      ])
    #expect(
      try classifier.getDistances(input) == [
        0.6009819507598877, 0.93218016624450684, 1, 0.67541348934173584,
      ])
    let closest = try classifier.getClosest(input)
    #expect(closest.winner == 2)
    #expect(closest.nearest.map(\.category) == [2, 5, 0])
    #expect(try classifier.closestTrainingPattern(input, category: 0) == [0, 1, 1, 0, 0])
    #expect(try classifier.closestTrainingPattern(input, category: 9) == nil)
    #expect(try classifier.closestOtherTrainingPattern(input, category: 0) == [1, 0, 1, 0, 0.5])
    #expect(classifier.getPartitionId(0) == nil)
    #expect(classifier.getPartitionId(1) == 3)
    #expect(classifier.getPartitionId(9) == nil)
    #expect(classifier.partitionIDKeys == [3])
    #expect(classifier.getPatternIndicesWithPartitionId(3) == [1, 3])
    try classifier.remapCategories([9, 8, 7, 6, 5, 4])
    #expect(classifier.categoryList == [7, 9, 9, 4])
    classifier.setCategoryOfVectors([0, 99], [4, 4])
    #expect(classifier.removeCategory(4) == 2)
    #expect(classifier.categoryList == [9, 9])
    #expect(classifier.partitionIDList == [3, nil])
    #expect(classifier.removeIds([0]) == 0)
    classifier.clear()
    #expect(try classifier.infer(input).winner == nil)
    #expect(try classifier.learn(active: [0, 4], width: 5, category: 1) == 1)
    #expect(classifier.getPattern(0) == [1, 0, 0, 0, 1])
  }

  @Test func rowsAreRemovedByTheirNumbers() throws {
    var classifier = try KNNClassifier { $0.maxStoredPatterns = 5 }
    for row in 0..<4 {
      try classifier.learn(
        active: [row, row + 1], width: 9, category: row, partitionID: row % 2, rowID: 10 + row)
    }
    #expect(classifier.removeIds([11, 13]) == 2)
    #expect(classifier.categoryList == [0, 2])
    #expect(classifier.categoryRecency == [10, 12])
    #expect(classifier.partitionIDList == [0, 0])
    try classifier.prototypeSetCategory(10, 7)
    #expect(classifier.categoryList == [7, 2])
    #expect(throws: HTMError.self) { try classifier.prototypeSetCategory(99, 7) }
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    typealias Change = (inout KNNClassifier.Parameters) -> Void
    let changes: [(String, Change)] = [
      ("k", { $0.k = 1 << 31 }), ("distanceNorm", { $0.distanceNorm = -1 }),
      ("distanceNorm", { $0.distanceNorm = .infinity }),
      ("distThreshold", { $0.distThreshold = .nan }),
      ("fractionOfMax", { $0.numSVDDims = .adaptive }),
      ("numSVDDims", { $0.numSVDDims = .count(-1) }),
      (
        "maxStoredPatterns",
        {
          $0.maxStoredPatterns = 2
          $0.useSparseMemory = false
        }
      ),
      (
        "cellsPerCol",
        {
          $0.cellsPerCol = 2
          $0.useSparseMemory = false
        }
      ),
      (
        "distanceMethod",
        {
          $0.distanceMethod = .rawOverlap
          $0.useSparseMemory = false
        }
      ),
    ]
    for (name, change) in changes {
      let error = try #require(throws: HTMError.self) { _ = try KNNClassifier(change) }
      #expect(error.path == name)
    }
    var classifier = try KNNClassifier { $0.cellsPerCol = 2 }
    try classifier.learn([1, 0], category: 0)
    let before = classifier
    for pattern: [Float] in [[], [1], [1, 2, 3, 4], [.nan, 1], [.infinity, 1]] {
      #expect(throws: HTMError.self) { try classifier.learn(pattern, category: 0) }
      #expect(throws: HTMError.self) { try classifier.infer(pattern) }
    }
    for category in [-2, .max] {
      #expect(throws: HTMError.self) { try classifier.learn([1, 0], category: category) }
    }
    #expect(throws: HTMError.self) {
      try classifier.learn([1, 0], category: 0, partitionID: .max)
    }
    for (active, width) in [([2], 2), ([-1], 2), ([], 0), ([], Int.max)] {
      #expect(throws: HTMError.self) {
        try classifier.learn(active: active, width: width, category: 0)
      }
    }
    #expect(classifier == before)
  }

  @Test(
    arguments: [
      Hostile("version") { $0.version = 2 }, Hostile("m") { $0.numPatterns = 29 },
      Hostile("distanceMethod") { try $0.setDistanceMethod("near") },
      Hostile("distanceMethod") { try $0.setDistanceMethod("rawOverlap") },
      Hostile("distanceNorm") { $0.distanceNorm = .nan },
      Hostile("memory") { $0.useSparseMemory = true },
      Hostile("numSVDDims") { try $0.numSVDDims.setNumSVDDimsText("many") },
      Hostile("categoryList") { try $0.setCategoryList([1]) },
      Hostile("categoryList[3]") { try $0.categoryList[3] = .max },
      Hostile("categoryList[3]") { try $0.categoryList[3] = -2 },
      Hostile("partitionIdList[1]") { try $0.partitionIdList[1] = .nan },
      Hostile("m[2]") { try $0.m[2][1] = 77 },
      Hostile("memory.ndarray[1]") { _ in },
    ] as [Hostile<KNNClassifierProto>])
  func damagedFilesAreErrors(_ hostile: Hostile<KNNClassifierProto>) throws {
    let message = try MessageBuilder.changing(
      Reference.bytes("knn_dense/knn.bin"), KNNClassifierProto.self
    ) { builder in
      if hostile.path == "memory.ndarray[1]" {
        try builder.memory.ndarray.initialize(1, count: 3)
      } else {
        try hostile.change(builder)
      }
    }
    let reader = try message.root(KNNClassifierProto.self)
    let error = try #require(throws: HTMError.self) { try KNNClassifier.read(reader) }
    #expect(error.path.hasPrefix("KNNClassifierProto." + hostile.path))
    #expect(error.code == .invalidState)
  }

  @Test func damagedComponentsAreErrors() throws {
    for change: (KNNClassifierProto.Builder) throws -> Void in [
      { try $0.setMean([1, 2]) }, { try $0.initVt(count: 3) }, { try $0.initVt(count: 5) },
    ] {
      let message = try MessageBuilder.changing(
        Reference.bytes("knn_svd/knn.bin"), KNNClassifierProto.self, change)
      let reader = try message.root(KNNClassifierProto.self)
      let error = try #require(throws: HTMError.self) { try KNNClassifier.read(reader) }
      #expect(error.path.hasPrefix("KNNClassifierProto.vt"))
    }
  }
}

extension KNNClassifier {
  /// Does what NuPIC did, and compares what comes of it.
  fileprivate mutating func expect(_ action: Reference, _ place: Comment) throws {
    switch action.kind {
    case "step": doIteration()
    case "learn":
      let count = try learn(
        action[1].floats, category: action[2].int,
        partitionID: (action[3].value as? NSNumber)?.intValue,
        rowID: (action[4].value as? NSNumber)?.intValue)
      try #require(count == (try action[5].int), place)
    default:
      let found = try infer(
        action[1].floats, partitionID: (action[2].value as? NSNumber)?.intValue)
      let winner = try action[3].value as? NSNumber
      try #require(found.winner == winner?.intValue, place)
      try #require(found.inferenceResult == (try action[4].items.map { try $0.printed }), place)
      let distances = try action[5].items.map { try $0.printed }
      try #require(found.protoDistance.map(\.description) == distances.map(\.description), place)
      try #require(
        found.categoryDist == (try action[6].items.map { Float(try $0.printed) }), place)
    }
  }
}

extension KNNClassifier.Parameters {
  fileprivate init(_ reference: Reference) throws {
    self.init()
    for (name, value) in try reference.fields where !(value.value is NSNull) {
      switch name {
      case "k": k = try value.int
      case "exact": exact = try value.bool
      case "distanceNorm": distanceNorm = try value.number
      case "distanceMethod":
        let name = try value.string
        distanceMethod = try #require(.init(rawValue: name))
      case "distThreshold": distThreshold = try value.number
      case "doBinarization": doBinarization = try value.bool
      case "binarizationThreshold": binarizationThreshold = try value.number
      case "useSparseMemory": useSparseMemory = try value.bool
      case "sparseThreshold": sparseThreshold = try value.number
      case "relativeThreshold": relativeThreshold = try value.bool
      case "numWinners": numWinners = try value.int
      case "numSVDSamples": numSVDSamples = try value.int
      case "numSVDDims": numSVDDims = value.isString ? .adaptive : .count(try value.int)
      case "fractionOfMax": fractionOfMax = try value.number
      case "maxStoredPatterns": maxStoredPatterns = try value.int
      case "replaceDuplicates": replaceDuplicates = try value.bool
      case "cellsPerCol": cellsPerCol = try value.int
      case "minSparsity": minSparsity = try value.number
      default: Issue.record("\(name)")
      }
    }
  }
}

extension Reference {
  fileprivate var kind: String? { (value as? [Any])?.first as? String }

  fileprivate func isNull(_ key: String) -> Bool {
    (value as? [String: Any])?[key] is NSNull
  }
}
