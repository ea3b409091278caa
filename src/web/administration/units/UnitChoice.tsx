import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { call } from '../../api.js'
import { Field } from '../../shell/Field.js'
import type { UnitShown } from './unit-shown.js'

type Props = Readonly<{
  label: string
  chosen: UnitShown | undefined
  choose: (unit: UnitShown) => void
}>

/** Finds one unit by part of its name or code. */
export function UnitChoice({ label, chosen, choose }: Props) {
  const [query, setQuery] = useState('')
  const name = useId()
  const found = useQuery({
    queryKey: ['units', 'choice', query],
    queryFn: () => call('listUnits', { query: { query, size: 50 } }),
    placeholderData: (before) => before,
  })
  const { items = [], total = 0 } = found.data ?? {}
  return (
    <fieldset className="field">
      <Field label={label} onText={setQuery} says="写名称或编码里的几个字，再选。" value={query} />
      <div className="choices">
        {items.map((unit) => (
          <label key={unit.unitId}>
            <input
              checked={chosen?.unitId === unit.unitId}
              name={name}
              onChange={() => choose(unit)}
              type="radio"
            />{' '}
            {unit.name}　<span className="quiet">{unit.code}</span>
          </label>
        ))}
      </div>
      {total > items.length ? (
        <small>
          共 {total} 个，只列出前 {items.length} 个，请再多写几个字。
        </small>
      ) : null}
    </fieldset>
  )
}
