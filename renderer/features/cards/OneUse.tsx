// One use with its card in one language: as she sees it, whether somebody has checked it, and where other words are written.
import { useEffect, useRef, useState } from 'react'
import { useOf } from '../../../shared/domain/consent/uses.ts'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { UsePicture } from '../../ui/UsePicture.tsx'
import { useWords } from '../../words/say.tsx'
import { languageOfDraft, useAnyDraft, useCardDraft } from './card-drafts.ts'
import { noWords, wordsOf, type UseWithCards } from './card-shapes.ts'
import { AnotherLanguage } from './AnotherLanguage.tsx'
import { CardAsSeen } from './CardAsSeen.tsx'
import { CardSheet } from './CardSheet.tsx'
import { nearestOf } from './nearest-of.ts'
import { reachInWords } from './reach-in-words.ts'
import { wordingInWords } from './wording-in-words.ts'
import { WriteCard } from './WriteCard.tsx'
import styles from './cards.module.css'

interface OneUseProps {
  readonly use: UseWithCards
  readonly onBack: () => void
  readonly onPrint: () => void
}

export function OneUse({ use: { use, cards }, onBack, onPrint }: OneUseProps) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  useAnyDraft()
  const [language, setLanguage] = useState(
    () => languageOfDraft(use) ?? nearestOf(cards, say.locale)?.language ?? say.locale,
  )
  const [draft, setDraft] = useCardDraft(use, language)
  const [isWriting, setWriting] = useState(draft !== null)
  const shown = nearestOf(cards, language)
  const seen = useRef<HTMLHeadingElement>(null)
  /** What was pressed is gone with what it was pressed for: then the card has the focus. */
  const [arrivals, setArrivals] = useState(0)
  const arrive = (): void => setArrivals((n) => n + 1)
  useEffect(() => {
    if (arrivals > 0) seen.current?.focus()
  }, [arrivals])
  if (shown === null) return null
  const named = nearestOf(cards, say.locale) ?? shown
  const there = cards.map((card) => card.language)
  const choices = there.includes(language) ? there : [...there, language]
  const write = (next: string): void => {
    setLanguage(next)
    setWriting(true)
  }
  return (
    <>
      <div className={styles.top}>
        <UsePicture use={use} />
        <div className={styles.words}>
          <h2 tabIndex={-1} data-arrive lang={named.language}>
            {named.title}
          </h2>
          <p className={styles.soft}>{reachInWords(say, useOf(use))}</p>
        </div>
        <Button onPress={onBack}>{say('cards.all')}</Button>
      </div>
      <div className={styles.bar}>
        <Choice
          label={say('cards.language')}
          value={language}
          onChange={(next) => {
            setLanguage(next)
            setWriting(false)
          }}
          options={choices.map((id) => ({ id, name: say.language(id) }))}
        />
        <AnotherLanguage onWrite={write} />
      </div>
      {isWriting ? (
        <WriteCard
          key={language}
          language={language}
          beside={shown}
          draft={draft ?? (shown.language === language ? wordsOf(shown) : noWords)}
          onDraft={setDraft}
          onLeave={() => {
            setWriting(false)
            arrive()
          }}
        />
      ) : (
        <section className={styles.part} aria-labelledby="cards-seen">
          <h2 id="cards-seen" ref={seen} tabIndex={-1}>
            {say('cards.seen')}
          </h2>
          {shown.language !== language && <p className={styles.soft}>{say('consent.card.missing')}</p>}
          {!shown.checked && (
            <Notice
              kind="care"
              title={say('cards.unchecked')}
              action={
                <Button
                  isDisabled={doing.busy}
                  onPress={() =>
                    doing.run(
                      () => archive.cards.check({ use, language: shown.language, after: shown.version }).then(arrive),
                      say('cards.checked', { language: say.language(shown.language) }),
                    )
                  }
                >
                  {say('cards.check')}
                </Button>
              }
            >
              {say('cards.unchecked.says', { language: say.language(shown.language) })}
            </Notice>
          )}
          {doing.failure !== null && (
            <Notice kind="care" said>
              {say.failure(doing.failure)}
            </Notice>
          )}
          <CardAsSeen card={shown} level={3} />
          <p className={styles.soft}>{wordingInWords(say, shown)}</p>
          {draft !== null && <p className={styles.care}>{say('cards.one.draft')}</p>}
          <div className={styles.bar}>
            <Button kind="primary" onPress={() => setWriting(true)}>
              {say(shown.language === language ? 'cards.reword' : 'cards.language.go')}
            </Button>
            <Button onPress={onPrint}>{say('cards.print.one')}</Button>
          </div>
        </section>
      )}
      <CardSheet cards={[shown]} />
    </>
  )
}
