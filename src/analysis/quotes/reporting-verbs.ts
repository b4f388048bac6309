/** Verbs that report what somebody said, wrote or thought, in their base forms. */
const lemmas = `
accept accuse acknowledge add address admit admonish advise advocate affirm agree allege allow announce answer apologize
appeal applaud appreciate argue articulate ask assail assert assess assume assure attack attest attribute author aver avow
back bash beg believe bemoan berate blame blast boast brag brand bristle broadcast call caution celebrate challenge
champion characterize charge chastise chide chime cite claim clarify comment commend compare complain concede conclude
concur condemn confess confide confirm congratulate consider contend continue contradict convince counsel counter credit
criticize crow cry dare decide declare decline decree decry deem defend demand demur denounce deny deplore deride
describe detail determine disagree disavow disclose discover discuss dismiss disparage dispute disclose document doubt
dub echo elaborate email emphasize encourage endorse estimate exclaim exhort expect explain expound express fear feel
figure find fire forecast foresee fret fume grant gripe groan grumble guarantee guess hail hear highlight hint hope howl
hypothesize imagine implore imply indicate inform inquire insinuate insist instruct interject introduce intone invite
invoke joke judge jest jibe know label lambast lambaste lament laud laugh learn lecture lie lobby maintain marvel mean
mention mock moan mouth mumble murmur muse mutter name narrate nickname note notice notify object observe offer opine
oppose order outline paint paraphrase pen persuade phone plead pledge point ponder portray post pray predict preach
presume proclaim profess project promise propose protest prove publish push query question quip quote rail rant rate rave
reaffirm reason reassure rebuff rebuke rebut recall reckon recite recommend recount refer reflect refute reiterate reject
rejoin relate relay release remark remember remind report reprimand request respond retort retweet reveal rip roar rule
say scoff scold scream see sense share shout show shrug sigh signal simplify slam slur snap snarl sneer speak specify
speculate state stipulate stress submit suggest summarize summon support suppose surmise suspect swear sympathize talk
taunt tease tell term testify text thank theorize think threaten tout trash trumpet tweet type understand underline
underscore urge utter vent verify vilify voice volunteer vow wager want warn weigh welcome whine whisper wish wonder
worry write yell accentuate allude answer assail attribute belittle bellow blare chant chuckle chronicle clamor coin
compliment conjecture criticise characterise apologise emphasise summarise sympathise theorise hypothesise crack deadpan
declaim deliver demonstrate denigrate diagnose dictate divulge drawl enthuse enumerate envision equate excoriate fault
favor forewarn gloat gush hit holler hypothesize identify illustrate impart inveigh knock leak lash liken list misstate
mischaracterize nod oversell overstate pan paint parrot peg pitch plug pooh-pooh praise prescribe press proffer prompt
pronounce puzzle rank read ridicule savage second shoot shriek skewer smear sound spout stammer stutter swipe tag tar
testify title translate venture view vouch warble wail`

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
]

/** What a form of a reporting verb is: "said" is the past of "say". */
export interface ReportingForm {
  readonly lemma: string
  readonly form: 'base' | 'third' | 'past' | 'participle' | 'gerund'
}

const doubling = new Set(
  'beg brag chat demur knock plug quip pan peg rebut refer rip slam slur snap stipulate tag tar nod'.split(
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
  for (const lemma of lemmas.split(/\s+/).filter(Boolean)) {
    const [past, participle] = special.get(lemma) ?? [withEnding(lemma, 'ed'), withEnding(lemma, 'ed')]
    known.set(withEnding(lemma, 'ing'), { lemma, form: 'gerund' })
    known.set(withEnding(lemma, 's'), { lemma, form: 'third' })
    known.set(participle, { lemma, form: 'participle' })
    known.set(past, { lemma, form: 'past' })
    if (lemma !== past) known.set(lemma, { lemma, form: 'base' })
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
