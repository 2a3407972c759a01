@0x96d695b1ca7f9979;

struct SdrClassifierProto {
  # A classifier that learns which value goes with which active bits.

  steps @0 :List(UInt16);
  alpha @1 :Float64;
  actValueAlpha @2 :Float64;
  maxSteps @3 :UInt32;
  patternNZHistory @4 :List(List(UInt32));
  recordNumHistory @5 :List(UInt32);
  weightMatrix @6 :List(StepWeightMatrix);
  maxBucketIdx @7 :UInt32;
  maxInputIdx @8 :UInt32;
  actualValues @9 :List(Float64);
  actualValuesSet @10 :List(Bool);
  # Which of the values were seen; files of the Python class do not say.
  version @11 :UInt16;
  verbosity @12 :UInt8;

  struct StepWeightMatrix {
    # The weights for a number of steps ahead, by input bit and then by bucket.

    steps @0 :UInt32;
    weight @1 :List(Float64);
  }
}
