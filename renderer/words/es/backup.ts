import type { backup as en } from '../en/backup.ts'

export const backup = {
  'backup.title': 'Copia de seguridad',
  'backup.says':
    'Una copia de seguridad es una segunda copia de todo el archivo, en una memoria USB o en otro disco. Está cerrada con llave como el archivo.',
  'backup.opens':
    'Se abre con la frase de paso y la llave de papel del día en que se hizo. Si las cambia después, las copias viejas se siguen abriendo con las viejas.',
  'backup.none':
    'Todavía no hay ninguna copia. Si este equipo se estropea o se lo quitan, se pierde todo lo que hay en el archivo.',
  'backup.last': 'Última copia',
  'backup.lastAt': '{when}, en {root}',
  'backup.tried': 'Probada por última vez',
  'backup.triedAt': '{when}. Se abrió y no faltaba ni un byte.',
  'backup.triedNever': 'Nunca. Solo de una copia que se probó se sabe que se abre.',
  'backup.workSince': 'Desde entonces se guardó algo en el archivo.',
  'backup.size': '{size, number} MB',

  'backup.make': 'Hacer una copia',
  'backup.where': 'Carpeta en una memoria USB o en otro disco',
  'backup.room':
    '{fits, plural, =0 {Quizá aquí no haya sitio. Hacen falta hasta {needed}, y hay {free} libres.} one {Aquí hay sitio para # copia. Hay {free} libres.} other {Aquí hay sitio para unas # copias. Hay {free} libres.}}',
  'backup.there': '{there, plural, =0 {} one {Ya hay # aquí.} other {Ya hay # aquí.}}',
  'backup.synced': 'Esta carpeta está dentro de {service}',
  'backup.syncedSays':
    '{service} la copia a otros equipos. Allí también está cerrada con llave. Pero {service} puede guardar copias viejas durante años, con lo que aquí se borre mientras tanto.',
  'backup.press': 'Hacer la copia ahora',
  'backup.copying': 'Copiando lo nuevo',
  'backup.readingBack': 'Leyéndolo todo otra vez',
  'backup.goOn': 'Mientras tanto puede seguir trabajando.',
  'backup.stopped': 'La copia se detuvo',
  'backup.stoppedSays':
    'Las copias de antes están como estaban. Lo que ya se copió se queda, y la próxima copia sigue desde ahí.',
  'backup.failed': 'No se hizo ninguna copia',
  'backup.failedSays': 'Las copias de antes están como estaban.',
  'backup.made': 'La copia está hecha',
  'backup.madeSays': 'Se leyó otra vez hasta el último byte. Tiene {bytes}, de los que {copied} eran nuevos.',
  'backup.nowThere': '{there, plural, one {En esta carpeta hay # copia.} other {En esta carpeta hay # copias.}}',
  'backup.fromMedium': 'Se leyó del propio soporte, no de la memoria de este equipo.',
  'backup.fromMemory':
    'Quizá este equipo contestó de memoria y no leyó el soporte. Para saberlo del todo, saque la memoria USB, vuelva a ponerla y pruebe la copia.',
  'backup.missing':
    '{missing, plural, one {# grabación no estaba aquí para copiarla. Compruebe el archivo más abajo.} other {# grabaciones no estaban aquí para copiarlas. Compruebe el archivo más abajo.}}',
  'backup.again': 'Hacer otra',
  'backup.keep': 'Cuántas copias se quedan en una carpeta',
  'backup.keepNote': 'La más vieja se va solo después de leer otra vez la nueva.',
  'backup.remind': 'Decirlo en el estante cuando no hubo ninguna copia',
  'backup.remind.never': 'Nunca',
  'backup.remind.days': '{days, plural, one {durante un día} other {durante # días}}',

  'backup.try': 'Probar una copia',
  'backup.trySays':
    'Se abre como en un equipo nuevo, con lo que usted escriba, y se lee hasta el último byte. Aquí no cambia nada.',
  'backup.from': 'Carpeta con las copias',
  'backup.look': 'Buscar copias',
  'backup.which': '¿Qué copia?',
  'backup.of': '{when}',
  'backup.unreadable':
    '{count, plural, one {Hay # más que no se puede leer.} other {Hay # más que no se pueden leer.}}',
  'backup.opensWith': '¿Con qué se abre?',
  'backup.passphrase': 'La frase de paso del día en que se hizo',
  'backup.tryPress': 'Probarla',
  'backup.reading': 'Leyendo hasta el último byte',
  'backup.opening': 'Abriéndola',
  'backup.whole': 'La copia se abre y todo lo que tiene está entero',
  'backup.wholeSays':
    '{stories, plural, one {# relato} other {# relatos}} y {recordings, plural, one {# archivo de sonido o de prueba} other {# archivos de sonido o de prueba}}, hecha el {when}.',
  'backup.damaged': 'Algo de esta copia está dañado',
  'backup.damagedSays': 'Haga una copia nueva, en otra memoria. Guarde esta hasta que haya probado la nueva.',
  'backup.tryFailed': 'La copia no se probó',
  'backup.file.database':
    'El archivo principal está dañado. Esta copia no se puede recuperar. Quizá una más vieja esté entera.',
  'backup.file.recording':
    '{missing, select, yes {Falta la grabación {sitting, number} de «{title}».} other {La grabación {sitting, number} de «{title}» está dañada.}}',
  'backup.file.evidence':
    '{missing, select, yes {Falta un papel o un sonido que muestra lo que se decidió en «{title}».} other {Está dañado un papel o un sonido que muestra lo que se decidió en «{title}».}}',
  'backup.file.prepared': 'Sonido de «{title}» que se preparó para entregar. Se puede hacer otra vez.',
  'backup.file.other':
    '{missing, select, yes {Falta algo que ya no es de ningún relato.} other {Está dañado algo que ya no es de ningún relato.}}',

  'backup.restore.have': 'Tengo una copia de seguridad',
  'backup.restore': 'Recuperar un archivo de una copia',
  'backup.restoreSays':
    'Ponga la memoria USB y elija la carpeta con las copias. Todo se compara por el camino, y la copia queda como está.',
  'backup.restore.into': 'Dónde estará el archivo en este equipo',
  'backup.restore.press': 'Recuperarlo',
  'backup.restore.copying': 'Recuperando y comparando hasta el último byte',
  'backup.restore.done': 'El archivo está aquí otra vez',
  'backup.restore.doneSays': 'Está como estaba el {when}.',
  'backup.restore.damaged': 'Casi todo está aquí otra vez. Esto no está entero:',
  'backup.restore.damagedSays':
    'Lo que se pueda leer de una grabación dañada se puede salvar: abra el archivo, luego Ajustes, luego Reparar. Si tiene otra copia, quizá las tenga enteras.',
  'backup.restore.newerUnread':
    'Hay una copia más nueva que no se abre con esto. Lo que se borró después del {when} puede estar otra vez en este archivo. Mírelo entero antes de enseñárselo a nadie.',
  'backup.restore.open': 'Abrir el archivo',
  'backup.restore.stopped': 'No se recuperó nada',
  'backup.restore.stoppedSays': 'La carpeta de este equipo está vacía como antes.',
  'backup.restore.back': 'Volver',

  'backup.due': 'Hace tiempo que no hay copia de seguridad, y hay trabajo nuevo.',
  'backup.dueNever': 'Todavía no hay copia de seguridad, y hay trabajo que se perdería.',
  'backup.due.go': 'Hacer una copia',
  'backup.due.later': 'Esta semana no',

  'travel.title': 'Viaje',
  'travel.says':
    'Antes de una frontera, o de una noche en un lugar que no es suyo, el archivo puede salir de este equipo. Se queda en una memoria USB que está en otra parte, y usted lo recupera después.',
  'travel.begin': 'Quitar el archivo de este equipo',
  'travel.not': 'Dejarlo aquí',
  'travel.step1': '1. Haga una copia',
  'travel.step1Says': 'En una memoria USB que no viaje con este equipo.',
  'travel.step2': '2. Saque la memoria, vuelva a ponerla y pruebe la copia',
  'travel.step2Says':
    'Escriba lo que la abre, como tendrá que hacer a la vuelta. Si ahora no puede abrirla, entonces tampoco podrá.',
  'travel.step3': '3. Quite el archivo de este equipo',
  'travel.step3Says':
    'Se escribe encima de las llaves y se quitan los ficheros. Después, la memoria USB es el único lugar donde está el archivo.',
  'travel.flash':
    'El disco de casi todos los equipos conserva un tiempo trozos de lo que se quitó, donde solo los encuentra un laboratorio. Están cerrados, y las llaves ya no están donde estaban. También puede quedar un trozo de las llaves viejas: solo se abre con su frase de paso o su llave de papel. Por eso elija una frase de paso fuerte, y que nadie tenga el papel.',
  'travel.door':
    'Firsthand se queda. No dice nada de un archivo. Lo demás que haya en este equipo, como una lista de programas usados, no cambia.',
  'travel.press': 'Quitarlo ahora',
  'travel.comparing': 'Comparando una vez más',
  'travel.failed': 'El archivo sigue aquí',
  'travel.needsStep': 'Esto viene después del paso anterior.',

  'repair.title': 'Reparar',
  'repair.says':
    'Hace de nuevo lo que se puede hacer de nuevo, salva lo que aún se lee de una grabación dañada y no borra nada. Si puede, haga antes una copia de seguridad.',
  'repair.press': 'Reparar lo que se pueda',
  'repair.looking': 'Mirándolo todo',
  'repair.saving': 'Salvando lo que se lee',
  'repair.stopped': 'La reparación se detuvo',
  'repair.stoppedSays': 'Lo que ya se reparó queda reparado. No se borró nada.',
  'repair.failed': 'La reparación no pudo seguir',
  'repair.done': 'Lo que se hizo',
  'repair.did.searchRebuilt':
    '{count, plural, one {# pasaje se encuentra otra vez por sus palabras.} other {Las palabras de # pasajes se pueden encontrar de nuevo.}}',
  'repair.did.peaksForgotten':
    '{count, plural, one {# dibujo del sonido se hace otra vez.} other {# dibujos del sonido se hacen otra vez.}}',
  'repair.did.strayPutAside':
    '{count, plural, one {# fichero que no es de nada se puso aparte, en {aside}. Mírelo y decida.} other {# ficheros que no son de nada se pusieron aparte, en {aside}. Mírelos y decida.}}',
  'repair.did.savedAsOwn':
    '{count, plural, one {Lo que se lee de # grabación se guardó como grabación propia.} other {Lo que se lee de # grabaciones se guardó como grabaciones propias.}}',
  'repair.did.nothingReadable':
    '{count, plural, one {De # grabación no se lee nada.} other {De # grabaciones no se lee nada.}}',
  'repair.did.stillMissing':
    '{count, plural, one {Falta # fichero. Quizá esté en una copia de seguridad.} other {Faltan # ficheros. Quizá estén en una copia de seguridad.}}',
  'repair.named': 'Lo que está dañado o falta',
  'repair.lost': '{title} No se leen {lost} de ella.',
  'repair.nothing': 'No hizo falta reparar nada más.',

  'report.save': 'Guardar un informe',
  'report.says':
    'Como texto en una carpeta nueva. No nombra ningún relato ni a ninguna persona, para poder enseñárselo a quien ayude.',
  'report.folder': 'Informe',
  'report.press': 'Guardar el informe',
  'report.saved': 'El informe está guardado',
  'report.notSaved': 'El informe no se guardó',
  'report.head': 'Firsthand {version}, {when}',
  'report.recording': 'Una grabación está dañada o falta.',
} as const satisfies Record<keyof typeof en, string>
