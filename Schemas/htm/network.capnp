@0xec2f7733360621a8;
# Networks with everything in them: NuPIC's own struct has no place for some of it.

using import "/nupic/proto/ArrayProto.capnp".ArrayProto;
using import "/nupic/proto/LinkProto.capnp".LinkProto;
using import "/nupic/proto/VectorFileSensorProto.capnp".VectorFileSensorProto;
using import "/htm/encoders.capnp".MultiEncoderState;

struct NetworkArchive {
  # A network, and where it stands.

  regions @0 :List(RegionArchive);
  links @1 :List(LinkProto);
  iteration @2 :UInt64;
  minEnabledPhase @3 :Int64 = -1;
  # -1 for none.
  maxEnabledPhase @4 :Int64 = -1;
  # -1 for none.
}

struct RegionArchive {
  # A region and what it gave last.

  name @0 :Text;
  dimensions @1 :List(UInt32);
  phases @2 :List(UInt32);
  object @3 :AnyPointer;
  # The region as an object of a registered type.
  objectBytes @4 :Data;
  # The same in bytes of their own, for formats in which object has no form.
  outputs @5 :List(OutputArchive);
}

struct OutputArchive {
  # What a region gave last at an output.

  name @0 :Text;
  union {
    array @1 :ArrayProto;
    ones :group {
      # Zeros but for some ones.
      type @2 :UInt16;
      # The place of the type in ArrayProto's union.
      count @3 :UInt64;
      indices @4 :List(UInt32);
    }
  }
}

struct VectorFileSensorArchive {
  # A sensor with its vectors.

  settings @0 :VectorFileSensorProto;
  vectorCount @1 :UInt64;
  elements @2 :List(Float32);
  # Of one vector after the other.
  steps @3 :UInt64;
  position @4 :UInt64;
}

struct VectorFileEffectorArchive {
  # An effector with its file.

  outputFile @0 :Text;
}

struct RecordSensorArchive {
  # A sensor with encoders that lose nothing.

  encoder @0 :MultiEncoderState;
  disabledEncoder @1 :MultiEncoderState;
  topDownMode @2 :Bool;
  verbosity @3 :UInt32;
  numCategories @4 :UInt32;
  predictedField @5 :Text;
  writesDisabledEncoder @6 :Bool;
  # Whether NuPIC's file is to have the second encoder.
}
