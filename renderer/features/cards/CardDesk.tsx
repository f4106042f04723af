// The consent cards: the list, one card, or a use that is being added.
import { useEffect, useRef, useState } from 'react'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { useAnswer } from '../../app/archive.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { NewUse } from './NewUse.tsx'
import { OneUse } from './OneUse.tsx'
import { UseList } from './UseList.tsx'
import styles from './cards.module.css'

type Open = UseName | 'new' | null

export function CardDesk({ onPrint }: { onPrint: () => void }) {
  const say = useWords()
  const { value, failure } = useAnswer(['consent'], (archive, signal) => archive.cards.list({}, signal), [], {
    keepOld: true,
  })
  const [open, setOpen] = useState<Open>(null)
  const [language, setLanguage] = useState(say.locale)
  const desk = useRef<HTMLDivElement>(null)
  const before = useRef<Open>(null)
  useEffect(() => {
    const left = before.current
    before.current = open
    if (left === open) return
    const row = [...(desk.current?.querySelectorAll('[data-use]') ?? [])].find(
      (one) => one.getAttribute('data-use') === left,
    )
    const arrived =
      open === null ? row?.querySelector('button') : desk.current?.querySelector<HTMLElement>('[data-arrive]')
    ;(arrived ?? desk.current?.querySelector('button'))?.focus()
  }, [open])
  const one = value?.uses.find(({ use }) => use === open)
  return (
    <div className={styles.desk} ref={desk}>
      {failure !== null && (
        <Notice kind="care" said>
          {say.failure(failure)}
        </Notice>
      )}
      {value === undefined ? null : open === 'new' ? (
        <NewUse onLeave={() => setOpen(null)} />
      ) : one === undefined ? (
        <UseList
          uses={value.uses}
          language={language}
          onLanguage={setLanguage}
          onOpen={setOpen}
          onAdd={() => setOpen('new')}
          onPrint={onPrint}
        />
      ) : (
        <OneUse key={one.use} use={one} onBack={() => setOpen(null)} onPrint={onPrint} />
      )}
    </div>
  )
}
