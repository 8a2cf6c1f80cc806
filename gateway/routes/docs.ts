// /openapi.json and /docs: the API described from the schemas the routes use, shown by Swagger UI from local files.
import { OpenAPIHono } from "@hono/zod-openapi";
import { Hono, type Context } from "hono";
import { compress } from "hono/compress";
import swaggerUiFolder from "swagger-ui-dist/absolute-path.js";
import type { GatewayEnv } from "../http/env.ts";
import { notFound } from "../http/refused.ts";
import { revalidated, sendFile } from "../http/static-file.ts";

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Punctual API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const script = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger-ui", deepLinking: true,
  persistAuthorization: false, validatorUrl: null });
`;

const files = new Set(["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"]);

/** `described` are the apps whose routes the document lists. */
export const docsRoutes = (described: OpenAPIHono<GatewayEnv>[], cookieName: string) => {
  const app = new Hono<GatewayEnv>();
  const document = JSON.stringify(describe(described, cookieName));
  const folder = swaggerUiFolder();
  const json = (c: Context) => c.body(document, 200, { "content-type": "application/json" });
  const html = (c: Context) => c.html(page, 200, { "cache-control": revalidated });

  for (const prefix of ["", "/api/v1"]) {
    app.get(`${prefix}/openapi.json`, compress(), json);
    app.get(`${prefix}/docs`, html);
  }
  app.get("/docs/start.js", (c) => c.body(script, 200, { "content-type": "text/javascript" }));
  app.get("/docs/:name", compress(), async (c) => {
    const name = c.req.param("name");
    const file = files.has(name) ? await sendFile(c, folder, name, revalidated) : null;
    if (file) return file;
    throw notFound();
  });
  return app;
};

const describe = (described: OpenAPIHono<GatewayEnv>[], cookieName: string) => {
  const all = new OpenAPIHono<GatewayEnv>();
  for (const routes of described) all.route("/", routes);
  const schemes = all.openAPIRegistry;
  schemes.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  schemes.registerComponent("securitySchemes", "cookie", {
    type: "apiKey",
    in: "cookie",
    name: cookieName,
    description: "What the web page uses. A change needs an Origin of this site beside it.",
  });
  return all.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Punctual",
      version: "1",
      description:
        "A todo system you talk to. Every error is application/problem+json with a stable `code`. A device follows changes over the WebSocket at /ws.",
      license: { name: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1" }, { url: "/" }],
    security: [{ bearer: [] }, { cookie: [] }],
    tags: tags.map((name) => ({ name })),
  });
};

const tags = "accounts tasks reminders recurrence chat events settings delivery health".split(" ");
