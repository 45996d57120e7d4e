/// Numbers that intervals end at: operations round in a given direction.
public protocol IntervalBound: Comparable, Hashable, Sendable {}

extension Double: IntervalBound {}
