@0xc26dfadc07d6a47d;
# Models with everything in them: NuPIC's own structs lose what its encoders lose.

using import "/htm/network.capnp".NetworkArchive;
using import "/nupic/frameworks/opf/HTMPredictionModelProto.capnp".HTMPredictionModelProto;

struct HTMPredictionModelArchive {
  # A model, and where it stands.

  settings @0 :HTMPredictionModelProto;
  # Without its network.
  network @1 :NetworkArchive;
  minLikelihoodThreshold @2 :Float64;
  deltaHistories @3 :List(DeltaHistory);
  hasPreviousValue @4 :Bool;
  previousValue @5 :Float64;
  # Of a field of which differences are encoded.

  struct DeltaHistory {
    # The differences that were predicted some steps ahead, oldest first.

    steps @0 :UInt32;
    deltas @1 :List(Float64);
  }
}
