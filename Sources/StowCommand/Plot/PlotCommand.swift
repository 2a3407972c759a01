internal import CapnProto
internal import Foundation
internal import Stowage

/// `stow plot`: draws what is in a model.
struct PlotCommand: Command {
  static let syntax = Syntax(
    name: "plot",
    summary: "Draw what is in a model, as SVG.",
    discussion: """
      Draws the model in <model>, which may be of any format, and writes the picture to the file that
      -o names, or to standard output. The spatial poolers and temporal memories in detectors,
      networks and models are found. What can be drawn depends on the type; without --what all of it
      is:

          permanences  how many synapses have which permanence
          columns      a spatial pooler's duty cycles and boost factors
          pools        which inputs its columns may connect to, and how strongly
          segments     a temporal memory's segments per cell, synapses per segment
          weights      how often each number occurs in lists and tensors

      With --path, the numbers at one place are drawn, named as `stow inspect` names it.
      """,
    examples: [
      ("stow plot model.stow -o model.svg", "All that there is to see."),
      ("stow plot pooler.stow --what pools -o pools.svg", "Potential pools."),
      ("stow plot pooler.stow --path boostFactors -o boost.svg", "One list of numbers."),
    ],
    exitCodes: [
      (0, "The picture is written."), (1, "The file is damaged, or nothing in it can be drawn so."),
      (2, "The arguments make no sense, or there is no such file."),
    ],
    operands: [Operand("<model>", completion: .files)],
    options: [
      Option("-o", "--output", value: "<file>", completion: .files, help: "Where to write."),
      Option(
        "--what", value: "<what>", completion: .words(PlotSubject.allCases.map(\.rawValue)),
        help: "What to draw; can be given more than once."),
      Option(
        "--path", value: "<path>",
        help: "The numbers to draw, such as permanences.rows[].values[].value."),
    ] + ContentSource.options)

  private let model: String
  private let output: String?
  private let subjects: [PlotSubject]
  private let path: String?
  private let source: ContentSource

  init(_ invocation: Invocation) throws(StowFailure) {
    model = invocation.operand(0) ?? ""
    output = invocation.value("--output")
    path = invocation.value("--path")
    source = try ContentSource(invocation, "plot")
    var subjects: [PlotSubject] = []
    for name in invocation.values("--what") {
      guard let subject = PlotSubject(rawValue: name) else {
        let names = PlotSubject.allCases.map(\.rawValue)
        throw .usage(
          "nobody can draw '\(name)'" + Spelling.hint(name, names) + " (one of "
            + names.joined(separator: ", ") + ")", "plot")
      }
      subjects.append(subject)
    }
    self.subjects = subjects
    if path != nil, !subjects.isEmpty {
      throw .usage("--path and --what cannot be given together", "plot")
    }
  }

  func run(_ console: Console) throws(StowFailure) {
    console.countsFiles()
    let file = try InputFile(model, console)
    var objects: [FileObject] = []
    try source.forEach(file, console) { objects.append($0) }
    guard let object = objects.first else { throw .failed("\(model): the file is empty") }
    let figure: Figure
    do {
      figure = try self.figure(object)
    } catch {
      throw error as? StowFailure ?? .failed("\(model): \(error)")
    }
    try console.writeFile(Data(figure.svg.utf8), output)
  }

  private func figure(_ object: FileObject) throws -> Figure {
    let name = URL(filePath: model).lastPathComponent
    let type = object.typeName.map { ScalarText.plain($0) } ?? "unknown"
    let panels = try self.panels(object)
    guard !panels.isEmpty else {
      let what = path.map { "nothing at \($0)" } ?? "nothing of that kind"
      throw StowFailure.failed(
        "\(model): there is \(what) to draw in it, which is \(type): `stow inspect` says more")
    }
    return Figure(title: "\(type) in \(name)", panels: panels)
  }

  private func panels(_ object: FileObject) throws -> [Panel] {
    if let path { return try NumberPlot(object, path: path).panels }
    var panels: [Panel] = []
    let wanted = subjects.isEmpty ? PlotSubject.allCases : subjects
    for part in try PlottedParts.of(object, source) {
      for subject in wanted { panels += try subject.panels(part) }
    }
    // What is drawn better by itself is not drawn once more.
    if wanted.contains(.weights), !subjects.isEmpty || panels.isEmpty {
      panels += try NumberPlot(object, path: nil).panels
    }
    return panels
  }
}

extension Console {
  /// Writes a file that is there whole or not at all; without a name, to standard output.
  func writeFile(_ bytes: Data, _ path: String?) throws(StowFailure) {
    try writeFile([bytes], path)
  }

  /// Writes a file in pieces, one behind the other.
  func writeFile(_ pieces: [Data], _ path: String?) throws(StowFailure) {
    guard let path, path != "-" else {
      for piece in pieces { try write(piece) }
      return
    }
    do {
      try StowedFile.replace(path, with: pieces)
    } catch {
      throw .failed("\(error)")
    }
  }
}
