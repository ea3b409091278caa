import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../dist/web')
/** Bytes, gzipped: what the first page took while it still stood on a component library. */
const limit = 176 * 1024

/** Scripts that are fetched before a page shows: those of index.html and what they import, and the page's own. */
const pages = [
  { name: '我的任务 /', chunks: ['TasksPage'] },
  { name: '登录 /sign-in', chunks: ['SignInPage'] },
  { name: '填报 /filings/:id', chunks: ['FillingPage'] },
  { name: '报告 /filings/:id/report', chunks: ['ReportPage'] },
  { name: '从文件开始 /filings/:id/file/:id', chunks: ['FilePage'] },
  { name: '审核台 /desk', chunks: ['DeskPage'] },
  { name: '审核 /review/:id', chunks: ['ReviewPage'] },
]

if (!existsSync(join(folder, 'index.html'))) {
  console.error('先运行 npm run build，再量页面的大小。')
  process.exit(2)
}
const index = readFileSync(join(folder, 'index.html'), 'utf8')
const first = [...index.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, file]) => file ?? [])
const entry = first.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')

for (const { name, chunks } of pages) {
  const own = chunks.flatMap((chunk) => new RegExp(`assets/${chunk}-[\\w-]+\\.js`).exec(entry)?.[0] ?? [])
  const files = withImports([...first, ...own])
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
  console.log(`${name}\t${(bytes / 1024).toFixed(1)} KB gzip\t${files.length} 个文件`)
  if (name.endsWith(' /') && bytes > limit) {
    console.error(`第一页超过 ${limit / 1024} KB。`)
    process.exitCode = 1
  }
}

/** These files and all that they import without being asked for. */
function withImports(files: readonly string[]): readonly string[] {
  const all = new Set(files)
  for (const file of all) {
    const text = readFileSync(join(folder, file), 'utf8')
    for (const [, name] of text.matchAll(/(?:from|^import|;import)\s*["']\.\/([^"']+\.js)["']/g))
      if (name !== undefined) all.add(`assets/${name}`)
  }
  return [...all]
}
