import { introducers, leadIns, sentenceStarters, sometimesLast, timesOfDay } from '../abbreviations.ts'
import type { Tongue } from './tongue.ts'
import { wordList } from './word-list.ts'

/** What a point means after a word, before a capital letter. All words in lower case, with their point. */
export interface SentenceRules {
  /** Stand before a name or a noun and never end a sentence. */
  readonly leadIns: ReadonlySet<string>
  /** Stand before a number; before anything else they are ordinary words. */
  readonly introducers: ReadonlySet<string>
  /** Ends of compounds that stand before a number: "Hauptstr. 5". */
  readonly introducing?: RegExp
  /** May end a sentence; only a word that begins sentences tells. */
  readonly sometimesLast: ReadonlySet<string>
  /** Times of day, after which a time zone may follow. */
  readonly timesOfDay: ReadonlySet<string>
  /** Words that begin sentences and hardly ever stand with a capital inside one. */
  readonly starters: ReadonlySet<string>
  /** Abbreviations of several points with spaces between ("z. B."), as they stand before the end of what comes before. */
  readonly spaced?: RegExp
  /** Whether a number with a point counts ("3. Oktober", "Karl V."), unless a word that begins sentences follows. */
  readonly hasOrdinals: boolean
}

const none: ReadonlySet<string> = new Set()

const english: SentenceRules = {
  leadIns,
  introducers,
  sometimesLast,
  timesOfDay,
  starters: sentenceStarters,
  hasOrdinals: false,
}

