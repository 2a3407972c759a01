# The pointers workload of Cap'n Proto's official benchmark: a tree of arithmetic, to be evaluated.
@0x9dae3af9b26fc3f7;

enum Operation {
  add @0;
  subtract @1;
  multiply @2;
  divide @3;
  modulus @4;
}

# An operation on two operands, each a number or an expression of its own.
struct Expression {
  op @0 :Operation;

  left :union {
    value @1 :Int32;
    expression @2 :Expression;
  }

  right :union {
    value @3 :Int32;
    expression @4 :Expression;
  }
}

struct EvaluationResult {
  value @0 :Int32;
}
