import { type Folded, foldSigns, unfolded } from './fold-signs.js'
import { type Found, withoutOverlaps } from './found.js'
import { labelledValues, valuesUnder } from './labelled-values.js'
import { patternsIn } from './number-patterns.js'
import { type Passage, type Removal, removedMark } from './passage.js'
import { type Known, knownOf, repeatedFinder } from './repeated-values.js'

/** What must leave a file, by passage and position, and the names and numbers that it was looked for by. */
export type PersonalData = Readonly<{
  removals: readonly Removal[]
  known: Known
  /** Amounts and codes that stay although somebody's number has the same digits. */
  figures: ReadonlySet<string>
}>

type Read = Readonly<{ passage: Passage; folded: Folded; found: readonly Found[] }>

/**
 * 脱敏: finds personal data in all passages of one file. By field first, then by the form of a number, then what
 * was found by field wherever else it stands. Amounts, codes, dates and names of units stay.
 */
export function findPersonalData(passages: readonly Passage[], given?: Known): PersonalData {
  const read = passages.map(readPassage)
  const known = joined(knownOf(valuesOf(read)), given)
  const repeated = repeatedFinder(known)
  const removals = read.flatMap((one, index) =>
    withoutOverlaps([...one.found, ...repeatedIn(one, repeated)]).map(({ from, to, rule }) => ({
      passage: index,
      ...unfolded(one.folded, from, to),
      rule,
    })),
  )
  return { removals, known, figures: figuresAmong(read, known) }
}

function repeatedIn(
  { passage, folded }: Read,
  repeated: (text: string) => readonly Found[],
): readonly Found[] {
  const found = repeated(folded.text)
  if (!isFigureByHeading(folded.text, passage.headings)) return found
  return found.filter(({ rule }) => rule !== 'repeated-number')
}

function figuresAmong(read: readonly Read[], { numbers }: Known): ReadonlySet<string> {
  const figures = read.filter(({ passage, folded }) => isFigureByHeading(folded.text, passage.headings))
  return new Set(
    figures.map(({ folded }) => folded.text.replace(/\s/g, '')).filter((text) => numbers.has(text)),
  )
}

function readPassage(passage: Passage): Read {
  const folded = foldSigns(passage.text)
  return {
    passage,
    folded,
    found: (passage.holds === 'author' ? wholeText(folded) : foundIn(passage, folded.text)).filter(
      ({ from, to }) => !isRemovedAlready(folded.text.slice(from, to)),
    ),
  }
}

function foundIn({ headings }: Passage, text: string): readonly Found[] {
  return withoutOverlaps([
    ...labelledValues(text),
    ...valuesUnder(text, headings),
    ...(isFigureByHeading(text, headings) ? [] : patternsIn(text)),
    ...userFolders(text),
  ])
}

/** A bare number beside or below the name of an amount or of a code is that amount or code. */
const figureHeading =
  /金额|预算|决算|支出|收入|资金|执行数|完成值|指标值|合计|总额|小计|结余|结转|资产|负债|成本|价值|[（(](?:万|亿)?元[)）]|编码|代码|编号|文号|批号|序号|邮编|邮政/

function isFigureByHeading(text: string, headings: readonly string[]): boolean {
  return /^[\s\d]+$/.test(text) && headings.some((heading) => figureHeading.test(heading))
}

const removedAlready = foldSigns(removedMark).text

/** What an earlier redaction left in place of a value is no value. */
function isRemovedAlready(text: string): boolean {
  return (
    text.includes(removedAlready.slice(1, -1)) && !/[\p{L}\d]/u.test(text.replaceAll(/[(]?已隐去[)]?/g, ''))
  )
}

function wholeText({ text }: Folded): readonly Found[] {
  const from = text.search(/\S/)
  return from < 0 ? [] : [{ from, to: text.trimEnd().length, rule: 'author' }]
}

/** The name of a user's folder in links, templates and stored paths. */
function userFolders(text: string): readonly Found[] {
  return [
    ...text.matchAll(/(?<=(?:Users|Documents and Settings|home|用户)[\\/])[^\\/\s"'<>|]{1,40}(?=[\\/])/gi),
  ].map(({ 0: name, index }) => ({ from: index, to: index + name.length, rule: 'user-folder' }))
}

function* valuesOf(read: readonly Read[]): Iterable<Readonly<{ rule: string; text: string }>> {
  for (const { folded, found } of read)
    for (const { from, to, rule } of found) yield { rule, text: folded.text.slice(from, to) }
}

function joined(own: Known, given: Known | undefined): Known {
  if (given === undefined) return own
  return {
    names: new Set([...own.names, ...given.names]),
    numbers: new Set([...own.numbers, ...given.numbers]),
    words: new Set([...own.words, ...given.words]),
  }
}
