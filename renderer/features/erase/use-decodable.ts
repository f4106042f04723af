// Whether this window can decode what has to be written anew; looked at before anything is said of it.
import { useEffect, useState } from 'react'
import type { ToDecode } from './erase-shapes.ts'
import { canDecode } from './write-anew.ts'

/** Null while that is looked at. `refuse`: it was found out later that it cannot be. */
export function useDecodable(toDecode: readonly ToDecode[]): { isDecodable: boolean | null; refuse: () => void } {
  const named = JSON.stringify(toDecode)
  const [found, setFound] = useState<{ readonly named: string; readonly isDecodable: boolean } | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    canDecode(JSON.parse(named) as ToDecode[], leaving.signal).then(
      (isDecodable) => setFound({ named, isDecodable }),
      () => undefined, // whoever asked has left
    )
    return () => leaving.abort()
  }, [named])
  return {
    isDecodable: toDecode.length === 0 ? true : found?.named === named ? found.isDecodable : null,
    refuse: () => setFound({ named, isDecodable: false }),
  }
}
