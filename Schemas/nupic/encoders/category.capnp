@0xb639caa166140b0f;

using import "/nupic/encoders/scalar.capnp".ScalarEncoderProto;

struct CategoryEncoderProto {
  # An encoder of names, each with bits of its own.

  width @0 :UInt32;
  indexToCategory @1 :List(CategoryMapping);
  name @2 :Text;
  verbosity @3 :UInt8;
  encoder @4 :ScalarEncoderProto;

  struct CategoryMapping {
    # A name and its place.

    index @0 :UInt32;
    category @1 :Text;
  }
}
