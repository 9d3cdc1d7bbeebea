package devnet

import (
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
)

func TestLogStartsOverAfterAReorganisation(t *testing.T) {
	d := start(t, Config{Interval: time.Hour})
	c := dial(t, d.WS(), d)
	validator, err := c.Open(d.Keys()[0], t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer validator.Close()
	stake := func() {
		done := make(chan error, 1)
		go func() {
			_, err := validator.Stake(t.Context(), chain.Ether(1))
			done <- err
		}()
		for {
			select {
			case err := <-done:
				if err != nil {
					t.Fatal(err)
				}
				return
			case <-time.After(20 * time.Millisecond):
				if err := d.Mine(); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	log := c.Log(1)
	next := func(wantRestart bool) {
		t.Helper()
		_, restarted, err := log.Next(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if restarted != wantRestart {
			t.Errorf("restarted: %v, want %v", restarted, wantRestart)
		}
	}
	next(false)
	base := c.Latest().Hash
	stake()
	next(false)
	before, err := c.Events(t.Context(), 0, c.Latest().Number)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Fork(base, 3); err != nil {
		t.Fatal(err)
	}
	next(true)
	next(false)
	after, err := c.Events(t.Context(), 0, c.Latest().Number)
	if err != nil {
		t.Fatal(err)
	}
	if len(before) == 0 || len(after) != len(before) || after[0].BlockHash == before[0].BlockHash {
		t.Errorf("before %v, after %v", before, after)
	}
}
