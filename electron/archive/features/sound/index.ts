// Which sound is wanted for a reach or an excerpt, rendered once and kept encrypted until the marks change.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { sound as contract } from '../../../../shared/contract/story.ts'
import { canonical } from '../../../../shared/domain/canonical.ts'
import type { RedactedExcerpt } from '../../../../shared/domain/excerpts/excerpt.ts'
import type { Reach } from '../../../../shared/domain/reach.ts'
import { timeline, type PlannedClip } from '../../../../shared/domain/sound/sound-plan.ts'
import type { Recording, Story } from '../../../../shared/domain/story.ts'
import { mediaFile, mediaFolder, MediaWriter, openMedia, type StoredMedia } from '../../files/media.ts'
import { sha256 } from '../../sha256.ts'
import type { OpenSession, Session } from '../../session.ts'
import { deleteRenditions, insertMedia, insertRendition, readMedia, readRendition } from '../../store/media-rows.ts'
import { readStory } from '../../store/stories.ts'
import { silencesHere } from '../silences-here.ts'
import type { SoundAs } from '../../../../shared/domain/sound/sound-as.ts'
import { insertCopy } from '../../store/rendition-copies.ts'
import { readReadings } from '../../store/readings.ts'
import { makeCopies, type PlaceOfMedia, type SoundCopy } from './copies.ts'
import { typeOf } from './formats/index.ts'
import { opusRate } from './formats/opus-writer.ts'
import { TakenOutAsItCame } from './taken-out.ts'
import { checkRendered, SoundAsItCame, wholeOf } from './check.ts'
import { Rendering, type RenderingPlan } from './rendering.ts'

const lowestRate = 8_000
const highestRate = 48_000
/** Another one whenever the same plan would be rendered to other samples: what was rendered before is not it any more. */
const manner = 2

/** What a clip is from: a recording of hers, or somebody else's reading. */
function sourcesOf(
  session: Session,
  story: Story,
): Map<string, { readonly media: string; readonly sampleRate: number }> {
  const readings = readReadings(session.database, story.testimony.id)
  return new Map([...story.recordings, ...readings].map((source) => [source.id, source]))
}

function makePlan(session: Session, story: Story, clips: readonly PlannedClip[], as: SoundAs | null): RenderingPlan {
  const sources = sourcesOf(session, story)
  const used = clips.flatMap(({ clip }) => sources.get(clip.recording) ?? [])
  const own = Math.min(highestRate, Math.max(lowestRate, ...used.map((source) => source.sampleRate)))
  const sampleRate = as?.format === 'opus' ? opusRate : own
  const named = clips.map(({ clip, pauseBeforeMs }) => ({
    ...clip,
    recording: readMedia(session.database, sources.get(clip.recording)?.media ?? '').sha256,
    pauseBeforeMs,
  }))
  const hash = sha256(canonical({ manner, sampleRate, clips: named, as }))
  return { testimony: story.testimony.id, sha256: hash, sampleRate, clips, as }
}

/** What is to be rendered for an excerpt; null where no sound goes with it. */
export function excerptPlan(session: Session, story: Story, content: RedactedExcerpt): RenderingPlan | null {
  const clips = timeline(content)
  return clips.length === 0 ? null : makePlan(session, story, clips, content.soundAs)
}

function reachPlan(session: Session, story: Story, recording: Recording, reach: Reach): RenderingPlan {
  const { byRecording, unknown } = silencesHere(session, story, reach)
  // NOTE: where it is not known where a name is spoken, nothing of the sound can be heard as this reach.
  if (unknown.length > 0) throw new Failure('soundTimesMissing')
  const endMs = recording.durationMs
  const silences = (byRecording.get(recording.id) ?? [])
    .filter((stretch) => stretch.startMs < endMs)
    .map((stretch) => ({ startMs: stretch.startMs, endMs: Math.min(stretch.endMs, endMs) }))
  const clip = { recording: recording.id, startMs: 0, endMs, silences }
  return makePlan(session, story, [{ clip, startMs: 0, endMs, pauseBeforeMs: 0 }], null)
}

/** Sound rendered before the marks changed is deleted: what was taken out since may be in it. */
export function forgetRenditions(session: Session, testimony: string): void {
  removeRenditions(
    session,
    session.save([], (archive) => deleteRenditions(archive, testimony)),
  )
}

/** The files of renditions that `deleteRenditions` forgot, once that is kept. */
export function removeRenditions(session: Session, names: readonly string[]): void {
  for (const name of names) {
    session
      .closeReader(name)
      .then(() => rm(mediaFile(session.folder, name), { force: true }))
      .catch(() => undefined) // the sweep at the next opening takes what stayed
  }
}

type Asked = { kind: 'excerpt'; excerpt: string } | { kind: 'story'; recording: string; reach: Reach }

interface UnderWay {
  readonly rendering: Promise<Rendering>
  /** Told of every sample before the rendering is, so that the two know it from the same hand and not from one another. */
  readonly came: SoundAsItCame
  /** For what is lossy; null where the check compares sample by sample. */
  readonly takenOut: TakenOutAsItCame | null
}

interface Work {
  readonly wanted: Map<string, { readonly asked: Asked; readonly plan: RenderingPlan }>
  readonly underWay: Map<string, UnderWay>
}

