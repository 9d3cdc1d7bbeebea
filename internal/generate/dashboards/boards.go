package main

// here narrows a metric to the processes that are chosen at the top of the page.
func here(metric string, labels ...string) string {
	text := metric + `{instance=~"$instance"`
	for _, l := range labels {
		text += "," + l
	}
	return text + "}"
}

// curve is a panel of one metric.
func curve(title, unit, help, expr, legend string) panel {
	return panel{title: title, unit: unit, help: help, queries: []query{{expr, legend}}}
}

// number is a panel of one newest value.
func number(title, unit, help, expr, legend string) panel {
	p := curve(title, unit, help, expr, legend)
	p.single = true
	return p
}

// quantiles of a histogram.
func quantiles(title, help, metric, by string) panel {
	p := panel{title: title, unit: "s", help: help}
	group, legend := "le", ""
	if by != "" {
		group, legend = "le, "+by, " {{"+by+"}}"
	}
	for _, q := range []struct{ of, name string }{{"0.5", "half"}, {"0.95", "95 %"}} {
		p.queries = append(p.queries, query{"histogram_quantile(" + q.of + ", sum by (" + group + ") (rate(" + here(metric+"_bucket") + "[$__rate_interval])))", q.name + legend})
	}
	return p
}

func increase(metric string, labels ...string) string {
	return "increase(" + here(metric, labels...) + "[$__rate_interval])"
}

func boards() []board {
	return []board{
		{"overview", "overview", []row{runs(), disputes(), account(), node()}},
		{"worker", "worker", []row{training(), phases(), runs(), account(), transactions(), storage(), node()}},
		{"watch", "fraud-proofer", []row{judging(), disputes(), duties(), account(), transactions(), storage(), node()}},
		{"validator", "validator", []row{serving(), judging(), duties(), disputes(), attention(), account(), transactions(), node()}},
		{"coordinator", "coordinator", []row{index(), answering(), disputes(), runs(), attention(), availability(), node()}},
	}
}

func runs() row {
	return row{"Runs", []panel{
		{title: "Windows", unit: "short", help: "How far each run has come: committed, and final.", queries: []query{
			{"max by (run) (" + here("commonweight_run_head_windows") + ")", "run {{run}}: committed"},
			{"max by (run) (" + here("commonweight_run_final_windows") + ")", "run {{run}}: final"},
			{"max by (run) (" + here("commonweight_run_windows") + ")", "run {{run}}: all"},
		}},
		{title: "Lease", unit: "s", help: "Block time since the lease was taken, and until it runs out. No curve: nobody holds it.", queries: []query{
			{"max by (run) (" + here("commonweight_run_lease_age_seconds") + ")", "run {{run}}: held for"},
			{"min by (run) (" + here("commonweight_run_lease_left_seconds") + ")", "run {{run}}: left"},
		}},
		curve("Oldest window that isn't final", "s", "Its age in block time.", "max by (run) ("+here("commonweight_run_oldest_pending_seconds")+")", "run {{run}}"),
		curve("Escrow for rewards", "short", "In 10^18 units of the reward token.", "max by (run) ("+here("commonweight_run_escrow_coins")+")", "run {{run}}"),
	}}
}

func disputes() row {
	return row{"Disputes", []panel{
		curve("Open disputes by forecast", "short", "Whom each process's own bits support. Unknown: it couldn't replay the window.",
			"sum by (instance, forecast) ("+here("commonweight_disputes_open")+")", "{{instance}}: {{forecast}}"),
		curve("Forecasts", "short", "The newest 64 open disputes.", here("commonweight_dispute_forecast"), "{{instance}}: dispute {{challenge}}: {{forecast}}"),
		curve("Decisions", "short", "Tallies, matches, rejections and finality, and whether a process's own bits say the same.",
			"sum by (by, agreement) ("+increase("commonweight_decisions_total")+")", "{{by}}: {{agreement}}"),
	}}
}

