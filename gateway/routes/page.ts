// GET / and /assets/*: the web page, as vite built it; and its own addresses, all of which are that page. Mounted by app.ts.
import { join } from "node:path";
import { type Context, Hono, type Next } from "hono";
import { compress } from "hono/compress";
import type { GatewayEnv } from "../http/env.ts";
import { notFound, Refused } from "../http/refused.ts";
import { immutable, revalidated, sendFile } from "../http/static-file.ts";

/** What the page does with them is in web/places/place.ts. */
const addresses = [
  "/",
  "/index.html",
  "/all",
  "/inbox",
  "/today",
  "/upcoming",
  "/done",
  "/project/:name",
  "/tag/:name",
  "/filter",
  "/filter/:id",
  "/task/:id",
];

/** Addresses that a person opens and a program calls: which of the two it is, the request says. */
const shared = ["/settings", "/account", "/trash"];

type Deps = { webRoot: string };

const sendPage = async (c: Context<GatewayEnv>, { webRoot }: Deps): Promise<Response> => {
  const page = await sendFile(c, webRoot, "index.html", revalidated);
  if (page) return page;
  throw new Refused({ code: "unavailable", message: notBuilt });
};

/** Browsers ask for a page by this type, programs for JSON or for whatever there is. */
const wantsPage = (c: Context): boolean => (c.req.header("accept") ?? "").includes("text/html");

/** The page at the addresses it shares with the API. Mounted before the API. */
export const sharedPageRoutes = (deps: Deps) => {
  const app = new Hono<GatewayEnv>();
  for (const path of shared)
    app.get(path, compress(), async (c, next: Next) => {
      if (!wantsPage(c)) return next();
      const page = await sendPage(c, deps);
      page.headers.append("vary", "Accept");
      return page;
    });
  return app;
};

export const pageRoutes = (deps: Deps) => {
  const app = new Hono<GatewayEnv>();

  for (const path of addresses) app.get(path, compress(), (c) => sendPage(c, deps));

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
    "apple-touch-icon.png",
    "icon-192.png",
    "icon-512.png",
    "icon-maskable-512.png",
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
