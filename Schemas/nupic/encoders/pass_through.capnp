@0xa9b5ded538ae8ac4;

struct PassThroughEncoderProto {
  # An encoder that takes bits as they come.

  n @0 :UInt32;
  w @1 :UInt32;
  verbosity @2 :UInt8;
  name @3 :Text;
  forced @4 :Bool;
}