func account() row {
	return row{"Money", []panel{
		curve("Balance", "coins", "Native coin outside the Vault.", here("commonweight_account_balance_coins"), "{{instance}}"),
		curve("Bonds at risk", "coins", "What hangs on what the account did.", here("commonweight_account_bonds_coins")+" > 0", "{{instance}}: {{bond}}"),
		curve("Unclaimed", "coins", "What the Vault owes the account.", here("commonweight_account_unclaimed_coins"), "{{instance}}"),
		{title: "Earned, burned", unit: "coins", help: "Since each process started: withdrawn from the Vault, and burned of stakes.", queries: []query{
			{here("commonweight_earned_coins_total"), "{{instance}}: earned"}, {here("commonweight_burned_coins_total"), "{{instance}}: burned"},
		}},
	}}
}

func transactions() row {
	return row{"Transactions", []panel{
		curve("By result", "short", "Refused: by a contract, before anything was sent. Unmined: given up after two minutes.",
			"sum by (result) ("+increase("commonweight_transactions_total")+")", "{{result}}"),
		curve("Retries", "short", "Sent again with higher fees.", increase("commonweight_transaction_retries_total"), "{{instance}}"),
		{title: "Gas", unit: "short", help: "Gas used, and what was paid for it.", queries: []query{
			{increase("commonweight_transaction_gas_total"), "{{instance}}: gas"}, {increase("commonweight_transaction_fees_coins_total"), "{{instance}}: coins"},
		}},
		quantiles("Time until mined", "From sending to the block.", "commonweight_transaction_mining_seconds", ""),
	}}
}

func node() row {
	return row{"Chain node and process", []panel{
		{title: "Lag and silence", unit: "s", help: "How far the newest block's time is behind the clock, and how long ago it was seen.", queries: []query{
			{here("commonweight_chain_lag_seconds"), "{{instance}}: lag"}, {here("commonweight_chain_silence_seconds"), "{{instance}}: silence"},
		}},
		curve("Blocks replaced", "short", "By reorganisations.", increase("commonweight_chain_reorg_depth_blocks_sum"), "{{instance}}"),
		curve("Errors", "short", "Times that the chain couldn't be looked at.", increase("commonweight_chain_errors_total"), "{{instance}}"),
		curve("Memory", "bytes", "Resident.", here("process_resident_memory_bytes"), "{{instance}}"),
	}}
}

func training() row {
	return row{"Training", []panel{
		curve("Loss", "short", "Of the newest step computed here.", here("commonweight_loss"), "{{instance}}"),
		curve("Gradient norm", "short", "Of the same step.", here("commonweight_gradient_norm"), "{{instance}}"),
		curve("Steps per second", "short", "Those of windows that were lost included.", "rate("+here("commonweight_steps_total")+"[$__rate_interval])", "{{instance}}"),
		number("Step", "short", "The newest step computed here.", here("commonweight_step"), "{{instance}}"),
		curve("Waits", "short", "1 while nothing is computed; the log says why.", here("commonweight_worker_waiting"), "{{instance}}"),
	}}
}

func phases() row {
	return row{"Time by phase, windows", []panel{
		quantiles("Step seconds by phase", "Compute and confirm take one step, publish and save a whole state.", "commonweight_step_seconds", "phase"),
		curve("Windows", "short", "What became of this worker's windows.",
			"sum by (event) ("+increase("commonweight_agent_events_total", `agent="worker"`, `event=~"committed|finalised|votedout|voided|ended|left"`)+")", "{{event}}"),
		curve("Time left", "s", "Block time left for what the account has to do.", here("commonweight_clock_left_seconds"), "{{instance}}: {{duty}}"),
	}}
}

func judging() row {
	return row{"Replay", []panel{
		curve("Answers", "short", "Of this machine's own replay.", "sum by (answer) ("+increase("commonweight_judgements_total")+")", "{{answer}}"),
		quantiles("Time to judge a window", "Bytes that have to be fetched first included.", "commonweight_replay_seconds", ""),
		curve("Behind", "s", "Age in block time of the oldest unfinal window without an answer.", here("commonweight_replay_lag_seconds"), "{{instance}}"),
		curve("Windows without an answer", "short", "Unfinal, on the head.", here("commonweight_replay_lag_windows"), "{{instance}}"),
	}}
}

func duties() row {
	return row{"Duties", []panel{
		curve("Time left", "s", "Block time left for what the account has to do. No curve: nothing is due.", here("commonweight_clock_left_seconds"), "{{instance}}: {{duty}}"),
		curve("Events", "short", "What happened to the agents.", "sum by (agent, event) ("+increase("commonweight_agent_events_total", `event!~"stepped|judged"`)+") > 0", "{{agent}}: {{event}}"),
		curve("Alerts", "short", "What a person should look at; the log says what.", "sum by (agent) ("+increase("commonweight_agent_events_total", `event="alert"`)+")", "{{agent}}"),
	}}
}

