/**
 * Who is asking. Articles that came only through a server's own feeds are seen by that server alone; all
 * others by everybody. The operator (command line) sees everything.
 */
export type Viewer =
  | { readonly kind: 'operator' }
  | { readonly kind: 'server'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string }
