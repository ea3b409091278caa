import type { CheckResult } from '../../core/checks/check.js'
import type { Verdict } from '../../core/exact/interval.js'
import type { CheckedFile } from '../report.js'
import { escapeHtml as escape } from './escape-html.js'
import { placeWords, verdictWords } from './words.js'

const explanations = {
  holds: '这些数字和文字相符。',
  rounding: '按印出的位数看略有出入，四舍五入可以解释，不算错误。',
  cannotCheck: '缺少需要的数字，没有核对；空白不当作零。',
} as const satisfies Record<Exclude<Verdict, 'violated'>, string>

/** Everything else that was asked of the file: what holds, what only rounding explains, what could not be checked. */
export function renderChecked(report: CheckedFile): string {
  const parts = (['holds', 'rounding', 'cannotCheck'] as const).map((verdict) =>
    renderVerdict(verdict, report),
  )
  const html = parts.join('')
  return html === '' ? '' : `<h2>其余核对</h2>\n${html}${renderUnplaced(report)}`
}

function renderVerdict(verdict: keyof typeof explanations, report: CheckedFile): string {
  const results = report.results.filter((result) => result.verdict === verdict)
  if (results.length === 0) return ''
  const rows = results.map((result) => renderRow(result, report)).join('')
  return `<details><summary>${verdictWords[verdict]} ${results.length} 项</summary>
<p class="count">${explanations[verdict]}</p>
<table><thead><tr><th>核对什么</th><th>位置</th><th>规则</th></tr></thead><tbody>${rows}</tbody></table></details>
`
}

function renderRow({ check, rule, places }: CheckResult, report: CheckedFile): string {
  const where = places
    .slice(0, 3)
    .map((place) => placeWords(place, report))
    .join('、')
  const more = places.length > 3 ? ` 等 ${places.length} 处` : ''
  return `<tr><td>${escape(report.titles[check] ?? check)}</td><td>${escape(where + more)}</td><td>${escape(rule)}</td></tr>`
}

function renderUnplaced({ unplaced }: CheckedFile): string {
  return unplaced === 0
    ? ''
    : `<p class="count">另有 ${unplaced} 个数字没有认出属于哪一栏，未参与核对。</p>\n`
}
