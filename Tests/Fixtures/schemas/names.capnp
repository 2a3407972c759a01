@0xf61446825b390c43;
# Words that mean something in Swift or in the runtime, as the name of everything that can have
# one: the generated Swift has to compile.

enum Words {
  # As enumerants.

  acceptsOtherEncoding @0;
  actor @1;
  adopt @2;
  allKnownCases @3;
  annotation @4;
  annotationKey @5;
  annotationValue @6;
  annotations @7;
  any @8;
  anyHashable @9;
  anyList @10;
  anyObject @11;
  anyPointer @12;
  anyStruct @13;
  anyStructListBuilder @14;
  anyStructListReader @15;
  array @16;
  as @17;
  asReader @18;
  associatedtype @19;
  associativity @20;
  async @21;
  automatic @22;
  autoreleasepool @23;
  available @24;
  await @25;
  bit @26;
  bits @27;
  bitwiseScalar @28;
  bool @29;
  boolListBuilder @30;
  boolListReader @31;
  borrowing @32;
  break @33;
  builder @34;
  byte @35;
  byteCount @36;
  bytes @37;
  bytesSource @38;
  canonicalBytes @39;
  capabilities @40;
  capability @41;
  capnProto @42;
  capnProtoError @43;
  case @44;
  catch @45;
  character @46;
  class @47;
  clear @48;
  codable @49;
  code @50;
  coder @51;
  codingKey @52;
  codingKeys @53;
  collection @54;
  column @55;
  composite @56;
  consume @57;
  consuming @58;
  continue @59;
  convenience @60;
  copy @61;
  copyContent @62;
  count @63;
  countedPointerType @64;
  data @65;
  dataBitCount @66;
  dataWords @67;
  date @68;
  debugDescription @69;
  decodable @70;
  decoder @71;
  default @72;
  defaultPointer @73;
  defer @74;
  deinit @75;
  dependencies @76;
  description @77;
  dictionary @78;
  didSet @79;
  discard @80;
  disown @81;
  distributed @82;
  do @83;
  double @84;
  doubling @85;
  dsohandle @86;
  dynamic @87;
  each @88;
  eightBytes @89;
  element @90;
  elementSize @91;
  else @92;
  encodable @93;
  encode @94;
  encoder @95;
  endIndex @96;
  enum @97;
  enumType @98;
  enumeration @99;
  equals @100;
  equatable @101;
  error @102;
  extension @103;
  fallthrough @104;
  false @105;
  file @106;
  fileprivate @107;
  final @108;
  fixed @109;
  flatBytes @110;
  float @111;
  for @112;
  forEach @113;
  foundation @114;
  fourBytes @115;
  func @116;
  function @117;
  generatedCodeVersion1 @118;
  get @119;
  growth @120;
  guard @121;
  has @122;
  hash @123;
  hashValue @124;
  hashable @125;
  hasher @126;
  id @127;
  identifiable @128;
  if @129;
  import @130;
  in @131;
  indices @132;
  indirect @133;
  infix @134;
  init @135;
  initRoot @136;
  initialize @137;
  inout @138;
  int @139;
  int16 @140;
  int32 @141;
  int64 @142;
  int8 @143;
  internal @144;
  invalidArgument @145;
  io @146;
  is @147;
  isCanonical @148;
  isContiguous @149;
  isEmpty @150;
  isNull @151;
  isolated @152;
  keyPath @153;
  kind @154;
  lazy @155;
  left @156;
  let @157;
  line @158;
  list @159;
  listBuilder @160;
  listBuilderView @161;
  listElement @162;
  listReader @163;
  listReaderView @164;
  macro @165;
  makeOrphan @166;
  malformed @167;
  map @168;
  maximumMessageBytes @169;
  message @170;
  messageBuilder @171;
  messageTooLarge @172;
  mirror @173;
  module @174;
  mutating @175;
  name @176;
  nestingLimit @177;
  never @178;
  nil @179;
  noSlot @180;
  none @181;
  nonisolated @182;
  nonmutating @183;
  null @184;
  objectSize @185;
  open @186;
  operator @187;
  optional @188;
  origin @189;
  orphan @190;
  orphanHandle @191;
  outOfMemory @192;
  override @193;
  package @194;
  packedByteBound @195;
  packedBytes @196;
  path @197;
  pointer @198;
  pointerBuilder @199;
  pointerCount @200;
  pointerKind @201;
  pointerListBuilder @202;
  pointerListReader @203;
  pointerReader @204;
  pointerType @205;
  pointers @206;
  postfix @207;
  precedence @208;
  precedencegroup @209;
  prefix @210;
  private @211;
  protocol @212;
  public @213;
  range @214;
  rawListBuilder @215;
  rawListReader @216;
  rawRepresentable @217;
  rawType @218;
  rawValue @219;
  read @220;
  reader @221;
  readerOptions @222;
  repeat @223;
  requireTag @224;
  required @225;
  reset @226;
  result @227;
  rethrows @228;
  return @229;
  right @230;
  root @231;
  scalar @232;
  scalarListBuilder @233;
  scalarListReader @234;
  schema @235;
  schemaNode @236;
  selector @237;
  self @238;
  sendable @239;
  sending @240;
  sequence @241;
  set @242;
  setBool @243;
  setEnumeration @244;
  setRoot @245;
  setScalar @246;
  snapshot @247;
  some @248;
  startIndex @249;
  static @250;
  staticString @251;
  string @252;
  struct @253;
  structBuilder @254;
  structBuilderView @255;
  structLayout @256;
  structListBuilder @257;
  structListReader @258;
  structReader @259;
  structReaderView @260;
  structType @261;
  structure @262;
  subscript @263;
  super @264;
  swift @265;
  switch @266;
  tag @267;
  text @268;
  textSource @269;
  throw @270;
  throws @271;
  tooLarge @272;
  totalSize @273;
  traversalLimit @274;
  true @275;
  truncated @276;
  trusted @277;
  try @278;
  twoBytes @279;
  type @280;
  typealias @281;
  uInt @282;
  uInt16 @283;
  uInt32 @284;
  uInt64 @285;
  uInt8 @286;
  uRL @287;
  union @288;
  unlimited @289;
  unowned @290;
  unrecognized @291;
  unsafe @292;
  unsupported @293;
  utf8 @294;
  utf8Count @295;
  validated @296;
  value @297;
  var @298;
  void @299;
  voidListBuilder @300;
  voidListReader @301;
  voidValue @302;
  weak @303;
  where @304;
  which @305;
  while @306;
  willSet @307;
  withContiguousStorageIfAvailable @308;
  withMutableUTF8 @309;
  withSegments @310;
  withSpan @311;
  withUTF8 @312;
  withUnsafeBufferPointer @313;
  withUnsafeBytes @314;
  withUnsafeMutableBufferPointer @315;
  withUnsafeMutableBytes @316;
  withoutFields @317;
  words @318;
  write @319;
  writePacked @320;
  wrongEncoding @321;
  wrongUnionMember @322;
  yield @323;
}

