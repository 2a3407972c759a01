import Foundation
import HTM
import Stowage
import Testing

/// Both of NuPIC's classifiers answer here as they do there, from the start and from files.
struct SDRClassifierTests {
  @Test(arguments: 0..<8)
  func runsAreEqual(_ number: Int) throws {
    let run = try Reference("runs_sdr/runs.json")[number]
    let file = try #require(try Reference.file("runs_sdr/sdr_\(number)", packed: false))
    let theirs = try file.root(SdrClassifierProto.self)
    let implementation = try SDRClassifier.Implementation(
      rawValue: run["implementation"].string)
    var classifier = try SDRClassifier(
      steps: run["steps"].ints, alpha: run["alpha"].number,
      actValueAlpha: run["actValueAlpha"].number, implementation: #require(implementation))
    var restored: SDRClassifier?
    for (step, row) in try run["rows"].items.enumerated() {
      if step == (try run["savedAfter"].int) {
        restored = try SDRClassifier.read(theirs, as: classifier.implementation)
        #expect(restored == classifier)
        let again = MessageBuilder()
        try classifier.write(again.initRoot(SdrClassifierProto.self))
        #expect(
          try Message(again.bytes()).root(SdrClassifierProto.self).canonicalBytes()
            == theirs.canonicalBytes())
      }
      try expectRow(&classifier, row, "step \(step)")
      if var copy = restored {
        try expectRow(&copy, row, "step \(step) after loading")
        restored = try deserialize(serialize(copy), as: SDRClassifier.self)
        #expect(restored == copy)
      }
    }
    #expect(restored == classifier)
    let last = try run["rows"].items.count - 1
    #expect(classifier.patternNZHistory.last?.recordNum == (try run["rows"][last][0].int))
  }

  private func expectRow(
    _ classifier: inout SDRClassifier, _ row: Reference, _ place: Comment
  ) throws {
    let inference = try classifier.compute(
      recordNum: row[0].int, patternNZ: row[1].ints,
      classification: classification(row[2], row[3]), learn: row[4].bool)
    let found = try #require(inference)
    try #require(
      found.actualValues.map(\.number) == (try row[5].items.map { try $0.printed }), place)
    for (steps, likelihoods) in try row[6].fields {
      let ours = found.likelihoods[try #require(Int(steps))]
      try #require(ours == (try likelihoods.items.map { try $0.printed }), place)
    }
  }

  private func classification(
    _ buckets: Reference, _ values: Reference
  ) throws -> SDRClassifier.Classification {
    if buckets.value is [Any] {
      return try SDRClassifier.Classification(
        bucketIdx: buckets.ints, actValue: values.items.map { .number(try $0.number) })
    }
    return try .init(bucketIdx: buckets.int, actValue: .number(values.number))
  }

  @Test(arguments: SDRClassifier.Implementation.allCases)
  func goldenRunIsEqual(_ implementation: SDRClassifier.Implementation) throws {
    let golden = try Reference("htm/misc.json")["classifier"]
    var classifier = try SDRClassifier(
      steps: golden["steps"].ints, alpha: golden["alpha"].number,
      actValueAlpha: golden["actValueAlpha"].number, implementation: implementation)
    for (step, row) in try golden["runs"][implementation.rawValue].items.enumerated() {
      let bucket = try row["k"].int
      let inference = try classifier.compute(
        recordNum: step, patternNZ: golden["patterns"][bucket].ints,
        classification: .init(bucketIdx: bucket, actValue: .number(Double(bucket) * 1.5)))
      for steps in try golden["steps"].ints {
        let ours = try #require(inference?.likelihoods[steps])
        let theirs = try row["p\(steps)"].items.map { try $0.printed }
        try #require(ours == theirs, "step \(step)")
      }
    }
  }

