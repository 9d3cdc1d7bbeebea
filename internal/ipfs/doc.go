// Package ipfs owns content storage: bytes in, a CID out, and the same bytes back by that CID. It is the only room that knows IPFS, and it
// knows nothing of what the bytes mean; whoever reads a checkpoint still compares its state root with the chain.
//
// One interface, Store, and two of them:
//
//	Embedded   a folder of blocks, no daemon, no network; several processes of one machine may share it
//	Kubo       a node of the IPFS network, through its HTTP API
//
// Both cut content alike, so that equal content has an equal CID everywhere: CIDv1, UnixFS, raw leaves of 1 MiB, balanced, 174 links,
// sha2-256. Sum computes that CID without storing anything. An Embedded store also writes and reads contents as one file (CAR version 1).
//
// Nothing a store returns is trusted. Every block is hashed again before a byte of it is used, wherever it came from. Get accepts only the
// layout that Put makes: the size of the content fixes the depth, the links of every node and the length of every leaf, so a node that says
// anything else is ErrCorrupt, and a total above the caller's bound is ErrTooLarge before the first leaf is fetched.
package ipfs
