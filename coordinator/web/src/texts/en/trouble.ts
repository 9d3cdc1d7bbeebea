// What goes wrong, in words: of files, wallets, the index, the configuration. They stand after “: ”.
export const trouble = {
  file: {
    long: "it is longer than such a file can be",
    json: "it isn't JSON",
    backup: "it is no backup of a ballot",
    otherCase: "it belongs to another case",
    otherCourt: "it belongs to another chain or court",
    otherJuror: "it belongs to another juror",
    signed: "it is no signed ballot",
    juror: "it names no juror",
  },
  chain: {
    refused: "it was mined, and refused: something changed meanwhile",
    noAccount: "the wallet shows no account",
    localOnly: "a key in a page is for local chains only",
    noNode: "config.json names no node",
  },
  index: {
    block: "the index says nothing of its block",
    long: "the answer is longer than 32 MiB",
    json: (status: number) => `the index answered ${status} and no JSON`,
    object: (status: number) => `the index answered ${status} and no object`,
    silent: "no reason given",
    status: (status: number) => `the index answered ${status}`,
    coordinator: (status: number) => `the coordinator says ${status}`,
  },
  config: {
    status: (status: number) => `config.json: the server says ${status}`,
    long: "config.json is longer than 64 KiB",
    json: "config.json isn't JSON",
    object: "config.json isn't an object",
    text: (name: string) => `config.json: ${name} isn't text`,
    http: (name: string) => `config.json: ${name} is no http address`,
    graphql: "config.json names no graphql",
    chain: "config.json: chainId is no number of a chain",
    address: (name: string) => `config.json: deployment.${name} is no address`,
  },
};
