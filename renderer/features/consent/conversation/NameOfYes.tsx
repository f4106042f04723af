// In the conversation, that the name she gives stays here for now, and the way to where she changes it.
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import { NameStaysHere } from '../NameStaysHere.tsx'
import { useTalk } from './talk.ts'

interface Props {
  readonly use: UseName
  readonly nameAs: string | null
}

export function NameOfYes({ use, nameAs }: Props) {
  const say = useWords()
  const { testimony, who, onNames } = useTalk()
  return (
    <NameStaysHere
      testimony={testimony}
      use={use}
      nameAs={nameAs}
      speaksTo={who === 'narrator' ? 'narrator' : 'both'}
      action={<Button onPress={onNames}>{say(`talk.names.${who}`)}</Button>}
    />
  )
}
