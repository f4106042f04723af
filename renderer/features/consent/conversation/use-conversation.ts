// A conversation under way: which card is open, and what was said to each and is not kept yet. In memory only.
import { useCallback, useRef } from 'react'
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import { noEvidence, type EvidenceDraft } from '../../../app/EvidenceFields.tsx'
import { useWhileOpen } from '../../../app/while-open.ts'
import { emptyDraft, type AnswerDraft, type Stage } from './answer-draft.ts'
import type { Told } from './told-in-words.ts'

export type At =
  | { readonly at: 'start' }
  | { readonly at: 'card'; readonly use: UseName }
  | { readonly at: 'kept'; readonly told: Told }
  | { readonly at: 'rest' }

interface State {
  readonly place: At
  readonly drafts: Readonly<Partial<Record<UseName, AnswerDraft>>>
  readonly onlyAgain: boolean
  /** BCP 47; null until she has chosen one. */
  readonly language: string | null
  /** How the answer before was known; offered again, never filled in. */
  readonly knownBefore: EvidenceDraft
}

export interface UnderWay extends State {
  /** True once after a page was turned: its heading then takes the focus. */
  readonly takeTurn: () => boolean
  readonly go: (place: At) => void
  readonly goTo: (use: UseName, stage: Stage) => void
  readonly draftOf: (use: UseName) => AnswerDraft
  readonly change: (use: UseName, part: Partial<AnswerDraft>) => void
  readonly forget: (use: UseName) => void
  readonly set: (part: Partial<State>) => void
}

const begun: State = { place: { at: 'start' }, drafts: {}, onlyAgain: false, language: null, knownBefore: noEvidence }

export function useConversation(testimony: string, first: Partial<State>): UnderWay {
  const [state, keep] = useWhileOpen<State>(`conversation ${testimony}`, { ...begun, ...first })
  // NOTE: two fields may change at once, before this is drawn again.
  const latest = useRef(state)
  latest.current = state
  const set = useCallback(
    (part: Partial<State>): void => {
      latest.current = { ...latest.current, ...part }
      keep(latest.current)
    },
    [keep],
  )
  const draftOf = (use: UseName): AnswerDraft => latest.current.drafts[use] ?? emptyDraft
  const turned = useRef(false)
  const takeTurn = useCallback((): boolean => {
    const wasTurned = turned.current
    turned.current = false
    return wasTurned
  }, [])
  const change = (use: UseName, part: Partial<AnswerDraft>): void =>
    set({ drafts: { ...latest.current.drafts, [use]: { ...draftOf(use), ...part } } })
  return {
    ...state,
    set,
    draftOf,
    takeTurn,
    go: (place) => {
      turned.current = true
      set({ place })
    },
    goTo: (use, stage) => {
      turned.current = true
      change(use, { stage })
    },
    change,
    forget: (use) => set({ drafts: { ...latest.current.drafts, [use]: undefined } }),
  }
}
