func twice(_ x: Double) -> Double { 2 * x }
