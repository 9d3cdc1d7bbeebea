package evmfuzz

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	goruntime "runtime"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// question is what both referees are asked.
type question struct {
	by         merkle.Function
	descriptor []byte
	number     uint64
	step       referee.MicroStep
	roots      []merkle.Hash
	evidence   []byte
}

// fabric makes evidence for any descriptor: a random tile per operand, random siblings, and the root that they lead to. A leaf opens one
// tile of an operand, so nothing else of the tensor need exist.
type fabric struct {
	by    merkle.Function
	r     *rand.Rand
	words []uint32
	kind  uint32 // of words
	tiles map[int]*[merkle.LeafSize]byte
	roots map[int]merkle.Hash
}

func (f *fabric) field(operand, i int) uint32 {
	return f.words[referee.FirstOperandWord+operand*referee.OperandWords+i]
}

func (f *fabric) Tile(operand int, _ uint64) (*[merkle.LeafSize]byte, error) {
	if f.tiles[operand] == nil {
		tile := new([merkle.LeafSize]byte)
		integers := f.r.Uint32()&1 == 0 && operand > 0 // where an index may be
		for i := range 256 {
			w := word(f.r, f.kind)
			if integers {
				w = f.r.Uint32() >> (16 + f.r.IntN(16))
			}
			binary.LittleEndian.PutUint32(tile[4*i:], w)
		}
		f.tiles[operand] = tile
	}
	return f.tiles[operand], nil
}

func (f *fabric) Path(operand int, index uint64) ([]merkle.Hash, error) {
	up := func(n uint32) uint64 { return (uint64(n) + 15) / 16 }
	length := uint64(f.field(operand, referee.OperandG0)) * up(f.field(operand, referee.OperandR)) * up(f.field(operand, referee.OperandStride))
	if f.field(operand, referee.OperandShape) == uint32(referee.ShapeVector) {
		length = (uint64(f.field(operand, referee.OperandStride)) + 255) / 256
	}
	kind := merkle.KindTensor
	if f.field(operand, referee.OperandSource) == uint32(referee.SourceConstant) &&
		f.field(operand, referee.OperandIndex) == uint32(referee.ConstantDataset) {
		kind = merkle.KindDataset
	}
	path := make([]merkle.Hash, merkle.Depth(length))
	for i := range path {
		binary.LittleEndian.PutUint64(path[i][:], f.r.Uint64())
		if f.by == merkle.Poseidon2 {
			path[i][0] &= 0x1f
		}
	}
	f.roots[operand] = f.by.List(f.by.Climb(f.by.Leaf(f.tiles[operand]), index, path), kind, length)
	return path, nil
}

// ask makes a question about a random step of a descriptor; of an invalid one, a step of nothing.
func ask(r *rand.Rand, by merkle.Function, descriptor [referee.DescriptorBytes]byte) question {
	q := question{by: by, descriptor: descriptor[:], number: uint64(r.IntN(2200))}
	geometry, _ := referee.Describe(&descriptor, math.MaxUint32)
	f := &fabric{by: by, r: r, words: referee.Words(descriptor[:]), kind: r.Uint32() % 8, tiles: map[int]*[merkle.LeafSize]byte{}, roots: map[int]merkle.Hash{}}
	count := int(f.words[referee.WordOperandCount])
	if geometry.Leaves() > 0 {
		before := pick(r, geometry, &q.step)
		q.step.Before = before.digest
		evidence, err := referee.Evidence(q.step, &descriptor, before.partial, f)
		if err != nil {
			panic(err)
		}
		q.evidence = evidence
	}
	if geometry.Late {
		if referee.Part(&descriptor, q.step.Tile, q.step.Word).Source != 0 {
			q.roots = []merkle.Hash{{1}}
			for _, root := range f.roots {
				q.roots[0] = root
			}
		}
	} else {
		for i := range min(count, referee.MaxOperands) {
			q.roots = append(q.roots, f.roots[i])
		}
	}
	q.bind()
	return q
}

