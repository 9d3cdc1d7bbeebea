package simulate

// scenarios lists all of them, in the order they are played and told.
func scenarios() []scenario {
	return []scenario{
		{"honest-work", "honest workers get every reward, and pay gas", honestWork},
		{"bounds", "no run can be created whose stakes, fees or clocks are below what safety asks; stake outlasts the longest dispute", cooldownOutlasts},
		{"times", "a lie leaves the head within hours, and nobody's money waits longer than the clocks say", howSoon},
		{"bribed-jury", "a bribed unanimous jury is overturned by arithmetic and burned at settlement; the honest side is whole", bribedJury},
		{"condemned-truth", "a bribed jury that condemns a true window delays it; arithmetic clears it, its worker is paid and the jury burned", condemnedTruth},
		{"worker-asleep", "a jury that condemns a true window for its bond gets none of it and is burned, even if the worker is away", workerAsleep},
		{"cartel", "who has all the stake can hold up finality, never make a wrong root final; when it stops its seats are burned, workers are paid", cartel},
		{"silent-pair", "a worker and a challenger who fall silent burn their own bonds and no honest juror", silentPair},
		{"lie-with-child", "nothing that stands on a lie makes it final, proved or not, and nothing becomes final on it", lieWithChild},
		{"self-dispute", "a liar that disputes itself loses at least half its bond, however it goes about it", selfDispute},
		{"puppet-in-front", "a puppet that stands in front of an honest challenger takes nothing from it by losing", puppetInFront},
		{"early-close", "a case that a liar has closed by its own puppet and a bought jury protects it from nobody", earlyClose},
		{"puppets", "many names against one true window pay each for itself, in parallel; the committer gains", puppets},
		{"corruption", "a lying majority burns more than a wrong head can be worth, whatever the share of stake", corruption},
		{"sybils", "splitting a stake over many names gives no more seats than its share", sybils},
		{"whale", "a holder of most stake has one seat on one name; with a bought majority it buys a delay and burns its seats", whale},
		{"population", "among all sorts of people honesty pays, everything else costs, and no wrong root becomes final", population},
		{"attention", "auditors that replay are paid though nothing is wrong; inventing or copying an answer costs", attention},
		{"goal", "a pot for a held-out loss isn't paid for a loss that wasn't reached, and is split by steps when it was", goal},
		{"copying", "copied seals and ballots earn nothing; a juror that copies loses stake", copying},
		{"no-jury", "without a single validator lies are rejected and truths become final", noJury},
		{"slowest", "the longest delay of one true window ends within the bound, costs the griefer its bond and nobody else anything", slowest},
		{"dear-gas", "at the dearest gas that is reckoned with, a small run's bonds repay whoever is right in a dispute, on either side", dearGas},
		{"squatting", "holding the lease in vain costs twice as much each time, up to 32 bonds a lease, and others work on at once", squatting},
		{"demands", "asking for bytes pays who shows them and costs twice as much each time; who has none loses half its bond", demands},
	}
}
