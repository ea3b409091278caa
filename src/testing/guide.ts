import { readFileSync } from 'node:fs'

/** A fenced block of a guide: the word after the fence, the line of prose before it, the text inside. */
export type GuideBlock = Readonly<{ kind: string; before: string; text: string }>

/** Every fenced block of a guide, in order. */
export function readGuide(path: string): readonly GuideBlock[] {
  const blocks: GuideBlock[] = []
  let open: { kind: string; before: string; lines: string[] } | undefined
  let before = ''
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('```')) {
      if (open === undefined) open = { kind: line.slice(3).trim(), before, lines: [] }
      else {
        blocks.push({ kind: open.kind, before: open.before, text: open.lines.join('\n') })
        open = undefined
        before = ''
      }
    } else if (open !== undefined) open.lines.push(line)
    else if (line.trim() !== '') before = line
  }
  return blocks
}

/** The file that the line before a block names: 文件 `pack.yaml`：, 改错 `pack.yaml`：. */
export function fileNamed(word: '文件' | '改错', { before }: GuideBlock): string | undefined {
  return new RegExp(`^${word} \`([^\`]+)\`：$`).exec(before)?.[1]
}

/** Applies a block of `-` and `+` lines to a text. @throws Error when a `-` line does not stand there */
export function applyChange(text: string, change: string): string {
  const linesWith = (sign: string) =>
    change
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n')
  const old = linesWith('-')
  if (!text.includes(old)) throw new Error(`not in the file: ${old}`)
  return text.replace(old, linesWith('+'))
}
