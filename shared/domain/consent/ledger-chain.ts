// The chain of the ledger held up to itself, one row after the other: which entries are missing, changed, moved or put in
// by somebody else. It holds no more than one row at a time, and a few that are wrong.
import { canonical } from '../canonical.ts'
import { ledgerKinds, noPrevious, type Sha256 } from './ledger.ts'

/** An entry as it is kept: its evidence and its body as JSON text, canonical since that is how they are hashed. */
export interface ChainRow {
  readonly sequence: number
  readonly id: string
  readonly testimony: string
  readonly narrator: string
  readonly certainty: string
  readonly by: string
  readonly evidence: string
  readonly at: string
  readonly kind: string
  readonly body: string
  readonly previous: string
  readonly hash: string
}

export const ledgerFaults = ['missing', 'edited', 'outOfOrder', 'forged', 'cutOff', 'signature'] as const
/**
 * `missing`: taken out from within. `edited`: says something else than it did. `outOfOrder`: stands where another stood.
 * `forged`: holds by itself, but is not the one that stood there. `cutOff`: taken off the end. `signature`: not hers.
 */
export type LedgerFault = (typeof ledgerFaults)[number]

export interface FoundFault {
  readonly kind: LedgerFault
  /** The place of the entry; of several that are missing the first. */
  readonly sequence: number
  /** The last of those that are missing; else the same. */
  readonly until: number
  /** Null where it is not there. */
  readonly entry: string | null
}

export interface Place {
  readonly sequence: number
  readonly hash: string
}

export interface CheckedChain {
  readonly entries: number
  /** How many entries are not as and where they were made, those that are missing counted too. */
  readonly broken: number
  readonly signaturesBroken: number
  /** The first of each, in their order. */
  readonly faults: readonly FoundFault[]
}

/** How many that are wrong are named; all are counted. */
const mostNamed = 200

const quoted = new Map<string, string>()

/** A name as JSON; the few people who keep decisions are the same ones again and again. */
function quote(name: string): string {
  const known = quoted.get(name)
  if (known !== undefined) return known
  if (quoted.size > mostNamed) quoted.clear()
  const made = JSON.stringify(name)
  quoted.set(name, made)
  return made
}

/** The text that is hashed: `canonical` of the entry without its hash, put together without reading its JSON. */
export function chainText(row: ChainRow, previous: string, sequence: number): string {
  return `{"at":"${row.at}","body":${row.body},"by":${quote(row.by)},"certainty":"${row.certainty}","evidence":${row.evidence},"id":"${row.id}","narrator":"${row.narrator}","previous":"${previous}","sequence":${sequence}}`
}

/** The same for a row whose JSON was kept in another spelling; null where it is none. */
function spelledAnew(row: ChainRow): ChainRow | null {
  try {
    const spelled = (json: string) => canonical(JSON.parse(json) as unknown)
    return { ...row, evidence: spelled(row.evidence), body: spelled(row.body) }
  } catch {
    return null
  }
}

const kinds: ReadonlySet<string> = new Set(ledgerKinds)

/**
 * Whether the columns by which entries are found say what the body says. NOTE: a quotation mark inside a string is
 * written \", so these words stand in the body only as its own members.
 */
function isFoundAs({ body, kind, testimony }: ChainRow): boolean {
  return (
    kinds.has(kind) && body.lastIndexOf(`"testimony":"${testimony}"`) > 0 && body.lastIndexOf(`"kind":"${kind}"`) > 0
  )
}

export class LedgerChain {
  readonly #sha256: Sha256
  readonly #faults = new Map<number, FoundFault>()
  readonly #edited: ChainRow[] = []
  readonly #unsigned: FoundFault[] = []
  #broken = 0
  #signaturesBroken = 0
  #entries = 0
  #last: Place = { sequence: 0, hash: noPrevious }
  #lastId: string | null = null

  constructor(sha256: Sha256) {
    this.#sha256 = sha256
  }

