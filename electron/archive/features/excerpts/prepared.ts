// An excerpt put together: its story, what the gate says, and the exact files that would leave.
import { Failure } from '../../../../shared/contract/failure.ts'
import { contentOf, gate, mayBeNamed, type GateAnswer, type GateQuestion } from '../../../../shared/domain/gate/gate.ts'
import { sayingHerName } from '../../../../shared/domain/gate/framing.ts'
import { standingOf, type Standing } from '../../../../shared/domain/excerpts/standing.ts'
import { mirrorFor } from '../../../../shared/domain/mirror/excerpt-mirror.ts'
import { herLine, type HerLine } from '../../../../shared/domain/mirror/her-line.ts'
import type { LedgerEntry } from '../../../../shared/domain/consent/ledger.ts'
import type { Mirror } from '../../../../shared/domain/mirror/mirror.ts'
import { findAgain } from '../../../../shared/domain/words/same-words.ts'
import { timeline } from '../../../../shared/domain/sound/sound-plan.ts'
import type { GateReason } from '../../../../shared/domain/gate/reasons.ts'
import type { RoomFile } from '../../exporters/reading-room.ts'
import { sha256 } from '../../sha256.ts'
import type { Session } from '../../session.ts'
import { readSections, readWordsAbout } from '../../store/beside.ts'
import { ownUseWords } from '../../store/cards.ts'
import { readExcerpt, type KeptExcerpt } from '../../store/excerpts.ts'
import { whatCounts } from '../../store/ledger.ts'
import { readLineage } from '../../store/lineage.ts'
import { readMarks } from '../../store/marks.ts'
import { readMedia, readRendition } from '../../store/media-rows.ts'
import { copiesOf, type LeavingSound } from '../../store/rendition-copies.ts'
import { keyEndsOf } from '../../store/narrator-keys.ts'
import { disclosuresOf } from '../../store/register.ts'
import { readReadings } from '../../store/readings.ts'
import { narratorOf, readStory } from '../../store/stories.ts'
import { timesUsed } from '../consent/index.ts'
import { signsHerself } from '../hers-to-decide.ts'
import { filesOf } from './made-files.ts'
import { recallKey } from '../recall/recall-file.ts'
import { excerptPlan } from '../sound/index.ts'

export interface Prepared {
  readonly files: readonly RoomFile[]
  /** The files of the sound, in their order. */
  readonly sounds: readonly LeavingSound[]
  /** SHA-256 (hex) of the manifest, which holds the SHA-256 of every other file. */
  readonly contentHash: string
}

export interface Considered {
  readonly excerpt: KeptExcerpt
  readonly answer: GateAnswer
  /** Null while the files cannot be made: nothing chosen, or the sound is not rendered yet. */
  readonly prepared: Prepared | null
  readonly soundWanted: boolean
  readonly line: HerLine
  /** The testimony's entries as far as they count. */
  readonly ledger: readonly LedgerEntry[]
  /** Worked out when it is asked for. */
  readonly mirror: () => Mirror
}

/** Reasons that say that the files themselves cannot be made truthfully yet. */
const cannotBeMade: ReadonlySet<GateReason['kind']> = new Set([
  'nothingChosen',
  'titleMissing',
  'soundTimeMissing',
  'redactionUnresolved',
])

type OfTestimony = Omit<GateQuestion, 'excerpt'>
/** What is the same for all excerpts of a testimony, by its id; for one moment, in which nothing is saved. */
export type ReadTestimonies = Map<string, OfTestimony>

/** Everything that the gate is asked about, as it is now; what `read` has is not read again. */
function questionOf(session: Session, excerpt: KeptExcerpt, read: ReadTestimonies = new Map()): GateQuestion {
  const { testimony } = excerpt
  const ofTestimony = read.get(testimony) ?? readTestimony(session, testimony)
  read.set(testimony, ofTestimony)
  const ownUse = ownUseWords(session.database, excerpt.use, excerpt.recipient.language)
  return { ...ofTestimony, excerpt: { ...excerpt, ownUse } }
}

function readTestimony(session: Session, testimony: string): OfTestimony {
  const { database } = session
  return {
    story: readStory(database, testimony),
    marks: readMarks(database, testimony),
    beside: { sections: readSections(database, testimony), wordsAbout: readWordsAbout(database, testimony) },
    ledger: whatCounts(database, testimony),
    timesUsed: timesUsed(session, testimony),
    lineage: readLineage(database, testimony),
    spentSignOffs: new Set(disclosuresOf(database, testimony).map(({ signOff }) => signOff)),
    moment: session.moment(),
    contentHash: null,
    signsHerself: signsHerself(session, testimony),
    keyEnds: keyEndsOf(database, narratorOf(database, testimony)),
    sha256,
    readings: readReadings(database, testimony),
  }
}

