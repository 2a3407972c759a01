@0x8230f439cd79188f;
# A model with all that makes one hard to restore: state of a random generator, order, and parts.

struct ReservoirProto {
  # A fair sample of a stream.

  name @0 :Text;
  seen @1 :UInt64;
  random @2 :UInt64;
  # The state of the generator that says who makes room for whom.

  sample @3 :List(Float64);
  capacity @4 :UInt32;
}

struct EnsembleProto {
  # Reservoirs that see the same stream.

  members @0 :List(ReservoirProto);
}
