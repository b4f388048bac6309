import type { Dangling } from './dangling.ts'
import { wordList } from './word-list.ts'

/** Third persons, possessives and demonstratives: whom they mean stands before. */
const pointers = wordList(`
  er sie es ihn ihm ihnen sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres dieser diese dieses diesem diesen jener jene jenes
  jenem jenen derselbe dieselbe dasselbe ersterer letzterer letztere letzteres erstere ersteres solche solcher solches solchen dessen deren denen
`)

const connectives = wordList(`
  aber doch denn und oder jedoch dennoch trotzdem allerdings außerdem zudem ferner deshalb deswegen daher darum somit folglich dagegen hingegen
  stattdessen vielmehr dabei dafür danach davor dazu daran darauf daraus darin darunter darüber davon dadurch daneben demnach demzufolge hinzu hierzu
  hierfür hierbei dort hier dann zuvor anschließend schließlich gleichzeitig zugleich ebenso ebenfalls immerhin indes indessen unterdessen
  sonst nun auch beide beides überdies gleichwohl nichtsdestotrotz mithin übrigens währenddessen seitdem seither später
  daraufhin also ansonsten andererseits einerseits derweil
`)

/** "Der sagte …", "Das ist …": an article would have a noun after it. */
const pronounBeforeVerb =
  /^(?:der|die|das|dem|den) (?:ist|sei|war|wäre|sind|seien|waren|hat|habe|haben|hatte|hatten|hätte|wird|werde|werden|würde|wurde|wurden|soll|solle|sollen|sollte|sollten|kann|könne|können|konnte|könnte|muss|müsse|müssen|musste|will|wolle|wollen|wollte|dürfte|geht|gehe|ging|bedeutet|bedeute|zeigt|zeige|zeigte|gilt|gelte|galt|macht|mache|machte|sagte|sagten|teilte|teilten|berichtete|berichteten|heißt|heiße|hieß|bestätigte|reicht|reiche|liegt|liege|lag|kommt|kam|gibt|führte|führt|erklärte|erklärten|betrifft|steht|stand|reagierte|forderte|geschah|entspricht|gehört)(?![\p{L}])/u

const phrase =
  /^(?:so (?!viele?\b|wenige?\b|hoch\b|groß\b|lange\b|weit\b|gut\b)|zum (?:beispiel|einen|anderen)\b|unter anderem\b|im gegensatz dazu\b|aus diesem grund|auf der anderen seite\b|im gegenzug\b|in der folge\b|in der tat\b|mit anderen worten\b|nicht nur das\b|mehr noch\b|kurz (?:darauf|danach|zuvor)\b|wenig später\b|erst (?:dann|danach|dadurch)\b|auch (?:er|sie|das|dies)\b|nur (?:er|sie|so|dann)\b|die (?:beiden|anderen|übrigen)\b|der andere\b|einer (?:von ihnen|davon)\b|(?:einige|viele|manche|alle|keiner|mehrere) (?:von ihnen|davon)\b)/u

const preposition =
  /^(?:in|an|auf|bei|mit|nach|vor|seit|von|zu|für|durch|gegen|ohne|um|aus|wegen|trotz|während|über|unter|neben|laut) (?:dies|jen)\p{L}+ ?(\p{L}*)|^(?:mit|für|nach|von|zu|bei|gegen|ohne|laut|neben|an|auf|über) (?:ihm|ihr|ihnen|ihn|sie|denen|dem|dessen|deren) (?!\p{Lu})/u

/** "In diesem Jahr" points at the calendar. */
const calendar = wordList(
  'jahr jahres jahre monat monats woche wochen sommer herbst winter frühling frühjahr wochenende montag dienstag mittwoch donnerstag freitag samstag sonntag tag tage tagen morgen abend jahrhundert jahrzehnt saison',
)

/** How German sentences point back. */
export const germanDangling: Dangling = {
  pointers,
  connectives,
  calendar,
  phrases: [pronounBeforeVerb, phrase],
  preposition,
  completed:
    /^(?:hier(?:zulande)|dort,? wo|dann,? wenn|auch wenn|auch nach|es (?:gibt|gab|wird|geht um) |denn wenn)\b/u,
  namelessReporter:
    /[“"»«],? (?:sagte|sagt|erklärte|betonte|meinte|fügte|ergänzte|schrieb|teilte|kritisierte|forderte|warnte|so|hieß)\s(?:er|sie|es)(?!\p{L})|^[„"»«][^„“"»«]*[“"»«],? (?:hieß es|heißt es)/u,
}
