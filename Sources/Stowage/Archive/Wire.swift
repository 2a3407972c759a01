/// How values and files of Stowage are laid out: what the generator makes of `Schemas/stowage`.
public enum Wire {}
