package chaintest

import (
	"context"
	"math/big"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
	"github.com/ethereum/go-ethereum/common"
)

// Wallet is a contract that is a party: it passes on whatever anyone asks of it, and refuses every payment.
type Wallet struct {
	Address chain.Address
	by      *chain.Account
}

// walletCode creates the contract. A call with nothing in it reverts. Of any other, the first 20 bytes are an address, to which the rest goes, with
// the coins; what comes back, also a revert, is passed back.
//
//	36 6007 57 5f5ffd                     no calldata: revert
//	5b 6014 36 03 80 6014 5f 37           copy what stands behind the address
//	5f 5f 82 5f 34 5f35 6060 1c 5a f1     call
//	3d 5f 5f 3e 6027 57 3d 5f fd          copy the answer; failed: revert with it
//	5b 3d 5f f3                           return it
var walletCode = common.FromHex("602b8060095f395ff3" + "36600757" + "5f5ffd" + "5b6014360380" + "60145f37" + "5f5f825f345f3560601c5af1" + "3d5f5f3e602757" + "3d5ffd" + "5b3d5ff3")

// NewWallet creates a wallet and pays for it. Its calls are sent by the account.
func NewWallet(t testing.TB, by *chain.Account) *Wallet {
	t.Helper()
	receipt, err := by.Send(t.Context(), "create a wallet", nil, walletCode, nil)
	if err != nil {
		t.Fatal(err)
	}
	return &Wallet{receipt.Address, by}
}

func (w *Wallet) pass(ctx context.Context, doing string, to chain.Address, data []byte, value *big.Int) (*chain.Receipt, error) {
	return w.by.Send(ctx, "wallet: "+doing, &w.Address, append(to.Bytes(), data...), value)
}

// NameKey lets the account that created the wallet move for it.
func (w *Wallet) NameKey(ctx context.Context) error {
	_, err := w.pass(ctx, "name a key", w.by.Deployment().Matches, bindings.NewMatches().PackNameKey(w.by.Address()), nil)
	return err
}

// Challenge seals and opens a challenge in favour of the wallet.
func (w *Wallet) Challenge(ctx context.Context, run chain.RunID, commitment, root chain.Hash) (chain.ChallengeID, error) {
	bond, err := w.by.ChallengeBond(ctx, run)
	if err != nil {
		return 0, err
	}
	salt, p := chain.Hash{8}, bindings.NewDisputes()
	receipt, err := w.pass(ctx, "seal", w.by.Deployment().Disputes, p.PackSeal(commitment, w.by.SealHash(commitment, root, w.Address, salt)), bond)
	if err != nil {
		return 0, err
	}
	sealed, err := chain.EventOf[chain.Sealed](receipt)
	if err != nil {
		return 0, err
	}
	_, err = w.pass(ctx, "open", w.by.Deployment().Disputes, p.PackOpen(commitment, uint64(sealed.Challenge), root, w.Address, salt), nil)
	return sealed.Challenge, err
}

// Commit takes the lease and commits a root on the head.
func (w *Wallet) Commit(ctx context.Context, run chain.RunID, root chain.Hash) (chain.Hash, error) {
	bond, err := w.by.RequiredBond(ctx, run)
	if err != nil {
		return chain.Hash{}, err
	}
	head, err := w.by.Head(ctx, run)
	if err != nil {
		return chain.Hash{}, err
	}
	p, training := bindings.NewTraining(), w.by.Deployment().Training
	if _, err := w.pass(ctx, "acquire", training, p.PackAcquire(uint64(run), head), bond); err != nil {
		return chain.Hash{}, err
	}
	lease, err := w.by.Lease(ctx, run)
	if err != nil {
		return chain.Hash{}, err
	}
	steps, err := w.by.StepsOf(ctx, run, lease.Window)
	if err != nil {
		return chain.Hash{}, err
	}
	receipt, err := w.pass(ctx, "commit", training, p.PackCommit(uint64(run), lease.Fence, head, steps, root, []byte{1}), nil)
	if err != nil {
		return chain.Hash{}, err
	}
	committed, err := chain.EventOf[chain.Committed](receipt)
	return committed.Commitment, err
}

// Answer shows what a demand asks for.
func (w *Wallet) Answer(ctx context.Context, commitment chain.Hash, opening []byte) error {
	_, err := w.pass(ctx, "answer", w.by.Deployment().Demands, bindings.NewDemands().PackAnswer(commitment, opening), nil)
	return err
}

// Withdraw tries to take out the wallet's credit, which fails.
func (w *Wallet) Withdraw(ctx context.Context) error {
	_, err := w.pass(ctx, "withdraw", w.by.Deployment().Vault, bindings.NewVault().PackWithdraw(chain.Native), nil)
	return err
}
