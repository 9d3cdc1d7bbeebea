package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/commonweight/commonweight/circuits"
	"github.com/commonweight/commonweight/circuits/step"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/program"
	"github.com/commonweight/commonweight/worker"
)

// maxTranscript bounds the packed transcript of a setup before it is fetched.
const maxTranscript = 8 << 30

// compiled is a program's step circuit with its hash.
type compiled struct {
	*step.Circuit
	hash circuits.SystemHash
}

func compileCircuit(p *program.Program) (*compiled, error) {
	c, err := step.Compile(p)
	if err != nil {
		return nil, badInput(err)
	}
	hash, err := circuits.HashSystem(c.Constraints())
	if err != nil {
		return nil, err
	}
	return &compiled{c, hash}, nil
}

// estimate says what work with the circuit asks of this machine.
func (c *compiled) estimate() circuits.Estimate {
	return circuits.EstimateOf(c.Constraints().GetNbConstraints())
}

// foretell writes an estimate before long work, and what became of it after.
func (c *console) foretell(what string, estimate time.Duration) (done func()) {
	fmt.Fprintf(c.err, "%s: about %s on two cores …\n", what, estimate.Round(100*time.Millisecond))
	begun := time.Now()
	return func() { fmt.Fprintf(c.err, "%s: done in %s\n", what, time.Since(begun).Round(10*time.Millisecond)) }
}

func keyStore(dataDir string) circuits.Store {
	return circuits.Store{Dir: filepath.Join(dataDir, "circuits")}
}

// developmentKeys returns the keys of a setup by this machine alone, kept from before if there are any.
//
// Errors: on any chain but a local one.
func (c *console) developmentKeys(dataDir string, chainID uint64, circuit *compiled) (*circuits.Keys, error) {
	if !chain.IsLocal(chainID) {
		return nil, badInput(fmt.Errorf("a development setup can prove anything: it is for the local chains 1337 and 31337, not for %d; "+
			"set up by many instead: commonweight circuits setup --transcript FOLDER", chainID))
	}
	store := keyStore(dataDir)
	keys, err := store.Load(circuit.hash)
	if err == nil && keys.Development || err != nil && !errors.Is(err, circuits.ErrNoKeys) {
		return keys, err
	}
	fmt.Fprintln(c.err, "DEVELOPMENT SETUP: whoever made these keys can prove anything. For this local chain only.")
	done := c.foretell("setup", circuit.estimate().Setup)
	if keys, err = circuits.DevelopmentKeys(circuit.Constraints()); err != nil {
		return nil, err
	}
	done()
	return keys, store.Save(circuit.hash, keys)
}

// checkProofs is what every agent makes sure of before its first bond in a run whose steps can be proved.
func (s *session) checkProofs(store ipfs.Store) replica.Proofs {
	return func(ctx context.Context, p *program.Program, registered chain.Proofs) error {
		circuit, err := compileCircuit(p)
		if err != nil {
			return err
		}
		if circuit.hash != circuits.SystemHash(registered.SystemHash) {
			return fmt.Errorf("constraint system differs: %s on chain, %s compiled here", chain.Hash(registered.SystemHash), circuit.hash)
		}
		if len(registered.TranscriptCid) == 0 {
			if !chain.IsLocal(s.config.ChainID) {
				return errors.New("its setup has no transcript")
			}
			return nil // a development key of a local chain: nothing to check it by
		}
		keys, err := keyStore(s.config.DataDir).Load(circuit.hash)
		if err == nil && !keys.Development && chain.KeyHash(keys.Verifying.Bytes()) == chain.Hash(registered.KeyHash) {
			return nil // verified before
		}
		return s.fetchTranscript(ctx, store, circuit, registered)
	}
}

