// The doctor's look at the mail server: whether it answers and takes the login. Sends nothing. Called by platform/doctor.ts.
import { openTransport } from "../../process/mail/transport.ts";
import type { Finding } from "./finding.ts";

/** Without a server there are no mails, which is no fault. Throws where the server is away or refuses the login. */
export const lookAtMail = async (smtpUrl: string | undefined): Promise<Finding> => {
  const name = "mail";
  if (smtpUrl === undefined) return { name, said: "no server is configured (SMTP_URL, MAIL_FROM)" };
  const transport = openTransport(smtpUrl);
  try {
    await transport.verify();
    return { name, said: `${new URL(smtpUrl).host} answers and takes the login` };
  } finally {
    transport.close();
  }
};
