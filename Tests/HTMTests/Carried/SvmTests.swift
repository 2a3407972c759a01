import Foundation
import HTM
import Stowage
import Testing

/// Support vector machines are carried whole.
struct SvmTests {
  private static func bytes() throws -> Data { try Reference.bytes("svm_dense/svm.bin") }

  private func machine() throws -> SvmDense {
    try SvmDense.read(Message(Self.bytes()).root(SvmDenseProto.self))
  }

  @Test func everyFieldIsAsNuPICSaysIt() throws {
    let machine = try machine()
    let expected = try Reference("svm_dense/fields.json")
    let proto = try expected["proto"]
    #expect(try expectEqual(machine.model, proto["model"], except: ["svCoef"]) > 300)
    #expect(try expectEqual(machine.parameters, proto["param"]) == 7)
    #expect(try expectEqual(machine.problem, proto["problem"]) > 1000)
    // What lies behind the coefficients is different each time that NuPIC writes, and is kept.
    let coefficients = try #require(machine.model).svCoef
    let theirs = try proto["model"]["svCoef"].items
    #expect(coefficients.count == 2 && theirs.count == 2)
    for (own, their) in zip(coefficients, theirs) {
      let numbers = try their.items.prefix(7).map { try $0.float }
      #expect(Array(own.prefix(7)) == numbers)
      #expect(own.count == (try their.items.count))
    }
    #expect(coefficients.joined().contains { $0.isNaN })
    let samples = try expected["samples_on_bits"].items.map { try $0.ints }
    let ours = try #require(machine.problem).x.map { row in row.indices.filter { row[$0] != 0 } }
    #expect(ours == samples)
  }

  @Test func supportVectorsAreThoseOfTheirClass() throws {
    let machine = try machine()
    let model = try #require(machine.model)
    #expect(model.numClasses == 3)
    #expect((0..<3).map { model.supportVectors(ofClass: $0).count } == [3, 1, 3])
    #expect((0..<3).flatMap { model.supportVectors(ofClass: $0) } == model.sv)
    // Each is a sample of its class.
    let problem = try #require(machine.problem)
    for index in 0..<3 {
      for vector in model.supportVectors(ofClass: index) {
        let places = problem.x.indices.filter { problem.x[$0] == vector }
        #expect(places.contains { problem.y[$0] == Float(model.label[index]) })
      }
    }
  }

  @Test func partsMayBeMissing() throws {
    var machine = try machine()
    machine.model = nil
    let message = MessageBuilder()
    try machine.write(message.initRoot(SvmDenseProto.self))
    let reader = try Message(message.bytes()).root(SvmDenseProto.self)
    #expect(!reader.hasModel)
    #expect(try SvmDense.read(reader) == machine)
    let nothing = try SvmDense(model: nil, parameters: nil, problem: nil)
    try nothing.write(message.initRoot(SvmDenseProto.self))
    #expect(try SvmDense.read(Message(message.bytes()).root(SvmDenseProto.self)) == nothing)
  }

  @Test func onesAndZerosAreCarried() throws {
    let machine = try Self.ones()
    let message = MessageBuilder()
    try machine.write(message.initRoot(Svm01Proto.self))
    let again = try Svm01.read(Message(message.bytes()).root(Svm01Proto.self))
    #expect(again == machine)
    #expect(again.samples == [[0, 4, 31], [], [7]])
  }

  @Test func samplesOfOnesAreAsTheyWereAdded() throws {
    let file = try Message(Reference.bytes("svm_01/svm.bin")).root(Svm01Proto.self)
    let machine = try Svm01.read(file)
    #expect(machine.samples.count == 30)
    #expect(machine.samples.allSatisfy { (1...2).contains($0.count) })
    // Each class has a place of its own among the first six.
    let classes = try #require(machine.problem).y
    for (sample, number) in zip(machine.samples, classes) {
      #expect(sample.contains { $0 / 2 == Int(number) })
    }
    #expect(machine.model?.numClasses == 3)
  }

  @Test func whatIsNotTrainedHasNoModel() throws {
    let file = try Message(Reference.bytes("svm_dense_untrained/svm.bin"))
    let machine = try SvmDense.read(file.root(SvmDenseProto.self))
    #expect(machine.model == nil)
    #expect(machine.problem?.x.count == 30)
  }

  @Test func coded() throws {
    var dense = try machine()
    // JSON has no way to write what is no number.
    dense.model?.svCoef = [[1], [2]]
    let ones = try Svm01(
      model: dense.model, parameters: dense.parameters, problem: Self.ones().problem)
    let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
    #expect(try decoder.decode(SvmDense.self, from: encoder.encode(dense)) == dense)
    #expect(try decoder.decode(Svm01.self, from: encoder.encode(ones)) == ones)
  }

