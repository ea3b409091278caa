import type { Finding, Suggestion } from '../../core/checks/check.js'
import type { Place } from '../../core/document/document.js'
import type { CheckedFile, FormReport, UnreadableFile } from '../report.js'
import { escapeHtml as escape } from './escape-html.js'
import { groupFindings } from './groups.js'
import { renderChecked } from './html-checked.js'
import { htmlStyle } from './html-style.js'
import type { Output } from './output.js'
import {
  basisWordsOf,
  comparisonWords,
  countWords,
  filingWords,
  noticesOf,
  quoteWords,
  scoreWords,
  severityWords,
  verdictSentence,
  whereWords,
} from './words.js'

const head = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>绩效自评核对结果</title>
<style>${htmlStyle}</style>
</head>
<body>
`

/** One page that opens anywhere and can be sent on: no script, nothing loaded from outside. */
export function createHtmlOutput(): Output {
  return {
    begin: () => head,
    file: (report) => (report.status === 'checked' ? renderArticle(report) : renderUnreadable(report)),
    end: () => '</body>\n</html>\n',
  }
}

function renderUnreadable({ file, error }: UnreadableFile): string {
  return `<article>
<h1>${escape(file)}</h1>
<p class="verdict error">读不了：${escape(error.message)}</p>
</article>
`
}

function renderArticle(report: CheckedFile): string {
  const groups = groupFindings(report)
  return `<article>
<h1>${escape(filingWords(report))}绩效自评核对结果</h1>
<p class="file">${escape(report.file)}</p>
<p class="verdict ${verdictClass(report)}">${escape(verdictSentence(report))}</p>
<p class="count">${escape(countWords(report.counts))}</p>
${renderBar(report)}
${noticesOf(report)
  .map((note) => `<p class="count">注意：${escape(note)}</p>\n`)
  .join('')}${renderScores(report)}
${groups.length === 0 ? '' : '<h2>哪里不对，怎么改</h2>'}
${groups.map(({ heading, findings }) => renderGroup(heading, findings, report)).join('')}${renderChecked(report)}
<footer>衡效核对 · 文件指纹 SHA-256 ${escape(report.sha256)}。本页只说明数字与文字之间是否相符；文件改动后请重新核对。</footer>
</article>
`
}

function verdictClass({ findings }: CheckedFile): string {
  if (findings.some(({ severity }) => severity === 'error')) return 'error'
  return findings.length > 0 ? 'warning' : 'holds'
}

function renderBar({ counts }: CheckedFile): string {
  const parts = (['holds', 'rounding', 'cannotCheck', 'violated'] as const).filter(
    (verdict) => counts[verdict] > 0,
  )
  const bars = parts.map((verdict) => `<i class="${verdict}" style="flex:${counts[verdict]}"></i>`)
  return bars.length === 0 ? '' : `<div class="bar" aria-hidden="true">${bars.join('')}</div>`
}

function renderScores({ forms }: CheckedFile): string {
  const scored = forms.filter((form) => scoreWords(form) !== undefined)
  return scored.length === 0 ? '' : `<h2>得分</h2>\n${scored.map(renderScore).join('')}`
}

function renderScore(form: FormReport): string {
  const arithmetic = form.derivation.map(escape).join('\n')
  const details =
    arithmetic === '' ? '' : `<details open><summary>重算算式</summary><pre>${arithmetic}</pre></details>`
  return `<p><strong>${escape(form.title)}</strong>：${escape(scoreWords(form) ?? '')}</p>\n${details}`
}

function renderGroup(heading: string, findings: readonly Finding[], report: CheckedFile): string {
  const items = findings.map((finding) => renderFinding(finding, report)).join('')
  return `<h3>${escape(heading)}</h3>\n<ol>\n${items}</ol>\n`
}

function renderFinding(finding: Finding, report: CheckedFile): string {
  const { severity, message, places, suggestion, basis, rule } = finding
  const [first, ...others] = places
  const comparison = comparisonWords(finding)
  const rows = [
    first === undefined ? '' : row('位置', renderPlace(first, report)),
    renderOthers(others, report),
    comparison === '' ? '' : row('数字', escape(comparison), 'numbers'),
    suggestion === undefined ? '' : row('改法', renderSuggestion(suggestion, report), 'advice'),
    row('依据', `${escape(basisWordsOf(basis, report))} [${escape(rule)}]`),
  ]
  return `<li class="finding ${severity}"><b>${severityWords[severity]}</b><p>${escape(message)}</p><dl>${rows.join('')}</dl></li>\n`
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

function row(label: string, html: string, name = ''): string {
  return `<dt>${label}</dt><dd${name === '' ? '' : ` class="${name}"`}>${html}</dd>`
}

function renderPlace(place: Place, report: CheckedFile): string {
  return `${escape(whereWords(place, report))} <q>${escape(quoteWords(place))}</q>`
}
