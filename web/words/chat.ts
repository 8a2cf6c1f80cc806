// The chat panel's own words; what Punctual answers comes from the server. Called by views/chat.
import { area } from "./language.ts";

export const chatWords = area("chat", {
  chat: "Chat",
  log: "Conversation",
  greeting: (name: string) =>
    `Hello ${name}. Tell me what to do in your own words: a task to add, to move, to tick off, or a question about your list.`,
  // Said to the server as they stand.
  examples: {
    add: "Create a task to buy groceries tomorrow 5pm #home p1",
    ask: "What's due today?",
    help: "What can I say?",
  },
  suggested: "Suggested answers",
  reading: "Reading…",
  earlier: "Earlier messages",
  away: "The chat needs the line to the server. What you write here stays until it is back.",
  message: "Message to Punctual",
  placeholder: "Say what to do",
  send: "Send",
  thinking: "Punctual is thinking",
  youSaid: "You said: ",
  left: "The page was left before the answer came.",
  history: "History",
  historyOf: (title: string) => `History of ${title}`,
  open: (title: string) => `Open ${title}`,
  takenBack: "Taken back",
  byModel: "by the model",
});
