/**
 * The Typst program that sets every filing. It never changes: what differs is read from `/filing.json`, so that no
 * text of a user is ever read as markup, and the compiler need not parse a changed source.
 *
 * Lines are to end where Word and LibreOffice end them: the first break that fits (`simple`), a fifth of an em between
 * Chinese and digits, and full-width marks that keep their width. Typst squeezes marks for every region but Taiwan
 * and Hong Kong, so the body is set for Taiwan; the glyphs of our fonts are the same for both.
 */
export const template = `
#let filing = json("/filing.json")
#let serif = ("Noto Serif SC", "Noto Sans SC", "DejaVu Sans Mono")
#let sans = ("Noto Sans SC", "Noto Serif SC", "DejaVu Sans Mono")

#set document(title: filing.title, author: filing.author, date: datetime(..filing.date))
#set text(font: serif, lang: "zh", region: "cn", fallback: false, ligatures: false, cjk-latin-spacing: none, hyphenate: false, costs: (widow: 0%, orphan: 0%))
#set par(leading: 0pt, spacing: 0pt, justify: false, linebreaks: "simple")
#show heading: it => block(width: 100%, spacing: 0pt, sticky: true, it.body)

#let set-in(letters, body) = {
  set text(size: letters.size * 1pt, top-edge: letters.pitch * 0.8pt, bottom-edge: letters.pitch * -0.2pt)
  body
}
#let lines(text) = text.map(pieces => pieces.join(h(0.2em, weak: true))).join(linebreak())

#let titled(level, letters, weight: "regular", font: serif, body) = heading(
  level: level,
  text(size: letters.size * 1pt, weight: weight, font: font, body),
)
#let styles = (
  title: it => align(center, titled(1, it, weight: "bold", lines(it.text))),
  heading1: it => titled(2, it, font: sans, h(2em) + lines(it.text)),
  heading2: it => titled(3, it, h(2em) + lines(it.text)),
  heading3: it => titled(4, it, weight: "bold", h(2em) + lines(it.text)),
  body: it => par(justify: true, first-line-indent: (amount: 2em, all: true), text(region: "tw", lines(it.text))),
  closing: it => align(right, pad(right: 4em, par(lines(it.text)))),
  attachment: it => par(text(font: sans, lines(it.text))),
  note: it => par(lines(it.text)),
  formTitle: it => align(center, titled(1, it, weight: "bold", lines(it.text))),
  above: it => align(right, par(lines(it.text))),
  below: it => par(lines(it.text)),
)

#let cell-of(cell) = {
  let body = lines(cell.text)
  if "size" in cell { body = text(size: cell.size * 1pt, body) }
  if "least" in cell {
    body = grid(columns: (1fr, 0pt), align: horizon, body, block(height: cell.least * 1pt))
  }
  let position = (if cell.align == "left" { left } else { center }) + horizon
  if "height" in cell { body = block(width: 100%, height: cell.height * 1pt, align(position, body)) }
  let sides = (:)
  for side in cell.open { sides.insert(side, none) }
  table.cell(..cell.place, align: position, stroke: sides, body)
}

#let table-of(grid) = {
  set text(size: grid.size * 1pt, top-edge: grid.pitch * 0.8pt, bottom-edge: grid.pitch * -0.2pt)
  let cells = grid.cells.map(cell-of)
  let header = grid.header.map(cell-of)
  table(
    columns: grid.widths.map(width => width * 1pt),
    inset: (x: grid.beside * 1pt, y: grid.above * 1pt),
    stroke: 0.5pt,
    ..if header.len() > 0 { (table.header(..header),) },
    ..cells,
  )
}

#let render(block) = if block.kind == "text" {
  set-in(block, styles.at(block.style)(block))
  if block.after > 0 { v(block.after * 1pt) }
} else { table-of(block) }

#let page-number(letters) = context {
  let number = counter(page).get().first()
  let edge = if calc.odd(number) { right } else { left }
  set-in(letters, align(edge, pad(x: 1em, [— #number —])))
}

#for section in filing.sections {
  set page(
    width: section.width * 1pt,
    height: section.height * 1pt,
    margin: (top: section.top * 1pt, bottom: section.bottom * 1pt, left: section.left * 1pt, right: section.right * 1pt),
    footer-descent: section.number.below * 1pt,
    footer: page-number(section.number),
  )
  for block in section.blocks { render(block) }
}
`
