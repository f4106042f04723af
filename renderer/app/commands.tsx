// One registry of commands: it feeds the keys, the palette and the key card.
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { matchesKeys, onMac } from './key-match.ts'

export interface Command {
  readonly id: string
  /** As shown in the palette and on the key card, already in the person's language. */
  readonly name: string
  /** 'Mod+K', 'F6', 'Mod+Shift+F'; left out for a command without keys. */
  readonly keys?: string | undefined
  readonly run: () => void
  /** Only while this is not false; it stays on the key card all the same. */
  readonly when?: boolean | undefined
  /** Works above an open dialog too. */
  readonly everywhere?: boolean | undefined
}

export class CommandRegistry {
  #commands: readonly Command[] = []
  #seen: readonly Command[] = []
  readonly #listeners = new Set<() => void>()

  put(command: Command): () => void {
    this.#commands = [...this.#commands.filter(({ id }) => id !== command.id), command]
    this.#seen = [...this.#seen.filter(({ id }) => id !== command.id), command]
    this.#tell()
    return () => {
      this.#commands = this.#commands.filter((one) => one !== command)
      this.#tell()
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** What can be run now. */
  current = (): readonly Command[] => this.#commands
  /** What has been there since the start, for the key card. */
  seen = (): readonly Command[] => this.#seen

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

const CommandContext = createContext<CommandRegistry | null>(null)

export function CommandProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new CommandRegistry())
  useEffect(() => {
    const mac = onMac()
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const underDialog = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
      const command = registry
        .current()
        .findLast(
          ({ keys, when, everywhere }) =>
            keys !== undefined &&
            when !== false &&
            (everywhere === true || !underDialog) &&
            matchesKeys(keys, event, mac),
        )
      if (command === undefined) return
      event.preventDefault()
      command.run()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [registry])
  return <CommandContext value={registry}>{children}</CommandContext>
}

function useRegistry(): CommandRegistry {
  const registry = useContext(CommandContext)
  if (registry === null) throw new Error('useCommand outside CommandProvider')
  return registry
}

/** Registers a command while the component is there. `run` may change freely; the newest one runs. */
export function useCommand({ id, name, keys, run, when, everywhere }: Command): void {
  const registry = useRegistry()
  const latest = useRef(run)
  latest.current = run
  useEffect(
    () => registry.put({ id, name, keys, run: () => latest.current(), when, everywhere }),
    [registry, id, name, keys, when, everywhere],
  )
}

export function useCurrentCommands(): readonly Command[] {
  const registry = useRegistry()
  return useSyncExternalStore(registry.subscribe, registry.current)
}

export function useSeenCommands(): readonly Command[] {
  const registry = useRegistry()
  return useSyncExternalStore(registry.subscribe, registry.seen)
}
