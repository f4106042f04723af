// One excerpt with her: who would get it, exactly what would leave, how much of her story that is, and her answer to it.
import { useEffect, useRef, useState } from 'react'
import { useOf } from '../../../../shared/domain/consent/uses.ts'
import { ExactPages } from '../../../features/excerpts/ExactPages.tsx'
import { canBeMade } from '../../../features/excerpts/gate-steps.ts'
import { Mosaic } from '../../../features/excerpts/Mosaic.tsx'
import { useMaking } from '../../../features/excerpts/use-making.ts'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Mirror } from '../../../ui/Mirror.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer } from '../../archive.tsx'
import { useUses } from '../../uses.tsx'
import { useHerPlace } from './her-place.tsx'
import { HerExcerptAloud } from './HerExcerptAloud.tsx'
import { HerExcerptAnswer } from './HerExcerptAnswer.tsx'
import { excerptConcepts, standingInWords, useHerExcerpts, type HerExcerpt } from './use-her-excerpts.ts'
import { WhatIsTakenOut } from './WhatIsTakenOut.tsx'
import styles from './HerRooms.module.css'

export default function HerExcerptRoom() {
  const say = useWords()
  const { place, go } = useHerPlace()
  const { excerpts, failure } = useHerExcerpts()
  if (place.room !== 'excerpt') return null
  const excerpt = excerpts?.find(({ id }) => id === place.excerpt)
  const back = <Button onPress={() => go({ room: 'excerpts' })}>{say('her.excerpts.all')}</Button>
  return (
    <div className={styles.room}>
      {excerpt === undefined && <h1 tabIndex={-1}>{say('her.room.excerpts')}</h1>}
      <Failed failure={failure} />
      {excerpts !== undefined && excerpt === undefined && <Notice>{say('her.excerpt.notHere')}</Notice>}
      {excerpt !== undefined && <OneExcerpt key={excerpt.id} excerpt={excerpt} />}
      <p className={styles.part}>{back}</p>
    </div>
  )
}

function OneExcerpt({ excerpt }: { excerpt: HerExcerpt }) {
  const say = useWords()
  const { nameOf } = useUses()
  const { go } = useHerPlace()
  const { id, framing, use, recipient, passages, standing, testimonyTitle } = excerpt
  const isOut = standing.kind === 'givenOut'
  const title = framing.title.trim() === '' ? say('her.excerpts.noTitle') : framing.title
  const { value: checked, failure } = useAnswer(
    excerptConcepts,
    (archive, signal) => archive.excerpts.check({ excerpt: id }, signal),
    [id],
  )
  const { making, make, stop } = useMaking(id)
  const [seen, setSeen] = useState<string | null>(null)
  const frame = useRef<HTMLIFrameElement | null>(null)
  const prepared = checked?.prepared ?? null
  const wanted = checked !== undefined && !isOut && canBeMade(checked.reasons)
  // What she looks at is always what would leave now: made anew when something in it has changed.
  useEffect(() => {
    if (wanted) void make()
  }, [wanted, prepared, make])
  const made = making.state === 'made' && making.made.contentHash === prepared ? making.made : null
  return (
    <>
      <h1 tabIndex={-1} data-voice="others">
        <bdi>{title}</bdi>
      </h1>
      <p className={styles.lead}>{say('her.excerpts.of', { title: testimonyTitle })}</p>
      <p role="status">{standingInWords(say, standing)}</p>
      <dl className={styles.facts}>
        <dt>{say('her.excerpt.who')}</dt>
        <dd>
          <bdi>{recipient.name}</bdi>
        </dd>
        <dt>{say('her.excerpt.use')}</dt>
        <dd>{nameOf(use)}</dd>
        <dt>{say('her.excerpt.reach')}</dt>
        <dd>{say(`her.excerpt.reach.${useOf(use).reach}`)}</dd>
        <dt>{say('her.excerpt.passages')}</dt>
        <dd>{say('her.excerpt.passages.count', { count: passages.length })}</dd>
      </dl>
      <Failed failure={failure} />
      {making.state === 'sound' && (
        <Progress label={say('her.excerpt.making.sound')} value={making.done} onCancel={stop} />
      )}
      {making.state === 'files' && <Progress label={say('her.excerpt.making')} value={null} />}
      {making.state === 'failed' && (
        <Notice
          kind="care"
          said
          title={say('her.excerpt.making.failed')}
          action={<Button onPress={() => void make()}>{say('her.excerpt.making.again')}</Button>}
        >
          {say.failure(making.failure)}
        </Notice>
      )}
      {made !== null && (
        <div className={styles.sections}>
          <section aria-labelledby="her-exact">
            <h2 id="her-exact">{say('her.excerpt.exact')}</h2>
            <p className={styles.soft}>{say('her.excerpt.exact.says', { recipient: recipient.name })}</p>
            <HerExcerptAloud
              key={made.held}
              testimony={excerpt.testimony}
              words={() => frame.current?.contentDocument?.querySelector('main')?.textContent ?? null}
            />
            <ExactPages
              key={made.held}
              made={made}
              title={say('her.excerpt.exact')}
              onLoad={(loaded) => {
                frame.current = loaded
                setSeen(made.contentHash)
              }}
            />
          </section>
          <WhatIsTakenOut excerpt={excerpt} />
          <Mirror mirror={made.mirror} to="her" threshold={checked?.herLine.threshold ?? null} />
          <Mosaic
            excerpt={id}
            recipientName={recipient.name}
            to="her"
            onPassage={(passage) => go({ room: 'story', testimony: excerpt.testimony, passage, list: false })}
          />
        </div>
      )}
      {checked !== undefined && (
        <HerExcerptAnswer
          excerpt={excerpt}
          reasons={checked.reasons}
          made={made !== null && seen === made.contentHash ? made : null}
        />
      )}
    </>
  )
}
