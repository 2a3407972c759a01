extension SPRegion {
  /// Makes a region of what NuPIC's configurations say of it.
  ///
  /// The width of the input is that of what comes before, whatever they say.
  init(_ table: inout ConfigTable, inputWidth: Int) throws(HTMError) {
    table.ignore("inputWidth")
    guard let columns = try table.int("columnCount") else {
      throw .parameter(table.path("columnCount"), "it is missing")
    }
    var parameters = SpatialPooler.Parameters()
    parameters.inputDimensions = [inputWidth]
    parameters.columnDimensions = [columns]
    // NuPIC takes 0 as all of the input.
    let radius = try table.int("potentialRadius") ?? 0
    parameters.potentialRadius = radius == 0 ? inputWidth : radius
    if let value = try table.float("potentialPct") { parameters.potentialPct = value }
    if let flag = try table.flag("globalInhibition") { parameters.globalInhibition = flag }
    if let value = try table.float("localAreaDensity") { parameters.localAreaDensity = value }
    if let value = try table.real("numActiveColumnsPerInhArea") {
      parameters.numActiveColumnsPerInhArea = Int(Int64(clamping: value))
    }
    if let value = try table.int("stimulusThreshold") { parameters.stimulusThreshold = value }
    if let value = try table.float("synPermInactiveDec") { parameters.synPermInactiveDec = value }
    if let value = try table.float("synPermActiveInc") { parameters.synPermActiveInc = value }
    if let value = try table.float("synPermConnected") { parameters.synPermConnected = value }
    if let value = try table.float("minPctOverlapDutyCycle") {
      parameters.minPctOverlapDutyCycles = value
    }
    if let value = try table.int("dutyCyclePeriod") { parameters.dutyCyclePeriod = value }
    if let value = try table.float("boostStrength") { parameters.boostStrength = value }
    parameters.seed = try table.seed("seed") ?? parameters.seed
    if let value = try table.int("spVerbosity") { parameters.spVerbosity = value }
    if let flag = try table.flag("wrapAround") { parameters.wrapAround = flag }
    let implementation = try table.text("spatialImp") ?? "cpp"
    guard implementation == "cpp" || implementation == "py" else {
      throw .parameter(table.path("spatialImp"), "it is cpp or py, and not \(implementation)")
    }
    do throws(HTMError) {
      self.init(try SpatialPooler(parameters))
    } catch { throw table.placed(error) }
    spatialImp = implementation
  }
}
