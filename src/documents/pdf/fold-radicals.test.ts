import { expect, it } from 'vitest'
import { foldRadicals } from './fold-radicals.js'

it.each([
  ['⼈⺠⻔⻓⼾', '人民门长户'],
  ['\uf9b4\u{2f800}', '\u9818\u4e3d'],
  ['︵一︶', '（一）'],
  ['⸺', '——'],
  ['㎡ ① Ⅱ ％（１）', '㎡ ① Ⅱ ％（１）'],
])('%s is read as %s', (printed, read) => {
  expect(foldRadicals(printed)).toBe(read)
})
