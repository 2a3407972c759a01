@0x85832c0bc37f360b;
# Annotations with values of every type, on everything.

annotation void (*) :Void;
annotation bool (*) :Bool;
annotation int8 (*) :Int8;
annotation int16 (*) :Int16;
annotation int32 (*) :Int32;
annotation int64 (*) :Int64;
annotation uint8 (*) :UInt8;
annotation uint16 (*) :UInt16;
annotation uint32 (*) :UInt32;
annotation uint64 (*) :UInt64;
annotation float32 (*) :Float32;
annotation float64 (*) :Float64;
annotation text (*) :Text;
annotation data (*) :Data;
annotation color (*) :Color;
annotation point (*) :Point;
annotation list (*) :List(Int32);
annotation points (*) :List(Point);
annotation lists (*) :List(List(Text));
annotation box (*) :Box(Text);
annotation none () :Text;
annotation some (file, struct, field) :Text $text("on an annotation");
annotation numbered @0xc1d2e3f405162738 (const, enum, enumerant, union, group) :Bool;
annotation calls (interface, method, param, annotation) :Float64 $void;

enum Color $numbered(true) { red @0 $numbered(false) $void; green @1; }
struct Point $some("s") { x @0 :Int32 $some("f"); y @1 :Int32 = 5; }
struct Box(T) {
  annotation inner (*) :T;
  annotation pair (struct, field) :List(Box(T));
  annotation fixed (field) :Int32;
  item @0 :T $fixed(3);
}

$some("file");
$void;

$point(x = 1, y = 2);
$point((x = 3));
$list([1, 2]);
$points([(x = 1), ()]);
$box(item = "boxed");

const first :Int32 = 1 $numbered(true) $int8(-128) $uint64(0xffffffffffffffff);

struct Everything $void $bool(true) $int8(-1) $int16(-300) $int32(-70000) $int64(-5000000000)
    $uint8(255) $uint16(65535) $uint32(4294967295) $uint64(18446744073709551615) $float32(1.5)
    $float64(-2.5e10) $text("t") $data(0x"01 02") $color(green) $point(x = -1) $list([])
    $points([]) $lists([["a"], [], ["b", "c"]]) $box((item = "b")) {
  a @0 :Int32 $int32(.first) $text(.word);
  union {
    b @1 :Text $Box(Text).inner("bound");
    c :group $numbered(false) $void { d @2 :Text $Box(Int64Holder).inner(value = 3); e @3 :Void $void; }
    f :union $numbered(true) $void { g @4 :Void; h @5 :Void $void; }
  }
  i @6 :Text $Box(Text).pair([(item = "x"), (item = "y")]) $Box.fixed(9) $Box(Data).fixed(10);
  j @7 :Text = "default" $text("default" " joined");
}
struct Int64Holder { value @0 :Int64; }
const word :Text = "from a constant";

interface Calls $calls(1.25) $void {
  call @0 (a :Int32 $calls(2) $text("p"), b :Int32 = 3 $void) -> (c :Int32 $calls(inf)) $calls(-inf);
  other @1 Point -> Point $void $bool(false);
}
