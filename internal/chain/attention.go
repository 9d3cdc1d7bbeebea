package chain

import (
	"context"
	"fmt"
	"math/big"
)

// Answer is one answer to the question what the history root of a window is. Its bond is the pledge with the same id.
type Answer struct {
	Commitment Hash // zero for a canary that hasn't been opened
	SealHash   Hash
	Root       Hash // history root, once opened
	Run        RunID
	SealedAt   uint64 // block time
	Canary     bool
	Jackpot    *big.Int // of a canary, in units of the reward token
}

// Task is what is known of the audit of one window.
type Task struct {
	Seed          Hash // by which its auditors are drawn; zero until somebody asked
	First, Second PledgeID
	JackpotOf     PledgeID // the canary that paid
	Standing      uint32
	Defeated      uint32
}

// Record is what a run's auditors have done. The share answered rightly is Right / Tasks.
type Record struct {
	Tasks    uint64 // two per final window
	Answered uint64
	Right    uint64
	Canaries uint64 // that paid their jackpot
	Live     uint64 // answers that may still be paid
}

var (
	auditSealType  = typeHash("Audit(uint256 chain,address attention,bytes32 commitment,address auditor,bytes32 historyRoot)")
	canarySealType = typeHash("Canary(uint256 chain,address attention,bytes32 commitment,address planter,bytes32 historyRoot,bytes32 salt)")
)

// AuditReserve returns what is set aside beside a reward for those who check.
func AuditReserve(reward *big.Int) *big.Int {
	return new(big.Int).Div(new(big.Int).Mul(reward, big.NewInt(5)), big.NewInt(100))
}

// AuditSealHash computes what SealAudit takes.
func (c *Client) AuditSealHash(commitment Hash, auditor Address, root Hash) Hash {
	return hashWords(auditSealType, c.chainWord(), addressWord(c.deployment.Attention), commitment, addressWord(auditor), root)
}

// CanarySealHash computes what PlantCanary takes. The salt must be 32 bytes that nobody can guess.
func (c *Client) CanarySealHash(commitment Hash, planter Address, root, salt Hash) Hash {
	return hashWords(canarySealType, c.chainWord(), addressWord(c.deployment.Attention), commitment, addressWord(planter), root, salt)
}

// Auditors returns who is drawn for a window, at most two; none before the beacon has spoken.
func (c *Client) Auditors(ctx context.Context, commitment Hash) ([]Address, error) {
	p := parsed().attention
	return read(ctx, c, "ask for the auditors of "+commitment.Hex(), c.deployment.Attention, p.PackAuditors(commitment), p.UnpackAuditors)
}

// Answer returns an answer with its pledge, whose Status is PledgeUnknown if there is none.
func (c *Client) Answer(ctx context.Context, id PledgeID) (Answer, Pledge, error) {
	p := parsed().attention
	doing := fmt.Sprintf("read answer %d", id)
	x, err := read(ctx, c, doing, c.deployment.Attention, p.PackAnswer(uint64(id)), p.UnpackAnswer)
	if err != nil {
		return Answer{}, Pledge{}, err
	}
	pledge, err := read(ctx, c, doing, c.deployment.Attention, p.PackPledge(uint64(id)), p.UnpackPledge)
	return Answer{
		Commitment: x.Commitment, SealHash: x.SealHash, Root: x.Root, Run: RunID(x.Run), SealedAt: x.SealedAt, Canary: x.Canary, Jackpot: x.Jackpot,
	}, pledgeOf(pledge), err
}

// Task returns what is known of the audit of a window.
func (c *Client) Task(ctx context.Context, commitment Hash) (Task, error) {
	p := parsed().attention
	t, err := read(ctx, c, "read the audit of "+commitment.Hex(), c.deployment.Attention, p.PackTask(commitment), p.UnpackTask)
	return Task{t.Seed, PledgeID(t.First), PledgeID(t.Second), PledgeID(t.JackpotOf), t.Standing, t.Defeated}, err
}

