package chain

import (
	"errors"
	"fmt"
	"strings"
)

var (
	ErrUnreachable = errors.New("chain node unreachable")
	ErrWrongChain  = errors.New("wrong chain")
	ErrNotDeployed = errors.New("contracts not deployed")
	ErrLocked      = errors.New("key already in use by another process")
	ErrKey         = errors.New("key can't be opened")
	ErrFunds       = errors.New("not enough funds")
	ErrNotMined    = errors.New("transaction not mined in time")
	ErrNotFound    = errors.New("not found on chain")
)

// nodeError names what is known about an error returned by the node while doing something.
func nodeError(doing string, err error) error {
	if revert := revertOf(err); revert != nil {
		return fmt.Errorf("%s: %w", doing, revert)
	}
	if strings.Contains(err.Error(), "insufficient funds") {
		return fmt.Errorf("%s: %w: %s", doing, ErrFunds, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}
