@0xeee2e80131ad10f9;
# Words that mean something in Swift or in the runtime, as types of the file. The names of the
# schema language itself are left to names.capnp: here they would hide what they name.

struct AllKnownCases { own @0 :AllKnownCases; next @1 :List(Any); }
struct Any { own @0 :Any; next @1 :List(Array); }
struct Array { own @0 :Array; next @1 :List(AsReader); }
struct AsReader { own @0 :AsReader; next @1 :List(Bits); }
struct Bits { own @0 :Bits; next @1 :List(Builder); }
struct Builder { own @0 :Builder; next @1 :List(Bytes); }
struct Bytes { own @0 :Bytes; next @1 :List(CapnProto); }
struct CapnProto { own @0 :CapnProto; next @1 :List(CapnProtoError); }
struct CapnProtoError { own @0 :CapnProtoError; next @1 :List(Codable); }
struct Codable { own @0 :Codable; next @1 :List(Coder); }
struct Coder { own @0 :Coder; next @1 :List(CodingKeys); }
struct CodingKeys { own @0 :CodingKeys; next @1 :List(CountedPointerType); }
struct CountedPointerType { own @0 :CountedPointerType; next @1 :List(DebugDescription); }
struct DebugDescription { own @0 :DebugDescription; next @1 :List(Description); }
struct Description { own @0 :Description; next @1 :List(Element); }
struct Element { own @0 :Element; next @1 :List(Encode); }
struct Encode { own @0 :Encode; next @1 :List(EnumType); }
struct EnumType { own @0 :EnumType; next @1 :List(Error); }
struct Error { own @0 :Error; next @1 :List(Hash); }
struct Hash { own @0 :Hash; next @1 :List(HashValue); }
struct HashValue { own @0 :HashValue; next @1 :List(Hashable); }
struct Hashable { own @0 :Hashable; next @1 :List(Hasher); }
struct Hasher { own @0 :Hasher; next @1 :List(Int); }
struct Int { own @0 :Int; next @1 :List(ListBuilder); }
struct ListBuilder { own @0 :ListBuilder; next @1 :List(ListReader); }
struct ListReader { own @0 :ListReader; next @1 :List(Message); }
struct Message { own @0 :Message; next @1 :List(Never); }
struct Never { own @0 :Never; next @1 :List(Optional); }
struct Optional { own @0 :Optional; next @1 :List(Orphan); }
struct Orphan { own @0 :Orphan; next @1 :List(PointerType); }
struct PointerType { own @0 :PointerType; next @1 :List(Protocol); }
struct Protocol { own @0 :Protocol; next @1 :List(RawType); }
struct RawType { own @0 :RawType; next @1 :List(RawValue); }
struct RawValue { own @0 :RawValue; next @1 :List(Reader); }
struct Reader { own @0 :Reader; next @1 :List(Schema); }
struct Schema { own @0 :Schema; next @1 :List(SchemaNode); }
struct SchemaNode { own @0 :SchemaNode; next @1 :List(Self); }
struct Self { own @0 :Self; next @1 :List(Sendable); }
struct Sendable { own @0 :Sendable; next @1 :List(String); }
struct String { own @0 :String; next @1 :List(Struct); }
struct Struct { own @0 :Struct; next @1 :List(StructBuilderView); }
struct StructBuilderView { own @0 :StructBuilderView; next @1 :List(StructReaderView); }
struct StructReaderView { own @0 :StructReaderView; next @1 :List(StructType); }
struct StructType { own @0 :StructType; next @1 :List(StructValue); }
struct StructValue { own @0 :StructValue; next @1 :List(Swift); }
struct Swift { own @0 :Swift; next @1 :List(Tag); }
struct Tag { own @0 :Tag; next @1 :List(Type); }
struct Type { own @0 :Type; next @1 :List(Union); }
struct Union { own @0 :Union; next @1 :List(Unrecognized); }
struct Unrecognized { own @0 :Unrecognized; next @1 :List(Value); }
struct Value { own @0 :Value; next @1 :List(Which); }
struct Which { own @0 :Which; next @1 :List(Write); }
struct Write { own @0 :Write; next @1 :List(AllKnownCases); }

