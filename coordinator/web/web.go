// Package web holds the pages that people look at, built by `make web` from src/. They know an index by its GraphQL and a chain by a node or a
// wallet, and nothing of this program: any static host may serve them beside a config.json.
package web

import (
	"embed"
	"io/fs"
)

//go:embed dist
var dist embed.FS

// Pages are the built pages; nil if this program was built without them.
func Pages() fs.FS {
	pages, err := fs.Sub(dist, "dist/pages")
	if err != nil {
		return nil
	}
	if _, err := fs.Stat(pages, "index.html"); err != nil {
		return nil
	}
	return pages
}
