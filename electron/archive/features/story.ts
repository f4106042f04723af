// One story: read it, see it as a reach would, name it and its speakers rightly.
import type { Handlers } from '../../../shared/contract/define.ts'
import type { story as contract } from '../../../shared/contract/story.ts'
import { nameFor } from '../../../shared/domain/names.ts'
import { hiddenFrom, isWhollyHidden, piecesOf } from '../../../shared/domain/redaction.ts'
import { directionOf } from '../../../shared/domain/direction.ts'
import type { OpenSession } from '../session.ts'
import { nextStep, readMarks } from '../store/marks.ts'
import { forgetRenditions } from './sound.ts'
import {
  readPeaks,
  readStory,
  updateLanguage,
  updateNarrator,
  updatePassageTime,
  updatePeaks,
  updateSpeaker,
  updateTitle,
} from '../store/stories.ts'

export function storyHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    read({ testimony }) {
      const { database } = open()
      return {
        story: readStory(database, testimony),
        marks: readMarks(database, testimony),
        undo: nextStep(database, testimony, false) !== null,
        redo: nextStep(database, testimony, true) !== null,
      }
    },
    viewAs({ testimony, reach }) {
      const { database } = open()
      const story = readStory(database, testimony)
      const hidden = hiddenFrom(readMarks(database, testimony), reach)
      return {
        narratorName: nameFor(story.narrator, reach),
        passages: story.passages.map(({ id, text }) => {
          const pieces = piecesOf(text, hidden.get(id) ?? [])
          return { passage: id, pieces: [...pieces], hidden: isWhollyHidden(pieces) }
        }),
      }
    },
    retitle({ testimony, title, titleBy }) {
      open().save(['story', 'shelf'], (archive) => updateTitle(archive, testimony, title, titleBy))
      return {}
    },
    changeSpeaker({ testimony, speaker, name, role }) {
      open().save(['story', 'shelf'], (archive) => updateSpeaker(archive, testimony, { id: speaker, name, role }))
      return {}
    },
    changeNarrator({ narrator, ...changes }) {
      open().save(['story', 'shelf'], (archive) => updateNarrator(archive, { id: narrator, ...changes }))
      return {}
    },
    changeLanguage({ testimony, language }) {
      open().save(['story', 'shelf'], (archive) => updateLanguage(archive, testimony, language, directionOf(language)))
      return {}
    },
    setPassageTime({ testimony, passage, ...time }) {
      const session = open()
      session.save(['story', 'excerpts'], (archive) => updatePassageTime(archive, testimony, passage, time))
      forgetRenditions(session, testimony)
      return {}
    },
    peaks: ({ recording }) => ({ peaks: readPeaks(open().database, recording) }),
    keepPeaks({ recording, peaks }) {
      open().save([], (archive) => updatePeaks(archive, recording, peaks))
      return {}
    },
  }
}
