// How long the trash keeps what is in it, and how much of it one request deletes for good. Shared by the gateway's doors, its loop and the page.

/** A task leaves the trash for good after so many days. */
export const trashDays = 30;

/** As many tasks as one request or message deletes for good; whoever wants more asks again. */
export const mostPurged = 500;
