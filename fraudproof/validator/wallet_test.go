package validator

import (
	"encoding/hex"
	"math/big"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
)

// walletCode creates a contract wallet that takes every signature for its own (EIP-1271), and passes on whatever anyone asks of it: the first 20
// bytes of a call are an address, to which the rest goes, with the coins.
//
//	5f35 60e0 1c 63 1626ba7e 14 6039 57   asked for isValidSignature: to the end
//	36 6015 57 5f5ffd                     no calldata: revert
//	5b 6014 36 03 80 6014 5f 37           copy what stands behind the address
//	5f 5f 82 5f 34 5f35 6060 1c 5a f1     call
//	3d 5f 5f 3e 6035 57 3d 5f fd          copy the answer; failed: revert with it
//	5b 3d 5f f3                           return it
//	5b 63 1626ba7e 60e0 1b 5f 52 6020 5f f3
const walletCode = "604880" + "60095f395ff3" + "5f3560e01c631626ba7e14603957" + "36601557" + "5f5ffd" + "5b6014360380" + "60145f37" +
	"5f5f825f345f3560601c5af1" + "3d5f5f3e603557" + "3d5ffd" + "5b3d5ff3" + "5b631626ba7e60e01b5f5260205ff3"

// TestContractWalletServes: a contract wallet has the stake and the seat. The agent signs and brings its ballot, reveals it and settles the seat;
// the fee is the wallet's.
func TestContractWalletServes(t *testing.T) {
	long(t)
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	agent, worker, liar, challenger := s.Account(accountAgent), s.Account(accountWorker), s.Account(accountLiar), s.Account(accountChallenger)
	s.Jury(chaintest.Answer, accountJury, accountJury+1)
	code, err := hex.DecodeString(walletCode)
	if err != nil {
		t.Fatal(err)
	}
	created, err := agent.Send(t.Context(), "create a wallet", nil, code, nil)
	if err != nil {
		t.Fatal(err)
	}
	wallet := created.Address
	call := append(agent.Deployment().Validators.Bytes(), bindings.NewValidators().PackStake()...)
	if _, err := agent.Send(t.Context(), "stake for the wallet", &wallet, call, stake); err != nil {
		t.Fatal(err)
	}
	salts, err := OpenSalts(t.Context(), agent, wallet, agent.Client, "")
	if err != nil {
		t.Fatal(err)
	}
	var told diary
	launchConfig(t, Config{Account: agent, Juror: wallet, Judge: every(agent), Salts: salts, Report: &told, Log: silent}, &told)
	lie := s.CommitLie(liar)
	truth, err := chaintest.Answer(t.Context(), agent.Client, lie)
	if err != nil {
		t.Fatal(err)
	}
	s.Dispute(challenger, lie, truth)
	s.Await(worker, "the lie is rejected", func() (bool, error) { return s.Status(worker, lie) == chain.StatusRejected, nil })
	if seat, err := agent.Seat(t.Context(), lie, 1, wallet); err != nil || seat.Root != truth {
		t.Errorf("the wallet's seat is %s with root %s, %v", seat.Status, seat.Root, err)
	}
	s.CommitTruth(worker)
	s.Finalise(worker)
	s.Await(agent, "the fee", func() (bool, error) {
		credit, err := agent.Credit(t.Context(), wallet, chain.Native)
		return credit != nil && credit.Cmp(chain.Ether(10)) == 0, err
	})
	v, err := agent.Validator(t.Context(), wallet)
	if err != nil || v.Locked.Cmp(new(big.Int)) != 0 || v.Stake.Cmp(stake) != 0 {
		t.Errorf("the wallet's stake: %+v, %v", v, err)
	}
}
