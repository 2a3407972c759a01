@0xd2cb4abf74ea201f;
# Every feature of the language, for the tests of the generator and of the runtime.

using Imported = import "imported.capnp";
using Imported.Palette;

annotation onFile (file) :Text;
annotation onConst (const) :UInt8;
annotation onEnum (enum) :Scalars;
annotation onEnumerant (enumerant) :Float64;
annotation onStruct (struct) :List(UInt16);
annotation onField (field) :Color;
annotation onUnion (union) :Bool;
annotation onGroup (group) :Data;
annotation onInterface (interface) :Void;
annotation onMethod (method) :Int64;
annotation onParam (param) :Text;
annotation onAnnotation (annotation) :Int32;
annotation onAnything (*) :Text $onAnnotation(-12);
# Stands on a declaration of each kind below.

$onFile("the file");
$onAnything("file");

enum Color $onEnum(int32 = 7) $onAnything("enum") {
  # Colors of light.

  red @0 $onEnumerant(0.7) $onAnything("enumerant");
  # The longest waves.

  green @1;
  blue @2 $onEnumerant(0.45);
  ultraViolet @3;
}

struct Scalars {
  # Every type of the data section.

  void @0 :Void;
  bool @1 :Bool;
  int8 @2 :Int8;
  int16 @3 :Int16;
  int32 @4 :Int32;
  int64 @5 :Int64;
  uint8 @6 :UInt8;
  uint16 @7 :UInt16;
  uint32 @8 :UInt32;
  uint64 @9 :UInt64;
  float32 @10 :Float32;
  float64 @11 :Float64;
  color @12 :Color;
  secondBool @13 :Bool;
  palette @14 :Palette;
}

struct ScalarDefaults {
  # Every type of the data section, with a default.

  bool @0 :Bool = true;
  int8 @1 :Int8 = -123;
  int16 @2 :Int16 = -12345;
  int32 @3 :Int32 = -12345678;
  int64 @4 :Int64 = -123456789012345;
  uint8 @5 :UInt8 = 234;
  uint16 @6 :UInt16 = 45678;
  uint32 @7 :UInt32 = 3456789012;
  uint64 @8 :UInt64 = 12345678901234567890;
  float32 @9 :Float32 = 1234.5;
  float64 @10 :Float64 = -123e45;
  infinity @11 :Float32 = inf;
  minusInfinity @12 :Float64 = -inf;
  notANumber @13 :Float32 = nan;
  color @14 :Color = blue;
  palette @15 :Palette = warm;
  largest @16 :Int64 = 9223372036854775807;
  smallest @17 :Int64 = -9223372036854775808;
}

struct Pointers {
  # Every type of the pointer section.

  text @0 :Text;
  data @1 :Data;
  struct @2 :Scalars;
  list @3 :List(Int32);
  anyPointer @4 :AnyPointer;
  anyStruct @5 :AnyStruct;
  anyList @6 :AnyList;
  capability @7 :Capability;
  interface @8 :Calculator;
  importedStruct @9 :Imported.Measure;
  importedNested @10 :Imported.Measure.Unit;
}

struct PointerDefaults {
  # Every type of the pointer section that can have a default, with one.

  text @0 :Text = "text with \"quotes\", a \\, a tab\t, a newline\n and ünïcödé 🚢";
  data @1 :Data = 0x"00 01 fe ff";
  struct @2 :Scalars = (bool = true, int32 = -7, float64 = 2.5, color = green);
  nested @3 :Pointers = (
    text = "inner", list = [1, -2, 3], struct = (uint8 = 9),
    importedStruct = (amount = 4.5, unit = (symbol = "m")));
  voids @4 :List(Void) = [void, void, void];
  bools @5 :List(Bool) = [true, false, true, true];
  int8s @6 :List(Int8) = [-1, 127];
  int64s @7 :List(Int64) = [-9223372036854775808, 9223372036854775807];
  uint16s @8 :List(UInt16) = [1, 65535];
  float32s @9 :List(Float32) = [0.5, -inf];
  float64s @10 :List(Float64) = [1e300, nan];
  texts @11 :List(Text) = ["a", "", "ccc"];
  datas @12 :List(Data) = ["xyz", 0x"00"];
  colors @13 :List(Color) = [blue, red];
  structs @14 :List(Scalars) = [(int8 = 1), (int8 = 2, bool = true)];
  lists @15 :List(List(UInt8)) = [[1, 2], [], [3]];
  emptyText @16 :Text = "";
  emptyList @17 :List(Int32) = [];
}

