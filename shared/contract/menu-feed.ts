// What the page and the shell say to each other about the menu, over a port of its own: names up, the chosen command down.
import { z } from 'zod'
import { commandMenus } from './commands.ts'

const name = z.string().min(1).max(80)

/** From the page: the commands that can be run now, by their names in the person's language. No name comes from a story. */
export const menuFeed = z.object({
  kind: z.literal('menu'),
  names: z.record(z.enum(commandMenus), name),
  items: z
    .array(z.object({ id: z.string().max(60), name, keys: z.string().max(60).nullable(), isPossible: z.boolean() }))
    .max(200),
})
export type MenuFeed = z.infer<typeof menuFeed>

/** From the shell: this command was chosen in the menu. */
export interface MenuChoice {
  readonly kind: 'run'
  readonly id: string
}
