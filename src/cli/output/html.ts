import { beginPage, endOfPage } from '../../documents/html-page/page.js'
import type { FileReport } from '../report.js'
import { renderFile } from './html-file.js'
import { type OverviewRow, overviewRow, renderOverview } from './html-overview.js'
import { checkStyle } from './html-style.js'
import type { Output, OutputOptions } from './output.js'

const title = '绩效自评核对结果'

/**
 * One page that opens anywhere and can be sent on. One file is printed at once; of several the markup is kept until
 * the end, because the overview of all of them stands on top.
 */
export function createHtmlOutput({ files }: Pick<OutputOptions, 'files'>): Output {
  const rows: OverviewRow[] = []
  const kept: string[] = []
  const head = `${beginPage(title, checkStyle)}<h1>${title}</h1>\n`
  const keep = (report: FileReport, index: number): string => {
    rows.push(overviewRow(report, index))
    kept.push(renderFile(report, index))
    return ''
  }
  return {
    begin: () => head,
    file: files > 1 ? keep : renderFile,
    end: () => `${files > 1 ? renderOverview(rows) : ''}${kept.join('')}${endOfPage}`,
  }
}
