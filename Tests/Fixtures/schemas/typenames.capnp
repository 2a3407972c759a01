@0xeee2e80131ad10f9;
# Words that mean something in Swift or in the runtime, as types of the file. The names of the
# schema language itself are left to names.capnp: here they would hide what they name.

struct AllKnownCases { own @0 :AllKnownCases; next @1 :List(Any); text @2 :Text; }
struct Any { own @0 :Any; next @1 :List(Array); text @2 :Text; }
struct Array { own @0 :Array; next @1 :List(AsReader); text @2 :Text; }
struct AsReader { own @0 :AsReader; next @1 :List(Bits); text @2 :Text; }
struct Bits { own @0 :Bits; next @1 :List(Builder); text @2 :Text; }
struct Builder { own @0 :Builder; next @1 :List(Bytes); text @2 :Text; }
struct Bytes { own @0 :Bytes; next @1 :List(CapnProto); text @2 :Text; }
struct CapnProto { own @0 :CapnProto; next @1 :List(CapnProtoError); text @2 :Text; }
struct CapnProtoError { own @0 :CapnProtoError; next @1 :List(Codable); text @2 :Text; }
struct Codable { own @0 :Codable; next @1 :List(Coder); text @2 :Text; }
struct Coder { own @0 :Coder; next @1 :List(CodingKeys); text @2 :Text; }
struct CodingKeys { own @0 :CodingKeys; next @1 :List(CountedPointerType); text @2 :Text; }
struct CountedPointerType { own @0 :CountedPointerType; next @1 :List(DebugDescription); text @2 :Text; }
struct DebugDescription { own @0 :DebugDescription; next @1 :List(Description); text @2 :Text; }
struct Description { own @0 :Description; next @1 :List(Element); text @2 :Text; }
struct Element { own @0 :Element; next @1 :List(Encode); text @2 :Text; }
struct Encode { own @0 :Encode; next @1 :List(EnumType); text @2 :Text; }
struct EnumType { own @0 :EnumType; next @1 :List(Error); text @2 :Text; }
struct Error { own @0 :Error; next @1 :List(Hash); text @2 :Text; }
struct Hash { own @0 :Hash; next @1 :List(HashValue); text @2 :Text; }
struct HashValue { own @0 :HashValue; next @1 :List(Hashable); text @2 :Text; }
struct Hashable { own @0 :Hashable; next @1 :List(Hasher); text @2 :Text; }
struct Hasher { own @0 :Hasher; next @1 :List(Int); text @2 :Text; }
struct Int { own @0 :Int; next @1 :List(ListBuilder); text @2 :Text; }
struct ListBuilder { own @0 :ListBuilder; next @1 :List(ListReader); text @2 :Text; }
struct ListReader { own @0 :ListReader; next @1 :List(Message); text @2 :Text; }
struct Message { own @0 :Message; next @1 :List(Never); text @2 :Text; }
struct Never { own @0 :Never; next @1 :List(Optional); text @2 :Text; }
struct Optional { own @0 :Optional; next @1 :List(Orphan); text @2 :Text; }
struct Orphan { own @0 :Orphan; next @1 :List(PointerType); text @2 :Text; }
struct PointerType { own @0 :PointerType; next @1 :List(Protocol); text @2 :Text; }
struct Protocol { own @0 :Protocol; next @1 :List(RawType); text @2 :Text; }
struct RawType { own @0 :RawType; next @1 :List(RawValue); text @2 :Text; }
struct RawValue { own @0 :RawValue; next @1 :List(Reader); text @2 :Text; }
struct Reader { own @0 :Reader; next @1 :List(Schema); text @2 :Text; }
struct Schema { own @0 :Schema; next @1 :List(SchemaNode); text @2 :Text; }
struct SchemaNode { own @0 :SchemaNode; next @1 :List(Self); text @2 :Text; }
struct Self { own @0 :Self; next @1 :List(Sendable); text @2 :Text; }
struct Sendable { own @0 :Sendable; next @1 :List(String); text @2 :Text; }
struct String { own @0 :String; next @1 :List(Struct); text @2 :Text; }
struct Struct { own @0 :Struct; next @1 :List(StructBuilderView); text @2 :Text; }
struct StructBuilderView { own @0 :StructBuilderView; next @1 :List(StructReaderView); text @2 :Text; }
struct StructReaderView { own @0 :StructReaderView; next @1 :List(StructType); text @2 :Text; }
struct StructType { own @0 :StructType; next @1 :List(StructValue); text @2 :Text; }
struct StructValue { own @0 :StructValue; next @1 :List(Swift); text @2 :Text; }
struct Swift { own @0 :Swift; next @1 :List(Tag); text @2 :Text; }
struct Tag { own @0 :Tag; next @1 :List(Type); text @2 :Text; }
struct Type { own @0 :Type; next @1 :List(Union); text @2 :Text; }
struct Union { own @0 :Union; next @1 :List(Unrecognized); text @2 :Text; }
struct Unrecognized { own @0 :Unrecognized; next @1 :List(Value); text @2 :Text; }
struct Value { own @0 :Value; next @1 :List(Which); text @2 :Text; }
struct Which { own @0 :Which; next @1 :List(Write); text @2 :Text; }
struct Write { own @0 :Write; next @1 :List(AllKnownCases); text @2 :Text; }

