import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { attributeOf, parseXml } from './parse-xml.js'

describe('parseXml', () => {
  it.each([
    '<a><b x="1"/>text<!-- <c> --><![CDATA[<raw>]]>&amp;&#20013;&#x4e2d;</a>',
    '<?xml version="1.0"?><w:a w:val=\'q"\' b=">"><w:b\n/></w:a>\n',
    '<a ><b></b ></a>',
  ])('tells the same story as a general parser of %s', (xml) => {
    expect(ownEvents(xml)).toEqual(generalEvents(xml))
  })

  it.each([
    ['an element is not closed', '<a><b></a>'],
    ['it ends inside a tag', '<a><b x="1'],
    ['it ends inside a comment', '<a><!-- '],
    ['an entity is unknown', '<a>&nbsp;</a>'],
    ['there is no element', 'words'],
    ['a tag has no name', '<a>< </a>'],
  ])('refuses a part where %s', (_fault, xml) => {
    expect(() => ownEvents(xml)).toThrow('已损坏')
  })

  it.each(['<!DOCTYPE a [<!ENTITY b "c">]><a/>', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'])(
    'refuses %s',
    (xml) => {
      expect(() => ownEvents(xml)).toThrow(expect.objectContaining({ code: 'DTD_REFUSED' }))
    },
  )

  it('leaves out what is inside an element on request, however it nests', () => {
    const seen: string[] = []
    const xml = '<a><skip><skip>x</skip><b y="</skip>"/><!-- </skip> --></skip><c/></a>'
    parseXml(new TextEncoder().encode(xml), 'part', {
      open: (name) => {
        seen.push(name)
        return name === 'skip'
      },
      close: (name) => seen.push(`/${name}`),
      text: (text) => seen.push(text),
    })
    expect(seen).toEqual(['a', 'skip', 'c', '/c', '/a'])
  })

  it('reads UTF-16', () => {
    expect(ownEvents(Buffer.from('\ufeff<a>中</a>', 'utf16le'))).toEqual(['<a', '中', '/a'])
  })
})

describe('attributeOf', () => {
  it.each([
    [' w:val="10"', '10'],
    [" val='1&lt;2'", '1<2'],
    [' x:val = "3"', '3'],
    [' interval="4"', undefined],
    ['', undefined],
  ])('finds in %s the value %s', (attributes, value) => {
    expect(attributeOf(attributes, 'val')).toBe(value)
  })
})

function ownEvents(xml: string | Uint8Array): string[] {
  const events: string[] = []
  parseXml(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml, 'part', {
    open: (name) => {
      events.push(`<${name}`)
      return false
    },
    close: (name) => events.push(`/${name}`),
    text: (text) => events.push(text),
  })
  return joinTexts(events)
}

function generalEvents(xml: string): string[] {
  const events: string[] = []
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => events.push(`<${local(name)}`))
  parser.on('closetag', ({ name }) => events.push(`/${local(name)}`))
  parser.on('text', (text) => events.push(text))
  parser.on('cdata', (text) => events.push(text))
  parser.write(xml).close()
  return joinTexts(events.filter((event) => event.trim() !== ''))
}

/** A parser may hand over one text in several pieces. */
function joinTexts(events: readonly string[]): string[] {
  const isTag = (event: string) => /^(<[\w]+|\/\w+)$/.test(event)
  const joined: string[] = []
  for (const event of events) {
    const last = joined.at(-1)
    if (last === undefined || isTag(event) || isTag(last)) joined.push(event)
    else joined[joined.length - 1] = last + event
  }
  return joined
}
