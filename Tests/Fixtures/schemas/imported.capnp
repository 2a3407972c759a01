@0xc074894c32a3426c;
# What everything.capnp imports.

enum Palette {
  # Sets of colors.

  cold @0;
  warm @1;
}

struct Measure {
  # An amount and its unit.

  amount @0 :Float64;
  unit @1 :Unit;

  struct Unit {
    symbol @0 :Text;
  }
}

struct Crate(Content) {
  # A generic struct of another file.

  content @0 :Content;
  label @1 :Label;

  struct Label {
    content @0 :Content;
    text @1 :Text;
  }
}
