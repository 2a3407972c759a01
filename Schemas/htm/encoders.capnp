@0xbde2515fbe62eb5f;

using import "/nupic/encoders/category.capnp".CategoryEncoderProto;
using import "/nupic/encoders/coordinate.capnp".CoordinateEncoderProto;
using import "/nupic/encoders/pass_through.capnp".PassThroughEncoderProto;
using import "/nupic/encoders/sdr_category.capnp".SDRCategoryEncoderProto;
using import "/nupic/encoders/sparse_pass_through.capnp".SparsePassThroughEncoderProto;
using import "/nupic/proto/RandomProto.capnp".RandomProto;

# Encoders of which NuPIC's structs do not hold everything.

struct ScalarEncoderState {
  # An encoder of numbers in a range that is known.

  w @0 :UInt32;
  n @1 :UInt32;
  minval @2 :Float64;
  maxval @3 :Float64;
  radius @4 :Float64;
  resolution @5 :Float64;
  periodic @6 :Bool;
  clipInput @7 :Bool;
  verbosity @8 :UInt8;
  name @9 :Text;
}

struct RandomDistributedScalarEncoderState {
  # An encoder of numbers in buckets of random bits, of which neighbours share most.

  resolution @0 :Float64;
  w @1 :UInt32;
  n @2 :UInt32;
  name @3 :Text;
  offset :union {
    none @4 :Void;
    value @5 :Float64;
  }
  random @6 :RandomProto;
  verbosity @7 :UInt8;
  minIndex @8 :UInt32;
  # The first bucket that has bits.

  bits @9 :List(UInt32);
  # The bits of each bucket, as many as w, in the order in which they were drawn.

  maxOverlap @10 :UInt32;
  numTries @11 :UInt64;
}

struct AdaptiveScalarEncoderState {
  # An encoder of numbers whose range follows what it has seen.

  w @0 :UInt32;
  n @1 :UInt32;
  hasLimits @2 :Bool;
  minval @3 :Float64;
  maxval @4 :Float64;
  # Infinite where the largest number is not known, although the least one is.

  clipInput @5 :Bool;
  learningEnabled @6 :Bool;
  verbosity @7 :UInt8;
  name @8 :Text;
  recordNum @9 :UInt64;
  windowSize @10 :UInt64;
  window @11 :List(Float64);
  windowTotal @12 :Float64;
}

struct DeltaEncoderState {
  # An encoder of the differences between a number and the one before it.

  name @0 :Text;
  verbosity @1 :UInt8;
  differences @2 :AdaptiveScalarEncoderState;
  hasPreviousValue @3 :Bool;
  previousValue @4 :Float64;
  hasPreviousDelta @5 :Bool;
  previousDelta @6 :Float64;
  stateLock @7 :Bool;
  learningEnabled @8 :Bool;
}

struct LogEncoderState {
  # An encoder of the logarithms of numbers.

  name @0 :Text;
  verbosity @1 :UInt8;
  clipInput @2 :Bool;
  minval @3 :Float64;
  maxval @4 :Float64;
  minScaledValue @5 :Float64;
  maxScaledValue @6 :Float64;
  scaled @7 :ScalarEncoderState;
}

struct DateEncoderState {
  # An encoder of dates with their times.

  name @0 :Text;
  verbosity @1 :UInt8;
  parts @2 :List(Part);
  customDays @3 :List(UInt8);
  # Days of the week, from 0 for Monday.

  holidays @4 :List(Holiday);
  # Null where it is not known what they are.

  struct Part {
    # Something about dates that is encoded.

    kind @0 :UInt8;
    # 0 season, 1 day of the week, 2 weekend, 3 custom days, 4 holiday, 5 time of the day; ascending.

    encoder @1 :ScalarEncoderState;
  }

  struct Holiday {
    # A day of one year, or of every year.

    year @0 :UInt16;
    # 0 for every year.

    month @1 :UInt8;
    day @2 :UInt8;
  }
}

struct GeospatialCoordinateEncoderState {
  # An encoder of places on the earth, finer at lower speed.

  w @0 :UInt32;
  n @1 :UInt32;
  verbosity @2 :UInt8;
  name @3 :Text;
  scale @4 :Float64;
  timestep @5 :Float64;
}

struct MultiEncoderState {
  # Several encoders, whose bits stand side by side.

  name @0 :Text;
  verbosity @1 :UInt8;
  members @2 :List(Member);

  struct Member {
    # One of the encoders, with its field and the place of its first bit.

    field @0 :Text;
    offset @1 :UInt32;
    union {
      adaptiveScalar @2 :AdaptiveScalarEncoderState;
      category @3 :CategoryEncoderProto;
      coordinate @4 :CoordinateEncoderProto;
      date @5 :DateEncoderState;
      delta @6 :DeltaEncoderState;
      geospatialCoordinate @7 :GeospatialCoordinateEncoderState;
      log @8 :LogEncoderState;
      passThrough @9 :PassThroughEncoderProto;
      randomDistributedScalar @10 :RandomDistributedScalarEncoderState;
      scalar @11 :ScalarEncoderState;
      sdrCategory @12 :SDRCategoryEncoderProto;
      sparsePassThrough @13 :SparsePassThroughEncoderProto;
    }
  }
}
