// Readings by somebody else: recorded, brought or made by the machine, listened to, approved, and gone when they are dropped.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { readings as contract } from '../../../../shared/contract/readings.ts'
import { readSound } from '../../importers/sound/index.ts'
import { MediaWriter } from '../../files/media.ts'
import type { OpenSession, Session } from '../../session.ts'
import { insertMedia } from '../../store/media-rows.ts'
import { approveReading, deleteReading, insertReading, readReadings, type KeptReading } from '../../store/readings.ts'
import { ComingFiles, removeMedia } from '../coming-files.ts'
import { readExcerpt } from '../../store/excerpts.ts'
import type { RecordingUnderWay } from '../her-session/recording-under-way.ts'
import { forgetRenditions } from '../sound/index.ts'
import { requireAnotherVoice } from './her-own-sound.ts'
import { machineVoiceProgram, machineVoices, spokenByMachine } from './machine-voice.ts'
import { oneToBeRead, toBeRead } from './to-be-read.ts'

interface AboutReading {
  readonly testimony: string
  readonly type: string
  readonly passage: string
  /** What was there to be read when it began. */
  readonly words: string
}

const usualRate = 48_000

/** Throws Failure notFound. */
function keptReading(session: Session, testimony: string, id: string): KeptReading {
  const found = readReadings(session.database, testimony).find((reading) => reading.id === id)
  if (found === undefined) throw new Failure('notFound')
  return found
}

async function drop(session: Session, testimony: string, id: string): Promise<void> {
  const media = session.save(['excerpts'], (archive) => deleteReading(archive, id))
  if (media !== null) await removeMedia(session, media)
  // What was rendered with it in it goes too.
  forgetRenditions(session, testimony)
}

export function readingsHandlers(open: OpenSession, recording: RecordingUnderWay): Handlers<typeof contract> {
  const coming = new ComingFiles<AboutReading>(open, (id) => recording.end(id))
  const testimonyOf = (excerpt: string) => readExcerpt(open().database, excerpt).testimony
  return {
    list({ excerpt }) {
      const session = open()
      const { testimony, passages } = toBeRead(session, excerpt)
      const kept = readReadings(session.database, testimony)
      return {
        passages: passages.map(({ passage, words }) => {
          const own = kept.filter((reading) => reading.passage === passage.id)
          const fitting = own.filter((reading) => reading.words === words)
          const found = fitting.find(({ isApproved }) => isApproved) ?? fitting[0] ?? own[0]
          const { language, direction } = passage
          if (found === undefined) return { passage: passage.id, words, language, direction, reading: null }
          const { id, media, voice, reader, durationMs, isApproved, words: read } = found
          const reading = { id, media, voice, reader, durationMs, isApproved, fits: read === words }
          return { passage: passage.id, words, language, direction, reading }
        }),
      }
    },
    async begin({ excerpt, passage, type, live }) {
      const { testimony, words } = oneToBeRead(open(), excerpt, passage)
      const reading = await coming.begin({ testimony, type, passage, words })
      if (live) await recording.begin(reading)
      return { reading }
    },
    async append({ excerpt, reading, bytes }) {
      await coming.append(testimonyOf(excerpt), reading, bytes, 'soundUnreadable')
      return {}
    },
    async finish({ excerpt, reading, durationMs, reader }) {
      const testimony = testimonyOf(excerpt)
      const known = { durationMs: Math.ceil(durationMs), sampleRate: usualRate }
      const { name: media } = await coming.finish(
        testimony,
        reading,
        ['excerpts'],
        (archive, { name }, { passage, words }, at) => {
          if (oneToBeRead(open(), excerpt, passage).words !== words) throw new Failure('changedMeanwhile')
          const about = { voice: 'person', reader: reader.trim(), isApproved: false, at } as const
          insertReading(archive, testimony, { id: reading, passage, words, media: name, ...known, ...about })
        },
        async (came, file) => {
          const sound = await readSound(file)
          if (sound.durationMs > 0) known.durationMs = Math.ceil(sound.durationMs)
          known.sampleRate = sound.sampleRate
          await requireAnotherVoice(open(), testimony, came, file)
        },
      )
      return { media }
    },
    async drop({ excerpt, reading }) {
      const testimony = testimonyOf(excerpt)
      if (await coming.drop(testimony, reading)) return {}
      const session = open()
      await drop(session, testimony, keptReading(session, testimony, reading).id)
      return {}
    },
    async approve({ excerpt, reading: id }) {
      const session = open()
      const testimony = testimonyOf(excerpt)
      const { passage, words } = keptReading(session, testimony, id)
      if (oneToBeRead(session, excerpt, passage).words !== words) throw new Failure('changedMeanwhile')
      session.save(['excerpts'], (archive) => approveReading(archive, id, session.moment()))
      // One reading of the same words is enough, and what is not used is not kept.
      const others = readReadings(session.database, testimony).filter(
        (other) => other.id !== id && other.passage === passage && other.words === words,
      )
      for (const other of others) await drop(session, testimony, other.id)
      return {}
    },
    async voices({ language }, signal) {
      const program = machineVoiceProgram()
      return { program, voices: program === null ? [] : await machineVoices(program, language, signal) }
    },
    async speak({ excerpt, passage, voice }, signal) {
      const session = open()
      const { testimony, words, passage: read } = oneToBeRead(session, excerpt, passage)
      const program = machineVoiceProgram()
      const voices = program === null ? [] : await machineVoices(program, read.language, signal)
      if (program === null || !voices.some(({ id }) => id === voice)) throw new Failure('notFound')
      const ending = AbortSignal.any([signal, session.atWindow])
      const { wav, sampleRate, durationMs } = await spokenByMachine(program, voice, words, ending)
      const writer = await MediaWriter.begin(session.folder, session.about.mediaRecipient, session.surroundings.random)
      try {
        await writer.append(wav)
        const media = await writer.finish()
        if (open() !== session) throw new Failure('locked')
        if (oneToBeRead(session, excerpt, passage).words !== words) throw new Failure('changedMeanwhile')
        session.save(['excerpts'], (archive) => {
          const at = session.moment()
          insertMedia(archive, { ...media, kind: 'recording', type: 'audio/wav' }, at)
          const about = { voice: 'machine', reader: '', isApproved: false, at } as const
          insertReading(archive, testimony, {
            id: session.newId(),
            passage,
            words,
            media: media.name,
            durationMs,
            sampleRate,
            ...about,
          })
        })
        return { media: media.name }
      } finally {
        wav.fill(0)
        await writer.discard()
      }
    },
  }
}
