// A list of what is here, made in Given out.
export const catalogue = {
  'catalogue.title': 'A list of what is here',
  'catalogue.says':
    'For others who ask what this archive holds. Each narrator decides how she is in it: by a name, only counted, or not at all. A story is named only where her yes to the whole of it holds now.',
  'catalogue.for': 'For whom',
  'catalogue.for.readers': 'Readers',
  'catalogue.for.readers.note': 'Known people, under agreement, on the spot.',
  'catalogue.for.anyone': 'Anyone',
  'catalogue.for.anyone.note': 'Everybody, everywhere.',
  'catalogue.language': 'In which language',
  'catalogue.list': 'The list',
  'catalogue.save.says':
    'Three files are saved: a page, a table for spreadsheets, and the same for other programs. It is written down that they left.',
  'catalogue.save.proposed': 'list',
  'catalogue.save': 'Save the list',
  'catalogue.failed': 'The list was not saved',
  'catalogue.saved': 'The list is saved',
  'catalogue.before': 'Lists that left',
  'catalogue.before.one': '{reach, select, readers {For readers} other {For anyone}}, {date}, by {by}',
  'catalogue.waiting': '{count, plural, one {One story is not named yet} other {# stories are not named yet}}',
  'catalogue.waiting.herWord':
    'nobody has written down that she wants to be in lists. That is done in the story, under About.',
  'catalogue.waiting.review': 'she has not gone through it yet.',
  'catalogue.waiting.coolingOff': 'she went through it; it waits until {date}.',
  'catalogue.over':
    '{count, plural, one {{names} would not be named so in a new list} other {{names} would not be named so in a new list}}',
  'catalogue.over.says':
    'Ask whoever has this list to put a new one in its place. The program cannot see copies outside.',
} as const
