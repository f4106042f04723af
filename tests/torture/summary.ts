// What `npm run torture` counts: a line a group, and one of all of them. A group that ends badly, or tries nothing, is void:
// it says nothing about the program, and the others go on.
import type { Tortured } from './told.ts'

export interface Line {
  readonly name: string
  readonly tried: number
  readonly survived: number
  readonly lost: number
  /** `failed, as it must`, what it did not notice, or that the group did not get to its end. */
  readonly control: string
}

export interface Counted {
  readonly line: Line
  readonly controlFailed: boolean
  /** It threw, held everything up, or tried nothing. */
  readonly isVoid: boolean
  /** What went wrong, a line each. */
  readonly wrong: readonly string[]
}

export interface Summary {
  readonly name: 'summary'
  readonly groups: number
  readonly tried: number
  readonly survived: number
  readonly lost: number
  readonly void: readonly string[]
  readonly controls: string
  readonly minutes: number
}

const asItMust = 'all failed, as they must'

/** Runs a group; never throws, whatever the group does, and waits for `longestMs` at most. */
export async function counted(name: string, torture: () => Promise<Tortured>, longestMs: number): Promise<Counted> {
  const ended = Promise.withResolvers<never>()
  // NOTE: what goes wrong outside of what it waits for must not end the run either.
  process.on('uncaughtException', ended.reject)
  const watch = setTimeout(() => ended.reject(new Error(`it took more than ${longestMs / 60_000} minutes`)), longestMs)
  try {
    const { tried, lost, control, controlFailed, wrong } = await Promise.race([torture(), ended.promise])
    const line = { name, tried, survived: tried - lost, lost, control }
    return { line, controlFailed, isVoid: tried === 0, wrong: tried === 0 ? [...wrong, control] : wrong }
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const line = { name, tried: 0, survived: 0, lost: 0, control: 'it did not get to its end' }
    return { line, controlFailed: false, isVoid: true, wrong: [said] }
  } finally {
    clearTimeout(watch)
    process.off('uncaughtException', ended.reject)
  }
}

/** All groups together. */
export function summed(all: readonly Counted[], minutes: number): Summary {
  const sum = (of: 'tried' | 'survived' | 'lost'): number => all.reduce((so, { line }) => so + line[of], 0)
  const unnoticed = all.filter(({ controlFailed }) => !controlFailed).map(({ line }) => line.name)
  return {
    name: 'summary',
    groups: all.length,
    tried: sum('tried'),
    survived: sum('survived'),
    lost: sum('lost'),
    void: all.filter(({ isVoid }) => isVoid).map(({ line }) => line.name),
    controls: unnoticed.length === 0 ? asItMust : `not those of ${unnoticed.join(', ')}`,
    minutes: Math.round(minutes * 10) / 10,
  }
}

/** Whether nothing was lost, every control failed, and no group is void. */
export const isGood = ({ groups, lost, void: none, controls }: Summary): boolean =>
  groups > 0 && lost === 0 && none.length === 0 && controls === asItMust
