@0x9c7e62d1f4a80b35;
# Lists may end with a comma, and numbers with a point.

annotation note(struct, field,) :Text;

struct Pair(First, Second,) {
  first @0 :First;
  second @1 :Second;
}

struct Commas $note("commas",) {
  numbers @0 :List(Int32) = [1, 2,];
  point @1 :Point = (x = 1., y = -2.e0,);
  pair @2 :Pair(Text, Data,);

  struct Point {
    x @0 :Float64;
    y @1 :Float32;
  }
}

interface Base {}

interface Service extends(Base,) {
  call @0 (a :Int8, b :Int8 = 3,) -> (c :Bool,);
}