// agreed is the partial before a block.
type agreed struct {
	partial []uint32
	digest  [32]byte
}

// pick chooses a step of an output, and what is agreed before it.
func pick(r *rand.Rand, g referee.Geometry, step *referee.MicroStep) (before agreed) {
	step.Tile = r.Uint64N(g.Leaves())
	if g.Leaf == referee.LeafState {
		return before
	}
	for range 1 + 20*r.IntN(2) { // padding is often enough what it is
		if step.Word = uint32(r.IntN(256)); !g.IsZero(step.Tile, step.Word) {
			break
		}
	}
	if g.Way(step.Tile, step.Word) == referee.WayLeaf {
		return before
	}
	step.Chunk = uint32(r.IntN(int(g.Chunks())))
	if r.IntN(3) == 0 {
		step.Chunk = g.Chunks() - 1
	}
	if step.Block = uint32(r.IntN(int(g.Blocks(step.Chunk)))); step.Block > 0 {
		before.partial = make([]uint32, g.PartialWords())
		for i := range before.partial {
			before.partial[i] = word(r, r.Uint32()%8)
		}
		before.digest = referee.Digest(before.partial)
	}
	return before
}

// bind makes the binding that a match would have.
func (q *question) bind() {
	descriptor := (*[referee.DescriptorBytes]byte)(q.descriptor)
	roots := q.roots
	if geometry, _ := referee.Describe(descriptor, math.MaxUint32); geometry.Late {
		roots = nil
	}
	q.step.Binding = referee.Binding(descriptor, roots)
}

// none is no element of any field.
var none = merkle.Hash(bytes.Repeat([]byte{0xff}, len(merkle.Hash{})))

// corrupt changes one thing.
func (q *question) corrupt(r *rand.Rand) {
	numbers := []uint32{0, 1, 2, 3, 15, 16, 17, 255, 256, 257, 511, 512, 513, 1 << 16, 1 << 19, 1<<19 + 1, 1<<31 - 1, 1 << 31, 1<<32 - 1}
	change := func(old uint32) uint32 {
		switch r.IntN(4) {
		case 0:
			return numbers[r.IntN(len(numbers))]
		case 1:
			return old + r.Uint32()%5 - 2
		default:
			return old ^ 1<<r.IntN(32)
		}
	}
	flip := func(b []byte) {
		if len(b) > 0 {
			b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		}
	}
	if q.by == merkle.Poseidon2 && r.IntN(3) == 0 { // no element of its field: a sibling, a root, or the end of a tile, where there are none
		if n := len(q.evidence); n > 0 && r.IntN(2) == 0 {
			copy(q.evidence[n-32:], none[:])
		} else if len(q.roots) > 0 {
			q.roots[r.IntN(len(q.roots))] = none
			q.bind()
		}
		return
	}
	switch r.IntN(12) {
	case 0:
		flip(q.evidence)
	case 1:
		q.evidence = append(q.evidence, make([]byte, 1+r.IntN(33))...)
	case 2:
		q.evidence = q.evidence[:r.IntN(len(q.evidence)+1)]
	case 3:
		if len(q.roots) > 0 {
			flip(q.roots[r.IntN(len(q.roots))][:])
			q.bind()
		}
	case 4:
		q.roots = append(q.roots, merkle.Hash{byte(r.Uint32())})
		q.bind()
	case 5:
		q.roots = q.roots[:r.IntN(len(q.roots)+1)]
		q.bind()
	case 6:
		q.step.Tile = uint64(change(uint32(q.step.Tile)))
	case 7:
		q.step.Word = change(q.step.Word)
	case 8:
		q.step.Chunk, q.step.Block = change(q.step.Chunk), change(q.step.Block)
	case 9:
		flip(q.step.Before[:])
	case 10:
		flip(q.step.Binding[:])
	default:
		q.step.Block = change(q.step.Block)
		q.step.Before = referee.Digest([]uint32{r.Uint32()})
	}
}

