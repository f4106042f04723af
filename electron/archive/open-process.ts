// The archive as another process of the app holds it: it can be spoken to, asked for media, locked and closed.
import { contract, type ArchiveContract } from '../../shared/contract/index.ts'
import { Failure } from '../../shared/contract/failure.ts'
import type { StartTranscriber } from '../../shared/contract/transcriber-messages.ts'
import type { MediaKind } from '../../shared/contract/process-messages.ts'
import type { Channel } from '../../shared/rpc/channel.ts'
import { serve } from '../../shared/rpc/server.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import { backupHandlers } from './features/backup/index.ts'
import { bringInHandlers } from './features/bring-in/index.ts'
import { cardsHandlers } from './features/consent/cards.ts'
import { catalogueHandlers } from './features/catalogue.ts'
import { careHandlers, Changes } from './features/care.ts'
import { consentHandlers } from './features/consent/index.ts'
import { Door } from './features/door/door.ts'
import { HandedOver } from './features/erase/handed-over.ts'
import { eraseHandlers } from './features/erase/index.ts'
import { evidenceHandlers } from './features/consent/evidence.ts'
import { excerptsHandlers } from './features/excerpts/index.ts'
import { givenOutHandlers } from './features/excerpts/given-out.ts'
import { HeldFiles } from './features/excerpts/held.ts'
import { herSessionHandlers } from './features/her-session/index.ts'
import { RecordingUnderWay, type TellOfRecording } from './features/her-session/recording-under-way.ts'
import { marksHandlers } from './features/marks/index.ts'
import { endingWithTurn } from './ending-with-turn.ts'
import { mayCall, mayHave } from './may-call.ts'
import { mosaicHandlers } from './features/mosaic/index.ts'
import { planOfExcerpt } from './features/excerpts/prepared.ts'
import { readingsHandlers } from './features/readings/index.ts'
import { recallHandlers } from './features/recall/index.ts'
import { recordingHandlers } from './features/recording/index.ts'
import { offRecordMedia } from './features/recording/off-record-media.ts'
import { Recorder } from './features/recording/recorder.ts'
import { needsRoom } from './features/recording/needs-room.ts'
import { receiptHandlers } from './features/receipt/index.ts'
import { shelfHandlers } from './features/shelf.ts'
import { soundHandlers } from './features/sound/index.ts'
import { storyHandlers } from './features/story.ts'
import { takeHomeHandlers } from './features/take-home/index.ts'
import { transcribingHandlers } from './features/transcribing/index.ts'
import { writingHandlers } from './features/writing/index.ts'
import { plainType } from './files/media-types.ts'
import { readParts } from './importers/sound/heard-parts.ts'
import { heardAs } from './importers/sound/heard.ts'
import { sealedAnswerMedia } from './features/sealed-answers/heard.ts'
import { sealedSoundMedia } from './features/sealed-sound/heard.ts'
import type { Session, Surroundings } from './session.ts'
import { readMedia, renditionMedia } from './store/media-rows.ts'
import { isHersToHear } from './store/spoken-answers.ts'
import type { ArgonParameters } from './vault/argon.ts'
import { systemRandom } from './vault/random.ts'

export interface Places {
  readonly dataFolder: string
  readonly host: 'electron' | 'browser'
  /** Left out where no process can be started. */
  readonly startTranscriber?: StartTranscriber
}

/** Media that can be read in pieces; `size` in bytes. `read` gives bytes `start` to `end`, `end` not included. */
export interface FoundMedia {
  readonly size: number
  readonly type: string
  read(start: number, end: number): AsyncIterable<Uint8Array>
}

export interface MediaSource {
  /** Throws Failure `locked`, `mediaMissing`, `notFound` or `mediaDamaged`. `path` is empty but for `held`. */
  find(kind: MediaKind, id: string, path: string): Promise<FoundMedia>
}

export interface ArchiveProcess {
  /** Serves one window over `channel`. */
  attach(channel: Channel): void
  /** Serves the window that records: the calls of `recorder` and no other, whether the archive is open or locked. */
  attachRecorder(channel: Channel): void
  readonly media: MediaSource
  /** Tells each time that she begins to be recorded, before the window is told, and when she no longer is. */
  watchRecording(tell: TellOfRecording): void
  /** Whether nothing that was begun at the door is still at work. */
  isIdle(): Promise<boolean>
  /** Locks: keys are zeroed when it resolves; the words that were shown go with the process. Does nothing where it is locked. */
  lock(): Promise<void>
  close(): Promise<void>
}

/** What a test may replace; `argon` spares it the second that an opening takes. */
export interface Replaced extends Partial<Surroundings> {
  readonly argon?: ArgonParameters
  readonly startTranscriber?: StartTranscriber
  /** Milliseconds of a clock that only goes on. */
  readonly steady?: () => number
  readonly onBroken?: (error: unknown) => void
}

/** The recorder's window is told when the archive is opened or locked. */
async function tellOfDoor(changes: Changes, recorder: Recorder): Promise<void> {
  for await (const { concept } of changes.listen(new AbortController().signal))
    if (concept === 'door') recorder.doorChanged()
}

