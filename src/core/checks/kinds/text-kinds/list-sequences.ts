import { type Numbering, type NumberStyle, readNumbering } from '../../../narrative/numbering.js'

/** One numbered line of a list. */
export type Item<Line> = Readonly<{ line: Line; numbering: Numbering }>

/** What is wrong between an item and the one before it in its list. */
export type Break<Line> = Readonly<{
  kind: 'style' | 'gap' | 'repeated'
  before: Item<Line>
  item: Item<Line>
  /** The style of the list's first item, and the number that would go on. */
  style: NumberStyle
  expected: number
}>

type Sequence<Line> = { style: NumberStyle; last: Item<Line>; breaks: Break<Line>[] }

const twins: Readonly<Partial<Record<NumberStyle, NumberStyle>>> = {
  chinese: 'arabic',
  arabic: 'chinese',
  chineseBracket: 'arabicBracket',
  arabicBracket: 'chineseBracket',
}

/**
 * The lists of a run of lines, each with its breaks. Lists may lie in each other: a number that continues an
 * outer list closes the inner ones; 1 begins a new list; a number in a sister style (3、 after 二、) that would
 * continue a list is a break of that list.
 */
export function readLists<Line extends { readonly text: string }>(
  lines: readonly Line[],
): readonly (readonly Break<Line>[])[] {
  const open: Sequence<Line>[] = []
  const all: Sequence<Line>[] = []
  for (const line of lines) {
    const numbering = readNumbering(line.text)
    if (numbering !== undefined) place({ line, numbering }, open, all)
  }
  return all.map(({ breaks }) => breaks).filter((breaks) => breaks.length > 0)
}

function place<Line>(item: Item<Line>, open: Sequence<Line>[], all: Sequence<Line>[]): void {
  const { style, ordinal } = item.numbering
  const sequence = ordinal === 1 ? repeatedFirst(item, open) : findSequence(item, open)
  if (sequence === undefined) {
    const begun = { style, last: item, breaks: [] }
    open.push(begun)
    all.push(begun)
    return
  }
  open.splice(open.indexOf(sequence) + 1)
  const expected = sequence.last.numbering.ordinal + 1
  const kind = breakKind(sequence, item, expected)
  if (kind !== undefined)
    sequence.breaks.push({ kind, before: sequence.last, item, style: sequence.style, expected })
  sequence.last = item
}

function breakKind<Line>(
  sequence: Sequence<Line>,
  { numbering }: Item<Line>,
  expected: number,
): Break<Line>['kind'] | undefined {
  if (numbering.ordinal === sequence.last.numbering.ordinal) return 'repeated'
  if (numbering.ordinal !== expected) return 'gap'
  return numbering.style === sequence.style ? undefined : 'style'
}

function findSequence<Line>(item: Item<Line>, open: readonly Sequence<Line>[]): Sequence<Line> | undefined {
  const { style, ordinal } = item.numbering
  const inner = [...open].reverse()
  const continues = ({ last }: Sequence<Line>): boolean => last.numbering.ordinal === ordinal - 1
  return (
    inner.find((sequence) => sequence.style === style && continues(sequence)) ??
    inner.find((sequence) => sequence.style === twins[style] && continues(sequence) && canBeMistaken(item)) ??
    inner.find((sequence) => sequence.style === style)
  )
}

/** 3. belongs to a list of its own; only 3、 is printed like a chapter. */
function canBeMistaken<Line>({ numbering }: Item<Line>): boolean {
  return numbering.style !== 'arabic' || numbering.printed.endsWith('、')
}

/** （一） right after （一）: the same heading number twice. Arabic lists may well begin anew. */
function repeatedFirst<Line>(
  { numbering }: Item<Line>,
  open: readonly Sequence<Line>[],
): Sequence<Line> | undefined {
  const innermost = open.at(-1)
  if (
    innermost === undefined ||
    innermost.style !== numbering.style ||
    innermost.last.numbering.ordinal !== 1
  )
    return undefined
  return numbering.style === 'chineseBracket' ? innermost : undefined
}
