/** What is told to those who manage a server though nobody asked. */
export const notices = {
  heading: 'Notice',
  feedGivenUp: ({ feed, why }: { readonly feed: string; readonly why: string }): string =>
    `The feed “${feed}” is read no longer: ${why}. /feeds check has it tried again.`,
  feedFailing: ({ feed, why }: { readonly feed: string; readonly why: string }): string =>
    `The feed “${feed}” cannot be read: ${why}. It is tried again, at longer and longer intervals.`,
  feedRecovered: ({ feed }: { readonly feed: string }): string => `The feed “${feed}” can be read again.`,
  channelClosed: ({ reason }: { readonly reason: string }): string =>
    `Nothing is posted here any more. ${reason} It goes on by itself once I may post there again.`,
  channelOpen: 'I may post here again, and do.',
}
