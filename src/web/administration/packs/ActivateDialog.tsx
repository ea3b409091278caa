import { useState } from 'react'
import { call } from '../../api.js'
import { useYear } from '../../year.js'
import { Confirm } from '../Confirm.js'
import { useChange } from '../use-change.js'
import type { PackShown } from './PacksPage.js'

/** Activates a pack for a year, or ends that. */
export function ActivateDialog({ pack, close }: Readonly<{ pack: PackShown; close: () => void }>) {
  const newest = useYear()
  const years = pack.years.length > 0 ? pack.years : newest === undefined ? [] : [newest, newest + 1]
  const [budgetYear, setBudgetYear] = useState(years[0] ?? 0)
  const change = useChange<unknown>('packs-kept', close)
  const isActive = pack.activeYears.includes(budgetYear)
  const says = isActive
    ? `停用后，${budgetYear} 年度新开始的自评不再用“${pack.title}”。已有自评在用时不能停用。`
    : `启用后，${budgetYear} 年度可以用“${pack.title}”填报和核对；以前的自评不受影响。`
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
      title={`启用：${pack.title}`}
      verb={isActive ? '停用' : '启用'}
    >
      <label className="field">
        <span>年度</span>
        <select onChange={({ target }) => setBudgetYear(Number(target.value))} value={budgetYear}>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
              {pack.activeYears.includes(year) ? '（已启用）' : ''}
            </option>
          ))}
        </select>
      </label>
    </Confirm>
  )
}
