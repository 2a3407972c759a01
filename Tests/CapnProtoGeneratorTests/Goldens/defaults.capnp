@0xd101a0fce4df5858;

struct Defaults {
  text @0 :Text = "a \"text\"";
  data @1 :Data = 0x"01 02 ff";
  numbers @2 :List(Int16) = [1, -1];
  point @3 :Point = (x = 1.5, label = "origin");
  empty @4 :Text = "";
}

struct Point {
  x @0 :Float64;
  label @1 :Text;
}

const answer :Int32 = 42;
const name :Text = "line\nbreak";
const bytes :Data = "xyz";
const origin :Point = (label = "o");
const notNumber :Float32 = nan;
