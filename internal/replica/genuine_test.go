package replica_test

import (
	"errors"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
)

// A node that tells another story than the hash can't make an agent bond: every field that the hash covers is compared.
func TestNodeThatChangesACommitmentIsUnknown(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	a, r := s.Account(1), s.Replica("auto", "")
	post := firstWindow(t, r)
	_, cid, err := r.Publish(t.Context(), post)
	check(t, err)
	hash := s.CommitRoot(a, r.Root(post), cid.Bytes())
	told, err := a.Commitment(t.Context(), hash)
	check(t, err)
	if err := replica.Genuine(r, hash, told, cid.Bytes()); err != nil {
		t.Fatalf("the truth is refused: %v", err)
	}
	for name, change := range map[string]func(*chain.Commitment){
		"run":       func(c *chain.Commitment) { c.Run++ },
		"parent":    func(c *chain.Commitment) { c.Parent[31] ^= 1 },
		"window":    func(c *chain.Commitment) { c.Window++ },
		"steps":     func(c *chain.Commitment) { c.Steps++ },
		"post root": func(c *chain.Commitment) { c.PostRoot[0] ^= 1 },
		"committer": func(c *chain.Commitment) { c.Committer[0] ^= 1 },
		"fence":     func(c *chain.Commitment) { c.Fence++ },
	} {
		lie := told
		change(&lie)
		if err := replica.Genuine(r, hash, lie, cid.Bytes()); !errors.Is(err, replica.ErrUnknown) {
			t.Errorf("another %s: %v, want unknown", name, err)
		}
	}
	if err := replica.Genuine(r, hash, told, append(cid.Bytes(), 0)); !errors.Is(err, replica.ErrUnknown) {
		t.Errorf("another CID: %v, want unknown", err)
	}
}
