import type { FilingWhole } from '../opening/filing-whole.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { PageHead } from '../shell/PageHead.js'
import { words as everywhere } from '../words.zh.js'
import { linksOf, type UploadWhole } from './links.js'
import { OriginalDocument } from './OriginalDocument.js'
import { useImport } from './use-import.js'
import { words } from './words.zh.js'

const noLinks = linksOf([])

/** An export of budget execution: the file on the left, the amounts found in it on the right. */
export function LedgerFile({ whole, upload }: Readonly<{ whole: FilingWhole; upload: UploadWhole }>) {
  const take = useImport(whole, upload.upload.uploadId, [])
  return (
    <div className="page wide">
      <PageHead title={upload.upload.name} crumbs={[{ words: everywhere.myTasks, to: '/' }]}>
        <Button filled busy={take.isPending} onClick={() => take.mutate('ledger')}>
          {words.useLedger}
        </Button>
      </PageHead>
      <p className="strip" role="status">
        {words.strip(upload.ledger.length, 0)}。{words.ledgerSays}
      </p>
      {take.isError ? <Failure error={take.error} /> : null}
      <div className="sides">
        {upload.document === null ? null : <OriginalDocument document={upload.document} links={noLinks} />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <section className="side" aria-label={words.recognised} tabIndex={0}>
          <h2>{words.recognised}</h2>
          <div className="sheet">
            <table>
              <thead>
                <tr>
                  <th>{words.item}</th>
                  <th>{words.stage}</th>
                  <th>{words.amount}</th>
                </tr>
              </thead>
              <tbody>
                {upload.ledger.map(({ quantity, stage, label, amount, unit }) => (
                  <tr key={`${quantity} ${stage} ${label}`}>
                    <td>{label}</td>
                    <td>{stage}</td>
                    <td className="number">
                      {amount} {unit}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      </div>
    </div>
  )
}