// fetchTranscript verifies the transcript that a run names and keeps the keys that it makes.
func (s *session) fetchTranscript(ctx context.Context, store ipfs.Store, circuit *compiled, registered chain.Proofs) error {
	id, err := ipfs.CIDFromBytes(registered.TranscriptCid)
	if err != nil {
		return err
	}
	content, err := store.Get(ctx, id, maxTranscript)
	if err != nil {
		return fmt.Errorf("the transcript of its setup: %w", err)
	}
	defer content.Close()
	dir, err := os.MkdirTemp("", "commonweight-setup-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := circuits.Unpack(content, dir); err != nil {
		return err
	}
	transcript, err := circuits.OpenTranscript(dir, circuit.Constraints())
	if err != nil {
		return err
	}
	keys, err := transcript.Verify()
	if err != nil {
		return err
	}
	if got := chain.KeyHash(keys.Verifying.Bytes()); got != chain.Hash(registered.KeyHash) {
		return fmt.Errorf("key differs: %s on chain, %s by the transcript", chain.Hash(registered.KeyHash), got)
	}
	return keyStore(s.config.DataDir).Save(circuit.hash, keys)
}

// proofTerms are what a run registers to be provable: "development", or by the transcript in a folder, which is stored.
func (c *console) proofTerms(ctx context.Context, s *session, store ipfs.Store, p *program.Program, setup string) (terms chain.Proofs, err error) {
	circuit, err := compileCircuit(p)
	if err != nil {
		return terms, err
	}
	var keys *circuits.Keys
	if setup == development {
		keys, err = c.developmentKeys(s.config.DataDir, s.config.ChainID, circuit)
	} else {
		keys, terms.TranscriptCid, err = c.transcriptTerms(ctx, s, store, circuit, setup)
	}
	if err != nil {
		return terms, err
	}
	terms.SystemHash, terms.KeyHash = circuit.hash, chain.KeyHash(keys.Verifying.Bytes())
	return terms, nil
}

func (c *console) transcriptTerms(ctx context.Context, s *session, store ipfs.Store, circuit *compiled, dir string) (*circuits.Keys, []byte, error) {
	transcript, err := circuits.OpenTranscript(dir, circuit.Constraints())
	if err != nil {
		return nil, nil, badInput(err)
	}
	keys, err := c.verifiedKeys(s.config.DataDir, circuit, transcript)
	if err != nil {
		return nil, nil, err
	}
	packed, w := io.Pipe()
	go func() { w.CloseWithError(transcript.Pack(w)) }()
	id, err := store.Put(ctx, packed)
	if err != nil {
		return nil, nil, err
	}
	return keys, id.Bytes(), nil
}

// verifiedKeys are a transcript's keys: those that were kept when this same transcript was verified here, or else by verifying it.
func (c *console) verifiedKeys(dataDir string, circuit *compiled, transcript *circuits.Transcript) (*circuits.Keys, error) {
	hash, err := transcript.Hash()
	if err != nil {
		return nil, err
	}
	keys, err := keyStore(dataDir).Load(circuit.hash)
	if err != nil || keys.Transcript != hash {
		return c.verifyTranscript(dataDir, circuit, transcript)
	}
	if err := transcript.CheckFiles(); err != nil {
		return nil, badInput(err)
	}
	return keys, nil
}

// verifyTranscript verifies a transcript and keeps the keys that it makes.
func (c *console) verifyTranscript(dataDir string, circuit *compiled, transcript *circuits.Transcript) (*circuits.Keys, error) {
	done := c.foretell("verify the transcript", circuit.estimate().Contribute[1])
	keys, err := transcript.Verify()
	if err != nil {
		return nil, badInput(err)
	}
	done()
	return keys, keyStore(dataDir).Save(circuit.hash, keys)
}

// development is the setup by one machine, where a folder of a transcript could be named.
const development = "development"

// prover proves steps of one run.
type prover struct {
	account *chain.Account // nil: proofs aren't sent
	replica *replica.Replica
	circuit *compiled
	keys    *circuits.Keys
	domain  chain.Hash
	told    func(step uint64, took time.Duration)
}

