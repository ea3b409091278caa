import { Pagination } from 'antd'
import type { ReactNode } from 'react'
import type { ListFilter } from './use-filter.js'
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
  const { label, items, total, columns, keyOf, filter, empty, counted = '条' } = props
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
        <span>
          共 {total.toLocaleString('zh-CN')} {counted}
        </span>
        <Pages filter={filter} total={total} />
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

function Pages({ filter, total }: Readonly<{ filter: ListFilter; total: number }>) {
  if (total <= filter.size && filter.page <= 1) return null
  return (
    <Pagination
      current={filter.page}
      onChange={(page, size) =>
        filter.set({ page: String(page), size: size === 50 ? undefined : String(size) })
      }
      pageSize={filter.size}
      pageSizeOptions={[20, 50, 100, 200]}
      showSizeChanger
      total={total}
    />
  )
}
