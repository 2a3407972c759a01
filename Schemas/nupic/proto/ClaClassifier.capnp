@0xc8e1bdd87a2feed9;

using import "/nupic/proto/BitHistory.capnp".BitHistoryProto;

struct ClaClassifierProto {
  # The classifier before the SDR classifier.

  steps @0 :List(UInt16);
  alpha @1 :Float64;
  actValueAlpha @2 :Float64;
  learnIteration @3 :UInt32;
  recordNumMinusLearnIteration @4 :UInt32;
  recordNumMinusLearnIterationSet @5 :Bool;
  maxSteps @6 :UInt32;
  patternNZHistory @7 :List(List(UInt32));
  iterationNumHistory @8 :List(UInt32);
  activeBitHistory @9 :List(StepBitHistories);
  maxBucketIdx @10 :UInt32;
  actualValues @11 :List(Float64);
  actualValuesSet @12 :List(Bool);
  version @13 :UInt16;
  verbosity @14 :UInt8;

  struct StepBitHistories {
    # The histories of the input bits for a number of steps ahead.

    steps @0 :UInt32;
    bitHistories @1 :List(IndexBitHistory);

    struct IndexBitHistory {
      # An input bit and its history.

      index @0 :UInt32;
      history @1 :BitHistoryProto;
    }
  }
}
