// How far a use reaches, as a sentence; the same words where it is chosen and where it is shown.
import type { Use } from '../../../shared/domain/consent/uses.ts'
import type { Say } from '../../words/say.tsx'

export function reachInWords(say: Say, { reach, namedRecipientOnly }: Use): string {
  // NOTE: no use reaches the narrator alone; her own words are hers without asking.
  const far = say(`cards.reach.${reach === 'narrator' ? 'archive' : reach}`)
  return namedRecipientOnly ? say('cards.reach.named', { reach: far }) : far
}
