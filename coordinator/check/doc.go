// Package check holds what an index has derived from events to what the contracts say of themselves, as of the same block. It knows entities
// and the contracts' views; neither events nor mappings nor SQL.
//
//	Contracts.Entity   one entity beside the contracts' view of it
//	Contracts.Money    all money that the index knows beside what the Vault holds
//	Consistent         all entities beside one another: counters, references, logs without gaps
//	Contracts.All      all of that
//
// All of them return what differs, in words, and an error only where a question got no answer. Nothing differs where the index is right.
package check
