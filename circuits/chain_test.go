package circuits_test

import (
	"bytes"
	"testing"

	"github.com/consensys/gnark-crypto/ecc/bn254/fr"

	"github.com/commonweight/commonweight/circuits"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
)

// proofGas is what proving may cost on chain, as a whole transaction.
const proofGas = 500_000

// provable are terms of a run whose steps are the toy's.
func provable(t *testing.T, keys *circuits.Keys, genesis fr.Element) chain.Run {
	system, _ := developed()
	hash, err := circuits.HashSystem(system)
	if err != nil {
		t.Fatal(err)
	}
	terms := chaintest.Terms()
	program, dataset := fr.NewElement(100), fr.NewElement(200)
	terms.Facts.ProgramRoot, terms.Facts.DatasetRoot, terms.Facts.GenesisRoot = program.Bytes(), dataset.Bytes(), genesis.Bytes()
	terms.Proofs = chain.Proofs{KeyHash: chain.KeyHash(keys.Verifying.Bytes()), SystemHash: hash}
	return terms
}

// A window is proved by two chained proofs and becomes final without a challenge period; whatever doesn't hold is refused and leaves nothing.
func TestProvenWindowNeedsNoChallengePeriod(t *testing.T) {
	system, keys := developed()
	key := keys.Verifying.Bytes()
	genesis := fr.NewElement(3)
	stage := chaintest.Start(t, provable(t, keys, genesis))
	worker, challenger := stage.Account(0), stage.Account(1)
	ctx := t.Context()
	word := worker.ProofDomain(stage.Run)
	var domain fr.Element
	domain.SetBytes(word[:])

	prove := func(first uint64, pre fr.Element) ([]byte, fr.Element) {
		full, public := stepOf(t, domain, fr.NewElement(100), fr.NewElement(200), first, pre)
		proof, err := keys.Prove(system, full)
		if err != nil {
			t.Fatal(err)
		}
		return proof, public[6]
	}
	one, middle := prove(0, genesis)
	two, post := prove(1, middle)
	commitment := stage.Commit(worker, post.Bytes(), []byte{1})
	challenge := stage.Dispute(challenger, commitment, chain.Hash{9})

	send := func(steps uint32, root fr.Element, key, proof []byte) (*chain.Receipt, error) {
		return worker.Prove(ctx, commitment, steps, root.Bytes(), key, proof)
	}
	refused := func(what, want string, err error) {
		t.Helper()
		if !chain.IsRevert(err, want) {
			t.Errorf("%s: %v, want %s", what, err, want)
		}
	}
	other := bytes.Clone(key)
	other[5] ^= 1
	broken := bytes.Clone(one)
	broken[100] ^= 1
	_, err := send(1, middle, other, one)
	refused("another key", "WrongKey", err)
	_, err = send(1, middle, key, broken)
	refused("a flipped bit", "InvalidProof", err)
	_, err = send(1, middle, key, one[:len(one)-1])
	refused("a byte less", "InvalidProof", err)
	_, err = send(1, post, key, two)
	refused("the second step first", "InvalidProof", err)
	_, err = send(2, post, key, one)
	refused("one step for two", "InvalidProof", err)
	_, err = send(2, middle, key, one)
	refused("another post root", "WrongRoot", err)
	_, err = send(3, post, key, one)
	refused("more steps than there are", "WrongSteps", err)
	_, err = send(0, middle, key, one)
	refused("no step", "WrongSteps", err)
	_, err = worker.Prove(ctx, commitment, 1, modulusPlus(middle), key, one)
	refused("a root beyond the field", "NotInField", err)
	_, err = challenger.Dismiss(ctx, challenge)
	refused("dismissing before the proof", "NotProven", err)
	if x, err := worker.Reached(ctx, commitment); err != nil || x != (chain.Reached{}) {
		t.Fatalf("refused proofs left %v, %v", x, err)
	}

	// The same window of another run with the same key and terms is another statement.
	own := stage.Run
	author := stage.Account(2)
	if stage.Run, _, err = author.Create(ctx, provable(t, keys, genesis)); err != nil {
		t.Fatal(err)
	}
	if _, err := author.Fund(ctx, stage.Run, chain.Ether(40)); err != nil {
		t.Fatal(err)
	}
	elsewhere := stage.Commit(worker, post.Bytes(), []byte{1})
	_, err = worker.Prove(ctx, elsewhere, 1, middle.Bytes(), key, one)
	refused("a proof of another run", "InvalidProof", err)
	stage.Run = own

	receipt, err := send(1, middle, key, one)
	if err != nil {
		t.Fatal(err)
	}
	first := receipt.GasUsed
	if x, err := worker.Reached(ctx, commitment); err != nil || x.Steps != 1 || x.Root != middle.Bytes() {
		t.Fatalf("reached %v, %v", x, err)
	}
	_, err = send(1, middle, key, one)
	refused("the first step again", "WrongRoot", err)
	if proven, err := worker.IsProven(ctx, commitment); err != nil || proven {
		t.Fatalf("half a window proves it: %v, %v", proven, err)
	}
	receipt, err = send(1, post, key, two)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := chain.EventOf[chain.WindowProved](receipt); err != nil {
		t.Error(err)
	}
	t.Logf("gas: %d for the first step, %d for the last", first, receipt.GasUsed)
	if first > proofGas || receipt.GasUsed > proofGas {
		t.Errorf("a proof costs more than %d gas", proofGas)
	}
	_, err = send(1, post, key, two)
	refused("proving what is proved", "NotProvable", err)

	_, err = worker.Finalise(ctx, stage.Run, 1)
	refused("finality over a challenge", "NothingToFinalise", err)
	if _, err := worker.Dismiss(ctx, challenge); err != nil {
		t.Fatal(err)
	}
	if _, err := worker.Resolve(ctx, commitment); err != nil {
		t.Fatal(err)
	}
	if _, err := worker.Finalise(ctx, stage.Run, 1); err != nil {
		t.Fatal(err)
	}
	if status := stage.Status(worker, commitment); status != chain.StatusFinalised {
		t.Fatalf("the proven window is %s", status)
	}
	settled, err := challenger.SettleChallenge(ctx, challenge)
	if err != nil {
		t.Fatal(err)
	}
	money, err := chain.EventOf[chain.ChallengeSettled](settled)
	if err != nil {
		t.Fatal(err)
	}
	bond, err := worker.ChallengeBond(ctx, stage.Run)
	if err != nil {
		t.Fatal(err)
	}
	if money.Status != chain.ChallengeReturned || money.ToChallenger.Cmp(bond) != 0 {
		t.Errorf("the dismissed challenge is %s with %s of its bond %s", money.Status, money.ToChallenger, bond)
	}
}

// modulusPlus is the other way to write an element in 32 bytes.
func modulusPlus(e fr.Element) (word [32]byte) {
	value := fr.Modulus()
	value.Add(value, e.BigInt(fr.Modulus()))
	value.FillBytes(word[:])
	return word
}
