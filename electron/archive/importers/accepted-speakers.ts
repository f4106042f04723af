// Which proposed labels are speakers. Prose has colons too, so a label counts only with evidence: known, recurring, or in turns.
import { isKnownName, isNeverName, nameKey } from './speaker-names.ts'
import type { LabelForm, LineHead } from './speaker-labels.ts'

interface Seen {
  count: number
  readonly forms: Set<LabelForm>
  looksNamed: boolean
  capitals: boolean
  timed: number
}

/** Particles inside names, which stay lower case. */
const particles = new Set(
  'de la las los del da do dos das di du van von der den bin ibn al el y e and of the le'.split(' '),
)
// Enough to know how this text writes its speakers.
const fewVoices = 50
const sayingEnds = /(?:说|說|道|问|問|讲|講|喊|想|答|言った|言う|ว่า|พูด|บอก)$/u
const sayingWords =
  /(?:^|\s)(?:قال|قالت|يقول|تقول|قلت|אמר|אמרה|say|says|said|asked|dijo|dice|digo|dije|disse|dit|sagte)$/iu

/**
 * The keys (see `nameKey`) of the labels that are speakers.
 * @param heads the head of each line, null where there is none
 * @param paragraphs how many paragraphs the text has
 * @param paragraphHeads the heads that begin a paragraph
 */
export function acceptSpeakers(
  heads: readonly (LineHead | null)[],
  paragraphs: number,
  paragraphHeads: readonly LineHead[],
): ReadonlySet<string> {
  const seen = new Map<string, Seen>()
  for (const head of heads) if (head !== null && head.form !== null) note(seen, head)
  const pointed = seen.get('q')?.forms.has('point') === true && seen.get('a')?.forms.has('point') === true
  const known = [...seen].filter(([key, label]) => isKnownName(key) && allowsKnown(key, label, pointed))
  const named = [...seen].filter(([key, label]) => !isKnownName(key) && label.looksNamed && !isNeverName(key))
  const unknown = named.filter(([, label]) => allowsUnknown(label, named, known.length))
  const recurring = unknown.filter(([, label]) => label.count >= 2)
  const accepted = new Set<string>()

  const knownCount = known.reduce((sum, [, label]) => sum + label.count, 0)
  if (known.length >= 2 || knownCount >= 2 || (known.length === 1 && recurring.length > 0)) addAll(accepted, known)
  const spelled = known.filter(([key]) => key.length > 1).map(([, label]) => label)
  const beside = unknown.filter(([, label]) => resembles(label, spelled))
  const share = [...known, ...beside].reduce((sum, [, label]) => sum + label.count, 0) / Math.max(1, paragraphs)
  if (spelled.length > 0 && beside.length > 0 && share >= 0.5) addAll(accepted, [...known, ...beside])
  const timed = unknown.filter(([, label]) => label.timed > 0)
  if (timed.reduce((sum, [, label]) => sum + label.timed, 0) >= 2) addAll(accepted, timed)
  if (recurring.length >= 2 || accepted.size > 0) addAll(accepted, recurring)
  else if (recurring.some(([, label]) => label.count >= 3)) addAll(accepted, recurring)
  // Two people who speak once each: every paragraph begins with a name.
  const candidates = new Set([...known, ...unknown].map(([key]) => key))
  const covering = paragraphHeads.filter((head) => candidates.has(nameKey(head.name)))
  if (
    covering.length >= 2 &&
    covering.length >= paragraphs * 0.8 &&
    new Set(covering.map((head) => nameKey(head.name))).size >= 2
  ) {
    addAll(
      accepted,
      unknown.filter(([, label]) => label.forms.has('colon') || label.forms.has('bold')),
    )
    addAll(accepted, known)
  }
  if (accepted.size > 0) addAll(accepted, known)
  const voices = [...accepted].slice(0, fewVoices).map((key) => seen.get(key))
  if (accepted.size >= 2)
    addAll(
      accepted,
      unknown.filter(([, label]) => resembles(label, voices)),
    )
  return accepted
}

function note(seen: Map<string, Seen>, head: LineHead): void {
  const key = nameKey(head.name)
  if (key === '' || head.form === null) return
  const label = seen.get(key) ?? { count: 0, forms: new Set(), looksNamed: false, capitals: false, timed: 0 }
  label.count++
  label.forms.add(head.form)
  label.looksNamed ||= looksLikeName(head.name)
  label.capitals ||= isCapitals(head.name)
  if (head.time !== '' && head.form !== 'alone') label.timed++
  seen.set(key, label)
}

const sure: readonly LabelForm[] = ['colon', 'bold', 'timed']

/** Initials ("A. G. Hartridge") and list letters on a line of their own are not question and answer. */
function allowsKnown(key: string, label: Seen, pointed: boolean): boolean {
  if (sure.some((form) => label.forms.has(form))) return true
  if (label.forms.has('point')) return pointed
  return label.forms.has('alone') ? key.length > 3 || /[^\p{Script=Latin}]/u.test(key) : true
}

/** Forms that prose, headings and stage directions share count only where two or more people are written so. */
function allowsUnknown(label: Seen, named: readonly (readonly [string, Seen])[], known: number): boolean {
  if (sure.some((form) => label.forms.has(form))) return true
  if (label.count < 2 || label.forms.has('point') || label.forms.has('tab')) return false
  const form = [...label.forms][0] ?? 'alone'
  const least = form === 'alone' ? 3 : 2
  const alike = named.filter(([, other]) => other.forms.has(form) && other.count >= least).length + known
  const written = form === 'bracket' || form === 'angle' ? label.looksNamed : label.capitals
  return written && label.count >= least && alike >= 2
}

/** Somebody who speaks once in the way the others do. */
function resembles(label: Seen, others: readonly (Seen | undefined)[]): boolean {
  const strict = [...label.forms].every((form) => sure.includes(form))
  return (
    strict &&
    others.some(
      (other) =>
        other !== undefined &&
        other.capitals === label.capitals &&
        [...label.forms].some((form) => other.forms.has(form)),
    )
  )
}

/** Each word begins with a capital or a digit, or the script has no capitals; no verb of saying. */
export function looksLikeName(name: string): boolean {
  const bare = name.replace(/[*_[\]<>]/g, '').trim()
  const words = bare.split(/\s+/)
  if (words.length > 5 || sayingWords.test(bare) || sayingEnds.test(bare)) return false
  const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(bare)
  if (dense && [...bare].length > 8) return false
  return words.every((word, index) => !/^\p{Ll}/u.test(word) || (index > 0 && particles.has(word)))
}

function isCapitals(name: string): boolean {
  return /\p{Lu}/u.test(name) && !/\p{Ll}{2}/u.test(name)
}

function addAll(into: Set<string>, labels: readonly (readonly [string, Seen])[]): void {
  for (const [key] of labels) into.add(key)
}
