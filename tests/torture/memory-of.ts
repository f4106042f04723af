// What stands in the memory of processes that are alive: every page that can be read of each. Linux only.
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

export interface Sought {
  readonly name: string
  readonly bytes: Buffer
}

export interface InMemory {
  readonly name: string
  readonly pid: number
  /** In how many places. */
  readonly times: number
  /** The kinds of memory that it stands in, such as `[heap]`, `anonymous` or the name of a file. */
  readonly where: readonly string[]
}

const pieceBytes = 8 * 1024 * 1024

/** The process and everything that it started, and they, now. */
export function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name of the program stands in brackets and may hold anything.
        const [, parent] = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? []
        return [{ pid: Number(name), parent: Number(parent) }]
      } catch {
        return []
      }
    })
  const family = [pid]
  for (const one of family) for (const { pid: child, parent } of parents) if (parent === one) family.push(child)
  return family
}

/** What kind of process it is, for a person: its program, and which of a browser's. Throws where it has gone. */
export function nameOf(pid: number): string {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  const program = command.split(/[\0 ]/, 1)[0]?.split('/').at(-1) ?? ''
  return [program, ...(command.match(/--(?:type|utility-sub-type)=[\w.-]+/g) ?? [])].join(' ')
}

/** What of `sought` stands in what this process can write, in any place. A process that has gone holds nothing. */
export function inMemory(pid: number, sought: readonly Sought[]): InMemory[] {
  const found = new Map<string, { times: number; where: Set<string> }>()
  const overlap = Math.max(...sought.map(({ bytes }) => bytes.length)) - 1
  let maps: string
  try {
    maps = readFileSync(`/proc/${pid}/maps`, 'utf8')
  } catch {
    return []
  }
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const piece = Buffer.alloc(pieceBytes)
  for (const line of maps.split('\n')) {
    const [, from, to, place = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw\S* \S+ \S+ \S+\s*(.*)$/.exec(line) ?? []
    if (from === undefined || to === undefined) continue
    const end = Number.parseInt(to, 16)
    for (let at = Number.parseInt(from, 16); at < end; at += pieceBytes - overlap) {
      let read = 0
      try {
        read = readSync(memory, piece, 0, Math.min(pieceBytes, end - at), at)
      } catch {
        continue // not there to be read
      }
      const part = piece.subarray(0, read)
      for (const { name, bytes } of sought)
        for (let hit = part.indexOf(bytes); hit !== -1; hit = part.indexOf(bytes, hit + bytes.length)) {
          const one = found.get(name) ?? { times: 0, where: new Set<string>() }
          one.times += 1
          one.where.add(place === '' ? 'anonymous' : place)
          found.set(name, one)
        }
    }
  }
  closeSync(memory)
  return [...found].map(([name, { times, where }]) => ({ name, pid, times, where: [...where] }))
}
