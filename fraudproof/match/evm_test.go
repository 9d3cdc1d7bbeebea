package match_test

import (
	"encoding/binary"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// A challenge's match, and those of duels.
var ids = []uint64{7, 1<<63 + 7, 3<<62 + 7}

var (
	deployer   = common.Address{1}
	host       = common.Address{2} // registry, training, disputes, attention and goals in one
	stranger   = common.Address{3}
	owners     = [2]common.Address{{4}, {5}}
	keys       = [2]common.Address{{6}, {7}}
	matchesABI = mustParse(&bindings.MatchesMetaData)
	errorNames = namesOf(matchesABI, mustParse(&bindings.StepRefereeMetaData))
)

func mustParse(m interface{ ParseABI() (*abi.ABI, error) }) *abi.ABI {
	parsed, err := m.ParseABI()
	if err != nil {
		panic(err)
	}
	return parsed
}

func namesOf(contracts ...*abi.ABI) map[[4]byte]string {
	names := map[[4]byte]string{}
	for _, c := range contracts {
		for name, e := range c.Errors {
			names[[4]byte(e.ID[:4])] = name
		}
	}
	return names
}

// board is Matches.sol with its referee in an EVM under Prague rules, and what else it asks of the chain in constants.
type board struct {
	t       testing.TB
	config  runtime.Config
	matches common.Address
	id      uint64
	terms   match.Terms
	other   bool // the program isn't the run's but given with the duel
}

// newBoard deploys the contracts for a run.
func newBoard(s *stage) *board {
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		s.t.Fatal(err)
	}
	rules := *params.MergedTestChainConfig
	rules.OsakaTime = nil // Prague is the last fork
	b := &board{t: s.t, config: runtime.Config{State: db, ChainConfig: &rules, GasLimit: 30_000_000, BaseFee: big.NewInt(params.GWei)}}
	b.setHost(s, statusPending)
	b.matches = crypto.CreateAddress(deployer, 2)
	core := bindings.Core{Registry: host, Training: host, Disputes: host, Attention: host, Goals: host, Matches: b.matches}
	core.Poseidon2 = b.create(common.FromHex(bindings.Poseidon2MetaData.Bin))
	core.Referee = b.create(common.FromHex(bindings.StepRefereeMetaData.Bin))
	b.create(append(common.FromHex(bindings.MatchesMetaData.Bin), bindings.NewMatches().PackConstructor(core)...))
	for i := range keys {
		if name, ok := b.send(owners[i], bindings.NewMatches().PackNameKey(keys[i])); !ok {
			s.t.Fatal(name)
		}
	}
	return b
}

func (b *board) create(code []byte) common.Address {
	b.config.Origin = deployer
	_, address, _, err := runtime.Create(code, &b.config)
	if err != nil {
		b.t.Fatal(err)
	}
	return address
}

// The statuses of a commitment that a match asks for.
const (
	statusPending = 1
	statusVoided  = 4
)

// setHost has the run's facts and clocks, what the duel is about, and the status of the commitment.
func (b *board) setHost(s *stage, status uint8) {
	t := b.terms
	registry, training, disputes := mustParse(&bindings.RunRegistryMetaData), mustParse(&bindings.TrainingMetaData), mustParse(&bindings.DisputesMetaData)
	answers := map[[4]byte][]byte{}
	answer := func(contract *abi.ABI, method string, values ...any) {
		data, err := contract.Methods[method].Outputs.Pack(values...)
		if err != nil {
			b.t.Fatal(err)
		}
		answers[[4]byte(contract.Methods[method].ID)] = data
	}
	answer(registry, "gasPriceCap", big.NewInt(100*params.GWei))
	answer(registry, "hashOf", uint8(s.rules.Hash))
	facts := bindings.Facts{ProgramRoot: s.rules.ProgramRoot, DatasetRoot: s.rules.DatasetRoot}
	given := bindings.Given{CommitterList: t.CommitterList, ChallengerList: t.ChallengerList}
	if b.other {
		given.ProgramRoot, given.DatasetRoot = facts.ProgramRoot, facts.DatasetRoot
		facts.ProgramRoot, facts.DatasetRoot = [32]byte{1}, [32]byte{2}
	}
	answer(registry, "facts", facts)
	answer(mustParse(&bindings.AttentionMetaData), "given", given)
	answer(registry, "clocks", bindings.Clocks{
		MatchClock: t.Clock, MoveExtension: t.MoveExtension, ListExtension: t.ListExtension, HistoryExtension: t.HistoryExtension,
	})
	answer(training, "status", status)
	answers[[4]byte(disputes.Methods["challenge"].ID)] = make([]byte, 1024) // all zero
	b.config.State.SetCode(host, constants(answers), 0)
}

// constants is code that returns for each selector always the same.
func constants(answers map[[4]byte][]byte) []byte {
	const entry, exit = 11, 16
	code := []byte{0x5f, 0x35, 0x60, 0xe0, 0x1c} // the selector
	exits := len(code) + entry*len(answers) + 1
	data := exits + exit*len(answers)
	var ends, values []byte
	for selector, value := range answers {
		code = append(append(code, 0x80, 0x63), selector[:]...) // DUP1 PUSH4
		code = append(code, 0x14, 0x61)                         // EQ PUSH2
		code = append(binary.BigEndian.AppendUint16(code, uint16(exits+len(ends))), 0x57)
		size := binary.BigEndian.AppendUint16(nil, uint16(len(value)))
		place := binary.BigEndian.AppendUint16(nil, uint16(data+len(values)))
		ends = append(ends, 0x5b, 0x61, size[0], size[1], 0x61, place[0], place[1], 0x5f, 0x39) // JUMPDEST PUSH2 PUSH2 PUSH0 CODECOPY
		ends = append(ends, 0x61, size[0], size[1], 0x5f, 0xf3, 0xfe, 0xfe)                     // PUSH2 PUSH0 RETURN
		values = append(values, value...)
	}
	return append(append(append(code, 0xfe), ends...), values...)
}

// send makes a transaction; if it is refused, ok is false and name that of the error, "" if it has none.
func (b *board) send(sender common.Address, data []byte) (name string, ok bool) {
	b.config.Origin = sender
	output, _, err := runtime.Call(b.matches, data, &b.config)
	b.config.State.Finalise(params.Rules{IsEIP158: true})
	if err == nil {
		return "", true
	}
	if len(output) >= 4 {
		return errorNames[[4]byte(output[:4])], false
	}
	return "", false
}

// game reads the match. Its lists the chain has elsewhere.
func (b *board) game() chain.Match {
	output, _, err := runtime.Call(b.matches, bindings.NewMatches().PackGame(b.id), &b.config)
	if err != nil {
		b.t.Fatal(err)
	}
	g, err := bindings.NewMatches().UnpackGame(output)
	if err != nil {
		b.t.Fatal(err)
	}
	m := chain.MatchOf(g)
	m.CommitterList, m.ChallengerList = b.terms.CommitterList, b.terms.ChallengerList
	return m
}

// start starts the match.
func (b *board) start(s *stage, t match.Terms, now uint64) (name string, ok bool) {
	b.terms = t
	b.setHost(s, statusPending)
	b.config.Time = now
	return b.send(host, bindings.NewMatches().PackStart(b.id, bindings.Terms{
		Run: 1, Steps: uint32(t.Steps), PreRoot: t.PreRoot, CommitterRoot: t.CommitterRoot, ChallengerRoot: t.ChallengerRoot,
		Committer: owners[0], Challenger: owners[1],
	}))
}