// mutated returns a descriptor with some words changed: mostly of its header, its operands and its instructions.
func mutated(r *rand.Rand, descriptor [referee.DescriptorBytes]byte) [referee.DescriptorBytes]byte {
	numbers := []uint32{0, 1, 2, 3, 4, 15, 16, 17, 32, 33, 255, 256, 257, 1 << 16, 1 << 19, 1<<31 - 1, 1 << 31, 1<<32 - 1}
	for range 1 + r.IntN(2) {
		at := r.IntN(referee.WordInstructionCount + 1)
		switch r.IntN(4) {
		case 0:
			at = referee.FirstAttributeWord + r.IntN(referee.MaxAttributes)
		case 1:
			at = referee.FirstOperandWord + r.IntN(3*referee.OperandWords)
		case 2:
			at = referee.FirstInstructionWord + r.IntN(referee.MaxInstructions)
		}
		old := binary.LittleEndian.Uint32(descriptor[4*at:])
		switch r.IntN(4) {
		case 0:
			old = numbers[r.IntN(len(numbers))]
		case 1:
			old += r.Uint32()%5 - 2
		case 2:
			old *= 2
		default:
			old ^= 1 << r.IntN(32)
		}
		binary.LittleEndian.PutUint32(descriptor[4*at:], old)
	}
	return descriptor
}

// answer is what a referee says, in bytes that can be compared.
type answer struct {
	described, part, decided []byte
	err                      string
}

// twin asks the referee in Go.
func (q *question) twin() (a answer) {
	descriptor := (*[referee.DescriptorBytes]byte)(q.descriptor)
	geometry, references := referee.Describe(descriptor, q.number)
	packed := geometry.Pack()
	a.described = append(a.described, packed[:]...)
	a.described = append(a.described, number(64)...)
	a.described = append(a.described, number(uint64(len(references)))...)
	for _, x := range references {
		a.described = append(a.described, number(uint64(x.Source))...)
		a.described = append(a.described, number(uint64(x.Index))...)
	}
	part := referee.Part(descriptor, q.step.Tile, q.step.Word)
	a.part = append(number(uint64(part.Source)), number(uint64(part.Index))...)
	result, err := referee.Decide(q.by, q.step, descriptor, q.roots, q.evidence)
	if err != nil {
		if a.err = referee.ErrorName(err); errors.Is(err, referee.ErrNotInField) {
			a.err = notInField
		}
		return a
	}
	a.decided = append(number(uint64(result.Verdict)), result.Value[:]...)
	return a
}

func number(n uint64) []byte { return binary.BigEndian.AppendUint64(make([]byte, 24), n) }

func selector(signature string) []byte { return crypto.Keccak256([]byte(signature))[:4] }

var (
	describeSelector = selector("describe(bytes,uint256)")
	partSelector     = selector("part(bytes,uint256,uint256)")
	decideSelector   = selector("decide(address,(bytes32,uint64,uint32,uint32,uint32,bytes32),bytes,bytes32[],bytes)")
	errorNames       = func() map[string]string {
		names := map[string]string{}
		for _, name := range []string{"WrongBinding", "WrongLength", "WrongOpening", "WrongPredecessor", "NoSuchStep"} {
			names[string(selector(name+"()"))] = name
		}
		names[""] = notInField
		return names
	}()
)

// packed is bytes with their length, filled up to words.
func packed(b []byte) []byte {
	return append(append(number(uint64(len(b))), b...), make([]byte, (32-len(b)%32)%32)...)
}