enum Actor { only @0; }
enum AnnotationKey { only @0; }
enum AnyHashable { only @0; }
enum AnyObject { only @0; }
enum AnyStructListBuilder { only @0; }
enum AnyStructListReader { only @0; }
enum AnyValue { only @0; }
enum As { only @0; }
enum Associatedtype { only @0; }
enum Associativity { only @0; }
enum Async { only @0; }
enum AsyncMessageSequence { only @0; }
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
enum FileChunks { only @0; }
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
enum Iterator { only @0; }
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
enum MessageDecoder { only @0; }
enum MessageSequence { only @0; }
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
  field6 @6 :AnyValue;
  field7 @7 :As;
  field8 @8 :Associatedtype;
  field9 @9 :Associativity;
  field10 @10 :Async;
  field11 @11 :AsyncMessageSequence;
  field12 @12 :Autoreleasepool;
  field13 @13 :Available;
  field14 @14 :Await;
  field15 @15 :BitwiseScalar;
  field16 @16 :BoolListBuilder;
  field17 @17 :BoolListReader;
  field18 @18 :Borrowing;
  field19 @19 :Break;
  field20 @20 :BytesSource;
  field21 @21 :Case;
  field22 @22 :Catch;
  field23 @23 :Character;
  field24 @24 :Class;
  field25 @25 :Code;
  field26 @26 :CodingKey;
  field27 @27 :Collection;
  field28 @28 :Column;
  field29 @29 :Consume;
  field30 @30 :Consuming;
  field31 @31 :Continue;
  field32 @32 :Convenience;
  field33 @33 :Copy;
  field34 @34 :Date;
  field35 @35 :Decodable;
  field36 @36 :Decoder;
  field37 @37 :Default;
  field38 @38 :DefaultPointer;
  field39 @39 :Defer;
  field40 @40 :Deinit;
  field41 @41 :Dictionary;
  field42 @42 :DidSet;
  field43 @43 :Discard;
  field44 @44 :Distributed;
  field45 @45 :Do;
  field46 @46 :Double;
  field47 @47 :Dsohandle;
  field48 @48 :Dynamic;
  field49 @49 :Each;
  field50 @50 :ElementSize;
  field51 @51 :Else;
  field52 @52 :Encodable;
  field53 @53 :Encoder;
  field54 @54 :Enum;
  field55 @55 :Equatable;
  field56 @56 :Extension;
  field57 @57 :Fallthrough;
  field58 @58 :False;
  field59 @59 :File;
  field60 @60 :FileChunks;
  field61 @61 :Fileprivate;
  field62 @62 :Final;
  field63 @63 :Float;
  field64 @64 :For;
  field65 @65 :Foundation;
  field66 @66 :Func;
  field67 @67 :Function;
  field68 @68 :GeneratedCodeVersion1;
  field69 @69 :Get;
  field70 @70 :Growth;
  field71 @71 :Guard;
  field72 @72 :Identifiable;
  field73 @73 :If;
  field74 @74 :Import;
  field75 @75 :In;
  field76 @76 :Indirect;
  field77 @77 :Infix;
  field78 @78 :Init;
  field79 @79 :Inout;
  field80 @80 :Internal;
  field81 @81 :Is;
  field82 @82 :Isolated;
  field83 @83 :Iterator;
  field84 @84 :KeyPath;
  field85 @85 :Lazy;
  field86 @86 :Left;
  field87 @87 :Let;
  field88 @88 :Line;
  field89 @89 :ListBuilderView;
  field90 @90 :ListElement;
  field91 @91 :ListReaderView;
  field92 @92 :Macro;
  field93 @93 :MessageBuilder;
  field94 @94 :MessageDecoder;
  field95 @95 :MessageSequence;
  field96 @96 :Mirror;
  field97 @97 :Module;
  field98 @98 :Mutating;
  field99 @99 :Nil;
  field100 @100 :None;
  field101 @101 :Nonisolated;
  field102 @102 :Nonmutating;
  field103 @103 :ObjectSize;
  field104 @104 :Open;
  field105 @105 :Operator;
  field106 @106 :OrphanHandle;
  field107 @107 :Override;
  field108 @108 :Package;
  field109 @109 :PointerBuilder;
  field110 @110 :PointerKind;
  field111 @111 :PointerListBuilder;
  field112 @112 :PointerListReader;
  field113 @113 :PointerReader;
  field114 @114 :Postfix;
  field115 @115 :Precedence;
  field116 @116 :Precedencegroup;
  field117 @117 :Prefix;
  field118 @118 :Private;
  field119 @119 :Public;
  field120 @120 :Range;
  field121 @121 :RawListBuilder;
  field122 @122 :RawListReader;
  field123 @123 :RawRepresentable;
  field124 @124 :ReaderOptions;
  field125 @125 :Repeat;
  field126 @126 :Required;
  field127 @127 :Result;
  field128 @128 :Rethrows;
  field129 @129 :Return;
  field130 @130 :Right;
  field131 @131 :Scalar;
  field132 @132 :ScalarListBuilder;
  field133 @133 :ScalarListReader;
  field134 @134 :Selector;
  field135 @135 :Sending;
  field136 @136 :Sequence;
  field137 @137 :Set;
  field138 @138 :Some;
  field139 @139 :Static;
  field140 @140 :StaticString;
  field141 @141 :StructBuilder;
  field142 @142 :StructLayout;
  field143 @143 :StructListBuilder;
  field144 @144 :StructListReader;
  field145 @145 :StructReader;
  field146 @146 :Subscript;
  field147 @147 :Super;
  field148 @148 :Switch;
  field149 @149 :TextSource;
  field150 @150 :Throw;
  field151 @151 :Throws;
  field152 @152 :TraversalLimit;
  field153 @153 :True;
  field154 @154 :Try;
  field155 @155 :Typealias;
  field156 @156 :UInt;
  field157 @157 :URL;
  field158 @158 :Unowned;
  field159 @159 :Unsafe;
  field160 @160 :Var;
  field161 @161 :VoidListBuilder;
  field162 @162 :VoidListReader;
  field163 @163 :VoidValue;
  field164 @164 :Weak;
  field165 @165 :Where;
  field166 @166 :While;
  field167 @167 :WillSet;
  field168 @168 :Yield;
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
