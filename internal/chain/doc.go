// Package chain is the only room that speaks to an Ethereum node. It turns the contracts into typed Go reads and transactions, and
// knows nothing of training, storage or configuration files.
//
//	Client   one node: checked at dial, feed of new blocks, block time, typed reads, decoded events
//	Account  one key on one Client: keystore file, lock, lane of nonces, pre-flight, typed transactions
//	devnet/  a chain in this process for demos and tests
//	bindings/ generated from the contracts, never edited
//
// Time. Every deadline is block time: Client.Now is the timestamp of the newest block, never the wall clock.
//
// Errors. A refusal by a contract is a *RevertError with the custom error's name and arguments, see IsRevert. Trouble with the node,
// the key or the money is one of the sentinels of errors.go. A transaction that isn't mined within two minutes is given up
// (ErrNotMined): the caller plans again from chain state.
package chain
