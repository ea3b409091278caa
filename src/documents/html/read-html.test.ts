import { describe, expect, it } from 'vitest'
import { readHtml } from './read-html.js'

describe('readHtml', () => {
  it('puts cells beside and below spans', () => {
    const html = '<table><tr><th rowspan=2>指标<td colspan="2">分值<tr><td>10</td><td>9</table>'
    expect(cells(html)).toEqual(['0,0 2×1 指标', '0,1 1×2 分值', '1,1 1×1 10', '1,2 1×1 9'])
  })

  it('ends a span at the last row and lets rowspan=0 reach it', () => {
    const html = '<table><tr><td rowspan="9">甲<td rowspan="0">乙<tr><td>丙</table>'
    expect(cells(html)).toEqual(['0,0 2×1 甲', '0,1 2×1 乙', '1,2 1×1 丙'])
  })

  it('joins the lines of a cell and folds the spaces of the source', () => {
    const html = '<table><tr><td><p> 产出\n   指标&nbsp;</p><p></p>（40分）<br>必填</td></tr></table>'
    expect(cells(html)).toEqual(['0,0 1×1 产出 指标\n（40分）\n必填'])
  })

  it('puts a nested table after the table that holds it', () => {
    const html = '<table><tr><td>外<table><tr><td>里</table>面</table>'
    expect(cells(html)).toEqual(['0,0 1×1 外\n面', '0,0 1×1 里'])
  })

  it('reads paragraphs and leaves out scripts, styles, titles and page footers', () => {
    const html =
      '<title>t</title><style>p{}</style><p>一、概况</p><script>x</script><div title="footer">1</div>&#20013;<h1>标题</h1><!-- c -->'
    expect(paragraphs(html)).toEqual(['一、概况', '中', '标题'])
  })

  it('shows check boxes as they are', () => {
    expect(paragraphs('<p><input type=checkbox checked>优<input type=checkbox>良</p>')).toEqual(['☑优□良'])
  })

  it('reads another character set that the file declares', () => {
    const html = '<meta charset="big5"><p>'
    const bytes = new Uint8Array([...new TextEncoder().encode(html), 0xa4, 0xa4])
    expect(readHtml(html, bytes).blocks).toMatchObject([{ text: '中' }])
  })
})

function blocksOf(html: string) {
  return readHtml(html, new TextEncoder().encode(html)).blocks
}

function cells(html: string): string[] {
  return blocksOf(html).flatMap((block) =>
    block.kind === 'table'
      ? block.cells.map(
          (cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${cell.text}`,
        )
      : [],
  )
}

function paragraphs(html: string): string[] {
  return blocksOf(html).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}
