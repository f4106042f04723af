import type { herPassphrase as en } from '../en/her-passphrase.ts'

export const herPassphrase = {
  'her.passphrase.title': 'Su frase de paso',
  'her.passphrase': 'Su frase de paso',
  'her.passphrase.none':
    'No tiene ninguna. No la necesita. Entonces alguien del archivo escribe que usted decidió, y los pasajes no se pueden cerrar para todos los demás.',
  'her.passphrase.isOpen': 'Tiene una, y ahora está en uso. Lo que decida se firma con su propia llave.',
  'her.passphrase.isClosed':
    'Tiene una, pero hoy no se ha escrito. Lo que decida queda escrito tal como usted lo diga.',
  'her.passphrase.set': 'Poner una frase de paso',
  'her.passphrase.open': 'Escribir mi frase de paso',
  'her.passphrase.use': 'Usar esta frase de paso',
  'her.passphrase.change': 'Cambiarla',
  'her.passphrase.forget': 'Quitarla del todo',
  'her.passphrase.forgotten': 'He olvidado mi frase de paso',
  'her.passphrase.before': 'Antes de hacerlo',
  'her.passphrase.before.does':
    'Con ella, lo que decida se firma con su propia llave, y puede cerrar pasajes para todos los demás.',
  'her.passphrase.before.lost':
    'Nadie puede decirle otra vez esta frase de paso, y nadie puede cambiarla por usted. Si la olvida, y no tiene un papel propio, lo que es solo para usted se pierde para siempre.',
  'her.passphrase.before.write': 'Escríbala en papel, y guarde el papel donde solo usted lo encuentre.',
  'her.passphrase.before.paper': 'Después puede hacer un papel propio. Abre lo que es suyo si olvida la frase de paso.',
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
  'her.forget.yes.says':
    'Primero se abre lo que es solo para usted. Entonces quienes archivan pueden leerlo y oírlo otra vez.',
  'her.forget.no.says': 'Lo que es solo para usted ya nadie lo puede leer nunca. Nada lo puede traer de vuelta.',
  'her.forget.paper': 'Su propio papel ya no abre nada después.',
  'her.forget.no.paper':
    'Usted tiene un papel propio. Con él puede poner otra frase de paso, y no se pierde nada. Si sigue aquí, el papel ya no abre nada.',
  'her.forget.offRecord':
    'Lo que dijo fuera de grabación y guardó para usted, después ya nadie lo puede oír, usted tampoco.',
  'her.forget.no.waits':
    'Durante los siete días siguientes, nadie puede decir en su nombre que sí a lo que sale. Usted siempre puede decir que no.',
  'her.forget.stays': 'Lo que firmó sigue firmado. Después puede poner otra frase de paso.',
  'her.forget.soundLost':
    'Una parte del sonido que es solo para usted ya no se puede leer. Si sigue, se abre todo lo demás, y donde estaba esa parte queda silencio, para siempre. Si hay una copia de seguridad de antes, pídala primero.',
  'her.forget.press': 'Quitarla',
  'her.forget.pressSoundLost': 'Quitarla, y prescindir de ese sonido',
  'her.forget.pressLost': 'Quitarla, y perder lo que es solo para mí',
  'her.paper.has': 'Tiene un papel propio.',
  'her.paper.hasNone': 'No tiene un papel propio.',
  'her.paper.inCopy': 'Abre también esta copia.',
  'her.paper.notInCopy': 'Se hace en el archivo. Una copia que haga después se abre también con él.',
  'her.paper.make': 'Hacer un papel propio',
  'her.paper.another': 'Hacer un nuevo papel propio',
  'her.paper.does':
    'El papel tiene 24 palabras. Si olvida su frase de paso, con ellas pone una nueva, y no se pierde nada.',
  'her.paper.holds':
    'Quien tenga el papel, y tenga abierta su ventana del programa, puede hacer lo mismo. Por eso solo usted debe encontrarlo.',
  'her.paper.without':
    'No necesita ningún papel. Sin él, nadie puede traer de vuelta una frase de paso que olvide, y lo que es solo para usted se pierde.',
  'her.paper.replaces': 'El papel que tiene ahora ya no abre nada en cuanto valga el nuevo.',
  'her.paper.passphrase': 'Su frase de paso, otra vez',
  'her.paper.show': 'Mostrar las palabras',
  'her.paper.skip': 'Seguir sin papel',
  'her.paper.keepOld': 'Quedarme con el papel que tengo',
  'her.paper.notYet': 'Este papel todavía no vale',
  'her.paper.ifClosed': 'Vale cuando haya escrito algunas de sus palabras. Si cierra esto ahora, no abre nada.',
  'her.paper.title': 'Su propio papel',
  'her.paper.says':
    'Estas 24 palabras abren lo que es suyo si olvida su frase de paso. Imprímalas o anótelas, con sus números.',
  'her.paper.keep': 'Se muestran solo ahora. Aquí nadie puede verlas otra vez, tampoco quienes archivan.',
  'her.paper.sheet': 'Mi papel',
  'her.paper.sheetSays': 'Guarde esta hoja donde solo usted la encuentre. Las palabras se escriben en su orden.',
  'her.paper.words': 'Las 24 palabras de su papel',
  'her.paper.wasMade': 'Su papel vale desde ahora. Uno anterior ya no abre nada.',
  'her.paper.open': 'Poner una nueva frase de paso con su papel',
  'her.paper.open.says': 'Lo que es solo para usted queda como está, y usted sigue firmando con la misma llave.',
  'her.paper.needed': 'Su papel tiene 24 palabras. Aquí {count, plural, one {hay #} other {hay #}}.',
  'her.paper.wasOpened': 'Su nueva frase de paso está puesta, y en uso ahora. Su papel queda como estaba.',
  'her.paper.forgottenWithout':
    'Entonces nadie puede poner por usted una nueva frase de paso. Lo que es solo para usted queda cerrado hasta que recuerde la que tenía.',
} as const satisfies Record<keyof typeof en, string>
