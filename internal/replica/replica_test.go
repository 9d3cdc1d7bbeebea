package replica_test

import (
	"testing"

	"github.com/commonweight/commonweight/internal/replica/replicatest"
)

func TestOpenAcceptsASoundRun(t *testing.T) {
	s := replicatest.Start(t, nil, nil)
	r := s.Replica("auto", "")
	if err := r.Measure(t.Context()); err != nil {
		t.Fatal(err)
	}
	one, two := r.Engines()
	t.Log(one, two, r.StepTime(), r.SecondStepTime())
	if one == two {
		t.Errorf("the second opinion is the first: %s", one)
	}
}
