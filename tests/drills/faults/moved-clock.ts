// Loaded before a bot (--import): the clock of its process is AHEAD_MS ahead of the machine's.
const aheadMs = Number(process.env.AHEAD_MS ?? 0)
const { now } = Date
Date.now = () => now() + aheadMs
