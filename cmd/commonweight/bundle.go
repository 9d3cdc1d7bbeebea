package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/config"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/spf13/cobra"
)

// bundled is what a verification says about an evidence bundle.
type bundled struct {
	Path       string     `json:"path"`
	Bytes      int64      `json:"bytes,omitempty"` // of a bundle that was written
	Commitment chain.Hash `json:"commitment"`
	*source               // of a bundle that was checked
}

// source is where a bundle's commitment lives, by its hash.
type source struct {
	ChainID   uint64        `json:"chainId"`
	Training  chain.Address `json:"training"`
	Committer chain.Address `json:"committer"`
}

func (b *bundled) describe() string {
	if b.Bytes != 0 {
		return fmt.Sprintf("%s: %d bytes of evidence about commitment %s; check it with: commonweight verify --bundle %s --commitment %s\n",
			b.Path, b.Bytes, b.Commitment, b.Path, b.Commitment)
	}
	return fmt.Sprintf("%s is about commitment %s by %s, contract %s on chain %d\n", b.Path, b.Commitment, b.Committer, b.Training, b.ChainID)
}

// writeBundle writes the evidence for the window that was verified.
func (v *verification) writeBundle(ctx context.Context, r *replica.Replica, path string) error {
	if len(v.Windows) == 0 {
		return nil // unknown: there is no commitment to write about
	}
	commitment := v.Windows[0].Commitment
	size, err := r.WriteBundle(ctx, commitment, path)
	if err != nil {
		return err
	}
	v.Bundle = &bundled{Path: path, Bytes: size, Commitment: commitment}
	return nil
}

// checkBundle answers for an evidence bundle, offline.
func (c *console) checkBundle(cmd *cobra.Command, path, pinned string) error {
	settings, err := config.Load(cmd.Flags())
	if err != nil {
		return badInput(err)
	}
	var want chain.Hash
	if pinned != "" {
		if err := want.UnmarshalText([]byte(pinned)); err != nil {
			return badInput(fmt.Errorf("--commitment %q: want 0x and 64 hexadecimal digits", pinned))
		}
	}
	b, err := replica.OpenBundle(cmd.Context(), path, replica.Options{
		Dir: filepath.Join(settings.DataDir, "bundles"), Engine: settings.Engine, Threads: settings.Threads,
	})
	if err != nil {
		return err
	}
	if pinned != "" && b.Commitment != want {
		err = fmt.Errorf("%w: %s is about commitment %s, not %s", replica.ErrUnknown, path, b.Commitment, want)
		return errors.Join(err, b.Close())
	}
	v := verificationOf(cmd.Context(), b)
	v.Bundle = &bundled{Path: path, Commitment: b.Commitment, source: &source{b.Domain.ChainID, b.Domain.Training, b.Committer}}
	return errors.Join(c.answer(v), b.Close())
}

func verificationOf(ctx context.Context, b *replica.Bundle) *verification {
	engine, _ := b.Engines()
	h, verdict := b.Check(ctx)
	v := &verification{Run: b.Run, Engine: engine, Answer: verdict.Answer.String(), Steps: []verifiedStep{}, Windows: []verifiedBound{}}
	if verdict.Answer != replica.Agree {
		v.Reason = verdict.Reason
	}
	if h == nil {
		return v
	}
	for i, root := range h.Roots[1:] {
		v.Steps = append(v.Steps, verifiedStep{Step: h.First + uint64(i), Root: root, Loss: h.Losses[i]})
	}
	v.Windows = append(v.Windows, verifiedBound{Window: b.Window, Commitment: b.Commitment, Own: h.Roots[len(h.Roots)-1], Committed: b.Claimed})
	return v
}
