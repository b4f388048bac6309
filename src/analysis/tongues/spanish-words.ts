/** Spanish function words, which are never stemmed. */
export const spanishFunctionWords = `
  a acá además ahí ahora al algo alguien algún alguna algunas alguno algunos allá allí ambas ambos ante antes apenas aquel aquella
  aquellas aquello aquellos aquí así aún aun aunque bajo bastante bien cabe cada casi cierta ciertas cierto ciertos como cómo con conmigo
  conseguir contra cual cuál cuales cuáles cualquier cualquiera cuando cuándo cuanta cuantas cuanto cuánto cuantos cuya cuyas cuyo cuyos de
  debe deben debido del demás dentro desde después donde dónde dos durante e el él ella ellas ello ellos en entonces entre era eran eras
  es esa esas ese eso esos esta ésta está estaba estaban estado están estar estará estas este éste esto estos estoy estuvo fue fueron
  fuera fueran ha había habían habrá habría hace hacen hacer hacia haber han hasta hay haya hayan he hemos hizo hubo igual incluso
  la las le les lo los luego más mas me mediante menos mi mí mientras mis misma mismas mismo mismos mucha muchas mucho muchos muy
  nada nadie ni ningún ninguna ninguno no nos nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para pero
  poca pocas poco pocos podemos poder podrá podrán podría podrían por porque pronto puede pueden puedo pues que qué quien quién quienes
  quizá quizás se sea sean según ser será serán sería serían si sí sido siempre siendo sin sino sobre sois solamente solo sólo somos
  son soy su sus suya suyas suyo suyos tal tales también tampoco tan tanta tantas tanto tantos te tendrá tendrán tenemos tener tenía
  tenían ti tiene tienen toda todas todavía todo todos tras través tu tú tus tuvo u un una unas uno unos usted ustedes va van vez
  y ya yo
`

/** Spanish words of reporting, counting and time, and what stands in any news. */
export const spanishNewsWords = `
  actual actualmente adelante afirmó afirma afirmado agregó ahora alrededor anterior anteriores añadió añade año años anunció anuncia
  anunciado apuntó aseguró asegura aseguran asimismo ayer breve buen buena buenas bueno buenos cambio cerca cien ciento cientos cinco
  claro comentó comenzó conocer considera consideró contar creo cuarto cuatro cuenta da dado dan dar decir declaró declaró dejar dejó
  destacó detrás día días diferente diferentes dice dicen dicho dichos dichas dicha diez dieron dio dijeron dijo domingo doce efecto ejemplo
  embargo encima encuentra encuentran enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  entregar época estima euro euros existe existen explicó explica expresó final finalmente forma frente general gran grande grandes
  grupo hablar haciendo hecho hora horas hoy importante indicó informó informa junto largo lado llegar llegó lleva llevar lugar lunes
  manera mañana martes mayor mayores medio mejor mejores menor menores mes meses miércoles mil miles millón millones minutos
  modo momento mostró mundo necesario necesidad noche nueva nuevas nuevo nuevos nueve ocho parece partir parte partes pasada pasadas pasado pasados
  peor pesar pidió porciento posible precisó primer primera primeras primero primeros principal principalmente propia propias propio
  propios próxima próximas próximo próximos punto quedó queda quiere quieren realizar realizado realizó recordó reconoció respecto
  sábado sabe saber salvo segunda segundo seis semana semanas señaló señala siete siguiente siguientes sostuvo subrayó sigue siguen supuesto
  tarde temprano tercer tercera tercero tiempo todavía total trata través tres último última últimas últimos va varias varios veces
  veinte ver verdad viernes vieron jueves sra sr don doña d efe prevé previsto espera esperan permite permitirá advirtió
  insistió lamentó manifestó cuestión debería deberían situación zona incluye tipo principio principios entorno actualidad
`
