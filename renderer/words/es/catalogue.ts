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
} as const satisfies Record<keyof typeof english, string>
