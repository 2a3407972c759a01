@0xc092ba17a807ed67;
# Constants of every type, in every notation.

using Generic = import "generics.capnp";
using import "annotations.capnp".Point;

const nothing :Void = void;
const yes :Bool = true;
const no :Bool = false;
const minInt8 :Int8 = -128;
const maxInt8 :Int8 = 127;
const minInt16 :Int16 = -32768;
const maxInt16 :Int16 = 32767;
const minInt32 :Int32 = -2147483648;
const maxInt32 :Int32 = 2147483647;
const minInt64 :Int64 = -9223372036854775808;
const maxInt64 :Int64 = 9223372036854775807;
const maxUInt8 :UInt8 = 255;
const maxUInt16 :UInt16 = 65535;
const maxUInt32 :UInt32 = 4294967295;
const maxUInt64 :UInt64 = 18446744073709551615;
const zero :Int32 = 0;
const minusZero :Int32 = -0;
const minusZeroUnsigned :UInt8 = -0;
const octal :UInt16 = 0777;
const negativeOctal :Int16 = -0777;
const octalZero :Int16 = 00;
const hex :UInt64 = 0xdeadBEEFcafe;
const negativeHex :Int32 = -0x7fff;
const hexZero :Int8 = 0x0;
const spaced :Int32 = - 12;
const float :Float32 = 3.14159265358979;
const double :Float64 = 3.14159265358979;
const wholeFloat :Float32 = 16777217;
const wholeDouble :Float64 = 9007199254740993;
const hugeDouble :Float64 = 18446744073709551615;
const negativeWhole :Float64 = -9223372036854775808;
const exponent :Float64 = 1e10;
const bigExponent :Float64 = 1E+300;
const smallExponent :Float64 = 4.9e-324;
const zeroFloat :Float64 = 0.0;
const minusZeroFloat :Float64 = -0.0;
const minusZeroWhole :Float64 = -0;
const tooLarge :Float64 = 1e400;
const tooLargeFloat :Float32 = 1e300;
const tooSmall :Float64 = 1e-400;
const octalFloat :Float64 = 010;
const infinity :Float64 = inf;
const minusInfinity :Float32 = -inf;
const notANumber :Float64 = nan;
const notANumber32 :Float32 = nan;
const text :Text = "tab\t newline\n quote\" apostrophe\' backslash\\ bell\a \b\f\r\v\? \x41\102\7\60z ü 🚢";
const joined :Text = "one " "two"
  # between
  " three";
const emptyText :Text = "";
const zeroByte :Text = "a\0b";
const invalid :Text = "\xff";
const data :Data = 0x"00 0a Ff
  1020 30";
const dataText :Data = "text as data\xff\0";
const emptyData :Data = "";
const embeddedText :Text = embed "values.bin";
const embeddedData :Data = embed "sub/bytes.txt";
const embeddedFromRoot :Text = embed "/capnp/stream.capnp";
const color :Color = blue;
const qualified :Color = blue;
enum Color { red @0; green @2; blue @1; }
struct Record {
  a @0 :Int32 = 7; b @1 :Text = "b"; c @2 :List(Record); d @3 :Color = green; e @4 :Record;
  f @5 :Bool = true; g @6 :Float32 = 1; h @7 :Float64 = nan; i @8 :Void; j @9 :List(Bool);
  k :group { l @10 :Int8 = -1; m @11 :Text; n :union { o @12 :Int16 = 3; p @13 :Text; q @14 :Void; } }
  union { r @15 :UInt8 = 9; s :group { t @16 :UInt32; u @17 :UInt64 = 0xffff; } v @18 :Record; }
  const inner :Int32 = 99;
  const other :Int32 = .Record.inner;
  w @19 :Data; x @20 :List(List(Int32)); y @21 :List(Data);
}
const record :Record = (
  a = -7, b = "", c = [(a = 1), (), (b = "x", c = [(d = red)])], d = blue, e = (e = (e = ())),
  f = false, g = -1, h = 0, i = void, j = [true, false, true], k = (l = 1, m = "m", n = (q = void)),
  s = (t = 5, u = 6));
const reordered :Record = (x = [[1], []], w = "w", v = (r = 1), k = (n = (p = "p")), a = 7);
const defaults :Record = (a = 7, b = "b", d = green, f = true, g = 1, r = 9, k = (l = -1));
const tagOnly :Record = (s = ());
const empty :Record = ();
const other :Record = .record;
const otherAgain :Record = .other;
const useInner :Int32 = Record.inner;
const useOuter :Int32 = .Record.other;
const useImported :Int32 = Generic.Box.limit;
const inList :List(Int32) = [1, .useInner, Record.inner, -3];
const inRecord :Record = (a = .useInner, b = .text, e = .record, c = [.record, (a = 3), .empty]);
const listOfRecord :List(Record) = .records;
const records :List(Record) = [.record, .empty];
const voids :List(Void) = [void, void, void];
const bools :List(Bool) = [true, false, true, true, false, false, true, false, true];
const int8s :List(Int8) = [-1, 0, 1];
const uint16s :List(UInt16) = [1, 2, 3, 4, 5];
const int64s :List(Int64) = [-1];
const floats :List(Float32) = [1, -inf, nan, 0.5];
const doubles :List(Float64) = [1, inf, nan, -0.0];
const texts :List(Text) = ["a", "", "c" "d"];
const datas :List(Data) = [0x"ff", "x", ""];
const colors :List(Color) = [red, blue, green];
const emptyList :List(Record) = [];
const emptyTexts :List(Text) = [];
const lists :List(List(List(Int8))) = [[[1], []], [], [[2, 3]]];
const recordLists :List(List(Record)) = [[(a = 1)], []];
const points :List(Point) = [(x = 1, y = 2), (y = 5)];
const box :Generic.Box(Text) = (item = "item", lid = (item = "lid"), some = "some");
const boxes :List(Generic.Box(Record)) = [(item = (a = 1)), (item = .record)];
const parenthesized :Int32 = (5);
const parenthesizedTwice :Text = (("x"));
const numbered @0x9a8b7c6d5e4f3021 :Int32 = 5;
struct EmptyStruct {}
const emptyStruct :EmptyStruct = ();
const emptyStructs :List(EmptyStruct) = [(), ()];
const narrowed :UInt8 = .wide;
const wide :Int64 = 200;
const floatFromWhole :Float32 = .wide;
const dataFromData :Data = .data;
