internal import CapnProtoSyntax

/// Files and the names in them.
extension Compilation {
  func loadRequested(_ path: String) -> Entity? {
    for (index, source) in sources.enumerated() {
      for candidate in [path, SchemaPath.normalized(path)] {
        guard let bytes = source.contents(ofFile: candidate) else { continue }
        let path = SchemaPath.normalized(path)
        let display = String(path.drop { $0 == "/" })
        let place = SourcePlace(
          path: path, displayName: display, root: SchemaPath.root(of: path), source: index)
        return load(SourceText(place, bytes))
      }
    }
    faults.add(file: path, "no such file.")
    return nil
  }

  func importAll(in file: Entity) {
    for name in file.declaration.imports {
      attempt(Scope(file)) { () throws(Fault) in
        _ = try importFile(name.text, from: file.text, name.range)
      }
    }
  }

  func importFile(
    _ path: String, from file: SourceText, _ range: Range<Int>
  ) throws(Fault) -> Entity {
    if let known = imports[ObjectIdentifier(file)]?[path] { return known }
    guard let place = find(path, from: file) else {
      throw Fault(range, "Import failed: \(path)")
    }
    var entity = files[place.key]
    if entity == nil, let bytes = sources[place.source].contents(ofFile: place.path) {
      entity = load(SourceText(place, bytes))
    }
    guard let entity else { throw Fault(range, "Import failed: \(path)") }
    imports[ObjectIdentifier(file), default: [:]][path] = entity
    return entity
  }

  func embedded(
    _ path: String, from file: SourceText, _ range: Range<Int>
  ) throws(Fault) -> [UInt8] {
    guard let place = find(path, from: file),
      let bytes = sources[place.source].contents(ofFile: place.path)
    else { throw Fault(range, "Couldn't read file for embed: \(path)") }
    return bytes
  }

  private func find(_ path: String, from file: SourceText) -> SourcePlace? {
    if path.hasPrefix("/") {
      let short = String(SchemaPath.normalized(path).drop { $0 == "/" })
      for (index, source) in sources.enumerated() {
        for folder in source.importPaths {
          let place = SourcePlace(
            path: SchemaPath.joined(folder, short), displayName: short,
            root: SchemaPath.normalized(folder),
            source: index)
          if exists(place) { return place }
        }
      }
      return nil
    }
    let old = file.place
    let whole = SchemaPath.joined(SchemaPath.folder(old.path), path)
    guard SchemaPath.isInside(whole, old.root) else { return nil }
    let display = SchemaPath.joined(SchemaPath.folder(old.displayName), path)
    let order = [old.source] + sources.indices.filter { $0 != old.source }
    for index in order {
      let place = SourcePlace(path: whole, displayName: display, root: old.root, source: index)
      if exists(place) { return place }
    }
    return nil
  }

  private func exists(_ place: SourcePlace) -> Bool {
    files[place.key] != nil || sources[place.source].contents(ofFile: place.path) != nil
  }

  private func load(_ text: SourceText) -> Entity {
    let key = text.place.key
    if let known = files[key] { return known }
    var parser = Parser(text, faults: faults)
    let declaration = parser.file()
    if declaration.number == nil {
      let id = String(UInt64.random(in: 1 << 63 ... .max), radix: 16)
      faults.add(
        0..<0, in: text,
        "File does not declare an ID.  I've generated one for you.  Add this line to your file: "
          + "@0x\(id);")
    }
    let file = Entity(
      file: declaration, text, id: declaration.number?.value ?? UInt64(files.count))
    files[key] = file
    register(file)
    declare(declaration.nested, in: file)
    return file
  }

  private func register(_ entity: Entity) {
    entities.append(entity)
    if entity.kind != .alias, let other = ids.updateValue(entity, forKey: entity.id) {
      let id = String(entity.id, radix: 16)
      faults.add(
        entity.declaration.name.range, in: entity.text,
        "Duplicate ID @0x\(id), which \(other.displayName) has already.")
    }
  }

  private func declare(_ declarations: [Declaration], in parent: Entity) {
    var names: Set<String> = []
    for declaration in declarations { declare(declaration, in: parent, &names) }
  }

  private func declare(
    _ declaration: Declaration, in parent: Entity, _ names: inout Set<String>
  ) {
    if !declaration.isUnnamed, !names.insert(declaration.name.text).inserted {
      faults.add(
        declaration.name.range, in: parent.text,
        "'\(declaration.name.text)' is already defined in this scope.")
      return
    }
    switch declaration.kind {
    case .union, .group:
      var own: Set<String> = []
      for nested in declaration.nested {
        if declaration.isUnnamed {
          declare(nested, in: parent, &names)
        } else {
          declare(nested, in: parent, &own)
        }
      }
    case .alias, .constant, .enumeration, .structure, .interface, .annotation:
      let id =
        declaration.number?.value ?? DerivedID.child(of: parent.id, named: declaration.name.text)
      let entity = Entity(declaration, in: parent, id: id)
      register(entity)
      parent.members[entity.name] = entity
      if declaration.kind == .alias {
        parent.aliases.append(entity)
      } else {
        parent.children.append(entity)
      }
      declare(declaration.nested, in: entity)
    default: break
    }
  }
}