struct Fields {
  # As fields.

  actor @0 :Int32;
  allKnownCases @1 :Text;
  any @2 :Fields;
  as @3 :List(Float32);
  asReader @4 :Bool;
  associatedtype @5 :Data;
  associativity @6 :Words;
  async @7 :Int32;
  autoreleasepool @8 :Text;
  available @9 :Fields;
  await @10 :List(Float32);
  bits @11 :Bool;
  borrowing @12 :Data;
  break @13 :Words;
  builder @14 :Int32;
  case @15 :Text;
  catch @16 :Fields;
  class @17 :List(Float32);
  coder @18 :Bool;
  codingKeys @19 :Data;
  column @20 :Words;
  consume @21 :Int32;
  consuming @22 :Text;
  continue @23 :Fields;
  convenience @24 :List(Float32);
  copy @25 :Bool;
  debugDescription @26 :Data;
  default @27 :Words;
  defer @28 :Int32;
  deinit @29 :Text;
  description @30 :Fields;
  didSet @31 :List(Float32);
  discard @32 :Bool;
  distributed @33 :Data;
  do @34 :Words;
  dsohandle @35 :Int32;
  dynamic @36 :Text;
  each @37 :Fields;
  element @38 :List(Float32);
  else @39 :Bool;
  encode @40 :Data;
  enum @41 :Words;
  extension @42 :Int32;
  fallthrough @43 :Text;
  false @44 :Fields;
  file @45 :List(Float32);
  fileprivate @46 :Bool;
  final @47 :Data;
  for @48 :Words;
  func @49 :Int32;
  function @50 :Text;
  get @51 :Fields;
  guard @52 :List(Float32);
  hash @53 :Bool;
  hashValue @54 :Data;
  hasher @55 :Words;
  if @56 :Int32;
  import @57 :Text;
  in @58 :Fields;
  indirect @59 :List(Float32);
  infix @60 :Bool;
  init @61 :Data;
  inout @62 :Words;
  internal @63 :Int32;
  is @64 :Text;
  isolated @65 :Fields;
  keyPath @66 :List(Float32);
  lazy @67 :Bool;
  left @68 :Data;
  let @69 :Words;
  line @70 :Int32;
  listBuilder @71 :Text;
  listReader @72 :Fields;
  macro @73 :List(Float32);
  module @74 :Bool;
  mutating @75 :Data;
  nil @76 :Words;
  none @77 :Int32;
  nonisolated @78 :Text;
  nonmutating @79 :Fields;
  open @80 :List(Float32);
  operator @81 :Bool;
  optional @82 :Data;
  override @83 :Words;
  package @84 :Int32;
  postfix @85 :Text;
  precedence @86 :Fields;
  precedencegroup @87 :List(Float32);
  prefix @88 :Bool;
  private @89 :Data;
  protocol @90 :Words;
  public @91 :Int32;
  rawType @92 :Text;
  rawValue @93 :Fields;
  reader @94 :List(Float32);
  repeat @95 :Bool;
  required @96 :Data;
  rethrows @97 :Words;
  return @98 :Int32;
  right @99 :Text;
  schema @100 :Fields;
  selector @101 :List(Float32);
  self @102 :Bool;
  sending @103 :Data;
  set @104 :Words;
  some @105 :Int32;
  static @106 :Text;
  struct @107 :Fields;
  subscript @108 :List(Float32);
  super @109 :Bool;
  switch @110 :Data;
  tag @111 :Words;
  throw @112 :Int32;
  throws @113 :Text;
  true @114 :Fields;
  try @115 :List(Float32);
  type @116 :Bool;
  typealias @117 :Data;
  union @118 :Words;
  unowned @119 :Int32;
  unrecognized @120 :Text;
  unsafe @121 :Fields;
  value @122 :List(Float32);
  var @123 :Bool;
  weak @124 :Data;
  where @125 :Words;
  which @126 :Int32;
  while @127 :Text;
  willSet @128 :Fields;
  write @129 :List(Float32);
  yield @130 :Bool;
}

