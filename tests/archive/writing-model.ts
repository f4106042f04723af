// A slow, obvious model of a story that is written in: every letter knows the ranges that lie over it.
import { canonical } from '../../shared/domain/canonical.ts'
import type { Label, Marks, Range, Redaction } from '../../shared/domain/marks/marks.ts'
import type { Passage, Transcript, WordTime } from '../../shared/domain/story.ts'
import { orderOf, type Change, type Lineage, type MovedMark } from '../../shared/domain/writing/writing.ts'
import type { Dice } from '../support/dice.ts'

interface Letter {
  readonly unit: string
  /** Ids of ranges over it. */
  ranges: Set<string>
}
interface Kept {
  readonly mark: string
  readonly kind: 'label' | 'redaction'
  /** What stood under it when it was last whole. */
  quote: string
  /** Where its question lies, once its letters are gone. */
  lostAt: string | null
}
interface ModelPassage {
  row: Omit<Passage, 'text' | 'turn' | 'wordTimes'> & { wordTimes: readonly WordTime[] }
  letters: Letter[]
}
interface ModelTurn {
  id: string
  speaker: string
  passages: ModelPassage[]
}

export class WritingModel {
  turns: ModelTurn[] = []
  readonly ranges = new Map<string, Kept>()
  readonly newId: () => string
  speakers: Transcript['speakers'] = []

  constructor(newId: () => string) {
    this.newId = newId
  }

  /** Takes over what stands; ties are left to the archive. */
  read(transcript: Transcript, marks: Marks): void {
    this.speakers = transcript.speakers
    const passages = new Map(
      transcript.passages.map(({ text, turn: _, ...row }): [string, ModelPassage] => [
        row.id,
        { row, letters: text.split('').map((unit) => ({ unit, ranges: new Set() })) },
      ]),
    )
    this.turns = orderOf(transcript).map(({ id, speaker, passages: own }) => ({
      id,
      speaker,
      passages: own.flatMap((passage) => passages.get(passage) ?? []),
    }))
    this.ranges.clear()
    const take = (kind: Kept['kind'], { id: mark, ranges }: Label | Redaction) => {
      for (const { id, passage, start, end, quote, unresolved } of ranges) {
        this.ranges.set(id, { mark, kind, quote, lostAt: unresolved ? passage : null })
        if (!unresolved)
          for (const letter of passages.get(passage)?.letters.slice(start, end) ?? []) letter.ranges.add(id)
      }
    }
    for (const label of marks.labels) take('label', label)
    for (const redaction of marks.redactions) take('redaction', redaction)
  }

  get passages(): ModelPassage[] {
    return this.turns.flatMap(({ passages }) => passages)
  }

  transcript(): Transcript {
    return {
      speakers: this.speakers,
      turns: this.turns.map(({ id, speaker }) => ({ id, speaker })),
      passages: this.turns.flatMap(({ id: turn, passages }) =>
        passages.map(({ row, letters }) => ({ ...row, turn, text: letters.map(({ unit }) => unit).join('') })),
      ),
    }
  }

  /** Where every range lies now, by its id. */
  laid(): Map<string, Pick<Range, 'passage' | 'start' | 'end' | 'quote' | 'unresolved'>> {
    const laid = new Map<string, Pick<Range, 'passage' | 'start' | 'end' | 'quote' | 'unresolved'>>()
    for (const { row, letters } of this.passages) {
      for (const id of this.ranges.keys()) {
        const start = letters.findIndex(({ ranges }) => ranges.has(id))
        if (start === -1) continue
        const end = letters.findLastIndex(({ ranges }) => ranges.has(id)) + 1
        const quote = letters
          .slice(start, end)
          .map(({ unit }) => unit)
          .join('')
        laid.set(id, { passage: row.id, start, end, quote, unresolved: false })
      }
    }
    for (const [id, { lostAt, quote }] of this.ranges) {
      if (!laid.has(id)) laid.set(id, { passage: lostAt ?? '', start: 0, end: 0, quote, unresolved: true })
    }
    return laid
  }