export function soundHandlers(
  open: OpenSession,
  planOfExcerpt: (session: Session, excerpt: string) => RenderingPlan | null,
): Handlers<typeof contract> {
  // NOTE: by session, so that no plan outlives its lock.
  const workOf = new WeakMap<Session, Work>()

  function work(session: Session): Work {
    const kept = workOf.get(session)
    if (kept !== undefined) return kept
    const begun: Work = { wanted: new Map(), underWay: new Map() }
    workOf.set(session, begun)
    return begun
  }

  function planFor(session: Session, asked: Asked): RenderingPlan {
    const plan =
      asked.kind === 'excerpt'
        ? planOfExcerpt(session, asked.excerpt)
        : planForRecording(session, asked.recording, asked.reach)
    if (plan === null) throw new Failure('notFound')
    return plan
  }

  function begin(session: Session, id: string): UnderWay {
    const { wanted, underWay } = work(session)
    const kept = underWay.get(id)
    if (kept !== undefined) return kept
    const plan = wanted.get(id)?.plan
    if (plan === undefined) throw new Failure('notFound')
    // NOTE: kept before it is there: the next samples may come meanwhile, and must go to the same rendering.
    const rendering = MediaWriter.begin(session.folder, session.about.mediaRecipient, session.surroundings.random).then(
      (writer) => Rendering.begin(plan, writer),
    )
    const takenOut = plan.as?.format === 'opus' ? new TakenOutAsItCame(plan) : null
    const begun = { rendering, came: new SoundAsItCame(plan), takenOut }
    underWay.set(id, begun)
    session.onClose(async () => {
      takenOut?.wipe()
      await (await rendering).discard()
    })
    return begun
  }

  return {
    plan(asked) {
      const session = open()
      const plan = planFor(session, asked)
      const ready = readRendition(session.database, plan.sha256)
      const id = ready?.id ?? session.newId()
      if (ready === null) {
        work(session).wanted.set(id, { asked, plan })
        session.testimonyOfRendition.set(id, plan.testimony)
      }
      const sources = sourcesOf(session, readStory(session.database, plan.testimony))
      return {
        rendition: id,
        ready: ready !== null,
        sampleRate: plan.sampleRate,
        clips: plan.clips.map(({ clip }) => ({
          media: sources.get(clip.recording)?.media ?? '',
          startMs: clip.startMs,
          endMs: clip.endMs,
        })),
      }
    },
    async append({ rendition, clip, bytes }) {
      const { rendering, came, takenOut } = begin(open(), rendition)
      const begun = await rendering
      came.take(bytes)
      takenOut?.take(bytes)
      await begun.append(clip, bytes)
      return {}
    },
    async finish({ rendition }, signal) {
      const session = open()
      const { wanted, underWay } = work(session)
      const begun = underWay.get(rendition)
      const asked = wanted.get(rendition)?.asked
      if (begun === undefined || asked === undefined) throw new Failure('notFound')
      underWay.delete(rendition)
      wanted.delete(rendition)
      const rendering = await begun.rendering
      const { plan } = rendering
      const made: StoredMedia[] = []
      try {
        const media = await rendering.finish()
        made.push(media)
        await checkKept(session, plan, begun.came, media)
        const copies = await makeCopies(plan, media, begun.takenOut, placeOf(session), signal)
        made.push(...copies.map((copy) => copy.media))
        if (open() !== session) throw new Failure('locked')
        keep(session, rendition, plan, media, copies, planFor(session, asked))
      } catch (error) {
        await rendering.discard()
        for (const { name } of made) await rm(path.join(mediaFolder(session.folder), name), { force: true })
        throw error
      } finally {
        begun.takenOut?.wipe()
      }
      return {}
    },
    async abandon({ rendition }) {
      const { wanted, underWay } = work(open())
      const begun = underWay.get(rendition)
      underWay.delete(rendition)
      wanted.delete(rendition)
      begun?.takenOut?.wipe()
      const rendering = await begun?.rendering.catch(() => null)
      await rendering?.discard()
      return {}
    },
  }
}

function placeOf({ folder, about, surroundings }: Session): PlaceOfMedia {
  return { folder, recipient: about.mediaRecipient, identity: about.mediaIdentity, random: surroundings.random }
}

/** Looks at what is on the disk before any row names it. Throws Failure checkFailed. */
async function checkKept(
  session: Session,
  plan: RenderingPlan,
  came: SoundAsItCame,
  media: StoredMedia,
): Promise<void> {
  const reader = await openMedia(session.folder, media.name, media.header, session.about.mediaIdentity)
  try {
    await checkRendered(plan, came, wholeOf(reader))
  } finally {
    await reader.close()
  }
}

/** Throws Failure changedMeanwhile where `now` asks for other sound, or somebody else has rendered the same. */
function keep(
  session: Session,
  id: string,
  plan: RenderingPlan,
  media: StoredMedia,
  copies: readonly SoundCopy[],
  now: RenderingPlan,
): void {
  if (now.sha256 !== plan.sha256) throw new Failure('changedMeanwhile')
  session.save(['excerpts'], (archive) => {
    if (readRendition(archive, plan.sha256) !== null) throw new Failure('changedMeanwhile')
    const at = session.moment()
    insertMedia(archive, { ...media, kind: 'rendition', type: 'audio/wav' }, at)
    insertRendition(archive, { id, planSha256: plan.sha256, testimony: plan.testimony, media: media.name }, at)
    for (const [place, copy] of copies.entries()) {
      insertMedia(archive, { ...copy.media, kind: 'rendition', type: typeOf[plan.as?.format ?? 'wav'] }, at)
      insertCopy(archive, { rendition: id, place, path: copy.path, media: copy.media.name })
    }
  })
}

function planForRecording(session: Session, recording: string, reach: Reach): RenderingPlan {
  const row = session.database.get<{ testimony: string }>('SELECT testimony FROM recordings WHERE id = ?', [recording])
  if (row === undefined) throw new Failure('notFound')
  const story = readStory(session.database, row.testimony)
  const own = story.recordings.find(({ id }) => id === recording)
  if (own === undefined) throw new Failure('notFound')
  return reachPlan(session, story, own, reach)
}
