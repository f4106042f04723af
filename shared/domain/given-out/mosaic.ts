// What somebody could put together: what they already hold, beside what they are about to get. Nothing here says that
// a narrator cannot be known; it only shows what points to her.
import { plainWords } from '../words/letters-that-are-one.ts'
import type { Feature, FeatureKind } from './mosaic-features.ts'
import type { TellingFeature } from './mosaic-telling.ts'

/** `disclosure` null: in the new excerpt. `passage` null: in what stands around it, its title or its keywords. */
export interface WhereSeen {
  readonly disclosure: string | null
  readonly passage: string | null
}

export interface SeenFeature extends Feature {
  readonly where: WhereSeen
}

/** The narrators of the archive who say a thing; null where they are so many that it tells nothing. */
export type Sayers = (feature: TellingFeature) => ReadonlySet<string> | null

export interface Together {
  /** Some are from what was given before, some from the new excerpt. */
  readonly features: readonly SeenFeature[]
}

export interface PutTogether {
  /** Each of them is said by somebody else here too; all of them only by her. */
  readonly together: readonly Together[]
  /** Said by nobody else here. */
  readonly alone: readonly SeenFeature[]
}

const mostPairs = 12
const mostTriples = 4
const mostAlone = 10
const mostWordsAlone = 3
/** How often one thing may be named in the list. */
const mostTimes = 3
/** How many on each side are put together in twos, and in threes. */
const mostForPairs = 80
const mostForTriples = 14
const weights: Readonly<Record<FeatureKind, number>> = { name: 6, number: 5, label: 4, word: 2 }
/** A word of running text points to her by itself where it tells so much; some of them, where together they tell so much. */
const rareEnough = 0.5
const rareTogether = 1
/** How many rows there are of words alone. */
const mostOfWords = 6

interface Known extends TellingFeature {
  readonly key: string
  readonly sayers: ReadonlySet<string>
  readonly score: number
}

/**
 * @param before in what the recipient holds of hers
 * @param here in the new excerpt
 * @param her the narrator; she is among the sayers of everything
 */
export function putTogether(
  before: readonly TellingFeature[],
  here: readonly TellingFeature[],
  sayers: Sayers,
  her: string,
): PutTogether {
  const both = [known(before, sayers, her), known(here, sayers, her)] as const
  const [earlier, now] = both
  const keysOf = (features: readonly Known[]) => new Set(features.map(({ key }) => key))
  const [earlierKeys, nowKeys] = [keysOf(earlier), keysOf(now)]
  // What both hold adds nothing to what was known.
  const shared = ({ sayers: all }: Known): boolean => all.size > 1
  const left = earlier.filter((one) => shared(one) && !nowKeys.has(one.key)).slice(0, mostForPairs)
  const right = now.filter((one) => shared(one) && !earlierKeys.has(one.key)).slice(0, mostForPairs)
  const points = (features: readonly Known[]): boolean => pointsSomewhere(features) && isOnlyHers(features)
  const pairs = left.flatMap((one) => right.filter((other) => points([one, other])).map((other) => [one, other]))
  const triples = pairs.length >= mostPairs ? [] : triplesOf(left, right)
  const alone = [...now, ...earlier.filter(({ key }) => !nowKeys.has(key))].filter((one) => !shared(one))
  const words = alone.filter(({ kind, tells }) => kind === 'word' && tells >= rareEnough).slice(0, mostWordsAlone)
  return {
    together: [...mostTelling(pairs, mostPairs), ...mostTelling(triples, mostTriples)],
    alone: [...withoutParts(alone.filter(({ kind }) => kind !== 'word')), ...words].slice(0, mostAlone).map(seen),
  }
}

/** Each once, the most telling first. */
function known(features: readonly TellingFeature[], sayers: Sayers, her: string): Known[] {
  const found = new Map<string, Known>()
  for (const feature of features) {
    const key = plainWords(feature.words)
    if (key === '') continue
    const all = sayers(feature)
    if (all === null) continue
    const withHer = all.has(her) ? all : new Set([...all, her])
    const score = weights[feature.kind] * feature.tells - withHer.size / 2
    if (score > (found.get(key)?.score ?? -Infinity)) found.set(key, { ...feature, key, sayers: withHer, score })
  }
  return [...found.values()].sort(
    (a, b) => b.score - a.score || b.key.length - a.key.length || (a.key < b.key ? -1 : 1),
  )
}

const areWords = (features: readonly Known[]): boolean => features.every(({ kind }) => kind === 'word')

/** Whether there is a name, a number or a label among them, or words that few say. */
function pointsSomewhere(features: readonly Known[]): boolean {
  return !areWords(features) || features.reduce((sum, { tells }) => sum + tells, 0) >= rareTogether
}

/** Whether she is the only one who says all of them, and none is a part of another. */
function isOnlyHers(features: readonly Known[]): boolean {
  const [first, ...rest] = features
  if (first === undefined) return false
  const keys = features.map(({ key }) => ` ${key} `)
  if (keys.some((key, at) => keys.some((other, place) => place !== at && other.includes(key)))) return false
  let all = [...first.sayers]
  for (const { sayers } of rest) all = all.filter((one) => sayers.has(one))
  return all.length === 1
}

/** Three that are only hers, no two of which are. */
function triplesOf(left: readonly Known[], right: readonly Known[]): Known[][] {
  const triples: Known[][] = []
  const from = (twos: readonly Known[], ones: readonly Known[]): void => {
    const some = twos.slice(0, mostForTriples)
    for (const [at, first] of some.entries())
      for (const second of some.slice(at + 1)) {
        if (isOnlyHers([first, second])) continue
        for (const third of ones.slice(0, mostForTriples)) {
          if (isOnlyHers([first, third]) || isOnlyHers([second, third])) continue
          if (pointsSomewhere([first, second, third]) && isOnlyHers([first, second, third]))
            triples.push([first, second, third])
        }
      }
  }
  from(left, right)
  from(right, left)
  return triples
}

const isPartOf = (one: Known, other: Known): boolean => ` ${other.key} `.includes(` ${one.key} `)

function mostTelling(combinations: readonly (readonly Known[])[], most: number): Together[] {
  const scoreOf = (features: readonly Known[]): number => features.reduce((sum, { score }) => sum + score, 0)
  const times = new Map<string, number>()
  const told: (readonly Known[])[] = []
  let ofWords = 0
  for (const features of [...combinations].sort((a, b) => scoreOf(b) - scoreOf(a))) {
    if (told.length >= most) break
    if (features.some(({ key }) => (times.get(key) ?? 0) >= mostTimes)) continue
    // "Boggy" beside what "Boggy Depot" stands beside already.
    if (told.some((row) => features.every((one) => row.some((other) => isPartOf(one, other))))) continue
    if (areWords(features) && (ofWords += 1) > mostOfWords) continue
    for (const { key } of features) times.set(key, (times.get(key) ?? 0) + 1)
    told.push(features)
  }
  return told.map((features) => ({ features: features.map(seen) }))
}

/** Without what is only a part of a longer one: "Rosa" where "Rosa Pillán" is there. */
function withoutParts(features: readonly Known[]): Known[] {
  return features.filter(
    ({ key }) => !features.some((other) => other.key !== key && ` ${other.key} `.includes(` ${key} `)),
  )
}

function seen({ kind, words, where }: Known): SeenFeature {
  return { kind, words, where }
}
