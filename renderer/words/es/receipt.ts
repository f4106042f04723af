import type { receipt as english } from '../en/receipt.ts'

export const receipt = {
  'receipt.open': '{who, select, her {Su recibo} other {El recibo de ella}}',
  'receipt.title': '{who, select, her {Su recibo} other {El recibo de ella}}',
  'receipt.says':
    '{who, select, her {Todo lo que ha respondido, adónde fueron sus palabras y cómo retirar una respuesta. Puede imprimirlo o llevárselo.} other {Todo lo que ella ha respondido, adónde fueron sus palabras y cómo retirar una respuesta. Imprímalo para ella, o guárdelo en algo que sea de ella.}}',
  'receipt.reading': 'El recibo se está preparando…',
  'receipt.language': 'En qué idioma',
  'receipt.contact': 'A quién decirlo, y cómo',
  'receipt.contact.note':
    '{who, select, her {Está en el recibo, para que usted lo encuentre otra vez. Puede quedar vacío.} other {Está en el recibo, para que ella pueda hablar con usted. Puede quedar vacío.}}',
  'receipt.paper': 'El recibo',
  'receipt.print': 'Imprimir',
  'receipt.save': 'Guardar como página',
  'receipt.save.says':
    'Se guardan dos archivos: una página que abre cualquier navegador, y lo mismo para otros programas. Nada en ellos está bajo llave.',
  'receipt.save.proposed': 'recibo',
  'receipt.save.press': 'Guardar',
  'receipt.saved': 'El recibo está guardado',
  'receipt.failed': 'El recibo no se guardó',
  'receipt.before':
    '{count, plural, =0 {Todavía no se entregó ninguno.} one {Antes se entregó uno, el {last}.} other {Antes se entregaron #, el último el {last}.}}',
  'receipt.older': 'Comparar con un recibo anterior',
  'receipt.older.says':
    '{who, select, her {Al final de cada recibo hay un número de control. Escríbalo aquí y verá si todo lo que había decidido entonces sigue aquí, sin cambios.} other {Al final de cada recibo hay un número de control. Escríbalo aquí para ver si todo lo que ella había decidido entonces sigue aquí, sin cambios.}}',
  'receipt.older.number': 'Número de control',
  'receipt.older.press': 'Comparar',
  'receipt.older.holds':
    '{count, plural, =0 {Entonces no se había decidido nada.} one {La única decisión de entonces sigue aquí, sin cambios.} other {Las # decisiones de entonces siguen aquí, sin cambios.}} {more, plural, =0 {} one {Desde entonces hay una más.} other {Desde entonces hay # más.}}',
  'receipt.older.gone':
    'Este número no corresponde a lo que hay aquí. O se escribió de otra manera, o algo que se decidió entonces cambió o falta.',
} as const satisfies Record<keyof typeof english, string>
