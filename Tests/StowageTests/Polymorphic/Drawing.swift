import CapnProto
import Foundation
import Stowage
import Testing

protocol Drawable {
  var area: Double { get }
}

struct Circle: Drawable, Serializable, Equatable {
  var radius: Double
  var area: Double { .pi * radius * radius }

  func write(_ builder: CircleProto.Builder) throws { builder.radius = radius }

  static func read(_ reader: CircleProto.Reader) throws -> Circle { Circle(radius: reader.radius) }
}

final class Polygon: Drawable, Serializable {
  let points: [Double]
  var area: Double { Double(points.count) }

  init(points: [Double]) { self.points = points }

  func write(_ builder: PolygonProto.Builder) throws { try builder.setPoints(points) }

  static func read(_ reader: PolygonProto.Reader) throws -> Polygon {
    Polygon(points: Array(try reader.points))
  }
}

/// Holds shapes without knowing what kinds of shapes there are.
struct Drawing: Serializable {
  var title = ""
  var frame: (any Drawable)?
  var shapes: [any Drawable] = []
  var extra: Value = .null

  func write(_ builder: DrawingProto.Builder) throws {
    try builder.setTitle(title)
    if let frame { try builder.frame.setObject(frame) }
    try builder.shapes.setObjects(shapes)
    try builder.extra.setValue(extra)
  }

  static func read(_ reader: DrawingProto.Reader) throws -> Drawing {
    Drawing(
      title: String(try reader.title),
      frame: reader.hasFrame ? try reader.frame.object() : nil,
      shapes: try reader.shapes.objects(), extra: try reader.extra.value())
  }

  static let registry: TypeRegistry = {
    let registry = TypeRegistry()
    do {
      try registry.register(Circle.self, as: "test.Circle")
      try registry.register(Polygon.self, as: "test.Polygon")
      try registry.register(Drawing.self, as: "test.Drawing")
    } catch {
      Issue.record(error)
    }
    return registry
  }()
}