struct Lists {
  # Lists of everything that a list can hold.

  voids @0 :List(Void);
  bools @1 :List(Bool);
  int8s @2 :List(Int8);
  int16s @3 :List(Int16);
  int32s @4 :List(Int32);
  int64s @5 :List(Int64);
  uint8s @6 :List(UInt8);
  uint16s @7 :List(UInt16);
  uint32s @8 :List(UInt32);
  uint64s @9 :List(UInt64);
  float32s @10 :List(Float32);
  float64s @11 :List(Float64);
  texts @12 :List(Text);
  datas @13 :List(Data);
  colors @14 :List(Color);
  structs @15 :List(Scalars);
  nested @16 :List(List(Int32));
  deep @17 :List(List(List(Text)));
  structLists @18 :List(List(Pointers));
  boolLists @19 :List(List(Bool));
  colorLists @20 :List(List(Color));
  interfaces @21 :List(Calculator);
  palettes @22 :List(Palette);
  small @23 :List(Small);
  capabilities @24 :List(Capability);
}

struct Small {
  # Small enough that a list of numbers reads as a list of these.

  value @0 :UInt16;
}

struct Groups $onStruct([1, 2, 3]) $onAnything("struct") {
  # Groups, and groups in groups.

  before @0 :Text $onField(green) $onAnything("field");

  first :group $onGroup("bytes") $onAnything("group") {
    # Shares the memory of the struct around it.

    number @1 :Int32 = 11;
    text @2 :Text;
    second :group {
      flag @3 :Bool = true;
      color @4 :Color = green;
      third :group {
        small @5 :UInt8;
        list @6 :List(Float32) = [1.5];
      }
    }
  }

  after @7 :Int64;
}

struct NamedUnion {
  # A union with a name, which is a group with nothing else in it.

  value :union $onUnion(true) $onAnything("union") {
    nothing @0 :Void;
    bool @1 :Bool = true;
    int8 @2 :Int8 = -5;
    uint64 @3 :UInt64;
    float32 @4 :Float32 = 0.25;
    color @5 :Color = ultraViolet;
    text @6 :Text = "union text";
    data @7 :Data;
    struct @8 :Scalars;
    list @9 :List(UInt16) = [4, 5];
    anyPointer @10 :AnyPointer;
    anyStruct @11 :AnyStruct;
    anyList @12 :AnyList;
    interface @13 :Calculator;
    group :group {
      number @14 :Int32 = 3;
      bit @15 :Bool;
      text @16 :Text;
      choice :union {
        left @17 :Void;
        right @18 :Int16;
        both :group {
          first @19 :UInt8;
          second @20 :UInt8;
        }
      }
    }
  }

  other :union {
    small @21 :UInt8;
    large @22 :UInt64;
  }

  outside @23 :Text;
}

struct UnnamedUnion {
  # A union without a name, beside ordinary fields.

  before @0 :UInt16;

  union {
    none @1 :Void;
    some @2 :Text;
    number @3 :Int32;
    many @4 :List(UnnamedUnion);
    point :group {
      x @5 :Float32;
      y @6 :Float32;
      label @7 :Text;
    }
  }

  after @8 :Text;
}

struct ScalarUnion {
  # A union without pointers, which is read without throwing.

  union {
    circle @0 :Float64;
    square @1 :Float64;
    empty @2 :Void;
  }
}

struct Tree {
  # Contains itself, through a list, through a field and through a union.

  name @0 :Text;
  children @1 :List(Tree);
  next @2 :Tree;
  partner @3 :TreePartner;
  union {
    leaf @4 :Int32;
    branch :group {
      left @5 :Tree;
      right @6 :Tree;
    }
  }
}

struct TreePartner {
  # Contains a struct that contains this one.

  tree @0 :Tree;
  weight @1 :Float64;
}

struct Outer {
  # Holds declarations of every kind.

  struct Inner {
    struct Innermost {
      value @0 :Int32;
      enum Kind {
        soft @0;
        hard @1;
      }
      kind @1 :Kind;
    }
    innermost @0 :Innermost;
    kind @1 :Innermost.Kind = hard;
  }

  enum Mood {
    calm @0;
    wild @1;
  }

  interface Door {
    open @0 (force :Float32) -> (angle :Float32);
    struct Key {
      teeth @0 :List(UInt8);
    }
  }

  const limit :UInt32 = 1000;
  const origin :Inner = (innermost = (value = 42), kind = soft);
  annotation note (struct, field) :Text;

