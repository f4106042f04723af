// What is wrong with the words of a paper key, said word by word.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import type { Say } from '../../words/say.tsx'

export type PaperWordsLook = Awaited<ReturnType<ArchiveClient['door']['lookAtPaperWords']>>

/** One sentence for each word that is not on the list; else one for all of them together. */
export function whatIsWrong(say: Say, { unknown, whole }: PaperWordsLook): string[] {
  const either = new Intl.ListFormat(say.locale, { type: 'disjunction' })
  if (unknown.length > 0)
    return unknown.map(({ place, near }) =>
      near.length === 0
        ? say('door.paper.unknown', { place })
        : say('door.paper.unknownNear', { place, near: either.format(near) }),
    )
  return [say(whole ? 'door.paper.another' : 'door.paper.order')]
}
