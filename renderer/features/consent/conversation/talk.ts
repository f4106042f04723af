// What every page of the conversation needs to know.
import { createContext, useContext, type ReactNode } from 'react'
import type { z } from 'zod'
import type { evidence } from '../../../../shared/contract/shapes.ts'
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import type { AnsweringWords } from '../../../words/answering.ts'
import type { Recipient, Standing } from '../consent-shapes.ts'
import type { UnderWay } from './use-conversation.ts'
import type { Step } from './where-she-is.ts'

export type Evidence = z.infer<typeof evidence>

export interface ChoosePassages {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

export interface Talk {
  readonly testimony: string
  readonly who: 'archivist' | 'narrator'
  /** How it is known that she says it, at her own window; null where an archivist has to say it. */
  readonly herEvidence: Evidence | null
  /** In her own copy nobody new can be named. */
  readonly isCopy: boolean
  /** Draws her passages, to be ticked one by one. */
  readonly choosePassages: (props: ChoosePassages) => ReactNode
  readonly steps: readonly Step[]
  readonly standing: Standing
  readonly recipients: readonly Recipient[]
  /** BCP 47, of the cards that she wants. */
  readonly language: string
  readonly languages: readonly string[]
  readonly answering: AnsweringWords | null
  readonly underWay: UnderWay
  readonly onLeave: () => void
  /** To her names, and to whether she is in lists. What is begun here stays. */
  readonly onNames: () => void
}

export const TalkContext = createContext<Talk | null>(null)

export function useTalk(): Talk {
  const talk = useContext(TalkContext)
  if (talk === null) throw new Error('useTalk outside the conversation')
  return talk
}

/** What a use is called on its card, in her language. */
export function titleOf({ steps }: Talk, use: UseName, otherwise: (use: UseName) => string): string {
  return steps.find((step) => step.use === use)?.card.title ?? otherwise(use)
}
