// The keys that somebody chose: names of commands and names of keys, and nothing of a story.
import { z } from 'zod'
import { keyPresets } from './keys-from-start.ts'

const commandId = z
  .string()
  .max(60)
  .regex(/^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/)
const keys = z.string().regex(/^(?:(?:Mod|Ctrl|Alt|Shift)\+)*[!-*,-~]{1,24}$/)
/** Empty where the command has no key any more. */
const keysOrNone = z.union([z.literal(''), keys])
/** A pedal that sends keys, or a button of a device that the system sees as a game controller ('Button3'). */
const pedal = keys

const atMost = (count: number) => (given: object) => Object.keys(given).length <= count

export const keyChoices = z.object({
  preset: z.enum(keyPresets),
  /** What differs from the keys of the start, for the preset `own`. */
  own: z.record(commandId, keysOrNone).refine(atMost(200)),
  pedals: z.record(pedal, commandId).refine(atMost(50)),
  /** How far every Play steps back. */
  stepBackMs: z.int().min(0).max(5_000),
  /** How far back and forward go. */
  skipMs: z.int().min(1_000).max(10_000),
  pauseWhileTyping: z.boolean(),
})
type Chosen = z.infer<typeof keyChoices>
export type KeyChoices = { readonly [K in keyof Chosen]: Readonly<Chosen[K]> }