enum Actor { only @0; }
enum AnnotationKey { only @0; }
enum AnyHashable { only @0; }
enum AnyObject { only @0; }
enum AnyStructListBuilder { only @0; }
enum AnyStructListReader { only @0; }
enum As { only @0; }
enum Associatedtype { only @0; }
enum Associativity { only @0; }
enum Async { only @0; }
enum Autoreleasepool { only @0; }
enum Available { only @0; }
enum Await { only @0; }
enum BitwiseScalar { only @0; }
enum BoolListBuilder { only @0; }
enum BoolListReader { only @0; }
enum Borrowing { only @0; }
enum Break { only @0; }
enum BytesSource { only @0; }
enum Case { only @0; }
enum Catch { only @0; }
enum Character { only @0; }
enum Class { only @0; }
enum Code { only @0; }
enum CodingKey { only @0; }
enum Collection { only @0; }
enum Column { only @0; }
enum Consume { only @0; }
enum Consuming { only @0; }
enum Continue { only @0; }
enum Convenience { only @0; }
enum Copy { only @0; }
enum Date { only @0; }
enum Decodable { only @0; }
enum Decoder { only @0; }
enum Default { only @0; }
enum DefaultPointer { only @0; }
enum Defer { only @0; }
enum Deinit { only @0; }
enum Dictionary { only @0; }
enum DidSet { only @0; }
enum Discard { only @0; }
enum Distributed { only @0; }
enum Do { only @0; }
enum Double { only @0; }
enum Dsohandle { only @0; }
enum Dynamic { only @0; }
enum Each { only @0; }
enum ElementSize { only @0; }
enum Else { only @0; }
enum Encodable { only @0; }
enum Encoder { only @0; }
enum Enum { only @0; }
enum Equatable { only @0; }
enum Extension { only @0; }
enum Fallthrough { only @0; }
enum False { only @0; }
enum File { only @0; }
enum Fileprivate { only @0; }
enum Final { only @0; }
enum Float { only @0; }
enum For { only @0; }
enum Foundation { only @0; }
enum Func { only @0; }
enum Function { only @0; }
enum GeneratedCodeVersion1 { only @0; }
enum Get { only @0; }
enum Growth { only @0; }
enum Guard { only @0; }
enum Identifiable { only @0; }
enum If { only @0; }
enum Import { only @0; }
enum In { only @0; }
enum Indirect { only @0; }
enum Infix { only @0; }
enum Init { only @0; }
enum Inout { only @0; }
enum Internal { only @0; }
enum Is { only @0; }
enum Isolated { only @0; }
enum KeyPath { only @0; }
enum Lazy { only @0; }
enum Left { only @0; }
enum Let { only @0; }
enum Line { only @0; }
enum ListBuilderView { only @0; }
enum ListElement { only @0; }
enum ListReaderView { only @0; }
enum Macro { only @0; }
enum MessageBuilder { only @0; }
enum Mirror { only @0; }
enum Module { only @0; }
enum Mutating { only @0; }
enum Nil { only @0; }
enum None { only @0; }
enum Nonisolated { only @0; }
enum Nonmutating { only @0; }
enum ObjectSize { only @0; }
enum Open { only @0; }
enum Operator { only @0; }
enum OrphanHandle { only @0; }
enum Override { only @0; }
enum Package { only @0; }
enum PointerBuilder { only @0; }
enum PointerKind { only @0; }
enum PointerListBuilder { only @0; }
enum PointerListReader { only @0; }
enum PointerReader { only @0; }
enum Postfix { only @0; }
enum Precedence { only @0; }
enum Precedencegroup { only @0; }
enum Prefix { only @0; }
enum Private { only @0; }
enum Public { only @0; }
enum Range { only @0; }
enum RawListBuilder { only @0; }
enum RawListReader { only @0; }
enum RawRepresentable { only @0; }
enum ReaderOptions { only @0; }
enum Repeat { only @0; }
enum Required { only @0; }
enum Result { only @0; }
enum Rethrows { only @0; }
enum Return { only @0; }
enum Right { only @0; }
enum Scalar { only @0; }
enum ScalarListBuilder { only @0; }
enum ScalarListReader { only @0; }
enum Selector { only @0; }
enum Sending { only @0; }
enum Sequence { only @0; }
enum Set { only @0; }
enum Some { only @0; }
enum Static { only @0; }
enum StaticString { only @0; }
enum StructBuilder { only @0; }
enum StructLayout { only @0; }
enum StructListBuilder { only @0; }
enum StructListReader { only @0; }
enum StructReader { only @0; }
enum Subscript { only @0; }
enum Super { only @0; }
enum Switch { only @0; }
enum TextSource { only @0; }
enum Throw { only @0; }
enum Throws { only @0; }
enum TraversalLimit { only @0; }
enum True { only @0; }
enum Try { only @0; }
enum Typealias { only @0; }
enum UInt { only @0; }
enum URL { only @0; }
enum Unowned { only @0; }
enum Unsafe { only @0; }
enum Var { only @0; }
enum VoidListBuilder { only @0; }
enum VoidListReader { only @0; }
enum VoidValue { only @0; }
enum Weak { only @0; }
enum Where { only @0; }
enum While { only @0; }
enum WillSet { only @0; }
enum Yield { only @0; }

