// Every use in the order of asking, and those that are put away; each opens on its card.
import { useEffect, useRef } from 'react'
import { nearestLanguage } from '../../../shared/domain/languages/nearest-language.ts'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { useCommand } from '../../app/commands.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { UndoLane } from '../../ui/UndoLane.tsx'
import { useWords } from '../../words/say.tsx'
import { useAnyDraft } from './card-drafts.ts'
import type { UseWithCards } from './card-shapes.ts'
import { CardSheet } from './CardSheet.tsx'
import { nearestOf } from './nearest-of.ts'
import { useOrder } from './use-order.ts'
import { UseRow } from './UseRow.tsx'
import styles from './cards.module.css'

interface UseListProps {
  readonly uses: readonly UseWithCards[]
  /** Of the cards that are printed. */
  readonly language: string
  readonly onLanguage: (language: string) => void
  readonly onOpen: (use: UseName) => void
  readonly onAdd: () => void
  readonly onPrint: () => void
}

/** NOTE: one that ended while it had the focus is not `disabled`, so that it keeps it. */
const canBePressed = (button: HTMLButtonElement): boolean =>
  !button.disabled && button.getAttribute('aria-disabled') !== 'true'

export function UseList({ uses, language, onLanguage, onOpen, onAdd, onPrint }: UseListProps) {
  const say = useWords()
  const drafts = useAnyDraft()
  const { doing, move, putAway, undo, redo } = useOrder(uses)
  useCommand({ id: 'marks.undo', name: say('cards.undo'), run: undo.run, when: !undo.isDisabled })
  useCommand({ id: 'marks.redo', name: say('cards.redo'), run: redo.run, when: !redo.isDisabled })
  const asked = uses.filter(({ retiredAt }) => retiredAt === null)
  const away = uses.filter(({ retiredAt }) => retiredAt !== null)
  const nameOf = ({ cards }: UseWithCards): string => nearestOf(cards, say.locale)?.title ?? ''
  const languages = [...new Set(uses.flatMap(({ cards }) => cards.map((card) => card.language)))]
  const list = useRef<HTMLOListElement>(null)
  const awayList = useRef<HTMLUListElement>(null)
  /** Which button had the focus before its row went elsewhere; 0 puts away and asks again. */
  const moved = useRef<{ use: UseName; way: -1 | 0 | 1 } | null>(null)
  const order = asked.map(({ use }) => use).join(' ')
  useEffect(() => {
    const last = moved.current
    moved.current = null
    if (last === null) return
    const rows = [list, awayList].flatMap(({ current }) => [...(current?.children ?? [])])
    const row = rows.find((one) => one.getAttribute('data-use') === last.use)
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('[data-way]') ?? [])]
    const same = buttons.find((one) => one.dataset['way'] === String(last.way) && canBePressed(one))
    ;(same ?? buttons.find(canBePressed))?.focus()
  }, [order])

  return (
    <>
      <div className={styles.top}>
        <Button kind="primary" onPress={onAdd}>
          {say('cards.add')}
        </Button>
        <UndoLane
          name={say('cards.lane')}
          label={say('cards.lane.label')}
          undo={{ name: say('cards.undo'), ...undo }}
          redo={{ name: say('cards.redo'), ...redo }}
        />
      </div>
      {doing.failure !== null && (
        <Notice kind="care" said>
          {say.failure(doing.failure)}
        </Notice>
      )}
      <section className={styles.part} aria-labelledby="cards-asked">
        <h2 id="cards-asked">{say(asked.length === 0 ? 'cards.list.none' : 'cards.list')}</h2>
        {asked.length === 0 ? (
          <p>{say('cards.list.noneSays')}</p>
        ) : (
          <ol className={styles.list} ref={list}>
            {asked.map((use, at) => {
              const name = nameOf(use)
              const go = (way: -1 | 1): void => {
                moved.current = { use: use.use, way }
                move(use.use, way, say('cards.moved', { name, place: at + 1 + way }))
              }
              return (
                <UseRow
                  key={use.use}
                  use={use}
                  name={name}
                  hasDraft={drafts.has(use.use)}
                  onOpen={() => onOpen(use.use)}
                >
                  {([-1, 1] as const).map((way) => (
                    <Button
                      key={way}
                      small
                      kind="quiet"
                      data-way={way}
                      aria-label={say(way === -1 ? 'cards.up.of' : 'cards.down.of', { name })}
                      isDisabled={asked[at + way] === undefined}
                      onPress={() => go(way)}
                    >
                      {say(way === -1 ? 'cards.up' : 'cards.down')}
                    </Button>
                  ))}
                  <Button
                    small
                    kind="quiet"
                    data-way={0}
                    aria-label={say('cards.putAway.of', { name })}
                    onPress={() => {
                      moved.current = { use: use.use, way: 0 }
                      putAway(use.use, true, say('cards.isAway', { name }))
                    }}
                  >
                    {say('cards.putAway')}
                  </Button>
                </UseRow>
              )
            })}
          </ol>
        )}
      </section>
      {away.length > 0 && (
        <section className={styles.part} aria-labelledby="cards-away">
          <h2 id="cards-away">{say('cards.away')}</h2>
          <p className={styles.soft}>{say('cards.away.says')}</p>
          <ul className={styles.list} ref={awayList}>
            {away.map((use) => {
              const name = nameOf(use)
              return (
                <UseRow
                  key={use.use}
                  use={use}
                  name={name}
                  hasDraft={drafts.has(use.use)}
                  onOpen={() => onOpen(use.use)}
                >
                  <Button
                    small
                    data-way={0}
                    aria-label={say('cards.askAgain.of', { name })}
                    onPress={() => {
                      moved.current = { use: use.use, way: 0 }
                      putAway(use.use, false, say('cards.isAsked', { name }))
                    }}
                  >
                    {say('cards.askAgain')}
                  </Button>
                </UseRow>
              )
            })}
          </ul>
        </section>
      )}
      {asked.length > 0 && (
        <div className={styles.bar}>
          <Choice
            label={say('cards.print.language')}
            value={nearestLanguage(language, languages)}
            onChange={onLanguage}
            options={languages.map((id) => ({ id, name: say.language(id) }))}
          />
          <Button onPress={onPrint}>{say('cards.print.all')}</Button>
        </div>
      )}
      <CardSheet cards={asked.flatMap(({ cards }) => nearestOf(cards, language) ?? [])} />
    </>
  )
}
