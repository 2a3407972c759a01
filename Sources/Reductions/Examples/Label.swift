/// What an example should have given.
public enum Label: Sendable, Hashable, BitwiseCopyable {
  /// A number, for regressors.
  case simple(SimpleLabel)

  /// Yes or no.
  case binary(Bool)

  /// What an action cost.
  case action(ActionLabel)

  /// A number that weighs 1.
  public static func simple(_ value: Float, weight: Float = 1) -> Label {
    .simple(SimpleLabel(value: value, weight: weight))
  }

  /// What an action cost.
  public static func action(_ action: Int, cost: Float, probability: Float) -> Label {
    .action(ActionLabel(action: action, cost: cost, probability: probability))
  }

  var type: LabelType {
    switch self {
    case .simple: .simple
    case .binary: .binary
    case .action: .action
    }
  }
}

/// A number that an example should have given.
public struct SimpleLabel: Sendable, Hashable, BitwiseCopyable {
  /// The number.
  public var value: Float

  /// How much the example counts.
  public var weight: Float

  /// Makes a label.
  public init(value: Float, weight: Float = 1) {
    self.value = value
    self.weight = weight
  }
}

/// What the action that was taken did cost.
public struct ActionLabel: Sendable, Hashable, BitwiseCopyable {
  /// The action, counted from 0.
  public var action: Int

  /// What it cost.
  public var cost: Float

  /// How likely it was to be taken.
  public var probability: Float

  /// Makes a label.
  public init(action: Int, cost: Float, probability: Float) {
    self.action = action
    self.cost = cost
    self.probability = probability
  }
}

/// The kinds of labels.
public enum LabelType: Sendable, Hashable {
  /// A number.
  case simple

  /// Yes or no.
  case binary

  /// What an action cost.
  case action
}
