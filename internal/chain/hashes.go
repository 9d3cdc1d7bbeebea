package chain

import (
	"encoding/binary"
	"math/big"

	"github.com/ethereum/go-ethereum/crypto"
)

// Abstain is the ballot of a juror who can't or won't say. Never a root.
var Abstain = Hash{
	0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
	0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
}

// The functions below compute what solidity/src/Hashes.sol and the court compute, so that an agent knows a hash before it sends it and
// never has to show a secret to a node. H = keccak256(abi.encode(type hash, …)); every argument is one 32-byte word.

var (
	genesisType = typeHash("Genesis(uint256 chain,address training,uint64 run,bytes32 specHash,bytes32 programRoot,bytes32 datasetRoot,bytes32 genesisRoot)")

	commitmentType = typeHash("Commitment(uint256 chain,address training,uint64 run,bytes32 parent,uint64 window,uint32 steps,bytes32 postRoot,bytes32 cidHash,address committer,uint64 fence)")

	questionType  = typeHash("Question(uint64 run,bytes32 preRoot,uint64 firstStep,uint32 steps)")
	sealType      = typeHash("Seal(uint256 chain,address disputes,bytes32 commitment,bytes32 root,address beneficiary,bytes32 salt)")
	ballotType    = typeHash("Ballot(bytes32 commitment,uint32 round,bytes32 seed,address juror,bytes32 root,bytes32 salt)")
	signedType    = typeHash("SignedBallot(bytes32 commitment,uint32 round,bytes32 seed,address juror,bytes32 ballot)")
	goalType      = typeHash("Goal(uint256 chain,address goals,uint64 run,bytes32 programRoot,bytes32 datasetRoot,uint32 target,address token)")
	goalClaimType = typeHash("GoalClaim(bytes32 pot,bytes32 commitment,uint32 word,address owner)")
	domainType    = typeHash("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)")
)

func typeHash(signature string) Hash { return crypto.Keccak256Hash([]byte(signature)) }

// Domain is what every hash of a commitment begins with: where it was committed.
type Domain struct {
	ChainID  uint64
	Training Address
}

// Domain is where this client's commitments live.
func (c *Client) Domain() Domain {
	return Domain{ChainID: c.chainID.Uint64(), Training: c.deployment.Training}
}

// GenesisHash computes what stands for a commitment below window 0.
func (d Domain) GenesisHash(run RunID, f Facts) Hash {
	return hashWords(genesisType, numberWord(d.ChainID), addressWord(d.Training), numberWord(uint64(run)),
		f.SpecHash, f.ProgramRoot, f.DatasetRoot, f.GenesisRoot)
}

// CommitmentHash computes the hash that Commit will give a window.
func (d Domain) CommitmentHash(run RunID, parent Hash, window uint64, steps uint32, postRoot Hash, cid []byte, committer Address, fence uint64) Hash {
	return hashWords(commitmentType, numberWord(d.ChainID), addressWord(d.Training), numberWord(uint64(run)), parent,
		numberWord(window), numberWord(uint64(steps)), postRoot, crypto.Keccak256Hash(cid), addressWord(committer), numberWord(fence))
}

// GenesisHash is that of the client's Domain.
func (c *Client) GenesisHash(run RunID, f Facts) Hash { return c.Domain().GenesisHash(run, f) }

// CommitmentHash is that of the client's Domain.
func (c *Client) CommitmentHash(run RunID, parent Hash, window uint64, steps uint32, postRoot Hash, cid []byte, committer Address, fence uint64) Hash {
	return c.Domain().CommitmentHash(run, parent, window, steps, postRoot, cid, committer, fence)
}

// QuestionHash computes the key of the question that a window answers: its place in Client.FinalisedRoot.
func QuestionHash(run RunID, preRoot Hash, firstStep uint64, steps uint32) Hash {
	return hashWords(questionType, numberWord(uint64(run)), preRoot, numberWord(firstStep), numberWord(uint64(steps)))
}

// SealHash computes what Seal takes. The salt must be 32 random bytes.
func (c *Client) SealHash(commitment, root Hash, beneficiary Address, salt Hash) Hash {
	return hashWords(sealType, c.chainWord(), addressWord(c.deployment.Disputes), commitment, root, addressWord(beneficiary), salt)
}

// BallotHash computes what CommitBallot takes; seed is the round's. The salt must be 32 bytes that nobody can guess.
//
// Source: EIP-712.
func (c *Client) BallotHash(commitment Hash, round uint32, seed Hash, juror Address, root, salt Hash) Hash {
	return c.courtHash(hashWords(ballotType, commitment, numberWord(uint64(round)), seed, addressWord(juror), root, salt))
}

// SignedBallotHash computes what a juror signs so that another may send its ballot, see CommitBallotFor.
//
// Source: EIP-712.
func (c *Client) SignedBallotHash(commitment Hash, round uint32, seed Hash, juror Address, ballot Hash) Hash {
	return c.courtHash(hashWords(signedType, commitment, numberWord(uint64(round)), seed, addressWord(juror), ballot))
}

// courtHash is what is signed of a struct in the court's domain.
func (c *Client) courtHash(structHash Hash) Hash {
	domain := hashWords(domainType, crypto.Keccak256Hash([]byte("Commonweight Court")), crypto.Keccak256Hash([]byte("1")),
		c.chainWord(), addressWord(c.deployment.Court))
	return crypto.Keccak256Hash([]byte{0x19, 0x01}, domain[:], structHash[:])
}

func hashWords(words ...Hash) Hash {
	text := make([]byte, 0, 32*len(words))
	for _, word := range words {
		text = append(text, word[:]...)
	}
	return crypto.Keccak256Hash(text)
}

func (c *Client) chainWord() Hash { return bigWord(c.chainID) }

func bigWord(x *big.Int) (word Hash) {
	x.FillBytes(word[:])
	return word
}

func numberWord(x uint64) (word Hash) {
	binary.BigEndian.PutUint64(word[24:], x)
	return word
}

func addressWord(a Address) (word Hash) {
	copy(word[12:], a[:])
	return word
}
