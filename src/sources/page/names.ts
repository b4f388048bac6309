import type { PageElement } from './document.ts'

/** Characters of class and id that are looked at: real ones have a tenth. */
const maxNames = 2000

/**
 * The words of an element's class and id in lower case, each between spaces.
 * @example // <p class="InlineImage-caption article__byline">  => ' inline image caption article byline '
 */
export function namesOf(element: PageElement): string {
  const written = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
  const words = written
    .slice(0, maxNames)
    .replace(states, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  return ` ${words.filter((word) => word !== '').join(' ')} `
}

/** Names that say what an element has or is like, or what its article is about: "has-post-thumbnail", "category-sharing". */
const states = /(?<!\S)(?:has|with|without|no|is|js|category|tag|type|status|format)-\S+/g

/** What stylesheets call the things around an article: single words, and words that mean it only together. */
const furniture = named([
  // around the page
  'breadcrumbs?|crumbs?|nav|navbar|navigation|menu|submenu|toolbar|sidebar|side bar|footer|masthead|skip',
  'cookies?|consent|gdpr|modal|popup|popover|overlay|tooltip|lightbox',
  'screen reader(?: text)?|sr only|visually ?hidden',
  // pictures, and quotes that are pulled out of the text
  'captions?|captiontext|figcaption|credits?|gallery|slideshow|carousel|slider|thumbnails?|pull ?quotes?',
  // who and when
  'byline\\w*|timestamps?|datelines?|(?:post|entry|article) ?meta|post ?info|meta ?data|meta|bio|contributors?',
  'author ?(?:bio|box|info|about|card|content|desc|description|details|profile)|(?:about|post|entry|article|single) author',
  // sharing, subscribing, paying
  'share\\w*|sharing|social\\w*|addtoany|addthis|ssba|essb|heateor|follow us|ctt (?:btn|button)',
  'newsletters?|sign ?up|signin|subscribe|subscription|subscribers?|cta|call to action|donat(?:e|ion)|print header',
  '(?:post|article) (?:tools|actions|utility|tags|nav|navigation|pagination)|tagcloud|tags (?:list|links)|tag list|cat links',
  // other articles
  'related\\w*|read ?more|more ?on|see ?also|recommend\\w*|recirc\\w*|trending|most ?(?:read|popular|viewed|shared)|popular',
  'outbrain|taboola|zergnet|revcontent|yarpp|crp|jp ?relatedposts|up ?next|next ?up|teasers?',
  // advertising
  'ads?|advert\\w*|adsense|adsbygoogle|adslot|adbox|wpa|wpcnt|sponsor\\w*|promo\\w*|paid ?content|affiliate',
  // readers
  'comments?|commentlist|comment ?form|disqus|respond|replies|reactions?|livefyre|rating ?box|poll',
])

/** Words that name a label, where they stand on something short that is no sentence: too common to go by otherwise. */
const labels = named([
  'authors?|dates?|datetime|time|published|updated|modified|info|categor(?:y|ies)|tags?|topics?|section|kicker|label|eyebrow|flag|badge',
  'views?|read(?:ing)? time|count|counter|print|email|source|copyrights?|rights|attribution',
])

/** Names of the abstract over an article. */
const abstract = named(['abstract|standfirst|dek|deck|sub ?head ?line|sub ?title|strapline'])

/** Whether an element's names say that it is no part of an article. */
export function namesFurniture(names: string): boolean {
  return furniture.test(names)
}

/** Whether they say that it is a label, if it is short and no sentence. */
export function namesLabel(names: string): boolean {
  return labels.test(names)
}

/** Whether they say that it is the abstract over the article, if it is short. */
export function namesAbstract(names: string): boolean {
  return abstract.test(names)
}

function named(lines: readonly string[]): RegExp {
  return new RegExp(` (?:${lines.join('|')}) `)
}
