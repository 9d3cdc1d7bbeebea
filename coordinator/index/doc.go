// Package index follows the chain: it asks a node what the contracts logged, has mapping turn it into entities, and keeps them in the store.
// It knows no entity by heart but those it checks, and writes no SQL.
//
//	far behind   ranges of blocks, halved when the node refuses; headers of all blocks with events, samples proved
//	near         block by block: headers that link, logs proved by the receipts that the header commits to
//	fork         the newest block that store and node agree on; what stood above is rolled back and read again
//	check        heads, anchors, leases, counts and money, as the contracts tell them at the very block that is indexed
//
// Blocks, their entities and the cursor are one transaction, so a killed process loses a batch at most and reads it again; nothing is
// doubled. No node is trusted further than its headers: what it leaves out, doubles, reorders or makes up is noticed, asked for again with
// proof, counted, and if it stands, alarmed; the index then waits rather than go on. (A node that makes up whole chains is beyond it: agents
// name their own.)
//
// An event that can't be decoded or mapped is skipped, noted in the store and alarmed.
package index