// StandingFor counts the answers of a window that stand and name a root.
func (c *Client) StandingFor(ctx context.Context, commitment, root Hash) (uint32, error) {
	p := parsed().attention
	return read(ctx, c, "count the answers about "+commitment.Hex(), c.deployment.Attention, p.PackStandingFor(commitment, root), p.UnpackStandingFor)
}

// Record returns what a run's auditors have done.
func (c *Client) Record(ctx context.Context, run RunID) (Record, error) {
	p := parsed().attention
	r, err := read(ctx, c, fmt.Sprintf("read the audits of run %d", run), c.deployment.Attention, p.PackRecord(uint64(run)), p.UnpackRecord)
	return Record(r), err
}

// AttentionBudget returns what is left of a run's budget for auditors, and in its pot of canaries.
//
// Units: of the reward token.
func (c *Client) AttentionBudget(ctx context.Context, run RunID) (forAuditors, forCanaries *big.Int, err error) {
	p := parsed().attention
	b, err := read(ctx, c, fmt.Sprintf("read the audit budget of run %d", run), c.deployment.Attention, p.PackBudget(uint64(run)), p.UnpackBudget)
	return b.ForAuditors, b.ForCanaries, err
}

// AnswerBond returns the bond of an answer. Unit: wei.
func (c *Client) AnswerBond(ctx context.Context, run RunID) (*big.Int, error) {
	p := parsed().attention
	return read(ctx, c, "ask for the bond of an answer", c.deployment.Attention, p.PackBondOf(uint64(run)), p.UnpackBondOf)
}

// Jackpot returns what a canary must lay down.
//
// Units: of the reward token.
func (c *Client) Jackpot(ctx context.Context, run RunID) (*big.Int, error) {
	p := parsed().attention
	return read(ctx, c, "ask for the jackpot of a canary", c.deployment.Attention, p.PackJackpotOf(uint64(run)), p.UnpackJackpotOf)
}

// AuditMeeting returns the duel in which two answers met, 0 if they haven't.
func (c *Client) AuditMeeting(ctx context.Context, left, right PledgeID) (ChallengeID, error) {
	p := parsed().attention
	id, err := read(ctx, c, fmt.Sprintf("ask where answers %d and %d met", left, right), c.deployment.Attention,
		p.PackMeeting(uint64(left), uint64(right)), p.UnpackMeeting)
	return ChallengeID(id), err
}

// AuditDuel returns a duel over a history, all zero if there is none.
func (c *Client) AuditDuel(ctx context.Context, id ChallengeID) (Duel, error) {
	p := parsed().attention
	d, err := read(ctx, c, fmt.Sprintf("read duel %d", id), c.deployment.Attention, p.PackDuelOf(uint64(id)), p.UnpackDuelOf)
	return duelOf(d), err
}

// SealAudit seals the account's answer about a window, with the bond asked for.
//
// Errors: RevertErrors NotAuditable, NotDrawn, NotAuditor.
func (a *Account) SealAudit(ctx context.Context, run RunID, commitment, sealHash Hash) (AuditSealed, *Receipt, error) {
	bond, err := a.AnswerBond(ctx, run)
	if err != nil {
		return AuditSealed{}, nil, err
	}
	receipt, err := a.pay(ctx, "seal an audit of "+commitment.Hex(), a.deployment.Attention, parsed().attention.PackSeal(commitment, sealHash), bond)
	if err != nil {
		return AuditSealed{}, receipt, err
	}
	e, err := EventOf[AuditSealed](receipt)
	return e, receipt, err
}

// OpenAudit opens an auditor's answer; by anyone who knows it.
//
// Errors: RevertErrors WrongPledge, WrongSeal, NotYet, TooLate.
func (a *Account) OpenAudit(ctx context.Context, id PledgeID, root Hash) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("open answer %d", id), a.deployment.Attention, parsed().attention.PackOpen(uint64(id), root))
}

