import { describe, expect, it } from 'vitest'
import { checkedFile } from '../../testing/checked-file.js'
import type { FileReport } from '../report.js'
import { createHtmlOutput } from './html.js'

const unreadable: FileReport = {
  status: 'unreadable',
  file: '损坏.docx',
  sha256: undefined,
  error: { code: 'FILE_DAMAGED', message: '文件已损坏。' },
}

function render(reports: readonly FileReport[]): string {
  const output = createHtmlOutput({ files: reports.length })
  return output.begin() + reports.map(output.file).join('') + output.end()
}

describe('the page to send on', () => {
  it('escapes whatever stands in the file', () => {
    const html = render([checkedFile({ unit: '<script>alert(1)</script>', file: '"><img src=x>' })])
    expect(html).not.toMatch(/<script|<img/)
    expect(html).toContain('效果&lt;显著&gt; &amp; &quot;良好&quot;')
  })

  it('loads nothing from outside and runs no script', () => {
    const html = render([checkedFile(), unreadable])
    expect(html).not.toMatch(/https?:|\bsrc=|href="[^#]|url\(|@import|\bon\w+=|<script/)
    expect(html).toContain("default-src 'none'")
  })

  it('shows the verdict, the arithmetic and what holds', () => {
    const html = render([checkedFile()])
    for (const words of ['发现 1 处错误', '10 × 99.16% = 9.92', '已核对且相符 1 项', '合计等于各项之和']) {
      expect(html).toContain(words)
    }
  })
})
