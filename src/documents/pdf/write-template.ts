/**
 * The Typst program that sets every filing. It never changes: what differs is read from `/filing.json`, so that no
 * text of a user is ever read as markup, and the compiler need not parse a changed source.
 */
export const template = `
#let filing = json("/filing.json")
#let serif = ("Noto Serif SC", "Noto Sans SC")
#let sans = ("Noto Sans SC", "Noto Serif SC")

#set document(title: filing.title, author: filing.author, date: datetime(..filing.date))
#set text(font: serif, lang: "zh", region: "cn", fallback: false, ligatures: false, cjk-latin-spacing: none, hyphenate: false)
#set par(leading: 0pt, spacing: 0pt, justify: false)
#show heading: it => it.body

#let set-in(letters, body) = {
  set text(size: letters.size * 1pt, top-edge: letters.pitch * 0.8pt, bottom-edge: letters.pitch * -0.2pt)
  body
}
#let lines(text) = text.split("\\n").join(linebreak())

#let styles = (
  title: text => align(center, heading(level: 1, std.text(weight: "bold", lines(text)))),
  heading1: text => heading(level: 2, block(h(2em) + std.text(font: sans, lines(text)))),
  heading2: text => heading(level: 3, block(h(2em) + lines(text))),
  heading3: text => heading(level: 4, block(h(2em) + lines(text))),
  body: text => par(justify: true, first-line-indent: (amount: 2em, all: true), lines(text)),
  closing: text => align(right, pad(right: 2em, lines(text))),
  attachment: text => par(std.text(font: sans, lines(text))),
  note: text => par(lines(text)),
  formTitle: text => align(center, heading(level: 1, std.text(weight: "bold", lines(text)))),
  above: text => align(right, par(lines(text))),
  below: text => par(lines(text)),
)

#let cell-of(cell) = {
  let body = par(lines(cell.text))
  if "least" in cell {
    body = grid(columns: (1fr, 0pt), align: horizon, body, block(height: cell.least * 1pt))
  }
  let sides = (:)
  for side in cell.open { sides.insert(side, none) }
  let position = if cell.align == "left" { left } else { center }
  table.cell(..cell.place, align: position + horizon, stroke: sides, body)
}

#let table-of(grid) = {
  set text(size: grid.size * 1pt, top-edge: grid.pitch * 0.8pt, bottom-edge: grid.pitch * -0.2pt)
  let cells = grid.cells.map(cell-of)
  let header = grid.header.map(cell-of)
  table(
    columns: grid.widths.map(width => width * 1pt),
    inset: (x: grid.beside * 1pt, y: grid.above * 1pt),
    stroke: 0.5pt,
    ..grid.before.map(cell-of),
    ..if header.len() > 0 { (table.header(repeat: grid.repeat, ..header),) },
    ..cells,
  )
}

#let render(block) = if block.kind == "text" {
  set-in(block, styles.at(block.style)(block.text))
} else { table-of(block) }

#for section in filing.sections {
  set page(
    width: section.width * 1pt,
    height: section.height * 1pt,
    margin: (top: section.top * 1pt, bottom: section.bottom * 1pt, left: section.left * 1pt, right: section.right * 1pt),
    footer-descent: section.number * 1pt,
    footer: align(center, text(size: filing.numberSize * 1pt, context [— #counter(page).display() —])),
  )
  for block in section.blocks { render(block) }
}
`
