// A few panels in one place, one shown at a time.
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel as AriaTabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import styles from './Tabs.module.css'

export interface TabsProps<T extends string> {
  /** What the tabs are for, for people who listen to the screen. */
  label: string
  tabs: readonly { readonly id: T; readonly name: ReactNode }[]
  selected?: T
  onSelect?: (tab: T) => void
  children: ReactNode
}

export function Tabs<T extends string>({ label, tabs, selected, onSelect, children }: TabsProps<T>) {
  return (
    <AriaTabs
      className={styles.tabs ?? ''}
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(key as T)}
      keyboardActivation="manual"
    >
      <TabList aria-label={label} className={styles.list ?? ''}>
        {tabs.map(({ id, name }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {name}
          </Tab>
        ))}
      </TabList>
      {children}
    </AriaTabs>
  )
}

/** `keepsDrafts`: stays, hidden, while another is shown, so that what was half written in it is not lost. */
export function TabPanel({
  id,
  keepsDrafts = false,
  children,
}: {
  id: string
  keepsDrafts?: boolean
  children: ReactNode
}) {
  return (
    <AriaTabPanel id={id} className={styles.panel ?? ''} shouldForceMount={keepsDrafts}>
      {children}
    </AriaTabPanel>
  )
}
