package match

import (
	"errors"

	"github.com/commonweight/commonweight/fraudproof/referee"
)

// The errors of IMatches.sol, by the same names. Who may send a move, and how long calldata is, only the chain can see.
var (
	ErrWrongPhase   = errors.New("the match is in another phase")
	ErrInvalidTerms = errors.New("terms that can't be played")
	ErrInvalidSide  = errors.New("there is no such side")
	ErrTooLate      = errors.New("the turn is over")
	ErrNotYet       = errors.New("the due side still has time")
	ErrWrongLength  = errors.New("longer or shorter than the move needs")
	ErrWrongNodes   = errors.New("the nodes don't hash to what their author is held to")
	ErrWrongPosted  = errors.New("not what the other side posted")
	ErrNoDifference = errors.New("what is said to differ is equal")
	ErrWrongEnds    = errors.New("the list doesn't begin with what was agreed or end in its author's claim")
	ErrWrongClaim   = errors.New("not what the author is held to")
	ErrWrongAgreed  = errors.New("not the agreed state")
	ErrWrongProgram = errors.New("not the run's program")
	ErrWrongOperand = errors.New("an operand's root is not where the descriptor says")
	ErrWrongTile    = errors.New("not the mover's own tile")
	ErrWrongWords   = errors.New("the words don't end in their author's claim")
	ErrWrongPlace   = errors.New("there is no such word, chunk or block")

	// ErrNotInField is what the hasher of a Poseidon2 run refuses, without a name.
	ErrNotInField = referee.ErrNotInField
)

// ErrorName returns the name of the contract's error, or "" if it has none for it.
func ErrorName(err error) string {
	for name, sentinel := range map[string]error{
		"WrongPhase": ErrWrongPhase, "InvalidTerms": ErrInvalidTerms, "InvalidSide": ErrInvalidSide, "TooLate": ErrTooLate,
		"NotYet": ErrNotYet, "WrongLength": ErrWrongLength, "WrongNodes": ErrWrongNodes, "WrongPosted": ErrWrongPosted,
		"NoDifference": ErrNoDifference, "WrongEnds": ErrWrongEnds, "WrongClaim": ErrWrongClaim, "WrongAgreed": ErrWrongAgreed,
		"WrongProgram": ErrWrongProgram, "WrongOperand": ErrWrongOperand, "WrongTile": ErrWrongTile, "WrongWords": ErrWrongWords,
		"WrongPlace": ErrWrongPlace,
	} {
		if errors.Is(err, sentinel) {
			return name
		}
	}
	return ""
}
