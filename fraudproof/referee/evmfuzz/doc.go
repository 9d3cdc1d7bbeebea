// Package evmfuzz holds the tests that compare the contracts of a dispute's last step with their Go twins inside go-ethereum's EVM, under
// Prague rules: no node, no transactions, only code and calldata.
//
//	Float32.sol  against  train/numeric    every operation, many cases per call
//	StepReferee.sol  against  fraudproof/referee  random steps of random operators, right and wrong
//
// It is a room of its own because it needs the EVM, which no room may have that decides anything. It holds nothing but tests, and the
// bytecode of testdata is written by make generate.
//
// A plain test run takes a fixed-seed sample of every campaign. make float-campaign runs them at length and prints the table of
// docs/float-campaign.md.
package evmfuzz
