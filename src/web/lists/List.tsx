import type { ReactNode } from 'react'
import { Pages } from './Pages.js'
import type { ListFilter } from './use-filter.js'
import { words } from './words.zh.js'
import './lists.css'

/** One column; `number` stands right-aligned. */
export type Column<Item> = Readonly<{
  id: string
  title: ReactNode
  of: (item: Item) => ReactNode
  number?: boolean
}>

type Props<Item> = Readonly<{
  label: string
  items: readonly Item[]
  total: number
  columns: readonly Column<Item>[]
  keyOf: (item: Item) => string
  filter: ListFilter
  /** What to do when there is nothing. */
  empty: ReactNode
  /** What the items are counted in. */
  counted?: string
}>

/** A list as a plain table: the exact total, a page at a time, on a phone one card after the other. */
export function List<Item>(props: Props<Item>) {
  const { label, items, total, columns, keyOf, filter, empty, counted = words.count } = props
  if (total === 0) return <div className="list-empty">{empty}</div>
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <section aria-label={label} className="list-scroll" tabIndex={0}>
        <table className="list">
          <thead>
            <tr>
              {columns.map(({ id, title, number }) => (
                <th className={number === true ? 'number' : ''} key={id} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <Rows columns={columns} items={items} keyOf={keyOf} />
        </table>
      </section>
      <div className="list-foot">
        <span>{words.total(total, counted)}</span>
        {total > filter.size || filter.page > 1 ? <Pages filter={filter} total={total} /> : null}
      </div>
    </>
  )
}

function Rows<Item>({ items, columns, keyOf }: Pick<Props<Item>, 'items' | 'columns' | 'keyOf'>) {
  return (
    <tbody>
      {items.map((item) => (
        <tr key={keyOf(item)}>
          {columns.map(({ id, of, title, number }) => (
            <td
              className={number === true ? 'number' : ''}
              data-title={typeof title === 'string' ? title : ''}
              key={id}
            >
              {of(item)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
