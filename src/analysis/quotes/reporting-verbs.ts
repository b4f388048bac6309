/** Verbs of one group govern their clauses alike, so that the models learn rare ones from common ones. */
export type VerbGroup =
  | 'say'
  | 'tell'
  | 'write'
  | 'ask'
  | 'shout'
  | 'name'
  | 'judge'
  | 'promise'
  | 'think'
  | 'show'
  | 'other'
  | 'according'

/** Verbs that report what somebody said, wrote or thought, in their base forms. */
const lemmas: readonly (readonly [group: VerbGroup, lemmas: string])[] = [
  [
    'say',
    `acknowledge add admit affirm agree allege announce answer argue assert attest aver avow bemoan boast
    brag caution chime claim clarify comment complain concede conclude concur confess confirm conjecture
    contend continue counter crack deadpan declare disagree disclose divulge elaborate emphasise emphasize
    enthuse estimate exclaim explain forecast foresee fret fume gripe grumble gush highlight hint
    hypothesise hypothesize imply indicate insist interject jest joke lament maintain mention muse note
    object observe offer opine point ponder predict proclaim protest quip reaffirm reason recall recount
    reiterate rejoin relate remark report respond retort reveal say signal specify speculate state stipulate
    stress suggest summarise summarize swear testify theorise theorize underline underscore venture verify
    volunteer vow warn`,
  ],
  [
    'tell',
    `admonish advise ask assure beg brief congratulate convince email encourage exhort implore inform
    instruct lecture notify persuade phone press prompt reassure remind tell text thank urge`,
  ],
  [
    'write',
    `blog broadcast chronicle cite detail document narrate outline paraphrase pen post publish quote read
    retweet title translate tweet type write`,
  ],
  ['ask', `demand inquire puzzle query question request wonder`],
  [
    'shout',
    `bark bellow blare chant chuckle crow cry groan growl holler howl intone laugh moan mouth mumble murmur
    mutter nod rail rant rave roar scoff scream shout shriek shrug sigh snap snarl sneer sound stammer utter
    voice wail whisper yell`,
  ],
  [
    'name',
    `brand call cast characterise characterize compare consider deem depict describe dub equate hail identify
    label liken name nickname paint portray pronounce rank rate refer see tag term tout view`,
  ],
  [
    'judge',
    `accuse applaud assail attack back bash belittle berate blame blast celebrate challenge champion charge
    chastise chide commend compliment condemn credit criticise criticize decry defend denigrate denounce
    deny deplore deride disavow dismiss disparage dispute endorse excoriate fault favor hit insult inveigh
    knock lambast lambaste lash laud mock oppose pan pooh-pooh praise rebuff rebuke rebut refute reject
    reprimand ridicule rip savage scold scorn skewer slam smear support swipe taunt tease trash trumpet
    vilify welcome`,
  ],
  [
    'promise',
    `advocate appeal commit dare guarantee invite order plead pledge promise propose push recommend threaten
    wager`,
  ],
  [
    'think',
    `anticipate appreciate assume believe decide determine discover doubt envision expect fear feel figure
    find guess hope imagine judge know learn mean presume realize reckon regret remember sense suppose
    surmise suspect think understand want wish worry`,
  ],
  ['show', `demonstrate illustrate project prove reflect show`],
  [
    'other',
    `accentuate accept address allow allude apologise apologize articulate assess attribute author bristle
    clamor coin confide contradict counsel declaim decline decree deliver demur diagnose dictate discuss
    drawl echo enumerate expound express fire forewarn gloat grant hear impart insinuate introduce invoke
    jibe leak lie list lobby marvel mischaracterize misstate notice oversell overstate parrot peg pitch plug
    pray preach prescribe profess proffer recite relay release rule second share shoot simplify slur speak
    spout stutter submit summon sympathise sympathize talk tar vent vouch warble weigh whine`,
  ],
]

const irregular: readonly (readonly [lemma: string, past: string, participle?: string])[] = [
  ['say', 'said'],
  ['tell', 'told'],
  ['write', 'wrote', 'written'],
  ['speak', 'spoke', 'spoken'],
  ['think', 'thought'],
  ['swear', 'swore', 'sworn'],
  ['mean', 'meant'],
  ['know', 'knew', 'known'],
  ['feel', 'felt'],
  ['find', 'found'],
  ['hear', 'heard'],
  ['hit', 'hit'],
  ['see', 'saw', 'seen'],
  ['show', 'showed', 'shown'],
  ['shoot', 'shot'],
  ['foresee', 'foresaw', 'foreseen'],
  ['understand', 'understood'],
  ['overstate', 'overstated'],
  ['cry', 'cried'],
  ['read', 'read'],
  ['cast', 'cast'],
]

/** What a form of a reporting verb is: "said" is the past of "say". */
export interface ReportingForm {
  readonly lemma: string
  readonly group: VerbGroup
  readonly form: 'base' | 'third' | 'past' | 'participle' | 'gerund'
}

const doubling = new Set(
  'commit regret beg brag chat demur knock plug quip pan peg rebut refer rip slam slur snap stipulate tag tar nod'.split(
    ' ',
  ),
)
const forms: ReadonlyMap<string, ReportingForm> = allForms()

/** Tells which reporting verb a lower-case word is a form of; undefined for all other words. */
export function reportingForm(lower: string): ReportingForm | undefined {
  return forms.get(lower)
}

function allForms(): ReadonlyMap<string, ReportingForm> {
  const known = new Map<string, ReportingForm>()
  const special = new Map(
    irregular.map(([lemma, past, participle]) => [lemma, [past, participle ?? past] as const]),
  )
  for (const [group, list] of lemmas) {
    for (const lemma of list.split(/\s+/)) {
      const [past, participle] = special.get(lemma) ?? [withEnding(lemma, 'ed'), withEnding(lemma, 'ed')]
      known.set(withEnding(lemma, 'ing'), { lemma, group, form: 'gerund' })
      known.set(withEnding(lemma, 's'), { lemma, group, form: 'third' })
      known.set(participle, { lemma, group, form: 'participle' })
      known.set(past, { lemma, group, form: 'past' })
      if (lemma !== past) known.set(lemma, { lemma, group, form: 'base' })
    }
  }
  return known
}

function withEnding(lemma: string, ending: 'ed' | 'ing' | 's'): string {
  const last = lemma.slice(-1)
  const vowelBefore = 'aeiou'.includes(lemma.slice(-2, -1))
  if (ending === 's') {
    if (last === 'y' && !vowelBefore) return `${lemma.slice(0, -1)}ies`
    return /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
  }
  if (doubling.has(lemma)) return lemma + last + ending
  if (last === 'e')
    return ending === 'ing' && lemma !== 'see'
      ? `${lemma.slice(0, -1)}ing`
      : lemma + ending.slice(ending === 'ed' ? 1 : 0)
  if (last === 'y' && !vowelBefore && ending === 'ed') return `${lemma.slice(0, -1)}ied`
  return lemma + ending
}
