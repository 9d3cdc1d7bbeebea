package keeper

import (
	"math/big"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
)

// TestVoidedWindowsOfOthersAreClaimedToo: a voided window keeps its reward reserved until somebody claims for it. An owner who never did would
// leave the run without the money for its last windows.
func TestVoidedWindowsOfOthersAreClaimedToo(t *testing.T) {
	self, other := chain.Address{1}, chain.Address{2}
	lie, mine, theirs := chain.Hash{10}, chain.Hash{11}, chain.Hash{12}
	l := newLedger(self)
	for window, c := range []chain.Committed{{Commitment: lie, Committer: other}, {Commitment: mine, Committer: self}, {Commitment: theirs, Committer: other}} {
		c.Window = uint64(window)
		l.take(c)
	}
	l.take(chain.RolledBack{Commitment: lie, Voided: 2})
	if got, want := l.claimable(), []chain.Hash{mine, theirs}; !slices.Equal(got, want) {
		t.Fatalf("claimable: %x, want %x", got, want)
	}

	// The other's bond came home: what is left of it is the other's business.
	l.take(chain.VoidedClaimed{Commitment: theirs, By: lie, Amount: big.NewInt(1)})
	l.take(chain.VoidedClaimed{Commitment: mine, By: lie, Amount: big.NewInt(1)})
	if got := l.claimable(); len(got) != 0 {
		t.Fatalf("claimable after both bonds: %x", got)
	}
	if !l.waiting() {
		t.Fatal("the account's own share is forgotten")
	}
	l.take(chain.Rejected{Commitment: lie})
	l.take(chain.Settled{Commitment: lie, ToVoided: big.NewInt(2)})
	if got := l.claimable(); !slices.Equal(got, []chain.Hash{mine}) {
		t.Fatalf("claimable after the settlement: %x, want the own share", got)
	}
	l.take(chain.VoidedClaimed{Commitment: mine, By: lie, Amount: big.NewInt(1), Share: true})
	if l.waiting() {
		t.Fatal("still waiting after the share was paid")
	}
}
