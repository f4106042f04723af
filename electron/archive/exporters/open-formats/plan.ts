// Which files everything of hers becomes, and where: one folder a story, names that every system can keep.
import { endingOf } from '../../files/media-types.ts'
import { safeName, within, type SafePath } from '../../files/safe-path.ts'
import type { HerStory } from './her-story.ts'
import type { OpenWords } from './words.ts'

/** Sound that goes out as the bytes it came in with; `media` is its name in the archive. */
export interface PlannedSound {
  readonly path: SafePath
  readonly media: string
}

export interface PlannedStory {
  readonly hers: HerStory
  readonly folder: SafePath
  readonly recordings: readonly PlannedSound[]
  readonly answers: readonly PlannedSound[]
}

/** @param typeOf the type of a media file, such as audio/wav */
export function planStories(
  stories: readonly HerStory[],
  words: OpenWords,
  typeOf: (media: string) => string,
): PlannedStory[] {
  const taken = new Set<string>(['readme.txt', 'manifest.json'])
  return stories.map((hers) => {
    const { testimony, recordings } = hers.story
    const folder = freeName(testimony.title, words.story, taken)
    const sounds = (media: readonly string[], inside: string, name: string): PlannedSound[] =>
      media.map((one, at) => ({
        media: one,
        path: within(
          within(folder, safeName(inside, 'sound', '')),
          safeName(`${name} ${at + 1}`, 'sound', endingOf(typeOf(one))),
        ),
      }))
    return {
      hers,
      folder,
      recordings: sounds(
        recordings.map(({ media }) => media),
        words.recordingsFolder,
        words.recording,
      ),
      answers: sounds(
        hers.spokenAnswers.map(({ media }) => media),
        words.answersFolder,
        words.answer,
      ),
    }
  })
}

/** NOTE: compared without case and as NFC: a stick's file system may hold two such names to be one. */
function freeName(title: string, fallback: string, taken: Set<string>): SafePath {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` ${number}`
    const name = safeName(title, fallback, ending)
    const folded = name.toLowerCase().toUpperCase().normalize('NFKC')
    if (taken.has(folded)) continue
    taken.add(folded)
    return name
  }
}
