// Package subgraph holds the schema that a subgraph and the coordinator share. The mappings beside it are AssemblyScript, for a graph
// node; their twins in Go are coordinator/mapping.
package subgraph

import _ "embed"

// Schema is schema.graphql: every entity that an index of the contracts derives, with its fields documented.
//
//go:embed schema.graphql
var Schema string
