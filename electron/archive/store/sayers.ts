// Which narrators of the archive say a thing, found in the index of words and among labels.
import type { TellingFeature } from '../../../shared/domain/given-out/mosaic-telling.ts'
import type { Sayers } from '../../../shared/domain/given-out/mosaic.ts'
import { primaryLanguage } from '../../../shared/domain/languages/primary-language.ts'
import type { Existence } from '../../../shared/domain/story.ts'
import type { ReadableArchive } from './archive-database.ts'
import { foldQuery } from './fold.ts'
import { mostPassages } from './story-size.ts'

/** A thing that at most so many narrators say tells something, however few there are. */
const fewAtLeast = 3
/** One narrator in so many. */
const fewOf = 3

/** Whether there is a narrator whose being here is not to be given away. */
export function hasUncounted(archive: ReadableArchive): boolean {
  return archive.get("SELECT 1 FROM narrators WHERE existence = 'notCounted' LIMIT 1") !== undefined
}

/**
 * Looks each different thing up once.
 *
 * @param breathe awaited after each; what it throws ends the looking
 */
export async function lookUpSayers(
  archive: ReadableArchive,
  features: readonly TellingFeature[],
  withUncounted: boolean,
  breathe: () => Promise<void>,
): Promise<Sayers> {
  const lookUp = sayersIn(archive, withUncounted)
  const keyOf = ({ kind, words, language }: TellingFeature): string =>
    `${kind === 'label' ? 'label' : 'words'} ${kind === 'word' ? primaryLanguage(language) : ''} ${words}`
  const found = new Map<string, ReturnType<Sayers>>()
  for (const feature of features) {
    const key = keyOf(feature)
    if (found.has(key)) continue
    found.set(key, lookUp(feature))
    await breathe()
  }
  return (feature) => found.get(keyOf(feature)) ?? null
}

/**
 * @param withUncounted whether those whose being there is not to be given away are among them
 * @returns null for what more than a third of the narrators say; for a word, of those who tell in its language
 */
function sayersIn(archive: ReadableArchive, withUncounted: boolean): Sayers {
  const stories = archive
    .all<{ number: number; narrator: string; language: string; existence: Existence }>(
      'SELECT t.number, t.narrator, t.language, n.existence FROM testimonies t JOIN narrators n ON n.id = t.narrator',
    )
    .filter(({ existence }) => withUncounted || existence !== 'notCounted')
  const told = new Map(stories.map(({ number, narrator }) => [number, narrator]))
  const tellers = new Map<string, Set<string>>()
  for (const { narrator, language } of stories) {
    const base = primaryLanguage(language)
    tellers.set(base, (tellers.get(base) ?? new Set()).add(narrator))
  }
  const fewAmong = (count: number): number => Math.max(fewAtLeast, Math.floor(count / fewOf))
  const fewOfAll = fewAmong(new Set(told.values()).size)
  return ({ kind, words, language }: TellingFeature) => {
    const few = kind === 'word' ? fewAmong(tellers.get(primaryLanguage(language))?.size ?? 0) : fewOfAll
    const expression = foldQuery(`"${words.replaceAll('"', ' ')}"`, false)
    if (expression === null) return null
    const sayers = new Set<string>()
    const add = (number: number): boolean => {
      const narrator = told.get(number)
      if (narrator !== undefined) sayers.add(narrator)
      return sayers.size > few
    }
    // NOTE: the first passage of each story that says it, and not all of them: a common word stands in very many.
    for (let from = 0; ;) {
      const row = archive.get<{ rowid: number }>(
        'SELECT rowid FROM passage_words WHERE passage_words MATCH ? AND rowid >= ? ORDER BY rowid LIMIT 1',
        [expression, from],
      )
      if (row === undefined) break
      const number = Math.floor(row.rowid / mostPassages)
      if (add(number)) return null
      from = (number + 1) * mostPassages
    }
    const labelled = kind !== 'label' ? [] : labelledWith(archive, words)
    return labelled.some(add) ? null : sayers
  }
}

function labelledWith(archive: ReadableArchive, words: string): number[] {
  return archive
    .all<{ number: number }>(
      'SELECT DISTINCT t.number FROM labels l JOIN testimonies t ON t.id = l.testimony WHERE lower(l.words) = lower(?)',
      [words],
    )
    .map(({ number }) => number)
}
