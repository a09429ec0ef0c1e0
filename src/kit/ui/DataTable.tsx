// A table that can be sorted, keeps its head in sight and becomes cards where it is narrow. Roles are written out, because
// cards take the table semantics away from the browser.
import { type ReactNode, useState } from 'react'
import { Icon } from './Icon.tsx'
import { cls, type Loose, type Text } from './props.ts'
import { texts } from './texts.de.ts'

export type Column<Row> = { id: string; header: string; cell: (row: Row) => ReactNode } & Loose<{
  sortBy: (row: Row) => string | number | null
  align: 'start' | 'end'
  main: boolean
  phone: 'hide'
}>
export type Sort = { id: string } & Loose<{ down: boolean }>

type Props<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
} & Loose<{
  hideCaption: boolean
  empty: Text
  sort: Sort
  onSort: (sort: Sort) => void
  selected: (row: Row) => boolean
  footer: Text
  dense: boolean
}>

export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, onSort } = props
  const [own, setOwn] = useState<Sort | undefined>(props.sort)
  const sort = onSort ? props.sort : own
  const press = (id: string) => {
    const next = { id, down: sort?.id === id ? !sort.down : false }
    setOwn(next)
    onSort?.(next)
  }
  const lines = onSort ? rows : sorted(rows, columns.find((column) => column.id === sort?.id)?.sortBy, sort?.down)
  const hasMain = columns.some((column) => column.main)
  return (
    <div className={cls('ns-table', props.dense && 'ns-table--dense')}>
      {/* biome-ignore lint/a11y/noRedundantRoles: the phone shows cards, where display:block drops the implied roles */}
      <table role="table">
        <caption className={props.hideCaption ? 'ns-spoken' : undefined}>{caption}</caption>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onPress={press} />
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup">
          {lines.map((row) => (
            // biome-ignore lint/a11y/noRedundantRoles: see above
            <tr key={rowKey(row)} role="row" className={props.selected?.(row) ? 'ns-table__selected' : undefined}>
              {columns.map((column, index) => (
                <Cell key={column.id} column={column} row={row} main={hasMain ? column.main : index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <div className="ns-table__empty">{props.empty ?? texts.table.empty}</div> : null}
      {props.footer ? <div className="ns-table__footer">{props.footer}</div> : null}
    </div>
  )
}

type HeadProps<Row> = { column: Column<Row>; sort: Sort | undefined; onPress: (id: string) => void }

function HeadCell<Row>({ column, sort, onPress }: HeadProps<Row>) {
  const active = sort?.id === column.id
  const order = active ? (sort.down ? 'descending' : 'ascending') : undefined
  return (
    <th
      scope="col"
      // biome-ignore lint/a11y/noRedundantRoles: see above
      role="columnheader"
      className={cls(column.align === 'end' && 'ns-end', column.phone && 'ns-phone-hide')}
      aria-sort={order}
    >
      {column.sortBy ? (
        <button
          type="button"
          className="ns-table__sort"
          title={texts.table.sortBy(column.header)}
          onClick={() => onPress(column.id)}
        >
          {column.header}
          <Icon name={active ? (sort.down ? 'arrow-down' : 'arrow-up') : 'sort'} size="s" />
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}

function Cell<Row>({ column, row, main }: { column: Column<Row>; row: Row; main: boolean | undefined }) {
  const name = cls(column.align === 'end' && 'ns-end', column.phone && 'ns-phone-hide', main && 'ns-table__main')
  const content = column.cell(row)
  return main ? (
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <th scope="row" role="rowheader" className={name}>
      {content}
    </th>
  ) : (
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <td role="cell" className={name}>
      <span className="ns-table__label" aria-hidden="true">
        {column.header}
      </span>
      <span className="ns-table__content">{content}</span>
    </td>
  )
}

const german = new Intl.Collator('de', { numeric: true })

/** Rows without a value come last, whichever way the table is sorted. */
function sorted<Row>(rows: readonly Row[], by: Column<Row>['sortBy'], down: boolean | undefined): readonly Row[] {
  if (!by) return rows
  const sign = down ? -1 : 1
  return rows.toSorted((left, right) => {
    const a = by(left)
    const b = by(right)
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : german.compare(String(a), String(b)))
  })
}
