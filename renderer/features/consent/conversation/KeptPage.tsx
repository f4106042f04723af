// It is kept: what was kept, read back, and the next card.
import { useUses } from '../../../app/uses.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import { InHerLanguage } from './InHerLanguage.tsx'
import { ReadBack } from './ReadBack.tsx'
import { titleOf, useTalk } from './talk.ts'
import type { Told } from './told-in-words.ts'
import { Turned } from './Turned.tsx'
import { nextStep } from './where-she-is.ts'
import { AtHand } from './AtHand.tsx'
import styles from './conversation.module.css'

export function KeptPage({ told }: { readonly told: Told }) {
  const say = useWords()
  const talk = useTalk()
  const { nameOf } = useUses()
  const { steps, underWay } = talk
  const { go, onlyAgain } = underWay
  const next = nextStep(steps, told.use, onlyAgain)
  return (
    <section className={styles.page}>
      <InHerLanguage>
        <Kept told={told} />
      </InHerLanguage>
      {next === null && <p>{say('talk.kept.last')}</p>}
      <div className={styles.buttons}>
        {next !== null && (
          <Button kind="primary" onPress={() => go({ at: 'card', use: next.use })}>
            {say('talk.kept.next', { use: titleOf(talk, next.use, nameOf) })}
          </Button>
        )}
        <Button kind={next === null ? 'primary' : 'plain'} onPress={() => go({ at: 'start' })}>
          {say('talk.kept.all')}
        </Button>
      </div>
      <AtHand use={null} />
    </section>
  )
}

function Kept({ told }: { readonly told: Told }) {
  const say = useWords()
  return (
    <>
      <Turned>{say('talk.kept')}</Turned>
      <ReadBack told={told} />
      <p className={styles.soft}>{say('talk.kept.later')}</p>
    </>
  )
}
