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
} as const
