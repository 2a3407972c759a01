@0x88eaee6db8e1f67c;

using Swift = import "/swift.capnp";
$Swift.values;

struct RandomProto {
  # A generator of random numbers.

  seed @0 :UInt64;
  impl @1 :RandomImplProto;
}

struct RandomImplProto {
  # The numbers that the generator adds, and the two places where it is.

  state @0 :List(Int64);
  # 31 numbers below 2^32 - 1.
  rptr @1 :Int64;
  fptr @2 :Int64;
}
