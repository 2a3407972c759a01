@0xe67115a328ab754e;

struct SpatialPoolerProto {
  # A spatial pooler: columns that compete for which of them stand for an input.

  inputCount @0 :UInt32;
  activeCount @1 :UInt32 = 3;
  # How many columns win.

  columns @2 :List(Column);

  struct Column {
    # A column, and how firmly it is connected to each input of its own.

    inputs @0 :List(UInt32);
    permanences @1 :List(Float32);
  }

  boosting :union {
    # How columns that seldom win are helped.

    none @3 :Void;
    byDutyCycle :group {
      strength @4 :Float32;
      dutyCycles @5 :List(Float32);
    }
  }

  random @6 :UInt64;
  # The state of the random generator, so that a copy goes on as the original would have.

  notes @7 :Text;
}
