// Decisions that come back from her copy: three-way, between what was known at the taking (`known`), what stands here now,
// and what she brings. Where only one side changed a thing that side is taken; where both did it is a conflict, shown to
// whoever brings it in: hers wins, but where she says otherwise. What hides fails closed.
import type { Sha256 } from '../consent/ledger.ts'
import type { Label, Redaction, Tie } from '../marks/marks.ts'
import { isSomebodyElse, saysNothingOf } from '../names/somebody-else.ts'
import { beginnings, shownMark, type Conflict } from './conflict.ts'
import { laidMark, type Side } from './marks.ts'
import { saidBroughtHome } from './said-aloud.ts'
import { soundBroughtHome, type SoundBrought } from './sealed-sound.ts'
import { lineageSince, mergeOrders, orderOfParts, Parts, passagesIn } from './parts.ts'
import { hashesOf, itemsOf, type Hashes, type HerLineage, type HerState, type Words } from './state.ts'
import type { Lineage, RangedMark, TurnOrder } from '../writing/writing.ts'

/** What both sides had in common last. */
export interface Known {
  readonly order: readonly TurnOrder[]
  readonly hashes: Hashes
  readonly lineage: readonly Lineage[]
  /** Passages that were erased here. */
  readonly erased: ReadonlySet<string>
}

export interface Merged {
  readonly state: HerState
  readonly conflicts: readonly Conflict[]
  /** Splits and joins of hers that are taken. */
  readonly lineage: readonly HerLineage[]
  /** Passages that were sealed here since: her words for them are taken, and sealed again. */
  readonly sealAgain: readonly string[]
  /** Passages that only she has, where what stands here stays: the passages that have their words here. */
  readonly standIns: ReadonlyMap<string, readonly string[]>
  readonly sound: SoundBrought
  /** Passages about which something stays sealed here that she opened in her copy. */
  readonly saidStillSealed: readonly string[]
  readonly changedPassages: number
  readonly changedMarks: number
}

/** An id that is the same each time the same two states meet. */
export function derivedId(sha256: Sha256, ...parts: readonly string[]): string {
  return sha256(parts.join('\u0000')).slice(0, 26)
}

const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]))
const union = (...lists: readonly (readonly { readonly id: string }[])[]) => [
  ...new Set(lists.flat().map(({ id }) => id)),
]

