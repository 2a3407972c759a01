@0xf6eddb99cd538ba4;
# The same names in many scopes, and names for names.

using Generics = import "generics.capnp";
using import "generics.capnp".Box;
using Relative = import "sub/../sub/below.capnp";
using Cxx = import "/capnp/c++.capnp";
using Stream = import "/capnp/stream.capnp".StreamResult;
using Beside = import "./unions.capnp";
using Again = Generics;
using Far = Again.L0(Text).L1(Data);
using Self = .Thing;

$Cxx.namespace("scopes");

struct Thing {
  struct Thing { thing @0 :Thing; outer @1 : .Thing; struct Thing { deepest @0 :Thing; file @1 : .Thing; } }
  thing @0 :Thing;
  outer @1 : .Thing;
  deep @2 :Thing.Thing;
  fromFile @3 : .Thing.Thing.Thing;
  struct Text { value @0 :Int32; }
  text @4 :Text;
  list @5 :List(Text);
  enum Int32 { one @0; }
  one @6 :Int32 = one;
  using Here = Thing;
  here @7 :Here.Thing;
  using Data = List(Text);
  data @8 :Data;
  self @9 :Self;
}
struct Other {
  thing @0 :Thing;
  text @1 : .Thing.Text;
  bool @2 :Bool;
  using Thing = Box(Data);
  using Renamed = .Thing.Thing;
  renamed @3 :Renamed;
  far @4 :Far;
  farther @5 :Far.L2(Text);
  box @6 :Box(Other);
  relative @7 :Relative.Below;
  inner @8 :Relative.Back.Thing;
  inline @9 :import "sub/below.capnp".Below.Further;
  inlineAbsolute @10 :import "/capnp/stream.capnp".StreamResult;
  inlineGeneric @11 :import "generics.capnp".Box(Text).Lid;
  streamed @12 :Stream;
  beside @13 :Beside.Nested;
  member @14 :Thing;
  unused @15 :Text;
  retro @16 :Beside.Retroactive;
}
struct List2(List) { a @0 :List; }
struct Hiding(Text) { a @0 :Text; b @1 :Hiding(Text); }
const limit :Int32 = 5;
struct Limits { const limit :Int32 = .limit; a @0 :Int32 = .limit; b @1 :Int32 = Limits.limit; c @2 :Int32 = .Limits.limit; d @3 :Int32 = Relative.depth; }
