import type { CheckResult, Finding, Severity } from '../../core/law/check.js'
import type { CheckedFile, FileReport } from '../report.js'
import { createPaint, type Paint } from './colour.js'
import { groupFindings } from './groups.js'
import type { Output, OutputOptions } from './output.js'
import { displayWidth, padEnd, wrap } from './width.js'
import {
  basisWordsOf,
  comparisonWords,
  countWords,
  filingWords,
  noticesOf,
  placeWords,
  scoreWords,
  severityWords,
  suggestionWords,
  verdictSentence,
  verdictWords,
} from './words.js'

type Page = Readonly<{ paint: Paint; columns: number; all: boolean }>

const marks = { error: '✗', warning: '!', info: '·' } as const satisfies Record<Severity, string>
const colours = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<Severity, string>
const bodyIndent = 9

/** For people in a terminal: grouped, the worst first, what is wrong and what to do. */
export function createTextOutput({ all, colour, columns }: OutputOptions): Output {
  const page = { paint: createPaint(colour), columns, all }
  return {
    begin: () => '',
    file: (report, index) => renderFile(report, page, index),
    end: () => '',
  }
}

/** An unreadable file has its one line on standard error, nothing here. */
function renderFile(report: FileReport, page: Page, index: number): string {
  const { paint } = page
  if (report.status === 'unreadable') return ''
  const lines = [
    `${paint(filingWords(report), 'bold')}  ${paint(report.file, 'dim')}`,
    ...noticesOf(report).map((note) => paint(`注意 ${note}`, 'yellow')),
    ...groupFindings(report).flatMap(({ heading, findings }) => [
      '',
      paint(heading, 'bold'),
      ...findings.flatMap((finding) => renderFinding(finding, report, page)),
    ]),
    '',
    ...(page.all ? renderOthers(report, page) : []),
    ...renderScores(report, page),
    paint(verdictSentence(report), 'bold', verdictColour(report)),
    countWords(report.counts),
    ...unplacedLines(report),
  ]
  return `${index === 0 ? '' : '\n'}${lines.join('\n')}\n`
}

function verdictColour({ findings }: CheckedFile): 'red' | 'yellow' | 'green' {
  if (findings.some(({ severity }) => severity === 'error')) return 'red'
  return findings.length > 0 ? 'yellow' : 'green'
}

function renderFinding(finding: Finding, file: CheckedFile, page: Page): string[] {
  const { paint, columns } = page
  const { severity } = finding
  const [first = '', ...rest] = wrap(finding.message, columns - bodyIndent)
  const mark = paint(`${marks[severity]} ${severityWords[severity]}`, colours[severity])
  return [
    `  ${mark}${' '.repeat(bodyIndent - 2 - displayWidth(`${marks[severity]} ${severityWords[severity]}`))}${first}`,
    ...rest.map((line) => ' '.repeat(bodyIndent) + line),
    ...detailsOf(finding, file).flatMap(([label, text]) => renderDetail(label, text, page)),
  ]
}

function detailsOf(finding: Finding, file: CheckedFile): (readonly [string, string])[] {
  const [place] = finding.places
  const details: (readonly [string, string])[] = [
    ['位置', place === undefined ? '' : placeWords(place, file)],
    ['另见', otherPlaces(finding, file)],
    ['数字', comparisonWords(finding)],
    ['依据', `${basisWordsOf(finding.basis, file)} [${finding.rule}]`],
    ['改法', suggestionWords(finding, file) ?? ''],
  ]
  return details.filter(([, text]) => text !== '')
}

const shownPlaces = 3

/** The first of the other places; the table is not named again when it is the one of the finding. */
function otherPlaces({ places: [first, ...others] }: Finding, file: CheckedFile): string {
  const shown = others.slice(0, shownPlaces).map((place) => {
    const words = placeWords(place, file)
    return place.part === first?.part ? words.replace(/^第\d+张表(?=第)/, '') : words
  })
  const rest = others.length - shown.length
  return shown.join('、') + (rest > 0 ? ` 等${others.length}处` : '')
}

function renderDetail(label: string, text: string, { paint, columns }: Page): string[] {
  const indent = bodyIndent + 5
  const [first = '', ...rest] = wrap(text, columns - indent)
  const important = label === '改法' || label === '数字'
  const style = (line: string) => (important ? line : paint(line, 'dim'))
  return [
    `${' '.repeat(bodyIndent)}${paint(label, 'dim')} ${style(first)}`,
    ...rest.map((line) => ' '.repeat(indent) + style(line)),
  ]
}

/** With --all: everything else that was asked, in the order it was asked. */
function renderOthers(file: CheckedFile, { paint, columns }: Page): string[] {
  const others = file.results.filter(({ verdict }) => verdict !== 'violated')
  return [
    paint('其余核对', 'bold'),
    ...others.map((result) => renderOther(result, file, { paint, columns })),
    '',
  ]
}

function renderOther(result: CheckResult, file: CheckedFile, { paint, columns }: Omit<Page, 'all'>): string {
  const place = result.places[0]
  const text = `${padEnd(result.rule, 8)} ${file.titles[result.check] ?? result.check}${place === undefined ? '' : `  ${placeWords(place, file)}`}`
  return `  ${padEnd(verdictWords[result.verdict], 11)}${paint(wrap(text, columns - 13)[0] ?? '', 'dim')}`
}

function renderScores({ forms }: CheckedFile, { paint }: Page): string[] {
  return forms.flatMap((form) => {
    const words = scoreWords(form)
    return words === undefined ? [] : [`${paint('得分', 'dim')} ${form.title}：${words}`]
  })
}

function unplacedLines({ unplaced }: CheckedFile): string[] {
  return unplaced === 0
    ? []
    : [`另有 ${unplaced} 个数字没有认出属于哪一栏，未参与核对；用 hengxiao read --as filing 可查看`]
}
