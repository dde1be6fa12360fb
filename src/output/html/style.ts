import { ENTITY_TYPES } from '../../options.js'

/** The page's only style sheet. Types differ by underline as well as by colour, for readers who see colours differently. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1c1f24;--faint:#5c6470;--line:#d9dde3;--card:#f6f7f9;--link:#0b57d0;
--region:#dbe9ff;--region-line:#2563c9;--agency:#ece0fb;--agency-line:#7a3fc0;--industry:#d9f2e0;--industry-line:#1d7a43;--money:#ffe9c7;--money-line:#b25d00}
@media (prefers-color-scheme:dark){:root{--paper:#15181c;--ink:#e4e7eb;--faint:#9aa3af;--line:#343a42;--card:#1d2126;--link:#8ab4f8;
--region:#1b3358;--region-line:#7fb0ff;--agency:#382553;--agency-line:#c39bf5;--industry:#173d26;--industry-line:#7ed29b;--money:#4a3311;--money-line:#f2b463}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem 1rem 4rem;background:var(--paper);color:var(--ink);
font:1rem/1.75 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.4rem;line-height:1.35;margin:.5rem 0}h2{font-size:1.15rem;margin:2rem 0 .5rem}h3{font-size:1.05rem;line-height:1.5;margin:0}
a{color:var(--link)}
.facts,.source,.none{color:var(--faint);font-size:.875rem;margin:.15rem 0}
.bar{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.4rem .9rem;align-items:center;padding:.5rem 0;background:var(--paper);border-bottom:1px solid var(--line);font-size:.875rem}
.bar label{display:inline-flex;align-items:center;gap:.3rem;white-space:nowrap}
.bar select{font:inherit;max-width:11rem;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:.3rem;padding:.15rem .3rem}
.bar input{width:1.05rem;height:1.05rem;margin:0}
.picks{display:contents}[hidden]{display:none!important}
mark{color:inherit;border-radius:.15rem;padding:0 .08em;scroll-margin-top:6rem}
mark.region{background:var(--region);border-bottom:2px solid var(--region-line)}
mark.agency{background:var(--agency);border-bottom:3px double var(--agency-line)}
mark.industry{background:var(--industry);border-bottom:2px dotted var(--industry-line)}
mark.money{background:var(--money);border-bottom:2px dashed var(--money-line)}
mark.percent,mark.ratio,mark.quantity{background:none;border-bottom:2px solid var(--money-line)}
mark.date,mark.period{background:none;border-bottom:2px dotted var(--faint)}
mark.document{background:none;border-bottom:1px solid var(--faint)}
mark:target{outline:3px solid var(--link);outline-offset:1px}
${ENTITY_TYPES.map(type => `body:has(#show-${type}:not(:checked)) main mark.${type}`).join(',')}{background:none;border-bottom:0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.5}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line)}
th{color:var(--faint);font-weight:600;white-space:nowrap}
th button{all:unset;cursor:pointer}th button:focus-visible{outline:2px solid var(--link)}th button::after{content:" ↕";opacity:.5}
th[aria-sort=ascending] button::after{content:" ↑";opacity:1}th[aria-sort=descending] button::after{content:" ↓";opacity:1}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.brief{white-space:nowrap}
article{margin:1.5rem 0;padding-top:.75rem;border-top:1px solid var(--line)}
.text{white-space:pre-wrap;margin:.5rem 0}
.measure{margin:.75rem 0;padding:.6rem .8rem;background:var(--card);border:1px solid var(--line);border-radius:.5rem;scroll-margin-top:6rem}
.measure .text{margin:.35rem 0 0}
.classes{display:flex;flex-wrap:wrap;gap:.3rem;margin:0;font-size:.8125rem;line-height:1.5}
.chip{border:1px solid var(--line);border-radius:1rem;padding:0 .6rem;background:var(--paper)}.chip.domain{border-radius:.3rem}.chip.further{color:var(--faint);border-style:dashed}
summary{cursor:pointer}summary h2{display:inline-block}tbody:not(:has([data-row]:not([hidden]))){display:none}
.why{font-size:.8125rem;color:var(--faint)}.why ul{margin:.25rem 0;padding-left:1.2rem}
#note{position:fixed;left:0;right:0;bottom:0;z-index:2;padding:.6rem 1rem;background:var(--ink);color:var(--paper);font-size:.875rem}
@media (max-width:40rem){.bar{position:static}mark,.measure{scroll-margin-top:1rem}body{padding:.5rem .75rem 4rem}.measure{padding:.5rem .6rem}
table,thead,tbody,tr{display:block}th{display:inline-block;border:0;padding:0 .8em 0 0}tr{padding:.4rem 0;border-bottom:1px solid var(--line)}
td{display:inline;border:0;padding:0 .8em 0 0}.title{display:block}td:empty{display:none}.brief{white-space:normal}}
@media print{.bar{position:static}.picks,#note{display:none}}
`