struct EachOfThem {
  field0 @0 :Actor;
  field1 @1 :AnnotationKey;
  field2 @2 :AnyHashable;
  field3 @3 :AnyObject;
  field4 @4 :AnyStructListBuilder;
  field5 @5 :AnyStructListReader;
  field6 @6 :As;
  field7 @7 :Associatedtype;
  field8 @8 :Associativity;
  field9 @9 :Async;
  field10 @10 :Autoreleasepool;
  field11 @11 :Available;
  field12 @12 :Await;
  field13 @13 :BitwiseScalar;
  field14 @14 :BoolListBuilder;
  field15 @15 :BoolListReader;
  field16 @16 :Borrowing;
  field17 @17 :Break;
  field18 @18 :BytesSource;
  field19 @19 :Case;
  field20 @20 :Catch;
  field21 @21 :Character;
  field22 @22 :Class;
  field23 @23 :Code;
  field24 @24 :CodingKey;
  field25 @25 :Collection;
  field26 @26 :Column;
  field27 @27 :Consume;
  field28 @28 :Consuming;
  field29 @29 :Continue;
  field30 @30 :Convenience;
  field31 @31 :Copy;
  field32 @32 :Date;
  field33 @33 :Decodable;
  field34 @34 :Decoder;
  field35 @35 :Default;
  field36 @36 :DefaultPointer;
  field37 @37 :Defer;
  field38 @38 :Deinit;
  field39 @39 :Dictionary;
  field40 @40 :DidSet;
  field41 @41 :Discard;
  field42 @42 :Distributed;
  field43 @43 :Do;
  field44 @44 :Double;
  field45 @45 :Dsohandle;
  field46 @46 :Dynamic;
  field47 @47 :Each;
  field48 @48 :ElementSize;
  field49 @49 :Else;
  field50 @50 :Encodable;
  field51 @51 :Encoder;
  field52 @52 :Enum;
  field53 @53 :Equatable;
  field54 @54 :Extension;
  field55 @55 :Fallthrough;
  field56 @56 :False;
  field57 @57 :File;
  field58 @58 :Fileprivate;
  field59 @59 :Final;
  field60 @60 :Float;
  field61 @61 :For;
  field62 @62 :Foundation;
  field63 @63 :Func;
  field64 @64 :Function;
  field65 @65 :GeneratedCodeVersion1;
  field66 @66 :Get;
  field67 @67 :Growth;
  field68 @68 :Guard;
  field69 @69 :Identifiable;
  field70 @70 :If;
  field71 @71 :Import;
  field72 @72 :In;
  field73 @73 :Indirect;
  field74 @74 :Infix;
  field75 @75 :Init;
  field76 @76 :Inout;
  field77 @77 :Internal;
  field78 @78 :Is;
  field79 @79 :Isolated;
  field80 @80 :KeyPath;
  field81 @81 :Lazy;
  field82 @82 :Left;
  field83 @83 :Let;
  field84 @84 :Line;
  field85 @85 :ListBuilderView;
  field86 @86 :ListElement;
  field87 @87 :ListReaderView;
  field88 @88 :Macro;
  field89 @89 :MessageBuilder;
  field90 @90 :Mirror;
  field91 @91 :Module;
  field92 @92 :Mutating;
  field93 @93 :Nil;
  field94 @94 :None;
  field95 @95 :Nonisolated;
  field96 @96 :Nonmutating;
  field97 @97 :ObjectSize;
  field98 @98 :Open;
  field99 @99 :Operator;
  field100 @100 :OrphanHandle;
  field101 @101 :Override;
  field102 @102 :Package;
  field103 @103 :PointerBuilder;
  field104 @104 :PointerKind;
  field105 @105 :PointerListBuilder;
  field106 @106 :PointerListReader;
  field107 @107 :PointerReader;
  field108 @108 :Postfix;
  field109 @109 :Precedence;
  field110 @110 :Precedencegroup;
  field111 @111 :Prefix;
  field112 @112 :Private;
  field113 @113 :Public;
  field114 @114 :Range;
  field115 @115 :RawListBuilder;
  field116 @116 :RawListReader;
  field117 @117 :RawRepresentable;
  field118 @118 :ReaderOptions;
  field119 @119 :Repeat;
  field120 @120 :Required;
  field121 @121 :Result;
  field122 @122 :Rethrows;
  field123 @123 :Return;
  field124 @124 :Right;
  field125 @125 :Scalar;
  field126 @126 :ScalarListBuilder;
  field127 @127 :ScalarListReader;
  field128 @128 :Selector;
  field129 @129 :Sending;
  field130 @130 :Sequence;
  field131 @131 :Set;
  field132 @132 :Some;
  field133 @133 :Static;
  field134 @134 :StaticString;
  field135 @135 :StructBuilder;
  field136 @136 :StructLayout;
  field137 @137 :StructListBuilder;
  field138 @138 :StructListReader;
  field139 @139 :StructReader;
  field140 @140 :Subscript;
  field141 @141 :Super;
  field142 @142 :Switch;
  field143 @143 :TextSource;
  field144 @144 :Throw;
  field145 @145 :Throws;
  field146 @146 :TraversalLimit;
  field147 @147 :True;
  field148 @148 :Try;
  field149 @149 :Typealias;
  field150 @150 :UInt;
  field151 @151 :URL;
  field152 @152 :Unowned;
  field153 @153 :Unsafe;
  field154 @154 :Var;
  field155 @155 :VoidListBuilder;
  field156 @156 :VoidListReader;
  field157 @157 :VoidValue;
  field158 @158 :Weak;
  field159 @159 :Where;
  field160 @160 :While;
  field161 @161 :WillSet;
  field162 @162 :Yield;
}

const import :Text = "import";
const self :Text = "self";
const init :Text = "init";
const schema :Text = "schema";
const in :Text = "in";
const class :Text = "class";
const print :Text = "print";
const type :Text = "type";
const default :Text = "default";
const repeat :Text = "repeat";
