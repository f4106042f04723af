// How the pages look: two voices, light and dark, narrow and wide, on paper. Logical properties only; no font files.

const colours = {
  light: {
    paper: '#f8f4ec',
    sheet: '#fffdf9',
    tint: '#efe9dd',
    line: '#d9d0bf',
    'line-strong': '#8b8272',
    ink: '#1d1a15',
    'ink-soft': '#5b5447',
    accent: '#0e5a5c',
    'on-accent': '#ffffff',
    'accent-soft': '#d8e9e6',
    found: '#fbeecb',
    'label-1': '#2a66ab',
    'label-2': '#a84a0a',
    'label-3': '#23703f',
    'label-4': '#73448f',
    'label-5': '#a03058',
    'label-6': '#7d6000',
    'label-7': '#0c6470',
    'label-8': '#47515f',
  },
  dark: {
    paper: '#151412',
    sheet: '#1d1b18',
    tint: '#28241f',
    line: '#3b362e',
    'line-strong': '#8f8675',
    ink: '#f3eee5',
    'ink-soft': '#b9af9f',
    accent: '#7fc9c4',
    'on-accent': '#0b2022',
    'accent-soft': '#1d3b3b',
    found: '#3a2e12',
    'label-1': '#8db8ea',
    'label-2': '#f0a468',
    'label-3': '#86cf9f',
    'label-4': '#c9a2e2',
    'label-5': '#f09ab9',
    'label-6': '#dcc057',
    'label-7': '#7fcbd6',
    'label-8': '#b2bcc9',
  },
} as const

function variables(theme: keyof typeof colours): string {
  return Object.entries(colours[theme])
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ')
}

const patterns = [
  'solid',
  'dashed',
  'double 0.1em',
  'dotted',
  'wavy 0.08em',
  'solid 0.26em',
  'dashed 0.22em',
  'dotted 0.22em',
]

const labels = patterns
  .map((pattern, at) => {
    const [line, thickness] = pattern.split(' ')
    const thick = thickness === undefined ? '' : ` text-decoration-thickness: ${thickness};`
    return `.label[data-colour="${at + 1}"] { text-decoration-color: var(--label-${at + 1}); text-decoration-style: ${line};${thick} }`
  })
  .join('\n')

