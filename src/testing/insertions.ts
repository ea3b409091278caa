const start = '<w:commentRangeStart w:id="\\d+"/>'
const end = '<w:commentRangeEnd w:id="\\d+"/><w:r><w:commentReference w:id="\\d+"/></w:r>'
const mark = `${start}|${end}`
const again = '<w:r(?: [^>]*)?>(?:<w:rPr>.*?</w:rPr>|<w:rPr/>)?'
/** The marks of comments, perhaps in a run or text that they cut in two. */
const insertion = new RegExp(
  `(?:</w:t></w:r>(?:${mark})+${again}<w:t xml:space="preserve">|</w:r>(?:${mark})+${again}|(?:${mark}))`,
  'y',
)

/**
 * Takes out of a marked part what comments put in, and gives what is left up to the first byte that is not the
 * original's: for a part that was otherwise left alone, the original.
 */
export function withoutInsertions(original: string, marked: string): string {
  let [at, from] = [0, 0]
  while (from < marked.length) {
    if (original[at] === marked[from]) {
      at += 1
      from += 1
      continue
    }
    const back = marked[from] === '<' ? 0 : from - marked.lastIndexOf('<', from)
    insertion.lastIndex = from - back
    const found = insertion.exec(marked)
    if (found === null) break
    at -= back
    from = insertion.lastIndex
  }
  return original.slice(0, at) + marked.slice(from)
}
