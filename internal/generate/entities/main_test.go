package main

import (
	"bytes"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const root = "../../.."

func TestCommittedEntitiesAreCurrent(t *testing.T) {
	s, err := read(filepath.Join(root, "subgraph", "schema.graphql"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := format.Source([]byte(file(s)))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(root, "coordinator", "entity", "entities_gen.go"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("entities_gen.go is out of date: run go generate ./coordinator/entity")
	}
}

func TestSchemasThatCantBeKeptAreRefused(t *testing.T) {
	const good = `type Run @entity(immutable: false) { id: ID! author: Account! log: [Lease!]! @derivedFrom(field: "run") }
type Lease @entity(immutable: true) { id: Bytes! run: Run! }
type Account @entity(immutable: false) { id: Bytes! keys: [Bytes!]! }`
	if _, err := parse(good); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, replacement string }{
		{"a kind without @entity", "type Run @entity(immutable: false)", "type Run"},
		{"an unknown directive", "type Run @entity(immutable: false)", "type Run @fulltext"},
		{"an id that may be null", "id: ID!", "id: ID"},
		{"a first field that is no id", "{ id: ID! author", "{ name: ID! author"},
		{"an unknown type", "author: Account!", "author: Owner!"},
		{"a list that may be null", "keys: [Bytes!]!", "keys: [Bytes!]"},
		{"a list of numbers", "keys: [Bytes!]!", "keys: [BigInt!]!"},
		{"a count that may be null", "author: Account!", "author: Int"},
		{"a derivation from nothing", `field: "run"`, `field: "runs"`},
		{"an entity with an unknown argument", "immutable: true", "timeseries: true"},
		{"a list in a list", "keys: [Bytes!]!", "keys: [[Bytes!]!]!"},
		{"a field with an argument", "keys: [", "keys(first: Int): ["},
		{"an interface", "type Account @entity(immutable: false)", "interface Account"},
	} {
		broken := strings.Replace(good, c.old, c.replacement, 1)
		if broken == good {
			t.Fatalf("%s: nothing was replaced", c.name)
		}
		if _, err := parse(broken); err == nil {
			t.Errorf("%s was accepted", c.name)
		}
	}
}
