import { wordList } from './tongues/word-list.ts'

/** Abbreviations with their point, in lower case, by what the point means before a capital letter. */

/** Stand before a name and never end a sentence: "Sen. Marco Rubio". */
export const leadIns = wordList(`
  mr. mrs. ms. mx. dr. prof. sen. sens. rep. reps. gov. govs. gen. col. maj. capt. cmdr. cpl. sgt. lt. adm. pvt.
  pres. supt. det. insp. rev. fr. hon. messrs. mme. mlle. st. ste. mt. ft. amb. atty. asst. assoc. dir. insp.
  pfc. spc. brig. msgr. sr. sra. vs. v. viz. cf. e.g. i.e. eg. ie. ca. c. approx. esp. incl. al-. op. ed. eds. trans.
`)

/** Stand before a number: "No. 10", "Fig. 3", "p. 7". Before anything else they are ordinary words. */
export const introducers = wordList(`
  no. nos. nr. fig. figs. p. pp. vol. vols. ch. chap. art. sec. sect. par. eq. eqs. ref. refs. tab. cf. ca. c. s. §.
  jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. approx. est. ver. v. op. r. u. div. ext. tel. pt. ed. b. d. fl.
`)

/** May end a sentence; before a capital they usually do not: "U.S. Senator", "Acme Inc. Chairman", "Main St. Bridge". */
export const sometimesLast = wordList(`
  u.s. u.k. u.n. e.u. u.s.a. d.c. l.a. n.y. n.j. u.s.s.r. u.a.e. n.c. s.c. n.d. s.d. n.h. n.m. r.i. w.va. b.c. a.d. ph.d. m.d.
  b.a. m.a. j.d. r.n. jr. sr. inc. corp. co. cos. ltd. llc. plc. bros. assn. dept. univ. u. inst. gmbh. s.a. n.v. l.p. l.l.c.
  ave. blvd. rd. st. hwy. ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich.
  minn. miss. mo. mont. neb. nev. okla. ore. pa. tenn. tex. vt. va. wash. wis. wyo.
  jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. al. cal. lb. lbs. oz. ft. sq. min. max. ed.
`)

/** End a sentence before a capital, unless a time zone or a weekday follows: "at 9 a.m. The", "at 9 a.m. ET". */
export const timesOfDay = wordList('a.m. p.m.')

/** What may follow a time of day within the sentence. */
export const afterTimes = wordList(`
  et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist jst aest eastern central pacific mountain local
  monday tuesday wednesday thursday friday saturday sunday on and to
`)

/**
 * Words that begin a sentence and hardly ever stand with a capital inside one: after an abbreviation that can go
 * either way they decide for an end.
 */
export const sentenceStarters = wordList(`
  the a an he she it they we you i this that these those his her its their our my your there here but and or so
  yet nor for if when while although though because since after before as at in on by from with without under over
  during until unless once what who whose which where why how however meanwhile moreover furthermore also still
  then now one some many most all both each every several few another other others no not only even just despite
  according among instead although thus therefore today yesterday tomorrow last next first second later earlier
  is are was were do does did has have had can could will would should may might must let to of about
`)
