// Uses and the words of their cards, as rows; the program's own words are version 1 of what it begins with.
import type { OwnUseWords } from '../../../shared/domain/excerpts/excerpt.ts'
import { canonicalLanguage, nearestLanguage } from '../../../shared/domain/languages/nearest-language.ts'
import { isStartingUse, isUseName, startingUseNames, useOf, type UseName } from '../../../shared/domain/consent/uses.ts'
import { cardHeadings, starterCards, type CardWords } from '../starters.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export interface KeptUse {
  readonly use: UseName
  /** Since when she is not asked about it; null while she is. */
  readonly retiredAt: string | null
}

export interface KeptCard extends CardWords {
  readonly use: UseName
  readonly language: string
  readonly version: number
  readonly checked: boolean
  /** Empty, and `at` null, for words that the program came with. */
  readonly by: string
  readonly at: string | null
}

interface UseRow {
  readonly name: string
  readonly position: number
  readonly retiredAt: string | null
}

const useRows = (archive: ReadableArchive) =>
  archive.all<UseRow>('SELECT name, position, retired_at AS retiredAt FROM uses ORDER BY position, name')

/** Every use there is, in the archive's order. One that nothing was decided of stands where the program puts it. */
export function readUses(archive: ReadableArchive): KeptUse[] {
  const kept = useRows(archive)
  const rest = startingUseNames.flatMap((name, position) =>
    kept.some((row) => row.name === name) ? [] : [{ name, position, retiredAt: null }],
  )
  return [...kept, ...rest]
    .toSorted((a, b) => a.position - b.position)
    .flatMap(({ name, retiredAt }) => (isUseName(name) ? [{ use: name, retiredAt }] : []))
}

export const isUseHere = (archive: ReadableArchive, use: UseName): boolean =>
  isStartingUse(use) || archive.get('SELECT 1 FROM uses WHERE name = ?', [use]) !== undefined

/** Puts the uses in this order; one that has no row yet gets one. */
export function orderUses(archive: WritableArchive, uses: readonly UseName[]): void {
  for (const [position, use] of uses.entries())
    archive.run(
      'INSERT INTO uses (name, position) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET position = excluded.position',
      [use, position],
    )
}

/** @param retiredAt null: she is asked about it again */
export function retireUse(archive: WritableArchive, use: UseName, retiredAt: string | null): void {
  const position = isStartingUse(use) ? startingUseNames.indexOf(use) : 0
  archive.run(
    `INSERT INTO uses (name, position, retired_at) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET retired_at = excluded.retired_at`,
    [use, position, retiredAt],
  )
}

/** After all others. */
export function insertUse(archive: WritableArchive, use: UseName): void {
  const last = Math.max(startingUseNames.length - 1, ...useRows(archive).map(({ position }) => position))
  archive.run('INSERT INTO uses (name, position) VALUES (?, ?)', [use, last + 1])
}

const columns = `use_name AS "use", language, version, title, says, who_could_see AS whoCouldSee, worst_case AS worstCase,
  by_whom AS "by", at`
const checked = (row: Omit<KeptCard, 'checked'>): KeptCard => ({ ...row, checked: true })

function starters(use: UseName): KeptCard[] {
  if (!isStartingUse(use)) return []
  return starterCards.map(({ cards, language, version, checked: isChecked }) => ({
    use,
    language,
    version,
    checked: isChecked,
    by: '',
    at: null,
    ...cards[use],
  }))
}

/** The newest card of a use in each language that it has one in; the program's languages first. */
export function newestCards(archive: ReadableArchive, use: UseName): KeptCard[] {
  const rows = archive.all<Omit<KeptCard, 'checked'>>(
    `SELECT ${columns} FROM cards c WHERE use_name = ?
     AND version = (SELECT max(version) FROM cards d WHERE d.use_name = c.use_name AND d.language = c.language)
     ORDER BY (SELECT min(at) FROM cards d WHERE d.use_name = c.use_name AND d.language = c.language), language`,
    [use],
  )
  const newest = new Map(starters(use).map((card) => [card.language, card]))
  for (const row of rows) newest.set(row.language, checked(row))
  return [...newest.values()]
}

/** The newest card of a use in the language asked for, or in the nearest; null for a use that has none. */
export function nearestCard(archive: ReadableArchive, use: UseName, language: string): KeptCard | null {
  const cards = newestCards(archive, use)
  const nearest = nearestLanguage(
    language,
    cards.map((card) => card.language),
  )
  return cards.find((card) => card.language === nearest) ?? null
}

/** The words of a card as they were in one version; null where there is no such version. */
export function readCard(archive: ReadableArchive, use: UseName, tag: string, version: number): KeptCard | null {
  const language = canonicalLanguage(tag)
  const row = archive.get<Omit<KeptCard, 'checked'>>(
    `SELECT ${columns} FROM cards WHERE use_name = ? AND language = ? AND version = ?`,
    [use, language, version],
  )
  if (row !== undefined) return checked(row)
  return starters(use).find((card) => card.language === language && card.version === version) ?? null
}

/** Gives the number of the version that it is. */
export function insertCard(
  archive: WritableArchive,
  { use, language: tag, by, at, ...words }: Omit<KeptCard, 'version' | 'checked' | 'at'> & { readonly at: string },
): { use: UseName; language: string; version: number } {
  const language = canonicalLanguage(tag)
  const last = archive.get<{ version: number | null }>(
    'SELECT max(version) AS version FROM cards WHERE use_name = ? AND language = ?',
    [use, language],
  )
  const version = 1 + (last?.version ?? (isStartingUse(use) ? 1 : 0))
  archive.run(
    `INSERT INTO cards (use_name, language, version, title, says, who_could_see, worst_case, by_whom, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [use, language, version, words.title, words.says, words.whoCouldSee, words.worstCase, by, at],
  )
  return { use, language, version }
}

/** What a use of the archive's own is called, in this language or the nearest; undefined for any other. */
export function ownUseWords(archive: ReadableArchive, use: UseName, language: string): OwnUseWords | undefined {
  const card = isStartingUse(use) ? null : nearestCard(archive, use, language)
  return card === null ? undefined : { name: card.title }
}

/** A card as the window gets it, with whom its use reaches. */
export const shownCard = (card: KeptCard) => ({
  ...card,
  ...useOf(card.use),
  headings: cardHeadings(card.language),
})
