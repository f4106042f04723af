import type { catalogue as english } from '../en/catalogue.ts'

export const catalogue = {
  'catalogue.title': 'Una lista de lo que hay aquí',
  'catalogue.says':
    'Para quienes preguntan qué guarda este archivo. Cada narradora decide cómo está en ella: con un nombre, solo contada, o de ninguna manera. Una historia se nombra solo donde hay un sí vigente de ella para la historia entera.',
  'catalogue.for': 'Para quién',
  'catalogue.for.readers': 'Quienes leen',
  'catalogue.for.readers.note': 'Personas conocidas, con un acuerdo, en el lugar.',
  'catalogue.for.anyone': 'Cualquiera',
  'catalogue.for.anyone.note': 'Todo el mundo, en todas partes.',
  'catalogue.language': 'En qué idioma',
  'catalogue.list': 'La lista',
  'catalogue.save.says':
    'Se guardan tres archivos: una página, una tabla para hojas de cálculo y lo mismo para otros programas. Queda escrito que salieron.',
  'catalogue.save.proposed': 'lista',
  'catalogue.save': 'Guardar la lista',
  'catalogue.failed': 'La lista no se guardó',
  'catalogue.saved': 'La lista está guardada',
  'catalogue.before': 'Listas que salieron',
  'catalogue.before.one': '{reach, select, readers {Para quienes leen} other {Para cualquiera}}, {date}, por {by}',
  'catalogue.waiting':
    '{count, plural, one {Una historia todavía no se nombra} other {# historias todavía no se nombran}}',
  'catalogue.waiting.herWord':
    'nadie ha escrito que ella quiera estar en listas. Eso se hace en la historia, en Acerca de.',
  'catalogue.waiting.review': 'ella todavía no la ha repasado.',
  'catalogue.waiting.coolingOff': 'ella la repasó; espera hasta el {date}.',
  'catalogue.over':
    '{count, plural, one {{names} no se nombraría así en una lista nueva} other {{names} no se nombrarían así en una lista nueva}}',
  'catalogue.over.says':
    'Pida a quien tenga esta lista que ponga una nueva en su lugar. El programa no puede ver las copias de fuera.',
} as const satisfies Record<keyof typeof english, string>
