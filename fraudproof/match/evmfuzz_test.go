package match_test

import (
	"encoding/binary"
	"errors"
	"flag"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

var (
	campaign = flag.Int("campaign", 0, "moves to be compared with Matches.sol, instead of a plain test's")
	seed     = flag.Uint64("seed", 1, "what the games of a campaign are drawn from")
)

// duel compares the rules with the contract, move by move.
type duel struct {
	*board
	*stage
	r      *rand.Rand
	now    uint64
	counts map[string]int
}

// TestMatchesSaysTheSame: whatever anyone sends at whatever time, Matches.sol and the rules agree: on whether it is a move, if not why not,
// and on all of the match after it. Right moves of honest, lying and wild sides; the same with something changed; too early, too late, out
// of turn; by the wrong sender; calldata cut, filled up, and with any bit flipped. In matches of challenges and in duels.
func TestMatchesSaysTheSame(t *testing.T) {
	moves := 6_000
	if testing.Short() {
		moves = 800
	}
	saysTheSame(t, moves, func(t testing.TB) []*stage { return []*stage{newGPT(t, 3), newMLP(t, 20)} }, names)
}

// TestPoseidon2MatchesSaysTheSame: the same of a run whose trees are hashed by Poseidon2, where a node may be no element of its field.
func TestPoseidon2MatchesSaysTheSame(t *testing.T) {
	moves, by, some := 700, merkle.Poseidon2, []string{"", notInField}
	if testing.Short() {
		moves = 100
	}
	if *campaign > 0 {
		some = append(some, names...)
	}
	saysTheSame(t, moves, func(t testing.TB) []*stage { return []*stage{newGPTBy(t, by, 3), newMLPBy(t, by, 1)} }, some)
}

// notInField is what we call the refusal of Poseidon2, which says nothing.
const notInField = "not in field"

// names are those of the errors that the games come to.
var names = []string{"", "InvalidSide", "WrongPlace", "WrongClaim", "WrongBinding", "WrongPhase", "InvalidTerms", "TooLate", "NotYet", "NotOwner", "WrongLength", "WrongNodes", "WrongPosted", "NoDifference",
	"WrongEnds", "WrongAgreed", "WrongProgram", "WrongOperand", "WrongTile", "WrongWords", "WrongOpening"}

func saysTheSame(t *testing.T, moves int, play func(t testing.TB) []*stage, names []string) {
	if *campaign > 0 {
		moves = *campaign
	}
	var lock sync.Mutex
	counts, total := map[string]int{}, 0
	done := func() bool {
		lock.Lock()
		defer lock.Unlock()
		return total >= moves
	}
	t.Run("games", func(t *testing.T) {
		for worker := range runtime.GOMAXPROCS(0) {
			t.Run("", func(t *testing.T) {
				t.Parallel()
				stages := play(t)
				for n := uint64(0); !done(); n++ {
					r := rand.New(rand.NewPCG(*seed, uint64(worker)<<32|n))
					d := &duel{stage: stages[n%2], r: r, counts: map[string]int{}}
					m, ok := d.random(r)
					if !ok {
						continue
					}
					d.board = newBoard(d.stage)
					d.replay(m)
					lock.Lock()
					for what, count := range d.counts {
						counts[what] += count
						total += count
					}
					lock.Unlock()
				}
			})
		}
	})
	t.Logf("%d moves: %v", total, counts)
	for _, name := range names {
		if counts[name] == 0 && !testing.Short() {
			t.Errorf("no move was refused with %q", name)
		}
	}
}

// random plays a match: the truth, a lie or anything against a lie.
func (s *stage) random(r *rand.Rand) (m played, ok bool) {
	operator := r.Uint32N(uint32(len(s.program.Operators)))
	for range 20 * r.IntN(2) { // with folds, where there are any
		descriptor := s.program.Operators[operator].Descriptor()
		if geometry, _ := referee.Describe(&descriptor, uint64(operator)); geometry.Chunks() > 1 {
			break
		}
		operator = r.Uint32N(uint32(len(s.program.Operators)))
	}
	lies := s.lies(r, 1+r.IntN(s.steps), operator)
	l := s.liar(lies[r.IntN(len(lies))])
	if l == nil {
		return m, false
	}
	honest := match.Side(1 + r.IntN(2))
	claims, players := [2]merkle.Hash{s.history[s.steps], s.history[s.steps]}, [2]player{}
	claims[honest.Other()-1] = l.claim
	players[honest-1], players[honest.Other()-1] = s.solver(honest, s.lists), s.solver(honest.Other(), l)
	if r.IntN(2) == 0 {
		players[honest.Other()-1] = wild{players[honest.Other()-1].(solving), r, s}
	}
	return s.play(claims, players, match.Side(1+r.IntN(2)), r.Uint64N(130)), true
}

// replay plays a match again by other clocks, and at each move tries everything else first.
func (d *duel) replay(m played) {
	terms := match.Terms{
		Steps: d.steps, PreRoot: d.history[0], CommitterRoot: m.states[0].Mine, ChallengerRoot: m.states[0].Posted,
	}
	bits := 1 + d.r.IntN(28)
	for _, clock := range []*uint32{&terms.Clock, &terms.MoveExtension, &terms.ListExtension, &terms.HistoryExtension} {
		*clock = 1 + d.r.Uint32N(1<<(bits+d.r.IntN(3)))
	}
	d.now = d.r.Uint64N(1 << (10 + d.r.IntN(29)))
	if d.id = ids[d.r.IntN(len(ids))]; d.id != ids[0] {
		d.other = d.r.IntN(2) == 0
		terms.CommitterList, terms.ChallengerList = d.lists(m)
	}
	d.begin(terms)
	g, err := match.Start(terms, d.now)
	if err != nil {
		d.stage.t.Fatal(err)
	}
	for i, move := range m.moves {
		left := g.Deadline() - d.now
		d.now += []uint64{0, left, d.r.Uint64N(left + 1)}[d.r.IntN(3)]
		for range 6 {
			d.tried(func() { d.variant(g, m, i) })
		}
		if i+1 == len(m.moves) || d.r.IntN(60) == 0 {
			d.end(g)
		}
		if _, late := move.(match.Timeout); late {
			d.now = g.Deadline() + 1
		}
		before := g
		if g = d.play(g, move, d.own(g, move)); g == before { // a list that wasn't named
			return
		}
	}
}

// lists are what the sides of a duel named before: the lists they open, or now and then another.
func (d *duel) lists(m played) (committer, challenger merkle.Hash) {
	lists := [2]merkle.Hash{{3}, {4}}
	name := func(side match.Side, nodes []merkle.Hash) {
		if d.r.IntN(8) > 0 {
			lists[side-1] = d.rules.Hash.List(d.rules.Hash.Fold(nodes), merkle.KindSteps, uint64(d.steps)+1)
		}
	}
	for i, move := range m.moves[:min(2, len(m.moves))] {
		switch x := move.(type) {
		case match.OpenSteps:
			name(x.Side, x.List.Nodes)
		case match.Continue:
			name(m.states[i].Due, x.Answer.Nodes)
		case match.MoveToTrace:
			name(m.states[i].Due, x.Answer.Nodes)
		}
	}
	return lists[0], lists[1]
}

// begin starts the match; what can't be played isn't, and nothing is twice.
func (d *duel) begin(terms match.Terms) {
	for _, spoil := range []func(*match.Terms){
		func(t *match.Terms) { t.Steps = 0 },
		func(t *match.Terms) { t.Steps = match.MaxSteps + 1 + d.r.IntN(1<<20) },
		func(t *match.Terms) { t.ChallengerRoot = t.CommitterRoot },
	} {
		d.tried(func() {
			t := terms
			spoil(&t)
			_, err := match.Start(t, d.now)
			d.says(d.board.start(d.stage, t, d.now))(match.ErrorName(err), "start", t)
		})
	}
	d.says(d.board.start(d.stage, terms, d.now))("", "start", terms)
	d.says(d.board.start(d.stage, terms, d.now))("InvalidTerms", "start again", terms)
}

// tried takes back what a trial did.
func (d *duel) tried(trial func()) {
	now, before := d.now, d.config.State.Copy()
	trial()
	d.now, d.config.State = now, before
}

// variant sends something else than move i.
func (d *duel) variant(g match.Game, m played, i int) {
	move := m.moves[i]
	if _, bind := move.(match.Bind); bind && d.r.IntN(2) == 0 {
		d.program(g, move)
		return
	}
	switch d.r.IntN(10) {
	case 0: // from another time of the match
		other := m.moves[d.r.IntN(len(m.moves))]
		d.play(g, other, d.own(g, other))
	case 1: // too late, as far as anyone likes
		d.now = g.Deadline() + 1 + d.r.Uint64N(1<<d.r.IntN(35))
		d.play(g, move, d.own(g, move))
	case 2: // by somebody else
		d.play(g, move, []common.Address{stranger, host, owners[0], owners[1], keys[0], keys[1]}[d.r.IntN(6)])
	case 3: // ended, in time or not
		if d.r.IntN(2) == 0 {
			d.now = g.Deadline() + d.r.Uint64N(3)
		}
		d.play(g, match.Timeout{}, stranger)
	case 4: // other bytes
		d.bytes(g, move)
	case 5: // of another program
		d.program(g, move)
	default:
		spoilt := reflect.New(reflect.TypeOf(move)).Elem()
		spoilt.Set(reflect.ValueOf(move))
		if spoil(d.r, spoilt) {
			move := spoilt.Interface().(match.Move)
			d.play(g, move, d.own(g, move))
		}
	}
}

// program makes a move by which the run has another program: of another length, or with another descriptor in the place of the disputed one.
func (d *duel) program(g match.Game, m match.Move) {
	rules := d.rules
	defer func() { d.rules = rules }()
	choose := func(numbers ...uint32) uint32 { return numbers[d.r.IntN(len(numbers))] }
	switch x := m.(type) {
	case match.MoveToTrace:
		x.Operators = choose(0, 1, 2, x.Operators-1, x.Operators+1, math.MaxUint32, d.r.Uint32())
		d.rules.ProgramRoot = d.rules.Hash.List(x.ProgramTree, merkle.KindProgram, uint64(x.Operators))
		m = x
	case match.Bind:
		x.Descriptor = slices.Clone(x.Descriptor)
		at := d.r.IntN(referee.WordInstructionCount + 1)
		if d.r.IntN(4) > 0 {
			at = referee.FirstOperandWord + d.r.IntN(3)*referee.OperandWords + int(choose(referee.OperandSource, referee.OperandIndex, referee.OperandIndex))
		}
		word := x.Descriptor[4*at:]
		old, state := binary.LittleEndian.Uint32(word), uint32(x.Roots.StateLength)
		binary.LittleEndian.PutUint32(word, choose(0, 1, 2, 3, old-1, old+1, g.Operator-1, g.Operator, g.Operator+1, state-1, state, state+1, math.MaxUint32))
		by := d.rules.Hash
		tree := by.Climb(by.Leaf((*[merkle.LeafSize]byte)(x.Descriptor)), uint64(g.Operator), x.Path)
		d.rules.ProgramRoot = by.List(tree, merkle.KindProgram, uint64(g.Operators))
		m = x
	}
	d.setHost(d.stage, statusPending)
	d.play(g, m, d.own(g, m))
}

// own is who may make a move.
func (d *duel) own(g match.Game, m match.Move) common.Address {
	side := mover(g, m)
	if side != match.Committer && side != match.Challenger {
		side = match.Committer
	}
	return [][2]common.Address{owners, keys}[d.r.IntN(2)][side-1]
}

func mover(g match.Game, m match.Move) match.Side {
	if open, ok := m.(match.OpenSteps); ok {
		return open.Side
	}
	return g.Due
}

// isOwn says that only the side itself may move so.
func isOwn(g match.Game, m match.Move) bool {
	switch m.(type) {
	case match.OpenSteps, match.MoveToTrace, match.AnswerElement, match.AnswerFolds, match.AnswerBlocks:
		return true
	case match.Continue:
		return g.Phase != match.PhaseTiles && g.Depth-g.Below <= merkle.RoundLevels
	}
	return false
}

// play makes a move in both and compares. It returns the match after it.
func (d *duel) play(g match.Game, m match.Move, sender common.Address) match.Game {
	data, _, err := chain.PackMove(chain.ChallengeID(d.id), m)
	if err != nil {
		d.stage.t.Fatal(err)
	}
	return d.compare(g, m, data, sender)
}

func (d *duel) compare(g match.Game, m match.Move, data []byte, sender common.Address) match.Game {
	t := d.stage.t
	t.Helper()
	before := d.game()
	after, _, err := d.rules.Play(g, m, d.now)
	want := match.ErrorName(err)
	if err != nil && want == "" {
		want = referee.ErrorName(err)
	}
	d.config.Time = d.now
	name, ok := d.send(sender, data)
	side := mover(g, m)
	foreign := side != match.Committer && side != match.Challenger || sender != owners[side-1] && sender != keys[side-1]
	if foreign && isOwn(g, m) && (want == "" || name == "NotOwner") {
		want, after = "NotOwner", g
	}
	if _, open := m.(match.OpenSteps); open && side > match.Challenger && !ok && want == "InvalidSide" {
		name = want // no such side can be decoded
	}
	if errors.Is(err, match.ErrNotInField) && want == "" {
		want = notInField
		if !ok && name == "" {
			name = want
		}
	}
	if ok != (want == "") || name != want {
		t.Fatalf("seed %d: %T at %d by %x in %+v:\ncontract %t %q, rules %v\n%+v", *seed, m, d.now, sender[0], g, ok, name, err, m)
	}
	d.counts[want]++
	got := d.game()
	if got.Game != after {
		t.Fatalf("seed %d: %T at %d in %+v:\ncontract %+v\nrules    %+v", *seed, m, d.now, g, got.Game, after)
	}
	if got.Committer != owners[0] || got.Challenger != owners[1] || got.Run != 1 {
		t.Fatalf("%T: other sides: %+v", m, got)
	}
	paid := [2]bool{got.CommitterGas.Cmp(before.CommitterGas) > 0, got.ChallengerGas.Cmp(before.ChallengerGas) > 0}
	mine := [2]bool{sender == owners[0] || sender == keys[0], sender == owners[1] || sender == keys[1]}
	for i := range paid {
		if paid[i] && (!ok || !mine[i]) {
			t.Fatalf("%T by %x: booked to side %d", m, sender[0], i+1)
		}
	}
	if ok && !foreign && !paid[side-1] && got.Outcome != match.BothConvicted {
		t.Fatalf("%T by %x: not booked", m, sender[0])
	}
	return after
}

// says compares what the contract said of something that isn't a move.
func (d *duel) says(name string, ok bool) func(want, what string, arguments any) {
	return func(want, what string, arguments any) {
		if ok != (want == "") || name != want {
			d.stage.t.Fatalf("%s %+v: %t %q, want %q", what, arguments, ok, name, want)
		}
		d.counts[want]++
	}
}

// end voids the match: only where its commitment is Voided, and then nothing else can be.
func (d *duel) end(g match.Game) {
	void := bindings.NewMatches().PackVoid(d.id)
	d.says(d.send(stranger, void))("NotYet", "void", g)
	d.tried(func() {
		d.setHost(d.stage, statusVoided)
		d.says(d.send(stranger, void))("", "void", g)
		g.Outcome, g.Phase, g.Due = match.Void, match.PhaseEnded, match.SideNone
		if got := d.game().Game; got != g {
			d.stage.t.Fatalf("void: %+v, want %+v", got, g)
		}
		d.says(d.send(stranger, void))("WrongPhase", "void again", g)
	})
}

// bytes sends a move's calldata with something wrong.
func (d *duel) bytes(g match.Game, m match.Move) {
	data, _, err := chain.PackMove(chain.ChallengeID(d.id), m)
	if err != nil {
		d.stage.t.Fatal(err)
	}
	d.config.Time = d.now
	sender := d.own(g, m)
	switch d.r.IntN(4) {
	case 0:
		data = data[:d.r.IntN(len(data))]
	case 1:
		data = append(data, make([]byte, 1+d.r.IntN(70))...)
	default:
		at := d.r.IntN(len(data))
		if head := min(len(data), 4+32*12); d.r.IntN(2) == 0 {
			at = d.r.IntN(head)
		}
		data = slices.Clone(data)
		data[at] ^= 1 << d.r.IntN(8)
		if other, id, ok := unpack(data); ok && id == d.id {
			if proper, _, err := chain.PackMove(chain.ChallengeID(d.id), other); err == nil && len(proper) == len(data) {
				d.compare(g, other, data, sender)
				return
			}
		}
	}
	name, ok := d.send(sender, data)
	if ok { // an offset out of this world reads zeros: for what is empty, that is the move itself
		g, _, err = d.rules.Play(g, m, d.now)
		name = "taken"
	}
	if got := d.game().Game; err != nil || got != g {
		d.stage.t.Fatalf("seed %d: %T: %v, %+v, want %+v after calldata that is none: %x", *seed, m, err, got, g, data)
	}
	d.counts["calldata "+name]++
}

// unpack is the opposite of chain.PackMove, as far as calldata can be read at all.
func unpack(data []byte) (m match.Move, id uint64, ok bool) {
	method, err := matchesABI.MethodById(data)
	if err != nil {
		return nil, 0, false
	}
	values, err := method.Inputs.Unpack(data[4:])
	if err != nil {
		return nil, 0, false
	}
	hashes := func(raw [][32]byte) []merkle.Hash {
		list := make([]merkle.Hash, len(raw))
		for i := range raw {
			list[i] = raw[i]
		}
		return list
	}
	at := func(i int) []merkle.Hash { return hashes(values[i].([][32]byte)) }
	answer := func(i int) match.Answer {
		a := *abi.ConvertType(values[i], new(bindings.Answer)).(*bindings.Answer)
		return match.Answer{Nodes: hashes(a.Nodes), Theirs: hashes(a.Theirs), Head: hashes(a.Head), Tail: hashes(a.Tail)}
	}
	newList := func(l bindings.NewList) match.NewList {
		return match.NewList{Nodes: hashes(l.Nodes), Head: hashes(l.Head), Tail: hashes(l.Tail)}
	}
	operands := func(i int) match.Operands {
		o := *abi.ConvertType(values[i], new(bindings.Operands)).(*bindings.Operands)
		roots := match.Operands{StateTree: o.StateTree, StateLength: o.StateLength}
		for _, x := range o.Operands {
			roots.Operands = append(roots.Operands, match.Operand{Root: x.Root, Path: hashes(x.Path)})
		}
		return roots
	}
	id, _ = values[0].(uint64)
	switch method.Name {
	case "openSteps":
		list := *abi.ConvertType(values[2], new(bindings.NewList)).(*bindings.NewList)
		m = match.OpenSteps{Side: match.Side(values[1].(uint8)), List: newList(list)}
	case "move":
		m = match.Continue{Answer: answer(1), Opening: at(2)}
	case "moveToTrace":
		o := *abi.ConvertType(values[2], new(bindings.TraceOpening)).(*bindings.TraceOpening)
		m = match.MoveToTrace{Answer: answer(1), Agreed: o.Agreed, AgreedPath: hashes(o.AgreedPath), ProgramTree: o.ProgramTree, Operators: o.Operators, List: newList(o.List)}
	case "bind":
		m = match.Bind{Descriptor: values[1].([]byte), Path: at(2), Roots: operands(3)}
	case "openTiles":
		m = match.OpenTiles{Nodes: at(1)}
	case "openTile":
		m = match.OpenTile{Tile: values[1].([]byte)}
	case "moveToTile":
		m = match.MoveToTile{Answer: answer(1), Tile: values[2].([]byte)}
	case "answerElement":
		m = match.AnswerElement{Word: values[1].(uint8), Value: values[2].(uint32), Theirs: values[3].([]byte), Words: values[4].([]byte)}
	case "answerFolds":
		m = match.AnswerFolds{Chunk: values[1].(uint32), Value: values[2].(uint32), Theirs: values[3].([]byte), Words: values[4].([]byte)}
	case "answerBlocks":
		m = match.AnswerBlocks{Block: values[1].(uint8), Value: values[2].([]byte), Theirs: values[3].([]byte)}
	case "leaf":
		m = match.Leaf{Descriptor: values[1].([]byte), Roots: operands(2), Evidence: values[3].([]byte)}
	case "timeout":
		m = match.Timeout{}
	}
	return m, id, m != nil
}
