// The colour of her window: eight to choose from, kept at once.
import { useEffect, useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import styles from './with-her.module.css'

const colours = ['1', '2', '3', '4', '5', '6', '7', '8'] as const
type Colour = (typeof colours)[number]

export function HerColour({ colour, onChosen }: { colour: number; onChosen: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const kept = colours.find((one) => Number(one) === colour) ?? null
  // NOTE: what she has just chosen stays chosen while it is being kept; where it could not be, what was kept shows again.
  const [said, setSaid] = useState<Colour | null>(null)
  useEffect(() => setSaid(null), [colour])
  return (
    <>
      <Answers<Colour>
        label={say('her.colour')}
        value={doing.failure === null ? (said ?? kept) : kept}
        onChange={(one) => {
          if (doing.busy) return
          setSaid(one)
          doing.run(async () => {
            await archive.herSession.chooseColour({ colour: Number(one) })
            onChosen()
          })
        }}
        options={colours.map((id) => ({
          id,
          name: (
            <span className={styles.colour}>
              <span className={styles.patch} data-colour={id} aria-hidden="true" /> {say(`her.colour.${id}`)}
            </span>
          ),
        }))}
      />
      <Failed failure={doing.failure} />
    </>
  )
}
