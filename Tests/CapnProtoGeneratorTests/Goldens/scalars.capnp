@0xbeb934df98012e3d;

struct Scalars {
  # Fields of the data section, with and without defaults.

  flag @0 :Bool;
  # Whether it holds.
  #
  # A second paragraph.

  on @1 :Bool = true;
  small @2 :Int8 = -5;
  large @3 :UInt64 = 18446744073709551615;
  ratio @4 :Float32 = 0.5;
  amount @5 :Float64;
  nothing @6 :Void;
  color @7 :Color = blue;
}

enum Color {
  # Colors of light.

  red @0;
  # The longest waves.

  green @1;
  blue @2;
}
