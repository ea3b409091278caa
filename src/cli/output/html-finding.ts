import type { Place } from '../../core/document/document.js'
import type { Basis, Finding, Suggestion } from '../../core/law/check.js'
import { escapeHtml as escape } from '../../documents/html-page/escape-html.js'
import type { CheckedFile } from '../report.js'
import { renderExcerpts } from './html-excerpt.js'
import { basisWordsOf, differenceWords, measured, quoteWords, severityWords, whereWords } from './words.js'

/** One finding beside the place it speaks of; `id` is its anchor, `ordinal` its number in the file. */
export function renderFinding(
  finding: Finding,
  report: CheckedFile,
  { id, ordinal }: Readonly<{ id: string; ordinal: number }>,
): string {
  const { severity, message, places, suggestion, basis, rule } = finding
  const [first, ...others] = places
  const rows = [
    first === undefined ? '' : row('位置', renderPlace(first, report)),
    renderOthers(others, report),
    suggestion === undefined ? '' : row('改法', renderSuggestion(suggestion, report), 'advice'),
    row(
      '依据',
      `${basis.map((one) => renderBasis(one, report)).join('；')} <span class="soft">[${escape(rule)}]</span>`,
    ),
  ]
  return `<li class="finding ${severity}" id="${id}">
<p class="message"><span class="ordinal">${ordinal}.</span><span class="severity ${severity}">${severityWords[severity]}</span>${escape(message)}</p>
${renderComparison(finding)}${renderExcerpts(finding, report)}<dl class="told">${rows.join('')}</dl></li>
`
}

const longestFigure = 16

/** Stated, expected and difference under one another's names; nothing where nothing is compared. */
function renderComparison({ stated, expected, difference, unit = '' }: Finding): string {
  if (expected === undefined) return ''
  const cells = [
    ['填写', stated === undefined ? undefined : measured(stated, unit), 'stated'],
    ['应为', measured(expected, unit), 'expected'],
    ['相差', difference === undefined ? undefined : differenceWords(difference, unit), 'difference'],
  ].filter(([, value]) => value !== undefined)
  const heads = cells.map(([head]) => `<th scope="col">${head}</th>`).join('')
  const values = cells.map(([, value = '', name]) => `<td class="${name}">${escape(value)}</td>`).join('')
  const words = cells.some(([, value = '']) => value.length > longestFigure) ? ' words' : ''
  return `<table class="compared${words}"><thead><tr>${heads}</tr></thead><tbody><tr>${values}</tr></tbody></table>\n`
}

const shownPlaces = 3

/** A few places stand in the open; many are folded, so that a sum of twelve rows does not bury the rest. */
function renderOthers(places: readonly Place[], report: CheckedFile): string {
  if (places.length === 0) return ''
  const items = places.map((place) => renderPlace(place, report)).join('<br>')
  if (places.length <= shownPlaces) return row('另见', items)
  return row('另见', `<details><summary>${places.length} 处</summary>${items}</details>`)
}

function renderSuggestion({ place, value, because }: Suggestion, report: CheckedFile): string {
  const reason = because === '' || because === value ? '' : `：${because}`
  return `把${renderPlace(place, report)}改为 ${escape(`“${value}”${reason}`)}`
}

const unverified = '（依据待核）'

function renderBasis(basis: Basis, report: CheckedFile): string {
  const words = basisWordsOf([basis], report)
  if (!words.endsWith(unverified)) return escape(words)
  return `${escape(words.slice(0, -unverified.length))} <span class="unverified">依据待核</span>`
}

function row(label: string, html: string, name = ''): string {
  return `<dt>${label}</dt><dd${name === '' ? '' : ` class="${name}"`}>${html}</dd>`
}

function renderPlace(place: Place, report: CheckedFile): string {
  const line = place.line === undefined ? '' : `（文本第${place.line}行）`
  return `${escape(whereWords(place, report) + line)} <q>${escape(quoteWords(place))}</q>`
}
