/**
 * What every page shares: dark text on white, one column that a phone shows whole, a sheet for printing.
 * Text has a contrast of at least 4.5 : 1 on every ground it stands on.
 */
export const pageStyle = `
:root{--ink:#1f2329;--soft:#545b66;--line:#d3d7de;--ground:#f5f6f8;--error:#b42318;--warning:#8a4b00;--info:#1f5aa6;--holds:#176a3f}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ink);font:16px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","WenQuanYi Zen Hei",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main{max-width:960px;margin:0 auto;padding:32px 40px 64px}
a{color:var(--info);text-underline-offset:3px}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--info);outline-offset:2px}
h1{font-size:17px;line-height:1.5;margin:0;color:var(--soft);font-weight:600;letter-spacing:.06em}
h2{font-size:26px;line-height:1.35;margin:6px 0 0}
h3{font-size:19px;margin:44px 0 12px;padding-bottom:6px;border-bottom:2px solid var(--ink)}
h4{font-size:16px;margin:28px 0 8px}
p{margin:0}
.soft{color:var(--soft);font-size:14px}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.6}
caption{text-align:left;color:var(--soft);font-size:13px;padding-bottom:4px}
th,td{text-align:left;padding:6px 10px;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600}
.number{text-align:right;white-space:nowrap}
.scroll{overflow-x:auto;background:linear-gradient(90deg,#fff 40%,#fff0) left,linear-gradient(270deg,#fff 40%,#fff0) right,linear-gradient(90deg,#0004,#0000) left,linear-gradient(270deg,#0004,#0000) right;background-repeat:no-repeat;background-size:32px 100%,32px 100%,10px 100%,10px 100%;background-attachment:local,local,scroll,scroll}
.grid{line-height:1.5;font-size:13px}
.grid th,.grid td{border:1px solid #9aa1ac;padding:4px 6px;text-align:center;vertical-align:middle;white-space:pre-line;overflow-wrap:break-word;min-width:3.2em}
.grid td.long{text-align:left;min-width:11em}
.grid .row{border:0;color:var(--soft);font-weight:400;font-size:12px;min-width:0;padding:4px 6px 4px 0;text-align:right;white-space:nowrap}
.grid .heads>*{background:#eef1f5;font-weight:600}
.grid .heads>.row{background:none;font-weight:400}
.grid .skipped>*{border-top:3px double #6b7280}
.grid .skipped>.row{border-top:0}
.grid td.error,.grid th.error{background:#fff0ee;box-shadow:inset 0 0 0 2px var(--error)}
.grid td.warning,.grid th.warning{background:#fff8eb;box-shadow:inset 0 0 0 2px var(--warning)}
.grid td.info,.grid th.info{background:#f2f7fe;box-shadow:inset 0 0 0 2px var(--info)}
mark{color:inherit;background:#ffe9a8;padding:1px 2px;border-radius:2px}
mark.error{background:#ffd3cc;box-shadow:inset 0 -2px 0 var(--error);font-weight:600}
mark.warning{background:#ffe3b3;box-shadow:inset 0 -2px 0 var(--warning);font-weight:600}
mark.info{background:#d8e7fb;box-shadow:inset 0 -2px 0 var(--info);font-weight:600}
mark.blank{display:inline-block;min-width:2em;min-height:1.2em;vertical-align:middle}
.verdict{font-size:20px;font-weight:600;margin:22px 0 12px}
.verdict.error{color:var(--error)}.verdict.warning{color:var(--warning)}.verdict.holds{color:var(--holds)}
.tiles{display:flex;flex-wrap:wrap;gap:10px;margin:0}
.tiles>div{flex:1 1 88px;border:1px solid var(--line);border-radius:6px;padding:8px 12px}
.tiles dt{font-size:13px;color:var(--soft)}.tiles dd{margin:0;font-size:22px;font-weight:600;line-height:1.4}
.tiles .error dd{color:var(--error)}.tiles .warning dd{color:var(--warning)}.tiles .info dd{color:var(--info)}
.severity{display:inline-block;font-size:13px;line-height:22px;padding:0 9px;border:1px solid currentColor;border-radius:4px;font-weight:600;white-space:nowrap}
.severity.error{color:#fff;background:var(--error);border-color:var(--error)}
.severity.warning{color:var(--warning);background:#fff6e6}
.severity.info{color:var(--info);background:#eef4fc}
tfoot{display:table-row-group}
details{margin:10px 0}
summary{cursor:pointer;color:var(--info);font-weight:600}
footer{margin-top:40px;padding-top:12px;border-top:1px solid var(--line);color:var(--soft);font-size:13px}
@media(max-width:640px){.grid.wide{min-width:640px}main{padding:20px 16px 40px}h2{font-size:22px}h3{margin-top:36px}}
@page{size:A4;margin:16mm 14mm}
@media print{body{font-size:10.5pt;line-height:1.6}main{max-width:none;padding:0}h3,h4,caption{break-after:avoid}tr,.whole{break-inside:avoid}.scroll{overflow:visible;background:none}table{font-size:9.5pt}.grid{font-size:8.5pt}.grid td.long{min-width:0}.grid.wide{min-width:0}.grid th,.grid td{min-width:0;padding:2px 4px}a{color:inherit}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`
