import { describe, expect, it } from 'vitest'
import { type CommandShape, parseArguments } from './arguments.js'

const shape: CommandShape = {
  usage: 'hengxiao check 文件...',
  takes: '文件',
  many: true,
  options: {
    all: { type: 'flag' },
    pack: { type: 'text' },
    format: { type: 'choice', choices: ['text', 'json', 'html'] },
  },
}

describe('arguments', () => {
  it('may stand before, between and after the files', () => {
    const { positionals, flags, values } = parseArguments(
      ['a.docx', '--format', 'json', '--all', 'b.docx'],
      shape,
    )
    expect(positionals).toEqual(['a.docx', 'b.docx'])
    expect(values.get('format')).toBe('json')
    expect(flags.has('all')).toBe(true)
  })

  it('take a value behind an equals sign', () => {
    expect(parseArguments(['--format=html', 'a'], shape).values.get('format')).toBe('html')
  })

  it('let a file begin with a dash behind --', () => {
    expect(parseArguments(['--', '-a.docx'], shape).positionals).toEqual(['-a.docx'])
  })

  it.each([
    ['an option misspelt', ['--fromat', 'json', 'a'], '不认识选项 --fromat，是不是“--format”？'],
    ['an option unlike any', ['--colour', 'a'], '不认识选项 --colour。'],
    ['an option named as an inherited property', ['--constructor', 'a'], '不认识选项 --constructor'],
    ['a value misspelt', ['--format', 'jsno', 'a'], '不能是“jsno”，是不是“json”？'],
    ['a value left out', ['a', '--format'], '选项 --format 后面缺少内容'],
    ['no file', [], '没有给出文件'],
  ])('are refused with a sentence for %s', (_situation, args, sentence) => {
    expect(() => parseArguments(args, shape)).toThrow(sentence)
  })

  it('refuse a second file where only one is taken', () => {
    expect(() => parseArguments(['a', 'b'], { ...shape, many: false })).toThrow('多出了“b”')
  })
})
