@0xc7158cb7b34ac59a;

struct BitHistoryProto {
  # How often each bucket followed an input bit.

  id @0 :Text;
  stats @1 :List(Stat);
  lastTotalUpdate @2 :UInt32;
  learnIteration @3 :UInt32;
  alpha @4 :Float64;
  verbosity @5 :UInt8;

  struct Stat {
    # A bucket and its duty cycle.

    index @0 :UInt32;
    dutyCycle @1 :Float64;
  }
}
