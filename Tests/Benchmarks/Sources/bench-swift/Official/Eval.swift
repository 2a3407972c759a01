import CapnProto

/// A random tree of arithmetic is built and evaluated by whoever receives it.
enum Eval {
  static var workload: Workload {
    Workload(
      fill: { request, random in
        answer(try fill(request.initRoot(Expression.self), depth: 0, &random))
      },
      handle: { request, response in
        let result = try evaluate(request.root(Expression.self))
        try response.initRoot(EvaluationResult.self).value = result
      },
      check: { response, expected in
        answer(try response.root(EvaluationResult.self).value) == expected
      },
      passByObject: { request, response, random in
        let expression = try request.initRoot(Expression.self)
        let value = try fill(expression, depth: 0, &random)
        let result = try response.initRoot(EvaluationResult.self)
        result.value = try evaluate(expression.asReader)
        return result.asReader.value == value ? answer(value) : nil
      })
  }

  private static func answer(_ value: Int32) -> UInt64 { UInt64(bitPattern: Int64(value)) }

  // The deeper, the likelier a plain number: every eighth at depth 1, and nothing else at depth 8.
  private static func fill(
    _ expression: Expression.Builder, depth: UInt32, _ random: inout Random
  ) throws -> Int32 {
    expression.op = Operation(rawValue: UInt16(random.below(5)))

    let left: Int32
    if random.below(8) < depth {
      left = Int32(1 + random.below(128))
      expression.left.value = left
    } else {
      left = try fill(expression.left.initExpression(), depth: depth + 1, &random)
    }

    let right: Int32
    if random.below(8) < depth {
      right = Int32(1 + random.below(128))
      expression.right.value = right
    } else {
      right = try fill(expression.right.initExpression(), depth: depth + 1, &random)
    }

    return try apply(expression.op, left, right)
  }

  private static func evaluate(_ expression: Expression.Reader) throws -> Int32 {
    let left =
      switch expression.left.tag {
      case .value: expression.left.value
      case .expression: try evaluate(expression.left.expression)
      case .unrecognized: throw UnknownOperation()
      }
    let right =
      switch expression.right.tag {
      case .value: expression.right.value
      case .expression: try evaluate(expression.right.expression)
      case .unrecognized: throw UnknownOperation()
      }
    return try apply(expression.op, left, right)
  }

  // Overflow wraps, and a quotient that does not exist is the largest number.
  private static func apply(
    _ operation: Operation, _ left: Int32, _ right: Int32
  ) throws -> Int32 {
    switch operation {
    case .add: left &+ right
    case .subtract: left &- right
    case .multiply: left &* right
    case .divide: isDivisible(left, right) ? left / right : .max
    case .modulus: isDivisible(left, right) ? left % right : .max
    case .unrecognized: throw UnknownOperation()
    }
  }

  private static func isDivisible(_ left: Int32, _ right: Int32) -> Bool {
    right != 0 && !(left == .min && right == -1)
  }

  private struct UnknownOperation: Error {}
}
