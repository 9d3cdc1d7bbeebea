package store

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/commonweight/commonweight/coordinator/entity"
)

// open is the next of a version that still holds.
const open = math.MaxInt64

// table is how a kind is kept.
type table struct {
	entity.Description
	name    string
	columns []string // one per field; quoted

	load, insert, end string // statements
}

func tables() []*table {
	var all []*table
	for _, kind := range entity.Kinds() {
		t := &table{Description: kind.Description()}
		t.name = quote("e_" + t.Name)
		for _, f := range t.Fields {
			t.columns = append(t.columns, quote(f.Name))
		}
		columns := strings.Join(t.columns, ", ")
		if t.Immutable {
			t.load = fmt.Sprintf("SELECT first, %s FROM %s WHERE id = ?", columns, t.name)
			t.insert = fmt.Sprintf("INSERT INTO %s (first, %s) VALUES (?%s)", t.name, columns, strings.Repeat(", ?", len(t.columns)))
		} else {
			t.load = fmt.Sprintf("SELECT first, %s FROM %s WHERE id = ? AND next = %d", columns, t.name, int64(open))
			t.insert = fmt.Sprintf("INSERT INTO %s (first, next, %s) VALUES (?, ?%s)", t.name, columns, strings.Repeat(", ?", len(t.columns)))
			t.end = fmt.Sprintf("UPDATE %s SET next = ? WHERE id = ? AND next = %d", t.name, int64(open))
		}
		all = append(all, t)
	}
	return all
}

// schema are the statements that make an empty file.
func schema(all []*table) []string {
	statements := []string{
		"CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
		"CREATE TABLE blocks (number INTEGER PRIMARY KEY, hash BLOB NOT NULL, time INTEGER NOT NULL, kept INTEGER NOT NULL)",
		"CREATE TABLE skipped (block INTEGER NOT NULL, place INTEGER NOT NULL, event TEXT NOT NULL, why TEXT NOT NULL, PRIMARY KEY (block, place)) WITHOUT ROWID",
	}
	for _, t := range all {
		statements = append(statements, t.schema(all)...)
	}
	return statements
}

func (t *table) schema(all []*table) []string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s (first INTEGER NOT NULL", t.name)
	if !t.Immutable {
		b.WriteString(", next INTEGER NOT NULL")
	}
	for i, f := range t.Fields {
		fmt.Fprintf(&b, ", %s %s", t.columns[i], sqlType(f.Type))
		if !f.Nullable {
			b.WriteString(" NOT NULL")
		}
	}
	b.WriteString(")")
	statements := []string{b.String()}
	index := func(unique, name string, columns ...string) {
		statements = append(statements, fmt.Sprintf("CREATE %sINDEX %s ON %s (%s)", unique, quote(t.Name+"_by_"+name), t.name, strings.Join(columns, ", ")))
	}
	index("", "first", "first")
	ends := []string{"next"} // what a reader asks for last: only the versions that still hold, near the head
	if t.Immutable {
		ends = nil
	} else {
		index("", "next", "next")
	}
	index("UNIQUE ", "id", append([]string{"id"}, ends...)...)
	if t.timed() {
		index("", "at", "at", "id")
		ends = []string{"at", "id"} // what happened to something is asked for in its order
	}
	for _, name := range t.derivedFrom(all) {
		index("", name, append([]string{quote(name)}, ends...)...)
	}
	for _, name := range asked[t.Kind] {
		index("", name, append([]string{quote(name)}, ends...)...)
	}
	return statements
}

// asked are fields by which what there is much of is ordered or chosen, again and again, by pages and agents.
var asked = map[entity.Kind][]string{
	entity.KindLease:      {"status"},
	entity.KindCommitment: {"committedBlock", "status"},
	entity.KindChallenge:  {"number"},
	entity.KindMatch:      {"outcome"},
	entity.KindJuror:      {"settledAt"},
}

// timed says whether a kind is a log of events.
func (t *table) timed() bool { return t.Immutable && t.Field("at") >= 0 }

// ordered says whether an index has the rows in the order of a field.
func (t *table) ordered(field string) bool {
	return slices.Contains(asked[t.Kind], field) || field == "at" && t.timed()
}

// derivedFrom returns the fields by which other kinds find their children here.
func (t *table) derivedFrom(all []*table) []string {
	var names []string
	for _, other := range all {
		for _, f := range other.Derived {
			if f.Of == t.Kind && !slices.Contains(names, f.By) {
				names = append(names, f.By)
			}
		}
	}
	return names
}

func sqlType(t entity.Type) string {
	switch t {
	case entity.TypeBytes, entity.TypeBigInt:
		return "BLOB"
	case entity.TypeInt, entity.TypeBoolean, entity.TypeEnum:
		return "INTEGER"
	}
	return "TEXT"
}

// quote makes a name safe beside SQL's words.
func quote(name string) string { return `"` + name + `"` }
