import type { herPassphrase as en } from '../en/her-passphrase.ts'

export const herPassphrase = {
  'her.passphrase.title': 'Su frase de paso',
  'her.passphrase': 'Su frase de paso',
  'her.passphrase.none':
    'No tiene ninguna. No la necesita. Entonces alguien del archivo escribe que usted decidió, y los pasajes no se pueden cerrar para todos los demás.',
  'her.passphrase.isOpen': 'Tiene una, y ahora está en uso. Lo que decida se firma con su propia llave.',
  'her.passphrase.isClosed': 'Tiene una, pero hoy no se ha escrito. Lo que decida queda escrito como lo dijo.',
  'her.passphrase.set': 'Poner una frase de paso',
  'her.passphrase.open': 'Escribir mi frase de paso',
  'her.passphrase.change': 'Cambiarla',
  'her.passphrase.forget': 'Quitarla del todo',
  'her.passphrase.before': 'Antes de hacerlo',
  'her.passphrase.before.does':
    'Con ella, lo que decida se firma con su propia llave, y puede cerrar pasajes para todos los demás.',
  'her.passphrase.before.lost':
    'Nadie puede decirle otra vez esta frase de paso, y nadie puede cambiarla por usted. Si la olvida, lo que es solo para usted se pierde para siempre.',
  'her.passphrase.before.write': 'Escríbala en papel, y guarde el papel donde solo usted lo encuentre.',
  'her.passphrase.propose': 'Proponerme seis palabras',
  'her.passphrase.old': 'La frase de paso que tiene ahora',
  'her.passphrase.keep': 'Guardar esta frase de paso',
  'her.passphrase.needed': 'Primero escriba la frase de paso.',
  'her.passphrase.notSame': 'Las dos no son iguales. Escriba otra vez la segunda.',
  'her.passphrase.wrong': 'Esta no es su frase de paso. Mire las mayúsculas y los espacios, y escríbala otra vez.',
  'her.passphrase.opened': 'Su frase de paso está en uso ahora.',
  'her.passphrase.wasSet': 'Su frase de paso está puesta, y en uso ahora.',
  'her.passphrase.wasChanged': 'Su frase de paso está cambiada. La anterior ya no abre nada.',
  'her.passphrase.wasForgotten': 'Ya no tiene frase de paso.',
  'her.forget.knows': '¿Sabe su frase de paso?',
  'her.forget.yes': 'Sí, la sé',
  'her.forget.no': 'No, la he olvidado',
  'her.forget.yes.says': 'Primero se abre lo que es solo para usted. Entonces quienes archivan pueden leerlo otra vez.',
  'her.forget.no.says': 'Lo que es solo para usted ya nadie lo puede leer nunca. Nada lo puede traer de vuelta.',
  'her.forget.offRecord':
    'Lo que dijo fuera de grabación y guardó para usted, después ya nadie lo puede oír, usted tampoco.',
  'her.forget.no.waits':
    'Durante los siete días siguientes, nadie puede decir en su nombre que sí a lo que sale. Usted siempre puede decir que no.',
  'her.forget.stays': 'Lo que firmó sigue firmado. Después puede poner otra frase de paso.',
  'her.forget.press': 'Quitarla',
  'her.forget.pressLost': 'Quitarla, y perder lo que es solo para mí',
} as const satisfies Record<keyof typeof en, string>
