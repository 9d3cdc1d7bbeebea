package player_test

import (
	"encoding/binary"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/commonweight/commonweight/circuits"
	"github.com/commonweight/commonweight/circuits/leaf"
	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// elements proves products of 32 terms with keys of its own.
var elements = sync.OnceValues(func() (*leaf.Prover, error) {
	c, err := leaf.Compile(leaf.Size{Blocks: 2, Depth: 3})
	if err != nil {
		return nil, err
	}
	keys, err := circuits.DevelopmentKeys(c.Constraints())
	return &leaf.Prover{Circuit: c, Keys: keys}, err
})

// spy sees what is proved before it is sent.
type spy struct {
	player.Prover
	saw func(domain [32]byte, e *match.Element, key, proof []byte) error
}

func (s spy) Prove(domain [32]byte, e *match.Element) (key, proof []byte, err error) {
	if s.Prover != nil {
		if key, proof, err = s.Prover.Prove(domain, e); err != nil {
			return nil, nil, err
		}
	}
	return key, proof, s.saw(domain, e, key, proof)
}

func (s spy) Takes() time.Duration { return time.Second }

// proving has both sides play, the honest one with a prover; the liar moves first where it may, if so asked.
func (d *duel) proving(prover player.Prover, liarFirst bool) {
	own := d.own()
	d.players = func() []*player.Player {
		players := []*player.Player{d.player(d.honest, own), d.player(d.liar, fixed{d.lies})}
		players[0].Prover = prover
		if liarFirst {
			slices.Reverse(players)
		}
		return players
	}
}

// TestElementProof: a committer ends matches by the proof of an element, from either place in which it may find itself; of what it could send
// instead everything is refused. A liar has no proof, and where there is none the match is played to its leaf.
func TestElementProof(t *testing.T) {
	replicatest.Long(t)
	prover, err := elements()
	check(t, err)
	a := newArenaOn(t, replicatest.StartProving(t, chain.KeyHash(prover.Keys.Verifying.Bytes()), func(s *program.Spec) {
		patient(s)
		poseidon2(s)
		s.Clocks.Challenge = 4000
	}))
	a.lists = a.stage.Replica("auto", "")
	at := operatorOf(t, a.program, "h.0.mlp.c_proj.weight.grad")
	lie := func(word int) match.Provider {
		lies, ok := a.tell(tracetest.Lie{Step: 2, Operator: at, Tile: 1, Word: word, Block: 1})
		if !ok {
			t.Fatal("the lie is rounded away")
		}
		return lies
	}
	// A liar that commits can't prove what isn't so, however it tries.
	tried := 0
	d := a.begin("tiny GPT, Poseidon2: committer lies, and would prove it", match.Committer, lie(37))
	own := a.own()
	d.players = func() []*player.Player {
		players := []*player.Player{d.player(d.honest, own), d.player(d.liar, fixed{d.lies})}
		players[1].Prover = spy{saw: func(domain [32]byte, e *match.Element, _, _ []byte) error {
			tried++
			_, _, err := prover.Prove(domain, e)
			if err == nil {
				t.Error("a lie is proved")
			}
			return err
		}}
		return players
	}
	d.play(false)
	if tried == 0 {
		t.Error("the liar didn't try")
	}

	var phases []match.Phase
	var old struct{ key, proof []byte } // of another match
	for i, liarFirst := range []bool{false, true} {
		d := a.begin("tiny GPT, Poseidon2: challenger lies, and an element is proved", match.Challenger, lie(38+i))
		d.want = match.Dismissed
		d.proving(spy{prover, func(domain [32]byte, e *match.Element, key, proof []byte) error {
			m, err := a.honest.Match(t.Context(), d.id)
			check(t, err)
			phases = append(phases, m.Phase)
			d.refusals(m, prover, e, key, proof, old.proof)
			old.key, old.proof = key, proof
			return nil
		}}, liarFirst)
		d.play(false)
		if _, err := a.honest.ProveElement(t.Context(), d.id, &match.Element{}, old.key, old.proof); !chain.IsRevert(err) {
			t.Errorf("an element after the end: %v", err)
		}
	}
	if !slices.Contains(phases, match.PhaseElement) || !slices.Contains(phases, match.PhaseBlocks) {
		t.Errorf("proved in phases %v", phases)
	}

	d = a.begin("tiny GPT, Poseidon2: challenger lies, and there is no proof", match.Challenger, lie(40))
	d.proving(spy{saw: func([32]byte, *match.Element, []byte, []byte) error { return leaf.ErrNotFinite }}, false)
	d.play(false)
	a.audit()
}

// refusals sends everything but the right proof.
func (d *duel) refusals(m chain.Match, prover *leaf.Prover, e *match.Element, key, proof, old []byte) {
	d.t.Helper()
	refused := func(what, name string, change func(e *match.Element, key, proof []byte)) {
		d.t.Helper()
		other := *e
		other.Theirs, other.Descriptor = slices.Clone(e.Theirs), slices.Clone(e.Descriptor)
		k, p := slices.Clone(key), slices.Clone(proof)
		change(&other, k, p)
		_, err := d.honest.ProveElement(d.t.Context(), d.id, &other, k, p)
		if !chain.IsRevert(err, name) {
			d.t.Errorf("%s, in phase %s: %v, want %s", what, m.Phase, err, name)
		}
	}
	refused("another key", "WrongKey", func(_ *match.Element, key, _ []byte) { key[5] ^= 1 })
	refused("a proof with a bit changed", "InvalidProof", func(_ *match.Element, _, proof []byte) { proof[40] ^= 1 })
	refused("another descriptor", "WrongElement", func(e *match.Element, _, _ []byte) { e.Descriptor[9] ^= 1 })
	refused("another root", "WrongElement", func(e *match.Element, _, _ []byte) { e.Roots[1][31] ^= 1 })
	refused("the roots in another order", "WrongElement", func(e *match.Element, _, _ []byte) { e.Roots[0], e.Roots[1] = e.Roots[1], e.Roots[0] })
	if m.Phase == match.PhaseElement {
		refused("another tile", "WrongElement", func(e *match.Element, _, _ []byte) { e.Theirs[7] ^= 1 })
		refused("a word that is the same", "WrongElement", func(e *match.Element, _, _ []byte) { e.Value = binary.LittleEndian.Uint32(e.Theirs[4*int(e.Word):]) })
		refused("another word", "InvalidProof", func(e *match.Element, _, _ []byte) { e.Word ^= 1 })
		refused("another value", "InvalidProof", func(e *match.Element, _, _ []byte) { e.Value ^= 1 << 9 })
	} else {
		refused("a tile", "WrongElement", func(e *match.Element, _, _ []byte) { e.Theirs = make([]byte, 1024) })
		refused("another word", "WrongElement", func(e *match.Element, _, _ []byte) { e.Word ^= 1 })
		refused("another value", "WrongElement", func(e *match.Element, _, _ []byte) { e.Value ^= 1 << 9 })
	}
	for _, other := range []*chain.Account{d.liar, d.stage.Account(thirdKey)} {
		if _, err := other.ProveElement(d.t.Context(), d.id, e, key, proof); !chain.IsRevert(err, "NotCommitter") {
			d.t.Errorf("by %s: %v", other.Address(), err)
		}
	}
	if old != nil {
		refused("a proof of another match", "InvalidProof", func(_ *match.Element, _, proof []byte) { copy(proof, old) })
	} else { // the same element, for another chain, deployment or match
		_, elsewhere, err := prover.Prove(d.honest.ElementDomain(d.id+1), e)
		check(d.t, err)
		refused("a proof for elsewhere", "InvalidProof", func(_ *match.Element, _, proof []byte) { copy(proof, elsewhere) })
	}
	// No other match takes it: one that is over, one that never was, a duel.
	for _, id := range []chain.ChallengeID{1, d.id + 1, d.id | 1<<63} {
		if _, err := d.honest.ProveElement(d.t.Context(), id, e, key, proof); !chain.IsRevert(err, "NotProvableElement") {
			d.t.Errorf("in match %d: %v", id, err)
		}
	}
	if _, _, err := prover.Prove(d.honest.ElementDomain(d.id), &match.Element{Product: e.Product, Evidence: e.Evidence, Roots: e.Roots, Value: e.Value ^ 1}); err == nil || errors.Is(err, leaf.ErrNotFinite) {
		d.t.Errorf("another value is proved: %v", err)
	}
}
