import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../api.js'
import { useSession } from '../../session.js'
import { Button } from '../../shell/Button.js'
import { Dialog } from '../../shell/Dialog.js'
import { Failure } from '../../shell/Failure.js'
import { useChange } from '../use-change.js'
import type { PackShown } from './PacksPage.js'

type Trial = NonNullable<PackShown['trial']>

/** 试算: what the pack would say of a past year's filings; nothing of them changes. */
export function TrialDialog({ pack, close }: Readonly<{ pack: PackShown; close: () => void }>) {
  const years = useSession().data?.years ?? []
  const [budgetYear, setBudgetYear] = useState(years[1] ?? years[0])
  const change = useChange<Trial>('packs-kept')
  const trial = change.data ?? pack.trial
  return (
    <Dialog close={close} title={`试算：${pack.title}`} wide>
      <div className="buttons">
        <label>
          用哪一年度的自评{' '}
          <select onChange={({ target }) => setBudgetYear(Number(target.value))} value={budgetYear}>
            {years.map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </select>
        </label>
        <Button
          disabled={budgetYear === undefined}
          busy={change.isPending}
          onClick={() =>
            change.mutate(() =>
              call('tryPack', { body: { packId: pack.packId, budgetYear: budgetYear ?? 0 } }),
            )
          }
          filled
        >
          试算
        </Button>
      </div>
      <p className="quiet">只是算一算，不改任何自评，单位也看不到。</p>
      {change.error === null ? null : <Failure error={change.error} />}
      {trial === null ? null : <TrialShown trial={trial} />}
    </Dialog>
  )
}

function TrialShown({ trial }: Readonly<{ trial: Trial }>) {
  const { budgetYear, units, filings, returnedUnits, returned } = trial
  return (
    <>
      <p role="status">
        <strong>
          {`${budgetYear} 年度：会退回 ${units} 个单位中的 ${returnedUnits} 个（${filings} 份自评中的 ${returned.length} 份）。`}
        </strong>
      </p>
      <ol className="choices">
        {returned.map(({ filingId, unitName, title, errors, first }) => (
          <li key={filingId}>
            <Link to={`/review/${filingId}`}>{unitName}</Link>　{title}　{errors} 处错误：{first}
          </li>
        ))}
      </ol>
    </>
  )
}
