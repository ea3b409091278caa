import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What `npm start` does on a fresh clone: install, build, and open the demonstration; what is there already is not done again. */
const root = dirname(fileURLToPath(import.meta.url))
const program = join(root, 'dist/program/main.js')
const page = join(root, 'dist/web/index.html')
const sources = [
  'src',
  'packs',
  'laws',
  'package.json',
  'vite.config.ts',
  'tsconfig.json',
  'tsconfig.program.json',
]

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  refuse(`需要 Node.js 20.19 或更新，现在是 ${process.versions.node}。`)

if (!existsSync(join(root, 'node_modules/.package-lock.json')))
  npm('正在安装依赖（只在第一次）……', ['ci', '--no-audit', '--no-fund'])
if (builtAt() < newest(sources.map((name) => join(root, name))))
  npm('正在编译（只在源码有变化时）……', ['run', '--silent', 'build:program'])

const args = ['serve', '--demo', '--data', join(root, 'data'), ...process.argv.slice(2)]
const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})

function npm(words, args) {
  process.stdout.write(`${words}\n`)
  const { status } = spawnSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) refuse(`npm ${args.join(' ')} 没有成功，请看上面的原因，改好后再运行 npm start。`)
}

/** Both halves count: the older one decides. */
function builtAt() {
  if (!existsSync(program) || !existsSync(page)) return 0
  return Math.min(statSync(program).mtimeMs, statSync(page).mtimeMs)
}

function newest(paths) {
  return Math.max(
    0,
    ...paths.map((path) => {
      const found = statSync(path, { throwIfNoEntry: false })
      if (found === undefined) return 0
      if (!found.isDirectory()) return found.mtimeMs
      return newest(readdirSync(path).map((name) => join(path, name)))
    }),
  )
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}
