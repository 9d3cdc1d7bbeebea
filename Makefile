# Commonweight: `make demo` does the main job, `make test` proves it. `make help` lists every target.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

BIN        := commonweight
FORGE      := node_modules/@foundry-rs/forge-linux-amd64/bin/forge
DATA       ?= $(shell go env GOROOT)/src
OUT        ?= demo
PAGES      := coordinator/web/dist/pages/index.html
GO_SOURCES := $(shell find cmd worker coordinator fraudproof train internal circuits -name '*.go' -o -name '*.s' -o -name '*.json' 2>/dev/null)

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-18s %s\n", $$1, $$2}'

# --- build ---------------------------------------------------------------------------------------------------------------------

$(BIN): go.mod go.sum $(GO_SOURCES) $(wildcard $(PAGES)) | tool-go
	go build -o $(BIN) ./cmd/commonweight

.PHONY: build
build: $(BIN) ## build the one binary

# The pages are typed by the schema that a coordinator serves, and replay by rooms of Go as WebAssembly, so Go comes first. A program that is built
# after them has them inside.
REPLAYED := $(addprefix train/,program checkpoint numeric engine/portable) $(addprefix fraudproof/,merkle trace match referee)
.PHONY: web
web: $(PAGES) ## build the pages that a coordinator serves (then: make build)
$(PAGES): $(shell git ls-files coordinator/web coordinator/query subgraph/schema.graphql) $(foreach room,$(REPLAYED),$(wildcard $(room)/*.go)) node_modules/.installed | tool-go
	cd coordinator/web && npm run --silent room && npm run --silent schema && npm run --silent check && npm run --silent build -- --logLevel warn

.PHONY: demo
demo: $(BIN) ## train in public, catch a cheat and carry on (DATA=folder of text, OUT=folder for the results)
	./$(BIN) demo --data "$(DATA)" --out "$(OUT)"

# --- tests ---------------------------------------------------------------------------------------------------------------------

# What leaves a processor idle, as solc does, goes beside what doesn't.
.PHONY: test
test: ## everything CI runs
	$(MAKE) -j2 -Otarget subgraph test-levels test-cuda
	$(MAKE) test-go
	$(MAKE) -j2 -Otarget test-race test-forge
	$(MAKE) test-web lint alerts drift

.PHONY: test-go
test-go: $(BIN) subgraph/build/subgraph.yaml ## Go tests
	go test ./...

# Go's default is v1. From v3 on, and on arm64, the compiler may fuse x*y + z: the numeric rooms must not let it.
.PHONY: test-levels
test-levels: | tool-go ## the numeric rooms built for GOAMD64=v3, where the compiler fuses: the same bits as v1's, which test-go tests
	@if grep -qsw fma /proc/cpuinfo && grep -qsw bmi2 /proc/cpuinfo; then \
		GOAMD64=v3 go test -short ./train/engine/... ./fraudproof/merkle && GOAMD64=v3 go test ./train/numeric -fuses; \
	else echo "test-levels is left out: this machine can't run GOAMD64=v3"; fi

QEMU := $(CURDIR)/.tools/qemu/usr/bin/qemu-aarch64-static
.PHONY: test-arm64
test-arm64: $(QEMU) | tool-go ## the numeric rooms as arm64 programs under QEMU: vectors, primitives, 100 states of the tiny GPT (minutes)
	GOARCH=arm64 go test -exec $(QEMU) ./train/numeric -fuses
	GOARCH=arm64 go test -exec $(QEMU) -timeout 60m ./train/engine/portable ./fraudproof/merkle
$(QEMU):
	@command -v apt-get >/dev/null || { echo "QEMU is missing: put qemu-aarch64-static at $@"; exit 1; }
	mkdir -p .tools/qemu && cd .tools/qemu && apt-get download qemu-user-static && dpkg-deb -x qemu-user-static_*.deb . && rm qemu-user-static_*.deb

# A CUDA build needs one header of NVIDIA's and, in place of the driver's library, ours that finds it when the program starts.
CUDA     := $(CURDIR)/.tools/cuda
CUDA_ENV := CGO_ENABLED=1 CGO_CFLAGS="-I$(CUDA)/include" CGO_LDFLAGS="-L$(CUDA)/lib"
CUDA_SUM := b30a4a84da0bd6d034933fc430955a46432b219d1a61f9a9875b31e8b0494c12
$(CUDA)/include/cuda.h:
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || { echo "pip is missing: apt-get install python3-pip; it fetches the 0.9 MB package that has cuda.h 11.8"; exit 1; }
	mkdir -p $(CUDA)/wheel $(@D)
	$(PYTHON) -m pip download -q --disable-pip-version-check --no-deps --only-binary=:all: -d $(CUDA)/wheel nvidia-cuda-runtime-cu11==11.8.89
	$(PYTHON) -m zipfile -e $(CUDA)/wheel/nvidia_cuda_runtime_cu11-11.8.89-*.whl $(CUDA)/wheel
	echo "$(CUDA_SUM)  $(CUDA)/wheel/nvidia/cuda_runtime/include/cuda.h" | sha256sum -c --quiet
	cp $(CUDA)/wheel/nvidia/cuda_runtime/include/cuda.h $@ && rm -rf $(CUDA)/wheel
$(CUDA)/lib/libcuda.a: train/engine/cuda/driver/libcuda.c train/engine/cuda/driver/symbols.h | tool-gcc
	mkdir -p $(@D)
	gcc -O2 -fPIC -Wall -Werror -c $< -o $(@D)/libcuda.o && rm -f $@ && ar rcs $@ $(@D)/libcuda.o

.PHONY: build-cuda
build-cuda: $(CUDA)/include/cuda.h $(CUDA)/lib/libcuda.a | tool-go ## build the binary with the CUDA engine; it starts on machines without a GPU too
	$(CUDA_ENV) go build -tags cuda -o $(BIN) ./cmd/commonweight

# The whole binary is not built here: cgo's flags are part of everything's key in Go's cache.
.PHONY: test-cuda
test-cuda: $(CUDA)/include/cuda.h $(CUDA)/lib/libcuda.a | tool-go ## compile, vet and link the CUDA engine, start it, and let it speak to a driver of our own; no GPU is needed
	$(CUDA_ENV) go vet -tags cuda ./train/engine/...
	$(CUDA_ENV) go test -tags cuda -run 'Diagnose|Open|Second' -count 1 ./train/engine
	$(CUDA_ENV) go vet -tags 'cuda fakedriver' ./train/engine/cuda/...
	$(CUDA_ENV) go test -tags 'cuda fakedriver' -run PassedOver ./train/engine
	$(CUDA_ENV) go test -tags 'cuda fakedriver' -run 'Device$$|FailingDriver|Every' ./train/engine/cuda

# By hand: it compiles everything below the worker with cgo's flags.
.PHONY: test-cuda-worker
test-cuda-worker: $(CUDA)/include/cuda.h $(CUDA)/lib/libcuda.a | tool-go ## let a fake GPU fail in the middle of a worker's window, and every call to its driver, and every bit of its copies
	$(CUDA_ENV) go test -tags 'cuda fakedriver' -run DeviceThatFails ./worker
	$(CUDA_ENV) go test -tags 'cuda fakedriver' ./train/engine/cuda -run Every -all -v -timeout 30m

# The binaries are all that has to be carried to a machine with a GPU, with testdata/vectors: each runs in the folder of its package.
.PHONY: gpu-test-build
gpu-test-build: $(CUDA)/include/cuda.h $(CUDA)/lib/libcuda.a | tool-go ## build the tests that need a GPU: .tools/cuda/test
	mkdir -p $(CUDA)/test
	$(CUDA_ENV) go test -c -tags cuda -o $(CUDA)/test/cuda.test ./train/engine/cuda
	$(CUDA_ENV) go test -c -tags cuda -o $(CUDA)/test/trace.test ./fraudproof/trace
	$(CUDA_ENV) go build -tags cuda -o $(CUDA)/test/commonweight ./cmd/commonweight

.PHONY: gpu-test
gpu-test: ## test on a GPU: operators, fuzz, 100 steps of the tiny GPT, ten of GPT-2 124M; racecheck and memcheck where compute-sanitizer is installed
	@if command -v go >/dev/null; then $(MAKE) gpu-test-build; else echo "Go is missing: the binaries of make gpu-test-build are used"; fi
	sh train/engine/cuda/gpu-test.sh $(CUDA)/test

CLANG := $(CURDIR)/.tools/clang/clang
.PHONY: clang
clang: $(CLANG) ## fetch the clang that compiles the CUDA kernels to PTX
$(CLANG):
	@command -v apt-get >/dev/null || { echo "clang-19 is missing: put clang $(CLANG_VERSION) at $@"; exit 1; }
	mkdir -p $(@D) && cd $(@D) && apt-get download clang-19=$(CLANG_VERSION) libclang-cpp19=$(CLANG_VERSION) libllvm19=$(CLANG_VERSION) libz3-4 libedit2 libxml2 libtinfo6
	cd $(@D) && for deb in *.deb; do dpkg-deb -x $$deb .; done && rm *.deb
	printf '#!/bin/sh\nLD_LIBRARY_PATH=$(@D)/usr/lib/llvm-19/lib:$(@D)/usr/lib/x86_64-linux-gnu:$(@D)/lib/x86_64-linux-gnu exec $(@D)/usr/lib/llvm-19/bin/clang "$$@"\n' > $@
	chmod +x $@
CLANG_VERSION := 1:19.1.7-3~deb12u1

# The race detector runs where goroutines share state; the numeric rooms are covered by their thread-count tests.
RACE := ./internal/... ./worker/... ./coordinator ./coordinator/api ./fraudproof/challenger ./fraudproof/validator ./fraudproof/auditor ./cmd/commonweight/serve ./fraudproof/merkle ./fraudproof/trace/... ./train/engine/cpu/... ./train/engine/cuda/... ./coordinator/monitor
.PHONY: test-race
test-race: | tool-go tool-gcc ## Go tests under the race detector, where goroutines meet
	go test -race -short $(RACE)

.PHONY: test-web
test-web: $(PAGES) | tool-chromium ## tests of the pages: their parts, and a person's clicks in a real browser against a devnet and a coordinator
	GOOS=js GOARCH=wasm go test -short -exec "$$(go env GOROOT)/lib/wasm/go_js_wasm_exec" ./train/numeric
	go test -c -o .tools/stage ./coordinator/web/stage
	cd coordinator/web && npm run --silent test

.PHONY: ui-shots
ui-shots: $(PAGES) | tool-chromium ## take the pictures of the pages in docs/ui, and measure how soon they are there
	go test -c -o .tools/stage ./coordinator/web/stage
	cd coordinator/web && SHOTS=1 npm run --silent test -- --project browser --project measured

.PHONY: test-forge
test-forge: node_modules/.installed ## contract tests: unit, fuzz and stateful invariants
	$(FORGE) test

# promtool is Debian's: one file of its package, and no service.
PROMTOOL := $(CURDIR)/.tools/promtool/promtool
.PHONY: alerts
alerts: | tool-go ## promtool checks alerts and dashboards, plays the alerts' tests, and reads the metrics of live agents
	@if [ ! -x $(PROMTOOL) ] && ! command -v apt-get >/dev/null; then \
		echo "alerts is left out: there is no apt-get to fetch promtool with; put Prometheus' promtool at $(PROMTOOL)"; \
	else $(MAKE) --no-print-directory alerts-checked; fi
.PHONY: alerts-checked
alerts-checked: $(PROMTOOL)
	$(PROMTOOL) check config docs/operations/prometheus.yml
	$(PROMTOOL) test rules docs/operations/alerts_test.yml
	go test ./internal/metrics -run DashboardsAreUnderstood -count 1 -promtool $(PROMTOOL)
	go test ./cmd/commonweight -run MetricsOfLiveAgents -count 1 -promtool $(PROMTOOL)
$(PROMTOOL):
	mkdir -p $(@D) && cd $(@D) && rm -f prometheus_*.deb
	cd $(@D) && apt-get -q download prometheus || { echo "promtool is missing: apt-get update, and try again"; exit 1; }
	cd $(@D) && dpkg-deb --fsys-tarfile prometheus_*.deb | tar -xO ./usr/bin/promtool >promtool.new && chmod +x promtool.new && mv promtool.new promtool && rm prometheus_*.deb

.PHONY: lint
lint: node_modules/.installed ## gofmt, vet, staticcheck, forge fmt and lint
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); test -z "$$unformatted" || { echo "run gofmt -w on: $$unformatted"; exit 1; }
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./coordinator/web/replay/wasm
	go tool -modfile=tools/lint/go.mod staticcheck ./...
	$(FORGE) fmt --check solidity
	$(FORGE) lint solidity/src solidity/script --deny warnings

# PTX is compared where clang can be had; a test compares the sources with those it was made of everywhere.
.PHONY: drift
drift: ## fail if a generated file differs from what its generator writes
	@$(MAKE) --no-print-directory clang || echo "drift: the kernels' PTX is not compared"
	@$(MAKE) --no-print-directory generate
	@changed=$$(git status --porcelain -- $(GENERATED)); test -z "$$changed" || { git diff --stat -- $(GENERATED); echo "generated files have changed: commit what make generate writes"; exit 1; }

GENERATED := internal/chain/bindings coordinator/web/src/chain/abi.ts solidity/src/Poseidon2.sol subgraph/abis subgraph/subgraph.yaml subgraph/src/mapping.ts coordinator/entity/entities_gen.go testdata/vectors 'train/**/*_gen.go' fraudproof/referee/opcodes_gen.go solidity/src/OpCodes.sol train/engine/cpu/internal/kernel 'train/engine/cuda/kernels/*.ptx' train/engine/cuda/kernels/sources.sha256 'fraudproof/merkle/sha256_amd64.*' fraudproof/referee/evmfuzz/testdata docs/operations/dashboards
.PHONY: generate
generate: node_modules/.installed ## write every generated file again: code tables, assembly, vectors, contract bindings
	go generate ./...
	sh solidity/script/bindings.sh
	sh solidity/script/evmfuzz.sh

# What a graph node runs. The wasm's bytes depend on where node_modules lies, so they aren't committed; Go's parity tests run them.
.PHONY: subgraph
subgraph: subgraph/build/subgraph.yaml ## generate the subgraph's types and compile its mappings (graph codegen, graph build)
subgraph/build/subgraph.yaml: subgraph/schema.graphql subgraph/subgraph.yaml $(wildcard subgraph/abis/*.json subgraph/src/*.ts) node_modules/.installed
	cd subgraph && rm -rf build generated && npm run --silent codegen && npm run --silent build

# --- long runs, by hand --------------------------------------------------------------------------------------------------------

.PHONY: golden-exhaustive
golden-exhaustive: | tool-go ## exp, log and tanh over all 2^32 inputs against their golden hashes (minutes)
	go test ./train/numeric -run Exhaustive -exhaustive -timeout 60m -v

.PHONY: golden-124m
golden-124m: | tool-go ## ten published steps of GPT-2 124M on every engine (ENGINES=avx2 takes one; portable takes an hour; 6 GB)
	for e in $(ENGINES); do go test ./fraudproof/trace -run RootsOfGPT2 -all -engine $$e -count 1 -timeout 3h -v; done
ENGINES ?= auto avx2 portable

.PHONY: lists-124m
lists-124m: | tool-go ## what both sides of a dispute about GPT-2 124M open: time and memory of every list (BATCH=4, TRACER=portable; 6 GB)
	go test ./fraudproof/trace -run ListsOfGPT2 -batch $(BATCH) -tracer $(TRACER) -count 1 -timeout 3h -v
BATCH  ?= 1
TRACER ?= auto

.PHONY: disputes
disputes: | tool-go ## play every dispute on a local chain and write docs/disputes.md and docs/disputes.json (some minutes; GPT-2 124M: 8 GB)
	go test ./internal/player -disputes $(CURDIR)/docs -count 1 -timeout 2h

.PHONY: simulate
simulate: $(BIN) ## play liars, bribed juries, puppets and squatters against the contracts; write docs/economics.* and its figures
	./$(BIN) simulate --out docs --seed $(SEED)

.PHONY: campaign
campaign: node_modules/.installed ## long campaigns and more fuzzing against the contracts (minutes)
	FOUNDRY_PROFILE=deep npx --no-install forge test

.PHONY: float-campaign
float-campaign: | tool-go ## compare Float32.sol with the reference in the EVM, 10^7 cases per operation and more (an hour); SEED=n draws others
	@go test ./fraudproof/referee/evmfuzz -run 'Scalars|Reductions' -campaign -seed $(SEED) -timeout 6h -v | grep -v '^=== \|^ *--- '
SEED ?= 1

.PHONY: float-mutants
float-mutants: node_modules/.installed | tool-go ## compile Float32.sol with deliberate mistakes; the cases of its tests must catch each
	rm -rf .tools/mutants && mkdir -p .tools/mutants
	node solidity/script/mutants.js fraudproof/referee/evmfuzz/testdata/mistakes.json .tools/mutants
	go test ./fraudproof/referee/evmfuzz -run Mutants -mutants $(CURDIR)/.tools/mutants

.PHONY: court-mutants
court-mutants: node_modules/.installed ## plant deliberate mistakes in stakes, draws, rounds and fees, one at a time; the tests of the contracts must catch each (half an hour)
	node solidity/script/mistakes.js solidity/test/mistakes.json

.PHONY: referee-campaign
referee-campaign: | tool-go ## compare StepReferee.sol with its Go twin in the EVM, 10^6 steps, right and wrong (half an hour); SEED=n draws others
	go test ./fraudproof/referee/evmfuzz -run 'TestReferee$$' -campaign -seed $(SEED) -timeout 6h -v

.PHONY: match-campaign
match-campaign: | tool-go ## compare Matches.sol with its Go twin in the EVM, 10^6 moves, right and wrong (half an hour); SEED=n draws others
	go test ./fraudproof/match -run MatchesSaysTheSame -campaign 1000000 -seed $(SEED) -timeout 6h -v

.PHONY: poseidon2-campaign
poseidon2-campaign: | tool-go ## compare both contracts with their Go twins over Poseidon2 trees, 10^4 steps and 10^4 moves (minutes; TWINS=n, SEED=n)
	go test ./fraudproof/referee/evmfuzz -run Poseidon2Referee -campaign -cases $(TWINS) -seed $(SEED) -timeout 6h -v
	go test ./fraudproof/match -run Poseidon2MatchesSaysTheSame -campaign $(TWINS) -seed $(SEED) -timeout 6h -v
TWINS ?= 10000

.PHONY: circuit-campaign
circuit-campaign: | tool-go ## every fma of a small format, lies to every gadget, long comparisons with the reference (two hours; LIES=n CASES=n SEED=n)
	@go test ./circuits/gadget -run 'Lies|Plans|Twins|Tiny|AtLength' -campaign $(LIES) -cases $(CASES) -seed $(SEED) -count 1 -timeout 12h -v | grep -v '^=== \|^ *--- '
LIES  ?= 10000
CASES ?= 4000000

.PHONY: circuit-setup
circuit-setup: | tool-go ## keys by two parties with the real binary: every verb, up to a proved window that is final at once (five minutes)
	go test ./cmd/commonweight -run TestScripts/setup -setup -count 1 -timeout 1h -v

.PHONY: circuit-gas
circuit-gas: node_modules/.installed | tool-go ## the gas of a proof by our verifier beside gnark's exported one, on a devnet
	go test ./circuits -run GasBeside -solc $(CURDIR)/tools/solc -count 1 -v

.PHONY: circuit-proofs
circuit-proofs: | tool-go ## real proofs of whole steps of three classifiers: setup, time and memory (minutes; PROOFS=n of each; CSV=iris.csv: four numbers and a class a line)
	go test ./circuits/step -run 'Proofs|StepIsTheEngines' -prove $(PROOFS) -csv '$(if $(CSV),$(abspath $(CSV)))' -count 1 -timeout 6h -v
PROOFS ?= 3

.PHONY: element-proofs
element-proofs: | tool-go ## real proofs of elements of 64, 256 and 1,024 terms: setup, time and memory (half an hour; PROOFS=n of each)
	go test ./circuits/leaf -run Proofs -prove $(PROOFS) -timeout 6h -v

.PHONY: element-gas
element-gas: | tool-go ## the gas of a dispute that the proof of an element ends, call by call, beside one that a leaf ends
	go test ./internal/player -run 'ElementProof|DisputeAtOnePlace' -count 1 -v

.PHONY: bench
bench: $(BIN) .tools/openblas ## measure this machine: one table, every row against something measured beside it (BENCH=--json, PYTHON with torch)
	./$(BIN) bench --python $(PYTHON) $(BENCH)
BENCH ?=
.tools/openblas: tools/bench/main.go | tool-go tool-gcc
	mkdir -p $(@D)
	cd tools/bench && go build -o $(CURDIR)/$@ .

.PHONY: index-bench
index-bench: | tool-go ## index 100,000 events from nothing and say how many a second, with how much memory
	go test ./coordinator/index -run NONE -bench Backfill -benchtime 1x

.PHONY: shakespeare
shakespeare: | tool-go ## train a small GPT on a text and draw its loss (TEXT=tinyshakespeare.txt, FIGURES=folder; some minutes)
	@test -f "$(TEXT)" || { echo "no text at $(TEXT): make shakespeare TEXT=some.txt"; exit 1; }
	go run ./tools/shakespeare "$(TEXT)" "$(FIGURES)"
TEXT    ?= ../shared/data/tinyshakespeare.txt
FIGURES ?= docs/figures

.PHONY: interop
interop: | tool-go ## compare with PyTorch: loss, gradients, weights (SIZE=tiny, 124M or 355M; PYTHON needs torch, transformers, safetensors)
	@$(PYTHON) -c 'import torch, transformers, safetensors' 2>/dev/null || { echo "PyTorch is missing: pip install torch transformers safetensors"; exit 1; }
	go build -o .tools/interop ./tools/interop
	$(PYTHON) tools/interop/compare.py .tools/interop $(SIZE)
PYTHON ?= python3
SIZE   ?= tiny

.PHONY: kubo
kubo: .tools/kubo/ipfs ## build the Kubo daemon that the storage tests talk to (minutes, 120 MB)
.tools/kubo/ipfs: tools/kubo/go.mod | tool-go
	mkdir -p $(@D)
	cd tools/kubo && go build -o $(CURDIR)/$@ github.com/ipfs/kubo/cmd/ipfs

# --- set-up --------------------------------------------------------------------------------------------------------------------

node_modules/.installed: package-lock.json | tool-npm
	test -L node_modules || npm ci --ignore-scripts --no-audit --no-fund # a linked folder is its owner's: npm ci would empty it
	touch $@

.PHONY: tool-go tool-gcc tool-npm
tool-go: ;  @command -v go >/dev/null || { echo "Go 1.26 is missing: install it from your distribution or the Go project"; exit 1; }
tool-gcc: ; @command -v gcc >/dev/null || { echo "gcc is missing: apt-get install gcc"; exit 1; }
tool-npm: ; @command -v npm >/dev/null || { echo "npm is missing: apt-get install nodejs npm"; exit 1; }

.PHONY: tool-chromium
tool-chromium: ; @command -v chromium >/dev/null || { apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium >/dev/null; } || \
	{ echo "Chromium is missing: install it from your distribution (apt-get install chromium)"; exit 1; }

.PHONY: clean
clean: ## remove what was built (nothing that was trained)
	rm -rf $(BIN) solidity/out solidity/cache subgraph/build subgraph/generated coordinator/web/dist/pages node_modules .tools
