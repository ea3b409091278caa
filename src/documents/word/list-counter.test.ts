import { describe, expect, it } from 'vitest'
import { docxOf, paragraph, wordPart } from '../../testing/office-files.js'
import { numberText } from './number-text.js'
import { readDocx } from './read-docx.js'

describe('automatic numbers', () => {
  it('count levels and start deeper ones again', () => {
    const numbering = list(level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '（%2）', 'nothing'))
    const body = [item('概况', 0), item('职责', 1), item('人员', 1), item('资金', 0), item('来源', 1)]
    expect(texts(body, numbering)).toEqual(['一、 概况', '（1）职责', '（2）人员', '二、 资金', '（1）来源'])
  })

  it('print upper levels in decimal where the level says so', () => {
    const numbering = list(level(0, 'upperRoman', '%1') + level(1, 'decimal', '%1.%2', 'space', '<w:isLgl/>'))
    expect(texts([item('甲', 0), item('乙', 1)], numbering)).toEqual(['I 甲', '1.1 乙'])
  })

  it('go on over two lists of one kind, unless one starts anew', () => {
    const second = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    const third =
      '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    const numbering = list(level(0, 'decimal', '%1.'), second + third)
    const body = [item('甲', 0), item('乙', 0, 2), item('丙', 0, 3), item('丁', 0, 3)]
    expect(texts(body, numbering)).toEqual(['1. 甲', '2. 乙', '1. 丙', '2. 丁'])
  })

  it('come from the style when the paragraph has none of its own', () => {
    const styles = wordPart(
      'styles',
      '<w:style w:styleId="Heading"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Own"><w:basedOn w:val="Heading"/></w:style>',
    )
    const body = [paragraph('甲', '<w:pStyle w:val="Own"/>'), item('乙', 0, 0)]
    expect(texts(body, list(level(0, 'decimal', '第%1条')), styles)).toEqual(['第1条 甲', '乙'])
  })

  it('print nothing for bullets', () => {
    expect(texts([item('甲', 0)], list(level(0, 'bullet', '\uf06c')))).toEqual(['甲'])
  })
})

describe('numberText', () => {
  it.each([
    ['chineseCounting', 10, '十'],
    ['chineseCountingThousand', 21, '二十一'],
    ['japaneseCounting', 105, '一百零五'],
    ['ideographDigital', 20, '二〇'],
    ['chineseLegalSimplified', 15, '壹拾伍'],
    ['lowerLetter', 28, 'bb'],
    ['lowerRoman', 49, 'xlix'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['decimalEnclosedFullstop', 2, '⒉'],
    ['decimalZero', 7, '07'],
    ['decimalFullWidth', 12, '１２'],
    ['ideographTraditional', 3, '丙'],
    ['unheardOf', 4, '4'],
  ])('in %s prints %i as %s', (format, value, text) => {
    expect(numberText(value, format)).toBe(text)
  })
})

function level(index: number, format: string, text: string, suffix = 'tab', more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="${suffix}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
}

function list(levels: string, more = ''): string {
  const abstract = `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>`
  return wordPart('numbering', `${abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${more}`)
}

function item(text: string, atLevel: number, listId = 1): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${atLevel}"/><w:numId w:val="${listId}"/></w:numPr>`)
}

function texts(body: readonly string[], numbering: string, styles = wordPart('styles', '')): string[] {
  const file = docxOf(body.join(''), { 'word/numbering.xml': numbering, 'word/styles.xml': styles })
  return readDocx(file).blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))
}
