// Short names for every enumeration of the domain.
import type { Answer, EvidenceKind } from '../../../shared/domain/consent/ledger.ts'
import type { AssertedBy, RedactedThing, RedactionWay, Stance } from '../../../shared/domain/marks/marks.ts'
import type { Reach } from '../../../shared/domain/reach.ts'
import type { Existence, SpeakerRole } from '../../../shared/domain/story.ts'
import type { StartingUse } from '../../../shared/domain/consent/uses.ts'

type Ids =
  | `uses.use.${StartingUse}`
  | 'uses.use.own'
  | `uses.reach.${Reach}`
  | `uses.stance.${Stance}`
  | `uses.assertedBy.${AssertedBy}`
  | `uses.thing.${RedactedThing}`
  | `uses.gap.${RedactedThing}`
  | `uses.way.${RedactionWay}`
  | `uses.answer.${Answer}`
  | `uses.role.${SpeakerRole}`
  | `uses.evidence.${EvidenceKind}`
  | `uses.existence.${Existence}`
  | 'uses.language.unknown'

export const uses = {
  'uses.use.listenHere': 'Listen here',
  'uses.use.myCircle': 'My circle',
  'uses.use.readingRoom': 'Reading room',
  'uses.use.teaching': 'Teaching',
  'uses.use.research': 'Research',
  'uses.use.booklet': 'Booklet or book',
  'uses.use.exhibition': 'Exhibition',
  'uses.use.website': 'Website',
  'uses.use.press': 'Press',
  'uses.use.campaign': 'Campaign',
  'uses.use.fundraising': 'Fundraising',
  'uses.use.court': 'Court or authorities',
  'uses.use.translation': 'Translation',
  'uses.use.afterDeath': 'After my death',
  'uses.use.machines': 'Training or analysis by machines',
  'uses.use.own': 'A use that this archive added',
  'uses.reach.narrator': 'The narrator',
  'uses.reach.archive': 'Archive',
  'uses.reach.circle': 'Circle',
  'uses.reach.readers': 'Readers',
  'uses.reach.anyone': 'Anyone',
  'uses.stance.none': 'not said yet',
  'uses.stance.mine': 'mine',
  'uses.stance.notMine': 'not mine',
  'uses.stance.contested': 'contested',
  'uses.stance.onlyHere': 'only in this context',
  'uses.stance.doNotShow': 'do not show',
  'uses.assertedBy.narrator': 'the narrator',
  'uses.assertedBy.archivist': 'an archivist',
  'uses.assertedBy.court': 'a court',
  'uses.assertedBy.police': 'the police',
  'uses.assertedBy.organisation': 'an organisation',
  'uses.assertedBy.press': 'the press',
  'uses.thing.name': 'A name',
  'uses.thing.place': 'A place',
  'uses.thing.employer': 'An employer',
  'uses.thing.voice': 'The voice',
  'uses.thing.passage': 'The whole passage',
  'uses.thing.other': 'Something else',
  'uses.gap.name': 'a name',
  'uses.gap.place': 'a place',
  'uses.gap.employer': 'an employer',
  'uses.gap.voice': 'a voice',
  'uses.gap.passage': 'a passage',
  'uses.gap.other': 'taken out',
  'uses.way.removed': 'Taken out',
  'uses.way.pseudonym': 'Another name instead',
  'uses.way.vaguer': 'Made vaguer',
  'uses.way.silence': 'Silence',
  'uses.answer.yes': 'yes',
  'uses.answer.no': 'no',
  'uses.answer.notYet': 'not yet',
  'uses.answer.askEachTime': 'ask me each time',
  'uses.answer.withdrawn': 'taken back',
  'uses.role.narrator': 'Narrator',
  'uses.role.interviewer': 'Interviewer',
  'uses.role.other': 'Somebody else',
  'uses.evidence.signedPaper': 'A signed paper',
  'uses.evidence.spokenClip': 'Her spoken words',
  'uses.evidence.interpreter': 'Through an interpreter',
  'uses.evidence.witness': 'Somebody was there',
  'uses.evidence.inPerson': 'She told me herself',
  'uses.existence.byName': 'listed by her name',
  'uses.existence.byPseudonym': 'listed by another name',
  'uses.existence.countedOnly': 'counted only',
  'uses.existence.notCounted': 'not even counted',
  'uses.language.unknown': 'a language not named yet',
} as const satisfies Record<Ids, string>
