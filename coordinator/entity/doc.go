// Package entity holds the things an index of the contracts knows, as Go structs: Run, Lease, Commitment, …, generated from
// subgraph/schema.graphql, and the Store that mappings write them through. It knows neither events nor SQL.
//
//	Bytes that are an id, references    string: "0x…" in lower case, or the id as the schema's comment tells; the other need not exist
//	Bytes                               []byte; nil is null where the schema allows it
//	BigInt                              *big.Int; nil is null where the schema allows it, an error at Save elsewhere
//	Int, Boolean, String                int32, bool, string
//	enums                               a string type with its constants
//	what may be null                    a pointer
//
// Derived fields aren't stored: Description lists them for those who query.
package entity

//go:generate go run ../../internal/generate/entities ../..