  @Test(arguments: Reference.cases("sdr_classifier"), [true, false])
  func filesGoOn(_ name: String, _ packed: Bool) throws {
    let file = try #require(try Reference.file("\(name)/classifier", packed: packed))
    let theirs = try file.root(SdrClassifierProto.self)
    let expected = try Reference("\(name)/expected.json")
    let inputs = try Reference("\(name)/inputs.json")
    let original = try SDRClassifier.read(theirs)
    #expect(original.implementation == (name.contains("cpp") ? .cpp : .python))
    let again = MessageBuilder()
    try original.write(again.initRoot(SdrClassifierProto.self))
    #expect(
      try Message(again.bytes()).root(SdrClassifierProto.self).canonicalBytes()
        == theirs.canonicalBytes())
    let copy = try deserialize(serialize(original), as: SDRClassifier.self)
    for learn in [false, true] {
      for var classifier in [original, copy] {
        let outputs = try expected["next_after_load_learn_\(learn)"].items
        for (input, output) in zip(try inputs["probe"].items, outputs) {
          let inference = try classifier.compute(
            recordNum: input["recordNum"].int, patternNZ: input["patternNZ"].ints,
            classification: classification(input["bucketIdx"], input["actValue"]), learn: learn)
          for (key, value) in try output.fields {
            let theirs = try value.items.map { try $0.number }
            if let steps = Int(key) {
              #expect(inference?.likelihoods[steps] == theirs)
            } else {
              #expect(inference?.actualValues.map(\.number) == theirs)
            }
          }
        }
      }
    }
  }

  @Test func categoriesAreKept() throws {
    for implementation in SDRClassifier.Implementation.allCases {
      var classifier = try SDRClassifier(implementation: implementation)
      for step in 0..<30 {
        try classifier.learn(
          recordNum: step, patternNZ: [step % 3],
          classification: .init(bucketIdx: step % 3, actValue: ["cat", "dog", "eel"][step % 3]))
      }
      let inference = try classifier.infer(patternNZ: [1])
      #expect(inference.actualValues == ["cat", "dog", "eel"])
      #expect(inference.bestValue(steps: 1) == "eel")
      #expect(inference.bestValue(steps: 2) == nil)
      #expect(try deserialize(serialize(classifier), as: SDRClassifier.self) == classifier)
      let message = MessageBuilder()
      let root = try message.initRoot(SdrClassifierProto.self)
      if implementation == .cpp {
        try classifier.write(root)
        #expect(try Array(root.actualValues.asReader) == [0, 1, 2])
      } else {
        #expect(throws: HTMError.self) { try classifier.write(root) }
      }
    }
  }

  // NuPIC's Python file says nothing of a value that is zero; ours does.
  @Test func zeroIsAValue() throws {
    var classifier = try SDRClassifier()
    try classifier.learn(
      recordNum: 0, patternNZ: [1], classification: .init(bucketIdx: 1, actValue: 0))
    let copy = try deserialize(serialize(classifier), as: SDRClassifier.self)
    #expect(copy.actualValues == [nil, 0])
    let message = MessageBuilder()
    try classifier.write(message.initRoot(SdrClassifierProto.self))
    let read = try SDRClassifier.read(
      Message(message.bytes()).root(SdrClassifierProto.self))
    #expect(read.actualValues == [nil, nil])
    #expect(read.implementation == .python)
  }

  @Test func recordsThatMakeNoSenseChangeNothing() throws {
    var classifier = try SDRClassifier()
    try classifier.learn(
      recordNum: 5, patternNZ: [1], classification: .init(bucketIdx: 1, actValue: 3))
    let before = classifier
    let classification = SDRClassifier.Classification(bucketIdx: 0, actValue: 1)
    typealias Bad = (Int, [Int], SDRClassifier.Classification?)
    let records: [Bad] = [
      (4, [1], classification), (-1, [1], classification), (1 << 32, [1], classification),
      (6, [-1], classification), (6, [1 << 32], classification), (6, [.max], classification),
      (6, [1], nil), (6, [1], .init(bucketIdx: -1, actValue: 1)),
      (6, [1], .init(bucketIdx: .max, actValue: 1)), (6, [1], .init(bucketIdx: [], actValue: [])),
      (6, [1], .init(bucketIdx: [1, 2], actValue: [1])),
      (6, [1 << 31], .init(bucketIdx: 1 << 31, actValue: 1)),
    ]
    for (record, pattern, classification) in records {
      let error = try #require(throws: HTMError.self) {
        try classifier.compute(
          recordNum: record, patternNZ: pattern, classification: classification)
      }
      #expect(error.code == .invalidInput)
      #expect(classifier == before)
    }
    #expect(throws: HTMError.self) { try classifier.infer(patternNZ: [-1]) }
    #expect(try classifier.infer(patternNZ: [.max]).likelihoods[1] == [0.5, 0.5])
    for make in [
      { try SDRClassifier(steps: []) }, { try SDRClassifier(steps: [1, 1]) },
      { try SDRClassifier(steps: [-1]) }, { try SDRClassifier(steps: [65536]) },
      { try SDRClassifier(alpha: -1) }, { try SDRClassifier(alpha: .nan) },
      { try SDRClassifier(actValueAlpha: 1.1) },
    ] {
      let error = try #require(throws: HTMError.self) { _ = try make() }
      #expect(error.code == .invalidParameter)
    }
  }

  @Test(
    arguments: [
      Hostile("maxSteps") { $0.maxSteps = 9 }, Hostile("steps") { try $0.setSteps([]) },
      Hostile("alpha") { $0.alpha = .nan }, Hostile("actValueAlpha") { $0.actValueAlpha = 2 },
      Hostile("actualValues") { $0.maxBucketIdx = .max },
      Hostile("actualValuesSet") { try $0.setActualValuesSet([true]) },
      Hostile("weightMatrix") { try $0.clearWeightMatrix() },
      Hostile("weightMatrix[1].steps") { try $0.weightMatrix[1].steps = 1 },
      Hostile("weightMatrix[0].weight") { $0.maxInputIdx = .max },
      Hostile("weightMatrix[1].weight") { try $0.weightMatrix[1].setWeight([1]) },
      Hostile("recordNumHistory") { try $0.setRecordNumHistory([1]) },
      Hostile("recordNumHistory[2]") { try $0.recordNumHistory[2] = 1 },
      Hostile("patternNZHistory[3][0]") { try $0.patternNZHistory[3][0] = 60 },
    ] as [Hostile<SdrClassifierProto>])
  func damagedFilesAreErrors(_ hostile: Hostile<SdrClassifierProto>) throws {
    let message = try MessageBuilder.changing(
      Reference.bytes("sdr_classifier_cpp/classifier.bin"), SdrClassifierProto.self,
      hostile.change)
    let reader = try message.root(SdrClassifierProto.self)
    let error = try #require(throws: HTMError.self) { try SDRClassifier.read(reader) }
    #expect(error.path == "SdrClassifierProto." + hostile.path)
    #expect(error.code == .invalidState)
  }

  @Test func bucketsTakeNamesWithoutLearning() throws {
    var classifier = try SDRClassifier(steps: [1], implementation: .cpp)
    for step in 0..<4 {
      try classifier.learn(
        recordNum: step, patternNZ: [step % 2],
        classification: .init(bucketIdx: step % 2, actValue: .number(Double(step % 2))))
    }
    for bucket in [0, -1, 9, .max] {
      try classifier.compute(
        recordNum: 5, patternNZ: [0],
        classification: .init(bucketIdx: bucket, actValue: .category("tea")), learn: false)
    }
    #expect(classifier.actualValues == [.category("tea"), .number(1)])
  }
}
