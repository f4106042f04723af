// Whether words that somebody brings in, or that are here, are words that were called back.
import type { Prints } from './shingles.ts'
import { isCalledBackBySentences, runsAcross, sentencesOf } from './sentences.ts'
import { eachRun, eachRunOfLength, inPieces, tokensOf } from './shingles.ts'

/** So many runs in common are about 47 words on end: more than a hymn or the head of a form. */
const manyInCommon = 36
const fewInCommon = 3
const part = 4
/** Beyond so many different runs only many in common are a good part of what is brought in. */
const mostDifferent = manyInCommon * part
/** A passage that is known again only by itself, not inside another, has fewer tokens than this. */
const mostOfShort = 48
/** So many runs are compared between two places to stop at: less than a millisecond. */
const runsAtOnce = 64

/** How much of what was called back stands in what is brought in. All counts are of different runs. */
export interface InCommon {
  readonly common: number
  readonly calledBack: number
  readonly broughtIn: number
}

/**
 * A long stretch, or a good part of either: so a hymn or the head of a form that two stories share is neither, and a
 * short text that is taken from a long one is.
 */
export function isCalledBack({ common, calledBack, broughtIn }: InCommon): boolean {
  if (common >= manyInCommon) return true
  if (common === 0 || common < Math.min(fewInCommon, calledBack)) return false
  return common * part >= calledBack || common * part >= broughtIn
}

/** One recall, ready to be compared. Its hashes are those of runs, each done with `salted` where that is not null. */
export interface Called {
  readonly salted: ((hash: string) => string) | null
  /** The spans that each run of twelve words stands in. */
  readonly twelve: ReadonlyMap<string, readonly number[]>
  /** How many different runs a span has. */
  readonly ofSpan: ReadonlyMap<number, number>
  /** What is shorter, and known again wherever it stands, by how many tokens it has. */
  readonly shorter: ReadonlyMap<number, ReadonlySet<string>>
  /** What is shorter still, and known again only as a passage by itself. */
  readonly byThemselves: ReadonlySet<string>
  readonly calledBack: number
  readonly sentences: ReadonlySet<string>
}

export function readyToCompare(spans: readonly Prints[], salted: Called['salted']): Called {
  const twelve = new Map<string, number[]>()
  const ofSpan = new Map<number, number>()
  const shorter = new Map<number, Set<string>>()
  const byThemselves = new Set<string>()
  for (const [span, { runs, whole, telling }] of spans.entries()) {
    if (whole === null) {
      ofSpan.set(span, new Set(runs).size)
      for (const run of new Set(runs)) twelve.set(run, [...(twelve.get(run) ?? []), span])
    } else if (telling) shorter.set(whole, new Set([...(shorter.get(whole) ?? []), ...runs]))
    else for (const run of runs) byThemselves.add(run)
  }
  const calledBack = new Set(spans.flatMap(({ runs }) => runs)).size
  const sentences = new Set(spans.flatMap(({ sentences: own = [] }) => own))
  return { salted, twelve, ofSpan, shorter, byThemselves, calledBack, sentences }
}

/** Many recalls. What is not salted is looked up in all of them at once. */
export interface EveryRecall {
  readonly recalls: readonly Called[]
  /** Which of them a run of twelve words, not salted, is in. */
  readonly unsalted: ReadonlyMap<string, readonly number[]>
}

export function* allTogether(recalls: readonly Called[]): Generator<void, EveryRecall> {
  const unsalted = new Map<string, number[]>()
  for (const [at, { salted, twelve }] of recalls.entries()) {
    if (salted !== null) continue
    for (const run of twelve.keys()) unsalted.set(run, [...(unsalted.get(run) ?? []), at])
    yield
  }
  return { recalls, unsalted }
}

/** Which recall, as its place in the list, and the first passage that has words of it. */
export interface FoundAgain {
  readonly recall: number
  readonly passage: number
}

/** What has been found of one recall so far. */
class Hits {
  readonly #called: Called
  readonly #common = new Set<string>()
  readonly #ofSpan = new Map<number, number>()
  /** The token at which it was found first. */
  first = 0

  constructor(called: Called) {
    this.#called = called
  }

