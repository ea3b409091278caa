import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fontFolder } from '../documents/font-folder.js'
import { dataFolder, loadPdfLibrary } from '../documents/pdf/pdf-library.js'

/**
 * Word files as LibreOffice prints them, in one start of the program. The fonts that a clerk's machine has are
 * replaced by those of our own PDF, so that both can be compared.
 */
export function printWithOffice(soffice: string, files: readonly Uint8Array[]): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'hengxiao-printed-'))
  try {
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'fonts.conf'), fontSettings(join(folder, 'fonts')))
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.docx`)
      writeFileSync(path, bytes)
      return path
    })
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const job = [
      '--headless',
      '--norestore',
      '--convert-to',
      'pdf',
      '--outdir',
      join(folder, 'out'),
      ...paths,
    ]
    const env = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf'), SAL_USE_VCLPLUGIN: 'svp' }
    execFileSync(soffice, [profile, ...job], { env, stdio: 'ignore', timeout: 170_000 })
    return paths.map((_, index) => readFileSync(join(folder, 'out', `${index}.pdf`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function fontSettings(cache: string): string {
  const assign = (test: string, family: string) =>
    `<match>${test}<edit name="family" mode="assign" binding="same"><string>${family}</string></edit></match>`
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fontFolder}</dir><cachedir>${cache}</cachedir>
${assign('<test name="family"><string>黑体</string></test>', 'Noto Sans SC')}
${assign('<test name="family" compare="not_eq"><string>Noto Sans SC</string></test>', 'Noto Serif SC')}
</fontconfig>
`
}

/** The words of each page, without spaces: two programs part words at different places. */
export async function pageTexts(pdf: Uint8Array): Promise<readonly string[]> {
  const library = await loadPdfLibrary()
  const task = library.getDocument({
    data: new Uint8Array(pdf),
    cMapUrl: dataFolder('cmaps'),
    standardFontDataUrl: dataFolder('standard_fonts'),
    isEvalSupported: false,
    verbosity: 0,
  })
  const document = await task.promise
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    texts.push(text.normalize('NFKC').replace(/\s/g, ''))
  }
  await task.destroy()
  return texts
}
