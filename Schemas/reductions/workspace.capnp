@0x8b537ae5e7f62e85;
# A workspace of online learning: what it was configured with, and what it has learnt.


struct WorkspaceProto {
  globalConfig @0 :GlobalConfigProto;
  reductions @1 :List(ReductionProto);
  # From the entry reduction to the regressor at the end. Each takes what the one before it gives.
  layout @2 :ModelLayout;
  # How reductionml's own formats are written.
}

enum ModelLayout {
  released @0;
  # That of version 0.1.0.
  latest @1;
  # That of the code after it, which knows more loss functions and reductions.
}

struct GlobalConfigProto {
  numBits @0 :UInt8 = 18;
  hashSeed @1 :UInt32;
  constantFeatureEnabled @2 :Bool = true;
  interactions @3 :List(InteractionProto);
}

struct InteractionProto {
  # Namespaces whose features are multiplied with each other: two or three.

  namespaces @0 :List(NamespaceProto);
}

struct NamespaceProto {
  union {
    default @0 :Void;
    # The namespace of features that are in none with a name.
    name @1 :Text;
  }
}

struct ReductionProto {
  union {
    coin @0 :CoinProto;
    binary @1 :Void;
    cbAdf @2 :CbAdfProto;
    cbExploreAdfGreedy @3 :GreedyProto;
    cbExploreAdfSquareCb @4 :SquareCbProto;
    cbExploreAdfSoftmax @5 :SoftmaxProto;
  }
}

struct LossProto {
  union {
    squared @0 :Void;
    logistic @1 :LogisticProto;
  }
}

struct LogisticProto {
  minLabel @0 :Float32 = -1;
  maxLabel @1 :Float32 = 1;
}

enum LinkFunctionProto {
  identity @0;
  logistic @1;
}

struct CoinProto {
  # A regressor.

  alpha @0 :Float32 = 4;
  beta @1 :Float32 = 1;
  l1Lambda @2 :Float32;
  l2Lambda @3 :Float32;
  lossFunction @4 :LossProto;
  linkFunction @5 :LinkFunctionProto;
  # What it was configured with, up to here.

  normalizedSum @6 :Float32;
  # The sum of the squared norms of the examples by their weights.
  totalWeight @7 :Float32;
  averageNorm @8 :Float32;
  # The one over the other, as of the last example.
  minLabel @9 :Float32;
  maxLabel @10 :Float32;
  learntLoss @11 :LossProto;
  # What is made small. Absent where that is `lossFunction`.
  features @12 :List(UInt32);
  # The numbers of the features that came up, ascending.
  states @13 :List(Float32);
  # For each of them: weight, sum of gradients, sum of their magnitudes, largest value, wealth, bound.
}

enum CbTypeProto {
  mtr @0;
  ips @1;
}

struct CbAdfProto {
  type @0 :CbTypeProto;
  actionSum @1 :UInt64;
  # All actions of all examples.
  eventSum @2 :UInt64;
  # All examples.
}

struct GreedyProto {
  epsilon @0 :Float32 = 0.05;
}

struct SquareCbProto {
  uniformEpsilon @0 :Float32;
  gammaScale @1 :Float32 = 10;
  gammaExponent @2 :Float32 = 0.5;
  counter @3 :UInt64;
  # All examples.
  written @4 :Text;
  # The configuration of what is below as it was written, in JSON: reductionml keeps it.
}

struct SoftmaxProto {
  uniformEpsilon @0 :Float32;
  lambda @1 :Float32 = 1;
  counter @2 :UInt64;
  written @3 :Text;
  # As above.
}