  /** True when nothing more needs to be known: a long stretch of it is there, or the whole of a passage of its. */
  take(hash: string, at: number): boolean {
    if (this.#common.has(hash)) return false
    if (this.#common.size === 0) this.first = at
    this.#common.add(hash)
    const whole = (this.#called.twelve.get(hash) ?? []).some((span) => {
      const found = (this.#ofSpan.get(span) ?? 0) + 1
      this.#ofSpan.set(span, found)
      return found === this.#called.ofSpan.get(span)
    })
    return whole || this.#common.size >= manyInCommon
  }

  isEnough(broughtIn: number, more = 0): boolean {
    const { calledBack } = this.#called
    return isCalledBack({ common: this.#common.size + more, calledBack, broughtIn })
  }
}

interface Read {
  readonly tokens: readonly string[]
  /** Of each passage, the token that it begins with. */
  readonly begins: readonly number[]
}

function* read(passages: readonly string[]): Generator<void, Read> {
  const tokens: string[] = []
  const begins: number[] = []
  for (const text of passages) {
    begins.push(tokens.length)
    for (const piece of inPieces(text)) {
      for (const token of tokensOf(piece)) tokens.push(token)
      yield
    }
  }
  return { tokens, begins }
}

/**
 * The first recall found to speak against these words; null where none does. It stops after each small piece of work, so
 * that whoever runs it can let others in, or leave.
 *
 * @param hash one-way, of a run as text
 */
export function* findAgain(
  { recalls, unsalted }: EveryRecall,
  passages: readonly string[],
  hash: (run: string) => string,
): Generator<void, FoundAgain | null> {
  if (recalls.length === 0) return null
  const { tokens, begins } = yield* read(passages)
  const hits = recalls.map((called) => new Hits(called))
  const found = (recall: number): FoundAgain => ({
    recall,
    passage: Math.max(
      0,
      begins.findLastIndex((begin) => begin <= (hits[recall]?.first ?? 0)),
    ),
  })
  const saltedOnes = [...recalls.entries()].flatMap(([recall, { salted, twelve }]) =>
    salted === null ? [] : [{ recall, salted, twelve }],
  )

  const different = new Set<string>()
  let at = 0
  for (const run of eachRun(tokens)) {
    const key = hash(run)
    if (different.size < mostDifferent) different.add(key)
    for (const recall of unsalted.get(key) ?? []) if (hits[recall]?.take(key, at) === true) return found(recall)
    for (const { recall, salted, twelve } of saltedOnes) {
      const own = salted(key)
      if (twelve.has(own) && hits[recall]?.take(own, at) === true) return found(recall)
    }
    at += 1
    if (at % runsAtOnce === 0) yield
  }
  const across = yield* runsAcross(passages)
  for (const [place, run] of across.entries()) {
    const key = hash(run)
    for (const [recall, { salted, twelve }] of recalls.entries()) {
      const own = salted === null ? key : salted(key)
      // NOTE: where in the text it is does not matter for whether it is.
      if (twelve.has(own) && hits[recall]?.take(own, 0) === true) return found(recall)
    }
    if (place % runsAtOnce === 0) yield
  }
  const broughtIn = Math.max(1, different.size)

  const compareShort = (recall: number, own: ReadonlySet<string>, key: string, place: number): void => {
    const { salted } = recalls[recall] ?? { salted: null }
    const hashed = salted === null ? key : salted(key)
    if (own.has(hashed)) hits[recall]?.take(hashed, place)
  }
  const withShort = [...recalls.entries()].filter(([, { byThemselves }]) => byThemselves.size > 0)
  for (const [passage, begin] of withShort.length === 0 ? [] : begins.entries()) {
    const end = begins[passage + 1] ?? tokens.length
    if (end === begin || end - begin >= mostOfShort) continue
    const key = hash(tokens.slice(begin, end).join(' '))
    for (const [recall, { byThemselves }] of withShort) compareShort(recall, byThemselves, key, begin)
    if (passage % runsAtOnce === 0) yield
  }

  const wanted = new Map<number, [recall: number, own: ReadonlySet<string>][]>()
  for (const [recall, { shorter }] of recalls.entries()) {
    // NOTE: where all of them together would not be enough, nobody needs to look for them.
    const more = [...shorter.values()].reduce((sum, { size }) => sum + size, 0)
    if (more === 0 || hits[recall]?.isEnough(broughtIn, more) !== true) continue
    for (const [length, own] of shorter) wanted.set(length, [...(wanted.get(length) ?? []), [recall, own]])
  }
  for (const [length, those] of wanted) {
    let place = 0
    for (const run of eachRunOfLength(tokens, length)) {
      const key = hash(run)
      for (const [recall, own] of those) compareShort(recall, own, key, place)
      place += 1
      if (place % runsAtOnce === 0) yield
    }
  }
  const enough = hits.findIndex((one) => one.isEnough(broughtIn))
  return enough === -1 ? yield* findSentences(recalls, passages, hash) : found(enough)
}

/** The same, by whole sentences in whatever order. */
function* findSentences(
  recalls: readonly Called[],
  passages: readonly string[],
  hash: (run: string) => string,
): Generator<void, FoundAgain | null> {
  if (recalls.every(({ sentences }) => sentences.size === 0)) return null
  const brought = yield* sentencesOf(passages)
  const joined = yield* sentencesOf([passages.join('\n').replaceAll(/\s*\n\s*/g, ' ')])
  const common = recalls.map(() => new Set<string>())
  const telling = recalls.map(() => false)
  let place = 0
  for (const sentence of new Map([...brought, ...joined]).values()) {
    const key = hash(sentence.words)
    for (const [recall, { salted, sentences }] of recalls.entries()) {
      if (sentences.size === 0 || !sentences.has(salted === null ? key : salted(key))) continue
      common[recall]?.add(sentence.words)
      telling[recall] ||= sentence.telling
    }
    place += 1
    if (place % runsAtOnce === 0) yield
  }
  const broughtIn = Math.max(1, joined.size)
  const recall = recalls.findIndex(({ sentences }, at) =>
    isCalledBackBySentences({
      common: common[at]?.size ?? 0,
      calledBack: sentences.size,
      broughtIn,
      telling: telling[at] === true,
    }),
  )
  if (recall === -1) return null
  const first = passages.findIndex((text) =>
    tokensOf(text)
      .join(' ')
      .includes([...(common[recall] ?? [])][0] ?? ''),
  )
  return { recall, passage: Math.max(0, first) }
}
