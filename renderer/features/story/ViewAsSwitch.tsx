// View as: the whole story, or exactly what somebody would get of it. Side by side, or as a list where there is no room.
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'
import type { StoryView } from './use-heard.ts'
import styles from './ViewAsSwitch.module.css'

const views = ['whole', 'archive', 'circle', 'readers', 'anyone'] as const satisfies readonly StoryView[]
export type ShownView = (typeof views)[number]

export function ViewAsSwitch({ view, onView }: { view: ShownView; onView: (view: ShownView) => void }) {
  const say = useWords()
  return (
    <>
      <div className={styles.list}>
        <Choice
          label={say('story.viewAs')}
          value={view}
          onChange={onView}
          options={views.map((id) => ({ id, name: say(`story.view.${id}`) }))}
        />
      </div>
      <ToggleButtonGroup
        aria-label={say('story.viewAs')}
        className={styles.group ?? ''}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={(chosen) => {
          const next = views.find((one) => chosen.has(one))
          if (next !== undefined) onView(next)
        }}
      >
        {views.map((one) => (
          <ToggleButton key={one} id={one} className={styles.one ?? ''}>
            {say(`story.view.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </>
  )
}
