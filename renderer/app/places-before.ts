// Back and Forward inside the program. The browser's history gets numbers and nothing else: the places stay in memory,
// and a page that is loaded anew, or a window that became somebody else's, knows none of those before it.

/** What of a window is needed. */
export interface HistoryWindow {
  readonly history: Pick<History, 'state' | 'pushState' | 'replaceState'>
  addEventListener(kind: 'popstate', listener: (event: { state: unknown }) => void): void
  removeEventListener(kind: 'popstate', listener: (event: { state: unknown }) => void): void
}

export interface Places<P> {
  /** Somebody goes to another place; where it is the same one, nothing is added. */
  went(place: P): void
  /** Calls `onPlace` when Back or Forward leads to a place; gives a function that ends it. */
  follow(onPlace: (place: P) => void): () => void
}

/** Which run of places a history entry belongs to: a number by chance, which says nothing. */
interface Entry {
  readonly run: number
  readonly at: number
}

function isEntry(state: unknown): state is Entry {
  return typeof state === 'object' && state !== null && 'run' in state && 'at' in state
}

export function keepPlaces<P>(first: P, window: HistoryWindow): Places<P> {
  const run = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  const places: P[] = [first]
  let at = 0
  const same = (one: P | undefined, other: P): boolean => JSON.stringify(one) === JSON.stringify(other)
  return {
    went(place) {
      if (same(places[at], place)) return
      if (at === 0) window.history.replaceState({ run, at } satisfies Entry, '')
      places.splice((at += 1), Infinity, place)
      window.history.pushState({ run, at } satisfies Entry, '')
    },
    follow(onPlace) {
      const popped = ({ state }: { state: unknown }): void => {
        if (!isEntry(state) || state.run !== run) return
        const place = places[state.at]
        if (place === undefined) return
        ;({ at } = state)
        onPlace(place)
      }
      window.addEventListener('popstate', popped)
      return () => window.removeEventListener('popstate', popped)
    },
  }
}
