// Where a yes gives her a name and none of her names goes outside: that is said beside the name, with where it is changed.
import type { ReactNode } from 'react'
import { useOf, type UseName } from '../../../shared/domain/consent/uses.ts'
import { useAnswer } from '../../app/archive.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'

interface Props {
  readonly testimony: string
  readonly use: UseName
  readonly nameAs: string | null
  /** Whom the sentence speaks to; `both` is her, at the archivist's window. */
  readonly speaksTo: 'archivist' | 'narrator' | 'both'
  /** To where she changes it; without it the words say where that is. */
  readonly action?: ReactNode
}

export function NameStaysHere({ testimony, use, nameAs, ...rest }: Props) {
  if (nameAs === null || useOf(use).reach === 'archive') return null
  return <Said testimony={testimony} {...rest} />
}

function Said({ testimony, speaksTo, action }: Omit<Props, 'use' | 'nameAs'>) {
  const say = useWords()
  const { value } = useAnswer(['story', 'shelf'], (archive, signal) => archive.story.read({ testimony }, signal), [
    testimony,
  ])
  const existence = value?.story.narrator.existence
  if (existence !== 'notCounted' && existence !== 'countedOnly') return null
  return (
    <Notice kind="care" said action={action}>
      {speaksTo === 'archivist'
        ? say('consent.nameStays', { existence: say(`uses.existence.${existence}`) })
        : say(speaksTo === 'both' ? 'talk.nameStays' : 'her.conditions.nameStays', {
            existence: say(`her.about.existence.${existence}`),
          })}
    </Notice>
  )
}
