package golden

import (
	"encoding/hex"
	"path/filepath"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/program"
)

// Goal is a goal of the same run and what its states reach: testdata/vectors/gpt-tiny-goal.json.
type Goal struct {
	Schema  string       `json:"schema"`
	About   string       `json:"about"`
	Seed    uint64       `json:"seed"`
	Goal    program.Goal `json:"goal"`
	Payload string       `json:"payload"` // the held-out data, hex
	States  []struct {
		Steps int    `json:"steps"`
		Loss  string `json:"loss"` // bits
	} `json:"states"`
}

// TinyGoal reads the goal and compiles its evaluation.
func TinyGoal(t testing.TB, vectors string) (g Goal, p *program.Program, payload []byte) {
	t.Helper()
	_, tiny, _ := Tiny(t, vectors)
	Read(t, filepath.Join(vectors, "gpt-tiny-goal.json"), &g)
	spec := tiny.Spec
	spec.Goal = &g.Goal
	p, err := program.CompileEvaluation(spec)
	if err != nil {
		t.Fatal(err)
	}
	if payload, err = hex.DecodeString(strings.TrimPrefix(g.Payload, "0x")); err != nil {
		t.Fatal(err)
	}
	return g, p, payload
}
