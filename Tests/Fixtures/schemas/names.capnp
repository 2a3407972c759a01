@0xf61446825b390c43;
# Words that mean something in Swift or in the runtime, as the name of everything that can have
# one: the generated Swift has to compile.

using Swift = import "/swift.capnp";

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
  anyValue @16;
  append @17;
  array @18;
  as @19;
  asReader @20;
  associatedtype @21;
  associativity @22;
  async @23;
  asyncMessageSequence @24;
  automatic @25;
  autoreleasepool @26;
  available @27;
  await @28;
  bit @29;
  bits @30;
  bitwiseScalar @31;
  bool @32;
  boolListBuilder @33;
  boolListReader @34;
  borrowing @35;
  break @36;
  builder @37;
  byte @38;
  byteCount @39;
  bytes @40;
  bytesSource @41;
  canonicalBytes @42;
  capabilities @43;
  capability @44;
  capnProto @45;
  capnProtoError @46;
  case @47;
  catch @48;
  character @49;
  class @50;
  clear @51;
  codable @52;
  code @53;
  coder @54;
  codingKey @55;
  codingKeys @56;
  collection @57;
  column @58;
  composite @59;
  consume @60;
  consuming @61;
  continue @62;
  convenience @63;
  copy @64;
  copyContent @65;
  count @66;
  countedPointerType @67;
  data @68;
  dataBitCount @69;
  dataWords @70;
  date @71;
  debugDescription @72;
  decodable @73;
  decode @74;
  decoder @75;
  default @76;
  defaultPointer @77;
  defer @78;
  deinit @79;
  dependencies @80;
  description @81;
  dictionary @82;
  didSet @83;
  discard @84;
  disown @85;
  distributed @86;
  do @87;
  double @88;
  doubling @89;
  dsohandle @90;
  dynamic @91;
  each @92;
  eightBytes @93;
  element @94;
  elementSize @95;
  else @96;
  encodable @97;
  encode @98;
  encoder @99;
  endIndex @100;
  enum @101;
  enumType @102;
  enumeration @103;
  equals @104;
  equatable @105;
  error @106;
  extension @107;
  fallthrough @108;
  false @109;
  file @110;
  fileChunks @111;
  fileprivate @112;
  final @113;
  finish @114;
  fixed @115;
  flatBytes @116;
  float @117;
  for @118;
  forEach @119;
  foundation @120;
  fourBytes @121;
  func @122;
  function @123;
  generatedCodeVersion1 @124;
  get @125;
  growth @126;
  guard @127;
  has @128;
  hash @129;
  hashValue @130;
  hashable @131;
  hasher @132;
  id @133;
  identifiable @134;
  if @135;
  import @136;
  in @137;
  indices @138;
  indirect @139;
  infix @140;
  init @141;
  initRoot @142;
  initialize @143;
  inout @144;
  int @145;
  int16 @146;
  int32 @147;
  int64 @148;
  int8 @149;
  internal @150;
  invalidArgument @151;
  io @152;
  is @153;
  isCanonical @154;
  isContiguous @155;
  isEmpty @156;
  isNull @157;
  isolated @158;
  iterator @159;
  keyPath @160;
  kind @161;
  lazy @162;
  leastMissing @163;
  left @164;
  let @165;
  line @166;
  list @167;
  listBuilder @168;
  listBuilderView @169;
  listElement @170;
  listReader @171;
  listReaderView @172;
  macro @173;
  makeAsyncIterator @174;
  makeOrphan @175;
  malformed @176;
  map @177;
  maximumMessageBytes @178;
  message @179;
  messageBuilder @180;
  messageDecoder @181;
  messageSequence @182;
  messageTooLarge @183;
  mirror @184;
  module @185;
  mutating @186;
  name @187;
  nestingLimit @188;
  never @189;
  next @190;
  nil @191;
  noSlot @192;
  none @193;
  nonisolated @194;
  nonmutating @195;
  null @196;
  objectSize @197;
  open @198;
  operator @199;
  optional @200;
  origin @201;
  orphan @202;
  orphanHandle @203;
  outOfMemory @204;
  override @205;
  package @206;
  packedByteBound @207;
  packedBytes @208;
  path @209;
  pointer @210;
  pointerBuilder @211;
  pointerCount @212;
  pointerKind @213;
  pointerListBuilder @214;
  pointerListReader @215;
  pointerReader @216;
  pointerType @217;
  pointers @218;
  postfix @219;
  precedence @220;
  precedencegroup @221;
  prefix @222;
  private @223;
  protocol @224;
  public @225;
  range @226;
  rawListBuilder @227;
  rawListReader @228;
  rawRepresentable @229;
  rawType @230;
  rawValue @231;
  read @232;
  reader @233;
  readerOptions @234;
  repeat @235;
  requireTag @236;
  required @237;
  reset @238;
  result @239;
  rethrows @240;
  return @241;
  right @242;
  root @243;
  scalar @244;
  scalarListBuilder @245;
  scalarListReader @246;
  schema @247;
  schemaNode @248;
  selector @249;
  self @250;
  sendable @251;
  sending @252;
  sequence @253;
  set @254;
  setBool @255;
  setEnumeration @256;
  setRoot @257;
  setScalar @258;
  snapshot @259;
  some @260;
  startIndex @261;
  static @262;
  staticString @263;
  string @264;
  struct @265;
  structBuilder @266;
  structBuilderView @267;
  structLayout @268;
  structListBuilder @269;
  structListReader @270;
  structReader @271;
  structReaderView @272;
  structType @273;
  structValue @274;
  structure @275;
  subscript @276;
  super @277;
  swift @278;
  switch @279;
  tag @280;
  text @281;
  textSource @282;
  throw @283;
  throws @284;
  tooLarge @285;
  totalSize @286;
  traversalLimit @287;
  true @288;
  truncated @289;
  trusted @290;
  try @291;
  twoBytes @292;
  type @293;
  typealias @294;
  uInt @295;
  uInt16 @296;
  uInt32 @297;
  uInt64 @298;
  uInt8 @299;
  uRL @300;
  undecodedCount @301;
  union @302;
  unlimited @303;
  unowned @304;
  unrecognized @305;
  unsafe @306;
  unsupported @307;
  utf8 @308;
  utf8Count @309;
  validated @310;
  value @311;
  var @312;
  void @313;
  voidListBuilder @314;
  voidListReader @315;
  voidValue @316;
  weak @317;
  where @318;
  which @319;
  while @320;
  willSet @321;
  withContiguousStorageIfAvailable @322;
  withMutableUTF8 @323;
  withSegments @324;
  withSpan @325;
  withUTF8 @326;
  withUnsafeBufferPointer @327;
  withUnsafeBytes @328;
  withUnsafeMutableBufferPointer @329;
  withUnsafeMutableBytes @330;
  withoutFields @331;
  words @332;
  wrappedValue @333;
  write @334;
  writePacked @335;
  wrongEncoding @336;
  wrongUnionMember @337;
  yield @338;
}

