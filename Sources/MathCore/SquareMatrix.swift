/// A square matrix in binary64, by rows: its inverse is an approximation.
struct SquareMatrix: Hashable, Sendable {
  let rows: [[Double]]

  /// - Precondition: as many columns as rows.
  init(_ rows: [[Double]]) {
    precondition(rows.allSatisfy { $0.count == rows.count })
    self.rows = rows
  }

  func times(_ vector: [Double]) -> [Double] {
    rows.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// By elimination with the largest pivots; nil where one is 0 or not a number.
  var inverse: SquareMatrix? {
    let size = rows.count
    var work = rows
    var result = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0.0 } }
    for column in 0..<size {
      let candidates = (column..<size).filter { !work[$0][column].isNaN }
      guard candidates.count == size - column,
        let pivot = candidates.max(by: { work[$0][column].magnitude < work[$1][column].magnitude }),
        work[pivot][column] != 0, work[pivot][column].isFinite
      else { return nil }
      work.swapAt(column, pivot)
      result.swapAt(column, pivot)
      let scale = 1 / work[column][column]
      for k in 0..<size {
        work[column][k] *= scale
        result[column][k] *= scale
      }
      for row in 0..<size where row != column {
        let factor = work[row][column]
        for k in 0..<size {
          work[row][k] -= factor * work[column][k]
          result[row][k] -= factor * result[column][k]
        }
      }
    }
    return result.allSatisfy { $0.allSatisfy(\.isFinite) } ? SquareMatrix(result) : nil
  }
}
