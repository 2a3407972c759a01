extension Configuration {
  /// The JSON Schema of configurations, made from the table that checks them.
  public static var jsonSchema: String {
    var definitions: [(String, JSONValue)] = [
      (
        "any_reduction_config",
        .object([
          (
            "oneOf",
            .array(ReductionConfig.table.map { reference($0.typename) })
          )
        ])
      ),
      ("GlobalConfig", object(GlobalConfig.fields)),
      ("LossFunction", loss), ("NamespaceDef", namespace),
    ]
    for kind in ReductionConfig.table { definitions.append((kind.typename, definition(kind))) }
    return JSONValue.object([
      ("$schema", .string("http://json-schema.org/draft-07/schema#")),
      ("title", .string("Configuration")), ("type", .string("object")),
      ("required", .array([.string("entryReduction"), .string("globalConfig")])),
      (
        "properties",
        .object([
          ("$schema", .object([("type", .string("string"))])),
          ("entryReduction", reference("any_reduction_config")),
          ("globalConfig", reference("GlobalConfig")),
        ])
      ),
      ("additionalProperties", .bool(false)),
      ("definitions", .object(definitions.sorted { $0.0 < $1.0 })),
    ]).pretty
  }

  private static func reference(_ name: String) -> JSONValue {
    .object([("$ref", .string("#/definitions/\(name)"))])
  }

  private static func definition(_ kind: ReductionKind) -> JSONValue {
    .object([
      ("description", .string(kind.help)), ("type", .string("object")),
      ("required", .array([.string("typename")])),
      (
        "properties",
        .object([
          ("typename", .object([("const", .string(kind.typename))])),
          ("config", object(kind.fields)),
        ])
      ),
      ("additionalProperties", .bool(false)),
    ])
  }

  private static func object(_ fields: [ConfigField]) -> JSONValue {
    .object([
      ("type", .string("object")),
      ("properties", .object(fields.map { ($0.name, property($0)) })),
      ("additionalProperties", .bool(false)),
    ])
  }

  private static func property(_ field: ConfigField) -> JSONValue {
    var members: [(String, JSONValue)] = [("description", .string(field.help))]
    switch field.kind {
    case .float(let value):
      members += [("default", .float(value)), ("type", .string("number"))]
    case .fraction(let value):
      members += [
        ("default", .float(value)), ("type", .string("number")), ("minimum", .unsigned(0)),
        ("maximum", .unsigned(1)),
      ]
    case .integer(let range, let value):
      members += [
        ("default", .unsigned(value)), ("type", .string("integer")),
        ("minimum", .unsigned(range.lowerBound)), ("maximum", .unsigned(range.upperBound)),
      ]
    case .bool(let value): members += [("default", .bool(value)), ("type", .string("boolean"))]
    case .choice(let words):
      members += [("default", .string(words[0])), ("enum", .array(words.map(JSONValue.string)))]
    case .loss: members.append(("allOf", .array([reference("LossFunction")])))
    case .interactions:
      members += [
        ("default", .array([])), ("type", .string("array")),
        (
          "items",
          .object([
            ("type", .string("array")), ("minItems", .unsigned(2)), ("maxItems", .unsigned(3)),
            ("items", reference("NamespaceDef")),
          ])
        ),
      ]
    case .reduction(let name):
      members += [
        ("default", .object([("typename", .string(name))])),
        ("allOf", .array([reference("any_reduction_config")])),
      ]
    case .text: members.append(("type", .string("string")))
    case .object: members.append(("type", .string("object")))
    }
    return .object(members)
  }

  private static var loss: JSONValue {
    func variant(_ name: String, _ fields: [ConfigField]) -> JSONValue {
      .object([
        ("type", .string("object")), ("required", .array([.string(name)])),
        ("properties", .object([(name, object(fields))])), ("additionalProperties", .bool(false)),
      ])
    }
    return .object([
      (
        "oneOf",
        .array([
          .object([("enum", .array([.string("Squared"), .string("Logistic")]))]),
          variant("Squared", []), variant("Logistic", LossFunction.logisticFields),
        ])
      )
    ])
  }

  private static var namespace: JSONValue {
    .object([
      (
        "oneOf",
        .array([
          .object([("const", .string("Default"))]),
          .object([
            ("type", .string("object")), ("required", .array([.string("Name")])),
            ("properties", .object([("Name", .object([("type", .string("string"))]))])),
            ("additionalProperties", .bool(false)),
          ]),
        ])
      )
    ])
  }
}
