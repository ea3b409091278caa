import { escapeHtml as escape } from '../../documents/html-page/escape-html.js'
import type { CheckedFile, FileReport, FormReport, UnreadableFile } from '../report.js'
import { groupFindings } from './groups.js'
import { renderChecked } from './html-checked.js'
import { renderFinding } from './html-finding.js'
import { renderScores } from './html-score.js'
import { type ScoreTotal, scoreTotals } from './score-totals.js'
import {
  countSeverities,
  countWords,
  filingWords,
  noticesOf,
  severityWords,
  verdictSentence,
} from './words.js'

/** Everything about one file; `index` is 0 for the first of the page. */
export function renderFile(report: FileReport, index: number): string {
  const content = report.status === 'checked' ? renderReport(report, index) : renderUnreadable(report)
  return `<section class="file" id="file-${index + 1}">\n${content}</section>\n`
}

function renderUnreadable({ file, error }: UnreadableFile): string {
  return `<h2>${escape(file)}</h2>\n<p class="verdict error">读不了：${escape(error.message)}</p>\n`
}

function renderReport(report: CheckedFile, index: number): string {
  return `<h2>${escape(filingWords(report))}</h2>
${renderFacts(report)}
<p class="verdict ${verdictClass(report)}">${escape(verdictSentence(report))}</p>
${renderTiles(report)}
${renderBar(report)}
<p class="soft">${escape(countWords(report.counts))}</p>
${noticesOf(report)
  .map((note) => `<p class="notice">注意：${escape(note)}</p>\n`)
  .join(
    '',
  )}${renderScores(report)}${renderFindings(report, index)}${renderChecked(report)}<footer>衡效核对 · 文件指纹 SHA-256 ${escape(report.sha256)}。本页只说明数字与文字之间是否相符；文件改动后请重新核对。页内引用报告原文，转发前请留意有没有个人信息。</footer>
`
}

function renderFacts({ file, readAs, forms }: CheckedFile): string {
  const facts = [
    `<dt>文件</dt><dd>${escape(file)}（按 ${escape(readAs)} 读取）</dd>`,
    ...forms.map((form) => `<dt>认出的表</dt><dd>${renderForm(form)}</dd>`),
  ]
  return `<dl class="facts">${facts.join('')}</dl>`
}

function renderForm({ title, part, pack, indicators, form }: FormReport): string {
  const [, number] = part.split(' ')
  const known = form === 'unknown' ? '没有对应的表样' : `表样 ${pack}`
  const rows = indicators > 0 ? `，${indicators} 项指标` : ''
  return escape(`${title === '' ? '表格' : title}（第${number}张表，${known}${rows}）`)
}

function verdictClass({ findings }: CheckedFile): string {
  if (findings.some(({ severity }) => severity === 'error')) return 'error'
  return findings.length > 0 ? 'warning' : 'holds'
}

function renderTiles({ findings, forms }: CheckedFile): string {
  const counts = countSeverities(findings)
  const scores = scoreTotals(forms).map(renderTotal)
  const severities = (['error', 'warning', 'info'] as const).map((severity) =>
    tile(severityWords[severity], String(counts[severity]), counts[severity] > 0 ? severity : ''),
  )
  return `<dl class="tiles">${[...scores, ...severities].join('')}</dl>`
}

function renderTotal({ title, stated, computed }: ScoreTotal): string {
  const figures = `<span><small>自评</small>${escape(stated ?? '未填')}</span><span><small>重算</small>${escape(computed ?? '缺数')}</span>`
  return `<div class="score"><dt>${escape(title)}</dt><dd>${figures}</dd></div>`
}

function tile(label: string, value: string, name = ''): string {
  return `<div${name === '' ? '' : ` class="${name}"`}><dt>${label}</dt><dd>${escape(value)}</dd></div>`
}

/** The shares of what holds and what does not; said in words below it. */
function renderBar({ counts }: CheckedFile): string {
  let total = 0
  const parts = (['holds', 'rounding', 'cannotCheck', 'violated'] as const).map((verdict) => {
    const rect = `<rect class="${verdict}" x="${total}" y="0" width="${counts[verdict]}" height="1"/>`
    total += counts[verdict]
    return counts[verdict] === 0 ? '' : rect
  })
  return `<svg class="bar" viewBox="0 0 ${total} 1" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`
}

function renderFindings(report: CheckedFile, index: number): string {
  const groups = groupFindings(report)
  if (groups.length === 0) return ''
  let count = 0
  const html = groups.map(({ heading, findings }) => {
    const start = count
    count += findings.length
    const items = findings.map((finding, offset) =>
      renderFinding(finding, report, {
        id: `finding-${index + 1}-${start + offset + 1}`,
        ordinal: start + offset + 1,
      }),
    )
    return `<h4>${escape(heading)}</h4>\n<ol class="findings">\n${items.join('')}</ol>\n`
  })
  return `<h3>哪里不对，怎么改</h3>\n${html.join('')}`
}