func serving() row {
	return row{"Service", []panel{
		number("Stake", "coins", "What is locked in seats included.", here("commonweight_account_stake_coins"), "{{instance}}"),
		curve("Ballots", "short", "Committed, revealed, settled.", "sum by (event) ("+increase("commonweight_agent_events_total", `agent="validator"`, `event=~"committed|revealed|settled"`)+")", "{{event}}"),
		curve("Audits", "short", "Answers and canaries.", "sum by (event) ("+increase("commonweight_agent_events_total", `agent="auditor"`)+")", "{{event}}"),
		curve("Agreement", "short", "Tallies that say what this machine computed, or not.", "sum by (agreement) ("+increase("commonweight_decisions_total", `by="tally"`)+")", "{{agreement}}"),
	}}
}

func attention() row {
	return row{"Attention", []panel{
		curve("Canary detection rate", "percentunit", "Share of attention tasks of final windows that were answered rightly.",
			"max by (run) ("+here("commonweight_run_attention_tasks", `result="right"`)+") / max by (run) ("+here("commonweight_run_attention_tasks", `result="asked"`)+")", "run {{run}}"),
		curve("Attention tasks", "short", "Asked, answered, right.", "max by (run, result) ("+here("commonweight_run_attention_tasks")+")", "run {{run}}: {{result}}"),
	}}
}

func storage() row {
	return row{"Storage", []panel{
		curve("Requests by result", "short", "Missing: not held, or it didn't arrive in time.", "sum by (result) ("+increase("commonweight_storage_requests_total")+")", "{{result}}"),
		quantiles("Time until storage answers", "Without the reading of large content.", "commonweight_storage_seconds", "request"),
	}}
}

func index() row {
	return row{"Index", []panel{
		{title: "Place", unit: "short", help: "Newest block of the index and of the chain.", queries: []query{
			{here("commonweight_index_block_number"), "{{instance}}: index"}, {here("commonweight_chain_block_number"), "{{instance}}: chain"},
		}},
		curve("Blocks behind", "short", "Not in the index yet.", here("commonweight_index_lag_blocks"), "{{instance}}"),
		curve("Events per second", "short", "Taken in.", "rate("+here("commonweight_index_events_total")+"[$__rate_interval])", "{{instance}}"),
		{title: "Trouble", unit: "short", help: "Each of these should be 0.", queries: []query{
			{here("commonweight_index_mismatches"), "mismatches"}, {here("commonweight_index_skipped_events"), "skipped events"}, {here("commonweight_index_stuck"), "stuck"},
			{increase("commonweight_index_node_faults_total"), "the node was caught"}, {increase("commonweight_index_node_doubts_total"), "doubts"},
			{increase("commonweight_index_rebuilds_total"), "rebuilds"},
		}},
		{title: "Reorganisations", unit: "short", help: "How many, and blocks of the deepest.", queries: []query{
			{increase("commonweight_index_reorgs_total"), "reorganisations"}, {here("commonweight_index_deepest_reorg_blocks"), "deepest"},
		}},
	}}
}

func answering() row {
	return row{"API", []panel{
		curve("Requests by answer", "reqps", "429: one address asked too often.", "sum by (code) (rate("+here("commonweight_http_requests_total")+"[$__rate_interval]))", "{{code}}"),
		quantiles("Time to answer", "Streams of events aren't in it.", "commonweight_http_request_seconds", ""),
	}}
}

func availability() row {
	return row{"Availability", []panel{
		{title: "Contents", unit: "short", help: "RunSpecs, data and checkpoints that must stay available. Missing and wrong should be 0.", queries: []query{
			{here("commonweight_contents_kept"), "{{instance}}: kept"}, {here("commonweight_contents_unverified"), "{{instance}}: compared with nothing but their CID"},
			{here("commonweight_contents_missing"), "{{instance}}: missing"}, {here("commonweight_contents_wrong"), "{{instance}}: not what was committed"},
		}},
		curve("Bytes kept", "bytes", "", here("commonweight_contents_kept_bytes"), "{{instance}}"),
	}}
}
