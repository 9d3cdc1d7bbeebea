package cpu

import (
	"testing"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/program"
)

func planned(t *testing.T) *planner {
	t.Helper()
	k, err := kernel.Lookup(levels[1])
	if err != nil {
		t.Skip(err)
	}
	payload := randomBytes(2000)
	pl := &planner{p: compile(t, run(gpt(2, 32, 2, 16, 20), 2, payload)), k: k, payload: payload, threads: 2}
	if _, err := pl.plan(); err != nil {
		t.Fatal(err)
	}
	return pl
}

// TestPlanKeepsOrder checks that everything a node reads from another is of an earlier level, and that no memory is shared while it is
// needed.
func TestPlanKeepsOrder(t *testing.T) {
	pl := planned(t)
	lastRead := map[int]int{}
	for i := range pl.p.Operators {
		reader := pl.nodeOf[i]
		for _, in := range pl.p.Operators[i].Operands {
			if reader == nil || in.Source != program.SourceTrace {
				continue
			}
			writer := pl.nodeOf[in.Index]
			if writer != reader && writer.level >= reader.level || writer == reader && in.Index >= i {
				t.Errorf("%s reads %s of its own level or a later one", pl.p.Operators[i].Name, pl.p.Operators[in.Index].Name)
			}
			lastRead[in.Index] = max(lastRead[in.Index], reader.level)
		}
	}
	for i := range pl.p.Operators {
		for j := range pl.p.Operators {
			a, b := pl.slots[pl.slot(i)], pl.slots[pl.slot(j)]
			if i == j || len(a) == 0 || len(b) == 0 || &a[0] != &b[0] || pl.nodeOf[i].level > pl.nodeOf[j].level {
				continue
			}
			if n := pl.nodeOf[j]; n.adds && n.into == i && n.members[1] == j {
				continue // added in place: TestGradientOfTiedEmbedding
			}
			if pl.enters[i] || lastRead[i] >= pl.nodeOf[j].level || pl.nodeOf[i].level == pl.nodeOf[j].level {
				t.Errorf("%s is overwritten by %s", pl.p.Operators[i].Name, pl.p.Operators[j].Name)
			}
		}
	}
}

// TestMayOverwrite moves a reader of a parameter to and behind the level that writes it.
func TestMayOverwrite(t *testing.T) {
	pl := planned(t)
	writer := pl.p.StateOutputs()[0]
	if !pl.mayOverwrite(0, writer) {
		t.Fatal("a parameter that is only read before is not written in place")
	}
	level := pl.nodeOf[writer].level
	for i := range pl.p.Operators {
		for _, in := range pl.p.Operators[i].Operands {
			if in.Source != program.SourcePreState || in.Index != 0 || pl.nodeOf[i] == pl.nodeOf[writer] {
				continue
			}
			was := pl.nodeOf[i]
			for _, late := range []int{level, level + 1} {
				pl.nodeOf[i] = &node{level: late, members: []int{i}}
				if pl.mayOverwrite(0, writer) {
					t.Errorf("%s would read what was overwritten", pl.p.Operators[i].Name)
				}
			}
			pl.nodeOf[i] = was
		}
	}
}
