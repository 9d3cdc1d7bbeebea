package match_test

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// wild says whatever the rules let it say: any word, fold or block, with lists made up so that they end in it.
type wild struct {
	solving
	r     *rand.Rand
	stage *stage
}

func (p wild) next(g match.Game, now uint64, posted []byte) (match.Move, error) {
	if g.Due == p.Side && !g.Late(now) {
		switch geometry := g.Geometry; g.Phase {
		case match.PhaseElement:
			word := uint8(p.r.Uint32())
			value, words := p.element(geometry, uint64(g.Index), uint32(word))
			if value != binary.LittleEndian.Uint32(posted[4*int(word):]) {
				return match.AnswerElement{Word: word, Value: value, Theirs: posted, Words: words}, nil
			}
		case match.PhaseFolds:
			q := p.r.Uint32N(geometry.Chunks())
			if q == geometry.Chunks()-1 {
				break
			}
			blocks, sum := p.blocks(geometry, q)
			if q > 0 {
				sum = geometry.Fold(binary.LittleEndian.Uint32(posted[4*(q-1):]), sum)
			}
			if sum != binary.LittleEndian.Uint32(posted[4*q:]) {
				return match.AnswerFolds{Chunk: q, Value: sum, Theirs: posted, Words: blocks}, nil
			}
		case match.PhaseBlocks:
			b := p.r.Uint32N(geometry.Blocks(g.Chunk))
			if b == geometry.Blocks(g.Chunk)-1 {
				break
			}
			return match.AnswerBlocks{Block: uint8(b), Value: p.words(geometry.PartialWords()), Theirs: posted}, nil
		}
	}
	return p.solving.next(g, now, posted)
}

// words are words of any sort: small numbers, any bits, zeros, NaN.
func (p wild) words(n int) []byte {
	words := make([]uint32, n)
	for i := range words {
		words[i] = []uint32{p.r.Uint32(), 0, 0x80000000, 0x7fc00000, 0x7fc00001, 0x7f800000, p.r.Uint32N(1<<25) + 0x3e000000}[p.r.IntN(7)]
	}
	return referee.PutWords(words)
}

func (p wild) blocks(g referee.Geometry, q uint32) (blocks []byte, sum uint32) {
	blocks = p.words(g.PartialWords() * int(g.Blocks(q)))
	return blocks, g.Reduce(referee.Words(blocks[len(blocks)-4*g.PartialWords():]))
}

func (p wild) element(g referee.Geometry, tile uint64, word uint32) (uint32, []byte) {
	switch g.Way(tile, word) {
	case referee.WayFolds:
		folds := p.words(int(g.Chunks()))
		return referee.Finish(binary.LittleEndian.Uint32(folds[len(folds)-4:])), folds
	case referee.WayBlocks:
		blocks, sum := p.blocks(g, 0)
		return referee.Finish(sum), blocks
	default:
		return binary.LittleEndian.Uint32(p.words(1)), nil
	}
}

// TestTheHonestSideNeverLosesToAWildOne: whatever the other says where the rules leave it free, and whenever it moves.
func TestTheHonestSideNeverLosesToAWildOne(t *testing.T) {
	games := 400
	if testing.Short() {
		games = 60
	}
	r := rand.New(rand.NewPCG(4, 5))
	outcomes := map[string]int{}
	for name, s := range map[string]*stage{"gpt": newGPT(t, 2), "mlp": newMLP(t, 1)} {
		for range games / 2 {
			o := r.Uint32N(uint32(len(s.program.Operators)))
			lies := s.lies(r, 1+r.IntN(s.steps), o)
			l := s.liar(lies[r.IntN(len(lies))])
			if l == nil {
				continue
			}
			honest := match.Side(1 + r.IntN(2))
			claims, players := [2]merkle.Hash{s.history[s.steps], s.history[s.steps]}, [2]player{}
			claims[honest.Other()-1] = l.claim
			players[honest-1] = s.solver(honest, s.lists)
			players[honest.Other()-1] = wild{s.solver(honest.Other(), l).(solving), r, s}
			m := s.play(claims, players, match.Side(1+r.IntN(2)), r.Uint64N(130))
			want := match.CommitterConvicted
			if honest == match.Committer {
				want = match.ChallengerConvicted
			}
			if m.Outcome != want {
				t.Fatalf("%s: %+v: the honest %s against a wild one: %s", name, l.lie, honest, m.Outcome)
			}
			outcomes[m.states[len(m.states)-1].Phase.String()]++
		}
	}
	t.Logf("ended in: %v", outcomes)
}

