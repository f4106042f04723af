// Whether this window can decode what has to be written anew, and how much room that takes; looked at before anything is
// said of it.
import { useEffect, useState } from 'react'
import { roomFor, type ToDecode } from './write-anew.ts'

export interface Decodable {
  /** Null while that is looked at. */
  readonly isDecodable: boolean | null
  readonly bytes: number
  /** It was found out later that it cannot be. */
  readonly refuse: () => void
}

export function useDecodable(toDecode: readonly ToDecode[]): Decodable {
  const named = JSON.stringify(toDecode)
  const [found, setFound] = useState<{ readonly named: string; readonly bytes: number | null } | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    roomFor(JSON.parse(named) as ToDecode[], leaving.signal).then(
      (bytes) => setFound({ named, bytes }),
      () => undefined, // whoever asked has left
    )
    return () => leaving.abort()
  }, [named])
  const known = found?.named === named ? found : null
  return {
    isDecodable: toDecode.length === 0 ? true : known === null ? null : known.bytes !== null,
    bytes: known?.bytes ?? 0,
    refuse: () => setFound({ named, bytes: null }),
  }
}
