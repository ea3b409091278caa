/** What the YAML parser found, and the text in which it found it. */
export type BrokenYaml = Readonly<{ code: string; offset: number; source: string }>

/** One Chinese sentence for the place where a file stops being YAML, with the offset where to look. */
export type YamlExplanation = Readonly<{ offset: number; message: string }>

/** The usual slips of people who do not program, in the broken line or the one before it. */
const slips: readonly Readonly<{ pattern: RegExp; message: string }>[] = [
  { pattern: /^ *\t/, message: '行首是制表符（Tab），请改成空格：缩进只能用空格。' },
  { pattern: /^[\s-]*[A-Za-z]+\s*：/, message: '这里用了中文冒号“：”，请改成英文冒号加一个空格“: ”。' },
  { pattern: /^[\s-]*[A-Za-z]+:[^\s]/, message: '冒号后面要空一格，如“severity: error”。' },
  { pattern: /^\s*-[A-Za-z]/, message: '短横“-”后面要空一格，如“- id: …”。' },
]

/** Says in plain words what is wrong where the parser gave up. */
export function explainYaml({ code, offset, source }: BrokenYaml): YamlExplanation {
  if (code === 'DUPLICATE_KEY') return { offset, message: '同一项写了两次。' }
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1
  const before = lineStart === 0 ? 0 : source.lastIndexOf('\n', lineStart - 2) + 1
  for (const start of [lineStart, before]) {
    const line = lineAt(source, start)
    const slip = slips.find(({ pattern }) => pattern.test(line))
    if (slip !== undefined) return { offset: start + indentOf(line), message: slip.message }
  }
  const after = source.indexOf('\n', lineStart) + 1
  return (
    explainIndent(source, lineStart, before) ??
    explainIndent(source, after, lineStart) ?? { offset, message: generalMessage(code) }
  )
}

function explainIndent(source: string, start: number, above: number): YamlExplanation | undefined {
  const own = lineAt(source, start)
  const [indent, indentAbove] = [indentOf(own), textIndentOf(lineAt(source, above))]
  if (start <= above || !/^[\s-]*[A-Za-z]+:/.test(own) || indent === indentAbove) return undefined
  return {
    offset: start + indent,
    message: `缩进不对：这一行开头空了 ${indent} 格，上一行的文字前面有 ${indentAbove} 格。同一层的行要左对齐（短横“- ”也算 2 格）。`,
  }
}

function lineAt(source: string, start: number): string {
  return source.slice(start).split('\n', 1)[0] ?? ''
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** Where the words of a line begin: a dash and its space belong to the indent. */
function textIndentOf(line: string): number {
  return /^[\s-]*/.exec(line)?.[0].length ?? 0
}

function generalMessage(code: string): string {
  if (code === 'MISSING_CHAR')
    return '到这里还缺少一个符号：请看这一行和上面几行，引号、括号有没有成对，冒号、逗号有没有漏。'
  return '这里不是正确的 YAML：请看这一行和上一行的缩进、引号、括号和冒号。'
}
