// How the page looks: her words large on a light sheet, others' small on a tint. No fonts and no pictures from elsewhere.

export const style = `
:root { color-scheme: light dark; --paper: #f4f0e8; --sheet: #fffdf8; --tint: #ebe5d9; --ink: #24201a; --soft: #5c554a; --line: #cfc6b6; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #171512; --sheet: #211e1a; --tint: #2c2822; --ink: #efe9de; --soft: #b9b0a2; --line: #484136; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; }
main { max-inline-size: 42rem; margin: 2rem auto; padding: 2rem; background: var(--sheet); border: 1px solid var(--line); }
h1 { font-size: 1.75rem; line-height: 1.25; margin-block: 0 0.25rem; }
h2 { font-size: 1.25rem; margin-block: 2.5rem 0.5rem; }
.soft, .who { color: var(--soft); }
.who { margin-block: 1.5rem 0.25rem; font-size: 0.875rem; }
.words { margin-block: 0 0.75rem; white-space: pre-line; overflow-wrap: anywhere; }
.narrator { font: 1.25rem/1.7 Georgia, 'Noto Serif', serif; }
.interviewer, .other { background: var(--tint); padding: 0.5rem 0.75rem; font-size: 0.9375rem; }
.sealed { border: 1px dashed var(--line); padding: 0.5rem 0.75rem; color: var(--soft); }
footer { margin-block-start: 3rem; border-block-start: 1px solid var(--line); padding-block-start: 1rem; }
a { color: inherit; }
@media (max-width: 30rem) { main { margin: 0; padding: 1rem; border: none; } }
@media print { body, main { background: none; border: none; } }
`
