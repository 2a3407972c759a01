@0x900d48e0ac1a7224;

# snippet: station-schema
# station.capnp
struct Station {
  # A weather station, and what it measured.

  name @0 :Text;
  position :group {
    latitude @1 :Float64;
    longitude @2 :Float64;
  }
  readings @3 :List(Reading);
  neighbour @4 :Station;
  photo @5 :Data;
}

struct Reading {
  time @0 :UInt64;
  quality @1 :Quality = good;
  union {
    temperature @2 :Float32;
    # In degrees Celsius.

    wind :group {
      speed @3 :Float32;
      direction @4 :Float32;
    }
    fault @5 :Text;
  }
}

enum Quality {
  doubtful @0;
  good @1;
}
# end snippet