struct Numbers {
  # As fields that are numbers.

  acceptsOtherEncoding @0 :Int32;
  adopt @1 :Int32;
  annotation @2 :Int32;
  annotationKey @3 :Int32;
  annotationValue @4 :Int32;
  annotations @5 :Int32;
  anyHashable @6 :Int32;
  anyList @7 :Int32;
  anyObject @8 :Int32;
  anyPointer @9 :Int32;
  anyStruct @10 :Int32;
  anyStructListBuilder @11 :Int32;
  anyStructListReader @12 :Int32;
  array @13 :Int32;
  automatic @14 :Int32;
  bit @15 :Int32;
  bitwiseScalar @16 :Int32;
  bool @17 :Int32;
  boolListBuilder @18 :Int32;
  boolListReader @19 :Int32;
  byte @20 :Int32;
  byteCount @21 :Int32;
  bytes @22 :Int32;
  bytesSource @23 :Int32;
  canonicalBytes @24 :Int32;
  capabilities @25 :Int32;
  capability @26 :Int32;
  capnProto @27 :Int32;
  capnProtoError @28 :Int32;
  character @29 :Int32;
  clear @30 :Int32;
  codable @31 :Int32;
  code @32 :Int32;
  codingKey @33 :Int32;
  collection @34 :Int32;
  composite @35 :Int32;
  copyContent @36 :Int32;
  count @37 :Int32;
  countedPointerType @38 :Int32;
  data @39 :Int32;
  dataBitCount @40 :Int32;
  dataWords @41 :Int32;
  date @42 :Int32;
  decodable @43 :Int32;
  decoder @44 :Int32;
  defaultPointer @45 :Int32;
  dependencies @46 :Int32;
  dictionary @47 :Int32;
  disown @48 :Int32;
  double @49 :Int32;
  doubling @50 :Int32;
  eightBytes @51 :Int32;
  elementSize @52 :Int32;
  encodable @53 :Int32;
  encoder @54 :Int32;
  endIndex @55 :Int32;
  enumType @56 :Int32;
  enumeration @57 :Int32;
  equals @58 :Int32;
  equatable @59 :Int32;
  error @60 :Int32;
  fixed @61 :Int32;
  flatBytes @62 :Int32;
  float @63 :Int32;
  forEach @64 :Int32;
  foundation @65 :Int32;
  fourBytes @66 :Int32;
  generatedCodeVersion1 @67 :Int32;
  growth @68 :Int32;
  has @69 :Int32;
  hashable @70 :Int32;
  id @71 :Int32;
  identifiable @72 :Int32;
  indices @73 :Int32;
  initRoot @74 :Int32;
  initialize @75 :Int32;
  int @76 :Int32;
  int16 @77 :Int32;
  int32 @78 :Int32;
  int64 @79 :Int32;
  int8 @80 :Int32;
  invalidArgument @81 :Int32;
  io @82 :Int32;
  isCanonical @83 :Int32;
  isContiguous @84 :Int32;
  isEmpty @85 :Int32;
  isNull @86 :Int32;
  kind @87 :Int32;
  list @88 :Int32;
  listBuilderView @89 :Int32;
  listElement @90 :Int32;
  listReaderView @91 :Int32;
  makeOrphan @92 :Int32;
  malformed @93 :Int32;
  map @94 :Int32;
  maximumMessageBytes @95 :Int32;
  message @96 :Int32;
  messageBuilder @97 :Int32;
  messageTooLarge @98 :Int32;
  mirror @99 :Int32;
  name @100 :Int32;
  nestingLimit @101 :Int32;
  never @102 :Int32;
  noSlot @103 :Int32;
  null @104 :Int32;
  objectSize @105 :Int32;
  origin @106 :Int32;
  orphan @107 :Int32;
  orphanHandle @108 :Int32;
  outOfMemory @109 :Int32;
  packedByteBound @110 :Int32;
  packedBytes @111 :Int32;
  path @112 :Int32;
  pointer @113 :Int32;
  pointerBuilder @114 :Int32;
  pointerCount @115 :Int32;
  pointerKind @116 :Int32;
  pointerListBuilder @117 :Int32;
  pointerListReader @118 :Int32;
  pointerReader @119 :Int32;
  pointerType @120 :Int32;
  pointers @121 :Int32;
  range @122 :Int32;
  rawListBuilder @123 :Int32;
  rawListReader @124 :Int32;
  rawRepresentable @125 :Int32;
  read @126 :Int32;
  readerOptions @127 :Int32;
  requireTag @128 :Int32;
  reset @129 :Int32;
  result @130 :Int32;
  root @131 :Int32;
  scalar @132 :Int32;
  scalarListBuilder @133 :Int32;
  scalarListReader @134 :Int32;
  schemaNode @135 :Int32;
  sendable @136 :Int32;
  sequence @137 :Int32;
  setBool @138 :Int32;
  setEnumeration @139 :Int32;
  setRoot @140 :Int32;
  setScalar @141 :Int32;
  snapshot @142 :Int32;
  startIndex @143 :Int32;
  staticString @144 :Int32;
  string @145 :Int32;
  structBuilder @146 :Int32;
  structBuilderView @147 :Int32;
  structLayout @148 :Int32;
  structListBuilder @149 :Int32;
  structListReader @150 :Int32;
  structReader @151 :Int32;
  structReaderView @152 :Int32;
  structType @153 :Int32;
  structure @154 :Int32;
  swift @155 :Int32;
  text @156 :Int32;
  textSource @157 :Int32;
  tooLarge @158 :Int32;
  totalSize @159 :Int32;
  traversalLimit @160 :Int32;
  truncated @161 :Int32;
  trusted @162 :Int32;
  twoBytes @163 :Int32;
  uInt @164 :Int32;
  uInt16 @165 :Int32;
  uInt32 @166 :Int32;
  uInt64 @167 :Int32;
  uInt8 @168 :Int32;
  uRL @169 :Int32;
  unlimited @170 :Int32;
  unsupported @171 :Int32;
  utf8 @172 :Int32;
  utf8Count @173 :Int32;
  validated @174 :Int32;
  void @175 :Int32;
  voidListBuilder @176 :Int32;
  voidListReader @177 :Int32;
  voidValue @178 :Int32;
  withContiguousStorageIfAvailable @179 :Int32;
  withMutableUTF8 @180 :Int32;
  withSegments @181 :Int32;
  withSpan @182 :Int32;
  withUTF8 @183 :Int32;
  withUnsafeBufferPointer @184 :Int32;
  withUnsafeBytes @185 :Int32;
  withUnsafeMutableBufferPointer @186 :Int32;
  withUnsafeMutableBytes @187 :Int32;
  withoutFields @188 :Int32;
  words @189 :Int32;
  writePacked @190 :Int32;
  wrongEncoding @191 :Int32;
  wrongUnionMember @192 :Int32;
}

