import type { door as en } from '../en/door.ts'

export const door = {
  'door.name': 'Firsthand',
  'door.welcome.what': 'Firsthand guarda las historias que le cuentan, y cada persona decide qué pasa con la suya.',
  'door.welcome.where':
    'Todo se queda en este equipo, cerrado con una frase de paso. No se envía nada a ninguna parte.',
  'door.welcome.begin':
    'Para empezar, haga un archivo. Lleva unos cinco minutos. Tenga a mano papel y lápiz, o una impresora.',
  'door.welcome.make': 'Hacer un archivo',
  'door.welcome.openExisting': 'Abrir un archivo que ya existe',
  'door.back': 'Volver',

  'door.open.passphrase': 'Frase de paso',
  'door.open.press': 'Abrir',
  'door.open.opening': 'Abriendo…',
  'door.open.openingNote': 'Tarda uno o dos segundos a propósito: así adivinar es lento.',
  'door.open.show': 'Mostrar lo que escribo',
  'door.open.hide': 'Ocultar lo que escribo',
  'door.open.withPaper': 'Abrir con la llave de papel',
  'door.open.otherFolder': 'Elegir otra carpeta',
  'door.open.makeNew': 'Hacer un archivo nuevo',
  'door.open.needed': 'Escriba primero su frase de paso.',

  'door.paper.title': 'Abrir con la llave de papel',
  'door.paper.words': 'Las 24 palabras',
  'door.paper.note': 'Escriba las palabras en su orden, con un espacio entre ellas. Los números no hacen falta.',
  'door.paper.count': '{count, plural, =0 {Ninguna palabra todavía} one {# palabra de 24} other {# palabras de 24}}',
  'door.paper.withPassphrase': 'Abrir con la frase de paso',
  'door.paper.needed': 'La llave de papel tiene 24 palabras. Aquí {count, plural, one {hay #} other {hay #}}.',
  'door.paper.unknown': 'La palabra {place} no está en la lista. Mírela en el papel.',
  'door.paper.unknownNear': 'La palabra {place} no está en la lista. ¿Quiso escribir {near}?',
  'door.paper.order':
    'Cada una es una palabra de la lista, pero juntas no son una llave. Una de ellas es otra en su papel, o dos han cambiado de lugar.',
  'door.paper.another':
    'Estas 24 palabras son una llave de papel entera, pero no la de este archivo. Puede ser de otro, o una anterior que se cambió.',

  'door.open.withShares': 'Abrir con hojas de personas de confianza',
  'door.keys.by.shares': 'Hojas de personas de confianza',
  'door.keys.sharesNeeded':
    'Cada hoja tiene 24 palabras. Aquí {count, plural, =0 {no hay ninguna todavía} one {hay #} other {hay #}}, y con eso no hay hojas enteras.',
  'door.sheets.title': 'Abrir con hojas de personas de confianza',
  'door.sheets.says':
    'Algunas personas tienen una hoja con 24 palabras cada una. Varias de estas hojas juntas abren el archivo. Escríbalas una tras otra.',
  'door.sheets.words': 'Las 24 palabras de una hoja',
  'door.sheets.add': 'Añadir esta hoja',
  'door.sheets.looking': 'Mirando las palabras…',
  'door.sheets.added': 'La hoja {number} está añadida.',
  'door.sheets.given': 'Hojas hasta ahora',
  'door.sheets.one': 'Hoja {number}',
  'door.sheets.leave': 'Dejar fuera la hoja {number}',
  'door.sheets.more': '{more, plural, one {Falta # hoja más.} other {Faltan # hojas más.}}',
  'door.sheets.enough': 'Son suficientes. Abra el archivo.',
  'door.sheets.all': 'Las palabras de las hojas',
  'door.sheets.allNote':
    'Escriba las palabras de una hoja tras otra, con un espacio entre ellas. Los números no hacen falta.',
  'door.sheets.count':
    '{count, plural, =0 {Ninguna palabra todavía} one {# palabra} other {# palabras}}{sheets, plural, =0 {} one {, # hoja entera} other {, # hojas enteras}}',
  'door.sheets.is.count':
    'Una hoja tiene 24 palabras. Aquí {count, plural, =0 {no hay ninguna todavía} one {hay #} other {hay #}}.',
  'door.sheets.is.another': 'La palabra {place} es otra en la hoja. Mírela allí.',
  'door.sheets.is.swapped': 'Las palabras {place} y {other} han cambiado de lugar. Mire la hoja.',
  'door.sheets.is.broken':
    'Cada una es una palabra de la lista, pero juntas no son una hoja. Más de una es otra en su hoja.',
  'door.sheets.is.paper': 'Estas son las palabras de una llave de papel, no de una hoja. Abra con la llave de papel.',
  'door.sheets.is.newer': 'Esta hoja la hizo un Firsthand más nuevo. Este no puede leerla.',
  'door.sheets.is.otherArchive': 'Esta hoja es de otro archivo. Elija primero esa carpeta.',
  'door.sheets.is.otherSet': 'Esta hoja es de otro juego que la primera. Solo abren las hojas que se hicieron juntas.',
  'door.sheets.is.twice': 'La hoja {number} ya está aquí. Cada persona tiene otra.',

  'door.make.title': 'Hacer un archivo',
  'door.make.archivist': 'Su nombre o iniciales',
  'door.make.archivistNote':
    'Firma lo que usted escribe, para que nadie lo tome por palabras de ella. Puede ser un nombre inventado.',
  'door.make.archivistNeeded': 'Escriba primero un nombre o iniciales.',
  'door.make.folder': 'Dónde está el archivo',
  'door.make.changeFolder': 'Elegir otra carpeta',
  'door.make.synced': 'Esta carpeta está dentro de {service}',
  'door.make.syncedSays':
    '{service} la copia a otros equipos y puede dañarla al hacerlo. Elija una carpeta fuera de ahí.',
  'door.make.passphrase': 'La frase de paso',
  'door.make.passphraseNote':
    'Quien la tenga puede leer todo lo que hay aquí. Nadie puede averiguarla por usted, así que no debe perderse.',
  'door.make.how': '¿Qué frase de paso?',
  'door.make.proposed': 'Seis palabras elegidas al azar',
  'door.make.proposedNote': 'Muy difíciles de adivinar, fáciles de decir y escribir.',
  'door.make.own': 'Una mía',
  'door.make.ownNote': 'Al menos tan larga como una oración.',
  'door.make.words': 'Sus seis palabras',
  'door.make.another': 'Otras seis palabras',
  'door.make.writeDown':
    'Escriba ahora las palabras en papel. Guarde el papel lejos de este equipo, donde solo usted lo encuentre.',
  'door.make.ownField': 'Su frase de paso',
  'door.make.again': 'La frase de paso otra vez',
  'door.make.againNote': 'Escríbala aquí, para ver que la tiene.',
  'door.make.verdict.empty': 'Aquí se ve, mientras escribe, lo difícil que es adivinarla.',
  'door.make.verdict.tooWeak': 'Demasiado fácil: un equipo la adivina en horas. Hágala más larga.',
  'door.make.verdict.weak': 'Fácil: alguien con algunos equipos la adivina. Dos o tres palabras más ayudan.',
  'door.make.verdict.fair': 'Regular: adivinarla cuesta mucho esfuerzo. Una palabra más la hace fuerte.',
  'door.make.verdict.strong': 'Fuerte: nadie la adivina en una vida.',
  'door.make.notSame': 'Las dos no son iguales. Escriba la segunda otra vez.',
  'door.make.needed': 'Escriba primero una frase de paso.',
  'door.make.press': 'Hacer el archivo',
  'door.make.making': 'Haciendo el archivo…',

  'door.key.title': 'Su llave de papel',
  'door.key.says':
    'Estas 24 palabras abren el archivo si se pierde la frase de paso. Imprímalas o escríbalas con sus números.',
  'door.key.keep': 'Guarde el papel lejos de este equipo. Quien lo tenga puede abrir el archivo.',
  'door.key.words': 'Las 24 palabras de la llave de papel',
  'door.key.qr': 'Las mismas 24 palabras como código cuadrado para una cámara',
  'door.key.print': 'Imprimir',
  'door.key.printed': 'Ya la tengo en papel',
  'door.key.sheet': 'Llave de papel',
  'door.key.sheetSays': 'Guarde esta hoja donde solo usted la encuentre. Las palabras se escriben en su orden.',

  'door.key.notYet': 'El archivo todavía no está hecho',
  'door.key.ifClosed': 'Si cierra esto ahora, este archivo no se hace y este papel no abre nada.',
  'door.key.closing':
    'Iba a cerrar esto. Si lo cierra, este archivo no se hace y este papel no abre nada. Para terminarlo, siga aquí.',
  'door.unmade.title': 'No se hizo nada',
  'door.unmade.says':
    'Se empezó un archivo y se dejó la página antes de escribir de nuevo su llave de papel. Ese papel no abre nada: tírelo.',
  'door.unmade.locked':
    'Firsthand se cerró con llave antes de comparar estas palabras. Este papel no abre nada: tírelo y empiece de nuevo.',
  'door.unmade.again': 'Empezar de nuevo',

  'door.check.title': 'Pruebe el papel',
  'door.check.says': 'Tome el papel y escriba estas palabras tal como están en él. Así sabe que se puede leer.',
  'door.check.word': 'Palabra {place}',
  'door.check.press': 'Comparar',
  'door.check.comparing': 'Comparando…',
  'door.check.wrong': 'No todas son iguales a las de la pantalla. Mire el papel, o vea las palabras otra vez.',
  'door.check.showAgain': 'Ver las palabras otra vez',

  'door.keys.opensNow': '¿Qué lo abre ahora?',
  'door.keys.by.passphrase': 'La frase de paso',
  'door.keys.by.paper': 'La llave de papel',
  'door.keys.passphraseNow': 'La frase de paso de ahora',
  'door.keys.change': 'Cambiar la frase de paso',
  'door.keys.newPassphrase': 'La nueva frase de paso',
  'door.keys.changePress': 'Cambiarla',
  'door.keys.changing': 'Cambiando la frase de paso…',
  'door.keys.comparing': 'Comparando…',
  'door.keys.not': 'Dejarlo como está',
  'door.keys.changed': 'La frase de paso ha cambiado',
  'door.keys.changedSays': 'La nueva abre el archivo desde ahora. La anterior ya no lo abre.',
  'door.keys.paper': 'Hacer una nueva llave de papel',
  'door.keys.paperPress': 'Mostrar una nueva llave de papel',
  'door.keys.notYet': 'La nueva llave de papel todavía no vale',
  'door.keys.ifClosed':
    'Si cierra esto ahora, el papel nuevo no abre nada y el anterior sigue abriendo. El nuevo vale cuando haya escrito de nuevo una parte.',
  'door.keys.keepOld': 'Quedarse con la llave de papel anterior',
  'door.keys.made': 'La nueva llave de papel vale',
  'door.keys.madeSays': 'La anterior dejó de valer en este momento. Destruya su papel.',
  'door.keys.copies':
    'Las copias de la carpeta del archivo hechas antes se abren todavía con la anterior, y con ellas también este archivo. Haga copias nuevas y destruya las viejas.',

  'door.hide.title': 'Si entra alguien',
  'door.hide.does': 'El botón <b>Ocultar ya</b> está arriba en cada página. Sus teclas son <k>{keys}</k>.',
  'door.hide.doesTitle': 'Lo que hace',
  'door.hide.does1': 'La ventana se vuelve al instante una hoja vacía, y todo sonido para.',
  'door.hide.does2': 'Luego el archivo se cierra. Hace falta la frase de paso para volver a ver algo.',
  'door.hide.doesNotTitle': 'Lo que no hace',
  'door.hide.doesNot1': 'No oculta que Firsthand está en este equipo, ni que hay un archivo.',
  'door.hide.doesNot2': 'No sirve contra quien ha visto la pantalla, le ha hecho una foto o conoce la frase de paso.',
  'door.hide.doesNot3': 'No alcanza a lo que ha impreso o entregado.',
  'door.hide.go': 'Ir al estante',
} as const satisfies Record<keyof typeof en, string>
