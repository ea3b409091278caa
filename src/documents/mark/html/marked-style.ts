import { pageStyle } from '../../html-page/page-style.js'

/** The style of a document shown with notes in its margin. */
export const markedStyle = `${pageStyle}
main{max-width:1320px}
.tiles{max-width:520px;margin-bottom:12px}
.told{color:var(--soft)}
.findings ol{list-style:none;margin:8px 0;padding:0;font-size:14px}.findings li{padding:3px 0 3px 10px;border-left:4px solid var(--line);margin:0 0 4px}.findings a{color:inherit;text-decoration:none}.findings a:hover{text-decoration:underline}
.error{border-color:var(--error)!important}.warning{border-color:var(--warning)!important}.info{border-color:var(--info)!important}
.sheet{padding-right:372px}
.sheet::after{content:"";display:block;clear:both}
.block{margin:0 0 10px}
.read>p{white-space:pre-line}
.notes{float:right;clear:right;width:344px;margin:0 -372px 0 0;padding:0;list-style:none;font-size:13px;line-height:1.55}
.lost .notes{float:none;width:auto;margin:0}
.notes li{margin:0 0 10px;padding:6px 10px;border-left:4px solid var(--line);background:#fafbfc;break-inside:avoid}
.notes .title{font-weight:600}.notes .error b{color:var(--error)}.notes .warning b{color:var(--warning)}.notes .info b{color:var(--info)}
sup{font-size:11px;line-height:1;font-weight:600}
sup a{display:inline-block;min-width:17px;padding:2px 3px;margin:0 1px;text-align:center;text-decoration:none;border:1px solid currentColor;border-radius:9px;background:#fff}
sup.error a{color:var(--error)}sup.warning a{color:var(--warning)}sup.info a{color:var(--info)}
.notes li:target,sup a:target{outline:3px solid var(--info);outline-offset:2px}
@media(max-width:900px){.sheet{padding-right:0}.block{display:flex;flex-direction:column}.read{order:1;min-width:0}.notes{order:2;float:none;width:auto;margin:8px 0 0}}
@page{size:A4 landscape;margin:14mm}
@media print{.sheet{padding-right:80mm}.block{display:block}.notes{float:right;width:75mm;margin:0 -80mm 0 0;font-size:8pt}.lost .notes{float:none;width:auto;margin:0}}
`
