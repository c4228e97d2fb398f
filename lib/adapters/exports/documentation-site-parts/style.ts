/** How the pages look: light and dark as the reader's system is, on a telephone and on paper. */
export const style = `:root {
  color-scheme: light dark;
  --bg: #ffffff; --raised: #f6f7f9; --line: #dcdfe4; --text: #1b1f27; --muted: #565d6b; --accent: #1f5fbf;
  --mark: #ffe9a8; --red: #b3261e; --amber: #8a5300; --green: #1d6b3a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #14171c; --raised: #1d2128; --line: #343a45; --text: #e8eaee; --muted: #a5adba; --accent: #8ab6ff;
    --mark: #5c4a12; --red: #ff9a91; --amber: #f1bd6a; --green: #86d6a2;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--bg); color: var(--text); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: break-word; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
a:focus-visible, input:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--bg); padding: .5rem; z-index: 3; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); margin: 0; }
.banner { margin: 0; max-width: none; padding: .5rem 1.5rem; background: var(--raised); border-bottom: 1px solid var(--line); color: var(--muted); font-size: .875rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; padding: .75rem 1.5rem; border-bottom: 1px solid var(--line); }
header .home { font-weight: 650; color: var(--text); text-decoration: none; max-width: 20rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; font-size: .9375rem; }
nav a { text-decoration: none; padding: .25rem 0; }
nav a:hover { text-decoration: underline; }
.search { position: relative; flex: 1 1 16rem; max-width: 30rem; order: 2; margin-left: auto; }
.search input { width: 100%; min-height: 2.25rem; font: inherit; padding: .25rem .75rem; color: inherit; background: var(--bg); border: 1px solid var(--line); border-radius: .5rem; }
#found { position: absolute; z-index: 2; right: 0; left: 0; margin-top: .25rem; max-height: 70vh; overflow: auto; background: var(--bg); border: 1px solid var(--line); border-radius: .5rem; box-shadow: 0 8px 24px rgb(0 0 0 / .18); }
#found .hit { display: block; padding: .5rem .75rem; color: inherit; text-decoration: none; }
#found .hit[aria-selected="true"], #found .hit:hover { background: var(--raised); }
#found .says { display: block; color: var(--muted); font-size: .875rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
#found .chip { margin-left: .5rem; }
#found .none { margin: 0; padding: .75rem; color: var(--muted); }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; min-height: 60vh; }
footer { max-width: 72rem; margin: 0 auto; padding: 1rem 1.5rem 2rem; color: var(--muted); font-size: .875rem; }
h1 { font-size: 1.625rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .5rem 0; max-width: 46rem; }
ul, ol { margin: .5rem 0; padding-left: 1.25rem; }
.anchor { color: inherit; text-decoration: none; }
.kind { margin: 0; color: var(--muted); font-size: .875rem; }
.under { color: var(--muted); margin-top: 0; }
.quiet, .here, small { color: var(--muted); }
.meaning { font-size: 1.125rem; margin-top: 1rem; }
.notice { border-left: 3px solid var(--accent); padding: .25rem .75rem; background: var(--raised); }
.name, code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .94em; unicode-bidi: isolate; overflow-wrap: anywhere; }
code { background: var(--raised); padding: 0 .25em; border-radius: 3px; }
pre { background: var(--raised); padding: .75rem 1rem; border-radius: .5rem; overflow: auto; }
pre code { background: none; padding: 0; }
.term { color: inherit; text-decoration: underline dotted; }
.chip { display: inline-block; padding: 0 .5em; border: 1px solid var(--line); border-radius: 1em; font-size: .8125rem; line-height: 1.5; color: var(--muted); }
.chip.breaking, .chip.retired, .chip.missing { color: var(--red); border-color: currentcolor; }
.chip.meaning, .chip.deprecated { color: var(--amber); border-color: currentcolor; font-size: .8125rem; margin: 0; }
.chip.additive, .chip.live { color: var(--green); border-color: currentcolor; }
dl { margin: .5rem 0; }
dl > div { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: 1rem; padding: .3125rem 0; border-top: 1px solid var(--line); }
dt { color: var(--muted); }
dd { margin: 0; }
dd p:first-child { margin-top: 0; }
.glossary dt { color: var(--text); font-weight: 600; }
.glossary div:target { background: var(--raised); }
.table { overflow-x: auto; margin: .5rem 0; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th { text-align: left; font-weight: 600; color: var(--muted); font-size: .8125rem; }
th, td { padding: .4375rem .75rem .4375rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
td { min-width: 7rem; overflow-wrap: anywhere; }
td:first-child { min-width: 15rem; }
tr:target { background: var(--raised); }
td ul { margin: .125rem 0; padding-left: 1rem; font-size: .875rem; color: var(--muted); }
.counts { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .75rem; margin: 1.25rem 0; }
.counts a { display: block; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; text-decoration: none; color: inherit; }
.counts a:hover { border-color: var(--accent); }
.counts b { display: block; font-size: 1.375rem; }
.history { list-style: none; padding: 0; }
.history li > p { margin-bottom: 0; }
.release h2 span { font-weight: 400; }
.walk { padding-left: 2rem; }
.walk > li { margin: 0 0 1rem; padding-left: .25rem; }
.walk > li::marker { color: var(--muted); font-variant-numeric: tabular-nums; }
.walk > li:target { background: var(--raised); }
.walk h3, .walk h3 + .under { margin: 0; }
.marks { font-size: .9375rem; }
@media (max-width: 40rem) {
  header, main, footer, .banner { padding-left: 1rem; padding-right: 1rem; }
  .search { order: 0; flex-basis: 100%; max-width: none; margin: 0; }
  dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  td, td:first-child { min-width: 9rem; }
}
@media print {
  :root { color-scheme: light; --bg: #fff; --raised: #fff; --text: #000; --muted: #333; --accent: #000; --line: #999; --red: #000; --amber: #000; --green: #000; }
  header, .skip { display: none; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; min-height: 0; }
  .table { overflow: visible; }
  thead { display: table-header-group; }
  tr, dl > div, .history li, pre { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
  pre { white-space: pre-wrap; border: 1px solid var(--line); }
  a.outside::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
}
`;
