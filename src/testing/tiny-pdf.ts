/** A PDF written by hand: one content stream a page, Helvetica as /F1, ideographs by code as /F2. */
export function tinyPdf(pages: readonly string[], trailer = ''): Uint8Array {
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    codedFont,
    ...pages.flatMap((content, at) => [pageObject(6 + at * 2), streamObject(content)]),
    streamObject(codes),
  ].map((body) => body.replace('CODES', `${5 + pages.length * 2} 0 R`))
  return assemble(objects, trailer)
}

/** Code 1 is 人, 2 the radical that some producers write for it, 3 the radical of 户, 4 ㎡. */
const codes = `/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <0000> <ffff> endcodespacerange
4 beginbfchar <0001> <4eba> <0002> <2f08> <0003> <2f3e> <0004> <33a1> endbfchar
endcmap end`

const codedFont =
  '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /ToUnicode CODES /DescendantFonts [' +
  '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo ' +
  '<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ' +
  '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 ' +
  '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>] >>'

function pageObject(content: number): string {
  const resources = '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>'
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${content} 0 R >>`
}

function streamObject(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let text = '%PDF-1.7\n'
  const offsets = objects.map((body, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = text.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(text)
}
