// The role matrix, written out: for every call there is, what each who may be at the window is answered, and an input that
// is right. A call of the contract that is missing here does not compile.
import path from 'node:path'
import type { ArchiveClient, ArchiveContract } from '../../shared/contract/index.ts'
import { passphrase } from '../support/archive.ts'
import { evidence, herPassphrase, labelWords, webm, type Person } from './role-world.ts'
import { plainConditions } from '../support/plain-conditions.ts'

export type CallName = {
  [C in keyof ArchiveContract]: `${C}.${keyof ArchiveContract[C] & string}`
}[keyof ArchiveContract]

type InputOf<N extends CallName> = N extends `${infer C}.${infer M}`
  ? C extends keyof ArchiveClient
    ? M extends keyof ArchiveClient[C]
      ? ArchiveClient[C][M] extends (input: infer I, signal?: AbortSignal) => unknown
        ? I
        : never
      : never
    : never
  : never

/** What an input is made of: one narrator and what is hers, and the archive while an archivist is at its window. */
export interface Makings {
  readonly person: Person
  readonly client: ArchiveClient
  readonly folder: string
  /** An empty folder that is nobody's archive. */
  readonly out: string
  readonly recipient: string
  /** A name that no other input has. */
  readonly fresh: string
}

/** A failure's code, or `answered`. */
export type Answer = string

export interface Expectation<I = unknown> {
  /** An archivist; she, of what is hers; she, of what is another's; anybody while it is locked. */
  readonly says: readonly [archivist: Answer, hers: Answer, notHers: Answer, locked: Answer]
  /** Made while an archivist is at the window. */
  readonly input: (makings: Makings) => I | Promise<I>
  /** Made in her own session, where what it names can only be there. */
  readonly inHerSession?: (makings: Makings) => I | Promise<I>
}

const anybody = ['answered', 'answered', 'answered', 'answered'] as const
const archivistOnly = ['answered', 'onlyArchivist', 'onlyArchivist', 'locked'] as const
/** Nothing of anybody's is named: the answer itself holds only what is hers. */
const narrowed = ['answered', 'answered', 'answered', 'locked'] as const
const hersToo = ['answered', 'answered', 'notFound', 'locked'] as const
const hersAlone = ['onlyNarrator', 'answered', 'notFound', 'locked'] as const
const ofHerself = ['onlyNarrator', 'answered', 'answered', 'locked'] as const
/** An archivist may make the call, and is told that these words are hers. */
const herWords = ['herVersion', 'answered', 'notFound', 'locked'] as const
/** An archivist may make the call, and is told that only she takes back what she has gone through. */
const herMarks = ['hersToDecide', 'answered', 'notFound', 'locked'] as const

/** She was never asked about that use, so there is nothing to take back. */
const nothingTakenBack = ['nothingTakenBack', 'nothingTakenBack', 'notFound', 'locked'] as const
/** What was given out is open still. */
const nothingOwed = ['nothingOwed', 'onlyArchivist', 'onlyArchivist', 'locked'] as const

const noModel = ['modelMissing', 'onlyArchivist', 'onlyArchivist', 'locked'] as const
const noTake = ['notFound', 'onlyArchivist', 'onlyArchivist', 'locked'] as const
/** The recorder answers whoever is at the window, and while it is locked, of the take that is under way and of no other. */
const atNoRecorder = ['notFound', 'notFound', 'notFound', 'notFound'] as const
const nobodysBackup = '0123456789abcdef0123456789'
const nobodysTake = { take: '0123456789abcdef' } as const

/** An archivist may ask, and no passage there is to be read by somebody else. */
const noOtherVoice = ['notFound', 'onlyArchivist', 'onlyArchivist', 'locked'] as const

const nothing = () => ({})
const mine = ({ person: { testimony } }: Makings) => ({ testimony })
const span = ({ person }: Makings) => ({
  passage: person.passages[1] ?? '',
  start: 0,
  end: 3,
  startMs: null,
  endMs: null,
})
const redactionWords = {
  thing: 'name',
  reach: 'anyone',
  way: 'removed',
  replacement: '',
  why: '',
} as const
const cardWords = {
  title: 'Radio',
  says: 'On the radio.',
  whoCouldSee: 'Anyone.',
  worstCase: 'Anyone hears it.',
} as const
const noKeys = {
  preset: 'own',
  own: {},
  pedals: {},
  stepBackMs: 1_000,
  skipMs: 5_000,
  pauseWhileTyping: false,
} as const
const opensWith = { kind: 'passphrase', words: passphrase } as const
const newShares = { opensWith, needed: 2, of: 3, language: 'en' } as const
const revisionOf = async ({ client, person }: Makings) =>
  (await client.story.read({ testimony: person.testimony })).story.testimony.revision

const receiptWanted = ({ person: { narrator } }: Makings) => ({ narrator, language: 'en', contact: '' })
const letterWords = ({ person: { disclosure } }: Makings) => ({ disclosure, from: 'Ana', why: '' })

async function label(makings: Makings): Promise<string> {
  const { marks } = await makings.client.marks.label({
    ...mine(makings),
    spans: [span(makings)],
    words: makings.fresh,
    meaning: '',
    ...labelWords,
  })
  return marks.labels.at(-1)?.id ?? ''
}

async function redaction(makings: Makings) {
  const { marks } = await makings.client.marks.takeOut({
    ...mine(makings),
    spans: [span(makings)],
    ...redactionWords,
  })
  const made = marks.redactions.at(-1)
  return { id: made?.id ?? '', range: made?.ranges[0]?.id ?? '' }
}

const stretch = ({ person }: Makings) => ({ recording: person.recording.id, startMs: 10, endMs: 20 })

async function silence(makings: Makings): Promise<string> {
  const { marks } = await makings.client.marks.takeOutSound({
    ...mine(makings),
    stretches: [stretch(makings)],
    ...redactionWords,
  })
  return marks.redactions.at(-1)?.stretches?.[0]?.id ?? ''
}

