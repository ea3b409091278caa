import { compare, decimal, subtract, toShortText } from '../../core/exact/decimal.js'
import type { RowScore } from '../../core/scoring/score-form.js'
import { escapeHtml as escape } from '../../documents/html-page/escape-html.js'
import type { CheckedFile, FormReport } from '../report.js'
import { scoreTotals } from './score-totals.js'
import { differenceWords, scoreWords } from './words.js'

/** The scores of a file with their arithmetic line by line, so that anyone can recompute them. */
export function renderScores({ forms }: CheckedFile): string {
  const scored = forms.filter((form) => scoreWords(form) !== undefined)
  return scored.length === 0 ? '' : `<h3>得分怎么来的</h3>\n${scored.map(renderScore).join('')}`
}

function renderScore(form: FormReport): string {
  const [total] = scoreTotals([form])
  const grade = total?.grade === undefined ? '' : `，等级“${total.grade}”`
  const words = `<p><strong>${escape(form.title)}</strong>：${escape(`${scoreWords(form) ?? ''}${grade}`)}</p>\n`
  if (form.rows.length === 0) return words
  const heads = ['项目', '分值', '算式', '重算', '自评', '相差'].map((head) => {
    const number = head === '项目' || head === '算式' ? '' : ' class="number"'
    return `<th scope="col"${number}>${head}</th>`
  })
  return `${words}<details open><summary>逐行算式</summary><div class="scroll" tabindex="0" role="group" aria-label="逐行算式"><table class="score">
<thead><tr>${heads.join('')}</tr></thead><tbody>${form.rows.map(renderRow).join('')}</tbody><tfoot>${renderTotal(form)}</tfoot></table></div>${renderKept(form)}</details>
`
}

/** Says of rows without a rule what their points are. */
function renderKept({ rows }: FormReport): string {
  return rows.every(({ computed }) => computed)
    ? ''
    : '<p class="soft">“按自评计”：这一行没有可以重算的规则或缺数，照所填的得分相加。</p>'
}

function renderRow({ label, weight, arithmetic, points, computed, stated }: RowScore): string {
  const differs = computed && stated !== undefined && points !== undefined && stated !== points
  const difference = computed ? differenceOf(stated, points) : '按自评计'
  return `<tr${differs && difference !== '' ? ' class="differs"' : ''}><th scope="row">${escape(label)}</th>${number(weight)}<td>${escape(arithmetic)}</td>${number(points)}${number(stated)}${number(difference)}</tr>`
}

function renderTotal({ rows, computedTotal, statedTotal }: FormReport): string {
  const sum =
    computedTotal === undefined
      ? '有的行缺数，合计不出'
      : `${rows.map(({ points }) => points).join(' + ')} = ${computedTotal}`
  return `<tr><th scope="row">总分</th><td></td><td>${escape(sum)}</td>${number(computedTotal)}${number(statedTotal)}${number(differenceOf(statedTotal, computedTotal))}</tr>`
}

function differenceOf(stated: string | undefined, points: string | undefined): string {
  if (stated === undefined || points === undefined) return ''
  const [left, right] = [decimal(stated), decimal(points)]
  return compare(left, right) === 0 ? '' : differenceWords(toShortText(subtract(left, right)), '')
}

function number(text: string | undefined): string {
  return `<td class="number">${escape(text ?? '—')}</td>`
}
