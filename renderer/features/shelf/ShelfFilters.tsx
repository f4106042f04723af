// What is looked for on the shelf, in which order, and whether as cards or as a list.
import { useEffect, useRef, useState } from 'react'
import { Choice } from '../../ui/Choice.tsx'
import { OneOf } from '../../ui/OneOf.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './ShelfFilters.module.css'
import type { ShelfLook, ShelfWish } from './shelf-wish.ts'

/** Milliseconds of rest after the last letter before the shelf is asked. */
const restAfterTyping = 200
const states = ['all', 'waitingForHer', 'consentEndsSoon', 'reviewDue', 'withSound'] as const
const orders = ['newest', 'title'] as const
const looks = ['cards', 'list'] as const
/** Stands for no choice; no language and no label is written so. */
const any = '*'

interface ShelfFiltersProps {
  wish: ShelfWish
  onWish: (wish: ShelfWish) => void
  look: ShelfLook
  onLook: (look: ShelfLook) => void
  choices: { readonly languages: readonly string[]; readonly labels: readonly string[] } | undefined
}

export function ShelfFilters({ wish, onWish, look, onLook, choices }: ShelfFiltersProps) {
  const say = useWords()
  const [words, setWords] = useState(wish.words)
  const latest = useRef({ wish, onWish })
  latest.current = { wish, onWish }

  useEffect(() => {
    if (words === latest.current.wish.words) return
    const rest = setTimeout(() => latest.current.onWish({ ...latest.current.wish, words }), restAfterTyping)
    return () => clearTimeout(rest)
  }, [words])

  const languages = (choices?.languages ?? [])
    .map((code) => ({ id: code, name: say.language(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, say.locale))
  const labels = (choices?.labels ?? []).map((label) => ({ id: `=${label}`, name: label }))

  return (
    <search className={styles.filters} aria-label={say('shelf.filters')}>
      <div className={styles.words}>
        <SearchField label={say('shelf.words')} value={words} onChange={setWords} />
      </div>
      <Choice
        label={say('shelf.state')}
        value={wish.state}
        onChange={(state) => onWish({ ...wish, state: state as ShelfWish['state'] })}
        options={states.map((state) => ({ id: state, name: say(`shelf.state.${state}`) }))}
      />
      {languages.length > 0 && (
        <Choice
          label={say('shelf.language')}
          value={wish.language === '' ? any : wish.language}
          onChange={(language) => onWish({ ...wish, language: language === any ? '' : language })}
          options={[{ id: any, name: say('shelf.anyLanguage') }, ...languages]}
        />
      )}
      {labels.length > 0 && (
        <Choice
          label={say('shelf.label')}
          value={wish.label === '' ? any : `=${wish.label}`}
          onChange={(label) => onWish({ ...wish, label: label === any ? '' : label.slice(1) })}
          options={[{ id: any, name: say('shelf.anyLabel') }, ...labels]}
        />
      )}
      <Choice
        label={say('shelf.order')}
        value={wish.order}
        onChange={(order) => onWish({ ...wish, order: order as ShelfWish['order'] })}
        options={orders.map((order) => ({ id: order, name: say(`shelf.order.${order}`) }))}
      />
      <div className={styles.looks}>
        <OneOf
          label={say('shelf.look')}
          value={look}
          onChange={onLook}
          options={looks.map((one) => ({ id: one, name: say(`shelf.look.${one}`) }))}
        />
      </div>
    </search>
  )
}
