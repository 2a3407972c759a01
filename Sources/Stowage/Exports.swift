// Whoever makes a model serializable needs messages and views as well: one import is enough.
@_exported public import CapnProto
