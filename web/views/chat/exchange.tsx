// A message without an answer yet: on its way, its words as they come, or why there is none. Called by entries.tsx.
import type { Exchange } from "../../store/chat.ts";
import { chatWords } from "../../words/chat.ts";
import { sharedWords } from "../../words/shared.ts";

type Props = { exchange: Exchange; onRepeat: (exchange: Exchange) => void };

const Thinking = () => (
  <p className="bubble bubble--reply bubble--thinking">
    <span className="unseen">{chatWords.thinking}</span>
    <i aria-hidden="true" />
    <i aria-hidden="true" />
    <i aria-hidden="true" />
  </p>
);

export const ExchangeView = ({ exchange, onRepeat }: Props) => {
  const { message, state } = exchange;
  return (
    <li className="exchange">
      <p className="bubble bubble--me">
        <span className="unseen">{chatWords.youSaid}</span>
        {message}
      </p>
      {state.is === "sending" && state.words === "" && <Thinking />}
      {state.is === "sending" && state.words !== "" && (
        // Read out when it is whole.
        <p className="bubble bubble--reply bubble--thinking bubble--words" aria-busy="true">
          {state.words}
        </p>
      )}
      {state.is === "failed" && (
        <p className="bubble bubble--failed" role="alert">
          {state.reason}{" "}
          <button className="link" type="button" onClick={() => onRepeat(exchange)}>
            {sharedWords.tryAgain}
          </button>
        </p>
      )}
    </li>
  );
};
