package ipfs

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ipfs/go-cid"
	shell "github.com/ipfs/go-ipfs-api"
)

// Keeper is a store that can be told what to keep and what to let go of.
type Keeper interface {
	Store
	// Pin keeps a content that has been read to its end: a store that collects garbage leaves it alone.
	Pin(ctx context.Context, c CID) error
	// Drop lets go of contents, but for blocks that those to be kept need too.
	Drop(ctx context.Context, drop, keep []CID) error
}

var (
	_ Keeper = (*Embedded)(nil)
	_ Keeper = (*Kubo)(nil)
)

// Pin implements Keeper: a folder collects no garbage.
//
// Errors: ErrNotFound.
func (e *Embedded) Pin(ctx context.Context, c CID) error {
	held, err := e.Has(ctx, c)
	if err == nil && !held {
		err = fmt.Errorf("%w: %v", ErrNotFound, c)
	}
	return err
}

// Drop implements Keeper: it deletes blocks. What other processes put into the folder meanwhile may share some with what is dropped, so who
// drops must know all that matters of contents alike: a checkpoint shares with an old one what it shares with those between, too.
func (e *Embedded) Drop(ctx context.Context, drop, keep []CID) error {
	wanted := make(map[cid.Cid]bool)
	for _, c := range keep {
		if err := e.named(ctx, c, func(block cid.Cid) { wanted[block] = true }); err != nil {
			return fmt.Errorf("drop contents: %w", err)
		}
	}
	for _, c := range drop {
		var blocks []cid.Cid
		if err := e.named(ctx, c, func(block cid.Cid) { blocks = append(blocks, block) }); err != nil {
			return fmt.Errorf("drop %v: %w", c, err)
		}
		// From the leaves up: after a kill, what is left is still named by the nodes above it.
		for i := len(blocks) - 1; i >= 0; i-- {
			if wanted[blocks[i]] {
				continue
			}
			if err := e.blocks.DeleteBlock(ctx, blocks[i]); err != nil {
				return fmt.Errorf("drop %v: %w", c, err)
			}
		}
	}
	return nil
}

// named visits the blocks that a content consists of, nodes before what they name, leaves unread. What a missing node would name is left out.
func (e *Embedded) named(ctx context.Context, id CID, visit func(cid.Cid)) error {
	if !id.Defined() {
		return nil
	}
	top, err := verified(ctx, e.blocks, id.c)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	size, err := topSize(id.c, top)
	if err != nil {
		return err
	}
	pending := []node{{id.c, size, levelOf(size)}}
	for len(pending) > 0 {
		n := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		visit(n.c)
		if n.level == 0 {
			continue
		}
		block, err := verified(ctx, e.blocks, n.c)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		below, err := n.children(block)
		if err != nil {
			return err
		}
		pending = append(pending, below...)
	}
	return nil
}

// Pin implements Keeper: the node pins the content, all of which it has after it was read through it.
func (k *Kubo) Pin(ctx context.Context, c CID) error {
	ctx, cancel := context.WithTimeoutCause(ctx, k.timeout, errLate)
	defer cancel()
	if err := k.shell.Request("pin/add", c.String()).Exec(ctx, nil); err != nil {
		return k.failed(ctx, fmt.Sprintf("pin %v", c), err)
	}
	return nil
}

// Drop implements Keeper: pins are taken away, blocks are left to the node's own garbage collection.
func (k *Kubo) Drop(ctx context.Context, drop, keep []CID) error {
	wanted := make(map[CID]bool, len(keep))
	for _, c := range keep {
		wanted[c] = true
	}
	for _, c := range drop {
		if wanted[c] {
			continue
		}
		if err := k.unpin(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

func (k *Kubo) unpin(ctx context.Context, c CID) error {
	ctx, cancel := context.WithTimeoutCause(ctx, k.timeout, errLate)
	defer cancel()
	err := k.shell.Request("pin/rm", c.String()).Exec(ctx, nil)
	if err != nil && !notPinned(err) {
		return k.failed(ctx, fmt.Sprintf("unpin %v", c), err)
	}
	return nil
}

func notPinned(err error) bool {
	var answer *shell.Error
	return errors.As(err, &answer) && strings.Contains(answer.Message, "not pinned")
}
