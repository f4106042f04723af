// Words in -o and in -a that are two words and not one in two genders, in Spanish or Portuguese: caso and casa.
const pairs =
  'banco/banca bando/banda barco/barca barro/barra bolso/bolsa brazo/braza caso/casa cargo/carga cero/cera copo/copa ' +
  'cuadro/cuadra cubo/cuba cuento/cuenta derecho/derecha dicho/dicha foco/foca fondo/fonda fruto/fruta gorro/gorra ' +
  'grado/grada libro/libra manto/manta marco/marca medio/media modo/moda moro/mora minuto/minuta palo/pala paso/pasa ' +
  'pato/pata pago/paga peso/pesa pito/pita plato/plata pozo/poza punto/punta puerto/puerta ramo/rama rato/rata ' +
  'resto/resta rezo/reza ruedo/rueda saco/saca seto/seta suelo/suela tormento/tormenta trato/trata velo/vela ' +
  'vino/vina sexo/sexa cama/camo pena/peno dama/damo obra/obro ayudo/ayuda causo/causa ' +
  'objeto/objeta partido/partida sentido/sentida comido/comida vido/vida contacto/contacta testigo/testiga ' +
  'bicho/bicha porto/porta prato/prata corto/corta'

export const masculineAndFeminine: ReadonlySet<string> = new Set(pairs.split(/[ /]/))
