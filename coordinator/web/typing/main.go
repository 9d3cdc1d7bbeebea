// Typing prints the GraphQL schema that the pages' questions are checked by: the one that a coordinator serves.
package main

import (
	"fmt"
	"os"

	"github.com/commonweight/commonweight/coordinator/query"
	"github.com/commonweight/commonweight/subgraph"
)

func main() {
	service, err := query.New(query.Config{Schema: subgraph.Schema})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Print(service.SDL())
}
