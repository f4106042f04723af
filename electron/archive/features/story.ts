// One story: read it, see it as a reach would, name it and its speakers rightly.
import type { Handlers } from '../../../shared/contract/define.ts'
import type { story as contract } from '../../../shared/contract/story.ts'
import { nameFor } from '../../../shared/domain/names/names.ts'
import { hiddenFrom, isWhollyHidden, piecesOf, sealedPieces } from '../../../shared/domain/marks/redaction.ts'
import { mostPeakBytes, peaksFrom } from '../../../shared/domain/sound/peaks.ts'
import { directionOf } from '../../../shared/domain/languages/direction.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import { noChange } from '../../../shared/domain/writing/writing.ts'
import type { OpenSession } from '../session.ts'
import { readMarks } from '../store/marks.ts'
import { readPeaks, recordingsWithoutPeaks, updatePeaks } from '../store/peaks.ts'
import { isHerVersion } from '../store/revisions.ts'
import { marksNow } from './marks/steps.ts'
import { keepExistenceSaid } from './existence-said.ts'
import { requireHersToShow } from './hers-to-decide.ts'
import { removeRenditions } from './sound/index.ts'
import { keepChange, writeChange } from './writing/keep.ts'
import { readNarrator, updateNarrator } from '../store/narrators.ts'
import { sealedWithOpenSound } from '../store/sealed-sound.ts'
import { readStory, updateLanguage, updateSpeaker, updateTitle } from '../store/stories.ts'

/** On whatever stands. */
const now = { base: null, own: false } as const

export function storyHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    read({ testimony }) {
      const session = open()
      const { database } = session
      const soundOpen = sealedWithOpenSound(database, testimony)
      return {
        story: readStory(database, testimony),
        ...marksNow(session, testimony),
        ...(soundOpen.length === 0 ? {} : { soundOpen }),
      }
    },
    viewAs({ testimony, reach }) {
      const { database } = open()
      const story = readStory(database, testimony)
      const marks = readMarks(database, testimony)
      const hidden = hiddenFrom(marks, reach)
      const sealed = new Set(marks.seals.map(({ passage }) => passage))
      return {
        narratorName: nameFor(story.narrator, reach),
        passages: story.passages.map(({ id, text }) => {
          const pieces = sealed.has(id) ? sealedPieces : piecesOf(text, hidden.get(id) ?? [])
          return { passage: id, pieces: [...pieces], hidden: isWhollyHidden(pieces) }
        }),
      }
    },
    retitle({ testimony, title, titleBy }) {
      const session = open()
      session.save(['story', 'shelf'], (archive) => {
        const hers = session.actor.role === 'narrator'
        // A title of hers is hers to change; others suggest.
        if (!hers && readStory(archive, testimony).testimony.titleBy === 'narrator') throw new Failure('herVersion')
        updateTitle(archive, testimony, title, hers ? 'narrator' : titleBy)
      })
      return {}
    },
    changeSpeaker({ testimony, speaker, name, role }) {
      const session = open()
      session.save(['story', 'shelf'], (archive) => {
        const before = readStory(archive, testimony).speakers.find(({ id }) => id === speaker)
        // Whose voice the words are is part of what she has gone through.
        if (session.actor.role === 'archivist' && before?.role !== role && isHerVersion(archive, testimony))
          throw new Failure('herVersion')
        updateSpeaker(archive, testimony, { id: speaker, name, role })
      })
      return {}
    },
    changeNarrator({ narrator, evidence, ...changes }) {
      const session = open()
      session.save(['story', 'shelf'], (archive) => {
        const before = readNarrator(archive, narrator)
        const after = { id: narrator, ...changes }
        requireHersToShow(session, before, after)
        keepExistenceSaid(session, archive, before, after, evidence)
        updateNarrator(archive, after)
      })
      return {}
    },
    changeLanguage({ testimony, language }) {
      const session = open()
      const renditions = session.save(['story', 'marks', 'shelf', 'excerpts'], (archive) => {
        const story = readStory(archive, testimony)
        const before = story.testimony.language
        const passages = story.passages
          .filter((passage) => passage.language === before && before !== language)
          .map((passage) => ({ ...passage, language, direction: directionOf(language) }))
        updateLanguage(archive, testimony, language)
        return passages.length === 0
          ? []
          : writeChange(session, archive, testimony, { ...noChange, passages }, now).renditions
      })
      removeRenditions(session, renditions)
      return {}
    },
    setPassageTime({ testimony, passage: id, recording, startMs, endMs }) {
      const session = open()
      const story = readStory(session.database, testimony)
      const passage = story.passages.find((one) => one.id === id)
      const own = recording === null || story.recordings.some((one) => one.id === recording)
      if (passage === undefined || !own) throw new Failure('notFound')
      if (endMs !== null && (startMs === null || endMs <= startMs)) throw new Failure('rangeOutside')
      const passages = [{ ...passage, recording, startMs, endMs, wordTimes: [] }]
      keepChange(session, testimony, { ...noChange, passages }, now)
      return {}
    },
    peaks: ({ recording }) => ({ peaks: readPeaks(open().database, recording) }),
    withoutPeaks: () => ({ recordings: recordingsWithoutPeaks(open().database) }),
    keepPeaks({ recording, peaks }) {
      if (peaks.length > mostPeakBytes || peaksFrom(peaks) === null) throw new Failure('badInput')
      open().keepWorkedOut((archive) => updatePeaks(archive, recording, peaks))
      return {}
    },
  }
}
