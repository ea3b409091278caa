import { memo } from 'react'
import { Link, useNavigate } from 'react-router'
import type { EngineChecked } from '../../engine/engine-messages.js'
import type { FilingWhole } from '../../opening/filing-whole.js'
import { Button } from '../../shell/Button.js'
import { PageHead } from '../../shell/PageHead.js'
import { words as shellWords } from '../../words.zh.js'
import { words } from '../words.zh.js'

type Props = Readonly<{
  whole: FilingWhole
  checked: EngineChecked
}>

/** Where one is, how it stands, and the next step. */
export function FillingHead({ whole: { filing }, checked }: Props) {
  const { title, projectName, unitName } = filing
  return (
    <PageHead
      crumbs={[{ words: shellWords.myTasks, to: '/' }]}
      title={projectName === null ? title : `${projectName}　${title}`}
    >
      <p className="filling-standing">
        <span>{unitName}</span>
        <span> · {totalOf(checked)}</span>
        <span> · {words.counts(checked.counts)}</span>
        <span> · {words.notFilled(checked.filled.filled, checked.filled.required)}</span>
      </p>
      <Ways filing={filing} />
    </PageHead>
  )
}

/** The other pages of the filing, and the next step; does not change while one types. */
const Ways = memo(function Ways({ filing: { filingId, actions } }: Pick<FilingWhole, 'filing'>) {
  const go = useNavigate()
  return (
    <nav className="filling-ways">
      {actions.includes('edit') ? <Link to={`/filings/${filingId}/file`}>{words.fromFile}</Link> : null}
      <Link to={`/filings/${filingId}/report`}>{words.report}</Link>
      {actions.includes('submit') ? (
        <Button onClick={() => void go(`/filings/${filingId}/submit`)} filled>
          {words.submit}
        </Button>
      ) : null}
    </nav>
  )
})

function totalOf({ scores }: EngineChecked): string {
  const totals = scores.flatMap(({ computedTotal, statedTotal }) => computedTotal ?? statedTotal ?? [])
  return totals.length === 0 ? words.noScore : words.score(totals.join('、'))
}
