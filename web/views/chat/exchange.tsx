// One thing said and its answer, or why there is none. Called by panel.tsx.
import type { Exchange } from "../../store/chat.ts";
import { type OnHistory, Reply } from "./reply.tsx";

type Props = { exchange: Exchange; onHistory: OnHistory; onRepeat: (exchange: Exchange) => void };

export const ExchangeView = ({ exchange, onHistory, onRepeat }: Props) => {
  const { message, state } = exchange;
  return (
    <li className="exchange">
      <p className="bubble bubble--me">
        <span className="unseen">You said: </span>
        {message}
      </p>
      {state.is === "sending" && (
        <p className="bubble bubble--reply bubble--thinking">
          <span className="unseen">Punctual is thinking</span>
          <i aria-hidden="true" />
          <i aria-hidden="true" />
          <i aria-hidden="true" />
        </p>
      )}
      {state.is === "answered" && <Reply reply={state.reply} onHistory={onHistory} />}
      {state.is === "failed" && (
        <p className="bubble bubble--failed" role="alert">
          {state.reason}{" "}
          <button className="link" type="button" onClick={() => onRepeat(exchange)}>
            Try again
          </button>
        </p>
      )}
    </li>
  );
};
