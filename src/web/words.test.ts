import ts from 'typescript'
import { expect, it } from 'vitest'
import { isTest, read, sources } from '../testing/repository.js'

const files = sources().filter(
  (file) => file.startsWith('src/web/') && !isTest(file) && !file.endsWith('words.zh.ts'),
)

it('words that the pages say stand in words.zh.ts files, all of them', () => {
  expect(files.length).toBeGreaterThan(150)
  expect(files.flatMap(chineseIn)).toEqual([])
})

/** Chinese in strings, templates and elements; punctuation between words, and patterns that read texts, are none. */
function chineseIn(file: string): readonly string[] {
  const found: string[] = []
  const look = (node: ts.Node): void => {
    const isText = ts.isStringLiteral(node) || ts.isJsxText(node) || ts.isTemplateLiteralToken(node)
    if (isText && /\p{Script=Han}/u.test(node.text)) found.push(`${file}: ${node.text.trim()}`)
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2023, true, ts.ScriptKind.TSX))
  return found
}
