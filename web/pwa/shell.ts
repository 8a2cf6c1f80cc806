// The page's own files, kept by the service worker so that it opens without a line. Called by sw.ts. Nothing that a person's session gives is ever
// kept here: the API is not asked through the worker.

/** The files of one build, and a name that changes with them. Made by shell-list.ts. */
export type Shell = { version: string; files: string[] };

type Asked = Pick<Request, "method" | "mode" | "url">;

/**
 * Where the answer to a request comes from. `shell`: the page as kept. `file`: what is kept under its name, which changes with its content.
 * `line`: the server, and the page as kept if it cannot be reached. Null: it is none of the worker's business.
 */
export const sourceOf = (
  { method, mode, url }: Asked,
  origin: string,
): "shell" | "file" | "line" | null => {
  const { origin: asked, pathname } = new URL(url);
  if (method !== "GET" || asked !== origin) return null;
  if (pathname === "/" || pathname === "/index.html") return "shell";
  if (pathname.startsWith("/assets/")) return "file";
  return mode === "navigate" ? "line" : null;
};

const prefix = "shell-";
const nameOf = ({ version }: Shell): string => prefix + version;

/** Fetches what is not kept of an earlier build already. Throws unless all is there: a half shell is none. */
export const keepShell = async (shell: Shell): Promise<void> => {
  const cache = await caches.open(nameOf(shell));
  const fetched = shell.files.map(async (file) => {
    const kept = file.startsWith("/assets/") ? await caches.match(file) : undefined;
    const answer = kept ?? (await fetch(file, { cache: "no-cache", credentials: "omit" }));
    if (!answer.ok) throw new Error(`${file} answered ${answer.status}`);
    await cache.put(file, answer);
  });
  await Promise.all(fetched);
};

/** Forgets all builds but this one and the one before: a page that is still open goes on with its own files. */
export const forgetOld = async (shell: Shell): Promise<void> => {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const old = names.filter((name) => name !== nameOf(shell)).slice(0, -1);
  await Promise.all(old.map((name) => caches.delete(name)));
};

const isAway = (status: number): boolean => [502, 503, 504].includes(status);

/** The answer to a request of which `sourceOf` says that it is the worker's. */
export const answerFrom = async (
  source: "shell" | "file" | "line",
  request: Request,
  shell: Shell,
): Promise<Response> => {
  const page = async (): Promise<Response | undefined> =>
    (await caches.open(nameOf(shell))).match("/");
  if (source === "shell") return (await page()) ?? fetch(request);
  if (source === "file") return (await caches.match(request.url)) ?? fetch(request);
  const answer = await fetch(request).catch(() => null);
  if (answer !== null && !isAway(answer.status)) return answer;
  return (await page()) ?? answer ?? Response.error();
};
