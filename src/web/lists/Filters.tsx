import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../shell/Button.js'
import type { ListFilter } from './use-filter.js'
import { words } from './words.zh.js'
import './lists.css'

/** A row of filters above a list, with the way to take them all away again. */
export function Filters({ filter, children }: Readonly<{ filter: ListFilter; children: ReactNode }>) {
  return (
    <search className="filters">
      {children}
      {filter.isSet ? <Button onClick={filter.clear}>{words.clear}</Button> : null}
    </search>
  )
}

type FilterProps = Readonly<{ filter: ListFilter; name: string; label: string }>

/** A word to look for; the list follows a moment after the last key. */
export function FilterText({ filter, name, label }: FilterProps) {
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
  all = words.all,
}: FilterProps & Readonly<{ choices: readonly (readonly [string, string])[]; all?: string | null }>) {
  return (
    <label>
      <span>{label}</span>
      <select onChange={({ target }) => filter.set({ [name]: target.value })} value={filter.get(name) ?? ''}>
        {all === null ? null : <option value="">{all}</option>}
        {choices.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A day. */
export function FilterDay({ filter, name, label }: FilterProps) {
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