struct Members {
  # As members of an unnamed union.

  union {
    actor @0 :Void;
    allKnownCases @1 :Int32;
    any @2 :Members;
    as @3 :Void;
    asReader @4 :Int32;
    associatedtype @5 :Members;
    associativity @6 :Void;
    async @7 :Int32;
    autoreleasepool @8 :Members;
    available @9 :Void;
    await @10 :Int32;
    bits @11 :Members;
    borrowing @12 :Void;
    break @13 :Int32;
    builder @14 :Members;
    case @15 :Void;
    catch @16 :Int32;
    class @17 :Members;
    coder @18 :Void;
    codingKeys @19 :Int32;
    column @20 :Members;
    consume @21 :Void;
    consuming @22 :Int32;
    continue @23 :Members;
    convenience @24 :Void;
    copy @25 :Int32;
    debugDescription @26 :Members;
    default @27 :Void;
    defer @28 :Int32;
    deinit @29 :Members;
    description @30 :Void;
    didSet @31 :Int32;
    discard @32 :Members;
    distributed @33 :Void;
    do @34 :Int32;
    dsohandle @35 :Members;
    dynamic @36 :Void;
    each @37 :Int32;
    element @38 :Members;
    else @39 :Void;
    encode @40 :Int32;
    enum @41 :Members;
    extension @42 :Void;
    fallthrough @43 :Int32;
    false @44 :Members;
    file @45 :Void;
    fileprivate @46 :Int32;
    final @47 :Members;
    for @48 :Void;
    func @49 :Int32;
    function @50 :Members;
    get @51 :Void;
    guard @52 :Int32;
    hash @53 :Members;
    hashValue @54 :Void;
    hasher @55 :Int32;
    if @56 :Members;
    import @57 :Void;
    in @58 :Int32;
    indirect @59 :Members;
    infix @60 :Void;
    init @61 :Int32;
    inout @62 :Members;
    internal @63 :Void;
    is @64 :Int32;
    isolated @65 :Members;
    keyPath @66 :Void;
    lazy @67 :Int32;
    left @68 :Members;
    let @69 :Void;
    line @70 :Int32;
    listBuilder @71 :Members;
    listReader @72 :Void;
    macro @73 :Int32;
    module @74 :Members;
    mutating @75 :Void;
    nil @76 :Int32;
    none @77 :Members;
    nonisolated @78 :Void;
    nonmutating @79 :Int32;
    open @80 :Members;
    operator @81 :Void;
    optional @82 :Int32;
    override @83 :Members;
    package @84 :Void;
    postfix @85 :Int32;
    precedence @86 :Members;
    precedencegroup @87 :Void;
    prefix @88 :Int32;
    private @89 :Members;
    protocol @90 :Void;
    public @91 :Int32;
    rawType @92 :Members;
    rawValue @93 :Void;
    reader @94 :Int32;
    repeat @95 :Members;
    required @96 :Void;
    rethrows @97 :Int32;
    return @98 :Members;
    right @99 :Void;
    schema @100 :Int32;
    selector @101 :Members;
    self @102 :Void;
    sending @103 :Int32;
    set @104 :Members;
    some @105 :Void;
    static @106 :Int32;
    struct @107 :Members;
    subscript @108 :Void;
    super @109 :Int32;
    switch @110 :Members;
    tag @111 :Void;
    throw @112 :Int32;
    throws @113 :Members;
    true @114 :Void;
    try @115 :Int32;
    type @116 :Members;
    typealias @117 :Void;
    union @118 :Int32;
    unowned @119 :Members;
    unrecognized @120 :Void;
    unsafe @121 :Int32;
    value @122 :Members;
    var @123 :Void;
    weak @124 :Int32;
    where @125 :Members;
    which @126 :Void;
    while @127 :Int32;
    willSet @128 :Members;
    write @129 :Void;
    yield @130 :Int32;
  }
}

