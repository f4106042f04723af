// One testimony's rows as what is compared when decisions come back.
import { orderOf } from '../../../../shared/domain/writing/writing.ts'
import type { SoundOfPassage } from '../../../../shared/domain/take-home/sealed-sound.ts'
import type { HerNames, HerState, SealedBox, SealedSaid } from '../../../../shared/domain/take-home/state.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { listSuggestions, readSections, readWordsAbout } from '../../store/beside.ts'
import { readLineage } from '../../store/lineage.ts'
import { readLooks } from '../../store/looks.ts'
import { readMarks } from '../../store/marks.ts'
import { readNarrator } from '../../store/narrators.ts'
import { sealedAnswersOf } from '../../store/sealed-answers.ts'
import { readStory } from '../../store/stories.ts'
import { answersOf } from './hers.ts'

function sealsOf(archive: ReadableArchive, testimony: string): SealedBox[] {
  return archive
    .all<Omit<SealedBox, 'box'> & { box: Buffer }>(
      'SELECT id, passage, key, box, at FROM seals WHERE testimony = ? ORDER BY id',
      [testimony],
    )
    .map(({ box, ...seal }) => ({ ...seal, box: box.toString('base64') }))
}

function sealedSoundOf(archive: ReadableArchive, testimony: string): SoundOfPassage[] {
  return archive.all<SoundOfPassage>(
    `SELECT passage, recording, start_ms AS startMs, end_ms AS endMs FROM sealed_stretches WHERE testimony = ?
     ORDER BY passage`,
    [testimony],
  )
}

function sealedSaidOf(archive: ReadableArchive, testimony: string): SealedSaid[] {
  return sealedAnswersOf(archive, testimony).map(({ id, passage, key, box, at }) => {
    return { id, passage, key, box: box.toString('base64'), at }
  })
}

/** Throws Failure notFound. */
export function herState(archive: ReadableArchive, testimony: string): HerState {
  const story = readStory(archive, testimony)
  const { labels, redactions, ties, notTheSame } = readMarks(archive, testimony)
  const sealedSaid = sealedSaidOf(archive, testimony)
  const [seals, sealedSound] = [sealsOf(archive, testimony), sealedSoundOf(archive, testimony)]
  return {
    id: testimony,
    title: story.testimony.title,
    titleBy: story.testimony.titleBy,
    language: story.testimony.language,
    speakers: story.speakers,
    order: orderOf(story),
    passages: story.passages.map(({ turn: _turn, ...words }) => words),
    labels,
    redactions,
    ties,
    notTheSame,
    sections: readSections(archive, testimony),
    wordsAbout: readWordsAbout(archive, testimony),
    suggestions: listSuggestions(archive, testimony),
    looks: readLooks(archive, testimony),
    said: answersOf(archive, testimony).map(({ media: _media, ...said }) => said),
    ...(sealedSaid.length === 0 ? {} : { sealedSaid }),
    seals,
    ...(seals.length + sealedSound.length === 0 ? {} : { sealedSound }),
    lineage: readLineage(archive, testimony).map(({ revision: _revision, ...change }) => change),
  }
}

/** Throws Failure notFound. */
export function herNames(archive: ReadableArchive, narrator: string): HerNames {
  const { id: _id, ...names } = readNarrator(archive, narrator)
  const row = archive.get<{ colour: number }>('SELECT colour FROM narrators WHERE id = ?', [narrator])
  return { ...names, colour: row?.colour ?? 1 }
}
