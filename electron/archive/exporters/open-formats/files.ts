// The files of everything of hers that are made of words; her sound is written beside them as it was brought in.
import type { OpenManifest } from '../../../../shared/formats/open-manifest.ts'
import { safeName, within, type SafePath } from '../../files/safe-path.ts'
import { captionsOf } from './captions.ts'
import type { PlannedStory } from './plan.ts'
import { readme } from './readme.ts'
import { testimonyJson } from './testimony-json.ts'
import { transcriptPage } from './transcript-page.ts'
import { transcriptText } from './transcript-text.ts'
import type { OpenFileKind, OpenWords } from './words.ts'

export interface OpenFile {
  readonly path: SafePath
  readonly bytes: Uint8Array
}

const named = (name: string): SafePath => {
  const dot = name.lastIndexOf('.')
  return safeName(name.slice(0, dot), 'file', name.slice(dot))
}

function file(path: SafePath, text: string): OpenFile {
  return { path, bytes: new TextEncoder().encode(text) }
}

/** One caption file for each recording that words have times in; `captions.vtt` where there is only one. */
function captionFiles({ hers, folder }: PlannedStory, words: OpenWords): OpenFile[] {
  const recordings = [...hers.story.recordings.map(({ id }) => id), null]
  const all = recordings.flatMap((recording) => {
    const text = captionsOf(hers, recording, words)
    return text === null ? [] : [{ recording, text }]
  })
  return all.map(({ recording, text }) => {
    const number = recordings.indexOf(recording) + 1
    return file(within(folder, named(all.length === 1 ? 'captions.vtt' : `captions ${number}.vtt`)), text)
  })
}

/** @param missing media that could not be read: nothing names a file for it */
export function storyFiles(planned: PlannedStory, words: OpenWords, missing: ReadonlySet<string>): OpenFile[] {
  const { hers, folder } = planned
  const inside = (path: string) => path.slice(folder.length + 1)
  const sounds = [...planned.recordings, ...planned.answers].filter(({ media }) => !missing.has(media))
  const captions = captionFiles(planned, words)
  const json = file(
    within(folder, named('story.json')),
    testimonyJson(hers, (media) => {
      const found = sounds.find((sound) => sound.media === media)
      return found === undefined ? null : inside(found.path)
    }),
  )
  const text = file(within(folder, named('transcript.txt')), transcriptText(hers, words))
  const links = [text, ...captions, json, ...sounds].map(({ path }) => ({ path: inside(path), name: inside(path) }))
  return [text, file(within(folder, named('transcript.html')), transcriptPage(hers, words, links)), ...captions, json]
}

/** README.txt for what is there. `hasOffRecord`: she said something off the record, which is not. */
export function readmeFile(
  stories: readonly PlannedStory[],
  words: OpenWords,
  missing: ReadonlySet<string>,
  hasOffRecord: boolean,
): OpenFile {
  const sounds = stories.flatMap(({ recordings, answers }) => [...recordings, ...answers])
  const has: Readonly<Record<OpenFileKind, string | null>> = {
    text: 'transcript.txt',
    page: 'transcript.html',
    captions: stories.some((story) => captionFiles(story, words).length > 0) ? 'captions.vtt' : null,
    json: 'story.json',
    recordings: stories.some(({ recordings }) => recordings.length > 0) ? words.recordingsFolder : null,
    answers: stories.some(({ answers }) => answers.length > 0) ? words.answersFolder : null,
    manifest: 'manifest.json',
  }
  const shown = (Object.entries(has) as [OpenFileKind, string | null][]).flatMap(([kind, name]) =>
    name === null ? [] : [{ kind, name }],
  )
  const sealed = stories.some(({ hers }) => hers.marks.seals.some(({ passage }) => !hers.opened.has(passage)))
  const gone = sounds.filter(({ media }) => missing.has(media)).map(({ path }) => path)
  return file(named('README.txt'), readme(words, shown, { sealed, offRecord: hasOffRecord }, gone))
}

export function manifestFile(files: OpenManifest['files'], missing: readonly string[]): OpenFile {
  const manifest: OpenManifest = {
    format: 'firsthand-open-formats',
    version: 1,
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    missing: [...missing],
  }
  return file(named('manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
