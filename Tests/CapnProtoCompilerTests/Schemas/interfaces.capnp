@0xa8785f1aa1ec868b;
# Interfaces in all the forms that they are declared in.

using Generic = import "generics.capnp";
using Box = Generic.Box;

interface Plain {
  nothing @0 ();
  nothingEither @1 () -> ();
  both @2 (left :Int32, right :Text) -> (sum :Int64, name :Text);
  # Both ways.

  named @3 Arguments -> Answers;
  mixed @4 Arguments -> (answer :Answers);
  otherMixed @5 (question :Arguments) -> Answers;
  reordered @7 (a :Bool = true, b :UInt8 = 0x1f, c :Text = "c") -> (d :List(Int16) = [1, -2]);
  late @6 (x :Int8, y :Bool, z :Int64, w :Bool);
  streams @8 (chunk :Data) -> stream;
  streamsNamed @9 Arguments -> stream;
  self @10 () -> (self :Plain);

  struct Arguments { a @0 :Int32; }
  struct Answers { union { yes @0 :Void; no @1 :Text; } }
  const limit :UInt16 = 7;
  interface Inner { deep @0 (outer :Plain) -> (inner :Inner); }
  enum Kind { one @0; two @1; }
  annotation mark (method, param) :Kind;
  marked @11 (x :Kind = two $mark(two)) -> (y :Kind $mark(one)) $mark(two);
}

interface Left { left @0 (); }
interface Right { right @0 () -> (right :Right); }
interface Both extends(Left, Right) { both @0 () -> (left :Left, right :Right); }
interface Empty {}
interface Below extends(Both, Empty) {}
interface Bare extends() { a @0 (); }

interface Source(T) {
  get @0 () -> (item :T);
  put @1 (item :T, box :Box(T)) -> stream;
  swap @2 [U] (item :T, with :U) -> (item :U, with :T);
  map @3 [U, V] (function :Function(T, U), extra :V) -> (source :Source(U), box :Box(V));
  whole @4 Box(T) -> Box(Text);
  generic @5 [W] Box(W) -> Pair(T, W);
  nested @6 [W] (list :List(Box(W)), pair :Pair(W, Pair(T, W))) -> Pair(W, W).Third(T);

  struct Pair(A, B) {
    a @0 :A;
    b @1 :B;
    t @2 :T;
    struct Third(C) { a @0 :A; c @1 :C; t @2 :T; source @3 :Source(C); }
  }

  interface Cursor extends(Source(T)) { next @0 () -> (cursor :Cursor, first :T); }
}

interface Function(In, Out) { call @0 (in :In) -> (out :Out); }

interface Texts extends(Source(Text)) { join @0 () -> (text :Text); }
interface Boxes(T) extends(Source(Box(T)), Function(T, List(Box(T))), Source(Text).Cursor) {
  open @0 () -> (box :Box(T));
}
interface Unbound extends(Source, Function) {}
interface Deeper(T, U) extends(Boxes(Source(T)), Boxes(U)) { deeper @0 [T] (t :T, u :U) -> (b :Boxes(T)); }

struct Holder(T) {
  source @0 :Source(T);
  cursor @1 :Source(T).Cursor;
  texts @2 :Texts;
  list @3 :List(Source(List(Source(T))));
  pair @4 :Source(T).Pair(T, Text);
  third @5 :Source(T).Pair(T, Text).Third(Data);
  unbound @6 :Source;
  bareCursor @7 :Source.Cursor;
  interface Own extends(Source(T)) { own @0 (holder :Holder(T)) -> (other :Holder(Text)); }
  own @8 :Own;
  struct Inner(U) {
    interface Own extends(Function(T, U), Own) { own @0 [V] (t :T, u :U, v :V) -> Inner(V); }
    own @0 :Own;
  }
}

interface Numbered @0xb0a1c2d3e4f5a6b7 (T) extends(Source(T)) {
  a @0 (t :T);
}
