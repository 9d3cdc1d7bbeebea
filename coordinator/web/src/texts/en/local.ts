// The wallet inside the page, on local chains.
export const local = {
  open: "Local wallet",
  name: "local development wallet",
  title: "Local development wallet",
  body: "For a chain on this machine, whose coins are worth nothing. It signs whatever these pages ask, without asking you. The key stays in this page’s memory: reload the page and it is gone.",
  account: "Account of the devnet (0 to 15)",
  accountNote: "Those of a “commonweight devnet” that was started without --seed; everybody knows their keys. Account 0 creates runs; take 9 if you only want to look on and vote.",
  useAccount: "Use this account",
  key: "Or a private key",
  keyNote: "64 hexadecimal digits. Never paste a key that holds real coins.",
  noKey: "Paste a key first.",
  useKey: "Use this key",
  badAccount: "Give a number from 0 to 15.",
  badKey: "That is no private key.",
  noNode: "config.json names no node, so there is nothing to send to.",
};
