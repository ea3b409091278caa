import { DomainError } from '../../core/errors.js'
import { parseArguments } from '../arguments.js'
import type { Command } from '../command.js'
import { suggest } from '../suggest.js'

const usage = 'hengxiao pack check 文件夹'

/** 模板包: commands for those who write packs. */
export const pack: Command = { usage, run: runPack }

async function runPack(args: readonly string[]): Promise<number> {
  const [action = '', ...rest] = args
  if (action !== 'check') {
    throw new DomainError('COMMAND_UNKNOWN', {
      given: `pack ${action}`.trim(),
      hint: suggest(action, ['check']),
    })
  }
  const { positionals } = parseArguments(rest, { usage, takes: '模板包文件夹', many: false, options: {} })
  void positionals
  throw new DomainError('COMMAND_NOT_YET', { given: 'pack check', available: 'check、read、score' })
}
