// A program of its own that takes hostile things one after another, and says what came of each. Its arguments: whose
// things they are, the first, the one after the last, a fault to make for a control, and a folder.

export const faults = ['none', 'hang', 'die', 'stray', 'grow'] as const
export type Fault = (typeof faults)[number]

/** What takes the things of one kind. */
export interface Taker {
  /** Takes the one at this place; gives what was wrong about what came of it, and what it was. `faultNow`: with another fault. */
  take(
    at: number,
    faultNow?: Fault,
  ): Promise<{ readonly name: string; readonly wrong: readonly string[]; readonly kept: boolean }>
  /** What is wrong when all of them were taken. */
  end(): Promise<readonly string[]>
}

/** `begin` of a file of hostile things; `scratch` is a folder of its own. It makes the fault `stray` itself. */
export type Begin = (scratch: string, fault: Fault) => Promise<Taker>

const [whose = '', ...numbers] = process.argv.slice(2, 5)
const [from = 0, until = 0] = numbers.map(Number)
const fault = (faults.find((one) => one === process.argv[5]) ?? 'none') satisfies Fault
const [, , , , , , scratch = ''] = process.argv
const grown: Buffer[] = []

const { begin } = (await import(`./hostile-${whose}.ts`)) as { begin: Begin }
const taker = await begin(scratch, fault)
const beforeKiB = process.resourceUsage().maxRSS
for (let at = from; at < until; at += 1) {
  process.send?.({ kind: 'begun', at })
  if (at === from + 1 && fault === 'hang') for (;;);
  if (at === from + 1 && fault === 'die') process.abort()
  if (fault === 'grow') grown.push(Buffer.alloc(512 * 1024 * 1024, 1))
  const { name, wrong, kept } = await taker.take(at)
  process.send?.({ kind: 'done', at, name, wrong, kept, grewKiB: process.resourceUsage().maxRSS - beforeKiB })
}
process.send?.({ kind: 'end', wrong: await taker.end() })
process.disconnect?.()