/** @param keepHere ids of conflicts in which what stands here stays, because she says so */
export function merge(
  here: HerState,
  hers: HerState,
  known: Known,
  keepHere: ReadonlySet<string>,
  sha256: Sha256,
): Merged {
  const hereHashes = hashesOf(itemsOf(here), sha256)
  const hersHashes = hashesOf(itemsOf(hers), sha256)
  const conflicts: Conflict[] = []
  const is = (hashes: Hashes, key: string) => (Object.hasOwn(hashes, key) ? (hashes[key] ?? '') : '')
  const changedHere = (key: string) => is(hereHashes, key) !== is(known.hashes, key)
  const changedHers = (key: string) => is(hersHashes, key) !== is(known.hashes, key)

  function conflict(key: string, shown: Omit<Conflict, 'id'>): Side {
    const id = derivedId(sha256, 'conflict', here.id, key)
    conflicts.push({ id, ...shown })
    return keepHere.has(id) ? 'here' : 'hers'
  }
  function choose(key: string, shown: () => Omit<Conflict, 'id'>): Side {
    if (!changedHers(key) || is(hereHashes, key) === is(hersHashes, key)) return 'here'
    return changedHere(key) ? conflict(key, shown()) : 'hers'
  }
  /** Those of both sides, each from the side that has it its way. */
  function chosen<T extends { readonly id: string }>(
    kind: string,
    ours: readonly T[],
    theirs: readonly T[],
    shown: (here: T | undefined, hers: T | undefined) => Omit<Conflict, 'id'>,
  ): T[] {
    const [one, two] = [byId(ours), byId(theirs)]
    return union(ours, theirs).flatMap((id) => {
      const side = choose(`${kind}:${id}`, () => shown(one.get(id), two.get(id)))
      const taken = side === 'here' ? one.get(id) : two.get(id)
      return taken === undefined ? [] : [taken]
    })
  }

  // Words and their order.
  const newHere = lineageSince(here.lineage, known.lineage)
  const newHers = lineageSince(hers.lineage, known.lineage)
  const parts = new Parts([...newHere, ...newHers])
  const inParts = (order: readonly TurnOrder[]) => Map.groupBy(passagesIn(order), (passage) => parts.of(passage))
  const [partsHere, partsHers, partsKnown] = [inParts(here.order), inParts(hers.order), inParts(known.order)]
  const wordsHere = byId(here.passages)
  const wordsHers = byId(hers.passages)
  const said = (passages: readonly string[] | undefined, words: ReadonlyMap<string, Words>) =>
    (passages ?? []).map((id) => words.get(id)?.text ?? '').join('\n')
  // Her words for what was one with something erased may say it again. NOTE: where she sealed them, nobody reads them.
  const withErased = new Set([...known.erased].map((passage) => parts.of(passage)))
  const sealedHers = new Set(hers.seals.map(({ passage }) => parts.of(passage)))
  const isErasedIn = (part: string): boolean => withErased.has(part) && !sealedHers.has(part)
  const sides = new Map<string, Side>()
  for (const part of new Set([...partsHere.keys(), ...partsHers.keys(), ...partsKnown.keys()])) {
    const ids = [...(partsKnown.get(part) ?? []), ...(partsHere.get(part) ?? []), ...(partsHers.get(part) ?? [])]
    const keys = [...new Set(ids)].flatMap((id) => [`words:${id}`, `seal:${id}`])
    const same = keys.every((key) => is(hereHashes, key) === is(hersHashes, key))
    const side =
      same || !keys.some(changedHers) || isErasedIn(part)
        ? 'here'
        : !keys.some(changedHere)
          ? 'hers'
          : conflict(`words:${part}`, {
              kind: 'words',
              passage: partsHere.get(part)?.[0] ?? partsHers.get(part)?.[0] ?? null,
              here: said(partsHere.get(part), wordsHere),
              hers: said(partsHers.get(part), wordsHers),
            })
    sides.set(part, side)
  }
  const sideOf = (part: string): Side => sides.get(part) ?? 'here'

  const common = new Set([...partsKnown.keys()].filter((part) => partsHere.has(part) && partsHers.has(part)))
  const [orderHere, orderHers, orderKnown] = [here, hers, known].map(({ order }) => orderOfParts(order, parts, common))
  const frame: Side =
    orderHers === orderKnown || orderHers === orderHere
      ? 'here'
      : orderHere === orderKnown
        ? 'hers'
        : conflict('order:', {
            kind: 'order',
            passage: null,
            here: beginnings(here, parts, common),
            hers: beginnings(hers, parts, common),
          })
  const resolved = new Map(
    [...sides].map(([part, side]) => [part, (side === 'here' ? partsHere : partsHers).get(part) ?? []]),
  )
  const order = mergeOrders(
    frame === 'here' ? here.order : hers.order,
    frame === 'here' ? hers.order : here.order,
    parts,
    resolved,
    (part) => sideOf(part) === frame,
  )
  const passages = passagesIn(order).flatMap((id) => {
    const words = (sideOf(parts.of(id)) === 'here' ? wordsHere : wordsHers).get(id)
    return words === undefined ? [] : [words]
  })

  // Marks, laid on the words that are taken.
  const seals = passages.flatMap(({ id }) =>
    (sideOf(parts.of(id)) === 'here' ? here : hers).seals.filter(({ passage }) => passage === id),
  )
  const sealed = new Set(seals.map(({ passage }) => passage))
  const finalWords = byId(passages)
  const partsFinal = Map.groupBy(passages, ({ id }) => parts.of(id))
  const anchorOf = anchors(passages, [...passagesIn(here.order), ...passagesIn(hers.order)])
  const ground = {
    words: finalWords,
    sideOf: (passage: string) => sideOf(parts.of(passage)),
    insteadOf: (passage: string) => partsFinal.get(parts.of(passage)) ?? [],
    anchorOf: (passage: string) => anchorOf(passage) ?? first,
    isSealed: (passage: string) => sealed.has(passage),
    idOf: (range: string, at: number) => derivedId(sha256, 'range', range, String(at)),
  }
  const [first] = passages
  function marks<M extends Label | Redaction | Tie>(kind: RangedMark, ours: readonly M[], theirs: readonly M[]): M[] {
    const [one, two] = [byId(ours), byId(theirs)]
    const show = (mark: M | undefined) => (mark === undefined ? '' : shownMark(mark))
    return union(ours, theirs).flatMap((id) => {
      const key = `${kind}:${id}`
      const versions = { here: one.get(id), hers: two.get(id) }
      const side = choose(key, () => ({
        kind,
        passage: (versions.here ?? versions.hers)?.ranges[0]?.passage ?? null,
        here: show(versions.here),
        hers: show(versions.hers),
      }))
      const mark = versions[side]
      return mark === undefined ? [] : [laidMark(kind, mark, versions, changedHere(key) && changedHers(key), ground)]
    })
  }

  // What lies beside.
  const titleSide = choose('title:', () => ({ kind: 'title', passage: null, here: here.title, hers: hers.title }))
  const { title, titleBy, language } = titleSide === 'here' ? here : hers
  const sections = chosen('section', here.sections, hers.sections, (ours, theirs) => ({
    kind: 'section',
    passage: (ours ?? theirs)?.passage ?? null,
    here: ours?.heading ?? '',
    hers: theirs?.heading ?? '',
  })).flatMap((section) => {
    if (finalWords.has(section.passage)) return [section]
    const home = partsFinal.get(parts.of(section.passage))?.[0] ?? anchorOf(section.passage) ?? first
    return home === undefined ? [] : [{ ...section, passage: home.id }]
  })
  const sealedHere = new Set(here.seals.map(({ passage }) => passage))
  const sealAgain = passages
    .filter(
      ({ id, text }) =>
        sideOf(parts.of(id)) === 'hers' &&
        sealedHere.has(id) &&
        !sealed.has(id) &&
        changedHere(`seal:${id}`) &&
        text !== '',
    )
    .map(({ id }) => id)
  const [wordsAboutHere, wordsAboutHers] = [byId(here.wordsAbout), byId(hers.wordsAbout)]
  const wordsAbout = union(here.wordsAbout, hers.wordsAbout).flatMap((id) => {
    const key = `wordsAbout:${id}`
    const [ours, theirs] = [wordsAboutHere.get(id), wordsAboutHers.get(id)]
    if (ours !== undefined && theirs !== undefined && changedHere(key) && changedHers(key)) {
      // She answered words that have changed since: what she saw is not what stands here now.
      const seen = theirs.seen === 'yes' && theirs.text !== ours.text ? 'no' : theirs.seen
      return [{ ...ours, seen, answer: theirs.answer }]
    }
    const side = choose(key, () => ({
      kind: 'wordsAbout',
      passage: null,
      here: ours?.text ?? '',
      hers: theirs?.text ?? '',
    }))
    const taken = side === 'here' ? ours : theirs
    return taken === undefined ? [] : [taken]
  })
  const quiet = (key: string): Side =>
    changedHers(key) && (!changedHere(key) || is(hersHashes, key) !== '') ? 'hers' : 'here'
  const suggestions = either(here.suggestions, hers.suggestions, (id) => quiet(`suggestion:${id}`)).filter(
    ({ passage }) => passage === null || !sealed.has(passage),
  )
  const wasSealed = (id: string) => is(known.hashes, `sealedSaid:${id}`) !== ''
  const wasThere = (id: string) => is(known.hashes, `said:${id}`) !== '' || wasSealed(id)
  const { stillSealed, ...aloud } = saidBroughtHome({ here, hers, wasThere, wasSealed })
  // What is sealed is told by no words beside it.
  const sealedWords = [...sealed, ...sealAgain].flatMap((id) => [
    wordsHere.get(id)?.text ?? '',
    wordsHers.get(id)?.text ?? '',
  ])
  const notTheSame = either(here.notTheSame ?? [], hers.notTheSame ?? [], (id) =>
    hers.notTheSame !== undefined && changedHers(`notTheSame:${id}`) ? 'hers' : 'here',
  ).filter((said) => isSomebodyElse(said) && saysNothingOf(said, sealedWords))
  const withIds = (state: HerState) => state.looks.map((look) => ({ ...look, id: `${look.passage}:${look.look}` }))
  const looks = either(withIds(here), withIds(hers), (id) => (changedHers(`look:${id}`) ? 'hers' : 'here')).map(
    ({ id: _id, ...look }) => look,
  )

  const changedKeys = [...new Set([...Object.keys(known.hashes), ...Object.keys(hersHashes)])].filter(changedHers)
  const lineage = newHers.filter(({ passage }) => sideOf(parts.of(passage)) === 'hers')
  return {
    state: {
      id: here.id,
      title,
      titleBy,
      language,
      speakers: chosen('speaker', here.speakers, hers.speakers, (ours, theirs) => ({
        kind: 'name',
        passage: null,
        here: ours?.name ?? '',
        hers: theirs?.name ?? '',
      })),
      order,
      passages,
      labels: marks('label', here.labels, hers.labels),
      redactions: marks('redaction', here.redactions, hers.redactions),
      ties: marks('tie', here.ties, hers.ties),
      notTheSame,
      sections,
      wordsAbout,
      suggestions,
      looks,
      ...aloud,
      seals,
      lineage: [...here.lineage, ...lineage],
    },
    conflicts,
    lineage,
    sealAgain,
    standIns: new Map(
      hers.passages
        .filter(({ id }) => !finalWords.has(id))
        .map(({ id }) => [id, (partsFinal.get(parts.of(id)) ?? []).map((one) => one.id)]),
    ),
    sound: soundBroughtHome({ here, hers, changedHers, words: finalWords, sealed }),
    saidStillSealed: stillSealed,
    changedPassages: changedKeys.filter((key) => key.startsWith('words:')).length,
    changedMarks: changedKeys.filter((key) => /^(?:label|redaction|tie|notTheSame):/.test(key)).length,
  }
}

function either<T extends { readonly id: string }>(
  here: readonly T[],
  hers: readonly T[],
  sideOf: (id: string) => Side,
): T[] {
  const [one, two] = [byId(here), byId(hers)]
  return union(here, hers).flatMap((id) => {
    const taken = (sideOf(id) === 'here' ? one : two).get(id)
    return taken === undefined ? [] : [taken]
  })
}

/** For a passage that is gone, the one before it that is left. */
function anchors(left: readonly Words[], order: readonly string[]) {
  const words = byId(left)
  return (passage: string): Words | undefined => {
    for (let at = order.indexOf(passage); at >= 0; at -= 1) {
      const found = words.get(order[at] ?? '')
      if (found !== undefined) return found
    }
    return undefined
  }
}
