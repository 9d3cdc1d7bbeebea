// Ballots that go several at a time, and ballots that others send.
const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

export const carry = {
  sign: "Sign it here, send it from anywhere",
  signNote:
    "A signature (EIP-712) is enough: whoever sends it pays the gas, and nobody repays that. It tells nobody how you vote. Fee and stake stay the juror’s.",
  signButton: "Sign the ballot",
  signedNow: "Signed.",
  save: "Save the signed ballot",
  send: "Send the signed ballot",
  pays: "The connected account pays the gas.",
  bring: "Send somebody else’s signed ballot",
  bringNote: "You pay the gas; nobody repays it. The vote counts for the juror that signed it, and you can’t read it.",
  load: "Load the signed ballot",
  juror: "Juror",
  case: "Case",
  bad: (why: string) => `This is no signed ballot for here: ${why}.`,
};

export const contractWallet = {
  title: "Vote for a contract wallet",
  note: "A contract may hold a seat. If it takes your key’s signature for its own (EIP-1271), you can vote for it from here: your account pays the gas, the contract’s stake is at risk, the fee is the contract’s.",
  none: "Nobody else holds a seat here.",
  choose: "Whose seat",
  seat: (round: number, address: string) => `jury ${round}: ${address}`,
};

export const batch = {
  title: "My ballots",
  body: "Everything that waits for you, in one go: choose your answers, look at all transactions once, then let your wallet sign them one after another.",
  empty: "Nothing waits for you. You will be drawn by chance, in proportion to your stake.",
  ask: "Answer",
  leave: "leave out",
  include: "Take it along",
  deadline: "Until",
  onItsPage: "its page",
  review: (n: number) => `Look at ${plural(n, "transaction")}`,
  reviewNone: "Choose at least one answer, or take something along.",
  reviewing: "Making the ballots; your wallet may ask for a signature…",
  reviewTitle: "What would be sent",
  columns: { what: "What", dispute: "Dispute", answer: "Answer", outcome: "Tried on the newest block" },
  does: { commit: "Cast the ballot", reveal: "Show the ballot", settle: "Settle the seat" },
  total: (fee: string) => `Gas for all of them: about ${fee}.`,
  send: (n: number) => `Send ${plural(n, "transaction")}`,
  back: "Back",
  sendNone: "None of them would succeed now.",
  leftOut: "left out",
  backups: "Save the backups",
  backupsFirst: "Save the backups first: without them these ballots can’t be shown.",
  lost: "Your wallet’s secret opens none of the named roots. Load its backup on the dispute’s page.",
  waiting: "waits for its turn",
  finished: (done: number, all: number) => `${done} of ${all} went through.`,
  failedOnes: "What failed can be tried again; the others are done.",
};