export const style = `:root {
  color-scheme: light dark;
  --reading: 'Noto Serif', Georgia, 'Noto Naskh Arabic', 'Noto Serif Thai', 'Noto Serif CJK SC', serif;
  --voice: 'Noto Sans', system-ui, sans-serif;
  --measure: 41rem;
  --margin: 7rem;
  ${variables('light')}
}
@media (prefers-color-scheme: dark) { :root { ${variables('dark')} } }

*, *::before, *::after { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 100%/1.5 var(--voice); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block: 2rem 9rem; }
body { margin: 0; overflow-wrap: anywhere; }
h1, h2, p, ul { margin: 0; }
ul { padding: 0; list-style: none; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
.heard { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; }
.skip { position: absolute; inset-block-start: 0; inset-inline-start: 0; z-index: 2; padding: 0.75rem 1rem; background: var(--accent); color: var(--on-accent); }
.skip:not(:focus) { clip-path: inset(50%); block-size: 1px; inline-size: 1px; overflow: hidden; padding: 0; }

.framing { background: var(--tint); padding: 3rem max(1.5rem, calc(50% - var(--measure) / 2)); font-size: 0.9375rem; }
.framing h1, .framing h2 { font-family: var(--voice); line-height: 1.25; text-wrap: balance; }
.framing h1 { font-size: 1.75rem; font-weight: 600; }
.framing h2 { font-size: 1.0625rem; font-weight: 600; margin-block-end: 0.5rem; }
.kind { color: var(--ink-soft); margin-block-end: 0.5rem; }
.introduction { margin-block-start: 1rem; display: grid; gap: 0.75rem; font-size: 1rem; }
.keywords { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; margin-block-start: 1rem; }
.keywords li { border: 1px solid var(--line-strong); border-radius: 6px; padding: 0.125rem 0.5rem; font-size: 0.8125rem; }
.signed { margin-block-start: 1rem; color: var(--ink-soft); }
.signed bdi { color: var(--ink); font-weight: 600; }

.sheet { display: block; background: var(--sheet); border-block: 1px solid var(--line); padding-block: 3rem 0; }
.sheet > * { margin-inline: max(1.5rem, calc(50% - var(--measure) / 2)); }
.told { font: 400 1rem/1.3 var(--voice); color: var(--ink-soft); }
.told .name { display: block; font: 600 2.125rem/1.25 var(--reading); color: var(--ink); margin-block-start: 0.25rem; }
.how { margin-block-start: 0.75rem; font-size: 0.875rem; color: var(--ink-soft); }

.search { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; margin-block-start: 1.5rem; font-size: 0.9375rem; }
.search[hidden] { display: none; }
.search label { flex-basis: 100%; font-size: 0.8125rem; color: var(--ink-soft); }
.search input { flex: 1 1 10rem; min-inline-size: 0; min-block-size: 2.75rem; padding-inline: 0.75rem; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--line-strong); border-radius: 6px; }
.search button { min-block-size: 2.75rem; padding-inline: 1rem; font: inherit; color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: 6px; cursor: pointer; }
.search p { flex-basis: 100%; min-block-size: 1.5em; font-size: 0.8125rem; color: var(--ink-soft); }
mark { background: var(--found); color: inherit; border-block-end: 2px solid currentColor; }

.passages { padding-block: 1.5rem 3rem; }
.passage { position: relative; padding-block: 0.5rem; }
.where { display: flex; gap: 0.5rem; align-items: center; font-size: 0.8125rem; line-height: 1.5rem; }
.where a { display: inline-block; min-inline-size: 1.5rem; min-block-size: 1.5rem; color: var(--ink-soft); text-decoration: none; font-variant-numeric: tabular-nums; }
.where .time { color: var(--accent); }
.where .time::before { content: ''; display: inline-block; margin-inline-end: 0.3em; border-block: 0.32em solid transparent; border-inline-start: 0.5em solid currentColor; }
.where a:hover { text-decoration: underline; }
.words { white-space: pre-line; text-align: start; }
.narrator .words { font: 1.15625rem/1.66 var(--reading); }
.words:lang(ar), .words:lang(fa), .words:lang(ur), .words:lang(ps) { line-height: 1.9; }
.interviewer .words, .other .words { background: var(--tint); border-radius: 6px; padding: 0.625rem 0.875rem; font: 0.9375rem/1.5 var(--voice); color: var(--ink); }
.interviewer .speaker, .other .speaker { color: var(--ink-soft); font-weight: 600; }
.passage.sounding .said, .passage:target .said { background: var(--accent-soft); border-radius: 6px; box-shadow: 0 0 0 0.5rem var(--accent-soft); }
.gap { display: inline-block; padding-inline: 0.35em; margin-inline: 0.05em; border: 1px solid var(--line-strong); border-radius: 4px; background: repeating-linear-gradient(135deg, var(--tint) 0 4px, var(--sheet) 4px 8px); font: 0.8125rem/1.5 var(--voice); color: var(--ink); white-space: nowrap; vertical-align: 0.08em; }
.instead { border: 2px dotted var(--line-strong); border-radius: 4px; padding-inline: 0.2em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.caption { margin-block-start: 0.5rem; background: var(--tint); border-radius: 6px; padding: 0.5rem 0.875rem; font: 0.875rem/1.5 var(--voice); white-space: pre-line; }
.by { color: var(--ink-soft); }
.by bdi { font-weight: 600; }
.between { margin-block: 1.5rem; color: var(--ink-soft); font-size: 0.875rem; display: flex; align-items: center; gap: 0.75rem; text-align: center; }
.between::before, .between::after { content: ''; flex: 1; border-block-start: 1px dashed var(--line-strong); }

.labels { display: grid; gap: 0.375rem; margin-block-start: 0.5rem; font-size: 0.8125rem; }
.labels li { color: var(--ink-soft); }
.turned .labels { justify-items: end; }
.label { color: var(--ink); font-weight: 600; text-decoration-line: underline; text-decoration-thickness: 0.13em; text-underline-offset: 0.25em; margin-inline-end: 0.25em; }
${labels}
.meaning { color: var(--ink); }
.says::before { content: '· '; }

.sheet > .player { position: sticky; inset-block-end: 0; z-index: 1; margin-inline: 0; padding: 0.5rem 1.5rem 0.75rem; background: var(--paper); border-block-start: 1px solid var(--line); }
.player p, .player audio { display: block; inline-size: 100%; max-inline-size: var(--measure); margin-inline: auto; }
.player p { font-size: 0.8125rem; color: var(--ink-soft); margin-block-end: 0.25rem; }
.player audio { block-size: 2.75rem; }
.own-sound { display: block; inline-size: 100%; max-inline-size: 24rem; block-size: 2.75rem; margin-block-start: 0.5rem; }

.end { display: grid; gap: 2.5rem; }
.end p + p { margin-block-start: 0.5rem; }
.removal { background: var(--sheet); border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); border-radius: 6px; padding: 1.25rem 1.5rem; }
.removal h2 { font-size: 1.25rem; }
.reference span { color: var(--ink-soft); }
.reference code { font: 600 1.0625rem/1.5 ui-monospace, 'Noto Sans Mono', monospace; user-select: all; }
.terms { display: grid; gap: 0.375rem; padding-inline-start: 1.125rem; list-style: disc; }
.files ul { display: grid; gap: 0.25rem; }
.files a { display: inline-block; min-block-size: 1.5rem; }

.about { margin-block-start: 1.5rem; display: grid; gap: 1rem; }
.about h2 { margin: 0; }
.about .kind { margin: 0; font-size: 0.8125rem; }
.about .written { white-space: pre-line; }
.about .signed { margin: 0; font-size: 0.8125rem; }

.mirror p, .mirror .gone { margin-block-end: 0.75rem; }
.mirror table { inline-size: 100%; border-collapse: collapse; font-size: 0.875rem; }
.mirror th, .mirror td { text-align: start; vertical-align: baseline; padding: 0.375rem 0.75rem 0.375rem 0; padding-inline: 0 0.75rem; font-weight: 400; }
.mirror thead th { color: var(--ink-soft); font-size: 0.8125rem; }
.mirror td { white-space: nowrap; font-variant-numeric: tabular-nums; }
.mirror tbody th[scope='row'] { inline-size: 55%; }
.mirror .group { font-weight: 600; padding-block-start: 1rem; }
.bar { display: block; inline-size: 100%; block-size: 0.75rem; margin-block-start: 0.25rem; }
.bar .all { fill: none; stroke: var(--line-strong); stroke-width: 2; vector-effect: non-scaling-stroke; }
.bar .here { fill: var(--accent); }
[dir='rtl'] .bar { transform: scaleX(-1); }

@media (min-width: 56rem) {
  .where { position: absolute; inset-inline-end: 100%; inset-block-start: 0.75rem; inline-size: var(--margin); padding-inline-end: 1.25rem; flex-direction: row-reverse; justify-content: flex-start; gap: 0.25rem; text-align: end; }
  .where a { white-space: nowrap; }
}
@media (max-width: 30rem) {
  .framing, .sheet { padding-block-start: 2rem; }
  .framing { padding-inline: 1rem; }
  .sheet > * { margin-inline: 1rem; }
  .framing h1 { font-size: 1.5rem; }
  .told .name { font-size: 1.75rem; }
  .sheet > .player { padding-inline: 1rem; }
  .removal { padding: 1rem; }
  .mirror td { white-space: normal; }
  .mirror th, .mirror td { padding-inline-end: 0.375rem; }
  .mirror thead th { font-size: 0.75rem; overflow-wrap: normal; }
  .mirror tbody th[scope='row'] { inline-size: auto; }
}
@media (prefers-contrast: more) { :root { --ink-soft: var(--ink); --line: var(--line-strong); } }
@media (forced-colors: active) {
  .gap, .instead { border-color: CanvasText; }
  .label { text-decoration-color: CanvasText !important; }
  .bar .here { fill: CanvasText; }
  .bar .all { stroke: CanvasText; }
  .caption { border: 1px solid CanvasText; }
  .interviewer .words, .other .words { border: 1px solid CanvasText; }
  mark { background: Highlight; color: HighlightText; }
}
@media print {
  :root { color-scheme: light; ${variables('light')} --paper: #ffffff; --sheet: #ffffff; }
  @page { margin: 20mm 18mm; }
  html { font-size: 10.5pt; }
  .framing, .sheet { padding-inline: 0; border: none; }
  .sheet > * { margin-inline: 0; }
  .framing { padding-block: 0 1.5rem; }
  header.framing { background: none; border-block-end: 1px solid var(--line-strong); }
  .sheet { padding-block-start: 1.5rem; }
  .end { background: none; border-block-start: 1px solid var(--line-strong); padding-block: 1.5rem 0; }
  .skip, .search, .sheet > .player, .own-sound, .files, .where .time { display: none; }
  .where { position: static; inline-size: auto; flex-direction: row; padding: 0; }
  .passage { break-inside: avoid; }
  .gap, .interviewer .words, .other .words, .caption, .bar { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .interviewer .words, .other .words { border: 1px solid var(--line); }
  .removal { break-inside: avoid; }
}
`
