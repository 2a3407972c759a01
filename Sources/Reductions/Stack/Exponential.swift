internal import Foundation

// As C's library has them, which is what reductionml calls.

func exponential(_ value: Float) -> Float { expf(value) }

func power(_ base: Float, _ exponent: Float) -> Float { powf(base, exponent) }