// TestSpoiltMovesAreRefused: moves with one field changed. Those that hashes fix are refused with a named error and change nothing; none
// of the others breaks what must always hold.
func TestSpoiltMovesAreRefused(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 6))
	s := newMLP(t, 1)
	errors, accepted := map[string]int{}, 0
	for o := range uint32(len(s.program.Operators)) {
		if testing.Short() && o%7 != 0 {
			continue
		}
		l := s.liar(s.lies(r, 1, o)[r.IntN(6)])
		if l == nil {
			continue
		}
		for _, m := range s.honestAgainst(l)[:1] {
			for i, move := range m.moves {
				for range 20 {
					spoilt := reflect.New(reflect.TypeOf(move)).Elem()
					spoilt.Set(reflect.ValueOf(move))
					if !spoil(r, spoilt) {
						continue
					}
					before := m.states[i]
					after, posted, err := s.rules.Play(before, spoilt.Interface().(match.Move), m.now[i])
					if err == nil {
						accepted++
						if after.Outcome == match.Running && posted != nil {
							s.check(before, after, posted, m.now[i])
						}
						continue
					}
					name := match.ErrorName(err)
					if name == "" {
						name = referee.ErrorName(err)
					}
					if name == "" || after != before || posted != nil {
						t.Fatalf("%T spoilt: %v, changed: %v", move, err, after != before)
					}
					errors[name]++
				}
			}
		}
	}
	t.Logf("%d accepted, refused: %v", accepted, errors)
	for _, name := range []string{"WrongLength", "WrongNodes", "WrongPosted", "NoDifference", "WrongEnds", "WrongAgreed", "WrongProgram", "WrongOperand",
		"WrongTile", "WrongWords", "InvalidSide", "WrongOpening"} {
		if errors[name] == 0 && !testing.Short() {
			t.Errorf("no move was refused with %s", name)
		}
	}
}

// spoil changes one thing somewhere in a value, without touching what it shares with the original.
func spoil(r *rand.Rand, v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Struct:
		if v.NumField() == 0 {
			return false
		}
		return spoil(r, v.Field(r.IntN(v.NumField())))
	case reflect.Slice:
		n := v.Len()
		fresh := reflect.MakeSlice(v.Type(), n, n+1)
		reflect.Copy(fresh, v)
		v.Set(fresh)
		switch {
		case n > 0 && r.IntN(4) > 0:
			return spoil(r, v.Index(r.IntN(n)))
		case n > 0 && r.IntN(2) == 0:
			v.Set(v.Slice(0, n-1))
		default:
			v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		}
		return true
	case reflect.Array:
		at := r.IntN(v.Len())
		spoilt := spoil(r, v.Index(at))
		if v.Type() == reflect.TypeFor[merkle.Hash]() && at < 8 { // no element of any field
			v.Set(reflect.ValueOf(merkle.Hash(bytes.Repeat([]byte{0xff}, len(merkle.Hash{})))))
		}
		return spoilt
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		most := ^uint64(0) >> (64 - v.Type().Bits())
		v.SetUint([]uint64{0, most, most - 1, v.Uint() + 1&most, v.Uint() ^ 1<<r.IntN(v.Type().Bits()), v.Uint() ^ 1}[r.IntN(6)] & most)
		return true
	}
	return false
}
