// All visible text of one language, by feature.
import { bringIn } from './bring-in.ts'
import { consent } from './consent.ts'
import { door } from './door.ts'
import { excerpts } from './excerpts.ts'
import { failures } from './failures.ts'
import { find } from './find.ts'
import { givenOut } from './given-out.ts'
import { marks } from './marks.ts'
import { settings } from './settings.ts'
import { shelf } from './shelf.ts'
import { shell } from './shell.ts'
import { story } from './story.ts'
import { takeHome } from './take-home.ts'
import { uses } from './uses.ts'
import { withHer } from './with-her.ts'
import { writing } from './writing.ts'

export const words = {
  ...shell,
  ...door,
  ...settings,
  ...failures,
  ...uses,
  ...shelf,
  ...bringIn,
  ...find,
  ...story,
  ...marks,
  ...writing,
  ...consent,
  ...excerpts,
  ...givenOut,
  ...withHer,
  ...takeHome,
}
