package agent

import "testing"

func TestToldSaysTheSameOnce(t *testing.T) {
	told := make(Told[int])
	for i, c := range []struct {
		subject int
		text    string
		want    bool
	}{
		{1, "no node", true},
		{1, "no node", false},
		{2, "no node", true},
		{1, "no data", true},
		{1, "no node", true},
		{3, "", false},
		{2, "", true},
	} {
		if got := told.Once(c.subject, c.text); got != c.want {
			t.Errorf("%d: Once(%d, %q) = %t", i, c.subject, c.text, got)
		}
	}
	delete(told, 1)
	if !told.Once(1, "no node") {
		t.Error("what is forgotten isn't said again")
	}
}
