# Punctual's images. One process each: docker build --target actors|gateway|consumers|migrate .   (npm run images builds all.)
# They hold Node and the programs as they are, no shell, no package manager and nothing that builds.
ARG NODE_IMAGE=node:24.22.3-bookworm-slim
ARG RUNTIME_IMAGE=gcr.io/distroless/cc-debian12:nonroot

# Hands signals on from the first moment on (Node as process 1 hears none before it listens for them) and buries the dead.
FROM ${NODE_IMAGE} AS tini
RUN apt-get update && apt-get install -y --no-install-recommends tini

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# What only compilers and debuggers read is more than half of them.
RUN npm ci --omit=dev --omit=optional --ignore-scripts \
  && find node_modules -type f -regex '.*\.\(map\|[cm]?ts\)' -delete

FROM ${NODE_IMAGE} AS page
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY domain domain
COPY web web
RUN npx vite build web

FROM ${RUNTIME_IMAGE} AS process
COPY --from=tini /usr/bin/tini-static /usr/local/bin/tini
COPY --from=packages /usr/local/bin/node /usr/local/bin/node
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY domain domain
COPY process process
ENV NODE_ENV=production
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/tini", "--", "/usr/local/bin/node"]

# Tables and topics, once before the others start. It may run twice at once.
FROM process AS migrate
COPY database database
COPY kafka kafka
COPY platform/kafka/topics.ts platform/kafka/topics.ts
COPY containers/config.ts containers/migrate.ts containers/
CMD ["containers/migrate.ts"]

FROM process AS served
COPY containers/healthy.ts containers/
COPY sidecar sidecar
COPY actors actors
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=3 \
  CMD ["/usr/local/bin/node", "containers/healthy.ts"]

FROM served AS actors
ENV PORT=8431 HEALTH_PATH=/health/live
EXPOSE 8431
CMD ["actors/main.ts"]

FROM served AS consumers
COPY database database
COPY kafka kafka
COPY consumers consumers
ENV PORT=8432 HEALTH_PATH=/health/live
EXPOSE 8432
CMD ["consumers/main.ts"]

# Last, so that it is what a build without a target makes.
FROM served AS gateway
COPY database database
COPY kafka kafka
COPY gateway gateway
COPY --from=page /app/web/dist web/dist
# People come from outside; the other processes speak with their sidecar alone, on loopback.
ENV PORT=8420 HOST=0.0.0.0 HEALTH_PATH=/health/live
EXPOSE 8420
CMD ["--max-old-space-size=512", "gateway/main.ts"]
