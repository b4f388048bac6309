/** German words that say nothing about a text's subject: function words first, as they are never stemmed. */
export const germanFunctionWords = `
  aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus bei beim bin bis bist
  da dabei dadurch dafür dagegen daher dahin damals damit danach daneben dann daran darauf daraus darf darin darüber darum
  darunter das dass davon davor dazu dein deine dem demnach den denen denn der deren derer des deshalb dessen desto deswegen
  dich die dies diese dieselbe diesem diesen dieser dieses dir doch dort drin du durch durfte dürfen dürfte dürften eben
  ebenfalls ebenso ehe eher ein eine einem einen einer eines einige einigem einigen einiger einiges einmal er es etwa etwas
  euch euer eure falls fast für gar gegen gegenüber gehabt gewesen geworden gleich hab habe haben hast hat hatte hatten hätte
  hätten her hier hin hinein hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins inzwischen
  irgend ist ja je jede jedem jeden jeder jedes jedoch jemand jene jenem jenen jener jenes jetzt kann kannst kaum kein keine
  keinem keinen keiner keines konnte konnten könne können könnte könnten lang lange man manche manchem manchen mancher
  manches mehr mehrere mehreren mein meine meinem meinen meiner meist mich mir mit mittels möchte möchten mögen musste mussten
  muss müsse müssen müsste müssten nach nachdem nämlich neben nein nicht nichts nie niemand noch nun nur ob obwohl oder oft
  ohne pro schon sehr sei seien sein seine seinem seinen seiner seines seit seitdem selbst sich sie sind so sobald sodass
  sofern sogar solange solch solche solchem solchen solcher solches soll solle sollen sollte sollten somit sondern sonst
  soweit sowie sowohl statt stattdessen trotz trotzdem über überhaupt um und uns unser unsere unserem unseren unserer unter
  viel viele vielen vieler vom von vor wann war waren wäre wären warum was weder wegen weil weit weitere weiteren weiterer
  weiteres weiterhin welche welchem welchen welcher welches wem wen wenig wenige weniger wenn wer werde werden weshalb wie
  wieder wieso will wir wird wo wobei wodurch wofür wohl wolle wollen wollte wollten womit worden wurde wurden würde würden
  zu zudem zum zumindest zunächst zur zusammen zwar zwischen
`

/** German's words of reporting, counting and time, and what stands in any news. */
export const germanNewsWords = `
  ab allein allerdings anders anfang angaben angekündigt anschließend außer außerdem außerhalb bald beide beiden beispiel bekannt
  bereits bericht besonders besser bestätigt bestätigte beträgt bezug bisher bisherige bisherigen bleibt blieb brachte bringt dabei darauf
  demzufolge deutlich drei dritte dritten eigene eigenen eigentlich einzelne ende endlich entsprechend ergänzte erklärt erklärte erneut
  erst erste ersten erster erstes fest findet folge folgen folgende folgenden fünf ganz ganze ganzen gab gebe geben gegeben gegenwärtig
  geht gehen gemacht gemeinsam genau genug gerade gesagt gestern gewiss gibt gilt ging große großen großer großes gut gute guten hält
  halten heißt heute heutige hieß hingegen hinaus hinzu hoch hohe hohen höher indes indessen infolge innerhalb insgesamt jahr jahre
  jahren jahres jährlich jeweils jüngst klar kam kamen kommen kommt könne kurz kündigte lassen laut lässt letzte letzten letzter
  liegt liege lediglich ließ machen macht machte mal meine meinte meisten million millionen milliarde milliarden minute minuten
  mitte mittlerweile mitteilte mitgeteilt möglich möglicherweise monat monate monaten morgen muss nahe nahezu neu neue neuem neuen
  neuer neues neun nimmt nächste nächsten ort paar prozent rund sagen sagt sagte sagten schließlich schnell sechs sehen seiten
  seither selber sicher sieben sieht sogenannte sogenannten sonntag stehen steht stelle stellen stand stark stets stunde stunden
  tag tage tagen tages täglich tausend teil teilte teils tun überall unterdessen ursprünglich vergangene vergangenen verschiedene viermal vier
  vielleicht völlig voll vorher vorige vorigen während wahrscheinlich wegen weise weiß wenigstens weiter wieder wirklich wissen
  wissend woche wochen worauf worüber wort worte zehn zeit zeigt zeigte zuerst zufolge zuletzt zurück zuvor zwei zweite zweiten zwölf
  euro uhr montag dienstag mittwoch donnerstag freitag samstag sonnabend wochenende januar februar märz april mai juni juli august
  september oktober november dezember herr frau dpa afp
  betonte berichtete berichten berichtet forderte fordert warnte warnt nannte sprach spricht äußerte hob fügte hinzugefügt wies
  rechnet rechne erwartet erwartete geplant plant plane gegenwart künftig künftigen früher frühere früheren später spätestens
  bestehen besteht gehört gehören führt führte führen kosten soll sollen eins hundert
  damaligen danach dort dorthin drauf dran eigens einst erstmals etliche freilich gleichzeitig großteil immerhin
  jedenfalls keineswegs letztlich meistens nachher neulich niemals nirgends rechtzeitig seinerzeit soeben sofort übrigens
  unbedingt ungefähr ungeachtet vielmehr vorerst vormals wann weiterhin zeitweise ziemlich zugleich zusätzlich zumal
`
