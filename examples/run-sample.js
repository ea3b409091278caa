import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = ['dist/program/main.js', 'check', 'examples/sample-report.docx']

console.log(`$ node ${args.join(' ')}\n`)
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })

// The sample holds errors on purpose: exit status 1 is what must come out of it.
if (status === 1) {
  console.log(
    '\n这份样例特意带有错误，所以退出码是 1。换成自己的文件：node dist/program/main.js check 自评报告.docx',
  )
} else process.exitCode = status === 0 ? 1 : (status ?? 2)
