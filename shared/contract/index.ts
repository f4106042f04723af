// Every call there is, by concept. The kernel carries them; nothing else knows their names.
import { backup } from './backup.ts'
import { bringIn } from './bring-in.ts'
import { cards } from './cards.ts'
import { catalogue } from './catalogue.ts'
import { care } from './care.ts'
import { consent } from './consent.ts'
import type { Client } from './define.ts'
import { door } from './door.ts'
import { erase } from './erase.ts'
import { evidence } from './evidence.ts'
import { excerpts, givenOut } from './excerpts.ts'
import { herSession } from './her-session.ts'
import { marks } from './marks.ts'
import { members } from './members.ts'
import { mosaic } from './mosaic.ts'
import { readings } from './readings.ts'
import { recall } from './recall.ts'
import { recorder, recording } from './recording.ts'
import { receipt } from './receipt.ts'
import { shelf } from './shelf.ts'
import { sound, story } from './story.ts'
import { takeHome } from './take-home.ts'
import { transcribing } from './transcribing.ts'
import { writing } from './writing.ts'

export const contract = {
  door,
  bringIn,
  shelf,
  story,
  sound,
  marks,
  writing,
  consent,
  evidence,
  cards,
  excerpts,
  readings,
  givenOut,
  members,
  mosaic,
  recall,
  receipt,
  catalogue,
  care,
  herSession,
  takeHome,
  recording,
  recorder,
  transcribing,
  backup,
  erase,
} as const
export type ArchiveContract = typeof contract
export type ArchiveClient = Client<ArchiveContract>
