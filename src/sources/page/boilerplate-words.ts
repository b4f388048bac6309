/*
 * What stands in articles without being part of them, in the words that sites use for it. Alternatives of regular expressions, one
 * idea to a line: English first, then the other great languages of news.
 */

/** Marks and spaces around words. */
const around = '[^\\p{L}\\p{N}]*'

/** What the buttons under an article are called; two in a row are a label. */
const outlet =
  '(?:facebook|twitter|x|whatsapp|telegram|pinterest|pint|linkedin|reddit|instagram|youtube|tumblr|flipboard|messenger|' +
  'e-?mail|print|share|tweet|copy link|comments?|download|baixar|link|pocket|viber|vk|ok)'

/** Whole paragraphs that are labels, wherever they stand. */
export const labels = whole([
  'advertisement|advertising|ads?|sponsored(?: content)?|paid content',
  'anzeige|werbung|publicité|publicidade?|pubblicità|reklama?|реклама|iklan|annons|annonse|advertentie',
  '(?:story|article) continues.{0,40}|continue reading.{0,30}|loading.{0,20}|back to top|(?:skip|jump) to .{0,20}',
  '(?:read|show|load|see|view|learn|find out) (?:more|all|(?:the )?full (?:story|article))|scroll (?:down )?(?:to|for) .{0,30}',
  'weiterlesen|mehr (?:lesen|anzeigen)|lire la suite|en savoir plus|(?:leer|ver) más|(?:leia|saiba) mais|ler mais',
  'continua a leggere|lees meer|l[eä]s mere?|czytaj (?:więcej|dalej)|читать далее',
  'caption|close|(?:hide|toggle) caption|enlarge(?: this)? image|fullscreen|(?:image|photo|slide|picture) \\d+ (?:of|/)(?:[ /]*\\d)*',
  'view (?:gallery|(?:all )?(?:photos|images))|play (?:video|audio)|(?:watch|listen)(?: (?:now|live|video))?',
  'media playback is unsupported on your device',
  'by|breaking news|share(?: this)?(?: (?:story|article|post|page))?.{0,24}|\\d+ shares?|tweet|click to tweet|copy link',
  'subscribe(?: now| today)?|sign (?:in|up|on)|log ?in|register|follow(?: us)?|print|e-?mail',
  '(?:no |\\d+ )?comments?(?: \\(?\\d+\\)?)?|leave a (?:comment|reply)|via \\S+(?!\\S)',
  'teilen|partager|compartir|compartilhar|compartilhe|condividi|delen|поделиться',
  'kommentare?|commentaires?|comentarios|comentários|commenti|отзывы|комментарии',
  `${outlet}(?:${around}${outlet})+`,
])

/** How teasers for other articles begin; they are such only where they are mostly a link. */
export const teaser = beginning([
  '(?:related|recommended|trending|more|filed under|tags?|categor(?:y|ies|ias?)|topics)',
  'related (?:post|posts|article|articles|story|stories|news|content|reading|topics?|video)',
  '(?:read|watch|see|listen)(?: (?:more|next|also|now|this))?|(?:also|must) (?:read|see)|more (?:from|on|about)',
  "don[’']t miss|you may also like|further reading|in case you missed it|up next|from the archives?|on [\\w.-]+\\.\\w{2,4}",
  'mehr zum thema|lesen sie auch|auch interessant|(?:[àa] )?lire aussi|voir aussi',
  '(?:lee|lea|ver) también|te puede interesar|(?:leia|veja) também|leia mais|leggi anche',
  'lees ook|les også|l[äæ]s också|læs også|czytaj (?:także|też)|читайте также|baca juga',
])

/** Headings over boxes that may stand anywhere: they go with the links and short lines under them. */
export const boxHeading = whole([
  '(?:related|recent|latest|popular|trending|recommended|featured|top|hot|more)' +
    '(?: (?:news|articles?|stories|posts?|reads?|videos?|content|topics?|links?|coverage|headlines|today|now|this week|for you)(?: (?:in|on|from|about|by) .{1,40})?' +
    '| (?:in|on|from|by) .{1,40}| \\w+ (?:news|stories|articles|coverage))?',
  '(?:read|up) next|share this.{0,30}|stay connected|follow us.{0,40}|sign up.{0,60}|subscribe.{0,60}|newsletters?',
  "don[’']t miss.{0,20}|(?:editor[’']s|our) picks?.{0,20}|sponsored.{0,30}|tags|see also|read more|also read",
  'mehr zum thema|lesen sie auch|(?:[àa] )?lire aussi|(?:veja|leia) também|leggi anche|lees ook',
  'читайте также|czytaj także|baca juga|les også|läs också|læs også',
])

/** Headings after which only other things stand. */
export const lastHeading = whole([
  'you (?:may|might) (?:also )?(?:like|be interested in).{0,30}|what (?:to read next|others are reading)',
  'about (?:the )?(?:authors?|writers?)|join the (?:conversation|discussion)|(?:leave|post|add|write) (?:a|your) (?:comment|reply|review).{0,30}',
  '\\d* ?(?:comments?|responses|replies|reviews)(?: \\(?\\d+\\)?)?|comments? (?:on|to) .{1,60}|(?:(?:from )?around|elsewhere on) the web|promoted (?:content|stories|links)',
  '(?:(?:recent|latest|most) )?(?:popular|similar|related|trending|recommended|most[ -]read) ' +
    '(?:news|articles?|stories|posts?|reads?|videos?|content|topics?|links?|coverage).{0,40}',
  'das könnte sie auch interessieren|(?:ähnliche|verwandte|weitere) artikel|kommentare',
  'articles? (?:similaires|liés|connexes)|sur le même sujet|commentaires',
  '(?:noticias|artículos) relacionad[oa]s|te puede interesar|comentarios',
  '(?:notícias|artigos|posts) relacionad[oa]s|comentários|articoli correlati|potrebbe interessarti anche|commenti',
  'gerelateerde artikelen|reacties|похожие статьи|отзывы|комментарии|самые популярные.{0,30}|komentarze',
  '(?:berita|artikel) terkait|komentar|benzer haberler|yorumlar',
])

