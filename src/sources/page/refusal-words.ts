/*
 * What pages that are no articles say of themselves. Alternatives of regular expressions, one idea to a line: English first, then
 * the other great languages of news.
 */

/** Titles of checks against robots. */
export const robotTitle = beginning([
  'just a moment|attention required|access denied|access to this page has been denied|are you (?:a )?(?:robot|human)',
  'pardon our interruption|please (?:verify|confirm)(?: that)? you are (?:a )?human|human verification|security check',
  'checking (?:your browser|if the site)|verify(?:ing)? you are human|ddos[- ]guard|one more step|bot (?:verification|detection)|robot check',
  '(?:captcha|blocked|forbidden)(?:$|\\s*[|:–—-])',
  'einen moment,? bitte|un momento,? por favor|un instant,? s.il vous',
])

/** Titles of pages that ask for consent before they show anything. */
export const consentTitle = beginning([
  'before you continue|we (?:value|respect|care about) your privacy|your privacy(?: choices| settings)?|privacy (?:settings|preferences|choices|cent(?:er|re))',
  '(?:your )?cookie (?:consent|preferences|settings|notice|choices)|(?:manage|your) (?:cookies|consent)|accept cookies|consent',
  'bevor sie fortfahren|ihre privatsphäre|datenschutz|cookie[- ]einstellungen|mit werbung weiterlesen|avant de (?:poursuivre|continuer)|votre vie privée',
  'antes de continuar|su privacidad|sua privacidade|prima di continuare|la tua privacy|voordat je|uw privacy|je privacy',
])

/** What such pages speak of. */
export const aboutConsent =
  /\bcookies?\b|consent|privacy|personal (?:data|information)|legitimate interest|(?:our|\d) partners|einwilligung|datenschutz|consentement|données personnelles|privacidad|privacidade|toestemming/i

/** Titles of error pages. */
export const errorTitle = beginning([
  '(?:error|http|status)(?:\\s*:)?\\s*(?:4\\d\\d|50\\d)\\b|(?:4\\d\\d|50\\d)(?:$|\\s*[|:–—.!-]| error| not found| page| forbidden| bad| internal| service| gateway| gone)',
  '(?:the |this |that |your )?(?:requested )?(?:page|article|story|content|url|site|file)\\b[^.]{0,40}' +
    "(?:not (?:be )?found|no longer (?:available|exists?)|(?:does|do)(?:n[’']t| not) exist|not available|unavailable|has been removed)",
  '(?:page |file |article |content )?not found|(?:sorry|oops|whoops|uh[- ]oh)(?:$|[,!.:…])|something went wrong(?:$|[.!])',
  '(?:an )?(?:unexpected|internal|server) error|(?:service|page|site) (?:temporarily )?unavailable|bad gateway|gateway time-?out',
  "(?:forbidden|gone)(?:$|\\s*[|:–—-])|we(?: are|[’']re) sorry(?:$|[,!.])|we (?:can[’']t|cannot|could ?n[o’']t) find|(?:down for|under) maintenance",
  '(?:seite|artikel) (?:wurde )?nicht (?:mehr )?(?:gefunden|verfügbar)|page (?:introuvable|non trouvée)',
  '(?:página|pagina) (?:no encontrada|não encontrada|non trovata|niet gevonden)|no se encontró la página',
  'страница не найдена|(?:strony )?nie znaleziono',
])

/** Titles of pages that ask for a login. */
export const loginTitle = beginning([
  '(?:please )?(?:log|sign) ?[io]n\\b|log ?in|(?:create|register) (?:an |your )?account|members? (?:only|login|area)|authentication|register\\b',
  'anmelden|anmeldung|einloggen|connexion|se connecter|connectez-vous|iniciar sesión|inicia sesión|entrar|faça login|accedi|inloggen|aanmelden|вход|zaloguj',
])

/** What stands where the rest of an article is for subscribers. */
export const paywall = anyOf([
  '(?:to|and) (?:continue|keep|finish) reading|continue reading (?:this|the|with|for)|subscribe (?:now )?to (?:read|continue|unlock|access|view)|unlock (?:this|the full) (?:article|story)',
  '(?:this|the full|full|our) (?:article|story|content|access|report)s? (?:is|are) (?:only |exclusively |exclusive )?(?:available |reserved |open )?(?:only |exclusively )?(?:for|to) (?:our |paid |paying |registered )?(?:subscribers|members)',
  "(?:for|exclusive to) (?:our )?(?:subscribers|members) only|subscribers?[- ]only|(?:already|not) a (?:subscriber|member)\\?|(?:you(?: have|[’']ve) )(?:reached|read|used) (?:your|all|the)\\b.{0,40}\\b(?:free|limit)",
  'weiterlesen mit|jetzt (?:abonnieren|testen|freischalten)|nur für abonnenten|(?:artikel|inhalt) freischalten|réservée? (?:à nos|aux) abonnés|pour lire la suite|la suite est réservée|il vous reste .{1,20}% de cet article',
  '(?:para|sigue) (?:seguir |continuar )?leyendo|solo para suscriptores|exclusivo para (?:suscriptores|assinantes)|(?:para )?continu(?:e|ar) lendo|conteúdo exclusivo|per continuare a leggere|riservato agli abbonati|alleen voor abonnees|verder lezen',
])

/** What stands where a page needs scripts. */
export const needsScripts = anyOf([
  '(?:enable|turn on|activate|requires?|needs?) (?:java ?script|js)\\b|java ?script (?:is|must be|to be|has been) (?:required|enabled|disabled|turned)|without java ?script',
  'java ?script (?:aktivieren|ist deaktiviert)|activer (?:le )?java ?script|habilit[ae]r? (?:el |o )?java ?script',
])

function beginning(lines: readonly string[]): RegExp {
  return new RegExp(`^[^\\p{L}\\p{N}]*(?:${lines.join('|')})`, 'iu')
}

function anyOf(lines: readonly string[]): RegExp {
  return new RegExp(lines.join('|'), 'iu')
}
