// A text as a picture that a phone reads. Called by second-step.tsx.
import { renderSVG } from "uqr";

type Props = { text: string; label: string };

/** Black on white whatever the page's colours are: cameras want it so. */
export const QrCode = ({ text, label }: Props) => (
  <img
    className="qr-code"
    alt={label}
    src={`data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 2 }))}`}
  />
);
