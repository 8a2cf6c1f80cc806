// The routes of the trash as functions. Made by punctual.ts, called by views/list/use-trash.ts.
import { type Answer, type Net, request, type Ticket } from "./request.ts";

type Write = <T>(method: "DELETE", path: string, ticket: Ticket) => Promise<Answer<T>>;

/** What leaves the trash for good, nothing brings back. */
export const createTrashApi = (write: Write, device: string, net: Net) => ({
  /** How much is in it, at which instant of the server's clock. */
  count: () => request<{ count: number; at: string }>("/api/v1/trash", { device }, net),
  /** A step of emptying it: what was there before that instant. `left`: ask again. */
  empty: (before: string, ticket: Ticket) =>
    write<{ deleted: number; left: number }>(
      "DELETE",
      `/api/v1/trash?${new URLSearchParams({ before }).toString()}`,
      ticket,
    ),
  purge: (id: string, ticket: Ticket) => write<null>("DELETE", `/api/v1/trash/${id}`, ticket),
});
