@0xed29463c69c07850;

struct SparsePassThroughEncoderProto {
  # An encoder that takes the indices of bits as they come.

  n @0 :UInt32;
  w @1 :UInt32;
  verbosity @2 :UInt8;
  name @3 :Text;
  forced @4 :Bool;
}
