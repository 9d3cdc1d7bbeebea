// Package query answers GraphQL in the dialect of The Graph over what the store holds, so that a page or a script works against a graph node and
// against a coordinator alike. It knows no chain, no HTTP and no SQL.
//
// The schema comes from subgraph/schema.graphql when a Service is made:
//
//	run(id:, block:)        one entity, or null
//	runs(where:, orderBy:, orderDirection:, first: 100, skip: 0, block:)
//	a reference             the entity it names
//	a derived field         the entities that refer back, with the arguments of a plural except block
//	_meta(block:)           which block the answer is of, and whether the index has something to complain about
//
// A request is parsed, measured, validated (gqlparser), compiled into a plan and run level by level: every composite field of the request is one
// query to the store, however many parents it has. All of a request is read from one View, so blocks and reorganisations that come meanwhile
// don't show.
//
// Bounds: maxTokens and so on, in limits.go. Whoever exceeds one is told which.
//
// Why gqlparser and an executor of our own: graphql-go's parser doesn't know null (so `where: {head: null}` can't be asked), and its executor
// answers in maps, whose fields come in any order.
package query
