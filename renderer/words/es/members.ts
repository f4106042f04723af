import type { members as en } from '../en/members.ts'

export const members = {
  'members.title': 'Miembros y llaves',
  'members.says': 'Quién puede abrir este archivo, y con qué.',
  'members.can':
    'Cada archivista puede leer y cambiar todo aquí, menos lo que una narradora ha sellado. Cada quien tiene su propia frase de paso, y su nombre está bajo lo que escribe. Nadie puede ver una frase de paso.',
  'members.list': 'Archivistas',
  'members.you': 'usted',
  'members.since': 'desde el {date}',
  'members.old':
    'La frase de paso se puso con un Firsthand anterior y no se ha usado desde entonces. Se renueva al usarla.',
  'members.byPaper': 'Abrió el archivo con la llave de papel: bajo lo que escriba ahora no está ningún nombre.',
  'members.byShares': 'Abrió el archivo con hojas: bajo lo que escriba ahora no está ningún nombre.',
  'members.change': 'Cambiar mi frase de paso',
  'members.setNew': 'Poner una nueva frase de paso',
  'members.whose': '¿La frase de paso de quién?',
  'members.whoseNeeded': 'Elija de quién es la frase de paso.',
  'members.close': 'Cerrar el archivo para {name}',
  'members.closeSelf': 'Cerrar el archivo para mí',
  'members.last': 'Mientras solo archive una persona, no se le puede cerrar el archivo: nadie podría abrirlo.',
  'members.add': 'Añadir un archivista',
  'members.full': 'No hay lugar para más archivistas.',
  'members.not': 'Dejarlo como está',

  'members.add.says':
    'La persona se sienta ante este equipo y escribe ella misma su frase de paso. Antes, usted muestra que puede abrir el archivo.',
  'members.add.yours': 'Usted: muestre que puede abrirlo',
  'members.add.hers': 'La persona nueva: su nombre y su frase de paso',
  'members.add.name': 'Su nombre o sus iniciales',
  'members.add.nameNote': 'Firma lo que escribe. Puede ser un nombre inventado.',
  'members.add.nameNeeded': 'Escriba primero un nombre o iniciales.',
  'members.add.press': 'Añadir',
  'members.add.adding': 'Añadiendo la frase de paso…',
  'members.add.added': '{name} puede abrir el archivo',
  'members.add.addedSays': 'Desde ahora, con la frase de paso que se acaba de escribir.',

  'members.remove.title': 'Cerrar el archivo para {name}',
  'members.remove.selfTitle': 'Cerrar el archivo para usted',
  'members.remove.does': 'Qué pasa',
  'members.remove.does1': 'Esta frase de paso ya no abre el archivo. Lo que {name} escribió se queda, con su nombre.',
  'members.remove.does2': 'El archivo recibe una llave nueva y se cifra entero otra vez. Puede llevar unos minutos.',
  'members.remove.does3': 'Los demás archivistas siguen con las frases de paso que tienen.',
  'members.remove.self': 'Su frase de paso ya no abre nada, y el archivo se cierra en el momento.',
  'members.remove.doesNot': 'Lo que no puede hacer',
  'members.remove.doesNot1':
    'Las copias de la carpeta y las copias de seguridad hechas antes se abren todavía con la frase anterior. Haga nuevas y destruya las viejas.',
  'members.remove.doesNot2': 'No recupera nada de lo que {name} vio, copió o entregó.',
  'members.remove.doesNot3':
    'La llave de papel y las hojas siguen abriendo. Si {name} pudo verlas, haga nuevas después.',
  'members.remove.paperGoes':
    'La llave de papel se hizo con un Firsthand anterior y deja de abrir. Haga una nueva después.',
  'members.remove.oldGoes':
    'También termina para {names}: su frase de paso la puso un Firsthand anterior. Añada de nuevo a esas personas después.',
  'members.remove.press': 'Cerrarlo para {name}',
  'members.remove.pressSelf': 'Cerrarlo para mí',
  'members.remove.comparing': 'Comparando…',
  'members.remove.writing': 'Cifrando el archivo otra vez…',
  'members.remove.reading': 'Leyéndolo una vez más…',
  'members.remove.note': 'Hasta que termine no se puede guardar nada más. Si se detiene, todo queda como antes.',
  'members.remove.stopped': 'Se detuvo. Todo queda como antes.',
  'members.remove.done': 'El archivo está cerrado para {name}',
  'members.remove.doneSays': 'Tiene una llave nueva. Los demás lo abren como antes.',
  'members.copies':
    'Las copias de la carpeta del archivo y las copias de seguridad hechas antes se abren todavía con la frase anterior. Haga nuevas y destruya las viejas.',

  'members.paper': 'Llave de papel',
  'members.paper.says':
    'Sus 24 palabras abren el archivo, como una frase de paso, y ponen una nueva cuando alguien olvidó la suya.',
  'members.paper.since': 'La que vale se hizo el {date}.',
  'members.paper.none': 'No hay ninguna que valga.',

  'members.shares': 'Hojas de personas de confianza',
  'members.shares.says':
    'Varias personas reciben una hoja con 24 palabras cada una. El número de ellas que usted elija puede abrir el archivo. Una hoja sola no abre nada.',
  'members.shares.none': 'No hay ninguna.',
  'members.shares.are': 'Hay {of} hojas, y {needed} cualesquiera abren el archivo.',
  'members.shares.since': 'Se hicieron el {date}.',
  'members.shares.make': 'Hacer hojas',
  'members.shares.again': 'Hacer hojas nuevas',
  'members.shares.end': 'Terminar con las hojas',
  'members.shares.endSays': 'Entonces ninguna hoja abre ya el archivo. Todo lo demás sigue abriendo.',
  'members.shares.endPress': 'Terminar con ellas',
  'members.shares.ended': 'Las hojas ya no abren nada',
  'members.shares.endedSays': 'Dígaselo a quienes tienen una, para que la destruyan.',
  'members.shares.of': 'Cuántas personas reciben una hoja',
  'members.shares.needed': 'Cuántas hacen falta para abrir',
  'members.shares.neededNote': 'Pocas se reúnen pronto. A muchas es difícil obligarlas.',
  'members.shares.tooMany': 'No pueden hacer falta más de las que hay.',
  'members.shares.press': 'Mostrar las hojas',
  'members.shares.making': 'Haciendo las hojas…',
  'members.shares.show': 'Una hoja para cada persona',
  'members.shares.showSays':
    'Imprímalas, una página cada una, o escríbalas con sus números. Dé cada una a otra persona y no guarde ninguna aquí.',
  'members.shares.notYet': 'Estas hojas todavía no valen',
  'members.shares.ifClosed':
    'Si cierra esto ahora, no abren nada y lo que había sigue abriendo. Valen cuando haya escrito de nuevo una parte de cada una.',
  'members.shares.keepOld': 'Dejarlo como estaba',
  'members.shares.printed': 'Ya las tengo en papel',
  'members.shares.sheet': 'Hoja {number}',
  'members.shares.sheetWords': 'Las 24 palabras de la hoja {number}',
  'members.shares.qr': 'Las mismas 24 palabras como código cuadrado para una cámara',
  'members.shares.check': 'Pruebe las hojas',
  'members.shares.checkSays':
    'Tome cada hoja y escriba estas palabras tal como están en ella. Así sabe que se puede leer.',
  'members.shares.word': 'Hoja {number}, palabra {place}',
  'members.shares.wrong': 'Todavía no está bien: {sheets}. Mire el papel, o vea las hojas otra vez.',
  'members.shares.gone': 'Firsthand se cerró antes de comparar estas palabras. Estas hojas no abren nada: tírelas.',
  'members.shares.made': 'Las hojas valen desde ahora',
  'members.shares.madeSays': 'De las {of}, {needed} cualesquiera abren el archivo. Dé cada una a otra persona.',
  'members.shares.oldStopped': 'Las hojas de antes dejaron de valer en este momento. Pida que las destruyan.',

  'members.print.title': 'Una hoja que ayuda a abrir un archivo',
  'members.print.number': 'Hoja {number} de {of}',
  'members.print.for': 'Para:',
  'members.print.what':
    'En un equipo informático hay un archivo de historias, cerrado con una frase de paso. Si se pierde, las personas con hojas como esta pueden abrir juntas el archivo.',
  'members.print.needed': 'Hacen falta {needed} de las {of} hojas. Esta sola no abre nada.',
  'members.print.keep': 'Guárdela donde solo usted la encuentre, lejos de ese equipo. No la copie ni le tome una foto.',
  'members.print.asked':
    'Si alguien se la pide, hable primero cara a cara con las personas del archivo. Usted puede decir que no.',
  'members.print.how':
    'Para usarla: en la puerta de Firsthand elija «Abrir con hojas de personas de confianza» y escriba las palabras en su orden.',
  'members.print.made': 'Hecha el {date}. Cuando se hacen hojas nuevas, esta ya no abre nada y se puede destruir.',
} as const satisfies Record<keyof typeof en, string>
