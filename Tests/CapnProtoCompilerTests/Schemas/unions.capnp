@0xba4a00f654519642;
# Unions, groups, and the places that fields get.

struct Retroactive { a @0 :Int32; union { b @1 :Int64; c @2 :Text; } }
struct RetroactiveFirst { union { a @0 :Int32; b @1 :Int64; c @2 :Bool; } d @3 :Bool; }
struct Explicit { a @0 :Int8; u @1! :union { b @2 :Int8; c @3 :Int16; } d @4 :Bool; }
struct ExplicitLate { a @0 :Int8; u @2! :union { b @1 :Int8; c @3 :Int16; } d @4 :Bool; }
struct Two { u :union { a @0 :Bool; b @3 :Int16; } v :union { c @1 :Text; d @2 :Int8; } }
struct Interleaved {
  u :union { a @0 :UInt8; b @5 :Text; c :group { d @2 :Int64; e @7 :Bool; f @9 :UInt16; } }
  union { g @1 :Bool; h @4 :UInt32; i :group { j @3 :Text; k @6 :Data; l @8 :UInt8; m @10 :UInt8; } }
}
struct Nested {
  union {
    a :union { b @0 :Int8; c @1 :Int32; }
    d :group { e :union { f @2 :Int64; g @3 :Bool; } h :union { i @4 :Text; j @5 :Int16; } k @6 :Bool; }
    l :union { m :group { n :group { o @7 :UInt8; p @8 :UInt64; } } q @9 :Void; }
    r @10 :Void;
  }
  s :group { t :group { u :group { v @11 :Bool; union { w @12 :Text; x @13 :Float64; } } } }
}
struct GroupUnnamed { g :group { union { a @0 :Int32; b @1 :Int32; } c @2 :Int16; } }
struct GroupOfVoids { g :group { a @0 :Void; } h :union { b @1 :Void; c @2 :Void; } }
struct Expanding {
  union {
    a :group { a1 @0 :UInt8; a2 @3 :UInt8; a3 @5 :UInt16; a4 @8 :UInt32; }
    b :group { b1 @1 :UInt16; b2 @4 :UInt32; b3 @6 :Bool; b4 @9 :UInt64; }
    c :group { c1 @2 :Bool; c2 @7 :UInt8; c3 @10 :UInt64; c4 @11 :Text; }
  }
  after @12 :UInt8;
  another @13 :Bool;
}
struct Holes {
  a @0 :Bool; b @1 :Int64; c @2 :Int8; d @3 :Int32; e @4 :Bool; f @5 :Int16; g @6 :Int8; h @7 :Bool;
  i @8 :Int64; j @9 :Int32; k @10 :Int8; l @11 :Bool; m @12 :Int16; n @13 :Int8; o @14 :Int64;
}
struct Unordered { c @2 :Int32; a @0 :Int8; b @1 :Text; union { e @4 :Void; d @3 :Int16; } }
struct Wide { union { a @0 :Void; b @1 :Void; c @2 :Void; d @3 :Void; e @4 :Void; f @5 :Void; } }
struct Same {
  group :group { group @0 :Int8; same :group { group @1 :Int8; union { same @2 :Int8; none @3 :Void; } } }
  same :union { group @4 :Text; same @5 :Text; }
}
struct Union { union @0 :Int8; struct @1 :Int8; interface @2 :Int8; enum @3 :Int8; const @4 :Int8; annotation @5 :Int8; import @6 :Int8; group @7 :Int8; extends @8 :Int8; embed @9 :Int8; }
struct UsingLike { void @0 :Int8; true @1 :Int8; false @2 :Bool = true; nan @3 :Float32 = nan; inf @4 :Float32 = inf; stream @5 :Text; }
