import { useState } from 'react'
import { call } from '../../api.js'
import { useYear } from '../../year.js'
import { Confirm } from '../Confirm.js'
import { useChange } from '../use-change.js'
import type { PackShown } from './PacksPage.js'
import { words } from './words.zh.js'

/** Activates a pack for a year, or ends that. */
export function ActivateDialog({ pack, close }: Readonly<{ pack: PackShown; close: () => void }>) {
  const newest = useYear()
  const years = pack.years.length > 0 ? pack.years : newest === undefined ? [] : [newest, newest + 1]
  const [budgetYear, setBudgetYear] = useState(years[0] ?? 0)
  const change = useChange<unknown>('packs-kept', close)
  const isActive = pack.activeYears.includes(budgetYear)
  const says = isActive ? words.endSays(budgetYear, pack.title) : words.activateSays(budgetYear, pack.title)
  return (
    <Confirm
      act={() =>
        change.mutate(() =>
          call('activatePack', { body: { packId: pack.packId, budgetYear, active: !isActive } }),
        )
      }
      change={change}
      close={close}
      says={says}
      title={words.activateTitle(pack.title)}
      verb={isActive ? words.end : words.active}
    >
      <label className="field">
        <span>{words.year}</span>
        <select onChange={({ target }) => setBudgetYear(Number(target.value))} value={budgetYear}>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
              {pack.activeYears.includes(year) ? words.alreadyActive : ''}
            </option>
          ))}
        </select>
      </label>
    </Confirm>
  )
}