  #where(at: number): { turn: ModelTurn; index: number } {
    let left = at
    for (const turn of this.turns) {
      if (left < turn.passages.length) return { turn, index: left }
      left -= turn.passages.length
    }
    throw new Error('no such passage')
  }

  /** Puts text in the place of some letters; what is put between two letters of a range is in it. */
  type(at: number, from: number, until: number, text: string): void {
    const { letters, row } = this.passages[at] ?? this.#nothing()
    const before = letters[from - 1]?.ranges ?? new Set<string>()
    const behind = letters[until]?.ranges ?? new Set<string>()
    const both = new Set([...before].filter((id) => behind.has(id)))
    const gone = letters.splice(from, until - from, ...text.split('').map((unit) => ({ unit, ranges: new Set(both) })))
    row.wordTimes = []
    this.#lose(gone, row.id)
  }

  split(at: number, from: number): Lineage {
    const { turn, index } = this.#where(at)
    const first = turn.passages[index] ?? this.#nothing()
    const id = this.newId()
    const letters = first.letters.splice(from)
    const renamed = new Map<string, string>()
    for (const letter of letters) {
      letter.ranges = new Set(
        [...letter.ranges].map((range) => {
          if (!first.letters.some(({ ranges }) => ranges.has(range))) return range
          const kept = this.ranges.get(range)
          const name = renamed.get(range) ?? this.newId()
          renamed.set(range, name)
          if (kept !== undefined) this.ranges.set(name, { ...kept })
          return name
        }),
      )
    }
    first.row.wordTimes = []
    turn.passages.splice(index + 1, 0, { row: { ...first.row, id }, letters })
    return { kind: 'split', passage: first.row.id, other: id, at: from }
  }

  /** Joins a passage into the one before it in its turn; null where it is the first. */
  join(at: number): Lineage | null {
    const { turn, index } = this.#where(at)
    const first = turn.passages[index - 1]
    const second = turn.passages[index]
    if (first === undefined || second === undefined) return null
    const length = first.letters.length
    first.letters.push({ unit: ' ', ranges: new Set() }, ...second.letters)
    first.row.wordTimes = []
    turn.passages.splice(index, 1)
    for (const kept of this.ranges.values()) if (kept.lostAt === second.row.id) kept.lostAt = first.row.id
    return { kind: 'join', passage: first.row.id, other: second.row.id, at: length }
  }

  remove(at: number): void {
    if (this.passages.length < 3) return
    const near = this.passages[at === 0 ? 1 : at - 1]?.row.id ?? ''
    const { turn, index } = this.#where(at)
    const [gone] = turn.passages.splice(index, 1)
    this.turns = this.turns.filter(({ passages }) => passages.length > 0)
    this.#lose(gone?.letters ?? [], near)
    for (const kept of this.ranges.values()) if (kept.lostAt === gone?.row.id) kept.lostAt = near
  }

  /** A passage to the end of another turn, or into a new one of its own, with another speaker. */
  move(at: number, dice: Dice): void {
    const { turn, index } = this.#where(at)
    const [moved] = turn.passages.splice(index, 1)
    if (moved === undefined) return
    const others = this.turns.filter(({ passages }) => passages.length > 0)
    const to = others[dice(others.length + 1)]
    if (to === undefined) {
      const speaker = this.speakers[dice(this.speakers.length)]?.id ?? ''
      others.splice(dice(others.length + 1), 0, { id: this.newId(), speaker, passages: [moved] })
    } else to.passages.push(moved)
    this.turns = others
  }

  #lose(gone: readonly Letter[], at: string): void {
    const left = new Set(this.passages.flatMap(({ letters }) => letters.flatMap(({ ranges }) => [...ranges])))
    for (const [id, kept] of this.ranges) {
      if (left.has(id) || !gone.some(({ ranges }) => ranges.has(id))) continue
      kept.lostAt = at
    }
  }

  #nothing(): never {
    throw new Error('no such passage')
  }

  /** The change from `before` to what stands now, as the window would send it. */
  change(before: Transcript, marksBefore: Marks, lineage: readonly Lineage[]): Change {
    const after = this.transcript()
    const old = new Map(before.passages.map((passage) => [passage.id, canonical({ ...passage, turn: '' })]))
    const laid = this.laid()
    const marks: MovedMark[] = []
    const kinds = [
      ['label', marksBefore.labels],
      ['redaction', marksBefore.redactions],
    ] as const
    for (const [kind, list] of kinds) {
      for (const { id: mark, ranges } of list) {
        const was = new Map(ranges.map((range) => [range.id, range]))
        const now = [...this.ranges].flatMap(([id, kept]): Range[] => {
          const range = laid.get(id)
          if (kept.mark !== mark || range === undefined) return []
          const before = was.get(id)
          // A question keeps what was quoted when it was asked.
          const quote = range.unresolved ? (before?.quote ?? range.quote) : range.quote
          const place =
            range.unresolved && before?.unresolved === true && before.passage === range.passage ? before : range
          return [
            {
              id,
              passage: range.passage,
              start: place.start,
              end: place.end,
              quote,
              unresolved: range.unresolved,
              startMs: before?.startMs ?? null,
              endMs: before?.endMs ?? null,
            },
          ]
        })
        if (JSON.stringify(now) !== JSON.stringify(ranges)) marks.push({ kind, mark, ranges: now })
      }
    }
    const order = orderOf(after)
    return {
      turns: JSON.stringify(order) === JSON.stringify(orderOf(before)) ? null : order,
      passages: after.passages.filter((passage) => old.get(passage.id) !== canonical({ ...passage, turn: '' })),
      marks,
      lineage,
    }
  }
}
