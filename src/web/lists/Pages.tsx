import type { ListFilter } from './use-filter.js'
import { words } from './words.zh.js'

const sizes = [20, 50, 100, 200]
const usualSize = 50

/** Ways to the other pages of a list, and how long a page is. */
export function Pages({ filter, total }: Readonly<{ filter: ListFilter; total: number }>) {
  const { page, size, set } = filter
  const last = Math.max(1, Math.ceil(total / size))
  const go = (to: number) => set({ page: String(to) })
  return (
    <nav className="pages" aria-label={words.pages}>
      <Step to={page - 1} last={last} go={go} says={words.before} sign="‹" />
      {shownPages(page, last).map((one, at, all) => (
        <button
          key={one}
          type="button"
          aria-current={one === page ? 'page' : undefined}
          aria-label={words.page(one)}
          className={one - (all[at - 1] ?? one) > 1 ? 'after-gap' : ''}
          onClick={() => go(one)}
        >
          {one}
        </button>
      ))}
      <Step to={page + 1} last={last} go={go} says={words.after} sign="›" />
      <select
        aria-label={words.pageSize}
        value={size}
        onChange={({ target }) =>
          set({ page: '1', size: target.value === String(usualSize) ? undefined : target.value })
        }
      >
        {[...new Set([...sizes, size])].map((one) => (
          <option key={one} value={one}>
            {words.perPage(one)}
          </option>
        ))}
      </select>
    </nav>
  )
}

function Step({
  to,
  last,
  go,
  says,
  sign,
}: Readonly<{ to: number; last: number; go: (to: number) => void; says: string; sign: string }>) {
  return (
    <button type="button" aria-label={says} disabled={to < 1 || to > last} onClick={() => go(to)}>
      {sign}
    </button>
  )
}

/** The first, the last, and those around the one that is open. */
export function shownPages(page: number, last: number): readonly number[] {
  const around = Array.from(
    { length: 5 },
    (_, at) => Math.min(Math.max(page - 2, 1), Math.max(last - 4, 1)) + at,
  )
  return [...new Set([1, ...around, last])].filter((one) => one >= 1 && one <= last)
}
