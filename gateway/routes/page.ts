// GET / and /assets/*: the web page, as vite built it. Mounted by app.ts.
import { join } from "node:path";
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { GatewayEnv } from "../http/env.ts";
import { notFound, Refused } from "../http/refused.ts";
import { immutable, revalidated, sendFile } from "../http/static-file.ts";

export const pageRoutes = (deps: { webRoot: string }) => {
  const app = new Hono<GatewayEnv>();

  for (const path of ["/", "/index.html"]) {
    app.get(path, compress(), async (c) => {
      const page = await sendFile(c, deps.webRoot, "index.html", revalidated);
      if (page) return page;
      throw new Refused({ code: "unavailable", message: notBuilt });
    });
  }

  // Vite puts a hash of the content into these names.
  app.get("/assets/:name", compress(), async (c) => {
    const file = await sendFile(c, join(deps.webRoot, "assets"), c.req.param("name"), immutable);
    if (file) return file;
    throw notFound();
  });

  for (const name of [
    "sw.js",
    "favicon.svg",
    "favicon.ico",
    "robots.txt",
    "manifest.webmanifest",
  ]) {
    app.get(`/${name}`, async (c) => {
      const file = await sendFile(c, deps.webRoot, name, revalidated);
      if (file) return file;
      throw notFound();
    });
  }
  return app;
};

const notBuilt =
  "the web page is not built: `npm start` builds it, `npx vite build web` does only that; the API works without it, see /docs";