struct Fields $Swift.values {
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
  anyValue @13 :Int32;
  append @14 :Int32;
  array @15 :Int32;
  asyncMessageSequence @16 :Int32;
  automatic @17 :Int32;
  bit @18 :Int32;
  bitwiseScalar @19 :Int32;
  bool @20 :Int32;
  boolListBuilder @21 :Int32;
  boolListReader @22 :Int32;
  byte @23 :Int32;
  byteCount @24 :Int32;
  bytes @25 :Int32;
  bytesSource @26 :Int32;
  canonicalBytes @27 :Int32;
  capabilities @28 :Int32;
  capability @29 :Int32;
  capnProto @30 :Int32;
  capnProtoError @31 :Int32;
  character @32 :Int32;
  clear @33 :Int32;
  codable @34 :Int32;
  code @35 :Int32;
  codingKey @36 :Int32;
  collection @37 :Int32;
  composite @38 :Int32;
  copyContent @39 :Int32;
  count @40 :Int32;
  countedPointerType @41 :Int32;
  data @42 :Int32;
  dataBitCount @43 :Int32;
  dataWords @44 :Int32;
  date @45 :Int32;
  decodable @46 :Int32;
  decode @47 :Int32;
  decoder @48 :Int32;
  defaultPointer @49 :Int32;
  dependencies @50 :Int32;
  dictionary @51 :Int32;
  disown @52 :Int32;
  double @53 :Int32;
  doubling @54 :Int32;
  eightBytes @55 :Int32;
  elementSize @56 :Int32;
  encodable @57 :Int32;
  encoder @58 :Int32;
  endIndex @59 :Int32;
  enumType @60 :Int32;
  enumeration @61 :Int32;
  equals @62 :Int32;
  equatable @63 :Int32;
  error @64 :Int32;
  fileChunks @65 :Int32;
  finish @66 :Int32;
  fixed @67 :Int32;
  flatBytes @68 :Int32;
  float @69 :Int32;
  forEach @70 :Int32;
  foundation @71 :Int32;
  fourBytes @72 :Int32;
  generatedCodeVersion1 @73 :Int32;
  growth @74 :Int32;
  has @75 :Int32;
  hashable @76 :Int32;
  id @77 :Int32;
  identifiable @78 :Int32;
  indices @79 :Int32;
  initRoot @80 :Int32;
  initialize @81 :Int32;
  int @82 :Int32;
  int16 @83 :Int32;
  int32 @84 :Int32;
  int64 @85 :Int32;
  int8 @86 :Int32;
  invalidArgument @87 :Int32;
  io @88 :Int32;
  isCanonical @89 :Int32;
  isContiguous @90 :Int32;
  isEmpty @91 :Int32;
  isNull @92 :Int32;
  iterator @93 :Int32;
  kind @94 :Int32;
  leastMissing @95 :Int32;
  list @96 :Int32;
  listBuilderView @97 :Int32;
  listElement @98 :Int32;
  listReaderView @99 :Int32;
  makeAsyncIterator @100 :Int32;
  makeOrphan @101 :Int32;
  malformed @102 :Int32;
  map @103 :Int32;
  maximumMessageBytes @104 :Int32;
  message @105 :Int32;
  messageBuilder @106 :Int32;
  messageDecoder @107 :Int32;
  messageSequence @108 :Int32;
  messageTooLarge @109 :Int32;
  mirror @110 :Int32;
  name @111 :Int32;
  nestingLimit @112 :Int32;
  never @113 :Int32;
  next @114 :Int32;
  noSlot @115 :Int32;
  null @116 :Int32;
  objectSize @117 :Int32;
  origin @118 :Int32;
  orphan @119 :Int32;
  orphanHandle @120 :Int32;
  outOfMemory @121 :Int32;
  packedByteBound @122 :Int32;
  packedBytes @123 :Int32;
  path @124 :Int32;
  pointer @125 :Int32;
  pointerBuilder @126 :Int32;
  pointerCount @127 :Int32;
  pointerKind @128 :Int32;
  pointerListBuilder @129 :Int32;
  pointerListReader @130 :Int32;
  pointerReader @131 :Int32;
  pointerType @132 :Int32;
  pointers @133 :Int32;
  range @134 :Int32;
  rawListBuilder @135 :Int32;
  rawListReader @136 :Int32;
  rawRepresentable @137 :Int32;
  read @138 :Int32;
  readerOptions @139 :Int32;
  requireTag @140 :Int32;
  reset @141 :Int32;
  result @142 :Int32;
  root @143 :Int32;
  scalar @144 :Int32;
  scalarListBuilder @145 :Int32;
  scalarListReader @146 :Int32;
  schemaNode @147 :Int32;
  sendable @148 :Int32;
  sequence @149 :Int32;
  setBool @150 :Int32;
  setEnumeration @151 :Int32;
  setRoot @152 :Int32;
  setScalar @153 :Int32;
  snapshot @154 :Int32;
  startIndex @155 :Int32;
  staticString @156 :Int32;
  string @157 :Int32;
  structBuilder @158 :Int32;
  structBuilderView @159 :Int32;
  structLayout @160 :Int32;
  structListBuilder @161 :Int32;
  structListReader @162 :Int32;
  structReader @163 :Int32;
  structReaderView @164 :Int32;
  structType @165 :Int32;
  structValue @166 :Int32;
  structure @167 :Int32;
  swift @168 :Int32;
  text @169 :Int32;
  textSource @170 :Int32;
  tooLarge @171 :Int32;
  totalSize @172 :Int32;
  traversalLimit @173 :Int32;
  truncated @174 :Int32;
  trusted @175 :Int32;
  twoBytes @176 :Int32;
  uInt @177 :Int32;
  uInt16 @178 :Int32;
  uInt32 @179 :Int32;
  uInt64 @180 :Int32;
  uInt8 @181 :Int32;
  uRL @182 :Int32;
  undecodedCount @183 :Int32;
  unlimited @184 :Int32;
  unsupported @185 :Int32;
  utf8 @186 :Int32;
  utf8Count @187 :Int32;
  validated @188 :Int32;
  void @189 :Int32;
  voidListBuilder @190 :Int32;
  voidListReader @191 :Int32;
  voidValue @192 :Int32;
  withContiguousStorageIfAvailable @193 :Int32;
  withMutableUTF8 @194 :Int32;
  withSegments @195 :Int32;
  withSpan @196 :Int32;
  withUTF8 @197 :Int32;
  withUnsafeBufferPointer @198 :Int32;
  withUnsafeBytes @199 :Int32;
  withUnsafeMutableBufferPointer @200 :Int32;
  withUnsafeMutableBytes @201 :Int32;
  withoutFields @202 :Int32;
  words @203 :Int32;
  wrappedValue @204 :Int32;
  writePacked @205 :Int32;
  wrongEncoding @206 :Int32;
  wrongUnionMember @207 :Int32;
}

struct Members $Swift.values {
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

struct Unions $Swift.values {
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

struct Derived $Swift.values {
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
