import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../api.js'
import { useSession } from '../../session.js'
import { Button } from '../../shell/Button.js'
import { Dialog } from '../../shell/Dialog.js'
import { Failure } from '../../shell/Failure.js'
import { useChange } from '../use-change.js'
import type { PackShown } from './PacksPage.js'
import { words } from './words.zh.js'

type Trial = NonNullable<PackShown['trial']>

/** 试算: what the pack would say of a past year's filings; nothing of them changes. */
export function TrialDialog({ pack, close }: Readonly<{ pack: PackShown; close: () => void }>) {
  const years = useSession().data?.years ?? []
  const [budgetYear, setBudgetYear] = useState(years[1] ?? years[0])
  const change = useChange<Trial>('packs-kept')
  const trial = change.data ?? pack.trial
  return (
    <Dialog close={close} title={words.tryTitle(pack.title)} wide>
      <div className="buttons">
        <label>
          {words.whichYear}{' '}
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
          {words.try}
        </Button>
      </div>
      <p className="quiet">{words.trialSays}</p>
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
          {words.wouldReturn({ budgetYear, units, filings, returnedUnits, returned: returned.length })}
        </strong>
      </p>
      <ol className="choices">
        {returned.map(({ filingId, unitName, title, errors, first }) => (
          <li key={filingId}>
            <Link to={`/review/${filingId}`}>{unitName}</Link>　{title}　{words.errors(errors, first)}
          </li>
        ))}
      </ol>
    </>
  )
}