const german: SentenceRules = {
  leadIns: wordList(`
    dr. prof. hr. fr. frl. dipl. dipl.-ing. ing. med. jur. phil. rer. nat. st. hl. geb. gest. gen. ltd. hrsg. bzw. ca. evtl. ggf. inkl.
    exkl. sog. vgl. zzgl. abzgl. bspw. insb. insbes. allg. bes. lt. nr. nrn. abs. kap. abb. aufl. ausg. tel. vs. resp. z. i. o.
    d. u. v. b. s. a. e. mr. mrs. mme. jg. verf. betr. einschl. ehem. stellv. gegr. östl. westl. nördl. südl. röm. kath. evang. ev. dt. engl. franz.
    österr. schweiz. europ. amerik.
  `),
  introducers: wordList(
    's. §. art. abs. nr. bd. kap. abb. jan. feb. febr. mär. apr. jun. jul. aug. sept. sep. okt. nov. dez.',
  ),
  introducing: /\p{L}str\.$/u,
  sometimesLast: wordList(`
    usw. u.s.w. etc. u.a. u.ä. o.ä. z.b. d.h. i.d.r. z.t. z.zt. s.o. s.u. u.u. v.a. n.chr. v.chr. a.d. a.m. h.c. e.v. e.g. mio. mrd. tsd. std. stdn.
    sek. jh. jhd. str. pl. hbf. co. inc. corp. jr. sr. u.s. max. min. jan. feb. febr. apr. jun. jul. aug. sept. sep. okt. nov. dez.
    ff. f. anm. uvm. bds. tgl. mtl. jährl. chr. ä. tägl.
  `),
  timesOfDay: none,
  starters: wordList(`
    der die das den dem des ein eine einer einem einen er sie es wir ich ihr man dies diese dieser dieses diesen diesem jene jener jetzt heute
    gestern morgen am im in an auf bei beim mit nach vor seit von vom zu zur zum für durch gegen ohne um und aber doch denn oder auch als wenn weil
    während nachdem obwohl da dort hier so dann nun nur noch schon wie was wer wo warum kein keine mehr viele alle beide zudem außerdem
    allerdings jedoch dennoch trotzdem deshalb daher damit dabei dazu darauf danach dafür darum sein seine ihre unser unsere bis über unter
    zwischen aus ob falls sobald erst zuletzt zuvor bereits inzwischen mittlerweile insgesamt rund etwa knapp laut wegen trotz statt neben
    einige andere weitere mehrere manche jeder jede jedes niemand nichts nicht immer ab künftig bislang bisher
  `),
  spaced:
    /(?:^|[\s(])(?:z\.\s(?:B|T|Zt)|u\.\s(?:a|ä|U|s\.\sw)|d\.\sh|i\.\sd\.\sR|o\.\s[äÄ]|v\.\s(?:a|Chr)|n\.\sChr|s\.\s[ou]|a\.\s[DM]|e\.\sV|h\.\sc)\.$/u,
  hasOrdinals: true,
}

const french: SentenceRules = {
  leadIns: wordList(`
    m. mm. mme. mmes. mlle. mlles. dr. drs. pr. prof. me. mgr. st. ste. gal. cdt. lt. adj. sgt. vs. cf. ca. env. av. bd. boul. fg. pl.
    ch. al. n. no. nos. p. pp. vol. t. éd. fig. tél. p.-d.g. j.-c. ex. c.-à-d. resp. dép. arr. ed. trad. dir.
  `),
  introducers: wordList(
    'n°. no. p. pp. art. vol. t. fig. janv. févr. avr. juil. sept. oct. nov. déc. chap. al.',
  ),
  sometimesLast: wordList(`
    etc. s.a. s.a.s. s.a.r.l. u.s. inc. co. corp. ltd. jr. sr. av.j.-c. apr.j.-c. janv. févr. avr. juil. sept. oct. nov. déc. min. sec. hab.
    a.m. p.m. e.u. o.n.u. r.d.c.
  `),
  timesOfDay: none,
  starters: wordList(`
    le la les l un une des du de ce cet cette ces il elle ils elles on nous vous je j c cela ça ceci celui celle ceux qui que quand quoi où comme
    comment pourquoi si mais ou et donc or ni car dans en à au aux par pour avec sans sous sur vers chez entre depuis dès pendant durant après avant
    selon malgré contre aussi ainsi alors puis ensuite enfin cependant pourtant toutefois néanmoins son sa ses leur leurs notre nos votre mon ma mes
    tout toute tous toutes plusieurs certains certaines chaque aucun aucune quelques beaucoup plus moins très trop hier aujourd demain lors lorsque
    puisque tandis parce afin parmi outre face d'après désormais déjà encore toujours jamais ici là même deux trois quatre
  `),
  hasOrdinals: false,
}

const spanish: SentenceRules = {
  leadIns: wordList(`
    sr. sra. srta. sres. sras. d. dª. dña. dr. dra. dres. prof. profa. ing. lic. arq. gral. cnel. cap. tte. sgto. cmdte. mons. fr. sto. sta. s. ud. vd. ee. ff.
    rr. jj. cc. art. arts. núm. núms. n. nº. pág. págs. p. cap. vol. t. fig. tel. tfno. av. avda. av. c. pza. ctra. vs. cf. aprox. a. ed. dir.
    pdte. excmo. excma. ilmo. ilma. rvdo. hnos.
  `),
  introducers: wordList(
    'núm. n.º. nº. no. art. pág. p. vol. cap. fig. ene. feb. mar. abr. may. jun. jul. ago. sept. sep. oct. nov. dic.',
  ),
  sometimesLast: wordList(`
    etc. uu. ee.uu. jj.oo. ff.aa. uds. vds. s.a. s.l. a.m. p.m. c.p. d.c. a.c. cía. inc. co. corp. ltd. jr. sr. ene. feb. abr. jun. jul. ago. sept. sep. oct.
    nov. dic. min. seg. hab. oo. aa. ccoo.
  `),
  timesOfDay: none,
  starters: wordList(`
    el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella él ella ellos ellas yo tú usted ustedes nosotros su sus mi
    mis nuestro nuestra se le les me nos te y e o u ni pero sino aunque porque pues que qué quien quién cuando cuándo como cómo donde dónde si en a al
    del de con sin por para sobre tras entre hasta desde hacia según durante mediante ante bajo contra además también tampoco así entonces luego después
    antes ahora hoy ayer mañana ya no sí muy más menos tan todo toda todos todas cada algún alguna algunos algunas ningún varios varias muchos muchas
    otro otra otros otras mientras sin aún todavía allí aquí ahí solo sólo dos tres cuatro hay ha han fue es son era
  `),
  hasOrdinals: false,
}

/** The rules of each language; languages that are not known are read by those of English. */
export const sentenceRules: Readonly<Record<Tongue, SentenceRules>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  other: english,
}