  /** The next row, in the order of their places. */
  take(row: ChainRow): void {
    this.#entries += 1
    const { sequence, hash } = this.#last
    const follows = row.sequence === sequence + 1 && row.previous === hash
    if (!follows || this.#sha256(chainText(row, hash, row.sequence)) !== row.hash || !isFoundAs(row))
      this.#look(row, sequence)
    this.#last = row
    this.#lastId = row.id
  }

  /** The next place, of which nothing but its hash is left: its story was erased. What it said cannot be checked any more. */
  takeErased(place: Place & { readonly previous: string }): void {
    const { sequence, hash } = this.#last
    if (place.sequence > sequence + 1) this.#add('missing', sequence + 1, null, place.sequence - 1)
    else if (place.previous !== hash) this.#add('forged', Math.max(1, sequence), this.#lastId)
    this.#last = { sequence: place.sequence, hash: place.hash }
    this.#lastId = null
  }

  /** An entry that says that she signed it, and she has not; or the other way round. */
  addUnsigned(sequence: number, entry: string): void {
    this.#signaturesBroken += 1
    if (this.#unsigned.length < mostNamed) this.#unsigned.push({ kind: 'signature', sequence, until: sequence, entry })
  }

  #add(kind: LedgerFault, sequence: number, entry: string | null, until = sequence): void {
    if (this.#faults.has(sequence)) return
    this.#broken += until - sequence + 1
    if (this.#faults.size < mostNamed) this.#faults.set(sequence, { kind, sequence, until, entry })
  }

  #look(row: ChainRow, before: number): void {
    const gap = row.sequence > before + 1
    if (gap) this.#add('missing', before + 1, null, row.sequence - 1)
    const spelled = spelledAnew(row)
    const holds =
      spelled !== null &&
      isFoundAs(spelled) &&
      this.#sha256(chainText(spelled, row.previous, row.sequence)) === row.hash
    if (!holds) {
      this.#add('edited', row.sequence, row.id)
      if (this.#edited.length < mostNamed) this.#edited.push(spelled ?? row)
    } else if (!gap && row.previous !== this.#last.hash) {
      // It is as it was made, so that the one before it is not the one that it was made after.
      if (before === 0) this.#add('outOfOrder', row.sequence, row.id)
      else this.#add('forged', before, this.#lastId)
    }
  }

  /**
   * Ends the check.
   *
   * @param head the last entry, as it is noted beside the ledger; null where nothing is noted
   * @param anchors what other rows noted of the ledger, where it does not stand so any more
   */
  end(head: Place | null, anchors: readonly Place[]): CheckedChain {
    const { sequence, hash } = this.#last
    const noted = head?.sequence ?? 0
    if (noted > sequence) this.#add('cutOff', sequence + 1, null, noted)
    else if (noted < sequence) this.#add('forged', noted + 1, null, sequence)
    else if (head !== null && head.hash !== hash) this.#add('forged', sequence, this.#lastId)
    for (const anchor of anchors) if (!this.#isKnown(anchor.sequence)) this.#add('forged', anchor.sequence, null)
    this.#findMoved()
    return {
      entries: this.#entries,
      broken: this.#broken,
      signaturesBroken: this.#signaturesBroken,
      faults: [...this.#faults.values(), ...this.#unsigned].toSorted((a, b) => a.sequence - b.sequence),
    }
  }

  #isKnown(at: number): boolean {
    for (const { sequence, until } of this.#faults.values()) if (sequence <= at && at <= until) return true
    return this.#faults.size >= mostNamed
  }

  /** An entry that holds in the place of another that does not was moved there. */
  #findMoved(): void {
    const places = [...this.#faults.values()].flatMap(({ sequence, until }) =>
      until - sequence < mostNamed ? between(sequence, until) : [],
    )
    for (const row of this.#edited) {
      const moved = places.some(
        (place) => place !== row.sequence && this.#sha256(chainText(row, row.previous, place)) === row.hash,
      )
      const fault = this.#faults.get(row.sequence)
      if (moved && fault !== undefined) this.#faults.set(row.sequence, { ...fault, kind: 'outOfOrder' })
    }
  }
}

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
