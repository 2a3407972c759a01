@0xbeb934df98012e3f;

using Swift = import "/swift.capnp";

struct Tree $Swift.values {
  # A tree of numbers.

  name @0 :Text = "tree";
  children @1 :List(Tree);
  parent @2 :Tree;
  table @3 :List(List(Text));
  union {
    leaf @4 :Int32;
    link @5 :Tree;
    other @6 :AnyPointer;
  }
}

struct Untouched {
  number @0 :Int32;
}
