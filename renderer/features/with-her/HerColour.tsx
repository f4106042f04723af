// The colour of her window: eight to choose from, kept at once.
import { useArchive } from '../../app/archive.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import { useSaid } from './use-said.ts'
import styles from './HerColour.module.css'

const colours = ['1', '2', '3', '4', '5', '6', '7', '8'] as const
type Colour = (typeof colours)[number]

export function HerColour({ colour, onChosen }: { colour: number; onChosen: () => void }) {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const kept = colours.find((one) => Number(one) === colour) ?? null
  const { chosen, choose } = useSaid<Colour>(doing, kept, async (one) => {
    await archive.herSession.chooseColour({ colour: Number(one) })
    onChosen()
  })
  return (
    <>
      <Answers<Colour>
        label={say('her.colour')}
        value={chosen}
        onChange={choose}
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
