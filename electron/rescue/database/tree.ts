// SQLite's b-trees, walked from their root past whatever cannot be read (sqlite.org/fileformat2.html, section 1.6).
import { usable, type Pages } from './pages.ts'
import { NotSqlite, readVarint } from './record.ts'

/** A row of a table, or an entry of an index (`rowid` 0). */
export interface Entry {
  readonly rowid: number
  readonly payload: Buffer
}

/** Something of a tree that cannot be read: everything between two row numbers, where they are known. */
export interface Lost {
  readonly page: number
  readonly after: number | null
  readonly until: number | null
}

export type TreeKind = 'table' | 'index'
const kinds = { 2: 'index', 5: 'table', 10: 'index', 13: 'table' } as const
const isInterior = (type: number): boolean => type === 2 || type === 5
/** Deeper than any tree of a file that fits on a disk. */
const deepest = 40

interface Cell extends Entry {
  readonly child: number | null
  readonly overflow: number | null
  /** All of it, with what overflows. */
  readonly length: number
}

/** What stands on one page. Throws NotSqlite. */
export interface TreePage {
  readonly kind: TreeKind
  readonly isLeaf: boolean
  readonly cells: readonly Cell[]
  readonly right: number | null
}

export function readTreePage(page: Buffer, number: number): TreePage {
  const at = number === 1 ? 100 : 0
  const type = page.readUInt8(at)
  const kind = kinds[type as keyof typeof kinds]
  if (kind === undefined) throw new NotSqlite('no page of a tree')
  const inner = isInterior(type)
  const count = page.readUInt16BE(at + 3)
  const list = at + (inner ? 12 : 8)
  if (list + 2 * count > usable) throw new NotSqlite('more cells than a page has room for')
  const cells = Array.from({ length: count }, (_, nth) =>
    readCell(page, page.readUInt16BE(list + 2 * nth), kind, inner),
  )
  return { kind, isLeaf: !inner, cells, right: inner ? page.readUInt32BE(at + 8) : null }
}

function readCell(page: Buffer, begins: number, kind: TreeKind, inner: boolean): Cell {
  if (begins + 4 > usable) throw new NotSqlite('a cell outside its page')
  let at = begins
  const child = inner ? page.readUInt32BE(at) : null
  if (inner) at += 4
  if (inner && kind === 'table') {
    const [rowid] = readVarint(page, at)
    return { child, rowid, payload: Buffer.alloc(0), overflow: null, length: 0 }
  }
  const [length, lengthBytes] = readVarint(page, at)
  at += lengthBytes
  const [rowid, rowidBytes] = kind === 'table' ? readVarint(page, at) : [0, 0]
  at += rowidBytes
  const local = localLength(length, kind)
  if (length < 0 || at + local > usable) throw new NotSqlite('a cell longer than its page')
  const overflow = local < length ? page.readUInt32BE(at + local) : null
  return { child, rowid, payload: page.subarray(at, at + local), overflow, length }
}

/** How much of a payload lies in its cell (section 1.6, "Cell Payload Overflow Pages"). */
function localLength(length: number, kind: TreeKind): number {
  const most = kind === 'table' ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  if (length <= most) return length
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const fitting = least + ((length - least) % (usable - 4))
  return fitting <= most ? fitting : least
}

/** Pages that were come to, so that those nobody leads to any more can be found. */
export type Reached = Set<number>

/** The whole payload; null where a page that it goes on in cannot be read. */
export function wholePayload(pages: Pages, cell: Pick<Cell, 'payload' | 'overflow' | 'length'>, reached: Reached) {
  if (cell.overflow === null) return cell.payload
  const parts = [cell.payload]
  let have = cell.payload.length
  for (let next = cell.overflow; have < cell.length;) {
    const page = pages.page(next)
    if (page === null || reached.has(next)) return null
    reached.add(next)
    const part = page.subarray(4, 4 + Math.min(usable - 4, cell.length - have))
    parts.push(part)
    have += part.length
    next = page.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

/**
 * Every row or entry of the tree at `root`, in its order. `lost` is told of each page, and of each row by itself, that
 * cannot be read.
 */
export function* walkTree(
  pages: Pages,
  root: number,
  kind: TreeKind,
  reached: Reached,
  lost: (one: Lost) => void,
): Generator<Entry> {
  yield* walk(root, null, null, 0)

  function* walk(number: number, after: number | null, until: number | null, depth: number): Generator<Entry> {
    const page = treePage(number, depth)
    if (page === null) {
      lost({ page: number, after, until })
      return
    }
    let from = after
    for (const cell of page.cells) {
      const to = kind === 'table' ? cell.rowid : null
      if (cell.child !== null) yield* walk(cell.child, from, to, depth + 1)
      from = to
      if (kind === 'table' && !page.isLeaf) continue
      const payload = wholePayload(pages, cell, reached)
      if (payload === null) lost({ page: number, after: to === null ? null : to - 1, until: to })
      else yield { rowid: cell.rowid, payload }
    }
    if (page.right !== null) yield* walk(page.right, from, until, depth + 1)
  }

  function treePage(number: number, depth: number): TreePage | null {
    const bytes = pages.page(number)
    if (bytes === null || reached.has(number) || depth > deepest) return null
    reached.add(number)
    try {
      const page = readTreePage(bytes, number)
      return page.kind === kind ? page : null
    } catch {
      return null
    }
  }
}
