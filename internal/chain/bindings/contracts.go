// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// Answer is an auto generated low-level Go binding around an user-defined struct.
type Answer struct {
	Nodes  [][32]byte
	Theirs [][32]byte
	Head   [][32]byte
	Tail   [][32]byte
}

// Case is an auto generated low-level Go binding around an user-defined struct.
type Case struct {
	Run        uint64
	OpenedAt   uint64
	DrawFrom   uint64
	Round      uint32
	TalliedAt  uint64
	ResolvedAt uint64
	Votes      uint16
	Verdict    uint8
	Closed     bool
	Waived     bool
	SeatStake  *big.Int
	SeatFee    *big.Int
}

// Challenge is an auto generated low-level Go binding around an user-defined struct.
type Challenge struct {
	Commitment  [32]byte
	SealHash    [32]byte
	Root        [32]byte
	Challenger  common.Address
	OpenUntil   uint64
	Status      uint8
	Outcome     uint8
	Beneficiary common.Address
	Waived      bool
	OpenedAt    uint64
	SealedAt    uint64
	SealedBlock uint64
	Bond        *big.Int
	GasCost     *big.Int
	DefenceGas  *big.Int
}

// Claim is an auto generated low-level Go binding around an user-defined struct.
type Claim struct {
	PreRoot     [32]byte
	PostRoot    [32]byte
	Committer   common.Address
	Run         uint64
	Steps       uint32
	CommittedAt uint64
}

// Clocks is an auto generated low-level Go binding around an user-defined struct.
type Clocks struct {
	Lease            uint32
	Challenge        uint32
	Open             uint32
	BallotCommit     uint32
	BallotReveal     uint32
	Appeal           uint32
	MatchClock       uint32
	MoveExtension    uint32
	ListExtension    uint32
	HistoryExtension uint32
	Demand           uint32
}

// Commitment is an auto generated low-level Go binding around an user-defined struct.
type Commitment struct {
	Parent      [32]byte
	PreRoot     [32]byte
	PostRoot    [32]byte
	Committer   common.Address
	Run         uint64
	Steps       uint32
	Window      uint64
	Fence       uint64
	CommittedAt uint64
	RejectedAt  uint64
	Bond        *big.Int
	Reward      *big.Int
	Mark        uint8
	VoidedCount uint32
	Settled     bool
	Repaid      bool
	Shared      bool
	VoidedShare *big.Int
	VoidedBy    [32]byte
}

// Core is an auto generated low-level Go binding around an user-defined struct.
type Core struct {
	Vault      common.Address
	Registry   common.Address
	Training   common.Address
	Disputes   common.Address
	Court      common.Address
	Matches    common.Address
	Referee    common.Address
	Demands    common.Address
	Validators common.Address
	Beacon     common.Address
}

// Demand is an auto generated low-level Go binding around an user-defined struct.
type Demand struct {
	Kind     uint8
	Count    uint8
	By       common.Address
	MadeAt   uint64
	Deadline uint64
	Index    uint64
	Fee      *big.Int
}

// Dispute is an auto generated low-level Go binding around an user-defined struct.
type Dispute struct {
	Unopened     uint32
	Opened       uint32
	Defeated     uint32
	Waived       uint32
	Running      uint32
	Convicted    bool
	OpenUntil    uint64
	LastOpenedAt uint64
	First        uint64
	ConvictedBy  uint64
	Fee          *big.Int
	Winner       uint64
	FinalRoot    [32]byte
	GasAll       *big.Int
	GasPot       *big.Int
	Reward       *big.Int
}

// Economy is an auto generated low-level Go binding around an user-defined struct.
type Economy struct {
	RewardToken common.Address
	Reward      *big.Int
	RewardValue *big.Int
	ReplayCost  *big.Int
	SeatStake   *big.Int
	JurorFee    *big.Int
	Jury        uint16
	LargerJury  uint16
}

// Facts is an auto generated low-level Go binding around an user-defined struct.
type Facts struct {
	SpecHash    [32]byte
	ProgramRoot [32]byte
	DatasetRoot [32]byte
	GenesisRoot [32]byte
	Profile     uint32
	Hash        uint8
	SpecCid     []byte
}

// Game is an auto generated low-level Go binding around an user-defined struct.
type Game struct {
	Committer        common.Address
	CommitterGas     *big.Int
	Challenger       common.Address
	ChallengerGas    *big.Int
	Outcome          uint8
	Phase            uint8
	Due              uint8
	Depth            uint8
	Below            uint8
	TurnAt           *big.Int
	CommitterLeft    uint32
	ChallengerLeft   uint32
	Index            uint32
	Word             uint8
	Chunk            uint32
	Block            uint8
	Run              uint64
	Steps            uint16
	Step             uint16
	Operator         uint32
	Operators        uint32
	MoveExtension    uint32
	ListExtension    uint32
	HistoryExtension uint32
	Mine             [32]byte
	Posted           [32]byte
	Agreed           [32]byte
	CommitterTree    [32]byte
	ChallengerTree   [32]byte
	Binding          [32]byte
	Geometry         *big.Int
	Before           [32]byte
}

// Lease is an auto generated low-level Go binding around an user-defined struct.
type Lease struct {
	Holder       common.Address
	Fence        uint64
	Window       uint64
	AcquiredAt   uint64
	Deadline     uint64
	ExpectedHead [32]byte
	Bond         *big.Int
	Reward       *big.Int
}

// MicroStep is an auto generated low-level Go binding around an user-defined struct.
type MicroStep struct {
	Binding [32]byte
	Tile    uint64
	Word    uint32
	Chunk   uint32
	Block   uint32
	Before  [32]byte
}

// NewList is an auto generated low-level Go binding around an user-defined struct.
type NewList struct {
	Nodes [][32]byte
	Head  [][32]byte
	Tail  [][32]byte
}

// Operand is an auto generated low-level Go binding around an user-defined struct.
type Operand struct {
	Root [32]byte
	Path [][32]byte
}

// Operands is an auto generated low-level Go binding around an user-defined struct.
type Operands struct {
	Operands    []Operand
	StateTree   [32]byte
	StateLength uint64
}

// Progress is an auto generated low-level Go binding around an user-defined struct.
type Progress struct {
	Fence       uint64
	HeadCount   uint64
	AnchorCount uint64
	AcquiredAt  uint64
	Doublings   uint8
}

// Reference is an auto generated low-level Go binding around an user-defined struct.
type Reference struct {
	Source uint8
	Index  uint32
}

// Round is an auto generated low-level Go binding around an user-defined struct.
type Round struct {
	SeedBlock   uint64
	DrawnAt     uint64
	CommitUntil uint64
	RevealUntil uint64
	Size        uint16
	Seats       uint16
	Committed   uint16
	Revealed    uint16
	Votes       uint16
	VotesFor    uint16
	Seed        [32]byte
}

// Run is an auto generated low-level Go binding around an user-defined struct.
type Run struct {
	Facts    Facts
	Schedule Schedule
	Clocks   Clocks
	Economy  Economy
}

// Schedule is an auto generated low-level Go binding around an user-defined struct.
type Schedule struct {
	TotalSteps    uint64
	WindowSteps   uint32
	KeyFrameEvery uint32
	MaxPending    uint32
	RefStepMillis uint32
}

// Seat is an auto generated low-level Go binding around an user-defined struct.
type Seat struct {
	Status uint8
	Ballot [32]byte
	Root   [32]byte
}

// Standing is an auto generated low-level Go binding around an user-defined struct.
type Standing struct {
	Convicted    bool
	Running      bool
	Undefeated   bool
	Waived       bool
	MayGrow      bool
	LastOpenedAt uint64
}

// Terms is an auto generated low-level Go binding around an user-defined struct.
type Terms struct {
	Run            uint64
	Steps          uint32
	PreRoot        [32]byte
	CommitterRoot  [32]byte
	ChallengerRoot [32]byte
	Committer      common.Address
	Challenger     common.Address
}

// TraceOpening is an auto generated low-level Go binding around an user-defined struct.
type TraceOpening struct {
	Agreed      [32]byte
	AgreedPath  [][32]byte
	ProgramTree [32]byte
	Operators   uint32
	List        NewList
}

// Validator is an auto generated low-level Go binding around an user-defined struct.
type Validator struct {
	Index       uint32
	Stake       *big.Int
	Locked      *big.Int
	Unbonding   *big.Int
	AvailableAt uint64
}

// BlockBeaconMetaData contains all meta data concerning the BlockBeacon contract.
var BlockBeaconMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"}],\"name\":\"seedAt\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "f2458779a7299e0a61175ba6e4a942929d",
	Bin: "0x6080604052348015600e575f5ffd5b506101f88061001c5f395ff3fe608060405234801561000f575f5ffd5b5060043610610029575f3560e01c8063d5fa31271461002d575b5f5ffd5b61004061003b366004610171565b610052565b60405190815260200160405180910390f35b5f610066610061600a8461019c565b61006c565b92915050565b5f43821061007b57505f919050565b61008a82611fff6110006100b6565b91506100958261011d565b90505f8190036100b1576100ad8261010060806100b6565b4090505b919050565b5f806100c285436101af565b9050838111156101125782806001816100db88866101af565b6100e5919061019c565b6100ef91906101af565b6100f991906101c2565b61010391906101e1565b61010d908661019c565b610114565b845b95945050505050565b5f4382810361010181106101395761013484610144565b61013c565b83405b949350505050565b5f815f525f60205260208060205f71f90827f1c53a10cb7a02335b1753200029355afa5050602051919050565b5f60208284031215610181575f5ffd5b5035919050565b634e487b7160e01b5f52601160045260245ffd5b8082018082111561006657610066610188565b8181038181111561006657610066610188565b5f826101dc57634e487b7160e01b5f52601260045260245ffd5b500490565b80820281158282048414176100665761006661018856",
}

// BlockBeacon is an auto generated Go binding around an Ethereum contract.
type BlockBeacon struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *BlockBeacon) GetABI() abi.ABI {
	return c.abi
}

// NewBlockBeacon creates a new instance of BlockBeacon.
func NewBlockBeacon() *BlockBeacon {
	parsed, err := BlockBeaconMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &BlockBeacon{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *BlockBeacon) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackSeedAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5fa3127.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function seedAt(uint256 number) view returns(bytes32)
func (blockBeacon *BlockBeacon) PackSeedAt(number *big.Int) []byte {
	enc, err := blockBeacon.abi.Pack("seedAt", number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSeedAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5fa3127.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function seedAt(uint256 number) view returns(bytes32)
func (blockBeacon *BlockBeacon) TryPackSeedAt(number *big.Int) ([]byte, error) {
	return blockBeacon.abi.Pack("seedAt", number)
}

// UnpackSeedAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd5fa3127.
//
// Solidity: function seedAt(uint256 number) view returns(bytes32)
func (blockBeacon *BlockBeacon) UnpackSeedAt(data []byte) ([32]byte, error) {
	out, err := blockBeacon.abi.Unpack("seedAt", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// CourtMetaData contains all meta data concerning the Court contract.
var CourtMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"vault\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"registry\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"training\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"disputes\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"court\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"matches\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"referee\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"demands\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"validators\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"beacon\",\"type\":\"address\"}],\"internalType\":\"structCore\",\"name\":\"core\",\"type\":\"tuple\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"internalType\":\"address\",\"name\":\"juror\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"ballotHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"caseKey\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"caseOf\",\"outputs\":[{\"components\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"openedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"drawFrom\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"talliedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"resolvedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint16\",\"name\":\"votes\",\"type\":\"uint16\"},{\"internalType\":\"enumVerdict\",\"name\":\"verdict\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"closed\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"waived\",\"type\":\"bool\"},{\"internalType\":\"uint96\",\"name\":\"seatStake\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"seatFee\",\"type\":\"uint96\"}],\"internalType\":\"structCase\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"ballot\",\"type\":\"bytes32\"}],\"name\":\"commitBallot\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"juror\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"ballot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"}],\"name\":\"commitBallotFor\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"draw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"eip712Domain\",\"outputs\":[{\"internalType\":\"bytes1\",\"name\":\"fields\",\"type\":\"bytes1\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"version\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"verifyingContract\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256[]\",\"name\":\"extensions\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"freeze\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"isOpen\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"}],\"name\":\"jurors\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"}],\"name\":\"openCase\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"outcome\",\"outputs\":[{\"internalType\":\"enumVerdict\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"phase\",\"outputs\":[{\"internalType\":\"enumPhase\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"juror\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"reportLeak\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"resolve\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"juror\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"reveal\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"}],\"name\":\"roundOf\",\"outputs\":[{\"components\":[{\"internalType\":\"uint64\",\"name\":\"seedBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"drawnAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"commitUntil\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"revealUntil\",\"type\":\"uint64\"},{\"internalType\":\"uint16\",\"name\":\"size\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"seats\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"committed\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"revealed\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"votes\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"votesFor\",\"type\":\"uint16\"},{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"}],\"internalType\":\"structRound\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"internalType\":\"address\",\"name\":\"juror\",\"type\":\"address\"}],\"name\":\"seat\",\"outputs\":[{\"components\":[{\"internalType\":\"enumSeatStatus\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"ballot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"internalType\":\"structSeat\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"internalType\":\"address\",\"name\":\"juror\",\"type\":\"address\"}],\"name\":\"settleSeat\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"internalType\":\"address\",\"name\":\"juror\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"ballot\",\"type\":\"bytes32\"}],\"name\":\"signedBallotHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"tally\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"tallyOf\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"},{\"internalType\":\"enumVerdict\",\"name\":\"\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"waive\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"juror\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"ballot\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"revealFrom\",\"type\":\"uint64\"}],\"name\":\"BallotCommitted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"juror\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"reporter\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"toReporter\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"burned\",\"type\":\"uint256\"}],\"name\":\"BallotLeaked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"juror\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"BallotRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"}],\"name\":\"CaseOpened\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"committer\",\"type\":\"address\"}],\"name\":\"CommitterWaived\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address[]\",\"name\":\"jurors\",\"type\":\"address[]\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"commitUntil\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"revealUntil\",\"type\":\"uint64\"}],\"name\":\"JuryDrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"enumVerdict\",\"name\":\"verdict\",\"type\":\"uint8\"}],\"name\":\"Resolved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"uint16\",\"name\":\"size\",\"type\":\"uint16\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"seedBlock\",\"type\":\"uint64\"}],\"name\":\"RoundBegun\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"juror\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"fee\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"burned\",\"type\":\"uint256\"}],\"name\":\"SeatSettled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"round\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"enumVerdict\",\"name\":\"verdict\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint16\",\"name\":\"seats\",\"type\":\"uint16\"},{\"indexed\":false,\"internalType\":\"uint16\",\"name\":\"votes\",\"type\":\"uint16\"},{\"indexed\":false,\"internalType\":\"uint16\",\"name\":\"votesFor\",\"type\":\"uint16\"}],\"name\":\"Tallied\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"InvalidBallot\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidShortString\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotDisputes\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotLoser\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotYet\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"str\",\"type\":\"string\"}],\"name\":\"StringTooLong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"actual\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"predicted\",\"type\":\"address\"}],\"name\":\"WrongAddress\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongBallot\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"enumPhase\",\"name\":\"phase\",\"type\":\"uint8\"}],\"name\":\"WrongPhase\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"juror\",\"type\":\"address\"},{\"internalType\":\"enumSeatStatus\",\"name\":\"status\",\"type\":\"uint8\"}],\"name\":\"WrongSeat\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongSignature\",\"type\":\"error\"}]",
	ID:  "3226aecf3f6522ff8e03817f1ba879a186",
	Bin: "0x610220604052348015610010575f5ffd5b50604051614a42380380614a4283398101604081905261002f91610266565b6040518060400160405280601281526020017110dbdb5b5bdb9dd95a59da1d0810dbdd5c9d60721b815250604051806040016040528060018152602001603160f81b8152506100838261018760201b60201c565b6101205261009081610187565b61014052815160208084019190912060e052815190820120610100524660a05261011c60e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60809081523060c08190529084015161013893509091506101cd565b80516001600160a01b03908116610160526020820151811661018052604082015181166101a052606082015181166101c05261010082015181166101e05261012090910151166102005261038b565b5f5f829050601f815111156101ba578260405163305a27a960e01b81526004016101b19190610330565b60405180910390fd5b80516101c582610365565b179392505050565b806001600160a01b0316826001600160a01b031614610212576040516306c9abc360e51b81526001600160a01b038084166004830152821660248201526044016101b1565b5050565b60405161014081016001600160401b038111828210171561024557634e487b7160e01b5f52604160045260245ffd5b60405290565b80516001600160a01b0381168114610261575f5ffd5b919050565b5f610140828403128015610278575f5ffd5b50610281610216565b61028a8361024b565b81526102986020840161024b565b60208201526102a96040840161024b565b60408201526102ba6060840161024b565b60608201526102cb6080840161024b565b60808201526102dc60a0840161024b565b60a08201526102ed60c0840161024b565b60c08201526102fe60e0840161024b565b60e0820152610310610100840161024b565b610100820152610323610120840161024b565b6101208201529392505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610385575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516101e051610200516145826104c05f395f610ef401525f81816104fa015281816115f201528181612a3b01528181612bc70152612ecb01525f8181610ac701528181610ce301528181611bf101528181611d91015281816123c60152818161271a0152612b2301525f818161090c01528181610c6301528181610d7801528181610e030152818161125401528181611af801528181611cf101528181611fb0015281816124520152818161298a015261307e01525f8181611e5001528181612210015281816128090152612cec01525f81816113ca015261166801525f61333001525f61330001525f61358201525f61355a01525f6134b501525f6134df01525f61350901526145825ff3fe608060405234801561000f575f5ffd5b5060043610610148575f3560e01c806384b0196e116100bf578063d49224e911610079578063d49224e91461032d578063db72637d1461034d578063e0b50cbe14610360578063ec13cc7b14610373578063f421686214610386578063f6e22eb5146103a6575f5ffd5b806384b0196e1461025c57806395fb9bcf14610277578063a1b4905d14610297578063b4a6def1146102aa578063b68499fb146102fa578063ca11abee1461030d575f5ffd5b80635c23bdf5116101105780635c23bdf5146101cd578063629374ab146101e05780636ddf92d8146101f357806372a21e51146102135780637c35be7a146102265780637caf38f814610249575f5ffd5b80630dc2df1f1461014c578063181f34b71461016157806334b2389e146101875780633dcf00e4146101a757806354a9395d146101ba575b5f5ffd5b61015f61015a3660046137c3565b6103b9565b005b61017461016f36600461380e565b610577565b6040519081526020015b60405180910390f35b61019a61019536600461385c565b610626565b60405161017e919061388a565b6101746101b5366004613984565b61074c565b61015f6101c83660046137c3565b6107db565b61015f6101db3660046139c9565b610a3f565b61015f6101ee3660046139c9565b610de0565b6102066102013660046139c9565b6110cf565b60405161017e9190613a11565b61015f610221366004613a24565b61110c565b6102396102343660046139c9565b61119e565b604051901515815260200161017e565b61015f610257366004613ab2565b6111db565b6102646116de565b60405161017e9796959493929190613b1f565b61028a6102853660046139c9565b611720565b60405161017e9190613bc5565b6101746102a53660046139c9565b611879565b6102eb6102b83660046139c9565b5f908152600260205260409020600101546001600160401b0381169160ff600160901b8304811692600160981b90041690565b60405161017e93929190613bd3565b61015f610308366004613c02565b611883565b61032061031b366004613ab2565b611892565b60405161017e9190613c22565b61034061033b3660046139c9565b611938565b60405161017e9190613c50565b61015f61035b3660046139c9565b611a9e565b61015f61036e366004613d8f565b611be6565b61015f6103813660046139c9565b611cce565b61039961039436600461385c565b611f15565b60405161017e9190613df5565b61015f6103b43660046139c9565b611f8d565b6103c48460036122a2565b5f84815260026020526040812080549091906103f1908790600160c01b900463ffffffff168787876122f4565b805460ff191660051781555f878152600360209081526040808320865463ffffffff600160c01b90910416845290915290206001018054919250906004906104459061ffff64010000000090910416613e1b565b825461ffff9182166101009390930a928302919092021990911617905560028201545f9061047d906001600160601b0316600a612355565b835460408051600160c01b90920463ffffffff16825260208201839052810182905290915033906001600160a01b0388169089907f94daf018aeeb1d75a45fe22ae2ac157ebb4b75c36f9a52586c3ef121f6712dc49060600160405180910390a460028301546040516317fc3af360e11b81526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001691632ff875e691610541918a916001600160601b0390911690869033908290600401613e37565b5f604051808303815f87803b158015610558575f5ffd5b505af115801561056a573d5f5f3e3d5ffd5b5050505050505050505050565b5f85815260036020908152604080832063ffffffff88168085529083528184206002015482517f50882711b1fcae04186e2fdf7b52b472a7f4e83ac566054aac6d76ac5401d15a948101949094529183018990526060830152608082018190526001600160a01b03861660a083015260c0820185905260e082018490529061061990610100015b6040516020818303038152906040528051906020012061236c565b9150505b95945050505050565b60408051610160810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810182905261010081018290526101208101829052610140810191909152505f82815260036020908152604080832063ffffffff8516845282529182902082516101608101845281546001600160401b038082168352600160401b808304821695840195909552600160801b8204811695830195909552600160c01b90049093166060840152600181015461ffff8082166080860152620100008204811660a08601526401000000008204811660c0860152600160301b8204811660e08601529281048316610100850152600160501b9004909116610120830152600201546101408201525b92915050565b5f84815260036020908152604080832063ffffffff87168085529083528184206002015482517f1e2e17ae0bf2e6518db366609e3207212e0a739cd100bc47b2a6ae2b7ce52d65948101949094529183018890526060830152608082018190526001600160a01b03851660a083015260c08201849052906107cf9060e0016105fe565b9150505b949350505050565b6107e68460046122a2565b5f8481526002602052604081208054909190610813908790600160c01b900463ffffffff168787876122f4565b5f8781526003602090815260408083208654600160c01b900463ffffffff1684529091529020600181018054929350909160069061085b90600160301b900461ffff16613e73565b91906101000a81548161ffff021916908361ffff1602179055505f195f1b850361088f57815460ff191660041782556109d9565b815460ff191660031782556001830180546010906108b89061ffff600160801b90910416613e73565b91906101000a81548161ffff021916908361ffff16021790555080600101600881819054906101000a900461ffff166108f090613e73565b91906101000a81548161ffff021916908361ffff1602179055507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663903fafea886040518263ffffffff1660e01b815260040161095891815260200190565b60c060405180830381865afa158015610973573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109979190613f55565b6020015185036109d957600181018054600a906109be90600160501b900461ffff16613e73565b91906101000a81548161ffff021916908361ffff1602179055505b60028201859055825460408051600160c01b90920463ffffffff168252602082018790526001600160a01b0388169189917f812ecde4aa56d6bf56e53970c5d1a718a0079565bee57f9291b61f424b3b421f91015b60405180910390a350505050505050565b5f81815260026020526040812090610a578383612398565b600283015460018401549192505f91610a8b91600160601b90046001600160601b031690600160801b900461ffff16613fd0565b90505f610a97856128d0565b60018501549091503090600160981b900460ff1615610b405750604051634eb7c9c960e01b8152600481018690527f0000000000000000000000000000000000000000000000000000000000000000906001600160a01b03821690634eb7c9c99060240160408051808303815f875af1158015610b16573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b3a9190613fe7565b90935091505b60018501805485919060ff60901b1916600160901b836005811115610b6757610b676139e0565b02179055506001850180546001600160401b034216600160401b0273ff000000ffffffffffffffff00000000000000001990911617600160981b17905560405186907fc92ea846f04f630caab1736df060347279403dcb060fa7e43a81fcf38857470290610bd6908790613a11565b60405180910390a26004846005811115610bf257610bf26139e0565b03610c16576002850180546bffffffffffffffffffffffff60601b19169055610dd8565b6002846005811115610c2a57610c2a6139e0565b03610cbf5760405163d8092a6f60e01b815260048101879052602481018490526001600160a01b038281166044830152606482018490527f0000000000000000000000000000000000000000000000000000000000000000169063d8092a6f906084015f604051808303815f87803b158015610ca4575f5ffd5b505af1158015610cb6573d5f5f3e3d5ffd5b50505050610dd8565b604051635bdc5a0960e01b81526004810187905260248101849052604481018390527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690635bdc5a09906064015f604051808303815f87803b158015610d2c575f5ffd5b505af1158015610d3e573d5f5f3e3d5ffd5b5060059250610d4b915050565b846005811115610d5d57610d5d6139e0565b03610dd8576040516397040a4560e01b8152600481018790527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906397040a45906024015f604051808303815f87803b158015610dc1575f5ffd5b505af1158015610dd3573d5f5f3e3d5ffd5b505050505b505050505050565b610deb8160026122a2565b600160405163295686af60e11b8152600481018390527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906352ad0d5e90602401602060405180830381865afa158015610e50573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610e749190614009565b6004811115610e8557610e856139e0565b14610ea35760405163069fbbbb60e11b815260040160405180910390fd5b5f818152600260209081526040808320600383528184208154600160c01b900463ffffffff1685529092528083208054915163d5fa312760e01b81526001600160401b0390921660048301529192907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063d5fa312790602401602060405180830381865afa158015610f41573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610f659190614027565b90505f819003610f885760405163069fbbbb60e11b815260040160405180910390fd5b82546040805160208101849052908101869052600160c01b90910463ffffffff16606082015260800160408051808303601f1901815291905280516020909101206002830181905582546fffffffffffffffff00000000000000001916600160401b426001600160401b03160217835560018301545f91829161101391889188919061ffff16612922565b6001860154919350915061ffff1661102c826002613fd0565b101561103557505f5b808252801561104a5761104a86868685612cc9565b8454600285015485546040516001600160401b03808516948b947fcfd6423e1852bb5e2166bc7488e83fa8110e03012b83f6b72ef71cef43a78bb7946110b39463ffffffff600160c01b94859004169492938b93600160801b840481169391909104169061403e565b60405180910390a3805f03610dd857610dd88686866003612f87565b5f8181526002602052604081206001810154600160981b900460ff166110f5575f611105565b6001810154600160901b900460ff165b9392505050565b5f85815260026020526040812054611134908790600160c01b900463ffffffff16878761074c565b9050611176858285858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506130e392505050565b611193576040516306ad488360e31b815260040160405180910390fd5b610dd8868686613153565b5f8181526002602052604081208054600160401b90046001600160401b031615801590611105575060010154600160981b900460ff161592915050565b6111e68360076122a2565b5f8381526002602090815260408083206005835281842063ffffffff8716855283528184206001600160a01b038616855290925282209091806003835460ff166005811115611237576112376139e0565b0361146d57604051636fbc5e7160e11b8152600481018890525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063c810bf5b90829063df78bce290602401602060405180830381865afa1580156112a9573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906112cd9190614027565b6040518263ffffffff1660e01b81526004016112eb91815260200190565b602060405180830381865afa158015611306573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061132a9190614027565b905080158015611365575060018501546113589062278d0090600160401b90046001600160401b0316614084565b6001600160401b03164211155b156113835760405163069fbbbb60e11b815260040160405180910390fd5b836002015481036113aa576002850154600160601b90046001600160601b031692506113c1565b80156113c15760028501546001600160601b031691505b825f03611467577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316637a4084546114008a6128d0565b600288015460405160e084901b6001600160e01b03191681526004810192909252600160601b90046001600160601b031660248201526044015f604051808303815f87803b158015611450575f5ffd5b505af1158015611462573d5f5f3e3d5ffd5b505050505b50611577565b6001835460ff166005811115611485576114856139e0565b14806114a657506002835460ff1660058111156114a4576114a46139e0565b145b1561152e5783545f9063ffffffff600160c01b909104811690881610806114d9575060018501546001600160401b031615155b9050808015611508575060046001860154600160901b900460ff166005811115611505576115056139e0565b14155b15611467576002850154611526906001600160601b03166005612355565b915050611577565b6004835460ff166005811115611546576115466139e0565b14611577578254604051632925f17d60e01b815261156e91879160ff909116906004016140a3565b60405180910390fd5b825460ff191660051783556040805163ffffffff88168152602081018490529081018290526001600160a01b0386169088907fd708372001238359fdfa7bec5add4ba6ea7fa877244cee7a603d3020a42ac9379060600160405180910390a360028401546040516317fc3af360e11b81526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001691632ff875e6916116399189916001600160601b039091169086905f908190600401613e37565b5f604051808303815f87803b158015611650575f5ffd5b505af1158015611662573d5f5f3e3d5ffd5b505050507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663c6b3522461169e896128d0565b6040516001600160e01b031960e084901b16815260048101919091525f60248201526001600160a01b038816604482015260648101859052608401610541565b5f6060805f5f5f60606116ef6132f9565b6116f7613329565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b5f8181526002602052604081208054600160401b90046001600160401b0316820361174d57505f92915050565b6001810154600160981b900460ff161561176a5750600792915050565b60018101546001600160401b0316156117865750600692915050565b8054600160c01b900463ffffffff165f036117a45750600192915050565b5f8381526003602090815260408083208454600160c01b900463ffffffff168452909152812060028101549091036117e0575060029392505050565b8054600160801b90046001600160401b031642118015906118185750600181015461ffff620100008204811664010000000090920416105b15611827575060039392505050565b8054600160c01b90046001600160401b031642118015906118605750600181015461ffff64010000000082048116600160301b90920416105b1561186f575060049392505050565b5060059392505050565b5f610746826128d0565b61188e823383613153565b5050565b6118b46040805160608101909152805f81526020015f81526020015f81525090565b5f84815260056020818152604080842063ffffffff8816855282528084206001600160a01b03871685529091529182902082516060810190935280549091839160ff1690811115611907576119076139e0565b6005811115611918576119186139e0565b815260018201546020820152600290910154604090910152949350505050565b60408051610180810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e081018290526101008101829052610120810182905261014081018290526101608101919091525f8281526002602090815260409182902082516101808101845281546001600160401b038082168352600160401b808304821695840195909552600160801b808304821696840196909652600160c01b90910463ffffffff166060830152600183015480821660808401529384041660a082015292820461ffff1660c08401529060e0830190600160901b900460ff166005811115611a3957611a396139e0565b6005811115611a4a57611a4a6139e0565b8152600182015460ff600160981b8204811615156020840152600160a01b90910416151560408201526002909101546001600160601b038082166060840152600160601b9091041660809091015292915050565b611aa98160066122a2565b5f818152600260208190526040909120906001820154600160901b900460ff166005811115611ada57611ada6139e0565b141580611b83575060405163481fd7f560e11b8152600481018390527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063903fafea9060240160c060405180830381865afa158015611b45573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611b699190613f55565b604001516001600160a01b0316336001600160a01b031614155b15611ba1576040516305d793e560e01b815260040160405180910390fd5b60018101805460ff60a01b1916600160a01b179055604051339083907faa2d4081bd080fd54fb855d880b4780cf2b36ab33d8e62727caeff7ed89b3733905f90a35050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614611c2f576040516326185c6560e11b815260040160405180910390fd5b5f8281526002602052604090208054426001600160401b03908116600160401b026fffffffffffffffffffffffffffffffff1990921690841617178155611c776001436140c9565b815467ffffffffffffffff60801b1916600160801b6001600160401b03928316021782556040519083169084907f298a183116d27b634ac30ecefa4805e1c40dbe65e67d3ea0be1cfc8136a5e4c6905f90a3505050565b611cd98160016122a2565b600160405163295686af60e11b8152600481018390527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906352ad0d5e90602401602060405180830381865afa158015611d3e573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611d629190614009565b6004811115611d7357611d736139e0565b141580611e025750604051635c92567d60e11b8152600481018290527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063b924acfa90602401602060405180830381865afa158015611dde573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611e0291906140eb565b15611e205760405163069fbbbb60e11b815260040160405180910390fd5b5f8181526002602052604080822080549151635021b74160e11b81526001600160401b03909216600483015291907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063a0436e829060240161010060405180830381865afa158015611e9e573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611ec2919061412b565b608081015160028401805460a08401516001600160601b03908116600160601b026001600160c01b031990921693169290921791909117905560c0810151909150611f109084908490613354565b505050565b5f82815260046020908152604080832063ffffffff85168452825291829020805483518184028101840190945280845260609392830182828015611f8057602002820191905f5260205f20905b81546001600160a01b03168152600190910190602001808311611f62575b5050505050905092915050565b611f988160056122a2565b600160405163295686af60e11b8152600481018390527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906352ad0d5e90602401602060405180830381865afa158015611ffd573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906120219190614009565b6004811115612032576120326139e0565b146120555780600560405163509b2d0560e11b815260040161156e9291906141d1565b5f81815260026020908152604080832060038084528285208254600160c01b900463ffffffff16865290935292206001810154909190600160401b900461ffff16158015906120c65750600182015461ffff808216916120bf91600160401b9091041660026141e5565b61ffff1610155b1561214157600182015461ffff600160401b82048116916120f191600160501b9091041660026141e5565b61ffff16111561210357506001612141565b600182015461ffff600160401b820481169161212891600160501b9091041682614202565b6121339060026141e5565b61ffff161115612141575060025b6003816005811115612155576121556139e0565b14801561217057508254600160c01b900463ffffffff166001145b15612290578254600183015460405186927f4dba8b8d68d93594b41ccde3f4d9a8aec12bb6115b70f1beb716f6a5ecf343d6926121df92600160c01b90920463ffffffff1691869162010000810461ffff90811692600160401b8304821692600160501b90049091169061421c565b60405180910390a28254604051635021b74160e11b81526001600160401b03909116600482015261228b90859085907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063a0436e829060240161010060405180830381865afa15801561225e573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612282919061412b565b60e00151613354565b61229c565b61229c84848484612f87565b50505050565b5f6122ac83611720565b90508160078111156122c0576122c06139e0565b8160078111156122d2576122d26139e0565b14611f1057828160405163509b2d0560e11b815260040161156e9291906141d1565b5f6123028686866002613429565b90505f83900361232557604051637611594360e01b815260040160405180910390fd5b6123328686868686610577565b81600101541461061d57604051635777c31360e01b815260040160405180910390fd5b5f60646123628385613fd0565b611105919061425b565b5f6107466123786134a9565b8360405161190160f01b8152600281019290925260228201526042902090565b5f5f6123a384611720565b6040516328c7a64960e01b8152600481018690529091505f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906328c7a6499060240160c060405180830381865afa15801561240b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061242f919061427a565b60405163295686af60e11b8152600481018790529091505f906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906352ad0d5e90602401602060405180830381865afa158015612497573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906124bb9190614009565b905060078360078111156124d1576124d16139e0565b0361254d57600180860154600160901b900460ff1660058111156124f7576124f76139e0565b148015612502575081515b801561251f5750600181600481111561251d5761251d6139e0565b145b156125305760029350505050610746565b858360405163509b2d0560e11b815260040161156e9291906141d1565b5f836007811115612560576125606139e0565b0361258257858360405163509b2d0560e11b815260040161156e9291906141d1565b6001816004811115612596576125966139e0565b146125a75760049350505050610746565b8151156125ba5760029350505050610746565b60068360078111156125ce576125ce6139e0565b146125f057858360405163509b2d0560e11b815260040161156e9291906141d1565b8160200151156126135760405163069fbbbb60e11b815260040160405180910390fd5b816040015161267e5760026001860154600160901b900460ff16600581111561263e5761263e6139e0565b1461264f5760019350505050610746565b8160800151156126725760405163069fbbbb60e11b815260040160405180910390fd5b60059350505050610746565b60036001860154600160901b900460ff1660058111156126a0576126a06139e0565b036126be5760405163069fbbbb60e11b815260040160405180910390fd5b60026001860154600160901b900460ff1660058111156126e0576126e06139e0565b146126ef5781606001516126ff565b6001850154600160a01b900460ff165b156127ae57604051635c92567d60e11b8152600481018790527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063b924acfa90602401602060405180830381865afa158015612767573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061278b91906140eb565b156127a95760405163069fbbbb60e11b815260040160405180910390fd5b6128b9565b60a082015160018601545f916001600160401b039081169116116127d6578260a001516127e5565b60018601546001600160401b03165b86546040516348c576e160e11b81526001600160401b0390911660048201529091507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063918aedc29060240161016060405180830381865afa158015612857573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061287b91906142de565b60a0015161288f9063ffffffff1682614084565b6001600160401b031642116128b75760405163069fbbbb60e11b815260040160405180910390fd5b505b5050505060010154600160901b900460ff16919050565b604080517fe1f376879b2a44fdd6b3a86b8cf13c2544ea2b028c7880e8b59703f7915199f560208201529081018290525f90606001604051602081830303815290604052805190602001209050919050565b60605f826001600160401b0381111561293d5761293d613e93565b604051908082528060200260200182016040528015612966578160200160208202803683370190505b5060405163481fd7f560e11b8152600481018890529092505f906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063903fafea9060240160c060405180830381865afa1580156129cf573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906129f39190613f55565b604001519050835f5b85841015612cbd578754604051632638506b60e11b815260048101899052600160801b9091046001600160401b03166024820152604481018390525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690634c70a0d6906064015f60405180830381865afa158015612a87573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f19168201604052612aae91908101906143bb565b90505b805182108015612ac057508685105b15612c86575f818381518110612ad857612ad861446d565b60200260200101519050846001600160a01b0316816001600160a01b03161480612b8c57506040516341470abb60e11b8152600481018c90526001600160a01b0382811660248301527f0000000000000000000000000000000000000000000000000000000000000000169063828e157690604401602060405180830381865afa158015612b68573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612b8c91906140eb565b15612b975750612c76565b60028a01546040516334611b4360e21b81526001600160a01b0383811660048301526001600160601b03909216917f0000000000000000000000000000000000000000000000000000000000000000169063d1846d0c90602401602060405180830381865afa158015612c0c573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612c309190614027565b10612c7457808787612c4181614481565b985081518110612c5357612c5361446d565b60200260200101906001600160a01b031690816001600160a01b0316815250505b505b612c7f82614481565b9150612ab1565b8281511080612c9457508683115b15612c9f5750612cbd565b612caa876002613fd0565b612cb5906010614499565b9250506129fc565b50505094509492505050565b82546040516348c576e160e11b81526001600160401b0390911660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063918aedc29060240161016060405180830381865afa158015612d3a573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612d5e91906142de565b60608101518454919250612d8a9163ffffffff90911690600160401b90046001600160401b0316614084565b835467ffffffffffffffff60801b1916600160801b6001600160401b039283168102919091178086556080840151612dce9363ffffffff9091169290910416614084565b83546001600160c01b0316600160c01b6001600160401b03929092168202178455825160018501805463ffff000019166201000061ffff909316929092029190911790555f86815260046020908152604080832088549490940463ffffffff16835292905220612e3e83826144ac565b505f5b8251811015610dd8575f8681526005602090815260408083208854600160c01b900463ffffffff1684529091528120845160019290869085908110612e8857612e8861446d565b6020908102919091018101516001600160a01b031682528101919091526040015f20805460ff19166001836005811115612ec457612ec46139e0565b02179055507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663282d3fdf848381518110612f0a57612f0a61446d565b6020908102919091010151600288015460405160e084901b6001600160e01b03191681526001600160a01b0390921660048301526001600160601b031660248201526044015f604051808303815f87803b158015612f66575f5ffd5b505af1158015612f78573d5f5f3e3d5ffd5b50505050806001019050612e41565b6001830180546001600160401b03421667ffffffffffffffff1982168117835583929172ff00000000000000000000ffffffffffffffff191617600160901b836005811115612fd857612fd86139e0565b02179055508254600183015460405186927f4dba8b8d68d93594b41ccde3f4d9a8aec12bb6115b70f1beb716f6a5ecf343d69261304792600160c01b90920463ffffffff1691869162010000810461ffff90811692600160401b8304821692600160501b90049091169061421c565b60405180910390a26002816005811115613063576130636139e0565b0361229c57604051639acbc62b60e01b8152600481018590527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690639acbc62b906024015f604051808303815f87803b1580156130c7575f5ffd5b505af11580156130d9573d5f5f3e3d5ffd5b5050505050505050565b5f836001600160a01b03163b5f03613141575f5f61310185856135d2565b5090925090505f81600381111561311a5761311a6139e0565b1480156131385750856001600160a01b0316826001600160a01b0316145b92505050611105565b61314c84848461361b565b9050611105565b61315e8360036122a2565b5f83815260026020526040812054600160c01b900463ffffffff16906131878583866001613429565b90505f8390036131aa57604051637611594360e01b815260040160405180910390fd5b5f85815260036020908152604080832063ffffffff861684529091528120825460ff1916600217835560018084018690558101805491929162010000810461ffff908116929160049161320591640100000000900416613e73565b91906101000a81548161ffff021916908361ffff160217905561ffff160361329d57508054429061324f906001600160401b03600160801b8204811691600160c01b900416614548565b6132599082614084565b82546fffffffffffffffffffffffffffffffff16600160c01b6001600160401b039283160267ffffffffffffffff60801b191617600160801b918316919091021782555b6040805163ffffffff86168152602081018790526001600160401b038316918101919091526001600160a01b0387169088907f7c7673a74f2945985014d6ba28aadb5c83f84d0c826f1040f760fe1763d8067890606001610a2e565b60606133247f0000000000000000000000000000000000000000000000000000000000000000613680565b905090565b60606133247f0000000000000000000000000000000000000000000000000000000000000000613680565b81545f90839060189061337390600160c01b900463ffffffff16614567565b825463ffffffff8281166101009490940a848102910219909116179092555f86815260036020908152604080832084845282529182902080546001600160401b0343811667ffffffffffffffff199092168217835560018301805461ffff8b1661ffff1990911681179091558a5486519788529487015293850152939450169086907f48425d8196c9e536268a4b72e4186b557426ce1590b4361dc9d010601d4b872c9060600160405180910390a35050505050565b5f84815260056020818152604080842063ffffffff8816855282528084206001600160a01b038716855290915290912090829081111561346b5761346b6139e0565b815460ff166005811115613481576134816139e0565b146107d3578054604051632925f17d60e01b815261156e91859160ff909116906004016140a3565b5f306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614801561350157507f000000000000000000000000000000000000000000000000000000000000000046145b1561352b57507f000000000000000000000000000000000000000000000000000000000000000090565b613324604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f5f5f8351604103613609576020840151604085015160608601515f1a6135fb888285856136bd565b955095509550505050613614565b505081515f91506002905b9250925092565b805160408051630b135d3f60e11b8082526004820186905260248201929092525f92906020820185604483015e5f82606483010152601f820160051c60051b915060205f60648401838a5afa9050825f5114601f3d1116811693505050509392505050565b60605f61368c83613785565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156136f657505f9150600390508261377b565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa158015613747573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661377257505f92506001915082905061377b565b92505f91508190505b9450945094915050565b5f60ff8216601f81111561074657604051632cd44ac360e21b815260040160405180910390fd5b6001600160a01b03811681146137c0575f5ffd5b50565b5f5f5f5f608085870312156137d6575f5ffd5b8435935060208501356137e8816137ac565b93969395505050506040820135916060013590565b63ffffffff811681146137c0575f5ffd5b5f5f5f5f5f60a08688031215613822575f5ffd5b853594506020860135613834816137fd565b93506040860135613844816137ac565b94979396509394606081013594506080013592915050565b5f5f6040838503121561386d575f5ffd5b82359150602083013561387f816137fd565b809150509250929050565b81516001600160401b03168152610160810160208301516138b660208401826001600160401b03169052565b5060408301516138d160408401826001600160401b03169052565b5060608301516138ec60608401826001600160401b03169052565b506080830151613902608084018261ffff169052565b5060a083015161391860a084018261ffff169052565b5060c083015161392e60c084018261ffff169052565b5060e083015161394460e084018261ffff169052565b5061010083015161395c61010084018261ffff169052565b5061012083015161397461012084018261ffff169052565b5061014092830151919092015290565b5f5f5f5f60808587031215613997575f5ffd5b8435935060208501356139a9816137fd565b925060408501356139b9816137ac565b9396929550929360600135925050565b5f602082840312156139d9575f5ffd5b5035919050565b634e487b7160e01b5f52602160045260245ffd5b600681106137c0576137c06139e0565b613a0d816139f4565b9052565b60208101613a1e836139f4565b91905290565b5f5f5f5f5f60808688031215613a38575f5ffd5b853594506020860135613a4a816137ac565b93506040860135925060608601356001600160401b03811115613a6b575f5ffd5b8601601f81018813613a7b575f5ffd5b80356001600160401b03811115613a90575f5ffd5b886020828401011115613aa1575f5ffd5b959894975092955050506020019190565b5f5f5f60608486031215613ac4575f5ffd5b833592506020840135613ad6816137fd565b91506040840135613ae6816137ac565b809150509250925092565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e060208201525f613b3d60e0830189613af1565b8281036040840152613b4f8189613af1565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015613ba4578351835260209384019390920191600101613b86565b50909b9a5050505050505050505050565b60088110613a0d57613a0d6139e0565b602081016107468284613bb5565b6001600160401b038416815260608101613bec846139f4565b8360208301528215156040830152949350505050565b5f5f60408385031215613c13575f5ffd5b50508035926020909101359150565b81516060820190613c32816139f4565b80835250602083015160208301526040830151604083015292915050565b81516001600160401b0316815261018081016020830151613c7c60208401826001600160401b03169052565b506040830151613c9760408401826001600160401b03169052565b506060830151613caf606084018263ffffffff169052565b506080830151613cca60808401826001600160401b03169052565b5060a0830151613ce560a08401826001600160401b03169052565b5060c0830151613cfb60c084018261ffff169052565b5060e0830151613d0e60e0840182613a04565b50610100830151613d2461010084018215159052565b50610120830151613d3a61012084018215159052565b50610140830151613d576101408401826001600160601b03169052565b50610160830151613d746101608401826001600160601b03169052565b5092915050565b6001600160401b03811681146137c0575f5ffd5b5f5f60408385031215613da0575f5ffd5b82359150602083013561387f81613d7b565b5f8151808452602084019350602083015f5b82811015613deb5781516001600160a01b0316865260209586019590910190600101613dc4565b5093949350505050565b602081525f6111056020830184613db2565b634e487b7160e01b5f52601160045260245ffd5b5f61ffff821680613e2e57613e2e613e07565b5f190192915050565b6001600160a01b0395861681526001600160601b0394909416602085015260408401929092529092166060820152608081019190915260a00190565b5f61ffff821661ffff8103613e8a57613e8a613e07565b60010192915050565b634e487b7160e01b5f52604160045260245ffd5b60405160c081016001600160401b0381118282101715613ec957613ec9613e93565b60405290565b60405161010081016001600160401b0381118282101715613ec957613ec9613e93565b60405161016081016001600160401b0381118282101715613ec957613ec9613e93565b604051601f8201601f191681016001600160401b0381118282101715613f3d57613f3d613e93565b604052919050565b8051613f50816137fd565b919050565b5f60c0828403128015613f66575f5ffd5b50613f6f613ea7565b82518152602080840151908201526040830151613f8b816137ac565b60408201526060830151613f9e81613d7b565b60608201526080830151613fb1816137fd565b608082015260a0830151613fc481613d7b565b60a08201529392505050565b808202811582820484141761074657610746613e07565b5f5f60408385031215613ff8575f5ffd5b505080516020909101519092909150565b5f60208284031215614019575f5ffd5b815160058110611105575f5ffd5b5f60208284031215614037575f5ffd5b5051919050565b63ffffffff8616815284602082015260a060408201525f61406260a0830186613db2565b6001600160401b03948516606084015292909316608090910152949350505050565b6001600160401b03818116838216019081111561074657610746613e07565b6001600160a01b0383168152604081016140bc836139f4565b8260208301529392505050565b8181038181111561074657610746613e07565b80518015158114613f50575f5ffd5b5f602082840312156140fb575f5ffd5b611105826140dc565b80516001600160601b0381168114613f50575f5ffd5b805161ffff81168114613f50575f5ffd5b5f61010082840312801561413d575f5ffd5b50614146613ecf565b8251614151816137ac565b815261415f60208401614104565b602082015261417060408401614104565b604082015261418160608401614104565b606082015261419260808401614104565b60808201526141a360a08401614104565b60a08201526141b460c0840161411a565b60c08201526141c560e0840161411a565b60e08201529392505050565b828152604081016111056020830184613bb5565b61ffff8181168382160290811690818114613d7457613d74613e07565b61ffff828116828216039081111561074657610746613e07565b63ffffffff8616815260a08101614232866139f4565b602082019590955261ffff93841660408201529183166060830152909116608090910152919050565b5f8261427557634e487b7160e01b5f52601260045260245ffd5b500490565b5f60c082840312801561428b575f5ffd5b50614294613ea7565b61429d836140dc565b81526142ab602084016140dc565b60208201526142bc604084016140dc565b60408201526142cd606084016140dc565b6060820152613fb1608084016140dc565b5f6101608284031280156142f0575f5ffd5b506142f9613ef2565b61430283613f45565b815261431060208401613f45565b602082015261432160408401613f45565b604082015261433260608401613f45565b606082015261434360808401613f45565b608082015261435460a08401613f45565b60a082015261436560c08401613f45565b60c082015261437660e08401613f45565b60e08201526143886101008401613f45565b61010082015261439b6101208401613f45565b6101208201526143ae6101408401613f45565b6101408201529392505050565b5f602082840312156143cb575f5ffd5b81516001600160401b038111156143e0575f5ffd5b8201601f810184136143f0575f5ffd5b80516001600160401b0381111561440957614409613e93565b8060051b61441960208201613f15565b91825260208184018101929081019087841115614434575f5ffd5b6020850194505b838510156144625784519250614450836137ac565b8282526020948501949091019061443b565b979650505050505050565b634e487b7160e01b5f52603260045260245ffd5b5f6001820161449257614492613e07565b5060010190565b8082018082111561074657610746613e07565b81516001600160401b038111156144c5576144c5613e93565b600160401b8111156144d9576144d9613e93565b81548183558082101561450d57825f528160205f20018282035f5b81811015614509575f838201556001016144f4565b5050505b5060208301614521835f9081526020902090565b5f5b83811015610dd85782516001600160a01b031681830155602090920191600101614523565b6001600160401b03828116828216039081111561074657610746613e07565b5f63ffffffff821663ffffffff8103613e8a57613e8a613e0756",
}

// Court is an auto generated Go binding around an Ethereum contract.
type Court struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Court) GetABI() abi.ABI {
	return c.abi
}

// NewCourt creates a new instance of Court.
func NewCourt() *Court {
	parsed, err := CourtMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Court{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Court) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor((address,address,address,address,address,address,address,address,address,address) core) returns()
func (court *Court) PackConstructor(core Core) []byte {
	enc, err := court.abi.Pack("", core)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBallotHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x181f34b7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ballotHash(bytes32 commitment, uint32 round, address juror, bytes32 root, bytes32 salt) view returns(bytes32)
func (court *Court) PackBallotHash(commitment [32]byte, round uint32, juror common.Address, root [32]byte, salt [32]byte) []byte {
	enc, err := court.abi.Pack("ballotHash", commitment, round, juror, root, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBallotHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x181f34b7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ballotHash(bytes32 commitment, uint32 round, address juror, bytes32 root, bytes32 salt) view returns(bytes32)
func (court *Court) TryPackBallotHash(commitment [32]byte, round uint32, juror common.Address, root [32]byte, salt [32]byte) ([]byte, error) {
	return court.abi.Pack("ballotHash", commitment, round, juror, root, salt)
}

// UnpackBallotHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x181f34b7.
//
// Solidity: function ballotHash(bytes32 commitment, uint32 round, address juror, bytes32 root, bytes32 salt) view returns(bytes32)
func (court *Court) UnpackBallotHash(data []byte) ([32]byte, error) {
	out, err := court.abi.Unpack("ballotHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCaseKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1b4905d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function caseKey(bytes32 commitment) pure returns(bytes32)
func (court *Court) PackCaseKey(commitment [32]byte) []byte {
	enc, err := court.abi.Pack("caseKey", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCaseKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1b4905d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function caseKey(bytes32 commitment) pure returns(bytes32)
func (court *Court) TryPackCaseKey(commitment [32]byte) ([]byte, error) {
	return court.abi.Pack("caseKey", commitment)
}

// UnpackCaseKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa1b4905d.
//
// Solidity: function caseKey(bytes32 commitment) pure returns(bytes32)
func (court *Court) UnpackCaseKey(data []byte) ([32]byte, error) {
	out, err := court.abi.Unpack("caseKey", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCaseOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd49224e9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function caseOf(bytes32 commitment) view returns((uint64,uint64,uint64,uint32,uint64,uint64,uint16,uint8,bool,bool,uint96,uint96))
func (court *Court) PackCaseOf(commitment [32]byte) []byte {
	enc, err := court.abi.Pack("caseOf", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCaseOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd49224e9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function caseOf(bytes32 commitment) view returns((uint64,uint64,uint64,uint32,uint64,uint64,uint16,uint8,bool,bool,uint96,uint96))
func (court *Court) TryPackCaseOf(commitment [32]byte) ([]byte, error) {
	return court.abi.Pack("caseOf", commitment)
}

// UnpackCaseOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd49224e9.
//
// Solidity: function caseOf(bytes32 commitment) view returns((uint64,uint64,uint64,uint32,uint64,uint64,uint16,uint8,bool,bool,uint96,uint96))
func (court *Court) UnpackCaseOf(data []byte) (Case, error) {
	out, err := court.abi.Unpack("caseOf", data)
	if err != nil {
		return *new(Case), err
	}
	out0 := *abi.ConvertType(out[0], new(Case)).(*Case)
	return out0, nil
}

// PackCommitBallot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb68499fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commitBallot(bytes32 commitment, bytes32 ballot) returns()
func (court *Court) PackCommitBallot(commitment [32]byte, ballot [32]byte) []byte {
	enc, err := court.abi.Pack("commitBallot", commitment, ballot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommitBallot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb68499fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commitBallot(bytes32 commitment, bytes32 ballot) returns()
func (court *Court) TryPackCommitBallot(commitment [32]byte, ballot [32]byte) ([]byte, error) {
	return court.abi.Pack("commitBallot", commitment, ballot)
}

// PackCommitBallotFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x72a21e51.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commitBallotFor(bytes32 commitment, address juror, bytes32 ballot, bytes signature) returns()
func (court *Court) PackCommitBallotFor(commitment [32]byte, juror common.Address, ballot [32]byte, signature []byte) []byte {
	enc, err := court.abi.Pack("commitBallotFor", commitment, juror, ballot, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommitBallotFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x72a21e51.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commitBallotFor(bytes32 commitment, address juror, bytes32 ballot, bytes signature) returns()
func (court *Court) TryPackCommitBallotFor(commitment [32]byte, juror common.Address, ballot [32]byte, signature []byte) ([]byte, error) {
	return court.abi.Pack("commitBallotFor", commitment, juror, ballot, signature)
}

// PackDraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x629374ab.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function draw(bytes32 commitment) returns()
func (court *Court) PackDraw(commitment [32]byte) []byte {
	enc, err := court.abi.Pack("draw", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x629374ab.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function draw(bytes32 commitment) returns()
func (court *Court) TryPackDraw(commitment [32]byte) ([]byte, error) {
	return court.abi.Pack("draw", commitment)
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (court *Court) PackEip712Domain() []byte {
	enc, err := court.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (court *Court) TryPackEip712Domain() ([]byte, error) {
	return court.abi.Pack("eip712Domain")
}

// Eip712DomainOutput serves as a container for the return parameters of contract
// method Eip712Domain.
type Eip712DomainOutput struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (court *Court) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := court.abi.Unpack("eip712Domain", data)
	outstruct := new(Eip712DomainOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackFreeze is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xec13cc7b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function freeze(bytes32 commitment) returns()
func (court *Court) PackFreeze(commitment [32]byte) []byte {
	enc, err := court.abi.Pack("freeze", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFreeze is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xec13cc7b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function freeze(bytes32 commitment) returns()
func (court *Court) TryPackFreeze(commitment [32]byte) ([]byte, error) {
	return court.abi.Pack("freeze", commitment)
}

// PackIsOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7c35be7a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isOpen(bytes32 commitment) view returns(bool)
func (court *Court) PackIsOpen(commitment [32]byte) []byte {
	enc, err := court.abi.Pack("isOpen", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7c35be7a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isOpen(bytes32 commitment) view returns(bool)
func (court *Court) TryPackIsOpen(commitment [32]byte) ([]byte, error) {
	return court.abi.Pack("isOpen", commitment)
}

// UnpackIsOpen is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7c35be7a.
//
// Solidity: function isOpen(bytes32 commitment) view returns(bool)
func (court *Court) UnpackIsOpen(data []byte) (bool, error) {
	out, err := court.abi.Unpack("isOpen", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackJurors is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4216862.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function jurors(bytes32 commitment, uint32 round) view returns(address[])
func (court *Court) PackJurors(commitment [32]byte, round uint32) []byte {
	enc, err := court.abi.Pack("jurors", commitment, round)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackJurors is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4216862.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function jurors(bytes32 commitment, uint32 round) view returns(address[])
func (court *Court) TryPackJurors(commitment [32]byte, round uint32) ([]byte, error) {
	return court.abi.Pack("jurors", commitment, round)
}

// UnpackJurors is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf4216862.
//
// Solidity: function jurors(bytes32 commitment, uint32 round) view returns(address[])
func (court *Court) UnpackJurors(data []byte) ([]common.Address, error) {
	out, err := court.abi.Unpack("jurors", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackOpenCase is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe0b50cbe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function openCase(bytes32 commitment, uint64 run) returns()
func (court *Court) PackOpenCase(commitment [32]byte, run uint64) []byte {
	enc, err := court.abi.Pack("openCase", commitment, run)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpenCase is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe0b50cbe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function openCase(bytes32 commitment, uint64 run) returns()
func (court *Court) TryPackOpenCase(commitment [32]byte, run uint64) ([]byte, error) {
	return court.abi.Pack("openCase", commitment, run)
}

// PackOutcome is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6ddf92d8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function outcome(bytes32 commitment) view returns(uint8)
func (court *Court) PackOutcome(commitment [32]byte) []byte {
	enc, err := court.abi.Pack("outcome", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOutcome is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6ddf92d8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function outcome(bytes32 commitment) view returns(uint8)
func (court *Court) TryPackOutcome(commitment [32]byte) ([]byte, error) {
	return court.abi.Pack("outcome", commitment)
}

// UnpackOutcome is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6ddf92d8.
//
// Solidity: function outcome(bytes32 commitment) view returns(uint8)
func (court *Court) UnpackOutcome(data []byte) (uint8, error) {
	out, err := court.abi.Unpack("outcome", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackPhase is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95fb9bcf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function phase(bytes32 commitment) view returns(uint8)
func (court *Court) PackPhase(commitment [32]byte) []byte {
	enc, err := court.abi.Pack("phase", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPhase is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95fb9bcf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function phase(bytes32 commitment) view returns(uint8)
func (court *Court) TryPackPhase(commitment [32]byte) ([]byte, error) {
	return court.abi.Pack("phase", commitment)
}

// UnpackPhase is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95fb9bcf.
//
// Solidity: function phase(bytes32 commitment) view returns(uint8)
func (court *Court) UnpackPhase(data []byte) (uint8, error) {
	out, err := court.abi.Unpack("phase", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackReportLeak is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0dc2df1f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reportLeak(bytes32 commitment, address juror, bytes32 root, bytes32 salt) returns()
func (court *Court) PackReportLeak(commitment [32]byte, juror common.Address, root [32]byte, salt [32]byte) []byte {
	enc, err := court.abi.Pack("reportLeak", commitment, juror, root, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReportLeak is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0dc2df1f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reportLeak(bytes32 commitment, address juror, bytes32 root, bytes32 salt) returns()
func (court *Court) TryPackReportLeak(commitment [32]byte, juror common.Address, root [32]byte, salt [32]byte) ([]byte, error) {
	return court.abi.Pack("reportLeak", commitment, juror, root, salt)
}

// PackResolve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c23bdf5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function resolve(bytes32 commitment) returns()
func (court *Court) PackResolve(commitment [32]byte) []byte {
	enc, err := court.abi.Pack("resolve", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackResolve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c23bdf5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function resolve(bytes32 commitment) returns()
func (court *Court) TryPackResolve(commitment [32]byte) ([]byte, error) {
	return court.abi.Pack("resolve", commitment)
}

// PackReveal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x54a9395d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reveal(bytes32 commitment, address juror, bytes32 root, bytes32 salt) returns()
func (court *Court) PackReveal(commitment [32]byte, juror common.Address, root [32]byte, salt [32]byte) []byte {
	enc, err := court.abi.Pack("reveal", commitment, juror, root, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReveal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x54a9395d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reveal(bytes32 commitment, address juror, bytes32 root, bytes32 salt) returns()
func (court *Court) TryPackReveal(commitment [32]byte, juror common.Address, root [32]byte, salt [32]byte) ([]byte, error) {
	return court.abi.Pack("reveal", commitment, juror, root, salt)
}

// PackRoundOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x34b2389e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function roundOf(bytes32 commitment, uint32 round) view returns((uint64,uint64,uint64,uint64,uint16,uint16,uint16,uint16,uint16,uint16,bytes32))
func (court *Court) PackRoundOf(commitment [32]byte, round uint32) []byte {
	enc, err := court.abi.Pack("roundOf", commitment, round)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRoundOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x34b2389e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function roundOf(bytes32 commitment, uint32 round) view returns((uint64,uint64,uint64,uint64,uint16,uint16,uint16,uint16,uint16,uint16,bytes32))
func (court *Court) TryPackRoundOf(commitment [32]byte, round uint32) ([]byte, error) {
	return court.abi.Pack("roundOf", commitment, round)
}

// UnpackRoundOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x34b2389e.
//
// Solidity: function roundOf(bytes32 commitment, uint32 round) view returns((uint64,uint64,uint64,uint64,uint16,uint16,uint16,uint16,uint16,uint16,bytes32))
func (court *Court) UnpackRoundOf(data []byte) (Round, error) {
	out, err := court.abi.Unpack("roundOf", data)
	if err != nil {
		return *new(Round), err
	}
	out0 := *abi.ConvertType(out[0], new(Round)).(*Round)
	return out0, nil
}

// PackSeat is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca11abee.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function seat(bytes32 commitment, uint32 round, address juror) view returns((uint8,bytes32,bytes32))
func (court *Court) PackSeat(commitment [32]byte, round uint32, juror common.Address) []byte {
	enc, err := court.abi.Pack("seat", commitment, round, juror)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSeat is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca11abee.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function seat(bytes32 commitment, uint32 round, address juror) view returns((uint8,bytes32,bytes32))
func (court *Court) TryPackSeat(commitment [32]byte, round uint32, juror common.Address) ([]byte, error) {
	return court.abi.Pack("seat", commitment, round, juror)
}

// UnpackSeat is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xca11abee.
//
// Solidity: function seat(bytes32 commitment, uint32 round, address juror) view returns((uint8,bytes32,bytes32))
func (court *Court) UnpackSeat(data []byte) (Seat, error) {
	out, err := court.abi.Unpack("seat", data)
	if err != nil {
		return *new(Seat), err
	}
	out0 := *abi.ConvertType(out[0], new(Seat)).(*Seat)
	return out0, nil
}

// PackSettleSeat is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7caf38f8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function settleSeat(bytes32 commitment, uint32 round, address juror) returns()
func (court *Court) PackSettleSeat(commitment [32]byte, round uint32, juror common.Address) []byte {
	enc, err := court.abi.Pack("settleSeat", commitment, round, juror)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSettleSeat is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7caf38f8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function settleSeat(bytes32 commitment, uint32 round, address juror) returns()
func (court *Court) TryPackSettleSeat(commitment [32]byte, round uint32, juror common.Address) ([]byte, error) {
	return court.abi.Pack("settleSeat", commitment, round, juror)
}

// PackSignedBallotHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3dcf00e4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function signedBallotHash(bytes32 commitment, uint32 round, address juror, bytes32 ballot) view returns(bytes32)
func (court *Court) PackSignedBallotHash(commitment [32]byte, round uint32, juror common.Address, ballot [32]byte) []byte {
	enc, err := court.abi.Pack("signedBallotHash", commitment, round, juror, ballot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSignedBallotHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3dcf00e4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function signedBallotHash(bytes32 commitment, uint32 round, address juror, bytes32 ballot) view returns(bytes32)
func (court *Court) TryPackSignedBallotHash(commitment [32]byte, round uint32, juror common.Address, ballot [32]byte) ([]byte, error) {
	return court.abi.Pack("signedBallotHash", commitment, round, juror, ballot)
}

// UnpackSignedBallotHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3dcf00e4.
//
// Solidity: function signedBallotHash(bytes32 commitment, uint32 round, address juror, bytes32 ballot) view returns(bytes32)
func (court *Court) UnpackSignedBallotHash(data []byte) ([32]byte, error) {
	out, err := court.abi.Unpack("signedBallotHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackTally is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf6e22eb5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tally(bytes32 commitment) returns()
func (court *Court) PackTally(commitment [32]byte) []byte {
	enc, err := court.abi.Pack("tally", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTally is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf6e22eb5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tally(bytes32 commitment) returns()
func (court *Court) TryPackTally(commitment [32]byte) ([]byte, error) {
	return court.abi.Pack("tally", commitment)
}

// PackTallyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb4a6def1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tallyOf(bytes32 commitment) view returns(uint64, uint8, bool)
func (court *Court) PackTallyOf(commitment [32]byte) []byte {
	enc, err := court.abi.Pack("tallyOf", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTallyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb4a6def1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tallyOf(bytes32 commitment) view returns(uint64, uint8, bool)
func (court *Court) TryPackTallyOf(commitment [32]byte) ([]byte, error) {
	return court.abi.Pack("tallyOf", commitment)
}

// TallyOfOutput serves as a container for the return parameters of contract
// method TallyOf.
type TallyOfOutput struct {
	Arg0 uint64
	Arg1 uint8
	Arg2 bool
}

// UnpackTallyOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb4a6def1.
//
// Solidity: function tallyOf(bytes32 commitment) view returns(uint64, uint8, bool)
func (court *Court) UnpackTallyOf(data []byte) (TallyOfOutput, error) {
	out, err := court.abi.Unpack("tallyOf", data)
	outstruct := new(TallyOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(uint8)).(*uint8)
	outstruct.Arg2 = *abi.ConvertType(out[2], new(bool)).(*bool)
	return *outstruct, nil
}

// PackWaive is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb72637d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function waive(bytes32 commitment) returns()
func (court *Court) PackWaive(commitment [32]byte) []byte {
	enc, err := court.abi.Pack("waive", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWaive is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb72637d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function waive(bytes32 commitment) returns()
func (court *Court) TryPackWaive(commitment [32]byte) ([]byte, error) {
	return court.abi.Pack("waive", commitment)
}

// CourtBallotCommitted represents a BallotCommitted event raised by the Court contract.
type CourtBallotCommitted struct {
	Commitment [32]byte
	Juror      common.Address
	Round      uint32
	Ballot     [32]byte
	RevealFrom uint64
	Raw        *types.Log // Blockchain specific contextual infos
}

const CourtBallotCommittedEventName = "BallotCommitted"

// ContractEventName returns the user-defined event name.
func (CourtBallotCommitted) ContractEventName() string {
	return CourtBallotCommittedEventName
}

// UnpackBallotCommittedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BallotCommitted(bytes32 indexed commitment, address indexed juror, uint32 round, bytes32 ballot, uint64 revealFrom)
func (court *Court) UnpackBallotCommittedEvent(log *types.Log) (*CourtBallotCommitted, error) {
	event := "BallotCommitted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != court.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CourtBallotCommitted)
	if len(log.Data) > 0 {
		if err := court.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range court.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CourtBallotLeaked represents a BallotLeaked event raised by the Court contract.
type CourtBallotLeaked struct {
	Commitment [32]byte
	Juror      common.Address
	Reporter   common.Address
	Round      uint32
	ToReporter *big.Int
	Burned     *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const CourtBallotLeakedEventName = "BallotLeaked"

// ContractEventName returns the user-defined event name.
func (CourtBallotLeaked) ContractEventName() string {
	return CourtBallotLeakedEventName
}

// UnpackBallotLeakedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BallotLeaked(bytes32 indexed commitment, address indexed juror, address indexed reporter, uint32 round, uint256 toReporter, uint256 burned)
func (court *Court) UnpackBallotLeakedEvent(log *types.Log) (*CourtBallotLeaked, error) {
	event := "BallotLeaked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != court.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CourtBallotLeaked)
	if len(log.Data) > 0 {
		if err := court.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range court.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CourtBallotRevealed represents a BallotRevealed event raised by the Court contract.
type CourtBallotRevealed struct {
	Commitment [32]byte
	Juror      common.Address
	Round      uint32
	Root       [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const CourtBallotRevealedEventName = "BallotRevealed"

// ContractEventName returns the user-defined event name.
func (CourtBallotRevealed) ContractEventName() string {
	return CourtBallotRevealedEventName
}

// UnpackBallotRevealedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BallotRevealed(bytes32 indexed commitment, address indexed juror, uint32 round, bytes32 root)
func (court *Court) UnpackBallotRevealedEvent(log *types.Log) (*CourtBallotRevealed, error) {
	event := "BallotRevealed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != court.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CourtBallotRevealed)
	if len(log.Data) > 0 {
		if err := court.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range court.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CourtCaseOpened represents a CaseOpened event raised by the Court contract.
type CourtCaseOpened struct {
	Commitment [32]byte
	Run        uint64
	Raw        *types.Log // Blockchain specific contextual infos
}

const CourtCaseOpenedEventName = "CaseOpened"

// ContractEventName returns the user-defined event name.
func (CourtCaseOpened) ContractEventName() string {
	return CourtCaseOpenedEventName
}

// UnpackCaseOpenedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CaseOpened(bytes32 indexed commitment, uint64 indexed run)
func (court *Court) UnpackCaseOpenedEvent(log *types.Log) (*CourtCaseOpened, error) {
	event := "CaseOpened"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != court.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CourtCaseOpened)
	if len(log.Data) > 0 {
		if err := court.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range court.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CourtCommitterWaived represents a CommitterWaived event raised by the Court contract.
type CourtCommitterWaived struct {
	Commitment [32]byte
	Committer  common.Address
	Raw        *types.Log // Blockchain specific contextual infos
}

const CourtCommitterWaivedEventName = "CommitterWaived"

// ContractEventName returns the user-defined event name.
func (CourtCommitterWaived) ContractEventName() string {
	return CourtCommitterWaivedEventName
}

// UnpackCommitterWaivedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CommitterWaived(bytes32 indexed commitment, address indexed committer)
func (court *Court) UnpackCommitterWaivedEvent(log *types.Log) (*CourtCommitterWaived, error) {
	event := "CommitterWaived"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != court.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CourtCommitterWaived)
	if len(log.Data) > 0 {
		if err := court.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range court.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CourtEIP712DomainChanged represents a EIP712DomainChanged event raised by the Court contract.
type CourtEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const CourtEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (CourtEIP712DomainChanged) ContractEventName() string {
	return CourtEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (court *Court) UnpackEIP712DomainChangedEvent(log *types.Log) (*CourtEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != court.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CourtEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := court.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range court.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CourtJuryDrawn represents a JuryDrawn event raised by the Court contract.
type CourtJuryDrawn struct {
	Commitment  [32]byte
	Run         uint64
	Round       uint32
	Seed        [32]byte
	Jurors      []common.Address
	CommitUntil uint64
	RevealUntil uint64
	Raw         *types.Log // Blockchain specific contextual infos
}

const CourtJuryDrawnEventName = "JuryDrawn"

// ContractEventName returns the user-defined event name.
func (CourtJuryDrawn) ContractEventName() string {
	return CourtJuryDrawnEventName
}

// UnpackJuryDrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event JuryDrawn(bytes32 indexed commitment, uint64 indexed run, uint32 round, bytes32 seed, address[] jurors, uint64 commitUntil, uint64 revealUntil)
func (court *Court) UnpackJuryDrawnEvent(log *types.Log) (*CourtJuryDrawn, error) {
	event := "JuryDrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != court.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CourtJuryDrawn)
	if len(log.Data) > 0 {
		if err := court.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range court.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CourtResolved represents a Resolved event raised by the Court contract.
type CourtResolved struct {
	Commitment [32]byte
	Verdict    uint8
	Raw        *types.Log // Blockchain specific contextual infos
}

const CourtResolvedEventName = "Resolved"

// ContractEventName returns the user-defined event name.
func (CourtResolved) ContractEventName() string {
	return CourtResolvedEventName
}

// UnpackResolvedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Resolved(bytes32 indexed commitment, uint8 verdict)
func (court *Court) UnpackResolvedEvent(log *types.Log) (*CourtResolved, error) {
	event := "Resolved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != court.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CourtResolved)
	if len(log.Data) > 0 {
		if err := court.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range court.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CourtRoundBegun represents a RoundBegun event raised by the Court contract.
type CourtRoundBegun struct {
	Commitment [32]byte
	Run        uint64
	Round      uint32
	Size       uint16
	SeedBlock  uint64
	Raw        *types.Log // Blockchain specific contextual infos
}

const CourtRoundBegunEventName = "RoundBegun"

// ContractEventName returns the user-defined event name.
func (CourtRoundBegun) ContractEventName() string {
	return CourtRoundBegunEventName
}

// UnpackRoundBegunEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoundBegun(bytes32 indexed commitment, uint64 indexed run, uint32 round, uint16 size, uint64 seedBlock)
func (court *Court) UnpackRoundBegunEvent(log *types.Log) (*CourtRoundBegun, error) {
	event := "RoundBegun"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != court.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CourtRoundBegun)
	if len(log.Data) > 0 {
		if err := court.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range court.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CourtSeatSettled represents a SeatSettled event raised by the Court contract.
type CourtSeatSettled struct {
	Commitment [32]byte
	Juror      common.Address
	Round      uint32
	Fee        *big.Int
	Burned     *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const CourtSeatSettledEventName = "SeatSettled"

// ContractEventName returns the user-defined event name.
func (CourtSeatSettled) ContractEventName() string {
	return CourtSeatSettledEventName
}

// UnpackSeatSettledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SeatSettled(bytes32 indexed commitment, address indexed juror, uint32 round, uint256 fee, uint256 burned)
func (court *Court) UnpackSeatSettledEvent(log *types.Log) (*CourtSeatSettled, error) {
	event := "SeatSettled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != court.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CourtSeatSettled)
	if len(log.Data) > 0 {
		if err := court.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range court.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CourtTallied represents a Tallied event raised by the Court contract.
type CourtTallied struct {
	Commitment [32]byte
	Round      uint32
	Verdict    uint8
	Seats      uint16
	Votes      uint16
	VotesFor   uint16
	Raw        *types.Log // Blockchain specific contextual infos
}

const CourtTalliedEventName = "Tallied"

// ContractEventName returns the user-defined event name.
func (CourtTallied) ContractEventName() string {
	return CourtTalliedEventName
}

// UnpackTalliedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Tallied(bytes32 indexed commitment, uint32 round, uint8 verdict, uint16 seats, uint16 votes, uint16 votesFor)
func (court *Court) UnpackTalliedEvent(log *types.Log) (*CourtTallied, error) {
	event := "Tallied"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != court.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CourtTallied)
	if len(log.Data) > 0 {
		if err := court.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range court.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (court *Court) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], court.abi.Errors["InvalidBallot"].ID.Bytes()[:4]) {
		return court.UnpackInvalidBallotError(raw[4:])
	}
	if bytes.Equal(raw[:4], court.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return court.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], court.abi.Errors["NotDisputes"].ID.Bytes()[:4]) {
		return court.UnpackNotDisputesError(raw[4:])
	}
	if bytes.Equal(raw[:4], court.abi.Errors["NotLoser"].ID.Bytes()[:4]) {
		return court.UnpackNotLoserError(raw[4:])
	}
	if bytes.Equal(raw[:4], court.abi.Errors["NotYet"].ID.Bytes()[:4]) {
		return court.UnpackNotYetError(raw[4:])
	}
	if bytes.Equal(raw[:4], court.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return court.UnpackStringTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], court.abi.Errors["WrongAddress"].ID.Bytes()[:4]) {
		return court.UnpackWrongAddressError(raw[4:])
	}
	if bytes.Equal(raw[:4], court.abi.Errors["WrongBallot"].ID.Bytes()[:4]) {
		return court.UnpackWrongBallotError(raw[4:])
	}
	if bytes.Equal(raw[:4], court.abi.Errors["WrongPhase"].ID.Bytes()[:4]) {
		return court.UnpackWrongPhaseError(raw[4:])
	}
	if bytes.Equal(raw[:4], court.abi.Errors["WrongSeat"].ID.Bytes()[:4]) {
		return court.UnpackWrongSeatError(raw[4:])
	}
	if bytes.Equal(raw[:4], court.abi.Errors["WrongSignature"].ID.Bytes()[:4]) {
		return court.UnpackWrongSignatureError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// CourtInvalidBallot represents a InvalidBallot error raised by the Court contract.
type CourtInvalidBallot struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidBallot()
func CourtInvalidBallotErrorID() common.Hash {
	return common.HexToHash("0x76115943b0a10cb94606f8e7c5c0d8f38011da907f2e8e0d94653c23312d5afe")
}

// UnpackInvalidBallotError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidBallot()
func (court *Court) UnpackInvalidBallotError(raw []byte) (*CourtInvalidBallot, error) {
	out := new(CourtInvalidBallot)
	if err := court.abi.UnpackIntoInterface(out, "InvalidBallot", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CourtInvalidShortString represents a InvalidShortString error raised by the Court contract.
type CourtInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func CourtInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (court *Court) UnpackInvalidShortStringError(raw []byte) (*CourtInvalidShortString, error) {
	out := new(CourtInvalidShortString)
	if err := court.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CourtNotDisputes represents a NotDisputes error raised by the Court contract.
type CourtNotDisputes struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDisputes()
func CourtNotDisputesErrorID() common.Hash {
	return common.HexToHash("0x4c30b8ca3436d5aebc00b27437c719e28e9e0d2edd1b8cdcfd1e8cb66cf25c5a")
}

// UnpackNotDisputesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDisputes()
func (court *Court) UnpackNotDisputesError(raw []byte) (*CourtNotDisputes, error) {
	out := new(CourtNotDisputes)
	if err := court.abi.UnpackIntoInterface(out, "NotDisputes", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CourtNotLoser represents a NotLoser error raised by the Court contract.
type CourtNotLoser struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotLoser()
func CourtNotLoserErrorID() common.Hash {
	return common.HexToHash("0x05d793e5f655bb5e6cb0cbdf74e1caa6385a3624a7fff1839fdf4a01250efc8d")
}

// UnpackNotLoserError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotLoser()
func (court *Court) UnpackNotLoserError(raw []byte) (*CourtNotLoser, error) {
	out := new(CourtNotLoser)
	if err := court.abi.UnpackIntoInterface(out, "NotLoser", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CourtNotYet represents a NotYet error raised by the Court contract.
type CourtNotYet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotYet()
func CourtNotYetErrorID() common.Hash {
	return common.HexToHash("0x0d3f7776decbed5170f680e53ffd4a1603e145ef96e2196f41525fbed5e97d55")
}

// UnpackNotYetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotYet()
func (court *Court) UnpackNotYetError(raw []byte) (*CourtNotYet, error) {
	out := new(CourtNotYet)
	if err := court.abi.UnpackIntoInterface(out, "NotYet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CourtStringTooLong represents a StringTooLong error raised by the Court contract.
type CourtStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func CourtStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (court *Court) UnpackStringTooLongError(raw []byte) (*CourtStringTooLong, error) {
	out := new(CourtStringTooLong)
	if err := court.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CourtWrongAddress represents a WrongAddress error raised by the Court contract.
type CourtWrongAddress struct {
	Actual    common.Address
	Predicted common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongAddress(address actual, address predicted)
func CourtWrongAddressErrorID() common.Hash {
	return common.HexToHash("0xd9357860b9fad174d18d354ac902ab3fb8ccc6e390329e355db9a8c72e809323")
}

// UnpackWrongAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongAddress(address actual, address predicted)
func (court *Court) UnpackWrongAddressError(raw []byte) (*CourtWrongAddress, error) {
	out := new(CourtWrongAddress)
	if err := court.abi.UnpackIntoInterface(out, "WrongAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CourtWrongBallot represents a WrongBallot error raised by the Court contract.
type CourtWrongBallot struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongBallot()
func CourtWrongBallotErrorID() common.Hash {
	return common.HexToHash("0x5777c313b12de980ae011c3fbc417678f871d14306ff2e3144d42b61ef58bb45")
}

// UnpackWrongBallotError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongBallot()
func (court *Court) UnpackWrongBallotError(raw []byte) (*CourtWrongBallot, error) {
	out := new(CourtWrongBallot)
	if err := court.abi.UnpackIntoInterface(out, "WrongBallot", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CourtWrongPhase represents a WrongPhase error raised by the Court contract.
type CourtWrongPhase struct {
	Commitment [32]byte
	Phase      uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongPhase(bytes32 commitment, uint8 phase)
func CourtWrongPhaseErrorID() common.Hash {
	return common.HexToHash("0xa1365a0a80638d1f01ee53ca3c9919c387cb33053ac248a32f152920d0466ebb")
}

// UnpackWrongPhaseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongPhase(bytes32 commitment, uint8 phase)
func (court *Court) UnpackWrongPhaseError(raw []byte) (*CourtWrongPhase, error) {
	out := new(CourtWrongPhase)
	if err := court.abi.UnpackIntoInterface(out, "WrongPhase", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CourtWrongSeat represents a WrongSeat error raised by the Court contract.
type CourtWrongSeat struct {
	Juror  common.Address
	Status uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongSeat(address juror, uint8 status)
func CourtWrongSeatErrorID() common.Hash {
	return common.HexToHash("0x2925f17d8118f8e4305f02145a7a1c4b314e84c2d4baab28c6871f29f01bf65f")
}

// UnpackWrongSeatError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongSeat(address juror, uint8 status)
func (court *Court) UnpackWrongSeatError(raw []byte) (*CourtWrongSeat, error) {
	out := new(CourtWrongSeat)
	if err := court.abi.UnpackIntoInterface(out, "WrongSeat", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CourtWrongSignature represents a WrongSignature error raised by the Court contract.
type CourtWrongSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongSignature()
func CourtWrongSignatureErrorID() common.Hash {
	return common.HexToHash("0x356a4418f1eef7f62645c68bfadd1ae31eb511e1aec565848a520050282a2470")
}

// UnpackWrongSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongSignature()
func (court *Court) UnpackWrongSignatureError(raw []byte) (*CourtWrongSignature, error) {
	out := new(CourtWrongSignature)
	if err := court.abi.UnpackIntoInterface(out, "WrongSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemandsMetaData contains all meta data concerning the Demands contract.
var DemandsMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"vault\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"registry\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"training\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"disputes\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"court\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"matches\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"referee\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"demands\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"validators\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"beacon\",\"type\":\"address\"}],\"internalType\":\"structCore\",\"name\":\"core\",\"type\":\"tuple\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"opening\",\"type\":\"bytes\"}],\"name\":\"answer\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"demand\",\"outputs\":[{\"components\":[{\"internalType\":\"enumDemandKind\",\"name\":\"kind\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"count\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"madeAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"index\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"}],\"internalType\":\"structDemand\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"demandKey\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"index\",\"type\":\"uint64\"}],\"name\":\"demandLeaf\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"demandTiles\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"expire\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"feeOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"isOpen\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"seedOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"fee\",\"type\":\"uint256\"}],\"name\":\"Answered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"fee\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"rejected\",\"type\":\"bool\"}],\"name\":\"DemandEnded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"enumDemandKind\",\"name\":\"kind\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"index\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"fee\",\"type\":\"uint256\"}],\"name\":\"Demanded\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"DemandOpen\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"NoDemand\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"NotLive\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotYet\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"bits\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"SafeCastOverflowedUintDowncast\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"}],\"name\":\"TooLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"actual\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"predicted\",\"type\":\"address\"}],\"name\":\"WrongAddress\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"fee\",\"type\":\"uint256\"}],\"name\":\"WrongFee\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongLength\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongOpening\",\"type\":\"error\"}]",
	ID:  "932010d893a60d117242fb26fb08d77eb3",
	Bin: "0x60e060405234801561000f575f5ffd5b50604051611f94380380611f9483398101604081905261002e91610108565b610042308260e0015161006b60201b60201c565b80516001600160a01b039081166080526020820151811660a0526040909101511660c0526101d2565b806001600160a01b0316826001600160a01b0316146100b4576040516306c9abc360e51b81526001600160a01b0380841660048301528216602482015260440160405180910390fd5b5050565b60405161014081016001600160401b03811182821017156100e757634e487b7160e01b5f52604160045260245ffd5b60405290565b80516001600160a01b0381168114610103575f5ffd5b919050565b5f61014082840312801561011a575f5ffd5b506101236100b8565b61012c836100ed565b815261013a602084016100ed565b602082015261014b604084016100ed565b604082015261015c606084016100ed565b606082015261016d608084016100ed565b608082015261017e60a084016100ed565b60a082015261018f60c084016100ed565b60c08201526101a060e084016100ed565b60e08201526101b261010084016100ed565b6101008201526101c561012084016100ed565b6101208201529392505050565b60805160a05160c051611d5961023b5f395f81816103c4015281816107240152818161091a01528181610ca50152610d3201525f81816102d5015281816104c001528181610e040152610fff01525f81816105a90152818161084e01526111380152611d595ff3fe608060405260043610610084575f3560e01c80637c35be7a116100575780637c35be7a1461012a578063947a674314610159578063bcd91a1f1461016c578063c64417981461017f578063e2c481db1461019e575f5ffd5b806332bea64814610088578063430062bd146100bd57806347b0045b146100ea5780636deec8571461010b575b5f5ffd5b348015610093575f5ffd5b506100a76100a236600461157b565b6101bd565b6040516100b491906115c6565b60405180910390f35b3480156100c8575f5ffd5b506100dc6100d736600461157b565b6102ac565b6040519081526020016100b4565b3480156100f5575f5ffd5b50610109610104366004611651565b61035b565b005b348015610116575f5ffd5b506100dc61012536600461157b565b61064e565b348015610135575f5ffd5b5061014961014436600461157b565b6106b4565b60405190151581526020016100b4565b61010961016736600461157b565b6106e0565b61010961017a3660046116da565b6106ef565b34801561018a575f5ffd5b5061010961019936600461157b565b6106ff565b3480156101a9575f5ffd5b506100dc6101b836600461157b565b61097f565b6040805160e0810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c08101919091525f8281526020819052604090819020815160e081019092528054829060ff16600281111561022557610225611592565b600281111561023657610236611592565b81528154610100810460ff1660208301526201000081046001600160a01b03166040830152600160b01b90046001600160401b0390811660608301526001909201548083166080830152600160401b810490921660a0820152600160801b9091046001600160801b031660c09091015292915050565b5f818152602081815260408083205481516338b38f1960e21b8152915161010090910460ff16927f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169263e2ce3c6492600480830193928290030181865afa158015610322573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906103469190611708565b610353906207a120611733565b901b92915050565b5f6103658461098f565b60018101549091506001600160401b03164211156103ac5760018101546040516326b39d0360e11b81526001600160401b0390911660048201526024015b60405180910390fd5b604051639fcb098560e01b8152600481018590525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690639fcb09859060240161026060405180830381865afa158015610412573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610436919061183c565b90506001825460ff16600281111561045057610450611592565b03610498575f61045f8661064e565b90505f8190036104825760405163069fbbbb60e11b815260040160405180910390fd5b61049282604001518287876109d9565b50610553565b6080810151604051633a70ca4160e21b81526001600160401b039091166004820152610553907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063e9c32904906024015f60405180830381865afa15801561050c573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526105339190810190611a2d565b604001516001840154600160401b90046001600160401b03168686610b6a565b815460ff191682556001820154604051600160801b9091046001600160801b03168152339086907fbb78cf13384a1e522ab6111c20ce4f8bd0da76cc1e5a2ef3b47de562385241819060200160405180910390a37f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663c6b352246105df87610bf3565b600185015460405160e084901b6001600160e01b031916815261061a92915f913391600160801b90046001600160801b031690600401611ae1565b5f604051808303815f87803b158015610631575f5ffd5b505af1158015610643573d5f5f3e3d5ffd5b505050505050505050565b5f8181526020819052604081206001815460ff16600281111561067357610673611592565b1461067e575f6106ad565b80546106ad9061069f90600160b01b90046001600160401b03166001611b0f565b6001600160401b0316610c45565b9392505050565b5f805f8381526020819052604090205460ff1660028111156106d8576106d8611592565b141592915050565b6106ec8160015f610c8d565b50565b6106fb82600283610c8d565b5050565b5f6107098261098f565b90505f600160405163295686af60e11b8152600481018590527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906352ad0d5e90602401602060405180830381865afa158015610771573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906107959190611b2e565b60048111156107a6576107a6611592565b1490508080156107c3575060018201546001600160401b03164211155b156107e15760405163069fbbbb60e11b815260040160405180910390fd5b815460ff1916808355600183015460408051600160801b9092046001600160801b0316825283151560208301528051620100009093046001600160a01b03169286927f7c7ed4419ed1143f7ab2323d889a7994a66b8581297a7f30c5c9bf996f339d6d92908290030190a37f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663c6b3522461088485610bf3565b8454600186015460405160e085901b6001600160e01b03191681526108d193925f92620100009091046001600160a01b031691600160801b9091046001600160801b031690600401611ae1565b5f604051808303815f87803b1580156108e8575f5ffd5b505af11580156108fa573d5f5f3e3d5ffd5b50505050801561097a57604051632278b3d760e01b8152600481018490527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690632278b3d7906024015f604051808303815f87803b158015610963575f5ffd5b505af1158015610975573d5f5f3e3d5ffd5b505050505b505050565b5f61098982610bf3565b92915050565b5f81815260208190526040812090815460ff1660028111156109b3576109b3611592565b036109d45760405163db3853b360e01b8152600481018390526024016103a3565b919050565b5f5f5f6109e785855f6111c4565b925092509250866109fa84600285611253565b14610a1857604051631f60645360e11b815260040160405180910390fd5b5f5b6004811015610b49575f838883604051602001610a41929190918252602082015260400190565b604051602081830303815290604052805190602001205f1c610a639190611b5d565b90505f610a7188888661129b565b9050610a94610a7f826112f3565b8787858c8c610a8f8b6020611b70565b611314565b93505f5f610aa38a8a886111c4565b9750909250905082610ab783600184611253565b14610ad557604051631f60645360e11b815260040160405180910390fd5b60408051602081018d9052908101869052606081018590525f908290608001604051602081830303815290604052805190602001205f1c610b169190611b5d565b9050610b37610b268c8c8a611394565b8484848f8f610a8f6104008f611b70565b96505050505050806001019050610a1a565b50808414610975576040516349552d5960e11b815260040160405180910390fd5b5f5f5f610b7885855f6111c4565b92509250925086610b8b84600685611253565b14610ba957604051631f60645360e11b815260040160405180910390fd5b81861015610bd357610bd0610bbf868684611394565b8484898989610a8f61040089611b70565b90505b808414610975576040516349552d5960e11b815260040160405180910390fd5b604080517f2f1d21f143a65041725c6ad9eb0bab49ae07642d1fbd19ce13c853d4db3d260460208201529081018290525f90606001604051602081830303815290604052805190602001209050919050565b5f438210610c5457505f919050565b610c6382611fff6110006113d6565b9150610c6e8261143b565b90505f8190036109d457610c868261010060806113d6565b4092915050565b604051639fcb098560e01b8152600481018490525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690639fcb09859060240161026060405180830381865afa158015610cf3573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610d17919061183c565b90505f600160405163295686af60e11b8152600481018790527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906352ad0d5e90602401602060405180830381865afa158015610d7f573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610da39190611b2e565b6004811115610db457610db4611592565b148015610dd657505f8261018001516004811115610dd457610dd4611592565b145b9050801580610e9c575060808201516040516348c576e160e11b81526001600160401b0390911660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063918aedc29060240161016060405180830381865afa158015610e52573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610e769190611b83565b6020015163ffffffff16826101000151610e909190611b0f565b6001600160401b031642115b15610ebd576040516330ac1df760e01b8152600481018690526024016103a3565b5f85815260208190526040812090815460ff166002811115610ee157610ee1611592565b14610f025760405163798d300760e11b8152600481018790526024016103a3565b5f610f0c876102ac565b9050803414610f37576040516323b18f5f60e01b8152346004820152602481018290526044016103a3565b81548690839060ff19166001836002811115610f5557610f55611592565b02179055508154602061010090910460ff161015610f9e5781548290600190610f8590610100900460ff16611c60565b91906101000a81548160ff021916908360ff1602179055505b815462010000600160f01b03191633620100000267ffffffffffffffff60b01b191617600160b01b436001600160401b039081169190910291909117835560808501516040516348c576e160e11b8152911660048201526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063918aedc29060240161016060405180830381865afa158015611045573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906110699190611b83565b610140015161107e9063ffffffff1642611b0f565b6001830180546001600160401b03888116600160401b026fffffffffffffffffffffffffffffffff199092169316929092179190911790556110bf81611460565b6001830180546001600160801b03928316600160801b029281168317909155608086015160405133936001600160401b03928316938c937f17b542b128366587406c0f025775ef35e74c78124bb6d65d32bc09ab366d1f179361112e938e938e93918216911617908990611c7e565b60405180910390a47f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663b214faa58261116f8a610bf3565b6040518363ffffffff1660e01b815260040161118d91815260200190565b5f604051808303818588803b1580156111a4575f5ffd5b505af11580156111b6573d5f5f3e3d5ffd5b505050505050505050505050565b5f5f5f6111d286868661129b565b92506111df846028611b70565b905084811115611202576040516349552d5960e11b815260040160405180910390fd5b858561120f866020611b70565b61121b92849290611cb9565b61122491611ce0565b60c01c91505f82900361124a576040516349552d5960e11b815260040160405180910390fd5b93509350939050565b5f835f52826020535f5b600881101561127957828160031b1c816021015360010161125d565b50600260295360205f602a5f60025afa611291575f5ffd5b50505f5192915050565b5f826112a8836020611b70565b11156112c7576040516349552d5960e11b815260040160405180910390fd5b8382846112d5826020611b70565b926112e293929190611cb9565b6112eb91611d16565b949350505050565b5f815f525f60205360205f60215f60025afa61130d575f5ffd5b50505f5190565b5f5f61131f87611497565b905061132c816020611733565b6113369084611b70565b915083821115611359576040516349552d5960e11b815260040160405180910390fd5b848301886113698b8984866114c6565b1461138757604051631f60645360e11b815260040160405180910390fd5b5050979650505050505050565b5f826113a261040084611b70565b11156113c1576040516349552d5960e11b815260040160405180910390fd5b8382016113cd81611521565b95945050505050565b5f806113e28543611d33565b9050838111156114325782806001816113fb8886611d33565b6114059190611b70565b61140f9190611d33565b6114199190611d46565b6114239190611733565b61142d9086611b70565b6113cd565b50929392505050565b5f438281036101018110611457576114528461154e565b6112eb565b50509040919050565b5f6001600160801b03821115611493576040516306dfcc6560e41b815260806004820152602481018390526044016103a3565b5090565b5f5f5f83116114a6575f6114ab565b600183035b90505b80156114c0576001918201911c6114ae565b50919050565b8360016040538160051b83015b80841015611514576001851660051b828152843560208218525060205f60415f60025afa6114ff575f5ffd5b5f5191508460011c94506020840193506114d3565b505f604053949350505050565b5f6040516104008382375f61040082015360205f6104018360025afa611545575f5ffd5b50505f51919050565b5f815f525f60205260208060205f71f90827f1c53a10cb7a02335b1753200029355afa5050602051919050565b5f6020828403121561158b575f5ffd5b5035919050565b634e487b7160e01b5f52602160045260245ffd5b600381106115c257634e487b7160e01b5f52602160045260245ffd5b9052565b5f60e0820190506115d88284516115a6565b60ff602084015116602083015260018060a01b0360408401511660408301526001600160401b0360608401511660608301526001600160401b0360808401511660808301526001600160401b0360a08401511660a083015260c083015161164a60c08401826001600160801b03169052565b5092915050565b5f5f5f60408486031215611663575f5ffd5b8335925060208401356001600160401b0381111561167f575f5ffd5b8401601f8101861361168f575f5ffd5b80356001600160401b038111156116a4575f5ffd5b8660208284010111156116b5575f5ffd5b939660209190910195509293505050565b6001600160401b03811681146106ec575f5ffd5b5f5f604083850312156116eb575f5ffd5b8235915060208301356116fd816116c6565b809150509250929050565b5f60208284031215611718575f5ffd5b5051919050565b634e487b7160e01b5f52601160045260245ffd5b80820281158282048414176109895761098961171f565b634e487b7160e01b5f52604160045260245ffd5b60405161026081016001600160401b03811182821017156117815761178161174a565b60405290565b60405160e081016001600160401b03811182821017156117815761178161174a565b60405161016081016001600160401b03811182821017156117815761178161174a565b80516001600160a01b03811681146109d4575f5ffd5b80516109d4816116c6565b805163ffffffff811681146109d4575f5ffd5b80516001600160801b03811681146109d4575f5ffd5b600581106106ec575f5ffd5b80516109d481611816565b805180151581146109d4575f5ffd5b5f61026082840312801561184e575f5ffd5b5061185761175e565b82518152602080840151908201526040808401519082015261187b606084016117cc565b606082015261188c608084016117e2565b608082015261189d60a084016117ed565b60a08201526118ae60c084016117e2565b60c08201526118bf60e084016117e2565b60e08201526118d161010084016117e2565b6101008201526118e461012084016117e2565b6101208201526118f76101408401611800565b61014082015261190a6101608401611800565b61016082015261191d6101808401611822565b6101808201526119306101a084016117ed565b6101a08201526119436101c0840161182d565b6101c08201526119566101e0840161182d565b6101e0820152611969610200840161182d565b61020082015261197c6102208401611800565b610220820152610240928301519281019290925250919050565b8051600381106109d4575f5ffd5b5f82601f8301126119b3575f5ffd5b81516001600160401b038111156119cc576119cc61174a565b604051601f8201601f19908116603f011681016001600160401b03811182821017156119fa576119fa61174a565b604052818152838201602001851015611a11575f5ffd5b8160208501602083015e5f918101602001919091529392505050565b5f60208284031215611a3d575f5ffd5b81516001600160401b03811115611a52575f5ffd5b820160e08185031215611a63575f5ffd5b611a6b611787565b81518152602080830151908201526040808301519082015260608083015190820152611a99608083016117ed565b6080820152611aaa60a08301611996565b60a082015260c08201516001600160401b03811115611ac7575f5ffd5b611ad3868285016119a4565b60c083015250949350505050565b9384526001600160a01b039283166020850152911660408301526001600160801b0316606082015260800190565b6001600160401b0381811683821601908111156109895761098961171f565b5f60208284031215611b3e575f5ffd5b81516106ad81611816565b634e487b7160e01b5f52601260045260245ffd5b5f82611b6b57611b6b611b49565b500690565b808201808211156109895761098961171f565b5f610160828403128015611b95575f5ffd5b50611b9e6117a9565b611ba7836117ed565b8152611bb5602084016117ed565b6020820152611bc6604084016117ed565b6040820152611bd7606084016117ed565b6060820152611be8608084016117ed565b6080820152611bf960a084016117ed565b60a0820152611c0a60c084016117ed565b60c0820152611c1b60e084016117ed565b60e0820152611c2d61010084016117ed565b610100820152611c4061012084016117ed565b610120820152611c5361014084016117ed565b6101408201529392505050565b5f60ff821660ff8103611c7557611c7561171f565b60010192915050565b60808101611c8c82876115a6565b6001600160401b03851660208301526001600160401b038416604083015282606083015295945050505050565b5f5f85851115611cc7575f5ffd5b83861115611cd3575f5ffd5b5050820193919092039150565b80356001600160c01b0319811690600884101561164a576001600160c01b031960089490940360031b84901b1690921692915050565b80356020831015610989575f19602084900360031b1b1692915050565b818103818111156109895761098961171f565b5f82611d5457611d54611b49565b50049056",
}

// Demands is an auto generated Go binding around an Ethereum contract.
type Demands struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Demands) GetABI() abi.ABI {
	return c.abi
}

// NewDemands creates a new instance of Demands.
func NewDemands() *Demands {
	parsed, err := DemandsMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Demands{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Demands) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor((address,address,address,address,address,address,address,address,address,address) core) returns()
func (demands *Demands) PackConstructor(core Core) []byte {
	enc, err := demands.abi.Pack("", core)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAnswer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x47b0045b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function answer(bytes32 commitment, bytes opening) returns()
func (demands *Demands) PackAnswer(commitment [32]byte, opening []byte) []byte {
	enc, err := demands.abi.Pack("answer", commitment, opening)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnswer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x47b0045b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function answer(bytes32 commitment, bytes opening) returns()
func (demands *Demands) TryPackAnswer(commitment [32]byte, opening []byte) ([]byte, error) {
	return demands.abi.Pack("answer", commitment, opening)
}

// PackDemand is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x32bea648.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function demand(bytes32 commitment) view returns((uint8,uint8,address,uint64,uint64,uint64,uint128))
func (demands *Demands) PackDemand(commitment [32]byte) []byte {
	enc, err := demands.abi.Pack("demand", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDemand is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x32bea648.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function demand(bytes32 commitment) view returns((uint8,uint8,address,uint64,uint64,uint64,uint128))
func (demands *Demands) TryPackDemand(commitment [32]byte) ([]byte, error) {
	return demands.abi.Pack("demand", commitment)
}

// UnpackDemand is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x32bea648.
//
// Solidity: function demand(bytes32 commitment) view returns((uint8,uint8,address,uint64,uint64,uint64,uint128))
func (demands *Demands) UnpackDemand(data []byte) (Demand, error) {
	out, err := demands.abi.Unpack("demand", data)
	if err != nil {
		return *new(Demand), err
	}
	out0 := *abi.ConvertType(out[0], new(Demand)).(*Demand)
	return out0, nil
}

// PackDemandKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe2c481db.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function demandKey(bytes32 commitment) pure returns(bytes32)
func (demands *Demands) PackDemandKey(commitment [32]byte) []byte {
	enc, err := demands.abi.Pack("demandKey", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDemandKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe2c481db.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function demandKey(bytes32 commitment) pure returns(bytes32)
func (demands *Demands) TryPackDemandKey(commitment [32]byte) ([]byte, error) {
	return demands.abi.Pack("demandKey", commitment)
}

// UnpackDemandKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe2c481db.
//
// Solidity: function demandKey(bytes32 commitment) pure returns(bytes32)
func (demands *Demands) UnpackDemandKey(data []byte) ([32]byte, error) {
	out, err := demands.abi.Unpack("demandKey", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDemandLeaf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbcd91a1f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function demandLeaf(bytes32 commitment, uint64 index) payable returns()
func (demands *Demands) PackDemandLeaf(commitment [32]byte, index uint64) []byte {
	enc, err := demands.abi.Pack("demandLeaf", commitment, index)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDemandLeaf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbcd91a1f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function demandLeaf(bytes32 commitment, uint64 index) payable returns()
func (demands *Demands) TryPackDemandLeaf(commitment [32]byte, index uint64) ([]byte, error) {
	return demands.abi.Pack("demandLeaf", commitment, index)
}

// PackDemandTiles is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x947a6743.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function demandTiles(bytes32 commitment) payable returns()
func (demands *Demands) PackDemandTiles(commitment [32]byte) []byte {
	enc, err := demands.abi.Pack("demandTiles", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDemandTiles is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x947a6743.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function demandTiles(bytes32 commitment) payable returns()
func (demands *Demands) TryPackDemandTiles(commitment [32]byte) ([]byte, error) {
	return demands.abi.Pack("demandTiles", commitment)
}

// PackExpire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6441798.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function expire(bytes32 commitment) returns()
func (demands *Demands) PackExpire(commitment [32]byte) []byte {
	enc, err := demands.abi.Pack("expire", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExpire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6441798.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function expire(bytes32 commitment) returns()
func (demands *Demands) TryPackExpire(commitment [32]byte) ([]byte, error) {
	return demands.abi.Pack("expire", commitment)
}

// PackFeeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x430062bd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function feeOf(bytes32 commitment) view returns(uint256)
func (demands *Demands) PackFeeOf(commitment [32]byte) []byte {
	enc, err := demands.abi.Pack("feeOf", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFeeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x430062bd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function feeOf(bytes32 commitment) view returns(uint256)
func (demands *Demands) TryPackFeeOf(commitment [32]byte) ([]byte, error) {
	return demands.abi.Pack("feeOf", commitment)
}

// UnpackFeeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x430062bd.
//
// Solidity: function feeOf(bytes32 commitment) view returns(uint256)
func (demands *Demands) UnpackFeeOf(data []byte) (*big.Int, error) {
	out, err := demands.abi.Unpack("feeOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackIsOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7c35be7a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isOpen(bytes32 commitment) view returns(bool)
func (demands *Demands) PackIsOpen(commitment [32]byte) []byte {
	enc, err := demands.abi.Pack("isOpen", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7c35be7a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isOpen(bytes32 commitment) view returns(bool)
func (demands *Demands) TryPackIsOpen(commitment [32]byte) ([]byte, error) {
	return demands.abi.Pack("isOpen", commitment)
}

// UnpackIsOpen is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7c35be7a.
//
// Solidity: function isOpen(bytes32 commitment) view returns(bool)
func (demands *Demands) UnpackIsOpen(data []byte) (bool, error) {
	out, err := demands.abi.Unpack("isOpen", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSeedOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6deec857.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function seedOf(bytes32 commitment) view returns(bytes32)
func (demands *Demands) PackSeedOf(commitment [32]byte) []byte {
	enc, err := demands.abi.Pack("seedOf", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSeedOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6deec857.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function seedOf(bytes32 commitment) view returns(bytes32)
func (demands *Demands) TryPackSeedOf(commitment [32]byte) ([]byte, error) {
	return demands.abi.Pack("seedOf", commitment)
}

// UnpackSeedOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6deec857.
//
// Solidity: function seedOf(bytes32 commitment) view returns(bytes32)
func (demands *Demands) UnpackSeedOf(data []byte) ([32]byte, error) {
	out, err := demands.abi.Unpack("seedOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// DemandsAnswered represents a Answered event raised by the Demands contract.
type DemandsAnswered struct {
	Commitment [32]byte
	By         common.Address
	Fee        *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const DemandsAnsweredEventName = "Answered"

// ContractEventName returns the user-defined event name.
func (DemandsAnswered) ContractEventName() string {
	return DemandsAnsweredEventName
}

// UnpackAnsweredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Answered(bytes32 indexed commitment, address indexed by, uint256 fee)
func (demands *Demands) UnpackAnsweredEvent(log *types.Log) (*DemandsAnswered, error) {
	event := "Answered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != demands.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DemandsAnswered)
	if len(log.Data) > 0 {
		if err := demands.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range demands.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DemandsDemandEnded represents a DemandEnded event raised by the Demands contract.
type DemandsDemandEnded struct {
	Commitment [32]byte
	By         common.Address
	Fee        *big.Int
	Rejected   bool
	Raw        *types.Log // Blockchain specific contextual infos
}

const DemandsDemandEndedEventName = "DemandEnded"

// ContractEventName returns the user-defined event name.
func (DemandsDemandEnded) ContractEventName() string {
	return DemandsDemandEndedEventName
}

// UnpackDemandEndedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DemandEnded(bytes32 indexed commitment, address indexed by, uint256 fee, bool rejected)
func (demands *Demands) UnpackDemandEndedEvent(log *types.Log) (*DemandsDemandEnded, error) {
	event := "DemandEnded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != demands.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DemandsDemandEnded)
	if len(log.Data) > 0 {
		if err := demands.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range demands.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DemandsDemanded represents a Demanded event raised by the Demands contract.
type DemandsDemanded struct {
	Commitment [32]byte
	Run        uint64
	By         common.Address
	Kind       uint8
	Index      uint64
	Deadline   uint64
	Fee        *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const DemandsDemandedEventName = "Demanded"

// ContractEventName returns the user-defined event name.
func (DemandsDemanded) ContractEventName() string {
	return DemandsDemandedEventName
}

// UnpackDemandedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Demanded(bytes32 indexed commitment, uint64 indexed run, address indexed by, uint8 kind, uint64 index, uint64 deadline, uint256 fee)
func (demands *Demands) UnpackDemandedEvent(log *types.Log) (*DemandsDemanded, error) {
	event := "Demanded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != demands.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DemandsDemanded)
	if len(log.Data) > 0 {
		if err := demands.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range demands.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (demands *Demands) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], demands.abi.Errors["DemandOpen"].ID.Bytes()[:4]) {
		return demands.UnpackDemandOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], demands.abi.Errors["NoDemand"].ID.Bytes()[:4]) {
		return demands.UnpackNoDemandError(raw[4:])
	}
	if bytes.Equal(raw[:4], demands.abi.Errors["NotLive"].ID.Bytes()[:4]) {
		return demands.UnpackNotLiveError(raw[4:])
	}
	if bytes.Equal(raw[:4], demands.abi.Errors["NotYet"].ID.Bytes()[:4]) {
		return demands.UnpackNotYetError(raw[4:])
	}
	if bytes.Equal(raw[:4], demands.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return demands.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], demands.abi.Errors["TooLate"].ID.Bytes()[:4]) {
		return demands.UnpackTooLateError(raw[4:])
	}
	if bytes.Equal(raw[:4], demands.abi.Errors["WrongAddress"].ID.Bytes()[:4]) {
		return demands.UnpackWrongAddressError(raw[4:])
	}
	if bytes.Equal(raw[:4], demands.abi.Errors["WrongFee"].ID.Bytes()[:4]) {
		return demands.UnpackWrongFeeError(raw[4:])
	}
	if bytes.Equal(raw[:4], demands.abi.Errors["WrongLength"].ID.Bytes()[:4]) {
		return demands.UnpackWrongLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], demands.abi.Errors["WrongOpening"].ID.Bytes()[:4]) {
		return demands.UnpackWrongOpeningError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// DemandsDemandOpen represents a DemandOpen error raised by the Demands contract.
type DemandsDemandOpen struct {
	Commitment [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DemandOpen(bytes32 commitment)
func DemandsDemandOpenErrorID() common.Hash {
	return common.HexToHash("0xf31a600ed1b971258dbcbba465fb2fc6ea308530a9fa21917db24b38253ae044")
}

// UnpackDemandOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DemandOpen(bytes32 commitment)
func (demands *Demands) UnpackDemandOpenError(raw []byte) (*DemandsDemandOpen, error) {
	out := new(DemandsDemandOpen)
	if err := demands.abi.UnpackIntoInterface(out, "DemandOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemandsNoDemand represents a NoDemand error raised by the Demands contract.
type DemandsNoDemand struct {
	Commitment [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoDemand(bytes32 commitment)
func DemandsNoDemandErrorID() common.Hash {
	return common.HexToHash("0xdb3853b302e8a8d1b08ff571b3ba96c9059cde600a3d0ecc8a0e21e446104ea3")
}

// UnpackNoDemandError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoDemand(bytes32 commitment)
func (demands *Demands) UnpackNoDemandError(raw []byte) (*DemandsNoDemand, error) {
	out := new(DemandsNoDemand)
	if err := demands.abi.UnpackIntoInterface(out, "NoDemand", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemandsNotLive represents a NotLive error raised by the Demands contract.
type DemandsNotLive struct {
	Commitment [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotLive(bytes32 commitment)
func DemandsNotLiveErrorID() common.Hash {
	return common.HexToHash("0x30ac1df7da159a5062cefc304cfaabe03de2b3bf6af5857a8b10e3fd99b90821")
}

// UnpackNotLiveError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotLive(bytes32 commitment)
func (demands *Demands) UnpackNotLiveError(raw []byte) (*DemandsNotLive, error) {
	out := new(DemandsNotLive)
	if err := demands.abi.UnpackIntoInterface(out, "NotLive", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemandsNotYet represents a NotYet error raised by the Demands contract.
type DemandsNotYet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotYet()
func DemandsNotYetErrorID() common.Hash {
	return common.HexToHash("0x0d3f7776decbed5170f680e53ffd4a1603e145ef96e2196f41525fbed5e97d55")
}

// UnpackNotYetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotYet()
func (demands *Demands) UnpackNotYetError(raw []byte) (*DemandsNotYet, error) {
	out := new(DemandsNotYet)
	if err := demands.abi.UnpackIntoInterface(out, "NotYet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemandsSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the Demands contract.
type DemandsSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func DemandsSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (demands *Demands) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*DemandsSafeCastOverflowedUintDowncast, error) {
	out := new(DemandsSafeCastOverflowedUintDowncast)
	if err := demands.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemandsTooLate represents a TooLate error raised by the Demands contract.
type DemandsTooLate struct {
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooLate(uint64 deadline)
func DemandsTooLateErrorID() common.Hash {
	return common.HexToHash("0x4d673a06590205f21674ad45375abc81b85de145ee567806f534cab23841a1cf")
}

// UnpackTooLateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooLate(uint64 deadline)
func (demands *Demands) UnpackTooLateError(raw []byte) (*DemandsTooLate, error) {
	out := new(DemandsTooLate)
	if err := demands.abi.UnpackIntoInterface(out, "TooLate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemandsWrongAddress represents a WrongAddress error raised by the Demands contract.
type DemandsWrongAddress struct {
	Actual    common.Address
	Predicted common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongAddress(address actual, address predicted)
func DemandsWrongAddressErrorID() common.Hash {
	return common.HexToHash("0xd9357860b9fad174d18d354ac902ab3fb8ccc6e390329e355db9a8c72e809323")
}

// UnpackWrongAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongAddress(address actual, address predicted)
func (demands *Demands) UnpackWrongAddressError(raw []byte) (*DemandsWrongAddress, error) {
	out := new(DemandsWrongAddress)
	if err := demands.abi.UnpackIntoInterface(out, "WrongAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemandsWrongFee represents a WrongFee error raised by the Demands contract.
type DemandsWrongFee struct {
	Sent *big.Int
	Fee  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongFee(uint256 sent, uint256 fee)
func DemandsWrongFeeErrorID() common.Hash {
	return common.HexToHash("0x23b18f5f5e83b64f64fb1b28a90cb03c4f9ce8ceb2693b31fe14ebed9321256f")
}

// UnpackWrongFeeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongFee(uint256 sent, uint256 fee)
func (demands *Demands) UnpackWrongFeeError(raw []byte) (*DemandsWrongFee, error) {
	out := new(DemandsWrongFee)
	if err := demands.abi.UnpackIntoInterface(out, "WrongFee", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemandsWrongLength represents a WrongLength error raised by the Demands contract.
type DemandsWrongLength struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongLength()
func DemandsWrongLengthErrorID() common.Hash {
	return common.HexToHash("0x92aa5ab23bbae600ecca1dd12b2726e344da564f59c375694c99a5a37af1042a")
}

// UnpackWrongLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongLength()
func (demands *Demands) UnpackWrongLengthError(raw []byte) (*DemandsWrongLength, error) {
	out := new(DemandsWrongLength)
	if err := demands.abi.UnpackIntoInterface(out, "WrongLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DemandsWrongOpening represents a WrongOpening error raised by the Demands contract.
type DemandsWrongOpening struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongOpening()
func DemandsWrongOpeningErrorID() common.Hash {
	return common.HexToHash("0x3ec0c8a6e9de3f8d995ccc01970c9dd9a54b310eecf30bd7902fcf5179dd1553")
}

// UnpackWrongOpeningError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongOpening()
func (demands *Demands) UnpackWrongOpeningError(raw []byte) (*DemandsWrongOpening, error) {
	out := new(DemandsWrongOpening)
	if err := demands.abi.UnpackIntoInterface(out, "WrongOpening", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesMetaData contains all meta data concerning the Disputes contract.
var DisputesMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"vault\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"registry\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"training\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"disputes\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"court\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"matches\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"referee\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"demands\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"validators\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"beacon\",\"type\":\"address\"}],\"internalType\":\"structCore\",\"name\":\"core\",\"type\":\"tuple\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"awaitsOpening\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"challenge\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"sealHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"challenger\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"openUntil\",\"type\":\"uint64\"},{\"internalType\":\"enumChallengeStatus\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"enumOutcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"beneficiary\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"waived\",\"type\":\"bool\"},{\"internalType\":\"uint64\",\"name\":\"openedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"sealedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"sealedBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"bond\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"gasCost\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"defenceGas\",\"type\":\"uint128\"}],\"internalType\":\"structChallenge\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"challengeKey\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"challenges\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"conclude\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"dispute\",\"outputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"unopened\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"opened\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"defeated\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"waived\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"running\",\"type\":\"uint32\"},{\"internalType\":\"bool\",\"name\":\"convicted\",\"type\":\"bool\"},{\"internalType\":\"uint64\",\"name\":\"openUntil\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"lastOpenedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"first\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"convictedBy\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"fee\",\"type\":\"uint128\"},{\"internalType\":\"uint64\",\"name\":\"winner\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"finalRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint128\",\"name\":\"gasAll\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"gasPot\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"reward\",\"type\":\"uint128\"}],\"internalType\":\"structDispute\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"earliest\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"finalRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint128\",\"name\":\"gasPot\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"reward\",\"type\":\"uint128\"}],\"name\":\"fillPot\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"gasOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"holdsFinality\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"isParty\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"lapse\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"nominate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"beneficiary\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"open\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"openArithmetic\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"fee\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"feeKey\",\"type\":\"bytes32\"}],\"name\":\"payCourt\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"potKey\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"refundCourt\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"fee\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"sealHash\",\"type\":\"bytes32\"}],\"name\":\"seal\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"beneficiary\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"sealHashOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"settleChallenge\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"standing\",\"outputs\":[{\"components\":[{\"internalType\":\"bool\",\"name\":\"convicted\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"running\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"undefeated\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"waived\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"mayGrow\",\"type\":\"bool\"},{\"internalType\":\"uint64\",\"name\":\"lastOpenedAt\",\"type\":\"uint64\"}],\"internalType\":\"structStanding\",\"name\":\"s\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"waive\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"winnerOf\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"winner\",\"type\":\"uint64\"},{\"internalType\":\"uint256\",\"name\":\"gas\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"challenge\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"ArithmeticOpened\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"challenge\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"enumChallengeStatus\",\"name\":\"status\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"toChallenger\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"toBeneficiary\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"toCommitter\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"burned\",\"type\":\"uint256\"}],\"name\":\"ChallengeSettled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"challenge\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"ChallengerWaived\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"challenge\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"enumOutcome\",\"name\":\"outcome\",\"type\":\"uint8\"}],\"name\":\"Concluded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"challenge\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"challenger\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"burned\",\"type\":\"uint256\"}],\"name\":\"Lapsed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"challenge\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"Nominated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"challenge\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"beneficiary\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"}],\"name\":\"Opened\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"challenge\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"challenger\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"sealHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"openUntil\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"bond\",\"type\":\"uint256\"}],\"name\":\"Sealed\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"InvalidClaim\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"NotChallengeable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotCourt\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotParty\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotTraining\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotYet\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"bits\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"SafeCastOverflowedUintDowncast\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TooEarly\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"openUntil\",\"type\":\"uint64\"}],\"name\":\"TooLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"actual\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"predicted\",\"type\":\"address\"}],\"name\":\"WrongAddress\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"required\",\"type\":\"uint256\"}],\"name\":\"WrongBond\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"challenge\",\"type\":\"uint64\"},{\"internalType\":\"enumChallengeStatus\",\"name\":\"status\",\"type\":\"uint8\"}],\"name\":\"WrongChallenge\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"WrongCommitment\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"challenge\",\"type\":\"uint64\"},{\"internalType\":\"enumOutcome\",\"name\":\"outcome\",\"type\":\"uint8\"}],\"name\":\"WrongMatch\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongSeal\",\"type\":\"error\"}]",
	ID:  "e187e7dbfb4d8a514bcb9340da615b3faa",
	Bin: "0x610120604052348015610010575f5ffd5b506040516152f93803806152f983398101604081905261002f9161011e565b8061004430826060015161008160201b60201c565b80516001600160a01b0390811660809081526020830151821660a09081526040840151831660c052920151811660e05291015116610100526101e8565b806001600160a01b0316826001600160a01b0316146100ca576040516306c9abc360e51b81526001600160a01b0380841660048301528216602482015260440160405180910390fd5b5050565b60405161014081016001600160401b03811182821017156100fd57634e487b7160e01b5f52604160045260245ffd5b60405290565b80516001600160a01b0381168114610119575f5ffd5b919050565b5f610140828403128015610130575f5ffd5b506101396100ce565b61014283610103565b815261015060208401610103565b602082015261016160408401610103565b604082015261017260608401610103565b606082015261018360808401610103565b608082015261019460a08401610103565b60a08201526101a560c08401610103565b60c08201526101b660e08401610103565b60e08201526101c86101008401610103565b6101008201526101db6101208401610103565b6101208201529392505050565b60805160a05160c05160e05161010051614fa06103595f395f8181610d2f01528181611d9e0152818161224d015281816139a10152613ac201525f81816109880152818161115a0152818161121d0152818161193001528181611b270152818161246e015281816125800152818161279f015261282b01525f8181610700015281816108550152818161091001528181610f7a015281816115980152818161162301528181611d0201528181611e3a01528181611f070152818161266e015281816128a30152818161293701528181612a6d01528181612b0f01528181612b9201526132ee01525f8181610b0a015281816110560152818161264401528181612c5b01528181612d3b0152818161367d01526138c101525f818161129a01528181612f90015281816134b30152818161351e01528181613c3f01528181613cc501528181613d4101528181613dc601528181613ed6015281816142720152818161430d01526143a80152614fa05ff3fe608060405260043610610147575f3560e01c8063828e1576116100b3578063e04827ca1161006d578063e04827ca1461061b578063e378bf051461063a578063e6b0d6e514610659578063e78e533c1461066c578063eff6fc12146106aa578063f16060a7146106d6575f5ffd5b8063828e1576146103a557806387a8e90b146103ee5780638e49e7fa1461040d578063add98c701461042c578063b924acfa146105dd578063cc5bbd7b146105fc575f5ffd5b80634eb7c9c9116101045780634eb7c9c9146102af578063568067b6146102e35780635bdc5a091461030257806365188bc5146103215780636b793bd2146103405780637d308b281461035f575f5ffd5b80630265a7d61461014b57806309af4fe61461016c57806314bc42c5146101a7578063203602d8146101c657806328c7a649146101f35780633b6a0d6114610270575b5f5ffd5b348015610156575f5ffd5b5061016a610165366004614460565b6106f5565b005b348015610177575f5ffd5b505f5461018a906001600160401b031681565b6040516001600160401b0390911681526020015b60405180910390f35b3480156101b2575f5ffd5b5061016a6101c13660046144bb565b6107cc565b3480156101d1575f5ffd5b506101e56101e03660046144d6565b610f0f565b60405190815260200161019e565b3480156101fe575f5ffd5b5061021261020d3660046144d6565b610f1f565b60405161019e91905f60c0820190508251151582526020830151151560208301526040830151151560408301526060830151151560608301526080830151151560808301526001600160401b0360a08401511660a083015292915050565b34801561027b575f5ffd5b5061018a61028a3660046144ed565b5f9182526004602090815260408084209284529190529020546001600160401b031690565b3480156102ba575f5ffd5b506102ce6102c93660046144d6565b61114d565b6040805192835260208301919091520161019e565b3480156102ee575f5ffd5b506101e56102fd366004614521565b6111fb565b34801561030d575f5ffd5b5061016a61031c36600461455d565b611212565b34801561032c575f5ffd5b5061016a61033b3660046144bb565b61134e565b34801561034b575f5ffd5b5061016a61035a366004614586565b611499565b34801561036a575f5ffd5b506101e56103793660046144ed565b5f918252600460209081526040808420928452919052902054600160401b90046001600160801b031690565b3480156103b0575f5ffd5b506103de6103bf3660046145d4565b600360209081525f928352604080842090915290825290205460ff1681565b604051901515815260200161019e565b3480156103f9575f5ffd5b5061016a6104083660046144bb565b611a62565b348015610418575f5ffd5b5061016a6104273660046144bb565b611c77565b348015610437575f5ffd5b506105d06104463660046144d6565b60408051610200810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081018290526101e0810191909152505f90815260026020818152604092839020835161020081018552815463ffffffff80821683526401000000008204811694830194909452600160401b808204851696830196909652600160601b810484166060830152600160801b808204909416608083015260ff600160a01b820416151560a08301526001600160401b03600160a81b909104811660c0830152600183015480821660e08401529586048116610100830152948390048516610120820152928101546001600160801b0380821661014086015290839004909416610160840152600381015461018084015260048101548085166101a08501529190910483166101c0830152600501549091166101e082015290565b60405161019e9190614602565b3480156105e8575f5ffd5b506103de6105f73660046144d6565b6124d7565b348015610607575f5ffd5b506103de6106163660046144d6565b612512565b348015610626575f5ffd5b5061016a6106353660046144bb565b612777565b348015610645575f5ffd5b506101e56106543660046144bb565b612adf565b61018a6106673660046144ed565b612ae9565b348015610677575f5ffd5b5061068b6106863660046144ed565b613053565b604080516001600160401b03909316835260208301919091520161019e565b3480156106b5575f5ffd5b506106c96106c43660046144bb565b6130ee565b60405161019e91906147c9565b3480156106e1575f5ffd5b5061016a6106f03660046144bb565b6132c4565b336001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161461073e576040516312658c7f60e21b815260040160405180910390fd5b5f84815260026020526040812090806107578787613053565b60028501805467ffffffffffffffff60801b1916600160801b6001600160401b03851602179055600385018890559092509050610793816135c3565b6001600160801b03958616600160801b0290861617600484015550506005018054919092166001600160801b0319919091161790555050565b5f5a90505f6107dc8360026135fa565b90505f6003820154600160e81b900460ff1660068111156107ff576107ff614798565b1461083b578281600301601d9054906101000a900460ff16604051638f55768960e01b8152600401610832929190614923565b60405180910390fd5b8054600160405163295686af60e11b8152600481018390527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906352ad0d5e90602401602060405180830381865afa1580156108a2573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108c69190614960565b60048111156108d7576108d7614798565b146108f8576040516304b3731960e11b815260048101829052602401610832565b60405163481fd7f560e11b8152600481018290525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063903fafea9060240160c060405180830381865afa15801561095d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109819190614a08565b90505f5f5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663b4a6def1866040518263ffffffff1660e01b81526004016109d491815260200190565b606060405180830381865afa1580156109ef573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610a139190614ab9565b9250925092508080610a3757506003826005811115610a3457610a34614798565b14155b15610bc25760038601546001600160a01b03163314801590610a6f575083604001516001600160a01b0316336001600160a01b031614155b15610a8d5760405163c8ee2d1d60e01b815260040160405180910390fd5b6001600160401b03831615610bc25760048601545f906001600160401b03600160a81b909104811690851611610ad7576004870154600160a81b90046001600160401b0316610ad9565b835b60608601516040516348c576e160e11b81526001600160401b0390911660048201529091505f906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063918aedc29060240161016060405180830381865afa158015610b50573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b749190614b01565b60a00151610b889063ffffffff1683614bf2565b9050806001600160401b0316421115610bbf576040516326b39d0360e11b81526001600160401b0382166004820152602401610832565b50505b60038601805460ff60e81b1916600160e81b1790555f85815260026020526040902080548190601090610c0190600160801b900463ffffffff16614c11565b91906101000a81548163ffffffff021916908363ffffffff1602179055508660040160149054906101000a900460ff1615610c815760048701805460ff60a01b1916905580548190600c90610c6290600160601b900463ffffffff16614c35565b91906101000a81548163ffffffff021916908363ffffffff1602179055505b604051339087906001600160401b038c16907fefdbbb58c218a019c5025702edda190ec310ca56a67f5bb46933699ce1dbd024905f90a46040805160e0810182526060808801516001600160401b0316825260808089015163ffffffff166020808501919091528951848601528901519183019190915260028a015490820152868201516001600160a01b0390811660a083015260038a0154811660c0830152915163819bfea360e01b81527f0000000000000000000000000000000000000000000000000000000000000000929092169163819bfea391610de0918d91906004015f610100820190506001600160401b03841682526001600160401b03835116602083015263ffffffff60208401511660408301526040830151606083015260608301516080830152608083015160a083015260018060a01b0360a08401511660c083015260018060a01b0360c08401511660e08301529392505050565b5f604051808303815f87803b158015610df7575f5ffd5b505af1158015610e09573d5f5f3e3d5ffd5b505050505f610e1a6154488a613676565b60038901549091506001600160a01b03163303610ed2576006880180548291905f90610e509084906001600160801b0316614c53565b82546101009290920a6001600160801b038181021990931691831602179091555f89815260046020908152604080832060028e01548452909152902080548493509091600891610ea9918591600160401b900416614c53565b92506101000a8154816001600160801b0302191690836001600160801b03160217905550610f03565b60408601516001600160a01b03163303610f03576006880180546001600160801b03808416600160801b0291161790555b50505050505050505050565b5f610f198261372e565b92915050565b6040805160c0810182525f8082526020808301829052828401829052606083018290526080830182905260a0830182905284825260029052828120925163481fd7f560e11b8152600481018590529192916001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063903fafea9060240160c060405180830381865afa158015610fbf573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610fe39190614a08565b825460ff600160a01b8204161515855263ffffffff600160801b820481161515602087015264010000000082048116600160401b90920416106040850152905061102c846124d7565b806110ee575060608101516040516348c576e160e11b81526001600160401b0390911660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063918aedc29060240161016060405180830381865afa1580156110a4573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906110c89190614b01565b6020015163ffffffff168160a001516110e19190614bf2565b6001600160401b03164211155b1515608084015260018201546001600160401b031660a0840152815461112b9063ffffffff600160401b8204811691640100000000900416614c72565b9154600160601b900463ffffffff908116921691909114606083015250919050565b5f80336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614611198576040516355122efb60e01b815260040160405180910390fd5b5f8381526002602081905260409091209081015460018201546001600160801b03909116906111d690600160401b90046001600160401b0316613781565b600290920180546001600160801b03191690556001600160801b031694909350915050565b5f61120930868686866137c7565b95945050505050565b336001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161461125b576040516355122efb60e01b815260040160405180910390fd5b5f838152600260205260409020611271836135c3565b6002820180546001600160801b0319166001600160801b039290921691909117905560018101547f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690633876b994906112e290600160401b90046001600160401b0316613781565b6040516001600160e01b031960e084901b16815260048101919091525f6024820152336044820152606481018590526084810186905260a4015f604051808303815f87803b158015611332575f5ffd5b505af1158015611344573d5f5f3e3d5ffd5b5050505050505050565b5f61135a8260026135fa565b600381015490915061137590600160e81b900460ff16613846565b156113a8578181600301601d9054906101000a900460ff16604051638f55768960e01b8152600401610832929190614923565b80545f90815260046020908152604080832060028501548452909152902080546001600160401b031680158015906113f25750836001600160401b0316816001600160401b031611155b1561143a576001600160401b0381165f90815260016020526040908190206003015490516376bbb1b560e11b8152610832918391600160e01b90910460ff1690600401614923565b815467ffffffffffffffff19166001600160401b0385169081178355835460028501546040519081529091907f7cd92fb1c8b9857c4485cff4082796a6bc974416e335c7e1a932e970e66c28cb9060200160405180910390a350505050565b5f5a90505f6114a98660016135fa565b805490915087146114d05760405163c036e5d160e01b815260048101889052602401610832565b6005810154600160401b90046001600160401b031643116115045760405163085de62560e01b815260040160405180910390fd5b6003810154600160a01b90046001600160401b03164211156115505760038101546040516326b39d0360e11b8152600160a01b9091046001600160401b03166004820152602401610832565b61155d30888787876137c7565b8160010154146115805760405163821aade960e01b815260040160405180910390fd5b60405163481fd7f560e11b8152600481018890525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063903fafea9060240160c060405180830381865afa1580156115e5573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906116099190614a08565b9050600460405163295686af60e11b8152600481018a90527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906352ad0d5e90602401602060405180830381865afa158015611670573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906116949190614960565b60048111156116a5576116a5614798565b036116c6576040516304b3731960e11b815260048101899052602401610832565b80602001518614806116d6575085155b806116e157505f1986145b806116f357506001600160a01b038516155b1561171157604051633b4f091f60e21b815260040160405180910390fd5b6003828101805460ff60e01b198116600160e11b1790915560028401889055600480850180546001600160a01b0319166001600160a01b038a8116919091179091555f8c815260209485526040808220929094168152908452828120805460ff191660011790558b8152908352818120898252909252902080546001600160401b031615806117ad575080546001600160401b03908116908916105b156117cd57805467ffffffffffffffff19166001600160401b0389161781555b5f8981526002602052604081208054909182916117ef9063ffffffff16614c35565b825463ffffffff9182166101009390930a92830291909202199091161790556004840180546001600160401b03428116600160a81b810267ffffffffffffffff60a81b199093169290921790925560018301805467ffffffffffffffff191690911790556040516001600160a01b038916918c91908c16907f7e0f1eb160f14af1a200f105ca863d1ae0155a19b650897f2300d73e91524a6690611896908d815260200190565b60405180910390a4805481906004906118bc90640100000000900463ffffffff16614c11565b91906101000a81548163ffffffff021916908363ffffffff160217905563ffffffff166001036119a5576001810180546001600160401b038b16600160401b026fffffffffffffffff000000000000000019909116179055606083015160405163705a865f60e11b81526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169163e0b50cbe91611977918e916004019182526001600160401b0316602082015260400190565b5f604051808303815f87803b15801561198e575f5ffd5b505af11580156119a0573d5f5f3e3d5ffd5b505050505b60038401546001600160a01b03163303611a06576119c5615c4886613676565b6006850180545f906119e19084906001600160801b0316614c53565b92506101000a8154816001600160801b0302191690836001600160801b031602179055505b600684015482546001600160801b03918216918491600891611a32918591600160401b90910416614c53565b92506101000a8154816001600160801b0302191690836001600160801b0316021790555050505050505050505050565b5f611a6e8260026135fa565b60038101549091506001600160a01b03163314611a9e5760405163c8ee2d1d60e01b815260040160405180910390fd5b5f6003820154600160e81b900460ff166006811115611abf57611abf614798565b141580611ad757506004810154600160a01b900460ff165b15611b0a578181600301601d9054906101000a900460ff16604051638f55768960e01b8152600401610832929190614923565b805460405163b4a6def160e01b815260048101919091525f9081907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063b4a6def190602401606060405180830381865afa158015611b74573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611b989190614ab9565b92509250508080611bbb57506001826005811115611bb857611bb8614798565b14155b15611bd95760405163069fbbbb60e11b815260040160405180910390fd5b60048301805460ff60a01b1916600160a01b17905582545f9081526002602052604090208054600c90611c199063ffffffff600160601b90910416614c11565b91906101000a81548163ffffffff021916908363ffffffff160217905550825f0154846001600160401b03167fb7dad6c27222b7e4fdf5837a99069c4f9e38924ef8da92b77d5133d7f67d994860405160405180910390a350505050565b5f611c838260026135fa565b905060016003820154600160e81b900460ff166006811115611ca757611ca7614798565b14611cda578181600301601d9054906101000a900460ff16604051638f55768960e01b8152600401610832929190614923565b80545f81815260026020526040808220905163295686af60e11b8152600481018490529091907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906352ad0d5e90602401602060405180830381865afa158015611d4f573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611d739190614960565b604051632a18904960e21b81526001600160401b03871660048201529091505f906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063a862412490602401602060405180830381865afa158015611de3573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611e079190614c8e565b90506003826004811115611e1d57611e1d614798565b0361202157604051639fcb098560e01b8152600481018590525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690639fcb09859060240161026060405180830381865afa158015611e88573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611eac9190614cb7565b9050806101c0015115611ed5576040516304b3731960e11b815260048101869052602401610832565b6001826006811115611ee957611ee9614798565b148015611fdf5750604051636fbc5e7160e11b8152600481018690527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063c810bf5b90829063df78bce290602401602060405180830381865afa158015611f5c573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611f809190614e11565b6040518263ffffffff1660e01b8152600401611f9e91815260200190565b602060405180830381865afa158015611fb9573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611fdd9190614e11565b155b15611ffd5760405163069fbbbb60e11b815260040160405180910390fd5b600282600681111561201157612011614798565b1461201b57600691505b506120c0565b600182600481111561203557612035614798565b14612056576040516304b3731960e11b815260048101859052602401610832565b600181600681111561206a5761206a614798565b148061208657505f81600681111561208457612084614798565b145b806120a2575060068160068111156120a0576120a0614798565b145b156120c05760405163069fbbbb60e11b815260040160405180910390fd5b60038501805482919060ff60e81b1916600160e81b8360068111156120e7576120e7614798565b02179055508254839060109061210990600160801b900463ffffffff16614c35565b91906101000a81548163ffffffff021916908363ffffffff16021790555083866001600160401b03167fd436d88b0dad1aec328419b39ed4fa3c1a5e0221c5287d5778a27d242fd17fcf836040516121619190614e28565b60405180910390a35f84815260046020908152604080832060028901548452909152902061218e82613846565b1561224757835484906008906121b090600160401b900463ffffffff16614c11565b825463ffffffff9182166101009390930a9283029190920219909116179055600686015481546001600160801b039182169183916008916121fb918591600160401b90910416614e3b565b82546001600160801b039182166101009390930a92830291909202199091161790555080546001600160401b0380891691160361224257805467ffffffffffffffff191681555b61236e565b5f6122de7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316631217945f8a60026040518363ffffffff1660e01b815260040161229a929190614e5a565b602060405180830381865afa1580156122b5573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906122d99190614e11565b6135c3565b60068801805491925082915f906122ff9084906001600160801b0316614c53565b92506101000a8154816001600160801b0302191690836001600160801b0316021790555080825f0160088282829054906101000a90046001600160801b03166123489190614c53565b92506101000a8154816001600160801b0302191690836001600160801b03160217905550505b600282600681111561238257612382614798565b1480156123c257506001840154600160801b90046001600160401b031615806123c2575060018401546001600160401b03600160801b9091048116908816105b156123ef5760018401805467ffffffffffffffff60801b1916600160801b6001600160401b038a16021790555b600382600681111561240357612403614798565b14806124205750600682600681111561241e5761241e614798565b145b1561242e5750505050505050565b835460ff60a01b1916600160a01b178455600183600481111561245357612453614798565b036124ce57604051635c23bdf560e01b8152600481018690527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690635c23bdf5906024015f604051808303815f87803b1580156124b7575f5ffd5b505af11580156124c9573d5f5f3e3d5ffd5b505050505b50505050505050565b5f818152600260205260408120805463ffffffff161580159061250b57508054600160a81b90046001600160401b03164211155b9392505050565b5f818152600260205260408120805463ffffffff16156125355750600192915050565b8054640100000000900463ffffffff165f0361255357505f92915050565b8054600160801b900463ffffffff161515806125f15750604051633e1adf3d60e11b8152600481018490527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690637c35be7a90602401602060405180830381865afa1580156125cd573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906125f19190614e7a565b156125ff5750600192915050565b805463ffffffff64010000000082048116600160401b909204160361262657505f92915050565b60405163481fd7f560e11b8152600481018490526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000081169163918aedc2917f0000000000000000000000000000000000000000000000000000000000000000169063903fafea9060240160c060405180830381865afa1580156126b3573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906126d79190614a08565b606001516040516001600160e01b031960e084901b1681526001600160401b03909116600482015260240161016060405180830381865afa15801561271e573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906127429190614b01565b60a0015160018201546127649163ffffffff16906001600160401b0316614bf2565b6001600160401b03164211159392505050565b5f6127838260026135fa565b8054604051633e1adf3d60e11b815260048101829052919250907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690637c35be7a90602401602060405180830381865afa1580156127ec573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906128109190614e7a565b1561288b57604051635c23bdf560e01b8152600481018290527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690635c23bdf5906024015f604051808303815f87803b158015612874575f5ffd5b505af1158015612886573d5f5f3e3d5ffd5b505050505b60405163295686af60e11b8152600481018290525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906352ad0d5e90602401602060405180830381865afa1580156128f0573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906129149190614960565b604051639fcb098560e01b8152600481018490529091505f906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690639fcb09859060240161026060405180830381865afa15801561297d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906129a19190614cb7565b905060018260048111156129b7576129b7614798565b036129d55760405163069fbbbb60e11b815260040160405180910390fd5b60028260048111156129e9576129e9614798565b03612a00576129fb8585836001613899565b612ad8565b6004826004811115612a1457612a14614798565b03612a4d576003840154612a3190600160e81b900460ff16613846565b15612a43576129fb8585836001613899565b6129fb8585613e36565b806101c00151612acd5760405163987757dd60e01b8152600481018490527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063987757dd906024015f604051808303815f87803b158015612ab6575f5ffd5b505af1158015612ac8573d5f5f3e3d5ffd5b505050505b612ad8858583613f6b565b5050505050565b5f610f1982613781565b5f5f5a60405163481fd7f560e11b8152600481018690529091505f906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063903fafea9060240160c060405180830381865afa158015612b54573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612b789190614a08565b9050600160405163295686af60e11b8152600481018790527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906352ad0d5e90602401602060405180830381865afa158015612bdf573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612c039190614960565b6004811115612c1457612c14614798565b14612c35576040516304b3731960e11b815260048101869052602401610832565b60608101516040516348c576e160e11b81526001600160401b0390911660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063918aedc29060240161016060405180830381865afa158015612ca9573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612ccd9190614b01565b9050806020015163ffffffff168260a00151612ce99190614bf2565b6001600160401b0316421115612d15576040516304b3731960e11b815260048101879052602401610832565b6060820151604051630bfadc4160e31b81526001600160401b0390911660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690635fd6e20890602401602060405180830381865afa158015612d88573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612dac9190614e11565b9050803414612dd75760405163062f01ed60e11b815234600482015260248101829052604401610832565b5f80548190612dee906001600160401b0316614e93565b91906101000a8154816001600160401b0302191690836001600160401b03160217905594505f826040015163ffffffff1642612e2a9190614bf2565b6001600160401b038781165f9081526001602081905260409091208b81559081018a90556003810180546005830180544286166001600160801b031990911617600160401b438716021790556001600160e01b0319163367ffffffffffffffff60a01b191617600160a01b938516939093029290921760ff60e01b1916600160e01b17909155909150612ebc836135c3565b6005820180546001600160801b03928316600160801b0292169190911790555f898152600260205260408120805490918291612efd9063ffffffff16614c11565b825463ffffffff9182166101009390930a928302919092021990911617905580546001600160401b03808516600160a81b810267ffffffffffffffff60a81b19909316929092178355604080518c81526020810193909352820186905233918c918b16907f87b061695a51a5bf90275edadd7c18a5f92bac54fb6afb593a604cfdcb9bc6069060600160405180910390a47f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663b214faa585612fc78b613781565b6040518363ffffffff1660e01b8152600401612fe591815260200190565b5f604051808303818588803b158015612ffc575f5ffd5b505af115801561300e573d5f5f3e3d5ffd5b505050505061301f61564888613676565b826006015f6101000a8154816001600160801b0302191690836001600160801b031602179055505050505050505092915050565b5f828152600460209081526040808320848452909152812080546001600160401b031691908282036130a3575f85815260026020526040902060010154600160801b90046001600160401b031692505b8054600160401b90046001600160801b031691505f8290036130e6576001600160401b0383165f908152600160205260409020600601546001600160801b031691505b509250929050565b613165604080516101e0810182525f8082526020820181905291810182905260608101829052608081018290529060a082019081526020015f81525f6020820181905260408201819052606082018190526080820181905260a0820181905260c0820181905260e082018190526101009091015290565b6001600160401b038281165f9081526001602081815260409283902083516101e08101855281548152928101549183019190915260028101549282019290925260038201546001600160a01b0381166060830152600160a01b810490931660808201529160a0830190600160e01b900460ff1660068111156131e9576131e9614798565b60068111156131fa576131fa614798565b815260200160038201601d9054906101000a900460ff16600681111561322257613222614798565b600681111561323357613233614798565b815260048201546001600160a01b038116602083015260ff600160a01b820416151560408301526001600160401b03600160a81b9091048116606083015260058301548082166080840152600160401b810490911660a08301526001600160801b03600160801b91829004811660c084015260069093015480841660e0840152049091166101009091015292915050565b5f6132d08260016135fa565b90505f6004825460405163295686af60e11b815260048101919091527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906352ad0d5e90602401602060405180830381865afa15801561333b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061335f9190614960565b600481111561337057613370614798565b14905080158161339457506003820154600160a01b90046001600160401b03164211155b156133b25760405163069fbbbb60e11b815260040160405180910390fd5b60038201805460ff60e01b1916600360e01b17905581545f90815260026020526040812080549091906133ea9063ffffffff16614c35565b91906101000a81548163ffffffff021916908363ffffffff1602179055505f8161343357600583015461342e90600160801b90046001600160801b0316600a614028565b613435565b5f5b600384015484546040518381529293506001600160a01b03909116916001600160401b038716907fba3ae1585f5a913a08d558a8e6d14b3736a15f7ba608600c2df89e2656b5baa69060200160405180910390a45f61349385613781565b604051631e90211560e21b815260048101829052602481018490529091507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690637a408454906044015f604051808303815f87803b1580156134fc575f5ffd5b505af115801561350e573d5f5f3e3d5ffd5b50505050600384015460058501547f00000000000000000000000000000000000000000000000000000000000000006001600160a01b039081169263c6b352249285925f921690613570908890600160801b90046001600160801b0316614eb4565b6040518563ffffffff1660e01b815260040161358f9493929190614ec7565b5f604051808303815f87803b1580156135a6575f5ffd5b505af11580156135b8573d5f5f3e3d5ffd5b505050505050505050565b5f6001600160801b038211156135f6576040516306dfcc6560e41b81526080600482015260248101839052604401610832565b5090565b6001600160401b0382165f90815260016020526040902081600681111561362357613623614798565b6003820154600160e01b900460ff16600681111561364357613643614798565b14610f19578281600301601c9054906101000a900460ff166040516376bbb1b560e11b8152600401610832929190614923565b5f5f6137007f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663e2ce3c646040518163ffffffff1660e01b8152600401602060405180830381865afa1580156136d7573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906136fb9190614e11565b61403f565b905061372681855a6137129087614eb4565b61371c9190614eec565b6122d99190614eff565b949350505050565b604080517f4462aa1050eaa3ed35e67db9b3594aa407b47049fd31cf2fcc60d5a1ff7a426f60208201529081018290525f906060015b604051602081830303815290604052805190602001209050919050565b5f7f2a36d57663fe37fefe057d9e0e3480afb7344af4404fc1ea1724e1e8c0e256e6826040516020016137649291909182526001600160401b0316602082015260400190565b604080517ff575bbc2cb13fe1a43d71b9937e8a1051f4933535a699c66c8d923c03c7a6ed560208083019190915246828401526001600160a01b039788166060830152608082019690965260a08101949094529190941660c083015260e080830194909452805180830390940184526101009091019052815191012090565b5f600382600681111561385b5761385b614798565b14806138785750600482600681111561387657613876614798565b145b80610f195750600582600681111561389257613892614798565b1492915050565b82546080830151604051630fdbba8960e31b81526001600160401b0390911660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690637eddd44890602401602060405180830381865afa15801561390e573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906139329190614e11565b60058601549091505f90613957908390600160801b90046001600160801b0316614eb4565b90505f8080600460038a0154600160e81b900460ff16600681111561397e5761397e614798565b03613a3e5760405163f4a8ea8f60e01b81526001600160401b038b1660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063f4a8ea8f906024016040805180830381865afa1580156139ed573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613a119190614f16565b6bffffffffffffffffffffffff1692509050613a3782613a32866014614028565b614069565b9150613b79565b600560038a0154600160e81b900460ff166006811115613a6057613a60614798565b14158015613a6b5750865b15613b79576006890154600160801b90046001600160801b03166003808b0154600160e81b900460ff166006811115613aa657613aa6614798565b03613b4657604051631217945f60e01b81526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690631217945f90613afa908e90600190600401614e5a565b602060405180830381865afa158015613b15573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613b399190614e11565b613b439082614eec565b90505b613b5581613a32876014614028565b9050613b6b613b648287614eb4565b6028614028565b613b759082614eec565b9350505b5f613b848b8861407e565b613b8e9087614eb4565b90505f83613b9c8688614eb4565b613ba69190614eb4565b60038c01805460ff60e01b1916600560e01b179081905560405191925089916001600160401b038f16917f28f90ab1f6b6f1074defea7bdc3c2f52437a79b5498a03669d69e23e21e5605891613c0e91600160e01b900460ff169087905f908c908990614f53565b60405180910390a35f613c208d613781565b60038d01546040516331acd48960e21b81529192506001600160a01b037f000000000000000000000000000000000000000000000000000000000000000081169263c6b3522492613c7d9286925f92909116908990600401614ec7565b5f604051808303815f87803b158015613c94575f5ffd5b505af1158015613ca6573d5f5f3e3d5ffd5b50505060608c01516040516331acd48960e21b81526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925063c6b3522491613cff9185915f918c90600401614ec7565b5f604051808303815f87803b158015613d16575f5ffd5b505af1158015613d28573d5f5f3e3d5ffd5b50506040516331acd48960e21b81526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925063c6b352249150613d7e9084905f9089908b90600401614ec7565b5f604051808303815f87803b158015613d95575f5ffd5b505af1158015613da7573d5f5f3e3d5ffd5b5050604051631e90211560e21b815260048101849052602481018590527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169250637a40845491506044015f604051808303815f87803b158015613e11575f5ffd5b505af1158015613e23573d5f5f3e3d5ffd5b5050505050505050505050505050505050565b5f613e4483835f015461407e565b6005830154613e639190600160801b90046001600160801b0316614eb4565b60038301805460ff60e01b1916600360e11b17908190558354604051929350916001600160401b038616917f28f90ab1f6b6f1074defea7bdc3c2f52437a79b5498a03669d69e23e21e5605891613ecc91600160e01b900460ff169086905f9081908190614f53565b60405180910390a37f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663c6b35224613f0c85613781565b60038501546040516001600160e01b031960e085901b168152613f4292915f916001600160a01b03909116908790600401614ec7565b5f604051808303815f87803b158015613f59575f5ffd5b505af11580156124ce573d5f5f3e3d5ffd5b81545f90815260026020526040902060039081015490830154613f9790600160e81b900460ff16613846565b15613fb357613fae84848485604001518514613899565b614022565b60026003840154600160e81b900460ff166006811115613fd557613fd5614798565b1480613fee57508015801590613fee5750826002015481145b15613ffe57613fae8484836140cf565b5f81900361401057613fae8484613e36565b61402284848485604001518514613899565b50505050565b5f60646140358385614eff565b61250b9190614f81565b5f600a61404d48600b614eff565b6140579190614f81565b9050818111156140645750805b919050565b5f818310614077578161250b565b5090919050565b5f81815260026020526040812060018101546001600160401b03858116600160401b90920416146140af575f6140be565b60028101546001600160801b03165b6001600160801b0316949350505050565b81545f81815260026020908152604080832060048352818420868552909252822054909190600160401b90046001600160801b03166141275760028201546001600160401b03878116600160801b909204161461412f565b838560020154145b90505f81801561414b575060048301546001600160801b031615155b614155575f61418a565b600483015460068701546001600160801b038083169261418092821691600160801b90910416614eff565b61418a9190614f81565b60028401549091505f906001600160401b03898116600160801b90920416146141b3575f6141c2565b60058401546001600160801b03165b6001600160801b031690505f6141d8898761407e565b60058901546141f79190600160801b90046001600160801b0316614eb4565b60038901805460ff60e01b1916600160e21b179081905590915086906001600160401b038b16907f28f90ab1f6b6f1074defea7bdc3c2f52437a79b5498a03669d69e23e21e5605890600160e01b900460ff166142548786614eec565b865f5f604051614268959493929190614f53565b60405180910390a37f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663c6b352246142a88b613781565b60038b01546040516001600160e01b031960e085901b1681526142de92915f916001600160a01b03909116908790600401614ec7565b5f604051808303815f87803b1580156142f5575f5ffd5b505af1158015614307573d5f5f3e3d5ffd5b505050507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663c6b352246143438861372e565b60038b01546040516001600160e01b031960e085901b16815261437992915f916001600160a01b03909116908990600401614ec7565b5f604051808303815f87803b158015614390575f5ffd5b505af11580156143a2573d5f5f3e3d5ffd5b505050507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663c6b352246143de8861372e565b6004808c01546040516001600160e01b031960e086901b16815261441193925f926001600160a01b031691899101614ec7565b5f604051808303815f87803b158015614428575f5ffd5b505af115801561443a573d5f5f3e3d5ffd5b50505050505050505050505050565b6001600160801b038116811461445d575f5ffd5b50565b5f5f5f5f60808587031215614473575f5ffd5b8435935060208501359250604085013561448c81614449565b9150606085013561449c81614449565b939692955090935050565b6001600160401b038116811461445d575f5ffd5b5f602082840312156144cb575f5ffd5b813561250b816144a7565b5f602082840312156144e6575f5ffd5b5035919050565b5f5f604083850312156144fe575f5ffd5b50508035926020909101359150565b6001600160a01b038116811461445d575f5ffd5b5f5f5f5f60808587031215614534575f5ffd5b8435935060208501359250604085013561454d8161450d565b9396929550929360600135925050565b5f5f5f6060848603121561456f575f5ffd5b505081359360208301359350604090920135919050565b5f5f5f5f5f60a0868803121561459a575f5ffd5b8535945060208601356145ac816144a7565b93506040860135925060608601356145c38161450d565b949793965091946080013592915050565b5f5f604083850312156145e5575f5ffd5b8235915060208301356145f78161450d565b809150509250929050565b815163ffffffff16815261020081016020830151614628602084018263ffffffff169052565b506040830151614640604084018263ffffffff169052565b506060830151614658606084018263ffffffff169052565b506080830151614670608084018263ffffffff169052565b5060a083015161468460a084018215159052565b5060c083015161469f60c08401826001600160401b03169052565b5060e08301516146ba60e08401826001600160401b03169052565b506101008301516146d76101008401826001600160401b03169052565b506101208301516146f46101208401826001600160401b03169052565b506101408301516147116101408401826001600160801b03169052565b5061016083015161472e6101608401826001600160401b03169052565b506101808301516101808301526101a08301516147576101a08401826001600160801b03169052565b506101c08301516147746101c08401826001600160801b03169052565b506101e08301516147916101e08401826001600160801b03169052565b5092915050565b634e487b7160e01b5f52602160045260245ffd5b6007811061445d5761445d614798565b6147c5816147ac565b9052565b5f6101e082019050825182526020830151602083015260408301516040830152606083015161480360608401826001600160a01b03169052565b50608083015161481e60808401826001600160401b03169052565b5060a083015161483160a08401826147bc565b5060c083015161484460c08401826147bc565b5060e083015161485f60e08401826001600160a01b03169052565b5061010083015161487561010084018215159052565b506101208301516148926101208401826001600160401b03169052565b506101408301516148af6101408401826001600160401b03169052565b506101608301516148cc6101608401826001600160401b03169052565b506101808301516148e96101808401826001600160801b03169052565b506101a08301516149066101a08401826001600160801b03169052565b506101c08301516147916101c08401826001600160801b03169052565b6001600160401b03831681526040810161493c836147ac565b8260208301529392505050565b6005811061445d575f5ffd5b805161406481614949565b5f60208284031215614970575f5ffd5b815161250b81614949565b60405161016081016001600160401b03811182821017156149aa57634e487b7160e01b5f52604160045260245ffd5b60405290565b60405161026081016001600160401b03811182821017156149aa57634e487b7160e01b5f52604160045260245ffd5b80516140648161450d565b8051614064816144a7565b805163ffffffff81168114614064575f5ffd5b5f60c0828403128015614a19575f5ffd5b5060405160c081016001600160401b0381118282101715614a4857634e487b7160e01b5f52604160045260245ffd5b60409081528351825260208085015190830152830151614a678161450d565b60408201526060830151614a7a816144a7565b6060820152614a8b608084016149f5565b608082015260a0830151614a9e816144a7565b60a08201529392505050565b80518015158114614064575f5ffd5b5f5f5f60608486031215614acb575f5ffd5b8351614ad6816144a7565b602085015190935060068110614aea575f5ffd5b9150614af860408501614aaa565b90509250925092565b5f610160828403128015614b13575f5ffd5b50614b1c61497b565b614b25836149f5565b8152614b33602084016149f5565b6020820152614b44604084016149f5565b6040820152614b55606084016149f5565b6060820152614b66608084016149f5565b6080820152614b7760a084016149f5565b60a0820152614b8860c084016149f5565b60c0820152614b9960e084016149f5565b60e0820152614bab61010084016149f5565b610100820152614bbe61012084016149f5565b610120820152614bd161014084016149f5565b6101408201529392505050565b634e487b7160e01b5f52601160045260245ffd5b6001600160401b038181168382160190811115610f1957610f19614bde565b5f63ffffffff821663ffffffff8103614c2c57614c2c614bde565b60010192915050565b5f63ffffffff821680614c4a57614c4a614bde565b5f190192915050565b6001600160801b038181168382160190811115610f1957610f19614bde565b63ffffffff8281168282160390811115610f1957610f19614bde565b5f60208284031215614c9e575f5ffd5b81516007811061250b575f5ffd5b805161406481614449565b5f610260828403128015614cc9575f5ffd5b50614cd26149b0565b825181526020808401519082015260408084015190820152614cf6606084016149df565b6060820152614d07608084016149ea565b6080820152614d1860a084016149f5565b60a0820152614d2960c084016149ea565b60c0820152614d3a60e084016149ea565b60e0820152614d4c61010084016149ea565b610100820152614d5f61012084016149ea565b610120820152614d726101408401614cac565b610140820152614d856101608401614cac565b610160820152614d986101808401614955565b610180820152614dab6101a084016149f5565b6101a0820152614dbe6101c08401614aaa565b6101c0820152614dd16101e08401614aaa565b6101e0820152614de46102008401614aaa565b610200820152614df76102208401614cac565b610220820152610240928301519281019290925250919050565b5f60208284031215614e21575f5ffd5b5051919050565b60208101614e35836147ac565b91905290565b6001600160801b038281168282160390811115610f1957610f19614bde565b6001600160401b0383168152604081016003831061493c5761493c614798565b5f60208284031215614e8a575f5ffd5b61250b82614aaa565b5f6001600160401b0382166001600160401b038103614c2c57614c2c614bde565b81810381811115610f1957610f19614bde565b9384526001600160a01b03928316602085015291166040830152606082015260800190565b80820180821115610f1957610f19614bde565b8082028115828204841417610f1957610f19614bde565b5f5f60408385031215614f27575f5ffd5b8251614f328161450d565b60208401519092506bffffffffffffffffffffffff811681146145f7575f5ffd5b60a08101614f60876147ac565b95815260208101949094526040840192909252606083015260809091015290565b5f82614f9b57634e487b7160e01b5f52601260045260245ffd5b50049056",
}

// Disputes is an auto generated Go binding around an Ethereum contract.
type Disputes struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Disputes) GetABI() abi.ABI {
	return c.abi
}

// NewDisputes creates a new instance of Disputes.
func NewDisputes() *Disputes {
	parsed, err := DisputesMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Disputes{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Disputes) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor((address,address,address,address,address,address,address,address,address,address) core) returns()
func (disputes *Disputes) PackConstructor(core Core) []byte {
	enc, err := disputes.abi.Pack("", core)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAwaitsOpening is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb924acfa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function awaitsOpening(bytes32 commitment) view returns(bool)
func (disputes *Disputes) PackAwaitsOpening(commitment [32]byte) []byte {
	enc, err := disputes.abi.Pack("awaitsOpening", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAwaitsOpening is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb924acfa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function awaitsOpening(bytes32 commitment) view returns(bool)
func (disputes *Disputes) TryPackAwaitsOpening(commitment [32]byte) ([]byte, error) {
	return disputes.abi.Pack("awaitsOpening", commitment)
}

// UnpackAwaitsOpening is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb924acfa.
//
// Solidity: function awaitsOpening(bytes32 commitment) view returns(bool)
func (disputes *Disputes) UnpackAwaitsOpening(data []byte) (bool, error) {
	out, err := disputes.abi.Unpack("awaitsOpening", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackChallenge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeff6fc12.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function challenge(uint64 id) view returns((bytes32,bytes32,bytes32,address,uint64,uint8,uint8,address,bool,uint64,uint64,uint64,uint128,uint128,uint128))
func (disputes *Disputes) PackChallenge(id uint64) []byte {
	enc, err := disputes.abi.Pack("challenge", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChallenge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeff6fc12.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function challenge(uint64 id) view returns((bytes32,bytes32,bytes32,address,uint64,uint8,uint8,address,bool,uint64,uint64,uint64,uint128,uint128,uint128))
func (disputes *Disputes) TryPackChallenge(id uint64) ([]byte, error) {
	return disputes.abi.Pack("challenge", id)
}

// UnpackChallenge is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xeff6fc12.
//
// Solidity: function challenge(uint64 id) view returns((bytes32,bytes32,bytes32,address,uint64,uint8,uint8,address,bool,uint64,uint64,uint64,uint128,uint128,uint128))
func (disputes *Disputes) UnpackChallenge(data []byte) (Challenge, error) {
	out, err := disputes.abi.Unpack("challenge", data)
	if err != nil {
		return *new(Challenge), err
	}
	out0 := *abi.ConvertType(out[0], new(Challenge)).(*Challenge)
	return out0, nil
}

// PackChallengeKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe378bf05.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function challengeKey(uint64 id) pure returns(bytes32)
func (disputes *Disputes) PackChallengeKey(id uint64) []byte {
	enc, err := disputes.abi.Pack("challengeKey", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChallengeKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe378bf05.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function challengeKey(uint64 id) pure returns(bytes32)
func (disputes *Disputes) TryPackChallengeKey(id uint64) ([]byte, error) {
	return disputes.abi.Pack("challengeKey", id)
}

// UnpackChallengeKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe378bf05.
//
// Solidity: function challengeKey(uint64 id) pure returns(bytes32)
func (disputes *Disputes) UnpackChallengeKey(data []byte) ([32]byte, error) {
	out, err := disputes.abi.Unpack("challengeKey", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackChallenges is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x09af4fe6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function challenges() view returns(uint64)
func (disputes *Disputes) PackChallenges() []byte {
	enc, err := disputes.abi.Pack("challenges")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChallenges is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x09af4fe6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function challenges() view returns(uint64)
func (disputes *Disputes) TryPackChallenges() ([]byte, error) {
	return disputes.abi.Pack("challenges")
}

// UnpackChallenges is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x09af4fe6.
//
// Solidity: function challenges() view returns(uint64)
func (disputes *Disputes) UnpackChallenges(data []byte) (uint64, error) {
	out, err := disputes.abi.Unpack("challenges", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackConclude is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e49e7fa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function conclude(uint64 id) returns()
func (disputes *Disputes) PackConclude(id uint64) []byte {
	enc, err := disputes.abi.Pack("conclude", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConclude is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e49e7fa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function conclude(uint64 id) returns()
func (disputes *Disputes) TryPackConclude(id uint64) ([]byte, error) {
	return disputes.abi.Pack("conclude", id)
}

// PackDispute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadd98c70.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function dispute(bytes32 commitment) view returns((uint32,uint32,uint32,uint32,uint32,bool,uint64,uint64,uint64,uint64,uint128,uint64,bytes32,uint128,uint128,uint128))
func (disputes *Disputes) PackDispute(commitment [32]byte) []byte {
	enc, err := disputes.abi.Pack("dispute", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDispute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadd98c70.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function dispute(bytes32 commitment) view returns((uint32,uint32,uint32,uint32,uint32,bool,uint64,uint64,uint64,uint64,uint128,uint64,bytes32,uint128,uint128,uint128))
func (disputes *Disputes) TryPackDispute(commitment [32]byte) ([]byte, error) {
	return disputes.abi.Pack("dispute", commitment)
}

// UnpackDispute is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xadd98c70.
//
// Solidity: function dispute(bytes32 commitment) view returns((uint32,uint32,uint32,uint32,uint32,bool,uint64,uint64,uint64,uint64,uint128,uint64,bytes32,uint128,uint128,uint128))
func (disputes *Disputes) UnpackDispute(data []byte) (Dispute, error) {
	out, err := disputes.abi.Unpack("dispute", data)
	if err != nil {
		return *new(Dispute), err
	}
	out0 := *abi.ConvertType(out[0], new(Dispute)).(*Dispute)
	return out0, nil
}

// PackEarliest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3b6a0d61.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function earliest(bytes32 commitment, bytes32 root) view returns(uint64)
func (disputes *Disputes) PackEarliest(commitment [32]byte, root [32]byte) []byte {
	enc, err := disputes.abi.Pack("earliest", commitment, root)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEarliest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3b6a0d61.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function earliest(bytes32 commitment, bytes32 root) view returns(uint64)
func (disputes *Disputes) TryPackEarliest(commitment [32]byte, root [32]byte) ([]byte, error) {
	return disputes.abi.Pack("earliest", commitment, root)
}

// UnpackEarliest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3b6a0d61.
//
// Solidity: function earliest(bytes32 commitment, bytes32 root) view returns(uint64)
func (disputes *Disputes) UnpackEarliest(data []byte) (uint64, error) {
	out, err := disputes.abi.Unpack("earliest", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackFillPot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0265a7d6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fillPot(bytes32 commitment, bytes32 finalRoot, uint128 gasPot, uint128 reward) returns()
func (disputes *Disputes) PackFillPot(commitment [32]byte, finalRoot [32]byte, gasPot *big.Int, reward *big.Int) []byte {
	enc, err := disputes.abi.Pack("fillPot", commitment, finalRoot, gasPot, reward)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFillPot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0265a7d6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fillPot(bytes32 commitment, bytes32 finalRoot, uint128 gasPot, uint128 reward) returns()
func (disputes *Disputes) TryPackFillPot(commitment [32]byte, finalRoot [32]byte, gasPot *big.Int, reward *big.Int) ([]byte, error) {
	return disputes.abi.Pack("fillPot", commitment, finalRoot, gasPot, reward)
}

// PackGasOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7d308b28.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function gasOf(bytes32 commitment, bytes32 root) view returns(uint256)
func (disputes *Disputes) PackGasOf(commitment [32]byte, root [32]byte) []byte {
	enc, err := disputes.abi.Pack("gasOf", commitment, root)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGasOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7d308b28.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function gasOf(bytes32 commitment, bytes32 root) view returns(uint256)
func (disputes *Disputes) TryPackGasOf(commitment [32]byte, root [32]byte) ([]byte, error) {
	return disputes.abi.Pack("gasOf", commitment, root)
}

// UnpackGasOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7d308b28.
//
// Solidity: function gasOf(bytes32 commitment, bytes32 root) view returns(uint256)
func (disputes *Disputes) UnpackGasOf(data []byte) (*big.Int, error) {
	out, err := disputes.abi.Unpack("gasOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackHoldsFinality is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc5bbd7b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function holdsFinality(bytes32 commitment) view returns(bool)
func (disputes *Disputes) PackHoldsFinality(commitment [32]byte) []byte {
	enc, err := disputes.abi.Pack("holdsFinality", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHoldsFinality is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc5bbd7b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function holdsFinality(bytes32 commitment) view returns(bool)
func (disputes *Disputes) TryPackHoldsFinality(commitment [32]byte) ([]byte, error) {
	return disputes.abi.Pack("holdsFinality", commitment)
}

// UnpackHoldsFinality is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcc5bbd7b.
//
// Solidity: function holdsFinality(bytes32 commitment) view returns(bool)
func (disputes *Disputes) UnpackHoldsFinality(data []byte) (bool, error) {
	out, err := disputes.abi.Unpack("holdsFinality", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsParty is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x828e1576.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isParty(bytes32 commitment, address account) view returns(bool)
func (disputes *Disputes) PackIsParty(commitment [32]byte, account common.Address) []byte {
	enc, err := disputes.abi.Pack("isParty", commitment, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsParty is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x828e1576.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isParty(bytes32 commitment, address account) view returns(bool)
func (disputes *Disputes) TryPackIsParty(commitment [32]byte, account common.Address) ([]byte, error) {
	return disputes.abi.Pack("isParty", commitment, account)
}

// UnpackIsParty is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x828e1576.
//
// Solidity: function isParty(bytes32 commitment, address account) view returns(bool)
func (disputes *Disputes) UnpackIsParty(data []byte) (bool, error) {
	out, err := disputes.abi.Unpack("isParty", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackLapse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf16060a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lapse(uint64 id) returns()
func (disputes *Disputes) PackLapse(id uint64) []byte {
	enc, err := disputes.abi.Pack("lapse", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLapse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf16060a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lapse(uint64 id) returns()
func (disputes *Disputes) TryPackLapse(id uint64) ([]byte, error) {
	return disputes.abi.Pack("lapse", id)
}

// PackNominate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x65188bc5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nominate(uint64 id) returns()
func (disputes *Disputes) PackNominate(id uint64) []byte {
	enc, err := disputes.abi.Pack("nominate", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNominate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x65188bc5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nominate(uint64 id) returns()
func (disputes *Disputes) TryPackNominate(id uint64) ([]byte, error) {
	return disputes.abi.Pack("nominate", id)
}

// PackOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b793bd2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function open(bytes32 commitment, uint64 id, bytes32 root, address beneficiary, bytes32 salt) returns()
func (disputes *Disputes) PackOpen(commitment [32]byte, id uint64, root [32]byte, beneficiary common.Address, salt [32]byte) []byte {
	enc, err := disputes.abi.Pack("open", commitment, id, root, beneficiary, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b793bd2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function open(bytes32 commitment, uint64 id, bytes32 root, address beneficiary, bytes32 salt) returns()
func (disputes *Disputes) TryPackOpen(commitment [32]byte, id uint64, root [32]byte, beneficiary common.Address, salt [32]byte) ([]byte, error) {
	return disputes.abi.Pack("open", commitment, id, root, beneficiary, salt)
}

// PackOpenArithmetic is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14bc42c5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function openArithmetic(uint64 id) returns()
func (disputes *Disputes) PackOpenArithmetic(id uint64) []byte {
	enc, err := disputes.abi.Pack("openArithmetic", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpenArithmetic is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14bc42c5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function openArithmetic(uint64 id) returns()
func (disputes *Disputes) TryPackOpenArithmetic(id uint64) ([]byte, error) {
	return disputes.abi.Pack("openArithmetic", id)
}

// PackPayCourt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5bdc5a09.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function payCourt(bytes32 commitment, uint256 fee, bytes32 feeKey) returns()
func (disputes *Disputes) PackPayCourt(commitment [32]byte, fee *big.Int, feeKey [32]byte) []byte {
	enc, err := disputes.abi.Pack("payCourt", commitment, fee, feeKey)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPayCourt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5bdc5a09.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function payCourt(bytes32 commitment, uint256 fee, bytes32 feeKey) returns()
func (disputes *Disputes) TryPackPayCourt(commitment [32]byte, fee *big.Int, feeKey [32]byte) ([]byte, error) {
	return disputes.abi.Pack("payCourt", commitment, fee, feeKey)
}

// PackPotKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x203602d8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function potKey(bytes32 commitment) pure returns(bytes32)
func (disputes *Disputes) PackPotKey(commitment [32]byte) []byte {
	enc, err := disputes.abi.Pack("potKey", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPotKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x203602d8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function potKey(bytes32 commitment) pure returns(bytes32)
func (disputes *Disputes) TryPackPotKey(commitment [32]byte) ([]byte, error) {
	return disputes.abi.Pack("potKey", commitment)
}

// UnpackPotKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x203602d8.
//
// Solidity: function potKey(bytes32 commitment) pure returns(bytes32)
func (disputes *Disputes) UnpackPotKey(data []byte) ([32]byte, error) {
	out, err := disputes.abi.Unpack("potKey", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRefundCourt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4eb7c9c9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refundCourt(bytes32 commitment) returns(uint256 fee, bytes32 key)
func (disputes *Disputes) PackRefundCourt(commitment [32]byte) []byte {
	enc, err := disputes.abi.Pack("refundCourt", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefundCourt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4eb7c9c9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refundCourt(bytes32 commitment) returns(uint256 fee, bytes32 key)
func (disputes *Disputes) TryPackRefundCourt(commitment [32]byte) ([]byte, error) {
	return disputes.abi.Pack("refundCourt", commitment)
}

// RefundCourtOutput serves as a container for the return parameters of contract
// method RefundCourt.
type RefundCourtOutput struct {
	Fee *big.Int
	Key [32]byte
}

// UnpackRefundCourt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4eb7c9c9.
//
// Solidity: function refundCourt(bytes32 commitment) returns(uint256 fee, bytes32 key)
func (disputes *Disputes) UnpackRefundCourt(data []byte) (RefundCourtOutput, error) {
	out, err := disputes.abi.Unpack("refundCourt", data)
	outstruct := new(RefundCourtOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fee = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Key = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// PackSeal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6b0d6e5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function seal(bytes32 commitment, bytes32 sealHash) payable returns(uint64 id)
func (disputes *Disputes) PackSeal(commitment [32]byte, sealHash [32]byte) []byte {
	enc, err := disputes.abi.Pack("seal", commitment, sealHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSeal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6b0d6e5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function seal(bytes32 commitment, bytes32 sealHash) payable returns(uint64 id)
func (disputes *Disputes) TryPackSeal(commitment [32]byte, sealHash [32]byte) ([]byte, error) {
	return disputes.abi.Pack("seal", commitment, sealHash)
}

// UnpackSeal is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe6b0d6e5.
//
// Solidity: function seal(bytes32 commitment, bytes32 sealHash) payable returns(uint64 id)
func (disputes *Disputes) UnpackSeal(data []byte) (uint64, error) {
	out, err := disputes.abi.Unpack("seal", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackSealHashOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x568067b6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sealHashOf(bytes32 commitment, bytes32 root, address beneficiary, bytes32 salt) view returns(bytes32)
func (disputes *Disputes) PackSealHashOf(commitment [32]byte, root [32]byte, beneficiary common.Address, salt [32]byte) []byte {
	enc, err := disputes.abi.Pack("sealHashOf", commitment, root, beneficiary, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSealHashOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x568067b6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sealHashOf(bytes32 commitment, bytes32 root, address beneficiary, bytes32 salt) view returns(bytes32)
func (disputes *Disputes) TryPackSealHashOf(commitment [32]byte, root [32]byte, beneficiary common.Address, salt [32]byte) ([]byte, error) {
	return disputes.abi.Pack("sealHashOf", commitment, root, beneficiary, salt)
}

// UnpackSealHashOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x568067b6.
//
// Solidity: function sealHashOf(bytes32 commitment, bytes32 root, address beneficiary, bytes32 salt) view returns(bytes32)
func (disputes *Disputes) UnpackSealHashOf(data []byte) ([32]byte, error) {
	out, err := disputes.abi.Unpack("sealHashOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSettleChallenge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe04827ca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function settleChallenge(uint64 id) returns()
func (disputes *Disputes) PackSettleChallenge(id uint64) []byte {
	enc, err := disputes.abi.Pack("settleChallenge", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSettleChallenge is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe04827ca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function settleChallenge(uint64 id) returns()
func (disputes *Disputes) TryPackSettleChallenge(id uint64) ([]byte, error) {
	return disputes.abi.Pack("settleChallenge", id)
}

// PackStanding is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x28c7a649.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function standing(bytes32 commitment) view returns((bool,bool,bool,bool,bool,uint64) s)
func (disputes *Disputes) PackStanding(commitment [32]byte) []byte {
	enc, err := disputes.abi.Pack("standing", commitment)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStanding is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x28c7a649.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function standing(bytes32 commitment) view returns((bool,bool,bool,bool,bool,uint64) s)
func (disputes *Disputes) TryPackStanding(commitment [32]byte) ([]byte, error) {
	return disputes.abi.Pack("standing", commitment)
}

// UnpackStanding is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x28c7a649.
//
// Solidity: function standing(bytes32 commitment) view returns((bool,bool,bool,bool,bool,uint64) s)
func (disputes *Disputes) UnpackStanding(data []byte) (Standing, error) {
	out, err := disputes.abi.Unpack("standing", data)
	if err != nil {
		return *new(Standing), err
	}
	out0 := *abi.ConvertType(out[0], new(Standing)).(*Standing)
	return out0, nil
}

// PackWaive is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x87a8e90b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function waive(uint64 id) returns()
func (disputes *Disputes) PackWaive(id uint64) []byte {
	enc, err := disputes.abi.Pack("waive", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWaive is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x87a8e90b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function waive(uint64 id) returns()
func (disputes *Disputes) TryPackWaive(id uint64) ([]byte, error) {
	return disputes.abi.Pack("waive", id)
}

// PackWinnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe78e533c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function winnerOf(bytes32 commitment, bytes32 root) view returns(uint64 winner, uint256 gas)
func (disputes *Disputes) PackWinnerOf(commitment [32]byte, root [32]byte) []byte {
	enc, err := disputes.abi.Pack("winnerOf", commitment, root)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWinnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe78e533c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function winnerOf(bytes32 commitment, bytes32 root) view returns(uint64 winner, uint256 gas)
func (disputes *Disputes) TryPackWinnerOf(commitment [32]byte, root [32]byte) ([]byte, error) {
	return disputes.abi.Pack("winnerOf", commitment, root)
}

// WinnerOfOutput serves as a container for the return parameters of contract
// method WinnerOf.
type WinnerOfOutput struct {
	Winner uint64
	Gas    *big.Int
}

// UnpackWinnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe78e533c.
//
// Solidity: function winnerOf(bytes32 commitment, bytes32 root) view returns(uint64 winner, uint256 gas)
func (disputes *Disputes) UnpackWinnerOf(data []byte) (WinnerOfOutput, error) {
	out, err := disputes.abi.Unpack("winnerOf", data)
	outstruct := new(WinnerOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Winner = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.Gas = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// DisputesArithmeticOpened represents a ArithmeticOpened event raised by the Disputes contract.
type DisputesArithmeticOpened struct {
	Challenge  uint64
	Commitment [32]byte
	By         common.Address
	Raw        *types.Log // Blockchain specific contextual infos
}

const DisputesArithmeticOpenedEventName = "ArithmeticOpened"

// ContractEventName returns the user-defined event name.
func (DisputesArithmeticOpened) ContractEventName() string {
	return DisputesArithmeticOpenedEventName
}

// UnpackArithmeticOpenedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ArithmeticOpened(uint64 indexed challenge, bytes32 indexed commitment, address indexed by)
func (disputes *Disputes) UnpackArithmeticOpenedEvent(log *types.Log) (*DisputesArithmeticOpened, error) {
	event := "ArithmeticOpened"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != disputes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputesArithmeticOpened)
	if len(log.Data) > 0 {
		if err := disputes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range disputes.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DisputesChallengeSettled represents a ChallengeSettled event raised by the Disputes contract.
type DisputesChallengeSettled struct {
	Challenge     uint64
	Commitment    [32]byte
	Status        uint8
	ToChallenger  *big.Int
	ToBeneficiary *big.Int
	ToCommitter   *big.Int
	Burned        *big.Int
	Raw           *types.Log // Blockchain specific contextual infos
}

const DisputesChallengeSettledEventName = "ChallengeSettled"

// ContractEventName returns the user-defined event name.
func (DisputesChallengeSettled) ContractEventName() string {
	return DisputesChallengeSettledEventName
}

// UnpackChallengeSettledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ChallengeSettled(uint64 indexed challenge, bytes32 indexed commitment, uint8 status, uint256 toChallenger, uint256 toBeneficiary, uint256 toCommitter, uint256 burned)
func (disputes *Disputes) UnpackChallengeSettledEvent(log *types.Log) (*DisputesChallengeSettled, error) {
	event := "ChallengeSettled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != disputes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputesChallengeSettled)
	if len(log.Data) > 0 {
		if err := disputes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range disputes.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DisputesChallengerWaived represents a ChallengerWaived event raised by the Disputes contract.
type DisputesChallengerWaived struct {
	Challenge  uint64
	Commitment [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const DisputesChallengerWaivedEventName = "ChallengerWaived"

// ContractEventName returns the user-defined event name.
func (DisputesChallengerWaived) ContractEventName() string {
	return DisputesChallengerWaivedEventName
}

// UnpackChallengerWaivedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ChallengerWaived(uint64 indexed challenge, bytes32 indexed commitment)
func (disputes *Disputes) UnpackChallengerWaivedEvent(log *types.Log) (*DisputesChallengerWaived, error) {
	event := "ChallengerWaived"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != disputes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputesChallengerWaived)
	if len(log.Data) > 0 {
		if err := disputes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range disputes.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DisputesConcluded represents a Concluded event raised by the Disputes contract.
type DisputesConcluded struct {
	Challenge  uint64
	Commitment [32]byte
	Outcome    uint8
	Raw        *types.Log // Blockchain specific contextual infos
}

const DisputesConcludedEventName = "Concluded"

// ContractEventName returns the user-defined event name.
func (DisputesConcluded) ContractEventName() string {
	return DisputesConcludedEventName
}

// UnpackConcludedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Concluded(uint64 indexed challenge, bytes32 indexed commitment, uint8 outcome)
func (disputes *Disputes) UnpackConcludedEvent(log *types.Log) (*DisputesConcluded, error) {
	event := "Concluded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != disputes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputesConcluded)
	if len(log.Data) > 0 {
		if err := disputes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range disputes.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DisputesLapsed represents a Lapsed event raised by the Disputes contract.
type DisputesLapsed struct {
	Challenge  uint64
	Commitment [32]byte
	Challenger common.Address
	Burned     *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const DisputesLapsedEventName = "Lapsed"

// ContractEventName returns the user-defined event name.
func (DisputesLapsed) ContractEventName() string {
	return DisputesLapsedEventName
}

// UnpackLapsedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Lapsed(uint64 indexed challenge, bytes32 indexed commitment, address indexed challenger, uint256 burned)
func (disputes *Disputes) UnpackLapsedEvent(log *types.Log) (*DisputesLapsed, error) {
	event := "Lapsed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != disputes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputesLapsed)
	if len(log.Data) > 0 {
		if err := disputes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range disputes.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DisputesNominated represents a Nominated event raised by the Disputes contract.
type DisputesNominated struct {
	Challenge  uint64
	Commitment [32]byte
	Root       [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const DisputesNominatedEventName = "Nominated"

// ContractEventName returns the user-defined event name.
func (DisputesNominated) ContractEventName() string {
	return DisputesNominatedEventName
}

// UnpackNominatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Nominated(uint64 indexed challenge, bytes32 indexed commitment, bytes32 root)
func (disputes *Disputes) UnpackNominatedEvent(log *types.Log) (*DisputesNominated, error) {
	event := "Nominated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != disputes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputesNominated)
	if len(log.Data) > 0 {
		if err := disputes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range disputes.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DisputesOpened represents a Opened event raised by the Disputes contract.
type DisputesOpened struct {
	Challenge   uint64
	Commitment  [32]byte
	Beneficiary common.Address
	Root        [32]byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const DisputesOpenedEventName = "Opened"

// ContractEventName returns the user-defined event name.
func (DisputesOpened) ContractEventName() string {
	return DisputesOpenedEventName
}

// UnpackOpenedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Opened(uint64 indexed challenge, bytes32 indexed commitment, address indexed beneficiary, bytes32 root)
func (disputes *Disputes) UnpackOpenedEvent(log *types.Log) (*DisputesOpened, error) {
	event := "Opened"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != disputes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputesOpened)
	if len(log.Data) > 0 {
		if err := disputes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range disputes.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// DisputesSealed represents a Sealed event raised by the Disputes contract.
type DisputesSealed struct {
	Challenge  uint64
	Commitment [32]byte
	Challenger common.Address
	SealHash   [32]byte
	OpenUntil  uint64
	Bond       *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const DisputesSealedEventName = "Sealed"

// ContractEventName returns the user-defined event name.
func (DisputesSealed) ContractEventName() string {
	return DisputesSealedEventName
}

// UnpackSealedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Sealed(uint64 indexed challenge, bytes32 indexed commitment, address indexed challenger, bytes32 sealHash, uint64 openUntil, uint256 bond)
func (disputes *Disputes) UnpackSealedEvent(log *types.Log) (*DisputesSealed, error) {
	event := "Sealed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != disputes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DisputesSealed)
	if len(log.Data) > 0 {
		if err := disputes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range disputes.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (disputes *Disputes) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], disputes.abi.Errors["InvalidClaim"].ID.Bytes()[:4]) {
		return disputes.UnpackInvalidClaimError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["NotChallengeable"].ID.Bytes()[:4]) {
		return disputes.UnpackNotChallengeableError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["NotCourt"].ID.Bytes()[:4]) {
		return disputes.UnpackNotCourtError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["NotParty"].ID.Bytes()[:4]) {
		return disputes.UnpackNotPartyError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["NotTraining"].ID.Bytes()[:4]) {
		return disputes.UnpackNotTrainingError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["NotYet"].ID.Bytes()[:4]) {
		return disputes.UnpackNotYetError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return disputes.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["TooEarly"].ID.Bytes()[:4]) {
		return disputes.UnpackTooEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["TooLate"].ID.Bytes()[:4]) {
		return disputes.UnpackTooLateError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["WrongAddress"].ID.Bytes()[:4]) {
		return disputes.UnpackWrongAddressError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["WrongBond"].ID.Bytes()[:4]) {
		return disputes.UnpackWrongBondError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["WrongChallenge"].ID.Bytes()[:4]) {
		return disputes.UnpackWrongChallengeError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["WrongCommitment"].ID.Bytes()[:4]) {
		return disputes.UnpackWrongCommitmentError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["WrongMatch"].ID.Bytes()[:4]) {
		return disputes.UnpackWrongMatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], disputes.abi.Errors["WrongSeal"].ID.Bytes()[:4]) {
		return disputes.UnpackWrongSealError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// DisputesInvalidClaim represents a InvalidClaim error raised by the Disputes contract.
type DisputesInvalidClaim struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidClaim()
func DisputesInvalidClaimErrorID() common.Hash {
	return common.HexToHash("0xed3c247cc0268b6a8ea6ea7af517a687f38b09876966c761867fb56e61e3d0eb")
}

// UnpackInvalidClaimError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidClaim()
func (disputes *Disputes) UnpackInvalidClaimError(raw []byte) (*DisputesInvalidClaim, error) {
	out := new(DisputesInvalidClaim)
	if err := disputes.abi.UnpackIntoInterface(out, "InvalidClaim", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesNotChallengeable represents a NotChallengeable error raised by the Disputes contract.
type DisputesNotChallengeable struct {
	Commitment [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotChallengeable(bytes32 commitment)
func DisputesNotChallengeableErrorID() common.Hash {
	return common.HexToHash("0x0966e63239af1910277149ac71484008950325ac3c4d2a8188f08084feea2b8d")
}

// UnpackNotChallengeableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotChallengeable(bytes32 commitment)
func (disputes *Disputes) UnpackNotChallengeableError(raw []byte) (*DisputesNotChallengeable, error) {
	out := new(DisputesNotChallengeable)
	if err := disputes.abi.UnpackIntoInterface(out, "NotChallengeable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesNotCourt represents a NotCourt error raised by the Disputes contract.
type DisputesNotCourt struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotCourt()
func DisputesNotCourtErrorID() common.Hash {
	return common.HexToHash("0x55122efb14f0716d9d57dde6f60a6f8da8916da1b8b5996a5b433735dd46f22a")
}

// UnpackNotCourtError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotCourt()
func (disputes *Disputes) UnpackNotCourtError(raw []byte) (*DisputesNotCourt, error) {
	out := new(DisputesNotCourt)
	if err := disputes.abi.UnpackIntoInterface(out, "NotCourt", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesNotParty represents a NotParty error raised by the Disputes contract.
type DisputesNotParty struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotParty()
func DisputesNotPartyErrorID() common.Hash {
	return common.HexToHash("0xc8ee2d1dcdc54797129d4113062e4bfe3ac027672aadd1ffbf80ae5744584b0a")
}

// UnpackNotPartyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotParty()
func (disputes *Disputes) UnpackNotPartyError(raw []byte) (*DisputesNotParty, error) {
	out := new(DisputesNotParty)
	if err := disputes.abi.UnpackIntoInterface(out, "NotParty", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesNotTraining represents a NotTraining error raised by the Disputes contract.
type DisputesNotTraining struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotTraining()
func DisputesNotTrainingErrorID() common.Hash {
	return common.HexToHash("0x499631fc9df3769b820a3257dadc8124aa092a71d9fb107c7e0287730deab1ec")
}

// UnpackNotTrainingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotTraining()
func (disputes *Disputes) UnpackNotTrainingError(raw []byte) (*DisputesNotTraining, error) {
	out := new(DisputesNotTraining)
	if err := disputes.abi.UnpackIntoInterface(out, "NotTraining", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesNotYet represents a NotYet error raised by the Disputes contract.
type DisputesNotYet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotYet()
func DisputesNotYetErrorID() common.Hash {
	return common.HexToHash("0x0d3f7776decbed5170f680e53ffd4a1603e145ef96e2196f41525fbed5e97d55")
}

// UnpackNotYetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotYet()
func (disputes *Disputes) UnpackNotYetError(raw []byte) (*DisputesNotYet, error) {
	out := new(DisputesNotYet)
	if err := disputes.abi.UnpackIntoInterface(out, "NotYet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the Disputes contract.
type DisputesSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func DisputesSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (disputes *Disputes) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*DisputesSafeCastOverflowedUintDowncast, error) {
	out := new(DisputesSafeCastOverflowedUintDowncast)
	if err := disputes.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesTooEarly represents a TooEarly error raised by the Disputes contract.
type DisputesTooEarly struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooEarly()
func DisputesTooEarlyErrorID() common.Hash {
	return common.HexToHash("0x085de625ed51bbce95c12627fc263453b8d214878d184bd1eaa2cc357a507a30")
}

// UnpackTooEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooEarly()
func (disputes *Disputes) UnpackTooEarlyError(raw []byte) (*DisputesTooEarly, error) {
	out := new(DisputesTooEarly)
	if err := disputes.abi.UnpackIntoInterface(out, "TooEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesTooLate represents a TooLate error raised by the Disputes contract.
type DisputesTooLate struct {
	OpenUntil uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooLate(uint64 openUntil)
func DisputesTooLateErrorID() common.Hash {
	return common.HexToHash("0x4d673a06590205f21674ad45375abc81b85de145ee567806f534cab23841a1cf")
}

// UnpackTooLateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooLate(uint64 openUntil)
func (disputes *Disputes) UnpackTooLateError(raw []byte) (*DisputesTooLate, error) {
	out := new(DisputesTooLate)
	if err := disputes.abi.UnpackIntoInterface(out, "TooLate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesWrongAddress represents a WrongAddress error raised by the Disputes contract.
type DisputesWrongAddress struct {
	Actual    common.Address
	Predicted common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongAddress(address actual, address predicted)
func DisputesWrongAddressErrorID() common.Hash {
	return common.HexToHash("0xd9357860b9fad174d18d354ac902ab3fb8ccc6e390329e355db9a8c72e809323")
}

// UnpackWrongAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongAddress(address actual, address predicted)
func (disputes *Disputes) UnpackWrongAddressError(raw []byte) (*DisputesWrongAddress, error) {
	out := new(DisputesWrongAddress)
	if err := disputes.abi.UnpackIntoInterface(out, "WrongAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesWrongBond represents a WrongBond error raised by the Disputes contract.
type DisputesWrongBond struct {
	Sent     *big.Int
	Required *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongBond(uint256 sent, uint256 required)
func DisputesWrongBondErrorID() common.Hash {
	return common.HexToHash("0x0c5e03da3c3575f08d387f0e59dfdfe46b22550c7a25676fffcb9251582e2c11")
}

// UnpackWrongBondError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongBond(uint256 sent, uint256 required)
func (disputes *Disputes) UnpackWrongBondError(raw []byte) (*DisputesWrongBond, error) {
	out := new(DisputesWrongBond)
	if err := disputes.abi.UnpackIntoInterface(out, "WrongBond", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesWrongChallenge represents a WrongChallenge error raised by the Disputes contract.
type DisputesWrongChallenge struct {
	Challenge uint64
	Status    uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongChallenge(uint64 challenge, uint8 status)
func DisputesWrongChallengeErrorID() common.Hash {
	return common.HexToHash("0xed77636a4709ddedfa52faab2574d852852261ff967c3af5d2a52b8f84825229")
}

// UnpackWrongChallengeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongChallenge(uint64 challenge, uint8 status)
func (disputes *Disputes) UnpackWrongChallengeError(raw []byte) (*DisputesWrongChallenge, error) {
	out := new(DisputesWrongChallenge)
	if err := disputes.abi.UnpackIntoInterface(out, "WrongChallenge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesWrongCommitment represents a WrongCommitment error raised by the Disputes contract.
type DisputesWrongCommitment struct {
	Commitment [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongCommitment(bytes32 commitment)
func DisputesWrongCommitmentErrorID() common.Hash {
	return common.HexToHash("0xc036e5d1979e2aef83371e58d8eb9275c6ab60bb948d2512a79435638d29b3a8")
}

// UnpackWrongCommitmentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongCommitment(bytes32 commitment)
func (disputes *Disputes) UnpackWrongCommitmentError(raw []byte) (*DisputesWrongCommitment, error) {
	out := new(DisputesWrongCommitment)
	if err := disputes.abi.UnpackIntoInterface(out, "WrongCommitment", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesWrongMatch represents a WrongMatch error raised by the Disputes contract.
type DisputesWrongMatch struct {
	Challenge uint64
	Outcome   uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongMatch(uint64 challenge, uint8 outcome)
func DisputesWrongMatchErrorID() common.Hash {
	return common.HexToHash("0x8f5576893a4a99fecbdd32855942d8392f962ac4df656a3a619431ab8e796346")
}

// UnpackWrongMatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongMatch(uint64 challenge, uint8 outcome)
func (disputes *Disputes) UnpackWrongMatchError(raw []byte) (*DisputesWrongMatch, error) {
	out := new(DisputesWrongMatch)
	if err := disputes.abi.UnpackIntoInterface(out, "WrongMatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DisputesWrongSeal represents a WrongSeal error raised by the Disputes contract.
type DisputesWrongSeal struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongSeal()
func DisputesWrongSealErrorID() common.Hash {
	return common.HexToHash("0x821aade9d9a46c40b73ba7f7ca996b40d2449fedd3176abedfa1a24bd5fe6304")
}

// UnpackWrongSealError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongSeal()
func (disputes *Disputes) UnpackWrongSealError(raw []byte) (*DisputesWrongSeal, error) {
	out := new(DisputesWrongSeal)
	if err := disputes.abi.UnpackIntoInterface(out, "WrongSeal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesMetaData contains all meta data concerning the Matches contract.
var MatchesMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"vault\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"registry\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"training\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"disputes\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"court\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"matches\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"referee\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"demands\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"validators\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"beacon\",\"type\":\"address\"}],\"internalType\":\"structCore\",\"name\":\"core\",\"type\":\"tuple\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"block_\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"value\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"theirs\",\"type\":\"bytes\"}],\"name\":\"answerBlocks\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"word\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"value\",\"type\":\"uint32\"},{\"internalType\":\"bytes\",\"name\":\"theirs\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"posted\",\"type\":\"bytes\"}],\"name\":\"answerElement\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"chunk\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"value\",\"type\":\"uint32\"},{\"internalType\":\"bytes\",\"name\":\"theirs\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"posted\",\"type\":\"bytes\"}],\"name\":\"answerFolds\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"bytes\",\"name\":\"descriptor\",\"type\":\"bytes\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"},{\"components\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"}],\"internalType\":\"structOperand[]\",\"name\":\"operands\",\"type\":\"tuple[]\"},{\"internalType\":\"bytes32\",\"name\":\"stateTree\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"stateLength\",\"type\":\"uint64\"}],\"internalType\":\"structOperands\",\"name\":\"roots\",\"type\":\"tuple\"}],\"name\":\"bind\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"due\",\"outputs\":[{\"internalType\":\"enumPhase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"enumSide\",\"name\":\"side\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"game\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"committer\",\"type\":\"address\"},{\"internalType\":\"uint96\",\"name\":\"committerGas\",\"type\":\"uint96\"},{\"internalType\":\"address\",\"name\":\"challenger\",\"type\":\"address\"},{\"internalType\":\"uint96\",\"name\":\"challengerGas\",\"type\":\"uint96\"},{\"internalType\":\"enumOutcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"internalType\":\"enumPhase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"enumSide\",\"name\":\"due\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"depth\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"below\",\"type\":\"uint8\"},{\"internalType\":\"uint40\",\"name\":\"turnAt\",\"type\":\"uint40\"},{\"internalType\":\"uint32\",\"name\":\"committerLeft\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"challengerLeft\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"word\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"chunk\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"block_\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint16\",\"name\":\"steps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"step\",\"type\":\"uint16\"},{\"internalType\":\"uint32\",\"name\":\"operator\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"operators\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"moveExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"listExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"historyExtension\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"mine\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"posted\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"agreed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"committerTree\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"challengerTree\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"binding\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"geometry\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"before\",\"type\":\"bytes32\"}],\"internalType\":\"structGame\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"enumSide\",\"name\":\"side\",\"type\":\"uint8\"}],\"name\":\"gasOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"keyOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"bytes\",\"name\":\"descriptor\",\"type\":\"bytes\"},{\"components\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"root\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"}],\"internalType\":\"structOperand[]\",\"name\":\"operands\",\"type\":\"tuple[]\"},{\"internalType\":\"bytes32\",\"name\":\"stateTree\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"stateLength\",\"type\":\"uint64\"}],\"internalType\":\"structOperands\",\"name\":\"roots\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"evidence\",\"type\":\"bytes\"}],\"name\":\"leaf\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"leafOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"uint96\",\"name\":\"gasCost\",\"type\":\"uint96\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"components\":[{\"internalType\":\"bytes32[]\",\"name\":\"nodes\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"theirs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"head\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"tail\",\"type\":\"bytes32[]\"}],\"internalType\":\"structAnswer\",\"name\":\"answer\",\"type\":\"tuple\"},{\"internalType\":\"bytes32[]\",\"name\":\"opening\",\"type\":\"bytes32[]\"}],\"name\":\"move\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"components\":[{\"internalType\":\"bytes32[]\",\"name\":\"nodes\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"theirs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"head\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"tail\",\"type\":\"bytes32[]\"}],\"internalType\":\"structAnswer\",\"name\":\"answer\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"tile\",\"type\":\"bytes\"}],\"name\":\"moveToTile\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"components\":[{\"internalType\":\"bytes32[]\",\"name\":\"nodes\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"theirs\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"head\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"tail\",\"type\":\"bytes32[]\"}],\"internalType\":\"structAnswer\",\"name\":\"answer\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"agreed\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"agreedPath\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32\",\"name\":\"programTree\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"operators\",\"type\":\"uint32\"},{\"components\":[{\"internalType\":\"bytes32[]\",\"name\":\"nodes\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"head\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"tail\",\"type\":\"bytes32[]\"}],\"internalType\":\"structNewList\",\"name\":\"list\",\"type\":\"tuple\"}],\"internalType\":\"structTraceOpening\",\"name\":\"opening\",\"type\":\"tuple\"}],\"name\":\"moveToTrace\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"key\",\"type\":\"address\"}],\"name\":\"nameKey\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"enumSide\",\"name\":\"side\",\"type\":\"uint8\"},{\"components\":[{\"internalType\":\"bytes32[]\",\"name\":\"nodes\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"head\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes32[]\",\"name\":\"tail\",\"type\":\"bytes32[]\"}],\"internalType\":\"structNewList\",\"name\":\"list\",\"type\":\"tuple\"}],\"name\":\"openSteps\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"bytes\",\"name\":\"tile\",\"type\":\"bytes\"}],\"name\":\"openTile\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"bytes32[]\",\"name\":\"nodes\",\"type\":\"bytes32[]\"}],\"name\":\"openTiles\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"outcome\",\"outputs\":[{\"internalType\":\"enumOutcome\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"components\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"steps\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"preRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"committerRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"challengerRoot\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"committer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"challenger\",\"type\":\"address\"}],\"internalType\":\"structTerms\",\"name\":\"terms\",\"type\":\"tuple\"}],\"name\":\"start\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"timeout\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"void\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"enumSide\",\"name\":\"side\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"enumPhase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"place\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"value\",\"type\":\"bytes32\"}],\"name\":\"Answered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"enumSide\",\"name\":\"side\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"enumPhase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"}],\"name\":\"Awaits\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"enumOutcome\",\"name\":\"outcome\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"enumPhase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"byClock\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"truth\",\"type\":\"bytes32\"}],\"name\":\"Ended\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"key\",\"type\":\"address\"}],\"name\":\"KeyNamed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"operator\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"binding\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"geometry\",\"type\":\"uint256\"}],\"name\":\"OperatorBound\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"enumSide\",\"name\":\"side\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"enumPhase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"place\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"Posted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"committer\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"challenger\",\"type\":\"address\"},{\"components\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"steps\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"preRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"committerRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"challengerRoot\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"committer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"challenger\",\"type\":\"address\"}],\"indexed\":false,\"internalType\":\"structTerms\",\"name\":\"terms\",\"type\":\"tuple\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"}],\"name\":\"Started\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"step\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"agreed\",\"type\":\"bytes32\"}],\"name\":\"StepFound\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"InvalidSide\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidTerms\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NoDifference\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotDisputes\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"NotOwner\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotYet\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"bits\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"SafeCastOverflowedUintDowncast\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"}],\"name\":\"TooLate\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"actual\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"predicted\",\"type\":\"address\"}],\"name\":\"WrongAddress\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongAgreed\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongClaim\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongEnds\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongLength\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongNodes\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"operand\",\"type\":\"uint256\"}],\"name\":\"WrongOperand\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"enumPhase\",\"name\":\"phase\",\"type\":\"uint8\"}],\"name\":\"WrongPhase\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongPlace\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongPosted\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongProgram\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongTile\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongWords\",\"type\":\"error\"}]",
	ID:  "c758929728a57b722826eb4d5a6f18dc07",
	Bin: "0x610140604052348015610010575f5ffd5b506040516174ed3803806174ed83398101604081905261002f916101bb565b80602001516001600160a01b031663e2ce3c646040518163ffffffff1660e01b8152600401602060405180830381865afa15801561006f573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906100939190610285565b60805260a08101516100a6903090610111565b60208101516001600160a01b0390811660a052604080830151821660c09081526060840151831660e05283015190911661010052516100e49061015e565b604051809103905ff0801580156100fd573d5f5f3e3d5ffd5b506001600160a01b0316610120525061029c565b806001600160a01b0316826001600160a01b03161461015a576040516306c9abc360e51b81526001600160a01b0380841660048301528216602482015260440160405180910390fd5b5050565b6114fa80615ff383390190565b60405161014081016001600160401b038111828210171561019a57634e487b7160e01b5f52604160045260245ffd5b60405290565b80516001600160a01b03811681146101b6575f5ffd5b919050565b5f6101408284031280156101cd575f5ffd5b506101d661016b565b6101df836101a0565b81526101ed602084016101a0565b60208201526101fe604084016101a0565b604082015261020f606084016101a0565b6060820152610220608084016101a0565b608082015261023160a084016101a0565b60a082015261024260c084016101a0565b60c082015261025360e084016101a0565b60e082015261026561010084016101a0565b61010082015261027861012084016101a0565b6101208201529392505050565b5f60208284031215610295575f5ffd5b5051919050565b60805160a05160c05160e0516101005161012051615cd861031b5f395f8181610a2e0152818161164f01526117ae01525f8181610d94015281816126380152612ea101525f8181610f2601526120b701525f61208d01525f818161093c0152818161102c015281816114a0015261300201525f6123500152615cd85ff3fe608060405234801561000f575f5ffd5b5060043610610132575f3560e01c8063a8624124116100b4578063ea10ee6311610079578063ea10ee631461029e578063f13bf297146102b1578063f294b34c146102d3578063f4a8ea8f146102e6578063fa073d7614610351578063fb636cfb14610391575f5ffd5b8063a862412414610216578063af7f7c7214610252578063bd25972314610265578063d02fe9b014610278578063e6a93e761461028b575f5ffd5b806359c00d13116100fa57806359c00d13146101b757806372b459bb146101ca578063819bfea3146101dd5780638db8f41e146101f05780639b92cbd814610203575f5ffd5b80631217945f146101365780631b45c86a1461015c5780631f062a3314610171578063484d64c6146101915780635229eac0146101a4575b5f5ffd5b6101496101443660046146cd565b6103a4565b6040519081526020015b60405180910390f35b61016f61016a366004614704565b61045a565b005b61018461017f366004614704565b610502565b6040516101539190614767565b61016f61019f366004614aa2565b61087b565b61016f6101b2366004614b5a565b6109f5565b61016f6101c5366004614bfe565b610b8a565b61016f6101d8366004614c4e565b610ce9565b61016f6101eb366004614cf7565b610f1b565b61016f6101fe366004614d46565b6112bf565b61016f610211366004614dce565b611628565b610245610224366004614704565b6001600160401b03165f908152600260208190526040909120015460ff1690565b6040516101539190614e42565b61016f610260366004614e50565b611788565b61016f610273366004614e81565b611924565b61016f610286366004614ef8565b611ab4565b61016f610299366004614f3b565b611b92565b61016f6102ac366004614fa6565b611e3f565b6102c46102bf366004614704565b611fd2565b60405161015393929190615003565b61016f6102e1366004615054565b612003565b61032a6102f4366004614704565b6001600160401b03165f908152600160205260409020546001600160a01b03811691600160a01b9091046001600160601b031690565b604080516001600160a01b0390931683526001600160601b03909116602083015201610153565b61037961035f366004615054565b5f602081905290815260409020546001600160a01b031681565b6040516001600160a01b039091168152602001610153565b61016f61039f366004614704565b612059565b5f808260028111156103b8576103b861471f565b036103d6576040516306fd144d60e11b815260040160405180910390fd5b60018260028111156103ea576103ea61471f565b1461041f576001600160401b0383165f90815260026020526040902060010154600160a01b90046001600160601b0316610448565b6001600160401b0383165f90815260026020526040902054600160a01b90046001600160601b03165b6001600160601b031690505b92915050565b5f61046660015f6121c1565b90505f6104728361222f565b905061047d81612299565b61049a5760405163069fbbbb60e11b815260040160405180910390fd5b6104eb818460016002850154610100900460ff16600b8111156104bf576104bf61471f565b146104e05760028401546104db9062010000900460ff166122b4565b6104e3565b60055b60015f6122dd565b6104fd816104f884612349565b6123fb565b505050565b61060060408051610400810182525f808252602082018190529181018290526060810182905290608082019081526020015f81526020015f81525f6020820181905260408201819052606082018190526080820181905260a0820181905260c0820181905260e08201819052610100820181905261012082018190526101408201819052610160820181905261018082018190526101a082018190526101c082018190526101e08201819052610200820181905261022082018190526102408201819052610260820181905261028082018190526102a082018190526102c082018190526102e0820181905261030082018190526103209091015290565b6001600160401b0382165f9081526002602081815260409283902083516104008101855281546001600160a01b0380821683526001600160601b03600160a01b92839004811695840195909552600184015490811696830196909652909404909116606084015290810154608083019060ff1660068111156106845761068461471f565b60068111156106955761069561471f565b81526020016002820160019054906101000a900460ff16600b8111156106bd576106bd61471f565b600b8111156106ce576106ce61471f565b81526020016002820160029054906101000a900460ff1660028111156106f6576106f661471f565b60028111156107075761070761471f565b8152600282015460ff6301000000820481166020840152600160201b82048116604084015264ffffffffff600160281b830416606084015263ffffffff600160501b80840482166080860152600160701b8404821660a0860152600160901b8404821660c0860152600160b01b8404831660e0860152600160b81b84048216610100860152600160d81b90930490911661012084015260038401546001600160401b03811661014085015261ffff600160401b82048116610160860152928104909216610180840152600160601b820481166101a0840152600160801b820481166101c0840152600160a01b820481166101e0840152600160c01b82048116610200840152600160e01b9091041661022082015260048201546102408201526005820154610260820152600682015461028082015260078201546102a082015260088201546102c082015260098201546102e0820152600a820154610300820152600b909101546103209091015292915050565b610400841461089d576040516349552d5960e11b815260040160405180910390fd5b5f6108f06108ab838061506f565b6108b7915060036150c8565b6108c36020600a6150df565b6108cd91906150df565b6108d6846124c7565b6108e090866150df565b6108eb9060206150c8565b6121c1565b6001600160401b0388165f90815260026020526040902090915061091681896004612540565b6003810154604051633a70ca4160e21b81526001600160401b0390911660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063e9c32904906024015f60405180830381865afa158015610988573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526109af9190810190615225565b90506109bf82828a8a8a8a6125ac565b6109cd828a838b8b89612633565b6109df576109df828a60045f806122dd565b6109ea828a8561283d565b505050505050505050565b5f610a176007610a04846128d1565b610a0d876128d1565b6108eb91906150df565b90505f5f610a268a60086128f4565b915091505f5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166393733553610a6486612937565b8d8d8d8d8d8d6040518863ffffffff1660e01b8152600401610a8c979695949392919061534d565b6040805180830381865afa158015610aa6573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610aca91906153aa565b60028601805463ffffffff8f16600160b81b810263ffffffff60b81b1990921691909117909155919350915015610b085763ffffffff8116600b8501555b6008836002811115610b1c57610b1c61471f565b6001600160401b038e165f516020615cb85f395f51905f528e63ffffffff8f166040805163ffffffff909316835260208301919091520160405180910390a4610b71848d60098e63ffffffff16868c8c6129c8565b610b7c848487612a45565b505050505050505050505050565b5f610b966003836121c1565b6001600160401b0385165f908152600260205260409020909150610bbc81866005612540565b600281015462010000900460ff1661040084141580610be75750610be782600a015460ff1660051490565b80610bff5750610bfa82600a0154612b3d565b600114155b15610c1d576040516349552d5960e11b815260040160405180910390fd5b8160040154610c3f610c3a610c328888612c01565b600180612c14565b612c5c565b14610c5d5760405163387d035f60e21b815260040160405180910390fd5b610c68826001612c7d565b610c94600783600501548787604051610c829291906153d7565b60405190819003902085929190612cfa565b610cd68287835f89898080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612d7092505050565b610ce1828285612a45565b505050505050565b6104008414610d0b576040516349552d5960e11b815260040160405180910390fd5b5f610d58610d19858061506f565b610d25915060036150c8565b610d316020600a6150df565b610d3b91906150df565b610d44846128d1565b610d4d876124c7565b610a0d9060206150c8565b6001600160401b0388165f908152600260205260409020909150610d7e8189600a612540565b60025f610d8d838a8a8a612df4565b15610ece577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663fd5de7d7610e5c856040805160c0810182525f80825260208201819052918101829052606081018290526080810182905260a0810191909152506040805160c08101825260098301548152600283015463ffffffff600160901b82048116602084015260ff600160b01b8304811694840194909452600160b81b8204166060830152600160d81b90049091166080820152600b9091015460a082015290565b8b8b610e678c613087565b8b8b6040518763ffffffff1660e01b8152600401610e8a96959493929190615420565b6040805180830381865afa158015610ea4573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610ec891906154be565b90925090505b610f04838b6001856002811115610ee757610ee761471f565b14610ef3576004610efd565b610efd8685613137565b5f856122dd565b610f0f838b8661283d565b50505050505050505050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614610f64576040516326185c6560e11b815260040160405180910390fd5b6001600160401b0382165f908152600260205260408120906002820154610100900460ff16600b811115610f9a57610f9a61471f565b141580610fba5750610fb260408301602084016154ea565b63ffffffff16155b80610fdb5750610400610fd360408401602085016154ea565b63ffffffff16115b15610ff957604051630256965f60e01b815260040160405180910390fd5b816080013582606001350361102157604051630256965f60e01b815260040160405180910390fd5b5f6001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001663918aedc261105e6020860186614704565b6040516001600160e01b031960e084901b1681526001600160401b03909116600482015260240161016060405180830381865afa1580156110a1573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906110c59190615505565b90506110d760c0840160a08501615054565b82546001600160a01b0319166001600160a01b039190911617825561110260e0840160c08501615054565b6001830180546001600160a01b0319166001600160a01b039290921691909117905560028201805461ffff191661010117905560c081015161012082015161114b9184916131a5565b6111586020840184614704565b60038301805467ffffffffffffffff19166001600160401b039290921691909117905561118b60408401602085016154ea565b60038301805460e08481015161010086015161012087015177ffffffff00000000000000000000ffff000000000000000019909416600160401b61ffff979097169690960263ffffffff60a01b191695909517600160a01b63ffffffff92831602176001600160c01b0316600160c01b958216959095026001600160e01b031694909417600160e01b949092169390930217905560608401356004840155608084013560058401556040840135600684015561124c90840160c08501615054565b6001600160a01b031661126560c0850160a08601615054565b6001600160a01b0316856001600160401b03167f59a5e7d9c25aa5b60b81da180e9fd15e37dc3833ac936e5715d1d2f4e02a26d8866112a387613223565b6040516112b19291906155e2565b60405180910390a450505050565b5f61131160156112d2602085018561506f565b90506112e96112e4608087018761567e565b6132e8565b6112f287613326565b6112fd9060026150df565b61130791906150df565b6108e091906150df565b6001600160401b0385165f908152600260208190526040909120808201549293509160ff62010000820481169291610100900416600b8111156113565761135661471f565b14158061137057506002820154600160201b900460ff1615155b156113ac57858260020160019054906101000a900460ff1660405163751dbf7d60e11b81526004016113a392919061569c565b60405180910390fd5b5f5f5f6113ba858a8a613373565b9250925092506113ca858561357e565b5f6113d58835612c5c565b60028701549091506301000000900460ff166113f460208a018a61506f565b905014611414576040516349552d5960e11b815260040160405180910390fd5b61143f611438826114266001866156b9565b61143360208d018d61506f565b6135dc565b87906135ea565b61145c57604051632765a14d60e01b815260040160405180910390fd5b5f61146d60808a0160608b016154ea565b6003880154604051633a70ca4160e21b81526001600160401b03909116600482015263ffffffff91909116915061151e907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063e9c32904906024015f60405180830381865afa1580156114ec573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526115139190810190615225565b8a6040013583613603565b6115428661153a61153260808d018d61567e565b84868a61363f565b89919061366f565b8835600688015560038701805461ffff60501b1916600160501b61ffff86160217905561157560808a0160608b016154ea565b60038801805463ffffffff60801b1916600160801b63ffffffff938416021790556115a49088908390612c7d16565b604080518481528a3560208201526001600160401b038d16917fc8d743e6c09ef584d64026529d9533cd3f36309a44004695143e3aed423a03e6910160405180910390a2611610878c886003888e8060800190611601919061567e565b61160b908061506f565b6136a0565b61161b87878a612a45565b5050505050505050505050565b5f6116376006610a04846128d1565b90505f5f6116468960096128f4565b915091505f5f5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316630da56a8e61168587612937565b8d8d8d8d8d6040518763ffffffff1660e01b81526004016116ab969594939291906156cc565b606060405180830381865afa1580156116c6573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906116ea919061570b565b9250925092508a85600201601b6101000a81548160ff021916908360ff1602179055506009600b8111156117205761172061471f565b8460028111156117325761173261471f565b8d6001600160401b03165f516020615cb85f395f51905f528e8760405161176892919060ff929092168252602082015260400190565b60405180910390a461177d858d8486856136f0565b610b7c858588612a45565b5f6117976007610a04846128d1565b90505f5f6117a68a60076128f4565b915091505f5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166380099ca76117e486612937565b8d8d8d8d8d8d6040518863ffffffff1660e01b815260040161180c9796959493929190615736565b6040805180830381865afa158015611826573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061184a919061576e565b60028601805460ff8f16600160b01b0260ff60b01b199091161790559092509050600783600281111561187f5761187f61471f565b6001600160401b038e165f516020615cb85f395f51905f528e63ffffffff8f166040805160ff909316835260208301919091520160405180910390a4600a81600b8111156118cf576118cf61471f565b036118f2576118ed848d63ffffffff851663ffffffff8e165f6136f0565b610b71565b610b71848d83600885600b81111561190c5761190c61471f565b14611917575f611919565b8e5b60ff16868c8c6129c8565b5f611934600c83610d4d87613326565b6001600160401b0386165f908152600260208190526040909120908101549192509060ff62010000820481169160069161010090910416600b81111561197c5761197c61471f565b14158061199657506002820154600160201b900460ff1615155b806119ad57506119ad82600a015460ff1660051490565b156119e057868260020160019054906101000a900460ff1660405163751dbf7d60e11b81526004016113a392919061569c565b6104008414611a02576040516349552d5960e11b815260040160405180910390fd5b5f5f5f611a10858b8b613373565b92509250925082611a218989612c01565b14611a3f5760405163387d035f60e21b815260040160405180910390fd5b611a676007838a8a604051611a559291906153d7565b60405190819003902088929190612cfa565b611aa9858b86848c8c8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612d7092505050565b610f0f858588612a45565b5f611ac560036108eb8460206150c8565b6001600160401b0385165f908152600260205260409020909150611aeb81866005612540565b5f8160020160029054906101000a900460ff1690505f611b0e83600a0154612b3d565b9050806001148015611b2e5750611b2c83600a015460ff1660051490565b155b15611b4c576040516349552d5960e11b815260040160405180910390fd5b611b608686856004015486600a015461377d565b611b6a8382612c7d565b611b7e838884600687600501548b8b6136a0565b611b89838386612a45565b50505050505050565b5f611ba2600c8361130787613326565b6001600160401b0386165f9081526002602081905260408220908101549293509162010000900460ff16908080611bda858b8b613373565b60028801549295509093509150600160201b900460ff1615611ca75760028501545f90611c1390600490600160201b900460ff1661579e565b9050611c2e898986858560ff16611c298c61382c565b6138b8565b60028601805464ff000000001916600160201b60ff8416021790556040515f90611c5e908b908b906020016157de565b60408051808303601f19018152919052600288015481516020830120919250611c93918991610100900460ff16908790612cfa565b611ca0878d888685612d70565b5050611aa9565b8615611cc6576040516349552d5960e11b815260040160405180910390fd5b60036002860154610100900460ff16600b811115611ce657611ce661471f565b03611d2f57611cf66001826156b9565b60038601805463ffffffff60601b1916600160601b63ffffffff93841602179055611d2a90869060049085908790612cfa16565b611da8565b60066002860154610100900460ff16600b811115611d4f57611d4f61471f565b148015611d685750611d6885600a015460ff1660051490565b15611d7a57611d2a85600a8486612cfa565b898560020160019054906101000a900460ff1660405163751dbf7d60e11b81526004016113a392919061569c565b6002850154610100900460ff16600b811115611dc657611dc661471f565b60028681015462010000900460ff1690811115611de557611de561471f565b8b6001600160401b03167fa7caa1c41040df388e3b969cff4a16202d6cd0ed134af30b2a4e2da31e02ef5b611e1989613223565b6040516001600160401b03909116815260200160405180910390a4610f0f858588612a45565b5f611e4e60096108e0846132e8565b6001600160401b0385165f908152600260205260409020909150611e7481866001612540565b5f846002811115611e8757611e8761471f565b03611ea5576040516306fd144d60e11b815260040160405180910390fd5b611eaf818561357e565b5f806001866002811115611ec557611ec561471f565b14611ed95782600501548360040154611ee4565b826004015483600501545b600385015491935091505f90611f0690600160401b900461ffff1660016150df565b9050611f3487611f2c8884611f1e8960060154612c5c565b611f2789612c5c565b61363f565b86919061366f565b611f3e8482612c7d565b60028401805461ff0019166102001790555f611f5a878061506f565b604051602001611f6b9291906157de565b60408051601f19818403018152919052805160208201206005870155600486018490559050611fba611f9c8961391d565b600387015487919063ffffffff600160e01b90910481169061393e16565b611fc7858a8a5f85612d70565b6109ea858988612a45565b6001600160401b0381165f90815260026020526040812081908190611ff690613add565b9250925092509193909250565b335f8181526020819052604080822080546001600160a01b0319166001600160a01b03861690811790915590519092917ff1535b9952819db0137df4c5cef479eec041c8c6f5ddb015dbe10c94482d6e4791a350565b5f6120638261222f565b905060046040516377fb7e0960e11b81526001600160401b03841660048201526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000008116916352ad0d5e917f0000000000000000000000000000000000000000000000000000000000000000169063eff6fc12906024016101e060405180830381865afa1580156120fd573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906121219190615833565b5160405160e083901b6001600160e01b03191681526004810191909152602401602060405180830381865afa15801561215c573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906121809190615947565b60048111156121915761219161471f565b146121af5760405163069fbbbb60e11b815260040160405180910390fd5b6121bd818360065f806122dd565b5050565b5f816121ce8460206150c8565b6121d99060046150df565b6121e391906150df565b3614612202576040516349552d5960e11b815260040160405180910390fd5b5a60806122108460046150c8565b61221b8660206150c8565b61222591906150df565b901b179392505050565b6001600160401b0381165f9081526002602052604090206001600282015460ff1660068111156122615761226161471f565b1461229457818160020160019054906101000a900460ff1660405163751dbf7d60e11b81526004016113a392919061569c565b919050565b5f6122a382613223565b6001600160401b0316421192915050565b5f60018260028111156122c9576122c961471f565b146122d5576003610454565b600292915050565b5f6122e88685613b02565b90508360068111156122fc576122fc61471f565b856001600160401b03167f854810aa9f210116ddbdaeea790b669a275b942cda256e69d38a1a42ded561dd83868660405161233993929190615965565b60405180910390a3505050505050565b5f5f6123747f0000000000000000000000000000000000000000000000000000000000000000613b4b565b9050608083901c5f610fa05a6001600160801b0387166123958560046150c8565b61239f91906150df565b6123a991906156b9565b6123b391906150df565b90505f6123c183600a6150c8565b90506123f1848284116123d457826123d6565b835b6123e2906152086150df565b6123ec91906150c8565b613b71565b9695505050505050565b815461240f906001600160a01b0316613ba8565b1561245d57815481908390601490612438908490600160a01b90046001600160601b0316615984565b92506101000a8154816001600160601b0302191690836001600160601b031602179055505b6001820154612474906001600160a01b0316613ba8565b156121bd57808260010160148282829054906101000a90046001600160601b031661249f9190615984565b92506101000a8154816001600160601b0302191690836001600160601b031602179055505050565b5f6124d2828061506f565b91505f90505b6124e2838061506f565b905081101561253a576124f5838061506f565b82818110612505576125056159a3565b905060200281019061251791906159b7565b61252590602081019061506f565b6125309150836150df565b91506001016124d8565b50919050565b80600b8111156125525761255261471f565b6002840154610100900460ff16600b8111156125705761257061471f565b146125a357818360020160019054906101000a900460ff1660405163751dbf7d60e11b81526004016113a392919061569c565b6104fd83613bdb565b61040083146125ce576040516349552d5960e11b815260040160405180910390fd5b835f6125d982613c1a565b602088015160038a015491925061260c9160059063ffffffff600160801b8204811691600160601b900416858989613c47565b61262957604051633904957760e01b815260040160405180910390fd5b5050505050505050565b5f5f5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663c0cc2c1187878c600301600c9054906101000a900463ffffffff166040518463ffffffff1660e01b815260040161269a939291906159cb565b5f60405180830381865afa1580156126b4573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526126db9190810190615a56565b915091505f6126e983612b3d565b90508215806126f6575080155b80612704575063ffffffff81115b15612714575f93505050506123f1565b6127208a898488613c8a565b61272f575f93505050506123f1565b5f6002888861273d89613087565b60405160200161274f93929190615b16565b60408051601f198184030181529082905261276991615b56565b602060405180830381855afa158015612784573d5f5f3e3d5ffd5b5050506040513d601f19601f820116820180604052508101906127a79190615b6c565b60098c01819055600a8c0185905560028c01805491925060059161ff00191661010083021790555060038b015460408051600160601b90920463ffffffff1682526020820183905281018590526001600160401b038b16907f075ad84c99fa6ebaccfc67bc2984a5b369872e7e1c0fbb122f5c0edff963c4239060600160405180910390a25060019a9950505050505050505050565b5f61284782612349565b90506004600285015460ff1660068111156128645761286461471f565b036128c1576040805180820182523381526001600160601b0380841660208084019182526001600160401b0388165f9081526001909152939093209151925116600160a01b026001600160a01b03929092169190911790556128cb565b6128cb84826123fb565b50505050565b5f60206128df83601f6150df565b6128e99190615b83565b6104549060206150c8565b6001600160401b0382165f90815260026020526040812090612917828585612540565b50600281015462010000900460ff16612930828261357e565b9250929050565b6040805160c0810182525f80825260208201819052918101829052606081018290526080810182905260a0810191909152506040805160c081018252600a830154815260048301546020820152600583015491810191909152600282015463ffffffff600160901b820481166060840152600160b81b90910481166080830152600b9092015490911660a082015290565b600287015462010000900460ff16612a038663ffffffff861685856040516129f19291906153d7565b6040519081900390208b929190612cfa565b6126298888838887878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612d7092505050565b5f612a4f82612349565b90506001836002811115612a6557612a6561471f565b03612ad1578354612a7e906001600160a01b0316613ba8565b15612acc57835481908590601490612aa7908490600160a01b90046001600160601b0316615984565b92506101000a8154816001600160601b0302191690836001600160601b031602179055505b6128cb565b6001840154612ae8906001600160a01b0316613ba8565b156128cb57808460010160148282829054906101000a90046001600160601b0316612b139190615984565b92506101000a8154816001600160601b0302191690836001600160601b0316021790555050505050565b5f600560ff831603612b59576104548260501c63ffffffff1690565b6001600883901c811603612b8f57610100612b7a8360501c63ffffffff1690565b612b859060ff6150df565b6104549190615b83565b6010612ba18360501c63ffffffff1690565b612bac90600f6150df565b612bb69190615b83565b6010612bc88460301c63ffffffff1690565b612bd390600f6150df565b612bdd9190615b83565b612bed8460101c63ffffffff1690565b612bf791906150c8565b61045491906150c8565b5f82612c0c81613c1a565b949350505050565b5f835f52826020535f5b6008811015612c3a57828160031b1c8160210153600101612c1e565b50600260295360205f602a5f60025afa612c52575f5ffd5b50505f5192915050565b5f815f525f60205360205f60215f60025afa612c76575f5ffd5b50505f5190565b5f612c8782613f88565b60028401805463ff0000001916630100000060ff8416021790559050612cac82613fb1565b612cb690826156b9565b600293909301805475ffffffff00000000000000000000000000ff000000001916600160201b60ff9095169490940263ffffffff60901b1916939093179092555050565b600584018190556004840182905560028401805484919061ff00191661010083600b811115612d2b57612d2b61471f565b021790555060028401546128cb90612d4b9062010000900460ff1661391d565b6002860154612d689087908790600160201b900460ff1615613fdb565b86919061393e565b6002850154610100900460ff16600b811115612d8e57612d8e61471f565b836002811115612da057612da061471f565b856001600160401b03167f2e432ec6b3c2ff068981879dcdbd9030cca231b7b217050552526a712bfa660a85612dd58a613223565b86604051612de593929190615ba2565b60405180910390a45050505050565b600a808501545f911c600190811614612e1857612e1082614081565b506001612c0c565b846009015460028585604051612e2f9291906153d7565b602060405180830381855afa158015612e4a573d5f5f3e3d5ffd5b5050506040513d601f19601f82011682018060405250810190612e6d9190615b6c565b14612e8b57604051633904957760e01b815260040160405180910390fd5b600285015460405163107cd16360e01b81525f917f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169163107cd16391612ef99189918991600160901b820463ffffffff1691600160b01b900460ff1690600401615bee565b6040805180830381865afa158015612f13573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612f379190615c21565b80519091505f9060ff1615612f4d576001612f4f565b5f5b60ff166001600160401b03811115612f6957612f696150f2565b604051908082528060200260200182016040528015612fad57816020015b604080518082019091525f8082526020820152815260200190600190039081612f875790505b5090508051600103612fd85781815f81518110612fcc57612fcc6159a3565b60200260200101819052505b6003870154604051633a70ca4160e21b81526001600160401b03909116600482015261307c9088907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063e9c32904906024015f60405180830381865afa15801561304e573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526130759190810190615225565b8387613c8a565b979650505050505050565b6060613093828061506f565b90506001600160401b038111156130ac576130ac6150f2565b6040519080825280602002602001820160405280156130d5578160200160208202803683370190505b5090505f5b815181101561253a576130ed838061506f565b828181106130fd576130fd6159a3565b905060200281019061310f91906159b7565b5f0135828281518110613124576131246159a3565b60209081029190910101526001016130da565b600482015460058301545f9183148015918414159082906131555750805b1561316557600492505050610454565b61319c826131895760028601546131849062010000900460ff1661391d565b6122b4565b600286015462010000900460ff166122b4565b95945050505050565b5f8163ffffffff168363ffffffff16116131bf57816131c1565b825b600294909401805467ffffffffffffffff60501b1916600160701b63ffffffff90961695860263ffffffff60501b191617600160501b959095029490941769ffffffffff00000000001916600160281b4264ffffffffff160217909355505050565b60028101545f90610100900460ff168181600b8111156132455761324561471f565b14806132625750600b81600b8111156132605761326061471f565b145b1561326f57505f92915050565b6002808481015462010000900460ff169081111561328f5761328f61471f565b146132ab576002830154600160501b900463ffffffff166132be565b6002830154600160701b900463ffffffff165b60028401546132e19163ffffffff1690600160281b900464ffffffffff16615c3b565b9392505050565b5f6132f6604083018361506f565b9050613305602084018461506f565b9050613311848061506f565b61331c9291506150df565b61045491906150df565b5f613334606083018361506f565b9050613343604084018461506f565b9050613352602085018561506f565b905061335e858061506f565b6133699291506150df565b61331c91906150df565b6002838101545f918291829161010090910460ff169081600b81111561339b5761339b61471f565b141580156133bb5750600381600b8111156133b8576133b861471f565b14155b80156133d95750600681600b8111156133d6576133d661471f565b14155b156133fb57858160405163751dbf7d60e11b81526004016113a392919061569c565b61340487613bdb565b600681600b8111156134185761341861471f565b1415801561342a575061342a87614102565b1561343f5761343a878287614134565b613449565b61344987866141c6565b5f61346e613457878061506f565b61346460208a018a61506f565b8c6005015461426d565b905061347a868061506f565b8281811061348a5761348a6159a3565b905060200201358680602001906134a1919061506f565b5f8181106134b1576134b16159a3565b92975050602090910201359350806134c9878061506f565b60028b01546134e59250600160901b900463ffffffff166150c8565b6134ef91906150df565b60028901805463ffffffff60901b1916600160901b63ffffffff841602179055925081600b8111156135235761352361471f565b60028981015462010000900460ff16908111156135425761354261471f565b60408051868152602081018990526001600160401b038b16915f516020615cb85f395f51905f52910160405180910390a4505093509350939050565b6135bd60018260028111156135955761359561471f565b146135ad5760018301546001600160a01b0316613ba8565b82546001600160a01b0316613ba8565b6121bd5760405163245aecd360e01b81523360048201526024016113a3565b5f826123f18686838661434a565b5f82600701548214806132e15750506008909101541490565b60028110806136215750826020015161361e83600584612c14565b14155b156104fd57604051633904957760e01b815260040160405180910390fd5b5f61319c61364d868061506f565b61365a602089018961506f565b61366760408b018b61506f565b8a8a8a6143a5565b60018260028111156136835761368361471f565b036136945760078301819055505050565b60088301819055505050565b5f82826040516020016136b49291906157de565b60405160208183030381529060405290506136e3858583805190602001208b612cfa909392919063ffffffff16565b6126298888885f85612d70565b8085600b01541461370357600b85018190555b61371085600a8585612cfa565b600a60028681015462010000900460ff16908111156137315761373161471f565b856001600160401b03167fa7caa1c41040df388e3b969cff4a16202d6cd0ed134af30b2a4e2da31e02ef5b61376589613223565b6040516001600160401b039091168152602001612de5565b5f61378782612b3d565b90505f61379382613fb1565b90506001811b85146137b8576040516349552d5960e11b815260040160405180910390fd5b5f6137d86137c688886144e7565b6137cf86614555565b60ff1685612c14565b9050846137e482612c5c565b14158061380e575061380c87875f856137fc88613f88565b61380691906156b9565b87614568565b155b15611b895760405163d811cb5960e01b815260040160405180910390fd5b5f600280830154610100900460ff16600b81111561384c5761384c61471f565b0361386c57600382015461045490600160401b900461ffff1660016150df565b60036002830154610100900460ff16600b81111561388c5761388c61471f565b146138a35761389e82600a0154612b3d565b610454565b5060030154600160801b900463ffffffff1690565b601085146138d9576040516349552d5960e11b815260040160405180910390fd5b836138e487876144e7565b1415806138ff57506138fd8686600486901b8585614568565b155b15610ce15760405163d811cb5960e01b815260040160405180910390fd5b5f60018260028111156139325761393261471f565b146122d5576001610454565b60028301545f9061395d90600160281b900464ffffffffff16426156b9565b60028086015491925060ff620100008304169163ffffffff600160501b8204811692600160701b909204169083600281111561399b5761399b61471f565b146139ad576139aa8483615c5a565b91505b60018360028111156139c1576139c161471f565b146139d3576139d08482615c5a565b90505b60018660028111156139e7576139e761471f565b1480156139ff57508463ffffffff168263ffffffff16105b15613a08578491505b6002866002811115613a1c57613a1c61471f565b148015613a3457508463ffffffff168163ffffffff16105b15613a3c5750835b6002878101805467ffffffffffffffff60501b1916600160701b63ffffffff8581169190910263ffffffff60501b191691909117600160501b918616919091021769ffffffffff0000000000198116600160281b4264ffffffffff16029081178355899369ffffffffff0000ff00001990921662ff000019909116179062010000908490811115613acf57613acf61471f565b021790555050505050505050565b60028101545f908190819060ff610100820481169162010000900416611ff686613223565b600282018054610b0062ffff0019821681178355610100820460ff16928492909162ffffff19909116176001836006811115613b4057613b4061471f565b021790555092915050565b5f600a613b5948600b6150c8565b613b639190615b83565b905081811115612294575090565b5f6001600160601b03821115613ba4576040516306dfcc6560e41b815260606004820152602481018390526044016113a3565b5090565b5f336001600160a01b03831614806104545750506001600160a01b039081165f9081526020819052604090205416331490565b613be481612299565b15613c1757613bf281613223565b6040516326b39d0360e11b81526001600160401b0390911660048201526024016113a3565b50565b5f6040516104008382375f61040082015360205f6104018360025afa613c3e575f5ffd5b50505f51919050565b5f8585108015613c5e5750613c5b86613f88565b82145b8015613c7e575087613c7c613c75868887876135dc565b8989612c14565b145b98975050505050505050565b81515f90613c98838061506f565b905014613cb8576040516349552d5960e11b815260040160405180910390fd5b5f805b8451811015613f6d575f858281518110613cd757613cd76159a3565b6020908102919091010151905036613cef868061506f565b84818110613cff57613cff6159a3565b9050602002810190613d1191906159b7565b90505f613d1e8235612c5c565b90505f6001845f015160ff1603613dc85760038b0154602085015163ffffffff600160601b9092048216911610613d5d575f9650505050505050612c0c565b60038b0154613d7890600160801b900463ffffffff16613f88565b613d85602085018561506f565b9050148015613dc15750613dc1613dba83866020015163ffffffff166001613dad91906150df565b611433602088018861506f565b8c906135ea565b9050613f3d565b6002845f015160ff1603613ec05760068b015460019650613e0760208a01356002613df960608d0160408e01614704565b6001600160401b0316612c14565b14613e2557604051632765a14d60e01b815260040160405180910390fd5b613e356060890160408a01614704565b6001600160401b0316846020015163ffffffff1610613e5c575f9650505050505050612c0c565b613e7d613e6f60608a0160408b01614704565b6001600160401b0316613f88565b613e8a602085018561506f565b9050148015613dc157508760200135613eb883866020015163ffffffff16868060200190611433919061506f565b149050613f3d565b6001846020015163ffffffff1603613ef757613edf602084018461506f565b1590508015613dc15750506040890151823514613f3d565b60208a015160038c0154613f3a9190600590600160801b900463ffffffff16613f21600182615c5a565b63ffffffff1686613f3560208a018a61506f565b613c47565b90505b80613f5e57604051630de571f360e21b8152600481018690526024016113a3565b50505050806001019050613cbb565b5080613f7c57613f7c836145f3565b50600195945050505050565b5f5f5f8311613f97575f613f9c565b600183035b90505b801561253a576001918201911c613f9f565b5f5f613fbc83613f88565b90508015613fd35760045f198201066001016132e1565b5f9392505050565b5f600483600b811115613ff057613ff061471f565b148061400d5750600783600b81111561400b5761400b61471f565b145b806140295750600883600b8111156140275761402761471f565b145b8061404d5750600283600b8111156140435761404361471f565b14801561404d5750815b1561406a57506003830154600160c01b900463ffffffff166132e1565b50505060030154600160a01b900463ffffffff1690565b5f5b61408d828061506f565b90508110156140f8576140a0828061506f565b828181106140b0576140b06159a3565b90506020028101906140c291906159b7565b6140d090602081019061506f565b1590506140f0576040516349552d5960e11b815260040160405180910390fd5b600101614083565b50613c17816145f3565b60028101545f906004906141299060ff600160201b8204811691630100000090041661579e565b60ff16111592915050565b600283015461414d90849062010000900460ff1661357e565b5f61415b8460060154612c5c565b90505f600284600b8111156141725761417261471f565b1461418157846004015461418e565b61418e8560040154612c5c565b60028601549091506141bf9062010000900460ff166141b7856141b08961382c565b868661463a565b87919061366f565b5050505050565b6141d3606082018261506f565b90506141e2604083018361506f565b6141ed9291506150df565b1561420b576040516349552d5960e11b815260040160405180910390fd5b61421482614102565b15614235576121bd614226828061506f565b846004015485600a015461377d565b6121bd614242828061506f565b60048501546002860154600160901b810463ffffffff1690600160201b900460ff16611c298861382c565b5f82158061427a57508483115b15614298576040516349552d5960e11b815260040160405180910390fd5b6142a283866156b9565b9050816142b1825f888a615c76565b86866040516020016142c69493929190615ca1565b60405160208183030381529060405280519060200120146142fa57604051637935f45760e11b815260040160405180910390fd5b83835f81811061430c5761430c6159a3565b90506020020135868683818110614325576143256159a3565b905060200201350361319c576040516301ffaa1360e11b815260040160405180910390fd5b8360016040538160051b83015b80841015614398576001851660051b828152843560208218525060205f60415f60025afa614383575f5ffd5b5f5191508460011c9450602084019350614357565b505f604053949350505050565b5f5f6143b085613fb1565b90505f816143bd87613f88565b6143c791906156b9565b90506001821b8b1415806143db5750888114155b806143e65750868114155b15614404576040516349552d5960e11b815260040160405180910390fd5b8b8b5f818110614416576144166159a3565b90506020020135614429865f8d8d6135dc565b146144475760405163d3d2c01160e01b815260040160405180910390fd5b8b8b8261445560018a6156b9565b901c818110614466576144666159a3565b905060200201356144858560018961447e91906156b9565b8b8b6135dc565b146144a35760405163d3d2c01160e01b815260040160405180910390fd5b6144b08c8c5f848a614568565b6144cd5760405163d811cb5960e01b815260040160405180910390fd5b6144d78c8c6144e7565b9c9b505050505050505050505050565b5f604051828060051b85833760016040535b600181111561453e5760011c5f5b818110156145385760408160061b84015f5e60208160051b840160415f60025afa614530575f5ffd5b600101614507565b506144f9565b5f604053801561454d57815192505b505092915050565b5f600560ff8316146122d5576001610454565b5f5f196001841b830101831c81858211614582575f614586565b8582035b905086811061459a5760019250505061319c565b5f6145a486614662565b9050815b888110156145e357818a8a838181106145c3576145c36159a3565b90506020020135146145db575f94505050505061319c565b6001016145a8565b5060019998505050505050505050565b602081013515158061461c57506146106060820160408301614704565b6001600160401b031615155b15613c17576040516349552d5960e11b815260040160405180910390fd5b5f61319c614648868061506f565b614655604089018961506f565b61366760608b018b61506f565b5f805b8281101561253a576146778283614681565b9150600101614665565b5f825f5281602052600160405360205f60415f60025afa6146a0575f5ffd5b5f60405350505f51919050565b6001600160401b0381168114613c17575f5ffd5b60038110613c17575f5ffd5b5f5f604083850312156146de575f5ffd5b82356146e9816146ad565b915060208301356146f9816146c1565b809150509250929050565b5f60208284031215614714575f5ffd5b81356132e1816146ad565b634e487b7160e01b5f52602160045260245ffd5b600781106147435761474361471f565b9052565b600c81106147435761474361471f565b600381106147435761474361471f565b81516001600160a01b031681526104008101602083015161479360208401826001600160601b03169052565b5060408301516147ae60408401826001600160a01b03169052565b5060608301516147c960608401826001600160601b03169052565b5060808301516147dc6080840182614733565b5060a08301516147ef60a0840182614747565b5060c083015161480260c0840182614757565b5060e083015161481760e084018260ff169052565b5061010083015161482e61010084018260ff169052565b5061012083015161484961012084018264ffffffffff169052565b5061014083015161486361014084018263ffffffff169052565b5061016083015161487d61016084018263ffffffff169052565b5061018083015161489761018084018263ffffffff169052565b506101a08301516148ae6101a084018260ff169052565b506101c08301516148c86101c084018263ffffffff169052565b506101e08301516148df6101e084018260ff169052565b506102008301516148fc6102008401826001600160401b03169052565b5061022083015161491461022084018261ffff169052565b5061024083015161492c61024084018261ffff169052565b5061026083015161494661026084018263ffffffff169052565b5061028083015161496061028084018263ffffffff169052565b506102a083015161497a6102a084018263ffffffff169052565b506102c08301516149946102c084018263ffffffff169052565b506102e08301516149ae6102e084018263ffffffff169052565b506103008301516103008301526103208301516103208301526103408301516103408301526103608301516103608301526103808301516103808301526103a08301516103a08301526103c08301516103c08301526103e08301516103e083015292915050565b5f5f83601f840112614a25575f5ffd5b5081356001600160401b03811115614a3b575f5ffd5b602083019150836020828501011115612930575f5ffd5b5f5f83601f840112614a62575f5ffd5b5081356001600160401b03811115614a78575f5ffd5b6020830191508360208260051b8501011115612930575f5ffd5b5f6060828403121561253a575f5ffd5b5f5f5f5f5f5f60808789031215614ab7575f5ffd5b8635614ac2816146ad565b955060208701356001600160401b03811115614adc575f5ffd5b614ae889828a01614a15565b90965094505060408701356001600160401b03811115614b06575f5ffd5b614b1289828a01614a52565b90945092505060608701356001600160401b03811115614b30575f5ffd5b614b3c89828a01614a92565b9150509295509295509295565b63ffffffff81168114613c17575f5ffd5b5f5f5f5f5f5f5f60a0888a031215614b70575f5ffd5b8735614b7b816146ad565b96506020880135614b8b81614b49565b95506040880135614b9b81614b49565b945060608801356001600160401b03811115614bb5575f5ffd5b614bc18a828b01614a15565b90955093505060808801356001600160401b03811115614bdf575f5ffd5b614beb8a828b01614a15565b989b979a50959850939692959293505050565b5f5f5f60408486031215614c10575f5ffd5b8335614c1b816146ad565b925060208401356001600160401b03811115614c35575f5ffd5b614c4186828701614a15565b9497909650939450505050565b5f5f5f5f5f5f60808789031215614c63575f5ffd5b8635614c6e816146ad565b955060208701356001600160401b03811115614c88575f5ffd5b614c9489828a01614a15565b90965094505060408701356001600160401b03811115614cb2575f5ffd5b614cbe89828a01614a92565b93505060608701356001600160401b03811115614cd9575f5ffd5b614ce589828a01614a15565b979a9699509497509295939492505050565b5f5f828403610100811215614d0a575f5ffd5b8335614d15816146ad565b925060e0601f1982011215614d28575f5ffd5b506020830190509250929050565b5f6080828403121561253a575f5ffd5b5f5f5f60608486031215614d58575f5ffd5b8335614d63816146ad565b925060208401356001600160401b03811115614d7d575f5ffd5b614d8986828701614d36565b92505060408401356001600160401b03811115614da4575f5ffd5b840160a08187031215614db5575f5ffd5b809150509250925092565b60ff81168114613c17575f5ffd5b5f5f5f5f5f5f60808789031215614de3575f5ffd5b8635614dee816146ad565b95506020870135614dfe81614dc0565b945060408701356001600160401b03811115614e18575f5ffd5b614e2489828a01614a15565b90955093505060608701356001600160401b03811115614cd9575f5ffd5b602081016104548284614733565b5f5f5f5f5f5f5f60a0888a031215614e66575f5ffd5b8735614e71816146ad565b96506020880135614b8b81614dc0565b5f5f5f5f60608587031215614e94575f5ffd5b8435614e9f816146ad565b935060208501356001600160401b03811115614eb9575f5ffd5b614ec587828801614d36565b93505060408501356001600160401b03811115614ee0575f5ffd5b614eec87828801614a15565b95989497509550505050565b5f5f5f60408486031215614f0a575f5ffd5b8335614f15816146ad565b925060208401356001600160401b03811115614f2f575f5ffd5b614c4186828701614a52565b5f5f5f5f60608587031215614f4e575f5ffd5b8435614f59816146ad565b935060208501356001600160401b03811115614f73575f5ffd5b614f7f87828801614d36565b93505060408501356001600160401b03811115614f9a575f5ffd5b614eec87828801614a52565b5f5f5f60608486031215614fb8575f5ffd5b8335614fc3816146ad565b92506020840135614fd3816146c1565b915060408401356001600160401b03811115614fed575f5ffd5b614ff986828701614a92565b9150509250925092565b606081016150118286614747565b61501e6020830185614757565b6001600160401b0383166040830152949350505050565b6001600160a01b0381168114613c17575f5ffd5b803561229481615035565b5f60208284031215615064575f5ffd5b81356132e181615035565b5f5f8335601e19843603018112615084575f5ffd5b8301803591506001600160401b0382111561509d575f5ffd5b6020019150600581901b3603821315612930575f5ffd5b634e487b7160e01b5f52601160045260245ffd5b8082028115828204841417610454576104546150b4565b80820180821115610454576104546150b4565b634e487b7160e01b5f52604160045260245ffd5b60405160e081016001600160401b0381118282101715615128576151286150f2565b60405290565b60405161016081016001600160401b0381118282101715615128576151286150f2565b6040516101e081016001600160401b0381118282101715615128576151286150f2565b604051601f8201601f191681016001600160401b038111828210171561519c5761519c6150f2565b604052919050565b805161229481614b49565b8051612294816146c1565b5f82601f8301126151c9575f5ffd5b81516001600160401b038111156151e2576151e26150f2565b6151f5601f8201601f1916602001615174565b818152846020838601011115615209575f5ffd5b8160208501602083015e5f918101602001919091529392505050565b5f60208284031215615235575f5ffd5b81516001600160401b0381111561524a575f5ffd5b820160e0818503121561525b575f5ffd5b615263615106565b81518152602080830151908201526040808301519082015260608083015190820152615291608083016151a4565b60808201526152a260a083016151af565b60a082015260c08201516001600160401b038111156152bf575f5ffd5b6152cb868285016151ba565b60c083015250949350505050565b80518252602081015160208301526040810151604083015263ffffffff606082015116606083015263ffffffff608082015116608083015263ffffffff60a08201511660a08301525050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b61535781896152d9565b63ffffffff871660c082015263ffffffff861660e08201526101406101008201525f61538861014083018688615325565b82810361012084015261539c818587615325565b9a9950505050505050505050565b5f5f604083850312156153bb575f5ffd5b82516153c681614b49565b60208401519092506146f981614b49565b818382375f9101908152919050565b5f8151808452602084019350602083015f5b828110156154165781518652602095860195909101906001016153f8565b5093949350505050565b865181526001600160401b03602088015116602082015263ffffffff604088015116604082015263ffffffff606088015116606082015263ffffffff608088015116608082015260a087015160a082015261012060c08201525f61548961012083018789615325565b82810360e084015261549b81876153e6565b90508281036101008401526154b1818587615325565b9998505050505050505050565b5f5f604083850312156154cf575f5ffd5b82516154da816146c1565b6020939093015192949293505050565b5f602082840312156154fa575f5ffd5b81356132e181614b49565b5f610160828403128015615517575f5ffd5b5061552061512e565b615529836151a4565b8152615537602084016151a4565b6020820152615548604084016151a4565b6040820152615559606084016151a4565b606082015261556a608084016151a4565b608082015261557b60a084016151a4565b60a082015261558c60c084016151a4565b60c082015261559d60e084016151a4565b60e08201526155af61010084016151a4565b6101008201526155c261012084016151a4565b6101208201526155d561014084016151a4565b6101408201529392505050565b610100810183356155f2816146ad565b6001600160401b03168252602084013561560b81614b49565b63ffffffff16602083015260408481013590830152606080850135908301526080808501359083015260a084013561564281615035565b6001600160a01b031660a083015261565c60c08501615049565b6001600160a01b031660c08301526001600160401b03831660e08301526132e1565b5f8235605e19833603018112615692575f5ffd5b9190910192915050565b6001600160401b0383168152604081016132e16020830184614747565b81810381811115610454576104546150b4565b6156d681886152d9565b60ff861660c082015261012060e08201525f6156f761012083018688615325565b8281036101008401526154b1818587615325565b5f5f5f6060848603121561571d575f5ffd5b5050815160208301516040909301519094929350919050565b61574081896152d9565b60ff871660c082015263ffffffff861660e08201526101406101008201525f61538861014083018688615325565b5f5f6040838503121561577f575f5ffd5b825161578a81614b49565b6020840151909250600c81106146f9575f5ffd5b60ff8281168282160390811115610454576104546150b4565b5f6001600160fb1b038311156157cb575f5ffd5b8260051b80838637939093019392505050565b5f612c0c8284866157b7565b805161229481615035565b8051612294816146ad565b805160078110612294575f5ffd5b80518015158114612294575f5ffd5b80516001600160801b0381168114612294575f5ffd5b5f6101e0828403128015615845575f5ffd5b5061584e615151565b825181526020808401519082015260408084015190820152615872606084016157ea565b6060820152615883608084016157f5565b608082015261589460a08401615800565b60a08201526158a560c08401615800565b60c08201526158b660e084016157ea565b60e08201526158c8610100840161580e565b6101008201526158db61012084016157f5565b6101208201526158ee61014084016157f5565b61014082015261590161016084016157f5565b610160820152615914610180840161581d565b6101808201526159276101a0840161581d565b6101a082015261593a6101c0840161581d565b6101c08201529392505050565b5f60208284031215615957575f5ffd5b8151600581106132e1575f5ffd5b606081016159738286614747565b921515602082015260400152919050565b6001600160601b038181168382160190811115610454576104546150b4565b634e487b7160e01b5f52603260045260245ffd5b5f8235603e19833603018112615692575f5ffd5b604081525f6159de604083018587615325565b905063ffffffff83166020830152949350505050565b5f60408284031215615a04575f5ffd5b604080519081016001600160401b0381118282101715615a2657615a266150f2565b80604052508091508251615a3981614dc0565b81526020830151615a4981614b49565b6020919091015292915050565b5f5f60408385031215615a67575f5ffd5b8251915060208301516001600160401b03811115615a83575f5ffd5b8301601f81018513615a93575f5ffd5b80516001600160401b03811115615aac57615aac6150f2565b615abb60208260051b01615174565b8082825260208201915060208360061b850101925087831115615adc575f5ffd5b6020840193505b82841015615b0857615af588856159f4565b8252602082019150604084019350615ae3565b809450505050509250929050565b828482375f8184018181528351602085019190835b81811015615b49578351835260209384019390920191600101615b2b565b5090979650505050505050565b5f82518060208501845e5f920191825250919050565b5f60208284031215615b7c575f5ffd5b5051919050565b5f82615b9d57634e487b7160e01b5f52601260045260245ffd5b500490565b8381526001600160401b0383166020820152606060408201525f82518060608401528060208501608085015e5f608082850101526080601f19601f830116840101915050949350505050565b606081525f615c01606083018688615325565b905063ffffffff8416602083015260ff8316604083015295945050505050565b5f60408284031215615c31575f5ffd5b6132e183836159f4565b6001600160401b038181168382160190811115610454576104546150b4565b63ffffffff8281168282160390811115610454576104546150b4565b5f5f85851115615c84575f5ffd5b83861115615c90575f5ffd5b5050600583901b0193919092039150565b5f6123f1615cb08387896157b7565b84866157b756fe09ee8d4c69bee31e08adef62ae6e3f013e54b5ff9eb44fac228b43e4bca2ade46080604052348015600e575f5ffd5b506114de8061001c5f395ff3fe608060405234801561000f575f5ffd5b506004361061003f575f3560e01c80630da56a8e1461004357806380099ca7146100765780639373355314610097575b5f5ffd5b6100566100513660046111b9565b6100c7565b604080519384526020840192909252908201526060015b60405180910390f35b61008961008436600461125f565b6101d6565b60405161006d929190611317565b6100aa6100a536600461134d565b61035d565b6040805163ffffffff93841681529290911660208301520161006d565b5f5f5f6100d985858b6040013561047e565b5f6100e48a356104ba565b90505f6100f48260ff8c16611390565b9050878214610116576040516349552d5960e11b815260040160405180910390fd5b8581106101365760405163a4c1515560e01b815260040160405180910390fd5b61014089896104d9565b945061016487828861015286836113a7565b9261015f939291906113ba565b6104d9565b9350838503610186576040516301ffaa1360e11b815260040160405180910390fd5b60ff8a16156101ad576101aa878761019e85856113e1565b61015f928592906113ba565b92505b856101b883836113a7565b036101c8576101c88b8a8a610552565b505096509650969350505050565b5f5f6101e786868b6040013561047e565b6101f586868a60ff166105b7565b91508663ffffffff168263ffffffff1603610223576040516301ffaa1360e11b815260040160405180910390fd5b88355f61025361023960808d0160608e016113f4565b63ffffffff168b60ff168461060e9092919063ffffffff16565b90505f81600281111561026857610268611303565b0361029857841561028c576040516349552d5960e11b815260040160405180910390fd5b50600a91506103519050565b60018160028111156102ac576102ac611303565b036102cb576102bf8686845f5f8e610679565b50600991506103519050565b5f6102d583610714565b90506102e2816004611390565b8614610301576040516349552d5960e11b815260040160405180910390fd5b63ffffffff8a16610325610320898961031b6001876113e1565b6105b7565b61073e565b63ffffffff1614610349576040516362f4bdd760e11b815260040160405180910390fd5b506008925050505b97509795505050505050565b5f5f61036e86868b6040013561047e565b5f600161037b8b35610714565b61038591906113e1565b9050808963ffffffff1611156103ae5760405163a4c1515560e01b815260040160405180910390fd5b6103bf87878b63ffffffff166105b7565b92508763ffffffff168363ffffffff16036103ed576040516301ffaa1360e11b815260040160405180910390fd5b808963ffffffff161480156104145750896020013561040b8961073e565b63ffffffff1614155b15610432576040516332a9ec9760e21b815260040160405180910390fd5b63ffffffff89161561045c57610459878761044e60018d61140d565b63ffffffff166105b7565b91505b61047185858c3563ffffffff8d16868d610679565b5097509795505050505050565b80838360405161048f929190611429565b6040518091039020146104b557604051637935f45760e11b815260040160405180910390fd5b505050565b5f600260ff8316146104cd5760406104d0565b60045b60ff1692915050565b5f6004821461053757600283836040516104f4929190611429565b602060405180830381855afa15801561050f573d5f5f3e3d5ffd5b5050506040513d601f19601f820116820180604052508101906105329190611438565b610549565b61054283835f6105b7565b63ffffffff165b90505b92915050565b5f6105858383863561056a60a0890160808a016113f4565b63ffffffff1661058060c08a0160a08b016113f4565b61074f565b905063ffffffff81166020850135146105b1576040516332a9ec9760e21b815260040160405180910390fd5b50505050565b5f60e06106028186866105cb876004611390565b906105d7886004611390565b6105e29060046113a7565b926105ef939291906113ba565b6105f89161144f565b60e01c901b610840565b901c90505b9392505050565b5f600160ff851614806106315750601061062e8560b01c63ffffffff1690565b11155b806106425750610642848484610904565b1561064e57505f610607565b6102006106618560b01c63ffffffff1690565b111561066e576002610671565b60015b949350505050565b5f610683856104ba565b90505f8161069187876109af565b61069b9190611390565b90508681146106bd576040516349552d5960e11b815260040160405180910390fd5b63ffffffff83166106e689896106d386866113e1565b6106de9282906113ba565b89898961074f565b63ffffffff161461070a576040516362f4bdd760e11b815260040160405180910390fd5b5050505050505050565b5f6102006107288360b01c63ffffffff1690565b610734906101ff6113a7565b61054c919061149b565b5f61054c8263ffffffff165f610a2c565b5f60ff8416600481149082906001190161077b5761076e88885f6105b7565b63ffffffff1690506107d2565b5f61079a61078c6020838b8d6113ba565b610795916114ae565b610840565b90505f6107ad61078c8a6020818e6113ba565b9050836107c3576107be8282610a3c565b6107cd565b6107cd8282610ae4565b925050505b806107dc87610714565b6001036107f6576107ec8161073e565b9350505050610837565b855f03610807579250610837915050565b826108215761081c8563ffffffff1683610b29565b610831565b6108318563ffffffff1683610b34565b93505050505b95945050505050565b7dff000000ff000000ff000000ff000000ff000000ff000000ff000000ff00600882811b9182167cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff9390911c92831617601090811b7dffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff7fff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00939093167eff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff90941693909317901c161790565b5f5f5f5f610913878787610b3f565b9250925092508261092a5760019350505050610607565b600160ff881603610940575f9350505050610607565b6109508760b01c63ffffffff1690565b5f036109625760019350505050610607565b600987901c6001165f0361097b575f9350505050610607565b61098f607088901c63ffffffff16836114cb565b6109a3609089901c63ffffffff16836114cb565b11979650505050505050565b5f806109bd83610200611390565b90506109cf8460b01c63ffffffff1690565b81106109de575f91505061054c565b5f816109f08660b01c63ffffffff1690565b6109fa91906113e1565b90506102008111610a21576010610a1282600f6113a7565b610a1c919061149b565b610837565b602095945050505050565b5f61054983633f80000084610c71565b5f610a6a83837f3f8000003f8000003f8000003f8000003f8000003f8000003f8000003f8000006008610e2a565b9250610a9d83608085901b7f3f8000003f8000003f8000003f8000003f8000003f8000003f8000003f8000006004610e2a565b9250610ad083604085901b7f3f8000003f8000003f8000003f8000003f8000003f8000003f8000003f8000006002610e2a565b925061054960e084901c60c085901c610a2c565b5f610af183836008610e79565b9250610b0383608085901b6004610e79565b9250610b1583604085901b6002610e79565b925061054960c084901c60e085901c610eb1565b5f6105498383610a2c565b5f6105498284610eb1565b5f80806001600887901c811603610b74575061010084028301610b688660501c63ffffffff1690565b81105f92509250610c68565b5f6010610b878860501c63ffffffff1690565b600f0181610b9757610b97611487565b0490505f6010610bad8960301c63ffffffff1690565b600f0181610bbd57610bbd611487565b04820290506010860482828981610bd657610bd6611487565b0681610be457610be4611487565b0460100201935060108681610bfb57610bfb611487565b06828881610c0b57610c0b611487565b06601002019250610c228860301c63ffffffff1690565b84108015610c3e5750610c3b8860501c63ffffffff1690565b83105b9450610c508860301c63ffffffff1690565b818881610c5f57610c5f611487565b04028401935050505b93509350939050565b5f5f5f60ff8660171c1660ff8660171c1660ff8660171c16925060ff831460ff821460ff84141717945084610dce575f811160171b627fffff8816175f831160171b627fffff8a1617026380000000888a181615610ccc575f035b5f841160171b627fffff88161794506380000000871615610ced57845f0394505b6096841585010193508115820183158401019250828403601881125f8114610d455760cd1982128015610d28575f88125f8913039750610d31565b878360ce011b97505b50868360ce1b01965060ce85039550610d59565b828260e6031b8760e61b01965060e6860395505b5050507ee4e5e5e6e6e6e6e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e6e6e6e6e5e5e4008460fb1c1a808401925060fd6097840310810215610dcc5784811d9550600160ff1b600187168683610100031b1711860195508560ff1d6380000000811681828918036097860360171b01179650505b505b50506001831115610de0575050610607565b82600103610dfc57610df3868686610ed6565b92505050610607565b815f03610e16575050508282188116638000000016610607565b610e208282610fa4565b9695505050505050565b5f6101005b8215610e6f57601f1901610e628682610e4f88821c88831c84841c610c71565b811b63ffffffff90911b19919091161790565b95505f1990920191610e2f565b5093949350505050565b5f6101005b8215610ea857601f1901610e9b8582610e4f87821c83831c610eb1565b94505f1990920191610e7e565b50929392505050565b5f610ebc83836110bf565b15610ecd578263ffffffff16610549565b610549826110cb565b637fffffff8381169383821693918316925f926380000000921882169116637f800000861180610f095750637f80000085115b80610f175750637f80000084115b15610f2a57637fc0000092505050610607565b637f80000086108015610f405750637f80000085105b15610f5457637f8000001791506106079050565b851580610f5f575084155b15610f7257637fc0000092505050610607565b637f80000084148015610f855750808214155b610f9557637f8000008217610e20565b50637fc0000095945050505050565b5f60ff83901d808418037ee4e5e5e6e6e6e6e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e6e6e6e6e5e5e40060fb82901c1a80830361105b57601761104e836d010102020202030303030303030360801b6fffffffffffffffffffffffffffffffff821160071b82811c67ffffffffffffffff1060061b1782811c63ffffffff1060051b1782811c61ffff1060041b1782811c60ff1060031b1782811c600f1060021b1791821c1a0190565b61105891906113e1565b90505b6097818501121561106d578360970390505b81811c9250600160ff1b600184168383610100031b1711830192508260978286010360171b019250637f8000008311156110a957637f80000092505b63800000008560e01c1683179250505092915050565b5f61054983835f6110f4565b5f637f800000637fffffff8316116110e9578163ffffffff1661054c565b637fc0000092915050565b5f637fffffff8416637fffffff8416637f8000008111637f80000083111715633f800000029250638000000086161561112d57815f0391505b638000000085161561113c575f035b9201919091130292915050565b5f60c08284031215611159575f5ffd5b50919050565b803560ff8116811461116f575f5ffd5b919050565b5f5f83601f840112611184575f5ffd5b50813567ffffffffffffffff81111561119b575f5ffd5b6020830191508360208285010111156111b2575f5ffd5b9250929050565b5f5f5f5f5f5f61012087890312156111cf575f5ffd5b6111d98888611149565b95506111e760c0880161115f565b945060e087013567ffffffffffffffff811115611202575f5ffd5b61120e89828a01611174565b90955093505061010087013567ffffffffffffffff81111561122e575f5ffd5b61123a89828a01611174565b979a9699509497509295939492505050565b803563ffffffff8116811461116f575f5ffd5b5f5f5f5f5f5f5f610140888a031215611276575f5ffd5b6112808989611149565b965061128e60c0890161115f565b955061129c60e0890161124c565b945061010088013567ffffffffffffffff8111156112b8575f5ffd5b6112c48a828b01611174565b90955093505061012088013567ffffffffffffffff8111156112e4575f5ffd5b6112f08a828b01611174565b989b979a50959850939692959293505050565b634e487b7160e01b5f52602160045260245ffd5b63ffffffff8316815260408101600c831061134057634e487b7160e01b5f52602160045260245ffd5b8260208301529392505050565b5f5f5f5f5f5f5f610140888a031215611364575f5ffd5b61136e8989611149565b965061128e60c0890161124c565b634e487b7160e01b5f52601160045260245ffd5b808202811582820484141761054c5761054c61137c565b8082018082111561054c5761054c61137c565b5f5f858511156113c8575f5ffd5b838611156113d4575f5ffd5b5050820193919092039150565b8181038181111561054c5761054c61137c565b5f60208284031215611404575f5ffd5b6105498261124c565b63ffffffff828116828216039081111561054c5761054c61137c565b818382375f9101908152919050565b5f60208284031215611448575f5ffd5b5051919050565b80356001600160e01b03198116906004841015611480576001600160e01b0319600485900360031b81901b82161691505b5092915050565b634e487b7160e01b5f52601260045260245ffd5b5f826114a9576114a9611487565b500490565b8035602083101561054c575f19602084900360031b1b1692915050565b5f826114d9576114d9611487565b50069056",
}

// Matches is an auto generated Go binding around an Ethereum contract.
type Matches struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Matches) GetABI() abi.ABI {
	return c.abi
}

// NewMatches creates a new instance of Matches.
func NewMatches() *Matches {
	parsed, err := MatchesMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Matches{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Matches) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor((address,address,address,address,address,address,address,address,address,address) core) returns()
func (matches *Matches) PackConstructor(core Core) []byte {
	enc, err := matches.abi.Pack("", core)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAnswerBlocks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9b92cbd8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function answerBlocks(uint64 id, uint8 block_, bytes value, bytes theirs) returns()
func (matches *Matches) PackAnswerBlocks(id uint64, block uint8, value []byte, theirs []byte) []byte {
	enc, err := matches.abi.Pack("answerBlocks", id, block, value, theirs)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnswerBlocks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9b92cbd8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function answerBlocks(uint64 id, uint8 block_, bytes value, bytes theirs) returns()
func (matches *Matches) TryPackAnswerBlocks(id uint64, block uint8, value []byte, theirs []byte) ([]byte, error) {
	return matches.abi.Pack("answerBlocks", id, block, value, theirs)
}

// PackAnswerElement is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf7f7c72.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function answerElement(uint64 id, uint8 word, uint32 value, bytes theirs, bytes posted) returns()
func (matches *Matches) PackAnswerElement(id uint64, word uint8, value uint32, theirs []byte, posted []byte) []byte {
	enc, err := matches.abi.Pack("answerElement", id, word, value, theirs, posted)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnswerElement is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf7f7c72.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function answerElement(uint64 id, uint8 word, uint32 value, bytes theirs, bytes posted) returns()
func (matches *Matches) TryPackAnswerElement(id uint64, word uint8, value uint32, theirs []byte, posted []byte) ([]byte, error) {
	return matches.abi.Pack("answerElement", id, word, value, theirs, posted)
}

// PackAnswerFolds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5229eac0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function answerFolds(uint64 id, uint32 chunk, uint32 value, bytes theirs, bytes posted) returns()
func (matches *Matches) PackAnswerFolds(id uint64, chunk uint32, value uint32, theirs []byte, posted []byte) []byte {
	enc, err := matches.abi.Pack("answerFolds", id, chunk, value, theirs, posted)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnswerFolds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5229eac0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function answerFolds(uint64 id, uint32 chunk, uint32 value, bytes theirs, bytes posted) returns()
func (matches *Matches) TryPackAnswerFolds(id uint64, chunk uint32, value uint32, theirs []byte, posted []byte) ([]byte, error) {
	return matches.abi.Pack("answerFolds", id, chunk, value, theirs, posted)
}

// PackBind is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x484d64c6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bind(uint64 id, bytes descriptor, bytes32[] path, ((bytes32,bytes32[])[],bytes32,uint64) roots) returns()
func (matches *Matches) PackBind(id uint64, descriptor []byte, path [][32]byte, roots Operands) []byte {
	enc, err := matches.abi.Pack("bind", id, descriptor, path, roots)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBind is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x484d64c6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bind(uint64 id, bytes descriptor, bytes32[] path, ((bytes32,bytes32[])[],bytes32,uint64) roots) returns()
func (matches *Matches) TryPackBind(id uint64, descriptor []byte, path [][32]byte, roots Operands) ([]byte, error) {
	return matches.abi.Pack("bind", id, descriptor, path, roots)
}

// PackDue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf13bf297.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function due(uint64 id) view returns(uint8 phase, uint8 side, uint64 deadline)
func (matches *Matches) PackDue(id uint64) []byte {
	enc, err := matches.abi.Pack("due", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf13bf297.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function due(uint64 id) view returns(uint8 phase, uint8 side, uint64 deadline)
func (matches *Matches) TryPackDue(id uint64) ([]byte, error) {
	return matches.abi.Pack("due", id)
}

// DueOutput serves as a container for the return parameters of contract
// method Due.
type DueOutput struct {
	Phase    uint8
	Side     uint8
	Deadline uint64
}

// UnpackDue is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf13bf297.
//
// Solidity: function due(uint64 id) view returns(uint8 phase, uint8 side, uint64 deadline)
func (matches *Matches) UnpackDue(data []byte) (DueOutput, error) {
	out, err := matches.abi.Unpack("due", data)
	outstruct := new(DueOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Phase = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.Side = *abi.ConvertType(out[1], new(uint8)).(*uint8)
	outstruct.Deadline = *abi.ConvertType(out[2], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackGame is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1f062a33.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function game(uint64 id) view returns((address,uint96,address,uint96,uint8,uint8,uint8,uint8,uint8,uint40,uint32,uint32,uint32,uint8,uint32,uint8,uint64,uint16,uint16,uint32,uint32,uint32,uint32,uint32,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,uint256,bytes32))
func (matches *Matches) PackGame(id uint64) []byte {
	enc, err := matches.abi.Pack("game", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGame is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1f062a33.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function game(uint64 id) view returns((address,uint96,address,uint96,uint8,uint8,uint8,uint8,uint8,uint40,uint32,uint32,uint32,uint8,uint32,uint8,uint64,uint16,uint16,uint32,uint32,uint32,uint32,uint32,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,uint256,bytes32))
func (matches *Matches) TryPackGame(id uint64) ([]byte, error) {
	return matches.abi.Pack("game", id)
}

// UnpackGame is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1f062a33.
//
// Solidity: function game(uint64 id) view returns((address,uint96,address,uint96,uint8,uint8,uint8,uint8,uint8,uint40,uint32,uint32,uint32,uint8,uint32,uint8,uint64,uint16,uint16,uint32,uint32,uint32,uint32,uint32,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,uint256,bytes32))
func (matches *Matches) UnpackGame(data []byte) (Game, error) {
	out, err := matches.abi.Unpack("game", data)
	if err != nil {
		return *new(Game), err
	}
	out0 := *abi.ConvertType(out[0], new(Game)).(*Game)
	return out0, nil
}

// PackGasOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1217945f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function gasOf(uint64 id, uint8 side) view returns(uint256)
func (matches *Matches) PackGasOf(id uint64, side uint8) []byte {
	enc, err := matches.abi.Pack("gasOf", id, side)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGasOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1217945f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function gasOf(uint64 id, uint8 side) view returns(uint256)
func (matches *Matches) TryPackGasOf(id uint64, side uint8) ([]byte, error) {
	return matches.abi.Pack("gasOf", id, side)
}

// UnpackGasOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1217945f.
//
// Solidity: function gasOf(uint64 id, uint8 side) view returns(uint256)
func (matches *Matches) UnpackGasOf(data []byte) (*big.Int, error) {
	out, err := matches.abi.Unpack("gasOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackKeyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfa073d76.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function keyOf(address owner) view returns(address)
func (matches *Matches) PackKeyOf(owner common.Address) []byte {
	enc, err := matches.abi.Pack("keyOf", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackKeyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfa073d76.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function keyOf(address owner) view returns(address)
func (matches *Matches) TryPackKeyOf(owner common.Address) ([]byte, error) {
	return matches.abi.Pack("keyOf", owner)
}

// UnpackKeyOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfa073d76.
//
// Solidity: function keyOf(address owner) view returns(address)
func (matches *Matches) UnpackKeyOf(data []byte) (common.Address, error) {
	out, err := matches.abi.Unpack("keyOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackLeaf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x72b459bb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function leaf(uint64 id, bytes descriptor, ((bytes32,bytes32[])[],bytes32,uint64) roots, bytes evidence) returns()
func (matches *Matches) PackLeaf(id uint64, descriptor []byte, roots Operands, evidence []byte) []byte {
	enc, err := matches.abi.Pack("leaf", id, descriptor, roots, evidence)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLeaf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x72b459bb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function leaf(uint64 id, bytes descriptor, ((bytes32,bytes32[])[],bytes32,uint64) roots, bytes evidence) returns()
func (matches *Matches) TryPackLeaf(id uint64, descriptor []byte, roots Operands, evidence []byte) ([]byte, error) {
	return matches.abi.Pack("leaf", id, descriptor, roots, evidence)
}

// PackLeafOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4a8ea8f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function leafOf(uint64 id) view returns(address sender, uint96 gasCost)
func (matches *Matches) PackLeafOf(id uint64) []byte {
	enc, err := matches.abi.Pack("leafOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLeafOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4a8ea8f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function leafOf(uint64 id) view returns(address sender, uint96 gasCost)
func (matches *Matches) TryPackLeafOf(id uint64) ([]byte, error) {
	return matches.abi.Pack("leafOf", id)
}

// LeafOfOutput serves as a container for the return parameters of contract
// method LeafOf.
type LeafOfOutput struct {
	Sender  common.Address
	GasCost *big.Int
}

// UnpackLeafOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf4a8ea8f.
//
// Solidity: function leafOf(uint64 id) view returns(address sender, uint96 gasCost)
func (matches *Matches) UnpackLeafOf(data []byte) (LeafOfOutput, error) {
	out, err := matches.abi.Unpack("leafOf", data)
	outstruct := new(LeafOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Sender = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.GasCost = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackMove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6a93e76.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function move(uint64 id, (bytes32[],bytes32[],bytes32[],bytes32[]) answer, bytes32[] opening) returns()
func (matches *Matches) PackMove(id uint64, answer Answer, opening [][32]byte) []byte {
	enc, err := matches.abi.Pack("move", id, answer, opening)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6a93e76.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function move(uint64 id, (bytes32[],bytes32[],bytes32[],bytes32[]) answer, bytes32[] opening) returns()
func (matches *Matches) TryPackMove(id uint64, answer Answer, opening [][32]byte) ([]byte, error) {
	return matches.abi.Pack("move", id, answer, opening)
}

// PackMoveToTile is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbd259723.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function moveToTile(uint64 id, (bytes32[],bytes32[],bytes32[],bytes32[]) answer, bytes tile) returns()
func (matches *Matches) PackMoveToTile(id uint64, answer Answer, tile []byte) []byte {
	enc, err := matches.abi.Pack("moveToTile", id, answer, tile)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMoveToTile is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbd259723.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function moveToTile(uint64 id, (bytes32[],bytes32[],bytes32[],bytes32[]) answer, bytes tile) returns()
func (matches *Matches) TryPackMoveToTile(id uint64, answer Answer, tile []byte) ([]byte, error) {
	return matches.abi.Pack("moveToTile", id, answer, tile)
}

// PackMoveToTrace is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8db8f41e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function moveToTrace(uint64 id, (bytes32[],bytes32[],bytes32[],bytes32[]) answer, (bytes32,bytes32[],bytes32,uint32,(bytes32[],bytes32[],bytes32[])) opening) returns()
func (matches *Matches) PackMoveToTrace(id uint64, answer Answer, opening TraceOpening) []byte {
	enc, err := matches.abi.Pack("moveToTrace", id, answer, opening)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMoveToTrace is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8db8f41e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function moveToTrace(uint64 id, (bytes32[],bytes32[],bytes32[],bytes32[]) answer, (bytes32,bytes32[],bytes32,uint32,(bytes32[],bytes32[],bytes32[])) opening) returns()
func (matches *Matches) TryPackMoveToTrace(id uint64, answer Answer, opening TraceOpening) ([]byte, error) {
	return matches.abi.Pack("moveToTrace", id, answer, opening)
}

// PackNameKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf294b34c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nameKey(address key) returns()
func (matches *Matches) PackNameKey(key common.Address) []byte {
	enc, err := matches.abi.Pack("nameKey", key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNameKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf294b34c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nameKey(address key) returns()
func (matches *Matches) TryPackNameKey(key common.Address) ([]byte, error) {
	return matches.abi.Pack("nameKey", key)
}

// PackOpenSteps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xea10ee63.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function openSteps(uint64 id, uint8 side, (bytes32[],bytes32[],bytes32[]) list) returns()
func (matches *Matches) PackOpenSteps(id uint64, side uint8, list NewList) []byte {
	enc, err := matches.abi.Pack("openSteps", id, side, list)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpenSteps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xea10ee63.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function openSteps(uint64 id, uint8 side, (bytes32[],bytes32[],bytes32[]) list) returns()
func (matches *Matches) TryPackOpenSteps(id uint64, side uint8, list NewList) ([]byte, error) {
	return matches.abi.Pack("openSteps", id, side, list)
}

// PackOpenTile is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59c00d13.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function openTile(uint64 id, bytes tile) returns()
func (matches *Matches) PackOpenTile(id uint64, tile []byte) []byte {
	enc, err := matches.abi.Pack("openTile", id, tile)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpenTile is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59c00d13.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function openTile(uint64 id, bytes tile) returns()
func (matches *Matches) TryPackOpenTile(id uint64, tile []byte) ([]byte, error) {
	return matches.abi.Pack("openTile", id, tile)
}

// PackOpenTiles is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd02fe9b0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function openTiles(uint64 id, bytes32[] nodes) returns()
func (matches *Matches) PackOpenTiles(id uint64, nodes [][32]byte) []byte {
	enc, err := matches.abi.Pack("openTiles", id, nodes)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpenTiles is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd02fe9b0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function openTiles(uint64 id, bytes32[] nodes) returns()
func (matches *Matches) TryPackOpenTiles(id uint64, nodes [][32]byte) ([]byte, error) {
	return matches.abi.Pack("openTiles", id, nodes)
}

// PackOutcome is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa8624124.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function outcome(uint64 id) view returns(uint8)
func (matches *Matches) PackOutcome(id uint64) []byte {
	enc, err := matches.abi.Pack("outcome", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOutcome is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa8624124.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function outcome(uint64 id) view returns(uint8)
func (matches *Matches) TryPackOutcome(id uint64) ([]byte, error) {
	return matches.abi.Pack("outcome", id)
}

// UnpackOutcome is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa8624124.
//
// Solidity: function outcome(uint64 id) view returns(uint8)
func (matches *Matches) UnpackOutcome(data []byte) (uint8, error) {
	out, err := matches.abi.Unpack("outcome", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackStart is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x819bfea3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function start(uint64 id, (uint64,uint32,bytes32,bytes32,bytes32,address,address) terms) returns()
func (matches *Matches) PackStart(id uint64, terms Terms) []byte {
	enc, err := matches.abi.Pack("start", id, terms)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStart is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x819bfea3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function start(uint64 id, (uint64,uint32,bytes32,bytes32,bytes32,address,address) terms) returns()
func (matches *Matches) TryPackStart(id uint64, terms Terms) ([]byte, error) {
	return matches.abi.Pack("start", id, terms)
}

// PackTimeout is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b45c86a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function timeout(uint64 id) returns()
func (matches *Matches) PackTimeout(id uint64) []byte {
	enc, err := matches.abi.Pack("timeout", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTimeout is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b45c86a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function timeout(uint64 id) returns()
func (matches *Matches) TryPackTimeout(id uint64) ([]byte, error) {
	return matches.abi.Pack("timeout", id)
}

// PackVoid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb636cfb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function void(uint64 id) returns()
func (matches *Matches) PackVoid(id uint64) []byte {
	enc, err := matches.abi.Pack("void", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVoid is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb636cfb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function void(uint64 id) returns()
func (matches *Matches) TryPackVoid(id uint64) ([]byte, error) {
	return matches.abi.Pack("void", id)
}

// MatchesAnswered represents a Answered event raised by the Matches contract.
type MatchesAnswered struct {
	Id    uint64
	Side  uint8
	Phase uint8
	Place *big.Int
	Value [32]byte
	Raw   *types.Log // Blockchain specific contextual infos
}

const MatchesAnsweredEventName = "Answered"

// ContractEventName returns the user-defined event name.
func (MatchesAnswered) ContractEventName() string {
	return MatchesAnsweredEventName
}

// UnpackAnsweredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Answered(uint64 indexed id, uint8 indexed side, uint8 indexed phase, uint256 place, bytes32 value)
func (matches *Matches) UnpackAnsweredEvent(log *types.Log) (*MatchesAnswered, error) {
	event := "Answered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != matches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MatchesAnswered)
	if len(log.Data) > 0 {
		if err := matches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range matches.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MatchesAwaits represents a Awaits event raised by the Matches contract.
type MatchesAwaits struct {
	Id       uint64
	Side     uint8
	Phase    uint8
	Deadline uint64
	Raw      *types.Log // Blockchain specific contextual infos
}

const MatchesAwaitsEventName = "Awaits"

// ContractEventName returns the user-defined event name.
func (MatchesAwaits) ContractEventName() string {
	return MatchesAwaitsEventName
}

// UnpackAwaitsEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Awaits(uint64 indexed id, uint8 indexed side, uint8 indexed phase, uint64 deadline)
func (matches *Matches) UnpackAwaitsEvent(log *types.Log) (*MatchesAwaits, error) {
	event := "Awaits"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != matches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MatchesAwaits)
	if len(log.Data) > 0 {
		if err := matches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range matches.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MatchesEnded represents a Ended event raised by the Matches contract.
type MatchesEnded struct {
	Id      uint64
	Outcome uint8
	Phase   uint8
	ByClock bool
	Truth   [32]byte
	Raw     *types.Log // Blockchain specific contextual infos
}

const MatchesEndedEventName = "Ended"

// ContractEventName returns the user-defined event name.
func (MatchesEnded) ContractEventName() string {
	return MatchesEndedEventName
}

// UnpackEndedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Ended(uint64 indexed id, uint8 indexed outcome, uint8 phase, bool byClock, bytes32 truth)
func (matches *Matches) UnpackEndedEvent(log *types.Log) (*MatchesEnded, error) {
	event := "Ended"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != matches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MatchesEnded)
	if len(log.Data) > 0 {
		if err := matches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range matches.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MatchesKeyNamed represents a KeyNamed event raised by the Matches contract.
type MatchesKeyNamed struct {
	Owner common.Address
	Key   common.Address
	Raw   *types.Log // Blockchain specific contextual infos
}

const MatchesKeyNamedEventName = "KeyNamed"

// ContractEventName returns the user-defined event name.
func (MatchesKeyNamed) ContractEventName() string {
	return MatchesKeyNamedEventName
}

// UnpackKeyNamedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event KeyNamed(address indexed owner, address indexed key)
func (matches *Matches) UnpackKeyNamedEvent(log *types.Log) (*MatchesKeyNamed, error) {
	event := "KeyNamed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != matches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MatchesKeyNamed)
	if len(log.Data) > 0 {
		if err := matches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range matches.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MatchesOperatorBound represents a OperatorBound event raised by the Matches contract.
type MatchesOperatorBound struct {
	Id       uint64
	Operator *big.Int
	Binding  [32]byte
	Geometry *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const MatchesOperatorBoundEventName = "OperatorBound"

// ContractEventName returns the user-defined event name.
func (MatchesOperatorBound) ContractEventName() string {
	return MatchesOperatorBoundEventName
}

// UnpackOperatorBoundEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OperatorBound(uint64 indexed id, uint256 operator, bytes32 binding, uint256 geometry)
func (matches *Matches) UnpackOperatorBoundEvent(log *types.Log) (*MatchesOperatorBound, error) {
	event := "OperatorBound"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != matches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MatchesOperatorBound)
	if len(log.Data) > 0 {
		if err := matches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range matches.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MatchesPosted represents a Posted event raised by the Matches contract.
type MatchesPosted struct {
	Id       uint64
	Side     uint8
	Phase    uint8
	Place    *big.Int
	Deadline uint64
	Data     []byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const MatchesPostedEventName = "Posted"

// ContractEventName returns the user-defined event name.
func (MatchesPosted) ContractEventName() string {
	return MatchesPostedEventName
}

// UnpackPostedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Posted(uint64 indexed id, uint8 indexed side, uint8 indexed phase, uint256 place, uint64 deadline, bytes data)
func (matches *Matches) UnpackPostedEvent(log *types.Log) (*MatchesPosted, error) {
	event := "Posted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != matches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MatchesPosted)
	if len(log.Data) > 0 {
		if err := matches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range matches.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MatchesStarted represents a Started event raised by the Matches contract.
type MatchesStarted struct {
	Id         uint64
	Committer  common.Address
	Challenger common.Address
	Terms      Terms
	Deadline   uint64
	Raw        *types.Log // Blockchain specific contextual infos
}

const MatchesStartedEventName = "Started"

// ContractEventName returns the user-defined event name.
func (MatchesStarted) ContractEventName() string {
	return MatchesStartedEventName
}

// UnpackStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Started(uint64 indexed id, address indexed committer, address indexed challenger, (uint64,uint32,bytes32,bytes32,bytes32,address,address) terms, uint64 deadline)
func (matches *Matches) UnpackStartedEvent(log *types.Log) (*MatchesStarted, error) {
	event := "Started"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != matches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MatchesStarted)
	if len(log.Data) > 0 {
		if err := matches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range matches.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// MatchesStepFound represents a StepFound event raised by the Matches contract.
type MatchesStepFound struct {
	Id     uint64
	Step   *big.Int
	Agreed [32]byte
	Raw    *types.Log // Blockchain specific contextual infos
}

const MatchesStepFoundEventName = "StepFound"

// ContractEventName returns the user-defined event name.
func (MatchesStepFound) ContractEventName() string {
	return MatchesStepFoundEventName
}

// UnpackStepFoundEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StepFound(uint64 indexed id, uint256 step, bytes32 agreed)
func (matches *Matches) UnpackStepFoundEvent(log *types.Log) (*MatchesStepFound, error) {
	event := "StepFound"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != matches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MatchesStepFound)
	if len(log.Data) > 0 {
		if err := matches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range matches.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (matches *Matches) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], matches.abi.Errors["InvalidSide"].ID.Bytes()[:4]) {
		return matches.UnpackInvalidSideError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["InvalidTerms"].ID.Bytes()[:4]) {
		return matches.UnpackInvalidTermsError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["NoDifference"].ID.Bytes()[:4]) {
		return matches.UnpackNoDifferenceError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["NotDisputes"].ID.Bytes()[:4]) {
		return matches.UnpackNotDisputesError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return matches.UnpackNotOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["NotYet"].ID.Bytes()[:4]) {
		return matches.UnpackNotYetError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return matches.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["TooLate"].ID.Bytes()[:4]) {
		return matches.UnpackTooLateError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongAddress"].ID.Bytes()[:4]) {
		return matches.UnpackWrongAddressError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongAgreed"].ID.Bytes()[:4]) {
		return matches.UnpackWrongAgreedError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongClaim"].ID.Bytes()[:4]) {
		return matches.UnpackWrongClaimError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongEnds"].ID.Bytes()[:4]) {
		return matches.UnpackWrongEndsError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongLength"].ID.Bytes()[:4]) {
		return matches.UnpackWrongLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongNodes"].ID.Bytes()[:4]) {
		return matches.UnpackWrongNodesError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongOperand"].ID.Bytes()[:4]) {
		return matches.UnpackWrongOperandError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongPhase"].ID.Bytes()[:4]) {
		return matches.UnpackWrongPhaseError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongPlace"].ID.Bytes()[:4]) {
		return matches.UnpackWrongPlaceError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongPosted"].ID.Bytes()[:4]) {
		return matches.UnpackWrongPostedError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongProgram"].ID.Bytes()[:4]) {
		return matches.UnpackWrongProgramError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongTile"].ID.Bytes()[:4]) {
		return matches.UnpackWrongTileError(raw[4:])
	}
	if bytes.Equal(raw[:4], matches.abi.Errors["WrongWords"].ID.Bytes()[:4]) {
		return matches.UnpackWrongWordsError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// MatchesInvalidSide represents a InvalidSide error raised by the Matches contract.
type MatchesInvalidSide struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidSide()
func MatchesInvalidSideErrorID() common.Hash {
	return common.HexToHash("0x0dfa289acd759ea52a3d68a89225e8ec096cceef98b5645743ef83b0fb627858")
}

// UnpackInvalidSideError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidSide()
func (matches *Matches) UnpackInvalidSideError(raw []byte) (*MatchesInvalidSide, error) {
	out := new(MatchesInvalidSide)
	if err := matches.abi.UnpackIntoInterface(out, "InvalidSide", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesInvalidTerms represents a InvalidTerms error raised by the Matches contract.
type MatchesInvalidTerms struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidTerms()
func MatchesInvalidTermsErrorID() common.Hash {
	return common.HexToHash("0x0256965f9b387bc8ec6c98cf0ff582eaf117751bcb03b5eac94f4b122d4a5fc9")
}

// UnpackInvalidTermsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidTerms()
func (matches *Matches) UnpackInvalidTermsError(raw []byte) (*MatchesInvalidTerms, error) {
	out := new(MatchesInvalidTerms)
	if err := matches.abi.UnpackIntoInterface(out, "InvalidTerms", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesNoDifference represents a NoDifference error raised by the Matches contract.
type MatchesNoDifference struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoDifference()
func MatchesNoDifferenceErrorID() common.Hash {
	return common.HexToHash("0x03ff54262f7694e17fa5de4aa249c367df10703361799be0ab1ca58d86ce17dd")
}

// UnpackNoDifferenceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoDifference()
func (matches *Matches) UnpackNoDifferenceError(raw []byte) (*MatchesNoDifference, error) {
	out := new(MatchesNoDifference)
	if err := matches.abi.UnpackIntoInterface(out, "NoDifference", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesNotDisputes represents a NotDisputes error raised by the Matches contract.
type MatchesNotDisputes struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDisputes()
func MatchesNotDisputesErrorID() common.Hash {
	return common.HexToHash("0x4c30b8ca3436d5aebc00b27437c719e28e9e0d2edd1b8cdcfd1e8cb66cf25c5a")
}

// UnpackNotDisputesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDisputes()
func (matches *Matches) UnpackNotDisputesError(raw []byte) (*MatchesNotDisputes, error) {
	out := new(MatchesNotDisputes)
	if err := matches.abi.UnpackIntoInterface(out, "NotDisputes", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesNotOwner represents a NotOwner error raised by the Matches contract.
type MatchesNotOwner struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner(address account)
func MatchesNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x245aecd3fabbd17d6c3c92dc7f0ab916ea8cbf6fc1862c8b56893090ac3fff4c")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner(address account)
func (matches *Matches) UnpackNotOwnerError(raw []byte) (*MatchesNotOwner, error) {
	out := new(MatchesNotOwner)
	if err := matches.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesNotYet represents a NotYet error raised by the Matches contract.
type MatchesNotYet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotYet()
func MatchesNotYetErrorID() common.Hash {
	return common.HexToHash("0x0d3f7776decbed5170f680e53ffd4a1603e145ef96e2196f41525fbed5e97d55")
}

// UnpackNotYetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotYet()
func (matches *Matches) UnpackNotYetError(raw []byte) (*MatchesNotYet, error) {
	out := new(MatchesNotYet)
	if err := matches.abi.UnpackIntoInterface(out, "NotYet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the Matches contract.
type MatchesSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func MatchesSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (matches *Matches) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*MatchesSafeCastOverflowedUintDowncast, error) {
	out := new(MatchesSafeCastOverflowedUintDowncast)
	if err := matches.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesTooLate represents a TooLate error raised by the Matches contract.
type MatchesTooLate struct {
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooLate(uint64 deadline)
func MatchesTooLateErrorID() common.Hash {
	return common.HexToHash("0x4d673a06590205f21674ad45375abc81b85de145ee567806f534cab23841a1cf")
}

// UnpackTooLateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooLate(uint64 deadline)
func (matches *Matches) UnpackTooLateError(raw []byte) (*MatchesTooLate, error) {
	out := new(MatchesTooLate)
	if err := matches.abi.UnpackIntoInterface(out, "TooLate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongAddress represents a WrongAddress error raised by the Matches contract.
type MatchesWrongAddress struct {
	Actual    common.Address
	Predicted common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongAddress(address actual, address predicted)
func MatchesWrongAddressErrorID() common.Hash {
	return common.HexToHash("0xd9357860b9fad174d18d354ac902ab3fb8ccc6e390329e355db9a8c72e809323")
}

// UnpackWrongAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongAddress(address actual, address predicted)
func (matches *Matches) UnpackWrongAddressError(raw []byte) (*MatchesWrongAddress, error) {
	out := new(MatchesWrongAddress)
	if err := matches.abi.UnpackIntoInterface(out, "WrongAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongAgreed represents a WrongAgreed error raised by the Matches contract.
type MatchesWrongAgreed struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongAgreed()
func MatchesWrongAgreedErrorID() common.Hash {
	return common.HexToHash("0x2765a14d044930f659ea959e946774d776e5db0d6a6e7ca1d92cf0f700cf61f4")
}

// UnpackWrongAgreedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongAgreed()
func (matches *Matches) UnpackWrongAgreedError(raw []byte) (*MatchesWrongAgreed, error) {
	out := new(MatchesWrongAgreed)
	if err := matches.abi.UnpackIntoInterface(out, "WrongAgreed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongClaim represents a WrongClaim error raised by the Matches contract.
type MatchesWrongClaim struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongClaim()
func MatchesWrongClaimErrorID() common.Hash {
	return common.HexToHash("0xcaa7b25c70d99522072dbd0d0948fad01aa62067b9c8542aae6df9fef5928251")
}

// UnpackWrongClaimError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongClaim()
func (matches *Matches) UnpackWrongClaimError(raw []byte) (*MatchesWrongClaim, error) {
	out := new(MatchesWrongClaim)
	if err := matches.abi.UnpackIntoInterface(out, "WrongClaim", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongEnds represents a WrongEnds error raised by the Matches contract.
type MatchesWrongEnds struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongEnds()
func MatchesWrongEndsErrorID() common.Hash {
	return common.HexToHash("0xd3d2c011774b11055e2ea46d8ebf21d2d241ad6f602763fe1af7ff4560eaf445")
}

// UnpackWrongEndsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongEnds()
func (matches *Matches) UnpackWrongEndsError(raw []byte) (*MatchesWrongEnds, error) {
	out := new(MatchesWrongEnds)
	if err := matches.abi.UnpackIntoInterface(out, "WrongEnds", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongLength represents a WrongLength error raised by the Matches contract.
type MatchesWrongLength struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongLength()
func MatchesWrongLengthErrorID() common.Hash {
	return common.HexToHash("0x92aa5ab23bbae600ecca1dd12b2726e344da564f59c375694c99a5a37af1042a")
}

// UnpackWrongLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongLength()
func (matches *Matches) UnpackWrongLengthError(raw []byte) (*MatchesWrongLength, error) {
	out := new(MatchesWrongLength)
	if err := matches.abi.UnpackIntoInterface(out, "WrongLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongNodes represents a WrongNodes error raised by the Matches contract.
type MatchesWrongNodes struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongNodes()
func MatchesWrongNodesErrorID() common.Hash {
	return common.HexToHash("0xd811cb59c9fec75708c96fc568e6cd99bb66e0bba7a0e88837d2725ea9ec5f41")
}

// UnpackWrongNodesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongNodes()
func (matches *Matches) UnpackWrongNodesError(raw []byte) (*MatchesWrongNodes, error) {
	out := new(MatchesWrongNodes)
	if err := matches.abi.UnpackIntoInterface(out, "WrongNodes", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongOperand represents a WrongOperand error raised by the Matches contract.
type MatchesWrongOperand struct {
	Operand *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongOperand(uint256 operand)
func MatchesWrongOperandErrorID() common.Hash {
	return common.HexToHash("0x3795c7cc3a84ae93d055b8e8e008b6e20a8850be93ddefeb455e3dc022858afc")
}

// UnpackWrongOperandError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongOperand(uint256 operand)
func (matches *Matches) UnpackWrongOperandError(raw []byte) (*MatchesWrongOperand, error) {
	out := new(MatchesWrongOperand)
	if err := matches.abi.UnpackIntoInterface(out, "WrongOperand", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongPhase represents a WrongPhase error raised by the Matches contract.
type MatchesWrongPhase struct {
	Id    uint64
	Phase uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongPhase(uint64 id, uint8 phase)
func MatchesWrongPhaseErrorID() common.Hash {
	return common.HexToHash("0xea3b7efa1d08752751c9bfad63ac9ce07d94f27df4b474b96b95a84d031aaaae")
}

// UnpackWrongPhaseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongPhase(uint64 id, uint8 phase)
func (matches *Matches) UnpackWrongPhaseError(raw []byte) (*MatchesWrongPhase, error) {
	out := new(MatchesWrongPhase)
	if err := matches.abi.UnpackIntoInterface(out, "WrongPhase", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongPlace represents a WrongPlace error raised by the Matches contract.
type MatchesWrongPlace struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongPlace()
func MatchesWrongPlaceErrorID() common.Hash {
	return common.HexToHash("0xa4c15155d225fc6a9a30d0413b283c8e0444e2cbe6463aa083d110bbba0f57b8")
}

// UnpackWrongPlaceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongPlace()
func (matches *Matches) UnpackWrongPlaceError(raw []byte) (*MatchesWrongPlace, error) {
	out := new(MatchesWrongPlace)
	if err := matches.abi.UnpackIntoInterface(out, "WrongPlace", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongPosted represents a WrongPosted error raised by the Matches contract.
type MatchesWrongPosted struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongPosted()
func MatchesWrongPostedErrorID() common.Hash {
	return common.HexToHash("0xf26be8ae21e8475e85f0f624e74e7b88b974b1fcc41032252066b37b85941148")
}

// UnpackWrongPostedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongPosted()
func (matches *Matches) UnpackWrongPostedError(raw []byte) (*MatchesWrongPosted, error) {
	out := new(MatchesWrongPosted)
	if err := matches.abi.UnpackIntoInterface(out, "WrongPosted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongProgram represents a WrongProgram error raised by the Matches contract.
type MatchesWrongProgram struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongProgram()
func MatchesWrongProgramErrorID() common.Hash {
	return common.HexToHash("0x390495773907889cf5f4a0b307e66a752a8a78f0820f5cffc507faf6857fc3f9")
}

// UnpackWrongProgramError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongProgram()
func (matches *Matches) UnpackWrongProgramError(raw []byte) (*MatchesWrongProgram, error) {
	out := new(MatchesWrongProgram)
	if err := matches.abi.UnpackIntoInterface(out, "WrongProgram", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongTile represents a WrongTile error raised by the Matches contract.
type MatchesWrongTile struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongTile()
func MatchesWrongTileErrorID() common.Hash {
	return common.HexToHash("0xe1f40d7c52e832794f16980de492119f5a9daa9c76fb4a89e3d6d94059a9d49c")
}

// UnpackWrongTileError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongTile()
func (matches *Matches) UnpackWrongTileError(raw []byte) (*MatchesWrongTile, error) {
	out := new(MatchesWrongTile)
	if err := matches.abi.UnpackIntoInterface(out, "WrongTile", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MatchesWrongWords represents a WrongWords error raised by the Matches contract.
type MatchesWrongWords struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongWords()
func MatchesWrongWordsErrorID() common.Hash {
	return common.HexToHash("0xc5e97bae88b5bf7eb19a6ff7d425e5848248198c283512a4ca8f97f3b2640a91")
}

// UnpackWrongWordsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongWords()
func (matches *Matches) UnpackWrongWordsError(raw []byte) (*MatchesWrongWords, error) {
	out := new(MatchesWrongWords)
	if err := matches.abi.UnpackIntoInterface(out, "WrongWords", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryMetaData contains all meta data concerning the RunRegistry contract.
var RunRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"vault\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"registry\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"training\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"disputes\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"court\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"matches\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"referee\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"demands\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"validators\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"beacon\",\"type\":\"address\"}],\"internalType\":\"structCore\",\"name\":\"core\",\"type\":\"tuple\"},{\"internalType\":\"uint256\",\"name\":\"gasPriceCap_\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"baseBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"challengeBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"clocks\",\"outputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"lease\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"challenge\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"open\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"ballotCommit\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"ballotReveal\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"appeal\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"matchClock\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"moveExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"listExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"historyExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"demand\",\"type\":\"uint32\"}],\"internalType\":\"structClocks\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"courtFee\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"specHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"programRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"genesisRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"profile\",\"type\":\"uint32\"},{\"internalType\":\"enumHashKind\",\"name\":\"hash\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"specCid\",\"type\":\"bytes\"}],\"internalType\":\"structFacts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint64\",\"name\":\"totalSteps\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"windowSteps\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"keyFrameEvery\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxPending\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"refStepMillis\",\"type\":\"uint32\"}],\"internalType\":\"structSchedule\",\"name\":\"schedule\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"lease\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"challenge\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"open\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"ballotCommit\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"ballotReveal\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"appeal\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"matchClock\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"moveExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"listExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"historyExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"demand\",\"type\":\"uint32\"}],\"internalType\":\"structClocks\",\"name\":\"clocks\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"rewardToken\",\"type\":\"address\"},{\"internalType\":\"uint96\",\"name\":\"reward\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"rewardValue\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"replayCost\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"seatStake\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"jurorFee\",\"type\":\"uint96\"},{\"internalType\":\"uint16\",\"name\":\"jury\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"largerJury\",\"type\":\"uint16\"}],\"internalType\":\"structEconomy\",\"name\":\"economy\",\"type\":\"tuple\"}],\"internalType\":\"structRun\",\"name\":\"data\",\"type\":\"tuple\"}],\"name\":\"create\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"economy\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"rewardToken\",\"type\":\"address\"},{\"internalType\":\"uint96\",\"name\":\"reward\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"rewardValue\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"replayCost\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"seatStake\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"jurorFee\",\"type\":\"uint96\"},{\"internalType\":\"uint16\",\"name\":\"jury\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"largerJury\",\"type\":\"uint16\"}],\"internalType\":\"structEconomy\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"escrow\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"escrowKey\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"facts\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"specHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"programRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"genesisRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"profile\",\"type\":\"uint32\"},{\"internalType\":\"enumHashKind\",\"name\":\"hash\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"specCid\",\"type\":\"bytes\"}],\"internalType\":\"structFacts\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"fund\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"received\",\"type\":\"uint256\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"gasPriceCap\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"getApproved\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"isApprovedForAll\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"lease\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"challenge\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"open\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"ballotCommit\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"ballotReveal\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"appeal\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"matchClock\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"moveExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"listExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"historyExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"demand\",\"type\":\"uint32\"}],\"internalType\":\"structClocks\",\"name\":\"c\",\"type\":\"tuple\"}],\"name\":\"longestDispute\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"ownerOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"reclaim\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"reserve\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"run\",\"outputs\":[{\"components\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"specHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"programRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"genesisRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"profile\",\"type\":\"uint32\"},{\"internalType\":\"enumHashKind\",\"name\":\"hash\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"specCid\",\"type\":\"bytes\"}],\"internalType\":\"structFacts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint64\",\"name\":\"totalSteps\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"windowSteps\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"keyFrameEvery\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxPending\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"refStepMillis\",\"type\":\"uint32\"}],\"internalType\":\"structSchedule\",\"name\":\"schedule\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"lease\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"challenge\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"open\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"ballotCommit\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"ballotReveal\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"appeal\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"matchClock\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"moveExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"listExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"historyExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"demand\",\"type\":\"uint32\"}],\"internalType\":\"structClocks\",\"name\":\"clocks\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"rewardToken\",\"type\":\"address\"},{\"internalType\":\"uint96\",\"name\":\"reward\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"rewardValue\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"replayCost\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"seatStake\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"jurorFee\",\"type\":\"uint96\"},{\"internalType\":\"uint16\",\"name\":\"jury\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"largerJury\",\"type\":\"uint16\"}],\"internalType\":\"structEconomy\",\"name\":\"economy\",\"type\":\"tuple\"}],\"internalType\":\"structRun\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"runs\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"safeTransferFrom\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"safeTransferFrom\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"id\",\"type\":\"uint64\"}],\"name\":\"schedule\",\"outputs\":[{\"components\":[{\"internalType\":\"uint64\",\"name\":\"totalSteps\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"windowSteps\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"keyFrameEvery\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxPending\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"refStepMillis\",\"type\":\"uint32\"}],\"internalType\":\"structSchedule\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"approved\",\"type\":\"bool\"}],\"name\":\"setApprovalForAll\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"interfaceId\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"tokenURI\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"approved\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"approved\",\"type\":\"bool\"}],\"name\":\"ApprovalForAll\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Funded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Reclaimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"RewardReserved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"author\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"specHash\",\"type\":\"bytes32\"},{\"components\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"specHash\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"programRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"datasetRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"genesisRoot\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"profile\",\"type\":\"uint32\"},{\"internalType\":\"enumHashKind\",\"name\":\"hash\",\"type\":\"uint8\"},{\"internalType\":\"bytes\",\"name\":\"specCid\",\"type\":\"bytes\"}],\"internalType\":\"structFacts\",\"name\":\"facts\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint64\",\"name\":\"totalSteps\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"windowSteps\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"keyFrameEvery\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxPending\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"refStepMillis\",\"type\":\"uint32\"}],\"internalType\":\"structSchedule\",\"name\":\"schedule\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"lease\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"challenge\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"open\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"ballotCommit\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"ballotReveal\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"appeal\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"matchClock\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"moveExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"listExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"historyExtension\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"demand\",\"type\":\"uint32\"}],\"internalType\":\"structClocks\",\"name\":\"clocks\",\"type\":\"tuple\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"rewardToken\",\"type\":\"address\"},{\"internalType\":\"uint96\",\"name\":\"reward\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"rewardValue\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"replayCost\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"seatStake\",\"type\":\"uint96\"},{\"internalType\":\"uint96\",\"name\":\"jurorFee\",\"type\":\"uint96\"},{\"internalType\":\"uint16\",\"name\":\"jury\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"largerJury\",\"type\":\"uint16\"}],\"internalType\":\"structEconomy\",\"name\":\"economy\",\"type\":\"tuple\"}],\"indexed\":false,\"internalType\":\"structRun\",\"name\":\"data\",\"type\":\"tuple\"}],\"name\":\"RunCreated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"ERC721IncorrectOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"ERC721InsufficientApproval\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"approver\",\"type\":\"address\"}],\"name\":\"ERC721InvalidApprover\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"ERC721InvalidOperator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"ERC721InvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"}],\"name\":\"ERC721InvalidReceiver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"ERC721InvalidSender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tokenId\",\"type\":\"uint256\"}],\"name\":\"ERC721NonexistentToken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint256\",\"name\":\"held\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"EscrowTooSmall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"}],\"name\":\"NoSuchRun\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"}],\"name\":\"NotReclaimable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotTraining\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"}],\"name\":\"OutOfBounds\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"bits\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"SafeCastOverflowedUintDowncast\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"actual\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"predicted\",\"type\":\"address\"}],\"name\":\"WrongAddress\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"WrongValue\",\"type\":\"error\"}]",
	ID:  "ed204b13c531fad834e8ab82784197bb5f",
	Bin: "0x610100604052348015610010575f5ffd5b50604051614be8380380614be883398101604081905261002f916101ca565b6040518060400160405280601081526020016f21b7b6b6b7b73bb2b4b3b43a10293ab760811b81525060405180604001604052806003815260200162292aa760e91b815250815f9081610082919061033c565b50600161008f828261033c565b5050506100a630836020015161012960201b60201c565b8015806100b9575066038d7ea4c6800081115b156100fa57604051637a72dbcd60e11b815260206004820152600b60248201526a067617350726963654361760ac1b60448201526064015b60405180910390fd5b81516001600160a01b039081166080526040830151811660a0526101009092015190911660c05260e0526103fa565b806001600160a01b0316826001600160a01b03161461016e576040516306c9abc360e51b81526001600160a01b038084166004830152821660248201526044016100f1565b5050565b634e487b7160e01b5f52604160045260245ffd5b60405161014081016001600160401b03811182821017156101a9576101a9610172565b60405290565b80516001600160a01b03811681146101c5575f5ffd5b919050565b5f5f8284036101608112156101dd575f5ffd5b6101408112156101eb575f5ffd5b506101f4610186565b6101fd846101af565b815261020b602085016101af565b602082015261021c604085016101af565b604082015261022d606085016101af565b606082015261023e608085016101af565b608082015261024f60a085016101af565b60a082015261026060c085016101af565b60c082015261027160e085016101af565b60e082015261028361010085016101af565b61010082015261029661012085016101af565b610120820152610140939093015192949293505050565b600181811c908216806102c157607f821691505b6020821081036102df57634e487b7160e01b5f52602260045260245ffd5b50919050565b601f821115610337578282111561033757805f5260205f20601f840160051c602085101561031057505f5b90810190601f840160051c035f5b81811015610333575f8382015560010161031e565b5050505b505050565b81516001600160401b0381111561035557610355610172565b6103698161036384546102ad565b846102e5565b6020601f82116001811461039b575f83156103845750848201515b5f19600385901b1c1916600184901b1784556103f3565b5f84815260208120601f198516915b828110156103ca57878501518255602094850194600190920191016103aa565b50848210156103e757868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b60805160a05160c05160e0516147836104655f395f818161057401528181610f320152611bb301525f610af901525f818161095001528181611c0a0152611caa01525f818161088301528181610a2301528181610dbf01528181610e59015261153901526147835ff3fe6080604052600436106101c5575f3560e01c806370a08231116100f2578063a22cb46511610092578063e2ce3c6411610062578063e2ce3c6414610563578063e611686314610596578063e985e9c5146105b5578063e9c32904146105d4575f5ffd5b8063a22cb465146104e7578063b5b24fd414610506578063b88d4fde14610525578063c87b56dd14610544575f5ffd5b80638b96ad12116100cd5780638b96ad121461045c578063918aedc21461047b57806395d89b41146104a7578063a0436e82146104bb575f5ffd5b806370a08231146103f25780637eddd448146104115780638a52d91914610430575f5ffd5b80631f301bee11610168578063466d6d8911610138578063466d6d89146103825780635c53ba26146103a15780635fd6e208146103b45780636352211e146103d3575f5ffd5b80631f301bee146102ee578063215284ed1461030d57806323b872dd1461034457806342842e0e14610363575f5ffd5b8063095ea7b3116101a3578063095ea7b3146102555780630ad9f5d2146102765780630d9a7904146102a257806314b40d33146102cf575f5ffd5b806301ffc9a7146101c957806306fdde03146101fd578063081812fc1461021e575b5f5ffd5b3480156101d4575f5ffd5b506101e86101e3366004613359565b610600565b60405190151581526020015b60405180910390f35b348015610208575f5ffd5b50610211610651565b6040516101f491906133a2565b348015610229575f5ffd5b5061023d6102383660046133b4565b6106e0565b6040516001600160a01b0390911681526020016101f4565b348015610260575f5ffd5b5061027461026f3660046133df565b610707565b005b348015610281575f5ffd5b5061029561029036600461341d565b610716565b6040516101f49190613489565b3480156102ad575f5ffd5b506102c16102bc36600461341d565b6107aa565b6040519081526020016101f4565b3480156102da575f5ffd5b506102c16102e936600461341d565b6107c7565b3480156102f9575f5ffd5b50610274610308366004613497565b610945565b348015610318575f5ffd5b5061032c6103273660046134da565b610aea565b6040516001600160401b0390911681526020016101f4565b34801561034f575f5ffd5b5061027461035e366004613511565b610c72565b34801561036e575f5ffd5b5061027461037d366004613511565b610cfb565b34801561038d575f5ffd5b506102c161039c36600461341d565b610d1a565b6102c16103af36600461354f565b610d24565b3480156103bf575f5ffd5b506102c16103ce36600461341d565b610f0e565b3480156103de575f5ffd5b5061023d6103ed3660046133b4565b610f6e565b3480156103fd575f5ffd5b506102c161040c36600461356b565b610f78565b34801561041c575f5ffd5b506102c161042b36600461341d565b610fbd565b34801561043b575f5ffd5b5061044f61044a36600461341d565b611019565b6040516101f491906137c6565b348015610467575f5ffd5b506102c161047636600461341d565b611536565b348015610486575f5ffd5b5061049a61049536600461341d565b6115f4565b6040516101f49190613826565b3480156104b2575f5ffd5b506102116116b4565b3480156104c6575f5ffd5b506104da6104d536600461341d565b6116c3565b6040516101f49190613835565b3480156104f2575f5ffd5b50610274610501366004613844565b61179c565b348015610511575f5ffd5b5060065461032c906001600160401b031681565b348015610530575f5ffd5b5061027461053f3660046138c3565b6117a7565b34801561054f575f5ffd5b5061021161055e3660046133b4565b6117bf565b34801561056e575f5ffd5b506102c17f000000000000000000000000000000000000000000000000000000000000000081565b3480156105a1575f5ffd5b506102c16105b0366004613983565b611963565b3480156105c0575f5ffd5b506101e86105cf36600461399d565b61196d565b3480156105df575f5ffd5b506105f36105ee36600461341d565b61199a565b6040516101f491906139c9565b5f6001600160e01b031982166380ac58cd60e01b148061063057506001600160e01b03198216635b5e139f60e01b145b8061064b57506301ffc9a760e01b6001600160e01b03198316145b92915050565b60605f805461065f906139db565b80601f016020809104026020016040519081016040528092919081815260200182805461068b906139db565b80156106d65780601f106106ad576101008083540402835291602001916106d6565b820191905f5260205f20905b8154815290600101906020018083116106b957829003601f168201915b5050505050905090565b5f6106ea82611aba565b505f828152600460205260409020546001600160a01b031661064b565b610712828233611af2565b5050565b6040805160a0810182525f8082526020820181905291810182905260608101829052608081019190915261074982611aff565b6040805160a081018252600692909201546001600160401b038116835263ffffffff600160401b820481166020850152600160601b8204811692840192909252600160801b810482166060840152600160a01b900416608082015292915050565b5f6107b482610fbd565b6107bd83611b67565b61064b9190613a27565b5f5f6107db836001600160401b0316610f6e565b9050336001600160a01b0382161415806107fb57506107f983611be0565b155b156108295760405163bcf4555b60e01b81526001600160401b03841660048201526024015b60405180910390fd5b61083283611536565b9150806001600160a01b0316836001600160401b03167fe4f787433421264977a1533dc9c6c0d4ee92bf967e3dc2b1fde9c21a4e0600718460405161087991815260200190565b60405180910390a37f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663c6b352246108b985611d84565b6001600160401b0386165f908152600760205260409081902060090154905160e084901b6001600160e01b031916815260048101929092526001600160a01b03908116602483015284166044820152606481018590526084015f604051808303815f87803b158015610929575f5ffd5b505af115801561093b573d5f5f3e3d5ffd5b5050505050919050565b336001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161461098e576040516312658c7f60e21b815260040160405180910390fd5b5f61099885611536565b9050818110156109d4576040516354d96ebd60e11b81526001600160401b03861660048201526024810182905260448101839052606401610820565b836001600160401b0316856001600160401b03167f12c5a249610f9083b1b555f67e34f75c657678eaf2e1da0d602ac55a41ca80ea84604051610a1991815260200190565b60405180910390a37f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316633876b994610a5987611d84565b6001600160401b0388165f908152600760205260409081902060090154905160e084901b6001600160e01b031916815260048101929092526001600160a01b03166024820152336044820152606481018690526084810185905260a4015f604051808303815f87803b158015610acd575f5ffd5b505af1158015610adf573d5f5f3e3d5ffd5b505050505050505050565b5f610b7c82610af7611de7565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316637eefd5ae6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610b53573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b779190613a3a565b611dfe565b600680545f90610b94906001600160401b0316613a55565b82546001600160401b038083166101009490940a848102910219909116179092555f9081526007602052604090209091508290610bd18282614079565b50506001600160401b038181165f908152600860205260409020805467ffffffffffffffff191642909216919091179055610c0c8280613a7f565b5f0135336001600160a01b0316826001600160401b03167f4fbb8313262dc945b9bc49e4c93f67c6949146460e337f2fbef5c77e53839e0e85604051610c5291906143d8565b60405180910390a4610c6d33826001600160401b0316611e3f565b919050565b6001600160a01b038216610c9b57604051633250574960e11b81525f6004820152602401610820565b5f610ca7838333611ea0565b9050836001600160a01b0316816001600160a01b031614610cf5576040516364283d7b60e01b81526001600160a01b0380861660048301526024820184905282166044820152606401610820565b50505050565b610d1583838360405180602001604052805f8152506117a7565b505050565b5f61064b82611d84565b5f5f610d2f84611aff565b600901546001600160a01b031690508015610d4a575f610d4c565b825b3414610d8c57346001600160a01b03821615610d68575f610d6a565b835b60405163195a3ca160e01b815260048101929092526024820152604401610820565b5f610d9685611d84565b90506001600160a01b038216610e265760405163b214faa560e01b8152600481018290528493507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063b214faa59085906024015f604051808303818588803b158015610e0a575f5ffd5b505af1158015610e1c573d5f5f3e3d5ffd5b5050505050610ec6565b60405163d76851ef60e01b8152600481018290526001600160a01b038381166024830152336044830152606482018690527f0000000000000000000000000000000000000000000000000000000000000000169063d76851ef906084016020604051808303815f875af1158015610e9f573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610ec391906144e8565b92505b60405183815233906001600160401b038716907f54cacafc8154c26de7f33014871da50423ed270016a3b9b6cd2e42cdb9b84bbd9060200160405180910390a3505092915050565b5f610f1882610fbd565b6107bd6004610f2685611b67565b610f309190614513565b7f0000000000000000000000000000000000000000000000000000000000000000610f5f624c4b406002614526565b610f699190614526565b611f92565b5f61064b82611aba565b5f6001600160a01b038216610fa2576040516322718ad960e21b81525f6004820152602401610820565b506001600160a01b03165f9081526003602052604090205490565b5f5f610fc883611aff565b600b81015460099190910191506001600160601b03600160601b820416906110049061ffff600160d01b8204811691600160c01b90041661453d565b61ffff166110129190614526565b9392505050565b611021613208565b61102a82611aff565b604080516101608101909152815460808201908152600183015460a083015260028084015460c0840152600384015460e0840152600484015463ffffffff8116610100850152929392849291849161012085019164010000000090910460ff169081111561109a5761109a613586565b60028111156110ab576110ab613586565b81526020016005820180546110bf906139db565b80601f01602080910402602001604051908101604052809291908181526020018280546110eb906139db565b80156111365780601f1061110d57610100808354040283529160200191611136565b820191905f5260205f20905b81548152906001019060200180831161111957829003601f168201915b5050505050815250508152602001600682016040518060a00160405290815f82015f9054906101000a90046001600160401b03166001600160401b03166001600160401b031681526020015f820160089054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f8201600c9054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160109054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160149054906101000a900463ffffffff1663ffffffff1663ffffffff1681525050815260200160078201604051806101600160405290815f82015f9054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160049054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160089054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f8201600c9054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160109054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160149054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f820160189054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020015f8201601c9054906101000a900463ffffffff1663ffffffff1663ffffffff168152602001600182015f9054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020016001820160049054906101000a900463ffffffff1663ffffffff1663ffffffff1681526020016001820160089054906101000a900463ffffffff1663ffffffff1663ffffffff1681525050815260200160098201604051806101000160405290815f82015f9054906101000a90046001600160a01b03166001600160a01b03166001600160a01b031681526020015f820160149054906101000a90046001600160601b03166001600160601b03166001600160601b03168152602001600182015f9054906101000a90046001600160601b03166001600160601b03166001600160601b0316815260200160018201600c9054906101000a90046001600160601b03166001600160601b03166001600160601b03168152602001600282015f9054906101000a90046001600160601b03166001600160601b03166001600160601b0316815260200160028201600c9054906101000a90046001600160601b03166001600160601b03166001600160601b031681526020016002820160189054906101000a900461ffff1661ffff1661ffff16815260200160028201601a9054906101000a900461ffff1661ffff1661ffff1681525050815250509050919050565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663f9166c7b3061157085611d84565b61157986611aff565b6009015460405160e085901b6001600160e01b03191681526001600160a01b0393841660048201526024810192909252919091166044820152606401602060405180830381865afa1580156115d0573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061064b91906144e8565b6115fc61329b565b61160582611aff565b6040805161016081018252600783015463ffffffff808216835264010000000080830482166020850152600160401b808404831695850195909552600160601b830482166060850152600160801b830482166080850152600160a01b8304821660a0850152600160c01b8304821660c0850152600160e01b909204811660e084015260089094015480851661010084015290810484166101208301529190910490911661014082015292915050565b60606001805461065f906139db565b60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e081019190915261170c82611aff565b604080516101008101825260098301546001600160a01b03811682526001600160601b03600160a01b90910481166020830152600a84015480821693830193909352600160601b9283900481166060830152600b90930154808416608083015291820490921660a083015261ffff600160c01b8204811660c0840152600160d01b9091041660e082015292915050565b610712338383611fa7565b6117b2848484610c72565b610cf5338585858561206e565b60606117ca82611aba565b505f61188260075f6117db86612196565b6001600160401b0316815260208101919091526040015f206005018054611801906139db565b80601f016020809104026020016040519081016040528092919081815260200182805461182d906139db565b80156118785780601f1061184f57610100808354040283529160200191611878565b820191905f5260205f20905b81548152906001019060200180831161185b57829003601f168201915b50505050506121cf565b90505f600282516118939190614557565b6001600160401b038111156118aa576118aa61387f565b6040519080825280601f01601f1916602001820160405280156118d4576020820181803683370190505b5090505f5b815181101561193957826118ee826002613a27565b815181106118fe576118fe61456a565b602001015160f81c60f81b82828151811061191b5761191b61456a565b60200101906001600160f81b03191690815f1a9053506001016118d9565b508060405160200161194b919061457e565b60405160208183030381529060405292505050919050565b5f61064b82612367565b6001600160a01b039182165f90815260056020908152604080832093909416825291909152205460ff1690565b6119a26132f6565b6119ab82611aff565b6040805160e08101825282548152600183015460208201526002808401549282019290925260038301546060820152600483015463ffffffff8116608083015290929160a0840191640100000000900460ff1690811115611a0e57611a0e613586565b6002811115611a1f57611a1f613586565b8152602001600582018054611a33906139db565b80601f0160208091040260200160405190810160405280929190818152602001828054611a5f906139db565b8015611aaa5780601f10611a8157610100808354040283529160200191611aaa565b820191905f5260205f20905b815481529060010190602001808311611a8d57829003601f168201915b5050505050815250509050919050565b5f818152600260205260408120546001600160a01b03168061064b57604051637e27328960e01b815260048101849052602401610820565b610d15838383600161240a565b5f6001600160401b0382161580611b2457506006546001600160401b03908116908316115b15611b4d57604051631354573560e01b81526001600160401b0383166004820152602401610820565b506001600160401b03165f90815260076020526040902090565b5f5f611b7283611aff565b600a8101546006820154919250611012916001600160601b0390911690611ba790600160401b900463ffffffff166014614526565b611bb19190614526565b7f0000000000000000000000000000000000000000000000000000000000000000610f5f624c4b406005614526565b6040516394d49f6f60e01b81526001600160401b03821660048201525f9081906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906394d49f6f9060240160a060405180830381865afa158015611c4f573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611c7391906145a8565b60408082015190516304e65d1760e21b81526001600160401b03808716600483015290911660248201529091506001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690631399745c90604401602060405180830381865afa158015611cef573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611d139190614644565b63ffffffff165f03611d285750600192915050565b5f81606001516001600160401b03165f14611d47578160600151611d62565b6001600160401b038085165f90815260086020526040902054165b9050611d7162278d008261465f565b6001600160401b03164211949350505050565b5f7fd97e8edd1e54404d343f3d5f1b8a5e7d1f4ac026ae9a45eb1a4bbbb9f6db47c282604051602001611dca9291909182526001600160401b0316602082015260400190565b604051602081830303815290604052805190602001209050919050565b5f466105391480611df9575046617a69145b905090565b611e10611e0b8480613a7f565b61250e565b611e1c836020016126c6565b611e2e836020018460c00184846128aa565b610d15836020018461022001612d24565b6001600160a01b038216611e6857604051633250574960e11b81525f6004820152602401610820565b5f611e7483835f611ea0565b90506001600160a01b03811615610d15576040516339e3563760e11b81525f6004820152602401610820565b5f828152600260205260408120546001600160a01b0390811690831615611ecc57611ecc818486612ff1565b6001600160a01b03811615611f0657611ee75f855f5f61240a565b6001600160a01b0381165f90815260036020526040902080545f190190555b6001600160a01b03851615611f34576001600160a01b0385165f908152600360205260409020805460010190555b5f8481526002602052604080822080546001600160a01b0319166001600160a01b0389811691821790925591518793918516917fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef91a4949350505050565b5f818311611fa05781611012565b5090919050565b6001600160a01b038316611fd05760405163a9fbf51f60e01b81525f6004820152602401610820565b6001600160a01b03821661200257604051630b61174360e31b81526001600160a01b0383166004820152602401610820565b6001600160a01b038381165f81815260056020908152604080832094871680845294825291829020805460ff191686151590811790915591519182527f17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31910160405180910390a3505050565b6001600160a01b0383163b1561218f57604051630a85bd0160e11b81526001600160a01b0384169063150b7a02906120b090889088908790879060040161467e565b6020604051808303815f875af19250505080156120ea575060408051601f3d908101601f191682019092526120e7918101906146ba565b60015b612151573d808015612117576040519150601f19603f3d011682016040523d82523d5f602084013e61211c565b606091505b5080515f0361214957604051633250574960e11b81526001600160a01b0385166004820152602401610820565b805160208201fd5b6001600160e01b03198116630a85bd0160e11b1461218d57604051633250574960e11b81526001600160a01b0385166004820152602401610820565b505b5050505050565b5f6001600160401b038211156121cb57604080516306dfcc6560e41b8152600481019190915260248101839052604401610820565b5090565b60605f82516002026002016001600160401b038111156121f1576121f161387f565b6040519080825280601f01601f19166020018201604052801561221b576020820181803683370190505b509050600360fc1b815f815181106122355761223561456a565b60200101906001600160f81b03191690815f1a905350600f60fb1b816001815181106122635761226361456a565b60200101906001600160f81b03191690815f1a9053505f5b8351811015612360575f8482815181106122975761229761456a565b016020015160f881901c91506f181899199a1a9b1b9c1cb0b131b232b360811b9060fc1c601081106122cb576122cb61456a565b1a60f81b8383600202600201815181106122e7576122e761456a565b60200101906001600160f81b03191690815f1a9053506f181899199a1a9b1b9c1cb0b131b232b360811b600f8216601081106123255761232561456a565b1a60f81b8383600202600301815181106123415761234161456a565b60200101906001600160f81b03191690815f1a9053505060010161227b565b5092915050565b5f8061237960a08401608085016146d5565b63ffffffff1661238f60808501606086016146d5565b6123a09063ffffffff166078613a27565b6123aa9190613a27565b90506123b583613055565b6123c560c0850160a086016146d5565b63ffffffff166123d6836002614526565b6123e660608701604088016146d5565b63ffffffff166123f69190613a27565b6124009190613a27565b6110129190613a27565b808061241e57506001600160a01b03821615155b156124df575f61242d84611aba565b90506001600160a01b038316158015906124595750826001600160a01b0316816001600160a01b031614155b801561246c575061246a818461196d565b155b156124955760405163a9fbf51f60e01b81526001600160a01b0384166004820152602401610820565b81156124dd5783856001600160a01b0316826001600160a01b03167f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92560405160405180910390a45b505b50505f90815260046020526040902080546001600160a01b0319166001600160a01b0392909216919091179055565b6040805180820190915260088152670e6e0cac690c2e6d60c31b602082015261253b90823515159061312b565b61257181602001355f5f1b14156040518060400160405280600b81526020016a1c1c9bd9dc985b549bdbdd60aa1b81525061312b565b604080518082018252600b81526a19185d185cd95d149bdbdd60aa1b60208201526125a19183013515159061312b565b6125e56060820135158015906125bc575060608201355f1914155b6040518060400160405280600b81526020016a19d95b995cda5cd49bdbdd60aa1b81525061312b565b6126266125f860a08301608084016146d5565b63ffffffff165f14156040518060400160405280600781526020016670726f66696c6560c81b81525061312b565b61266f600161263b60c0840160a085016146f0565b600281111561264c5761264c613586565b14604051806040016040528060048152602001630d0c2e6d60e31b81525061312b565b6126c35f61268060c0840184613b0c565b905011801561269e5750604061269960c0840184613b0c565b905011155b604051806040016040528060078152602001661cdc1958d0da5960ca1b81525061312b565b50565b6127305f6126d7602084018461341d565b6001600160401b03161180156127085750650100000000006126fc602084018461341d565b6001600160401b031611155b6040518060400160405280600a815260200169746f74616c537465707360b01b81525061312b565b6127975f61274460408401602085016146d5565b63ffffffff1611801561276e575061040061276560408401602085016146d5565b63ffffffff1611155b6040518060400160405280600b81526020016a77696e646f77537465707360a81b81525061312b565b6127fe5f6127ab60608401604085016146d5565b63ffffffff161180156127d3575060406127ca606084018483016146d5565b63ffffffff1611155b6040518060400160405280600d81526020016c6b65794672616d65457665727960981b81525061312b565b6128645f61281260808401606085016146d5565b63ffffffff1611801561283c575061100061283360808401606085016146d5565b63ffffffff1611155b6040518060400160405280600a8152602001696d617850656e64696e6760b01b81525061312b565b6126c35f61287860a08401608085016146d5565b63ffffffff16116040518060400160405280600d81526020016c726566537465704d696c6c697360981b81525061312b565b5f826128b857610e106128ba565b5f5b61ffff1690505f6128d160a08701608088016146d5565b63ffffffff166128e760408801602089016146d5565b63ffffffff166128f79190614526565b905061293861290960208701876146d5565b612914836004614526565b5f604051806040016040528060058152602001646c6561736560d81b81525061314b565b6129a961294b60408701602088016146d5565b8261295c60608a0160408b016146d5565b61296790600361470b565b63ffffffff166129779190614526565b61298285600c614526565b604051806040016040528060098152602001686368616c6c656e676560b81b81525061314b565b6129f26129bc60608701604088016146d5565b856129c7575f6129cb565b6107d05b61ffff16846040518060400160405280600481526020016337b832b760e11b81525061314b565b612a3b612a0560808701606088016146d5565b612a10836003614526565b5f6040518060400160405280600c81526020016b18985b1b1bdd10dbdb5b5a5d60a21b81525061314b565b612a8c612a4e60a08701608088016146d5565b85612a59575f612a5d565b6107d05b61ffff16846040518060400160405280600c81526020016b18985b1b1bdd14995d99585b60a21b81525061314b565b612acf612a9f60c0870160a088016146d5565b5f612aab856018614526565b60405180604001604052806006815260200165185c1c19585b60d21b81525061314b565b612b16612ae260e0870160c088016146d5565b5f612aee85600c614526565b6040518060400160405280600a8152602001696d61746368436c6f636b60b01b81525061314b565b612b61612b2a610100870160e088016146d5565b5f612b36600686614513565b6040518060400160405280600d81526020016c36b7bb32a2bc3a32b739b4b7b760991b81525061314b565b612bad612b76610120870161010088016146d5565b5f612b82600686614513565b6040518060400160405280600d81526020016c3634b9ba22bc3a32b739b4b7b760991b81525061314b565b612c13612bc2610140870161012088016146d5565b612bcd836003614526565b612bdf61012089016101008a016146d5565b63ffffffff166040518060400160405280601081526020016f3434b9ba37b93ca2bc3a32b739b4b7b760811b81525061314b565b612c4e612c28610160870161014088016146d5565b5f846040518060400160405280600681526020016519195b585b9960d21b81525061314b565b5f612c5f60408701602088016146d5565b63ffffffff16612c6e87612367565b612c789190613a27565b9050612ce5612c88826004614526565b612c9560208901896146d5565b63ffffffff16612cab60808b0160608c016146d5565b63ffffffff16612cbb9190614526565b10156040518060400160405280600a8152602001696d617850656e64696e6760b01b81525061312b565b612d1b81856001600160401b031611604051806040016040528060098152602001686368616c6c656e676560b81b81525061312b565b50505050505050565b612da45f612d35602084018461356b565b6001600160a01b0316141580612d7b5750612d56604083016020840161472a565b6001600160601b0316612d6f606084016040850161472a565b6001600160601b031610155b6040518060400160405280600b81526020016a72657761726456616c756560a81b81525061312b565b5f612db5606083016040840161472a565b6001600160601b0316612dce60408501602086016146d5565b63ffffffff16612de460808601606087016146d5565b63ffffffff16612df49190614526565b612dfe9190614526565b9050612e7e5f612e1460a085016080860161472a565b6001600160601b0316118015612e575750612e30826002614526565b612e4060a085016080860161472a565b612e54906001600160601b03166003614526565b10155b60405180604001604052806009815260200168736561745374616b6560b81b81525061312b565b612ee6612e91608084016060850161472a565b612ea5906001600160601b03166002614526565b612eb560c0850160a0860161472a565b6001600160601b03161015604051806040016040528060088152602001676a75726f7246656560c01b81525061312b565b612f4e6002612efb60e0850160c08601614745565b612f059190614760565b61ffff166001148015612f2c5750601f612f2560e0850160c08601614745565b61ffff1611155b604051806040016040528060048152602001636a75727960e01b81525061312b565b610d156002612f64610100850160e08601614745565b612f6e9190614760565b61ffff166001148015612fa85750612f8c60e0840160c08501614745565b61ffff16612fa1610100850160e08601614745565b61ffff1610155b8015612fc95750601f612fc2610100850160e08601614745565b61ffff1611155b6040518060400160405280600a8152602001696c61726765724a75727960b01b81525061312b565b612ffc8383836131a4565b610d15576001600160a01b03831661302a57604051637e27328960e01b815260048101829052602401610820565b60405163177e802f60e01b81526001600160a01b038316600482015260248101829052604401610820565b5f80613069610140840161012085016146d5565b63ffffffff1661307f60e0850160c086016146d5565b63ffffffff16116130a15761309c610140840161012085016146d5565b6130b1565b6130b160e0840160c085016146d5565b63ffffffff1690506130cb610120840161010085016146d5565b6130dc9063ffffffff166004614526565b6130ed610100850160e086016146d5565b6130fe9063ffffffff166013614526565b613110610140860161012087016146d5565b63ffffffff16613121846002614526565b6123f69190613a27565b816107125780604051637a72dbcd60e11b815260040161082091906133a2565b610cf55f8563ffffffff1611801561316c575062278d0063ffffffff861611155b801561319e575061317f836103e8614526565b6131899085613a27565b61319b63ffffffff87166103e8614526565b10155b8261312b565b5f6001600160a01b038316158015906132005750826001600160a01b0316846001600160a01b031614806131dd57506131dd848461196d565b8061320057505f828152600460205260409020546001600160a01b038481169116145b949350505050565b604051806080016040528061321b6132f6565b81526040805160a0810182525f8082526020828101829052928201819052606082018190526080820152910190815260200161325561329b565b815260408051610100810182525f8082526020828101829052928201819052606082018190526080820181905260a0820181905260c0820181905260e082015291015290565b60408051610160810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e081018290526101008101829052610120810182905261014081019190915290565b6040518060e001604052805f81526020015f81526020015f81526020015f81526020015f63ffffffff1681526020015f600281111561333757613337613586565b8152602001606081525090565b6001600160e01b0319811681146126c3575f5ffd5b5f60208284031215613369575f5ffd5b813561101281613344565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f6110126020830184613374565b5f602082840312156133c4575f5ffd5b5035919050565b6001600160a01b03811681146126c3575f5ffd5b5f5f604083850312156133f0575f5ffd5b82356133fb816133cb565b946020939093013593505050565b6001600160401b03811681146126c3575f5ffd5b5f6020828403121561342d575f5ffd5b813561101281613409565b6001600160401b03815116825263ffffffff602082015116602083015263ffffffff604082015116604083015263ffffffff606082015116606083015263ffffffff60808201511660808301525050565b60a0810161064b8284613438565b5f5f5f5f608085870312156134aa575f5ffd5b84356134b581613409565b935060208501356134c581613409565b93969395505050506040820135916060013590565b5f602082840312156134ea575f5ffd5b81356001600160401b038111156134ff575f5ffd5b82016103208185031215611012575f5ffd5b5f5f5f60608486031215613523575f5ffd5b833561352e816133cb565b9250602084013561353e816133cb565b929592945050506040919091013590565b5f5f60408385031215613560575f5ffd5b82356133fb81613409565b5f6020828403121561357b575f5ffd5b8135611012816133cb565b634e487b7160e01b5f52602160045260245ffd5b600381106135b657634e487b7160e01b5f52602160045260245ffd5b9052565b8051825260208101516020830152604081015160408301526060810151606083015263ffffffff60808201511660808301525f60a08201516135ff60a085018261359a565b5060c082015160e060c085015261320060e0850182613374565b805163ffffffff168252602081015161363a602084018263ffffffff169052565b506040810151613652604084018263ffffffff169052565b50606081015161366a606084018263ffffffff169052565b506080810151613682608084018263ffffffff169052565b5060a081015161369a60a084018263ffffffff169052565b5060c08101516136b260c084018263ffffffff169052565b5060e08101516136ca60e084018263ffffffff169052565b506101008101516136e461010084018263ffffffff169052565b506101208101516136fe61012084018263ffffffff169052565b50610140810151610d1561014084018263ffffffff169052565b60018060a01b0381511682526001600160601b0360208201511660208301526001600160601b036040820151166040830152606081015161376460608401826001600160601b03169052565b50608081015161377f60808401826001600160601b03169052565b5060a081015161379a60a08401826001600160601b03169052565b5060c08101516137b060c084018261ffff169052565b5060e0810151610d1560e084018261ffff169052565b602081525f825161032060208401526137e36103408401826135ba565b905060208401516137f76040850182613438565b50604084015161380a60e0850182613619565b50606084015161381e610240850182613718565b509392505050565b610160810161064b8284613619565b610100810161064b8284613718565b5f5f60408385031215613855575f5ffd5b8235613860816133cb565b915060208301358015158114613874575f5ffd5b809150509250929050565b634e487b7160e01b5f52604160045260245ffd5b604051601f8201601f191681016001600160401b03811182821017156138bb576138bb61387f565b604052919050565b5f5f5f5f608085870312156138d6575f5ffd5b84356138e1816133cb565b935060208501356138f1816133cb565b92506040850135915060608501356001600160401b03811115613912575f5ffd5b8501601f81018713613922575f5ffd5b80356001600160401b0381111561393b5761393b61387f565b61394e601f8201601f1916602001613893565b818152886020838501011115613962575f5ffd5b816020840160208301375f6020838301015280935050505092959194509250565b5f610160828403128015613995575f5ffd5b509092915050565b5f5f604083850312156139ae575f5ffd5b82356139b9816133cb565b91506020830135613874816133cb565b602081525f61101260208301846135ba565b600181811c908216806139ef57607f821691505b602082108103613a0d57634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52601160045260245ffd5b8082018082111561064b5761064b613a13565b5f60208284031215613a4a575f5ffd5b815161101281613409565b5f6001600160401b0382166001600160401b038103613a7657613a76613a13565b60010192915050565b5f823560de19833603018112613a93575f5ffd5b9190910192915050565b63ffffffff811681146126c3575f5ffd5b5f813561064b81613a9d565b600381106126c3575f5ffd5b5f813561064b81613aba565b60038210613aee57634e487b7160e01b5f52602160045260245ffd5b805464ff000000008360201b1664ff00000000198216178255505050565b5f5f8335601e19843603018112613b21575f5ffd5b8301803591506001600160401b03821115613b3a575f5ffd5b602001915036819003821315613b4e575f5ffd5b9250929050565b601f821115610d155782821115610d1557805f5260205f20601f840160051c6020851015613b8057505f5b90810190601f840160051c035f5b8181101561218d575f83820155600101613b8e565b6001600160401b03831115613bba57613bba61387f565b613bce83613bc883546139db565b83613b55565b5f601f841160018114613bff575f8515613be85750838201355b5f19600387901b1c1916600186901b17835561218f565b5f83815260208120601f198716915b82811015613c2e5786850135825560209485019460019092019101613c0e565b5086821015613c4a575f1960f88860031b161c19848701351681555b505060018560011b0183555050505050565b805463ffffffff60601b191660609290921b63ffffffff60601b16919091179055565b805463ffffffff60801b191660809290921b63ffffffff60801b16919091179055565b805463ffffffff60a01b191660a09290921b63ffffffff60a01b16919091179055565b8135613cd081613409565b6001600160401b0381166001600160401b0319835416178255506020820135613cf881613a9d565b815463ffffffff60401b1916604082901b63ffffffff60401b16178255506040820135613d2481613a9d565b613d2e8183613c5c565b506060820135613d3d81613a9d565b613d478183613c7f565b506080820135613d5681613a9d565b610d158183613ca2565b8135613d6b81613a9d565b815463ffffffff191663ffffffff8216178255505f6020830135613d8e81613a9d565b825467ffffffff000000001916602082901b67ffffffff0000000016178355905050613ddf613dbf60408401613aae565b825463ffffffff60401b191660409190911b63ffffffff60401b16178255565b613df4613dee60608401613aae565b82613c5c565b613e09613e0360808401613aae565b82613c7f565b613e1e613e1860a08401613aae565b82613ca2565b613e51613e2d60c08401613aae565b82805463ffffffff60c01b191660c09290921b63ffffffff60c01b16919091179055565b613e84613e6060e08401613aae565b8280546001600160e01b031660e09290921b6001600160e01b031916919091179055565b60018101613eaf613e986101008501613aae565b825463ffffffff191663ffffffff91909116178255565b613ee1613ebf6101208501613aae565b825467ffffffff00000000191660209190911b67ffffffff0000000016178255565b610d15613dbf6101408501613aae565b6001600160601b03811681146126c3575f5ffd5b5f813561064b81613ef1565b61ffff811681146126c3575f5ffd5b5f813561064b81613f11565b8135613f37816133cb565b81546001600160a01b0319166001600160a01b03919091161781555f6020830135613f6181613ef1565b82546001600160a01b031660a09190911b6001600160a01b0319161782555060018101613fb5613f9360408501613f05565b82546bffffffffffffffffffffffff19166001600160601b0391909116178255565b613ff8613fc460608501613f05565b8280546bffffffffffffffffffffffff60601b191660609290921b6bffffffffffffffffffffffff60601b16919091179055565b506002810161400c613f9360808501613f05565b61401b613fc460a08501613f05565b61404a61402a60c08501613f20565b82805461ffff60c01b191660c09290921b61ffff60c01b16919091179055565b610d1561405960e08501613f20565b82805461ffff60d01b191660d09290921b61ffff60d01b16919091179055565b813560de1983360301811261408c575f5ffd5b8201803582556020810135600183015560408101356002830155606081013560038301556004820160808201356140c281613a9d565b815463ffffffff191663ffffffff8216178255506140eb6140e560a08401613ac6565b82613ad2565b506140f960c0820182613b0c565b9150614109828260058601613ba3565b505061411b6020830160068301613cc5565b61412b60c0830160078301613d60565b610712610220830160098301613f2c565b8035610c6d81613a9d565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b803561417a81613409565b6001600160401b03168252602081013561419381613a9d565b63ffffffff16602083015260408101356141ac81613a9d565b63ffffffff16604083015260608101356141c581613a9d565b63ffffffff16606083015260808101356141de81613a9d565b63ffffffff81166080840152505050565b614206826141fc8361413c565b63ffffffff169052565b6142126020820161413c565b63ffffffff1660208301526142296040820161413c565b63ffffffff1660408301526142406060820161413c565b63ffffffff1660608301526142576080820161413c565b63ffffffff16608083015261426e60a0820161413c565b63ffffffff1660a083015261428560c0820161413c565b63ffffffff1660c083015261429c60e0820161413c565b63ffffffff1660e08301526142b4610100820161413c565b63ffffffff166101008301526142cd610120820161413c565b63ffffffff166101208301526142e6610140820161413c565b63ffffffff8116610140840152505050565b8035610c6d81613ef1565b8035610c6d81613f11565b8035614319816133cb565b6001600160a01b03168252602081013561433281613ef1565b6001600160601b0316602083015261434c604082016142f8565b6001600160601b03166040830152614366606082016142f8565b6001600160601b03166060830152614380608082016142f8565b6001600160601b0316608083015261439a60a082016142f8565b6001600160601b031660a08301526143b460c08201614303565b61ffff1660c08301526143c960e08201614303565b61ffff811660e0840152505050565b602081525f823560de198436030181126143f0575f5ffd5b610320602084810191909152908401803561034085015290810135610360840152604081013561038084015260608101356103a0840152608081013561443581613a9d565b63ffffffff166103c084015260a081013561444f81613aba565b61445d6103e085018261359a565b5060c0810135601e19823603018112614474575f5ffd5b016020810190356001600160401b0381111561448e575f5ffd5b80360382131561449c575f5ffd5b60e06104008501526144b361042085018284614147565b9150506144c6604084016020860161416f565b6144d660e0840160c086016141ef565b6110126102408401610220860161430e565b5f602082840312156144f8575f5ffd5b5051919050565b634e487b7160e01b5f52601260045260245ffd5b5f82614521576145216144ff565b500490565b808202811582820484141761064b5761064b613a13565b61ffff818116838216019081111561064b5761064b613a13565b8181038181111561064b5761064b613a13565b634e487b7160e01b5f52603260045260245ffd5b6734b833399d1797b360c11b81525f82518060208501600885015e5f920160080191825250919050565b5f60a08284031280156145b9575f5ffd5b5060405160a081016001600160401b03811182821017156145dc576145dc61387f565b60405282516145ea81613409565b815260208301516145fa81613409565b6020820152604083015161460d81613409565b6040820152606083015161462081613409565b6060820152608083015160ff81168114614638575f5ffd5b60808201529392505050565b5f60208284031215614654575f5ffd5b815161101281613a9d565b6001600160401b03818116838216019081111561064b5761064b613a13565b6001600160a01b03858116825284166020820152604081018390526080606082018190525f906146b090830184613374565b9695505050505050565b5f602082840312156146ca575f5ffd5b815161101281613344565b5f602082840312156146e5575f5ffd5b813561101281613a9d565b5f60208284031215614700575f5ffd5b813561101281613aba565b63ffffffff818116838216029081169081811461236057612360613a13565b5f6020828403121561473a575f5ffd5b813561101281613ef1565b5f60208284031215614755575f5ffd5b813561101281613f11565b5f61ffff831680614773576147736144ff565b8061ffff8416069150509291505056",
}

// RunRegistry is an auto generated Go binding around an Ethereum contract.
type RunRegistry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *RunRegistry) GetABI() abi.ABI {
	return c.abi
}

// NewRunRegistry creates a new instance of RunRegistry.
func NewRunRegistry() *RunRegistry {
	parsed, err := RunRegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &RunRegistry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *RunRegistry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor((address,address,address,address,address,address,address,address,address,address) core, uint256 gasPriceCap_) returns()
func (runRegistry *RunRegistry) PackConstructor(core Core, gasPriceCap_ *big.Int) []byte {
	enc, err := runRegistry.abi.Pack("", core, gasPriceCap_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address to, uint256 tokenId) returns()
func (runRegistry *RunRegistry) PackApprove(to common.Address, tokenId *big.Int) []byte {
	enc, err := runRegistry.abi.Pack("approve", to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address to, uint256 tokenId) returns()
func (runRegistry *RunRegistry) TryPackApprove(to common.Address, tokenId *big.Int) ([]byte, error) {
	return runRegistry.abi.Pack("approve", to, tokenId)
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (runRegistry *RunRegistry) PackBalanceOf(owner common.Address) []byte {
	enc, err := runRegistry.abi.Pack("balanceOf", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (runRegistry *RunRegistry) TryPackBalanceOf(owner common.Address) ([]byte, error) {
	return runRegistry.abi.Pack("balanceOf", owner)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address owner) view returns(uint256)
func (runRegistry *RunRegistry) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := runRegistry.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBaseBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0d9a7904.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function baseBond(uint64 id) view returns(uint256)
func (runRegistry *RunRegistry) PackBaseBond(id uint64) []byte {
	enc, err := runRegistry.abi.Pack("baseBond", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBaseBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0d9a7904.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function baseBond(uint64 id) view returns(uint256)
func (runRegistry *RunRegistry) TryPackBaseBond(id uint64) ([]byte, error) {
	return runRegistry.abi.Pack("baseBond", id)
}

// UnpackBaseBond is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0d9a7904.
//
// Solidity: function baseBond(uint64 id) view returns(uint256)
func (runRegistry *RunRegistry) UnpackBaseBond(data []byte) (*big.Int, error) {
	out, err := runRegistry.abi.Unpack("baseBond", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackChallengeBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5fd6e208.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function challengeBond(uint64 id) view returns(uint256)
func (runRegistry *RunRegistry) PackChallengeBond(id uint64) []byte {
	enc, err := runRegistry.abi.Pack("challengeBond", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChallengeBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5fd6e208.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function challengeBond(uint64 id) view returns(uint256)
func (runRegistry *RunRegistry) TryPackChallengeBond(id uint64) ([]byte, error) {
	return runRegistry.abi.Pack("challengeBond", id)
}

// UnpackChallengeBond is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5fd6e208.
//
// Solidity: function challengeBond(uint64 id) view returns(uint256)
func (runRegistry *RunRegistry) UnpackChallengeBond(data []byte) (*big.Int, error) {
	out, err := runRegistry.abi.Unpack("challengeBond", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackClocks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x918aedc2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function clocks(uint64 id) view returns((uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32))
func (runRegistry *RunRegistry) PackClocks(id uint64) []byte {
	enc, err := runRegistry.abi.Pack("clocks", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClocks is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x918aedc2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function clocks(uint64 id) view returns((uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32))
func (runRegistry *RunRegistry) TryPackClocks(id uint64) ([]byte, error) {
	return runRegistry.abi.Pack("clocks", id)
}

// UnpackClocks is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x918aedc2.
//
// Solidity: function clocks(uint64 id) view returns((uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32))
func (runRegistry *RunRegistry) UnpackClocks(data []byte) (Clocks, error) {
	out, err := runRegistry.abi.Unpack("clocks", data)
	if err != nil {
		return *new(Clocks), err
	}
	out0 := *abi.ConvertType(out[0], new(Clocks)).(*Clocks)
	return out0, nil
}

// PackCourtFee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7eddd448.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function courtFee(uint64 id) view returns(uint256)
func (runRegistry *RunRegistry) PackCourtFee(id uint64) []byte {
	enc, err := runRegistry.abi.Pack("courtFee", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCourtFee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7eddd448.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function courtFee(uint64 id) view returns(uint256)
func (runRegistry *RunRegistry) TryPackCourtFee(id uint64) ([]byte, error) {
	return runRegistry.abi.Pack("courtFee", id)
}

// UnpackCourtFee is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7eddd448.
//
// Solidity: function courtFee(uint64 id) view returns(uint256)
func (runRegistry *RunRegistry) UnpackCourtFee(data []byte) (*big.Int, error) {
	out, err := runRegistry.abi.Unpack("courtFee", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x215284ed.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function create(((bytes32,bytes32,bytes32,bytes32,uint32,uint8,bytes),(uint64,uint32,uint32,uint32,uint32),(uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32),(address,uint96,uint96,uint96,uint96,uint96,uint16,uint16)) data) returns(uint64 id)
func (runRegistry *RunRegistry) PackCreate(data Run) []byte {
	enc, err := runRegistry.abi.Pack("create", data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x215284ed.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function create(((bytes32,bytes32,bytes32,bytes32,uint32,uint8,bytes),(uint64,uint32,uint32,uint32,uint32),(uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32),(address,uint96,uint96,uint96,uint96,uint96,uint16,uint16)) data) returns(uint64 id)
func (runRegistry *RunRegistry) TryPackCreate(data Run) ([]byte, error) {
	return runRegistry.abi.Pack("create", data)
}

// UnpackCreate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x215284ed.
//
// Solidity: function create(((bytes32,bytes32,bytes32,bytes32,uint32,uint8,bytes),(uint64,uint32,uint32,uint32,uint32),(uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32),(address,uint96,uint96,uint96,uint96,uint96,uint16,uint16)) data) returns(uint64 id)
func (runRegistry *RunRegistry) UnpackCreate(data []byte) (uint64, error) {
	out, err := runRegistry.abi.Unpack("create", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackEconomy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa0436e82.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function economy(uint64 id) view returns((address,uint96,uint96,uint96,uint96,uint96,uint16,uint16))
func (runRegistry *RunRegistry) PackEconomy(id uint64) []byte {
	enc, err := runRegistry.abi.Pack("economy", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEconomy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa0436e82.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function economy(uint64 id) view returns((address,uint96,uint96,uint96,uint96,uint96,uint16,uint16))
func (runRegistry *RunRegistry) TryPackEconomy(id uint64) ([]byte, error) {
	return runRegistry.abi.Pack("economy", id)
}

// UnpackEconomy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa0436e82.
//
// Solidity: function economy(uint64 id) view returns((address,uint96,uint96,uint96,uint96,uint96,uint16,uint16))
func (runRegistry *RunRegistry) UnpackEconomy(data []byte) (Economy, error) {
	out, err := runRegistry.abi.Unpack("economy", data)
	if err != nil {
		return *new(Economy), err
	}
	out0 := *abi.ConvertType(out[0], new(Economy)).(*Economy)
	return out0, nil
}

// PackEscrow is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b96ad12.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function escrow(uint64 id) view returns(uint256)
func (runRegistry *RunRegistry) PackEscrow(id uint64) []byte {
	enc, err := runRegistry.abi.Pack("escrow", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEscrow is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b96ad12.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function escrow(uint64 id) view returns(uint256)
func (runRegistry *RunRegistry) TryPackEscrow(id uint64) ([]byte, error) {
	return runRegistry.abi.Pack("escrow", id)
}

// UnpackEscrow is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8b96ad12.
//
// Solidity: function escrow(uint64 id) view returns(uint256)
func (runRegistry *RunRegistry) UnpackEscrow(data []byte) (*big.Int, error) {
	out, err := runRegistry.abi.Unpack("escrow", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackEscrowKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x466d6d89.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function escrowKey(uint64 id) pure returns(bytes32)
func (runRegistry *RunRegistry) PackEscrowKey(id uint64) []byte {
	enc, err := runRegistry.abi.Pack("escrowKey", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEscrowKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x466d6d89.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function escrowKey(uint64 id) pure returns(bytes32)
func (runRegistry *RunRegistry) TryPackEscrowKey(id uint64) ([]byte, error) {
	return runRegistry.abi.Pack("escrowKey", id)
}

// UnpackEscrowKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x466d6d89.
//
// Solidity: function escrowKey(uint64 id) pure returns(bytes32)
func (runRegistry *RunRegistry) UnpackEscrowKey(data []byte) ([32]byte, error) {
	out, err := runRegistry.abi.Unpack("escrowKey", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackFacts is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe9c32904.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function facts(uint64 id) view returns((bytes32,bytes32,bytes32,bytes32,uint32,uint8,bytes))
func (runRegistry *RunRegistry) PackFacts(id uint64) []byte {
	enc, err := runRegistry.abi.Pack("facts", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFacts is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe9c32904.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function facts(uint64 id) view returns((bytes32,bytes32,bytes32,bytes32,uint32,uint8,bytes))
func (runRegistry *RunRegistry) TryPackFacts(id uint64) ([]byte, error) {
	return runRegistry.abi.Pack("facts", id)
}

// UnpackFacts is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe9c32904.
//
// Solidity: function facts(uint64 id) view returns((bytes32,bytes32,bytes32,bytes32,uint32,uint8,bytes))
func (runRegistry *RunRegistry) UnpackFacts(data []byte) (Facts, error) {
	out, err := runRegistry.abi.Unpack("facts", data)
	if err != nil {
		return *new(Facts), err
	}
	out0 := *abi.ConvertType(out[0], new(Facts)).(*Facts)
	return out0, nil
}

// PackFund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c53ba26.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fund(uint64 id, uint256 amount) payable returns(uint256 received)
func (runRegistry *RunRegistry) PackFund(id uint64, amount *big.Int) []byte {
	enc, err := runRegistry.abi.Pack("fund", id, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c53ba26.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fund(uint64 id, uint256 amount) payable returns(uint256 received)
func (runRegistry *RunRegistry) TryPackFund(id uint64, amount *big.Int) ([]byte, error) {
	return runRegistry.abi.Pack("fund", id, amount)
}

// UnpackFund is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c53ba26.
//
// Solidity: function fund(uint64 id, uint256 amount) payable returns(uint256 received)
func (runRegistry *RunRegistry) UnpackFund(data []byte) (*big.Int, error) {
	out, err := runRegistry.abi.Unpack("fund", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGasPriceCap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe2ce3c64.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function gasPriceCap() view returns(uint256)
func (runRegistry *RunRegistry) PackGasPriceCap() []byte {
	enc, err := runRegistry.abi.Pack("gasPriceCap")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGasPriceCap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe2ce3c64.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function gasPriceCap() view returns(uint256)
func (runRegistry *RunRegistry) TryPackGasPriceCap() ([]byte, error) {
	return runRegistry.abi.Pack("gasPriceCap")
}

// UnpackGasPriceCap is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe2ce3c64.
//
// Solidity: function gasPriceCap() view returns(uint256)
func (runRegistry *RunRegistry) UnpackGasPriceCap(data []byte) (*big.Int, error) {
	out, err := runRegistry.abi.Unpack("gasPriceCap", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (runRegistry *RunRegistry) PackGetApproved(tokenId *big.Int) []byte {
	enc, err := runRegistry.abi.Pack("getApproved", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (runRegistry *RunRegistry) TryPackGetApproved(tokenId *big.Int) ([]byte, error) {
	return runRegistry.abi.Pack("getApproved", tokenId)
}

// UnpackGetApproved is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x081812fc.
//
// Solidity: function getApproved(uint256 tokenId) view returns(address)
func (runRegistry *RunRegistry) UnpackGetApproved(data []byte) (common.Address, error) {
	out, err := runRegistry.abi.Unpack("getApproved", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (runRegistry *RunRegistry) PackIsApprovedForAll(owner common.Address, operator common.Address) []byte {
	enc, err := runRegistry.abi.Pack("isApprovedForAll", owner, operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (runRegistry *RunRegistry) TryPackIsApprovedForAll(owner common.Address, operator common.Address) ([]byte, error) {
	return runRegistry.abi.Pack("isApprovedForAll", owner, operator)
}

// UnpackIsApprovedForAll is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe985e9c5.
//
// Solidity: function isApprovedForAll(address owner, address operator) view returns(bool)
func (runRegistry *RunRegistry) UnpackIsApprovedForAll(data []byte) (bool, error) {
	out, err := runRegistry.abi.Unpack("isApprovedForAll", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackLongestDispute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6116863.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function longestDispute((uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32) c) pure returns(uint256)
func (runRegistry *RunRegistry) PackLongestDispute(c Clocks) []byte {
	enc, err := runRegistry.abi.Pack("longestDispute", c)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLongestDispute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe6116863.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function longestDispute((uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32) c) pure returns(uint256)
func (runRegistry *RunRegistry) TryPackLongestDispute(c Clocks) ([]byte, error) {
	return runRegistry.abi.Pack("longestDispute", c)
}

// UnpackLongestDispute is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe6116863.
//
// Solidity: function longestDispute((uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32) c) pure returns(uint256)
func (runRegistry *RunRegistry) UnpackLongestDispute(data []byte) (*big.Int, error) {
	out, err := runRegistry.abi.Unpack("longestDispute", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (runRegistry *RunRegistry) PackName() []byte {
	enc, err := runRegistry.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (runRegistry *RunRegistry) TryPackName() ([]byte, error) {
	return runRegistry.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (runRegistry *RunRegistry) UnpackName(data []byte) (string, error) {
	out, err := runRegistry.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (runRegistry *RunRegistry) PackOwnerOf(tokenId *big.Int) []byte {
	enc, err := runRegistry.abi.Pack("ownerOf", tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (runRegistry *RunRegistry) TryPackOwnerOf(tokenId *big.Int) ([]byte, error) {
	return runRegistry.abi.Pack("ownerOf", tokenId)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6352211e.
//
// Solidity: function ownerOf(uint256 tokenId) view returns(address)
func (runRegistry *RunRegistry) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := runRegistry.abi.Unpack("ownerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackReclaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14b40d33.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reclaim(uint64 id) returns(uint256 amount)
func (runRegistry *RunRegistry) PackReclaim(id uint64) []byte {
	enc, err := runRegistry.abi.Pack("reclaim", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReclaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14b40d33.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reclaim(uint64 id) returns(uint256 amount)
func (runRegistry *RunRegistry) TryPackReclaim(id uint64) ([]byte, error) {
	return runRegistry.abi.Pack("reclaim", id)
}

// UnpackReclaim is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x14b40d33.
//
// Solidity: function reclaim(uint64 id) returns(uint256 amount)
func (runRegistry *RunRegistry) UnpackReclaim(data []byte) (*big.Int, error) {
	out, err := runRegistry.abi.Unpack("reclaim", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackReserve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1f301bee.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reserve(uint64 id, uint64 fence, bytes32 key, uint256 amount) returns()
func (runRegistry *RunRegistry) PackReserve(id uint64, fence uint64, key [32]byte, amount *big.Int) []byte {
	enc, err := runRegistry.abi.Pack("reserve", id, fence, key, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReserve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1f301bee.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reserve(uint64 id, uint64 fence, bytes32 key, uint256 amount) returns()
func (runRegistry *RunRegistry) TryPackReserve(id uint64, fence uint64, key [32]byte, amount *big.Int) ([]byte, error) {
	return runRegistry.abi.Pack("reserve", id, fence, key, amount)
}

// PackRun is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8a52d919.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function run(uint64 id) view returns(((bytes32,bytes32,bytes32,bytes32,uint32,uint8,bytes),(uint64,uint32,uint32,uint32,uint32),(uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32),(address,uint96,uint96,uint96,uint96,uint96,uint16,uint16)))
func (runRegistry *RunRegistry) PackRun(id uint64) []byte {
	enc, err := runRegistry.abi.Pack("run", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRun is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8a52d919.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function run(uint64 id) view returns(((bytes32,bytes32,bytes32,bytes32,uint32,uint8,bytes),(uint64,uint32,uint32,uint32,uint32),(uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32),(address,uint96,uint96,uint96,uint96,uint96,uint16,uint16)))
func (runRegistry *RunRegistry) TryPackRun(id uint64) ([]byte, error) {
	return runRegistry.abi.Pack("run", id)
}

// UnpackRun is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8a52d919.
//
// Solidity: function run(uint64 id) view returns(((bytes32,bytes32,bytes32,bytes32,uint32,uint8,bytes),(uint64,uint32,uint32,uint32,uint32),(uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32),(address,uint96,uint96,uint96,uint96,uint96,uint16,uint16)))
func (runRegistry *RunRegistry) UnpackRun(data []byte) (Run, error) {
	out, err := runRegistry.abi.Unpack("run", data)
	if err != nil {
		return *new(Run), err
	}
	out0 := *abi.ConvertType(out[0], new(Run)).(*Run)
	return out0, nil
}

// PackRuns is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5b24fd4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function runs() view returns(uint64)
func (runRegistry *RunRegistry) PackRuns() []byte {
	enc, err := runRegistry.abi.Pack("runs")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRuns is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5b24fd4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function runs() view returns(uint64)
func (runRegistry *RunRegistry) TryPackRuns() ([]byte, error) {
	return runRegistry.abi.Pack("runs")
}

// UnpackRuns is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb5b24fd4.
//
// Solidity: function runs() view returns(uint64)
func (runRegistry *RunRegistry) UnpackRuns(data []byte) (uint64, error) {
	out, err := runRegistry.abi.Unpack("runs", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId) returns()
func (runRegistry *RunRegistry) PackSafeTransferFrom(from common.Address, to common.Address, tokenId *big.Int) []byte {
	enc, err := runRegistry.abi.Pack("safeTransferFrom", from, to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId) returns()
func (runRegistry *RunRegistry) TryPackSafeTransferFrom(from common.Address, to common.Address, tokenId *big.Int) ([]byte, error) {
	return runRegistry.abi.Pack("safeTransferFrom", from, to, tokenId)
}

// PackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId, bytes data) returns()
func (runRegistry *RunRegistry) PackSafeTransferFrom0(from common.Address, to common.Address, tokenId *big.Int, data []byte) []byte {
	enc, err := runRegistry.abi.Pack("safeTransferFrom0", from, to, tokenId, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address from, address to, uint256 tokenId, bytes data) returns()
func (runRegistry *RunRegistry) TryPackSafeTransferFrom0(from common.Address, to common.Address, tokenId *big.Int, data []byte) ([]byte, error) {
	return runRegistry.abi.Pack("safeTransferFrom0", from, to, tokenId, data)
}

// PackSchedule is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0ad9f5d2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function schedule(uint64 id) view returns((uint64,uint32,uint32,uint32,uint32))
func (runRegistry *RunRegistry) PackSchedule(id uint64) []byte {
	enc, err := runRegistry.abi.Pack("schedule", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSchedule is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0ad9f5d2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function schedule(uint64 id) view returns((uint64,uint32,uint32,uint32,uint32))
func (runRegistry *RunRegistry) TryPackSchedule(id uint64) ([]byte, error) {
	return runRegistry.abi.Pack("schedule", id)
}

// UnpackSchedule is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0ad9f5d2.
//
// Solidity: function schedule(uint64 id) view returns((uint64,uint32,uint32,uint32,uint32))
func (runRegistry *RunRegistry) UnpackSchedule(data []byte) (Schedule, error) {
	out, err := runRegistry.abi.Unpack("schedule", data)
	if err != nil {
		return *new(Schedule), err
	}
	out0 := *abi.ConvertType(out[0], new(Schedule)).(*Schedule)
	return out0, nil
}

// PackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setApprovalForAll(address operator, bool approved) returns()
func (runRegistry *RunRegistry) PackSetApprovalForAll(operator common.Address, approved bool) []byte {
	enc, err := runRegistry.abi.Pack("setApprovalForAll", operator, approved)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setApprovalForAll(address operator, bool approved) returns()
func (runRegistry *RunRegistry) TryPackSetApprovalForAll(operator common.Address, approved bool) ([]byte, error) {
	return runRegistry.abi.Pack("setApprovalForAll", operator, approved)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (runRegistry *RunRegistry) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := runRegistry.abi.Pack("supportsInterface", interfaceId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (runRegistry *RunRegistry) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return runRegistry.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (runRegistry *RunRegistry) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := runRegistry.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (runRegistry *RunRegistry) PackSymbol() []byte {
	enc, err := runRegistry.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (runRegistry *RunRegistry) TryPackSymbol() ([]byte, error) {
	return runRegistry.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (runRegistry *RunRegistry) UnpackSymbol(data []byte) (string, error) {
	out, err := runRegistry.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenURI(uint256 id) view returns(string)
func (runRegistry *RunRegistry) PackTokenURI(id *big.Int) []byte {
	enc, err := runRegistry.abi.Pack("tokenURI", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenURI(uint256 id) view returns(string)
func (runRegistry *RunRegistry) TryPackTokenURI(id *big.Int) ([]byte, error) {
	return runRegistry.abi.Pack("tokenURI", id)
}

// UnpackTokenURI is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc87b56dd.
//
// Solidity: function tokenURI(uint256 id) view returns(string)
func (runRegistry *RunRegistry) UnpackTokenURI(data []byte) (string, error) {
	out, err := runRegistry.abi.Unpack("tokenURI", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 tokenId) returns()
func (runRegistry *RunRegistry) PackTransferFrom(from common.Address, to common.Address, tokenId *big.Int) []byte {
	enc, err := runRegistry.abi.Pack("transferFrom", from, to, tokenId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 tokenId) returns()
func (runRegistry *RunRegistry) TryPackTransferFrom(from common.Address, to common.Address, tokenId *big.Int) ([]byte, error) {
	return runRegistry.abi.Pack("transferFrom", from, to, tokenId)
}

// RunRegistryApproval represents a Approval event raised by the RunRegistry contract.
type RunRegistryApproval struct {
	Owner    common.Address
	Approved common.Address
	TokenId  *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const RunRegistryApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (RunRegistryApproval) ContractEventName() string {
	return RunRegistryApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed approved, uint256 indexed tokenId)
func (runRegistry *RunRegistry) UnpackApprovalEvent(log *types.Log) (*RunRegistryApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != runRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RunRegistryApproval)
	if len(log.Data) > 0 {
		if err := runRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range runRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// RunRegistryApprovalForAll represents a ApprovalForAll event raised by the RunRegistry contract.
type RunRegistryApprovalForAll struct {
	Owner    common.Address
	Operator common.Address
	Approved bool
	Raw      *types.Log // Blockchain specific contextual infos
}

const RunRegistryApprovalForAllEventName = "ApprovalForAll"

// ContractEventName returns the user-defined event name.
func (RunRegistryApprovalForAll) ContractEventName() string {
	return RunRegistryApprovalForAllEventName
}

// UnpackApprovalForAllEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ApprovalForAll(address indexed owner, address indexed operator, bool approved)
func (runRegistry *RunRegistry) UnpackApprovalForAllEvent(log *types.Log) (*RunRegistryApprovalForAll, error) {
	event := "ApprovalForAll"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != runRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RunRegistryApprovalForAll)
	if len(log.Data) > 0 {
		if err := runRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range runRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// RunRegistryFunded represents a Funded event raised by the RunRegistry contract.
type RunRegistryFunded struct {
	Run    uint64
	Payer  common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const RunRegistryFundedEventName = "Funded"

// ContractEventName returns the user-defined event name.
func (RunRegistryFunded) ContractEventName() string {
	return RunRegistryFundedEventName
}

// UnpackFundedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Funded(uint64 indexed run, address indexed payer, uint256 amount)
func (runRegistry *RunRegistry) UnpackFundedEvent(log *types.Log) (*RunRegistryFunded, error) {
	event := "Funded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != runRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RunRegistryFunded)
	if len(log.Data) > 0 {
		if err := runRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range runRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// RunRegistryReclaimed represents a Reclaimed event raised by the RunRegistry contract.
type RunRegistryReclaimed struct {
	Run    uint64
	Owner  common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const RunRegistryReclaimedEventName = "Reclaimed"

// ContractEventName returns the user-defined event name.
func (RunRegistryReclaimed) ContractEventName() string {
	return RunRegistryReclaimedEventName
}

// UnpackReclaimedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Reclaimed(uint64 indexed run, address indexed owner, uint256 amount)
func (runRegistry *RunRegistry) UnpackReclaimedEvent(log *types.Log) (*RunRegistryReclaimed, error) {
	event := "Reclaimed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != runRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RunRegistryReclaimed)
	if len(log.Data) > 0 {
		if err := runRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range runRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// RunRegistryRewardReserved represents a RewardReserved event raised by the RunRegistry contract.
type RunRegistryRewardReserved struct {
	Run    uint64
	Fence  uint64
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const RunRegistryRewardReservedEventName = "RewardReserved"

// ContractEventName returns the user-defined event name.
func (RunRegistryRewardReserved) ContractEventName() string {
	return RunRegistryRewardReservedEventName
}

// UnpackRewardReservedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RewardReserved(uint64 indexed run, uint64 indexed fence, uint256 amount)
func (runRegistry *RunRegistry) UnpackRewardReservedEvent(log *types.Log) (*RunRegistryRewardReserved, error) {
	event := "RewardReserved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != runRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RunRegistryRewardReserved)
	if len(log.Data) > 0 {
		if err := runRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range runRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// RunRegistryRunCreated represents a RunCreated event raised by the RunRegistry contract.
type RunRegistryRunCreated struct {
	Run      uint64
	Author   common.Address
	SpecHash [32]byte
	Data     Run
	Raw      *types.Log // Blockchain specific contextual infos
}

const RunRegistryRunCreatedEventName = "RunCreated"

// ContractEventName returns the user-defined event name.
func (RunRegistryRunCreated) ContractEventName() string {
	return RunRegistryRunCreatedEventName
}

// UnpackRunCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RunCreated(uint64 indexed run, address indexed author, bytes32 indexed specHash, ((bytes32,bytes32,bytes32,bytes32,uint32,uint8,bytes),(uint64,uint32,uint32,uint32,uint32),(uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32,uint32),(address,uint96,uint96,uint96,uint96,uint96,uint16,uint16)) data)
func (runRegistry *RunRegistry) UnpackRunCreatedEvent(log *types.Log) (*RunRegistryRunCreated, error) {
	event := "RunCreated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != runRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RunRegistryRunCreated)
	if len(log.Data) > 0 {
		if err := runRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range runRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// RunRegistryTransfer represents a Transfer event raised by the RunRegistry contract.
type RunRegistryTransfer struct {
	From    common.Address
	To      common.Address
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const RunRegistryTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (RunRegistryTransfer) ContractEventName() string {
	return RunRegistryTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)
func (runRegistry *RunRegistry) UnpackTransferEvent(log *types.Log) (*RunRegistryTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != runRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RunRegistryTransfer)
	if len(log.Data) > 0 {
		if err := runRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range runRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (runRegistry *RunRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["ERC721IncorrectOwner"].ID.Bytes()[:4]) {
		return runRegistry.UnpackERC721IncorrectOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["ERC721InsufficientApproval"].ID.Bytes()[:4]) {
		return runRegistry.UnpackERC721InsufficientApprovalError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["ERC721InvalidApprover"].ID.Bytes()[:4]) {
		return runRegistry.UnpackERC721InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["ERC721InvalidOperator"].ID.Bytes()[:4]) {
		return runRegistry.UnpackERC721InvalidOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["ERC721InvalidOwner"].ID.Bytes()[:4]) {
		return runRegistry.UnpackERC721InvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["ERC721InvalidReceiver"].ID.Bytes()[:4]) {
		return runRegistry.UnpackERC721InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["ERC721InvalidSender"].ID.Bytes()[:4]) {
		return runRegistry.UnpackERC721InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["ERC721NonexistentToken"].ID.Bytes()[:4]) {
		return runRegistry.UnpackERC721NonexistentTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["EscrowTooSmall"].ID.Bytes()[:4]) {
		return runRegistry.UnpackEscrowTooSmallError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["NoSuchRun"].ID.Bytes()[:4]) {
		return runRegistry.UnpackNoSuchRunError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["NotReclaimable"].ID.Bytes()[:4]) {
		return runRegistry.UnpackNotReclaimableError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["NotTraining"].ID.Bytes()[:4]) {
		return runRegistry.UnpackNotTrainingError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["OutOfBounds"].ID.Bytes()[:4]) {
		return runRegistry.UnpackOutOfBoundsError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return runRegistry.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["WrongAddress"].ID.Bytes()[:4]) {
		return runRegistry.UnpackWrongAddressError(raw[4:])
	}
	if bytes.Equal(raw[:4], runRegistry.abi.Errors["WrongValue"].ID.Bytes()[:4]) {
		return runRegistry.UnpackWrongValueError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// RunRegistryERC721IncorrectOwner represents a ERC721IncorrectOwner error raised by the RunRegistry contract.
type RunRegistryERC721IncorrectOwner struct {
	Sender  common.Address
	TokenId *big.Int
	Owner   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)
func RunRegistryERC721IncorrectOwnerErrorID() common.Hash {
	return common.HexToHash("0x64283d7b313c8117c125f736876fa2b4e90ea3831a4716dfdb87d2f540e26289")
}

// UnpackERC721IncorrectOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)
func (runRegistry *RunRegistry) UnpackERC721IncorrectOwnerError(raw []byte) (*RunRegistryERC721IncorrectOwner, error) {
	out := new(RunRegistryERC721IncorrectOwner)
	if err := runRegistry.abi.UnpackIntoInterface(out, "ERC721IncorrectOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryERC721InsufficientApproval represents a ERC721InsufficientApproval error raised by the RunRegistry contract.
type RunRegistryERC721InsufficientApproval struct {
	Operator common.Address
	TokenId  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InsufficientApproval(address operator, uint256 tokenId)
func RunRegistryERC721InsufficientApprovalErrorID() common.Hash {
	return common.HexToHash("0x177e802f6f313bc89797ecace66d6d29ab4719cbaaacbb87367264048b1eb861")
}

// UnpackERC721InsufficientApprovalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InsufficientApproval(address operator, uint256 tokenId)
func (runRegistry *RunRegistry) UnpackERC721InsufficientApprovalError(raw []byte) (*RunRegistryERC721InsufficientApproval, error) {
	out := new(RunRegistryERC721InsufficientApproval)
	if err := runRegistry.abi.UnpackIntoInterface(out, "ERC721InsufficientApproval", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryERC721InvalidApprover represents a ERC721InvalidApprover error raised by the RunRegistry contract.
type RunRegistryERC721InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidApprover(address approver)
func RunRegistryERC721InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xa9fbf51f86b8e03595d59dc726bb10c329bb24f62589be276d8dd193ca0b69ea")
}

// UnpackERC721InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidApprover(address approver)
func (runRegistry *RunRegistry) UnpackERC721InvalidApproverError(raw []byte) (*RunRegistryERC721InvalidApprover, error) {
	out := new(RunRegistryERC721InvalidApprover)
	if err := runRegistry.abi.UnpackIntoInterface(out, "ERC721InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryERC721InvalidOperator represents a ERC721InvalidOperator error raised by the RunRegistry contract.
type RunRegistryERC721InvalidOperator struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidOperator(address operator)
func RunRegistryERC721InvalidOperatorErrorID() common.Hash {
	return common.HexToHash("0x5b08ba185e8f577075361f3a3555a6580a227ce22734dcc979c1aeadf894658b")
}

// UnpackERC721InvalidOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidOperator(address operator)
func (runRegistry *RunRegistry) UnpackERC721InvalidOperatorError(raw []byte) (*RunRegistryERC721InvalidOperator, error) {
	out := new(RunRegistryERC721InvalidOperator)
	if err := runRegistry.abi.UnpackIntoInterface(out, "ERC721InvalidOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryERC721InvalidOwner represents a ERC721InvalidOwner error raised by the RunRegistry contract.
type RunRegistryERC721InvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidOwner(address owner)
func RunRegistryERC721InvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x89c62b6479af2e623826dcc39c5133061d35b66d72de92833401dd2fd6567480")
}

// UnpackERC721InvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidOwner(address owner)
func (runRegistry *RunRegistry) UnpackERC721InvalidOwnerError(raw []byte) (*RunRegistryERC721InvalidOwner, error) {
	out := new(RunRegistryERC721InvalidOwner)
	if err := runRegistry.abi.UnpackIntoInterface(out, "ERC721InvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryERC721InvalidReceiver represents a ERC721InvalidReceiver error raised by the RunRegistry contract.
type RunRegistryERC721InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidReceiver(address receiver)
func RunRegistryERC721InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0x64a0ae9278f805eaf991dcd18ca78756d280b7508b764ef1b255c55845c11df9")
}

// UnpackERC721InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidReceiver(address receiver)
func (runRegistry *RunRegistry) UnpackERC721InvalidReceiverError(raw []byte) (*RunRegistryERC721InvalidReceiver, error) {
	out := new(RunRegistryERC721InvalidReceiver)
	if err := runRegistry.abi.UnpackIntoInterface(out, "ERC721InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryERC721InvalidSender represents a ERC721InvalidSender error raised by the RunRegistry contract.
type RunRegistryERC721InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721InvalidSender(address sender)
func RunRegistryERC721InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x73c6ac6e10798e95d99e1f130d923eb40193ecb8d094ec3dce93292564eb3b17")
}

// UnpackERC721InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721InvalidSender(address sender)
func (runRegistry *RunRegistry) UnpackERC721InvalidSenderError(raw []byte) (*RunRegistryERC721InvalidSender, error) {
	out := new(RunRegistryERC721InvalidSender)
	if err := runRegistry.abi.UnpackIntoInterface(out, "ERC721InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryERC721NonexistentToken represents a ERC721NonexistentToken error raised by the RunRegistry contract.
type RunRegistryERC721NonexistentToken struct {
	TokenId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC721NonexistentToken(uint256 tokenId)
func RunRegistryERC721NonexistentTokenErrorID() common.Hash {
	return common.HexToHash("0x7e273289a3a9ef6670f06df7dca227856fc925e956db96980692764a8bc734d7")
}

// UnpackERC721NonexistentTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC721NonexistentToken(uint256 tokenId)
func (runRegistry *RunRegistry) UnpackERC721NonexistentTokenError(raw []byte) (*RunRegistryERC721NonexistentToken, error) {
	out := new(RunRegistryERC721NonexistentToken)
	if err := runRegistry.abi.UnpackIntoInterface(out, "ERC721NonexistentToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryEscrowTooSmall represents a EscrowTooSmall error raised by the RunRegistry contract.
type RunRegistryEscrowTooSmall struct {
	Run    uint64
	Held   *big.Int
	Needed *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EscrowTooSmall(uint64 run, uint256 held, uint256 needed)
func RunRegistryEscrowTooSmallErrorID() common.Hash {
	return common.HexToHash("0xa9b2dd7aadd061dbb05ab4dba1da251775be45fe352f12027d81234dec7b02f9")
}

// UnpackEscrowTooSmallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EscrowTooSmall(uint64 run, uint256 held, uint256 needed)
func (runRegistry *RunRegistry) UnpackEscrowTooSmallError(raw []byte) (*RunRegistryEscrowTooSmall, error) {
	out := new(RunRegistryEscrowTooSmall)
	if err := runRegistry.abi.UnpackIntoInterface(out, "EscrowTooSmall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryNoSuchRun represents a NoSuchRun error raised by the RunRegistry contract.
type RunRegistryNoSuchRun struct {
	Run uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchRun(uint64 run)
func RunRegistryNoSuchRunErrorID() common.Hash {
	return common.HexToHash("0x135457351c4ffc56bcaeaedc8fe00d0e51899f6a0739e2b6fd5f09c3501dd108")
}

// UnpackNoSuchRunError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchRun(uint64 run)
func (runRegistry *RunRegistry) UnpackNoSuchRunError(raw []byte) (*RunRegistryNoSuchRun, error) {
	out := new(RunRegistryNoSuchRun)
	if err := runRegistry.abi.UnpackIntoInterface(out, "NoSuchRun", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryNotReclaimable represents a NotReclaimable error raised by the RunRegistry contract.
type RunRegistryNotReclaimable struct {
	Run uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotReclaimable(uint64 run)
func RunRegistryNotReclaimableErrorID() common.Hash {
	return common.HexToHash("0xbcf4555b02ba389dec5cd53deb42e7997a64a47a4437f9fd5bae9868308475cd")
}

// UnpackNotReclaimableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotReclaimable(uint64 run)
func (runRegistry *RunRegistry) UnpackNotReclaimableError(raw []byte) (*RunRegistryNotReclaimable, error) {
	out := new(RunRegistryNotReclaimable)
	if err := runRegistry.abi.UnpackIntoInterface(out, "NotReclaimable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryNotTraining represents a NotTraining error raised by the RunRegistry contract.
type RunRegistryNotTraining struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotTraining()
func RunRegistryNotTrainingErrorID() common.Hash {
	return common.HexToHash("0x499631fc9df3769b820a3257dadc8124aa092a71d9fb107c7e0287730deab1ec")
}

// UnpackNotTrainingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotTraining()
func (runRegistry *RunRegistry) UnpackNotTrainingError(raw []byte) (*RunRegistryNotTraining, error) {
	out := new(RunRegistryNotTraining)
	if err := runRegistry.abi.UnpackIntoInterface(out, "NotTraining", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryOutOfBounds represents a OutOfBounds error raised by the RunRegistry contract.
type RunRegistryOutOfBounds struct {
	Name string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OutOfBounds(string name)
func RunRegistryOutOfBoundsErrorID() common.Hash {
	return common.HexToHash("0xf4e5b79a16b8cda34a08441d4283fa1a72fc62a7aeda3151c7664fddfb9a0e6b")
}

// UnpackOutOfBoundsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OutOfBounds(string name)
func (runRegistry *RunRegistry) UnpackOutOfBoundsError(raw []byte) (*RunRegistryOutOfBounds, error) {
	out := new(RunRegistryOutOfBounds)
	if err := runRegistry.abi.UnpackIntoInterface(out, "OutOfBounds", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistrySafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the RunRegistry contract.
type RunRegistrySafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func RunRegistrySafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (runRegistry *RunRegistry) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*RunRegistrySafeCastOverflowedUintDowncast, error) {
	out := new(RunRegistrySafeCastOverflowedUintDowncast)
	if err := runRegistry.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryWrongAddress represents a WrongAddress error raised by the RunRegistry contract.
type RunRegistryWrongAddress struct {
	Actual    common.Address
	Predicted common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongAddress(address actual, address predicted)
func RunRegistryWrongAddressErrorID() common.Hash {
	return common.HexToHash("0xd9357860b9fad174d18d354ac902ab3fb8ccc6e390329e355db9a8c72e809323")
}

// UnpackWrongAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongAddress(address actual, address predicted)
func (runRegistry *RunRegistry) UnpackWrongAddressError(raw []byte) (*RunRegistryWrongAddress, error) {
	out := new(RunRegistryWrongAddress)
	if err := runRegistry.abi.UnpackIntoInterface(out, "WrongAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RunRegistryWrongValue represents a WrongValue error raised by the RunRegistry contract.
type RunRegistryWrongValue struct {
	Sent   *big.Int
	Needed *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongValue(uint256 sent, uint256 needed)
func RunRegistryWrongValueErrorID() common.Hash {
	return common.HexToHash("0x195a3ca12ac3744ef64727effb118b3b203c382e49c7a7d24d450eae5e3b889a")
}

// UnpackWrongValueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongValue(uint256 sent, uint256 needed)
func (runRegistry *RunRegistry) UnpackWrongValueError(raw []byte) (*RunRegistryWrongValue, error) {
	out := new(RunRegistryWrongValue)
	if err := runRegistry.abi.UnpackIntoInterface(out, "WrongValue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StepRefereeMetaData contains all meta data concerning the StepReferee contract.
var StepRefereeMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"binding\",\"type\":\"bytes32\"},{\"internalType\":\"uint64\",\"name\":\"tile\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"word\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"chunk\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"block_\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"before\",\"type\":\"bytes32\"}],\"internalType\":\"structMicroStep\",\"name\":\"step\",\"type\":\"tuple\"},{\"internalType\":\"bytes\",\"name\":\"descriptor\",\"type\":\"bytes\"},{\"internalType\":\"bytes32[]\",\"name\":\"roots\",\"type\":\"bytes32[]\"},{\"internalType\":\"bytes\",\"name\":\"evidence\",\"type\":\"bytes\"}],\"name\":\"decide\",\"outputs\":[{\"internalType\":\"enumVerdict\",\"name\":\"verdict\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"value\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"descriptor\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"operator\",\"type\":\"uint256\"}],\"name\":\"describe\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"geometry\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint8\",\"name\":\"source\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"}],\"internalType\":\"structReference[]\",\"name\":\"references\",\"type\":\"tuple[]\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"descriptor\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"tile\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"word\",\"type\":\"uint256\"}],\"name\":\"part\",\"outputs\":[{\"components\":[{\"internalType\":\"uint8\",\"name\":\"source\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"}],\"internalType\":\"structReference\",\"name\":\"found\",\"type\":\"tuple\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"NoSuchStep\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongBinding\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongLength\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongOpening\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"WrongPredecessor\",\"type\":\"error\"}]",
	ID:  "486a211025059e4e95a86f713115853f82",
	Bin: "0x6080604052348015600e575f5ffd5b506151b58061001c5f395ff3fe608060405234801561000f575f5ffd5b506004361061003f575f3560e01c8063107cd16314610043578063c0cc2c111461006c578063fd5de7d71461008d575b5f5ffd5b610056610051366004614e0b565b6100ae565b6040516100639190614e57565b60405180910390f35b61007f61007a366004614e77565b6101e1565b604051610063929190614ebe565b6100a061009b366004614f29565b6103a9565b604051610063929190615023565b604080518082019091525f80825260208201525f6100cc8686610472565b905080606001515f14806100eb57506060810151600a1c600190811614155b8061010257506100fe81606001516104bc565b8410155b8061010d575060ff83115b1561011857506101d9565b602081015184906008190161014f5760608201515f90610139908787610586565b935090915081905061014d575050506101d9565b505b5f5f61015b84846106b8565b915091505f8460a0015183815181106101765761017661504d565b602002602001015190505f600c8660200151146101975781602001516101b5565b60808201516101a69084615075565b82602001516101b5919061508c565b60408051808201909152925160ff16835263ffffffff166020830152509450505050505b949350505050565b5f60605f6101ef8686610472565b905080606001515f03610205575f9250506103a1565b60a0810151515f5b81811015610297575f8360a00151828151811061022c5761022c61504d565b602002602001015190505f600c85602001511461024d578160200151610267565b608082015161010083015160208401515f19909101909102015b8251909150600114801561027b5750878110155b1561028d575f965050505050506103a1565b505060010161020d565b506060820151600a1c60019081161461039957806001600160401b038111156102c2576102c261509f565b60405190808252806020026020018201604052801561030657816020015b604080518082019091525f80825260208201528152602001906001900390816102e05790505b5092505f5b818110156103975760405180604001604052808460a0015183815181106103345761033461504d565b60200260200101515f015160ff1681526020018460a00151838151811061035d5761035d61504d565b60200260200101516020015163ffffffff168152508482815181106103845761038461504d565b602090810291909101015260010161030b565b505b506060015191505b935093915050565b5f5f5f6103b68989610472565b6060810151909150600a1c6001908116148a356103eb8b8b846103da578b8b610738565b6103e65f808d8f6150b3565b610738565b146104095760405163c496ac3960e01b815260040160405180910390fd5b81606001515f036104235750600292505f91506104669050565b61043182606001518c61076a565b610439614c44565b888152604081018790526020810188905260608101869052600161045e84838f61096e565b945094505050505b97509795505050505050565b61047a614c74565b610400821461049c576040516349552d5960e11b815260040160405180910390fd5b6104a68383610b9d565b90506104b181610ddc565b606082015292915050565b5f600560ff8316036104de576104d88260501c63ffffffff1690565b92915050565b6001600883901c811603610514576101006104ff8360501c63ffffffff1690565b61050a9060ff61508c565b6104d891906150f2565b60106105268360501c63ffffffff1690565b61053190600f61508c565b61053b91906150f2565b601061054d8460301c63ffffffff1690565b61055890600f61508c565b61056291906150f2565b6105728460101c63ffffffff1690565b61057c9190615075565b6104d89190615075565b5f80806001600887901c8116036105bb5750610100840283016105af8660501c63ffffffff1690565b81105f925092506106af565b5f60106105ce8860501c63ffffffff1690565b600f01816105de576105de6150de565b0490505f60106105f48960301c63ffffffff1690565b600f0181610604576106046150de565b0482029050601086048282898161061d5761061d6150de565b068161062b5761062b6150de565b0460100201935060108681610642576106426150de565b06828881610652576106526150de565b066010020192506106698860301c63ffffffff1690565b8410801561068557506106828860501c63ffffffff1690565b83105b94506106978860301c63ffffffff1690565b8188816106a6576106a66150de565b04028401935050505b93509350939050565b5f815b5f600c8560200151146106f0578460a0015183815181106106de576106de61504d565b60200260200101516101200151610714565b8460a0015183815181106107065761070661504d565b602002602001015161010001515b9050808210156107245750610731565b60019092019190036106bb565b9250929050565b5f604051848682378260051b80858784013760205f8288018460025afa61075d575f5ffd5b50505f5195945050505050565b5f600560ff84161461077e57610100610781565b60015b61ffff169050610790836104bc565b6107a06040840160208501615105565b6001600160401b03161015806107cb5750806107c2606084016040850161512b565b63ffffffff1610155b156107e957604051636e3a0af960e11b815260040160405180910390fd5b600560ff84161415801561084f57505f61083b61080c6040850160208601615105565b6001600160401b0316610825606086016040870161512b565b63ffffffff168661112c9092919063ffffffff16565b600281111561084c5761084c61500f565b14155b156108df5761085d83611196565b61086d608084016060850161512b565b63ffffffff161015806108bc57506108a361088e608084016060850161512b565b63ffffffff16846111b690919063ffffffff16565b6108b360a084016080850161512b565b63ffffffff1610155b156108da57604051636e3a0af960e11b815260040160405180910390fd5b610925565b6108ef60a083016080840161512b565b6108ff608084016060850161512b565b1763ffffffff165f1461092557604051636e3a0af960e11b815260040160405180910390fd5b61093560a083016080840161512b565b63ffffffff1615801561094b575060a082013515155b1561096957604051631483395160e31b815260040160405180910390fd5b505050565b5f600c8460200151036109a35761098a848460015f5f5f611234565b61099c610997845f6112ed565b61130f565b9050610b96565b6109e96109b66040840160208501615105565b6001600160401b03166109cf606085016040860161512b565b63ffffffff1686606001516113309092919063ffffffff16565b15610a2957610a228484610a0987606001516001600a9190911c81161490565b610a18578660a0015151610a1a565b5f5b5f5f5f611234565b505f610b96565b5f80610a71610a3e6040860160208701615105565b6001600160401b0316610a57606087016040880161512b565b63ffffffff1688606001516105869092919063ffffffff16565b92509250506009866020015103610a9857610a8e868684846113db565b9250610b96915050565b5f80610aaa60a087016080880161512b565b63ffffffff16118015610aca57506002610ac8886060015160ff1690565b115b9050610af487878960a001515184610ae2575f610ae5565b60405b60ff165f8c60a0015151611234565b6001610b04886060015160ff1690565b14610b2057610b168787878686611475565b9350505050610b96565b5f6006886020015103610b4057610b3988888686611651565b9050610b90565b600a886020015103610b5857610b39888886866117d0565b600b886020015103610b815763ffffffff610b7689895f8080611986565b600101169050610b90565b610b8d888886866119b5565b90505b93505050505b9392505050565b610ba5614c74565b82815282610bb3825f611b04565b6020830152610bc3826001611b04565b60408301525f610bd483600c611b04565b9050600c83602001511180610bed575060118360400151115b80610bf85750601081115b80610c0d57506020610c0b84600d611b04565b115b80610c2257506020610c2084600e611b04565b115b15610c3957610c3083611b12565b925050506104d8565b5f6008846020015110610c6a5760088460200151036020027002000000020003c0000000300000000200901c610c94565b83602001516020027d0e000000000200000120000000e000000600000000600000001c00000000901c5b9050836040015181901c6001165f03610cba57610cb084611b12565b93505050506104d8565b6080840151610cca856003611b04565b6060820152610cda856006611b04565b6080820152610cea856007611b04565b60a0820152610cfa856008611b04565b60c0820152610d0a856009611b04565b60e0820152610d1a85600a611b04565b610100820152610d2b85600b611b04565b610120820152826001600160401b03811115610d4957610d4961509f565b604051908082528060200260200182016040528015610d8257816020015b610d6f614cac565b815260200190600190039081610d675790505b5060a086015261010093909301925f5b83811015610dd157610dc98660a001518281518110610db357610db361504d565b602002602001015182600a600402028701611b24565b600101610d92565b505050505092915050565b5f81602001515f03610def57505f919050565b600c826020015103610e04576104d882611b8c565b5f610e10836004611b04565b90505f610e1e846005611b04565b90505f84608001516080015190505f60028660800151606001511490506006866020015114158015610e565750610e5486611cb7565b155b15610e6657505f95945050505050565b831580610e71575082155b80610e7a575081155b80610e8c5750637fffffff8284860202115b80610e9d5750610e9b86611cdd565b155b80610eae5750610eac86611d2a565b155b15610ebe57505f95945050505050565b80610ed657610ed08660800151611dd6565b15610efe565b836001148015610ee65750826001145b8015610efc57506080860151610efc9083611ee8565b155b15610f0e57505f95945050505050565b80158015610f2157506001866020015114155b8015610f3b57506080860151610f3990858585611f52565b155b15610f4b57505f95945050505050565b5f600190505f5f6001896020015103610f9357610f6a89888888611fa3565b92509050808015610f79575083155b90506009610f878a5f6121a3565b901b60021792506110b7565b6005896020015111610fe357610fab898887876121b8565b60208b0151909350909150600411610fda576007896040015114610fd0576003610fd3565b60045b92506110b7565b600292506110b7565b600689602001510361100357610ffc8988888888612448565b90506110b7565b600889602001511161101b57610ffc898887876125e6565b6009896020015103611042576110348988888888612774565b9050610400831792506110b7565b600a89602001510361105b57610ffc8988888888612883565b61106789600c5f612a85565b80156110705750835b801561107c5750846001145b80156110b457506110b460018a60a001515f8151811061109e5761109e61504d565b6020026020010151611ee890919063ffffffff16565b90505b8015806110c657506208000082115b156110d957505f98975050505050505050565b83156110e757610100831792505b60b082901b60908a608001516101200151901b60708b608001516101000151901b605088901b60308a901b60108c901b88171717171717975050505050505050919050565b5f600160ff8516148061114f5750601061114c8560b01c63ffffffff1690565b11155b806111605750611160848484611330565b1561116c57505f610b96565b61020061117f8560b01c63ffffffff1690565b111561118c5760026101d9565b6001949350505050565b5f6102006111aa8360b01c63ffffffff1690565b61050a906101ff61508c565b5f806111c483610200615075565b90506111d68460b01c63ffffffff1690565b81106111e5575f9150506104d8565b5f816111f78660b01c63ffffffff1690565b611201919061514e565b9050610200811161122857601061121982600f61508c565b61122391906150f2565b61122b565b60205b95945050505050565b604085015183015f5b828110156112a857818760800151826003811061125c5761125c61504d565b602002015260a088015180516112949161128f918785019081106112825761128261504d565b6020026020010151612b10565b612b7b565b60200291909101610400019060010161123d565b508486602001511415806112c6575085604001518103866060015114155b156112e4576040516349552d5960e11b815260040160405180910390fd5b50505050505050565b5f806112fa836020615075565b8451611306919061508c565b35949350505050565b5f815f525f60205360205f60215f60025afa611329575f5ffd5b50505f5190565b5f5f5f5f61133f878787610586565b925092509250826113565760019350505050610b96565b600160ff88160361136c575f9350505050610b96565b61137c8760b01c63ffffffff1690565b5f0361138e5760019350505050610b96565b600987901c6001165f036113a7575f9350505050610b96565b6113bb607088901c63ffffffff1683615161565b6113cf609089901c63ffffffff1683615161565b11979650505050505050565b5f5f5f6113e887856106b8565b915091506113fc878760015f866001611234565b5f5f6114325f88858c60a00151888151811061141a5761141a61504d565b6020026020010151612baa909392919063ffffffff16565b91509150611468611462895f8c60a0015188815181106114545761145461504d565b602002602001015186612c64565b82612d0a565b9998505050505050505050565b5f61147e614cf5565b61148e8760600151878784612d3c565b5f61149f60a087016080880161512b565b63ffffffff166010028660600160208101906114bb919061512b565b63ffffffff16610200020190505f5f90505b8860a0015151811015611549575f5f5f6114ea8c858b8b89612e14565b92509250925061152361151c8c868f60a00151888151811061150e5761150e61504d565b602002602001015187612c64565b8383612fae565b866040015185600281106115395761153961504d565b60200201525050506001016114cd565b505f61155f896060015160b01c63ffffffff1690565b90505f601083830310611573576010611577565b8282035b905060026115898b6060015160ff1690565b036115c4575f61159c8b868a8786613036565b905060108311156115ad57806115b7565b6115b7815f61311c565b955061122b945050505050565b6115cf8a858361312c565b60108211156115f4576115e9845f01518560200151613211565b94505050505061122b565b5f60046116058c6060015160ff1690565b1490505f816116245761161f865f0151876020015161324a565b611635565b611635865f015187602001516132b9565b9050611641815f61311c565b9c9b505050505050505050505050565b5f61165a614d14565b5f866080015161010001518581611673576116736150de565b0690505f5b8760a0015151811015611750575f8860a00151828151811061169c5761169c61504d565b602002602001015190505f5f60018360400151036116e4576116da8b6080015161010001518a816116cf576116cf6150de565b85919004878b612baa565b909250905061171a565b60028360400151036116fc576116da835f808b612baa565b600383604001510361171a57611714835f808c612baa565b90925090505b8060040261172a8b868686612c64565b01865f015185600381106117405761174061504d565b6020020152505050600101611678565b5060408201819052606082018490525f61176b88600e611b04565b90505f5b818110156117a5576117828985836132fe565b846020015182602081106117985761179861504d565b602002015260010161176f565b50826020015160018203602081106117bf576117bf61504d565b602002015198975050505050505050565b60408401515f90600f1015816117f5826117eb5760076117ee565b60015b88906121a3565b90505f6010886040015114611824578261180f5784611826565b81858161181e5761181e6150de565b04611826565b855b9050611832885f6121a3565b611840898960015f5f611986565b02015f6118626118518a6003613423565b8361185d8c6008613423565b61344e565b9050600484156118b15783878161187b5761187b6150de565b066118878b60026121a3565b60408c015193020191600e190161189f578160010191505b6118aa8a60066121a3565b90506118cf565b60118a60400151146118c357866118c5565b835b8460010183020191505b908102905f61040083066119138b5f8e60a001515f815181106118f4576118f461504d565b6020026020010151610400888161190d5761190d6150de565b04612c64565b0190505f196001600884021b0161192a825f612d0a565b16965060108b604001510361196357637f80000087637fffffff16116119505786611956565b637fc000005b96505050505050506101d9565b61196e8b60056121a3565b8710611978575f96505b505050505050949350505050565b5f6119ab6119a586868960a00151888151811061150e5761150e61504d565b83612d0a565b9695505050505050565b60608401515f90819060081c60019081161490505f8660a001515f815181106119e0576119e061504d565b602002602001015190505f826119f657856119f8565b845b6040890151909150819060091901611a2a57611a14895f6121a3565b8181611a2257611a226150de565b069050611a88565b5f5f611a495f5f868e60a0015160018151811061141a5761141a61504d565b91509150611a5b8b8b60018585611986565b9250600b8b6040015103611a85575f611a758c60016121a3565b905080841115611a83578093505b505b50505b83611a9857826101000151611a9f565b8261012001515b8110611aa857505f5b5f5f60088b6020015114611ad85785611acc57611ac7855f858b612baa565b611ae4565b611ac7855f8086612baa565b611ae4855f8686612baa565b91509150611af58b8b5f8585611986565b9b9a5050505050505050505050565b5f610b96835f015183612d0a565b611b1a614c74565b505f602082015290565b80356020820135611b3482613528565b9150611b3f81613528565b90505f5b6008811015611b6b57600581901b60e081900384901c63ffffffff1690860152600101611b43565b508060e01c61010085015263ffffffff8160c01c1661012085015250505050565b5f611b98826005611b04565b611ba3836004611b04565b608084015160600151611bb7856002611b04565b17171715611bc657505f919050565b611bcf82611cb7565b1580611bde575060a082015151155b15611bea57505f919050565b5f805b8360a0015151811015611c94575f8460a001518281518110611c1157611c1161504d565b60200260200101519050600b8160400151141580611c3157508051600114155b80611c3f5750610100810151155b15611c4e57505f949350505050565b63ffffffff611c728260808101516101008201516020909201515f19909201020190565b1115611c8257505f949350505050565b61010001519190910190600101611bed565b508260800151608001518114611caa575f610b96565b60501b6104051792915050565b5f611cc382600d611b04565b1580156104d85750611cd682600e611b04565b1592915050565b5f5f600b83602001511480611d065750600a8360200151148015611d0657506010836040015114155b905080611d14576001611d17565b60025b611d22846002611b04565b149392505050565b5f805b8260a0015151811015611dcd575f8360a001518281518110611d5157611d5161504d565b60200260200101519050805f01515f1480611d6d575080516003105b15611d7b57505f9392505050565b8051600314611d8a5750611dc5565b5f600a8560200151148015611d9d575082155b905080611dab576002611dae565b60015b826020015114611dc257505f949350505050565b50505b600101611d2d565b50600192915050565b5f60018260600151141580611ded575060c0820151155b80611dfa575060e0820151155b15611e0657505f919050565b61010082015160c08301510263ffffffff811180611e2e5750608083015163ffffffff908202115b80611e4d575082608001518361012001518460e00151028460a0015101115b15611e5a57505f92915050565b611e63836135ec565b15611e715750600192915050565b60108360a0015181611e8557611e856150de565b06158015610b9657508260c001516001148015611ea657508260e001516001145b80610b965750601083610100015181611ec157611ec16150de565b06158015610b965750601083610120015181611edf57611edf6150de565b06159392505050565b5f60028360600151148015611f005750818360800151145b8015611f0e575060a0830151155b8015611f1e57508260c001516001145b8015611f2e57508260e001516001145b8015611f3f57508261010001516001145b8015610b96575050610120909101511490565b5f611f5c85611dd6565b8015611f6c5750611f6c856135ec565b8015611f7b5750838560c00151145b8015611f8b575082856101000151145b801561122b5750818561012001511495945050505050565b5f5f611fb28660056006612a85565b1580611fc757506001611fc5875f6121a3565b115b15611fd657505f90508061219a565b5f8660a001515f81518110611fed57611fed61504d565b602002602001015190505f8760a0015160018151811061200f5761200f61504d565b602002602001015190505f8860800151905061202a83611dd6565b158061203c575061203a82611dd6565b155b8061205b57508060e001518160c00151028360e001518460c001510214155b8061207a57508060e001518160c00151028260e001518360c001510214155b1561208d575f5f9450945050505061219a565b60a08101511515806120aa5750858161012001518260e001510214155b806120c257508688028161010001518260c001510214155b806120ed5750876001141580156120ed57506120dd816135ec565b15806120ed5750878160c0015114155b15612100575f5f9450945050505061219a565b6040890151600414806121185783610120015161211f565b8361010001515b9450816101000151816121375784610100015161213e565b8461012001515b14955060038a6040015114905085801561216d575084816121645783610100015161216b565b8361012001515b145b801561219357508161012001518161218a57836101200151612191565b8361010001515b145b9550505050505b94509492505050565b5f610b96836121b384601061508c565b611b04565b5f5f8560a00151515f036121d057505f90508061219a565b5f8660a001515f815181106121e7576121e761504d565b6020026020010151905060068760400151036122725761220a8760076008612a85565b61221a575f5f925092505061219a565b61225d8160c001518261010001518361012001518a60a001516001815181106122455761224561504d565b6020026020010151611f52909392919063ffffffff16565b61226d575f5f925092505061219a565b6122a1565b6003876020015114158015612290575061228e8760075f612a85565b155b156122a1575f5f925092505061219a565b60c08101516101008201516101208301515f926122bf928592611f52565b9050600588602001510361230e578480156122ed575080806122ed57506101208201516122ed908390611ee8565b801561230057506122fd82612b10565b86145b61010093509350505061219a565b600488602001510361236d5784801561233157508161010001518260c001510286145b801561235057506007886040015114158061235057505f826101200151115b935080801561235c5750835b82610120015193509350505061219a565b6002886020015103612381578493506123fd565b60098860400151036123d157841580156123a357506123a3886007600a612a85565b80156123ca57506123ca8261010001518960a0015160018151811061109e5761109e61504d565b93506123fd565b841580156123e657506123e68860075f612a85565b80156123fa57505f6123f889826121a3565b115b93505b8080156124075750835b80156124135750866001145b801561242357508160c001516001145b8015612433575081610120015186145b82610100015193509350505094509492505050565b5f8061245587600e611b04565b905060038760a00151511180612469575080155b15612477575f91505061122b565b5f8760a00151511180156124ad575060018760a001515f8151811061249e5761249e61504d565b60200260200101516040015114155b156124bb575f91505061122b565b5f5b8760a00151518110156125ad575f8860a0015182815181106124e1576124e161504d565b602002602001015190505f600182604001510361251f578561250e57612509828a8a8a611f52565b612518565b6125188288611ee8565b9050612592565b600282604001510361253e578515801561251857506125188288611ee8565b600382604001510361255f57851580156125185750612518828a8a02611ee8565b6004826040015114801561257757505f826101200151115b801561258f575061012082015161258f908390611ee8565b90505b806125a3575f94505050505061122b565b50506001016124bd565b505f5b818110156125d8576125c2888261361c565b6125d0575f9250505061122b565b6001016125b0565b506001979650505050505050565b5f8460a00151515f036125fa57505f6101d9565b5f8560a001515f815181106126115761261161504d565b602002602001015190505f849050600887602001510361266d5783158061263b5750610120820151155b8061265957506101208201516126579083906001908890611f52565b155b15612668575f925050506101d9565b6126dc565b83156126915761012082015115806126595750610120820151612657908390611ee8565b8560011415806126a45750610100820151155b806126c157506101008201516126bf90839060019088611f52565b155b156126d0575f925050506101d9565b50608086015161010001515b600a876040015103612711576126f48760095f612a85565b801561270857505f61270688826121a3565b115b925050506101d9565b6040870151600b146127328860098361272b57600a612a85565b600c612a85565b801561274657508015806127465750816001145b80156127685750612768828960a0015160018151811061109e5761109e61504d565b98975050505050505050565b60408501515f90600c148215158114806127975750808015612797575085600114155b806127a5575060a087015151155b156127b3575f91505061122b565b5f805b8860a0015151811015612875575f8960a0015182815181106127da576127da61504d565b60200260200101519050600b81604001511415806128015750826127fe8b846121a3565b14155b15612812575f94505050505061122b565b8361282e57610120810151612828908290611ee8565b15612852565b6010830615158061285257506101208101516128509082906001908b90611f52565b155b15612863575f94505050505061122b565b610120015191909101906001016127b6565b509093149695505050505050565b5f61289186600d600c612a85565b61289c57505f61122b565b5f8660a001515f815181106128b3576128b361504d565b602002602001015190506003815f01511415806128de57506101208101516128dc908290611ee8565b155b80612902575061290060018860a0015160018151811061109e5761109e61504d565b155b15612910575f91505061122b565b5f61291b88826121a3565b90505f612929896008613423565b9050811580612936575080155b15612946575f935050505061122b565b600f896040015111612a08575f61295e8a60016121a3565b90505f61296c8b60026121a3565b90505f61297a8c60066121a3565b90508060011415801561298e575080600214155b801561299b575080600414155b806129a4575082155b806129ad575081155b156129c0575f965050505050505061122b565b8780156129ce575088838602145b80156129fb575080866101200151600402816129ec576129ec6150de565b04838360018703020160010111155b965050505050505061122b565b5f612a148a60076121a3565b905060108a6040015114612a3457851580612a2f5750868314155b612a57565b8580612a41575088600114155b80612a4c5750828814155b80612a575750868114155b15612a68575f94505050505061122b565b836101200151816001018302111594505050505095945050505050565b60a0830151515f908215612a9a576002612a9d565b60015b60ff168114612aaf575f915050610b96565b838560a001515f81518110612ac657612ac661504d565b60200260200101516040015114801561122b575082158061122b5750828560a00151600181518110612afa57612afa61504d565b6020026020010151604001511495945050505050565b5f6002826060015103612b3c57610100826080015160ff0181612b3557612b356150de565b0492915050565b60108260800151600f0181612b5357612b536150de565b046010836101000151600f0181612b6c57612b6c6150de565b048360c0015102029050919050565b5f5f5f8311612b8a575f612b8f565b600183035b90505b8015612ba4576001918201911c612b92565b50919050565b5f5f6002866060015103612bc8575050610100810460ff821661219a565b8561012001518660e001518681612be157612be16150de565b06028660a00151018301925060108381612bfd57612bfd6150de565b0460108760800151600f0181612c1557612c156150de565b04601086046010896101000151600f0181612c3257612c326150de565b048960e001518981612c4657612c466150de565b04020102019150601083066010850660100201905094509492505050565b5f84608001518460038110612c7b57612c7b61504d565b602002015190505f612c8c84612b10565b90505f612cb6612c9b8461373e565b85612ca86104008761508c565b612cb186612b7b565b613762565b90508184101580612ce25750612ccc87876112ed565b612cdf82612cd9886137bd565b856137e7565b14155b15612d0057604051631f60645360e11b815260040160405180910390fd5b5050949350505050565b60021b013560f881901c60e882901c61ff00161760d882901c62ff00001660c89290921c63ff00000016919091171790565b600260ff851603612d785760a082013580825263ffffffff1015612d7357604051631483395160e31b815260040160405180910390fd5b612e0e565b5f612d8960a084016080850161512b565b63ffffffff161115612dd957612da2836040015161382f565b6020830181905281835260a084013591612dbb91613211565b14612d7357604051631483395160e31b815260040160405180910390fd5b600460ff851603612e0e577fff800000ff800000ff800000ff800000ff800000ff800000ff800000ff80000080825260208201525b50505050565b5f5f5f5f8860a001518881518110612e2e57612e2e61504d565b602002602001015190506005896020015103612e535785855f93509350935050612fa3565b6004896020015103612ea557612e968161010001518781612e7657612e766150de565b048261010001518881612e8b57612e8b6150de565b849291900688612baa565b90945092505f9150612fa39050565b60208901515f9087905f1901612f5d5760808b01516101208101518981612ece57612ece6150de565b048160e001518261010001518c81612ee857612ee86150de565b04020192508a15612f0d578061012001518981612f0757612f076150de565b06612f23565b8061010001518a81612f2157612f216150de565b065b91508a15612f32576002612f35565b60045b8c604001511480612f5557508a6001148015612f55575060048c60400151145b945050612f71565b891580612f6e575060068b60400151145b93505b8315612f8d57612f8383838984612baa565b9096509450612f9f565b612f998383838a612baa565b90965094505b5050505b955095509592505050565b612fb6614d46565b826004028401935081612fd857612fcc8461382f565b60208301528152610b96565b5f5f5f5b600881101561301257863560e01c8360201b17925061020087013560e01c8260201b179150604087019650600181019050612fdc565b5061301c82613528565b61302582613528565b602085015283525090949350505050565b83516040850151516020870151600219016130cc576040870151600a145f61305e89826121a3565b90505f5b858110156130c3575f836130885760408a0151602001516130839083613851565b61309b565b8282890181613099576130996150de565b065b90508881036130ba576130b7866130b28785613851565b61311c565b95505b50600101613062565b5050505061122b565b8660a00151516001036130f457805160208201516130ec918491866138a3565b91505061122b565b60408601516020908101518251838301518251938301519293612768938793929190896138bb565b5f610b9683633f80000084613927565b604082015151606084015160049060ff160361316857825160208085015183519184015161315c93929086613ad6565b60208501528352612e0e565b600584604001510361318e57825160208085015183519184015161315c93929086613b22565b5f836040015160068660400151146131a6575f6131a9565b60015b60ff16600281106131bc576131bc61504d565b60200201519050613203845f01518560200151845f600281106131e1576131e161504d565b60200201518560016020020151855f6020020151866001602002015189613b3c565b602086015284525050505050565b5f61321b83613528565b925061322682613528565b9150825f528160205260205f60405f60025afa613241575f5ffd5b50505f51919050565b5f61326583835f5160206151755f395f51905f526008613b8d565b925061328583608085901b5f5160206151755f395f51905f526004613b8d565b92506132a583604085901b5f5160206151755f395f51905f526002613b8d565b9250610b9660e084901c60c085901c61311c565b5f6132c683836008613bdc565b92506132d883608085901b6004613bdc565b92506132ea83604085901b6002613bdc565b9250610b9660c084901c60e085901c613c14565b5f8080808061330d8887613c39565b9350935093509350601184036133735786516133689084600381106133345761333461504d565b602002015160048a60a0015186815181106133515761335161504d565b602002602001015160400151146119a5575f612d0a565b945050505050610b96565b601084036133905761336861338984602061508c565b8990611b04565b601284036133a8578660400151945050505050610b96565b601384036133c0578660600151945050505050610b96565b61276884886020015185601f16602081106133dd576133dd61504d565b6020020151896020015185601f16602081106133fb576133fb61504d565b60200201518a6020015185601f16602081106134195761341961504d565b6020020151613c83565b5f602061343a8461343585600161508c565b6121a3565b901b61344684846121a3565b179392505050565b5f81838161345e5761345e6150de565b0690505f61347a838581613474576134746150de565b04613d9f565b604061348587613d9f565b901b1790505f5b603081101561351f575f848486876134b060c06134a98989613df9565b901c613d9f565b816134bd576134bd6150de565b060103816134cd576134cd6150de565b0690505f8185116134de57816134e0565b845b9050806007168160f81660f803016135058585613500600886901c613d9f565b613e23565b901c600116600103613515578194505b505060010161348c565b50509392505050565b7dff000000ff000000ff000000ff000000ff000000ff000000ff000000ff00600882811b9182167cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff9390911c92831617601090811b7dffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff7fff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00939093167eff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff90941693909317901c161790565b5f8160a001515f14801561360457508160e001516001145b80156104d85750506080810151610120909101511490565b5f8080808061362b8787613c39565b9350935093509350835f14806136415750601484115b15613652575f9450505050506104d8565b601084036136725761366587600d611b04565b83109450505050506104d8565b601184036136ef578660a00151518310613692575f9450505050506104d8565b60048760a0015184815181106136aa576136aa61504d565b6020026020010151604001511415806136e457508660a0015183815181106136d4576136d461504d565b6020026020010151610120015182105b9450505050506104d8565b600365020057a95ba8600286021c1680158061370a57508684105b801561371f5750600281108061371f57508683105b8015612768575060038110806127685750509490941095945050505050565b5f6040516104008382375f61040082015360205f6104018360025afa613241575f5ffd5b8360016040538160051b83015b808410156137b0576001851660051b828152843560208218525060205f60415f60025afa61379b575f5ffd5b5f5191508460011c945060208401935061376f565b505f604053949350505050565b80515f9060031480156137d4575060018260200151145b6137df5760016104d8565b600692915050565b5f835f52826020535f5b600881101561380d57828160031b1c81602101536001016137f1565b50600260295360205f602a5f60025afa613825575f5ffd5b50505f5192915050565b8035602082013561383f82613528565b61384882613528565b91509150915091565b5f63ffffffff613862600884615161565b61386d906020615075565b6138789060e061514e565b846138846008866150f2565b600281106138945761389461504d565b6020020151901c169392505050565b5f61122b8585855f5160206151755f395f51905f5280875b5f600882116138e5576138de878786855f5160206151955f395f51905f52613e53565b90506119ab565b61391c61390388888760085f5160206151955f395f51905f52613e53565b8685600886035f5160206151955f395f51905f52613e53565b979650505050505050565b5f5f5f60ff8660171c1660ff8660171c1660ff8660171c16925060ff831460ff821460ff84141717945084613a84575f811160171b627fffff8816175f831160171b627fffff8a1617026380000000888a181615613982575f035b5f841160171b627fffff881617945063800000008716156139a357845f0394505b6096841585010193508115820183158401019250828403601881125f81146139fb5760cd19821280156139de575f88125f89130397506139e7565b878360ce011b97505b50868360ce1b01965060ce85039550613a0f565b828260e6031b8760e61b01965060e6860395505b5050507ee4e5e5e6e6e6e6e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e6e6e6e6e5e5e4008460fb1c1a808401925060fd6097840310810215613a825784811d9550600160ff1b600187168683610100031b1711860195508560ff1d6380000000811681828918036097860360171b01179650505b505b50506001831115613a96575050610b96565b82600103613ab257613aa98686866141d1565b92505050610b96565b815f03613acc575050508282188116638000000016610b96565b6119ab828261429f565b5f5f6008831115613b0757613aed87866008613bdc565b613b028786613afd60088861514e565b613bdc565b613b14565b613b12878685613bdc565b865b915091509550959350505050565b5f5f613b14878787875f5160206151755f395f51905f5280895b5f5f6008831115613b6f57613b548988876008613b8d565b613b6a898887613b6560088961514e565b613b8d565b613b7d565b613b7b89888786613b8d565b885b9150915097509795505050505050565b5f6101005b8215613bd257601f1901613bc58682613bb288821c88831c84841c613927565b811b63ffffffff90911b19919091161790565b95505f1990920191613b92565b5093949350505050565b5f6101005b8215613c0b57601f1901613bfe8582613bb287821c83831c613c14565b94505f1990920191613be1565b50929392505050565b5f613c1f8383614352565b15613c30578263ffffffff16610b96565b610b968261435e565b5f80808080613c498660e061508c565b613c54906004615075565b8751613c60919061508c565b355f81901a98600182901a9850600282901a975060039190911a95509350505050565b5f60048503613c9e57613c97848484613927565b90506101d9565b60038503613cb057613c978484614387565b60018503613cc257613c97848461311c565b60028503613cd457613c978484614397565b600c8503613ce757613c978484846143ad565b60058503613cf957613c9784846143c9565b60068503613d0a57613c97846144d3565b60078503613d1b57613c97846145f7565b60088503613d2c57613c9784614607565b60098503613d3e57613c978484613c14565b600a8503613d5057613c978484614352565b600b8503613d6257613c978484614617565b600d8503613d7357613c9784614624565b600e8503613d8457613c978461475b565b600f8503613d9557613c97846148b7565b61122b84846149b4565b5f60088266ff00ff00ff00ff16901b600883901c66ff00ff00ff00ff1617915060108265ffff0000ffff16901b601083901c65ffff0000ffff161791506001600160401b038016602083901b602084901c17169050919050565b5f8160401b8360481b6663772d7065726d60c81b17175f5260205f601f5f60025afa613241575f5ffd5b5f8260481b8460501b6563772d62697460d01b17175f528160c01b601e5260205f60265f60025afa613825575f5ffd5b5f601785811c60ff84029081169186901c1681840181850117600885901b16151580613e845750637f800000808916145b15613e9e57613e95888888886149d0565b9250505061122b565b8360081b60ff85028301168460081b60ff860283011680820160081c8687018486010103935085888a18601f1c16925082601f1b8417935081600f1b627fffff87028a1617985080600f1b627fffff87028916179750505062ffffff8402870160181c8116905080818260201b03881801965060ff8860171c165f811160171b627fffff8a161760968215830101915063800000008a1615613f455780151591909102905f035b8660051b6101000396506101005b8781111561419157601f190189811c60030b89821c63ffffffff160285821c61ffff168085035f601882128015613f9c57868360ce011b8560ce1b01925060ce84039150613fb0565b848360e6031b8760e61b01925060e6880391505b507ee4e5e5e6e6e6e6e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e6e6e6e6e5e5e4008260fb1c1a60e56097828401031081021561401057808201975082811d9650600160ff1b600188168483610100031b1711870196505050505050613f53565b8080156140375760cd19858a031215614032575f88125f8913038660ce1b0193505b6140da565b8386026140725783614062578a871c601f1c89891715161560970298505f9750505050505050613f53565b8561407257505050505050613f53565b8360ff1d84189550856001600160e41b031060180260cc01915085821c610fff10600c028201915085821c603f10600602820191507f555555555555555555555555555555554444444444444444333333332222110086831c60021b1c600f16601783030191505b50808201975060978812156141345781609703905060ff8111156140fc575060ff5b82811d9650600160ff1b600188168483610100031b171187019650609797508661412a575f83121560970297505b5050505050613f53565b600160ff1b61010082900384901b60019285901d928316171101955050610193861115614189578060ff1d9250610194838487180360181c870111156141895750610195945050628000008118039150614191565b505050613f53565b508080156141ba578160ff1d6380000000811681828518036097860360171b01179b50506141c2565b8215601f1b9a505b50989998505050505050505050565b637fffffff8381169383821693918316925f926380000000921882169116637f8000008611806142045750637f80000085115b806142125750637f80000084115b1561422557637fc0000092505050610b96565b637f8000008610801561423b5750637f80000085105b1561424f57637f800000179150610b969050565b85158061425a575084155b1561426d57637fc0000092505050610b96565b637f800000841480156142805750808214155b61429057637f80000082176119ab565b50637fc0000095945050505050565b5f60ff83901d808418037ee4e5e5e6e6e6e6e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e6e6e6e6e5e5e40060fb82901c1a8083036142ee5760176142e183614b22565b6142eb919061514e565b90505b60978185011215614300578360970390505b81811c9250600160ff1b600184168383610100031b1711830192508260978286010360171b019250637f80000083111561433c57637f80000092505b63800000008560e01c1683179250505092915050565b5f610b9683835f614b85565b5f637f800000637fffffff83161161437c578163ffffffff166104d8565b637fc0000092915050565b5f610b9683836380000000613927565b5f610b9683633f80000063800000008518613927565b5f6101d9637fffffff8516156143c3578361435e565b8261435e565b637fffffff80831692908216915f9118638000000016637f800000841015806143f65750637f8000008310155b1561444d57637f8000008411806144105750637f80000083115b8061441a57508284145b1561442c57637fc000009150506104d8565b637f800000841461443d5780614445565b637f80000081175b9150506104d8565b825f0361447357831561446657637f8000008117614445565b637fc000009150506104d8565b835f036144815790506104d8565b5f5f61448c86614bda565b915091505f5f61449b87614bda565b915091506144c560188360e687901b816144b7576144b76150de565b04901b828503602e0161429f565b909417979650505050505050565b63ffffffff8116905f90637fffffff1681036144ed575090565b637f8000008211156145045750637fc00000919050565b637f8000008203614513575090565b5f5f61451e84614bda565b91509150806001165f146145375760019190911b905f19015b603c82901b9162020000600160d51b0360119190911b1665021c00000000016001818481614567576145676150de565b048201901c9050600181848161457f5761457f6150de565b048201901c90506001818481614597576145976150de565b048201901c905060018184816145af576145af6150de565b048201901c90508281820211156145c4575f19015b5f83828302146145d55760016145d7565b5f5b60ff1690506119ab60d383901b821760596002610167198701050161429f565b5f6104d86380000000831861435e565b5f6104d882637fffffff1661435e565b5f610b9683836001614b85565b5f637f800000637fffffff831611156146425750637fc00000919050565b614650826342b20000614352565b1561465d576342b2000091505b61466b63c2d0000083614352565b156146785763c2d0000091505b5f61468c83633fb8aa3b634b400000613927565b9050634b3fffff1981015f6146a583634b400000614397565b90505f6146b78263bf31800088613927565b90506146c88263395e808383613927565b90505f6146de633ab511c283633c091d35613927565b90506146ef8183633d2aac7a613927565b90506147008183633e2aaa48613927565b90506147118183633efffffe613927565b90506147228183633f800000613927565b90506147338183633f800000613927565b9050600184901d61276861474d83607f840160171b614387565b607f8388030160171b614387565b63ffffffff8116905f90637fffffff16810361477c575063ff800000919050565b637f8000008211156147935750637fc00000919050565b637f80000082036147a2575090565b5f628000008310156147c4576147bc83634b000000614387565b925060161990505b5f6017633f2aaaab8503901d90505f6147e7601783901b8603633f800000614397565b90505f6147f5838501614c22565b90505f61480b63be015e7184633e0ba1d3613927565b905061481c818463bdfacab9613927565b905061482d8184633e103a95613927565b905061483e818463be2ac2c7613927565b905061484f8184633e4cd989613927565b9050614860818463be7fffc0613927565b90506148718184633eaaaaaa613927565b9050614882818463bf000000613927565b9050614898816148928586614387565b85613927565b905061391c82633f3172186148b28563b102e30886613927565b613927565b5f5f6148c283614607565b90506148d2633f0ccccd82614352565b15614941575f6148e28485614387565b90505f6148f863bbcda41f83633caca1cf613927565b9050614909818363bd5c94cc613927565b905061491a8183633e088698613927565b905061492b818363beaaaaa5613927565b905061122b61493a8284614387565b8687613927565b61494f816341200000614352565b1561495b575063412000005b5f614995633f800000614990634000000061498b61498161497c888961311c565b614624565b633f80000061311c565b6143c9565b614397565b90506149a15f85614352565b15610b96576149af816145f7565b6101d9565b5f81831863ffffffff165f036104d85750633f80000092915050565b5f610100637f80000086811614614ad957506020601785811c7cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff9081165f5160206151955f395f51905f529081019287901c821601919091177d010000000100000001000000010000000100000001000000010000000100166001600160801b03811160071b81811c6001600160401b031060061b1781811c63ffffffff1060051b17830192850261010003831015614a8b57846020026101000392505b5f83610100035f19901c9050610100841015614aca57614ac78982198a8116908a16602088046008035f5160206151955f395f51905f52613e53565b98505b60208404600803860395505050505b5f83118015614aec5750637fc000008614155b15614b1157601f1901614b0485821c85831c886141d1565b95505f1990920191614ad9565b505063ffffffff8416949350505050565b6d010102020202030303030303030360801b6001600160801b03821160071b82811c6001600160401b031060061b1782811c63ffffffff1060051b1782811c61ffff1060041b1782811c60ff1060031b1782811c600f1060021b1791821c1a0190565b5f637fffffff8416637fffffff8416637f8000008111637f80000083111715633f8000000292506380000000861615614bbe57815f0391505b6380000000851615614bcd575f035b9201919091130292915050565b5f5f628000008310614c025782627fffff166280000017601784901c60960191509150915091565b5f614c0c84614b22565b60178190039490941b9460809094019392505050565b5f8115614c3d57614c3860c883901b606461429f565b6104d8565b5f92915050565b6040518060a001604052805f81526020015f81526020015f81526020015f8152602001614c6f614d64565b905290565b6040518060c001604052805f81526020015f81526020015f81526020015f8152602001614c9f614cac565b8152602001606081525090565b6040518061014001604052805f81526020015f81526020015f81526020015f81526020015f81526020015f81526020015f81526020015f81526020015f81526020015f81525090565b60405180606001604052805f81526020015f8152602001614c6f614d82565b6040518060800160405280614d27614d64565b8152602001614d34614daf565b81526020015f81526020015f81525090565b60405180604001604052806002906020820280368337509192915050565b60405180606001604052806003906020820280368337509192915050565b60405180604001604052806002905b614d99614d46565b815260200190600190039081614d915790505090565b6040518061040001604052806020906020820280368337509192915050565b5f5f83601f840112614dde575f5ffd5b5081356001600160401b03811115614df4575f5ffd5b602083019150836020828501011115610731575f5ffd5b5f5f5f5f60608587031215614e1e575f5ffd5b84356001600160401b03811115614e33575f5ffd5b614e3f87828801614dce565b90989097506020870135966040013595509350505050565b815160ff16815260208083015163ffffffff1690820152604081016104d8565b5f5f5f60408486031215614e89575f5ffd5b83356001600160401b03811115614e9e575f5ffd5b614eaa86828701614dce565b909790965060209590950135949350505050565b5f60408201848352604060208401528084518083526060850191506020860192505f5b81811015614f1d57614f07838551805160ff16825260209081015163ffffffff16910152565b6020939093019260409290920191600101614ee1565b50909695505050505050565b5f5f5f5f5f5f5f878903610120811215614f41575f5ffd5b60c0811215614f4e575f5ffd5b5087965060c08801356001600160401b03811115614f6a575f5ffd5b614f768a828b01614dce565b90975095505060e08801356001600160401b03811115614f94575f5ffd5b8801601f81018a13614fa4575f5ffd5b80356001600160401b03811115614fb9575f5ffd5b8a60208260051b8401011115614fcd575f5ffd5b602091909101945092506101008801356001600160401b03811115614ff0575f5ffd5b614ffc8a828b01614dce565b989b979a50959850939692959293505050565b634e487b7160e01b5f52602160045260245ffd5b604081016003841061504357634e487b7160e01b5f52602160045260245ffd5b9281526020015290565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b80820281158282048414176104d8576104d8615061565b808201808211156104d8576104d8615061565b634e487b7160e01b5f52604160045260245ffd5b5f5f858511156150c1575f5ffd5b838611156150cd575f5ffd5b5050600583901b0193919092039150565b634e487b7160e01b5f52601260045260245ffd5b5f82615100576151006150de565b500490565b5f60208284031215615115575f5ffd5b81356001600160401b0381168114610b96575f5ffd5b5f6020828403121561513b575f5ffd5b813563ffffffff81168114610b96575f5ffd5b818103818111156104d8576104d8615061565b5f8261516f5761516f6150de565b50069056fe3f8000003f8000003f8000003f8000003f8000003f8000003f8000003f8000000000000100000001000000010000000100000001000000010000000100000001",
}

// StepReferee is an auto generated Go binding around an Ethereum contract.
type StepReferee struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *StepReferee) GetABI() abi.ABI {
	return c.abi
}

// NewStepReferee creates a new instance of StepReferee.
func NewStepReferee() *StepReferee {
	parsed, err := StepRefereeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &StepReferee{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *StepReferee) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackDecide is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd5de7d7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decide((bytes32,uint64,uint32,uint32,uint32,bytes32) step, bytes descriptor, bytes32[] roots, bytes evidence) view returns(uint8 verdict, bytes32 value)
func (stepReferee *StepReferee) PackDecide(step MicroStep, descriptor []byte, roots [][32]byte, evidence []byte) []byte {
	enc, err := stepReferee.abi.Pack("decide", step, descriptor, roots, evidence)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecide is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd5de7d7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decide((bytes32,uint64,uint32,uint32,uint32,bytes32) step, bytes descriptor, bytes32[] roots, bytes evidence) view returns(uint8 verdict, bytes32 value)
func (stepReferee *StepReferee) TryPackDecide(step MicroStep, descriptor []byte, roots [][32]byte, evidence []byte) ([]byte, error) {
	return stepReferee.abi.Pack("decide", step, descriptor, roots, evidence)
}

// DecideOutput serves as a container for the return parameters of contract
// method Decide.
type DecideOutput struct {
	Verdict uint8
	Value   [32]byte
}

// UnpackDecide is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfd5de7d7.
//
// Solidity: function decide((bytes32,uint64,uint32,uint32,uint32,bytes32) step, bytes descriptor, bytes32[] roots, bytes evidence) view returns(uint8 verdict, bytes32 value)
func (stepReferee *StepReferee) UnpackDecide(data []byte) (DecideOutput, error) {
	out, err := stepReferee.abi.Unpack("decide", data)
	outstruct := new(DecideOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Verdict = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.Value = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// PackDescribe is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc0cc2c11.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function describe(bytes descriptor, uint256 operator) pure returns(uint256 geometry, (uint8,uint32)[] references)
func (stepReferee *StepReferee) PackDescribe(descriptor []byte, operator *big.Int) []byte {
	enc, err := stepReferee.abi.Pack("describe", descriptor, operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDescribe is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc0cc2c11.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function describe(bytes descriptor, uint256 operator) pure returns(uint256 geometry, (uint8,uint32)[] references)
func (stepReferee *StepReferee) TryPackDescribe(descriptor []byte, operator *big.Int) ([]byte, error) {
	return stepReferee.abi.Pack("describe", descriptor, operator)
}

// DescribeOutput serves as a container for the return parameters of contract
// method Describe.
type DescribeOutput struct {
	Geometry   *big.Int
	References []Reference
}

// UnpackDescribe is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc0cc2c11.
//
// Solidity: function describe(bytes descriptor, uint256 operator) pure returns(uint256 geometry, (uint8,uint32)[] references)
func (stepReferee *StepReferee) UnpackDescribe(data []byte) (DescribeOutput, error) {
	out, err := stepReferee.abi.Unpack("describe", data)
	outstruct := new(DescribeOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Geometry = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.References = *abi.ConvertType(out[1], new([]Reference)).(*[]Reference)
	return *outstruct, nil
}

// PackPart is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x107cd163.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function part(bytes descriptor, uint256 tile, uint256 word) pure returns((uint8,uint32) found)
func (stepReferee *StepReferee) PackPart(descriptor []byte, tile *big.Int, word *big.Int) []byte {
	enc, err := stepReferee.abi.Pack("part", descriptor, tile, word)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPart is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x107cd163.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function part(bytes descriptor, uint256 tile, uint256 word) pure returns((uint8,uint32) found)
func (stepReferee *StepReferee) TryPackPart(descriptor []byte, tile *big.Int, word *big.Int) ([]byte, error) {
	return stepReferee.abi.Pack("part", descriptor, tile, word)
}

// UnpackPart is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x107cd163.
//
// Solidity: function part(bytes descriptor, uint256 tile, uint256 word) pure returns((uint8,uint32) found)
func (stepReferee *StepReferee) UnpackPart(data []byte) (Reference, error) {
	out, err := stepReferee.abi.Unpack("part", data)
	if err != nil {
		return *new(Reference), err
	}
	out0 := *abi.ConvertType(out[0], new(Reference)).(*Reference)
	return out0, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (stepReferee *StepReferee) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], stepReferee.abi.Errors["NoSuchStep"].ID.Bytes()[:4]) {
		return stepReferee.UnpackNoSuchStepError(raw[4:])
	}
	if bytes.Equal(raw[:4], stepReferee.abi.Errors["WrongBinding"].ID.Bytes()[:4]) {
		return stepReferee.UnpackWrongBindingError(raw[4:])
	}
	if bytes.Equal(raw[:4], stepReferee.abi.Errors["WrongLength"].ID.Bytes()[:4]) {
		return stepReferee.UnpackWrongLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], stepReferee.abi.Errors["WrongOpening"].ID.Bytes()[:4]) {
		return stepReferee.UnpackWrongOpeningError(raw[4:])
	}
	if bytes.Equal(raw[:4], stepReferee.abi.Errors["WrongPredecessor"].ID.Bytes()[:4]) {
		return stepReferee.UnpackWrongPredecessorError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// StepRefereeNoSuchStep represents a NoSuchStep error raised by the StepReferee contract.
type StepRefereeNoSuchStep struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchStep()
func StepRefereeNoSuchStepErrorID() common.Hash {
	return common.HexToHash("0xdc7415f289591a48c0be30b6afa96deedfaeea0cc261de26032e5b5fd71460a2")
}

// UnpackNoSuchStepError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchStep()
func (stepReferee *StepReferee) UnpackNoSuchStepError(raw []byte) (*StepRefereeNoSuchStep, error) {
	out := new(StepRefereeNoSuchStep)
	if err := stepReferee.abi.UnpackIntoInterface(out, "NoSuchStep", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StepRefereeWrongBinding represents a WrongBinding error raised by the StepReferee contract.
type StepRefereeWrongBinding struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongBinding()
func StepRefereeWrongBindingErrorID() common.Hash {
	return common.HexToHash("0xc496ac39b136228066bfc4da8def92686da7cc09c9e326f0655c9664164d4fc4")
}

// UnpackWrongBindingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongBinding()
func (stepReferee *StepReferee) UnpackWrongBindingError(raw []byte) (*StepRefereeWrongBinding, error) {
	out := new(StepRefereeWrongBinding)
	if err := stepReferee.abi.UnpackIntoInterface(out, "WrongBinding", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StepRefereeWrongLength represents a WrongLength error raised by the StepReferee contract.
type StepRefereeWrongLength struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongLength()
func StepRefereeWrongLengthErrorID() common.Hash {
	return common.HexToHash("0x92aa5ab23bbae600ecca1dd12b2726e344da564f59c375694c99a5a37af1042a")
}

// UnpackWrongLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongLength()
func (stepReferee *StepReferee) UnpackWrongLengthError(raw []byte) (*StepRefereeWrongLength, error) {
	out := new(StepRefereeWrongLength)
	if err := stepReferee.abi.UnpackIntoInterface(out, "WrongLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StepRefereeWrongOpening represents a WrongOpening error raised by the StepReferee contract.
type StepRefereeWrongOpening struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongOpening()
func StepRefereeWrongOpeningErrorID() common.Hash {
	return common.HexToHash("0x3ec0c8a6e9de3f8d995ccc01970c9dd9a54b310eecf30bd7902fcf5179dd1553")
}

// UnpackWrongOpeningError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongOpening()
func (stepReferee *StepReferee) UnpackWrongOpeningError(raw []byte) (*StepRefereeWrongOpening, error) {
	out := new(StepRefereeWrongOpening)
	if err := stepReferee.abi.UnpackIntoInterface(out, "WrongOpening", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StepRefereeWrongPredecessor represents a WrongPredecessor error raised by the StepReferee contract.
type StepRefereeWrongPredecessor struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongPredecessor()
func StepRefereeWrongPredecessorErrorID() common.Hash {
	return common.HexToHash("0xa419ca88042b5a716d9654fcc7b0d216785d65cf1e4ca5f9858c2fdd365ef866")
}

// UnpackWrongPredecessorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongPredecessor()
func (stepReferee *StepReferee) UnpackWrongPredecessorError(raw []byte) (*StepRefereeWrongPredecessor, error) {
	out := new(StepRefereeWrongPredecessor)
	if err := stepReferee.abi.UnpackIntoInterface(out, "WrongPredecessor", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingMetaData contains all meta data concerning the Training contract.
var TrainingMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"vault\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"registry\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"training\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"disputes\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"court\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"matches\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"referee\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"demands\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"validators\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"beacon\",\"type\":\"address\"}],\"internalType\":\"structCore\",\"name\":\"core\",\"type\":\"tuple\"},{\"internalType\":\"address\",\"name\":\"guardian_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"expectedHead\",\"type\":\"bytes32\"}],\"name\":\"acquire\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"}],\"name\":\"anchor\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"}],\"name\":\"bondKey\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"claimOf\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"preRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"postRoot\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"committer\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"steps\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"committedAt\",\"type\":\"uint64\"}],\"internalType\":\"structClaim\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"claimVoided\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"clear\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"parent\",\"type\":\"bytes32\"},{\"internalType\":\"uint32\",\"name\":\"steps\",\"type\":\"uint32\"},{\"internalType\":\"bytes32\",\"name\":\"postRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"cid\",\"type\":\"bytes\"}],\"name\":\"commit\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"commitment\",\"outputs\":[{\"components\":[{\"internalType\":\"bytes32\",\"name\":\"parent\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"preRoot\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"postRoot\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"committer\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"steps\",\"type\":\"uint32\"},{\"internalType\":\"uint64\",\"name\":\"window\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"committedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"rejectedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint128\",\"name\":\"bond\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"reward\",\"type\":\"uint128\"},{\"internalType\":\"enumMark\",\"name\":\"mark\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"voidedCount\",\"type\":\"uint32\"},{\"internalType\":\"bool\",\"name\":\"settled\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"repaid\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"shared\",\"type\":\"bool\"},{\"internalType\":\"uint128\",\"name\":\"voidedShare\",\"type\":\"uint128\"},{\"internalType\":\"bytes32\",\"name\":\"voidedBy\",\"type\":\"bytes32\"}],\"internalType\":\"structCommitment\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"}],\"name\":\"expire\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint256\",\"name\":\"max\",\"type\":\"uint256\"}],\"name\":\"finalise\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"finalised\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"finalisedRoot\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"}],\"name\":\"genesis\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"guardian\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"}],\"name\":\"head\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"keyOf\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"}],\"name\":\"lease\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"holder\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"window\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"acquiredAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"expectedHead\",\"type\":\"bytes32\"},{\"internalType\":\"uint128\",\"name\":\"bond\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"reward\",\"type\":\"uint128\"}],\"internalType\":\"structLease\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"window\",\"type\":\"uint64\"}],\"name\":\"live\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"duration\",\"type\":\"uint64\"}],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"}],\"name\":\"progress\",\"outputs\":[{\"components\":[{\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"headCount\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"anchorCount\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"acquiredAt\",\"type\":\"uint64\"},{\"internalType\":\"uint8\",\"name\":\"doublings\",\"type\":\"uint8\"}],\"internalType\":\"structProgress\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"fee\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"feeOwner\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"feeKey\",\"type\":\"bytes32\"}],\"name\":\"reject\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"rejectIdle\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"}],\"name\":\"release\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"}],\"name\":\"requiredBond\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"settle\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"status\",\"outputs\":[{\"internalType\":\"enumStatus\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"window\",\"type\":\"uint64\"}],\"name\":\"stepsOf\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"}],\"name\":\"tallyAgainst\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"holder\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"expectedHead\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"window\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"bond\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"reward\",\"type\":\"uint256\"}],\"name\":\"Acquired\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"committer\",\"type\":\"address\"}],\"name\":\"Cleared\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"committer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"parent\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"window\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"steps\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"preRoot\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"postRoot\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"cid\",\"type\":\"bytes\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"}],\"name\":\"Committed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"holder\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"burned\",\"type\":\"uint256\"}],\"name\":\"Expired\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"committer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"window\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"postRoot\",\"type\":\"bytes32\"}],\"name\":\"Finalised\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"holder\",\"type\":\"address\"}],\"name\":\"LeaseEnded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"until\",\"type\":\"uint64\"}],\"name\":\"Paused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"committer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"idle\",\"type\":\"bool\"}],\"name\":\"Rejected\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"fence\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"holder\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"burned\",\"type\":\"uint256\"}],\"name\":\"Released\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint64\",\"name\":\"run\",\"type\":\"uint64\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"head\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"window\",\"type\":\"uint64\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"voided\",\"type\":\"uint32\"}],\"name\":\"RolledBack\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"finalRoot\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"toCommitter\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"toChallengers\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"toVoided\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"burned\",\"type\":\"uint256\"}],\"name\":\"Settled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"by\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"committer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"share\",\"type\":\"bool\"}],\"name\":\"VoidedClaimed\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"until\",\"type\":\"uint64\"}],\"name\":\"AcquirePaused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"parent\",\"type\":\"bytes32\"}],\"name\":\"ClaimParentFirst\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidCid\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidRoot\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"}],\"name\":\"LeaseRuns\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"holder\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"}],\"name\":\"Leased\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NoLease\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotCourt\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotDemands\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotGuardian\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotHolder\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotYet\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NothingToClaim\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NothingToFinalise\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"PauseTooLong\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"RunComplete\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"bits\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"SafeCastOverflowedUintDowncast\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint64\",\"name\":\"deadline\",\"type\":\"uint64\"}],\"name\":\"TooLate\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TooManyPending\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"actual\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"predicted\",\"type\":\"address\"}],\"name\":\"WrongAddress\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"required\",\"type\":\"uint256\"}],\"name\":\"WrongBond\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"head\",\"type\":\"bytes32\"}],\"name\":\"WrongHead\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"enumStatus\",\"name\":\"status\",\"type\":\"uint8\"}],\"name\":\"WrongStatus\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint32\",\"name\":\"steps\",\"type\":\"uint32\"}],\"name\":\"WrongSteps\",\"type\":\"error\"}]",
	ID:  "7c1b3c410f5cdfbe10eafa67302562bc26",
	Bin: "0x610140604052348015610010575f5ffd5b50604051615b3f380380615b3f83398101604081905261002f9161012c565b818161004530836040015161008f60201b60201c565b81516001600160a01b0390811660809081526020840151821660a0526060840151821660c05290920151821660e09081529082166101005292909201519091166101205250610216565b806001600160a01b0316826001600160a01b0316146100d8576040516306c9abc360e51b81526001600160a01b0380841660048301528216602482015260440160405180910390fd5b5050565b60405161014081016001600160401b038111828210171561010b57634e487b7160e01b5f52604160045260245ffd5b60405290565b80516001600160a01b0381168114610127575f5ffd5b919050565b5f5f82840361016081121561013f575f5ffd5b61014081121561014d575f5ffd5b506101566100dc565b61015f84610111565b815261016d60208501610111565b602082015261017e60408501610111565b604082015261018f60608501610111565b60608201526101a060808501610111565b60808201526101b160a08501610111565b60a08201526101c260c08501610111565b60c08201526101d360e08501610111565b60e08201526101e56101008501610111565b6101008201526101f86101208501610111565b610120820152915061020d6101408401610111565b90509250929050565b60805160a05160c05160e05161010051610120516157b561038a5f395f8181610d8c01526142d001525f81816102d8015261088001525f8181611c3b01528181612651015261309701525f8181611fce015281816121fc015281816123930152818161253201528181613f16015261424301525f8181610bcd01528181610c6f01528181610e78015281816113d1015281816116560152818161170c015281816119fa01528181611e56015281816121230152818161270f015281816127b701528181612df701528181612e970152818161320601528181613b6401528181613bd301528181613ce201528181613e6101526143b601525f8181610df6015281816111570152818161129f0152818161198c01528181611d8101528181611e290152818161249701528181612501015281816125de015281816129eb01528181612a7801528181613138015281816131d3015281816134ae015281816135220152818161358e0152613b3801526157b55ff3fe608060405260043610610195575f3560e01c80638efcf3a1116100e75780639fcb098511610087578063bfb012c511610062578063bfb012c5146107ed578063c810bf5b1461080c578063d8092a6f14610837578063df78bce214610856575f5ffd5b80639fcb098514610783578063a4640cd3146107af578063aab566f6146107ce575f5ffd5b806397040a45116100c257806397040a4514610707578063987757dd146107265780639acbc62b146107455780639f30a19214610764575f5ffd5b80638efcf3a114610480578063903fafea146104b657806394d49f6f146105ef575f5ffd5b8063248001131161015257806351d9f9001161012d57806351d9f9001461031257806352ad0d5e146104165780636b2817f5146104425780637d70821c14610461575f5ffd5b8063248001131461027d57806338fe7f531461029c578063452a9320146102c7575f5ffd5b80630357e37014610199578063082ce501146101ba57806310ccd103146101d95780631399745c1461020b578063222285601461023f5780632278b3d71461025e575b5f5ffd5b3480156101a4575f5ffd5b506101b86101b3366004614ae0565b610875565b005b3480156101c5575f5ffd5b506101b86101d4366004614afb565b610a16565b3480156101e4575f5ffd5b506101f86101f3366004614ae0565b610b9d565b6040519081526020015b60405180910390f35b348015610216575f5ffd5b5061022a610225366004614afb565b610c43565b60405163ffffffff9091168152602001610202565b34801561024a575f5ffd5b506101b8610259366004614ae0565b610ce5565b348015610269575f5ffd5b506101b8610278366004614b32565b610d81565b348015610288575f5ffd5b506101b8610297366004614b32565b610f2b565b6102af6102aa366004614b49565b61136a565b6040516001600160401b039091168152602001610202565b3480156102d2575f5ffd5b506102fa7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b039091168152602001610202565b34801561031d575f5ffd5b5061040961032c366004614ae0565b60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810191909152506001600160401b039081165f9081526002602081815260409283902083516101008101855281546001600160a01b0381168252600160a01b9004861692810192909252600181015480861694830194909452600160401b840485166060830152600160801b9384900490941660808201529083015460a08201526003909201546001600160801b0380821660c08501529190041660e082015290565b6040516102029190614b73565b348015610421575f5ffd5b50610435610430366004614b32565b611a98565b6040516102029190614c59565b34801561044d575f5ffd5b506101f861045c366004614ae0565b611bf6565b34801561046c575f5ffd5b506101f861047b366004614afb565b611c25565b34801561048b575f5ffd5b506101f861049a366004614afb565b600360209081525f928352604080842090915290825290205481565b3480156104c1575f5ffd5b506105846104d0366004614b32565b6040805160c0810182525f80825260208201819052918101829052606081018290526080810182905260a0810191909152505f90815260046020818152604092839020835160c0810185526001820154815260028201549281019290925260038101546001600160a01b03811694830194909452600160a01b84046001600160401b039081166060840152600160e01b90940463ffffffff16608083015290910154600160801b900490911660a082015290565b60405161020291905f60c082019050825182526020830151602083015260018060a01b0360408401511660408301526001600160401b03606084015116606083015263ffffffff60808401511660808301526001600160401b0360a08401511660a083015292915050565b3480156105fa575f5ffd5b5061069f610609366004614ae0565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152506001600160401b039081165f90815260016020818152604092839020835160a08101855281548087168252600160401b8104871693820193909352600160801b8304861694810194909452600160c01b9091049093166060830152919091015460ff16608082015290565b60405161020291905f60a0820190506001600160401b0383511682526001600160401b0360208401511660208301526001600160401b0360408401511660408301526001600160401b03606084015116606083015260ff608084015116608083015292915050565b348015610712575f5ffd5b506101b8610721366004614b32565b611c30565b348015610731575f5ffd5b506101b8610740366004614b32565b611f3a565b348015610750575f5ffd5b506101b861075f366004614b32565b612646565b34801561076f575f5ffd5b506101f861077e366004614b49565b6126dd565b34801561078e575f5ffd5b506107a261079d366004614b32565b612b2a565b6040516102029190614c79565b3480156107ba575f5ffd5b506101f86107c9366004614ae0565b612d33565b3480156107d9575f5ffd5b506101f86107e8366004614ae0565b612d62565b3480156107f8575f5ffd5b506101f8610807366004614e3f565b612f1e565b348015610817575f5ffd5b506101f8610826366004614b32565b60056020525f908152604090205481565b348015610842575f5ffd5b506101b8610851366004614f09565b61308c565b348015610861575f5ffd5b506101f8610870366004614b32565b613298565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146108be576040516377b6878160e11b815260040160405180910390fd5b806001600160401b03165f03610911575f54600160401b90046001600160401b031642101561090c575f805467ffffffffffffffff60401b1916600160401b426001600160401b0316021790555b6109ce565b62093a806001600160401b038216118061095f57505f546001600160401b03161580159061095f57505f546109539062278d00906001600160401b0316614f59565b6001600160401b031642105b1561097d576040516316873e3160e11b815260040160405180910390fd5b5f805467ffffffffffffffff1916426001600160401b038116919091179091556109a8908290614f59565b5f60086101000a8154816001600160401b0302191690836001600160401b031602179055505b5f54604051600160401b9091046001600160401b031681527fdb6a871e0ca1412b5a476ec1e7ec005fc584d1afa9bef37a3c64129332bb449b9060200160405180910390a150565b5f610a2183836132ae565b90505f81606001518260800151610a389190614f78565b6001600160401b031690505f82606001516001600160401b031642610a5d9190614f97565b90505f610a788460c001516001600160801b0316600161340d565b905082610a86836004614faa565b1115610af3576064610a99846003614faa565b84610aa5856004614faa565b610aaf9190614f97565b60c0870151610ac8906001600160801b03166031614faa565b610ad29190614faa565b610adc9190614fc1565b610ae69190614fc1565b610af09082614fe0565b90505b610afc86613424565b6001600160401b038681165f81815260026020818152604080842080546001600160e01b03191681556001810180546001600160c01b0319169055928301849055600390920192909255875190518581526001600160a01b0390911693891692917f3f85fe30007e8e7f04d86f14adaf1fcead4db2541ed912aeaf1d98fd95940415910160405180910390a4610b958685835f5f61347f565b505050505050565b604051633a70ca4160e21b81526001600160401b03821660048201525f90610c3d90309084906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063e9c32904906024015f60405180830381865afa158015610c11573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f19168201604052610c38919081019061513f565b613649565b92915050565b60405163056cfae960e11b81526001600160401b03831660048201525f90610cde906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690630ad9f5d29060240160a060405180830381865afa158015610cb4573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610cd891906151fe565b836136fa565b9392505050565b6001600160401b0381165f90815260026020526040902080546001600160a01b0316610d235760405162f9580560e31b815260040160405180910390fd5b6001810154600160801b90046001600160401b03164211610d73576001810154604051630958f2f160e11b8152600160801b9091046001600160401b031660048201526024015b60405180910390fd5b610d7d8233613776565b5050565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614610dca57604051635f780be560e11b815260040160405180910390fd5b5f610dd482613925565b9050610de28282600461397a565b600381015460048201546001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169163c6b3522491610e41916001600160401b03600160a01b909104811691600160401b900416613aaa565b6003840154604051630fdbba8960e31b8152600160a01b82046001600160401b031660048201525f916001600160a01b03908116917f000000000000000000000000000000000000000000000000000000000000000090911690637eddd44890602401602060405180830381865afa158015610ebf573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610ee39190615295565b6040518563ffffffff1660e01b8152600401610f0294939291906152ac565b5f604051808303815f87803b158015610f19575f5ffd5b505af1158015610b95573d5f5f3e3d5ffd5b5f81815260046020819052604090912090610f4583611a98565b6004811115610f5657610f56614c29565b14610f805781610f6583611a98565b60405163276065d160e21b8152600401610d6a9291906152d1565b60078101545f03610ff45780545f90815260046020526040812090600682015460ff166004811115610fb457610fb4614c29565b03610fc3578060070154610fc6565b81545b600783018190555f03610ff257815460405163ceaa236f60e01b81526004810191909152602401610d6a565b505b60078101545f9081526004602052604081206006830154909160ff600160301b830481161592600160381b90041615801561103a57506006830154600160281b900460ff165b801561105957506006830154600160401b90046001600160801b031615155b905081158015611067575080155b15611085576040516312d37ee560e31b815260040160405180910390fd5b81156112035760068401805466ff0000000000001916600160301b179055600384015460078501546005860154604080516001600160801b0390921682525f60208301526001600160a01b039093169288917f7f65526874ccc806ef587d1b663d9e62eabab2ac750def1c8687d416533cb191910160405180910390a4600384015460048501545f91611133916001600160401b03600160a01b909204821691600160401b90910416613aaa565b600386015460058701546040516331acd48960e21b81529293506001600160a01b037f000000000000000000000000000000000000000000000000000000000000000081169363c6b352249361119e9387935f939216916001600160801b03909116906004016152ee565b5f604051808303815f87803b1580156111b5575f5ffd5b505af11580156111c7573d5f5f3e3d5ffd5b505050506003850154600586015461120191600160a01b90046001600160401b0316908390600160801b90046001600160801b0316613b12565b505b80156113635760068481018054600160381b67ff0000000000000019909116179055600385015460078601549185015460408051600160401b9092046001600160801b03168252600160208301526001600160a01b03909216929188917f7f65526874ccc806ef587d1b663d9e62eabab2ac750def1c8687d416533cb191910160405180910390a4600383015460048401546001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169163c6b35224916112ea916001600160401b03600160a01b909104811691600160401b900416613aaa565b6003870154600687015460405160e085901b6001600160e01b031916815261133593925f926001600160a01b0390911691600160401b9091046001600160801b0316906004016152ee565b5f604051808303815f87803b15801561134c575f5ffd5b505af115801561135e573d5f5f3e3d5ffd5b505050505b5050505050565b5f8054600160401b90046001600160401b03164210156113b1575f5460405163392a80b960e01b8152600160401b9091046001600160401b03166004820152602401610d6a565b60405163056cfae960e11b81526001600160401b03841660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690630ad9f5d29060240160a060405180830381865afa15801561141e573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061144291906151fe565b6001600160401b0385165f9081526001602052604090209091508361146686611bf6565b146114905761147485611bf6565b6040516349cb178f60e01b8152600401610d6a91815260200190565b6001600160401b0385165f90815260026020526040902080546001600160a01b03161561151d576001810154600160801b90046001600160401b03164211611513578054600182015460405163d1ac7ee160e01b81526001600160a01b039092166004830152600160801b90046001600160401b03166024820152604401610d6a565b61151d8633613776565b5f61152787612d62565b90508034146115525760405163062f01ed60e11b815234600482015260248101829052604401610d6a565b8254600160401b90046001600160401b03165f61156f86836136fa565b90508063ffffffff165f036115975760405163748ba90360e11b815260040160405180910390fd5b6060860151855463ffffffff909116906115c190600160801b90046001600160401b031684614f78565b6001600160401b0316106115e8576040516302b3159b60e31b815260040160405180910390fd5b845485905f90611600906001600160401b031661531c565b82546101009290920a6001600160401b0381810219909316828416919091021790925586546001600160c01b0316600160c01b428316021787556040516348c576e160e11b8152908b1660048201529097505f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063918aedc29060240161016060405180830381865afa1580156116a4573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906116c89190615346565b516116d99063ffffffff1642614f59565b604051635021b74160e11b81526001600160401b038c1660048201529091505f9063ffffffff8416906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063a0436e829060240161010060405180830381865afa158015611752573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611776919061544f565b602001516bffffffffffffffffffffffff166117929190614faa565b9050604051806101000160405280336001600160a01b031681526020018a6001600160401b03168152602001856001600160401b03168152602001426001600160401b03168152602001836001600160401b031681526020018b81526020016117fa87613c1c565b6001600160801b0316815260200161181183613c1c565b6001600160801b039081169091526001600160401b03808e165f8181526002602081815260409283902087518154928901518716600160a01b026001600160e01b03199093166001600160a01b03909116179190911781558683015160018201805460608a015160808b01518916600160801b90810267ffffffffffffffff60801b19928b16600160401b026fffffffffffffffffffffffffffffffff19909416958b1695909517929092171692909217905560a08801519282019290925560c087015160e09097015186169091029590941694909417600390930192909255915133928c1691907ff42ce2970d134db838beca523be12c194245d9938e81e12678aacbf9353dded790611958908f908a9089908d908a909485526001600160401b0393841660208601529190921660408401526060830191909152608082015260a00190565b60405180910390a45f61196b8c8b613aaa565b60405163b214faa560e01b8152600481018290529091506001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063b214faa59088906024015f604051808303818588803b1580156119cf575f5ffd5b505af11580156119e1573d5f5f3e3d5ffd5b5050604051630f980df760e11b81526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169350631f301bee9250611a5c91508f908e90869088906004016001600160401b0394851681529290931660208301526040820152606081019190915260800190565b5f604051808303815f87803b158015611a73575f5ffd5b505af1158015611a85573d5f5f3e3d5ffd5b5050505050505050505050505092915050565b5f81815260046020526040812060038101546001600160a01b0316611abf57505f92915050565b6001600682015460ff166004811115611ada57611ada614c29565b03611ae85750600192915050565b6003600682015460ff166004811115611b0357611b03614c29565b03611b115750600492915050565b5f600682015460ff166004811115611b2b57611b2b614c29565b14611b395750600392915050565b60038101546001600160401b03600160a01b90910481165f908152600160205260409020805460048401549192600160401b90910481169116101580611bb557506003828101546001600160401b03600160a01b90910481165f9081526020928352604080822060048701549093168252919092529020548414155b15611bc4575060049392505050565b805460048301546001600160401b03600160801b9092048216911610611beb576001611bee565b60025b949350505050565b6001600160401b038082165f908152600160205260408120549091610c3d918491600160401b90910416613c53565b5f610cde8383613aaa565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614611c79576040516355122efb60e01b815260040160405180910390fd5b5f611c8382613925565b90506001600682015460ff166004811115611ca057611ca0614c29565b14611cc35781600160405163276065d160e21b8152600401610d6a9291906152d1565b60068101805467ffffff00000000ff191667010101000000000317905560038101546040516001600160a01b038216918491600160a01b9091046001600160401b0316907fd6dcf3a52794e0faf904187ce370003055b507576825807fee7f5470cca5f2c2905f90a4600381015460048201545f91611d5d916001600160401b03600160a01b909204821691600160401b90910416613aaa565b600383015460058401546040516331acd48960e21b81529293506001600160a01b037f000000000000000000000000000000000000000000000000000000000000000081169363c6b3522493611dc89387935f939216916001600160801b03909116906004016152ee565b5f604051808303815f87803b158015611ddf575f5ffd5b505af1158015611df1573d5f5f3e3d5ffd5b5050506003830154604051635021b74160e11b81526001600160401b03600160a01b9092049190911660048201526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000008116925063c6b352249184917f0000000000000000000000000000000000000000000000000000000000000000169063a0436e829060240161010060405180830381865afa158015611e9c573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611ec0919061544f565b516003860154600587015460405160e086901b6001600160e01b0319168152611f089493926001600160a01b031691600160801b90046001600160801b0316906004016152ee565b5f604051808303815f87803b158015611f1f575f5ffd5b505af1158015611f31573d5f5f3e3d5ffd5b50505050505050565b5f8181526004602052604090206002600682015460ff166004811115611f6257611f62614c29565b14158015611f8957506004600682015460ff166004811115611f8657611f86614c29565b14155b80611f9f57506006810154600160281b900460ff165b15611fae5781610f6583611a98565b5f60055f611fbb84613cb4565b81526020019081526020015f205490505f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663add98c70856040518263ffffffff1660e01b815260040161201a91815260200190565b61020060405180830381865afa158015612036573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061205a919061551a565b90506002600684015460ff16600481111561207757612077614c29565b148061208c57505f816020015163ffffffff16115b8061209d5750805163ffffffff1615155b1561228b57811580156120db575060048301546120ce9062278d0090600160c01b90046001600160401b0316614f59565b6001600160401b03164211155b156120f95760405163069fbbbb60e11b815260040160405180910390fd5b60038301546040516348c576e160e11b8152600160a01b9091046001600160401b031660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063918aedc29060240161016060405180830381865afa158015612171573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906121959190615346565b60a0015160048401546121be9163ffffffff1690600160c01b90046001600160401b0316614f59565b6001600160401b031642116121e65760405163069fbbbb60e11b815260040160405180910390fd5b604051635c92567d60e11b8152600481018590527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063b924acfa90602401602060405180830381865afa158015612249573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061226d919061564e565b1561228b5760405163069fbbbb60e11b815260040160405180910390fd5b60068301805465ff00000000001916600160281b17905560a08101515f906122b890869086908690613e08565b6006850154909150610100900463ffffffff161561232257600684015460608201516122f9916122f49161010090910463ffffffff1690614fc1565b613c1c565b8460060160086101000a8154816001600160801b0302191690836001600160801b031602179055505b847f59fd378c6c9325f7736a9923f7b79b5875ae059bd27c3d65db9a5c2522b7dd5d84835f01518460400151856020015161235d9190614fe0565b606080870151608080890151604080519788526020880196909652948601939093529084015282015260a00160405180910390a27f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316630265a7d686856123cf8560200151613c1c565b6123dc8660400151613c1c565b6040516001600160e01b031960e087901b168152600481019490945260248401929092526001600160801b0390811660448401521660648201526084015f604051808303815f87803b158015612430575f5ffd5b505af1158015612442573d5f5f3e3d5ffd5b505050600385015460048601545f9250612476916001600160401b03600160a01b909104811691600160401b900416613aaa565b600386015483516040516331acd48960e21b81529293506001600160a01b037f000000000000000000000000000000000000000000000000000000000000000081169363c6b35224936124d29387935f939216916004016152ac565b5f604051808303815f87803b1580156124e9575f5ffd5b505af11580156124fb573d5f5f3e3d5ffd5b505050507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316633876b994825f7f000000000000000000000000000000000000000000000000000000000000000061255a8b6140e0565b8760400151886020015161256e9190614fe0565b6040518663ffffffff1660e01b815260040161258e959493929190615667565b5f604051808303815f87803b1580156125a5575f5ffd5b505af11580156125b7573d5f5f3e3d5ffd5b505050506080820151604051631e90211560e21b81526004810183905260248101919091527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690637a408454906044015b5f604051808303815f87803b158015612628575f5ffd5b505af115801561263a573d5f5f3e3d5ffd5b50505050505050505050565b336001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161461268f576040516355122efb60e01b815260040160405180910390fd5b5f61269982613925565b90505f600682015460ff1660048111156126b5576126b5614c29565b146126c45781610f6583611a98565b60068101805460ff19166001179055610d7d8282614133565b6001600160401b0382165f8181526001602052604080822090516348c576e160e11b81526004810193909352909182907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063918aedc29060240161016060405180830381865afa15801561275d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906127819190615346565b60200151604051635021b74160e11b81526001600160401b038716600482015263ffffffff90911691505f906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063a0436e829060240161010060405180830381865afa1580156127fd573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612821919061544f565b5190505b848410801561284d575082546001600160401b03600160401b82048116600160801b90920416105b15612b01576001600160401b038087165f9081526003602090815260408083208754600160801b9081900486168552908352818420548085526004938490529190932091820154909391926128a89287929190910416614f59565b6001600160401b0316421115806128c357506128c38261422b565b156128cf575050612b01565b845485906010906128ef90600160801b90046001600160401b031661531c565b91906101000a8154816001600160401b0302191690836001600160401b031602179055508561291d90615696565b9550806002015460055f61293084613cb4565b815260208082019290925260409081015f209290925560038301546004840154600285015484516001600160401b039283168152938401526001600160a01b03909116928592918c16917f0ebc6a5de9b057fc011e95ebd1f249c9d956baa634432db56ce86a3f1fc31189910160405180910390a45f6129c7898360040160089054906101000a90046001600160401b0316613aaa565b600383015460058401546040516331acd48960e21b81529293506001600160a01b037f000000000000000000000000000000000000000000000000000000000000000081169363c6b3522493612a329387935f939216916001600160801b03909116906004016152ee565b5f604051808303815f87803b158015612a49575f5ffd5b505af1158015612a5b573d5f5f3e3d5ffd5b50505050600382015460058301546040516331acd48960e21b81527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b039081169363c6b3522493612acc9387938b931691600160801b90046001600160801b0316906004016152ee565b5f604051808303815f87803b158015612ae3575f5ffd5b505af1158015612af5573d5f5f3e3d5ffd5b50505050505050612825565b835f03612b215760405163048cd32960e51b815260040160405180910390fd5b50505092915050565b60408051610260810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160810182905261018081018290526101a081018290526101c081018290526101e08101829052610200810182905261022081018290526102408101919091525f828152600460208181526040928390208351610260810185528154815260018201549281019290925260028101549382019390935260038301546001600160a01b0381166060830152600160a01b81046001600160401b039081166080840152600160e01b90910463ffffffff1660a08301528383015480821660c0840152600160401b8104821660e0840152600160801b8082048316610100850152600160c01b90910490911661012083015260058401546001600160801b0380821661014085015291900416610160820152600683015490929161018084019160ff1690811115612cb257612cb2614c29565b6004811115612cc357612cc3614c29565b8152600682015463ffffffff610100820416602083015260ff600160281b8204811615156040840152600160301b8204811615156060840152600160381b820416151560808301526001600160801b03600160401b9091041660a082015260079091015460c09091015292915050565b6001600160401b038082165f908152600160205260408120549091610c3d918491600160801b90910416613c53565b6001600160401b0381165f908152600160208181526040808420909201546002909152908220805460ff909216916001600160a01b031615801590612dba57506001810154600160801b90046001600160401b031642115b8015612dc65750600582105b15612dd757612dd482615696565b91505b604051630fdbba8960e31b81526001600160401b03851660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690637eddd44890602401602060405180830381865afa158015612e44573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612e689190615295565b6040516303669e4160e21b81526001600160401b03871660048201529091508190849082906001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690630d9a790490602401602060405180830381865afa158015612edc573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612f009190615295565b612f0a9190614f97565b612f1592911b614fe0565b95945050505050565b5f5f612f2a89896132ae565b90508060a001518714612f58578060a001516040516349cb178f60e01b8152600401610d6a91815260200190565b612f66898260400151610c43565b63ffffffff168663ffffffff1614612fa857612f86898260400151610c43565b6040516352d57f7760e11b815263ffffffff9091166004820152602401610d6a565b841580612fb557505f1985145b15612fd35760405163504570e360e01b815260040160405180910390fd5b821580612fe05750604083115b15612ffe57604051630596182960e51b815260040160405180910390fd5b61307f6040518061010001604052808b6001600160401b0316815260200189815260200183604001516001600160401b031681526020018863ffffffff16815260200187815260200186866040516130579291906156ae565b604080519182900390912082523360208301526001600160401b038c16910152828686614341565b9998505050505050505050565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146130d5576040516355122efb60e01b815260040160405180910390fd5b5f6130df85613925565b90506130ed8582600261397a565b600381015460048201545f9161311e916001600160401b03600160a01b909204821691600160401b90910416613aaa565b604051630e1dae6560e21b81529091506001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690633876b994906131759084905f90899089908c90600401615667565b5f604051808303815f87803b15801561318c575f5ffd5b505af115801561319e573d5f5f3e3d5ffd5b505050506003820154604051630fdbba8960e31b81526001600160401b03600160a01b83041660048201526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000081169263c6b352249285925f928116918b917f00000000000000000000000000000000000000000000000000000000000000001690637eddd44890602401602060405180830381865afa15801561324b573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061326f9190615295565b6132799190614f97565b6040518563ffffffff1660e01b815260040161261194939291906152ac565b5f818152600460205260408120610c3d90613cb4565b60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e0810191909152506001600160401b038083165f9081526002602081815260409283902083516101008101855281546001600160a01b038116808352600160a01b909104871693820193909352600182015480871695820195909552600160401b850486166060820152600160801b9485900490951660808601529182015460a08501526003909101546001600160801b0380821660c086015292900490911660e0830152331415806133b05750816001600160401b031681602001516001600160401b031614155b156133ce57604051633b11fda960e11b815260040160405180910390fd5b80608001516001600160401b0316421115610c3d5760808101516040516326b39d0360e11b81526001600160401b039091166004820152602401610d6a565b5f606461341a8385614faa565b610cde9190614fc1565b6001600160401b0381165f90815260016020819052604090912090810154600560ff9091161015610d7d576001810180545f906134639060ff166156bd565b91906101000a81548160ff021916908360ff1602179055505050565b5f61348e868660200151613aaa565b604051631e90211560e21b815260048101829052602481018690529091507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690637a408454906044015f604051808303815f87803b1580156134f7575f5ffd5b505af1158015613509573d5f5f3e3d5ffd5b50506040516331acd48960e21b81526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016925063c6b35224915061355f9084905f90879089906004016152ac565b5f604051808303815f87803b158015613576575f5ffd5b505af1158015613588573d5f5f3e3d5ffd5b505050507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663c6b35224825f885f015187898b60c001516001600160801b03166135db9190614f97565b6135e59190614f97565b6040518563ffffffff1660e01b815260040161360494939291906152ac565b5f604051808303815f87803b15801561361b575f5ffd5b505af115801561362d573d5f5f3e3d5ffd5b50505050610b9586828760e001516001600160801b0316613b12565b5f7f4f131e565813cd1802cb1a2ebb949c325fbbe1ba29b23c924f7241b457a48c73468585855f01518660200151876040015188606001516040516020016136db98979695949392919097885260208801969096526001600160a01b039490941660408701526001600160401b03929092166060860152608085015260a084015260c083015260e08201526101000190565b6040516020818303038152906040528051906020012090509392505050565b5f5f836020015163ffffffff16836001600160401b031661371b9190614faa565b84519091506001600160401b03168110613738575f915050610c3d565b83515f906137509083906001600160401b0316614f97565b9050846020015163ffffffff16811061376d578460200151612f15565b612f15816147b8565b6001600160401b038083165f9081526002602081815260409283902083516101008101855281546001600160a01b0381168252600160a01b9004861692810192909252600181015480861694830194909452600160401b840485166060830152600160801b9384900490941660808201529083015460a08201526003909201546001600160801b0380821660c08501529190041660e082015261381883613424565b6001600160401b0383165f908152600260208190526040822080546001600160e01b03191681556001810180546001600160c01b03191690559081018290556003018190556001600160a01b03831615613889576138848260c001516001600160801b0316600161340d565b61388b565b5f5b90505f816138a78460c001516001600160801b0316603261340d565b6138b19190614f97565b8351602080860151604080516001600160a01b038a811682529381018890529081018590529394509116916001600160401b03918216918816907fbaee68ecb7f2d49fb9e053a8ff45f44e66eb98be37865015cd48ea66d8122bb49060600160405180910390a4611363858483858861347f565b5f5f61393083611a98565b9050600181600481111561394657613946614c29565b1461396857828160405163276065d160e21b8152600401610d6a9291906152d1565b50505f90815260046020526040902090565b5f600683015460ff16600481111561399457613994614c29565b036139a3576139a38383614133565b60068201805482919060ff191660018360048111156139c4576139c4614c29565b0217905550600480830180546001600160401b03428116600160c01b026001600160c01b039092169190911790915560038401546001600160a01b038116928692600160a01b909204909116907f40e5e127750398cdf6d4fd3c0d0f9b2f4ada14ca9c07ba5a6f591779054e21d990856004811115613a4557613a45614c29565b6040519114815260200160405180910390a460038201546004830154613aa5916001600160401b03600160a01b909104811691613a8b918391600160401b900416613aaa565b6005850154600160801b90046001600160801b0316613b12565b505050565b604080517ff0e12ed467fa59fe2347978b9cc1258a41bb27400b56ac8fea6de879e394808260208201526001600160401b038085169282019290925290821660608201525f906080015b60405160208183030381529060405280519060200120905092915050565b604051635021b74160e11b81526001600160401b03841660048201526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000811691633876b9949185917f00000000000000000000000000000000000000000000000000000000000000009091169063a0436e829060240161010060405180830381865afa158015613bac573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613bd0919061544f565b517f0000000000000000000000000000000000000000000000000000000000000000613bfb886147e8565b866040518663ffffffff1660e01b8152600401611f08959493929190615667565b5f6001600160801b03821115613c4f576040516306dfcc6560e41b81526080600482015260248101839052604401610d6a565b5090565b5f6001600160401b03821615613cab576001600160401b0383165f90815260036020526040812090613c86600185614f78565b6001600160401b03166001600160401b031681526020019081526020015f2054610cde565b610cde83610b9d565b600381015460405163056cfae960e11b8152600160a01b9091046001600160401b031660048201525f9081907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690630ad9f5d29060240160a060405180830381865afa158015613d2f573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613d5391906151fe565b602001516004840154613d759163ffffffff16906001600160401b03166156d2565b60038401546001850154604080517fdc10af37929d9470f7ecb84c80bbb37b97f81528ba84483c033e2e0c28058e3b602080830191909152600160a01b85046001600160401b039081168385015260608301949094529285166080820152600160e01b90930463ffffffff1660a0808501919091528151808503909101815260c090930190528151910120909150610cde565b613e356040518060a001604052805f81526020015f81526020015f81526020015f81526020015f81525090565b6003840154604051630fdbba8960e31b8152600160a01b9091046001600160401b031660048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690637eddd44890602401602060405180830381865afa158015613eae573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613ed29190615295565b6005860154613eea91906001600160801b0316614f97565b6040516339e394cf60e21b815260048101889052602481018690529091505f9081906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000169063e78e533c906044016040805180830381865afa158015613f5a573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190613f7e91906156f4565b90925090506004600688015460ff166004811115613f9e57613f9e614c29565b148015613fb257506001600160401b038216155b15613fd357613fc283603261340d565b613fcc9084614f97565b8452614096565b866002015486148015613fe4575084155b15613ff157828452614096565b613ffc83601461340d565b81106140125761400d83601461340d565b614014565b805b602085018190525f906140279085614f97565b90506001600160401b038316156140495761404381602861340d565b60408601525b6006880154610100900463ffffffff1615614094576006880154610100900463ffffffff168061407a83600a61340d565b6140849190614fc1565b61408e9190614faa565b60608601525b505b60608401516040850151602086015186516140b19087614f97565b6140bb9190614f97565b6140c59190614f97565b6140cf9190614f97565b608085015250919695505050505050565b604080517f4462aa1050eaa3ed35e67db9b3594aa407b47049fd31cf2fcc60d5a1ff7a426f60208201529081018290525f906060015b604051602081830303815290604052805190602001209050919050565b60038101546001600160401b03600160a01b90910481165f818152600160208190526040909120600485015481549394919361417b9291821691600160401b90910416614f78565b6141859190614f78565b60068401805464ffffffff00191661010063ffffffff9384168102919091178255600486018054855467ffffffffffffffff60401b19166001600160401b03918216600160401b021786558754915493546040805195831686529390049094166020840152928792908616917f76d108bc4c392e322b00289bb22291bb0ca52dce9cfd012df7920d5255f31901910160405180910390a46142258261482e565b50505050565b60405163cc5bbd7b60e01b8152600481018290525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063cc5bbd7b90602401602060405180830381865afa158015614290573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906142b4919061564e565b80610c3d5750604051633e1adf3d60e11b8152600481018390527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690637c35be7a90602401602060405180830381865afa15801561431d573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610c3d919061564e565b5f61434c3086614985565b5f8181526004602090815260409182902090880151815590870151919250906001600160401b031615614395576020808701515f9081526004909152604090206002015461442e565b8551604051633a70ca4160e21b81526001600160401b0390911660048201527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169063e9c32904906024015f60405180830381865afa158015614402573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f19168201604052614429919081019061513f565b606001515b8160010181905550856080015181600201819055508560c00151816003015f6101000a8154816001600160a01b0302191690836001600160a01b03160217905550855f01518160030160146101000a8154816001600160401b0302191690836001600160401b03160217905550856060015181600301601c6101000a81548163ffffffff021916908363ffffffff1602179055508560400151816004015f6101000a8154816001600160401b0302191690836001600160401b031602179055508560e001518160040160086101000a8154816001600160401b0302191690836001600160401b03160217905550428160040160106101000a8154816001600160401b0302191690836001600160401b031602179055508460c00151816005015f6101000a8154816001600160801b0302191690836001600160801b031602179055508460e001518160050160106101000a8154816001600160801b0302191690836001600160801b0316021790555060025f875f01516001600160401b03166001600160401b031681526020019081526020015f205f5f82015f6101000a8154906001600160a01b0302191690555f820160146101000a8154906001600160401b030219169055600182015f6101000a8154906001600160401b0302191690556001820160086101000a8154906001600160401b0302191690556001820160106101000a8154906001600160401b030219169055600282015f9055600382015f6101000a8154906001600160801b0302191690556003820160106101000a8154906001600160801b03021916905550508160035f885f01516001600160401b03166001600160401b031681526020019081526020015f205f88604001516001600160401b03166001600160401b031681526020019081526020015f20819055505f60015f885f01516001600160401b03166001600160401b031681526020019081526020015f209050866040015160016147089190614f59565b81546001600160401b0391909116600160401b0267ffffffffffffffff60401b19909116178155600181015460ff1615614769576001810180545f906147509060ff16615720565b91906101000a81548160ff021916908360ff1602179055505b6147ae8388846001015488888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250614a5092505050565b5050949350505050565b5f63ffffffff821115613c4f576040516306dfcc6560e41b81526020600482015260248101839052604401610d6a565b5f7fd97e8edd1e54404d343f3d5f1b8a5e7d1f4ac026ae9a45eb1a4bbbb9f6db47c2826040516020016141169291909182526001600160401b0316602082015260400190565b6001600160401b038082165f9081526002602081815260409283902083516101008101855281546001600160a01b038116808352600160a01b909104871693820193909352600182015480871695820195909552600160401b850486166060820152600160801b9485900490951660808601529182015460a08501526003909101546001600160801b0380821660c086015292900490911660e08301526148d3575050565b80608001516001600160401b03164211156148f257610d7d825f613776565b6001600160401b038281165f81815260026020818152604080842080546001600160e01b03191681556001810180546001600160c01b0319169055928301849055600390920183905585519086015191516001600160a01b03909116949190911692917f3b9284d9af2004e11b3fded898691144377db1f9a09f1583e1af9a8cca7aa4ae91a4610d7d82825f5f5f61347f565b5f7fd24fbf478c4b2a1da048fc53f851daf7034e741ea9a50ae3075fc3f8dc580ffc4684845f015185602001518660400151876060015188608001518960a001518a60c001518b60e00151604051602001613af49b9a999897969594939291909a8b5260208b01999099526001600160a01b0397881660408b01526001600160401b0396871660608b015260808a019590955292851660a089015263ffffffff9190911660c088015260e0870152610100860152909116610120840152166101408201526101600190565b8260c001516001600160a01b031684845f01516001600160401b03167f688a58839dfa7e8002c7700dad307d6f6d4088beb198e5b8e3bff7f8fd77d2f5866020015187604001518860600151888a60800151898c60e00151604051614abb979695949392919061573b565b60405180910390a450505050565b6001600160401b0381168114614add575f5ffd5b50565b5f60208284031215614af0575f5ffd5b8135610cde81614ac9565b5f5f60408385031215614b0c575f5ffd5b8235614b1781614ac9565b91506020830135614b2781614ac9565b809150509250929050565b5f60208284031215614b42575f5ffd5b5035919050565b5f5f60408385031215614b5a575f5ffd5b8235614b6581614ac9565b946020939093013593505050565b5f6101008201905060018060a01b0383511682526001600160401b0360208401511660208301526001600160401b0360408401511660408301526060830151614bc760608401826001600160401b03169052565b506080830151614be260808401826001600160401b03169052565b5060a083015160a083015260c0830151614c0760c08401826001600160801b03169052565b5060e0830151614c2260e08401826001600160801b03169052565b5092915050565b634e487b7160e01b5f52602160045260245ffd5b60058110614add57634e487b7160e01b5f52602160045260245ffd5b60208101614c6683614c3d565b91905290565b614c7581614c3d565b9052565b5f610260820190508251825260208301516020830152604083015160408301526060830151614cb360608401826001600160a01b03169052565b506080830151614cce60808401826001600160401b03169052565b5060a0830151614ce660a084018263ffffffff169052565b5060c0830151614d0160c08401826001600160401b03169052565b5060e0830151614d1c60e08401826001600160401b03169052565b50610100830151614d396101008401826001600160401b03169052565b50610120830151614d566101208401826001600160401b03169052565b50610140830151614d736101408401826001600160801b03169052565b50610160830151614d906101608401826001600160801b03169052565b50610180830151614da5610180840182614c6c565b506101a0830151614dbf6101a084018263ffffffff169052565b506101c0830151614dd56101c084018215159052565b506101e0830151614deb6101e084018215159052565b50610200830151614e0161020084018215159052565b50610220830151614e1e6102208401826001600160801b03169052565b5061024092830151919092015290565b63ffffffff81168114614add575f5ffd5b5f5f5f5f5f5f5f60c0888a031215614e55575f5ffd5b8735614e6081614ac9565b96506020880135614e7081614ac9565b9550604088013594506060880135614e8781614e2e565b93506080880135925060a08801356001600160401b03811115614ea8575f5ffd5b8801601f81018a13614eb8575f5ffd5b80356001600160401b03811115614ecd575f5ffd5b8a6020828401011115614ede575f5ffd5b602082019350809250505092959891949750929550565b6001600160a01b0381168114614add575f5ffd5b5f5f5f5f60808587031215614f1c575f5ffd5b84359350602085013592506040850135614f3581614ef5565b9396929550929360600135925050565b634e487b7160e01b5f52601160045260245ffd5b6001600160401b038181168382160190811115610c3d57610c3d614f45565b6001600160401b038281168282160390811115610c3d57610c3d614f45565b81810381811115610c3d57610c3d614f45565b8082028115828204841417610c3d57610c3d614f45565b5f82614fdb57634e487b7160e01b5f52601260045260245ffd5b500490565b80820180821115610c3d57610c3d614f45565b634e487b7160e01b5f52604160045260245ffd5b60405160e081016001600160401b038111828210171561502957615029614ff3565b60405290565b60405161016081016001600160401b038111828210171561502957615029614ff3565b60405161010081016001600160401b038111828210171561502957615029614ff3565b60405161020081016001600160401b038111828210171561502957615029614ff3565b80516150a381614e2e565b919050565b8051600381106150a3575f5ffd5b5f82601f8301126150c5575f5ffd5b81516001600160401b038111156150de576150de614ff3565b604051601f8201601f19908116603f011681016001600160401b038111828210171561510c5761510c614ff3565b604052818152838201602001851015615123575f5ffd5b8160208501602083015e5f918101602001919091529392505050565b5f6020828403121561514f575f5ffd5b81516001600160401b03811115615164575f5ffd5b820160e08185031215615175575f5ffd5b61517d615007565b815181526020808301519082015260408083015190820152606080830151908201526151ab60808301615098565b60808201526151bc60a083016150a8565b60a082015260c08201516001600160401b038111156151d9575f5ffd5b6151e5868285016150b6565b60c083015250949350505050565b80516150a381614ac9565b5f60a082840312801561520f575f5ffd5b5060405160a081016001600160401b038111828210171561523257615232614ff3565b604052825161524081614ac9565b8152602083015161525081614e2e565b6020820152604083015161526381614e2e565b6040820152606083015161527681614e2e565b6060820152608083015161528981614e2e565b60808201529392505050565b5f602082840312156152a5575f5ffd5b5051919050565b9384526001600160a01b03928316602085015291166040830152606082015260800190565b828152604081016152e183614c3d565b8260208301529392505050565b9384526001600160a01b039283166020850152911660408301526001600160801b0316606082015260800190565b5f6001600160401b0382166001600160401b03810361533d5761533d614f45565b60010192915050565b5f610160828403128015615358575f5ffd5b5061536161502f565b61536a83615098565b815261537860208401615098565b602082015261538960408401615098565b604082015261539a60608401615098565b60608201526153ab60808401615098565b60808201526153bc60a08401615098565b60a08201526153cd60c08401615098565b60c08201526153de60e08401615098565b60e08201526153f06101008401615098565b6101008201526154036101208401615098565b6101208201526154166101408401615098565b6101408201529392505050565b80516bffffffffffffffffffffffff811681146150a3575f5ffd5b805161ffff811681146150a3575f5ffd5b5f610100828403128015615461575f5ffd5b5061546a615052565b825161547581614ef5565b815261548360208401615423565b602082015261549460408401615423565b60408201526154a560608401615423565b60608201526154b660808401615423565b60808201526154c760a08401615423565b60a08201526154d860c0840161543e565b60c08201526154e960e0840161543e565b60e08201529392505050565b805180151581146150a3575f5ffd5b80516001600160801b03811681146150a3575f5ffd5b5f61020082840312801561552c575f5ffd5b50615535615075565b61553e83615098565b815261554c60208401615098565b602082015261555d60408401615098565b604082015261556e60608401615098565b606082015261557f60808401615098565b608082015261559060a084016154f5565b60a08201526155a160c084016151f3565b60c08201526155b260e084016151f3565b60e08201526155c461010084016151f3565b6101008201526155d761012084016151f3565b6101208201526155ea6101408401615504565b6101408201526155fd61016084016151f3565b610160820152610180838101519082015261561b6101a08401615504565b6101a082015261562e6101c08401615504565b6101c08201526156416101e08401615504565b6101e08201529392505050565b5f6020828403121561565e575f5ffd5b610cde826154f5565b9485526001600160a01b0393841660208601529190921660408401526060830191909152608082015260a00190565b5f600182016156a7576156a7614f45565b5060010190565b818382375f9101908152919050565b5f60ff821660ff810361533d5761533d614f45565b6001600160401b038181168382160290811690818114614c2257614c22614f45565b5f5f60408385031215615705575f5ffd5b825161571081614ac9565b6020939093015192949293505050565b5f60ff82168061573257615732614f45565b5f190192915050565b8781526001600160401b038716602082015263ffffffff8616604082015284606082015283608082015260e060a08201525f83518060e0840152806020860161010085015e5f6101008285010152610100601f19601f8301168401019150506001600160401b03831660c08301529897505050505050505056",
}

// Training is an auto generated Go binding around an Ethereum contract.
type Training struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Training) GetABI() abi.ABI {
	return c.abi
}

// NewTraining creates a new instance of Training.
func NewTraining() *Training {
	parsed, err := TrainingMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Training{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Training) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor((address,address,address,address,address,address,address,address,address,address) core, address guardian_) returns()
func (training *Training) PackConstructor(core Core, guardian_ common.Address) []byte {
	enc, err := training.abi.Pack("", core, guardian_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAcquire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x38fe7f53.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acquire(uint64 run, bytes32 expectedHead) payable returns(uint64 fence)
func (training *Training) PackAcquire(run uint64, expectedHead [32]byte) []byte {
	enc, err := training.abi.Pack("acquire", run, expectedHead)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcquire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x38fe7f53.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acquire(uint64 run, bytes32 expectedHead) payable returns(uint64 fence)
func (training *Training) TryPackAcquire(run uint64, expectedHead [32]byte) ([]byte, error) {
	return training.abi.Pack("acquire", run, expectedHead)
}

// UnpackAcquire is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x38fe7f53.
//
// Solidity: function acquire(uint64 run, bytes32 expectedHead) payable returns(uint64 fence)
func (training *Training) UnpackAcquire(data []byte) (uint64, error) {
	out, err := training.abi.Unpack("acquire", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackAnchor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa4640cd3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function anchor(uint64 run) view returns(bytes32)
func (training *Training) PackAnchor(run uint64) []byte {
	enc, err := training.abi.Pack("anchor", run)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnchor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa4640cd3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function anchor(uint64 run) view returns(bytes32)
func (training *Training) TryPackAnchor(run uint64) ([]byte, error) {
	return training.abi.Pack("anchor", run)
}

// UnpackAnchor is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa4640cd3.
//
// Solidity: function anchor(uint64 run) view returns(bytes32)
func (training *Training) UnpackAnchor(data []byte) ([32]byte, error) {
	out, err := training.abi.Unpack("anchor", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBondKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7d70821c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bondKey(uint64 run, uint64 fence) pure returns(bytes32)
func (training *Training) PackBondKey(run uint64, fence uint64) []byte {
	enc, err := training.abi.Pack("bondKey", run, fence)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBondKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7d70821c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bondKey(uint64 run, uint64 fence) pure returns(bytes32)
func (training *Training) TryPackBondKey(run uint64, fence uint64) ([]byte, error) {
	return training.abi.Pack("bondKey", run, fence)
}

// UnpackBondKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7d70821c.
//
// Solidity: function bondKey(uint64 run, uint64 fence) pure returns(bytes32)
func (training *Training) UnpackBondKey(data []byte) ([32]byte, error) {
	out, err := training.abi.Unpack("bondKey", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackClaimOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x903fafea.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claimOf(bytes32 hash) view returns((bytes32,bytes32,address,uint64,uint32,uint64))
func (training *Training) PackClaimOf(hash [32]byte) []byte {
	enc, err := training.abi.Pack("claimOf", hash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaimOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x903fafea.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claimOf(bytes32 hash) view returns((bytes32,bytes32,address,uint64,uint32,uint64))
func (training *Training) TryPackClaimOf(hash [32]byte) ([]byte, error) {
	return training.abi.Pack("claimOf", hash)
}

// UnpackClaimOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x903fafea.
//
// Solidity: function claimOf(bytes32 hash) view returns((bytes32,bytes32,address,uint64,uint32,uint64))
func (training *Training) UnpackClaimOf(data []byte) (Claim, error) {
	out, err := training.abi.Unpack("claimOf", data)
	if err != nil {
		return *new(Claim), err
	}
	out0 := *abi.ConvertType(out[0], new(Claim)).(*Claim)
	return out0, nil
}

// PackClaimVoided is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24800113.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claimVoided(bytes32 hash) returns()
func (training *Training) PackClaimVoided(hash [32]byte) []byte {
	enc, err := training.abi.Pack("claimVoided", hash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaimVoided is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24800113.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claimVoided(bytes32 hash) returns()
func (training *Training) TryPackClaimVoided(hash [32]byte) ([]byte, error) {
	return training.abi.Pack("claimVoided", hash)
}

// PackClear is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97040a45.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function clear(bytes32 hash) returns()
func (training *Training) PackClear(hash [32]byte) []byte {
	enc, err := training.abi.Pack("clear", hash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClear is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x97040a45.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function clear(bytes32 hash) returns()
func (training *Training) TryPackClear(hash [32]byte) ([]byte, error) {
	return training.abi.Pack("clear", hash)
}

// PackCommit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbfb012c5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commit(uint64 run, uint64 fence, bytes32 parent, uint32 steps, bytes32 postRoot, bytes cid) returns(bytes32 hash)
func (training *Training) PackCommit(run uint64, fence uint64, parent [32]byte, steps uint32, postRoot [32]byte, cid []byte) []byte {
	enc, err := training.abi.Pack("commit", run, fence, parent, steps, postRoot, cid)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbfb012c5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commit(uint64 run, uint64 fence, bytes32 parent, uint32 steps, bytes32 postRoot, bytes cid) returns(bytes32 hash)
func (training *Training) TryPackCommit(run uint64, fence uint64, parent [32]byte, steps uint32, postRoot [32]byte, cid []byte) ([]byte, error) {
	return training.abi.Pack("commit", run, fence, parent, steps, postRoot, cid)
}

// UnpackCommit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbfb012c5.
//
// Solidity: function commit(uint64 run, uint64 fence, bytes32 parent, uint32 steps, bytes32 postRoot, bytes cid) returns(bytes32 hash)
func (training *Training) UnpackCommit(data []byte) ([32]byte, error) {
	out, err := training.abi.Unpack("commit", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCommitment is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fcb0985.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commitment(bytes32 hash) view returns((bytes32,bytes32,bytes32,address,uint64,uint32,uint64,uint64,uint64,uint64,uint128,uint128,uint8,uint32,bool,bool,bool,uint128,bytes32))
func (training *Training) PackCommitment(hash [32]byte) []byte {
	enc, err := training.abi.Pack("commitment", hash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommitment is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9fcb0985.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commitment(bytes32 hash) view returns((bytes32,bytes32,bytes32,address,uint64,uint32,uint64,uint64,uint64,uint64,uint128,uint128,uint8,uint32,bool,bool,bool,uint128,bytes32))
func (training *Training) TryPackCommitment(hash [32]byte) ([]byte, error) {
	return training.abi.Pack("commitment", hash)
}

// UnpackCommitment is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9fcb0985.
//
// Solidity: function commitment(bytes32 hash) view returns((bytes32,bytes32,bytes32,address,uint64,uint32,uint64,uint64,uint64,uint64,uint128,uint128,uint8,uint32,bool,bool,bool,uint128,bytes32))
func (training *Training) UnpackCommitment(data []byte) (Commitment, error) {
	out, err := training.abi.Unpack("commitment", data)
	if err != nil {
		return *new(Commitment), err
	}
	out0 := *abi.ConvertType(out[0], new(Commitment)).(*Commitment)
	return out0, nil
}

// PackExpire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x22228560.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function expire(uint64 run) returns()
func (training *Training) PackExpire(run uint64) []byte {
	enc, err := training.abi.Pack("expire", run)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExpire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x22228560.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function expire(uint64 run) returns()
func (training *Training) TryPackExpire(run uint64) ([]byte, error) {
	return training.abi.Pack("expire", run)
}

// PackFinalise is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f30a192.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalise(uint64 run, uint256 max) returns(uint256 finalised)
func (training *Training) PackFinalise(run uint64, max *big.Int) []byte {
	enc, err := training.abi.Pack("finalise", run, max)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalise is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f30a192.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalise(uint64 run, uint256 max) returns(uint256 finalised)
func (training *Training) TryPackFinalise(run uint64, max *big.Int) ([]byte, error) {
	return training.abi.Pack("finalise", run, max)
}

// UnpackFinalise is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9f30a192.
//
// Solidity: function finalise(uint64 run, uint256 max) returns(uint256 finalised)
func (training *Training) UnpackFinalise(data []byte) (*big.Int, error) {
	out, err := training.abi.Unpack("finalise", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackFinalisedRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc810bf5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalisedRoot(bytes32 key) view returns(bytes32)
func (training *Training) PackFinalisedRoot(key [32]byte) []byte {
	enc, err := training.abi.Pack("finalisedRoot", key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalisedRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc810bf5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalisedRoot(bytes32 key) view returns(bytes32)
func (training *Training) TryPackFinalisedRoot(key [32]byte) ([]byte, error) {
	return training.abi.Pack("finalisedRoot", key)
}

// UnpackFinalisedRoot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc810bf5b.
//
// Solidity: function finalisedRoot(bytes32 key) view returns(bytes32)
func (training *Training) UnpackFinalisedRoot(data []byte) ([32]byte, error) {
	out, err := training.abi.Unpack("finalisedRoot", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGenesis is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x10ccd103.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function genesis(uint64 run) view returns(bytes32)
func (training *Training) PackGenesis(run uint64) []byte {
	enc, err := training.abi.Pack("genesis", run)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGenesis is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x10ccd103.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function genesis(uint64 run) view returns(bytes32)
func (training *Training) TryPackGenesis(run uint64) ([]byte, error) {
	return training.abi.Pack("genesis", run)
}

// UnpackGenesis is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x10ccd103.
//
// Solidity: function genesis(uint64 run) view returns(bytes32)
func (training *Training) UnpackGenesis(data []byte) ([32]byte, error) {
	out, err := training.abi.Unpack("genesis", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGuardian is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x452a9320.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function guardian() view returns(address)
func (training *Training) PackGuardian() []byte {
	enc, err := training.abi.Pack("guardian")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGuardian is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x452a9320.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function guardian() view returns(address)
func (training *Training) TryPackGuardian() ([]byte, error) {
	return training.abi.Pack("guardian")
}

// UnpackGuardian is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x452a9320.
//
// Solidity: function guardian() view returns(address)
func (training *Training) UnpackGuardian(data []byte) (common.Address, error) {
	out, err := training.abi.Unpack("guardian", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackHead is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b2817f5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function head(uint64 run) view returns(bytes32)
func (training *Training) PackHead(run uint64) []byte {
	enc, err := training.abi.Pack("head", run)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHead is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6b2817f5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function head(uint64 run) view returns(bytes32)
func (training *Training) TryPackHead(run uint64) ([]byte, error) {
	return training.abi.Pack("head", run)
}

// UnpackHead is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6b2817f5.
//
// Solidity: function head(uint64 run) view returns(bytes32)
func (training *Training) UnpackHead(data []byte) ([32]byte, error) {
	out, err := training.abi.Unpack("head", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackKeyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf78bce2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function keyOf(bytes32 hash) view returns(bytes32)
func (training *Training) PackKeyOf(hash [32]byte) []byte {
	enc, err := training.abi.Pack("keyOf", hash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackKeyOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf78bce2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function keyOf(bytes32 hash) view returns(bytes32)
func (training *Training) TryPackKeyOf(hash [32]byte) ([]byte, error) {
	return training.abi.Pack("keyOf", hash)
}

// UnpackKeyOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdf78bce2.
//
// Solidity: function keyOf(bytes32 hash) view returns(bytes32)
func (training *Training) UnpackKeyOf(data []byte) ([32]byte, error) {
	out, err := training.abi.Unpack("keyOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackLease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51d9f900.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lease(uint64 run) view returns((address,uint64,uint64,uint64,uint64,bytes32,uint128,uint128))
func (training *Training) PackLease(run uint64) []byte {
	enc, err := training.abi.Pack("lease", run)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51d9f900.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lease(uint64 run) view returns((address,uint64,uint64,uint64,uint64,bytes32,uint128,uint128))
func (training *Training) TryPackLease(run uint64) ([]byte, error) {
	return training.abi.Pack("lease", run)
}

// UnpackLease is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x51d9f900.
//
// Solidity: function lease(uint64 run) view returns((address,uint64,uint64,uint64,uint64,bytes32,uint128,uint128))
func (training *Training) UnpackLease(data []byte) (Lease, error) {
	out, err := training.abi.Unpack("lease", data)
	if err != nil {
		return *new(Lease), err
	}
	out0 := *abi.ConvertType(out[0], new(Lease)).(*Lease)
	return out0, nil
}

// PackLive is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8efcf3a1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function live(uint64 run, uint64 window) view returns(bytes32)
func (training *Training) PackLive(run uint64, window uint64) []byte {
	enc, err := training.abi.Pack("live", run, window)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLive is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8efcf3a1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function live(uint64 run, uint64 window) view returns(bytes32)
func (training *Training) TryPackLive(run uint64, window uint64) ([]byte, error) {
	return training.abi.Pack("live", run, window)
}

// UnpackLive is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8efcf3a1.
//
// Solidity: function live(uint64 run, uint64 window) view returns(bytes32)
func (training *Training) UnpackLive(data []byte) ([32]byte, error) {
	out, err := training.abi.Unpack("live", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0357e370.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause(uint64 duration) returns()
func (training *Training) PackPause(duration uint64) []byte {
	enc, err := training.abi.Pack("pause", duration)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0357e370.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause(uint64 duration) returns()
func (training *Training) TryPackPause(duration uint64) ([]byte, error) {
	return training.abi.Pack("pause", duration)
}

// PackProgress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x94d49f6f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function progress(uint64 run) view returns((uint64,uint64,uint64,uint64,uint8))
func (training *Training) PackProgress(run uint64) []byte {
	enc, err := training.abi.Pack("progress", run)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProgress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x94d49f6f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function progress(uint64 run) view returns((uint64,uint64,uint64,uint64,uint8))
func (training *Training) TryPackProgress(run uint64) ([]byte, error) {
	return training.abi.Pack("progress", run)
}

// UnpackProgress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x94d49f6f.
//
// Solidity: function progress(uint64 run) view returns((uint64,uint64,uint64,uint64,uint8))
func (training *Training) UnpackProgress(data []byte) (Progress, error) {
	out, err := training.abi.Unpack("progress", data)
	if err != nil {
		return *new(Progress), err
	}
	out0 := *abi.ConvertType(out[0], new(Progress)).(*Progress)
	return out0, nil
}

// PackReject is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd8092a6f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reject(bytes32 hash, uint256 fee, address feeOwner, bytes32 feeKey) returns()
func (training *Training) PackReject(hash [32]byte, fee *big.Int, feeOwner common.Address, feeKey [32]byte) []byte {
	enc, err := training.abi.Pack("reject", hash, fee, feeOwner, feeKey)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReject is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd8092a6f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reject(bytes32 hash, uint256 fee, address feeOwner, bytes32 feeKey) returns()
func (training *Training) TryPackReject(hash [32]byte, fee *big.Int, feeOwner common.Address, feeKey [32]byte) ([]byte, error) {
	return training.abi.Pack("reject", hash, fee, feeOwner, feeKey)
}

// PackRejectIdle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2278b3d7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rejectIdle(bytes32 hash) returns()
func (training *Training) PackRejectIdle(hash [32]byte) []byte {
	enc, err := training.abi.Pack("rejectIdle", hash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRejectIdle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2278b3d7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rejectIdle(bytes32 hash) returns()
func (training *Training) TryPackRejectIdle(hash [32]byte) ([]byte, error) {
	return training.abi.Pack("rejectIdle", hash)
}

// PackRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x082ce501.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function release(uint64 run, uint64 fence) returns()
func (training *Training) PackRelease(run uint64, fence uint64) []byte {
	enc, err := training.abi.Pack("release", run, fence)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x082ce501.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function release(uint64 run, uint64 fence) returns()
func (training *Training) TryPackRelease(run uint64, fence uint64) ([]byte, error) {
	return training.abi.Pack("release", run, fence)
}

// PackRequiredBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaab566f6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requiredBond(uint64 run) view returns(uint256)
func (training *Training) PackRequiredBond(run uint64) []byte {
	enc, err := training.abi.Pack("requiredBond", run)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequiredBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaab566f6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requiredBond(uint64 run) view returns(uint256)
func (training *Training) TryPackRequiredBond(run uint64) ([]byte, error) {
	return training.abi.Pack("requiredBond", run)
}

// UnpackRequiredBond is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xaab566f6.
//
// Solidity: function requiredBond(uint64 run) view returns(uint256)
func (training *Training) UnpackRequiredBond(data []byte) (*big.Int, error) {
	out, err := training.abi.Unpack("requiredBond", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x987757dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function settle(bytes32 hash) returns()
func (training *Training) PackSettle(hash [32]byte) []byte {
	enc, err := training.abi.Pack("settle", hash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x987757dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function settle(bytes32 hash) returns()
func (training *Training) TryPackSettle(hash [32]byte) ([]byte, error) {
	return training.abi.Pack("settle", hash)
}

// PackStatus is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52ad0d5e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function status(bytes32 hash) view returns(uint8)
func (training *Training) PackStatus(hash [32]byte) []byte {
	enc, err := training.abi.Pack("status", hash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStatus is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52ad0d5e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function status(bytes32 hash) view returns(uint8)
func (training *Training) TryPackStatus(hash [32]byte) ([]byte, error) {
	return training.abi.Pack("status", hash)
}

// UnpackStatus is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52ad0d5e.
//
// Solidity: function status(bytes32 hash) view returns(uint8)
func (training *Training) UnpackStatus(data []byte) (uint8, error) {
	out, err := training.abi.Unpack("status", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackStepsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1399745c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stepsOf(uint64 run, uint64 window) view returns(uint32)
func (training *Training) PackStepsOf(run uint64, window uint64) []byte {
	enc, err := training.abi.Pack("stepsOf", run, window)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStepsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1399745c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stepsOf(uint64 run, uint64 window) view returns(uint32)
func (training *Training) TryPackStepsOf(run uint64, window uint64) ([]byte, error) {
	return training.abi.Pack("stepsOf", run, window)
}

// UnpackStepsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1399745c.
//
// Solidity: function stepsOf(uint64 run, uint64 window) view returns(uint32)
func (training *Training) UnpackStepsOf(data []byte) (uint32, error) {
	out, err := training.abi.Unpack("stepsOf", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackTallyAgainst is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9acbc62b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tallyAgainst(bytes32 hash) returns()
func (training *Training) PackTallyAgainst(hash [32]byte) []byte {
	enc, err := training.abi.Pack("tallyAgainst", hash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTallyAgainst is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9acbc62b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tallyAgainst(bytes32 hash) returns()
func (training *Training) TryPackTallyAgainst(hash [32]byte) ([]byte, error) {
	return training.abi.Pack("tallyAgainst", hash)
}

// TrainingAcquired represents a Acquired event raised by the Training contract.
type TrainingAcquired struct {
	Run          uint64
	Fence        uint64
	Holder       common.Address
	ExpectedHead [32]byte
	Window       uint64
	Deadline     uint64
	Bond         *big.Int
	Reward       *big.Int
	Raw          *types.Log // Blockchain specific contextual infos
}

const TrainingAcquiredEventName = "Acquired"

// ContractEventName returns the user-defined event name.
func (TrainingAcquired) ContractEventName() string {
	return TrainingAcquiredEventName
}

// UnpackAcquiredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Acquired(uint64 indexed run, uint64 indexed fence, address indexed holder, bytes32 expectedHead, uint64 window, uint64 deadline, uint256 bond, uint256 reward)
func (training *Training) UnpackAcquiredEvent(log *types.Log) (*TrainingAcquired, error) {
	event := "Acquired"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != training.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TrainingAcquired)
	if len(log.Data) > 0 {
		if err := training.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range training.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TrainingCleared represents a Cleared event raised by the Training contract.
type TrainingCleared struct {
	Run        uint64
	Commitment [32]byte
	Committer  common.Address
	Raw        *types.Log // Blockchain specific contextual infos
}

const TrainingClearedEventName = "Cleared"

// ContractEventName returns the user-defined event name.
func (TrainingCleared) ContractEventName() string {
	return TrainingClearedEventName
}

// UnpackClearedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Cleared(uint64 indexed run, bytes32 indexed commitment, address indexed committer)
func (training *Training) UnpackClearedEvent(log *types.Log) (*TrainingCleared, error) {
	event := "Cleared"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != training.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TrainingCleared)
	if len(log.Data) > 0 {
		if err := training.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range training.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TrainingCommitted represents a Committed event raised by the Training contract.
type TrainingCommitted struct {
	Run        uint64
	Commitment [32]byte
	Committer  common.Address
	Parent     [32]byte
	Window     uint64
	Steps      uint32
	PreRoot    [32]byte
	PostRoot   [32]byte
	Cid        []byte
	Fence      uint64
	Raw        *types.Log // Blockchain specific contextual infos
}

const TrainingCommittedEventName = "Committed"

// ContractEventName returns the user-defined event name.
func (TrainingCommitted) ContractEventName() string {
	return TrainingCommittedEventName
}

// UnpackCommittedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Committed(uint64 indexed run, bytes32 indexed commitment, address indexed committer, bytes32 parent, uint64 window, uint32 steps, bytes32 preRoot, bytes32 postRoot, bytes cid, uint64 fence)
func (training *Training) UnpackCommittedEvent(log *types.Log) (*TrainingCommitted, error) {
	event := "Committed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != training.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TrainingCommitted)
	if len(log.Data) > 0 {
		if err := training.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range training.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TrainingExpired represents a Expired event raised by the Training contract.
type TrainingExpired struct {
	Run    uint64
	Fence  uint64
	Holder common.Address
	Caller common.Address
	Tip    *big.Int
	Burned *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const TrainingExpiredEventName = "Expired"

// ContractEventName returns the user-defined event name.
func (TrainingExpired) ContractEventName() string {
	return TrainingExpiredEventName
}

// UnpackExpiredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Expired(uint64 indexed run, uint64 indexed fence, address indexed holder, address caller, uint256 tip, uint256 burned)
func (training *Training) UnpackExpiredEvent(log *types.Log) (*TrainingExpired, error) {
	event := "Expired"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != training.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TrainingExpired)
	if len(log.Data) > 0 {
		if err := training.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range training.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TrainingFinalised represents a Finalised event raised by the Training contract.
type TrainingFinalised struct {
	Run        uint64
	Commitment [32]byte
	Committer  common.Address
	Window     uint64
	PostRoot   [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const TrainingFinalisedEventName = "Finalised"

// ContractEventName returns the user-defined event name.
func (TrainingFinalised) ContractEventName() string {
	return TrainingFinalisedEventName
}

// UnpackFinalisedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Finalised(uint64 indexed run, bytes32 indexed commitment, address indexed committer, uint64 window, bytes32 postRoot)
func (training *Training) UnpackFinalisedEvent(log *types.Log) (*TrainingFinalised, error) {
	event := "Finalised"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != training.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TrainingFinalised)
	if len(log.Data) > 0 {
		if err := training.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range training.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TrainingLeaseEnded represents a LeaseEnded event raised by the Training contract.
type TrainingLeaseEnded struct {
	Run    uint64
	Fence  uint64
	Holder common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const TrainingLeaseEndedEventName = "LeaseEnded"

// ContractEventName returns the user-defined event name.
func (TrainingLeaseEnded) ContractEventName() string {
	return TrainingLeaseEndedEventName
}

// UnpackLeaseEndedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event LeaseEnded(uint64 indexed run, uint64 indexed fence, address indexed holder)
func (training *Training) UnpackLeaseEndedEvent(log *types.Log) (*TrainingLeaseEnded, error) {
	event := "LeaseEnded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != training.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TrainingLeaseEnded)
	if len(log.Data) > 0 {
		if err := training.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range training.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TrainingPaused represents a Paused event raised by the Training contract.
type TrainingPaused struct {
	Until uint64
	Raw   *types.Log // Blockchain specific contextual infos
}

const TrainingPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (TrainingPaused) ContractEventName() string {
	return TrainingPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(uint64 until)
func (training *Training) UnpackPausedEvent(log *types.Log) (*TrainingPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != training.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TrainingPaused)
	if len(log.Data) > 0 {
		if err := training.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range training.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TrainingRejected represents a Rejected event raised by the Training contract.
type TrainingRejected struct {
	Run        uint64
	Commitment [32]byte
	Committer  common.Address
	Idle       bool
	Raw        *types.Log // Blockchain specific contextual infos
}

const TrainingRejectedEventName = "Rejected"

// ContractEventName returns the user-defined event name.
func (TrainingRejected) ContractEventName() string {
	return TrainingRejectedEventName
}

// UnpackRejectedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Rejected(uint64 indexed run, bytes32 indexed commitment, address indexed committer, bool idle)
func (training *Training) UnpackRejectedEvent(log *types.Log) (*TrainingRejected, error) {
	event := "Rejected"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != training.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TrainingRejected)
	if len(log.Data) > 0 {
		if err := training.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range training.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TrainingReleased represents a Released event raised by the Training contract.
type TrainingReleased struct {
	Run    uint64
	Fence  uint64
	Holder common.Address
	Burned *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const TrainingReleasedEventName = "Released"

// ContractEventName returns the user-defined event name.
func (TrainingReleased) ContractEventName() string {
	return TrainingReleasedEventName
}

// UnpackReleasedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Released(uint64 indexed run, uint64 indexed fence, address indexed holder, uint256 burned)
func (training *Training) UnpackReleasedEvent(log *types.Log) (*TrainingReleased, error) {
	event := "Released"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != training.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TrainingReleased)
	if len(log.Data) > 0 {
		if err := training.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range training.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TrainingRolledBack represents a RolledBack event raised by the Training contract.
type TrainingRolledBack struct {
	Run        uint64
	Commitment [32]byte
	Head       [32]byte
	Window     uint64
	Voided     uint32
	Raw        *types.Log // Blockchain specific contextual infos
}

const TrainingRolledBackEventName = "RolledBack"

// ContractEventName returns the user-defined event name.
func (TrainingRolledBack) ContractEventName() string {
	return TrainingRolledBackEventName
}

// UnpackRolledBackEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RolledBack(uint64 indexed run, bytes32 indexed commitment, bytes32 indexed head, uint64 window, uint32 voided)
func (training *Training) UnpackRolledBackEvent(log *types.Log) (*TrainingRolledBack, error) {
	event := "RolledBack"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != training.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TrainingRolledBack)
	if len(log.Data) > 0 {
		if err := training.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range training.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TrainingSettled represents a Settled event raised by the Training contract.
type TrainingSettled struct {
	Commitment    [32]byte
	FinalRoot     [32]byte
	ToCommitter   *big.Int
	ToChallengers *big.Int
	ToVoided      *big.Int
	Burned        *big.Int
	Raw           *types.Log // Blockchain specific contextual infos
}

const TrainingSettledEventName = "Settled"

// ContractEventName returns the user-defined event name.
func (TrainingSettled) ContractEventName() string {
	return TrainingSettledEventName
}

// UnpackSettledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Settled(bytes32 indexed commitment, bytes32 finalRoot, uint256 toCommitter, uint256 toChallengers, uint256 toVoided, uint256 burned)
func (training *Training) UnpackSettledEvent(log *types.Log) (*TrainingSettled, error) {
	event := "Settled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != training.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TrainingSettled)
	if len(log.Data) > 0 {
		if err := training.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range training.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TrainingVoidedClaimed represents a VoidedClaimed event raised by the Training contract.
type TrainingVoidedClaimed struct {
	Commitment [32]byte
	By         [32]byte
	Committer  common.Address
	Amount     *big.Int
	Share      bool
	Raw        *types.Log // Blockchain specific contextual infos
}

const TrainingVoidedClaimedEventName = "VoidedClaimed"

// ContractEventName returns the user-defined event name.
func (TrainingVoidedClaimed) ContractEventName() string {
	return TrainingVoidedClaimedEventName
}

// UnpackVoidedClaimedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event VoidedClaimed(bytes32 indexed commitment, bytes32 indexed by, address indexed committer, uint256 amount, bool share)
func (training *Training) UnpackVoidedClaimedEvent(log *types.Log) (*TrainingVoidedClaimed, error) {
	event := "VoidedClaimed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != training.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TrainingVoidedClaimed)
	if len(log.Data) > 0 {
		if err := training.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range training.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (training *Training) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], training.abi.Errors["AcquirePaused"].ID.Bytes()[:4]) {
		return training.UnpackAcquirePausedError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["ClaimParentFirst"].ID.Bytes()[:4]) {
		return training.UnpackClaimParentFirstError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["InvalidCid"].ID.Bytes()[:4]) {
		return training.UnpackInvalidCidError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["InvalidRoot"].ID.Bytes()[:4]) {
		return training.UnpackInvalidRootError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["LeaseRuns"].ID.Bytes()[:4]) {
		return training.UnpackLeaseRunsError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["Leased"].ID.Bytes()[:4]) {
		return training.UnpackLeasedError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["NoLease"].ID.Bytes()[:4]) {
		return training.UnpackNoLeaseError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["NotCourt"].ID.Bytes()[:4]) {
		return training.UnpackNotCourtError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["NotDemands"].ID.Bytes()[:4]) {
		return training.UnpackNotDemandsError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["NotGuardian"].ID.Bytes()[:4]) {
		return training.UnpackNotGuardianError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["NotHolder"].ID.Bytes()[:4]) {
		return training.UnpackNotHolderError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["NotYet"].ID.Bytes()[:4]) {
		return training.UnpackNotYetError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["NothingToClaim"].ID.Bytes()[:4]) {
		return training.UnpackNothingToClaimError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["NothingToFinalise"].ID.Bytes()[:4]) {
		return training.UnpackNothingToFinaliseError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["PauseTooLong"].ID.Bytes()[:4]) {
		return training.UnpackPauseTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["RunComplete"].ID.Bytes()[:4]) {
		return training.UnpackRunCompleteError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return training.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["TooLate"].ID.Bytes()[:4]) {
		return training.UnpackTooLateError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["TooManyPending"].ID.Bytes()[:4]) {
		return training.UnpackTooManyPendingError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["WrongAddress"].ID.Bytes()[:4]) {
		return training.UnpackWrongAddressError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["WrongBond"].ID.Bytes()[:4]) {
		return training.UnpackWrongBondError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["WrongHead"].ID.Bytes()[:4]) {
		return training.UnpackWrongHeadError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["WrongStatus"].ID.Bytes()[:4]) {
		return training.UnpackWrongStatusError(raw[4:])
	}
	if bytes.Equal(raw[:4], training.abi.Errors["WrongSteps"].ID.Bytes()[:4]) {
		return training.UnpackWrongStepsError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// TrainingAcquirePaused represents a AcquirePaused error raised by the Training contract.
type TrainingAcquirePaused struct {
	Until uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AcquirePaused(uint64 until)
func TrainingAcquirePausedErrorID() common.Hash {
	return common.HexToHash("0x392a80b989233519c97155ec815c38b5805e077ef3c34a3f81047d168eb3ceea")
}

// UnpackAcquirePausedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AcquirePaused(uint64 until)
func (training *Training) UnpackAcquirePausedError(raw []byte) (*TrainingAcquirePaused, error) {
	out := new(TrainingAcquirePaused)
	if err := training.abi.UnpackIntoInterface(out, "AcquirePaused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingClaimParentFirst represents a ClaimParentFirst error raised by the Training contract.
type TrainingClaimParentFirst struct {
	Parent [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ClaimParentFirst(bytes32 parent)
func TrainingClaimParentFirstErrorID() common.Hash {
	return common.HexToHash("0xceaa236fc5c8efd144d929f324faa0d661a34ff52575adf2cc24044d9936c5ce")
}

// UnpackClaimParentFirstError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ClaimParentFirst(bytes32 parent)
func (training *Training) UnpackClaimParentFirstError(raw []byte) (*TrainingClaimParentFirst, error) {
	out := new(TrainingClaimParentFirst)
	if err := training.abi.UnpackIntoInterface(out, "ClaimParentFirst", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingInvalidCid represents a InvalidCid error raised by the Training contract.
type TrainingInvalidCid struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidCid()
func TrainingInvalidCidErrorID() common.Hash {
	return common.HexToHash("0xb2c305202faee872d3f120a672220af349966f1ee216eef92b88be2c1903d5b0")
}

// UnpackInvalidCidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidCid()
func (training *Training) UnpackInvalidCidError(raw []byte) (*TrainingInvalidCid, error) {
	out := new(TrainingInvalidCid)
	if err := training.abi.UnpackIntoInterface(out, "InvalidCid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingInvalidRoot represents a InvalidRoot error raised by the Training contract.
type TrainingInvalidRoot struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidRoot()
func TrainingInvalidRootErrorID() common.Hash {
	return common.HexToHash("0x504570e3dbb7b86bfb4ee628f3b5ae306dd12bad6ed9b4dc6a090b78236f968b")
}

// UnpackInvalidRootError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidRoot()
func (training *Training) UnpackInvalidRootError(raw []byte) (*TrainingInvalidRoot, error) {
	out := new(TrainingInvalidRoot)
	if err := training.abi.UnpackIntoInterface(out, "InvalidRoot", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingLeaseRuns represents a LeaseRuns error raised by the Training contract.
type TrainingLeaseRuns struct {
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LeaseRuns(uint64 deadline)
func TrainingLeaseRunsErrorID() common.Hash {
	return common.HexToHash("0x12b1e5e2c260efe873833f4bb35a5ae9dce35b574190902adc0292007cefc21c")
}

// UnpackLeaseRunsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LeaseRuns(uint64 deadline)
func (training *Training) UnpackLeaseRunsError(raw []byte) (*TrainingLeaseRuns, error) {
	out := new(TrainingLeaseRuns)
	if err := training.abi.UnpackIntoInterface(out, "LeaseRuns", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingLeased represents a Leased error raised by the Training contract.
type TrainingLeased struct {
	Holder   common.Address
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Leased(address holder, uint64 deadline)
func TrainingLeasedErrorID() common.Hash {
	return common.HexToHash("0xd1ac7ee1b9742c734ab8cf32dcb3e1c8f6e0e183b14fa1a3bc9cbbe0d6156236")
}

// UnpackLeasedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Leased(address holder, uint64 deadline)
func (training *Training) UnpackLeasedError(raw []byte) (*TrainingLeased, error) {
	out := new(TrainingLeased)
	if err := training.abi.UnpackIntoInterface(out, "Leased", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingNoLease represents a NoLease error raised by the Training contract.
type TrainingNoLease struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoLease()
func TrainingNoLeaseErrorID() common.Hash {
	return common.HexToHash("0x07cac028fad46e228122eeae1c3f63caed3845801646fb6db0f02fa4d5768e6e")
}

// UnpackNoLeaseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoLease()
func (training *Training) UnpackNoLeaseError(raw []byte) (*TrainingNoLease, error) {
	out := new(TrainingNoLease)
	if err := training.abi.UnpackIntoInterface(out, "NoLease", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingNotCourt represents a NotCourt error raised by the Training contract.
type TrainingNotCourt struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotCourt()
func TrainingNotCourtErrorID() common.Hash {
	return common.HexToHash("0x55122efb14f0716d9d57dde6f60a6f8da8916da1b8b5996a5b433735dd46f22a")
}

// UnpackNotCourtError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotCourt()
func (training *Training) UnpackNotCourtError(raw []byte) (*TrainingNotCourt, error) {
	out := new(TrainingNotCourt)
	if err := training.abi.UnpackIntoInterface(out, "NotCourt", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingNotDemands represents a NotDemands error raised by the Training contract.
type TrainingNotDemands struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDemands()
func TrainingNotDemandsErrorID() common.Hash {
	return common.HexToHash("0xbef017cab60b7e77154d2c2e1da6b0d275f33434462dd0ca2fd4b55fcab21522")
}

// UnpackNotDemandsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDemands()
func (training *Training) UnpackNotDemandsError(raw []byte) (*TrainingNotDemands, error) {
	out := new(TrainingNotDemands)
	if err := training.abi.UnpackIntoInterface(out, "NotDemands", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingNotGuardian represents a NotGuardian error raised by the Training contract.
type TrainingNotGuardian struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotGuardian()
func TrainingNotGuardianErrorID() common.Hash {
	return common.HexToHash("0xef6d0f022a6034a270a71b2c18c08f672aa285210fc713e02118a224aabfd50b")
}

// UnpackNotGuardianError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotGuardian()
func (training *Training) UnpackNotGuardianError(raw []byte) (*TrainingNotGuardian, error) {
	out := new(TrainingNotGuardian)
	if err := training.abi.UnpackIntoInterface(out, "NotGuardian", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingNotHolder represents a NotHolder error raised by the Training contract.
type TrainingNotHolder struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotHolder()
func TrainingNotHolderErrorID() common.Hash {
	return common.HexToHash("0x7623fb52c3e463ab033d8f4897555b9a2e1139bdc8467be86b63a14276c883bf")
}

// UnpackNotHolderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotHolder()
func (training *Training) UnpackNotHolderError(raw []byte) (*TrainingNotHolder, error) {
	out := new(TrainingNotHolder)
	if err := training.abi.UnpackIntoInterface(out, "NotHolder", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingNotYet represents a NotYet error raised by the Training contract.
type TrainingNotYet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotYet()
func TrainingNotYetErrorID() common.Hash {
	return common.HexToHash("0x0d3f7776decbed5170f680e53ffd4a1603e145ef96e2196f41525fbed5e97d55")
}

// UnpackNotYetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotYet()
func (training *Training) UnpackNotYetError(raw []byte) (*TrainingNotYet, error) {
	out := new(TrainingNotYet)
	if err := training.abi.UnpackIntoInterface(out, "NotYet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingNothingToClaim represents a NothingToClaim error raised by the Training contract.
type TrainingNothingToClaim struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToClaim()
func TrainingNothingToClaimErrorID() common.Hash {
	return common.HexToHash("0x969bf7288f744225521096ebffff657851af77dd4c63700d76b8d1cf6481d1f1")
}

// UnpackNothingToClaimError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToClaim()
func (training *Training) UnpackNothingToClaimError(raw []byte) (*TrainingNothingToClaim, error) {
	out := new(TrainingNothingToClaim)
	if err := training.abi.UnpackIntoInterface(out, "NothingToClaim", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingNothingToFinalise represents a NothingToFinalise error raised by the Training contract.
type TrainingNothingToFinalise struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToFinalise()
func TrainingNothingToFinaliseErrorID() common.Hash {
	return common.HexToHash("0x919a652032cb4c531933926bfc7e1c6fe80e781b9b06edae31d9dc193d0c4b93")
}

// UnpackNothingToFinaliseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToFinalise()
func (training *Training) UnpackNothingToFinaliseError(raw []byte) (*TrainingNothingToFinalise, error) {
	out := new(TrainingNothingToFinalise)
	if err := training.abi.UnpackIntoInterface(out, "NothingToFinalise", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingPauseTooLong represents a PauseTooLong error raised by the Training contract.
type TrainingPauseTooLong struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PauseTooLong()
func TrainingPauseTooLongErrorID() common.Hash {
	return common.HexToHash("0x2d0e7c62c3004e23a0e6cfb9523d8d9d3ef4f7dd22c0e54fbcc0499aa7fa4998")
}

// UnpackPauseTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PauseTooLong()
func (training *Training) UnpackPauseTooLongError(raw []byte) (*TrainingPauseTooLong, error) {
	out := new(TrainingPauseTooLong)
	if err := training.abi.UnpackIntoInterface(out, "PauseTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingRunComplete represents a RunComplete error raised by the Training contract.
type TrainingRunComplete struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RunComplete()
func TrainingRunCompleteErrorID() common.Hash {
	return common.HexToHash("0xe9175206d2c4c3119e19367fc0d4f24a7a99a7b2df1ef443e8fbac03ae8fb38b")
}

// UnpackRunCompleteError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RunComplete()
func (training *Training) UnpackRunCompleteError(raw []byte) (*TrainingRunComplete, error) {
	out := new(TrainingRunComplete)
	if err := training.abi.UnpackIntoInterface(out, "RunComplete", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the Training contract.
type TrainingSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func TrainingSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (training *Training) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*TrainingSafeCastOverflowedUintDowncast, error) {
	out := new(TrainingSafeCastOverflowedUintDowncast)
	if err := training.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingTooLate represents a TooLate error raised by the Training contract.
type TrainingTooLate struct {
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooLate(uint64 deadline)
func TrainingTooLateErrorID() common.Hash {
	return common.HexToHash("0x4d673a06590205f21674ad45375abc81b85de145ee567806f534cab23841a1cf")
}

// UnpackTooLateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooLate(uint64 deadline)
func (training *Training) UnpackTooLateError(raw []byte) (*TrainingTooLate, error) {
	out := new(TrainingTooLate)
	if err := training.abi.UnpackIntoInterface(out, "TooLate", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingTooManyPending represents a TooManyPending error raised by the Training contract.
type TrainingTooManyPending struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooManyPending()
func TrainingTooManyPendingErrorID() common.Hash {
	return common.HexToHash("0x1598acd86d43e08daca12b580ea448a3901348557ae306438aa6e01d6693ffe4")
}

// UnpackTooManyPendingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooManyPending()
func (training *Training) UnpackTooManyPendingError(raw []byte) (*TrainingTooManyPending, error) {
	out := new(TrainingTooManyPending)
	if err := training.abi.UnpackIntoInterface(out, "TooManyPending", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingWrongAddress represents a WrongAddress error raised by the Training contract.
type TrainingWrongAddress struct {
	Actual    common.Address
	Predicted common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongAddress(address actual, address predicted)
func TrainingWrongAddressErrorID() common.Hash {
	return common.HexToHash("0xd9357860b9fad174d18d354ac902ab3fb8ccc6e390329e355db9a8c72e809323")
}

// UnpackWrongAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongAddress(address actual, address predicted)
func (training *Training) UnpackWrongAddressError(raw []byte) (*TrainingWrongAddress, error) {
	out := new(TrainingWrongAddress)
	if err := training.abi.UnpackIntoInterface(out, "WrongAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingWrongBond represents a WrongBond error raised by the Training contract.
type TrainingWrongBond struct {
	Sent     *big.Int
	Required *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongBond(uint256 sent, uint256 required)
func TrainingWrongBondErrorID() common.Hash {
	return common.HexToHash("0x0c5e03da3c3575f08d387f0e59dfdfe46b22550c7a25676fffcb9251582e2c11")
}

// UnpackWrongBondError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongBond(uint256 sent, uint256 required)
func (training *Training) UnpackWrongBondError(raw []byte) (*TrainingWrongBond, error) {
	out := new(TrainingWrongBond)
	if err := training.abi.UnpackIntoInterface(out, "WrongBond", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingWrongHead represents a WrongHead error raised by the Training contract.
type TrainingWrongHead struct {
	Head [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongHead(bytes32 head)
func TrainingWrongHeadErrorID() common.Hash {
	return common.HexToHash("0x49cb178fd2267486d4a36c6277090c9238c626fd65c185f354f4a0835eecb28a")
}

// UnpackWrongHeadError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongHead(bytes32 head)
func (training *Training) UnpackWrongHeadError(raw []byte) (*TrainingWrongHead, error) {
	out := new(TrainingWrongHead)
	if err := training.abi.UnpackIntoInterface(out, "WrongHead", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingWrongStatus represents a WrongStatus error raised by the Training contract.
type TrainingWrongStatus struct {
	Commitment [32]byte
	Status     uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongStatus(bytes32 commitment, uint8 status)
func TrainingWrongStatusErrorID() common.Hash {
	return common.HexToHash("0x9d81974470eb5e30f285b1055c396a387d885a43a0fb39f84dcb3764cbc907a1")
}

// UnpackWrongStatusError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongStatus(bytes32 commitment, uint8 status)
func (training *Training) UnpackWrongStatusError(raw []byte) (*TrainingWrongStatus, error) {
	out := new(TrainingWrongStatus)
	if err := training.abi.UnpackIntoInterface(out, "WrongStatus", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingWrongSteps represents a WrongSteps error raised by the Training contract.
type TrainingWrongSteps struct {
	Steps uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongSteps(uint32 steps)
func TrainingWrongStepsErrorID() common.Hash {
	return common.HexToHash("0xa5aafeee73b8038c1e4a7528acc670c54331c6c1c9017f75197081eb6b78fdb0")
}

// UnpackWrongStepsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongSteps(uint32 steps)
func (training *Training) UnpackWrongStepsError(raw []byte) (*TrainingWrongSteps, error) {
	out := new(TrainingWrongSteps)
	if err := training.abi.UnpackIntoInterface(out, "WrongSteps", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorsMetaData contains all meta data concerning the Validators contract.
var ValidatorsMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"vault\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"registry\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"training\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"disputes\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"court\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"matches\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"referee\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"demands\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"validators\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"beacon\",\"type\":\"address\"}],\"internalType\":\"structCore\",\"name\":\"core\",\"type\":\"tuple\"},{\"internalType\":\"uint64\",\"name\":\"cooldown\",\"type\":\"uint64\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"seed\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"asOf\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"}],\"name\":\"draw\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"drawn\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"lock\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"burned\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"}],\"name\":\"release\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"requestUnstake\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"stake\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"stakeKey\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"asOf\",\"type\":\"uint256\"}],\"name\":\"totalAt\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"unlocked\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unstake\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unstakeCooldown\",\"outputs\":[{\"internalType\":\"uint64\",\"name\":\"\",\"type\":\"uint64\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"validator\",\"outputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"stake\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"locked\",\"type\":\"uint128\"},{\"internalType\":\"uint128\",\"name\":\"unbonding\",\"type\":\"uint128\"},{\"internalType\":\"uint64\",\"name\":\"availableAt\",\"type\":\"uint64\"}],\"internalType\":\"structValidator\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"}],\"name\":\"validatorAt\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"validators\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"asOf\",\"type\":\"uint256\"}],\"name\":\"weightAt\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"StakeLocked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"burned\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"}],\"name\":\"StakeReleased\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"total\",\"type\":\"uint256\"}],\"name\":\"Staked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"availableAt\",\"type\":\"uint64\"}],\"name\":\"UnstakeRequested\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"validator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Unstaked\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"}],\"name\":\"BlockNotOver\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"CheckpointUnorderedInsertion\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NoAmount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"available\",\"type\":\"uint256\"}],\"name\":\"NotAvailable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotCourt\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotYet\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"bits\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"SafeCastOverflowedUintDowncast\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"actual\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"predicted\",\"type\":\"address\"}],\"name\":\"WrongAddress\",\"type\":\"error\"}]",
	ID:  "d81d8ebfe33c54f68e9cbb9c7eab2e2e03",
	Bin: "0x60e060405234801561000f575f5ffd5b506040516120b23803806120b283398101604081905261002e9161016f565b610043308361010001516100a560201b60201c565b81516001600160a01b0390811660809081528301511660a0526001600160401b0381165f0361008f576100746100f2565b6100815762127500610085565b6104b05b62ffffff16610091565b805b6001600160401b031660c052506102599050565b806001600160a01b0316826001600160a01b0316146100ee576040516306c9abc360e51b81526001600160a01b0380841660048301528216602482015260440160405180910390fd5b5050565b5f466105391480610104575046617a69145b905090565b60405161014081016001600160401b038111828210171561013857634e487b7160e01b5f52604160045260245ffd5b60405290565b80516001600160a01b0381168114610154575f5ffd5b919050565b80516001600160401b0381168114610154575f5ffd5b5f5f828403610160811215610182575f5ffd5b610140811215610190575f5ffd5b50610199610109565b6101a28461013e565b81526101b06020850161013e565b60208201526101c16040850161013e565b60408201526101d26060850161013e565b60608201526101e36080850161013e565b60808201526101f460a0850161013e565b60a082015261020560c0850161013e565b60c082015261021660e0850161013e565b60e0820152610228610100850161013e565b61010082015261023b610120850161013e565b61012082015291506102506101408401610159565b90509250929050565b60805160a05160c051611e0c6102a65f395f818161033401526104c001525f8181610589015261092501525f818161088001528181610b2401528181610bb40152610da30152611e0c5ff3fe6080604052600436106100d9575f3560e01c80634c6573b31161007c5780637eefd5ae116100575780637eefd5ae14610323578063ca1e78191461036f578063d1846d0c1461039f578063e1406e89146103be575f5ffd5b80634c6573b3146102b95780634c70a0d6146102d857806368efcb5014610304575f5ffd5b80632def6620116100b75780632def6620146102515780632ff875e6146102735780633a4b66f11461029257806341f928291461029a575f5ffd5b8063223b3b7a146100dd5780632309572114610211578063282d3fdf14610232575b5f5ffd5b3480156100e8575f5ffd5b5061019c6100f7366004611b8f565b6040805160a0810182525f80825260208201819052918101829052606081018290526080810191909152506001600160a01b03165f90815260016020818152604092839020835160a081018552815463ffffffff811682526001600160801b03600160201b9091048116938201939093529281015480831694840194909452600160801b90930416606082015260029091015467ffffffffffffffff16608082015290565b60405161020891905f60a08201905063ffffffff83511682526001600160801b0360208401511660208301526001600160801b0360408401511660408301526001600160801b03606084015116606083015267ffffffffffffffff608084015116608083015292915050565b60405180910390f35b34801561021c575f5ffd5b5061023061022b366004611ba8565b61040a565b005b34801561023d575f5ffd5b5061023061024c366004611bbf565b61057e565b34801561025c575f5ffd5b506102656106c7565b604051908152602001610208565b34801561027e575f5ffd5b5061023061028d366004611be7565b61091a565b610230610c18565b3480156102a5575f5ffd5b506102656102b4366004611bbf565b610e2a565b3480156102c4575f5ffd5b506102656102d3366004611b8f565b610e6d565b3480156102e3575f5ffd5b506102f76102f2366004611c31565b610e77565b6040516102089190611c5a565b34801561030f575f5ffd5b5061026561031e366004611ba8565b610f6a565b34801561032e575f5ffd5b506103567f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff9091168152602001610208565b34801561037a575f5ffd5b505f5461038a9063ffffffff1681565b60405163ffffffff9091168152602001610208565b3480156103aa575f5ffd5b506102656103b9366004611b8f565b610f7f565b3480156103c9575f5ffd5b506103f26103d8366004611ca5565b60026020525f90815260409020546001600160a01b031681565b6040516001600160a01b039091168152602001610208565b805f0361042a57604051637bc90c0560e11b815260040160405180910390fd5b335f9081526001602052604081209061044282610fcb565b90508083111561046d576040516302a8dc6f60e11b8152600481018290526024015b60405180910390fd5b61047683611008565b60018301805460109061049a908490600160801b90046001600160801b0316611cdc565b92506101000a8154816001600160801b0302191690836001600160801b031602179055507f0000000000000000000000000000000000000000000000000000000000000000426104ea9190611cfb565b60028301805467ffffffffffffffff191667ffffffffffffffff92909216919091179055815461052f9063ffffffff16826105258682611d1b565b600392919061103f565b60028201546040805185815267ffffffffffffffff909216602083015233917f21020437c0e4b58b34bd7ac1f1cef55e7820d1bcd93824ceb273cad96eea704c910160405180910390a2505050565b336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146105c7576040516355122efb60e01b815260040160405180910390fd5b6001600160a01b0382165f9081526001602081905260408220908101548154919291610606916001600160801b0390811691600160201b900416611d2e565b6001600160801b0316905080831115610635576040516302a8dc6f60e11b815260048101829052602401610464565b61063e83611008565b6001830180545f9061065a9084906001600160801b0316611cdc565b92506101000a8154816001600160801b0302191690836001600160801b03160217905550836001600160a01b03167ff5a55f9e5ec51b8ffea32e4a31a915c04c8c8d36223911ae144742ac53c1cf93846040516106b991815260200190565b60405180910390a250505050565b335f908152600160208190526040822090810154600160801b90046001600160801b03169182900361070c57604051637bc90c0560e11b815260040160405180910390fd5b600281015467ffffffffffffffff1642101561073b5760405163069fbbbb60e11b815260040160405180910390fd5b600181015481545f91610762916001600160801b0391821691600160201b90910416611d2e565b6001600160801b03169050805f0361078f576040516302a8dc6f60e11b81525f6004820152602401610464565b8083111561079b578092505b6107a483611008565b6001830180546010906107c8908490600160801b90046001600160801b0316611d2e565b92506101000a8154816001600160801b0302191690836001600160801b031602179055506107f583611008565b82548390600490610817908490600160201b90046001600160801b0316611d2e565b92506101000a8154816001600160801b0302191690836001600160801b03160217905550336001600160a01b03167f0f5bb82176feb1b5e747e28471aa92156a04d9f3ab9f45f28e2d704232b93f758460405161087691815260200190565b60405180910390a27f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663c6b352246108b6336110c8565b6040516001600160e01b031960e084901b16815260048101919091525f6024820152336044820152606481018690526084015f604051808303815f87803b1580156108ff575f5ffd5b505af1158015610911573d5f5f3e3d5ffd5b50505050505090565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614610963576040516355122efb60e01b815260040160405180910390fd5b6001600160a01b0385165f908152600160205260408120906109858386611d4d565b9050858111156109ab576040516302a8dc6f60e11b815260048101879052602401610464565b5f6109b583610fcb565b90506109c087611008565b6001840180545f906109dc9084906001600160801b0316611d2e565b92506101000a8154816001600160801b0302191690836001600160801b03160217905550610a0982611008565b83548490600490610a2b908490600160201b90046001600160801b0316611d2e565b82546101009290920a6001600160801b0381810219909316918316021790915584546001860154600160201b9091048216600160801b90910490911611159050610a98578254600184018054600160801b6001600160801b03600160201b90940484160292169190911790555b8254610aae9063ffffffff168261052586610fcb565b60408051888152602081018890529081018590526001600160a01b038916907fb44b08bc75983ed4393c66769ca15e60280c5d2c5e828dd1f282a3f0dd7e834b9060600160405180910390a25f610b04896110c8565b604051631e90211560e21b815260048101829052602481018990529091507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690637a408454906044015f604051808303815f87803b158015610b6d575f5ffd5b505af1158015610b7f573d5f5f3e3d5ffd5b50506040516331acd48960e21b8152600481018490525f60248201526001600160a01b038981166044830152606482018990527f000000000000000000000000000000000000000000000000000000000000000016925063c6b3522491506084015f604051808303815f87803b158015610bf7575f5ffd5b505af1158015610c09573d5f5f3e3d5ffd5b50505050505050505050505050565b345f03610c3857604051637bc90c0560e11b815260040160405180910390fd5b335f90815260016020526040812090610c5082610fcb565b9050610c5b34611008565b82548390600490610c7d908490600160201b90046001600160801b0316611cdc565b82546001600160801b039182166101009390930a928302919092021990911617905550815463ffffffff165f03610d32575f80548190610cc29063ffffffff16611d60565b825463ffffffff9182166101009390930a8381029083021990911617909255835463ffffffff1916811784555f90815260026020526040902080546001600160a01b031916331790558254610d2c916003916001600160801b03600160201b909104169061112b16565b50610d48565b8154610d489063ffffffff168261052585610fcb565b81546040805163ffffffff83168152346020820152600160201b9092046001600160801b03169082015233907ff925ee00f1ff3e67866b166e34223d1965852dd4a23ad64788d7fab5c4c9e6859060600160405180910390a27f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663b214faa534610dda336110c8565b6040518363ffffffff1660e01b8152600401610df891815260200190565b5f604051808303818588803b158015610e0f575f5ffd5b505af1158015610e21573d5f5f3e3d5ffd5b50505050505050565b5f610e34826111ce565b6001600160a01b0383165f90815260016020526040902054610e649060039063ffffffff9081169085906111f416565b90505b92915050565b5f610e67826110c8565b6060610e82836111ce565b5f610e9060038686866112a4565b9050805167ffffffffffffffff811115610eac57610eac611d84565b604051908082528060200260200182016040528015610ed5578160200160208202803683370190505b5091505f5b8251811015610f615760025f838381518110610ef857610ef8611d98565b60200260200101515f015163ffffffff1663ffffffff1681526020019081526020015f205f9054906101000a90046001600160a01b0316838281518110610f4157610f41611d98565b6001600160a01b0390921660209283029190910190910152600101610eda565b50509392505050565b5f610f74826111ce565b610e676003836114d9565b6001600160a01b0381165f9081526001602081905260408220908101548154610fbb916001600160801b0390811691600160201b900416611d2e565b6001600160801b03169392505050565b600181015481545f91610ff9916001600160801b03600160801b909204821691600160201b90910416611d2e565b6001600160801b031692915050565b5f6001600160801b0382111561103b576040516306dfcc6560e41b81526080600482015260248101839052604401610464565b5090565b8181146110c2575f6110508561152d565b6001600160a01b03169050835b8181116110bf575f81815260018701602052604090206110a48186866110828361152d565b6001600160a01b03166110959190611d4d565b61109f9190611d1b565b611571565b506110ae8161158e565b6110b89082611d4d565b905061105d565b50505b50505050565b5f7fd3ffb1e9694ae5416aefa3ea2151cbf59a8fa80b25415c7224500940d1b726228260405160200161110e9291909182526001600160a01b0316602082015260400190565b604051602081830303815290604052805190602001209050919050565b5f6111358361152d565b611149906001600160a01b03166001611d4d565b90505f6111558261158e565b905060015b818110156111a357611186600186015f6111748487611d1b565b81526020019081526020015f2061152d565b611199906001600160a01b031685611d4d565b935060011b61115a565b505f82815260018501602052604090206111bd9084611571565b6111c78483611571565b5092915050565b4381106111f1576040516343aa2cab60e01b815260048101829052602401610464565b50565b5f82158061120a575061120784836115a3565b83115b1561121657505f61129d565b5f838152600185016020526040902061122f90836115aa565b90505f61123b8461158e565b6112459085611d1b565b90505f611253600186611d1b565b90505b81811115610f61575f818152600187016020526040902061127790856115aa565b6112819084611d1b565b925061128c8161158e565b6112969082611d1b565b9050611256565b9392505050565b60605f6112b186856115a3565b90505f6112be87866114d9565b9050818411156112cc578193505b8367ffffffffffffffff8111156112e5576112e5611d84565b60405190808252806020026020018201604052801561133757816020015b61132460405180606001604052805f81526020015f81526020015f81525090565b8152602001906001900390816113035790505b5092505f8467ffffffffffffffff81111561135457611354611d84565b6040519080825280602002602001820160405280156113a657816020015b61139360405180606001604052805f81526020015f81526020015f81525090565b8152602001906001900390816113725790505b5090505f5b85811080156113b957505f83115b156114cb575f8389836040516020016113dc929190918252602082015260400190565b604051602081830303815290604052805190602001205f1c6113fe9190611dc0565b90505f5b828110801561142e575083818151811061141e5761141e611d98565b6020026020010151602001518210155b1561146e5783818151811061144557611445611d98565b6020026020010151604001518261145c9190611d4d565b915061146781611ddf565b9050611402565b505f61147c8b8a88856115ce565b90508087848151811061149157611491611d98565b60200260200101819052506114a784848361169d565b60408101516114b69086611d1b565b94505050806114c490611ddf565b90506113ab565b845250919695505050505050565b5f5f6114e584846115a3565b90505b80156111c7575f818152600185016020526040902061150790846115aa565b6115119083611d4d565b915061151c8161158e565b6115269082611d1b565b90506114e8565b80545f9080156115695761155383611546600184611d1b565b5f91825260209091200190565b54600160601b90046001600160a01b031661129d565b5f9392505050565b6110c261157d4361174c565b6115868361177f565b8491906117b2565b5f61159b82196001611d4d565b909116919050565b5f610e6483835b5f6115be6115b78361174c565b84906117cc565b6001600160a01b03169392505050565b6115ef60405180606001604052805f81526020015f81526020015f81525090565b60015b83600182901b116116055760011b6115f2565b80156116735781515f9061161a908390611d4d565b90508481111561162a575061166b565b5f818152600188016020526040812061164390886115aa565b84602001516116529190611d4d565b90508085101561166357505061166b565b602084015282525b60011c611605565b61168f86835f01805161168590611ddf565b90819052876111f4565b604083015250949350505050565b5f821180156116d257508051836116b5600185611d1b565b815181106116c5576116c5611d98565b60200260200101515f0151115b1561172957826116e3600184611d1b565b815181106116f3576116f3611d98565b602002602001015183838151811061170d5761170d611d98565b60200260200101819052508161172290611df7565b915061169d565b8083838151811061173c5761173c611d98565b6020026020010181905250505050565b5f6001600160601b0382111561103b576040516306dfcc6560e41b81526060600482015260248101839052604401610464565b5f6001600160a01b0382111561103b576040516306dfcc6560e41b815260a0600482015260248101839052604401610464565b5f806117bf858585611870565b915091505b935093915050565b81545f9081816005811115611829575f6117e5846119c6565b6117ef9085611d1b565b5f888152602090209091508101546001600160601b03908116908716101561181957809150611827565b611824816001611d4d565b92505b505b5f61183687878585611b1d565b905080156118635761184d87611546600184611d1b565b54600160601b90046001600160a01b0316611865565b5f5b979650505050505050565b82545f908190801561196b575f61188c87611546600185611d1b565b80549091506001600160601b0380821691600160601b90046001600160a01b03169088168211156118d057604051632520601d60e01b815260040160405180910390fd5b876001600160601b0316826001600160601b03160361190c5782546001600160601b0316600160601b6001600160a01b0389160217835561195d565b604080518082019091526001600160601b03808a1682526001600160a01b03808a1660208085019182528d54600181018f555f8f81529190912094519151909216600160601b029216919091179101555b94508593506117c492505050565b5050604080518082019091526001600160601b0380851682526001600160a01b0380851660208085019182528854600181018a555f8a815291822095519251909316600160601b0291909316179201919091559050816117c4565b5f600182116119d3575090565b816001600160801b82106119ec5760809190911c9060401b5b680100000000000000008210611a075760409190911c9060201b5b600160201b8210611a1d5760209190911c9060101b5b620100008210611a325760109190911c9060081b5b6101008210611a465760089190911c9060041b5b60108210611a595760049190911c9060021b5b60048210611a655760011b5b600302600190811c90818581611a7d57611a7d611dac565b048201901c90506001818581611a9557611a95611dac565b048201901c90506001818581611aad57611aad611dac565b048201901c90506001818581611ac557611ac5611dac565b048201901c90506001818581611add57611add611dac565b048201901c90506001818581611af557611af5611dac565b048201901c9050611b14818581611b0e57611b0e611dac565b04821190565b90039392505050565b5f5b81831015611b6c575f8581526020902083831660028585180401908101546001600160601b0386811691161115611b5857809250611b66565b611b63816001611d4d565b93505b50611b1f565b509392505050565b80356001600160a01b0381168114611b8a575f5ffd5b919050565b5f60208284031215611b9f575f5ffd5b610e6482611b74565b5f60208284031215611bb8575f5ffd5b5035919050565b5f5f60408385031215611bd0575f5ffd5b611bd983611b74565b946020939093013593505050565b5f5f5f5f5f60a08688031215611bfb575f5ffd5b611c0486611b74565b94506020860135935060408601359250611c2060608701611b74565b949793965091946080013592915050565b5f5f5f60608486031215611c43575f5ffd5b505081359360208301359350604090920135919050565b602080825282518282018190525f918401906040840190835b81811015611c9a5783516001600160a01b0316835260209384019390920191600101611c73565b509095945050505050565b5f60208284031215611cb5575f5ffd5b813563ffffffff8116811461129d575f5ffd5b634e487b7160e01b5f52601160045260245ffd5b6001600160801b038181168382160190811115610e6757610e67611cc8565b67ffffffffffffffff8181168382160190811115610e6757610e67611cc8565b81810381811115610e6757610e67611cc8565b6001600160801b038281168282160390811115610e6757610e67611cc8565b80820180821115610e6757610e67611cc8565b5f63ffffffff821663ffffffff8103611d7b57611d7b611cc8565b60010192915050565b634e487b7160e01b5f52604160045260245ffd5b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b5f82611dda57634e487b7160e01b5f52601260045260245ffd5b500690565b5f60018201611df057611df0611cc8565b5060010190565b5f81611e0557611e05611cc8565b505f19019056",
}

// Validators is an auto generated Go binding around an Ethereum contract.
type Validators struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Validators) GetABI() abi.ABI {
	return c.abi
}

// NewValidators creates a new instance of Validators.
func NewValidators() *Validators {
	parsed, err := ValidatorsMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Validators{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Validators) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor((address,address,address,address,address,address,address,address,address,address) core, uint64 cooldown) returns()
func (validators *Validators) PackConstructor(core Core, cooldown uint64) []byte {
	enc, err := validators.abi.Pack("", core, cooldown)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackDraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4c70a0d6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function draw(bytes32 seed, uint256 asOf, uint256 count) view returns(address[] drawn)
func (validators *Validators) PackDraw(seed [32]byte, asOf *big.Int, count *big.Int) []byte {
	enc, err := validators.abi.Pack("draw", seed, asOf, count)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4c70a0d6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function draw(bytes32 seed, uint256 asOf, uint256 count) view returns(address[] drawn)
func (validators *Validators) TryPackDraw(seed [32]byte, asOf *big.Int, count *big.Int) ([]byte, error) {
	return validators.abi.Pack("draw", seed, asOf, count)
}

// UnpackDraw is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4c70a0d6.
//
// Solidity: function draw(bytes32 seed, uint256 asOf, uint256 count) view returns(address[] drawn)
func (validators *Validators) UnpackDraw(data []byte) ([]common.Address, error) {
	out, err := validators.abi.Unpack("draw", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackLock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x282d3fdf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lock(address account, uint256 amount) returns()
func (validators *Validators) PackLock(account common.Address, amount *big.Int) []byte {
	enc, err := validators.abi.Pack("lock", account, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x282d3fdf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lock(address account, uint256 amount) returns()
func (validators *Validators) TryPackLock(account common.Address, amount *big.Int) ([]byte, error) {
	return validators.abi.Pack("lock", account, amount)
}

// PackRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ff875e6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function release(address account, uint256 amount, uint256 burned, address to, uint256 paid) returns()
func (validators *Validators) PackRelease(account common.Address, amount *big.Int, burned *big.Int, to common.Address, paid *big.Int) []byte {
	enc, err := validators.abi.Pack("release", account, amount, burned, to, paid)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ff875e6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function release(address account, uint256 amount, uint256 burned, address to, uint256 paid) returns()
func (validators *Validators) TryPackRelease(account common.Address, amount *big.Int, burned *big.Int, to common.Address, paid *big.Int) ([]byte, error) {
	return validators.abi.Pack("release", account, amount, burned, to, paid)
}

// PackRequestUnstake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23095721.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestUnstake(uint256 amount) returns()
func (validators *Validators) PackRequestUnstake(amount *big.Int) []byte {
	enc, err := validators.abi.Pack("requestUnstake", amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestUnstake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23095721.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestUnstake(uint256 amount) returns()
func (validators *Validators) TryPackRequestUnstake(amount *big.Int) ([]byte, error) {
	return validators.abi.Pack("requestUnstake", amount)
}

// PackStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3a4b66f1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stake() payable returns()
func (validators *Validators) PackStake() []byte {
	enc, err := validators.abi.Pack("stake")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3a4b66f1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stake() payable returns()
func (validators *Validators) TryPackStake() ([]byte, error) {
	return validators.abi.Pack("stake")
}

// PackStakeKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4c6573b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stakeKey(address account) pure returns(bytes32)
func (validators *Validators) PackStakeKey(account common.Address) []byte {
	enc, err := validators.abi.Pack("stakeKey", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStakeKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4c6573b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stakeKey(address account) pure returns(bytes32)
func (validators *Validators) TryPackStakeKey(account common.Address) ([]byte, error) {
	return validators.abi.Pack("stakeKey", account)
}

// UnpackStakeKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4c6573b3.
//
// Solidity: function stakeKey(address account) pure returns(bytes32)
func (validators *Validators) UnpackStakeKey(data []byte) ([32]byte, error) {
	out, err := validators.abi.Unpack("stakeKey", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackTotalAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x68efcb50.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalAt(uint256 asOf) view returns(uint256)
func (validators *Validators) PackTotalAt(asOf *big.Int) []byte {
	enc, err := validators.abi.Pack("totalAt", asOf)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x68efcb50.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalAt(uint256 asOf) view returns(uint256)
func (validators *Validators) TryPackTotalAt(asOf *big.Int) ([]byte, error) {
	return validators.abi.Pack("totalAt", asOf)
}

// UnpackTotalAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x68efcb50.
//
// Solidity: function totalAt(uint256 asOf) view returns(uint256)
func (validators *Validators) UnpackTotalAt(data []byte) (*big.Int, error) {
	out, err := validators.abi.Unpack("totalAt", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUnlocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd1846d0c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unlocked(address account) view returns(uint256)
func (validators *Validators) PackUnlocked(account common.Address) []byte {
	enc, err := validators.abi.Pack("unlocked", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnlocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd1846d0c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unlocked(address account) view returns(uint256)
func (validators *Validators) TryPackUnlocked(account common.Address) ([]byte, error) {
	return validators.abi.Pack("unlocked", account)
}

// UnpackUnlocked is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd1846d0c.
//
// Solidity: function unlocked(address account) view returns(uint256)
func (validators *Validators) UnpackUnlocked(data []byte) (*big.Int, error) {
	out, err := validators.abi.Unpack("unlocked", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUnstake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2def6620.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unstake() returns(uint256 amount)
func (validators *Validators) PackUnstake() []byte {
	enc, err := validators.abi.Pack("unstake")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnstake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2def6620.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unstake() returns(uint256 amount)
func (validators *Validators) TryPackUnstake() ([]byte, error) {
	return validators.abi.Pack("unstake")
}

// UnpackUnstake is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2def6620.
//
// Solidity: function unstake() returns(uint256 amount)
func (validators *Validators) UnpackUnstake(data []byte) (*big.Int, error) {
	out, err := validators.abi.Unpack("unstake", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUnstakeCooldown is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7eefd5ae.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unstakeCooldown() view returns(uint64)
func (validators *Validators) PackUnstakeCooldown() []byte {
	enc, err := validators.abi.Pack("unstakeCooldown")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnstakeCooldown is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7eefd5ae.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unstakeCooldown() view returns(uint64)
func (validators *Validators) TryPackUnstakeCooldown() ([]byte, error) {
	return validators.abi.Pack("unstakeCooldown")
}

// UnpackUnstakeCooldown is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7eefd5ae.
//
// Solidity: function unstakeCooldown() view returns(uint64)
func (validators *Validators) UnpackUnstakeCooldown(data []byte) (uint64, error) {
	out, err := validators.abi.Unpack("unstakeCooldown", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x223b3b7a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function validator(address account) view returns((uint32,uint128,uint128,uint128,uint64))
func (validators *Validators) PackValidator(account common.Address) []byte {
	enc, err := validators.abi.Pack("validator", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackValidator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x223b3b7a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function validator(address account) view returns((uint32,uint128,uint128,uint128,uint64))
func (validators *Validators) TryPackValidator(account common.Address) ([]byte, error) {
	return validators.abi.Pack("validator", account)
}

// UnpackValidator is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x223b3b7a.
//
// Solidity: function validator(address account) view returns((uint32,uint128,uint128,uint128,uint64))
func (validators *Validators) UnpackValidator(data []byte) (Validator, error) {
	out, err := validators.abi.Unpack("validator", data)
	if err != nil {
		return *new(Validator), err
	}
	out0 := *abi.ConvertType(out[0], new(Validator)).(*Validator)
	return out0, nil
}

// PackValidatorAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe1406e89.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function validatorAt(uint32 index) view returns(address)
func (validators *Validators) PackValidatorAt(index uint32) []byte {
	enc, err := validators.abi.Pack("validatorAt", index)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackValidatorAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe1406e89.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function validatorAt(uint32 index) view returns(address)
func (validators *Validators) TryPackValidatorAt(index uint32) ([]byte, error) {
	return validators.abi.Pack("validatorAt", index)
}

// UnpackValidatorAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe1406e89.
//
// Solidity: function validatorAt(uint32 index) view returns(address)
func (validators *Validators) UnpackValidatorAt(data []byte) (common.Address, error) {
	out, err := validators.abi.Unpack("validatorAt", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackValidators is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca1e7819.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function validators() view returns(uint32)
func (validators *Validators) PackValidators() []byte {
	enc, err := validators.abi.Pack("validators")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackValidators is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca1e7819.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function validators() view returns(uint32)
func (validators *Validators) TryPackValidators() ([]byte, error) {
	return validators.abi.Pack("validators")
}

// UnpackValidators is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xca1e7819.
//
// Solidity: function validators() view returns(uint32)
func (validators *Validators) UnpackValidators(data []byte) (uint32, error) {
	out, err := validators.abi.Unpack("validators", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackWeightAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x41f92829.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function weightAt(address account, uint256 asOf) view returns(uint256)
func (validators *Validators) PackWeightAt(account common.Address, asOf *big.Int) []byte {
	enc, err := validators.abi.Pack("weightAt", account, asOf)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWeightAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x41f92829.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function weightAt(address account, uint256 asOf) view returns(uint256)
func (validators *Validators) TryPackWeightAt(account common.Address, asOf *big.Int) ([]byte, error) {
	return validators.abi.Pack("weightAt", account, asOf)
}

// UnpackWeightAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x41f92829.
//
// Solidity: function weightAt(address account, uint256 asOf) view returns(uint256)
func (validators *Validators) UnpackWeightAt(data []byte) (*big.Int, error) {
	out, err := validators.abi.Unpack("weightAt", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// ValidatorsStakeLocked represents a StakeLocked event raised by the Validators contract.
type ValidatorsStakeLocked struct {
	Validator common.Address
	Amount    *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const ValidatorsStakeLockedEventName = "StakeLocked"

// ContractEventName returns the user-defined event name.
func (ValidatorsStakeLocked) ContractEventName() string {
	return ValidatorsStakeLockedEventName
}

// UnpackStakeLockedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StakeLocked(address indexed validator, uint256 amount)
func (validators *Validators) UnpackStakeLockedEvent(log *types.Log) (*ValidatorsStakeLocked, error) {
	event := "StakeLocked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validators.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorsStakeLocked)
	if len(log.Data) > 0 {
		if err := validators.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validators.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorsStakeReleased represents a StakeReleased event raised by the Validators contract.
type ValidatorsStakeReleased struct {
	Validator common.Address
	Amount    *big.Int
	Burned    *big.Int
	Paid      *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const ValidatorsStakeReleasedEventName = "StakeReleased"

// ContractEventName returns the user-defined event name.
func (ValidatorsStakeReleased) ContractEventName() string {
	return ValidatorsStakeReleasedEventName
}

// UnpackStakeReleasedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StakeReleased(address indexed validator, uint256 amount, uint256 burned, uint256 paid)
func (validators *Validators) UnpackStakeReleasedEvent(log *types.Log) (*ValidatorsStakeReleased, error) {
	event := "StakeReleased"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validators.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorsStakeReleased)
	if len(log.Data) > 0 {
		if err := validators.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validators.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorsStaked represents a Staked event raised by the Validators contract.
type ValidatorsStaked struct {
	Validator common.Address
	Index     uint32
	Amount    *big.Int
	Total     *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const ValidatorsStakedEventName = "Staked"

// ContractEventName returns the user-defined event name.
func (ValidatorsStaked) ContractEventName() string {
	return ValidatorsStakedEventName
}

// UnpackStakedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Staked(address indexed validator, uint32 index, uint256 amount, uint256 total)
func (validators *Validators) UnpackStakedEvent(log *types.Log) (*ValidatorsStaked, error) {
	event := "Staked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validators.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorsStaked)
	if len(log.Data) > 0 {
		if err := validators.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validators.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorsUnstakeRequested represents a UnstakeRequested event raised by the Validators contract.
type ValidatorsUnstakeRequested struct {
	Validator   common.Address
	Amount      *big.Int
	AvailableAt uint64
	Raw         *types.Log // Blockchain specific contextual infos
}

const ValidatorsUnstakeRequestedEventName = "UnstakeRequested"

// ContractEventName returns the user-defined event name.
func (ValidatorsUnstakeRequested) ContractEventName() string {
	return ValidatorsUnstakeRequestedEventName
}

// UnpackUnstakeRequestedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event UnstakeRequested(address indexed validator, uint256 amount, uint64 availableAt)
func (validators *Validators) UnpackUnstakeRequestedEvent(log *types.Log) (*ValidatorsUnstakeRequested, error) {
	event := "UnstakeRequested"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validators.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorsUnstakeRequested)
	if len(log.Data) > 0 {
		if err := validators.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validators.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ValidatorsUnstaked represents a Unstaked event raised by the Validators contract.
type ValidatorsUnstaked struct {
	Validator common.Address
	Amount    *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const ValidatorsUnstakedEventName = "Unstaked"

// ContractEventName returns the user-defined event name.
func (ValidatorsUnstaked) ContractEventName() string {
	return ValidatorsUnstakedEventName
}

// UnpackUnstakedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unstaked(address indexed validator, uint256 amount)
func (validators *Validators) UnpackUnstakedEvent(log *types.Log) (*ValidatorsUnstaked, error) {
	event := "Unstaked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != validators.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ValidatorsUnstaked)
	if len(log.Data) > 0 {
		if err := validators.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range validators.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (validators *Validators) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], validators.abi.Errors["BlockNotOver"].ID.Bytes()[:4]) {
		return validators.UnpackBlockNotOverError(raw[4:])
	}
	if bytes.Equal(raw[:4], validators.abi.Errors["CheckpointUnorderedInsertion"].ID.Bytes()[:4]) {
		return validators.UnpackCheckpointUnorderedInsertionError(raw[4:])
	}
	if bytes.Equal(raw[:4], validators.abi.Errors["NoAmount"].ID.Bytes()[:4]) {
		return validators.UnpackNoAmountError(raw[4:])
	}
	if bytes.Equal(raw[:4], validators.abi.Errors["NotAvailable"].ID.Bytes()[:4]) {
		return validators.UnpackNotAvailableError(raw[4:])
	}
	if bytes.Equal(raw[:4], validators.abi.Errors["NotCourt"].ID.Bytes()[:4]) {
		return validators.UnpackNotCourtError(raw[4:])
	}
	if bytes.Equal(raw[:4], validators.abi.Errors["NotYet"].ID.Bytes()[:4]) {
		return validators.UnpackNotYetError(raw[4:])
	}
	if bytes.Equal(raw[:4], validators.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return validators.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], validators.abi.Errors["WrongAddress"].ID.Bytes()[:4]) {
		return validators.UnpackWrongAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ValidatorsBlockNotOver represents a BlockNotOver error raised by the Validators contract.
type ValidatorsBlockNotOver struct {
	Number *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlockNotOver(uint256 number)
func ValidatorsBlockNotOverErrorID() common.Hash {
	return common.HexToHash("0x43aa2cab2118325b0070cc5eceac46ccb5f4493ddc280de3000c499ccfd3041e")
}

// UnpackBlockNotOverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlockNotOver(uint256 number)
func (validators *Validators) UnpackBlockNotOverError(raw []byte) (*ValidatorsBlockNotOver, error) {
	out := new(ValidatorsBlockNotOver)
	if err := validators.abi.UnpackIntoInterface(out, "BlockNotOver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorsCheckpointUnorderedInsertion represents a CheckpointUnorderedInsertion error raised by the Validators contract.
type ValidatorsCheckpointUnorderedInsertion struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CheckpointUnorderedInsertion()
func ValidatorsCheckpointUnorderedInsertionErrorID() common.Hash {
	return common.HexToHash("0x2520601d9d60b717c34a36ad270857824c5a1ebbfd08ff39aba6930089495cfa")
}

// UnpackCheckpointUnorderedInsertionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CheckpointUnorderedInsertion()
func (validators *Validators) UnpackCheckpointUnorderedInsertionError(raw []byte) (*ValidatorsCheckpointUnorderedInsertion, error) {
	out := new(ValidatorsCheckpointUnorderedInsertion)
	if err := validators.abi.UnpackIntoInterface(out, "CheckpointUnorderedInsertion", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorsNoAmount represents a NoAmount error raised by the Validators contract.
type ValidatorsNoAmount struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoAmount()
func ValidatorsNoAmountErrorID() common.Hash {
	return common.HexToHash("0xf792180afb51b7e254a3e7bddc3ab551b536bec00d70a519279f2b09ead25ac3")
}

// UnpackNoAmountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoAmount()
func (validators *Validators) UnpackNoAmountError(raw []byte) (*ValidatorsNoAmount, error) {
	out := new(ValidatorsNoAmount)
	if err := validators.abi.UnpackIntoInterface(out, "NoAmount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorsNotAvailable represents a NotAvailable error raised by the Validators contract.
type ValidatorsNotAvailable struct {
	Available *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotAvailable(uint256 available)
func ValidatorsNotAvailableErrorID() common.Hash {
	return common.HexToHash("0x0551b8de96f11c6fc3dbdb6a7a0a38a91c9789e45f0e7123a5467a023e44f29c")
}

// UnpackNotAvailableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotAvailable(uint256 available)
func (validators *Validators) UnpackNotAvailableError(raw []byte) (*ValidatorsNotAvailable, error) {
	out := new(ValidatorsNotAvailable)
	if err := validators.abi.UnpackIntoInterface(out, "NotAvailable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorsNotCourt represents a NotCourt error raised by the Validators contract.
type ValidatorsNotCourt struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotCourt()
func ValidatorsNotCourtErrorID() common.Hash {
	return common.HexToHash("0x55122efb14f0716d9d57dde6f60a6f8da8916da1b8b5996a5b433735dd46f22a")
}

// UnpackNotCourtError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotCourt()
func (validators *Validators) UnpackNotCourtError(raw []byte) (*ValidatorsNotCourt, error) {
	out := new(ValidatorsNotCourt)
	if err := validators.abi.UnpackIntoInterface(out, "NotCourt", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorsNotYet represents a NotYet error raised by the Validators contract.
type ValidatorsNotYet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotYet()
func ValidatorsNotYetErrorID() common.Hash {
	return common.HexToHash("0x0d3f7776decbed5170f680e53ffd4a1603e145ef96e2196f41525fbed5e97d55")
}

// UnpackNotYetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotYet()
func (validators *Validators) UnpackNotYetError(raw []byte) (*ValidatorsNotYet, error) {
	out := new(ValidatorsNotYet)
	if err := validators.abi.UnpackIntoInterface(out, "NotYet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorsSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the Validators contract.
type ValidatorsSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func ValidatorsSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (validators *Validators) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*ValidatorsSafeCastOverflowedUintDowncast, error) {
	out := new(ValidatorsSafeCastOverflowedUintDowncast)
	if err := validators.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ValidatorsWrongAddress represents a WrongAddress error raised by the Validators contract.
type ValidatorsWrongAddress struct {
	Actual    common.Address
	Predicted common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongAddress(address actual, address predicted)
func ValidatorsWrongAddressErrorID() common.Hash {
	return common.HexToHash("0xd9357860b9fad174d18d354ac902ab3fb8ccc6e390329e355db9a8c72e809323")
}

// UnpackWrongAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongAddress(address actual, address predicted)
func (validators *Validators) UnpackWrongAddressError(raw []byte) (*ValidatorsWrongAddress, error) {
	out := new(ValidatorsWrongAddress)
	if err := validators.abi.UnpackIntoInterface(out, "WrongAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultMetaData contains all meta data concerning the Vault contract.
var VaultMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"vault\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"registry\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"training\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"disputes\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"court\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"matches\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"referee\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"demands\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"validators\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"beacon\",\"type\":\"address\"}],\"internalType\":\"structCore\",\"name\":\"core\",\"type\":\"tuple\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"burn\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"collect\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"received\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"credit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"creditOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"deposit\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"held\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"isCore\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"ledger\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"toOwner\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"toKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"move\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"withdraw\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Burned\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Credited\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Deposited\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"toOwner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"toKey\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Moved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"held\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"asked\",\"type\":\"uint256\"}],\"name\":\"Insufficient\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotCore\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NothingToWithdraw\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"PaymentRefused\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"actual\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"predicted\",\"type\":\"address\"}],\"name\":\"WrongAddress\",\"type\":\"error\"}]",
	ID:  "152a83ec69a144b8093a173ad8d9e57938",
	Bin: "0x610140604052348015610010575f5ffd5b5060405161104038038061104083398101604081905261002f91610125565b805161003c903090610088565b60208101516001600160a01b0390811660809081526040830151821660a0526060830151821660c052820151811660e090815282015181166101009081529091015116610120526101ef565b806001600160a01b0316826001600160a01b0316146100d1576040516306c9abc360e51b81526001600160a01b0380841660048301528216602482015260440160405180910390fd5b5050565b60405161014081016001600160401b038111828210171561010457634e487b7160e01b5f52604160045260245ffd5b60405290565b80516001600160a01b0381168114610120575f5ffd5b919050565b5f610140828403128015610137575f5ffd5b506101406100d5565b6101498361010a565b81526101576020840161010a565b60208201526101686040840161010a565b60408201526101796060840161010a565b606082015261018a6080840161010a565b608082015261019b60a0840161010a565b60a08201526101ac60c0840161010a565b60c08201526101bd60e0840161010a565b60e08201526101cf610100840161010a565b6101008201526101e2610120840161010a565b6101208201529392505050565b60805160a05160c05160e0516101005161012051610e0a6102365f395f61066a01525f61062e01525f6105f201525f6105b601525f61057a01525f61053f0152610e0a5ff3fe60806040526004361061008f575f3560e01c8063b214faa511610057578063b214faa51461014f578063b6c912fc14610162578063c6b3522414610191578063d76851ef146101b0578063f9166c7b146101cf575f5ffd5b8063035ec5841461009357806332f750ff146100c55780633876b994146100f057806351cff8d9146101115780637a40845414610130575b5f5ffd5b34801561009e575f5ffd5b506100b26100ad366004610c6d565b610219565b6040519081526020015b60405180910390f35b3480156100d0575f5ffd5b506100b26100df366004610c9e565b60026020525f908152604090205481565b3480156100fb575f5ffd5b5061010f61010a366004610cbe565b610245565b005b34801561011c575f5ffd5b506100b261012b366004610c9e565b61033e565b34801561013b575f5ffd5b5061010f61014a366004610d08565b61044b565b61010f61015d366004610d28565b610508565b34801561016d575f5ffd5b5061018161017c366004610c9e565b61053c565b60405190151581526020016100bc565b34801561019c575f5ffd5b5061010f6101ab366004610d3f565b6106a3565b3480156101bb575f5ffd5b506100b26101ca366004610d3f565b610767565b3480156101da575f5ffd5b506100b26101e9366004610d80565b6001600160a01b039283165f90815260208181526040808320948352938152838220929094168152925290205490565b6001600160a01b038083165f908152600160209081526040808320938516835292905220545b92915050565b61024e3361053c565b61026b5760405163e2aae06b60e01b815260040160405180910390fd5b6102748361053c565b6102915760405163e2aae06b60e01b815260040160405180910390fd5b8015610337576102a28585836108a5565b6001600160a01b038084165f908152602081815260408083208684528252808320938816835292905290812080548392906102de908490610dcd565b9091555050604080516001600160a01b0386811682526020820185905291810183905290841690869033907f5dd0e5c7ef7e3e824266c5c0045e97bbc841f8bc2102c80603c82de5b41136659060600160405180910390a45b5050505050565b5f610347610945565b50335f9081526001602090815260408083206001600160a01b03851684529091528120549081900361038c57604051630686827b60e51b815260040160405180910390fd5b335f9081526001602090815260408083206001600160a01b038616845282528083208390556002909152812080548392906103c8908490610de0565b90915550506040518181526001600160a01b0383169033907fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb9060200160405180910390a36001600160a01b03821661042a57610425338261097c565b61043e565b61043e6001600160a01b03831633836109fc565b610446610a31565b919050565b6104543361053c565b6104715760405163e2aae06b60e01b815260040160405180910390fd5b801561050457610482825f836108a5565b5f80805260026020527fac33ff75c19e70fe83507db0d683fd3465c996598dc972688b7ace676c89077b80548392906104bc908490610de0565b9091555050604051818152829033907f7298c49d4a02f128c91eac867376070b76cb09e92a8867b22356c6c797cac1b29060200160405180910390a361050461dead8261097c565b5050565b6105113361053c565b61052e5760405163e2aae06b60e01b815260040160405180910390fd5b610539815f34610a5b565b50565b5f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b031614806105ae57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b0316145b806105ea57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b0316145b8061062657507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b0316145b8061066257507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b0316145b8061023f57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b03161492915050565b6106ac3361053c565b6106c95760405163e2aae06b60e01b815260040160405180910390fd5b8015610761576106da8484836108a5565b6001600160a01b038083165f90815260016020908152604080832093871683529290529081208054839290610710908490610dcd565b9091555050604080518581526020810183905233916001600160a01b0386811692908616917f8c11eb74a76a9629bd49fc701f69e7ba1ab4a580f8d273d842a206afbc9ad2b8910160405180910390a45b50505050565b5f6107713361053c565b61078e5760405163e2aae06b60e01b815260040160405180910390fd5b610796610945565b6040516370a0823160e01b81523060048201525f906001600160a01b038616906370a0823190602401602060405180830381865afa1580156107da573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906107fe9190610df3565b90506108156001600160a01b038616853086610b0b565b6040516370a0823160e01b815230600482015281906001600160a01b038716906370a0823190602401602060405180830381865afa158015610859573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061087d9190610df3565b6108879190610de0565b9150610894868684610a5b565b5061089d610a31565b949350505050565b335f9081526020818152604080832086845282528083206001600160a01b0386168452909152902054818110156109055760405163375964fd60e21b81526004810185905260248101829052604481018390526064015b60405180910390fd5b61090f8282610de0565b335f908152602081815260408083209783529681528682206001600160a01b039690961682529490945293909220929092555050565b61094d610b41565b61097a60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90610b81565b565b5f826001600160a01b0316826040515f6040518083038185875af1925050503d805f81146109c5576040519150601f19603f3d011682016040523d82523d5f602084013e6109ca565b606091505b50509050806109f75760405163b6c30e5f60e01b81526001600160a01b03841660048201526024016108fc565b505050565b610a098383836001610b88565b6109f757604051635274afe760e01b81526001600160a01b03841660048201526024016108fc565b61097a5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00610974565b335f9081526020818152604080832086845282528083206001600160a01b038616845290915281208054839290610a93908490610dcd565b90915550506001600160a01b0382165f9081526002602052604081208054839290610abf908490610dcd565b90915550506040518181526001600160a01b03831690849033907f81226022599698f02239ac5895ce7a96962ba5fe72f8f7610d1cc2cb0405f3919060200160405180910390a4505050565b610b19848484846001610bea565b61076157604051635274afe760e01b81526001600160a01b03851660048201526024016108fc565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c1561097a57604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b60405163a9059cbb60e01b5f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f51148316610bde578383151615610bd2573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b6040516323b872dd60e01b5f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f51148316610c46578383151615610c3a573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b80356001600160a01b0381168114610446575f5ffd5b5f5f60408385031215610c7e575f5ffd5b610c8783610c57565b9150610c9560208401610c57565b90509250929050565b5f60208284031215610cae575f5ffd5b610cb782610c57565b9392505050565b5f5f5f5f5f60a08688031215610cd2575f5ffd5b85359450610ce260208701610c57565b9350610cf060408701610c57565b94979396509394606081013594506080013592915050565b5f5f60408385031215610d19575f5ffd5b50508035926020909101359150565b5f60208284031215610d38575f5ffd5b5035919050565b5f5f5f5f60808587031215610d52575f5ffd5b84359350610d6260208601610c57565b9250610d7060408601610c57565b9396929550929360600135925050565b5f5f5f60608486031215610d92575f5ffd5b610d9b84610c57565b925060208401359150610db060408501610c57565b90509250925092565b634e487b7160e01b5f52601160045260245ffd5b8082018082111561023f5761023f610db9565b8181038181111561023f5761023f610db9565b5f60208284031215610e03575f5ffd5b505191905056",
}

// Vault is an auto generated Go binding around an Ethereum contract.
type Vault struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Vault) GetABI() abi.ABI {
	return c.abi
}

// NewVault creates a new instance of Vault.
func NewVault() *Vault {
	parsed, err := VaultMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Vault{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Vault) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor((address,address,address,address,address,address,address,address,address,address) core) returns()
func (vault *Vault) PackConstructor(core Core) []byte {
	enc, err := vault.abi.Pack("", core)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7a408454.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burn(bytes32 key, uint256 amount) returns()
func (vault *Vault) PackBurn(key [32]byte, amount *big.Int) []byte {
	enc, err := vault.abi.Pack("burn", key, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7a408454.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burn(bytes32 key, uint256 amount) returns()
func (vault *Vault) TryPackBurn(key [32]byte, amount *big.Int) ([]byte, error) {
	return vault.abi.Pack("burn", key, amount)
}

// PackCollect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd76851ef.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function collect(bytes32 key, address token, address payer, uint256 amount) returns(uint256 received)
func (vault *Vault) PackCollect(key [32]byte, token common.Address, payer common.Address, amount *big.Int) []byte {
	enc, err := vault.abi.Pack("collect", key, token, payer, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCollect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd76851ef.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function collect(bytes32 key, address token, address payer, uint256 amount) returns(uint256 received)
func (vault *Vault) TryPackCollect(key [32]byte, token common.Address, payer common.Address, amount *big.Int) ([]byte, error) {
	return vault.abi.Pack("collect", key, token, payer, amount)
}

// UnpackCollect is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd76851ef.
//
// Solidity: function collect(bytes32 key, address token, address payer, uint256 amount) returns(uint256 received)
func (vault *Vault) UnpackCollect(data []byte) (*big.Int, error) {
	out, err := vault.abi.Unpack("collect", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6b35224.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function credit(bytes32 key, address token, address account, uint256 amount) returns()
func (vault *Vault) PackCredit(key [32]byte, token common.Address, account common.Address, amount *big.Int) []byte {
	enc, err := vault.abi.Pack("credit", key, token, account, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6b35224.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function credit(bytes32 key, address token, address account, uint256 amount) returns()
func (vault *Vault) TryPackCredit(key [32]byte, token common.Address, account common.Address, amount *big.Int) ([]byte, error) {
	return vault.abi.Pack("credit", key, token, account, amount)
}

// PackCreditOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x035ec584.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function creditOf(address account, address token) view returns(uint256)
func (vault *Vault) PackCreditOf(account common.Address, token common.Address) []byte {
	enc, err := vault.abi.Pack("creditOf", account, token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreditOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x035ec584.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function creditOf(address account, address token) view returns(uint256)
func (vault *Vault) TryPackCreditOf(account common.Address, token common.Address) ([]byte, error) {
	return vault.abi.Pack("creditOf", account, token)
}

// UnpackCreditOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x035ec584.
//
// Solidity: function creditOf(address account, address token) view returns(uint256)
func (vault *Vault) UnpackCreditOf(data []byte) (*big.Int, error) {
	out, err := vault.abi.Unpack("creditOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb214faa5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deposit(bytes32 key) payable returns()
func (vault *Vault) PackDeposit(key [32]byte) []byte {
	enc, err := vault.abi.Pack("deposit", key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb214faa5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deposit(bytes32 key) payable returns()
func (vault *Vault) TryPackDeposit(key [32]byte) ([]byte, error) {
	return vault.abi.Pack("deposit", key)
}

// PackHeld is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x32f750ff.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function held(address token) view returns(uint256)
func (vault *Vault) PackHeld(token common.Address) []byte {
	enc, err := vault.abi.Pack("held", token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHeld is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x32f750ff.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function held(address token) view returns(uint256)
func (vault *Vault) TryPackHeld(token common.Address) ([]byte, error) {
	return vault.abi.Pack("held", token)
}

// UnpackHeld is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x32f750ff.
//
// Solidity: function held(address token) view returns(uint256)
func (vault *Vault) UnpackHeld(data []byte) (*big.Int, error) {
	out, err := vault.abi.Unpack("held", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackIsCore is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6c912fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isCore(address account) view returns(bool)
func (vault *Vault) PackIsCore(account common.Address) []byte {
	enc, err := vault.abi.Pack("isCore", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsCore is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6c912fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isCore(address account) view returns(bool)
func (vault *Vault) TryPackIsCore(account common.Address) ([]byte, error) {
	return vault.abi.Pack("isCore", account)
}

// UnpackIsCore is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb6c912fc.
//
// Solidity: function isCore(address account) view returns(bool)
func (vault *Vault) UnpackIsCore(data []byte) (bool, error) {
	out, err := vault.abi.Unpack("isCore", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackLedger is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9166c7b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ledger(address owner, bytes32 key, address token) view returns(uint256)
func (vault *Vault) PackLedger(owner common.Address, key [32]byte, token common.Address) []byte {
	enc, err := vault.abi.Pack("ledger", owner, key, token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLedger is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf9166c7b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ledger(address owner, bytes32 key, address token) view returns(uint256)
func (vault *Vault) TryPackLedger(owner common.Address, key [32]byte, token common.Address) ([]byte, error) {
	return vault.abi.Pack("ledger", owner, key, token)
}

// UnpackLedger is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf9166c7b.
//
// Solidity: function ledger(address owner, bytes32 key, address token) view returns(uint256)
func (vault *Vault) UnpackLedger(data []byte) (*big.Int, error) {
	out, err := vault.abi.Unpack("ledger", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3876b994.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function move(bytes32 key, address token, address toOwner, bytes32 toKey, uint256 amount) returns()
func (vault *Vault) PackMove(key [32]byte, token common.Address, toOwner common.Address, toKey [32]byte, amount *big.Int) []byte {
	enc, err := vault.abi.Pack("move", key, token, toOwner, toKey, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3876b994.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function move(bytes32 key, address token, address toOwner, bytes32 toKey, uint256 amount) returns()
func (vault *Vault) TryPackMove(key [32]byte, token common.Address, toOwner common.Address, toKey [32]byte, amount *big.Int) ([]byte, error) {
	return vault.abi.Pack("move", key, token, toOwner, toKey, amount)
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(address token) returns(uint256 amount)
func (vault *Vault) PackWithdraw(token common.Address) []byte {
	enc, err := vault.abi.Pack("withdraw", token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(address token) returns(uint256 amount)
func (vault *Vault) TryPackWithdraw(token common.Address) ([]byte, error) {
	return vault.abi.Pack("withdraw", token)
}

// UnpackWithdraw is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x51cff8d9.
//
// Solidity: function withdraw(address token) returns(uint256 amount)
func (vault *Vault) UnpackWithdraw(data []byte) (*big.Int, error) {
	out, err := vault.abi.Unpack("withdraw", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// VaultBurned represents a Burned event raised by the Vault contract.
type VaultBurned struct {
	Owner  common.Address
	Key    [32]byte
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const VaultBurnedEventName = "Burned"

// ContractEventName returns the user-defined event name.
func (VaultBurned) ContractEventName() string {
	return VaultBurnedEventName
}

// UnpackBurnedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Burned(address indexed owner, bytes32 indexed key, uint256 amount)
func (vault *Vault) UnpackBurnedEvent(log *types.Log) (*VaultBurned, error) {
	event := "Burned"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != vault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VaultBurned)
	if len(log.Data) > 0 {
		if err := vault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range vault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// VaultCredited represents a Credited event raised by the Vault contract.
type VaultCredited struct {
	Account common.Address
	Token   common.Address
	Owner   common.Address
	Key     [32]byte
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const VaultCreditedEventName = "Credited"

// ContractEventName returns the user-defined event name.
func (VaultCredited) ContractEventName() string {
	return VaultCreditedEventName
}

// UnpackCreditedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Credited(address indexed account, address indexed token, address indexed owner, bytes32 key, uint256 amount)
func (vault *Vault) UnpackCreditedEvent(log *types.Log) (*VaultCredited, error) {
	event := "Credited"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != vault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VaultCredited)
	if len(log.Data) > 0 {
		if err := vault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range vault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// VaultDeposited represents a Deposited event raised by the Vault contract.
type VaultDeposited struct {
	Owner  common.Address
	Key    [32]byte
	Token  common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const VaultDepositedEventName = "Deposited"

// ContractEventName returns the user-defined event name.
func (VaultDeposited) ContractEventName() string {
	return VaultDepositedEventName
}

// UnpackDepositedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Deposited(address indexed owner, bytes32 indexed key, address indexed token, uint256 amount)
func (vault *Vault) UnpackDepositedEvent(log *types.Log) (*VaultDeposited, error) {
	event := "Deposited"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != vault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VaultDeposited)
	if len(log.Data) > 0 {
		if err := vault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range vault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// VaultMoved represents a Moved event raised by the Vault contract.
type VaultMoved struct {
	Owner   common.Address
	Key     [32]byte
	Token   common.Address
	ToOwner common.Address
	ToKey   [32]byte
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const VaultMovedEventName = "Moved"

// ContractEventName returns the user-defined event name.
func (VaultMoved) ContractEventName() string {
	return VaultMovedEventName
}

// UnpackMovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Moved(address indexed owner, bytes32 indexed key, address token, address indexed toOwner, bytes32 toKey, uint256 amount)
func (vault *Vault) UnpackMovedEvent(log *types.Log) (*VaultMoved, error) {
	event := "Moved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != vault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VaultMoved)
	if len(log.Data) > 0 {
		if err := vault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range vault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// VaultWithdrawn represents a Withdrawn event raised by the Vault contract.
type VaultWithdrawn struct {
	Account common.Address
	Token   common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const VaultWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (VaultWithdrawn) ContractEventName() string {
	return VaultWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(address indexed account, address indexed token, uint256 amount)
func (vault *Vault) UnpackWithdrawnEvent(log *types.Log) (*VaultWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != vault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VaultWithdrawn)
	if len(log.Data) > 0 {
		if err := vault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range vault.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (vault *Vault) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], vault.abi.Errors["Insufficient"].ID.Bytes()[:4]) {
		return vault.UnpackInsufficientError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["NotCore"].ID.Bytes()[:4]) {
		return vault.UnpackNotCoreError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["NothingToWithdraw"].ID.Bytes()[:4]) {
		return vault.UnpackNothingToWithdrawError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["PaymentRefused"].ID.Bytes()[:4]) {
		return vault.UnpackPaymentRefusedError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return vault.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return vault.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["WrongAddress"].ID.Bytes()[:4]) {
		return vault.UnpackWrongAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// VaultInsufficient represents a Insufficient error raised by the Vault contract.
type VaultInsufficient struct {
	Key   [32]byte
	Held  *big.Int
	Asked *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Insufficient(bytes32 key, uint256 held, uint256 asked)
func VaultInsufficientErrorID() common.Hash {
	return common.HexToHash("0xdd6593f4c45cc864def363725db5ed89622893be4d788ea9fe7897950e1cb775")
}

// UnpackInsufficientError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Insufficient(bytes32 key, uint256 held, uint256 asked)
func (vault *Vault) UnpackInsufficientError(raw []byte) (*VaultInsufficient, error) {
	out := new(VaultInsufficient)
	if err := vault.abi.UnpackIntoInterface(out, "Insufficient", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultNotCore represents a NotCore error raised by the Vault contract.
type VaultNotCore struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotCore()
func VaultNotCoreErrorID() common.Hash {
	return common.HexToHash("0xe2aae06b6120dd7f7d5b9c44dd7e87c1033204fe6d8f03fc38274303ef195518")
}

// UnpackNotCoreError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotCore()
func (vault *Vault) UnpackNotCoreError(raw []byte) (*VaultNotCore, error) {
	out := new(VaultNotCore)
	if err := vault.abi.UnpackIntoInterface(out, "NotCore", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultNothingToWithdraw represents a NothingToWithdraw error raised by the Vault contract.
type VaultNothingToWithdraw struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToWithdraw()
func VaultNothingToWithdrawErrorID() common.Hash {
	return common.HexToHash("0xd0d04f60bf4f7629141a1f00f5d2908fa0f3e15bf4cbf8bb8edc6fcbdf2509fa")
}

// UnpackNothingToWithdrawError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToWithdraw()
func (vault *Vault) UnpackNothingToWithdrawError(raw []byte) (*VaultNothingToWithdraw, error) {
	out := new(VaultNothingToWithdraw)
	if err := vault.abi.UnpackIntoInterface(out, "NothingToWithdraw", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultPaymentRefused represents a PaymentRefused error raised by the Vault contract.
type VaultPaymentRefused struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRefused(address account)
func VaultPaymentRefusedErrorID() common.Hash {
	return common.HexToHash("0xb6c30e5f0c557b120c5a0883d0096cc6767420d80c5f6be6285d840bc71edf68")
}

// UnpackPaymentRefusedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRefused(address account)
func (vault *Vault) UnpackPaymentRefusedError(raw []byte) (*VaultPaymentRefused, error) {
	out := new(VaultPaymentRefused)
	if err := vault.abi.UnpackIntoInterface(out, "PaymentRefused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the Vault contract.
type VaultReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func VaultReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (vault *Vault) UnpackReentrancyGuardReentrantCallError(raw []byte) (*VaultReentrancyGuardReentrantCall, error) {
	out := new(VaultReentrancyGuardReentrantCall)
	if err := vault.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the Vault contract.
type VaultSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func VaultSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (vault *Vault) UnpackSafeERC20FailedOperationError(raw []byte) (*VaultSafeERC20FailedOperation, error) {
	out := new(VaultSafeERC20FailedOperation)
	if err := vault.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultWrongAddress represents a WrongAddress error raised by the Vault contract.
type VaultWrongAddress struct {
	Actual    common.Address
	Predicted common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongAddress(address actual, address predicted)
func VaultWrongAddressErrorID() common.Hash {
	return common.HexToHash("0xd9357860b9fad174d18d354ac902ab3fb8ccc6e390329e355db9a8c72e809323")
}

// UnpackWrongAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongAddress(address actual, address predicted)
func (vault *Vault) UnpackWrongAddressError(raw []byte) (*VaultWrongAddress, error) {
	out := new(VaultWrongAddress)
	if err := vault.abi.UnpackIntoInterface(out, "WrongAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}