/** Credits of pictures: "Photo: …", "… (AP Photo/…)". An agency's name alone is the source of a text. */
export const credit = anyOf([
  '^[^\\p{L}\\p{N}]*(?:photo(?:graph)?|image|picture|pic|video|foto|imagen|imagem|bild|illustration|graphic)s?' +
    '(?: (?:credits?|by|courtesy(?: of)?|from|via|source|illustration by))?\\s*[:©/]',
  '^[^\\p{L}\\p{N}]*(?:credits?|source|fot\\.)\\s*[:©/]|^courtesy (?:of )?[^.]{2,40}$',
  '^©|^photos?\\b[^.]{0,60}©|\\bphotos? (?:© |by |courtesy)[^.]{0,60}$|, photos © [^.]{0,60}$',
  '\\((?:AP|AFP|Reuters|EPA|Getty|[^()]{0,40}/(?:AP|AFP|Reuters|EPA|Getty))\\b[^()]{0,30}(?:photo|image|pic|file|via|/)[^()]{0,60}\\)$',
  '\\([^()]{0,60}(?:/(?:AP|AFP|Reuters|EPA|Getty|Associated Press)|getty images)[^()]{0,40}\\)$|\\(file(?: (?:photo|image|pic))?\\)$',
  '\\((?:image|photo|picture|credit|video)s?(?: credits?| by| courtesy)?\\b[^()]{0,120}\\)$',
  '\\b(?:reuters|afp|epa|ap|getty(?: images)?|dpa|efe) ?/ ?[\\p{L}. -]{3,40}$',
  '(?: via getty images| getty images/\\w+|/getty images| \\| getty images)$',
])

const networks = '(?:facebook|twitter|instagram|youtube|whatsapp|telegram|tiktok|linkedin)'

/** Notes about who owns, wrote or helped, and how to reach or follow them. They address the reader, or begin as notes do. */
export const note = anyOf([
  '^(?:copyright|©|\\(c\\) \\d{4})|all rights reserved|alle rechte vorbehalten|tous droits réservés',
  'todos los derechos reservados|todos os direitos reservados|this (?:material|article) may not be (?:published|reproduced)',
  'contribut(?:ed|ing) (?:to (?:this|the) (?:report|story|article|piece|post)|reporting)|additional reporting by',
  '^\\(?(?:editing|writing|reporting) by |reporting by [^.]{3,80}(?:; ?(?:\\w+ )?(?:editing|writing)|$)',
  `(?:^|[.!?] )(?:you can )?(?:reach|contact|follow|e-?mail) (?:the )?(?:reporters?|writers?|authors?|him|her|me|us|them)\\b[^.]{0,40} (?:at|on|via)\\b[^.]{0,30}(?:@|https?:|${networks})`,
  '^.{3,60} can be reached (?:at|on|by|via) \\S+',
  `^(?:follow|subscribe|(?:find|like|add|join|visit) (?:us|our|the)|get [^.!]{1,40} on)\\b[^.!]{0,80}\\b(?:${networks}|newsletters?|podcasts?|forums?)`,
  '^(?:sign up|subscribe|click here)\\b.{0,120}(?:newsletter|app\\b|inbox|subscri|alerts?|whatsapp|e-?mail)',
  '^(?:get|download|join) (?:the|our|your|breaking|daily|all|access)\\b.{0,100}(?:newsletter|app\\b|inbox|alerts?|whatsapp|subscription)',
  '^become an? (?:\\w+ )?(?:member|subscriber|supporter)|^support (?:us|our (?:work|journalism|newsroom))\\b|^(?:already|not) a (?:subscriber|member)\\?',
  '^(?:filed under|tags?|topics|categories|category|posted (?:in|on)|labels|keywords)\\s*:',
  '^(?:stichwörter|schlagwörter|mots[- ]clés|etiquetas|palavras[- ]chave|метки)\\s*:',
  '^(?:this (?:post|article|page|story|site) )?(?:may )?contains? (?:\\w+[ /]+){0,3}(?:affiliate|referral|sponsored)\\b',
  '^comments?\\b.{0,80}\\b(?:are|is|will be|have been) (?:\\w+ )?(?:moderated|closed|approved|reviewed|disabled)\\b',
  '^[^.]{0,20}\\bcoment[aá]rios?\\b.{0,160}\\b(?:moderad|aprovad|fechados|cerrados)',
])

/** Addresses and handles that stand alone. */
export const handle = anyOf([
  '^[^\\s@]+@[^\\s@]+\\.\\w+$',
  '^@\\w+$',
  '^(?:twitter|facebook|instagram)\\.com/\\S+$',
])

function whole(lines: readonly string[]): RegExp {
  return new RegExp(`^${around}(?:${lines.join('|')})${around}$`, 'iu')
}

function beginning(lines: readonly string[]): RegExp {
  return new RegExp(`^${around}(?:${lines.join('|')})(?:[\\s:|>»–—-]|$)`, 'iu')
}

function anyOf(lines: readonly string[]): RegExp {
  return new RegExp(lines.join('|'), 'iu')
}