// contract asks the one on chain.
func (q *question) contract(m *machine) (a answer, gas uint64) {
	call := func(input ...[]byte) []byte {
		output, used, err := m.call(bytes.Join(input, nil))
		gas = used
		switch {
		case err == nil:
			return output
		case errors.Is(err, vm.ErrExecutionReverted) && errorNames[string(output)] != "":
			a.err = errorNames[string(output)]
		default:
			a.err = fmt.Sprintf("%v: %x", err, output)
		}
		return nil
	}
	descriptor := packed(q.descriptor)
	a.described = call(describeSelector, number(64), number(q.number), descriptor)
	a.part = call(partSelector, number(96), number(q.step.Tile), number(uint64(q.step.Word)), descriptor)
	var roots []byte
	for _, root := range q.roots {
		roots = append(roots, root[:]...)
	}
	roots = append(number(uint64(len(q.roots))), roots...)
	s := q.step
	head := uint64(10 * 32)
	a.decided = call(decideSelector, common.LeftPadBytes(hashers[q.by].Bytes(), 32), s.Binding[:], number(s.Tile), number(uint64(s.Word)), number(uint64(s.Chunk)), number(uint64(s.Block)),
		s.Before[:], number(head), number(head+uint64(len(descriptor))), number(head+uint64(len(descriptor)+len(roots))),
		descriptor, roots, packed(q.evidence))
	return a, gas
}

// TestReferee: both referees say the same of random steps of random operators on random tensors, of evidence with something wrong, and of
// descriptors with something wrong.
func TestReferee(t *testing.T) { saysTheSame(t, merkle.SHA256, 2500, 300) }

// TestPoseidon2Referee: the same in a run whose trees are hashed by Poseidon2, where a root or sibling may be none.
func TestPoseidon2Referee(t *testing.T) { saysTheSame(t, merkle.Poseidon2, 400, 100, notInField) }

// notInField is what we call the refusal of Poseidon2, which says nothing.
const notInField = "not in field"

// hashers are who hashes in the EVM.
var hashers = map[merkle.Function]common.Address{merkle.SHA256: {19: 2}, merkle.Poseidon2: {19: 0xaa}}

func saysTheSame(t *testing.T, by merkle.Function, each, short int, also ...string) {
	if testing.Short() {
		each = short
	}
	if *campaign {
		each = *cases
	}
	code, poseidon2 := bytecode(t, "StepReferee"), bytecode(t, "Poseidon2")
	var wait sync.WaitGroup
	var lock sync.Mutex
	counts, most := map[string]int{}, map[string]uint64{}
	for worker := range goruntime.GOMAXPROCS(0) {
		wait.Go(func() {
			m := newMachine(t, code)
			m.config.State.SetCode(hashers[merkle.Poseidon2], poseidon2, 0)
			for i := range each / goruntime.GOMAXPROCS(0) {
				r := rand.New(rand.NewPCG(*seed, uint64(worker)<<32|uint64(i)))
				o := operator(r)
				descriptor := o.Descriptor()
				wrong := r.IntN(4)
				if wrong == 1 {
					descriptor = mutated(r, descriptor)
				}
				q := ask(r, by, descriptor)
				if wrong == 2 {
					q.corrupt(r)
				}
				want := q.twin()
				got, gas := q.contract(m)
				if !bytes.Equal(got.described, want.described) || !bytes.Equal(got.part, want.part) || !bytes.Equal(got.decided, want.decided) ||
					got.err != want.err {
					t.Errorf("seed %d, worker %d, case %d: %s %s, changed %d:\n%+v\ncontract %x\ntwin     %x", *seed, worker, i, o.Code, o.Mode, wrong, q.step, got, want)
					return
				}
				what := want.err
				if what == "" {
					what = referee.Verdict(want.decided[31]).String()
				}
				if wrong == 0 && what != "Decided" {
					t.Errorf("worker %d, case %d: a valid step of %s %s is %s", worker, i, o.Code, o.Mode, what)
					return
				}
				lock.Lock()
				counts[what]++
				counts[fmt.Sprint(o.Code, " ", o.Mode)]++
				most[o.Code.String()] = max(most[o.Code.String()], gas)
				lock.Unlock()
			}
		})
	}
	wait.Wait()
	for _, what := range append(also, "Decided", "Invalid", "WrongBinding", "WrongLength", "WrongOpening", "WrongPredecessor", "NoSuchStep") {
		if counts[what] == 0 {
			t.Errorf("no case is %s", what)
		}
	}
	t.Logf("%v\nmost gas: %v", counts, most)
}
