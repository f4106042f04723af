// All visible text of one language, by feature.
import { backup } from './backup.ts'
import { bringIn } from './bring-in.ts'
import { cards } from './cards.ts'
import { catalogue } from './catalogue.ts'
import { consent } from './consent.ts'
import { conversation } from './conversation.ts'
import { door } from './door.ts'
import { erase } from './erase.ts'
import { evidence } from './evidence.ts'
import { excerpts } from './excerpts.ts'
import { failures } from './failures.ts'
import { find } from './find.ts'
import { givenOut } from './given-out.ts'
import { herAbout } from './her-about.ts'
import { herAnswers } from './her-answers.ts'
import { herDid } from './her-did.ts'
import { herExcerpts } from './her-excerpts.ts'
import { herGivenOut } from './her-given-out.ts'
import { herLabels } from './her-labels.ts'
import { herPassage } from './her-passage.ts'
import { herPassphrase } from './her-passphrase.ts'
import { herProtection } from './her-protection.ts'
import { herRooms } from './her-rooms.ts'
import { herStory } from './her-story.ts'
import { herVoice } from './her-voice.ts'
import { herWords } from './her-words.ts'
import { marks } from './marks.ts'
import { members } from './members.ts'
import { mirror } from './mirror.ts'
import { mosaic } from './mosaic.ts'
import { recall } from './recall.ts'
import { receipt } from './receipt.ts'
import { record } from './record.ts'
import { recorder } from './recorder.ts'
import { settings } from './settings.ts'
import { shelf } from './shelf.ts'
import { shell } from './shell.ts'
import { soundOut } from './sound-out.ts'
import { story } from './story.ts'
import { takeHome } from './take-home.ts'
import { transcribing } from './transcribing.ts'
import { uses } from './uses.ts'
import { withHer } from './with-her.ts'
import { writing } from './writing.ts'

export const words = {
  ...shell,
  ...door,
  ...settings,
  ...backup,
  ...members,
  ...failures,
  ...uses,
  ...shelf,
  ...bringIn,
  ...find,
  ...story,
  ...marks,
  ...writing,
  ...consent,
  ...conversation,
  ...cards,
  ...erase,
  ...evidence,
  ...excerpts,
  ...mirror,
  ...mosaic,
  ...givenOut,
  ...recall,
  ...receipt,
  ...catalogue,
  ...withHer,
  ...herAbout,
  ...herAnswers,
  ...herDid,
  ...herExcerpts,
  ...herGivenOut,
  ...herLabels,
  ...herPassage,
  ...herPassphrase,
  ...herProtection,
  ...herRooms,
  ...herStory,
  ...herVoice,
  ...herWords,
  ...record,
  ...recorder,
  ...soundOut,
  ...takeHome,
  ...transcribing,
}
