package chain_test

import (
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/devnet"
)

func TestSecretsDependOnEverything(t *testing.T) {
	d := start(t, devnet.Config{Interval: time.Second})
	c := dial(t, d, d.WS())
	a, b := open(t, c, d.Keys()[0]), open(t, c, d.Keys()[1])
	one, two := chain.Hash{1}, chain.Hash{2}
	if a.Secret("seal", one, two) != open(t, c, d.Keys()[0]).Secret("seal", one, two) {
		t.Error("one key, two secrets: what is sealed before a restart couldn't be opened after it")
	}
	seen := make(map[chain.Hash]string)
	for name, secret := range map[string]chain.Hash{
		"all":             a.Secret("seal", one, two),
		"another key":     b.Secret("seal", one, two),
		"another purpose": a.Secret("ballot", one, two),
		"another order":   a.Secret("seal", two, one),
		"fewer words":     a.Secret("seal", one),
	} {
		if other, ok := seen[secret]; ok {
			t.Errorf("%s gives the same secret as %s", name, other)
		}
		seen[secret] = name
	}
}

func TestQuietOnlyWhenThePoolIsEmpty(t *testing.T) {
	d := start(t, devnet.Config{Interval: time.Hour})
	a := open(t, dial(t, d, d.WS()), d.Keys()[0])
	quiet := func(want bool) {
		t.Helper()
		if got, err := a.Quiet(t.Context()); err != nil || got != want {
			t.Errorf("quiet: %v (%v), want %v", got, err, want)
		}
	}
	quiet(true)
	a.Hurry(500*time.Millisecond, time.Hour)
	if _, err := a.Transfer(t.Context(), chain.Address{1}, chain.Ether(1)); err == nil {
		t.Fatal("mined without a block")
	}
	quiet(false)
	if err := d.Mine(); err != nil {
		t.Fatal(err)
	}
	quiet(true)
}
