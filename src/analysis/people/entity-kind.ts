/** As far as titles, first names and pronouns tell. */
export type Gender = 'male' | 'female' | 'unknown'

/** What a name names, as far as its words tell. */
export type EntityKind = 'person' | 'organisation' | 'place' | 'other'
