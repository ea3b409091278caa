import type { Filing } from '../core/filing/filing.js'
import type { Pack } from '../core/pack/pack.js'
import { explainMisfit } from '../core/recognise/explain-misfit.js'

/** On standard error: what was looked for in a file when none of the packs that --pack names fits it. */
export function tellMisfit(file: string, filing: Filing, packs: readonly Pack[]): void {
  for (const why of explainMisfit(filing, packs)) process.stderr.write(`${file}：${why}\n`)
}
