public import Stowage

/// The node of NuPIC's tests: it gives what tells where it is, how often it ran, and what came in.
public struct TestNode: Region, ManyNodes {
  public static let nodeType = "TestNode"

  /// Everything that NuPIC saves, by the names of its schema.
  public internal(set) var state: TestNodeProto.Value

  var receptiveFields: [String: [[Int]]] = [:]

  /// Makes a node with NuPIC's defaults.
  public init() {
    state = TestNodeProto.Value()
    state.int32Param = 32
    state.uint32Param = 33
    state.int64Param = 64
    state.uint64Param = 65
    state.real32Param = 32.1
    state.real64Param = 64.1
    state.stringParam = "nodespec value"
    state.real32ArrayParam = (0..<8).map { Float($0 * 32) }
    state.int64ArrayParam = [0, 64, 128, 192]
    state.boolArrayParam = [false, true, false, true]
    state.outputElementCount = 2
    state.delta = 1
    state.shouldCloneParam = true
    state.unclonedParam = [0]
    state.unclonedInt64ArrayParam = [[0, 0, 0, 0]]
  }

  public var specification: RegionSpecification {
    RegionSpecification(
      inputs: [.init("bottomUpIn", .real64, isRequired: false, isDefault: true)],
      outputs: [.init("bottomUpOut", .real64, isDefault: true)],
      parameters: Self.names.map { .init($0) })
  }

  public func outputWidth(_ name: String) -> Int? {
    guard name == "bottomUpOut", state.nodeCount > 0 else { return nil }
    return Int(state.nodeCount) * Int(state.outputElementCount)
  }

  public mutating func initialize(_ layout: RegionLayout) throws {
    let count = layout.dimensions.reduce(1, *)
    let (elements, overflow) = count.multipliedReportingOverflow(
      by: Int(state.outputElementCount))
    guard count <= 1 << 20, !overflow, elements <= 1 << 24 else {
      throw HTMError.parameter(
        "dimensions",
        "\(count) nodes of \(state.outputElementCount) elements are more than can be of use")
    }
    if state.nodeCount != UInt32(count) {
      state.nodeCount = UInt32(count)
      state.unclonedParam = Array(repeating: state.unclonedParam.first ?? 0, count: count)
      let numbers = state.unclonedInt64ArrayParam.first ?? [0, 0, 0, 0]
      guard numbers.count <= 1 << 24 / max(1, count) else {
        throw HTMError.parameter("unclonedInt64ArrayParam", "it is too long for \(count) nodes")
      }
      state.unclonedInt64ArrayParam = Array(repeating: numbers, count: count)
    }
  }

  public mutating func compute(_ data: inout RegionData) throws {
    let elements = Int(state.outputElementCount)
    let input = data.inputs["bottomUpIn"]?.numbers ?? []
    let fields = receptiveFields["bottomUpIn"] ?? []
    var output: [Double] = []
    for node in 0..<Int(state.nodeCount) where elements > 0 {
      let field = node < fields.count ? fields[node] : []
      let sum = field.reduce(0.0) { $1 < input.count ? $0 + input[$1] : $0 }
      output.append(Double(field.count) + Double(state.iterations))
      for element in 1..<max(1, elements) {
        output.append(Double(node) + sum + Double(element - 1) * Double(state.delta))
      }
    }
    data.outputs["bottomUpOut"] = RegionArray(.real64, output)
    state.iterations &+= 1
  }

  private static let names = [
    "int32Param", "uint32Param", "int64Param", "uint64Param", "real32Param", "real64Param",
    "boolParam", "stringParam",
  ]

  public func parameter(_ name: String) throws -> Value {
    switch name {
    case "int32Param": .int(Int64(state.int32Param))
    case "uint32Param": .int(Int64(state.uint32Param))
    case "int64Param": .int(state.int64Param)
    case "uint64Param":
      Int64(exactly: state.uint64Param).map { .int($0) } ?? .uint(state.uint64Param)
    case "real32Param": .double(Double(state.real32Param))
    case "real64Param": .double(state.real64Param)
    case "boolParam": .bool(state.boolParam)
    case "stringParam": .string(state.stringParam)
    default: throw noParameter(name)
    }
  }

  public mutating func setParameter(_ name: String, to value: Value) throws {
    switch name {
    case "int32Param": state.int32Param = try value.number(name)
    case "uint32Param": state.uint32Param = try value.number(name)
    case "int64Param": state.int64Param = try value.number(name)
    case "uint64Param":
      if case .uint(let number) = value {
        state.uint64Param = number
      } else {
        state.uint64Param = try value.number(name)
      }
    case "real32Param": state.real32Param = Float(try value.real(name))
    case "real64Param": state.real64Param = try value.real(name)
    case "boolParam": state.boolParam = try value.flag(name)
    case "stringParam": state.stringParam = try value.text(name)
    default: throw noParameter(name)
    }
  }
}

extension TestNode: Serializable {
  public func write(_ builder: TestNodeProto.Builder) throws { try state.write(to: builder) }

  public static func read(_ reader: TestNodeProto.Reader) throws -> TestNode {
    var node = TestNode()
    node.state = try TestNodeProto.Value(reader)
    guard UInt64(node.state.nodeCount) * UInt64(node.state.outputElementCount) <= 1 << 24 else {
      throw HTMError.state(
        "TestNodeProto.nodeCount",
        "\(node.state.nodeCount) nodes of \(node.state.outputElementCount) elements are more than "
          + "can be of use")
    }
    return node
  }
}
