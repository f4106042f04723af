// Which sound belongs to which text: found by their names, to be put right here.
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import type { PreviewItem } from './batch-state.ts'
import type { BatchWork } from './batch-work.ts'
import { nameOf } from './name-of.ts'
import styles from './MatchSound.module.css'

const none = '*'

export function MatchSound({
  item,
  items,
  work,
}: {
  item: PreviewItem
  items: readonly PreviewItem[]
  work: BatchWork
}) {
  const say = useWords()
  const hasText = item.transcriptName !== null
  const hasSound = item.soundName !== null
  const partners = items.filter(
    (one) =>
      one.item !== item.item &&
      one.failure === null &&
      (hasText ? one.transcriptName === null : one.soundName === null),
  )
  if (item.failure !== null || (hasText && !hasSound && partners.length === 0)) return null
  return (
    <section className={styles.match}>
      <h3>{say('bringIn.match.title')}</h3>
      {hasText && (
        <p>
          <bdi>
            {say('bringIn.match.text', {
              name: item.transcriptName === '' ? say('bringIn.pasted') : item.transcriptName,
            })}
          </bdi>
        </p>
      )}
      {hasSound && (
        <p>
          <bdi>{say('bringIn.match.sound', { name: item.soundName })}</bdi>
        </p>
      )}
      {hasText && hasSound && (
        <Button small onPress={() => work.match(item.item, null)}>
          {say('bringIn.match.apart')}
        </Button>
      )}
      {hasText !== hasSound && partners.length === 0 && (
        <p>{say(hasText ? 'bringIn.match.noSound' : 'bringIn.match.noText')}</p>
      )}
      {hasText !== hasSound && partners.length > 0 && (
        <Choice
          label={say(hasText ? 'bringIn.match.chooseSound' : 'bringIn.match.chooseText')}
          value={none}
          onChange={(partner) => {
            if (partner === none) return
            if (hasText) work.match(item.item, partner)
            else work.match(partner, item.item)
          }}
          options={[
            { id: none, name: say('bringIn.match.none') },
            ...partners.map((one) => ({
              id: one.item,
              name: (hasText ? one.soundName : one.transcriptName) || nameOf(say, one),
            })),
          ]}
        />
      )}
    </section>
  )
}