  // The files of NuPIC hold numbers that are none, and these are equal to nothing.
  @Test func equalMachinesAreEqualBitByBit() throws {
    let machine = try machine()
    var other = machine
    #expect(machine == other)
    #expect(Set([machine, other]).count == 1)
    let place = try #require(machine.model?.svCoef[0].firstIndex { $0.isNaN })
    other.model?.svCoef[0][place] = Float(bitPattern: 0x7fc0_0001)
    #expect(machine != other)
    other = machine
    other.model?.rho[0] += 1
    #expect(machine != other)
    let ones = try Self.ones()
    var others = ones
    #expect(ones == others)
    #expect(Set([ones, others]).count == 1)
    others.problem?.threshold = 0.25
    #expect(ones != others)
  }

  private static func ones() throws -> Svm01 {
    let dense = try SvmDense.read(Message(bytes()).root(SvmDenseProto.self))
    var problem = SvmProblem01Proto.Value()
    problem.nDims = 32
    problem.recover = true
    problem.threshold = 0.5
    problem.nnz = [3, 0, 1]
    problem.x = [[0, 4, 31], [-1, 99], [7]]
    problem.y = [1, 2, 0]
    return try Svm01(model: dense.model, parameters: dense.parameters, problem: problem)
  }

  @Test(arguments: Hostile.dense)
  func damagedStatesAreErrors(_ hostile: Hostile<SvmDenseProto>) throws {
    let message = try MessageBuilder.changing(
      Self.bytes(), SvmDenseProto.self, hostile.change)
    let error = try #require(throws: HTMError.self) {
      try SvmDense.read(message.root(SvmDenseProto.self))
    }
    #expect(error.path == "SvmDenseProto" + hostile.path)
    let state = try SvmDenseProto.Value(message.root(SvmDenseProto.self))
    var machine = try machine()
    (machine.model, machine.parameters, machine.problem) = (state.model, state.param, state.problem)
    #expect(throws: error) { try machine.write(MessageBuilder().initRoot(SvmDenseProto.self)) }
  }

  @Test(
    arguments: [
      Hostile(".model.nDims") { try $0.model.nDims = -1 },
      Hostile(".param.weight") { try $0.param.setWeight([1]) },
      Hostile(".problem.nDims") { try $0.problem.nDims = -1 },
      Hostile(".problem.nnz") { try $0.problem.setNnz([3, 0]) },
      Hostile(".problem.x") { try $0.problem.initX(count: 2) },
      Hostile(".problem.nnz[0]") { try $0.problem.nnz[0] = -3 },
      Hostile(".problem.nnz[1]") { try $0.problem.nnz[1] = 3 },
      Hostile(".problem.x[0][2]") { try $0.problem.x[0][2] = 32 },
      Hostile(".problem.x[2][0]") { try $0.problem.x[2][0] = -1 },
    ] as [Hostile<Svm01Proto>])
  func damagedStatesOfOnesAreErrors(_ hostile: Hostile<Svm01Proto>) throws {
    let builder = MessageBuilder()
    try Self.ones().write(builder.initRoot(Svm01Proto.self))
    let message = try MessageBuilder.changing(
      builder.bytes(), Svm01Proto.self, hostile.change)
    let error = try #require(throws: HTMError.self) {
      try Svm01.read(message.root(Svm01Proto.self))
    }
    #expect(error.path == "Svm01Proto" + hostile.path)
  }
}

extension Hostile<SvmDenseProto> {
  static var dense: [Hostile] {
    [
      Hostile(".model.nDims") { try $0.model.nDims = .min },
      Hostile(".model.sv[0]") { try $0.model.nDims = 31 },
      Hostile(".model.sv[6]") { try $0.model.sv.initialize(6, count: 33) },
      Hostile(".model.sv") { try $0.model.nSv[0] = 4 },
      Hostile(".model.nSv") { try $0.model.setNSv([7]) },
      Hostile(".model.nSv[1]") { try $0.model.nSv[1] = -1 },
      Hostile(".model.svCoef") { try $0.model.initSvCoef(count: 3) },
      Hostile(".model.rho") { try $0.model.setRho([1, 2]) },
      Hostile(".model.probA") { try $0.model.setProbA([1, 2]) },
      Hostile(".model.probB") { try $0.model.setProbB([1, 2]) },
      Hostile(".model.w") { try $0.model.initW(count: 2) },
      Hostile(".model.w[1]") { try $0.model.w.initialize(1, count: 2) },
      Hostile(".param.weight") { try $0.param.setWeightLabel([1]) },
      Hostile(".problem.nDims") { try $0.problem.nDims = -32 },
      Hostile(".problem.x") { try $0.problem.setY([1]) },
      Hostile(".problem.x[39]") { try $0.problem.x.initialize(39, count: 1) },
    ]
  }
}
