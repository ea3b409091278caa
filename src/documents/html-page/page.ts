import { createHash } from 'node:crypto'
import { escapeHtml } from './escape-html.js'

/**
 * The beginning of a page that opens anywhere and can be sent on: everything inside, no script, nothing loaded from
 * outside. The policy allows exactly the style that is printed here.
 */
export function beginPage(title: string, style: string): string {
  const hash = createHash('sha256').update(style).digest('base64')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
`
}

/** The end of a page begun by {@link beginPage}. */
export const endOfPage = '</main>\n</body>\n</html>\n'