struct Groups {
  # As groups, and so as the types that groups become.

  allKnownCases :group { allKnownCases @0 :UInt8; }
  any :group { any @1 :UInt8; }
  as :group { as @2 :UInt8; }
  asReader :group { asReader @3 :UInt8; }
  bits :group { bits @4 :UInt8; }
  builder :group { builder @5 :UInt8; }
  case :group { case @6 :UInt8; }
  class :group { class @7 :UInt8; }
  coder :group { coder @8 :UInt8; }
  codingKeys :group { codingKeys @9 :UInt8; }
  debugDescription :group { debugDescription @10 :UInt8; }
  default :group { default @11 :UInt8; }
  description :group { description @12 :UInt8; }
  element :group { element @13 :UInt8; }
  encode :group { encode @14 :UInt8; }
  enum :group { enum @15 :UInt8; }
  extension :group { extension @16 :UInt8; }
  false :group { false @17 :UInt8; }
  func :group { func @18 :UInt8; }
  get :group { get @19 :UInt8; }
  hash :group { hash @20 :UInt8; }
  hashValue :group { hashValue @21 :UInt8; }
  hasher :group { hasher @22 :UInt8; }
  import :group { import @23 :UInt8; }
  in :group { in @24 :UInt8; }
  init :group { init @25 :UInt8; }
  is :group { is @26 :UInt8; }
  let :group { let @27 :UInt8; }
  listBuilder :group { listBuilder @28 :UInt8; }
  listReader :group { listReader @29 :UInt8; }
  nil :group { nil @30 :UInt8; }
  none :group { none @31 :UInt8; }
  protocol :group { protocol @32 :UInt8; }
  rawType :group { rawType @33 :UInt8; }
  rawValue :group { rawValue @34 :UInt8; }
  reader :group { reader @35 :UInt8; }
  repeat :group { repeat @36 :UInt8; }
  schema :group { schema @37 :UInt8; }
  self :group { self @38 :UInt8; }
  set :group { set @39 :UInt8; }
  some :group { some @40 :UInt8; }
  struct :group { struct @41 :UInt8; }
  switch :group { switch @42 :UInt8; }
  tag :group { tag @43 :UInt8; }
  true :group { true @44 :UInt8; }
  type :group { type @45 :UInt8; }
  union :group { union @46 :UInt8; }
  unrecognized :group { unrecognized @47 :UInt8; }
  value :group { value @48 :UInt8; }
  var :group { var @49 :UInt8; }
  which :group { which @50 :UInt8; }
  write :group { write @51 :UInt8; }
}

