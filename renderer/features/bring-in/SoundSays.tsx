// What else a sound file says, shown once: it stays in the untouched recording and goes into nothing else.
import { soundSayings } from '../../../shared/domain/imported.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { PreviewItem } from './batch-state.ts'

export function SoundSays({ says }: { says: PreviewItem['soundSays'] }) {
  const say = useWords()
  if (says.length === 0) return null
  return (
    <Notice title={say('bringIn.says')}>
      <ul>
        {soundSayings.map((kind) => {
          const values = says.filter((one) => one.kind === kind).map(({ value }) => value)
          if (values.length === 0) return null
          return (
            <li key={kind}>
              {kind === 'picture' ? (
                say('bringIn.says.picture')
              ) : (
                <>
                  {say(`bringIn.says.${kind}`)}: <bdi>{values.join(' · ')}</bdi>
                </>
              )}
            </li>
          )
        })}
      </ul>
      <p>{say('bringIn.says.stays')}</p>
    </Notice>
  )
}
