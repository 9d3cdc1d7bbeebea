package replica

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/program"
)

// An evidence bundle is a CAR file with what a person without a node, a store or a dataset needs to check one commitment:
//
//	claim      JSON, the file's root: the chain's and contract's names, what every commitment's hash from window 0 to this one covers, and
//	           the CIDs of the other parts
//	RunSpec    as it was registered
//	state      the checkpoint before the window; none for the first window of a run whose genesis comes from the seed
//	batches    the dataset's leaves that the window reads, each with its path to the dataset root
//
// Nothing in it needs to be believed: the lineage hashes to the commitment's hash, which covers the claimed root and, through the genesis
// hash, the RunSpec, program, dataset and genesis. So the one thing to compare with the chain, or with what somebody said, is that hash.
const bundleFormat = "commonweight evidence 1"

const (
	maxBundleBytes = 64 << 30
	maxClaimBytes  = 64 << 20
	maxBatchBytes  = trace.MaxBatchBytes
)

// claim is the root of a bundle.
type claim struct {
	Format   string        `json:"format"`
	ChainID  uint64        `json:"chainId"`
	Training chain.Address `json:"training"`
	Run      chain.RunID   `json:"run"`
	Lineage  []link        `json:"lineage"` // from window 0; the last is the commitment in question
	RunSpec  ipfs.CID      `json:"runSpec"`
	State    ipfs.CID      `json:"state"` // "" where the RunSpec's seed gives it
	Batches  ipfs.CID      `json:"batches"`
}

// link is what a commitment's hash covers, but for its parent's.
type link struct {
	Window    uint64        `json:"window"`
	Steps     uint32        `json:"steps"`
	PostRoot  chain.Hash    `json:"postRoot"`
	CID       string        `json:"cid"` // the bytes that were committed, hexadecimal
	Committer chain.Address `json:"committer"`
	Fence     uint64        `json:"fence"`
}

// last is the commitment in question.
func (c *claim) last() link { return c.Lineage[len(c.Lineage)-1] }

// parts are the contents of a bundle in their order; the claim's own CID comes first.
func (c *claim) parts(root ipfs.CID) []ipfs.CID {
	parts := []ipfs.CID{root, c.RunSpec}
	if c.State.Defined() {
		parts = append(parts, c.State)
	}
	return append(parts, c.Batches)
}

func (c *claim) encode() ([]byte, error) {
	text, err := json.Marshal(c)
	if err == nil && len(text) > maxClaimBytes {
		err = fmt.Errorf("a lineage of %d windows is too long for a bundle", len(c.Lineage))
	}
	return text, err
}

// decodeClaim accepts what encode writes, to the byte.
func decodeClaim(text []byte) (*claim, error) {
	c := new(claim)
	if err := json.Unmarshal(text, c); err != nil {
		return nil, unknownf("the bundle's claim: %w", err)
	}
	if again, err := c.encode(); err != nil || !bytes.Equal(again, text) {
		return nil, unknownf("the bundle's claim isn't in its canonical form")
	}
	if c.Format != bundleFormat {
		return nil, unknownf("the bundle's format is %q, known is %q", c.Format, bundleFormat)
	}
	if len(c.Lineage) == 0 || c.last().Window != uint64(len(c.Lineage))-1 {
		return nil, unknownf("the bundle's lineage doesn't reach from window 0 to its own")
	}
	return c, nil
}

// hash returns the commitment hash that the lineage gives above a genesis, and the root before the last window.
func (c *claim) hash(facts chain.Facts) (commitment, preRoot chain.Hash, err error) {
	d := chain.Domain{ChainID: c.ChainID, Training: c.Training}
	commitment, post := d.GenesisHash(c.Run, facts), chain.Hash(facts.GenesisRoot)
	for i, l := range c.Lineage {
		cid, err := hex.DecodeString(l.CID)
		if err != nil || l.Window != uint64(i) {
			return commitment, preRoot, unknownf("the bundle's lineage: window %d is no commitment", i)
		}
		preRoot, post = post, l.PostRoot
		commitment = d.CommitmentHash(c.Run, commitment, l.Window, l.Steps, l.PostRoot, cid, l.Committer, l.Fence)
	}
	return commitment, preRoot, nil
}

// factsOf are what the genesis hash covers, made from the RunSpec and a program compiled here.
func factsOf(p *program.Program) chain.Facts {
	f := chain.Facts{SpecHash: p.Spec.Hash(), ProgramRoot: trace.ProgramRoot(p), DatasetRoot: p.Spec.Dataset.Root}
	if p.Spec.Genesis.Kind == program.GenesisImport {
		f.GenesisRoot = [32]byte(*p.Spec.Genesis.Root)
	} else {
		f.GenesisRoot = trace.StateRoot(p, p.Genesis())
	}
	return f
}

// lineage reads a commitment and all below it, each compared with its hash.
func (r *Replica) lineage(ctx context.Context, commitment chain.Hash) ([]link, error) {
	var down []link
	parent := commitment
	for parent != r.genesis {
		c, err := r.commitment(ctx, parent)
		if err != nil {
			return nil, err
		}
		cid, err := r.cids.raw(ctx, parent)
		if err != nil {
			return nil, err
		}
		if uint64(len(down))+c.Window > maxClaimBytes/256 {
			return nil, fmt.Errorf("a lineage of %d windows is too long for a bundle", c.Window)
		}
		down = append(down, link{c.Window, c.Steps, c.PostRoot, hex.EncodeToString(cid), c.Committer, c.Fence})
		parent = c.Parent
	}
	up := make([]link, len(down))
	for i, l := range down {
		up[len(down)-1-i] = l
	}
	return up, nil
}
