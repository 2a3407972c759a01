@0xfa7d16f86048a6e4;

struct ScalarEncoderProto {
  # An encoder of numbers in a range that is known.

  w @0 :UInt32;
  minval @1 :Float32;
  maxval @2 :Float32;
  periodic @3 :Bool;
  n @4 :UInt32;
  name @5 :Text;
  verbosity @6 :UInt8;
  clipInput @7 :Bool;
}
