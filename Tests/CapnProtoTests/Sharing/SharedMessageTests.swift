import CapnProto
import Testing

/// One message, read by many tasks at once.
@Suite struct SharedMessageTests {
  @Test(arguments: Storage.allCases)
  func tasksReadTheSame(storage: Storage) async throws {
    let builder = storage.builder
    try builder.initRoot(Lists.self).fillSample()
    for isTrusted in [false, true] {
      let message = try builder.reread(options: isTrusted ? .trusted : ReaderOptions())
      try await withThrowingTaskGroup { group in
        for _ in 0..<8 {
          group.addTask {
            for _ in 0..<50 { try message.root(Lists.self).expectSample() }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func tasksReadByNameAndLoadSchemas() async throws {
    let builder = MessageBuilder()
    try builder.initRoot(Lists.self).fillSample()
    let message = try builder.reread()
    let expected = try message.root(Lists.self).dynamic.dictionary()
    let registry = SchemaRegistry()
    try await withThrowingTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<20 {
            let schema = try registry.load(Lists.self)
            #expect(try message.root(schema).dictionary() == expected)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func tasksAskForDifferentTypes() async throws {
    let builder = MessageBuilder()
    try builder.initRoot(ParcelAfter.self).setLabel("label")
    let message = try builder.reread()
    try await withThrowingTaskGroup { group in
      for index in 0..<8 {
        group.addTask {
          for _ in 0..<200 {
            let label =
              try index % 2 == 0
              ? message.root(ParcelAfter.self).label : message.root(ParcelBefore.self).label
            #expect(label == "label")
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func limitIsOneForAllTasks() async throws {
    let builder = MessageBuilder()
    try builder.initRoot(Lists.self).initInt64s(count: 1000)
    let message = try builder.reread(options: ReaderOptions(traversalLimit: .bytes(8 * 100_000)))
    // Each task alone stays below the limit, and all of them together do not. The count is not
    // exact where tasks read at the same time, so the tasks read far more than it allows.
    let refused = await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          var refused = 0
          for _ in 0..<90 where (try? message.root(Lists.self).int64s.count) == nil { refused += 1 }
          return refused
        }
      }
      return await group.reduce(0, +)
    }
    #expect(refused > 0)
  }

  @Test func tasksShareConstantsAndDefaults() async throws {
    try await withThrowingTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<50 {
            #expect(Array(constInts) == [1, -1, .max])
            let read = try MessageBuilder().initRoot(PointerDefaults.self).asReader
            #expect(try read.texts.map(\.string) == ["a", "", "ccc"])
            #expect(Scalars.schema.reader.id == Scalars.schema.id)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func tasksBuildEachTheirOwn() async throws {
    let source = MessageBuilder()
    try source.initRoot(Lists.self).fillSample()
    let message = try source.reread()
    try await withThrowingTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          let builder = MessageBuilder(firstSegmentWords: 16)
          for _ in 0..<20 {
            builder.reset()
            try builder.setRoot(message.root(Lists.self))
            try builder.reread(packed: true).root(Lists.self).expectSample()
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
