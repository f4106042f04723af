// The list of what is here as a page, as a table for spreadsheets, and for other programs. The same list, the same bytes.
import type { Catalogue, CatalogueReach } from '../../../shared/domain/given-out/catalogue.ts'
import { directionOf } from '../../../shared/domain/languages/direction.ts'
import type { CatalogueFile } from '../../../shared/formats/catalogue.ts'
import { safeName, type SafePath } from '../files/safe-path.ts'
import { catalogueWordsFor, countedInWords, type CatalogueWords } from './catalogue/catalogue-words.ts'
import { paperPage } from './receipt/page.ts'
import type { Paper } from './receipt/paper.ts'
import { tidy } from './markup.ts'

interface Row {
  readonly name: string
  readonly title: string | null
  readonly language: string
}

function rowsOf({ people }: Catalogue): Row[] {
  return people.flatMap(({ name, stories }) => stories.map((story) => ({ name, ...story })))
}

function languageName(words: CatalogueWords, tag: string): string {
  // Nobody knows which one it is.
  if (tag === 'und') return ''
  return new Intl.DisplayNames(words.language, { type: 'language' }).of(tag) ?? tag
}

/** For the window too. @param wanted BCP 47 */
export function cataloguePaper(catalogue: Catalogue, wanted: string): Paper {
  const words = catalogueWordsFor(wanted)
  const rows = rowsOf(catalogue)
  const counted = countedInWords(words, catalogue.counted)
  const said = (text: string) => ({ kind: 'words', text, language: null }) as const
  return {
    language: words.language,
    direction: directionOf(words.language),
    title: words.title,
    blocks: [
      ...(rows.length === 0
        ? [said(words.nobodyNamed)]
        : [
            said(words.lead),
            {
              kind: 'table' as const,
              caption: words.people,
              columns: words.columns,
              rows: rows.map(({ name, title, language }) => [
                { text: tidy(name), language: null },
                title === null ? { text: words.untitled, language: null } : { text: tidy(title), language },
                { text: languageName(words, language), language: null },
              ]),
            },
          ]),
      ...(counted === '' ? [] : [said(counted)]),
      said(words.ask),
    ],
  }
}

/**
 * A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it, as OWASP's page "CSV
 * Injection" advises; quotes are doubled, after RFC 4180.
 */
function cell(text: string): string {
  const one = tidy(text).replaceAll(/[\n\t]+/g, ' ')
  const plain = /^[\s\p{Cf}]*[=+\-@|%＝＋－＠]/u.test(one) ? `'${one}` : one
  return `"${plain.replaceAll('"', '""')}"`
}

function table(catalogue: Catalogue, words: CatalogueWords): string {
  const counted = countedInWords(words, catalogue.counted)
  const lines = [
    [...words.columns],
    ...rowsOf(catalogue).map(({ name, title, language }) => [
      name,
      title ?? words.untitled,
      languageName(words, language),
    ]),
    ...(counted === '' ? [] : [[counted, '', '']]),
  ]
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')
}

/** @param wanted BCP 47 */
export function catalogueFiles(
  catalogue: Catalogue,
  reach: CatalogueReach,
  wanted: string,
): { path: SafePath; bytes: Uint8Array }[] {
  const words = catalogueWordsFor(wanted)
  const file: CatalogueFile = {
    format: 'firsthand-catalogue',
    version: 1,
    for: reach,
    language: words.language,
    people: catalogue.people.map(({ name, stories }) => ({ name, stories: [...stories] })),
    counted: catalogue.counted,
  }
  const bytes = (text: string) => new TextEncoder().encode(text)
  return [
    { path: safeName('list', 'list', '.html'), bytes: bytes(paperPage(cataloguePaper(catalogue, wanted))) },
    { path: safeName('list', 'list', '.csv'), bytes: bytes(table(catalogue, words)) },
    { path: safeName('list', 'list', '.json'), bytes: bytes(`${JSON.stringify(file, null, 2)}\n`) },
  ]
}
