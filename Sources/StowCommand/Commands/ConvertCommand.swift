internal import CapnProto
internal import Foundation

/// `stow convert`: turns messages of one format into another.
struct ConvertCommand: Command {
  static let syntax = Syntax(
    name: "convert",
    summary: "Convert messages between formats.",
    discussion: """
      Reads messages of format <from> from standard input, as many as there are, and
      writes them in format <to> to standard output. The formats are:

          binary       the standard format
          packed       the same, with its zeros packed
          flat         one segment without a frame
          flat-packed  the same, packed
          canonical    one segment without a frame, the same bytes for equal messages
          text         values as they are written in schemas
          json         JSON, by the annotations of /capnp/compat/json.capnp if any

      Text and json need <schema-file>, and <type>, the name of the struct that the
      messages are. The other formats do without.

      Takes the arguments of `capnp convert`. No more than one message is in memory,
      and each is written as soon as it was read; flat and canonical input is one
      message. Of a file that standard input is redirected from, even messages larger
      than the memory are converted, from and to all formats. A large message of text or
      json is built in files without names in the folder for temporary files (TMPDIR),
      which has to have room for it, and for 16 bytes for each value of the text; when it
      comes through a pipe, the text itself goes there too.

      With --format, what is named is a file of Stowage, or of a message of a type that is registered,
      and the whole of it is written as a file of Stowage (packed, binary, json, text) or as what
      its type alone writes (message, packed-message), which is what NuPIC reads. The content and the
      metadata stay the same. It may be larger than the memory, whatever the formats are: from 64 MB
      on, nothing in it is built, and what is made of it is in files without a name in the folder for
      temporary files until it is written. Two things have to fit the memory, since only the object
      itself can write them: message and packed-message of a type whose files of Stowage hold more
      than the struct that it shares with NuPIC, such as an encoder, and a file that an earlier
      version wrote as another struct.
      """,
    examples: [
      (
        "stow convert packed:json station.capnp Station < readings.bin",
        "Messages as JSON."
      ),
      ("stow convert binary:packed < large.bin > small.bin", "No schema is needed for this."),
      ("stow convert model.stow --format json -o model.json", "A model, to be read by people."),
      (
        "stow convert pooler.bin --type SpatialPooler --format packed -o pooler.stow",
        "A file of NuPIC's as one of Stowage."
      ),
    ],
    operands: [
      Operand(
        "<from>:<to>",
        completion: .words(
          MessageFormat.allCases.flatMap { from in
            MessageFormat.allCases.map { "\(from.rawValue):\($0.rawValue)" }
          })),
      Operand("<schema-file>", isOptional: true, completion: .files),
      Operand("<type>", isOptional: true),
    ],
    options: ContentSource.options.filter { !$0.names.contains("--trust") }
      + FileConversion.options + [
        Option("--short", help: "Write text or JSON on one line."),
        Option(
          "--exact",
          help:
            "Write each Float32 in text with the digits that it takes to read the same one again, "
            + "which may be nine; `capnp` writes eight."),
        Option("--quiet", help: "Do not warn about input that looks like another format."),
        Option(
          "--segment-size", value: "<n>",
          help: "Write binary output in segments of <n> words."),
        Option(
          "--trust",
          help: "Read deep and large input without the limits that protect from hostile messages."),
      ])

  private let file: FileConversion?
  private let from: MessageFormat
  private let to: MessageFormat
  private let segmentWords: Int?
  private let invocation: Invocation

  init(_ invocation: Invocation) throws(StowFailure) {
    if let format = invocation.value("--format") {
      file = try FileConversion(invocation, format)
      (from, to, segmentWords, self.invocation) = (.binary, .binary, nil, invocation)
      return
    }
    file = nil
    for option in ["--output", "--type", "--schema"] where invocation.has(option) {
      throw .usage("\(option) goes with --format", "convert")
    }
    let formats = (invocation.operand(0) ?? "").split(
      separator: ":", omittingEmptySubsequences: false)
    guard formats.count == 2 else {
      throw .usage("the formats are named as <from>:<to>, such as packed:json", "convert")
    }
    from = try MessageFormat(named: String(formats[0]), for: "convert")
    to = try MessageFormat(named: String(formats[1]), for: "convert")
    segmentWords = try invocation.value("--segment-size").map { (text) throws(StowFailure) in
      guard let words = Int(text), (1...1 << 28).contains(words) else {
        throw .usage("--segment-size needs a number of words, not '\(text)'", "convert")
      }
      return words
    }
    self.invocation = invocation
    if from.isReadable || to.isReadable, invocation.operand(2) == nil {
      let format = from.isReadable ? from : to
      throw .usage("\(format.rawValue) needs <schema-file> and <type>", "convert")
    }
  }

  private func warn(_ console: Console) {
    let expected = from
    console.preview = { [unowned console] bytes, total in
      guard let other = FormatGuess.other(than: expected, bytes, of: total) else { return }
      console.report(
        "stow convert",
        "warning: the input does not look like \(expected.rawValue), but like \(other.rawValue)")
    }
  }

  private func isLarge(_ file: Data) -> Bool {
    let bytes =
      switch from {
      case .packed: Message.packedByteCount(file)
      case .flatPacked: (try? PackedWords.unpackedByteCount(file)) ?? 0
      default: 0
      }
    return max(bytes, file.count)
      >= (from.isReadable ? LargeConversion.largeTextBytes : LargeConversion.largeBytes)
  }

  func run(_ console: Console) throws(StowFailure) {
    if let file { return try file.run(console) }
    var schema: StructSchema?
    if from.isReadable || to.isReadable, let path = invocation.operand(1) {
      schema = try SchemaFile(path, invocation).structure(invocation.operand(2) ?? "")
    }
    let options = invocation.has("--trust") ? ReaderOptions.trusted : ReaderOptions()
    let output = MessageOutput(
      format: to, schema: schema, isShort: invocation.has("--short"), segmentWords: segmentWords,
      nestingLimit: options.nestingLimit, isExact: invocation.has("--exact"))
    if !invocation.has("--quiet") { warn(console) }
    if let file = try console.mappedInput(where: isLarge) {
      return try large(file, schema, output, options).run(console)
    }
    var input = from.input(schema, options)
    var count = 0
    while true {
      do {
        guard let message = try input.next(console) else { break }
        try console.write(output.bytes(of: message))
      } catch {
        throw (error as? StowFailure ?? .failed("\(error)")).inMessage(count + 1)
      }
      count += 1
      console.progress.addItem()
    }
    guard let value = input.large else { return }
    var start: Data? = value.start
    let file = try InputFile(copying: InputFile.standardInput) { () throws(StowFailure) in
      guard let first = start else { return try console.read() }
      start = nil
      return first
    }
    var conversion = large(file, schema, output, options)
    conversion.countsBytes = false
    try conversion.run(console, after: count, line: value.line)
  }

  private func large(
    _ file: InputFile, _ schema: StructSchema?, _ output: MessageOutput, _ options: ReaderOptions
  ) -> LargeConversion {
    var decoder = from.isReadable ? schema.map { ValueDecoder(from, $0, options) } : nil
    if to == .binary || to == .packed { decoder?.segmentWords = segmentWords }
    return LargeConversion(
      from: from, output: output, options: options, file: file, decoder: decoder)
  }
}
