# The runtime comes with the packages (see package.json); the image only brings npm, and a libc that it runs on.
FROM node:24-bookworm-slim

WORKDIR /crier
ENV NODE_ENV=production HTTP_PORT=9464 MALLOC_ARENA_MAX=2

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY src ./src
COPY commands ./commands
COPY articles ./articles

RUN mkdir data && chown node:node data
USER node
VOLUME ["/crier/data", "/crier/articles"]

HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HTTP_PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# npm would stand between the signals and the bot.
CMD ["node_modules/.bin/node", "--max-semi-space-size=4", "--v8-pool-size=1", "--import", "./src/compile-cache.mjs", "src/main.ts"]