// plantGas is what planting may use where a token takes part.
const plantGas = 600_000

// PlantCanary plants a canary, with bond and jackpot. A jackpot in a token is what the Vault has been approved for.
func (a *Account) PlantCanary(ctx context.Context, run RunID, sealHash Hash) (CanaryPlanted, *Receipt, error) {
	bond, err := a.AnswerBond(ctx, run)
	if err != nil {
		return CanaryPlanted{}, nil, err
	}
	jackpot, err := a.Jackpot(ctx, run)
	if err != nil {
		return CanaryPlanted{}, nil, err
	}
	terms, err := a.Run(ctx, run)
	if err != nil {
		return CanaryPlanted{}, nil, err
	}
	plant := call{
		doing: fmt.Sprintf("plant a canary in run %d", run), to: &a.deployment.Attention, data: parsed().attention.PackPlant(uint64(run), sealHash),
		value: new(big.Int).Add(bond, jackpot),
	}
	if terms.Economy.RewardToken != Native {
		plant.value, plant.most = bond, plantGas
	}
	receipt, err := a.send(ctx, plant)
	if err != nil {
		return CanaryPlanted{}, receipt, err
	}
	e, err := EventOf[CanaryPlanted](receipt)
	return e, receipt, err
}

// OpenCanary opens a canary, or takes back one that can't count.
//
// Errors: RevertErrors WrongPledge, WrongSeal, NotYet, TooLate.
func (a *Account) OpenCanary(ctx context.Context, id PledgeID, commitment, root, salt Hash) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("open canary %d", id), a.deployment.Attention, parsed().attention.PackOpenCanary(uint64(id), commitment, root, salt))
}

// OpenAuditDuel starts the match of two answers that contradict each other; by anyone. The left one plays the committer's side.
//
// Errors: RevertErrors NotFinal, NoContradiction, WrongPledge.
func (a *Account) OpenAuditDuel(ctx context.Context, left, right PledgeID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("let answers %d and %d meet", left, right), a.deployment.Attention,
		parsed().attention.PackDuel(uint64(left), uint64(right)))
}

// ConcludeAuditDuel records what came out of a duel over a history; by anyone.
//
// Errors: RevertErrors NotYet, WrongDuel.
func (a *Account) ConcludeAuditDuel(ctx context.Context, id ChallengeID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("conclude duel %d", id), a.deployment.Attention, parsed().attention.PackConclude(uint64(id)))
}

// SettleAnswer ends an answer; by anyone.
//
// Errors: RevertErrors NotYet, WrongPledge.
func (a *Account) SettleAnswer(ctx context.Context, id PledgeID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("settle answer %d", id), a.deployment.Attention, parsed().attention.PackSettle(uint64(id)))
}

// ReclaimAttention credits the owner of a run that is over with what no auditor earned.
//
// Errors: a RevertError NotReclaimable.
func (a *Account) ReclaimAttention(ctx context.Context, run RunID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("reclaim the audit budget of run %d", run), a.deployment.Attention, parsed().attention.PackReclaim(uint64(run)))
}

// WeightAt returns a validator's weight at the end of a block: what juries and auditors are drawn by.
//
// Units: wei.
func (c *Client) WeightAt(ctx context.Context, account Address, block uint64) (*big.Int, error) {
	p := parsed().stakes
	return read(ctx, c, "read the weight of "+account.Hex(), c.deployment.Validators, p.PackWeightAt(account, new(big.Int).SetUint64(block)), p.UnpackWeightAt)
}

// TotalWeightAt returns the sum of all weights at the end of a block.
//
// Units: wei.
func (c *Client) TotalWeightAt(ctx context.Context, block uint64) (*big.Int, error) {
	p := parsed().stakes
	return read(ctx, c, "read the weights of all", c.deployment.Validators, p.PackTotalAt(new(big.Int).SetUint64(block)), p.UnpackTotalAt)
}