/** She has said something to some shape of it, so that it matters whether its files are the same now. */
const isDecided = ({ ledger, excerpt }: GateQuestion): boolean =>
  ledger.some(({ body }) => (body.kind === 'signOff' || body.kind === 'signOffRefused') && body.excerpt === excerpt.id)

/** How an excerpt stands with her. Its files are made only where she has answered to some: nothing else asks for them. */
export function standingOfExcerpt(session: Session, id: string, read: ReadTestimonies): Standing {
  const excerpt = readExcerpt(session.database, id)
  const { givenOutAt } = excerpt
  if (givenOutAt !== null) return { kind: 'givenOut', at: givenOutAt }
  const question = questionOf(session, excerpt, read)
  if (isDecided(question)) {
    const { answer, ledger, soundWanted } = considerAsked(session, excerpt, question)
    return standingOf(answer, ledger, givenOutAt, soundWanted)
  }
  // NOTE: no hash is empty, so that all is asked as if the files were there and she had not seen them.
  return standingOf(gate({ ...question, contentHash: '' }), question.ledger, givenOutAt, false)
}

/** Reads everything about an excerpt, makes its files where they can be made, and asks the gate. */
export function consider(session: Session, id: string): Considered {
  const excerpt = readExcerpt(session.database, id)
  return considerAsked(session, excerpt, questionOf(session, excerpt))
}

function considerAsked(session: Session, excerpt: KeptExcerpt, question: GateQuestion): Considered {
  const { database } = session
  const { ledger } = question
  const known = { excerpt, ledger, line: herLine(ledger), mirror: () => mirrorFor(question) }
  const first = gate(question)
  if (first.open || first.reasons.some(({ kind }) => cannotBeMade.has(kind))) {
    return { ...known, answer: first, prepared: null, soundWanted: false }
  }
  const content = contentOf(question)
  const plan = excerptPlan(session, question.story, content)
  const rendition = plan === null ? null : readRendition(database, plan.sha256)
  if (plan !== null && rendition === null) return { ...known, answer: first, prepared: null, soundWanted: true }
  const sounds = rendition === null ? [] : leavingSounds(session, rendition)
  const roomSound = sounds.length === 0 ? null : { files: sounds.map(soundFile), clips: timeline(content) }
  const files = filesOf(session, excerpt.id, content, roomSound, recallKey(session, excerpt.id))
  const manifest = files.at(-1)
  if (manifest === undefined) throw new Failure('checkFailed')
  const contentHash = sha256(manifest.bytes)
  return {
    ...known,
    answer: gate({ ...question, contentHash }),
    prepared: { files, sounds, contentHash },
    soundWanted: false,
  }
}

/**
 * Whether the folder of an excerpt may have this name.
 *
 * @param nameAs her name as it goes along; null where none does
 */
export function mayNameFolder(session: Session, id: string, name: string, nameAs: string | null): boolean {
  const { database } = session
  const excerpt = readExcerpt(database, id)
  const shown = {
    excerpt,
    story: readStory(database, excerpt.testimony),
    marks: readMarks(database, excerpt.testimony),
  }
  // NOTE: whatever its capitals: a folder's name is often written without any.
  return mayBeNamed(name, shown) && !sayingHerName(shown.story, nameAs, findAgain)(name)
}

/** Everything that the gate is asked about an excerpt, as it is now. Throws Failure notFound. */
export function questionOfExcerpt(session: Session, id: string): GateQuestion {
  return questionOf(session, readExcerpt(session.database, id))
}

/** What the sound of an excerpt is to be rendered from; null where it has none. */
export function planOfExcerpt(session: Session, id: string) {
  const question = questionOf(session, readExcerpt(session.database, id))
  return excerptPlan(session, question.story, contentOf(question))
}

function soundFile({ path, media }: LeavingSound) {
  return { path, size: media.size, sha256: media.sha256 }
}

/** What of a rendition leaves: the copies made from it, or, where there are none, it itself. */
function leavingSounds({ database }: Session, rendition: { id: string; media: string }): LeavingSound[] {
  const copies = copiesOf(database, rendition.id)
  return copies.length > 0 ? copies : [{ path: 'sound.wav', media: readMedia(database, rendition.media) }]
}

/** Path, size and SHA-256 of each file, the sound too. */
export function fileList({ files, sounds }: Prepared): { path: string; size: number; sha256: string }[] {
  const listed = files.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) }))
  return [...listed, ...sounds.map(soundFile)]
}
