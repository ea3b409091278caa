import { readInWorker } from '../../documents/read-in-worker.js'
import { parseArguments } from '../arguments.js'
import type { Command } from '../command.js'
import { readBytes } from '../read-bytes.js'
import { writeOut } from '../write-out.js'

const usage = 'hengxiao read 文件 [--as document|filing] [--format json] [--pack 模板包或文件夹]'

/** Prints what was read from a file: its paragraphs and tables, or the filing recognised in them. */
export const read: Command = { usage, run: runRead }

async function runRead(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArguments(args, {
    usage,
    takes: '文件',
    many: false,
    options: {
      as: { type: 'choice', choices: ['document', 'filing'] },
      format: { type: 'choice', choices: ['json'] },
      pack: { type: 'text' },
    },
  })
  const [file = ''] = positionals
  const { document } = await readInWorker(await readBytes(file))
  if ((values.get('as') ?? 'document') === 'document') {
    const { documentAsJson } = await import('../output/document-json.js')
    await writeOut(documentAsJson(document))
    return 0
  }
  const [{ recognise }, { loadPacksInUse }, { filingAsJson }, { tellMisfit }] = await Promise.all([
    import('../../core/recognise/recognise.js'),
    import('../chosen-packs.js'),
    import('../output/filing-json.js'),
    import('../tell-misfit.js'),
  ])
  const packs = await loadPacksInUse(values.get('pack'))
  const filing = recognise(document, packs)
  if (values.has('pack')) tellMisfit(file, filing, packs)
  await writeOut(filingAsJson(filing))
  return 0
}
