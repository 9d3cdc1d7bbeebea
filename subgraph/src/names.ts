// Enums of the contracts, by their numbers there. Its twin is coordinator/mapping/names.go.

export const challengeStatuses = ["", "Sealed", "Opened", "Lapsed", "Won", "Defeated", "Returned"];
export const outcomes = [
  "None",
  "Running",
  "CommitterConvicted",
  "ChallengerConvicted",
  "BothConvicted",
  "BothSilent",
  "Void",
  "Dismissed",
];
export const verdicts = ["Undecided", "Stands", "Falls", "NoMajority", "Void", "Cleared"];
export const sides = ["None", "Committer", "Challenger"];
export const phases = [
  "None",
  "Start",
  "Steps",
  "Trace",
  "Bind",
  "Bound",
  "Tiles",
  "Element",
  "Folds",
  "Blocks",
  "Leaf",
  "Ended",
];
