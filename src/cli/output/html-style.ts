/** The whole style of the findings page: no script, no address outside the file, and a sheet for printing. */
export const htmlStyle = `
:root{--ink:#1f2329;--soft:#646a73;--line:#dee0e3;--paper:#fff;--ground:#f5f6f7;--error:#b42318;--warning:#a15c07;--info:#1f5aa6;--holds:#1a7f4b}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","WenQuanYi Zen Hei",sans-serif;font-variant-numeric:tabular-nums}
article{max-width:880px;margin:24px auto;padding:40px 48px;background:var(--paper);border:1px solid var(--line);border-radius:6px}
h1{font-size:24px;line-height:1.4;margin:0}
h2{font-size:18px;margin:40px 0 8px;padding-bottom:6px;border-bottom:2px solid var(--ink)}
h3{font-size:16px;margin:24px 0 8px}
.file{color:var(--soft);font-size:13px;word-break:break-all}
.verdict{font-size:20px;font-weight:600;margin:20px 0 4px}
.verdict.error{color:var(--error)}.verdict.warning{color:var(--warning)}.verdict.holds{color:var(--holds)}
.count{color:var(--soft);margin:0}
.bar{display:flex;height:8px;margin:12px 0 0;border-radius:4px;overflow:hidden;background:var(--line)}
.bar i{display:block}.bar .holds{background:var(--holds)}.bar .rounding{background:#8cc9a8}.bar .violated{background:var(--error)}.bar .cannotCheck{background:#c4c8cd}
ol{list-style:none;margin:0;padding:0}
.finding{padding:14px 0 14px 64px;border-bottom:1px solid var(--line);position:relative;break-inside:avoid}
.finding>b{position:absolute;left:0;top:17px;font-size:13px;line-height:22px;padding:0 8px;border:1px solid currentColor;border-radius:4px}
.finding.error>b{color:#fff;background:var(--error);border-color:var(--error)}.finding.warning>b{color:var(--warning)}.finding.info>b{color:var(--info)}
.finding p{margin:0}
dl{display:grid;grid-template-columns:3em 1fr;gap:2px 8px;margin:6px 0 0;font-size:14px;color:var(--soft)}
dt{white-space:nowrap}dd{margin:0;overflow-wrap:anywhere}
q{quotes:none;color:var(--ink);background:#fff4d6;padding:0 3px;border-radius:2px}
.numbers,.advice{color:var(--ink)}.advice{font-weight:600}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;padding:6px 8px;border-bottom:1px solid var(--line);vertical-align:top}
.number{text-align:right;white-space:nowrap}
details{margin:8px 0}summary{cursor:pointer;color:var(--info)}dd details{margin:0}
pre{font:13px/1.7 ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace;background:var(--ground);padding:12px 16px;white-space:pre-wrap;margin:8px 0}
footer{margin-top:32px;color:var(--soft);font-size:13px;overflow-wrap:anywhere}
@media(max-width:640px){article{margin:0;padding:20px 16px;border:0}.finding{padding-left:0}.finding>b{position:static;display:inline-block;margin-bottom:4px}}
@page{size:A4;margin:18mm 16mm}
@media print{body{background:none;font-size:11pt}article{margin:0;padding:0;border:0;max-width:none;break-after:page}h2,h3{break-after:avoid}summary{color:inherit}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`
