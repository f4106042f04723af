// The commands that are there now, with the keys that they have now. Which one a press means is decided here and nowhere else.
import type { KeyChoices } from '../../shared/contract/key-choices.ts'
import { keyChoicesFromStart } from '../../shared/contract/keys-from-start.ts'
import type { Platform } from '../../shared/contract/commands.ts'
import { keysNow, repeats } from './key-bindings.ts'
import { keysOf, matchOf, type Pressed } from './key-match.ts'

export interface Command {
  readonly id: string
  /** As shown in the palette, already in the person's language. Never a title, and never the name of a person. */
  readonly name: string
  /** 'Mod+K', 'F6'; for a command of the table the table's keys count. Left out for a command without keys. */
  readonly keys?: string | undefined
  readonly run: () => void
  /** Only while this is not false. */
  readonly when?: boolean | undefined
  /** Works above an open dialog too. */
  readonly everywhere?: boolean | undefined
}

/** Where a press happened: above what, and whether Escape has a use of its own there. */
export interface Surroundings {
  readonly underDialog: boolean
  readonly escapeIsTaken: boolean
}

type Press = Pressed & { readonly repeat: boolean }

export class CommandRegistry {
  #put: readonly Command[] = []
  #current: readonly Command[] = []
  #seen: readonly Command[] = []
  #choices: KeyChoices = keyChoicesFromStart
  readonly #platform: Platform
  readonly #listeners = new Set<() => void>()

  constructor(platform: Platform = 'other') {
    this.#platform = platform
  }

  put(command: Command): () => void {
    this.#put = [...this.#put.filter(({ id }) => id !== command.id), command]
    this.#seen = [...this.#seen.filter(({ id }) => id !== command.id), command]
    this.#tell()
    return () => {
      this.#put = this.#put.filter((one) => one !== command)
      this.#tell()
    }
  }

  /** From here on these keys and pedals count. */
  choose(choices: KeyChoices): void {
    if (choices === this.#choices) return
    this.#choices = choices
    this.#tell()
  }

  /** Forgets which commands have been there. */
  forget(): void {
    this.#seen = this.#put
    this.#tell()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** What can be run now, each with its keys of now. */
  current = (): readonly Command[] => this.#current
  /** What has been there since the start, or since everything was forgotten. */
  seen = (): readonly Command[] => this.#seen

  /** What a press means here and now; null where it means nothing. `ignored` where a key is only being held down. */
  meant(event: Press, around: Surroundings): Command | 'ignored' | null {
    if (event.key === 'Escape' && (around.escapeIsTaken || around.underDialog)) return null
    const mac = this.#platform === 'mac'
    const possible = this.#current.filter((command) => isPossible(command, around.underDialog))
    // NOTE: what is written on the key counts before where it lies.
    const command =
      possible.findLast(({ keys }) => keys !== undefined && matchOf(keys, event, mac) === 'written') ??
      possible.findLast(({ keys }) => keys !== undefined && matchOf(keys, event, mac) === 'place') ??
      this.#byPedal(keysOf(event, mac), possible)
    if (command === undefined) return null
    return event.repeat && !repeats(command.id) ? 'ignored' : command
  }

  /** What a pedal means that is no keyboard. */
  meantByPedal(pedal: string, around: Surroundings): Command | null {
    return (
      this.#byPedal(
        pedal,
        this.#current.filter((command) => isPossible(command, around.underDialog)),
      ) ?? null
    )
  }

  /** Runs a command that the menu names, if it can be run now. */
  run(id: string, around: Surroundings): void {
    this.#current.find((command) => command.id === id && isPossible(command, around.underDialog))?.run()
  }

  #byPedal(pedal: string | null, possible: readonly Command[]): Command | undefined {
    const id = pedal === null ? undefined : this.#choices.pedals[pedal]
    return id === undefined ? undefined : possible.findLast((command) => command.id === id)
  }

  #tell(): void {
    this.#current = this.#put.map((command) => ({ ...command, keys: keysNow(command, this.#choices, this.#platform) }))
    for (const listener of this.#listeners) listener()
  }
}

const isPossible = ({ when, everywhere }: Command, underDialog: boolean): boolean =>
  when !== false && (everywhere === true || !underDialog)
