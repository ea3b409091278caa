import { pageStyle } from '../../documents/html-page/page-style.js'

/** The style of the page that `check --format html` makes. */
export const checkStyle = `${pageStyle}
.file{padding-top:8px}
.file+.file{margin-top:56px;border-top:6px solid var(--line);padding-top:32px}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;margin:10px 0 0;font-size:14px}
.facts dt{color:var(--soft)}.facts dd{margin:0}
.tiles .score{flex:2 1 220px}.tiles small{font-size:13px;font-weight:400;color:var(--soft);margin-right:4px}.tiles .score dd span{margin-right:20px;white-space:nowrap}
.bar{display:block;width:100%;height:8px;margin:14px 0 4px}
.bar .holds{fill:var(--holds)}.bar .rounding{fill:#7db894}.bar .violated{fill:var(--error)}.bar .cannotCheck{fill:#b5bac2}
.notice{margin:10px 0 0;padding:8px 12px;border-left:4px solid var(--warning);background:#fff8eb}
.score .differs{background:#fff0ee}.score tfoot td,.score tfoot th{border-top:2px solid var(--ink);font-weight:600}
.findings{list-style:none;margin:0;padding:0}
.finding{padding:18px 0;border-bottom:1px solid var(--line)}
.message{font-size:16px}.message .severity{margin-right:8px}.ordinal{display:inline-block;min-width:2.2em;color:var(--soft);font-weight:600}
.compared{width:auto;margin:10px 0 0}.compared th{color:var(--soft);font-weight:400;font-size:13px;padding:2px 24px 2px 0;border:0}
.compared td{border:0;padding:0 24px 2px 0;font-size:17px;font-weight:600}.error .stated{color:var(--error)}.compared .expected{color:var(--holds)}
.compared td{white-space:nowrap}.compared.words td{white-space:normal;font-size:14px}
figure{margin:12px 0 0}figcaption{font-size:13px;color:var(--soft);margin-bottom:4px}
blockquote{margin:0;padding:8px 14px;border-left:4px solid var(--line);background:#fafbfc;white-space:pre-line}
.told{display:grid;grid-template-columns:3em 1fr;gap:4px 8px;margin:12px 0 0;font-size:14px}
.told dt{color:var(--soft);white-space:nowrap}.told dd{margin:0}.told .advice{font-weight:600}.told details{margin:0}.told summary{font-weight:400}
.unverified{font-size:12px;border:1px solid var(--warning);color:var(--warning);border-radius:3px;padding:0 5px;white-space:nowrap}
.overview th{font-weight:400}.overview thead th{font-weight:600}.overview td.number b{font-size:15px}.overview .error{color:var(--error)}
@media(max-width:640px){figure .kept{position:sticky;right:0;z-index:1;background-color:#fff;outline:1px solid #9aa1ac}figure .heads>.kept{background-color:#eef1f5}figure td.error{background-color:#fff0ee}figure td.warning{background-color:#fff8eb}figure td.info{background-color:#f2f7fe}.tiles>div{flex-basis:40%}.told{grid-template-columns:1fr;gap:0}.told dd{margin-bottom:6px}.overview,table.score{font-size:13px;min-width:600px}}
@media print{.file+.file{break-before:page;border:0;margin:0;padding:0}.finding{padding:10px 0}figure,.message,.compared{break-inside:avoid}.message,.compared,figcaption{break-after:avoid}}
`