struct Unions {
  # As named unions.

  type :union { type @0 :Void; second @1 :Text; }
  self :union { self @2 :Void; second @3 :Text; }
  which :union { which @4 :Void; second @5 :Text; }
  tag :union { tag @6 :Void; second @7 :Text; }
  reader :union { reader @8 :Void; second @9 :Text; }
  value :union { value @10 :Void; second @11 :Text; }
  union :union { union @12 :Void; second @13 :Text; }
  init :union { init @14 :Void; second @15 :Text; }
}

struct Types {
  # As types inside a type, each with a field of its own type and of the next one.

  struct AllKnownCases { own @0 :AllKnownCases; next @1 :Any; }
  struct Any { own @0 :Any; next @1 :Array; }
  struct Array { own @0 :Array; next @1 :AsReader; }
  struct AsReader { own @0 :AsReader; next @1 :Bits; }
  struct Bits { own @0 :Bits; next @1 :Builder; }
  struct Builder { own @0 :Builder; next @1 :Bytes; }
  struct Bytes { own @0 :Bytes; next @1 :CapnProto; }
  struct CapnProto { own @0 :CapnProto; next @1 :CapnProtoError; }
  struct CapnProtoError { own @0 :CapnProtoError; next @1 :Codable; }
  struct Codable { own @0 :Codable; next @1 :Coder; }
  struct Coder { own @0 :Coder; next @1 :CodingKeys; }
  struct CodingKeys { own @0 :CodingKeys; next @1 :CountedPointerType; }
  struct CountedPointerType { own @0 :CountedPointerType; next @1 :DebugDescription; }
  struct DebugDescription { own @0 :DebugDescription; next @1 :Description; }
  struct Description { own @0 :Description; next @1 :Element; }
  struct Element { own @0 :Element; next @1 :Encode; }
  struct Encode { own @0 :Encode; next @1 :EnumType; }
  struct EnumType { own @0 :EnumType; next @1 :Error; }
  struct Error { own @0 :Error; next @1 :Hash; }
  struct Hash { own @0 :Hash; next @1 :HashValue; }
  struct HashValue { own @0 :HashValue; next @1 :Hashable; }
  struct Hashable { own @0 :Hashable; next @1 :Hasher; }
  struct Hasher { own @0 :Hasher; next @1 :Int; }
  struct Int { own @0 :Int; next @1 :List; }
  struct List { own @0 :List; next @1 :ListBuilder; }
  struct ListBuilder { own @0 :ListBuilder; next @1 :ListReader; }
  struct ListReader { own @0 :ListReader; next @1 :Message; }
  struct Message { own @0 :Message; next @1 :Never; }
  struct Never { own @0 :Never; next @1 :Optional; }
  struct Optional { own @0 :Optional; next @1 :Orphan; }
  struct Orphan { own @0 :Orphan; next @1 :PointerType; }
  struct PointerType { own @0 :PointerType; next @1 :Protocol; }
  struct Protocol { own @0 :Protocol; next @1 :RawType; }
  struct RawType { own @0 :RawType; next @1 :RawValue; }
  struct RawValue { own @0 :RawValue; next @1 :Reader; }
  struct Reader { own @0 :Reader; next @1 :Schema; }
  struct Schema { own @0 :Schema; next @1 :SchemaNode; }
  struct SchemaNode { own @0 :SchemaNode; next @1 :Self; }
  struct Self { own @0 :Self; next @1 :Sendable; }
  struct Sendable { own @0 :Sendable; next @1 :String; }
  struct String { own @0 :String; next @1 :Struct; }
  struct Struct { own @0 :Struct; next @1 :StructBuilderView; }
  struct StructBuilderView { own @0 :StructBuilderView; next @1 :StructReaderView; }
  struct StructReaderView { own @0 :StructReaderView; next @1 :StructType; }
  struct StructType { own @0 :StructType; next @1 :StructValue; }
  struct StructValue { own @0 :StructValue; next @1 :Swift; }
  struct Swift { own @0 :Swift; next @1 :Tag; }
  struct Tag { own @0 :Tag; next @1 :Text; }
  struct Text { own @0 :Text; next @1 :Type; }
  struct Type { own @0 :Type; next @1 :Union; }
  struct Union { own @0 :Union; next @1 :Unrecognized; }
  struct Unrecognized { own @0 :Unrecognized; next @1 :Value; }
  struct Value { own @0 :Value; next @1 :Which; }
  struct Which { own @0 :Which; next @1 :Write; }
  struct Write { own @0 :Write; next @1 :AllKnownCases; }
}

