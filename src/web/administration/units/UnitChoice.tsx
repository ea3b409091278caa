import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { call } from '../../api.js'
import { Field } from '../../shell/Field.js'
import type { UnitShown } from './unit-shown.js'
import { words } from './words.zh.js'

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
      <Field label={label} onText={setQuery} says={words.choiceSays} value={query} />
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
      {total > items.length ? <small>{words.moreThanShown(total, items.length)}</small> : null}
    </fieldset>
  )
}
