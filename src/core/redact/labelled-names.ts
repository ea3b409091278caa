import type { Found } from './found.js'
import { canBeName, isFamilyName, isPersonName, withoutTitle } from './person-name.js'

type Token = Readonly<{ text: string; from: number; to: number }>

const beforeName = /^[\s_"'&(（[<:：,，、．.|-]*/
const nameRun = /^[\p{Script=Han}·•・ \t\n]+/u
const latinName = /^[A-Z][A-Za-z.'’-]+(?:[ \t][A-Z][A-Za-z.'’-]+){0,3}/
const betweenNames = /^[ \t]*[,，、/;；][ \t]*/
const mostNames = 30

/**
 * Names at the head of a text that follows a label. `strict`: nothing but the family name tells that it is one,
 * because no colon announced it.
 */
export function namesAtHead(text: string, { strict }: { strict: boolean }): readonly Found[] {
  const found: Found[] = []
  let at = beforeName.exec(text)?.[0].length ?? 0
  for (let count = 0; count < mostNames; count++) {
    const names = namesOfRun(text.slice(at), strict || count > 0)
    const last = names.at(-1)
    if (last === undefined) break
    for (const { from, to } of names) found.push({ from: from + at, to: to + at, rule: 'field-person' })
    at += last.to
    const gap = betweenNames.exec(text.slice(at))
    if (gap === null) break
    at += gap[0].length
  }
  return found
}

function namesOfRun(text: string, strict: boolean): readonly Token[] {
  const run = nameRun.exec(text)?.[0]
  if (run === undefined) return strict ? [] : latinNames(text)
  const firstLine = run.split('\n').find((line) => line.trim() !== '') ?? ''
  const start = run.indexOf(firstLine)
  return namesOfTokens(tokensOf(firstLine, start), strict)
}

function latinNames(text: string): readonly Token[] {
  const name = latinName.exec(text)?.[0]
  return name === undefined ? [] : [{ text: name, from: 0, to: name.length }]
}

function tokensOf(line: string, start: number): readonly Token[] {
  return [...line.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    from: start + match.index,
    to: start + match.index + match[0].length,
  }))
}

/** 王 小 明, 王 小明 and 欧阳 明 are one name; 王小明 李红 are two; 王小明 副主任 is one. */
function namesOfTokens(tokens: readonly Token[], strict: boolean): readonly Token[] {
  const names: Token[] = []
  let at = 0
  while (at < tokens.length) {
    const name = nameAt(tokens, at, strict || names.length > 0)
    if (name === undefined) break
    names.push(name.token)
    at = name.next
  }
  return names
}

function nameAt(tokens: readonly Token[], at: number, strict: boolean) {
  const first = tokens[at]
  if (first === undefined) return undefined
  const accepts = strict ? isPersonName : canBeName
  for (let count = first.text.length > 2 ? 1 : 4; count >= 1; count--) {
    const parts = tokens.slice(at, at + count)
    if (parts.length < count || !isSpacedName(parts)) continue
    const joined = parts.map(({ text }) => text).join('')
    const name = withoutTitle(joined)
    const last = parts.at(-1) ?? first
    const to = last.to - (count === 1 ? joined.length - name.length : 0)
    if (accepts(name) || (name !== joined && isFamilyName(name)) || (!strict && isFamilyName(name)))
      return { token: { text: name, from: first.from, to }, next: at + count }
  }
  return undefined
}

/** One token, or short ones that only spaces parted: a family name first, or single signs throughout. */
function isSpacedName(parts: readonly Token[]): boolean {
  if (parts.length === 1) return true
  const [first] = parts
  const lengths = parts.map(({ text }) => text.length)
  const signs = lengths.reduce((sum, length) => sum + length, 0)
  if (signs > 4 || first === undefined) return false
  return isFamilyName(first.text) || lengths.every((length) => length === 1) || lengths.at(-1) === 1
}