async function longerName(makings: Makings) {
  const { marks } = await makings.client.marks.takeOut({
    ...mine(makings),
    spans: [span(makings)],
    ...redactionWords,
  })
  const words = marks.redactions.at(-1)?.ranges[0]?.quote ?? ''
  return { words, other: `${words}s` }
}

async function tie(makings: Makings): Promise<string> {
  const passages = [makings.person.passages[1] ?? '']
  const { marks } = await makings.client.marks.tie({ ...mine(makings), passages, kind: 'neverAlone', reason: '' })
  return marks.ties.at(-1)?.id ?? ''
}

async function excerpt({ client, person, recipient }: Makings): Promise<string> {
  const { id } = await client.excerpts.begin({
    testimony: person.testimony,
    use: 'readingRoom',
    recipient,
    passages: [person.passages[0] ?? ''],
  })
  return id
}

async function unread(makings: Makings) {
  return { excerpt: await excerpt(makings), passage: makings.person.passages[0] ?? '' }
}

async function noReading(makings: Makings) {
  return { excerpt: await excerpt(makings), reading: makings.person.passages[0] ?? '' }
}

async function batch({ client, fresh }: Makings) {
  const { batch: id } = await client.bringIn.begin({})
  await client.bringIn.paste({ batch: id, text: `Mina: I sold ${fresh}.\n\nAna: Where?\n\nMina: At home.\n` })
  const { items } = await client.bringIn.preview({ batch: id })
  return { batch: id, item: items[0]?.item ?? '' }
}

async function openFile({ client }: Makings) {
  const { batch: id } = await client.bringIn.begin({})
  const { file } = await client.bringIn.openFile({ batch: id, name: 'a.txt', size: 5 })
  return { batch: id, file }
}

async function rendering({ client, person }: Makings) {
  const plan = { kind: 'story', recording: person.recording.id } as const
  // A reach of its own each time: what is rendered once is ready ever after.
  const { rendition, clips, sampleRate } = await client.sound.plan({ ...plan, reach: 'circle' })
  return { rendition, samples: ((clips[0]?.endMs ?? 0) * sampleRate) / 1000 }
}

async function suggestion(makings: Makings): Promise<string> {
  const { suggestion: id } = await makings.client.writing.suggest({
    ...mine(makings),
    passage: makings.person.passages[1] ?? '',
    after: makings.fresh,
    why: '',
  })
  return id
}

async function section(makings: Makings): Promise<string> {
  const passage = makings.person.passages[2] ?? ''
  const heading = makings.fresh
  return (await makings.client.writing.putSection({ ...mine(makings), section: null, passage, heading })).section
}

async function wordsAbout(makings: Makings): Promise<string> {
  const words = { wordsAbout: null, kind: 'note', language: 'en', text: makings.fresh } as const
  return (await makings.client.writing.putWordsAbout({ ...mine(makings), ...words })).wordsAbout
}

async function begunAnswer({ client, person }: Makings): Promise<string> {
  const { answer } = await client.herSession.beginAnswer({
    testimony: person.testimony,
    passage: null,
    type: 'audio/webm',
  })
  return answer
}

const paper = Buffer.from('%PDF-1.7')

async function begunPaper({ client, person: { testimony } }: Makings): Promise<string> {
  return (await client.evidence.begin({ testimony, type: 'application/pdf' })).file
}

/** A paper that has all its bytes and is not finished. */
async function wholePaper(makings: Makings) {
  const ofPaper = { ...mine(makings), file: await begunPaper(makings) }
  await makings.client.evidence.append({ ...ofPaper, bytes: paper })
  return ofPaper
}

/** An answer that waits for an event. */
async function waiting(makings: Makings): Promise<string> {
  const { entries } = await makings.client.consent.answer({
    ...mine(makings),
    evidence,
    scope: { kind: 'testimony' },
    use: 'research',
    answer: 'yes',
    conditions: { ...plainConditions, untilEvent: 'My sister has her papers' },
    cardLanguage: 'en',
    cardVersion: 1,
  })
  return entries.at(-1)?.id ?? ''
}