// openProver compiles the run's circuit and loads its keys.
//
// Errors: the run has no key, its program no circuit, or this machine not the keys; what to do is said.
func (s *session) openProver(r *replica.Replica, account *chain.Account) (*prover, error) {
	registered := r.Run().Proofs
	if registered.KeyHash == [32]byte{} {
		return nil, badInput(fmt.Errorf("run %d has no key: its steps can't be proved (run create --proofs)", r.ID()))
	}
	circuit, err := compileCircuit(r.Program())
	if err != nil {
		return nil, err
	}
	keys, err := keyStore(s.config.DataDir).Load(circuit.hash)
	if errors.Is(err, circuits.ErrNoKeys) {
		return nil, badInput(fmt.Errorf("%w: copy the author's (%s), or verify the transcript: commonweight circuits verify-transcript", err, keyStore(s.config.DataDir).Folder(circuit.hash)))
	}
	if err != nil {
		return nil, err
	}
	if got := chain.KeyHash(keys.Verifying.Bytes()); got != chain.Hash(registered.KeyHash) {
		return nil, badInput(fmt.Errorf("the keys here are of another setup than the run's: key %s, on chain %s", got, chain.Hash(registered.KeyHash)))
	}
	return &prover{account: account, replica: r, circuit: circuit, keys: keys, domain: s.client.ProofDomain(r.ID()), told: func(uint64, time.Duration) {}}, nil
}

// statement is what the proof of the step from one state to the next shows.
func (p *prover) statement(pre, post *program.State) step.Statement {
	facts := p.replica.Run().Facts
	return step.Statement{
		Domain: p.domain, Program: facts.ProgramRoot, Dataset: facts.DatasetRoot, First: uint64(pre.Clock), Steps: 1,
		Pre: [32]byte(p.replica.Root(pre)), Post: [32]byte(p.replica.Root(post)),
	}
}

// step proves one step. A proof can't be stopped: when the context ends it is left to itself, with nothing that is closed then.
func (p *prover) step(ctx context.Context, pre, post *program.State) ([]byte, error) {
	begun := time.Now()
	full, err := p.circuit.Assign(p.statement(pre, post), step.Step{Pre: pre, Payload: p.replica.Payload()})
	if errors.Is(err, step.ErrNotFinite) {
		return nil, fmt.Errorf("%w: %w", worker.ErrNoProof, err)
	}
	if err == nil {
		err = memoryFor(p.circuit.estimate().Memory)
	}
	if err != nil {
		return nil, err
	}
	var proof []byte
	made := make(chan error, 1)
	go func() {
		text, err := p.keys.Prove(p.circuit.Constraints(), full)
		proof = text
		made <- err
	}()
	select {
	case err = <-made:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if err == nil {
		p.told(uint64(pre.Clock), time.Since(begun))
	}
	return proof, err
}

// Prove proves the steps of a commitment that aren't proved yet, and sends the proofs.
//
// Errors: worker.ErrNoProof if a step has none, or the commitment isn't Pending any more.
func (p *prover) Prove(ctx context.Context, commitment chain.Hash, pre *program.State, steps int) error {
	reached, err := p.account.Reached(ctx, commitment)
	if err != nil {
		return err
	}
	key := p.keys.Verifying.Bytes()
	for i := range steps {
		post, err := p.replica.Replay(ctx, pre, 1, nil)
		if err != nil {
			return err
		}
		if i >= int(reached.Steps) {
			if err := p.proveStep(ctx, commitment, pre, post, key); err != nil {
				return fmt.Errorf("step %d: %w", pre.Clock, err)
			}
		}
		pre = post
	}
	return nil
}

func (p *prover) proveStep(ctx context.Context, commitment chain.Hash, pre, post *program.State, key []byte) error {
	status, err := p.account.Status(ctx, commitment)
	if err != nil {
		return err
	}
	if status != chain.StatusPending {
		return fmt.Errorf("%w: its window is %s", worker.ErrNoProof, status)
	}
	proof, err := p.step(ctx, pre, post)
	if err == nil {
		_, err = p.account.Prove(ctx, commitment, 1, p.replica.Root(post), key, proof)
	}
	return err
}

// export writes the key in the contract's form, and gnark's own contract with the key built in.
func export(k *circuits.VerifyingKey, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var contract bytes.Buffer
	if err := k.ExportSolidity(&contract); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "verifying.key"), k.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "Verifier.sol"), contract.Bytes(), 0o644)
}
