/// Where in the picture a panel draws, and how numbers become places.
struct Area {
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
  let x: Scaling
  let y: Scaling

  func place(x value: Double) -> Double { left + x.share(value) * (right - left) }

  func place(y value: Double) -> Double { bottom - y.share(value) * (bottom - top) }
}
