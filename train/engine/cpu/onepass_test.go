package cpu

import (
	"slices"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/fused"
	"github.com/commonweight/commonweight/train/program"
)

// mapTasks returns the map tasks of a GPT with AdamW.
func mapTasks(t *testing.T) []*mapTask {
	payload := randomBytes(2000)
	e := open(t, levels[1], compile(t, run(gpt(2, 32, 2, 16, 20), 2, payload)), payload, 1)
	var tasks []*mapTask
	for _, s := range e.pool.stages {
		for _, u := range s.units {
			if m, ok := u.task.(*mapTask); ok && u.part == 0 {
				tasks = append(tasks, m)
			}
		}
	}
	return tasks
}

// TestOnePassIsFound: the lists are what a compiled GPT asks for, else their kernels would never run.
func TestOnePassIsFound(t *testing.T) {
	found := map[string]int{}
	for _, m := range mapTasks(t) {
		for _, b := range fused.Bodies {
			if m.match(b) != nil {
				found[b.Name]++
			}
		}
	}
	const tensors, layers = 2 + 2*12 + 2, 2
	for name, want := range map[string]int{"adam": tensors, "biasGELU": layers, "geluGrad": layers, "dlogits": 1} {
		if found[name] != want {
			t.Errorf("%d maps are %s, want %d", found[name], name, want)
		}
	}
}

// TestOnePassWantsTheSame changes a task that a list describes in one place after the other: it must no longer match.
func TestOnePassWantsTheSame(t *testing.T) {
	changes := map[string]func(m *mapTask, i int) bool{
		"operation": func(m *mapTask, i int) bool { m.body[i].op++; return true },
		"first":     func(m *mapTask, i int) bool { return other(m, i, &m.body[i].a) },
		"second":    func(m *mapTask, i int) bool { return arguments(m, i) > 1 && other(m, i, &m.body[i].b) },
		"third":     func(m *mapTask, i int) bool { return arguments(m, i) > 2 && other(m, i, &m.body[i].c) },
		"missing":   func(m *mapTask, i int) bool { m.body = slices.Delete(m.body, i, i+1); return true },
		"twice":     func(m *mapTask, i int) bool { m.body = slices.Insert(m.body, i, m.body[i]); return true },
		"kept": func(m *mapTask, i int) bool {
			v := &m.values[m.body[i].dst]
			if v.kind == valueMemory {
				v.kind = valueResult
			} else {
				v.kind = valueMemory
			}
			return true
		},
	}
	for _, m := range mapTasks(t) {
		for _, b := range fused.Bodies {
			if m.match(b) == nil {
				continue
			}
			for name, change := range changes {
				for i := range m.body {
					c := *m
					c.body, c.values = slices.Clone(m.body), slices.Clone(m.values)
					if change(&c, i) && c.match(b) != nil {
						t.Fatalf("%s: %s of instruction %d may be another", b.Name, name, i)
					}
				}
			}
		}
	}
}

func arguments(m *mapTask, i int) int {
	if m.body[i].op == 0 {
		return 1 // Canonical
	}
	return fused.Arguments(m.body[i].op)
}

// other names another value, if the argument's own is known from before: a list doesn't care which stream or uniform comes new.
func other(m *mapTask, i int, argument *int) bool {
	was, known := *argument, -1
	for at, s := range m.body[:i] {
		for _, v := range append([]int{s.dst}, []int{s.a, s.b, s.c}[:arguments(m, at)]...) {
			if v != was && m.values[v].uniform() == m.values[was].uniform() {
				*argument = v
			}
			if v == was {
				known = v
			}
		}
	}
	return known == was && *argument != was
}

// TestOnePassOnOddShapes follows tensors whose rows are shorter and longer than blocks, under the optimiser of the lists.
func TestOnePassOnOddShapes(t *testing.T) {
	payload := records(60, 9)
	m := program.Model{Kind: program.ModelMLP, Features: 9, Hidden: []int{530, 7}, Classes: 3, Activation: program.ActivationGELU}
	p := compile(t, run(m, 11, payload))
	follow(t, p, payload, p.Genesis(), 3)
}