struct Enumerations {
  # As enumerations inside a type.

  enum AllKnownCases { allKnownCases @0; }
  enum Any { any @0; }
  enum Array { array @0; }
  enum AsReader { asReader @0; }
  enum Bits { bits @0; }
  enum Builder { builder @0; }
  enum Bytes { bytes @0; }
  enum CapnProto { capnProto @0; }
  enum CapnProtoError { capnProtoError @0; }
  enum Codable { codable @0; }
  enum Coder { coder @0; }
  enum CodingKeys { codingKeys @0; }
  enum CountedPointerType { countedPointerType @0; }
  enum DebugDescription { debugDescription @0; }
  enum Description { description @0; }
  enum Element { element @0; }
  enum Encode { encode @0; }
  enum EnumType { enumType @0; }
  enum Error { error @0; }
  enum Hash { hash @0; }
  enum HashValue { hashValue @0; }
  enum Hashable { hashable @0; }
  enum Hasher { hasher @0; }
  enum Int { int @0; }
  enum List { list @0; }
  enum ListBuilder { listBuilder @0; }
  enum ListReader { listReader @0; }
  enum Message { message @0; }
  enum Never { never @0; }
  enum Optional { optional @0; }
  enum Orphan { orphan @0; }
  enum PointerType { pointerType @0; }
  enum Protocol { protocol @0; }
  enum RawType { rawType @0; }
  enum RawValue { rawValue @0; }
  enum Reader { reader @0; }
  enum Schema { schema @0; }
  enum SchemaNode { schemaNode @0; }
  enum Self { self @0; }
  enum Sendable { sendable @0; }
  enum String { string @0; }
  enum Struct { struct @0; }
  enum StructBuilderView { structBuilderView @0; }
  enum StructReaderView { structReaderView @0; }
  enum StructType { structType @0; }
  enum StructValue { structValue @0; }
  enum Swift { swift @0; }
  enum Tag { tag @0; }
  enum Text { text @0; }
  enum Type { type @0; }
  enum Union { union @0; }
  enum Unrecognized { unrecognized @0; }
  enum Value { value @0; }
  enum Which { which @0; }
  enum Write { write @0; }

  field0 @0 :AllKnownCases;
  field1 @1 :Any;
  field2 @2 :Array;
  field3 @3 :AsReader;
  field4 @4 :Bits;
  field5 @5 :Builder;
  field6 @6 :Bytes;
  field7 @7 :CapnProto;
  field8 @8 :CapnProtoError;
  field9 @9 :Codable;
  field10 @10 :Coder;
  field11 @11 :CodingKeys;
  field12 @12 :CountedPointerType;
  field13 @13 :DebugDescription;
  field14 @14 :Description;
  field15 @15 :Element;
  field16 @16 :Encode;
  field17 @17 :EnumType;
  field18 @18 :Error;
  field19 @19 :Hash;
  field20 @20 :HashValue;
  field21 @21 :Hashable;
  field22 @22 :Hasher;
  field23 @23 :Int;
  field24 @24 :List;
  field25 @25 :ListBuilder;
  field26 @26 :ListReader;
  field27 @27 :Message;
  field28 @28 :Never;
  field29 @29 :Optional;
  field30 @30 :Orphan;
  field31 @31 :PointerType;
  field32 @32 :Protocol;
  field33 @33 :RawType;
  field34 @34 :RawValue;
  field35 @35 :Reader;
  field36 @36 :Schema;
  field37 @37 :SchemaNode;
  field38 @38 :Self;
  field39 @39 :Sendable;
  field40 @40 :String;
  field41 @41 :Struct;
  field42 @42 :StructBuilderView;
  field43 @43 :StructReaderView;
  field44 @44 :StructType;
  field45 @45 :StructValue;
  field46 @46 :Swift;
  field47 @47 :Tag;
  field48 @48 :Text;
  field49 @49 :Type;
  field50 @50 :Union;
  field51 @51 :Unrecognized;
  field52 @52 :Value;
  field53 @53 :Which;
  field54 @54 :Write;
}

struct Interfaces {
  # As interfaces, methods and parameters.

  interface Type { type @0 (type :Int32) -> (type :Text); }
  interface Self { self @0 (self :Int32) -> (self :Text); }
  interface Which { which @0 (which :Int32) -> (which :Text); }
  interface Tag { tag @0 (tag :Int32) -> (tag :Text); }
  interface Reader { reader @0 (reader :Int32) -> (reader :Text); }
  interface Value { value @0 (value :Int32) -> (value :Text); }
  interface Union { union @0 (union :Int32) -> (union :Text); }
  interface Init { init @0 (init :Int32) -> (init :Text); }
}

struct Constants {
  # As constants.

