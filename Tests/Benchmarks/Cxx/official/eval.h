// eval: a random tree of arithmetic is built and evaluated by whoever receives it.
#pragma once

#include <cstdint>
#include <limits>
#include <stdexcept>

#include "eval.capnp.h"
#include "random.h"

namespace bench {

class Eval {
public:
  using Request = Expression;
  using Response = EvaluationResult;
  using Expectation = int32_t;

  Expectation fill(Expression::Builder expression) { return fill(expression, 0); }

  void handle(Expression::Reader expression, EvaluationResult::Builder response) {
    response.setValue(evaluate(expression));
  }

  bool check(EvaluationResult::Reader response, Expectation expected) {
    return response.getValue() == expected;
  }

private:
  // The deeper, the likelier a plain number: every eighth at depth 1, and nothing else at depth 8.
  int32_t fill(Expression::Builder expression, uint32_t depth) {
    expression.setOp(static_cast<Operation>(random.below(5)));
    int32_t left = fillOperand(expression.getLeft(), depth);
    int32_t right = fillOperand(expression.getRight(), depth);
    return apply(expression.getOp(), left, right);
  }

  template <typename Operand>
  int32_t fillOperand(Operand operand, uint32_t depth) {
    if (random.below(8) >= depth) return fill(operand.initExpression(), depth + 1);
    int32_t value = 1 + random.below(128);
    operand.setValue(value);
    return value;
  }

  static int32_t evaluate(Expression::Reader expression) {
    int32_t left = evaluateOperand(expression.getLeft());
    int32_t right = evaluateOperand(expression.getRight());
    return apply(expression.getOp(), left, right);
  }

  template <typename Operand>
  static int32_t evaluateOperand(Operand operand) {
    return operand.isValue() ? operand.getValue() : evaluate(operand.getExpression());
  }

  // Overflow wraps, and a quotient that does not exist is the largest number.
  static int32_t apply(Operation operation, int32_t left, int32_t right) {
    uint32_t bits = static_cast<uint32_t>(left);
    switch (operation) {
      case Operation::ADD:
        return bits + static_cast<uint32_t>(right);
      case Operation::SUBTRACT:
        return bits - static_cast<uint32_t>(right);
      case Operation::MULTIPLY:
        return bits * static_cast<uint32_t>(right);
      case Operation::DIVIDE:
        return divisible(left, right) ? left / right : std::numeric_limits<int32_t>::max();
      case Operation::MODULUS:
        return divisible(left, right) ? left % right : std::numeric_limits<int32_t>::max();
    }
    throw std::logic_error("an operation that this program did not write");
  }

  static bool divisible(int32_t left, int32_t right) {
    return right != 0 && !(left == std::numeric_limits<int32_t>::min() && right == -1);
  }

  Random random;
};

}  // namespace bench
