import CapnProto
import Foundation
import Testing

@Suite struct LimitExamples {
  @Test func options() throws {
    let bytes = try BuildingExamples.station()

    // snippet: limits
    var options = ReaderOptions()
    options.maximumMessageBytes = 1 << 20
    options.nestingLimit = 16
    let message = try Message(bytes, options: options)
    // end snippet

    #expect(try message.root(Station.self).name == "Zugspitze")
  }

  @Test func errors() throws {
    var bytes = try BuildingExamples.station()
    bytes.removeLast(8)
    var advice = ""

    // snippet: errors
    do {
      let station = try Message(bytes).root(Station.self)
      advice = try station.name.string
    } catch {  // it is a CapnProtoError: the type says so
      switch error.code {
      case .truncated: advice = "ask for the rest"
      case .wrongEncoding: advice = "is it packed?"
      case .traversalLimit, .nestingLimit, .messageTooLarge: advice = "do you trust the sender?"
      default: advice = "give up: \(error)"
      }
    }
    // end snippet

    #expect(advice == "ask for the rest")
  }
}