  const allKnownCases :Int32 = 0;
  const any :Int32 = 1;
  const as :Int32 = 2;
  const asReader :Int32 = 3;
  const bits :Int32 = 4;
  const builder :Int32 = 5;
  const case :Int32 = 6;
  const class :Int32 = 7;
  const coder :Int32 = 8;
  const codingKeys :Int32 = 9;
  const debugDescription :Int32 = 10;
  const default :Int32 = 11;
  const description :Int32 = 12;
  const element :Int32 = 13;
  const encode :Int32 = 14;
  const enum :Int32 = 15;
  const extension :Int32 = 16;
  const false :Int32 = 17;
  const func :Int32 = 18;
  const get :Int32 = 19;
  const hash :Int32 = 20;
  const hashValue :Int32 = 21;
  const hasher :Int32 = 22;
  const import :Int32 = 23;
  const in :Int32 = 24;
  const init :Int32 = 25;
  const is :Int32 = 26;
  const let :Int32 = 27;
  const listBuilder :Int32 = 28;
  const listReader :Int32 = 29;
  const nil :Int32 = 30;
  const none :Int32 = 31;
  const protocol :Int32 = 32;
  const rawType :Int32 = 33;
  const rawValue :Int32 = 34;
  const reader :Int32 = 35;
  const repeat :Int32 = 36;
  const schema :Int32 = 37;
  const self :Int32 = 38;
  const set :Int32 = 39;
  const some :Int32 = 40;
  const struct :Int32 = 41;
  const switch :Int32 = 42;
  const tag :Int32 = 43;
  const true :Int32 = 44;
  const type :Int32 = 45;
  const union :Int32 = 46;
  const unrecognized :Int32 = 47;
  const value :Int32 = 48;
  const var :Int32 = 49;
  const which :Int32 = 50;
  const write :Int32 = 51;
}

struct Annotations {
  # As annotations.

  annotation allKnownCases (field) :Text;
  annotation any (field) :Text;
  annotation as (field) :Text;
  annotation asReader (field) :Text;
  annotation bits (field) :Text;
  annotation builder (field) :Text;
  annotation case (field) :Text;
  annotation class (field) :Text;
  annotation coder (field) :Text;
  annotation codingKeys (field) :Text;
  annotation debugDescription (field) :Text;
  annotation default (field) :Text;
  annotation description (field) :Text;
  annotation element (field) :Text;
  annotation encode (field) :Text;
  annotation enum (field) :Text;
  annotation extension (field) :Text;
  annotation false (field) :Text;
  annotation func (field) :Text;
  annotation get (field) :Text;
  annotation hash (field) :Text;
  annotation hashValue (field) :Text;
  annotation hasher (field) :Text;
  annotation import (field) :Text;
  annotation in (field) :Text;
  annotation init (field) :Text;
  annotation is (field) :Text;
  annotation let (field) :Text;
  annotation listBuilder (field) :Text;
  annotation listReader (field) :Text;
  annotation nil (field) :Text;
  annotation none (field) :Text;
  annotation protocol (field) :Text;
  annotation rawType (field) :Text;
  annotation rawValue (field) :Text;
  annotation reader (field) :Text;
  annotation repeat (field) :Text;
  annotation schema (field) :Text;
  annotation self (field) :Text;
  annotation set (field) :Text;
  annotation some (field) :Text;
  annotation struct (field) :Text;
  annotation switch (field) :Text;
  annotation tag (field) :Text;
  annotation true (field) :Text;
  annotation type (field) :Text;
  annotation union (field) :Text;
  annotation unrecognized (field) :Text;
  annotation value (field) :Text;
  annotation var (field) :Text;
  annotation which (field) :Text;
  annotation write (field) :Text;
}

struct Generic(Reader, Builder, Value, Tag, Type, Self, Any, Swift, CapnProto, Int, PointerType,
    StructType, Element) {
  # As generic parameters.

  field0 @0 :Reader;
  field1 @1 :Builder;
  field2 @2 :Value;
  field3 @3 :Tag;
  field4 @4 :Type;
  field5 @5 :Self;
  field6 @6 :Any;
  field7 @7 :Swift;
  field8 @8 :CapnProto;
  field9 @9 :Int;
  field10 @10 :PointerType;
  field11 @11 :StructType;
  field12 @12 :Element;
}

struct Derived {
  # Names that collide with what other fields become.

  name @0 :Text;
  hasName @1 :Text;
  setName @2 :Text;
  initName @3 :Text;
  clearName @4 :Text;
  disownName @5 :Text;
  adoptName @6 :Text;
  namePointer @7 :Text;
  initNamePointer @8 :Text;
  which @9 :Text;
  tag @10 :Text;
  hasHasName @11 :Text;
  setSetName @12 :Text;

  union {
    any @13 :AnyPointer;
    anyPointer @14 :AnyStruct;
    initAnyPointer @15 :AnyList;
    hasAny @16 :Text;
    other @17 :Void;
  }
}