export const roleTable: { readonly [N in CallName]: Expectation<InputOf<N>> } = {
  'door.state': { says: anybody, input: nothing },
  'door.keepPreferences': {
    says: anybody,
    input: () => ({ language: '', theme: 'system', textSize: 100, keys: noKeys }),
  },
  'door.proposePassphrase': { says: anybody, input: () => ({ language: 'en' }) },
  'door.estimatePassphrase': { says: anybody, input: () => ({ passphrase: 'orange market' }) },
  'door.create': {
    says: ['archiveHere', 'onlyArchivist', 'onlyArchivist', 'answered'],
    input: ({ out, fresh }) => ({ folder: path.join(out, fresh), passphrase, archivist: 'Ana', language: 'en' }),
  },
  'door.confirmPaperKey': {
    says: ['notFound', 'onlyArchivist', 'onlyArchivist', 'answered'],
    input: () => ({ words: [] }),
  },
  'door.lookAtPaperWords': { says: anybody, input: () => ({ words: 'abandon ability' }) },
  'door.open': {
    says: ['alreadyOpenElsewhere', 'onlyArchivist', 'onlyArchivist', 'wrongPassphrase'],
    input: ({ folder }) => ({ folder, passphrase: 'not the one' }),
  },
  'door.openWithPaperKey': {
    says: ['wrongPaperKey', 'onlyArchivist', 'onlyArchivist', 'wrongPaperKey'],
    input: ({ folder }) => ({ folder, words: 'abandon ability' }),
  },
  'door.lookAtShares': {
    says: ['answered', 'onlyArchivist', 'onlyArchivist', 'answered'],
    input: ({ folder }) => ({ folder, sheets: ['abandon ability'] }),
  },
  'door.openWithShares': {
    says: ['wrongShares', 'onlyArchivist', 'onlyArchivist', 'wrongShares'],
    input: ({ folder }) => ({ folder, sheets: ['abandon ability'] }),
  },
  'door.changePassphrase': { says: archivistOnly, input: () => ({ opensWith, passphrase }) },
  'door.beginNewPaperKey': { says: archivistOnly, input: () => ({ opensWith, language: 'en' }) },
  'door.confirmNewPaperKey': { says: archivistOnly, input: () => ({ words: [] }) },
  'door.lock': { says: anybody, input: nothing },
  'door.folders': { says: anybody, input: ({ out }) => ({ path: out }) },
  'door.makeFolder': { says: anybody, input: ({ out, fresh }) => ({ parent: out, name: fresh }) },

  'members.list': { says: archivistOnly, input: nothing },
  'members.add': {
    says: archivistOnly,
    input: ({ fresh }) => ({ opensWith, name: fresh, passphrase: `${fresh} walnut copper planet anchor willow` }),
  },
  'members.remove': {
    says: ['notFound', 'onlyArchivist', 'onlyArchivist', 'locked'],
    input: () => ({ opensWith, member: '0123456789abcdef' }),
  },
  'members.progress': { says: anybody, input: nothing },
  'members.beginShares': { says: archivistOnly, input: () => newShares },
  'members.confirmShares': {
    says: archivistOnly,
    input: async ({ client }) => {
      await client.members.beginShares(newShares)
      return { words: [] }
    },
  },
  'members.endShares': { says: archivistOnly, input: () => ({ opensWith }) },

  'bringIn.begin': { says: archivistOnly, input: nothing },
  'bringIn.openFile': {
    says: archivistOnly,
    input: async (makings) => ({ batch: (await batch(makings)).batch, name: 'a.txt', size: 5 }),
  },
  'bringIn.append': {
    says: archivistOnly,
    input: async (makings) => ({ ...(await openFile(makings)), bytes: Buffer.from('I ate') }),
  },
  'bringIn.closeFile': {
    says: archivistOnly,
    input: async (makings) => {
      const file = await openFile(makings)
      await makings.client.bringIn.append({ ...file, bytes: Buffer.from('I ate') })
      return file
    },
  },
  'bringIn.paste': {
    says: archivistOnly,
    input: async (makings) => ({ batch: (await batch(makings)).batch, text: 'Mina: It rained.' }),
  },
  'bringIn.preview': { says: archivistOnly, input: async (makings) => ({ batch: (await batch(makings)).batch }) },
  'bringIn.previewText': { says: archivistOnly, input: batch },
  'bringIn.correct': {
    says: archivistOnly,
    input: async (makings) => {
      const where = await batch(makings)
      const { items } = await makings.client.bringIn.preview({ batch: where.batch })
      const speakers = items[0]?.speakers ?? []
      return {
        ...where,
        title: 'A day',
        narratorName: 'Mina',
        language: 'en',
        keep: true,
        speakers: speakers.map(({ name, role }) => ({ name, role })),
      }
    },
  },
  'bringIn.correctPassage': {
    says: archivistOnly,
    input: async (makings) => ({
      ...(await batch(makings)),
      turn: 0,
      passage: 0,
      change: { kind: 'text', text: 'I sold oranges.' },
    }),
  },
  'bringIn.match': {
    says: archivistOnly,
    input: async (makings) => {
      const { batch: id, item } = await batch(makings)
      return { batch: id, transcript: item, sound: null }
    },
  },
  'bringIn.keep': { says: archivistOnly, input: async (makings) => ({ batch: (await batch(makings)).batch }) },
  'bringIn.forget': { says: archivistOnly, input: async (makings) => ({ batch: (await batch(makings)).batch }) },

  'shelf.list': {
    says: narrowed,
    input: () => ({ words: '', language: '', label: '', state: 'all', order: 'newest', from: 0, count: 100 }),
  },
  'shelf.choices': { says: narrowed, input: nothing },
  'shelf.find': {
    says: narrowed,
    input: () => ({ words: 'sold', language: '', role: 'anyone', count: 100 }),
  },

  'story.read': { says: hersToo, input: mine },
  'story.viewAs': { says: hersToo, input: (makings) => ({ ...mine(makings), reach: 'archive' }) },
  'story.retitle': {
    says: herWords,
    input: (makings) => ({ ...mine(makings), title: makings.person.word('title'), titleBy: 'narrator' }),
  },
  'story.changeSpeaker': {
    says: hersToo,
    input: ({ person: { testimony, speaker, word } }) => ({
      testimony,
      speaker,
      name: word('name'),
      role: 'narrator',
    }),
  },
  'story.changeNarrator': {
    says: hersToo,
    input: ({ person: { narrator, word } }) => ({
      narrator,
      name: word('name'),
      names: {},
      existence: 'byName',
      refusedWords: [],
    }),
  },
  'story.changeLanguage': { says: hersToo, input: (makings) => ({ ...mine(makings), language: 'en' }) },
  'story.setPassageTime': {
    says: hersToo,
    input: ({ person }) => ({
      testimony: person.testimony,
      passage: person.passages[0] ?? '',
      recording: person.recording.id,
      startMs: 0,
      endMs: 10,
    }),
  },
  'story.peaks': { says: hersToo, input: ({ person }) => ({ recording: person.recording.id }) },
  'story.withoutPeaks': { says: archivistOnly, input: () => ({}) },
  'story.keepPeaks': {
    says: hersToo,
    input: ({ person }) => ({ recording: person.recording.id, peaks: Uint8Array.of(2, 0, 0, 0, 32, 78, 0, 0, 9) }),
  },

  'sound.plan': {
    says: hersToo,
    input: ({ person }) => ({ kind: 'story', recording: person.recording.id, reach: 'archive' }),
  },
  'sound.append': {
    says: hersToo,
    input: async (makings) => ({
      rendition: (await rendering(makings)).rendition,
      clip: 0,
      bytes: new Uint8Array(2),
    }),
    inHerSession: async (makings) => ({
      rendition: (await rendering(makings)).rendition,
      clip: 0,
      bytes: new Uint8Array(2),
    }),
  },
  'sound.finish': {
    says: hersToo,
    input: async (makings) => rendered(makings),
    inHerSession: async (makings) => rendered(makings),
  },
  'sound.abandon': {
    says: hersToo,
    input: ({ person }) => ({ rendition: person.rendition }),
    inHerSession: async (makings) => ({ rendition: (await rendering(makings)).rendition }),
  },

  'marks.label': {
    says: hersToo,
    input: (makings) => ({
      ...mine(makings),
      spans: [span(makings)],
      words: makings.person.word('label'),
      meaning: '',
      ...labelWords,
    }),
  },
  'marks.changeLabel': {
    says: herMarks,
    input: async (makings) => ({
      ...mine(makings),
      label: await label(makings),
      words: 'kin',
      meaning: '',
      ...labelWords,
    }),
  },
  'marks.removeLabel': {
    says: herMarks,
    input: async (makings) => ({ ...mine(makings), label: await label(makings) }),
  },
  'marks.moveLabel': {
    says: hersToo,
    input: async (makings) => ({ ...mine(makings), label: await label(makings), way: 'later' }),
  },
  'marks.takeOut': {
    says: hersToo,
    input: (makings) => ({ ...mine(makings), spans: [span(makings)], ...redactionWords }),
  },
  'marks.changeTakenOut': {
    says: herMarks,
    input: async (makings) => ({ ...mine(makings), redaction: (await redaction(makings)).id, ...redactionWords }),
  },
  'marks.setTakenOutTime': {
    says: hersToo,
    input: async (makings) => ({
      ...mine(makings),
      range: (await redaction(makings)).range,
      startMs: 1,
      endMs: 2,
    }),
  },
  'marks.takeOutSound': {
    says: hersToo,
    input: (makings) => ({ ...mine(makings), stretches: [stretch(makings)], ...redactionWords }),
  },
  'marks.setTakenOutStretch': {
    says: herMarks,
    input: async (makings) => ({ ...mine(makings), stretch: await silence(makings), startMs: 1, endMs: 2 }),
  },
  'marks.putBack': {
    says: herMarks,
    input: async (makings) => ({ ...mine(makings), redaction: (await redaction(makings)).id }),
  },
  'marks.tie': {
    says: hersToo,
    input: (makings) => ({
      ...mine(makings),
      passages: [makings.person.passages[2] ?? ''],
      kind: 'neverAsTitle',
      reason: '',
    }),
  },
  'marks.changeTie': {
    says: herMarks,
    input: async (makings) => ({ ...mine(makings), tie: await tie(makings), kind: 'together', reason: '' }),
  },
  'marks.untie': { says: herMarks, input: async (makings) => ({ ...mine(makings), tie: await tie(makings) }) },
  'marks.resolve': {
    says: herMarks,
    input: async (makings) => ({ ...mine(makings), range: (await redaction(makings)).range, span: null }),
  },
  'marks.everywhere': { says: hersToo, input: (makings) => ({ ...mine(makings), words: 'market' }) },
  'marks.takeOutEverywhere': {
    says: hersToo,
    input: async (makings) => {
      const { places } = await makings.client.marks.everywhere({ ...mine(makings), words: 'market' })
      const free = places.filter(({ where, covered }) => where === 'passage' && !covered)
      return {
        ...mine(makings),
        words: 'market',
        places: free.map(({ place }) => place),
        ...redactionWords,
        thing: 'place',
      }
    },
  },
  'marks.notTheSame': {
    says: herMarks,
    input: async (makings) => ({ ...mine(makings), ...(await longerName(makings)) }),
  },
  'marks.theSameAfterAll': {
    says: herMarks,
    input: (makings) => ({ ...mine(makings), notTheSame: makings.person.passages[0] ?? '' }),
    inHerSession: async (makings) => {
      const { marks } = await makings.client.marks.notTheSame({ ...mine(makings), ...(await longerName(makings)) })
      return { ...mine(makings), notTheSame: marks.notTheSame.at(-1)?.id ?? '' }
    },
  },
  'marks.undo': {
    says: hersToo,
    input: mine,
    inHerSession: async (makings) => {
      await label(makings)
      return mine(makings)
    },
  },
  'marks.redo': {
    says: hersToo,
    input: async (makings) => {
      await label(makings)
      await makings.client.marks.undo(mine(makings))
      return mine(makings)
    },
    inHerSession: async (makings) => {
      await label(makings)
      await makings.client.marks.undo(mine(makings))
      return mine(makings)
    },
  },
  'marks.sameWords': { says: hersToo, input: (makings) => ({ ...mine(makings), words: 'sold' }) },
  'marks.offeredLabels': { says: narrowed, input: () => ({ language: 'en' }) },

  'writing.keep': {
    says: herWords,
    input: async (makings) => keptChange(makings),
    inHerSession: async (makings) => keptChange(makings),
  },
  'writing.snapshot': { says: hersToo, input: (makings) => ({ ...mine(makings), name: makings.fresh }) },
  'writing.revisions': { says: hersToo, input: mine },
  'writing.at': { says: hersToo, input: (makings) => ({ ...mine(makings), revision: 1 }) },
  'writing.restore': {
    says: hersToo,
    input: async (makings) => ({ ...mine(makings), base: await revisionOf(makings), revision: 1 }),
    inHerSession: async (makings) => ({ ...mine(makings), base: await revisionOf(makings), revision: 1 }),
  },
  'writing.forget': {
    says: hersAlone,
    input: (makings) => ({ ...mine(makings), revision: 1 }),
    inHerSession: async (makings) => {
      await makings.client.writing.snapshot({ ...mine(makings), name: 'one' })
      await makings.client.writing.snapshot({ ...mine(makings), name: 'two' })
      const { revisions } = await makings.client.writing.revisions(mine(makings))
      return { ...mine(makings), revision: revisions.at(-2)?.number ?? 0 }
    },
  },
  'writing.suggest': {
    says: hersToo,
    input: (makings) => ({ ...mine(makings), passage: makings.person.passages[1] ?? '', after: 'So.', why: '' }),
  },
  'writing.takeBackSuggestion': {
    says: hersToo,
    input: async (makings) => ({ ...mine(makings), suggestion: await suggestion(makings) }),
  },
  'writing.answerSuggestion': {
    says: herWords,
    input: async (makings) => ({ ...mine(makings), suggestion: await suggestion(makings), answer: 'keepMine' }),
  },
  // Declined by whoever brings it back; an archivist is not answered where she decides.
  'writing.bringBackSuggestion': {
    says: ['changedMeanwhile', 'answered', 'notFound', 'locked'],
    input: async (makings) => ({ ...mine(makings), suggestion: await suggestion(makings) }),
    inHerSession: async (makings) => {
      const one = { ...mine(makings), suggestion: await suggestion(makings) }
      await makings.client.writing.answerSuggestion({ ...one, answer: 'keepMine' })
      return one
    },
  },
  'writing.putSection': {
    says: hersToo,
    input: (makings) => ({
      ...mine(makings),
      section: null,
      passage: makings.person.passages[0] ?? '',
      heading: makings.person.word('heading'),
    }),
  },
  'writing.removeSection': {
    says: hersToo,
    input: async (makings) => ({ ...mine(makings), section: await section(makings) }),
  },
  'writing.putWordsAbout': {
    says: hersToo,
    input: (makings) => ({ ...mine(makings), wordsAbout: null, kind: 'note', language: 'en', text: 'Hers.' }),
  },
  'writing.removeWordsAbout': {
    says: hersToo,
    input: async (makings) => ({ ...mine(makings), wordsAbout: await wordsAbout(makings) }),
  },
  'writing.answerWordsAbout': {
    says: hersAlone,
    input: async (makings) => ({ ...mine(makings), wordsAbout: await wordsAbout(makings), seen: 'yes', answer: '' }),
  },
  'writing.beside': { says: hersToo, input: mine },

  'consent.uses': { says: narrowed, input: () => ({ language: 'en' }) },
  'consent.cards': { says: narrowed, input: () => ({ language: 'en' }) },
  'cards.list': { says: archivistOnly, input: nothing },
  'cards.addUse': {
    says: archivistOnly,
    input: () => ({ reach: 'readers', namedRecipientOnly: false, language: 'en', words: cardWords }),
  },
  'cards.reword': {
    says: archivistOnly,
    input: ({ fresh }) => ({ use: 'press', language: `en-x-${fresh.slice(-8)}`, after: 0, words: cardWords }),
  },
  'cards.check': { says: archivistOnly, input: () => ({ use: 'press', language: 'fr', after: 1 }) },
  'cards.retire': { says: archivistOnly, input: () => ({ use: 'press', on: true }) },
  'cards.order': {
    says: archivistOnly,
    input: async ({ client }) => ({ uses: (await client.cards.list({})).uses.map(({ use }) => use) }),
  },
  'cards.version': { says: narrowed, input: () => ({ use: 'press', language: 'en', version: 1 }) },
  'consent.read': { says: hersToo, input: mine },
  'consent.answer': {
    says: hersToo,
    input: (makings) => ({
      ...mine(makings),
      evidence,
      scope: { kind: 'testimony' },
      use: 'research',
      answer: 'yes',
      conditions: plainConditions,
      cardLanguage: 'en',
      cardVersion: 1,
    }),
  },
  'consent.reviewed': { says: hersToo, input: (makings) => ({ ...mine(makings), evidence }) },
  'consent.mirror': {
    says: hersToo,
    input: (makings) => ({ ...mine(makings), threshold: 40, toReader: false, evidence }),
  },
  'consent.waiveCoolingOff': { says: hersAlone, input: (makings) => ({ ...mine(makings), evidence }) },
  'consent.eventCame': {
    says: hersToo,
    input: async (makings) => ({ ...mine(makings), evidence, entry: await waiting(makings) }),
  },

  'evidence.begin': { says: hersToo, input: (makings) => ({ ...mine(makings), type: 'application/pdf' }) },
  'evidence.append': {
    says: hersToo,
    input: async (makings) => ({ ...mine(makings), file: await begunPaper(makings), bytes: paper }),
    inHerSession: async (makings) => ({ ...mine(makings), file: await begunPaper(makings), bytes: paper }),
  },
  'evidence.finish': { says: hersToo, input: wholePaper, inHerSession: wholePaper },
  'evidence.drop': { says: hersToo, input: wholePaper, inHerSession: wholePaper },
  'evidence.list': { says: hersToo, input: mine },

  'excerpts.recipients': { says: narrowed, input: nothing },
  'excerpts.addRecipient': { says: narrowed, input: ({ fresh }) => ({ name: fresh, language: 'en' }) },
  'excerpts.list': { says: narrowed, input: nothing },
  'excerpts.begin': {
    says: archivistOnly,
    input: ({ person, recipient }) => ({
      testimony: person.testimony,
      use: 'readingRoom',
      recipient,
      passages: [person.passages[0] ?? ''],
    }),
  },
  'excerpts.read': { says: hersToo, input: async (makings) => ({ excerpt: await excerpt(makings) }) },
  'excerpts.change': {
    says: archivistOnly,
    input: async (makings) => ({
      excerpt: await excerpt(makings),
      use: 'readingRoom',
      recipient: makings.recipient,
      passages: [makings.person.passages[0] ?? ''],
      withSound: false,
      framing: { title: 'Oranges', introduction: '', keywords: [] },
    }),
  },
  'excerpts.remove': { says: archivistOnly, input: async (makings) => ({ excerpt: await excerpt(makings) }) },
  'excerpts.check': { says: hersToo, input: async (makings) => ({ excerpt: await excerpt(makings) }) },
  // It has no title yet, so its files cannot be made.
  'excerpts.prepare': {
    says: ['notReleasable', 'notReleasable', 'notFound', 'locked'],
    input: async (makings) => ({ excerpt: await excerpt(makings) }),
  },
  // She has a passphrase: nobody else says yes for her.
  'excerpts.signOff': {
    says: ['hersToSign', 'changedMeanwhile', 'notFound', 'locked'],
    input: async (makings) => ({ excerpt: await excerpt(makings), contentHash: '0'.repeat(64), evidence }),
  },
  'excerpts.refuse': {
    says: ['changedMeanwhile', 'changedMeanwhile', 'notFound', 'locked'],
    input: async (makings) => ({ excerpt: await excerpt(makings), contentHash: '0'.repeat(64), why: '', evidence }),
  },
  'excerpts.standing': { says: ofHerself, input: nothing },
  'excerpts.giveOut': {
    says: ['notReleasable', 'onlyArchivist', 'onlyArchivist', 'locked'],
    input: async (makings) => ({
      excerpt: await excerpt(makings),
      parentFolder: makings.out,
      folderName: makings.fresh,
    }),
  },
  'readings.list': { says: archivistOnly, input: async (makings) => ({ excerpt: await excerpt(makings) }) },
  // Her answer asks for no other voice there.
  'readings.begin': {
    says: noOtherVoice,
    input: async (makings) => ({ ...(await unread(makings)), type: 'audio/webm', live: false }),
  },
  'readings.append': {
    says: noOtherVoice,
    input: async (makings) => ({ ...(await noReading(makings)), bytes: webm }),
  },
  'readings.finish': {
    says: noOtherVoice,
    input: async (makings) => ({ ...(await noReading(makings)), durationMs: 10, reader: '' }),
  },
  'readings.drop': { says: noOtherVoice, input: noReading },
  'readings.approve': { says: noOtherVoice, input: noReading },
  'readings.voices': { says: archivistOnly, input: () => ({ language: 'xx' }) },
  'readings.speak': {
    says: noOtherVoice,
    input: async (makings) => ({ ...(await unread(makings)), voice: 'en' }),
  },
  'givenOut.list': { says: archivistOnly, input: nothing },
  'mosaic.beside': { says: hersToo, input: async (makings) => ({ excerpt: await excerpt(makings) }) },

  'recall.list': { says: narrowed, input: nothing },
  'recall.read': { says: hersToo, input: ({ person: { disclosure } }) => ({ disclosure }) },
  'recall.takeBack': {
    says: nothingTakenBack,
    input: (makings) => ({
      ...mine(makings),
      evidence,
      scope: { kind: 'testimony' },
      uses: ['press'],
      degree: 'stopNew',
    }),
  },
  'recall.chooseReplacement': {
    says: hersToo,
    input: (makings) => ({ ...mine(makings), evidence, says: 'silence', words: '', language: 'en' }),
  },
  'recall.replacementPage': { says: hersToo, input: ({ person: { disclosure } }) => ({ disclosure }) },
  'recall.begin': { says: nothingOwed, input: ({ person: { disclosure } }) => ({ disclosure }) },
  'recall.letter': { says: archivistOnly, input: (makings) => letterWords(makings) },
  'recall.printed': { says: nothingOwed, input: (makings) => letterWords(makings) },
  'recall.save': {
    says: nothingOwed,
    input: (makings) => ({
      ...letterWords(makings),
      parts: ['letter'],
      parentFolder: makings.out,
      folderName: makings.fresh,
    }),
  },
  'recall.step': {
    says: nothingOwed,
    input: ({ person: { disclosure } }) => ({ disclosure, kind: 'sent', on: '2026-03-12', note: '' }),
  },
  'recall.listed': { says: archivistOnly, input: nothing },
  'recall.lookHere': {
    says: ['notFound', 'onlyArchivist', 'onlyArchivist', 'locked'],
    input: ({ person: { disclosure } }) => ({ listed: disclosure }),
  },
  'recall.lift': {
    says: archivistOnly,
    input: ({ person: { disclosure } }) => ({ what: disclosure, lifted: true, note: 'She wants it here again.' }),
  },

  'receipt.read': { says: hersToo, input: receiptWanted },
  'receipt.save': {
    says: hersToo,
    input: (makings) => ({ ...receiptWanted(makings), parentFolder: makings.out, folderName: makings.fresh }),
  },
  'receipt.printed': { says: hersToo, input: receiptWanted },
  'catalogue.preview': { says: archivistOnly, input: () => ({ reach: 'readers', language: 'en' }) },
  'catalogue.save': {
    says: archivistOnly,
    input: ({ out, fresh }) => ({ reach: 'anyone', language: 'en', parentFolder: out, folderName: fresh }),
  },
  'catalogue.naming': { says: hersToo, input: ({ person: { narrator } }) => ({ narrator }) },
  'catalogue.before': { says: archivistOnly, input: nothing },
  'receipt.compare': { says: hersToo, input: ({ person: { narrator } }) => ({ narrator, number: '00' }) },

  'care.check': { says: archivistOnly, input: nothing },
  // It goes on until it is left; that it begins is asked by itself.
  'care.changes': { says: anybody, input: nothing },

  'herSession.handOver': {
    says: archivistOnly,
    input: ({ person }) => ({ narrator: person.narrator, passphrase: null }),
  },
  'herSession.leave': { says: ofHerself, input: () => ({ passphrase }) },
  'herSession.about': { says: ofHerself, input: nothing },
  'herSession.chooseColour': { says: ofHerself, input: () => ({ colour: 2 }) },
  'herSession.setPassphrase': {
    says: ['onlyNarrator', 'hasPassphrase', 'hasPassphrase', 'locked'],
    input: () => ({ passphrase: herPassphrase }),
  },
  'herSession.openKey': { says: ofHerself, input: () => ({ passphrase: herPassphrase }) },
  'herSession.changePassphrase': {
    says: ofHerself,
    input: () => ({ old: herPassphrase, passphrase: herPassphrase }),
  },
  'herSession.beginPaper': {
    says: ofHerself,
    input: () => ({ passphrase: herPassphrase, language: 'en' }),
  },
  'herSession.confirmPaper': { says: ofHerself, input: () => ({ words: [] }) },
  'herSession.openWithPaper': {
    says: ['onlyNarrator', 'noPaper', 'noPaper', 'locked'],
    input: () => ({ words: 'abandon ability', passphrase: herPassphrase }),
  },
  'herSession.forgetPassphrase': {
    says: ['onlyNarrator', 'wrongPassphrase', 'wrongPassphrase', 'locked'],
    input: () => ({ passphrase: 'not the one' }),
  },
  'herSession.progress': { says: hersToo, input: mine },
  'herSession.look': {
    says: hersAlone,
    input: (makings) => ({ ...mine(makings), passage: makings.person.passages[0] ?? '', look: 'heard', on: true }),
  },
  'herSession.seal': {
    says: hersAlone,
    input: (makings) => ({ ...mine(makings), passages: [makings.person.passages[3] ?? ''] }),
  },
  'herSession.sealWithSound': {
    says: hersAlone,
    input: (makings) => ({ ...mine(makings), passages: [makings.person.passages[3] ?? ''] }),
  },
  'herSession.sealedSound': {
    says: hersAlone,
    input: (makings) => ({ ...mine(makings), passage: makings.person.sealed }),
  },
  'herSession.sealedAnswers': { says: hersAlone, input: mine },
  'herSession.unseal': {
    says: hersAlone,
    input: (makings) => ({ ...mine(makings), passages: [makings.person.passages[3] ?? ''] }),
  },
  'herSession.readSealed': {
    says: hersAlone,
    input: (makings) => ({ ...mine(makings), passage: makings.person.sealed }),
  },
  'herSession.beginAnswer': {
    says: hersAlone,
    input: (makings) => ({ ...mine(makings), passage: null, type: 'audio/webm' }),
  },
  'herSession.appendAnswer': {
    says: hersAlone,
    input: (makings) => ({ ...mine(makings), answer: makings.person.answer, bytes: webm }),
    inHerSession: async (makings) => ({ ...mine(makings), answer: await begunAnswer(makings), bytes: webm }),
  },
  'herSession.finishAnswer': {
    says: hersAlone,
    input: (makings) => ({ ...mine(makings), answer: makings.person.answer, durationMs: 1 }),
    inHerSession: async (makings) => {
      const answer = await begunAnswer(makings)
      await makings.client.herSession.appendAnswer({ ...mine(makings), answer, bytes: webm })
      return { ...mine(makings), answer, durationMs: 1 }
    },
  },
  'herSession.dropAnswer': {
    says: hersAlone,
    input: (makings) => ({ ...mine(makings), answer: makings.person.answer }),
  },

  'takeHome.openFormats': {
    says: hersToo,
    input: ({ person, out, fresh }) => ({ narrator: person.narrator, parent: out, name: fresh }),
  },
  'takeHome.makeCopy': {
    says: hersAlone,
    input: ({ person, out, fresh }) => ({
      narrator: person.narrator,
      parent: out,
      name: fresh,
      passphrase: herPassphrase,
    }),
  },
  // This archive is nobody's copy.
  'takeHome.packDecisions': {
    says: ['onlyNarrator', 'notFound', 'notFound', 'locked'],
    input: ({ person, out, fresh }) => ({
      narrator: person.narrator,
      parent: out,
      name: fresh,
      passphrase: herPassphrase,
    }),
  },
  'takeHome.beginDecisions': { says: archivistOnly, input: nothing },
  'takeHome.appendDecisions': {
    says: archivistOnly,
    input: async ({ client }) => ({
      file: (await client.takeHome.beginDecisions({})).file,
      bytes: Uint8Array.of(1, 2, 3),
    }),
  },
  'takeHome.readDecisions': {
    says: ['notHerFile', 'onlyArchivist', 'onlyArchivist', 'locked'],
    input: async ({ client }) => {
      const { file } = await client.takeHome.beginDecisions({})
      await client.takeHome.appendDecisions({ file, bytes: Uint8Array.of(1, 2, 3) })
      return { file }
    },
  },
  'takeHome.takeDecisions': {
    says: ['notFound', 'onlyArchivist', 'onlyArchivist', 'locked'],
    input: () => ({ pack: '0123456789abcdef', keepHere: [] }),
  },
  'takeHome.leaveDecisions': { says: archivistOnly, input: () => ({ pack: '0123456789abcdef' }) },

  'recording.takes': { says: archivistOnly, input: nothing },
  'recording.takeUp': { says: noTake, input: () => nobodysTake },
  'recording.finish': { says: noTake, input: () => ({ ...nobodysTake, offRecord: 'destroy' }) },
  'recording.destroy': { says: noTake, input: () => nobodysTake },
  'recording.about': { says: hersToo, input: ({ person }) => ({ recording: person.recording.id }) },
  'recording.offRecord': { says: hersToo, input: mine },
  'recording.destroyOffRecord': {
    says: ['onlyNarrator', 'notFound', 'notFound', 'locked'],
    input: (makings) => ({ ...mine(makings), part: '0123456789abcdef' }),
  },
  'recording.questions': { says: archivistOnly, input: nothing },
  'recording.keepQuestions': { says: archivistOnly, input: () => ({ questions: [] }) },

  'recorder.state': { says: anybody, input: nothing },
  'recorder.attend': { says: anybody, input: nothing },
  'recorder.append': {
    says: atNoRecorder,
    input: () => ({ ...nobodysTake, epoch: 0, sequence: 0, frames: 1, bytes: new Uint8Array(2), level: 'good' }),
  },
  'recorder.trouble': { says: atNoRecorder, input: () => ({ ...nobodysTake, trouble: null }) },
  'recorder.microphone': { says: atNoRecorder, input: () => ({ ...nobodysTake, microphone: '' }) },
  'recorder.pause': { says: atNoRecorder, input: () => nobodysTake },
  'recorder.goOn': { says: atNoRecorder, input: () => nobodysTake },
  'recorder.forget': { says: atNoRecorder, input: () => ({ ...nobodysTake, what: 'lastBit' }) },
  'recorder.goOffRecord': { says: atNoRecorder, input: () => nobodysTake },
  'recorder.backOnRecord': { says: atNoRecorder, input: () => ({ ...nobodysTake, offRecord: 'destroy' }) },
  'recorder.ask': { says: atNoRecorder, input: () => ({ ...nobodysTake, words: 'Where?' }) },
  'recorder.consentBegins': { says: atNoRecorder, input: () => nobodysTake },
  'recorder.consentEnds': { says: atNoRecorder, input: () => nobodysTake },
  'transcribing.settings': { says: archivistOnly, input: nothing },
  'transcribing.files': { says: archivistOnly, input: () => ({ path: '' }) },
  'transcribing.turnOn': { says: noModel, input: ({ out }) => ({ path: path.join(out, 'ggml-none.bin') }) },
  'transcribing.turnOff': { says: archivistOnly, input: nothing },
  'transcribing.state': { says: archivistOnly, input: mine },
  'transcribing.transcribe': {
    says: ['herVersion', 'onlyArchivist', 'onlyArchivist', 'locked'],
    input: ({ person: { testimony, recording } }) => ({
      testimony,
      recording: recording.id,
      language: 'en',
      asked: true,
    }),
  },
  'transcribing.append': {
    says: noTake,
    input: () => ({ run: '0123456789abcdef', stretch: 0, bytes: new Uint8Array(2) }),
  },
  'transcribing.finish': { says: noTake, input: () => ({ run: '0123456789abcdef' }) },
  'transcribing.read': { says: noTake, input: () => ({ draft: '0123456789abcdef' }) },
  'transcribing.accept': {
    says: noTake,
    input: () => ({ draft: '0123456789abcdef', place: 0, text: 'x', speaker: { role: 'narrator', name: '' } }),
  },
  'transcribing.leaveOut': { says: noTake, input: () => ({ draft: '0123456789abcdef', place: 0 }) },
  'transcribing.bringBack': { says: noTake, input: () => ({ draft: '0123456789abcdef', place: 0 }) },
  'transcribing.throwAway': { says: archivistOnly, input: () => ({ draft: '0123456789abcdef' }) },
  'recorder.stop': { says: atNoRecorder, input: () => ({ ...nobodysTake, offRecord: 'destroy' }) },

  'backup.state': { says: archivistOnly, input: nothing },
  'backup.plan': { says: archivistOnly, input: () => ({ keep: 3, remindAfterDays: 7 }) },
  'backup.putOff': { says: archivistOnly, input: nothing },
  'backup.room': { says: archivistOnly, input: ({ out }) => ({ folder: out }) },
  'backup.look': {
    says: ['noBackupHere', 'onlyArchivist', 'onlyArchivist', 'noBackupHere'],
    input: ({ folder }) => ({ folder }),
  },
  'backup.make': { says: archivistOnly, input: ({ out, fresh }) => ({ folder: path.join(out, fresh) }) },
  'backup.check': {
    says: ['noBackupHere', 'onlyArchivist', 'onlyArchivist', 'locked'],
    input: ({ out }) => ({ root: out, generation: nobodysBackup, opensWith }),
  },
  'backup.restore': {
    says: ['archiveHere', 'onlyArchivist', 'onlyArchivist', 'noBackupHere'],
    input: ({ out, fresh }) => ({ root: out, generation: nobodysBackup, into: path.join(out, fresh), opensWith }),
  },
  'backup.leave': {
    says: ['notTried', 'onlyArchivist', 'onlyArchivist', 'locked'],
    input: ({ out }) => ({ root: out, generation: nobodysBackup }),
  },
  'backup.repair': { says: archivistOnly, input: nothing },
  'backup.saveReport': {
    says: archivistOnly,
    input: ({ out, fresh }) => ({ parentFolder: out, folderName: fresh, text: 'Whole.' }),
  },

  // An archivist does not say how it is known.
  'erase.what': { says: hersToo, input: (makings) => ({ kind: 'story', ...mine(makings) }) },
  // NOTE: hers is a WAV, of which nothing has to be handed over.
  'erase.beginSound': {
    says: ['badInput', 'badInput', 'notFound', 'locked'],
    input: (makings) => ({
      ...mine(makings),
      passages: makings.person.passages.slice(3, 4),
      recording: makings.person.recording.id,
      sampleRate: 8_000,
      channels: 1,
      samples: 's16',
      frames: 8_000,
    }),
  },
  'erase.appendSound': {
    says: ['notFound', 'notFound', 'notFound', 'locked'],
    input: (makings) => ({ ...mine(makings), recording: makings.person.recording.id, bytes: new Uint8Array(2) }),
  },
  'erase.finishSound': {
    says: ['notFound', 'notFound', 'notFound', 'locked'],
    input: (makings) => ({ ...mine(makings), recording: makings.person.recording.id }),
  },
  'erase.abandonSound': {
    says: hersToo,
    input: (makings) => ({ ...mine(makings), recording: makings.person.recording.id }),
  },
  'erase.erase': {
    says: ['hersToDecide', 'answered', 'notFound', 'locked'],
    input: (makings) => ({
      kind: 'passages',
      ...mine(makings),
      passages: makings.person.passages.slice(3, 4),
      sound: 'stays',
      knownBy: null,
    }),
  },

  // What is not done while she is recorded was asked before.
  'recording.begin': {
    says: archivistOnly,
    input: (makings) => ({ story: mine(makings), agreed: evidence, codec: 'pcm', sampleRate: 48_000, channels: 1 }),
  },
  'recording.tryMicrophone': { says: archivistOnly, input: nothing },
}

/** A rendering with all its samples. */
async function rendered(makings: Makings) {
  const { rendition, samples } = await rendering(makings)
  await makings.client.sound.append({ rendition, clip: 0, bytes: new Uint8Array(samples * 2) })
  return { rendition }
}

async function keptChange(makings: Makings) {
  const { story } = await makings.client.story.read(mine(makings))
  const [, second] = story.passages
  if (second === undefined) throw new Error('the story has a second passage')
  return {
    ...mine(makings),
    base: story.testimony.revision,
    change: {
      turns: null,
      passages: [{ ...second, text: `${second.text} Yes.`, wordTimes: [] }],
      marks: [],
      lineage: [],
    },
  }
}
