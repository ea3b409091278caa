import { pageStyle } from '../../html-page/page-style.js'

/** The style of a document shown with notes in its margin. */
export const markedStyle = `${pageStyle}
main{max-width:1320px}
.summary{margin:20px 0 0;padding:12px 18px;border:1px solid var(--line);border-radius:6px;white-space:pre-line}
.sheet{padding-right:372px}
.block{margin:0 0 10px}
.read>p{white-space:pre-line}
.notes{float:right;clear:right;width:344px;margin:0 -372px 0 0;padding:0;list-style:none;font-size:13px;line-height:1.55}
.notes.whole{float:none;width:auto;margin:0}
.notes li{margin:0 0 10px;padding:6px 10px;border-left:4px solid var(--line);background:#fafbfc;break-inside:avoid}
.notes .error{border-color:var(--error)}.notes .warning{border-color:var(--warning)}.notes .info{border-color:var(--info)}
.notes .title{font-weight:600}.notes .error b{color:var(--error)}.notes .warning b{color:var(--warning)}.notes .info b{color:var(--info)}
.notes .reference{background:none;padding:2px 10px}
sup{font-size:11px;line-height:1}sup a{display:inline-block;min-width:16px;padding:1px 3px;margin:0 1px;text-align:center;text-decoration:none;border:1px solid currentColor;border-radius:8px;background:#fff;font-weight:600}
li:target,sup a:target{outline:3px solid var(--info);outline-offset:2px}
.scroll{clear:none}
footer{clear:both}
@media(max-width:900px){.sheet{padding-right:0}.block{display:flex;flex-direction:column}.read{order:1;min-width:0}.notes{order:2;float:none;width:auto;margin:8px 0 0}}
@media print{main{max-width:none}.sheet{padding-right:62mm}.notes{width:58mm;margin-right:-62mm;font-size:8pt}.notes.whole{width:auto;margin:0}.block{display:block}}
`
