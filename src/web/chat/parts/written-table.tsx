/** @jsxImportSource preact */
// biome-ignore-all lint/suspicious/noArrayIndexKey: a written document never changes order
import type { Section } from '../shapes.ts'

type Table = NonNullable<Section['table']>

const isFigure = (cell: string) => /^[\d¥−-][\d¥.,%/ −-]*$/.test(cell)

/**
 * A document's table. A wide one with few rows becomes a list of rows on a phone, each cell under its heading,
 * so that nothing that must be read is off the screen; a long one is set close, and scrolls where it must. Roles are spelt out because
 * changing `display` would drop them.
 */
export function WrittenTable({ table, label }: { table: Table; label: string }) {
  const wide = table.head.length > 3
  const stacks = wide && table.rows.length <= 6
  return (
    <section class="table-scroll" aria-label={label} tabIndex={stacks ? undefined : 0}>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: kept when the rows are stacked */}
      <table role="table" class={stacks ? 'stacks' : wide ? 'dense' : ''}>
        {table.head.length > 0 && (
          <thead role="rowgroup">
            <tr role="row">
              {table.head.map((cell, at) => (
                <th key={at} role="columnheader" scope="col" class={figures(table, at) ? 'figure' : ''}>
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody role="rowgroup">
          {table.rows.map((row, line) => (
            <tr key={line} role="row">
              {row.map((cell, at) =>
                table.head.length === 0 && at === 0 ? (
                  <th key={at} role="rowheader" scope="row">
                    {cell}
                  </th>
                ) : (
                  <td
                    key={at}
                    role="cell"
                    data-head={table.head[at]}
                    class={[table.head.length > 0 && isFigure(cell) && 'figure', cell === '' && 'empty']
                      .filter(Boolean)
                      .join(' ')}
                  >
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: kept when the rows are stacked */}
    </section>
  )
}

const figures = (table: Table, at: number) => table.rows.some((row) => isFigure(row[at] ?? ''))
