import Foundation

func sigmoid(_ x: Double) -> (value: Double, slope: Double) {
    let small = exp(-abs(x)) / (1 + exp(-abs(x)))
    let large = 1 / (1 + exp(-abs(x)))
    return (x < 0 ? small : large, small * large)
}

let grid = (-600..<600).map { Double($0) / 100 }
let pairs = grid.map { sigmoid($0) }

print("count =", grid.count)
print("last =", grid[1199])
print("middle =", grid[600])
print("value =", pairs[600].value)
print("slope =", pairs[600].slope)
