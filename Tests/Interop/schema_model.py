"""The types of a schema file, with generics resolved.

pycapnp reflects the types of fields only in part: of a text field it says nothing, and of a field
of a generic type's parameter only that it is a pointer. So the schema is read from the `capnp`
compiler itself, as a code generator would read it.
"""

import os
import subprocess
from dataclasses import dataclass, field

import capnp

SCALARS = frozenset(
    "void bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64".split()
)
NOT_IN_UNION = 0xFFFF

# pycapnp brings the schemas of Cap'n Proto itself, so that none need be installed.
OWN_SCHEMA = os.path.join(os.path.dirname(capnp.__file__), "schema.capnp")
STANDARD_IMPORTS = [os.path.dirname(os.path.dirname(OWN_SCHEMA))]


@dataclass(frozen=True)
class Type:
    """A resolved type: a scalar, text, data, enum, struct, list, interface or any pointer."""

    kind: str
    node: object = None
    brand: dict = field(default_factory=dict, hash=False, compare=False)
    element: "Type | None" = None
    any_kind: str = "anyKind"


ANY = Type("any")


@dataclass(frozen=True)
class Field:
    name: str
    type: Type
    is_group: bool
    discriminant: int

    @property
    def in_union(self):
        return self.discriminant != NOT_IN_UNION


class SchemaModel:
    """The nodes of one schema file and of what it imports."""

    def __init__(self, path, imports=()):
        flags = [f"-I{directory}" for directory in [*imports, *STANDARD_IMPORTS]]
        request = subprocess.run(
            ["capnp", "compile", "-o-", *flags, path], check=True, stdout=subprocess.PIPE
        ).stdout
        with load(OWN_SCHEMA).CodeGeneratorRequest.from_bytes(
            request, traversal_limit_in_words=2**61
        ) as reader:
            self._request = reader.as_builder()  # A copy: the nodes are views into it.
        self.nodes = {node.id: node for node in self._request.nodes}
        self._plain_fields = {}
        self.root = self.nodes[self._request.requestedFiles[0].id]

    def struct(self, dotted):
        """The type of a struct by its name in the file, as in `Outer.Inner`."""
        node = self.root
        for name in dotted.split("."):
            inner = [nested.id for nested in node.nestedNodes if nested.name == name]
            if not inner:
                raise SystemExit(f"there is no type {dotted!r} in {self.root.displayName}")
            node = self.nodes[inner[0]]
        if node.which() != "struct":
            raise SystemExit(f"{dotted} is no struct")
        return Type("struct", node)

    def plain_structs(self):
        """The names of the top-level structs of the file that have no parameters, in order."""
        nested = [(inner.name, self.nodes[inner.id]) for inner in self.root.nestedNodes]
        return [
            name for name, node in nested if node.which() == "struct" and not node.isGeneric
        ]

    def fields(self, struct):
        """The fields of a struct type, in the order of the schema."""
        if struct.brand:
            return self._resolve_fields(struct)
        if struct.node.id not in self._plain_fields:
            self._plain_fields[struct.node.id] = self._resolve_fields(struct)
        return list(self._plain_fields[struct.node.id])

    def _resolve_fields(self, struct):
        fields = []
        for proto in struct.node.struct.fields:
            is_group = proto.which() == "group"
            if is_group:
                kind = Type("struct", self.nodes[proto.group.typeId], struct.brand)
            else:
                kind = self._resolve(proto.slot.type, struct.brand)
            fields.append(Field(proto.name, kind, is_group, proto.discriminantValue))
        return fields

    def enumerants(self, enum):
        return [enumerant.name for enumerant in enum.node.enum.enumerants]

    def _resolve(self, proto, brand):
        which = proto.which()
        if which in SCALARS or which in ("text", "data"):
            return Type(which)
        if which == "enum":
            return Type("enum", self.nodes[proto.enum.typeId])
        if which == "interface":
            return Type("interface")
        if which == "list":
            return Type("list", element=self._resolve(proto.list.elementType, brand))
        if which == "struct":
            node = self.nodes[proto.struct.typeId]
            return Type("struct", node, self._brand(proto.struct.brand, brand))
        return self._resolve_pointer(proto.anyPointer, brand)

    def _resolve_pointer(self, proto, brand):
        if proto.which() == "parameter":
            bindings = brand.get(proto.parameter.scopeId)
            return bindings[proto.parameter.parameterIndex] if bindings else ANY
        if proto.which() == "unconstrained":
            return Type("any", any_kind=proto.unconstrained.which())
        return ANY

    def _brand(self, proto, outer):
        brand = {}
        for scope in proto.scopes:
            if scope.which() == "inherit":
                if scope.scopeId in outer:
                    brand[scope.scopeId] = outer[scope.scopeId]
            else:
                brand[scope.scopeId] = [
                    self._resolve(binding.type, outer) if binding.which() == "type" else ANY
                    for binding in scope.bind
                ]
        return brand


def load(path, imports=()):
    """pycapnp's own view of a schema file."""
    return capnp.load(path, imports=[*imports, *STANDARD_IMPORTS])


def named(module, dotted):
    """A type of a loaded schema file by its name, as in `Outer.Inner`."""
    for name in dotted.split("."):
        module = getattr(module, name)
    return module
