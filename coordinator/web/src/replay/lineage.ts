// What a commitment's hash covers (internal/chain/hashes.go): all that lies below it down to genesis, and through genesis the run. A page that was
// given a hash needs nobody's word for the rest.
import { concat, keccak256, numberToHex, pad, stringToHex, type Address, type Hex } from "viem";

export interface Ground {
  chainId: number;
  training: Address;
  run: string;
  specHash: Hex;
  programRoot: Hex;
  datasetRoot: Hex;
  genesisRoot: Hex;
}

/** What a commitment's hash covers, but for its parent's. */
export interface Link {
  window: number | string;
  steps: number;
  postRoot: Hex;
  cid: Hex;
  committer: Address;
  fence: number | string;
}

const typeHash = (text: string) => keccak256(stringToHex(text));
const genesisType = typeHash("Genesis(uint256 chain,address training,uint64 run,bytes32 specHash,bytes32 programRoot,bytes32 datasetRoot,bytes32 genesisRoot)");
const commitmentType = typeHash(
  "Commitment(uint256 chain,address training,uint64 run,bytes32 parent,uint64 window,uint32 steps,bytes32 postRoot,bytes32 cidHash,address committer,uint64 fence)",
);

const number = (n: number | string) => numberToHex(BigInt(n), { size: 32 });
const hash = (...words: Hex[]) => keccak256(concat(words.map((word) => pad(word, { size: 32 }))));

/** The hash of the last of the links, which begin with window 0, and the state root before it. */
export function descend(ground: Ground, links: readonly Link[]): { commitment: Hex; preRoot: Hex } {
  const domain = [number(ground.chainId), ground.training, number(ground.run)] as const;
  let commitment = hash(genesisType, ...domain, ground.specHash, ground.programRoot, ground.datasetRoot, ground.genesisRoot);
  let preRoot = ground.genesisRoot;
  let postRoot = ground.genesisRoot;
  for (const link of links) {
    preRoot = postRoot;
    postRoot = link.postRoot;
    commitment = hash(commitmentType, ...domain, commitment, number(link.window), number(link.steps), link.postRoot, keccak256(link.cid), link.committer, number(link.fence));
  }
  return { commitment, preRoot };
}
