package engine

import "testing"

// TestDiagnose: every engine of this machine works, and the first of them is what auto opens.
func TestDiagnose(t *testing.T) {
	list, works := Diagnose(t.Context()), map[string]bool{}
	for _, d := range list {
		works[d.Engine] = works[d.Engine] || d.Works
		if d.Works != (d.Problem == "") || d.Works && (d.Missing || d.Second == "") || !d.Works && !d.Missing {
			t.Errorf("%+v", d)
		}
	}
	for _, name := range available(t) {
		if !works[name] {
			t.Errorf("%s is not said to work", name)
		}
	}
	auto, _, err := choose("engine", Auto, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range list {
		if d.Fastest && d.Engine != auto {
			t.Errorf("auto is %s, not %s", auto, d.Engine)
		}
	}
}
