// One registry of commands: it feeds the keys, the pedals, the menus, the palette and the key card.
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { isCommandId, type CommandId } from '../../shared/contract/commands.ts'
import { useWords } from '../words/say.tsx'
import { commandName } from './command-names.ts'
import { CommandRegistry, type Command } from './command-registry.ts'
import { hideEvent } from './hide.ts'
import { keysNow } from './key-bindings.ts'
import { platformHere, writtenKeys } from './key-match.ts'
import { watchPads } from './pads.ts'
import { usePreferences } from './preferences.tsx'
import { isEscapeInText, surroundings } from './surroundings.ts'

export { CommandRegistry, type Command } from './command-registry.ts'

const CommandContext = createContext<CommandRegistry | null>(null)

export function CommandProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new CommandRegistry(platformHere()))
  const { keys: choices } = usePreferences()
  useLayoutEffect(() => registry.choose(choices), [registry, choices])
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented && !isEscapeInText(event)) return
      const meant = registry.meant(event, surroundings(event.target))
      if (meant === null) return
      event.preventDefault()
      if (meant !== 'ignored') meant.run()
    }
    const forget = (): void => registry.forget()
    window.addEventListener('keydown', pressed)
    window.addEventListener(hideEvent, forget)
    return () => {
      window.removeEventListener('keydown', pressed)
      window.removeEventListener(hideEvent, forget)
    }
  }, [registry])
  useEffect(() => watchPads((pedal) => registry.meantByPedal(pedal, surroundings())?.run()), [registry])
  return <CommandContext value={registry}>{children}</CommandContext>
}

export function useRegistry(): CommandRegistry {
  const registry = useContext(CommandContext)
  if (registry === null) throw new Error('useCommand outside CommandProvider')
  return registry
}

/** A command of the table needs no name and no keys, but may be called otherwise in a room; one that is not in it brings its own. */
export type Used = Omit<Command, 'name'> &
  ({ readonly id: CommandId; readonly name?: string } | { readonly name: string })

/** Registers a command while the component is there. `run` may change freely; the newest one runs. */
export function useCommand({ id, name: given, keys, run, when, everywhere }: Used): void {
  const registry = useRegistry()
  const say = useWords()
  const { keys: choices } = usePreferences()
  const name = given ?? (isCommandId(id) ? commandName(id, say, choices) : '')
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

/** Writes keys as they are called on this machine and in this language: 'Ctrl+Shift+F', 'Ctrl+Mayús+F', '⇧⌘F'. */
export function useWrittenKeys(): (keys: string) => string {
  const say = useWords()
  const called = {
    Escape: 'Esc',
    Shift: say('key.shift'),
    Space: say('key.space'),
    Pause: say('key.pause'),
    Insert: say('key.insert'),
  }
  return (keys) => writtenKeys(keys, platformHere() === 'mac', called)
}

/** The keys of a command as they are now, written for a person; null where it has none. */
export function useKeysOf(): (id: CommandId) => string | null {
  const { keys: choices } = usePreferences()
  const written = useWrittenKeys()
  return (id) => {
    const keys = keysNow({ id }, choices, platformHere())
    return keys === undefined ? null : written(keys)
  }
}
