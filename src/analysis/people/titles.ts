import { wordList } from '../tongues/word-list.ts'

/** Honorifics and offices that stand right before a name, lower case, with or without a full stop. */
export const titles = wordList(`
  mr mrs ms miss mx dr sir dame lord lady sen sens senator rep reps representative gov governor president premier
  chancellor minister secretary mayor gen general col colonel lt lieutenant capt captain maj major sgt sergeant
  cmdr commander adm admiral officer detective inspector constable sheriff judge justice prof professor chairman
  chairwoman chair chairperson speaker director executive ceo cfo coo editor spokesman spokeswoman spokesperson
  candidate nominee leader ambassador attorney solicitor congressman congresswoman councilman councilwoman
  councillor councilor alderman commissioner king queen prince princess pope cardinal archbishop bishop rev
  reverend father sister brother imam rabbi sheikh coach manager envoy counsel strategist adviser advisor
  comptroller treasurer superintendent delegate assemblyman assemblywoman pastor deputy chief vice first ex-president
  senators representatives reps govs governors presidents ministers justices sheriffs mayors ex-gov
  rival frontrunner front-runner challenger incumbent economist analyst pollster surrogate billionaire businesswoman columnist reporter correspondent host anchor author actor actress singer activist businessman
  professor editor-in-chief vice-president mp mep dean provost undersecretary whip
`)

/** Words that may be part of a title beside its noun: "Prime Minister", "Attorney General", "House Speaker". */
export const titleModifiers = wordList(`
  prime foreign interior defense defence finance attorney general vice deputy acting interim former ex- house senate
  majority minority state district county city chief executive lieutenant assistant associate senior junior supreme
  court press communications campaign national secretary secretaries treasury health education energy labor justice
  homeland security republican republicans democrat democratic democrats gop libertarian labour conservative tory
  green party independent american british russian chinese ukrainian french german israeli iranian turkish indian
  japanese canadian mexican polish italian spanish saudi syrian iraqi afghan european korean pakistani australian
  presidential congressional white kremlin pentagon fbi cia nato un eu dnc rnc ceo co-founder founder
`)

/** Honorifics and kinship words that tell a gender: words of men. */
export const maleWords = wordList(`
  mr sir lord king prince pope father brother husband son uncle grandfather nephew congressman chairman spokesman
  councilman assemblyman businessman actor alderman gentleman man boy widower stepfather grandson fisherman
  landlord waiter emperor duke monk groom headmaster
`)

/** Words of women. */
export const femaleWords = wordList(`
  mrs ms miss dame lady queen princess mother sister wife daughter aunt grandmother niece congresswoman chairwoman
  spokeswoman councilwoman assemblywoman businesswoman actress woman girl widow stepmother granddaughter mme
  landlady waitress hostess countess duchess empress heiress nun bride midwife ballerina goddess headmistress
`)
