/** What the text tells of a person's gender, for pronouns. */
export type Gender = 'male' | 'female' | 'unknown'

/** What a name names, as far as its words tell. */
export type EntityKind = 'person' | 'organisation' | 'place' | 'other'
