// Package evm is a chain without a node: the contracts on a state in memory, run by go-ethereum's interpreter under Prague's rules. For
// simulations, which need hours of chain time in seconds and the same result from the same seed. Its coins are worth nothing.
//
//	time      stands still until Pass; a block every BlockTime seconds, so that block numbers grow as on a real chain
//	Send      a transaction in the current block: gas is paid at the base fee and a tip, a refusal is chain's RevertError, nonces are counted
//	View      a question to a view function
//	Fork      a second chain that goes on from here
//
// It has no headers, no signatures and no pool: whoever is named sends, be it a contract, a block's hash is drawn from the seed. State is changed by
// transactions alone, but for coins given away by Fund, and for the history of block hashes (EIP-2935), which a node keeps too.
//
// It knows nothing of wall clocks. For a chain that other processes can speak to see devnet.
package evm
