import type { Place } from '../../core/document/document.js'
import type { Verdict } from '../../core/exact/interval.js'
import type { CheckResult } from '../../core/law/check.js'
import { escapeHtml as escape } from '../../documents/html-page/escape-html.js'
import type { CheckedFile } from '../report.js'
import { placeWords } from './words.js'

const headings = {
  holds: ['已核对且相符', '这些数字和文字对上了。'],
  rounding: ['四舍五入内', '按印出的位数看略有出入，四舍五入可以解释，不算错误。'],
  cannotCheck: ['没法核对', '缺少可以相比的数，没有核对；空白不当作零。'],
} as const satisfies Record<Exclude<Verdict, 'violated'>, readonly [string, string]>

/** Everything else that was asked of the file: what holds, what only rounding explains, what could not be checked and why. */
export function renderChecked(report: CheckedFile): string {
  const parts = (['holds', 'rounding', 'cannotCheck'] as const).map((verdict) =>
    renderVerdict(verdict, report),
  )
  const html = parts.join('') + renderUnplaced(report)
  return html === '' ? '' : `<h3>其余核对</h3>\n${html}`
}

function renderVerdict(verdict: keyof typeof headings, report: CheckedFile): string {
  const results = report.results.filter((result) => result.verdict === verdict)
  if (results.length === 0) return ''
  const checks = new Map<string, CheckResult[]>()
  for (const result of results) checks.set(result.check, [...(checks.get(result.check) ?? []), result])
  const rows = [...checks.values()].map((same) => renderRow(same, report)).join('')
  const last = verdict === 'cannotCheck' ? '为什么没法核对' : '核对了哪里'
  return `<details><summary>${headings[verdict][0]} ${results.length} 项</summary>
<p class="soft">${headings[verdict][1]}</p>
<table><thead><tr><th scope="col">核对什么</th><th scope="col" class="number">几处</th><th scope="col">${last}</th><th scope="col">规则</th></tr></thead><tbody>${rows}</tbody></table></details>
`
}

function renderRow(same: readonly CheckResult[], report: CheckedFile): string {
  const [first] = same
  if (first === undefined) return ''
  const title = report.titles[first.check] ?? first.check
  const lines = same.map((result) => escape(whyOrWhere(result, report))).filter((line) => line !== '')
  return `<tr><td>${escape(title)}</td><td class="number">${same.length}</td><td>${lines.join('<br>')}</td><td class="soft">${escape(first.rule)}</td></tr>`
}

function whyOrWhere({ verdict, places }: CheckResult, report: CheckedFile): string {
  const [first] = places
  if (verdict !== 'cannotCheck') return first === undefined ? '' : placeWords(first, report)
  if (first === undefined) return '表上没有填这几个数'
  const blank = places.filter(({ quote }) => quote.trim() === '')
  return blank.length > 0
    ? `没有填：${listPlaces(blank, report)}`
    : `不是可以相比的数：${listPlaces(places, report)}`
}

const shownPlaces = 3

function listPlaces(places: readonly Place[], report: CheckedFile): string {
  const shown = places.slice(0, shownPlaces).map((place) => placeWords(place, report))
  return `${shown.join('、')}${places.length > shownPlaces ? ` 等 ${places.length} 处` : ''}`
}

function renderUnplaced({ unplaced, shown }: CheckedFile): string {
  if (unplaced === 0) return ''
  const places = (shown?.unplaced ?? []).map(
    (place) => `<li>${escape(placeWords(place, { cells: {} }))}</li>`,
  )
  return `<details><summary>没有认出的数字 ${unplaced} 个</summary>
<p class="soft">不知道这些数字属于哪一栏，没有参与核对。</p>
<ul>${places.join('')}</ul></details>
`
}
