@0x9978574d7b5cd404;

struct Shape {
  union {
    # What it looks like.

    none @0 :Void;
    circle @1 :Float64 = 1;
    label @2 :Text;
    rectangle :group {
      width @3 :Float32;
      height @4 :Float32;
      visible @5 :Bool;
      note @6 :Text;
    }
  }

  area :union {
    unknown @7 :Void;
    known @8 :Float64;
  }

  place :group {
    x @9 :Int32;
    y @10 :Int32;
  }
}