export function openArchiveProcess(places: Places, replaced: Replaced = {}): ArchiveProcess {
  const surroundings: Surroundings = {
    now: replaced.now ?? (() => new Date()),
    random: replaced.random ?? systemRandom,
  }
  const steady = replaced.steady ?? (() => performance.now())
  const changes = new Changes()
  const held = new HeldFiles(surroundings.random)
  const door = new Door(
    places.dataFolder,
    surroundings,
    changes,
    replaced.argon ?? null,
    () => held.forget(),
    () => recorder.underWay !== null,
  )
  const { open } = door
  const underWay = new RecordingUnderWay()
  const handedOver = new HandedOver()
  const recorder = new Recorder({ isOpen: () => door.session() !== null, now: surroundings.now, steady })
  const handlers: { readonly [K in keyof ArchiveContract]: Handlers<ArchiveContract[K]> } = {
    door: door.handlers(),
    bringIn: bringInHandlers(open),
    shelf: shelfHandlers(open),
    story: storyHandlers(open),
    sound: soundHandlers(open, planOfExcerpt),
    marks: marksHandlers(open),
    writing: writingHandlers(open),
    consent: consentHandlers(open),
    evidence: evidenceHandlers(open, underWay),
    cards: cardsHandlers(open),
    excerpts: excerptsHandlers(open, held),
    readings: readingsHandlers(open, underWay),
    givenOut: givenOutHandlers(open),
    members: door.membersHandlers(),
    mosaic: mosaicHandlers(open),
    recall: recallHandlers(open),
    receipt: receiptHandlers(open),
    catalogue: catalogueHandlers(open),
    takeHome: takeHomeHandlers(open, handedOver),
    care: careHandlers(open, changes),
    herSession: herSessionHandlers(door, underWay, handedOver),
    recording: recordingHandlers(open, recorder, underWay),
    recorder: recorder.handlersOf({}),
    transcribing: transcribingHandlers(open, replaced.startTranscriber ?? places.startTranscriber ?? null),
    backup: backupHandlers(door, recorder, surroundings.now),
    erase: eraseHandlers(open, recorder, handedOver, () => held.forget()),
  }
  void tellOfDoor(changes, recorder)
  const answering = endingWithTurn(contract, handlers, () => door.session())
  // Of several windows only the one that attends may send sound, so each has calls of its own.
  const forOneWindow = () => ({ ...answering, recorder: recorder.handlersOf({}) })
  const onBroken = replaced.onBroken ?? (() => undefined)

  async function recording(session: Session, kind: 'media' | 'rendition', id: string): Promise<FoundMedia> {
    const { database, actor } = session
    const name = kind === 'rendition' ? renditionMedia(database, id) : id
    if (actor.role === 'narrator' && !isHersToHear(database, name, actor.narrator))
      throw new Failure(kind === 'media' ? 'mediaMissing' : 'notFound')
    const row = readMedia(database, name)
    // NOTE: a rendition's file is not to be had as a recording, nor the other way round.
    if (row.kind !== (kind === 'media' ? 'recording' : 'rendition')) throw new Failure('notFound')
    const reader = await session.reader(name)
    const heard = await heardAs(reader, row.type)
    if (heard === null)
      return { size: reader.size, type: plainType(row.type), read: (start, end) => reader.stream(start, end) }
    return {
      size: heard.size,
      type: heard.type,
      read: (start, end) => readParts(heard.parts(start, end), reader),
    }
  }

  async function find(kind: MediaKind, id: string, path: string): Promise<FoundMedia> {
    door.heard()
    const session = open()
    const { actor, atWindow } = session
    const found =
      kind === 'held'
        ? await held.find(session, id, path)
        : kind === 'offRecord'
          ? (sealedSoundMedia(session, id) ??
            (await sealedAnswerMedia(session, id)) ??
            (await offRecordMedia(session, id)))
          : await recording(session, kind, id)
    // NOTE: for whoever asked, and for nobody who comes to the window after.
    return {
      ...found,
      async *read(start, end) {
        for await (const piece of found.read(start, end)) {
          if (atWindow.aborted) throw new Failure(actor.role === 'narrator' ? 'locked' : 'notFound')
          door.heard()
          yield piece
        }
      },
    }
  }

  return {
    attach(channel) {
      serve(contract, forOneWindow(), channel, {
        mayCall(needs, concept, method) {
          if (needs !== 'recorder') door.heard()
          const refused = mayCall(needs, door.session())
          if (refused !== null) return refused === 'locked' && door.isBetween() ? 'makingNewKey' : refused
          return recorder.isShortOfRoom && needsRoom(concept, method) ? 'recordingNeedsRoom' : null
        },
        mayHave: (needs, input) => mayHave(needs, input, door.session()),
        onBroken,
      })
    },
    attachRecorder(channel) {
      serve(contract, forOneWindow(), channel, {
        mayCall: (needs) => (needs === 'recorder' ? null : 'onlyArchivist'),
        onBroken,
      })
    },
    media: { find },
    watchRecording: (tell) => underWay.watch(tell),
    isIdle: () =>
      Promise.race([
        door.alone(() => Promise.resolve(true)),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 50)),
      ]),
    lock: () => door.lock(),
    async close() {
      await recorder.close()
      await door.lock()
    },
  }
}
