// What GET /conversation gives, named and with an example for /openapi.json.
import { Turn, TurnPage } from "../../domain/conversation.ts";
import { exampleTurn } from "./examples.ts";

const TurnDoc = Turn.meta({ id: "Turn", example: exampleTurn });

export const ConversationPage = TurnPage.extend({ turns: TurnDoc.array() }).meta({
  id: "ConversationPage",
  example: { turns: [exampleTurn], before: exampleTurn.id },
});
