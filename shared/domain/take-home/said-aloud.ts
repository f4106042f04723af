// What she said aloud, in her copy and here. Sealing it here needs only the public half of her key, so it is done where its
// passage is; opening it needs her, so nothing here is opened by what comes home. What one side threw away is gone.
import type { HerState, Said, SealedSaid } from './state.ts'

export interface SaidBrought {
  readonly said: readonly Said[]
  readonly sealedSaid: readonly SealedSaid[]
  /** Passages of which something she said is open in her copy: here it stays sealed until she opens it with her key. */
  readonly stillSealed: readonly string[]
}

interface Sides {
  readonly here: HerState
  readonly hers: HerState
  /** Whether both sides had it, sealed or not, when they were last the same. */
  readonly wasThere: (id: string) => boolean
  /** Whether it was sealed then. */
  readonly wasSealed: (id: string) => boolean
}

export function saidBroughtHome({ here, hers, wasThere, wasSealed }: Sides): SaidBrought {
  const [sealedHere, sealedHers] = [here.sealedSaid ?? [], hers.sealedSaid ?? []]
  const inHers = new Set([...hers.said, ...sealedHers].map(({ id }) => id))
  const isHere = new Set([...here.said, ...sealedHere].map(({ id }) => id))
  const stays = ({ id }: { readonly id: string }): boolean => inHers.has(id) || !wasThere(id)
  const isNew = ({ id }: { readonly id: string }): boolean => !isHere.has(id) && !wasThere(id)
  const openHers = new Set(hers.said.map(({ id }) => id))
  return {
    said: [...here.said.filter(stays), ...hers.said.filter(isNew)],
    sealedSaid: [...sealedHere.filter(stays), ...sealedHers.filter(isNew)],
    stillSealed: sealedHere.flatMap(({ id, passage }) => (openHers.has(id) && wasSealed(id) ? [passage] : [])),
  }
}
