// @ts-check
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { printFiling } from '../dist/core/paper/print-filing.js'
import { recognise } from '../dist/core/recognise/recognise.js'
import { writeXlsx } from '../dist/documents/excel/write-xlsx.js'
import { writePdf } from '../dist/documents/pdf/write-pdf.js'
import { readDocument } from '../dist/documents/read-document.js'
import { writeDocx } from '../dist/documents/word/write-docx.js'
import { loadShipped } from '../dist/packs/load-shipped.js'

/**
 * Documents per second on one core for each output, filing to bytes, beside what a user of a bare library gets that
 * writes as many cells and paragraphs, plain and unmerged; bars .docx 25, .xlsx 40, .pdf 15. Then the memory of a
 * process that writes 100 and 1,000 filings one after the other.
 * Plain JavaScript on the built program: `npm run build && node bench/documents.js [REPORT.docx …]`.
 */
/** @type {Record<string, number>} */
const bars = { docx: 25, xlsx: 40, pdf: 15 }
const seconds = { warm: 4, round: 2 }
const rounds = 5

const [format, count, ...named] = process.argv[2] === '--memory' ? process.argv.slice(3) : ['', '']
const files = format === '' ? process.argv.slice(2) : named
const reports = files.length > 0 ? files : ['examples/sample-report.docx']
const { packs } = await loadShipped()
const filings = []
for (const name of reports) filings.push(recognise((await readDocument(readFileSync(name))).document, packs))
let turn = 0
const next = () => filings[turn++ % filings.length] ?? filings[0]

/** @type {Record<string, () => Promise<Uint8Array>>} */
const writers = {
  docx: () => writeDocx(printFiling(next(), packs)),
  xlsx: () => writeXlsx(printFiling(next(), packs), packs),
  pdf: () => writePdf(printFiling(next(), packs)),
}

if (format !== '') {
  for (let done = 0; done < Number(count); done++) await writers[format]?.()
  console.log(process.resourceUsage().maxRSS)
} else {
  const references = await loadReferences()
  for (const [name, write] of Object.entries(writers)) {
    const speed = await perSecond(write)
    const reference = await perSecond(references[name] ?? write)
    const [few, many] = [100, 1000].map((times) => memoryOf(name, times))
    console.log(
      `.${name.padEnd(5)} ${speed.toFixed(0).padStart(4)} documents/s   bare library ${reference.toFixed(0)}/s   ` +
        `ratio ${(speed / reference).toFixed(1)}   bar ${bars[name]}   ` +
        `memory after 100: ${few} MB, after 1,000: ${many} MB`,
    )
  }
}

/** Peak memory of a process of its own, in MB. @param {string} name @param {number} times */
function memoryOf(name, times) {
  const job = [fileURLToPath(import.meta.url), '--memory', name, String(times), ...files]
  return Math.round(Number(spawnSync(process.execPath, job, { encoding: 'utf8' }).stdout) / 1024)
}

/** The same words in a plain document of each library; the PDF reference is Typst with a plain table. */
async function loadReferences() {
  const [docx, exceljs, { NodeCompiler }] = await Promise.all([
    import('docx'),
    import('exceljs'),
    import('@myriaddreamin/typst-ts-node-compiler'),
  ])
  const tables = () =>
    printFiling(next(), packs).blocks.flatMap((block) => (block.kind === 'paragraph' ? [] : [block]))
  const lines = () =>
    printFiling(next(), packs).blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
    )
  const compiler = NodeCompiler.create({})
  return {
    docx: () => {
      const children = [
        ...lines().map((text) => new docx.Paragraph(text)),
        ...tables().map(
          ({ cells }) =>
            new docx.Table({
              rows: inRows(cells).map(
                (row) =>
                  new docx.TableRow({
                    children: row.map((text) => new docx.TableCell({ children: [new docx.Paragraph(text)] })),
                  }),
              ),
            }),
        ),
      ]
      return docx.Packer.toBuffer(new docx.Document({ sections: [{ children }] }))
    },
    xlsx: () => {
      const book = new exceljs.default.Workbook()
      for (const [at, { cells }] of tables().entries()) {
        const sheet = book.addWorksheet(`表${at + 1}`)
        for (const row of inRows(cells)) sheet.addRow(row)
      }
      return book.xlsx.writeBuffer()
    },
    pdf: async () => {
      const cells = tables().flatMap((table) => table.cells.map(({ text }) => JSON.stringify(text)))
      const mainFileContent = `${lines()
        .map((text) => `#${JSON.stringify(text)}`)
        .join('\n\n')}\n#table(columns: 6, ${cells.join(', ')})`
      const pdf = compiler.pdf({ mainFileContent })
      compiler.evictCache(2)
      return pdf
    },
  }
}

/** @param {readonly { row: number; text: string }[]} cells @returns {string[][]} */
function inRows(cells) {
  /** @type {string[][]} */
  const rows = []
  for (const { row, text } of cells) {
    rows[row] ??= []
    rows[row].push(text)
  }
  return rows.filter((row) => row !== undefined)
}

/** Median over several rounds, after the compiler has had time to warm up. @param {() => unknown} run */
async function perSecond(run) {
  await runFor(seconds.warm, run)
  const speeds = []
  for (let round = 0; round < rounds; round++) speeds.push(await runFor(seconds.round, run))
  return speeds.sort((left, right) => left - right)[Math.floor(rounds / 2)] ?? Number.NaN
}

/** Counts processor time of all threads: one core's worth, whatever else the machine does. @param {number} wanted seconds @param {() => unknown} run */
async function runFor(wanted, run) {
  const started = process.cpuUsage()
  const used = () => {
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1e6
  }
  let done = 0
  while (used() < wanted) {
    await run()
    done += 1
  }
  return done / used()
}
