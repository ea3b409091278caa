import { type ReactNode, useEffect, useState } from 'react'
import type { ListFilter } from './use-filter.js'
import './lists.css'

/** A row of filters above a list, with the way to take them all away again. */
export function Filters({ filter, children }: Readonly<{ filter: ListFilter; children: ReactNode }>) {
  return (
    <search className="filters">
      {children}
      {filter.isSet ? (
        <button className="button" onClick={filter.clear} type="button">
          清除筛选
        </button>
      ) : null}
    </search>
  )
}

type Given = Readonly<{ filter: ListFilter; name: string; label: string }>

/** A word to look for; the list follows a moment after the last key. */
export function FilterText({ filter, name, label }: Given) {
  const given = filter.get(name) ?? ''
  const [text, setText] = useState(given)
  useEffect(() => setText(given), [given])
  useEffect(() => {
    if (text === given) return undefined
    const timer = setTimeout(() => filter.set({ [name]: text }), 300)
    return () => clearTimeout(timer)
  }, [text, given, filter, name])
  return (
    <label>
      <span>{label}</span>
      <input
        maxLength={100}
        onChange={({ target }) => setText(target.value)}
        type={name === 'query' ? 'search' : 'text'}
        value={text}
      />
    </label>
  )
}

/** A choice among a few; nothing chosen is everything. */
export function FilterChoice({
  filter,
  name,
  label,
  choices,
  all = '全部',
}: Given & Readonly<{ choices: readonly (readonly [string, string])[]; all?: string | null }>) {
  return (
    <label>
      <span>{label}</span>
      <select onChange={({ target }) => filter.set({ [name]: target.value })} value={filter.get(name) ?? ''}>
        {all === null ? null : <option value="">{all}</option>}
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A day. */
export function FilterDay({ filter, name, label }: Given) {
  return (
    <label>
      <span>{label}</span>
      <input
        onChange={({ target }) => filter.set({ [name]: target.value })}
        type="date"
        value={filter.get(name) ?? ''}
      />
    </label>
  )
}
