"""How the pages look: light or dark as the reader's system is, on paper, and on a telephone."""

from leadin.charts.curves import DASHES, EXPECTED, YOURS

_YOURS_WIDTH = 1.6
_CURVES = f"""
:root {{ --expected: {EXPECTED["light"]}; --yours: {YOURS["light"]}; }}
@media (prefers-color-scheme: dark) {{
  :root {{ --expected: {EXPECTED["dark"]}; --yours: {YOURS["dark"]}; }}
}}
@media print {{ :root {{ --expected: {EXPECTED["light"]}; --yours: {YOURS["light"]}; }} }}
.curves .yours {{
  stroke: var(--yours); stroke-width: {_YOURS_WIDTH};
  stroke-dasharray: {" ".join(f"{_YOURS_WIDTH * each:.2g}" for each in DASHES)};
}}
"""

STYLE = (
    """
:root {
  color-scheme: light dark;
  --paper: #ffffff; --card: #f6f7f9; --ink: #1b1e22; --faint: #59616d; --line: #d9dde3;
  --pass: #1a7f43; --wrong: #b3261e; --missing: #7a8290; --look: #8a5a00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181c; --card: #1f2227; --ink: #e7e9ec; --faint: #a5adb8; --line: #363b43;
      --pass: #5fcf8a; --wrong: #ff8a80; --missing: #8b93a0; --look: #f0bf57;
  }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --card: #ffffff; --ink: #000000; --faint: #444444; --line: #bbbbbb;
      --pass: #1a7f43; --wrong: #b3261e; --missing: #666666; --look: #8a5a00;
  }
  section, figure, tr { break-inside: avoid; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 62rem;
  font: 1rem/1.5 system-ui, sans-serif; background: var(--paper); color: var(--ink);
  overflow-wrap: anywhere;
  print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .5rem; }
p { margin: .5rem 0; }
a { color: inherit; text-underline-offset: .15em; }
bdi { unicode-bidi: isolate; }
pre, .text { min-width: 0; }
pre {
  margin: .5rem 0; padding: .5rem .75rem; background: var(--paper); border: 1px solid var(--line);
  border-radius: .25rem; font: .85rem/1.5 ui-monospace, monospace; white-space: pre-wrap;
}
footer { margin-top: 2rem; color: var(--faint); font-size: .875rem; }
.score { margin: 0; font-size: 1.25rem; }
.score strong { font-size: 2rem; }
.bar { display: block; width: 100%; height: .6rem; background: var(--line); border-radius: .3rem; }
.bar rect { fill: var(--tone); }
nav ul { display: flex; flex-wrap: wrap; gap: .4rem; margin: 1rem 0; padding: 0; list-style: none; }
nav li { border: 1px solid var(--line); border-radius: 1rem; font-size: .875rem; }
nav a { display: block; padding: .15rem .7rem; text-decoration: none; }
.pass { --tone: var(--pass); }
.wrong { --tone: var(--wrong); }
.missing { --tone: var(--missing); }
.look { --tone: var(--look); }
.sign, .verdict { color: var(--tone); }
section {
  display: grid; gap: 0 1.5rem;
  grid-template: auto 1fr / minmax(0, 1fr) minmax(0, 24rem);
  margin: 1rem 0; padding: .75rem 1rem; background: var(--card);
  border: 1px solid var(--line); border-left: .3rem solid var(--tone); border-radius: .3rem;
}
section h2 { margin: 0; }
section h2 .verdict { white-space: nowrap; font-weight: 600; }
section:not(:has(figure)) { display: block; }
.place { margin: 0; color: var(--faint); font-size: .875rem; }
dl { margin: .75rem 0 0; }
dt { font-size: .8rem; font-weight: 600; color: var(--faint); }
dd { margin: 0 0 .4rem; }
figure { grid-area: 1 / 2 / 3 / 3; margin: .25rem 0 0; min-width: 0; }
figcaption { font-size: .8rem; color: var(--faint); }
.key { white-space: nowrap; }
.key::before {
  content: ""; display: inline-block; width: 1.2em; margin-right: .3em; vertical-align: .25em;
  border-top: .15em dashed var(--yours);
}
.key.expected::before { border-top: .35em solid var(--expected); }
.key.ring::before {
  width: .75em; height: .75em; border: 1px solid var(--ink); border-radius: 50%;
  vertical-align: -.1em;
}
.curves { display: block; width: 100%; height: auto; }
.curves path { fill: none; stroke-linecap: round; stroke-linejoin: round; }
.chart-grid { stroke: var(--line); stroke-width: .6; }
.curves .expected { stroke: var(--expected); stroke-width: 4.5; }
.curves .mark { fill: none; stroke: var(--ink); stroke-width: 1; }
.curves .floor { fill: var(--faint); opacity: .16; }
.curves text, .chart text { fill: var(--faint); font: 10.5px system-ui, sans-serif; }
.chart { display: block; width: 100%; max-width: 30rem; height: auto; }
.chart rect { fill: var(--expected); }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: 0; }
.facts div { display: flex; flex-direction: column-reverse; }
.facts dd { margin: 0; font-size: 1.5rem; font-weight: 600; line-height: 1.2; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { padding: .35rem .6rem; text-align: left; vertical-align: top; }
th, .number { overflow-wrap: normal; }
tr { border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
thead th { color: var(--faint); font-size: .8rem; vertical-align: bottom; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.name { white-space: nowrap; }
tr.lesson th { padding-top: 1rem; color: var(--faint); }
.measure { min-width: 7rem; }
.measure .bar { margin: .4rem 0 .2rem; }
small { display: block; color: var(--faint); }
summary { cursor: pointer; }
.note { margin-top: 1rem; color: var(--faint); font-size: .875rem; }
.warning { margin-top: 1rem; padding-left: .75rem; border-left: .3rem solid var(--look); }
@media (max-width: 44rem) {
  body { padding: 1rem .75rem 2rem; }
  section { display: block; padding: .6rem .75rem; }
  th, td { padding: .3rem .4rem; }
}
"""
    + _CURVES
)
