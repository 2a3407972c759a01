@0xb752f94990c0bff6;

struct GeospatialCoordinateEncoderProto {
  # An encoder of places on the earth, finer at lower speed.

  w @0 :UInt32;
  n @1 :UInt32;
  verbosity @2 :UInt8;
  name @3 :Text;
  scale @4 :UInt32;
  timestep @5 :UInt32;
}
