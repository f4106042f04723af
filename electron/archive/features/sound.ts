// Which sound is wanted for a reach or an excerpt, rendered once and kept encrypted until the marks change.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Handlers } from '../../../shared/contract/define.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import type { sound as contract } from '../../../shared/contract/story.ts'
import { canonical } from '../../../shared/domain/canonical.ts'
import type { RedactedExcerpt } from '../../../shared/domain/excerpt.ts'
import type { Reach } from '../../../shared/domain/reach.ts'
import { silencesFor } from '../../../shared/domain/silences.ts'
import { timeline, type PlannedClip } from '../../../shared/domain/sound-plan.ts'
import type { Recording, Story } from '../../../shared/domain/story.ts'
import { mediaFolder, MediaWriter } from '../files/media.ts'
import { sha256 } from '../sha256.ts'
import type { OpenSession, Session } from '../session.ts'
import { readMarks } from '../store/marks.ts'
import { deleteRenditions, insertMedia, insertRendition, readMedia, readRendition } from '../store/media-rows.ts'
import { readStory } from '../store/stories.ts'
import { checkSilences, Rendering, type RenderingPlan } from './sound-rendering.ts'

const lowestRate = 8_000
const highestRate = 48_000

function makePlan(session: Session, story: Story, clips: readonly PlannedClip[]): RenderingPlan {
  const recordings = new Map(story.recordings.map((recording) => [recording.id, recording]))
  const used = clips.flatMap(({ clip }) => recordings.get(clip.recording) ?? [])
  const sampleRate = Math.min(highestRate, Math.max(lowestRate, ...used.map((recording) => recording.sampleRate)))
  const named = clips.map(({ clip, pauseBeforeMs }) => ({
    ...clip,
    recording: readMedia(session.database, recordings.get(clip.recording)?.media ?? '').sha256,
    pauseBeforeMs,
  }))
  return { testimony: story.testimony.id, sha256: sha256(canonical({ sampleRate, clips: named })), sampleRate, clips }
}

/** What is to be rendered for an excerpt; null where no sound goes with it. */
export function excerptPlan(session: Session, story: Story, content: RedactedExcerpt): RenderingPlan | null {
  const clips = timeline(content)
  return clips.length === 0 ? null : makePlan(session, story, clips)
}

function reachPlan(session: Session, story: Story, recording: Recording, reach: Reach): RenderingPlan {
  const { byRecording, unknown } = silencesFor(story, readMarks(session.database, story.testimony.id), reach)
  // NOTE: where it is not known where a name is spoken, nothing of the sound can be heard as this reach.
  if (unknown.length > 0) throw new Failure('soundTimesMissing')
  const endMs = recording.durationMs
  const silences = (byRecording.get(recording.id) ?? [])
    .filter((stretch) => stretch.startMs < endMs)
    .map((stretch) => ({ startMs: stretch.startMs, endMs: Math.min(stretch.endMs, endMs) }))
  const clip = { recording: recording.id, startMs: 0, endMs, silences }
  return makePlan(session, story, [{ clip, startMs: 0, endMs, pauseBeforeMs: 0 }])
}

/** Sound rendered before the marks changed is deleted: what was taken out since may be in it. */
export function forgetRenditions(session: Session, testimony: string): void {
  const names = session.save([], (archive) => deleteRenditions(archive, testimony))
  for (const name of names) {
    session
      .closeReader(name)
      .then(() => rm(path.join(mediaFolder(session.folder), name), { force: true }))
      .catch(() => undefined) // the sweep at the next opening takes what stayed
  }
}

export function soundHandlers(
  open: OpenSession,
  planOfExcerpt: (session: Session, excerpt: string) => RenderingPlan | null,
): Handlers<typeof contract> {
  const wanted = new Map<string, RenderingPlan>()
  const underWay = new Map<string, Promise<Rendering>>()

  function begin(session: Session, id: string): Promise<Rendering> {
    const kept = underWay.get(id)
    if (kept !== undefined) return kept
    const plan = wanted.get(id)
    if (plan === undefined) throw new Failure('notFound')
    // NOTE: kept before it is there: the next samples may come meanwhile, and must go to the same rendering.
    const rendering = MediaWriter.begin(session.folder, session.about.mediaRecipient, session.surroundings.random).then((writer) =>
      Rendering.begin(plan, writer),
    )
    underWay.set(id, rendering)
    session.onClose(async () => (await rendering).discard())
    return rendering
  }

  return {
    plan(asked) {
      const session = open()
      const plan = asked.kind === 'excerpt' ? planOfExcerpt(session, asked.excerpt) : planForRecording(session, asked.recording, asked.reach)
      if (plan === null) throw new Failure('notFound')
      const ready = readRendition(session.database, plan.sha256)
      const id = ready?.id ?? session.newId()
      if (ready === null) wanted.set(id, plan)
      const media = new Map(readStory(session.database, plan.testimony).recordings.map((recording) => [recording.id, recording.media]))
      return {
        rendition: id,
        ready: ready !== null,
        sampleRate: plan.sampleRate,
        clips: plan.clips.map(({ clip }) => ({ media: media.get(clip.recording) ?? '', startMs: clip.startMs, endMs: clip.endMs })),
      }
    },
    async append({ rendition, clip, bytes }) {
      const rendering = await begin(open(), rendition)
      await rendering.append(clip, bytes)
      return {}
    },
    async finish({ rendition }) {
      const session = open()
      const begun = underWay.get(rendition)
      if (begun === undefined) throw new Failure('notFound')
      underWay.delete(rendition)
      wanted.delete(rendition)
      const rendering = await begun
      const { plan } = rendering
      const media = await rendering.finish()
      session.save(['excerpts'], (archive) => {
        const at = session.moment()
        insertMedia(archive, { ...media, kind: 'rendition', type: 'audio/wav' }, at)
        insertRendition(archive, { id: rendition, planSha256: plan.sha256, testimony: plan.testimony, media: media.name }, at)
      })
      try {
        await checkSilences(plan, await session.reader(media.name))
      } catch (error) {
        forgetRenditions(session, plan.testimony)
        throw error
      }
      return {}
    },
    async abandon({ rendition }) {
      const begun = underWay.get(rendition)
      underWay.delete(rendition)
      wanted.delete(rendition)
      const rendering = await begun?.catch(() => null)
      await rendering?.discard()
      return {}
    },
  }
}

function planForRecording(session: Session, recording: string, reach: Reach): RenderingPlan {
  const row = session.database.get<{ testimony: string }>('SELECT testimony FROM recordings WHERE id = ?', [recording])
  if (row === undefined) throw new Failure('notFound')
  const story = readStory(session.database, row.testimony)
  const own = story.recordings.find(({ id }) => id === recording)
  if (own === undefined) throw new Failure('notFound')
  return reachPlan(session, story, own, reach)
}
