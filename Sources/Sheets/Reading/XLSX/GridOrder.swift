import Tables

/// Brings rows and cells that a file wrote out of order into the sheet's order.
///
/// Parts of one row become one row, hidden if any part is. Two cells at one
/// address are a `format-error`: nobody could say which counts.
func putInOrder(_ grid: inout Grid) throws(ReadingError) {
  let order = grid.rows.indices.sorted { (grid.rows[$0].number, $0) < (grid.rows[$1].number, $1) }
  var rows: [Grid.Row] = []
  var cells: [Grid.Cell] = []
  rows.reserveCapacity(grid.rows.count)
  cells.reserveCapacity(grid.cells.count)
  for index in order {
    var row = grid.rows[index]
    if let last = rows.last, last.number == row.number {
      rows[rows.count - 1].hidden = last.hidden || row.hidden
    } else {
      row.firstCell = Int32(cells.count)
      rows.append(row)
    }
    cells += grid.cells[grid.cellRange(ofRow: index)]
  }
  grid.rows = rows
  grid.cells = cells
  for index in rows.indices {
    let range = grid.cellRange(ofRow: index)
    grid.cells[range].sort { $0.column < $1.column }
    for cell in range.dropFirst() where grid.cells[cell].column == grid.cells[cell - 1].column {
      let place = Finding.Place(
        sheet: grid.name, row: Int(rows[index].number), column: Int(grid.cells[cell].column))
      throw .damaged(.address, at: place)
    }
  }
}