  inner @0 :Inner;
  mood @1 :Mood = wild;
  key @2 :Door.Key;
  door @3 :Door;
  noted @4 :Text $note("on a field");
}

struct Shadow {
  # Declares a name that the file declares too, and uses both.

  struct Scalars {
    only @0 :Int8;
  }
  mine @0 :Scalars;
  theirs @1 : .Scalars;
  boxed @2 :Box(.Scalars);
  struct Box(T) {
    item @0 :T;
  }
  outerBox @3 : .Box(.Scalars);
}

struct Box(T) {
  # Generic in one parameter.

  item @0 :T;
  next @1 :Box(T);
  union {
    empty @2 :Void;
    full @3 :T;
    group :group {
      grouped @4 :T;
    }
  }

  struct Lid {
    # Uses the parameter of the struct around it.

    item @0 :T;
    box @1 :Box(T);
  }

  lid @5 :Lid;
}

struct Pair(First, Second) {
  # Generic in two parameters, with a generic struct inside.

  first @0 :First;
  second @1 :Second;

  struct Triple(Third) {
    pair @0 :Pair(First, Second);
    third @1 :Third;
    swapped @2 :Pair(Second, First);
  }

  struct Again(First) {
    # A parameter that hides one of the struct around it.

    inner @0 :First;
    outer @1 :Second;
  }

  kind @2 :Kind;
  enum Kind {
    ordered @0;
    unordered @1;
  }
}

struct Generics {
  # Generic types, bound and unbound.

  text @0 :Box(Text);
  data @1 :Box(Data);
  struct @2 :Box(Scalars);
  list @3 :Box(List(Int32));
  structList @4 :Box(List(Scalars));
  nested @5 :Box(Box(Text));
  unbound @6 :Box;
  pair @7 :Pair(Text, List(Data));
  triple @8 :Pair(Text, Data).Triple(Scalars);
  unboundTriple @9 :Pair.Triple;
  lid @10 :Box(Text).Lid;
  imported @11 :Imported.Crate(Text);
  importedInner @12 :Imported.Crate(Scalars).Label;
  boxes @13 :List(Box(Text));
  interface @14 :Box(Calculator);
  kind @15 :Pair(Text, Text).Kind;
  again @16 :Pair(Text, Data).Again(Scalars);
  withDefault @17 :Box(Text) = (item = "boxed", full = "of it");
}

interface Calculator $onInterface $onAnything("interface") {
  # Accepted, and read as an opaque pointer.

  add @0 (left :Float64 $onParam("left"), right :Float64) -> (sum :Float64)
    $onMethod(-1) $onAnything("method");
  store @1 Scalars -> Pointers;
  stream @2 (chunk :Data) -> ();
}

interface ScientificCalculator extends(Calculator) {
  root @0 [T] (value :T) -> (value :T);
}

interface Factory(Product) {
  make @0 () -> (product :Product);

  struct Order {
    product @0 :Product;
  }
}

const constVoid :Void = void;
const constBool :Bool = true;
const constInt8 :Int8 = -128;
const constInt16 :Int16 = -32768;
const constInt32 :Int32 = -2147483648;
const constInt64 :Int64 = -9223372036854775808;
const constUInt8 :UInt8 = 255;
const constUInt16 :UInt16 = 65535;
const constUInt32 :UInt32 = 4294967295;
const constUInt64 :UInt64 = 18446744073709551615;
const constFloat32 :Float32 = 0.1;
const constFloat64 :Float64 = -1.5e-300;
const constInfinity :Float64 = inf;
const constNaN :Float32 = nan;
const constText :Text = "const \"text\"\n";
# A text.

const constData :Data = 0x"ca fe";
const constColor :Color = blue $onConst(9) $onAnything("const");
const constPalette :Palette = cold;
const constStruct :Scalars = (int64 = 99, color = blue);
const constPointers :Pointers = (text = "from a constant", list = [7, 8]);
const constVoids :List(Void) = [void, void];
const constBools :List(Bool) = [false, true];
const constInts :List(Int32) = [1, -1, 2147483647];
const constFloats :List(Float64) = [0.5];
const constTexts :List(Text) = ["x", "yy"];
const constDatas :List(Data) = ["x"];
const constColors :List(Color) = [green, green];
const constStructs :List(Scalars) = [(bool = true), ()];
const constLists :List(List(Int8)) = [[-1], [1, 2]];
const constBox :Box(Text) = (item = "boxed constant");
const constFromOther :Int32 = .Outer.limit;
