import Foundation

let count = 100_000
let inputs = (0..<count).map { Double($0 % 1200 - 600) / 100 }
var outputs = [Double](repeating: 0, count: count)

/// Nanoseconds an element, in the best of 20 rounds.
func time(_ function: (Double) -> Double) -> Double {
    var best = Duration.seconds(1)
    for _ in 0..<20 {
        best = min(best, ContinuousClock().measure {
            for i in 0..<count { outputs[i] = function(inputs[i]) }
        })
    }
    return best / .nanoseconds(1) / Double(count)
}

print("nothing:", time { x in x }.rounded())
print("ReLU:", time { x in max(x, 0) }.rounded())
print("exp:", time { x in exp(x) }.rounded())
print("σ:", time { x in 1 / (1 + exp(-x)) }.rounded())
